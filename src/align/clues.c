#include "align/clues.h"

#include <stdlib.h>
#include <string.h>

#include "align/clue_figures.h"
#include "align/clue_places.h"
#include "align/clue_terms.h"
#include "base/bisect.h"
#include "align/quoted_alike.h"
#include "align/term_locate.h"
#include "base/vector.h"
#include "base/xalloc.h"

static bool may_go_on(bool (*go_on)(void *data, double done), void *data)
{
    return go_on == NULL || go_on(data, 0);
}

/* ---- what has no terms ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Whether it is an address, {#id} or ^id, which say nothing that is told. */
static bool is_label(const char *text, size_t start, size_t end)
{
    if (end - start < 3)
        return false;
    if (text[start] == '^' || memcmp(text + start, "{#", 2) == 0)
        return true;
    for (size_t at = start; at + 3 <= end; at++) {
        if (memcmp(text + at, "://", 3) == 0)
            return true;
    }
    return false;
}

/* Labels go up to a blank, or to what is no ASCII: Chinese leaves none between. */
static void mask_labels(struct clue_side *clues)
{
    const char *text = clues->side->text;
    for (size_t at = 0; at < clues->side->length;) {
        size_t start = at;
        while (at < clues->side->length && !is_blank(text[at]) && (unsigned char)text[at] < 0x80)
            at++;
        if (is_label(text, start, at))
            clue_blank(clues, (struct span){ start, at });
        at += at == start;
    }
}

static void mask(struct clue_side *clues, const struct side *side)
{
    *clues = (struct clue_side){ .side = side, .masked = *side };
    clues->text = xmalloc(side->length + 1);
    memcpy(clues->text, side->text, side->length);
    clues->text[side->length] = '\0';
    clues->masked.text = clues->text;
    clues->masked.marks = NULL;
    clues->masked.mark_count = 0;
    dateline_find(side, &clues->datelines);
    for (size_t i = 0; i < clues->datelines.count; i++)
        clue_blank(clues, clues->datelines.items[i]);
    mask_labels(clues);
}

/* ---- names ---- */

static int compare_ids(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return one < other ? -1 : one > other;
}

/* The ids of a side's names, sorted, each once; how many. */
static size_t ids_of(const struct side *side, uint32_t **ids)
{
    size_t count = 0, kept = 0;
    *ids = xreallocarray(NULL, side->mark_count + 1, sizeof **ids);
    for (size_t i = 0; i < side->mark_count; i++) {
        if (side->marks[i].kind == MARK_NAME)
            (*ids)[count++] = side->marks[i].id;
    }
    if (count > 1)
        qsort(*ids, count, sizeof **ids, compare_ids);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || (*ids)[i] != (*ids)[kept - 1])
            (*ids)[kept++] = (*ids)[i];
    }
    return kept;
}

static void share_ids(struct clues *clues)
{
    uint32_t *others;
    size_t count = ids_of(clues->source.side, &clues->ids);
    size_t other_count = ids_of(clues->target.side, &others);
    for (size_t i = 0, k = 0; i < count && k < other_count;) {
        if (clues->ids[i] == others[k])
            clues->ids[clues->name_count++] = others[k];
        /* Both lists rise, so that what is kept never overtakes what is read. */
        uint32_t id = clues->ids[i];
        i += id <= others[k];
        k += others[k] <= id;
    }
    free(others);
}

/* The number of a name, SIZE_MAX for one that the other text has not. */
static size_t name_of(const struct clues *clues, const struct side_mark *mark)
{
    if (mark->kind != MARK_NAME || clues->name_count == 0)
        return SIZE_MAX;
    const uint32_t *found =
        bsearch(&mark->id, clues->ids, clues->name_count, sizeof *clues->ids, compare_ids);
    return found != NULL ? (size_t)(found - clues->ids) : SIZE_MAX;
}

