/* tag: a short mark that stands behind a place of a text and is no part of it (a letter behind a
 * name that tells its type).
 *
 * A layout gives tags cells of their own, between the character before their offset and what
 * follows it; a tag never begins a row. No offset is inside one: in a tag the cursor is on the
 * character before it.
 * Offsets are bytes of the document. Everything is borrowed, nothing allocated. */
#ifndef DIPTYCH_LAYOUT_TAG_H
#define DIPTYCH_LAYOUT_TAG_H

#include <stddef.h>

struct tag {
    size_t offset;
    const char *text;
    int cells;
};

/* Sorted by offset, at most one an offset. */
struct tags {
    const struct tag *items;
    size_t count;
};

/* Index of the first tag behind `offset`, `count` when there is none. */
size_t tags_after(const struct tags *tags, size_t offset);

/* Cells of the tags that stand behind text[start, end): at an offset > start and <= end. */
int tags_cells(const struct tags *tags, size_t start, size_t end);

#endif
