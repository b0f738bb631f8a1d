#include "notes/known.h"

#include <string.h>

#include "base/sha256.h"

#define KEY_SIZE 16 /* bytes of the hash that are kept */

static void add_text(struct sha256 *sha, const char *text)
{
    sha256_add(sha, text, strlen(text) + 1);
}

static void key_of_words(const struct annotation *annotation, unsigned char key[SHA256_SIZE])
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
    sha256_end(&sha, key);
}

static void key_of_origin(const struct annotation *annotation, unsigned char key[SHA256_SIZE])
{
    struct sha256 sha;
    sha256_begin(&sha);
    add_text(&sha, "origin");
    add_text(&sha, annotation->origin);
    sha256_end(&sha, key);
}

static bool has(const struct known *known, const unsigned char *key)
{
    return string_ids_find(&known->keys, key, KEY_SIZE) != STRING_IDS_NONE;
}

void known_free(struct known *known)
{
    string_ids_free(&known->keys);
}

bool known_has(const struct known *known, const struct annotation *annotation)
{
    unsigned char key[SHA256_SIZE];
    key_of_words(annotation, key);
    if (has(known, key))
        return true;
    key_of_origin(annotation, key);
    return annotation->origin[0] != '\0' && has(known, key);
}

void known_add(struct known *known, const struct annotation *annotation)
{
    unsigned char key[SHA256_SIZE];
    key_of_words(annotation, key);
    (void)string_ids_add(&known->keys, key, KEY_SIZE);
    key_of_origin(annotation, key);
    if (annotation->origin[0] != '\0')
        (void)string_ids_add(&known->keys, key, KEY_SIZE);
}
