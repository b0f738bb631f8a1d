#include "query/article_figures.h"

#include "doc/bare.h"

void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures)
{
    struct spans names = { 0 };
    struct figure_date published;
    struct bare bare;
    bool stripped = bare_make(document, &bare);
    for (size_t i = 0; i < mentions->count; i++) {
        struct span span = { mentions->items[i].start, mentions->items[i].end };
        if (stripped)
            span = bare_of(&bare, span);
        spans_add(&names, span.start, span.end);
    }
    const char *told = frontmatter_get(document->frontmatter, "published");
    bool dated = told != NULL && figure_date_parse(told, &published);
    const struct figures_options options = { names.items, names.count, dated ? &published : NULL };
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
