#include "text/latinword.h"

#include <string.h>

#define BLANKS_MOST 4
#define NBSP "\xC2\xA0"

static void copy_small(const char *text, struct latinword *word)
{
    size_t length = word->end - word->start;
    if (length > LATINWORD_MAX)
        length = LATINWORD_MAX;
    for (size_t i = 0; i < length; i++)
        word->text[i] = (char)(text[word->start + i] | 0x20);
    word->text[length] = '\0';
    word->capital = length > 0 && text[word->start] < 'a';
}

bool latinword_at(const char *text, size_t length, size_t at, struct latinword *word)
{
    size_t size = 0;
    for (; at + size < length && latinword_is_letter(text[at + size]); size++) {
        if (size < LATINWORD_MAX)
            word->text[size] = (char)(text[at + size] | 0x20);
    }
    word->text[size < LATINWORD_MAX ? size : LATINWORD_MAX] = '\0';
    word->capital = size > 0 && text[at] < 'a';
    word->start = at;
    word->end = at + size;
    return size > 0;
}

bool latinword_before(const char *text, size_t from, size_t end, struct latinword *word)
{
    word->start = end;
    word->end = end;
    while (word->start > from && latinword_is_letter(text[word->start - 1]))
        word->start--;
    copy_small(text, word);
    return word->start < end;
}

size_t latinword_skip_blanks(const char *text, size_t length, size_t at)
{
    for (int i = 0; i < BLANKS_MOST && at < length; i++) {
        if (text[at] == ' ' || text[at] == '\n')
            at++;
        else if (length - at >= 2 && memcmp(text + at, NBSP, 2) == 0)
            at += 2;
        else
            break;
    }
    return at;
}

size_t latinword_skip_blanks_back(const char *text, size_t from, size_t at)
{
    for (int i = 0; i < BLANKS_MOST && at > from; i++) {
        if (text[at - 1] == ' ' || text[at - 1] == '\n')
            at--;
        else if (at - from >= 2 && memcmp(text + at - 2, NBSP, 2) == 0)
            at -= 2;
        else
            break;
    }
    return at;
}

bool latinword_is_plural(const struct latinword *word)
{
    static const char others[] =
        "teeth feet mice geese oxen lice dice sheep deer cattle fish salmon trout squid shrimp moose bison swine spacecraft "
        "offspring fungi cacti alumni nuclei stimuli radii bacteria criteria phenomena larvae algae vertebrae";
    size_t length = strlen(word->text);
    return (length > 3 && word->text[length - 1] == 's' && strchr("sui", word->text[length - 2]) == NULL) ||
           (length > 4 && strcmp(word->text + length - 3, "men") == 0) ||
           (length > 7 && strcmp(word->text + length - 8, "children") == 0) || latinword_in(word->text, others);
}

bool latinword_in(const char *word, const char *words)
{
    for (const char *at = words; word[0] != '\0' && (at = strchr(at, word[0])) != NULL; at++) {
        size_t size = at == words || at[-1] == ' ';
        while (size > 0 && word[size] != '\0' && at[size] == word[size])
            size++;
        if (size > 0 && word[size] == '\0' && (at[size] == ' ' || at[size] == '\0' || at[size] == '|'))
            return memchr(words, '|', (size_t)(at - words)) == NULL;
    }
    return false;
}

bool latinword_next(const char *text, size_t length, size_t at, struct latinword *word)
{
    size_t start = latinword_skip_blanks(text, length, at);
    if (start == at && at < length && text[at] == '-')
        start++;
    return latinword_at(text, length, start, word);
}

bool latinword_last(const char *text, size_t from, size_t at, struct latinword *word)
{
    return latinword_before(text, from, latinword_skip_blanks_back(text, from, at), word);
}

/* Whether a word is as the group that begins with `words` has it; it is stepped over unless *keep. */
static bool is_as_told(const struct latinword *word, bool found, const char *words, bool *keep)
{
    const char sign = *words;
    const bool no = sign == '!';
    found = found && (sign == '*' || latinword_in(word->text, words + (no || sign == '?')));
    *keep = no || !found;
    return sign == '?' || found != no;
}

bool latinword_past(const char *text, size_t length, size_t *at, const char *words)
{
    struct latinword word;
    bool keep;
    size_t end = *at;
    const char *group = words;
    do {
        bool found = latinword_next(text, length, end, &word);
        if (!is_as_told(&word, found, group + (*group == '|'), &keep))
            return false;
        end = keep ? end : word.end;
    } while (*words == '|' && (group = strchr(group + 1, '|')) != NULL);
    *at = end;
    return true;
}

bool latinword_back(const char *text, size_t from, size_t *at, const char *words)
{
    struct latinword word;
    bool keep;
    size_t start = *at;
    const char *group = words + strlen(words);
    do {
        do
            group--;
        while (group > words && *group != '|');
        bool found = latinword_last(text, from, start, &word);
        if (!is_as_told(&word, found, group + (*group == '|'), &keep))
            return false;
        start = keep ? start : word.start;
    } while (group > words);
    *at = start;
    return true;
}
