/* conversion: the reader's side of diptych-convert: runs it over a file's bytes, and keeps what came
 * of them.
 *
 * What was made of some bytes is kept in CACHE/converted/ under the hash of the bytes, of the kind of
 * their name and of the converter itself, so that a second look costs no conversion. The
 * converter gets 10 s of time and may give 64 MB; what it gives is cleaned here (text/sanitize.h),
 * since it has read bytes from anywhere.
 *
 * Where the converter lies and what folder is kept in is said once, before any thread is
 * started, as the locale is. Until then, and without a converter, everything fails with a sentence. */
#ifndef DIPTYCH_DOC_CONVERSION_H
#define DIPTYCH_DOC_CONVERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

#define CONVERSION_MILLISECONDS 10000
#define CONVERSION_MOST ((size_t)64 << 20)

/* Both are copied; NULL for none. */
void conversion_begin(const char *converter, const char *cache_folder);
void conversion_end(void);

/* Appends the statements (converted.h) that the bytes of the file `path` became, cleaned. */
bool conversion_document(const char *bytes, size_t length, const char *path, struct buffer *out,
                         struct error *error);

/* Appends text in any encoding as UTF-8, not cleaned. *encoding gets its name, which the caller
 * frees, *repaired the number of places that were no text in it. `as`: read as that encoding; NULL:
 * in whichever it is. */
bool conversion_text(const char *bytes, size_t length, const char *path, const char *as,
                     struct buffer *out, char **encoding, size_t *repaired, struct error *error);

#endif
