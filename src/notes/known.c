#include "notes/known.h"

#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "base/xalloc.h"

static void add_text(struct sha256 *sha, const char *text)
{
    sha256_add(sha, text, strlen(text) + 1);
}

static void finish(struct sha256 *sha, uint64_t key[2])
{
    unsigned char digest[SHA256_SIZE];
    sha256_end(sha, digest);
    memcpy(key, digest, 2 * sizeof *key);
    key[0] |= 1;
}

static void key_of_words(const struct annotation *annotation, uint64_t key[2])
{
    struct sha256 sha;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    sha256_begin(&sha);
    add_text(&sha, annotation_kind_name(annotation->kind));
    add_text(&sha, annotation->word);
    add_text(&sha, annotation->comment);
    for (size_t i = 0; i < annotation->tag_count; i++)
        add_text(&sha, annotation->tags[i]);
    add_text(&sha, "");
    add_text(&sha, target != NULL ? target->article : "");
    add_text(&sha, target != NULL ? target->quote : "");
    finish(&sha, key);
}

static void key_of_origin(const struct annotation *annotation, uint64_t key[2])
{
    struct sha256 sha;
    sha256_begin(&sha);
    add_text(&sha, "origin");
    add_text(&sha, annotation->origin);
    finish(&sha, key);
}

static size_t slot_of(const struct known *known, const uint64_t key[2])
{
    size_t slot = (size_t)key[1] & (known->slot_count - 1);
    while (known->slots[slot][0] != 0 &&
           (known->slots[slot][0] != key[0] || known->slots[slot][1] != key[1]))
        slot = (slot + 1) & (known->slot_count - 1);
    return slot;
}

static bool has(const struct known *known, const uint64_t key[2])
{
    return known->slot_count > 0 && known->slots[slot_of(known, key)][0] != 0;
}

static void add(struct known *known, const uint64_t key[2]);

static void grow(struct known *known)
{
    struct known larger = { .slot_count = known->slot_count > 0 ? known->slot_count * 2 : 1024 };
    larger.slots = xcalloc(larger.slot_count, sizeof *larger.slots);
    for (size_t i = 0; i < known->slot_count; i++) {
        if (known->slots[i][0] != 0)
            add(&larger, known->slots[i]);
    }
    free(known->slots);
    *known = larger;
}

static void add(struct known *known, const uint64_t key[2])
{
    if (known->count * 2 >= known->slot_count)
        grow(known);
    size_t slot = slot_of(known, key);
    known->count += known->slots[slot][0] == 0;
    memcpy(known->slots[slot], key, sizeof known->slots[slot]);
}

void known_free(struct known *known)
{
    free(known->slots);
    *known = (struct known){ .count = 0 };
}

bool known_has(const struct known *known, const struct annotation *annotation)
{
    uint64_t key[2];
    key_of_words(annotation, key);
    if (has(known, key))
        return true;
    key_of_origin(annotation, key);
    return annotation->origin[0] != '\0' && has(known, key);
}

void known_add(struct known *known, const struct annotation *annotation)
{
    uint64_t key[2];
    key_of_words(annotation, key);
    add(known, key);
    key_of_origin(annotation, key);
    if (annotation->origin[0] != '\0')
        add(known, key);
}
