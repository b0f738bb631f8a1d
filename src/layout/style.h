/* style: what a cell means, and how a theme shows it.
 *
 * Code paints roles (STYLE_ROLE...), never colours. A style number is a role in the low
 * byte and attribute bits above it. A theme is a table: role -> colours and attributes
 * for 256, 16 and 8 colours, and attributes alone for none, so that nothing is told
 * by colour alone.
 * Colours are terminal palette numbers (0-255), -1 the terminal's default. */
#ifndef DIPTYCH_LAYOUT_STYLE_H
#define DIPTYCH_LAYOUT_STYLE_H

#include <stdbool.h>

#include "base/buffer.h"

enum style_role {
    ROLE_TEXT,
    ROLE_HEADING,
    ROLE_CODE,
    ROLE_QUOTE,
    ROLE_MARKER, /* list markers, rules, quote bars */
    ROLE_LINK,
    ROLE_NOTE_MARK,
    ROLE_TABLE_RULE,
    ROLE_HEADER, /* pane header */
    ROLE_HEADER_FOCUS,
    ROLE_BORDER,
    ROLE_STATUS,
    ROLE_MESSAGE,
    ROLE_ERROR,
    ROLE_PROMPT,
    ROLE_HIT, /* search hits, and the one the cursor is on */
    ROLE_HIT_CURRENT,
    ROLE_SELECTION,
    ROLE_CURRENT, /* the row chosen in a list */
    ROLE_DIM,
    ROLE_LABEL, /* unprintable characters made visible, cut words */
    ROLE_PERSON,
    ROLE_COMPANY,
    ROLE_PRODUCT,
    ROLE_PUBLICATION,
    ROLE_PLACE,
    ROLE_EVENT,
    ROLE_COUNTERPART,
    ROLE_FIGURE,
    ROLE_ANNOTATION,
    ROLE_HINT,    /* labels to type on what can be followed */
    ROLE_MISSING, /* links to notes that do not exist */
    ROLE_ANNOTATION_YELLOW, /* annotations to which the reader gave a colour */
    ROLE_ANNOTATION_GREEN,
    ROLE_ANNOTATION_BLUE,
    ROLE_ANNOTATION_RED,
    ROLE_ANNOTATION_PURPLE,
    ROLE_COUNT
};

enum style_attribute {
    ATTRIBUTE_BOLD = 1 << 8,
    ATTRIBUTE_ITALIC = 1 << 9,
    ATTRIBUTE_UNDERLINE = 1 << 10,
    ATTRIBUTE_REVERSE = 1 << 11,
    ATTRIBUTE_STRIKE = 1 << 12,
    ATTRIBUTE_DIM = 1 << 13
};

#define STYLE_ROLE(style) ((style) & 0xFFu)
#define STYLE_ATTRIBUTES(style) ((style) & 0xFF00u)

enum theme_name { THEME_DARK, THEME_LIGHT, THEME_NONE, THEME_SEPIA, THEME_CONTRAST, THEME_COUNT };

#define COLORS_TRUE 0x1000000 /* a terminal that takes any colour */

struct palette; /* layout/palette.h */

struct paint {
    int foreground; /* palette number, -1 default */
    int background;
    int true_foreground; /* 0xRRGGBB, -1: as foreground */
    int true_background;
    unsigned attributes; /* enum style_attribute */
};

/* How `style` looks in a palette on a terminal of `colors` (0, 8, 16 or 256). */
struct paint style_resolve(unsigned style, const struct palette *palette, int colors);

/* Appends what switches to its colours on a terminal that takes any. */
void style_put_true_colours(const struct paint *paint, struct buffer *out);

const char *style_role_name(enum style_role role); /* "header-focus" */

/* "dark", "light", "none", "sepia", "contrast"; false when it is no theme's name. */
bool style_theme_parse(const char *name, enum theme_name *theme);

/* That of this name; where it is NULL, as the background is, and none without colours. */
enum theme_name style_theme_choose(const char *name, bool light, int colors);

#endif
