#include "align/kin_tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "language/word_kin.h"

#define GROUP_MOST 32 /* words */

struct group {
    const char *words[GROUP_MOST];
    size_t lengths[GROUP_MOST];
    uint32_t tokens[GROUP_MOST];
    size_t count;
    size_t known; /* that the text has */
};

/* Reads the group that begins there; where the next one does, NULL behind the last. */
static const char *read_group(const struct string_ids *tokens, const char *at, struct group *group)
{
    group->count = group->known = 0;
    while (*at != ';' && *at != '\0' && group->count < GROUP_MOST) {
        size_t length = strcspn(at, " ;");
        uint32_t token = string_ids_find(tokens, at, length);
        group->words[group->count] = at;
        group->lengths[group->count] = length;
        group->tokens[group->count++] = token;
        group->known += token != STRING_IDS_NONE;
        at += length + (at[length] == ' ');
    }
    return *at == ';' ? at + 1 : NULL;
}

/* The number of a stem, which has no item yet if it is new. */
static uint32_t add_stem(struct kin_tokens *kin, const char *text, size_t length)
{
    size_t before = kin->stems.count;
    uint32_t stem = string_ids_add(&kin->stems, text, length);
    if (kin->stems.count > before) {
        kin->first =
            vector_grow(kin->first, &kin->first_capacity, kin->stems.count, sizeof *kin->first);
        kin->first[stem] = STRING_IDS_NONE;
    }
    return stem;
}

static void add_group(struct kin_tokens *kin, const struct group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        uint32_t stem = add_stem(kin, group->words[i], group->lengths[i]);
        for (size_t k = 0; k < group->count; k++) {
            if (k == i || group->tokens[k] == STRING_IDS_NONE)
                continue;
            VECTOR_PUSH(kin, (struct kin_token){ group->tokens[k], kin->first[stem] });
            kin->first[stem] = (uint32_t)kin->count - 1;
        }
    }
}

void kin_tokens_build(struct kin_tokens *kin, const struct string_ids *tokens)
{
    struct group group;
    for (size_t i = 0; word_kin_groups[i] != NULL; i++) {
        for (const char *at = word_kin_groups[i]; at != NULL;) {
            at = read_group(tokens, at, &group);
            if (group.known > 0)
                add_group(kin, &group);
        }
    }
}

void kin_tokens_free(struct kin_tokens *kin)
{
    string_ids_free(&kin->stems);
    free(kin->first);
    free(kin->items);
}

void kin_tokens_gather(const struct kin_tokens *kin, const char *stem, size_t length, float weight,
                       struct gather *gather)
{
    uint32_t number = string_ids_find(&kin->stems, stem, length);
    uint32_t item = number != STRING_IDS_NONE ? kin->first[number] : STRING_IDS_NONE;
    for (; item != STRING_IDS_NONE; item = kin->items[item].next) {
        uint32_t token = kin->items[item].token;
        if (gather->values[token] < weight)
            sparse_rows_gather_add(gather, token, weight - gather->values[token]);
    }
}
