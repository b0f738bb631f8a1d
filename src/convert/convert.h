/* convert: what diptych-convert does with the bytes it was given.
 *
 * The format goes by the bytes first and by the name where they tell nothing. Packed bytes (gzip, xz,
 * zstd, bzip2) are unpacked first, as often as CONVERT_LAYERS. What is no format it knows is
 * plain text, and given back as it is, in UTF-8. */
#ifndef DIPTYCH_CONVERT_CONVERT_H
#define DIPTYCH_CONVERT_CONVERT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "convert/codec.h"

#define CONVERT_LAYERS 3
#define CONVERT_MOST ((size_t)64 << 20) /* bytes that come of what is packed, and of all */

/* What must be done while files can still be opened. */
void convert_prepare(void);

/* Whether bytes like these may be in an encoding that iconv must load tables for. */
bool convert_needs_codecs(const char *bytes, size_t length);

/* Both append to `out`; false with a sentence when nothing could be made of the bytes. */
bool convert_document(struct codecs *codecs, const char *bytes, size_t length, const char *name,
                      struct buffer *out, struct error *error);

/* `encoding`: what somebody says that it is in, NULL where that is to be found. */
bool convert_text(struct codecs *codecs, const char *bytes, size_t length, const char *encoding,
                  struct buffer *out, struct error *error);

/* What is packed: of a ZIP archive its largest member that may be text, else what the bytes unpack to;
 * behind a line "U". */
bool convert_unpack(const char *bytes, size_t length, struct buffer *out, struct error *error);

/* Makes the sentence the whole output. */
void convert_fail(const struct error *error, struct buffer *out);

#endif
