#include "page/quotes_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/builder.h"
#include "entity/kwic.h"
#include "text/sanitize.h"

#define PAGE_BUDGET ((size_t)1 << 30)
#define NONE SIZE_MAX

struct quotes_page {
    struct builder builder;
    const struct quotes_page_side *sides;
    const struct hinge *hinge;
    const struct entity_index *entities;
    int side;
    bool *done[2];  /* statements that stand on the page */
    size_t current; /* of the left side: the statement at the cursor */
    size_t place;
};

static void add_words(struct quotes_page *page, const struct document *document, struct span span,
                      unsigned bits)
{
    struct buffer words = { 0 };
    kwic_add(&words, document, span);
    builder_text(&page->builder, buffer_text(&words), words.length, bits);
    buffer_free(&words);
}

static void add_text(struct quotes_page *page, const char *text, unsigned bits)
{
    struct buffer line = { 0 };
    sanitize_line(&line, text, strlen(text));
    builder_text(&page->builder, buffer_text(&line), line.length, bits);
    buffer_free(&line);
}

static char *clean(const char *text)
{
    struct buffer out = { 0 };
    sanitize_line(&out, text, strlen(text));
    return buffer_take(&out);
}

static const struct document *document_of(const struct quotes_page *page, int column)
{
    return page->sides[column].text->document;
}

static void add_statement(struct quotes_page *page, int column, size_t index)
{
    const struct quotation *quotation = &page->sides[column].quotations.items[index];
    const struct document *document = document_of(page, column);
    if (quotation->cue.end > quotation->cue.start) {
        add_words(page, document, quotation->cue, STYLE_EMPHASIS);
        add_text(page, "  ", 0);
    }
    builder_link_begin(&page->builder, LINK_CONTEXT, clean(page->sides[column].text->name),
                       quotation->said.start);
    if (quotation->kind == QUOTATION_DIRECT)
        add_text(page, "“", 0);
    add_words(page, document, quotation->said, 0);
    if (quotation->kind == QUOTATION_DIRECT)
        add_text(page, "”", 0);
    builder_link_end(&page->builder);
    page->done[column][index] = true;
}

/* ---- who belongs together ---- */

static bool is_same_speaker(const struct quotes_page *page, int column, size_t index, int other,
                            size_t there)
{
    const struct quotation *a = &page->sides[column].quotations.items[index];
    const struct quotation *b = &page->sides[other].quotations.items[there];
    if (a->entity != QUOTATION_NOBODY || b->entity != QUOTATION_NOBODY)
        return a->entity == b->entity;
    size_t length = a->speaker.end - a->speaker.start;
    return length == b->speaker.end - b->speaker.start &&
           memcmp(document_of(page, column)->text + a->speaker.start,
                  document_of(page, other)->text + b->speaker.start, length) == 0;
}

/* The statement of the right side that stands in the passage opposite; NONE. */
static size_t find_opposite(const struct quotes_page *page, size_t index)
{
    const struct quotations *others = &page->sides[1].quotations;
    if (page->hinge == NULL)
        return NONE;
    size_t item =
        hinge_at(page->hinge, page->side, page->sides[0].quotations.items[index].said.start);
    if (item == HINGE_NONE || !hinge_has(&page->hinge->alignment.items[item], 1 - page->side))
        return NONE;
    struct span passage = hinge_span(&page->hinge->alignment.items[item], 1 - page->side);
    for (size_t i = quotations_at(others, passage.start);
         i < others->count && others->items[i].said.start < passage.end; i++) {
        if (!page->done[1][i])
            return i;
    }
    return NONE;
}

static void add_row(struct quotes_page *page, size_t left, size_t right)
{
    bool two = page->sides[1].text != NULL;
    builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW, .level = two ? 2 : 1 });
    if (page->place == 0 || left == page->current)
        page->place = page->builder.block.start;
    if (left != NONE)
        add_statement(page, 0, left);
    if (two) {
        builder_cell(&page->builder);
        if (right != NONE)
            add_statement(page, 1, right);
    }
    builder_close(&page->builder);
}

static void add_heading(struct quotes_page *page, int column, size_t index)
{
    const struct quotation *quotation = &page->sides[column].quotations.items[index];
    builder_open(&page->builder, (struct block){ .kind = BLOCK_HEADING, .level = 2 });
    if (quotation->entity != QUOTATION_NOBODY) {
        const char *english = entity_index_name_in(page->entities, quotation->entity, NAME_ENGLISH);
        const char *chinese = entity_index_name_in(page->entities, quotation->entity, NAME_CHINESE);
        add_text(page,
                 *english != '\0' ? english : entity_index_name(page->entities, quotation->entity),
                 0);
        if (*chinese != '\0' && *english != '\0') {
            add_text(page, " · ", 0);
            add_text(page, chinese, 0);
        }
    } else if (quotation->speaker.end > quotation->speaker.start) {
        add_words(page, document_of(page, column), quotation->speaker, 0);
    } else {
        add_text(page, "nobody is named", 0);
    }
    builder_close(&page->builder);
}

static void add_columns(struct quotes_page *page)
{
    if (page->sides[1].text == NULL)
        return;
    builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                 .level = 2,
                                                 .flags = BLOCK_TABLE_HEADER | BLOCK_TABLE_FIRST });
    add_text(page, page->sides[0].text->name, 0);
    builder_cell(&page->builder);
    add_text(page, page->sides[1].text->name, 0);
    builder_close(&page->builder);
}

/* The speaker of that statement: all that is theirs in both columns. */
static void add_speaker(struct quotes_page *page, int column, size_t index)
{
    add_heading(page, column, index);
    add_columns(page);
    for (size_t i = 0; column == 0 && i < page->sides[0].quotations.count; i++) {
        if (page->done[0][i] || !is_same_speaker(page, 0, index, 0, i))
            continue;
        add_row(page, i, page->sides[1].text != NULL ? find_opposite(page, i) : NONE);
    }
    for (size_t i = 0; page->sides[1].text != NULL && i < page->sides[1].quotations.count; i++) {
        if (!page->done[1][i] && is_same_speaker(page, column, index, 1, i))
            add_row(page, NONE, i);
    }
}

struct document *quotes_page_compose(const struct quotes_page_side sides[2],
                                     const struct hinge *hinge, int side,
                                     const struct entity_index *entities, size_t cursor,
                                     size_t *place)
{
    struct quotes_page page = {
        .sides = sides, .hinge = hinge, .entities = entities, .side = side
    };
    int columns = sides[1].text != NULL ? 2 : 1;
    if (sides[0].quotations.count + (columns == 2 ? sides[1].quotations.count : 0) == 0)
        return NULL;
    page.current = quotations_at(&sides[0].quotations, cursor);
    builder_begin(&page.builder, PAGE_BUDGET);
    for (int column = 0; column < 2; column++)
        page.done[column] = xcalloc(sides[column].quotations.count + 1, sizeof(bool));
    for (int column = 0; column < columns; column++) {
        for (size_t i = 0; i < sides[column].quotations.count; i++) {
            if (!page.done[column][i])
                add_speaker(&page, column, i);
        }
    }
    free(page.done[0]);
    free(page.done[1]);
    *place = page.place;
    return builder_end(&page.builder);
}
