#include "doc/hyphenation.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/vector.h"
#include "text/ascii.h"
#include "text/englishword.h"
#include "text/wordlist.h"

#define LEARNT ((size_t)64 << 10)
#define WORD_LIMIT 64 /* bytes: longer ones are no words */
#define SOFT_HYPHEN "\xC2\xAD"
#define HYPHEN "\xE2\x80\x90"

/* ASCII letters, and what UTF-8 has of Latin ones with marks, Greek and Cyrillic. */
static bool is_letter(const char *text, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80)
        return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    return byte >= 0xC3 ? byte <= 0xD4
                        : byte < 0xC0 && at > 0 && (unsigned char)text[at - 1] >= 0xC3 &&
                              (unsigned char)text[at - 1] <= 0xD4;
}

/* Of the word in small letters. */
static uint64_t hash_word(uint64_t hash, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = hash_add(hash, (unsigned char)ascii_lower(word[i]));
    return hash;
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a;
    uint64_t right = *(const uint64_t *)b;
    return (left > right) - (left < right);
}

static bool has_hash(const struct hyphenation *hyphenation, uint64_t hash)
{
    return hyphenation->count > 0 && bsearch(&hash, hyphenation->items, hyphenation->count,
                                             sizeof hash, compare_hashes) != NULL;
}

size_t hyphenation_at_end(const char *text, size_t start, size_t end)
{
    size_t size = 0;
    if (end - start >= 2 && text[end - 1] == '-')
        size = 1;
    else if (end - start >= 3 && memcmp(text + end - 2, SOFT_HYPHEN, 2) == 0)
        size = 2;
    else if (end - start >= 4 && memcmp(text + end - 3, HYPHEN, 3) == 0)
        size = 3;
    size_t last = end - size - 1;
    return size > 0 && (is_letter(text, last) || ascii_is_digit(text[last])) ? size : 0;
}

static size_t word_end(const char *text, size_t at, size_t end)
{
    while (at < end && is_letter(text, at))
        at++;
    return at;
}

static size_t word_start(const char *text, size_t start, size_t at)
{
    while (at > start && is_letter(text, at - 1))
        at--;
    return at;
}

static bool ends_line(const char *text, size_t length, size_t at)
{
    while (at < length && (text[at] == ' ' || text[at] == '\r'))
        at++;
    return at >= length || text[at] == '\n';
}

/* Keeps the parts of the word or compound at `at`, but not what a line's end may have cut, and the
 * compound as a whole. Returns where it ends. */
static size_t learn_token(struct hyphenation *hyphenation, const char *text, size_t length,
                          size_t at, bool is_rest)
{
    uint64_t whole = HASH_START;
    unsigned parts = 0;
    for (;;) {
        size_t end = word_end(text, at, length);
        bool hyphen = end < length && text[end] == '-';
        bool is_cut = hyphen && ends_line(text, length, end + 1);
        if (!is_cut && !(is_rest && parts == 0))
            VECTOR_PUSH(hyphenation, hash_word(HASH_START, text + at, end - at));
        whole = hash_word(whole, text + at, end - at);
        parts++;
        at = end;
        if (!hyphen || is_cut || end + 1 >= length || !is_letter(text, end + 1))
            break;
        whole = hash_word(whole, "-", 1);
        at++;
    }
    if (parts > 1 && !is_rest)
        VECTOR_PUSH(hyphenation, whole);
    return at;
}

/* Where the first line that ends with a hyphen ends; `length` when none does. */
static bool has_hyphens(const char *text, size_t length)
{
    const char *newline = text;
    const char *end = text + length;
    while ((newline = memchr(newline, '\n', (size_t)(end - newline))) != NULL) {
        size_t stop = (size_t)(newline - text);
        while (stop > 0 && text[stop - 1] == ' ')
            stop--;
        if (hyphenation_at_end(text, 0, stop) > 0)
            return true;
        newline++;
    }
    return false;
}

void hyphenation_learn(struct hyphenation *hyphenation, const char *text, size_t length)
{
    bool is_rest = false; /* a hyphen ended the line before */
    length = length < LEARNT ? length : LEARNT;
    if (!has_hyphens(text, length))
        return;
    for (size_t at = 0; at < length;) {
        if (is_letter(text, at)) {
            at = learn_token(hyphenation, text, length, at, is_rest);
            is_rest = false;
        } else {
            is_rest = text[at] == '-' ? ends_line(text, length, at + 1)
                                      : is_rest && strchr(" \r\n", text[at]) != NULL;
            at++;
        }
    }
    if (hyphenation->count > 0)
        qsort(hyphenation->items, hyphenation->count, sizeof *hyphenation->items, compare_hashes);
}

void hyphenation_free(struct hyphenation *hyphenation)
{
    free(hyphenation->items);
    *hyphenation = (struct hyphenation){ 0 };
}

