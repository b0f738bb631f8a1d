#include "query/contrast.h"

#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "query/article_figures.h"
#include "query/article_quotations.h"
#include "query/contrast_weekdays.h"
#include "query/counted_kind.h"
#include "query/dated_statements.h"
#include "query/shared_speakers.h"
#include "query/told_place.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define SMALL_MOST 10 /* a count that two may tell by chance */

void contrast_free(struct contrast *contrast)
{
    for (int side = 0; side < 2; side++) {
        mentions_free(&contrast->sides[side].mentions);
        quotations_free(&contrast->sides[side].quotations);
        source_lines_free(&contrast->sides[side].lines);
    }
    for (size_t i = 0; i < contrast->count; i++)
        free(contrast->items[i].comment);
    free(contrast->items);
    *contrast = (struct contrast){ 0 };
}

struct span contrast_sentence(const struct contrast *contrast, const struct contrast_row *row,
                              int side)
{
    return told_place_sentence(contrast->sides[side].document, row->spans[side]);
}

static void push(struct contrast *contrast, enum contrast_kind kind, enum contrast_status status,
                 struct span a, struct span b)
{
    VECTOR_PUSH(contrast,
                (struct contrast_row){ .kind = kind, .status = status, .spans = { a, b } });
}

/* What only one side has. */
static struct contrast_row *push_one(struct contrast *contrast, enum contrast_kind kind, int side,
                                     struct span span)
{
    const struct span none = { 0, 0 };
    push(contrast, kind, side == 0 ? CONTRAST_ONLY_A : CONTRAST_ONLY_B, side == 0 ? span : none,
         side == 0 ? none : span);
    return &contrast->items[contrast->count - 1];
}

/* At least eleven, and 16: nothing is wrong with that, but it is not the same. */
static bool is_loose(const struct figure *a, const struct figure *b)
{
    unsigned vague = HEDGE_OVER | HEDGE_AT_LEAST | HEDGE_NEARLY | HEDGE_UNDER | HEDGE_AT_MOST;
    bool alike = a->kind == FIGURE_COUNT || strcmp(a->unit, b->unit) == 0;
    return a->kind != FIGURE_DATE && ((a->hedges | b->hedges) & vague) != 0 && !a->range &&
           !b->range && alike && decimal_compare(a->low, b->low) != 0;
}

/* Three people hurt in one town, and 三名警员受伤 in another: a small count proves nothing where
 * the passages are not aligned, or where others are counted. */
static bool is_by_chance(const struct contrast *contrast, const struct alignment *alignment,
                         const struct figure *a, const struct figure *b)
{
    if (a == NULL || b == NULL || a->kind != FIGURE_COUNT || a->range ||
        decimal_whole(a->low, SMALL_MOST) < 0)
        return false;
    struct span across = told_place_across(alignment, 0, a->start);
    return b->start < across.start || b->start >= across.end ||
           !counted_kind_agrees(contrast->sides[0].document, a, contrast->sides[1].document, b);
}

/* A day that both tell, but of different things. */
static bool is_other_day(const struct contrast *contrast, const struct alignment *alignment,
                         const struct figure_comparison *figures, const struct figure_pair *pair)
{
    const struct told_side sides[2] = {
        { contrast->sides[0].document, &contrast->sides[0].mentions },
        { contrast->sides[1].document, &contrast->sides[1].mentions }
    };
    return !told_place_is_one(sides, alignment, figures, pair);
}

