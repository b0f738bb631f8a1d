#include "query/dated_statements.h"

#include <stdlib.h>
#include <string.h>

#include "align/dateline.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "query/article_figures.h"
#include "query/dated_event.h"
#include "query/dated_step.h"
#include "query/dated_tense.h"
#include "query/dated_words.h"
#include "query/dated_year.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/wordlist.h"

#define MONTHS_NEAR 2 /* a month ahead that needs no word of the future */
#define YEAR_NEAR 3   /* sentences behind a year in which a day is of it */
#define HAN 3

struct reading {
    const struct document *document;
    struct spans sentences;
    struct spans datelines;
    struct figure_date published; /* not set when it is not known */
    struct figure_date last;      /* the date told last, for 25日 */
    size_t last_sentence;         /* where it stands */
    struct figure_date day;       /* the day told last, for 当天 */
    struct dated_statements *out;
    size_t sentence; /* that is being read */
};

void dated_statements_free(struct dated_statements *statements)
{
    free(statements->items);
    figures_free(&statements->figures);
    *statements = (struct dated_statements){ 0 };
}

static bool is_same(const struct figure_date *a, const struct figure_date *b)
{
    return a->year == b->year && a->month == b->month && a->day == b->day && a->part == b->part &&
           a->number == b->number;
}

void dated_statement_print(const struct dated_statement *statement, struct buffer *out)
{
    size_t start = out->length;
    figure_date_print(&statement->from, out);
    if (is_same(&statement->from, &statement->until))
        return;
    size_t end = out->length;
    buffer_add_text(out, "..");
    figure_date_print(&statement->until, out);
    /* two that print alike: early and late in one month */
    if (end - start == out->length - end - 2 &&
        memcmp(out->data + start, out->data + end + 2, end - start) == 0)
        buffer_truncate(out, end);
}

const char *dated_statement_precision(const struct dated_statement *statement)
{
    return figure_date_unit(&statement->from);
}

/* ---- what stands around a date ---- */

static struct span sentence_of(const struct reading *reading)
{
    return reading->sentences.items[reading->sentence];
}

static bool is_event(const struct reading *reading, const struct figure *figure)
{
    return dated_event_is(reading->document->text, sentence_of(reading), &reading->datelines, figure);
}

/* 24日至25日: two days without a month. */
static bool is_bare_days(const char *text, const struct figure *figure)
{
    static const char months[] = "月";
    return figure->from.day > 0 && ascii_is_digit(text[figure->start]) &&
           figure->end - figure->start > HAN && memcmp(text + figure->end - HAN, "日", HAN) == 0 &&
           !dated_tense_has_word(text, figure->start, figure->end, months);
}

/* ---- the date that is meant ---- */

/* The days of the month told last, else of that of the publication. */
static void settle_days(const struct reading *reading, struct figure_date *from,
                        struct figure_date *until)
{
    const struct figure_date *near =
        reading->last.month > 0 && reading->last.year > 0 ? &reading->last : &reading->published;
    if (near->year == 0 || near->month == 0)
        return;
    from->year = until->year = near->year;
    from->month = until->month = near->month;
    if (until->day < from->day)
        figure_date_add_months(until, 1);
}

/* 1月1日至2日: in the year in which they are nearest to the publication. */
static void settle_year(const struct reading *reading, struct figure_date *from,
                        struct figure_date *until)
{
    int month = reading->published.month;
    if (from->year != 0 || until->year != 0 || from->month == 0 || month == 0)
        return;
    int ahead = from->month - month;
    from->year = reading->published.year + (ahead < -6) - (ahead > 6);
    until->year = from->year + (until->month < from->month);
}

/* Months from the publication to the date, negative before it. */
static int months_ahead(const struct figure_date *date, const struct figure_date *published)
{
    return (date->year - published->year) * 12 + date->month - published->month;
}

/* 次年9月, 同年9月, the following September: the year, told from the one before; 0
 * where none is. */
