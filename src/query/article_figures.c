#include "query/article_figures.h"

#include "doc/bare.h"

bool article_figures_published(const struct document *document, struct figure_date *published)
{
    const char *told = frontmatter_get(document->frontmatter, "published");
    return told != NULL && figure_date_parse(told, published);
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
    for (size_t i = first; stripped && i < figures->count; i++) {
        struct figure *figure = &figures->items[i];
        struct span span = bare_origin(&bare, (struct span){ figure->start, figure->end });
        figure->start = span.start;
        figure->end = span.end;
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
