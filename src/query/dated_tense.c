#include "query/dated_tense.h"

#include <string.h>

#include "text/ascii.h"
#include "text/latinword.h"
#include "text/wordlist.h"

#define HAN 3
#define DUE_MOST 12    /* bytes from “by” to its day */
#define CLAUSE_MOST 90 /* bytes to either side in which a tense is looked for */

/* Whether the word does not go on within `around`, if it is a Latin one. */
static bool is_whole(const char *text, struct span word, struct span around)
{
    return !latinword_is_letter(text[word.start]) ||
           ((word.start == around.start || !latinword_is_letter(text[word.start - 1])) &&
            (word.end >= around.end || !latinword_is_letter(text[word.end])));
}

bool dated_tense_has_word(const char *text, size_t from, size_t to, const char *words)
{
    for (size_t at = from; at < to; at++) {
        if (at > from && latinword_is_letter(text[at - 1]) && latinword_is_letter(text[at]))
            continue;
        size_t size = wordlist_at(text, at, to, words);
        if (size > 0 && is_whole(text, (struct span){ at, at + size }, (struct span){ from, to }))
            return true;
    }
    return false;
}

struct span dated_tense_clause(const char *text, struct span sentence, const struct figure *figure)
{
    static const char marks[] = "， ； 。 ：";
    struct span clause = { figure->start, figure->end };
    while (clause.start > sentence.start && figure->start - clause.start < CLAUSE_MOST &&
           strchr(",;:", text[clause.start - 1]) == NULL) {
        if (wordlist_before(text, sentence.start, clause.start, marks) > 0)
            break;
        clause.start--;
    }
    while (clause.end < sentence.end && clause.end - figure->end < CLAUSE_MOST &&
           strchr(",;:", text[clause.end]) == NULL) {
        if (wordlist_at(text, clause.end, sentence.end, marks) > 0)
            break;
        clause.end++;
    }
    return clause;
}

static const char futures[] =
    "will due would shall planned plans planning scheduled expected "
    "expects ahead upcoming set_to set_for next coming are_to is_to "
    "must opens begins starts meets resumes closes ends could expires "
    "takes_effect might may take_effect 到期 届满 将 預計 预计 定于 計劃 计划 拟 前完成 "
    "即将 下一 下次 下场 还会";

/* Where the last of the words ends in [from, to); `from` where there is none. */
static size_t last_word(const char *text, size_t from, size_t to, const char *words)
{
    for (size_t at = to; at > from; at--) {
        if (at < to && latinword_is_letter(text[at - 1]) && latinword_is_letter(text[at]))
            continue;
        size_t size = wordlist_before(text, from, at, words);
        if (size > 0 && is_whole(text, (struct span){ at - size, at }, (struct span){ from, to }))
            return at;
    }
    return from;
}

/* by Friday, until the end of May, 推迟至14日; but not “cut by half a point on Wednesday”. */
static bool is_due(const char *text, struct span clause, const struct figure *figure)
{
    static const char dues[] = "by until";
    /* a rally for Saturday, but not: for Saturday's attack */
    static const char apart[] = "for_", owners[] = "'s \xE2\x80\x99s";
    /* 推迟至14日; but 14日的集市推迟了 */
    static const char put_off[] = "推迟至 推迟到 推遲至 推遲到 延至 延到 延期至 延期到 延后至 延后到 延後至 延後到 改期至 改期到 "
                                  "改至 改到 改在 顺延至 顺延到 順延至 順延到 押后至 押后到 押後至 押後到";
    if (wordlist_before(text, clause.start, figure->start, put_off) > 0)
        return true;
    if (wordlist_before(text, clause.start, figure->start, apart) > 0)
        return wordlist_at(text, figure->end, clause.end, owners) == 0;
    size_t from = figure->start - clause.start > DUE_MOST ? figure->start - DUE_MOST : clause.start;
    return dated_tense_has_word(text, from, figure->start, dues);
}

size_t dated_tense_last_past(const char *text, size_t from, size_t to)
{
    for (size_t at = to; at > from + 4; at--) {
        if (text[at - 1] == 'd' && text[at - 2] == 'e' && latinword_is_letter(text[at - 3]) &&
            (at == to || !latinword_is_letter(text[at])))
            return last_word(text, from, at, futures) == at ? from : at;
    }
    return from;
}

static const char pasts[] = "said told was were had announced added held took made began met "
                            "ruled signed died arrived warned heard saw found gave got sent ran "
                            "went came fell rose left kept lost won became brought built bought "
                            "sold spent struck broke chose drew flew grew knew led paid sank "
                            "spoke stood swept taught thought threw wrote 表示 说 称 宣布 了";

/* Trains stop running from Monday: a day that begins what no verb says has begun. */
static bool is_from(const char *text, struct span clause, const struct figure *figure)
{
    static const char words[] = "from_";
    return wordlist_before(text, clause.start, figure->start, words) > 0 &&
           !dated_tense_has_word(text, clause.start, figure->start, pasts) &&
           dated_tense_last_past(text, clause.start, figure->start) == clause.start;
}

/* 周日前报名: before a day. */
static bool is_before_day(const char *text, struct span clause, const struct figure *figure)
{
    static const char before[] = "前 之前 以前";
    static const char others[] = "前往 前后 前夕 前来 前去";
    static const char done[] = "了 已 曾";
    return wordlist_at(text, figure->end, clause.end, before) > 0 &&
           wordlist_at(text, figure->end, clause.end, others) == 0 &&
           !dated_tense_has_word(text, clause.start, clause.end, done);
}

