/* gzip_unpack: bytes that may be compressed; the only file that knows zlib.
 *
 * gzip files of any number of members, which is what .gz and dictzip's .dz are (RFC 1952). What
 * comes out is counted while it comes, so that a small file cannot fill the memory.
 * Ownership: the caller owns the buffers. */
#ifndef DIPTYCH_BASE_GZIP_H
#define DIPTYCH_BASE_GZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/* Appends the unpacked bytes to `out`, at most `limit`; more than that is an error, and so are
 * bytes that are no gzip. A file that breaks off or is damaged further on is none: *whole is
 * then false, and `out` has what came before. `name` is for the sentence. */
bool gzip_unpack(const char *bytes, size_t length, size_t limit, const char *name,
                 struct buffer *out, bool *whole, struct error *error);

/* Appends a file's bytes, unpacked where they are packed; `limit` holds for both. */
bool gzip_read_file(const char *path, size_t limit, struct buffer *out, bool *whole,
                    struct error *error);

#endif
