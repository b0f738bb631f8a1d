/* charset: which encoding bytes are in, and their text in UTF-8.
 *
 * In this order: a byte order mark; UTF-8, when the bytes are well-formed UTF-8, whatever they
 * declare; UTF-16 and UTF-32 by where their zeros stand; ISO-2022 by its escapes; then the one that is
 * declared, unless another reads a good deal better: candidates (the declared one, what uchardet
 * says, the multi-byte encodings of East Asia) are tried on the first CHARSET_SAMPLE bytes that
 * are not ASCII, and the one with the likeliest text and the fewest faults wins. */
#ifndef DIPTYCH_CONVERT_CHARSET_H
#define DIPTYCH_CONVERT_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "convert/codec.h"

#define CHARSET_SAMPLE ((size_t)16 << 10)

struct charset {
    const char *name; /* "UTF-8", "GB18030" ...; never freed */
    size_t repaired;  /* places that were no text in it */
};

/* Whether the bytes need no encoding but UTF-8, UTF-16 and UTF-32. */
bool charset_is_unicode(const char *bytes, size_t length);

/* What an HTML page or XML file declares in its first 4 KiB; NULL nothing that is known. */
const char *charset_declared(const char *bytes, size_t length);

/* Reads it as `label` says, whatever it looks like; false when that is no encoding known here. */
bool charset_decode_as(struct codecs *codecs, const char *bytes, size_t length, const char *label,
                       struct buffer *out, struct charset *charset);

/* Appends the text of `bytes`, its byte order mark dropped. `declared` may be NULL. */
struct charset charset_decode(struct codecs *codecs, const char *bytes, size_t length,
                              const char *declared, struct buffer *out);

#endif
