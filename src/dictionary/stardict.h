/* stardict: dictionaries in the format of StarDict, versions 2.4.2 and 3.0.0, as its file
 * doc/StarDictFileFormat describes it.
 *
 * NAME.ifo says what the dictionary is, NAME.idx (or .idx.gz) has the headwords with the offset
 * and size of their definitions in NAME.dict (or .dict.dz). Offsets have 32 or 64 bits. Of a
 * definition's fields the texts are taken (types m, l, t, y, w, n as they are; g, h, k, x without
 * their markup); pictures, sounds and lists of files are not. Each line of a definition becomes a
 * gloss. NAME.syn, where there is one, has other headwords of entries. */
#ifndef DIPTYCH_DICTIONARY_STARDICT_H
#define DIPTYCH_DICTIONARY_STARDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "dictionary/dictionary_builder.h"
#include "dictionary/import_report.h"

/* The files, unpacked; any bytes. */
struct stardict {
    const char *info;
    size_t info_length;
    const char *index;
    size_t index_length;
    const char *data;
    size_t data_length;
    const char *synonyms; /* "" none */
    size_t synonyms_length;
};

/* False with a sentence when the .ifo is none, or of a version or kind that is not known; `name`
 * is for the sentence. Entries that cannot be read are faults of the report. */
bool stardict_read(const struct stardict *files, const char *name,
                   struct dictionary_builder *builder, struct import_report *report,
                   struct error *error);

#endif
