#include "query/article_figures.h"

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
    for (size_t i = 0; i < mentions->count; i++)
        spans_add(&names, mentions->items[i].start, mentions->items[i].end);
    if (published == NULL && article_figures_published(document, &told))
        published = &told;
    const struct figures_options options = { names.items, names.count, published, today };
    figures_find(document, &options, figures);
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
