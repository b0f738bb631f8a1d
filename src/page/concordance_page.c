#include "page/concordance_page.h"

#include <stdlib.h>
#include <string.h>

#include "page/kwic_row.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "doc/builder.h"
#include "entity/kwic.h"

#define PAGE_BUDGET ((size_t)256 << 20)
#define RENDERINGS 12
#define INDENT 4

/* A part of a side as a document of one block, for kwic.h. */
struct part {
    struct document document;
    struct block block;
};

static struct part part_of(const struct side *side, struct span span)
{
    return (struct part){ { .text = (char *)(uintptr_t)side->text, .length = side->length },
                          { .start = span.start, .end = span.end } };
}

static struct kwic kwic_in(struct part *part, struct span key)
{
    part->document.blocks = &part->block;
    part->document.block_count = 1;
    return kwic_around(&part->document, key, CONTEXT_LEFT, CONTEXT_RIGHT);
}

static struct span paragraph_of(const struct side *side, size_t offset)
{
    size_t first = counterpart_sentence(side, offset);
    if (first >= side->count)
        return (struct span){ 0, side->length };
    uint32_t paragraph = side->sentences[first].paragraph;
    size_t last = first;
    while (first > 0 && side->sentences[first - 1].paragraph == paragraph)
        first--;
    while (last + 1 < side->count && side->sentences[last + 1].paragraph == paragraph)
        last++;
    return (struct span){ side->sentences[first].span.start, side->sentences[last].span.end };
}

static void add_occurrence(struct builder *builder, struct translation_memory *memory,
                           const struct occurrence *occurrence, bool first)
{
    const struct side *side = translation_memory_side(memory, occurrence->article);
    struct part part = part_of(side, paragraph_of(side, occurrence->span.start));
    struct kwic kwic = kwic_in(&part, occurrence->span);
    const struct span spans[3] = { kwic.left, kwic.key, kwic.right };
    struct buffer text = { 0 };
    size_t lengths[3];
    for (int i = 0; i < 3; i++) {
        size_t before = text.length;
        kwic_add(&text, &part.document, spans[i]);
        lengths[i] = text.length - before;
    }
    kwic_row_add(builder, translation_memory_article(memory, occurrence->article)->id,
                 occurrence->span.start, buffer_text(&text), lengths, first);
    buffer_free(&text);
}

static void add_span(struct builder *builder, const struct part *part, struct span span,
                     unsigned bits)
{
    struct buffer text = { 0 };
    kwic_add(&text, &part->document, span);
    builder_text(builder, buffer_text(&text), text.length, bits);
    buffer_free(&text);
}

static void add_counterpart(struct builder *builder, struct translation_memory *memory,
                            const struct occurrence *occurrence)
{
    const struct side *side = translation_memory_side(memory, occurrence->other);
    struct part part = part_of(side, occurrence->passage);
    bool told = occurrence->words.end > occurrence->words.start;
    struct span key = told ? occurrence->words
                           : (struct span){ occurrence->passage.start, occurrence->passage.start };
    struct kwic kwic = kwic_in(&part, key);
    const char *id = translation_memory_article(memory, occurrence->other)->id;
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH, .flags = BLOCK_TIGHT,
                                          .indent = INDENT });
    builder_link_begin(builder, LINK_CONTEXT, xstrdup(id), key.start);
    builder_text(builder, "…", kwic.left_cut ? strlen("…") : 0, STYLE_DIM);
    add_span(builder, &part, kwic.left, STYLE_DIM);
    add_span(builder, &part, kwic.key, STYLE_DIM | STYLE_STRONG);
    add_span(builder, &part, kwic.right, STYLE_DIM);
    builder_text(builder, "…", kwic.right_cut ? strlen("…") : 0, STYLE_DIM);
    builder_link_end(builder);
    builder_close(builder);
}

static void add_none(struct builder *builder)
{
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH, .flags = BLOCK_TIGHT,
                                          .indent = INDENT });
    kwic_row_line(builder, _("(no counterpart)"), STYLE_DIM);
    builder_close(builder);
}

static void add_article(struct builder *builder, const struct translation_memory_article *article,
                        const struct occurrence *items, size_t left)
{
    struct context_article heading = { article->id, article->title, article->publisher,
                                       article->published, 0, items->span.start };
    while (heading.count < left && items[heading.count].article == items->article)
        heading.count++;
    kwic_row_article(builder, &heading);
}

static void add_emphasis(struct builder *builder, const char *text)
{
    builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
    kwic_row_line(builder, text, STYLE_EMPHASIS);
    builder_close(builder);
}

static void add_head(struct builder *builder, struct concordance *concordance, const char *term)
{
    size_t kept;
    size_t total = concordance_total(concordance);
    size_t articles = concordance_articles(concordance);
    struct buffer summary = { 0 };
    concordance_items(concordance, &kept);
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = 1 });
    kwic_row_line(builder, term, 0);
    builder_close(builder);
    concordance_summary(concordance, RENDERINGS, &summary);
    add_emphasis(builder, buffer_text(&summary));
    buffer_free(&summary);
    struct buffer line = { 0 };
    buffer_add_format(&line, message_count("%zu occurrence", "%zu occurrences", total), total);
    buffer_add_format(&line, message_count(" in %zu article", " in %zu articles", articles), articles);
    buffer_add_text(&line, !concordance_is_done(concordance) ? _(", searching")
                           : kept < total ? _("; not all are shown") : "");
    add_emphasis(builder, buffer_text(&line));
    buffer_free(&line);
}

struct document *concordance_page_compose(struct concordance *concordance,
                                          struct translation_memory *memory, const char *term)
{
    struct builder builder;
    size_t count;
    const struct occurrence *items = concordance_items(concordance, &count);
    builder_begin(&builder, PAGE_BUDGET);
    add_head(&builder, concordance, term);
    for (size_t i = 0; i < count; i++) {
        const struct translation_memory_article *article =
            translation_memory_article(memory, items[i].article);
        bool first = i == 0 || items[i - 1].article != items[i].article;
        if (first)
            add_article(&builder, article, &items[i], count - i);
        add_occurrence(&builder, memory, &items[i], first);
        if (items[i].other != TRANSLATION_MEMORY_NONE)
            add_counterpart(&builder, memory, &items[i]);
        else if (article->other != TRANSLATION_MEMORY_NONE)
            add_none(&builder);
    }
    return builder_end(&builder);
}
