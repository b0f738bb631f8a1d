/* glossary: a collection's own terms, glossary.tsv, as a dictionary in memory.
 *
 *     en <tab> zh <tab> pinyin <tab> remark
 *
 * in this order, named so in the first line. Its entries are those of dictionary.h, in the order of
 * the file: the Chinese term in both forms, the pinyin as the reading, the English term as the
 * glosses. Lines without both terms are passed over: check_glossary tells of them.
 * Ownership: the caller closes it (dictionary_close). */
#ifndef DIPTYCH_DICTIONARY_GLOSSARY_H
#define DIPTYCH_DICTIONARY_GLOSSARY_H

#include <stddef.h>

#include "base/error.h"
#include "dictionary/dictionary.h"

#define GLOSSARY_FILE "glossary.tsv" /* in the collection's folder */
#define GLOSSARY_LIMIT ((size_t)64 << 20)

/* NULL with a sentence when the file cannot be read; with none, an empty one, when there is no such
 * file. */
struct dictionary *glossary_open(const char *path, struct error *error);

#endif
