#include "figure/figure_scan.h"

#include <string.h>

#include "text/digit.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define ABOUT_REACH 200

size_t figure_scan_size(const struct figure_scan *scan, size_t at, const char *words)
{
    size_t size = 0;
    while (words[size] != '\0' && at + size < scan->to && scan->text[at + size] == words[size])
        size++;
    return words[size] == '\0' ? size : 0;
}

bool figure_scan_is(const struct figure_scan *scan, size_t at, const char *words)
{
    return figure_scan_size(scan, at, words) > 0;
}

bool figure_scan_was(const struct figure_scan *scan, size_t at, const char *words)
{
    size_t size = strlen(words);
    return at >= scan->from && at - scan->from >= size &&
           memcmp(scan->text + at - size, words, size) == 0;
}

int figure_scan_any(const struct figure_scan *scan, size_t at, const char *words, size_t *size)
{
    return wordlist_number(scan->text, at, scan->to, words, size);
}

int figure_scan_any_before(const struct figure_scan *scan, size_t at, const char *words,
                           size_t *size)
{
    return wordlist_number_before(scan->text, scan->from, at, words, size);
}

size_t figure_scan_skip(const struct figure_scan *scan, size_t at)
{
    return latinword_skip_blanks(scan->text, scan->to, at);
}

size_t figure_scan_skip_back(const struct figure_scan *scan, size_t at)
{
    return latinword_skip_blanks_back(scan->text, scan->from, at);
}

bool figure_scan_is_all(const struct figure_scan *scan, size_t start, size_t end)
{
    (void)figure_scan_over(scan, &end, ". 。");
    return figure_scan_skip(scan, scan->from) >= start && figure_scan_skip(scan, end) >= scan->to;
}

bool figure_scan_word(const struct figure_scan *scan, size_t at, struct latinword *word)
{
    return latinword_next(scan->text, scan->to, at, word);
}

bool figure_scan_word_before(const struct figure_scan *scan, size_t at, struct latinword *word)
{
    return latinword_last(scan->text, scan->from, at, word);
}

bool figure_scan_is_in(const struct figure_scan *scan, size_t at, const char *words)
{
    return wordlist_at(scan->text, at, scan->to, words) > 0;
}

bool figure_scan_was_in(const struct figure_scan *scan, size_t at, const char *words)
{
    return wordlist_before(scan->text, scan->from, at, words) > 0;
}

bool figure_scan_over(const struct figure_scan *scan, size_t *at, const char *words)
{
    size_t size = wordlist_at(scan->text, *at, scan->to, words);
    *at += size;
    return size > 0;
}

bool figure_scan_past(const struct figure_scan *scan, size_t *at, const char *words)
{
    return latinword_past(scan->text, scan->to, at, words);
}

bool figure_scan_back(const struct figure_scan *scan, size_t *at, const char *words)
{
    return latinword_back(scan->text, scan->from, at, words);
}

bool figure_scan_word_in(const struct figure_scan *scan, size_t at, const char *words)
{
    return figure_scan_past(scan, &at, words);
}

bool figure_scan_word_before_in(const struct figure_scan *scan, size_t at, const char *words)
{
    return figure_scan_back(scan, &at, words);
}

/* Whether one side of a context is as it says. */
static bool is_as_told(const struct figure_scan *scan, size_t at, const char *words, bool before)
{
    if (words == NULL)
        return true;
    const bool no = words[0] == '!';
    const char *list = words + no;
    if (*list == '_' || (unsigned char)*list >= 0x80)
        return (before ? figure_scan_was_in(scan, at, list) : figure_scan_is_in(scan, at, list)) != no;
    return before ? figure_scan_word_before_in(scan, at, words) : figure_scan_word_in(scan, at, words);
}

bool figure_scan_fits(const struct figure_scan *scan, size_t start, size_t end,
                      const struct figure_context *contexts, size_t count)
{
    for (const struct figure_context *row = contexts; row < contexts + count; row++) {
        if (is_as_told(scan, start, row->before, true) && is_as_told(scan, end, row->behind, false))
            return true;
    }
    return false;
}

/* Whether one of `words` begins from `from` on and before `to`. */
static bool is_within(const struct figure_scan *scan, size_t from, size_t to, const char *words)
{
    for (size_t at = from; at < scan->to && at < to; at++) {
        if (figure_scan_is_in(scan, at, words))
            return true;
    }
    return false;
}

bool figure_scan_about(const struct figure_scan *scan, size_t start, size_t end, const char *words)
{
    return figure_scan_near_before(scan, start, ABOUT_REACH, words) || is_within(scan, start, end + ABOUT_REACH, words);
}

bool figure_scan_near_before(const struct figure_scan *scan, size_t at, size_t reach, const char *words)
{
    return is_within(scan, at - scan->from > reach ? at - reach : scan->from, at, words);
}

bool figure_scan_few_before(const struct figure_scan *scan, size_t at, int count, const char *words)
{
    struct latinword word;
    bool found = false;
    for (; count > 0 && !found && figure_scan_word_before(scan, at, &word); count--) {
        found = latinword_in(word.text, words);
        at = word.start;
    }
    return found;
}

bool figure_scan_read(const struct figure_scan *scan, size_t at, struct numeral *numeral)
{
    if (scan->memo == NULL || at >= scan->to)
        return numeral_read(scan->text, scan->to, at, numeral);
    struct figure_memo *memo = &scan->memo[at % FIGURE_MEMOS];
    if (memo->at != at || memo->to != scan->to) {
        memo->at = at;
        memo->to = scan->to;
        memo->found = numeral_read(scan->text, scan->to, at, &memo->numeral);
    }
    *numeral = memo->numeral;
    return memo->found;
}

bool figure_scan_numeral(const struct figure_scan *scan, size_t at, struct numeral *numeral)
{
    return figure_scan_read(scan, at, numeral) && !numeral->huge;
}

size_t figure_scan_digit(const struct figure_scan *scan, size_t at)
{
    size_t size;
    return digit_at(scan->text, scan->to, at, &size) >= 0 ? size : 0;
}

unsigned long figure_scan_code(const struct figure_scan *scan, size_t at)
{
    uint32_t code = 0;
    if (at < scan->to)
        (void)utf8_decode(scan->text + at, scan->to - at, &code);
    return code;
}

unsigned long figure_scan_code_before(const struct figure_scan *scan, size_t at)
{
    if (at <= scan->from)
        return 0;
    return figure_scan_code(scan, utf8_previous(scan->text, at));
}
