#include "query/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"

#define NEAR_MOST 400 /* rows of one time that are compared with each other */
#define NEAR_LEAST 8
#define PAIRS_MOST ((size_t)4 << 20) /* of them, in all */
#define LEAD_MOST 4   /* bytes before the name that a sentence begins with */
#define HEIGHTS 8
#define LINK_LEAST 0.5F /* confidence of an alignment that joins dates that differ */

void timeline_free(struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->count; i++) {
        free(timeline->items[i].date);
        free(timeline->items[i].text);
        free(timeline->items[i].entities);
        free(timeline->items[i].keys);
    }
    for (size_t i = 0; i < timeline->article_count; i++) {
        free(timeline->articles[i].id);
        free(timeline->articles[i].original);
    }
    free(timeline->items);
    free(timeline->links.items);
    free(timeline->articles);
    *timeline = (struct timeline){ 0 };
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* Sorts and drops what comes twice; the new count. */
static size_t make_set(uint32_t *numbers, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(numbers, count, sizeof *numbers, compare_numbers);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || numbers[kept - 1] != numbers[i])
            numbers[kept++] = numbers[i];
    }
    return kept;
}

static void add_shared(struct timeline_row *row, const struct mentions *mentions,
                       const struct figures *figures)
{
    struct span sentence = row->statement.sentence;
    size_t first = mentions_first_after(mentions, sentence.start), last = first;
    while (last < mentions->count && mentions->items[last].start < sentence.end)
        last++;
    bool leads = first < last && mentions->items[first].start <= sentence.start + LEAD_MOST;
    row->subject = leads ? mentions->items[first].entity : NAMES_NONE;
    row->entities = xcalloc(last - first + 1, sizeof *row->entities);
    for (size_t i = first; i < last; i++)
        row->entities[row->entity_count++] = mentions->items[i].entity;
    row->entity_count = make_set(row->entities, row->entity_count);
    size_t from = figures_first_after(figures, sentence.start), to = from;
    while (to < figures->count && figures->items[to].start < sentence.end)
        to++;
    row->keys = xcalloc(to - from + 1, sizeof *row->keys);
    for (size_t i = from; i < to; i++) {
        if (figures->items[i].kind != FIGURE_DATE)
            row->keys[row->key_count++] = figure_key(&figures->items[i]);
    }
    row->key_count = make_set(row->keys, row->key_count);
}

void timeline_add(struct timeline *timeline, const char *id, const struct document *document,
                  const struct mentions *mentions, const struct figure_date *published)
{
    struct dated_statements statements = { 0 };
    const char *original = frontmatter_get(document->frontmatter, "translation-of");
    timeline->articles = vector_grow(timeline->articles, &timeline->article_capacity,
                                     timeline->article_count + 1, sizeof *timeline->articles);
    timeline->articles[timeline->article_count] =
        (struct timeline_article){ xstrdup(id), xstrdup(original != NULL ? original : "") };
    dated_statements_find(document, mentions, published, &statements);
    size_t byte = 0, points = 0;
    for (size_t i = 0; i < statements.count; i++) {
        struct timeline_row row = { .article = timeline->article_count,
                                    .statement = statements.items[i] };
        struct span sentence = row.statement.sentence;
        points += utf8_count(document->text + byte, sentence.start - byte);
        byte = sentence.start;
        row.start = points;
        row.end = points + utf8_count(document->text + byte, sentence.end - byte);
        struct buffer date = { 0 };
        dated_statement_print(&row.statement, &date);
        row.date = xstrdup(buffer_text(&date));
        buffer_free(&date);
        row.text = xstrndup(document->text + sentence.start, sentence.end - sentence.start);
        add_shared(&row, mentions, &statements.figures);
        VECTOR_PUSH(timeline, row);
    }
    timeline->article_count++;
    dated_statements_free(&statements);
}

/* Of a date without a year, to sort by. */
static int place_in_year(const struct figure_date *date)
{
    return (date->part == PART_SEASON ? 3 * date->number : date->month) * 40 + date->day;
}

