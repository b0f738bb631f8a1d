#include "figure/figure_rule.h"

#include <string.h>

#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN strlen("年")
#define LIST_MOST 512 /* bytes of a group among others */
#define NEAR_MOST 12 /* Han characters; a word and a digit are two */

/* The bytes that begin, or end, at `at` and are no mere English word: how many. */
static size_t bytes_at(const struct figure_scan *scan, size_t at, const char *words, bool back)
{
    char list[LIST_MOST];
    const char *text = scan->text;
    if (at == (back ? scan->from : scan->to))
        return 0;
    const bool han = !back && scan->to - at >= HAN && (unsigned char)text[at] >= 0xE0;
    const char byte = text[back ? at - 1 : han ? at + HAN - 1 : at];
    /* the last byte of the character there is in few of them */
    if (strchr(words, byte == ' ' ? '_' : byte) == NULL)
        return 0;
    const char *next = strchr(words, '|');
    if (next != NULL && next - words < LIST_MOST) { /* one group of many */
        memcpy(list, words, (size_t)(next - words));
        list[next - words] = '\0';
        words = list;
    }
    size_t size = back ? wordlist_before(scan->text, scan->from, at, words)
                       : wordlist_at(scan->text, at, scan->to, words);
    for (size_t i = 0; i < size; i++) {
        if (!latinword_is_letter(scan->text[back ? at - 1 - i : at + i]))
            return size;
    }
    return 0;
}

/* Moves *at over what one group has. */
static bool over(const struct figure_scan *scan, size_t *at, const char *group, bool back)
{
    struct latinword word;
    struct numeral numeral;
    size_t next = back ? figure_scan_skip_back(scan, *at) : figure_scan_skip(scan, *at), size, from = *at;
    const unsigned char first = (unsigned char)*group;
    const bool edge = next == (back ? scan->from : scan->to);
    const unsigned char byte = edge ? 0 : (unsigned char)scan->text[back ? next - 1 : next];
    /* English or Han alone, or one sign: the first look tells */
    if (byte < 0x80 ? first >= 0xE3 && first <= 0xE9
                    : latinword_is_letter((char)first) && latinword_is_letter(group[strcspn(group, "|") - 1]))
        return false;
    if (first < '0' && (group[1] == '\0' || group[1] == '|') && strchr("$%*", first) == NULL && byte != first)
        return false;
    switch (*group) {
    case '$': return edge;
    case '0':
        if (!back && figure_scan_numeral(scan, next, &numeral))
            *at = numeral.end;
        while (back && next > scan->from && figure_scan_digit(scan, next - 1) == 1)
            *at = --next;
        return *at != from;
    case '%':
        if (!utf8_is_han((uint32_t)(back ? figure_scan_code_before(scan, next) : figure_scan_code(scan, next))))
            return false;
        *at = back ? next - HAN : next + HAN;
        return true;
    default: break;
    }
    bool any = strchr("^@*", first) != NULL, found = latinword_is_letter((char)byte) || (!back && byte == '-');
    found = found && (back ? figure_scan_word_before(scan, *at, &word) : figure_scan_word(scan, *at, &word));
    if (found && (!any           ? latinword_in(word.text, group)
                  : first == '@' ? latinword_is_plural(&word)
                                 : first == '*' || word.capital)) {
        *at = back ? word.start : word.end;
        return true;
    }
    /* of the bytes the ends tell whether it is worth to look: few lists have blanks and dots */
    size = !any && (next == from || strchr(group, '_') != NULL) ? bytes_at(scan, from, group, back) : 0;
    if (!any && size == 0 && next != from && (!latinword_is_letter((char)byte) || strpbrk(group, "._") != NULL))
        size = bytes_at(scan, from = next, group, back);
    *at = size == 0 ? *at : back ? from - size : from + size;
    return size > 0;
}

static bool step(const struct figure_scan *scan, size_t *at, const char *group, bool back)
{
    size_t past = *at;
    bool not = *group == '!', found = over(scan, &past, group + (not || *group == '?'), back);
    if (found && !not)
        *at = past;
    return found != not || *group == '?';
}

