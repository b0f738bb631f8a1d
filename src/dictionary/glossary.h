/* glossary: a collection's own terms, glossary.tsv, as a dictionary in memory.
 *
 *     en <tab> zh <tab> pinyin <tab> remark
 *
 * in this order, named so in the first line. Its entries are those of dictionary.h, in the order of
 * the file: the Chinese term in both forms, the pinyin as the reading, the English term as the
 * glosses. Lines without both terms are passed over: check_glossary tells of them.
 * Ownership: glossary_free; strings live until then. */
#ifndef DIPTYCH_DICTIONARY_GLOSSARY_H
#define DIPTYCH_DICTIONARY_GLOSSARY_H

#include <stddef.h>

#include "base/error.h"
#include "dictionary/dictionary.h"

#define GLOSSARY_FILE "glossary.tsv" /* in the collection's folder */
#define GLOSSARY_LIMIT ((size_t)64 << 20)

struct glossary;

/* NULL with a sentence when the file cannot be read; with none, an empty one, when there is no such
 * file. */
struct glossary *glossary_open(const char *path, struct error *error);
void glossary_free(struct glossary *glossary);

/* For look-ups. */
const struct dictionary *glossary_dictionary(const struct glossary *glossary);

/* The remark of an entry, "" none. */
const char *glossary_remark(const struct glossary *glossary, size_t entry);

#endif
