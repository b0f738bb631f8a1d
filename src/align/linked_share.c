#include "align/linked_share.h"

static double length_of(const struct passages *passages, size_t first, size_t count)
{
    double length = 0;
    for (size_t i = first; i < first + count; i++)
        length += passages->items[i].length;
    return length;
}

void linked_add(struct linked_share *linked, const struct corpus *corpus, const struct beads *beads)
{
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (bead->source_count == 0 || bead->target_count == 0)
            continue;
        linked->source += (double)bead->confidence *
                          length_of(&corpus->source_passages, bead->source, bead->source_count);
        linked->target += (double)bead->confidence *
                          length_of(&corpus->target_passages, bead->target, bead->target_count);
    }
}

double linked_share(const struct linked_share *linked, const struct corpus *corpus,
                    enum linked_longer longer)
{
    const struct passages *shorter =
        longer == LINKED_SOURCE ? &corpus->target_passages : &corpus->source_passages;
    double all = length_of(shorter, 0, shorter->count);
    if (longer == LINKED_NEITHER)
        return 1;
    return all > 0 ? (longer == LINKED_SOURCE ? linked->target : linked->source) / all : 0;
}

double linked_fit(const struct linked_share *linked, const struct corpus *corpus,
                  enum linked_longer longer)
{
    if (linked->source <= 0 || linked->target <= 0)
        return 0;
    double off = linked->target / linked->source / corpus->ratio;
    return linked_share(linked, corpus, longer) * (off > 1 ? 1 / off : off);
}
