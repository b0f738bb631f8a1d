#include "text/sentence_mark.h"

#include <string.h>

#include "text/abbreviation.h"
#include "text/ascii.h"
#include "text/punctuation.h"

#define LIST_NUMBER_MAX 4 /* characters of "12" in "12. Foo" */
#define GROUP_MAX 3       /* digits of a part of 10.1.12 */
#define NOTE_MAX 3        /* digits of a note's number */
#define WORD_REACH 48

/* The number or letter before an item of a list: 1. 1) 1.) a. • 9. */
struct marker {
    size_t bullet; /* its bytes, 0 for none */
    int value;     /* of letters their code; 0 when there is no marker */
    bool stop;
    bool bracket;
};

struct span sentence_mark_word(const char *text, size_t start, size_t at)
{
    size_t floor = at - start > WORD_REACH ? at - WORD_REACH : start;
    size_t begin = at;
    while (begin > floor) {
        unsigned char c = (unsigned char)text[begin - 1];
        if (!punctuation_is_latin_letter(c) && !punctuation_is_digit(c) && c != '.')
            break;
        begin--;
    }
    while (begin < at && text[begin] == '.')
        begin++;
    return (struct span){ begin, at };
}

/* The bytes of the bullet at `at` and one blank behind it; 0 for none. */
static size_t bullet_at(const char *text, size_t end, size_t at)
{
    static const char *const bullets[] = { "•", "⁃", "‣", "◦", "▪" };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t size = strlen(bullets[i]);
        if (end - at > size && memcmp(text + at, bullets[i], size) == 0)
            return size + (text[at + size] == ' ');
    }
    return 0;
}

/* 10.1.12, A.3: the number of a section, in parts. */
static bool is_section(const char *text, struct span word)
{
    size_t parts = 0, at = word.start;
    while (at < word.end) {
        size_t start = at;
        if (at == word.start && ascii_is_capital(text[at]))
            at++;
        else
            while (at < word.end && ascii_is_digit(text[at]))
                at++;
        if (at == start || at > start + GROUP_MAX || (at < word.end && text[at] != '.'))
            return false;
        parts++;
        at++;
    }
    return parts > 1 && ascii_is_digit(text[word.end - 1]);
}

bool sentence_mark_is_list(const char *text, size_t sentence, struct span word)
{
    if (word.start != sentence + bullet_at(text, word.end, sentence))
        return false;
    if (is_section(text, word))
        return true;
    if (word.end - word.start > LIST_NUMBER_MAX)
        return false;
    for (size_t i = word.start; i < word.end; i++) {
        char c = text[i];
        bool letter = word.end - word.start == 1 && punctuation_is_latin_letter((unsigned char)c);
        if (!ascii_is_digit(c) && !letter && strchr("ivxIVX.", c) == NULL)
            return false;
    }
    return word.end > word.start;
}

static struct marker read_marker(const char *text, size_t end, size_t at)
{
    struct marker marker = { bullet_at(text, end, at), 0, false, false };
    int value = 0;
    at += marker.bullet;
    size_t start = at;
    for (; at < end && at < start + 2 && ascii_is_digit(text[at]); at++)
        value = value * 10 + text[at] - '0';
    if (at == start && at < end && punctuation_is_lower((unsigned char)text[at]))
        value = text[at++];
    marker.stop = at < end && text[at] == '.';
    at += marker.stop;
    marker.bracket = at < end && text[at] == ')';
    at += marker.bracket;
    if ((marker.stop || marker.bracket) && at < end && (text[at] == ' ' || text[at] == '\n'))
        marker.value = value;
    return marker;
}

bool sentence_mark_next(const char *text, size_t sentence, size_t end, size_t at, struct span *item)
{
    struct span word = sentence_mark_word(text, sentence, at);
    if (word.end == word.start || word.end - word.start > 2 || word.start < sentence + 2)
        return false;
    struct marker first = read_marker(text, end, sentence);
    if (first.value == 0 || word.start < sentence + first.bullet + 2)
        return false;
    item->end = word.start - first.bullet;
    struct marker next = read_marker(text, end, item->end);
    if (next.value != first.value + 1 || next.bullet != first.bullet || next.stop != first.stop ||
        next.bracket != first.bracket || text[item->end - 1] != ' ')
        return false;
    for (item->start = item->end; item->start > sentence && text[item->start - 1] == ' ';)
        item->start--;
    return item->start > sentence;
}

bool sentence_mark_note(const char *text, size_t start, size_t end, size_t at, size_t *after)
{
    static const char quote[] = "”";
    size_t i = at;
    if (at < start + sizeof quote + 1 || !ascii_is_digit(text[at]))
        return false;
    bool stop = text[at - 1] == '.' && punctuation_is_lower((unsigned char)text[at - 2]);
    bool quoted = text[at - 1] == '"' || memcmp(text + at + 1 - sizeof quote, quote, 3) == 0;
    while (i < end && i < at + NOTE_MAX && ascii_is_digit(text[i]))
        i++;
    if ((!stop && !quoted) || i + 1 >= end || text[i] != ' ' || text[i + 1] < 'A' ||
        text[i + 1] > 'Z')
        return false;
    *after = i;
    struct span word = sentence_mark_word(text, start, at - 1);
    return !stop || abbreviation_class(text + word.start, word.end - word.start) ==
                        ABBREVIATION_NONE;
}

bool sentence_mark_source(const char *text, size_t end, size_t at)
{
    size_t limit = end - at > WORD_REACH ? at + WORD_REACH : end;
    if (at >= end || text[at] != '(')
        return false;
    for (size_t i = at + 1; i + 1 < limit; i++) {
        if (text[i] == ')')
            return ascii_is_digit(text[i - 1]) && text[i + 1] == '.';
    }
    return false;
}