/* What has a year by when it begins, the finer behind the coarser; the rest behind, by month. */
static int compare_rows(const void *a, const void *b)
{
    const struct timeline_row *left = a, *right = b;
    const struct figure_date *x = &left->statement.from, *y = &right->statement.from;
    long begin_x = 0, begin_y = 0, end_x = 0, end_y = 0;
    bool told_x = figure_date_bounds(x, &begin_x, &end_x);
    bool told_y = figure_date_bounds(y, &begin_y, &end_y);
    if (told_x != told_y)
        return told_x ? -1 : 1;
    if (begin_x != begin_y)
        return begin_x < begin_y ? -1 : 1;
    if (end_x != end_y)
        return end_x > end_y ? -1 : 1;
    int place_x = place_in_year(x), place_y = place_in_year(y);
    if (!told_x && place_x != place_y)
        return place_x < place_y ? -1 : 1;
    if (left->article != right->article)
        return left->article < right->article ? -1 : 1;
    return (left->start > right->start) - (left->start < right->start);
}

static size_t count_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a_count && j < b_count;) {
        if (a[i] == b[j]) {
            shared++;
            i++;
            j++;
        } else if (a[i] < b[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

/* Equal, or one the other's beginning: 2014 and 2014-06. */
static bool dates_agree(const struct timeline_row *a, const struct timeline_row *b)
{
    const char *x = a->date, *y = b->date;
    while (*x != '\0' && *x == *y) {
        x++;
        y++;
    }
    return (*x == '\0' && *y == '\0') ||
           (a->statement.from.year > 0 && ((*x == '\0' && *y == '-') || (*y == '\0' && *x == '-')));
}

static bool is_translation(const struct timeline *timeline, const struct timeline_row *a,
                           const struct timeline_row *b)
{
    const struct timeline_article *x = &timeline->articles[a->article],
                                  *y = &timeline->articles[b->article];
    return a->article != b->article &&
           (strcmp(x->original, y->id) == 0 || strcmp(y->original, x->id) == 0 ||
            (*x->original != '\0' && strcmp(x->original, y->original) == 0));
}

/* How many rows near `row` are of its article and have its date. */
static size_t count_alike(const struct timeline *timeline, size_t row)
{
    size_t count = 0;
    const struct timeline_row *items = timeline->items;
    for (size_t i = row; i-- > 0 && row - i < NEAR_MOST && dates_agree(&items[i], &items[row]);)
        count += items[i].article == items[row].article;
    for (size_t i = row;
         i < timeline->count && i - row < NEAR_MOST && dates_agree(&items[i], &items[row]); i++)
        count += items[i].article == items[row].article;
    return count;
}

static bool is_one_event(const struct timeline *timeline, size_t i, size_t j)
{
    const struct timeline_row *a = &timeline->items[i], *b = &timeline->items[j];
    if (!dates_agree(a, b))
        return false;
    size_t entities = count_shared(a->entities, a->entity_count, b->entities, b->entity_count);
    size_t keys = count_shared(a->keys, a->key_count, b->keys, b->key_count);
    if (entities >= 2 ||
        (entities == 1 && (keys > 0 || (a->subject == b->subject && a->subject != NAMES_NONE))))
        return true;
    return is_translation(timeline, a, b) && count_alike(timeline, i) == 1 &&
           count_alike(timeline, j) == 1;
}

static size_t root_of(size_t *parents, size_t at)
{
    while (parents[at] != at)
        at = parents[at] = parents[parents[at]];
    return at;
}

/* Rows are compared with those behind them that may have the same date: of the same year. */
static void join_rows(struct timeline *timeline, size_t *parents)
{
    size_t near = timeline->count > 0 ? PAIRS_MOST / timeline->count : 0;
    near = near > NEAR_MOST ? NEAR_MOST : near < NEAR_LEAST ? NEAR_LEAST : near;
    for (size_t i = 0; i < timeline->count; i++) {
        const struct figure_date *from = &timeline->items[i].statement.from;
        for (size_t j = i + 1; j < timeline->count && j - i <= near; j++) {
            if (timeline->items[j].statement.from.year != from->year)
                break;
            if (is_one_event(timeline, i, j))
                parents[root_of(parents, j)] = root_of(parents, i);
        }
    }
}

void timeline_link(struct timeline *timeline, const struct timeline_link *link)
{
    VECTOR_PUSH(&timeline->links, *link);
}

void timeline_link_aligned(struct timeline *timeline, size_t a, size_t b,
                           const struct alignment *alignment)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count == 0 || item->b_count == 0 || item->confidence < LINK_LEAST)
            continue;
        const struct timeline_link link = { { a, b }, { item->a_span, item->b_span } };
        timeline_link(timeline, &link);
    }
}