static int year_named(const struct reading *reading, const struct figure *figure,
                      const struct figure_date *date)
{
    static const char next[] = "次年 翌年 第二年";
    static const char same[] = "同年 当年 那年 當年";
    static const char following[] = "the_following_ The_following_";
    const char *text = reading->document->text;
    struct span sentence = sentence_of(reading);
    const struct figure_date *last = &reading->last;
    if (last->year == 0 || figure->range || figure->from.year != 0)
        return 0;
    if (wordlist_before(text, sentence.start, figure->start, next) > 0)
        return last->year + 1;
    if (wordlist_before(text, sentence.start, figure->start, same) > 0)
        return last->year;
    if (wordlist_before(text, sentence.start, figure->start, following) > 0)
        return last->year + (date->month <= last->month || last->month == 0);
    return 0;
}

/* A day told soon behind a year, in a text that does not say when it was published or tells of
 * years before: the year; 0 where none is known. */
static int year_beside(const struct reading *reading, const struct figure *figure,
                       const struct figure_date *date)
{
    const struct figure_date *last = &reading->last;
    if (last->year == 0 || figure->range)
        return 0;
    bool soon = reading->sentence - reading->last_sentence <= YEAR_NEAR;
    bool past = reading->published.year == 0 || last->year < reading->published.year;
    return soon && past && date->day > 0 ? last->year : 0;
}

/* Whether the day, or the month, is before that of the publication. */
static bool is_before(const struct figure_date *date, const struct figure_date *published)
{
    int months = months_ahead(date, published);
    return months < 0 ||
           (months == 0 && date->day > 0 && published->day > 0 && date->day < published->day);
}

static struct figure_date resolve(const struct reading *reading, const struct figure *figure)
{
    static const char same[] = "当天 当日 當天 當日 当晚 當晚 当夜 當夜";
    const char *text = reading->document->text;
    struct figure_date date =
        figure_date_is_set(&figure->resolved) ? figure->resolved : figure->from;
    if (reading->day.day > 0 && wordlist_at(text, figure->start, figure->end, same) > 0)
        return reading->day;
    int named = date.month > 0 ? year_named(reading, figure, &figure->from) : 0;
    if (named > 0) {
        date.year = named;
        return date;
    }
    bool coming = (figure->from.year == 0 || dated_tense_is_bare_day(text, figure)) &&
                  dated_tense_is_coming(text, sentence_of(reading), figure);
    /* 会议将于20日召开 */
    if (dated_tense_is_bare_day(text, figure) && coming && date.year > 0 &&
        is_before(&date, &reading->published)) {
        struct figure_date moved = reading->published;
        moved.day = date.day;
        if (is_before(&moved, &reading->published))
            figure_date_add_months(&moved, 1);
        return moved;
    }
    /* 明年10月通车。13日他说: what is done already is of no month to come */
    bool gone = !coming && reading->published.month > 0 &&
                (months_ahead(&reading->last, &reading->published) > 0 || reading->last.day == 0);
    if (dated_tense_is_bare_day(text, figure) && reading->last.month > 0 && reading->last.year > 0 && !gone) {
        struct figure_date moved = date;
        moved.year = reading->last.year;
        moved.month = reading->last.month;
        return figure_date_is_valid(&moved) ? moved : date;
    }
    if (date.year == 0 && date.month > 0)
        date.year = year_beside(reading, figure, &date);
    /* half a year away: the month told in the tense of its verb */
    if (date.year == 0 && date.month > 0 && !figure->range && reading->published.month > 0)
        date.year = reading->published.year + (coming && date.month < reading->published.month) -
                    (!coming && date.month > reading->published.month);
    /* “held in October”, told in July; news that do not say when mean the past, but for what is
     * near. */
    bool undated =
        figure->from.year == 0 && figure_date_is_set(&figure->resolved) && !figure->range;
    int ahead = undated ? months_ahead(&date, &reading->published) : 0;
    /* “expected in December”, told in March */
    if (undated && coming && is_before(&date, &reading->published))
        date.year++;
    if (ahead > 0 &&
        (dated_tense_has_passed(text, sentence_of(reading), figure) ||
         (ahead > MONTHS_NEAR && !coming &&
          !dated_tense_is_future(text, sentence_of(reading), figure))))
        date.year--;
    return date;
}

