#include "layout/style.h"

#include <stddef.h>
#include <string.h>

#define DEFAULT (-1)

/* One row a role: foreground and background for 256 colours and for 8 (bright numbers 8-15
 * are asked for only where 16 are there), attributes that are always on, and attributes
 * that stand in for the colours where there are none. */
struct look {
    short fine_foreground, fine_background;
    short plain_foreground, plain_background;
    unsigned attributes;
    unsigned without_colours;
};

#define B ATTRIBUTE_BOLD
#define I ATTRIBUTE_ITALIC
#define U ATTRIBUTE_UNDERLINE
#define R ATTRIBUTE_REVERSE
#define D ATTRIBUTE_DIM

static const struct look dark[ROLE_COUNT] = {
    [ROLE_TEXT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HEADING] = { 222, DEFAULT, 3, DEFAULT, B, B },
    [ROLE_CODE] = { 180, DEFAULT, 2, DEFAULT, 0, 0 },
    [ROLE_QUOTE] = { 250, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_MARKER] = { 244, DEFAULT, 6, DEFAULT, 0, D },
    [ROLE_LINK] = { 75, DEFAULT, 4, DEFAULT, U, U },
    [ROLE_NOTE_MARK] = { 180, DEFAULT, 3, DEFAULT, 0, B },
    [ROLE_TABLE_RULE] = { 240, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HEADER] = { 246, 236, DEFAULT, DEFAULT, 0, U },
    [ROLE_HEADER_FOCUS] = { 231, 24, 7, 4, B, B | R },
    [ROLE_BORDER] = { 240, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_STATUS] = { 252, 236, 0, 7, 0, R },
    [ROLE_MESSAGE] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_ERROR] = { 210, DEFAULT, 1, DEFAULT, B, B },
    [ROLE_PROMPT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HIT] = { 16, 179, 0, 3, 0, R },
    [ROLE_HIT_CURRENT] = { 16, 214, 0, 2, B, R | B | U },
    [ROLE_SELECTION] = { 231, 60, 7, 5, 0, R },
    [ROLE_CURRENT] = { 231, 24, 7, 4, B, R },
    [ROLE_DIM] = { 243, DEFAULT, DEFAULT, DEFAULT, 0, D },
    [ROLE_LABEL] = { 173, DEFAULT, 1, DEFAULT, 0, R },
    [ROLE_PERSON] = { 216, DEFAULT, 3, DEFAULT, U, U },
    [ROLE_COMPANY] = { 117, DEFAULT, 6, DEFAULT, U, U },
    [ROLE_PRODUCT] = { 150, DEFAULT, 2, DEFAULT, U, U },
    [ROLE_PUBLICATION] = { 183, DEFAULT, 5, DEFAULT, U, U },
    [ROLE_PLACE] = { 144, DEFAULT, 4, DEFAULT, U, U },
    [ROLE_EVENT] = { 204, DEFAULT, 7, DEFAULT, U, U },
    [ROLE_COUNTERPART] = { 114, DEFAULT, 2, DEFAULT, B, B },
    [ROLE_FIGURE] = { 223, DEFAULT, 3, DEFAULT, 0, B },
    [ROLE_ANNOTATION] = { 16, 150, 0, 2, 0, B | I },
    [ROLE_HINT] = { 16, 221, 0, 3, B, B | R },
    [ROLE_MISSING] = { 174, DEFAULT, 1, DEFAULT, U | I, U | D },
    [ROLE_ANNOTATION_YELLOW] = { 16, 222, 0, 3, 0, B | I },
    [ROLE_ANNOTATION_GREEN] = { 16, 72, 0, 2, 0, B | I },
    [ROLE_ANNOTATION_BLUE] = { 16, 110, 7, 4, 0, B | I },
    [ROLE_ANNOTATION_RED] = { 16, 174, 7, 1, 0, B | I },
    [ROLE_ANNOTATION_PURPLE] = { 16, 140, 7, 5, 0, B | I },
};

