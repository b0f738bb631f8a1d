#include "query/article_figures.h"

void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures)
{
    struct spans names = { 0 };
    struct figure_date published;
    for (size_t i = 0; i < mentions->count; i++)
        spans_add(&names, mentions->items[i].start, mentions->items[i].end);
    const char *told = frontmatter_get(document->frontmatter, "published");
    bool dated = told != NULL && figure_date_parse(told, &published);
    const struct figures_options options = { names.items, names.count, dated ? &published : NULL };
    figures_find(document, &options, figures);
    spans_free(&names);
}