static bool add(struct reading *reading, struct span words, struct figure_date from,
                struct figure_date until, bool ordered)
{
    struct dated_statement statement = { sentence_of(reading), words, from, until, ordered };
    for (size_t i = reading->out->count; i > 0; i--) {
        const struct dated_statement *other = &reading->out->items[i - 1];
        if (other->sentence.start != statement.sentence.start)
            break;
        if (is_same(&other->from, &from) && is_same(&other->until, &until))
            return false;
    }
    VECTOR_PUSH(reading->out, statement);
    if (until.year != 0) {
        reading->last = until;
        reading->last_sentence = reading->sentence;
    }
    if (until.year != 0 && until.day > 0)
        reading->day = until;
    return true;
}

/* Parts of a month are no dates of their own. */
static struct figure_date plain(struct figure_date date)
{
    if (date.part < PART_QUARTER)
        date.part = PART_NONE;
    return date;
}

/* Whether a weekday stands beside a date that says more: Monday 22 June, 25日（周六）. */
static bool is_beside(const struct reading *reading, const struct figures *figures, size_t index)
{
    const struct figure *figure = &figures->items[index];
    const char *text = reading->document->text;
    if (!dated_tense_is_weekday(text, figure))
        return false;
    const struct figure *before = index > 0 ? figure - 1 : NULL;
    const struct figure *behind = index + 1 < figures->count ? figure + 1 : NULL;
    return (before != NULL && before->kind == FIGURE_DATE && before->from.day > 0 &&
            figure->start - before->end <= 4) ||
           (behind != NULL && behind->kind == FIGURE_DATE && behind->from.day > 0 &&
            behind->start - figure->end <= 4);
}

static struct figure_date year_meant(const struct figure *figure)
{
    return figure_date_is_set(&figure->resolved) ? figure->resolved : figure->from;
}

/* In "May last year", "March of this year": whether it tells the year of the date before. */
static bool is_year_of_before(const struct reading *reading, const struct figures *figures,
                              size_t index)
{
    const struct figure *figure = &figures->items[index];
    const struct figure *before = index > 0 ? figure - 1 : NULL;
    struct figure_date year = year_meant(figure);
    return before != NULL && figure->kind == FIGURE_DATE && before->kind == FIGURE_DATE &&
           figure->start > before->end && figure->start - before->end <= 4 &&
           reading->document->text[before->end] == ' ' && year.year > 0 && year.month == 0 &&
           !figure->range && before->from.year == 0 && before->from.month > 0 && !before->range;
}

/* In the third quarter, 第三季度，: the year of a quarter told without one, by the publication; 0
 * where it only says whose figures they are. */
static int quarter_year(const struct reading *reading, const struct figure *figure)
{
    static const char in[] = "in_the_ In_the_ during_the_ During_the_ in_ In_ for_the_ For_the_";
    static const char of[] = "的 业绩 财报 营收 净利";
    const char *text = reading->document->text;
    struct span sentence = sentence_of(reading);
    bool han = (unsigned char)text[figure->end - 1] >= 0x80;
    bool told = han ? wordlist_at(text, figure->end, sentence.end, of) == 0
                    : wordlist_before(text, sentence.start, figure->start, in) > 0 &&
                          (figure->end == sentence.end || strchr(" ,.;", text[figure->end]) != NULL);
    int begins = 3 * (figure->from.number - 1) + 1, month = reading->published.month;
    if (figure->from.part != PART_QUARTER || figure->range || month == 0 || !told)
        return 0;
    if (reading->last_sentence == reading->sentence && reading->last.part == PART_QUARTER)
        return reading->last.year;
    bool coming = dated_tense_is_coming(text, sentence, figure);
    return reading->published.year - (!coming && begins > month) + (coming && begins + 2 < month);
}

