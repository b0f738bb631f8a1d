/* passage_map: an alignment as the room asks for it: by places of either text.
 *
 * The alignment's items (align/alignment.h) are its passages and their counterparts. Here they are
 * found by the byte offset of a cursor, on side 0 (the alignment's A) and side 1 (B) alike.
 * Ownership: passage_map_free. */
#ifndef DIPTYCH_QUERY_PASSAGE_MAP_H
#define DIPTYCH_QUERY_PASSAGE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "align/alignment.h"

#define HINGE_NONE SIZE_MAX

struct passage_map {
    struct alignment alignment;
    size_t *orders[2]; /* numbers of the items, by their place on each side */
    size_t *shared[2]; /* by place: how many before it have a passage of their own and a counterpart */
};

/* Takes the alignment over ({ 0 } afterwards). */
void passage_map_take(struct passage_map *hinge, struct alignment *alignment);
void passage_map_free(struct passage_map *hinge); /* frees the contents, not the struct */

static inline struct span passage_map_span(const struct alignment_item *item, int side)
{
    return side == 0 ? item->a_span : item->b_span;
}

static inline bool passage_map_has(const struct alignment_item *item, int side)
{
    return (side == 0 ? item->a_count : item->b_count) > 0;
}

/* Whether the item has a passage of its own there. */
static inline bool passage_map_owns(const struct alignment_item *item, int side)
{
    return alignment_item_owns(item, side == 0);
}

/* The item whose own passage on that side `offset` lies in: between two passages the one before; before
 * all the first one. HINGE_NONE when that side has none. */
size_t passage_map_at(const struct passage_map *hinge, int side, size_t offset);

/* The next (or previous) item behind `offset` that has a passage on that side and none on the
 * other, HINGE_NONE. Passages in a row count as one: what is returned begins such a run. */
size_t passage_map_unmatched(const struct passage_map *hinge, int side, size_t offset,
                             bool forward);

/* The next (or previous) item behind `offset` that has a passage on either side, HINGE_NONE; and the
 * one before or after that begins or ends nearest to it. */
size_t passage_map_shared(const struct passage_map *hinge, int side, size_t offset, bool forward);
size_t passage_map_near(const struct passage_map *hinge, int side, size_t offset);

/* Which of the *count passages of that side that have a counterpart `offset` lies in, 1 the first;
 * 0: in none. */
size_t passage_map_number(const struct passage_map *hinge, int side, size_t offset, size_t *count);

/* Adds those that overlap `range`, in order. */
void passage_map_collect(const struct passage_map *hinge, int side, struct span range,
                         struct spans *out);

/* What stands on the other side for all passages that overlap `span`: joined, and how sure that is, from
 * 0 to 1; where they lie scattered, the one that is surest. False when nothing does. */
bool passage_map_join(const struct alignment *alignment, int side, struct span span,
                      struct span *other, double *confidence);

#endif
