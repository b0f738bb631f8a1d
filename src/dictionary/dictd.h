/* dictd: dictionaries in the format of the dict server (dictfmt(1)), as Debian's dict-freedict-*
 * have them.
 *
 * NAME.index has a line an entry: headword, and the offset and size of its definition in NAME.dict (or
 * .dict.dz), each in digits to base 64. Headwords that begin with "00database" or "00-database" tell of
 * the dictionary. Where the first line of a definition is the headword, often with its
 * pronunciation between slashes, that is how it is spelt (the index may have it without signs);
 * lines of references ("see:", "Synonyms:") are left out, each other line becomes a gloss. */
#ifndef DIPTYCH_DICTIONARY_DICTD_H
#define DIPTYCH_DICTIONARY_DICTD_H

#include <stddef.h>

#include "dictionary/dictionary_builder.h"
#include "dictionary/import_report.h"

/* The two files, unpacked; any bytes. Places are lines of the index. */
void dictd_read(const char *index, size_t index_length, const char *data, size_t data_length,
                struct dictionary_builder *builder, struct import_report *report);

#endif
