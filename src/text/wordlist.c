#include "text/wordlist.h"

#include <string.h>

size_t wordlist_at(const char *text, size_t at, size_t end, const char *const *words)
{
    size_t found = 0;
    for (size_t i = 0; at < end && words[i] != NULL; i++) {
        /* nearly all differ in the second byte, if not in the first */
        if (words[i][0] != text[at] ||
            (words[i][1] != '\0' && (at + 1 >= end || words[i][1] != text[at + 1])))
            continue;
        size_t size = strlen(words[i]);
        if (size > found && end - at >= size && memcmp(text + at, words[i], size) == 0)
            found = size;
    }
    return found;
}

size_t wordlist_before(const char *text, size_t from, size_t end, const char *const *words)
{
    size_t found = 0;
    for (size_t i = 0; words[i] != NULL; i++) {
        size_t size = strlen(words[i]);
        if (size > found && end - from >= size && memcmp(text + end - size, words[i], size) == 0)
            found = size;
    }
    return found;
}

bool wordlist_has(const char *text, size_t length, const char *const *words)
{
    return length > 0 && wordlist_at(text, 0, length, words) == length;
}
