/* han: whether a text has Chinese characters in it. Bytes of well-formed UTF-8 or any others. */
#ifndef DIPTYCH_LANGUAGE_HAN_H
#define DIPTYCH_LANGUAGE_HAN_H

#include <stdbool.h>
#include <string.h>

#include "text/utf8.h"

/* The first Han character in `text`, its end when there is none. */
static inline const char *han_first(const char *text, const char *end)
{
    while (text < end) {
        uint32_t code_point;
        size_t taken = utf8_decode(text, (size_t)(end - text), &code_point);
        if (utf8_is_han(code_point))
            break;
        text += taken;
    }
    return text;
}

static inline bool han_any(const char *text)
{
    const char *end = text + strlen(text);
    return han_first(text, end) < end;
}

#endif
