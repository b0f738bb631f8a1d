#include "page/parallel_page.h"

#include <stdlib.h>
#include <string.h>

#include "doc/builder.h"
#include "doc/frontmatter.h"
#include "entity/kwic.h"
#include "page/page_names.h"
#include "page/page_text.h"

#define PAGE_BUDGET ((size_t)1 << 30)

/* What a version is called and who published it: the titles are the first passages. */
static void add_name(struct builder *builder, const struct text_pair *text_pair, int side)
{
    const struct text *text = text_pair_text(text_pair, side);
    const char *const names[] = { text_pair_text(text_pair, 0)->name,
                                  text_pair_text(text_pair, 1)->name };
    const char *publisher = frontmatter_get(text->document->frontmatter, "publisher");
    page_text_add(builder, page_names_end(names, 2, (size_t)side), 0);
    if (publisher != NULL) {
        builder_text(builder, " · ", strlen(" · "), 0);
        char *told = frontmatter_told_name(publisher);
        builder_text(builder, told, strlen(told), 0);
        free(told);
    }
}

static void add_head(struct builder *builder, const struct text_pair *text_pair, int side)
{
    builder_open(builder, (struct block){ .kind = BLOCK_TABLE_ROW, .level = 2,
                                          .flags = BLOCK_TABLE_HEADER | BLOCK_TABLE_FIRST });
    add_name(builder, text_pair, side);
    builder_cell(builder);
    add_name(builder, text_pair, 1 - side);
    builder_close(builder);
}

static void add_passage(struct builder *builder, const struct text *text, struct span span)
{
    struct buffer words = { 0 };
    if (span.end <= span.start)
        return;
    kwic_add(&words, text->document, span);
    builder_link_begin(builder, LINK_CONTEXT, page_text_clean(text->name), span.start);
    builder_text(builder, buffer_text(&words), words.length, 0);
    builder_link_end(builder);
    buffer_free(&words);
}

struct document *parallel_page_compose(const struct text_pair *text_pair, int side, size_t cursor,
                                       size_t *place)
{
    const struct passage_map *hinge = text_pair_hinge(text_pair);
    size_t current = passage_map_at(hinge, side, cursor);
    struct builder builder;
    builder_begin(&builder, PAGE_BUDGET);
    add_head(&builder, text_pair, side);
    *place = 0;
    for (size_t i = 0; i < hinge->alignment.count; i++) {
        size_t at = hinge->orders[side][i];
        const struct alignment_item *item = &hinge->alignment.items[at];
        builder_open(&builder, (struct block){ .kind = BLOCK_TABLE_ROW, .level = 2 });
        if (at == current)
            *place = builder.block.start;
        add_passage(&builder, text_pair_text(text_pair, side), passage_map_span(item, side));
        builder_cell(&builder);
        add_passage(&builder, text_pair_text(text_pair, 1 - side),
                    passage_map_span(item, 1 - side));
        builder_close(&builder);
    }
    return builder_end(&builder);
}
