#include "doc/joining.h"

#include "base/vector.h"
#include "base/xalloc.h"

/* A block's place and what it refers to by number, in the terms of the whole. */
static struct block moved(struct builder *builder, const struct document *document,
                          const struct block *block, size_t by)
{
    struct block copy = *block;
    copy.start += by;
    copy.end += by;
    if (copy.marker > 0)
        copy.marker = builder_marker(builder, document->markers[copy.marker - 1]);
    if (copy.bars > 0)
        copy.bars = builder_bars(builder, document->bars[copy.bars - 1]);
    return copy;
}

void joining_add(struct builder *builder, const struct document *document)
{
    builder_close(builder);
    if (builder->blocks.count > 0)
        buffer_add_byte(&builder->text, '\n');
    size_t by = builder->text.length;
    size_t first = builder->blocks.count;
    buffer_add(&builder->text, document->text, document->length);
    builder->spent += document->length;
    for (size_t i = 0; i < document->block_count; i++)
        VECTOR_PUSH(&builder->blocks, moved(builder, document, &document->blocks[i], by));
    for (size_t i = 0; i < document->style_count; i++) {
        struct style_run run = document->styles[i];
        VECTOR_PUSH(&builder->styles,
                    (struct style_run){ run.start + by, run.end + by, run.bits });
    }
    for (size_t i = 0; i < document->link_count; i++) {
        struct link link = document->links[i];
        link.span = (struct span){ link.span.start + by, link.span.end + by };
        link.place += link.kind == LINK_PLACE ? by : 0;
        link.target = xstrdup(link.target);
        VECTOR_PUSH(&builder->links, link);
    }
    for (size_t i = 0; i < document->anchor_count; i++) {
        const struct document_anchor *anchor = &document->anchors[i];
        VECTOR_PUSH(&builder->anchors,
                    (struct document_anchor){ xstrdup(anchor->name), anchor->offset + by });
    }
    for (size_t i = 0; i < document->table_count; i++) {
        struct table_alignment table = document->tables[i];
        table.block += first;
        VECTOR_PUSH(&builder->tables, table);
    }
}