bool figure_rule_over(const struct figure_scan *scan, size_t *at, const char *words)
{
    size_t past = *at;
    for (const char *group = words; group != NULL; group = strchr(group + 1, '|')) {
        if (!step(scan, &past, group + (*group == '|'), false))
            return false;
    }
    *at = past;
    return true;
}

bool figure_rule_behind(const struct figure_scan *scan, size_t at, const char *words)
{
    return figure_rule_over(scan, &at, words);
}

/* The groups from `group` on, the last first. */
static bool over_back(const struct figure_scan *scan, size_t *at, const char *group)
{
    const char *next = strchr(group + 1, '|');
    return (next == NULL || over_back(scan, at, next)) && step(scan, at, group + (*group == '|'), true);
}

bool figure_rule_before(const struct figure_scan *scan, size_t at, const char *words)
{
    return over_back(scan, &at, words);
}

bool figure_rule_near(const struct figure_scan *scan, size_t at, const char *words)
{
    struct latinword word;
    size_t back = at;
    for (int left = NEAR_MOST; back > scan->from && left > 0;) {
        bool latin = latinword_before(scan->text, scan->from, back, &word);
        size_t next = latin ? word.start : utf8_previous(scan->text, back);
        if (latin ? latinword_in(word.text, words) : bytes_at(scan, next, words, false) > 0)
            return true;
        /* a sentence ends */
        if (scan->text[next] == '.' && figure_scan_digit(scan, back) == 0)
            return false;
        back = next;
        left -= latin || figure_scan_digit(scan, back) == 1 ? 2 : (unsigned char)scan->text[back] >= 0x80;
    }
    return false;
}

bool figure_rule_within(const struct figure_scan *scan, size_t start, size_t end, const char *words)
{
    struct latinword word;
    for (size_t at = start; at < end;) {
        if (figure_rule_behind(scan, at, words))
            return true;
        at = latinword_at(scan->text, end, at, &word) ? word.end : at + 1;
        while (at < end && ((unsigned char)scan->text[at] & 0xC0) == 0x80)
            at++;
    }
    return false;
}

static bool fits(const struct figure_scan *scan, const struct figure *figure, const struct figure_rule *rule)
{
    const size_t start = figure->start, end = figure->end;
    return (rule->unit == NULL || latinword_in(figure->unit, rule->unit)) &&
           (rule->starts == NULL || figure_scan_is_in(scan, start, rule->starts)) &&
           (rule->ends == NULL || figure_scan_was_in(scan, end, rule->ends)) &&
           (rule->behind == NULL || figure_rule_behind(scan, end, rule->behind)) &&
           (rule->before == NULL || figure_rule_before(scan, start, rule->before)) &&
           (rule->near == NULL || figure_rule_near(scan, start, rule->near)) &&
           (rule->about == NULL || figure_scan_about(scan, start, end, rule->about)) &&
           (rule->without == NULL || !figure_scan_about(scan, start, end, rule->without));
}

const struct figure_rule *figure_rule_find(const struct figure_scan *scan, const struct figure *figure,
                                           unsigned forms, const struct figure_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if ((rules[i].forms & ~forms) == 0 && fits(scan, figure, &rules[i]))
            return &rules[i];
    }
    return NULL;
}

enum figure_verdict figure_rule_apply(const struct figure_scan *scan, struct figure *figure, unsigned forms,
                                      const struct figure_rule *rules, size_t count)
{
    const struct figure_rule *rule = figure_rule_find(scan, figure, forms, rules, count);
    if (rule == NULL || strcmp(rule->is, RULE_NONE) == 0)
        return rule == NULL ? VERDICT_OPEN : VERDICT_NONE;
    if (strcmp(rule->is, RULE_STAYS) != 0)
        figure_set_kind(figure, rule->kind, rule->is);
    return VERDICT_IS;
}
