#include "export/escape_json.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/sanitize.h"
#include "text/utf8.h"

static void add_unit(struct buffer *out, uint32_t unit)
{
    buffer_add_format(out, "\\u%04x", (unsigned)unit);
}

static void add_escape(struct buffer *out, uint32_t code)
{
    static const char plain[] = "\"\\\n\t\r\b\f", letters[] = "\"\\ntrbf";
    const char *found = code != 0 && code < 0x80 ? strchr(plain, (int)code) : NULL;
    if (found != NULL) {
        buffer_add_byte(out, '\\');
        buffer_add_byte(out, letters[found - plain]);
    } else if (code > 0xFFFF) {
        add_unit(out, 0xD800 + ((code - 0x10000) >> 10));
        add_unit(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        add_unit(out, code);
    }
}

static bool needs_escape(uint32_t previous, uint32_t code)
{
    char label[SANITIZE_LABEL_SIZE];
    if (code < 0x20 || code == '"' || code == '\\' || code == 0x7F)
        return true;
    if (code < 0x80 || code == UTF8_REPLACEMENT || sanitize_is_joined(previous, code))
        return false;
    return code < 0xA0 || code == 0x2028 || code == 0x2029 || sanitize_label(code, label) != NULL;
}

void escape_json(struct buffer *out, const char *text, size_t length)
{
    char bytes[4];
    uint32_t previous = 0, code;
    buffer_add_byte(out, '"');
    for (size_t at = 0; at < length; previous = code) {
        at += utf8_decode(text + at, length - at, &code);
        if (needs_escape(previous, code))
            add_escape(out, code);
        else
            buffer_add(out, bytes, utf8_encode(code, bytes));
    }
    buffer_add_byte(out, '"');
}

static bool is_unreserved(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-._~", byte) != NULL);
}

void escape_iri(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (is_unreserved(*text))
            buffer_add_byte(out, *text);
        else
            buffer_add_format(out, "%%%02X", (unsigned)(unsigned char)*text);
    }
}
