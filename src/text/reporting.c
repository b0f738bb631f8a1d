#include "text/reporting.h"

#include <string.h>

#include "text/abbreviation.h"
#include "text/ascii.h"
#include "text/cue.h"
#include "text/fold.h"
#include "text/han_cue.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define NAME_WORDS_MAX 7
#define CLAUSE_MAX 20 /* Han characters up to and with the verb */
#define HAN 3         /* bytes of a Han character */
#define TOLD_MOST 24 /* bytes of whom it is told */
#define VERB_MOST 12  /* bytes of a Chinese verb */
#define WORD_MOST 24

/* What stands before a verb of saying and leaves nothing said: "while he spoke", silence. */
static const char silences[] = "没 没有 不 一面 一边 边 未";

/* Letters, hyphens and apostrophes, and what is beyond ASCII but no-break spaces and
 * typographic punctuation (lead bytes C2 and E2). */
static size_t word_end(const char *text, size_t at, size_t end)
{
    static const char breaks[] = " \t\n,.;:?!()\"\xC2\xE2";
    while (at < end && memchr(breaks, text[at], sizeof breaks - 1) == NULL)
        at++;
    return at;
}

/* Bytes of the single space at `at`, 0 when there is none. */
static size_t space_length(const char *text, size_t at, size_t end)
{
    if (at < end && (text[at] == ' ' || text[at] == '\n'))
        return 1;
    return end - at >= 2 && memcmp(text + at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* A past or present form of a verb that tells words; went ON is none. */
static bool is_english_verb(const char *word, size_t length)
{
    char small[WORD_MOST + 1];
    enum cue_form form;
    if (length == 0 || length > WORD_MOST)
        return false;
    memcpy(small, word, length);
    small[length] = '\0';
    const struct cue *cue = cue_find(small, &form);
    return cue != NULL && (form == CUE_PAST || form == CUE_S) &&
           (cue->traits & (CUE_SURE | CUE_THAT | CUE_QUESTION | CUE_REQUEST)) != 0 &&
           (cue->traits & (CUE_FINDING | CUE_ON)) == 0;
}

/* Capitalised, no sentence starter but I, and no shout in capitals is asked for. */
static bool is_name(const char *word, size_t length)
{
    if (length == 1 && word[0] == 'I')
        return true;
    return length > 0 && ascii_is_capital(word[0]) && !abbreviation_is_starter(word, length);
}

bool reporting_is_english(const char *text, size_t at, size_t end)
{
    for (int words = 0; words < NAME_WORDS_MAX; words++) {
        size_t stop = word_end(text, at, end);
        size_t length = stop - at;
        if (words > 0 && is_english_verb(text + at, length))
            return true;
        if (!is_name(text + at, length))
            return false;
        enum abbreviation class = abbreviation_class(text + at, length);
        if (stop < end && text[stop] == '.' &&
            (class == ABBREVIATION_NEVER || class == ABBREVIATION_INITIAL ||
             class == ABBREVIATION_PLACE))
            stop++;
        if (space_length(text, stop, end) == 0)
            return false;
        at = stop + space_length(text, stop, end);
    }
    return false;
}

/* Whether the clause ends in a verb of saying, or in 告诉 and somebody. */
static bool ends_in_chinese_verb(const char *clause, size_t length)
{
    /* 说着: told beside an act */
    if (length > 2 * HAN && wordlist_before(clause, 0, length, "着") > 0)
        length -= HAN;
    size_t size = wordlist_before(clause, 0, length, "叫");
    for (size_t at = length; size == 0 && at >= 2 * HAN && length - at <= TOLD_MOST; at -= HAN) {
        if (at < length && wordlist_before(clause, 0, at, "告诉") > 0)
            size = length - at + 2 * HAN;
    }
    for (size_t i = length; i >= HAN && length - i < VERB_MOST; i -= HAN) {
        const struct han_cue *cue = han_cue_at(clause, 0, i - HAN, length);
        if (cue != NULL && strlen(cue->word) == length - (i - HAN) && length - (i - HAN) > size &&
            (cue->traits & (HAN_PAPER | HAN_REQUEST | HAN_MIND)) == 0)
            size = length - (i - HAN);
    }
    return size > 0 && wordlist_before(clause, 0, length - size, silences) == 0;
}

bool reporting_is_chinese(const char *text, size_t at, size_t end)
{
    char clause[(CLAUSE_MAX + 1) * 4] = "";
    size_t length = 0;
    uint32_t code_point = 0;
    /* “…”25岁的林德说 */
    size_t age = at;
    while (age < end && ascii_is_digit(text[age]))
        age++;
    if (age > at && wordlist_at(text, age, end, "岁 歲") > 0)
        at = age;
    for (int count = 0; at < end && count <= CLAUSE_MAX; count++) {
        size_t size = utf8_decode(text + at, end - at, &code_point);
        if (!utf8_is_han(code_point) && code_point != 0xB7)
            break;
        length += utf8_encode(fold_simplified(code_point), clause + length);
        at += size;
        code_point = 0;
    }
    bool closes = at >= end || code_point == 0xFF0C || code_point == 0x3002 ||
                  code_point == 0xFF01 || code_point == 0xFF1F || code_point == ',' ||
                  code_point == '.' || code_point == 0x2026 || code_point == '\n';
    return closes && ends_in_chinese_verb(clause, length);
}