/* On Sunday, the line will reopen; 周日起，六号线将停运: where a day leads, whether the first verb behind its
 * comma is in the future. */
static bool leads_to_coming(const char *text, struct span sentence, struct span clause,
                            const struct figure *figure)
{
    static const char commas[] = ", ，";
    static const char leads[] = "On_ From_ Starting_ 从 自";
    static const char parts[] = "起 开始 前 之前 以前 上午 下午 早上 晚上 晚 _morning _afternoon _evening _night";
    size_t mark = wordlist_at(text, clause.end, sentence.end, commas);
    if (mark == 0 ||
        sentence.start + wordlist_at(text, sentence.start, figure->start, leads) != figure->start ||
        figure->end + wordlist_at(text, figure->end, clause.end, parts) != clause.end)
        return false;
    size_t from = clause.end + mark;
    size_t most = from + CLAUSE_MOST < sentence.end ? from + CLAUSE_MOST : sentence.end;
    for (size_t to = from + 1; to <= most; to++) {
        if (to < most && latinword_is_letter(text[to - 1]) && latinword_is_letter(text[to]))
            continue;
        if (dated_tense_has_word(text, from, to, pasts) || dated_tense_last_past(text, from, to) > from)
            return false;
        if (dated_tense_has_word(text, from, to, futures))
            return true;
    }
    return false;
}

bool dated_tense_is_coming(const char *text, struct span sentence, const struct figure *figure)
{
    struct span clause = dated_tense_clause(text, sentence, figure);
    size_t future = last_word(text, clause.start, figure->start, futures);
    bool due = is_due(text, clause, figure) || is_from(text, clause, figure) ||
               is_before_day(text, clause, figure);
    future = due ? figure->start : future;
    size_t past = last_word(text, clause.start, figure->start, pasts);
    size_t form = dated_tense_last_past(text, clause.start, figure->start);
    past = form > past ? form : past;
    if (future > clause.start || past > clause.start)
        return future > past;
    size_t until =
        figure->end + CLAUSE_MOST / 2 < clause.end ? figure->end + CLAUSE_MOST / 2 : clause.end;
    /* "heard the case Monday and will rule Friday" */
    for (size_t at = figure->end; past == clause.start && at < until; at++) {
        if (wordlist_at(text, at, until, "_and_ _but_") > 0)
            until = at;
    }
    /* 气象台预计，23日起有雨 */
    static const char foresees[] = "预计， 预测， 预报， 预料， 预警， 预期，";
    if (leads_to_coming(text, sentence, clause, figure) ||
        wordlist_before(text, sentence.start, clause.start, foresees) > 0)
        return true;
    return dated_tense_has_word(text, figure->end, until, futures) &&
           !dated_tense_has_word(text, figure->end, until, pasts);
}

bool dated_tense_has_passed(const char *text, struct span sentence, const struct figure *figure)
{
    static const char done[] = "held took was were had since last began won 了 曾 以来 自";
    struct span clause = dated_tense_clause(text, sentence, figure);
    return dated_tense_has_word(text, clause.start, figure->start, done) &&
           !dated_tense_is_future(text, sentence, figure);
}

bool dated_tense_is_future(const char *text, struct span sentence, const struct figure *figure)
{
    struct span clause = dated_tense_clause(text, sentence, figure);
    return dated_tense_has_word(text, clause.start, clause.end, futures) ||
           is_due(text, clause, figure);
}

bool dated_tense_is_weekday(const char *text, const struct figure *figure)
{
    static const char names[] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday 周 週 "
                                "星期 礼拜 本周 这周";
    return wordlist_at(text, figure->start, figure->end, names) > 0;
}

bool dated_tense_is_bare_day(const char *text, const struct figure *figure)
{
    size_t at = figure->start;
    while (at < figure->end && ascii_is_digit(text[at]))
        at++;
    return figure->from.day > 0 && at > figure->start && figure->end - at == HAN;
}

/* 14日 of what is still to come: the first from the publication on. */
static void place_bare_day(const struct figure_date *published, struct figure_date *date)
{
    struct figure_date moved = *published;
    moved.day = date->day;
    if (moved.day < published->day)
        figure_date_add_months(&moved, 1);
    if (date->year > 0 && figure_date_is_valid(&moved))
        *date = moved;
}

void dated_tense_place_day(const char *text, struct span sentence,
                           const struct figure_date *published, struct figure *figure)
{
    static const char of_week[] = "本周 这周 本週 這週 本星期 这星期"; /* read as such */
    bool resolved = figure_date_is_set(&figure->resolved);
    struct figure_date *date = resolved ? &figure->resolved : &figure->from;
    bool other = date->day != published->day || date->month != published->month;
    if (other && dated_tense_is_bare_day(text, figure) &&
        dated_tense_is_coming(text, sentence, figure)) {
        place_bare_day(published, date);
        return;
    }
    if (date->day > 0 && other && dated_tense_is_weekday(text, figure) &&
        wordlist_at(text, figure->start, figure->end, of_week) == 0 &&
        dated_tense_is_coming(text, sentence, figure))
        figure_date_add_days(date, 7);
}
