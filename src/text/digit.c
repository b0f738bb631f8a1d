#include "text/digit.h"

int digit_at(const char *text, size_t length, size_t at, size_t *size)
{
    if (at >= length)
        return -1;
    unsigned char byte = (unsigned char)text[at];
    *size = 1;
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    /* U+FF10-FF19 */
    *size = 3;
    if (byte != 0xEF || length - at < 3 || (unsigned char)text[at + 1] != 0xBC)
        return -1;
    byte = (unsigned char)text[at + 2];
    return byte >= 0x90 && byte <= 0x99 ? byte - 0x90 : -1;
}

bool digit_is_group(const char *text, size_t length, size_t at, int count)
{
    size_t size;
    for (int i = 0; i < count; i++) {
        if (digit_at(text, length, at, &size) < 0)
            return false;
        at += size;
    }
    return digit_at(text, length, at, &size) < 0;
}