static void add_figures(struct contrast *contrast, const struct alignment *alignment,
                        const struct figure_comparison *figures)
{
    static const enum contrast_status statuses[] = { CONTRAST_AGREE, CONTRAST_ROUNDED,
                                                     CONTRAST_DIFFER, CONTRAST_ONLY_A,
                                                     CONTRAST_ONLY_B };
    for (size_t i = 0; i < figures->pairs.count; i++) {
        const struct figure_pair *pair = &figures->pairs.items[i];
        const struct figure *a = figure_comparison_figure(figures, pair, 0);
        const struct figure *b = figure_comparison_figure(figures, pair, 1);
        const struct figure *either = a != NULL ? a : b;
        /* what is told first tells nothing of the event */
        if (either->kind == FIGURE_ORDINAL || is_by_chance(contrast, alignment, a, b))
            continue;
        if (a != NULL && b != NULL && a->kind == FIGURE_DATE && pair->status != PAIR_DIFFER &&
            is_other_day(contrast, alignment, figures, pair))
            continue;
        struct span spans[2] = { { a != NULL ? a->start : 0, a != NULL ? a->end : 0 },
                                 { b != NULL ? b->start : 0, b != NULL ? b->end : 0 } };
        if (a != NULL && b != NULL && a->kind == FIGURE_COUNT &&
            !counted_kind_is_one_measure(contrast->sides[0].document, a, contrast->sides[1].document, b)) {
            push_one(contrast, CONTRAST_FIGURE, 0, spans[0]);
            push_one(contrast, CONTRAST_FIGURE, 1, spans[1]);
            continue;
        }
        bool loose = pair->status == PAIR_AGREE && is_loose(a, b);
        push(contrast, either->kind == FIGURE_DATE ? CONTRAST_DATE : CONTRAST_FIGURE,
             loose ? CONTRAST_ROUNDED : statuses[pair->status], spans[0], spans[1]);
    }
}

static bool is_lone(const struct contrast_row *row)
{
    return row->status == CONTRAST_ONLY_A || row->status == CONTRAST_ONLY_B;
}

/* Whether nothing but blanks is left of the span between the others, which are sorted. */
static bool is_covered(const char *text, struct span span, const struct spans *others)
{
    if (span.end <= span.start)
        return false;
    for (size_t i = 0; i < others->count && span.start < span.end; i++) {
        const struct span *other = &others->items[i];
        if (other->start <= span.start && other->end > span.start)
            span.start = other->end;
        while (span.start < span.end && strchr(" \n", text[span.start]) != NULL)
            span.start++;
    }
    return span.start >= span.end;
}

/* Takes out the dates in lines that tell when a report was sent, and these lines and those of credits:
 * what stands opposite one is told by that side alone. */
static void drop_datelines(struct contrast *contrast, int side)
{
    struct spans datelines = { 0 };
    size_t kept = 0;
    dated_statements_find_datelines(contrast->sides[side].document, &datelines);
    for (size_t i = 0; i < contrast->count; i++) {
        struct contrast_row *row = &contrast->items[i];
        struct span span = row->spans[side];
        bool passage = row->kind == CONTRAST_PASSAGE, lone = passage && is_lone(row);
        bool within = (passage || row->kind == CONTRAST_DATE) &&
                      is_covered(contrast->sides[side].document->text, span, &datelines);
        if (within && !lone) {
            row->spans[side] = (struct span){ 0, 0 };
            row->status = side == 0 ? CONTRAST_ONLY_B : CONTRAST_ONLY_A;
        }
        if (!within || row->spans[1 - side].end > row->spans[1 - side].start)
            contrast->items[kept++] = *row;
    }
    contrast->count = kept;
    spans_free(&datelines);
}

/* A figure that both tell, seen from one side. */
struct told_place {
    size_t start; /* of this side's */
    struct contrast_row row;
};

struct told_places {
    struct told_place *items[2]; /* by `start` */
    size_t count;
};

