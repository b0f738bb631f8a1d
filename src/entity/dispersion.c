#include "entity/dispersion.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"

#define STEPS ((size_t)8)

static const char *const blocks[STEPS + 1] = { " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
static const char *const ramp[STEPS + 1] = { " ", ".", ":", "-", "=", "+", "*", "#", "@" };

static size_t cell_of(size_t offset, size_t length, size_t cells)
{
    if (offset >= length)
        return cells - 1;
    return (size_t)((uint64_t)offset * cells / length);
}

/* `most` is the highest count of the strip. */
static size_t step_of(size_t count, size_t most)
{
    if (most <= STEPS)
        return count;
    return (size_t)(((uint64_t)count * STEPS + most - 1) / most);
}

void dispersion_strip(const size_t *offsets, size_t count, size_t length, size_t cells,
                      bool ascii, struct buffer *out)
{
    size_t *counts = xcalloc(cells + 1, sizeof *counts);
    size_t most = 0;
    for (size_t i = 0; i < count && cells > 0 && length > 0; i++) {
        size_t here = ++counts[cell_of(offsets[i], length, cells)];
        most = here > most ? here : most;
    }
    for (size_t i = 0; i < cells; i++)
        buffer_add_text(out, (ascii ? ramp : blocks)[step_of(counts[i], most)]);
    free(counts);
}
