#include "doc/substitute.h"

#include <stdlib.h>

#include "base/vector.h"
#include "text/ascii.h"

void substitutes_add(struct substitutes *pieces, struct substitute piece, struct buffer *out)
{
    buffer_add_format(out, "%c%zu%c", SUBSTITUTE_OPEN, pieces->count, SUBSTITUTE_CLOSE);
    VECTOR_PUSH(pieces, piece);
}

size_t substitutes_at(const struct substitutes *pieces, const char *text, size_t length,
                      size_t *index)
{
    if (length < 3 || text[0] != SUBSTITUTE_OPEN)
        return 0;
    size_t at = 1;
    *index = 0;
    for (; at < length && ascii_is_digit(text[at]) && *index < pieces->count; at++)
        *index = *index * 10 + (size_t)(text[at] - '0');
    if (at == 1 || at == length || text[at] != SUBSTITUTE_CLOSE || *index >= pieces->count)
        return 0;
    return at + 1;
}

void substitutes_restore(const struct substitutes *pieces, const char *text, size_t length,
                         struct buffer *out)
{
    size_t size;
    for (size_t at = 0; at < length; at += size) {
        size_t index;
        size = 1;
        if (text[at] == SUBSTITUTE_HINT || text[at] == SUBSTITUTE_LABEL)
            continue;
        if (text[at] == SUBSTITUTE_OPEN) {
            size_t taken = substitutes_at(pieces, text + at, length - at, &index);
            if (taken > 0)
                buffer_add(out, pieces->items[index].text, pieces->items[index].length);
            size = taken > 0 ? taken : 1;
            continue;
        }
        while (at + size < length && text[at + size] != SUBSTITUTE_OPEN &&
               text[at + size] != SUBSTITUTE_HINT && text[at + size] != SUBSTITUTE_LABEL)
            size++;
        buffer_add(out, text + at, size);
    }
}

void substitutes_free(struct substitutes *pieces)
{
    free(pieces->items);
    *pieces = (struct substitutes){ 0 };
}
