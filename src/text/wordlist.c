#include "text/wordlist.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"

#define SMALL_MOST 32 /* bytes; no word in small letters is longer */

static size_t word_size(const char *word)
{
    return strcspn(word, " =");
}

/* The size of the word at `word` where text[0, most) begins with it, else 0. */
static size_t match(const char *text, size_t most, const char *word)
{
    size_t size = 0;
    for (; word[size] != ' ' && word[size] != '=' && word[size] != '\0'; size++) {
        if (size == most || text[size] != (word[size] == '_' ? ' ' : word[size]))
            return 0;
    }
    return size;
}

static int number_of(const char *words, const char *word)
{
    const char *end = word + word_size(word);
    int place = 0;
    if (*end == '=')
        return atoi(end + 1);
    for (; words < word; words++)
        place += *words == ' ';
    return place;
}

static const char *find_at(const char *text, size_t at, size_t end, const char *words,
                           size_t *size)
{
    const char *found = NULL;
    *size = 0;
    if (at >= end)
        return NULL;
    const unsigned char byte = (unsigned char)text[at];
    const ptrdiff_t last = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    /* no word begins within a character */
    if ((byte & 0xC0) == 0x80 || (ptrdiff_t)(end - at) <= last || text[at + (size_t)last] == '\0')
        return NULL;
    /* of the bytes of a Han one the last tells most */
    const char first = byte == ' ' ? '_' : (char)byte, sought = last > 0 ? text[at + (size_t)last] : first;
    for (const char *place = words; (place = strchr(place, sought)) != NULL; place++) {
        if (place - words < last || place[-last] != first || (place - last > words && place[-last - 1] != ' '))
            continue;
        const size_t bytes = match(text + at, end - at, place - last);
        if (bytes > *size) {
            found = place - last;
            *size = bytes;
        }
    }
    return found;
}

static const char *find_before(const char *text, size_t from, size_t at, const char *words,
                               size_t *size)
{
    const char *found = NULL;
    *size = 0;
    if (at <= from || text[at - 1] == '\0')
        return NULL;
    const char last = text[at - 1] == ' ' ? '_' : text[at - 1];
    for (const char *end = words; (end = strchr(end, last)) != NULL; end++) {
        if (end[1] != '\0' && end[1] != ' ' && end[1] != '=')
            continue;
        const char *word = end;
        while (word > words && word[-1] != ' ')
            word--;
        size_t bytes = (size_t)(end - word) + 1;
        if (bytes > *size && at - from >= bytes && match(text + at - bytes, bytes, word) == bytes) {
            found = word;
            *size = bytes;
        }
    }
    return found;
}

size_t wordlist_at(const char *text, size_t at, size_t end, const char *words)
{
    size_t size;
    (void)find_at(text, at, end, words, &size);
    return size;
}

size_t wordlist_before(const char *text, size_t from, size_t end, const char *words)
{
    size_t size;
    (void)find_before(text, from, end, words, &size);
    return size;
}

bool wordlist_has(const char *text, size_t length, const char *words)
{
    return length > 0 && wordlist_at(text, 0, length, words) == length;
}

bool wordlist_has_small(const char *text, size_t length, const char *words)
{
    char small[SMALL_MOST];
    if (length > sizeof small)
        return false;
    for (size_t i = 0; i < length; i++)
        small[i] = ascii_lower(text[i]);
    return wordlist_has(small, length, words);
}

int wordlist_number(const char *text, size_t at, size_t end, const char *words, size_t *size)
{
    const char *found = find_at(text, at, end, words, size);
    return found != NULL ? number_of(words, found) : -1;
}

size_t wordlist_value(const char *text, size_t at, size_t end, const char *words, char *value,
                      size_t room)
{
    size_t size, told = 0;
    const char *found = find_at(text, at, end, words, &size);
    if (found != NULL && found[size] == '=') {
        told = strcspn(found + size + 1, " ");
        told = told < room ? told : room - 1;
        memcpy(value, found + size + 1, told);
    }
    value[told] = '\0';
    return size;
}

int wordlist_number_before(const char *text, size_t from, size_t end, const char *words,
                           size_t *size)
{
    const char *found = find_before(text, from, end, words, size);
    return found != NULL ? number_of(words, found) : -1;
}

int wordlist_find(const char *word, const char *words, int none)
{
    const size_t length = strlen(word);
    for (const char *at = words; length > 0 && (at = strstr(at, word)) != NULL; at++) {
        if ((at == words || at[-1] == ' ') && word_size(at) == length)
            return number_of(words, at);
    }
    return none;
}

static bool ends_word(char byte)
{
    return byte == ' ' || byte == '=' || byte == '\0';
}

/* The order of text[0, length) and the word at `word`. */
static inline int compare(const char *text, size_t length, const char *word)
{
    size_t i = 0;
    while (i < length && text[i] == word[i])
        i++;
    if (i == length)
        return ends_word(word[i]) ? 0 : -1;
    return ends_word(word[i]) || (unsigned char)text[i] > (unsigned char)word[i] ? 1 : -1;
}

const char *wordlist_in_rows(const char *text, size_t length, const void *rows, size_t count,
                             size_t size)
{
    size_t behind = 0;
    BISECT(behind, count, compare(text, length, (const char *)rows + behind * size) < 0);
    if (behind == 0 || length == 0)
        return NULL;
    const char *at = (const char *)rows + (behind - 1) * size;
    for (int order; (order = compare(text, length, at)) >= 0; at++) {
        if (order == 0 && memchr(text, ' ', length) == NULL && memchr(text, '=', length) == NULL)
            return at + length;
        at = strchr(at, ' ');
        if (at == NULL)
            return NULL;
    }
    return NULL;
}
