/* The palettes, as data: a row a role. */
#include "layout/palette.h"

#include <stddef.h>

#define DEFAULT (-1)

#define B ATTRIBUTE_BOLD
#define I ATTRIBUTE_ITALIC
#define U ATTRIBUTE_UNDERLINE
#define R ATTRIBUTE_REVERSE
#define D ATTRIBUTE_DIM

/* clang-format off */
static const struct palette dark = { .ink = { DEFAULT, 0 }, .paper = { DEFAULT, 0 }, .looks = {
    [ROLE_TEXT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HEADING] = { 222, DEFAULT, 3, DEFAULT, B, B, 0, 0 },
    [ROLE_CODE] = { 180, DEFAULT, 2, DEFAULT, 0, 0, 0, 0 },
    [ROLE_QUOTE] = { 250, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_MARKER] = { 246, DEFAULT, 6, DEFAULT, 0, D, 0, 0 },
    [ROLE_LINK] = { 75, DEFAULT, 6, DEFAULT, U, U, 0, 0 },
    [ROLE_NOTE_MARK] = { 180, DEFAULT, 3, DEFAULT, 0, B, 0, 0 },
    [ROLE_TABLE_RULE] = { 245, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HEADER] = { 248, 236, DEFAULT, DEFAULT, 0, U, 0, 0 },
    [ROLE_HEADER_FOCUS] = { 231, 24, 7, 4, B, B | R, 0, 0 },
    [ROLE_BORDER] = { 245, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_STATUS] = { 252, 236, 0, 7, 0, R, 0, 0 },
    [ROLE_MESSAGE] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_ERROR] = { 210, DEFAULT, 1, DEFAULT, B, B, 0, 0 },
    [ROLE_PROMPT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HIT] = { 16, 179, 0, 3, 0, R, 0, 0 },
    [ROLE_HIT_CURRENT] = { 16, 214, 0, 2, B, R | B | U, 0, 0 },
    [ROLE_SELECTION] = { 231, 60, 7, 5, 0, R, 0, 0 },
    [ROLE_CURRENT] = { 231, 24, 7, 4, B, R, 0, 0 },
    [ROLE_DIM] = { 246, DEFAULT, DEFAULT, DEFAULT, 0, D, 0, 0 },
    [ROLE_LABEL] = { 173, DEFAULT, 1, DEFAULT, 0, R, 0, 0 },
    [ROLE_PERSON] = { 216, DEFAULT, 3, DEFAULT, U, U, 0, 0 },
    [ROLE_COMPANY] = { 117, DEFAULT, DEFAULT, DEFAULT, U, U, 0, 0 },
    [ROLE_PRODUCT] = { 150, DEFAULT, 2, DEFAULT, U, U, 0, 0 },
    [ROLE_PUBLICATION] = { 183, DEFAULT, 5, DEFAULT, U, U, 0, 0 },
    [ROLE_PLACE] = { 144, DEFAULT, 6, DEFAULT, U, U, 0, 0 },
    [ROLE_EVENT] = { 204, DEFAULT, 7, DEFAULT, U, U, 0, 0 },
    [ROLE_COUNTERPART] = { 114, DEFAULT, 2, DEFAULT, B, B, 0, 0 },
    [ROLE_FIGURE] = { 223, DEFAULT, 3, DEFAULT, 0, B, 0, 0 },
    [ROLE_ANNOTATION] = { 255, 23, 7, 4, 0, B | I, 0xE8E8E8, 0x1F3D3D },
    [ROLE_HINT] = { 16, 221, 0, 3, B, B | R, 0, 0 },
    [ROLE_MISSING] = { 174, DEFAULT, 1, DEFAULT, U | I, U | D, 0, 0 },
    [ROLE_ANNOTATION_YELLOW] = { 255, 58, 0, 3, 0, B | I, 0xE8E8E8, 0x4A431B },
    [ROLE_ANNOTATION_GREEN] = { 255, 22, 0, 2, 0, B | I, 0xE8E8E8, 0x1F4027 },
    [ROLE_ANNOTATION_BLUE] = { 255, 17, 7, 4, 0, B | I, 0xE8E8E8, 0x1F2F57 },
    [ROLE_ANNOTATION_RED] = { 255, 52, 7, 1, 0, B | I, 0xE8E8E8, 0x4F2323 },
    [ROLE_ANNOTATION_PURPLE] = { 255, 53, 7, 5, 0, B | I, 0xE8E8E8, 0x412551 },
} };