static void read_names(const struct clues *clues, struct clue_side *side)
{
    const struct side *text = side->side;
    struct gather gather = { 0 };
    sparse_rows_gather_reserve(&gather, clues->name_count + 1);
    side->name_sentences = xcalloc(clues->name_count + 1, sizeof *side->name_sentences);
    for (size_t i = 0, m = 0; i < text->count; i++) {
        struct span sentence = text->sentences[i].span;
        while (m < text->mark_count && text->marks[m].span.start < sentence.start)
            m++;
        for (; m < text->mark_count && text->marks[m].span.start < sentence.end; m++) {
            size_t name = name_of(clues, &text->marks[m]);
            if (name == SIZE_MAX || text->marks[m].span.end > sentence.end ||
                side->text[text->marks[m].span.start] == ' ') /* blanked: in a dateline */
                continue;
            if (gather.values[name] == 0) {
                sparse_rows_gather_add(&gather, (uint32_t)name, 1);
                side->name_sentences[name]++;
            }
            clue_blank(side, text->marks[m].span);
        }
        sparse_rows_gather_end_row(&gather, &side->names);
    }
    sparse_rows_gather_free(&gather);
}

static void weigh_names(struct clues *clues)
{
    clues->name_weight = xcalloc(clues->name_count + 1, sizeof *clues->name_weight);
    for (size_t i = 0; i < clues->name_count; i++)
        clues->name_weight[i] =
            clue_rarity(clues->source.name_sentences[i], clues->source.side->count) *
            clue_rarity(clues->target.name_sentences[i], clues->target.side->count);
}

/* The names that both texts have; false when stopped. */
static bool find_names(struct clues *clues, bool (*go_on)(void *data, double done), void *data)
{
    share_ids(clues);
    read_names(clues, &clues->source);
    if (!may_go_on(go_on, data))
        return false;
    read_names(clues, &clues->target);
    weigh_names(clues);
    return may_go_on(go_on, data);
}

/* ---- all of it ---- */

static void turn(const struct rows *rows, size_t things, struct rows *places)
{
    const struct weighted *items;
    size_t *next = xcalloc(things + 2, sizeof *next);
    for (size_t i = 0; i < rows->count; i++)
        next[rows->items[i].id + 1]++;
    for (size_t i = 0; i < things; i++)
        next[i + 1] += next[i];
    VECTOR_RESERVE(places, rows->count + 1);
    places->starts = xcalloc(things + 2, sizeof *places->starts);
    memcpy(places->starts, next, (things + 1) * sizeof *next);
    places->row_count = things;
    places->count = rows->count;
    for (size_t j = 0; j < rows->row_count; j++) {
        size_t count = sparse_rows_at(rows, j, &items);
        for (size_t k = 0; k < count; k++)
            places->items[next[items[k].id]++] = (struct weighted){ (uint32_t)j, items[k].weight };
    }
    free(next);
}

/* Names and figures of a sentence, to the size that its terms have given it. */
static void add_to_size(struct clue_side *side)
{
    const struct weighted *names;
    for (size_t i = 0; i < side->side->count; i++) {
        size_t count = sparse_rows_at(&side->names, i, &names);
        for (size_t k = 0; k < count; k++)
            side->size[i] +=
                clue_rarity(side->name_sentences[names[k].id], side->side->count);
        for (size_t k = side->first_figure[i]; k < side->first_figure[i + 1]; k++)
            side->size[i] += clue_figures_worth(&side->figures.items[k]);
    }
}

static bool goes_first(const struct side *a, const struct side *b)
{
    size_t least = a->length < b->length ? a->length : b->length;
    int order = least > 0 ? memcmp(a->text, b->text, least) : 0;
    return order != 0 ? order < 0 : a->length <= b->length;
}

