#include "query/article_figures.h"

#include "doc/bare.h"
#include "query/dated_tense.h"

bool article_figures_published(const struct document *document, struct figure_date *published)
{
    const char *told = frontmatter_get(document->frontmatter, "published");
    return told != NULL && figure_date_parse(told, published);
}

/* Whether a weekday, or a day alone, is that before or behind the publication is for its sentence to tell. */
static void place_day(const struct document *document, const struct figure_date *published,
                          struct figure *figure)
{
    struct spans sentences = { 0 };
    size_t i = 0;
    if (figure->kind != FIGURE_DATE || (!dated_tense_is_weekday(document->text, figure) &&
                                        !dated_tense_is_bare_day(document->text, figure)))
        return;
    document_sentences(document, document_block_at(document, figure->start), &sentences);
    while (i + 1 < sentences.count && sentences.items[i].end <= figure->start)
        i++;
    if (i < sentences.count)
        dated_tense_place_day(document->text, sentences.items[i], published, figure);
    spans_free(&sentences);
}

static void find(const struct document *document, const struct mentions *mentions,
                 const struct figure_date *published, bool today, struct figures *figures)
{
    struct spans names = { 0 };
    struct figure_date told;
    struct bare bare;
    bool stripped = bare_make(document, &bare);
    for (size_t i = 0; i < mentions->count; i++) {
        struct span span = { mentions->items[i].start, mentions->items[i].end };
        if (stripped)
            span = bare_of(&bare, span);
        spans_add(&names, span.start, span.end);
    }
    if (published == NULL && article_figures_published(document, &told))
        published = &told;
    const struct figures_options options = { names.items, names.count, published, today };
    size_t first = figures->count;
    figures_find(stripped ? &bare.document : document, &options, figures);
    for (size_t i = first; i < figures->count; i++) {
        struct figure *figure = &figures->items[i];
        struct span span = { figure->start, figure->end };
        if (stripped)
            span = bare_origin(&bare, span);
        figure->start = span.start;
        figure->end = span.end;
        if (published != NULL && published->day > 0)
            place_day(document, published, figure);
    }
    if (stripped)
        bare_free(&bare);
    spans_free(&names);
}

void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures)
{
    find(document, mentions, NULL, false, figures);
}

void article_figures_find_dates(const struct document *document, const struct mentions *mentions,
                                const struct figure_date *published, struct figures *figures)
{
    find(document, mentions, published, true, figures);
}
