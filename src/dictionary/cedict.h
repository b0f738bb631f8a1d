/* cedict: dictionaries in the text form of CEDICT and CC-CEDICT, HanDeDict, CFDICT, CC-Canto:
 *
 *     # a remark
 *     股權 股权 [gu3 quan2] /equity shares/stock right/
 *     靚仔 靓仔 [liang4 zai3] {leng3 zai2} /handsome man/ # a remark
 *
 * traditional form, simplified form, reading, that in Cantonese, which becomes a last gloss
 * "(Jyutping leng3 zai2)", glosses. Lines that are none of these are faults, but for CC-Canto's that
 * tell readings alone: these are passed over. HanDeDict and CFDICT say in their first remarks who
 * they are; then the languages are zh-de and zh-fr. */
#ifndef DIPTYCH_DICTIONARY_CEDICT_H
#define DIPTYCH_DICTIONARY_CEDICT_H

#include <stddef.h>

#include "dictionary/dictionary_builder.h"
#include "dictionary/import_report.h"

/* Any bytes; they are cleaned here. */
void cedict_read(const char *bytes, size_t length, struct dictionary_builder *builder,
                 struct import_report *report);

#endif