static void read_date(struct reading *reading, const struct figures *figures, size_t index)
{
    const struct figure *figure = &figures->items[index];
    struct span words = { figure->start, figure->end };
    if (!is_event(reading, figure) || is_beside(reading, figures, index))
        return;
    if (is_year_of_before(reading, figures, index))
        return;
    struct figure_date from = plain(resolve(reading, figure));
    if (from.day > 0 && figure->from.year == 0 && !figure->range) {
        int year = dated_year_behind(reading->document->text, sentence_of(reading), &words.end);
        from = year < 0 ? from : (struct figure_date){ year, from.month, from.day, 0, 0 };
        if (year == 0)
            return;
    }
    dated_year_settle_century(reading->document->text, sentence_of(reading), words, &from);
    if (index + 1 < figures->count && is_year_of_before(reading, figures, index + 1))
        from.year = year_meant(figure + 1).year;
    if (from.year == 0)
        from.year = quarter_year(reading, figure);
    /* second-quarter results: of the figures, and nothing that happens then */
    if (from.year == 0 && from.month == 0)
        return;
    struct figure_date until = figure->range ? plain(figure->until) : from;
    if (figure->range)
        settle_year(reading, &from, &until);
    if (figure->range && is_bare_days(reading->document->text, figure))
        settle_days(reading, &from, &until);
    (void)add(reading, words, from, until, false);
}

/* Whether a date behind the figure in its sentence has a year: "less than a year later, in May
 * 1990". */
static bool tells_year(const struct reading *reading, const struct figure *figure)
{
    const struct figures *figures = &reading->out->figures;
    struct span sentence = sentence_of(reading);
    for (size_t i = figures_first_after(figures, figure->end);
         i < figures->count && figures->items[i].start < sentence.end; i++) {
        if (&figures->items[i] != figure && figures->items[i].kind == FIGURE_DATE &&
            figures->items[i].from.year > 0)
            return true;
    }
    return false;
}

/* "up 10 percent from a year earlier": what is compared with, and not where the tale goes on. */
static bool is_compared(const struct reading *reading, size_t start)
{
    static const char words[] = "from_ than_ with_ than_in_ compared_to_";
    return wordlist_before(reading->document->text, sentence_of(reading).start, start, words) > 0;
}

/* 十年后，公司将上市: from the publication, and not from the date told before. */
static bool is_ahead(const struct reading *reading, const struct figure *figure)
{
    static const char later[] = "后 之后 以后 後", commas[] = "， ,";
    struct span sentence = sentence_of(reading);
    const char *text = reading->document->text;
    struct figure ahead = *figure; /* whose clause is that behind the comma */
    size_t size = wordlist_at(text, figure->end, sentence.end, later);
    ahead.end += size;
    ahead.end += wordlist_at(text, ahead.end, sentence.end, commas);
    return reading->published.year > 0 &&
           size + wordlist_before(text, figure->start, figure->end, later) > 0 &&
           dated_tense_is_future(text, sentence, &ahead);
}

/* The unit of a step and how many there are: d, w, m, y; half a year is six months. 0 for none. */
static char step_unit(const struct figure *figure, long *count)
{
    static const char units[] = "day week month year";
    int unit = wordlist_find(figure->unit, units, -1);
    struct decimal halves = figure->low;
    *count = decimal_whole(figure->low, 999);
    if (unit < 0 || figure->range)
        return 0;
    if (*count < 0 && decimal_multiply(&halves, 2) && (*count = decimal_whole(halves, 99)) > 0) {
        *count = unit == 3 ? *count * 6 : unit == 2 ? *count * 15 : 0;
        unit = unit == 3 ? 2 : 0;
    }
    return *count > 0 ? "dwmy"[unit] : '\0';
}

/* Adds what lies so far from the date told before its sentence, or its words; false where that says too
 * little. */
static bool add_step(struct reading *reading, struct span words, char unit, long count,
                     const struct figure_date *told, const struct figure_date *day)
{
    struct figure_date from, until, last = reading->last;
    bool ahead = reading->published.year > 0 && told->year > reading->published.year;
    /* the day told before a year alone, or one that is to come */
    bool of_day = day->day > 0 && told->day == 0 && (ahead || told->year == day->year || told->year == 0);
    bool day_step = unit == 'd' || unit == 'w';
    bool coarse = (day_step && told->day == 0 && !of_day) || (unit == 'm' && told->month == 0);
    if (coarse && (count == 0 || reading->sentence - reading->last_sentence > 1))
        return false;
    if (!dated_step_from(of_day && day_step ? day : told, unit, count, &from, &until))
        return false;
    (void)add(reading, words, from, until, true);
    if (is_compared(reading, words.start) || !is_same(&from, &until))
        reading->last = last;
    return true;
}

