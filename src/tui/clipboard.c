#include "tui/clipboard.h"

#include <stdint.h>

static void put_base64(struct buffer *out, const char *text, size_t length)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < length; at += 3) {
        size_t left = length - at < 3 ? length - at : 3;
        uint32_t group = 0;
        for (size_t i = 0; i < 3; i++)
            group = group << 8 | (i < left ? (unsigned char)text[at + i] : 0u);
        char four[4];
        for (size_t i = 0; i < 4; i++)
            four[i] = i <= left ? digits[group >> (18 - 6 * i) & 63] : '=';
        buffer_add(out, four, sizeof four);
    }
}

bool clipboard_put(struct buffer *out, const char *text, size_t length)
{
    if (length > CLIPBOARD_LIMIT)
        return false;
    buffer_add_text(out, "\033]52;c;");
    put_base64(out, text, length);
    buffer_add_byte(out, '\a');
    return true;
}
