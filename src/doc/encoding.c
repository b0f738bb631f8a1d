#include "doc/encoding.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define LOOK_BYTES ((size_t)256 << 10)

static bool has_wide_mark(const char *bytes, size_t length)
{
    return (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) ||
           (length >= 4 && memcmp(bytes, "\0\0\xFE\xFF", 4) == 0);
}

/* ASCII in UTF-16 has a zero in every second byte, Chinese one where there is a line end; in text of
 * any other encoding there are none. */
static bool has_zeros_of_utf16(const char *bytes, size_t length)
{
    size_t zeros[2] = { 0, 0 };
    for (size_t i = 0; i < length; i++)
        zeros[i % 2] += bytes[i] == '\0';
    size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    size_t least = zeros[0] > zeros[1] ? zeros[1] : zeros[0];
    return length % 2 == 0 && most * 50 > length && least * 20 < most;
}

/* In Chinese UTF-16 the first byte of nearly every character lies from 4E to 9F, or is that of ASCII,
 * of CJK punctuation or of a full-width form; the second may be any. */
static bool has_han_of_utf16(const char *bytes, size_t length)
{
    size_t first[2] = { 0, 0 };
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        first[i % 2] += (byte >= 0x4E && byte <= 0x9F) || byte == 0 || byte == 0x30 || byte == 0xFF;
    }
    size_t most = first[0] > first[1] ? first[0] : first[1];
    size_t least = first[0] > first[1] ? first[1] : first[0];
    return length >= 16 && most * 20 > length * 9 && least * 20 < length * 7;
}

static bool has_iso_2022_escape(const char *bytes, size_t length)
{
    for (const char *at = bytes; (at = memchr(at, '\033', length - (size_t)(at - bytes))) != NULL; at++) {
        size_t left = length - (size_t)(at - bytes);
        if (left > 2 && at[1] == '$' && strchr("@AB()", at[2]) != NULL)
            return true;
    }
    return false;
}

/* Control characters are in no text of any encoding: what has them is not decoded but shown. */
static bool is_damaged_beyond_utf8(const char *bytes, size_t length)
{
    size_t well = 0, ill = 0;
    for (size_t at = utf8_clean_prefix(bytes, length); at < length;) {
        uint32_t code;
        size_t size = utf8_decode(bytes + at, length - at, &code);
        bool replacement = code == UTF8_REPLACEMENT &&
                           (size != 3 || memcmp(bytes + at, "\xEF\xBF\xBD", 3) != 0);
        /* A character that the end of what was read cuts is no damage. */
        ill += replacement && length - at >= 4;
        if (size == 1 && (unsigned char)bytes[at] < ' ' && bytes[at] != '\0' &&
            (bytes[at] < '\a' || bytes[at] > '\r'))
            return false;
        well += !replacement && size > 1;
        at += size;
    }
    return well < ill;
}

bool encoding_is_foreign(const char *bytes, size_t length)
{
    if (utf8_clean_prefix(bytes, length) == length)
        return false;
    size_t look = length < LOOK_BYTES ? length : LOOK_BYTES;
    return has_wide_mark(bytes, length) || has_zeros_of_utf16(bytes, look & ~(size_t)1) ||
           has_han_of_utf16(bytes, look & ~(size_t)1) ||
           has_iso_2022_escape(bytes, look) || is_damaged_beyond_utf8(bytes, look);
}

char *encoding_decode(struct conversion *conversion, struct buffer *raw, const char *path,
                      const char *as, const atomic_bool *stop, size_t *repaired,
                      struct error *error)
{
    struct conversion_task task = { path, raw->data, raw->length, stop };
    struct buffer text = { 0 };
    char *name = NULL;
    if (!conversion_text(conversion, &task, as, &text, &name, repaired, error)) {
        buffer_free(&text);
        return NULL;
    }
    buffer_free(raw);
    *raw = text;
    return name;
}

char *encoding_note(const struct document *document, const char *path)
{
    if (document->encoding == NULL)
        return NULL;
    return xasprintf("%s: read as %s; %zu places could not be read", file_base_name(path),
                     document->encoding, document->repaired.ill_formed);
}