static int compare_places(const void *a, const void *b)
{
    const struct told_place *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void find_told_places(const struct contrast *contrast, struct told_places *places)
{
    for (int side = 0; side < 2; side++) {
        places->items[side] = xcalloc(contrast->count + 1, sizeof *places->items[side]);
        places->count = 0;
        for (size_t i = 0; i < contrast->count; i++) {
            const struct contrast_row *row = &contrast->items[i];
            if (row->kind == CONTRAST_FIGURE && row->status != CONTRAST_ONLY_A &&
                row->status != CONTRAST_ONLY_B)
                places->items[side][places->count++] =
                    (struct told_place){ row->spans[side].start, *row };
        }
        if (places->count > 1)
            qsort(places->items[side], places->count, sizeof *places->items[side], compare_places);
    }
}

/* A passage opposite which nothing stands: told by one alone, but for one whose figure the other
 * tells elsewhere. */
static void add_lone_passage(struct contrast *contrast, const struct told_places *places, int side,
                             struct span span)
{
    size_t at = 0;
    BISECT(at, places->count, places->items[side][at].start >= span.start);
    if (at == places->count || places->items[side][at].start >= span.end) {
        push_one(contrast, CONTRAST_PASSAGE, side, span);
        return;
    }
    struct span other = contrast_sentence(contrast, &places->items[side][at].row, 1 - side);
    struct span spans[2] = { side == 0 ? span : other, side == 0 ? other : span };
    /* the two may be found from either side */
    for (size_t i = contrast->count; i-- > 0 && contrast->items[i].kind == CONTRAST_PASSAGE;) {
        const struct span *before = contrast->items[i].spans;
        if (before[0].start == spans[0].start && before[1].start == spans[1].start)
            return;
    }
    push(contrast, CONTRAST_PASSAGE, CONTRAST_BOTH, spans[0], spans[1]);
}

/* What both tell first, then what one does, each as its text goes: the aligner puts what stands
 * alone beside what it pairs, and figures come by what they are of. */
static int compare_rows(const void *a, const void *b)
{
    const struct contrast_row *x = a, *y = b;
    int side = x->status == CONTRAST_ONLY_B;
    struct span left = x->spans[side], right = y->spans[side];
    if (x->status != y->status)
        return (x->status > y->status) - (x->status < y->status);
    if (left.start != right.start)
        return left.start > right.start ? 1 : -1;
    if (left.end != right.end)
        return left.end > right.end ? 1 : -1;
    left = x->spans[1 - side], right = y->spans[1 - side];
    return (left.start > right.start) - (left.start < right.start);
}

static void add_passages(struct contrast *contrast, const struct alignment *alignment)
{
    struct told_places places;
    find_told_places(contrast, &places);
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count > 0 && item->b_count > 0)
            push(contrast, CONTRAST_PASSAGE, CONTRAST_BOTH, item->a_span, item->b_span);
        else
            add_lone_passage(contrast, &places, item->a_count > 0 ? 0 : 1,
                             item->a_count > 0 ? item->a_span : item->b_span);
    }
    free(places.items[0]);
    free(places.items[1]);
    for (int side = 0; side < 2; side++)
        drop_datelines(contrast, side);
    size_t first = 0; /* passages stand behind all else */
    while (first < contrast->count && contrast->items[first].kind != CONTRAST_PASSAGE)
        first++;
    if (contrast->count > first + 1)
        qsort(contrast->items + first, contrast->count - first, sizeof *contrast->items,
              compare_rows);
}

/* Figures and dates that one side alone tells change places among themselves. */
static void sort_lone_figures(struct contrast *contrast)
{
    struct contrast_row *lone = xcalloc(contrast->count + 1, sizeof *lone);
    size_t count = 0, next = 0;
    for (size_t i = 0; i < contrast->count; i++)
        if (is_lone(&contrast->items[i]))
            lone[count++] = contrast->items[i];
    qsort(lone, count, sizeof *lone, compare_rows);
    for (size_t i = 0; i < contrast->count; i++)
        if (is_lone(&contrast->items[i]))
            contrast->items[i] = lone[next++];
    free(lone);
}

static bool is_named(const struct mentions *mentions, uint32_t entity)
{
    for (size_t i = 0; i < mentions->count; i++) {
        if (mentions->items[i].entity == entity)
            return true;
    }
    return false;
}

static void add_names(struct contrast *contrast, int side, const struct entity_index *entities)
{
    const struct mentions *here = &contrast->sides[side].mentions;
    const struct mentions *there = &contrast->sides[1 - side].mentions;
    if (entities == NULL)
        return;
    bool *seen = xcalloc(entity_index_count(entities) + 1, sizeof *seen);
    for (size_t i = 0; i < here->count; i++) {
        const struct mention *mention = &here->items[i];
        bool shared = !seen[mention->entity] && is_named(there, mention->entity);
        contrast->names_shared = contrast->names_shared || shared;
        if (!seen[mention->entity] && !shared)
            push_one(contrast, CONTRAST_NAME, side, (struct span){ mention->start, mention->end });
        seen[mention->entity] = true;
    }
    free(seen);
}

/* The cue if it is a verb: not of “according to”, 据 and a colon. */
static struct span verb_of(const struct document *document, struct span cue)
{
    static const char others[] = "according According in_ In_ 据 根据 另据 看来 在 : ：";
    return wordlist_at(document->text, cue.start, cue.end, others) > 0
               ? (struct span){ cue.start, cue.start }
               : cue;
}

/* Whether the report's own paper, or who writes for it, speaks: it does so in all of its lines. */
static bool is_own_paper(const struct document *document, struct span speaker)
{
    const char *name = frontmatter_get(document->frontmatter, "publisher");
    if (name == NULL)
        return false;
    size_t length = strlen(name), after = wordlist_at(name, 0, length, "after_");
    return length > after && speaker.end - speaker.start >= length - after &&
           memcmp(document->text + speaker.start, name + after, length - after) == 0;
}

