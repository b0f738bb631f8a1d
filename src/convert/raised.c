#include "convert/raised.h"

#include <string.h>

static const char plain[] = "0123456789+-()n";
static const char *const above[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷",
                                     "⁸", "⁹", "⁺", "⁻", "⁽", "⁾", "ⁿ" };
static const char *const below[] = { "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇",
                                     "₈", "₉", "₊", "₋", "₍", "₎", "ₙ" };

bool raised_map(const char *text, size_t length, bool raised, struct buffer *out)
{
    size_t start = out->length;
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        bool minus = length - i >= 3 && memcmp(text + i, "\xe2\x88\x92", 3) == 0;
        char byte = minus ? '-' : text[i];
        const char *found = byte != '\0' ? strchr(plain, byte) : NULL;
        if (found == NULL) {
            buffer_truncate(out, start);
            return false;
        }
        digits += byte >= '0' && byte <= '9';
        buffer_add_text(out, (raised ? above : below)[found - plain]);
        i += minus ? 2 : 0;
    }
    if (digits == 0)
        buffer_truncate(out, start);
    return digits > 0;
}
