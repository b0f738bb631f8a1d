/* config_file: a file of settings, a command a line, and those that it takes in.
 *
 * `source FILE` reads another file there and then: a relative name is looked for beside the file that
 * says it, ~/ is the home folder. A file that is being read already is not read again, and 100 files
 * are enough. A `#` at the beginning of a line, or between blanks and outside of double quotes, begins
 * a remark. What a line means is its taker's to say; lines come clean (text/sanitize.h), without the
 * blanks at their ends.
 *
 * Ownership: faults are the caller's (library/fault.h), their paths those of the files. */
#ifndef DIPTYCH_UI_CONFIG_FILE_H
#define DIPTYCH_UI_CONFIG_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/fault.h"

struct config_reader {
    /* What a line says; may write into it. False with a sentence when it makes no sense. */
    bool (*take)(void *context, char *line, struct error *error);
    void *context;
    const char *home; /* NULL: there is none */
};

/* Reads the file at `path`, which is a fault when it cannot be read. Faults are added in the order
 * in which they are met; `faults` may be NULL. */
void config_file_read(const struct config_reader *reader, const char *path, struct faults *faults);

/* Ends the line, which begins at or behind `from` with a word, before its remark and the blanks in
 * front of that. */
void config_file_cut_remark(char *line, size_t from);

#endif
