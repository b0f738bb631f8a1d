/* ecdict: English-Chinese dictionaries as ECDICT has them: CSV whose first row names the columns,
 * among them word, translation, phonetic and definition.
 *
 * The translation's lines, parted by "\\n" or line ends, become glosses; a word without one has its
 * definition, and without either is passed over. */
#ifndef DIPTYCH_DICTIONARY_ECDICT_H
#define DIPTYCH_DICTIONARY_ECDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "dictionary/dictionary_builder.h"
#include "dictionary/import_report.h"

/* Whether the first row names a word and its translation. */
bool ecdict_is(const char *bytes, size_t length);

/* Any bytes; they are cleaned here. Places are lines. */
void ecdict_read(const char *bytes, size_t length, struct dictionary_builder *builder,
                 struct import_report *report);

#endif
