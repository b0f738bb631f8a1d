#include "doc/encoding.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/conversion.h"
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
        if (size == 1 && (unsigned char)bytes[at] < ' ' && (bytes[at] < '\a' || bytes[at] > '\r'))
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
           has_iso_2022_escape(bytes, look) || is_damaged_beyond_utf8(bytes, look);
}

char *encoding_decode(struct buffer *raw, const char *path, size_t *repaired)
{
    struct buffer text = { 0 };
    char *name = NULL;
    if (!conversion_text(raw->data, raw->length, path, &text, &name, repaired, NULL)) {
        buffer_free(&text);
        return NULL;
    }
    buffer_free(raw);
    *raw = text;
    return name;
}
