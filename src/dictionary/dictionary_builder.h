/* dictionary_builder: entries in, a compiled dictionary out (dictionary_file.h).
 *
 * Whoever reads a source (cedict.h, stardict.h) adds entries in its order and writes once. The file
 * is written beside its place, synced and renamed: whoever has the old one open keeps it.
 * Memory is about three times the text. Ownership: dictionary_builder_free. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_BUILDER_H
#define DIPTYCH_DICTIONARY_DICTIONARY_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "dictionary/dictionary.h"

#define DICTIONARY_TEXT_MOST ((size_t)1 << 30) /* bytes of all strings */

struct dictionary_builder;

struct dictionary_builder *dictionary_builder_new(void);
void dictionary_builder_free(struct dictionary_builder *builder);

/* Copies the entry, whose strings are clean. False when the dictionary has become too large for
 * one more; what is there can still be written. */
bool dictionary_builder_add(struct dictionary_builder *builder,
                            const struct dictionary_entry *entry);
/* Adds `headword` as another way to come to the entry `index`. False as above. */
bool dictionary_builder_alias(struct dictionary_builder *builder, size_t index,
                              const char *headword);

/* Says what the headwords and the glosses are in, "zh-de": two codes of two or three letters; else
 * it is guessed: Chinese or English. False when it is nothing of the kind. */
bool dictionary_builder_languages(struct dictionary_builder *builder, const char *languages);
bool dictionary_builder_are_languages(const char *languages);

size_t dictionary_builder_count(const struct dictionary_builder *builder);

/* Puts the bytes of the compiled dictionary into `out`, which is empty, for dictionary_from_bytes.
 * To be called once, and nothing after it. */
void dictionary_builder_compile(struct dictionary_builder *builder, struct buffer *out);

/* Compiles to a file instead. False with a sentence when there is no entry or the file cannot be
 * written. */
bool dictionary_builder_write(struct dictionary_builder *builder, const char *path,
                              struct error *error);

#endif
