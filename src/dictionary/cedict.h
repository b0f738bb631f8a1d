/* cedict: dictionaries in the text form of CEDICT and CC-CEDICT, HanDeDict, CFDICT:
 *
 *     # a remark
 *     股權 股权 [gu3 quan2] /equity shares/stock right/
 *
 * traditional form, simplified form, reading, glosses. Lines that are none of these are faults. */
#ifndef DIPTYCH_DICTIONARY_CEDICT_H
#define DIPTYCH_DICTIONARY_CEDICT_H

#include <stddef.h>

#include "dictionary/dictionary_builder.h"
#include "dictionary/import_report.h"

/* Any bytes; they are cleaned here. */
void cedict_read(const char *bytes, size_t length, struct dictionary_builder *builder,
                 struct import_report *report);

#endif
