#include "entity/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "entity/units.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"

void names_free(struct names *names)
{
    free(names->items);
    free(names->arena);
    free(names->variants);
    *names = (struct names){ 0 };
}

static void trim(const char **name, size_t *length)
{
    size_t blank;
    while (*length > 0 && (blank = fold_white_space(*name, *length, 0)) > 0) {
        *name += blank;
        *length -= blank;
    }
    while (*length > 0) {
        size_t last = utf8_previous(*name, *length);
        if (fold_white_space(*name, *length, last) == 0)
            break;
        *length = last;
    }
}

/* Copies the name with half-width letters and digits; returns its length. */
static size_t copy_narrow(const struct variants *variants, const char *name, size_t length,
                          char *out)
{
    size_t written = 0;
    if (memchr(name, 0xEF, length) == NULL) { /* no full-width letter begins otherwise */
        memcpy(out, name, length);
        return length;
    }
    for (size_t at = 0; at < length;) {
        struct symbol symbol = variants_at(variants, name, length, at);
        if (symbol.wide) {
            out[written++] = (char)symbol.code;
        } else {
            memcpy(out + written, name + at, symbol.size);
            written += symbol.size;
        }
        at += symbol.size;
    }
    return written;
}

/* Settles most names by their bytes: one that begins with an ASCII letter or digit or a common Han
 * character and has no character in it that may end a line. */
static bool is_plainly_findable(const char *name, size_t length)
{
    unsigned char first = length > 0 ? (unsigned char)name[0] : 0;
    bool han = first >= 0xE4 && first <= 0xE9 && length >= 3;
    bool word = (unsigned char)((first | 0x20) - 'a') < 26 || (unsigned char)(first - '0') < 10;
    return (han || word) && memchr(name, '\n', length) == NULL &&
           memchr(name, 0xC2, length) == NULL && memchr(name, 0xE2, length) == NULL;
}

/* A name that can be found: something to read in it, and units to its very end. */
static bool is_findable(const struct variants *variants, const char *name, size_t length)
{
    if (is_plainly_findable(name, length))
        return true;
    struct units units = units_begin(variants, name, length, 0, length);
    bool readable = false;
    while (units_next(&units))
        readable |= units.tail != TAIL_SIGN && units.tail != TAIL_HYPHEN;
    return readable && units.at == length;
}

bool names_add(struct names *names, const char *name, size_t length, uint32_t entity,
               enum name_role role, unsigned flags)
{
    trim(&name, &length);
    if (length > NAMES_LENGTH_LIMIT || names->arena_length + length > UINT32_MAX ||
        names->count >= NAMES_NONE - 1)
        return false;
    if (names->variants == NULL)
        names->variants = variants_new();
    names->arena = vector_grow(names->arena, &names->arena_capacity,
                               names->arena_length + length + 1, 1);
    char *copy = names->arena + names->arena_length;
    length = copy_narrow(names->variants, name, length, copy);
    if (!is_findable(names->variants, copy, length))
        return false;
    VECTOR_PUSH(names, (struct name){ (uint32_t)names->arena_length, entity, NAMES_NONE,
                                      (uint16_t)length, (uint8_t)role, (uint8_t)flags });
    names->arena_length += length;
    return true;
}

/* True when two spellings of one length, one of them a name's, surely differ in letter case and
 * the text is not in capitals: settled by the first bytes that differ. */
static bool differs_in_case(const char *spelling, const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && spelling[at] == text[at])
        at++;
    if (at == length || (spelling[at] ^ text[at]) != 0x20 || !ascii_is_letter(text[at]))
        return false;
    for (at = 0; at < length; at++) {
        if (ascii_is_small(text[at]))
            return true;
    }
    return false;
}

bool names_agree(const struct names *names, uint32_t number, const char *text, size_t length)
{
    const struct name *name = &names->items[number];
    const char *spelling = names_text(names, number);
    if (length == name->length && memcmp(text, spelling, length) == 0)
        return true;
    if (length == name->length && (name->flags & NAME_ANY_CASE) == 0 &&
        differs_in_case(spelling, text, length))
        return false;
    switch (units_compare(names->variants, spelling, name->length, text, length)) {
    case AGREE_EXACT:
        return true;
    case AGREE_CAPS:
        return (name->flags & NAME_AS_WRITTEN) == 0;
    case AGREE_CASE:
        return (name->flags & NAME_ANY_CASE) != 0;
    default:
        return false;
    }
}
