#include "query/speaker_match.h"

#include <string.h>

#include "language/name_sounds.h"
#include "text/latinword.h"
#include "text/utf8.h"

#define LIKELY 0.75F
#define WORD_LEAST 4 /* letters */
#define WORD_MOST 24
#define HAN_LEAST 2 /* characters of a name */
#define HAN_MOST 6

/* The family name: the last word with a capital. Its length; 0 when there is none long enough. */
static size_t family_name(const char *text, size_t length, char out[WORD_MOST])
{
    size_t found = 0;
    for (size_t at = 0; at < length;) {
        size_t count = 0;
        bool capital = text[at] >= 'A' && text[at] <= 'Z';
        char word[WORD_MOST];
        for (; at < length && latinword_is_letter(text[at]); at++) {
            if (count < WORD_MOST)
                word[count++] = (char)(text[at] | 0x20);
        }
        at += count == 0;
        if (capital && count > 0) {
            memcpy(out, word, count);
            found = count;
        }
    }
    return found >= WORD_LEAST ? found : 0;
}

/* Where what stands before brackets and blanks ends. */
static size_t name_end(const char *text, size_t length)
{
    size_t end = 0;
    while (end < length && text[end] != '(' && strncmp(text + end, "（", 3) != 0)
        end++;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

/* Whether the last characters of text[0, end), two or more that transliterations are written with,
 * sound like the word. */
static bool ends_in_sound(const char *text, size_t end, const struct name_sounds *word)
{
    uint32_t code;
    size_t start = end;
    for (size_t count = 1; start > 0 && count <= HAN_MOST; count++) {
        struct name_sounds sounds = { .count = 0 };
        start = utf8_previous(text, start);
        for (size_t at = start; at < end;) {
            at += utf8_decode(text + at, end - at, &code);
            if (!name_sounds_add(&sounds, code))
                return false;
        }
        if (count >= HAN_LEAST && name_sounds_compare(word, &sounds, LIKELY) >= LIKELY)
            return true;
    }
    return false;
}

bool speaker_match_sounds(const char *latin, size_t latin_length, const char *han,
                          size_t han_length)
{
    char family[WORD_MOST];
    struct name_sounds word = { .count = 0 };
    size_t length = family_name(latin, latin_length, family);
    if (length == 0)
        return false;
    name_sounds_read(&word, family, length);
    return ends_in_sound(han, name_end(han, han_length), &word);
}
