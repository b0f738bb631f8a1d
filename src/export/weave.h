/* weave: exporting again into a file that a person has written in as well.
 *
 * A note's block stands between two lines of its own, which name it:
 *
 *     <!-- diptych:note 0m8x4k2p9qrs -->        # diptych:note 0m8x4k2p9qrs
 *     ...                                        ...
 *     <!-- /diptych:note 0m8x4k2p9qrs -->       # /diptych:note 0m8x4k2p9qrs
 *
 * Weaving puts each note's block in the place of the one that is there, and what is new at the end.
 * All else stays as it is, byte for byte: what was written around and between blocks, the order
 * they were brought into, and the blocks of notes that are not among those exported (they may
 * have been deleted, filtered out or come from another store: taking them out is left to whoever
 * owns the file). What was changed inside a block is lost.
 *
 * A file in which the lines do not pair up, or with two blocks of one note, is left alone: it
 * cannot be told what is whose. */
#ifndef DIPTYCH_EXPORT_WEAVE_H
#define DIPTYCH_EXPORT_WEAVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "export/printer.h"

/* The id as it stands in the file: letters, digits, - and _; any other byte is _. */
void weave_add_id(struct buffer *out, const char *id);

/* The line before or after a block. */
void weave_add_mark(struct buffer *out, const struct block_marks *marks, bool closing,
                    const char *id);

/* Prints `set` into what the file holds, `old`. An empty one is printed anew. The printer must
 * have marks. False with a sentence that names a line; `out` is then incomplete. */
bool weave_run(const struct printer *printer, const struct export_set *set, const char *old,
               size_t length, struct buffer *out, struct error *error);

#endif
