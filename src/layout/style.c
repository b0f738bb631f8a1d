#include "layout/style.h"

#include <string.h>

#include "layout/colour.h"
#include "layout/palette.h"

/* A colour of 256, and what it is in true colour; the palette's own where the look has none. */
static void choose(int *number, int *rgb, short fine, int exact, const struct shade *own)
{
    *number = fine >= 0 ? fine : own->fine;
    *rgb = *number < 0 ? -1 : fine < 0 ? own->rgb : exact != 0 ? exact : -1;
    if (*number >= 16 && *rgb < 0)
        *rgb = colour_rgb(*number);
}

struct paint style_resolve(unsigned style, const struct palette *palette, int colors)
{
    unsigned role = STYLE_ROLE(style) < ROLE_COUNT ? STYLE_ROLE(style) : ROLE_TEXT;
    const struct look *look = &palette->looks[role];
    struct paint paint = { -1, -1, -1, -1, look->attributes | STYLE_ATTRIBUTES(style) };
    if (colors < 8) {
        paint.attributes = look->without_colours | STYLE_ATTRIBUTES(style);
    } else if (colors >= 256) {
        choose(&paint.foreground, &paint.true_foreground, look->fine_foreground,
               look->true_foreground, &palette->ink);
        choose(&paint.background, &paint.true_background, look->fine_background,
               look->true_background, &palette->paper);
    } else {
        paint.foreground = look->plain_foreground;
        paint.background = look->plain_background;
    }
    return paint;
}

bool style_theme_parse(const char *name, enum theme_name *theme)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(name, palette_name((enum theme_name)i)) == 0) {
            *theme = (enum theme_name)i;
            return true;
        }
    }
    return false;
}

enum theme_name style_theme_choose(const char *name, bool light, int colors)
{
    enum theme_name theme = colors == 0 ? THEME_NONE : light ? THEME_LIGHT : THEME_DARK;
    if (name != NULL)
        style_theme_parse(name, &theme);
    return theme;
}

const char *style_role_name(enum style_role role)
{
    static const char *const names[ROLE_COUNT] = {
        "text", "heading", "code", "quote", "marker", "link", "note-mark", "table-rule", "header",
        "header-focus", "border", "status", "message", "error", "prompt", "hit", "hit-current",
        "selection", "current", "dim", "label", "person", "company", "product", "publication",
        "place", "event", "counterpart", "figure", "annotation", "hint", "missing",
        "annotation-yellow", "annotation-green", "annotation-blue", "annotation-red",
        "annotation-purple",
    };
    return names[role];
}

static void put_true_colour(struct buffer *out, int kind, int number, int rgb)
{
    if (rgb >= 0)
        buffer_add_format(out, "\033[%d;2;%d;%d;%dm", kind, rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
    else if (number >= 0)
        buffer_add_format(out, "\033[%d;5;%dm", kind, number);
}

void style_put_true_colours(const struct paint *paint, struct buffer *out)
{
    put_true_colour(out, 38, paint->foreground, paint->true_foreground);
    put_true_colour(out, 48, paint->background, paint->true_background);
}
