#include "page/kwic_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/frontmatter.h"
#include "page/page_text.h"
#include "text/sanitize.h"

void kwic_row_line(struct builder *builder, const char *text, unsigned bits)
{
    struct buffer clean = { 0 };
    sanitize_line(&clean, text, strlen(text));
    builder_text(builder, buffer_text(&clean), clean.length, bits);
    buffer_free(&clean);
}

static void add_detail(struct builder *builder, const char *text)
{
    if (*text == '\0')
        return;
    builder_text(builder, " · ", strlen(" · "), 0);
    kwic_row_line(builder, text, 0);
}

void kwic_row_article(struct builder *builder, const struct context_article *article)
{
    char *count = xasprintf("%zu", article->count);
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = 3 });
    builder_link_begin(builder, LINK_CONTEXT, page_text_clean(article->id), article->first);
    kwic_row_line(builder, article->title, 0);
    char *publisher = frontmatter_told_name(article->publisher);
    add_detail(builder, publisher);
    free(publisher);
    add_detail(builder, article->published);
    add_detail(builder, count);
    builder_link_end(builder);
    builder_close(builder);
    free(count);
}

void kwic_row_add(struct builder *builder, const char *id, size_t place, const char *text,
                  const size_t lengths[3], bool first)
{
    builder_open(builder, (struct block){ .kind = BLOCK_CONTEXT,
                                          .flags = first ? 0 : BLOCK_TIGHT });
    builder_link_begin(builder, LINK_CONTEXT, page_text_clean(id), place);
    builder_text(builder, text, lengths[0], 0);
    builder_text(builder, text + lengths[0], lengths[1], STYLE_STRONG);
    builder_text(builder, text + lengths[0] + lengths[1], lengths[2], 0);
    builder_link_end(builder);
    builder_close(builder);
}
