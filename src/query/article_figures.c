#include "query/article_figures.h"

#include "align/dateline.h"
#include "base/bisect.h"
#include "doc/bare.h"
#include "query/dated_tense.h"

/* A line at the beginning that is a day and no more. */
static bool find_day_line(const struct document *document, struct figure_date *published)
{
    struct spans sentences = { 0 };
    char iso[FRONTMATTER_DATE_SIZE];
    bool found = false;
    for (size_t i = 0; i < document->block_count && sentences.count < DATELINE_SENTENCES; i++)
        document_sentences(document, i, &sentences);
    for (size_t i = 0; i < sentences.count && i < DATELINE_SENTENCES && !found; i++)
        found = dateline_day(document->text, sentences.items[i], iso) &&
                figure_date_parse(iso, published);
    spans_free(&sentences);
    return found;
}

bool article_figures_published(const struct document *document, struct figure_date *published)
{
    const char *told = frontmatter_get(document->frontmatter, "published");
    return told != NULL ? figure_date_parse(told, published) : find_day_line(document, published);
}

/* The sentences of the block that was asked for last: figures come in order. */
struct article_block {
    const struct document *document;
    size_t number; /* and one; 0 before the first */
    struct spans sentences;
};

/* The sentence that has a place; NULL where there is none. */
static const struct span *sentence_at(struct article_block *block, size_t at)
{
    size_t number = document_block_at(block->document, at), i = 0;
    if (block->number != number + 1) {
        block->sentences.count = 0;
        document_sentences(block->document, number, &block->sentences);
        block->number = number + 1;
    }
    BISECT(i, block->sentences.count, block->sentences.items[i].end > at);
    if (block->sentences.count == 0)
        return NULL;
    return &block->sentences.items[i < block->sentences.count ? i : i - 1];
}

/* Whether a weekday, or a day alone, is that before or behind the publication is for its sentence to tell. */
static void place_day(struct article_block *block, const struct figure_date *published,
                      struct figure *figure)
{
    const char *text = block->document->text;
    if (figure->kind != FIGURE_DATE || (!dated_tense_is_weekday(text, figure) &&
                                        !dated_tense_is_bare_day(text, figure)))
        return;
    const struct span *sentence = sentence_at(block, figure->start);
    if (sentence != NULL)
        dated_tense_place_day(text, *sentence, published, figure);
}

static bool find(const struct document *document, const struct mentions *mentions,
                 const struct figures_options *asked, struct figures *figures)
{
    struct spans names = { 0 };
    struct figures_options options = *asked;
    struct article_block block = { .document = document };
    struct figure_date told;
    struct bare bare;
    bool stripped = bare_make(document, &bare);
    for (size_t i = 0; i < mentions->count; i++) {
        struct span span = { mentions->items[i].start, mentions->items[i].end };
        if (stripped)
            span = bare_of(&bare, span);
        spans_add(&names, span.start, span.end);
    }
    if (options.published == NULL && article_figures_published(document, &told))
        options.published = &told;
    options.leave_out = names.items;
    options.leave_out_count = names.count;
    size_t first = figures->count;
    bool ok = figures_find(stripped ? &bare.document : document, &options, figures);
    for (size_t i = first; i < figures->count; i++) {
        struct figure *figure = &figures->items[i];
        struct span span = { figure->start, figure->end };
        if (stripped)
            span = bare_origin(&bare, span);
        figure->start = span.start;
        figure->end = span.end;
        if (options.published != NULL && options.published->day > 0)
            place_day(&block, options.published, figure);
    }
    if (stripped)
        bare_free(&bare);
    spans_free(&block.sentences);
    spans_free(&names);
    return ok;
}

bool article_figures_read(const struct document *document, const struct mentions *mentions,
                          bool (*go_on)(void *data, double done), void *data,
                          struct figures *figures)
{
    const struct figures_options options = { .go_on = go_on, .data = data };
    return find(document, mentions, &options, figures);
}

void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures)
{
    (void)article_figures_read(document, mentions, NULL, NULL, figures);
}

void article_figures_find_dates(const struct document *document, const struct mentions *mentions,
                                const struct figure_date *published, struct figures *figures)
{
    const struct figures_options options = { .published = published, .today = true };
    (void)find(document, mentions, &options, figures);
}