static const struct palette contrast = { .ink = { 231, 0xFFFFFF }, .paper = { 16, 0x000001 }, .looks = {
    [ROLE_TEXT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HEADING] = { 226, DEFAULT, 3, DEFAULT, B, B, 0, 0 },
    [ROLE_CODE] = { 230, DEFAULT, 2, DEFAULT, 0, 0, 0, 0 },
    [ROLE_QUOTE] = { 231, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_MARKER] = { 231, DEFAULT, 6, DEFAULT, 0, D, 0, 0 },
    [ROLE_LINK] = { 123, DEFAULT, 6, DEFAULT, U, U, 0, 0 },
    [ROLE_NOTE_MARK] = { 226, DEFAULT, 3, DEFAULT, B, B, 0, 0 },
    [ROLE_TABLE_RULE] = { 255, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HEADER] = { 231, 238, DEFAULT, DEFAULT, 0, U, 0, 0 },
    [ROLE_HEADER_FOCUS] = { 16, 231, 0, 7, B, B | R, 0, 0 },
    [ROLE_BORDER] = { 255, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_STATUS] = { 16, 255, 0, 7, 0, R, 0, 0 },
    [ROLE_MESSAGE] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_ERROR] = { 217, DEFAULT, 1, DEFAULT, B, B, 0, 0 },
    [ROLE_PROMPT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 },
    [ROLE_HIT] = { 16, 226, 0, 3, 0, R, 0, 0 },
    [ROLE_HIT_CURRENT] = { 16, 46, 0, 2, B, R | B | U, 0, 0 },
    [ROLE_SELECTION] = { 16, 159, 7, 5, 0, R, 0, 0 },
    [ROLE_CURRENT] = { 16, 231, 0, 7, B, R, 0, 0 },
    [ROLE_DIM] = { 252, DEFAULT, DEFAULT, DEFAULT, 0, D, 0, 0 },
    [ROLE_LABEL] = { 222, DEFAULT, 1, DEFAULT, 0, R, 0, 0 },
    [ROLE_PERSON] = { 223, DEFAULT, 3, DEFAULT, U, U, 0, 0 },
    [ROLE_COMPANY] = { 159, DEFAULT, DEFAULT, DEFAULT, U, U, 0, 0 },
    [ROLE_PRODUCT] = { 157, DEFAULT, 2, DEFAULT, U, U, 0, 0 },
    [ROLE_PUBLICATION] = { 225, DEFAULT, 5, DEFAULT, U, U, 0, 0 },
    [ROLE_PLACE] = { 229, DEFAULT, 6, DEFAULT, U, U, 0, 0 },
    [ROLE_EVENT] = { 218, DEFAULT, 7, DEFAULT, U, U, 0, 0 },
    [ROLE_COUNTERPART] = { 120, DEFAULT, 2, DEFAULT, B, B, 0, 0 },
    [ROLE_FIGURE] = { 230, DEFAULT, 3, DEFAULT, B, B, 0, 0 },
    [ROLE_ANNOTATION] = { 231, 23, 7, 4, 0, B | I, 0, 0 },
    [ROLE_HINT] = { 16, 221, 0, 3, B, B | R, 0, 0 },
    [ROLE_MISSING] = { 217, DEFAULT, 1, DEFAULT, U | I, U | D, 0, 0 },
    [ROLE_ANNOTATION_YELLOW] = { 16, 229, 0, 3, 0, B | I, 0, 0 },
    [ROLE_ANNOTATION_GREEN] = { 231, 22, 0, 2, 0, B | I, 0, 0 },
    [ROLE_ANNOTATION_BLUE] = { 231, 17, 7, 4, 0, B | I, 0, 0 },
    [ROLE_ANNOTATION_RED] = { 231, 52, 7, 1, 0, B | I, 0, 0 },
    [ROLE_ANNOTATION_PURPLE] = { 231, 53, 7, 5, 0, B | I, 0, 0 },
} };