static const struct look light[ROLE_COUNT] = {
    [ROLE_TEXT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HEADING] = { 94, DEFAULT, 1, DEFAULT, B, B },
    [ROLE_CODE] = { 94, DEFAULT, 5, DEFAULT, 0, 0 },
    [ROLE_QUOTE] = { 238, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_MARKER] = { 244, DEFAULT, 4, DEFAULT, 0, D },
    [ROLE_LINK] = { 25, DEFAULT, 4, DEFAULT, U, U },
    [ROLE_NOTE_MARK] = { 94, DEFAULT, 5, DEFAULT, 0, B },
    [ROLE_TABLE_RULE] = { 249, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HEADER] = { 240, 254, DEFAULT, DEFAULT, 0, U },
    [ROLE_HEADER_FOCUS] = { 231, 25, 7, 4, B, B | R },
    [ROLE_BORDER] = { 248, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_STATUS] = { 236, 253, 7, 0, 0, R },
    [ROLE_MESSAGE] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_ERROR] = { 124, DEFAULT, 1, DEFAULT, B, B },
    [ROLE_PROMPT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0 },
    [ROLE_HIT] = { 16, 222, 0, 3, 0, R },
    [ROLE_HIT_CURRENT] = { 16, 208, 0, 2, B, R | B | U },
    [ROLE_SELECTION] = { 16, 153, 7, 5, 0, R },
    [ROLE_CURRENT] = { 231, 25, 7, 4, B, R },
    [ROLE_DIM] = { 246, DEFAULT, DEFAULT, DEFAULT, 0, D },
    [ROLE_LABEL] = { 130, DEFAULT, 1, DEFAULT, 0, R },
    [ROLE_PERSON] = { 130, DEFAULT, 1, DEFAULT, U, U },
    [ROLE_COMPANY] = { 24, DEFAULT, 4, DEFAULT, U, U },
    [ROLE_PRODUCT] = { 22, DEFAULT, 2, DEFAULT, U, U },
    [ROLE_PUBLICATION] = { 90, DEFAULT, 5, DEFAULT, U, U },
    [ROLE_PLACE] = { 58, DEFAULT, 6, DEFAULT, U, U },
    [ROLE_EVENT] = { 125, DEFAULT, 0, DEFAULT, U, U },
    [ROLE_COUNTERPART] = { 28, DEFAULT, 2, DEFAULT, B, B },
    [ROLE_FIGURE] = { 94, DEFAULT, 1, DEFAULT, 0, B },
    [ROLE_ANNOTATION] = { 16, 151, 0, 2, 0, B | I },
    [ROLE_HINT] = { 231, 125, 7, 5, B, B | R },
    [ROLE_MISSING] = { 131, DEFAULT, 1, DEFAULT, U | I, U | D },
    [ROLE_ANNOTATION_YELLOW] = { 16, 229, 0, 3, 0, B | I },
    [ROLE_ANNOTATION_GREEN] = { 16, 114, 0, 2, 0, B | I },
    [ROLE_ANNOTATION_BLUE] = { 16, 153, 7, 4, 0, B | I },
    [ROLE_ANNOTATION_RED] = { 16, 217, 7, 1, 0, B | I },
    [ROLE_ANNOTATION_PURPLE] = { 16, 183, 7, 5, 0, B | I },
};

#undef B
#undef I
#undef U
#undef R
#undef D

struct paint style_resolve(unsigned style, enum theme_name theme, int colors)
{
    unsigned role = STYLE_ROLE(style) < ROLE_COUNT ? STYLE_ROLE(style) : ROLE_TEXT;
    const struct look *look = theme == THEME_LIGHT ? &light[role] : &dark[role];
    struct paint paint = { DEFAULT, DEFAULT, look->attributes | STYLE_ATTRIBUTES(style) };
    if (theme == THEME_NONE || colors < 8) {
        paint.attributes = look->without_colours | STYLE_ATTRIBUTES(style);
    } else if (colors >= 256) {
        paint.foreground = look->fine_foreground;
        paint.background = look->fine_background;
    } else {
        paint.foreground = look->plain_foreground;
        paint.background = look->plain_background;
    }
    return paint;
}

bool style_theme_parse(const char *name, enum theme_name *theme)
{
    static const char *const names[] = { "dark", "light", "none" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0) {
            *theme = (enum theme_name)i;
            return true;
        }
    }
    return false;
}