bool clues_build(struct clues *clues, const struct side *a, const struct side *b,
                 const struct lexicon *lexicon, bool (*go_on)(void *data, double done), void *data)
{
    bool a_han = corpus_is_han(a), b_han = corpus_is_han(b);
    *clues = (struct clues){ .han = a_han && b_han, .two_scripts = a_han != b_han };
    clues->swapped = a_han != b_han ? b_han : !goes_first(a, b);
    const struct side *source = clues->swapped ? b : a, *target = clues->swapped ? a : b;
    if (!may_go_on(go_on, data))
        return false;
    mask(&clues->source, source);
    if (!may_go_on(go_on, data))
        return false;
    mask(&clues->target, target);
    if (!may_go_on(go_on, data))
        return false;
    quoted_alike_find(source, target, &clues->quoted);
    if (!may_go_on(go_on, data) || !find_names(clues, go_on, data))
        return false;
    clue_figures_date(&clues->source);
    clue_figures_date(&clues->target);
    if (!clue_figures_read(&clues->source, &clues->target, go_on, data) ||
        !clue_figures_read(&clues->target, &clues->source, go_on, data))
        return false;
    if (!clue_figures_pair(clues, go_on, data) || !may_go_on(go_on, data))
        return false;
    clues->corpus.loose = true;
    clues->corpus.words = clues->han;
    clues->corpus.kin = a_han == b_han || !lexicon_has_dictionary(lexicon);
    if (!corpus_build(&clues->corpus, &clues->source.masked, &clues->target.masked, lexicon, go_on,
                      data) ||
        !may_go_on(go_on, data))
        return false;
    clue_terms_read(clues);
    if (!may_go_on(go_on, data))
        return false;
    add_to_size(&clues->source);
    add_to_size(&clues->target);
    turn(&clues->target.names, clues->name_count, &clues->name_places);
    turn(&clues->target.terms, clues->term_count, &clues->term_places);
    sparse_rows_gather_reserve(
        &clues->best,
        (clues->term_count > clues->name_count ? clues->term_count : clues->name_count) + 1);
    sparse_rows_gather_reserve(&clues->rendered, clues->term_count + 1);
    clues->unit = xcalloc(clues->term_count + 1, sizeof *clues->unit);
    return may_go_on(go_on, data);
}

static void free_side(struct clue_side *side)
{
    free(side->text);
    free(side->datelines.items);
    figures_free(&side->figures);
    free(side->first_figure);
    free(side->figure_at);
    sparse_rows_free(&side->names);
    sparse_rows_free(&side->terms);
    free(side->name_sentences);
    free(side->term_sentences);
    free(side->size);
}

void clues_free(struct clues *clues)
{
    free_side(&clues->source);
    free_side(&clues->target);
    corpus_free(&clues->corpus);
    string_ids_free(&clues->pairs);
    free(clues->ids);
    free(clues->common);
    free(clues->term_weight);
    free(clues->name_weight);
    sparse_rows_free(&clues->figure_pairs);
    sparse_rows_free(&clues->quoted);
    sparse_rows_free(&clues->name_places);
    sparse_rows_free(&clues->term_places);
    sparse_rows_gather_free(&clues->best);
    sparse_rows_gather_free(&clues->rendered);
    free(clues->unit);
}

/* ---- what is shared ---- */

static void add_figures(const struct clues *clues, size_t source, struct gather *sums)
{
    const struct weighted *pairs;
    const struct clue_side *side = &clues->source;
    for (size_t i = side->first_figure[source]; i < side->first_figure[source + 1]; i++) {
        uint32_t last = UINT32_MAX;
        size_t count = sparse_rows_at(&clues->figure_pairs, i, &pairs);
        for (size_t k = 0; k < count; k++) {
            uint32_t target = clues->target.figure_at[pairs[k].id];
            if (target != last)
                sparse_rows_gather_add(sums, target, pairs[k].weight);
            last = target;
        }
    }
}

void clues_add(const struct clues *clues, size_t source, struct gather *sums)
{
    const struct weighted *items, *places;
    size_t count = sparse_rows_at(&clues->source.names, source, &items);
    for (size_t i = 0; i < count; i++) {
        size_t others = sparse_rows_at(&clues->name_places, items[i].id, &places);
        others = others <= CLUES_PLACES ? others : 0;
        for (size_t k = 0; k < others; k++)
            sparse_rows_gather_add(sums, places[k].id, clues->name_weight[items[i].id]);
    }
    count = sparse_rows_at(&clues->source.terms, source, &items);
    for (size_t i = 0; i < count; i++) {
        float weight = items[i].weight * clues->term_weight[items[i].id];
        size_t others = sparse_rows_at(&clues->term_places, items[i].id, &places);
        others = others <= CLUES_PLACES ? others : 0;
        for (size_t k = 0; k < others; k++)
            sparse_rows_gather_add(sums, places[k].id, weight);
    }
    add_figures(clues, source, sums);
}

