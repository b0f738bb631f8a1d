/* import: a dictionary's files, of whatever form, to a compiled dictionary.
 *
 * The form goes by what the file is: the .ifo of StarDict, with its .idx or .idx.gz, its .dict or .dict.dz
 * and its .syn beside it; the .index of dictd, with its .dict or .dict.dz; or any other file of these; a
 * CSV with the columns of ECDICT; else CEDICT's text. Each may be packed with gzip, the last two with ZIP,
 * xz, bzip2 or zstd as well. A file of more than IMPORT_LIMIT bytes, packed or not, is refused. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARY_IMPORT_H
#define DIPTYCH_DICTIONARY_DICTIONARY_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "dictionary/import_report.h"

#define IMPORT_LIMIT ((size_t)256 << 20)

struct conversion;

struct import_task {
    const char *path;
    const char *target;
    const char *languages; /* "zh-de"; NULL: guessed */

    /* Whether `entries` may take the place of `before`, which are more; else says why not. NULL: they may. */
    bool (*shrink)(void *context, size_t before, size_t entries, struct error *error);
    void *context;
    const struct import_watch *watch; /* NULL: nobody waits */
    struct conversion *conversion; /* unpacks what gzip has not packed; NULL none */
};

bool dictionary_import_run(const struct import_task *task, struct import_report *report,
                           struct error *error);

/* Compiles `path` to `target`; dictionary_import_run does it as a task says. False with a sentence
 * when nothing could be read from it, the result not be written, or the watch stopped it; then
 * `target` is as it was. */
bool dictionary_import_file(const char *path, const char *target, struct import_report *report,
                            struct error *error);

/* The name that a dictionary goes by: that of its file up to the first dot, and "cedict" for all
 * the names that CC-CEDICT comes with (cedict_ts.u8.gz, cedict_1_0_ts_utf-8_mdbg.txt.gz). Letters,
 * digits, - and _ stay, all else becomes -. Caller frees. */
char *dictionary_import_name(const char *path);

#endif
