/* figure_rule: what the words around a number make of it, as rows of tables for both languages.
 *
 * A row says what a figure has to be and what has to stand around it; the first row that fits decides:
 * another kind and unit, no figure at all, or what it is already. Lists of words are those of wordlist.h,
 * of both languages in one: letters alone are an English word between blanks or behind a hyphen, all
 * others the bytes that stand there, blanks left aside. A list that begins with a Han character has Han
 * alone, one that begins and ends with a letter English alone: mixed ones have English first.
 *
 * Groups of words that follow one another as they are read stand each behind a |: “|siege battle|of”. One
 * that begins with ? may be missing, with ! nothing of it may stand there; ^ is a word with a capital, @ a
 * plural, * any word, 0 a number, % a Han character, $ the end of the block. Nothing is allocated. */
#ifndef DIPTYCH_FIGURE_FIGURE_RULE_H
#define DIPTYCH_FIGURE_FIGURE_RULE_H

#include "figure/figure.h"
#include "figure/figure_scan.h"

/* What a number is like. */
enum figure_form {
    FORM_DIGITS = 1 << 0,
    FORM_WORDS = 1 << 1,
    FORM_HAN = 1 << 2,
    FORM_ONE = 1 << 3,  /* one, 一: an article more often; and half, 半 */
    FORM_HALF = 1 << 4,
    FORM_LETTER = 1 << 5, /* its unit is one letter, right behind it */
    FORM_TIED = 1 << 6,
    FORM_PART = 1 << 7, /* its unit is a part of the one it is told in: cents */
    FORM_RANGE = 1 << 8,
    FORM_NEGATIVE = 1 << 9,
    FORM_SCALED = 1 << 10, /* with a thousand, 万 and the like */
    FORM_FORMAL = 1 << 11, /* 壹, 贰 */
    FORM_MILLION = 1 << 12, /* at least */
    FORM_BARE = 1 << 13, /* neither scaled nor in groups */
    FORM_HOUR = 1 << 14, /* up to 24; no whole number */
    FORM_FRACTION = 1 << 21,
    FORM_TENS = 1 << 22, /* 20, 30 to 90 */
    FORM_TWO = 1 << 15, /* of two digits; of one or two, and no range */
    FORM_BRIEF = 1 << 16,
    FORM_MODEL = 1 << 17, /* of three and more, and no range; 600104, 020 */
    FORM_CODE = 1 << 18,
    FORM_ALL = 1 << 19, /* all of what the block has: a cell of a table */
    FORM_NO_NOUN = 1 << 20 /* nothing that it counts stands behind it */
};

/* All but `is` may be NULL or 0: whatever. */
struct figure_rule {
    const char *unit;   /* the figure's: one of them */
    const char *starts; /* how it is written where it begins, and where it ends */
    const char *ends;
    const char *before; /* right before it, and right behind */
    const char *behind;
    const char *near;    /* among the few words before it */
    const char *about;   /* in the 200 bytes to either side */
    const char *without; /* and what is not there */
    unsigned forms;      /* all of them */
    const char *is;      /* its unit then, or one of the next */
    enum figure_kind kind;
};

#define RULE_STAYS "=" /* what it is */
#define RULE_NONE ""   /* no figure */

/* The first rule that fits the figure, whose span and unit are set; NULL. */
const struct figure_rule *figure_rule_find(const struct figure_scan *scan, const struct figure *figure,
                                           unsigned forms, const struct figure_rule *rules, size_t count);

/* Makes the figure what that rule says. */
enum figure_verdict { VERDICT_OPEN, VERDICT_NONE, VERDICT_IS };
enum figure_verdict figure_rule_apply(const struct figure_scan *scan, struct figure *figure, unsigned forms,
                                      const struct figure_rule *rules, size_t count);

/* Whether one of the words or groups stands behind `at` (and moves it over them), before it, among the few
 * before it. */
bool figure_rule_over(const struct figure_scan *scan, size_t *at, const char *words);
bool figure_rule_behind(const struct figure_scan *scan, size_t at, const char *words);
bool figure_rule_before(const struct figure_scan *scan, size_t at, const char *words);
bool figure_rule_near(const struct figure_scan *scan, size_t at, const char *words);

/* Whether they begin anywhere in text[start, end). */
bool figure_rule_within(const struct figure_scan *scan, size_t start, size_t end, const char *words);

#endif