size_t timeline_tellings(const struct timeline *timeline, size_t most)
{
    size_t *counts = xcalloc(timeline->events + 1, sizeof *counts), found = 0;
    for (size_t i = 0; i < timeline->count && found < most; i++) {
        size_t count = ++counts[timeline->items[i].event];
        found = count > found ? count : found;
    }
    free(counts);
    return found;
}

bool timeline_differ(const struct timeline_row *a, const struct timeline_row *b)
{
    return a->statement.from.year > 0 && b->statement.from.year > 0 && !dates_agree(a, b);
}

/* The one row of the linked passage of that side; the count when there is none, or several. */
static size_t linked_row(const struct timeline *timeline, const struct timeline_link *link,
                         int side)
{
    size_t found = timeline->count;
    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_row *row = &timeline->items[i];
        if (row->article != link->articles[side] ||
            row->statement.sentence.start < link->spans[side].start ||
            row->statement.sentence.start >= link->spans[side].end)
            continue;
        if (found < timeline->count)
            return timeline->count;
        found = i;
    }
    return found;
}

static void join_linked(struct timeline *timeline, size_t *parents)
{
    for (size_t i = 0; i < timeline->links.count; i++) {
        size_t a = linked_row(timeline, &timeline->links.items[i], 0);
        size_t b = linked_row(timeline, &timeline->links.items[i], 1);
        if (a == timeline->count || b == timeline->count)
            continue;
        a = root_of(parents, a);
        b = root_of(parents, b);
        parents[a > b ? a : b] = a < b ? a : b;
    }
}

void timeline_finish(struct timeline *timeline)
{
    size_t *parents = xcalloc(timeline->count + 1, sizeof *parents);
    if (timeline->count > 1)
        qsort(timeline->items, timeline->count, sizeof *timeline->items, compare_rows);
    for (size_t i = 0; i < timeline->count; i++)
        parents[i] = i;
    join_rows(timeline, parents);
    join_linked(timeline, parents);
    for (size_t i = 0; i < timeline->count; i++) {
        size_t root = root_of(parents, i);
        if (timeline->items[root].event == 0)
            timeline->items[root].event = ++timeline->events;
        timeline->items[i].event = timeline->items[root].event;
    }
    free(parents);
}

bool timeline_years(const struct timeline *timeline, int *first, int *last)
{
    *first = *last = 0;
    for (size_t i = 0; i < timeline->count; i++) {
        const struct dated_statement *statement = &timeline->items[i].statement;
        if (statement->from.year == 0)
            continue;
        if (*first == 0 || statement->from.year < *first)
            *first = statement->from.year;
        if (*last == 0 || statement->until.year > *last)
            *last = statement->until.year;
    }
    return *first != 0 && *last >= *first;
}

/* Appends 2009, "221 BC". */
static void print_year(int year, struct buffer *out)
{
    buffer_add_format(out, "%d%s", year < 0 ? -year : year, year < 0 ? " BC" : "");
}

void timeline_strip(const struct timeline *timeline, size_t width, struct buffer *out)
{
    static const char *const blocks[HEIGHTS + 1] = { "·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
    int first, last;
    if (width == 0 || !timeline_years(timeline, &first, &last))
        return;
    size_t years = (size_t)(last - first) + 1;
    size_t cells = years < width ? years : width;
    size_t *counts = xcalloc(cells, sizeof *counts);
    size_t most = 1;
    for (size_t i = 0; i < timeline->count; i++) {
        int year = timeline->items[i].statement.from.year;
        if (year == 0)
            continue;
        size_t cell = (size_t)(year - first) * cells / years;
        if (++counts[cell] > most)
            most = counts[cell];
    }
    print_year(first, out);
    buffer_add_byte(out, ' ');
    for (size_t i = 0; i < cells; i++)
        buffer_add_text(out, blocks[(counts[i] * HEIGHTS + most - 1) / most]);
    buffer_add_byte(out, ' ');
    print_year(last, out);
    free(counts);
}
