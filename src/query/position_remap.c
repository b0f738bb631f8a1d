#include "query/position_remap.h"

#include <stdbool.h>
#include <string.h>

#define KEY_LONG ((size_t)48)
#define KEY_SHORT ((size_t)20)
#define PROBES 24 /* short keys on each side before giving up */

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

struct remap position_remap_between(const char *old, size_t old_length, const char *new,
                                    size_t new_length)
{
    struct remap remap = { old, old_length, new, new_length, 0, 0 };
    size_t least = old_length < new_length ? old_length : new_length;
    while (remap.prefix < least && old[remap.prefix] == new[remap.prefix])
        remap.prefix++;
    while (remap.prefix > 0 && remap.prefix < least && is_continuation(old[remap.prefix]))
        remap.prefix--;
    least -= remap.prefix;
    while (remap.suffix < least &&
           old[old_length - 1 - remap.suffix] == new[new_length - 1 - remap.suffix])
        remap.suffix++;
    while (remap.suffix > 0 && is_continuation(old[old_length - remap.suffix]))
        remap.suffix--;
    return remap;
}

/* Where the place would be if the middle had grown evenly. */
static size_t by_proportion(const struct remap *remap, size_t offset)
{
    size_t old_middle = remap->old_length - remap->suffix - remap->prefix;
    size_t new_middle = remap->new_length - remap->suffix - remap->prefix;
    double part = old_middle > 0 ? (double)(offset - remap->prefix) / (double)old_middle : 0;
    size_t at = remap->prefix + (size_t)(part * (double)new_middle);
    return at < remap->new_length ? at : remap->new_length;
}

/* The occurrence of old[from, from + length) in the new text that is nearest to `expected`. */
static bool find_nearest(const struct remap *remap, size_t from, size_t length, size_t expected,
                         size_t *found)
{
    const char *key = remap->old + from;
    size_t at = expected > REMAP_WINDOW ? expected - REMAP_WINDOW : 0;
    size_t end = remap->new_length - expected > REMAP_WINDOW ? expected + REMAP_WINDOW
                                                             : remap->new_length;
    size_t nearest = (size_t)-1;
    while (at + length <= end) {
        const char *hit = memchr(remap->new + at, key[0], end - length - at + 1);
        if (hit == NULL)
            break;
        at = (size_t)(hit - remap->new);
        if (memcmp(hit, key, length) == 0) {
            size_t distance = at > expected ? at - expected : expected - at;
            if (distance >= nearest)
                break; /* they only get farther from here on */
            nearest = distance;
            *found = at;
        }
        at++;
    }
    return nearest != (size_t)-1;
}

/* Looks for `length` bytes of the old text from `from` on. What lay between them and the place is
 * changed: the place is where the words that are left come nearest to it. */
static bool carry(const struct remap *remap, size_t from, size_t length, size_t offset, size_t *at)
{
    size_t found;
    if (from + length > remap->old_length ||
        !find_nearest(remap, from, length, by_proportion(remap, offset), &found))
        return false;
    if (from < offset) {
        from += length;
        found += length;
    }
    while (from > offset && found > 0 && remap->old[from - 1] == remap->new[found - 1]) {
        from--;
        found--;
    }
    while (from < offset && found < remap->new_length && remap->old[from] == remap->new[found]) {
        from++;
        found++;
    }
    *at = found;
    return true;
}

static size_t in_middle(const struct remap *remap, size_t offset)
{
    size_t at;
    if (carry(remap, offset, KEY_LONG, offset, &at) ||
        (offset >= KEY_LONG && carry(remap, offset - KEY_LONG, KEY_LONG, offset, &at)))
        return at;
    for (size_t i = 0; i < PROBES; i++) {
        size_t before = (i + 1) * KEY_SHORT;
        if (carry(remap, offset + i * KEY_SHORT, KEY_SHORT, offset, &at) ||
            (offset >= before && carry(remap, offset - before, KEY_SHORT, offset, &at)))
            return at;
    }
    return by_proportion(remap, offset);
}

size_t position_remap_offset(const struct remap *remap, size_t offset)
{
    if (offset > remap->old_length)
        offset = remap->old_length;
    size_t at;
    if (offset < remap->prefix)
        at = offset;
    else if (offset > remap->old_length - remap->suffix ||
             (offset == remap->old_length - remap->suffix && remap->suffix > 0))
        at = remap->new_length - (remap->old_length - offset);
    else
        at = in_middle(remap, offset);
    while (at > 0 && at < remap->new_length && is_continuation(remap->new[at]))
        at--;
    return at;
}