/* On white as on the yellow of old paper. */
#define LOOKS_ON_LIGHT { \
    [ROLE_TEXT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_HEADING] = { 94, DEFAULT, 1, DEFAULT, B, B, 0, 0 }, \
    [ROLE_CODE] = { 94, DEFAULT, 5, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_QUOTE] = { 238, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_MARKER] = { 241, DEFAULT, 4, DEFAULT, 0, D, 0, 0 }, \
    [ROLE_LINK] = { 25, DEFAULT, 4, DEFAULT, U, U, 0, 0 }, \
    [ROLE_NOTE_MARK] = { 94, DEFAULT, 5, DEFAULT, 0, B, 0, 0 }, \
    [ROLE_TABLE_RULE] = { 241, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_HEADER] = { 240, 254, DEFAULT, DEFAULT, 0, U, 0, 0 }, \
    [ROLE_HEADER_FOCUS] = { 231, 25, 7, 4, B, B | R, 0, 0 }, \
    [ROLE_BORDER] = { 241, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_STATUS] = { 236, 253, 7, 0, 0, R, 0, 0 }, \
    [ROLE_MESSAGE] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_ERROR] = { 124, DEFAULT, 1, DEFAULT, B, B, 0, 0 }, \
    [ROLE_PROMPT] = { DEFAULT, DEFAULT, DEFAULT, DEFAULT, 0, 0, 0, 0 }, \
    [ROLE_HIT] = { 16, 222, 0, 3, 0, R, 0, 0 }, \
    [ROLE_HIT_CURRENT] = { 16, 208, 0, 2, B, R | B | U, 0, 0 }, \
    [ROLE_SELECTION] = { 16, 153, 7, 5, 0, R, 0, 0 }, \
    [ROLE_CURRENT] = { 231, 25, 7, 4, B, R, 0, 0 }, \
    [ROLE_DIM] = { 241, DEFAULT, DEFAULT, DEFAULT, 0, D, 0, 0 }, \
    [ROLE_LABEL] = { 124, DEFAULT, 1, DEFAULT, 0, R, 0, 0 }, \
    [ROLE_PERSON] = { 88, DEFAULT, 1, DEFAULT, U, U, 0, 0 }, \
    [ROLE_COMPANY] = { 24, DEFAULT, 4, DEFAULT, U, U, 0, 0 }, \
    [ROLE_PRODUCT] = { 22, DEFAULT, 2, DEFAULT, U, U, 0, 0 }, \
    [ROLE_PUBLICATION] = { 90, DEFAULT, 5, DEFAULT, U, U, 0, 0 }, \
    [ROLE_PLACE] = { 58, DEFAULT, DEFAULT, DEFAULT, U, U, 0, 0 }, \
    [ROLE_EVENT] = { 125, DEFAULT, 0, DEFAULT, U, U, 0, 0 }, \
    [ROLE_COUNTERPART] = { 22, DEFAULT, 2, DEFAULT, B, B, 0, 0 }, \
    [ROLE_FIGURE] = { 94, DEFAULT, 1, DEFAULT, 0, B, 0, 0 }, \
    [ROLE_ANNOTATION] = { 16, 195, 7, 4, 0, B | I, 0x202020, 0xD9F0EE }, \
    [ROLE_HINT] = { 231, 125, 7, 5, B, B | R, 0, 0 }, \
    [ROLE_MISSING] = { 124, DEFAULT, 1, DEFAULT, U | I, U | D, 0, 0 }, \
    [ROLE_ANNOTATION_YELLOW] = { 16, 229, 0, 3, 0, B | I, 0x202020, 0xFBF3C4 }, \
    [ROLE_ANNOTATION_GREEN] = { 16, 194, 0, 2, 0, B | I, 0x202020, 0xDCF2D8 }, \
    [ROLE_ANNOTATION_BLUE] = { 16, 189, 7, 4, 0, B | I, 0x202020, 0xDBE6FB }, \
    [ROLE_ANNOTATION_RED] = { 16, 224, 7, 1, 0, B | I, 0x202020, 0xFBDFDC }, \
    [ROLE_ANNOTATION_PURPLE] = { 16, 225, 7, 5, 0, B | I, 0x202020, 0xF0DEF8 }, \
}
static const struct palette light = { .ink = { DEFAULT, 0 }, .paper = { DEFAULT, 0 }, .looks = LOOKS_ON_LIGHT };
static const struct palette sepia = { .ink = { 236, 0x3B2F22 }, .paper = { 230, 0xF4ECD8 }, .looks = LOOKS_ON_LIGHT };
/* clang-format on */

static const struct {
    const char *name;
    const struct palette *palette; /* NULL: the attributes alone */
} palettes[] = {
    [THEME_DARK] = { "dark", &dark },   [THEME_LIGHT] = { "light", &light },
    [THEME_NONE] = { "none", NULL },    [THEME_SEPIA] = { "sepia", &sepia },
    [THEME_CONTRAST] = { "contrast", &contrast },
};

const struct palette *palette_of(enum theme_name theme)
{
    return palettes[theme].palette != NULL ? palettes[theme].palette : &dark;
}

const char *palette_name(enum theme_name theme)
{
    return palettes[theme].name;
}
