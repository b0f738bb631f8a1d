#include "page/quotes_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "doc/builder.h"
#include "page/page_names.h"
#include "page/page_text.h"
#include "text/wordlist.h"

#define PAGE_BUDGET ((size_t)1 << 30)
#define NONE SIZE_MAX

struct quotes_page {
    struct builder builder;
    const struct quotes_page_side *sides;
    size_t count;
    const struct entity_index *entities;
    bool *done[QUOTES_PAGE_COLUMNS]; /* statements that stand on the page */
    size_t current;                  /* of the first column: the statement at the cursor */
    size_t place;
};

static const struct document *document_of(const struct quotes_page *page, size_t column)
{
    return page->sides[column].text->document;
}

static void add_statement(struct quotes_page *page, size_t column, size_t index)
{
    const struct quotation *quotation = &page->sides[column].quotations->items[index];
    const struct document *document = document_of(page, column);
    static const char colons[] = ": ："; /* of a turn in an interview, which tells nothing */
    if (quotation->cue.end > quotation->cue.start &&
        !wordlist_has(document->text + quotation->cue.start,
                      quotation->cue.end - quotation->cue.start, colons)) {
        page_text_add_span(&page->builder, document, quotation->cue, STYLE_EMPHASIS);
        page_text_add(&page->builder, "  ", 0);
    }
    builder_link_begin(&page->builder, LINK_CONTEXT,
                       page_text_clean(page->sides[column].text->name), quotation->said.start);
    if (quotation->kind == QUOTATION_DIRECT)
        page_text_add(&page->builder, "“", 0);
    page_text_add_span(&page->builder, document, quotation->said, 0);
    if (quotation->kind == QUOTATION_DIRECT)
        page_text_add(&page->builder, "”", 0);
    builder_link_end(&page->builder);
    page->done[column][index] = true;
}

/* ---- who belongs together ---- */

static bool is_same_speaker(const struct quotes_page *page, size_t column, size_t index,
                            size_t other, size_t there)
{
    const struct quotation *a = &page->sides[column].quotations->items[index];
    const struct quotation *b = &page->sides[other].quotations->items[there];
    if (a->entity != QUOTATION_NOBODY || b->entity != QUOTATION_NOBODY)
        return a->entity == b->entity;
    size_t length = a->speaker.end - a->speaker.start;
    return length == b->speaker.end - b->speaker.start &&
           memcmp(document_of(page, column)->text + a->speaker.start,
                  document_of(page, other)->text + b->speaker.start, length) == 0;
}

/* The statement of column `other` in the passage opposite that of `column`: the same speaker's,
 * else the first; NONE. */
static size_t find_opposite(const struct quotes_page *page, size_t column, size_t index,
                            size_t other)
{
    const struct quotes_page_hinge *hinge = &page->sides[column].hinges[other];
    const struct quotations *others = page->sides[other].quotations;
    size_t found = NONE;
    if (hinge->map == NULL)
        return NONE;
    size_t item = passage_map_at(hinge->map, hinge->side,
                                 page->sides[column].quotations->items[index].said.start);
    if (item == HINGE_NONE || !passage_map_has(&hinge->map->alignment.items[item], 1 - hinge->side))
        return NONE;
    struct span passage = passage_map_span(&hinge->map->alignment.items[item], 1 - hinge->side);
    for (size_t i = quotations_at(others, passage.start);
         i < others->count && others->items[i].said.start < passage.end; i++) {
        if (page->done[other][i])
            continue;
        if (is_same_speaker(page, column, index, other, i))
            return i;
        if (found == NONE)
            found = i;
    }
    return found;
}

/* `cells`: a statement for each column, NONE where there is none. */
static void add_row(struct quotes_page *page, const size_t *cells)
{
    builder_open(&page->builder,
                 (struct block){ .kind = BLOCK_TABLE_ROW, .level = (uint8_t)page->count });
    if (page->place == 0 || cells[0] == page->current)
        page->place = page->builder.block.start;
    for (size_t column = 0; column < page->count; column++) {
        if (column > 0)
            builder_cell(&page->builder);
        if (cells[column] != NONE)
            add_statement(page, column, cells[column]);
    }
    builder_close(&page->builder);
}

static void add_heading(struct quotes_page *page, size_t column, size_t index)
{
    const struct quotation *quotation = &page->sides[column].quotations->items[index];
    builder_open(&page->builder, (struct block){ .kind = BLOCK_HEADING, .level = 2 });
    if (quotation->entity != QUOTATION_NOBODY) {
        const char *english = entity_index_name_in(page->entities, quotation->entity, NAME_ENGLISH);
        const char *chinese = entity_index_name_in(page->entities, quotation->entity, NAME_CHINESE);
        const char *first =
            *english != '\0' ? english : entity_index_name(page->entities, quotation->entity);
        page_text_add(&page->builder, first, 0);
        if (*chinese != '\0' && strcmp(first, chinese) != 0) {
            page_text_add(&page->builder, " · ", 0);
            page_text_add(&page->builder, chinese, 0);
        }
    } else if (quotation->speaker.end > quotation->speaker.start) {
        page_text_add_span(&page->builder, document_of(page, column), quotation->speaker, 0);
    } else {
        page_text_add(&page->builder, _("nobody is named"), 0);
    }
    builder_close(&page->builder);
}

static void add_columns(struct quotes_page *page)
{
    const char *names[QUOTES_PAGE_COLUMNS];
    if (page->count == 1)
        return;
    for (size_t column = 0; column < page->count; column++)
        names[column] = page->sides[column].text->name;
    builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                 .level = (uint8_t)page->count,
                                                 .flags = BLOCK_TABLE_HEADER | BLOCK_TABLE_FIRST });
    for (size_t column = 0; column < page->count; column++) {
        if (column > 0)
            builder_cell(&page->builder);
        page_text_add(&page->builder, page_names_end(names, page->count, column), 0);
    }
    builder_close(&page->builder);
}

/* The speaker of that statement: all that is theirs in all columns. */
static void add_speaker(struct quotes_page *page, size_t column, size_t index)
{
    add_heading(page, column, index);
    add_columns(page);
    for (size_t from = column; from < page->count; from++) {
        for (size_t i = 0; i < page->sides[from].quotations->count; i++) {
            size_t cells[QUOTES_PAGE_COLUMNS];
            if (page->done[from][i] || !is_same_speaker(page, column, index, from, i))
                continue;
            for (size_t other = 0; other < page->count; other++)
                cells[other] = other == from ? i : find_opposite(page, from, i, other);
            add_row(page, cells);
        }
    }
}

struct document *quotes_page_compose(const struct quotes_page_side *sides, size_t count,
                                     const struct entity_index *entities, size_t cursor,
                                     size_t *place)
{
    struct quotes_page page = { .sides = sides, .count = count, .entities = entities };
    size_t statements = 0;
    for (size_t column = 0; column < count; column++)
        statements += sides[column].quotations->count;
    if (statements == 0)
        return NULL;
    page.current = quotations_at(sides[0].quotations, cursor);
    builder_begin(&page.builder, PAGE_BUDGET);
    for (size_t column = 0; column < count; column++)
        page.done[column] = xcalloc(sides[column].quotations->count + 1, sizeof(bool));
    for (size_t column = 0; column < count; column++) {
        for (size_t i = 0; i < sides[column].quotations->count; i++) {
            if (!page.done[column][i])
                add_speaker(&page, column, i);
        }
    }
    for (size_t column = 0; column < count; column++)
        free(page.done[column]);
    *place = page.place;
    return builder_end(&page.builder);
}
