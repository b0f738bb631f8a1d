/* export_file: notes into a file that may be there already.
 *
 * A format with marks of its own is woven into what the file holds (weave.h), any other is written
 * anew. A file that would not change is not touched; a link stays one; a new file is as open to
 * others as the umask lets any be; what is no file, /dev/stdout or a pipe, is written to as it is.
 * Errors name the file. */
#ifndef DIPTYCH_EXPORT_EXPORT_FILE_H
#define DIPTYCH_EXPORT_EXPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "export/printer.h"

/* Whether there may be notes written to it: false with a sentence when it is an article that one of
 * them is on, since articles are never changed. */
bool export_file_may_be(const char *path, const struct export_set *set, struct error *error);

/* What the file holds, nothing when there is none or it is no file. */
bool export_file_read(const char *path, struct buffer *old, struct error *error);

/* Makes it hold `out` instead of `old`. */
bool export_file_write(const char *path, const struct buffer *old, const struct buffer *out,
                       struct error *error);

/* The notes as text, for where there is no file. False with a sentence when the format has a place
 * for none of them. Local paths stay here (local_paths.h), in the next one, too. */
bool export_text(const struct printer *printer, const struct export_set *set, struct buffer *out,
                 struct error *error);

/* The notes into the file, unless that would undo what a person changed within their blocks. *taken: how
 * many the format has a place for, never none. */
bool export_file(const char *path, const struct printer *printer, const struct export_set *set,
                 size_t *taken, struct error *error);

#endif
