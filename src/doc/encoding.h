/* encoding: which files are not in UTF-8, and their text in it.
 *
 * A byte order mark, the zeros of UTF-16, the escapes of ISO-2022, or more ill-formed places than
 * well-formed characters beyond ASCII: then diptych-convert (conversion.h) finds
 * the encoding out. A text in UTF-8 with a few damaged places stays one. */
#ifndef DIPTYCH_DOC_ENCODING_H
#define DIPTYCH_DOC_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "doc/conversion.h"
#include "doc/document.h"

/* Whether the bytes, or the beginning of them, are text in another encoding than UTF-8. */
bool encoding_is_foreign(const char *bytes, size_t length);

/* Replaces the bytes in `raw`, those of the file `path`, by UTF-8. Return the encoding's name, which the
 * caller frees, and the number of places that were no text in it; NULL with a sentence when it cannot be
 * told: `raw` is as it was. `as`: the encoding that somebody says it is in, NULL where that is to be
 * found. `stop` as in conversion.h. */
char *encoding_decode(struct conversion *conversion, struct buffer *raw, const char *path,
                      const char *as, const atomic_bool *stop, size_t *repaired,
                      struct error *error);

/* What a reader is told of a document whose file was not in UTF-8, or why it could not be decoded; NULL
 * when it was. Caller frees. */
char *encoding_note(const struct document *document, const char *path);

/* The same for a file, appended: "GB18030, 2 repaired", "unknown, 9 repaired". */
void encoding_record(const struct document *document, struct buffer *out);

/* The same for a status line, in the reader's language. */
void encoding_brief(const struct document *document, struct buffer *out);

#endif
