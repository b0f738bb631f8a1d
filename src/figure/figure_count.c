#include "figure/figure_count.h"

#include <string.h>

#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "text/utf8.h"

/* A number that is being judged; the figure has its span and value. */
struct count {
    const struct figure_scan *scan;
    const struct numeral *numeral;
    struct figure *figure;
};

/* Words before a number that make it a label. */
static const char *const labels[] = { "page",    "chapter", "section", "step",  "figure",  "table",
                                      "version", "number",  "route",   "room",  "level",   "flight",
                                      "gate",    "channel", "phase",   "model", "windows", "no",
                                      "vol",     "pp",      "p",       NULL };

/* Words with a capital only because a sentence or title begins: no names. */
static const char *const plain[] = {
    "a",    "about", "after",  "all",     "almost",        "an",    "and",     "another", "around",
    "as",   "at",    "before", "between", "but",           "by",    "for",     "from",    "if",
    "in",   "its",   "just",   "least",   "more",          "most",  "nearly",  "of",      "on",
    "only", "or",    "other",  "our",     "over",          "past",  "roughly", "since",   "some",
    "than", "that",  "the",    "their",   "these",         "those", "to",      "under",   "until",
    "up",   "when",  "where",  "with",    "approximately", "have",  "has",     "had",     "was",
    "were", "is",    "are",    "then",    "there",         "they",  "we",      "not",     NULL
};

bool figure_count_is_one(const struct numeral *numeral)
{
    return numeral->kind != NUMERAL_DIGITS && !numeral->scaled && !numeral->ordinal &&
           decimal_compare(numeral->value, decimal_of(1, 0)) == 0;
}

bool figure_count_is_half(const struct numeral *numeral)
{
    return numeral->kind != NUMERAL_DIGITS &&
           decimal_compare(numeral->value, decimal_of(5, -1)) == 0 && !numeral->scaled &&
           numeral->value.exponent == -1;
}

static bool is_label(const struct count *count)
{
    struct latinword word;
    const struct figure_scan *scan = count->scan;
    size_t at = figure_scan_skip_back(scan, count->figure->start);
    if (figure_scan_was(scan, at, "#") || figure_scan_was(scan, at, "No.") ||
        figure_scan_was(scan, at, "№"))
        return true;
    if (at == count->figure->start || !figure_scan_word_before(scan, at, &word))
        return false;
    if (latinword_find(word.text, labels) >= 0)
        return true;
    return word.capital && latinword_find(word.text, plain) < 0;
}

static bool is_bare(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    return !numeral->scaled && !numeral->grouped && !numeral->more;
}

/* 9 a.m., 9点 are times of day, 20世纪 and 4日 are no counts either. */
static bool is_clock(const struct count *count)
{
    struct latinword word;
    const struct figure_scan *scan = count->scan;
    size_t end = count->figure->end;
    size_t at = figure_scan_skip(scan, end);
    if (figure_scan_is(scan, at, "点") || figure_scan_is(scan, at, "點") ||
        figure_scan_is(scan, at, "时") || figure_scan_is(scan, at, "世纪") ||
        figure_scan_is(scan, at, "日") || figure_scan_is(scan, at, "号"))
        return true;
    if (figure_scan_is(scan, at, "a.m") || figure_scan_is(scan, at, "p.m"))
        return true;
    return figure_scan_word(scan, end, &word) &&
           (strcmp(word.text, "am") == 0 || strcmp(word.text, "pm") == 0 ||
            strcmp(word.text, "o") == 0);
}

/* Chinese, American, U.S.: capitals that are no names, as in 50 Chinese companies. */
static bool is_adjective(const struct latinword *word)
{
    static const char *const endings[] = { "ese", "an", "ish", "nch", "tch", "wiss", "eek", "azi" };
    size_t length = strlen(word->text);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (length > size && strcmp(word->text + length - size, endings[i]) == 0)
            return true;
    }
    return length <= 2; /* U.S., UK, EU */
}

static bool read_digit_count(const struct count *count)
{
    struct figure *figure = count->figure;
    struct latinword word;
    if (is_bare(count) && (is_label(count) || is_clock(count)))
        return false;
    size_t measure = figure_noun_measure(count->scan, figure_scan_skip(count->scan, figure->end));
    size_t number_end = figure_scan_skip(count->scan, figure->end);
    unsigned long behind = figure_scan_code(count->scan, number_end);
    if (measure > 0 || utf8_is_han((uint32_t)behind) || behind >= 0x3000) {
        if (measure > 0)
            figure->end = number_end + measure;
        (void)figure_noun_chinese(count->scan, number_end, figure);
        return true;
    }
    bool named = is_bare(count) && figure_scan_word(count->scan, figure->end, &word) &&
                 word.capital && !is_adjective(&word);
    (void)figure_noun_english(count->scan, figure->end, figure);
    return !named;
}

/* One in five, nine out of ten: a share, which has no exact decimal. */
static bool is_share(const struct figure_scan *scan, size_t start)
{
    struct latinword word;
    struct numeral numeral;
    if (!figure_scan_word_before(scan, start, &word))
        return false;
    if (strcmp(word.text, "of") == 0)
        return figure_scan_word_before(scan, word.start, &word) && strcmp(word.text, "out") == 0;
    return strcmp(word.text, "in") == 0 && figure_scan_word_before(scan, word.start, &word) &&
           numeral_read(scan->text, scan->to, word.start, &numeral);
}

static bool read_word_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    struct figure *figure = count->figure;
    if (figure_count_is_one(numeral) || figure_count_is_half(numeral) ||
        numeral->value.digits == 0 || is_share(count->scan, figure->start))
        return false;
    bool found = figure_noun_english(count->scan, figure->end, figure);
    if (!found && numeral->vague)
        found = figure_noun_english_before(count->scan, figure->start, figure);
    /* "tens" alone tells nothing, and so does a large number in an idiom: thanks a million. */
    if (numeral->vague && decimal_compare(numeral->value, decimal_of(1, 1)) == 0)
        return found;
    return found || numeral->scaled;
}

static bool read_han_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    const struct figure_scan *scan = count->scan;
    struct figure *figure = count->figure;
    size_t number_end = figure_scan_skip(scan, figure->end);
    size_t measure = figure_noun_measure(scan, number_end);
    bool hundred = numeral->scaled && decimal_compare(numeral->value, decimal_of(1, 2)) >= 0;
    if (figure_count_is_half(numeral) || figure_count_is_one(numeral) ||
        numeral->value.digits == 0 || (numeral->spelled_digits && !numeral->scaled))
        return false;
    if (measure == 0 && !hundred && !numeral->vague)
        return false;
    if (figure_scan_is(scan, figure->start, "二") && !numeral->scaled &&
        !figure_scan_is(scan, number_end, "人"))
        return false;
    figure->end = measure > 0 ? number_end + measure : figure->end;
    (void)figure_noun_chinese(scan, number_end, figure);
    return true;
}

bool figure_count_judge(const struct figure_scan *scan, const struct numeral *numeral,
                        struct figure *figure)
{
    const struct count count = { scan, numeral, figure };
    figure->kind = FIGURE_COUNT;
    bool counts = numeral->kind == NUMERAL_DIGITS ? read_digit_count(&count)
                  : numeral->kind == NUMERAL_HAN  ? read_han_count(&count)
                                                  : read_word_count(&count);
    if (counts)
        figure_hedge_read(scan, figure);
    return counts;
}