/* Whether the word stands for itself: in English, or elsewhere in this text. */
static bool is_known(const struct hyphenation *hyphenation, const char *word, size_t length)
{
    return englishword_is(word, length) || has_hash(hyphenation, hash_word(HASH_START, word, length));
}

/* The two halves, and what stands around them. */
struct halves {
    const char *first;
    size_t first_length;
    const char *second;
    size_t second_length;
    bool compound; /* a hyphen is before the first or behind the second, too */
    bool name;     /* the first is capitalised within a sentence */
};

static bool is_known_whole(const struct hyphenation *hyphenation, const struct halves *halves)
{
    char whole[2 * WORD_LIMIT];
    size_t length = halves->first_length + halves->second_length;
    memcpy(whole, halves->first, halves->first_length);
    memcpy(whole + halves->first_length, halves->second, halves->second_length);
    return is_known(hyphenation, whole, length);
}

static bool is_known_compound(const struct hyphenation *hyphenation, const struct halves *halves)
{
    uint64_t hash = hash_word(HASH_START, halves->first, halves->first_length);
    hash = hash_word(hash_word(hash, "-", 1), halves->second, halves->second_length);
    return has_hash(hyphenation, hash);
}

/* Both halves are lower case, or all of it is upper case. */
static bool is_one_case(const struct halves *halves)
{
    bool upper = ascii_is_capital(halves->second[0]);
    size_t capitals = 0;
    for (size_t i = 0; i < halves->first_length; i++)
        capitals += ascii_is_capital(halves->first[i]);
    bool all = capitals == halves->first_length;
    return upper ? all && halves->first_length > 1
                 : capitals == 0 || (capitals == 1 && ascii_is_capital(halves->first[0]));
}

/* Neither the whole nor the compound is known. */
static enum hyphen guess_hyphen(const struct hyphenation *hyphenation, const struct halves *halves)
{
    static const char open[] = "ex non anti co pre post mid self pro semi multi neo quasi vice "
                               "pan euro afro";
    static const char closed[] = "un re de sub inter mis over under micro mini mega bio geo";
    static const char endings[] = "man men woman women ship hood ward wards some";
    static const char seconds[] = "backed based led owned made born run listed controlled funded "
                                  "like wide style speaking related era free trained educated "
                                  "bound";
    if (halves->compound || halves->first_length == 1 || !is_one_case(halves))
        return HYPHEN_KEPT;
    const char *first = halves->first;
    size_t length = halves->first_length;
    if (halves->second_length < 2 || wordlist_has(first, length, closed) ||
        wordlist_has(halves->second, halves->second_length, endings) ||
        !is_known(hyphenation, halves->second, halves->second_length))
        return HYPHEN_CUT;
    if (wordlist_has(halves->second, halves->second_length, seconds) ||
        has_hash(hyphenation, hash_word(HASH_START, first, length)))
        return HYPHEN_KEPT;
    return !halves->name && (englishword_is(first, length) || wordlist_has(first, length, open))
               ? HYPHEN_KEPT : HYPHEN_CUT;
}

/* "two- and three-storey": a hyphen for what comes later. */
static bool is_suspended(const struct halves *halves, char behind)
{
    static const char joining[] = "and or to nor und oder et y";
    return behind == ' ' && wordlist_has(halves->second, halves->second_length, joining);
}

enum hyphen hyphenation_judge(const struct hyphenation *hyphenation, const char *text,
                              size_t start, size_t end, size_t next, size_t next_end)
{
    size_t size = hyphenation_at_end(text, start, end);
    if (size == 0)
        return HYPHEN_NONE;
    if (size == 2)
        return HYPHEN_CUT;
    size_t from = word_start(text, start, end - size);
    size_t to = word_end(text, next, next_end);
    struct halves halves = { text + from, end - size - from, text + next, to - next, false, false };
    if (halves.first_length == 0 || halves.second_length == 0)
        return ascii_is_digit(text[next]) || halves.second_length > 0 ? HYPHEN_KEPT : HYPHEN_NONE;
    if (halves.first_length > WORD_LIMIT || halves.second_length > WORD_LIMIT)
        return HYPHEN_KEPT;
    if (is_suspended(&halves, to < next_end ? text[to] : ' '))
        return HYPHEN_NONE;
    halves.compound = (from > start && text[from - 1] == '-') || (to < next_end && text[to] == '-');
    halves.name = ascii_is_capital(text[from]) && from > start + 1 && text[from - 1] == ' ' &&
                  (is_letter(text, from - 2) || text[from - 2] == ',');
    if (is_known_compound(hyphenation, &halves))
        return HYPHEN_KEPT;
    if (is_one_case(&halves) && halves.first_length > 1 && is_known_whole(hyphenation, &halves))
        return HYPHEN_CUT;
    return guess_hyphen(hyphenation, &halves);
}