/* "A year later", 两天后: from the date told before, as exactly as that and the step allow. */
static void read_step(struct reading *reading, const struct figure *figure)
{
    static const char later[] = "_later _afterwards _after_that _on, 后 之后 以后 後";
    static const char earlier[] = "_earlier _before_that";
    const char *text = reading->document->text;
    struct span sentence = sentence_of(reading);
    struct span words = { figure->start, figure->end };
    long count;
    char unit = step_unit(figure, &count);
    if (unit == '\0' || tells_year(reading, figure))
        return;
    if (wordlist_at(text, figure->end, sentence.end, earlier) > 0)
        count = -count;
    else if (wordlist_at(text, figure->end, sentence.end, later) == 0 &&
             wordlist_before(text, figure->start, figure->end, later) == 0)
        return;
    (void)add_step(reading, words, unit, count,
                   is_ahead(reading, figure) ? &reading->published : &reading->last, &reading->day);
}

/* Whether a step to a day stands beside a date of its own: 前一天说，明年将…; but “the day before
 * the vote on March 5” and 次年9月 are no two dates. */
static bool is_apart(const struct reading *reading, size_t first, const struct dated_step *step,
                     size_t end)
{
    return step->unit == 'd' && strstr(step->word, "day") == NULL &&
           end + HAN < reading->out->items[first].words.start;
}

/* 次日, 第二年, the next day: from the date, or the day, that was told before the sentence, whose
 * statements are those from `first` on. */
static void read_next(struct reading *reading, size_t first, const struct figure_date *told,
                      const struct figure_date *day)
{
    const char *text = reading->document->text;
    struct span sentence = sentence_of(reading);
    size_t ends[DATED_STEPS] = { 0 };
    if ((told->year == 0 && day->year == 0) || !dated_steps_find(text, sentence, ends))
        return;
    for (size_t i = 0; i < DATED_STEPS; i++) {
        size_t end = ends[i];
        if (end <= sentence.start ||
            (first < reading->out->count && !is_apart(reading, first, &dated_steps[i], end)))
            continue;
        struct span words = { end - strlen(dated_steps[i].word), end };
        if (add_step(reading, words, dated_steps[i].unit, dated_steps[i].count, told, day))
            return;
    }
}

/* Adds what the date in words that begins at `at` tells; returns where it ends, `at` where there is none. */
static size_t read_words(struct reading *reading, size_t at)
{
    const struct dated_near near = {
        .published = reading->published,
        .last = reading->last,
        .day = reading->day,
        .soon = reading->sentence - reading->last_sentence <= YEAR_NEAR,
    };
    struct dated_words words;
    struct figure figure = { .kind = FIGURE_DATE };
    if (!dated_words_read(reading->document->text, sentence_of(reading), at, &near, &words))
        return at;
    figure.start = words.span.start;
    figure.end = words.span.end;
    figure.from = words.from;
    if (figure_date_is_set(&words.from) && is_event(reading, &figure))
        (void)add(reading, words.span, words.from, words.until, words.ordered);
    return words.span.end;
}

static void read_figure(struct reading *reading, const struct figures *figures, size_t index)
{
    const struct figure *figure = &figures->items[index];
    if (figure->kind == FIGURE_DATE)
        read_date(reading, figures, index);
    else if (figure->kind == FIGURE_DURATION && (figure->hedges & HEDGE_AGO) != 0 &&
             (figure->hedges & (HEDGE_UNDER | HEDGE_AT_MOST)) != 0)
        return; /* less than a year ago: any day since */
    else if (figure->kind == FIGURE_DURATION && figure_date_is_set(&figure->resolved))
        (void)add(reading, (struct span){ figure->start, figure->end }, plain(figure->resolved),
                  plain(figure->resolved), false);
    else if (figure->kind == FIGURE_DURATION)
        read_step(reading, figure);
}