static void list_names(struct clues *clues, const struct bead *bead, struct clue_list *list)
{
    const struct rows *sources = &clues->source.names, *targets = &clues->target.names;
    struct gather *there = &clues->best;
    for (size_t i = sources->starts[bead->source];
         i < sources->starts[bead->source + bead->source_count]; i++)
        sparse_rows_gather_add(there, sources->items[i].id, 1);
    for (size_t i = targets->starts[bead->target];
         i < targets->starts[bead->target + bead->target_count]; i++) {
        uint32_t id = targets->items[i].id;
        if (there->values[id] > 0)
            VECTOR_PUSH(list, (struct clue){ .kind = CLUE_NAME,
                                             .weight = clues->name_weight[id],
                                             .source = id,
                                             .target = id });
        there->values[id] = 0; /* once; what was touched is cleared below */
    }
    sparse_rows_gather_clear(there);
}

void clues_between(struct clues *clues, const struct bead *bead, struct clue_list *list)
{
    list->count = 0;
    clue_terms_between(clues, bead, list);
    list_names(clues, bead, list);
    clue_figures_between(clues, bead, list);
    clue_sort(list->items, list->count);
}

float clues_topic(const struct clues *clues, const struct clue *clue)
{
    float common, weight;
    switch (clue->kind) {
    case CLUE_NAME: return 1 - clue->weight;
    case CLUE_TERM:
        common = clues->common[clue->target];
        weight = clues->term_weight[clue->target];
        return weight > 0 ? clue->weight / weight * (common - weight) : 0;
    case CLUE_FIGURE: break;
    }
    return 0;
}

bool clues_is_day(const struct clues *clues, const struct clue *clue)
{
    if (clue->kind == CLUE_FIGURE)
        return clues->source.figures.items[clue->source].kind == FIGURE_DATE;
    return clue->kind == CLUE_TERM && clue_terms_is_weekday(clues, clue->target);
}

bool clues_is_saying(const struct clues *clues, const struct clue *clue)
{
    return clue->kind == CLUE_TERM && clue_terms_is_saying(clues, clue->target);
}

/* The first mark of a name in a run of sentences. */
static bool locate_name(const struct side *side, uint32_t id, struct span run, struct span *span)
{
    size_t i = 0;
    BISECT(i, side->mark_count, side->marks[i].span.start >= run.start);
    for (; i < side->mark_count && side->marks[i].span.start < run.end; i++) {
        const struct side_mark *mark = &side->marks[i];
        if (mark->kind == MARK_NAME && mark->id == id) {
            *span = mark->span;
            return true;
        }
    }
    return false;
}

bool clues_locate(const struct clues *clues, const struct bead *bead, struct clue *clue)
{
    const struct side *source = clues->source.side, *target = clues->target.side;
    struct span runs[2] = { term_locate_run(source, bead->source, bead->source_count),
                            term_locate_run(target, bead->target, bead->target_count) };
    const struct figure *figure;
    switch (clue->kind) {
    case CLUE_NAME:
        return locate_name(source, clues->ids[clue->source], runs[0], &clue->source_span) &&
               locate_name(target, clues->ids[clue->target], runs[1], &clue->target_span);
    case CLUE_FIGURE:
        figure = &clues->source.figures.items[clue->source];
        clue->source_span = (struct span){ figure->start, figure->end };
        figure = &clues->target.figures.items[clue->target];
        clue->target_span = (struct span){ figure->start, figure->end };
        return true;
    case CLUE_TERM: break;
    }
    return clue_places_term(clues, bead, clue);
}