static void add_speakers(struct contrast *contrast, const bool *shared, int side)
{
    const struct quotations *quotations = &contrast->sides[side].quotations;
    for (size_t i = 0; i < quotations->count; i++) {
        const struct quotation *quotation = &quotations->items[i];
        bool own = is_own_paper(contrast->sides[side].document, quotation->speaker);
        if (quotation->how == QUOTATION_NONE || own || shared[i])
            continue;
        struct contrast_row *row = push_one(contrast, CONTRAST_SPEAKER, side, quotation->said);
        row->speaker = quotation->speaker;
        row->cue = verb_of(contrast->sides[side].document, quotation->cue);
    }
}

void contrast_make(struct contrast *contrast, const struct document *const documents[2],
                   const char *const ids[2], const struct alignment *alignment,
                   const struct figure_comparison *figures, const struct entity_index *entities)
{
    const struct quotations *const quotations[2] = { &contrast->sides[0].quotations,
                                                     &contrast->sides[1].quotations };
    for (int side = 0; side < 2; side++) {
        struct contrast_side *one = &contrast->sides[side];
        *one = (struct contrast_side){ .document = documents[side], .id = ids[side] };
        if (entities != NULL)
            entity_index_find(entities, documents[side], &one->mentions);
        article_quotations_find(documents[side], entities, &one->mentions, &one->quotations);
    }
    add_figures(contrast, alignment, figures);
    for (int side = 0; side < 2; side++)
        drop_datelines(contrast, side);
    for (int side = 0; side < 2; side++)
        contrast_weekdays_add(contrast, side, alignment);
    contrast_weekdays_drop_told(contrast);
    sort_lone_figures(contrast);
    struct shared_speakers shared;
    shared_speakers_find(&shared, documents, quotations, alignment);
    for (int side = 0; side < 2; side++) {
        add_speakers(contrast, shared.told[side], side);
        add_names(contrast, side, entities);
    }
    shared_speakers_free(&shared);
    add_passages(contrast, alignment);
}

bool contrast_has_common(const struct contrast *contrast)
{
    bool common = contrast->names_shared;
    for (size_t i = 0; i < contrast->count && !common; i++)
        common = contrast->items[i].kind != CONTRAST_NOTE &&
                 !is_lone(&contrast->items[i]);
    return common;
}

void contrast_add_note(struct contrast *contrast, const struct span spans[2], const char *comment)
{
    bool a = spans[0].end > spans[0].start, b = spans[1].end > spans[1].start;
    if (!a && !b)
        return;
    push(contrast, CONTRAST_NOTE,
         a && b ? CONTRAST_BOTH
         : a    ? CONTRAST_ONLY_A
                : CONTRAST_ONLY_B,
         spans[0], spans[1]);
    contrast->items[contrast->count - 1].comment = xstrdup(comment);
}

void contrast_set_file(struct contrast *contrast, int side, const char *name, const char *path)
{
    struct contrast_side *one = &contrast->sides[side];
    one->path = name;
    source_lines_read(&one->lines, one->document, path);
}

char *contrast_day(const struct contrast *contrast, int side)
{
    static const char *const days[] = { N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                        N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                        N_("Sunday") };
    const struct document *document = contrast->sides[side].document;
    const char *published = frontmatter_get(document->frontmatter, "published");
    struct figure_date date;
    struct span weekday = contrast->sides[side].weekday;
    if (published == NULL && article_figures_published(document, &date)) {
        struct buffer words = { 0 };
        figure_date_print(&date, &words);
        char *day = xasprintf(_("%s (%s)"), buffer_text(&words),
                              message_text(days[figure_date_weekday(&date)]));
        buffer_free(&words);
        return day;
    }
    if (published == NULL && weekday.end > weekday.start)
        return xasprintf(_("date not told, tells of %.*s"), (int)(weekday.end - weekday.start),
                         document->text + weekday.start);
    if (published == NULL)
        return xstrdup(_("date not told"));
    if (!figure_date_parse(published, &date) || date.day == 0)
        return xstrdup(published);
    return xasprintf(_("%s (%s)"), published, message_text(days[figure_date_weekday(&date)]));
}