/* Figures and dates in words by where they stand; of two in one place the words. */
static void read_sentence(struct reading *reading, size_t *next)
{
    struct span sentence = sentence_of(reading);
    const struct figures *figures = &reading->out->figures;
    size_t before = reading->out->count;
    struct figure_date told = reading->last, day = reading->day;
    while (*next < figures->count && figures->items[*next].start < sentence.start)
        (*next)++;
    for (size_t at = sentence.start; at < sentence.end;) {
        bool begins = *next < figures->count && figures->items[*next].start <= at;
        size_t end = read_words(reading, at);
        if (end == at && begins) {
            end = figures->items[*next].end;
            read_figure(reading, figures, *next);
        }
        while (end > at && *next < figures->count && figures->items[*next].start < end)
            (*next)++;
        at = end > at ? end : at + 1;
    }
    read_next(reading, before, &told, &day);
}

static void collect_sentences(struct reading *reading)
{
    const struct document *document = reading->document;
    int sources = 0; /* the level of their heading; 0: none stands before */
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        bool heading = block->kind == BLOCK_HEADING;
        if (heading && dated_event_heads_sources(document->text, (struct span){ block->start, block->end }))
            sources = block->level;
        else if (heading && block->level <= sources)
            sources = 0;
        if (sources == 0 && !dated_event_heads_columns(document->text, block))
            document_sentences(document, i, &reading->sentences);
    }
}

void dated_statements_find_datelines(const struct document *document, struct spans *datelines)
{
    struct spans spans = { 0 };
    struct datelines found = { 0 };
    for (size_t i = 0; i < document->block_count; i++)
        document_sentences(document, i, &spans);
    struct side_sentence *sentences = xcalloc(spans.count + 1, sizeof *sentences);
    for (size_t i = 0; i < spans.count; i++)
        sentences[i].span = spans.items[i];
    struct side side = { .text = document->text,
                         .length = document->length,
                         .sentences = sentences,
                         .count = spans.count };
    dateline_find(&side, &found);
    for (size_t i = 0; i < found.count; i++)
        VECTOR_PUSH(datelines, found.items[i]);
    free(found.items);
    free(sentences);
    spans_free(&spans);
}

/* What the day of publication lacks, as the first dateline with a day has it: Nov 18 of an article that
 * says 2019, a whole date of one that says nothing. */
static void settle_published(struct reading *reading)
{
    struct figure_date *published = &reading->published;
    for (size_t i = 0; i < reading->datelines.count && published->day == 0; i++) {
        struct span line = reading->datelines.items[i];
        struct figures figures = { 0 };
        figures_find_text(reading->document->text, line.start, line.end, NULL, &figures);
        for (size_t j = 0; j < figures.count && published->day == 0; j++) {
            struct figure_date day = figures.items[j].from;
            day.year = day.year == 0 ? published->year : day.year;
            if (figures.items[j].kind == FIGURE_DATE && day.day > 0 && day.year > 0 &&
                (published->year == 0 || published->year == day.year) &&
                (published->month == 0 || published->month == day.month))
                *published = day;
        }
        figures_free(&figures);
    }
}

void dated_statements_find(const struct document *document, const struct mentions *mentions,
                           const struct figure_date *published, struct dated_statements *statements)
{
    struct reading reading = { .document = document, .out = statements };
    size_t next = 0;
    if (published != NULL)
        reading.published = *published;
    else
        (void)article_figures_published(document, &reading.published);
    collect_sentences(&reading);
    dated_statements_find_datelines(document, &reading.datelines);
    settle_published(&reading);
    bool known = figure_date_is_set(&reading.published);
    article_figures_find_dates(document, mentions, known ? &reading.published : NULL,
                               &statements->figures);
    for (reading.sentence = 0; reading.sentence < reading.sentences.count; reading.sentence++)
        read_sentence(&reading, &next);
    spans_free(&reading.sentences);
    spans_free(&reading.datelines);
}
