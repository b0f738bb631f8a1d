#include "page/contrast_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "doc/builder.h"
#include "doc/frontmatter.h"
#include "page/page_names.h"
#include "page/page_text.h"
#include "query/contrast_section.h"
#include "text/sanitize.h"

#define PAGE_BUDGET ((size_t)1 << 30)

struct contrast_page {
    struct builder builder;
    const struct contrast *contrast;
};

static void add_words(struct contrast_page *page, int side, struct span span, unsigned bits)
{
    if (span.end > span.start)
        page_text_add_span(&page->builder, page->contrast->sides[side].document, span, bits);
}

static void begin_link(struct contrast_page *page, int side, size_t place)
{
    struct buffer id = { 0 };
    const char *name = page->contrast->sides[side].id;
    sanitize_line(&id, name, strlen(name));
    builder_link_begin(&page->builder, LINK_CONTEXT, buffer_take(&id), place);
}

/* What that side is called in a head. */
static const char *name_of(const struct contrast_page *page, int side)
{
    const char *const names[] = { page->contrast->sides[0].id, page->contrast->sides[1].id };
    return page_names_end(names, 2, (size_t)side);
}

static void add_half(struct contrast_page *page, const struct contrast_row *row, int side)
{
    struct span span = row->spans[side];
    if (span.end <= span.start)
        return;
    if (row->kind == CONTRAST_SPEAKER) {
        add_words(page, side, row->speaker, STYLE_STRONG);
        page_text_add(&page->builder, row->cue.end > row->cue.start ? " " : "", 0);
        add_words(page, side, row->cue, STYLE_EMPHASIS);
        page_text_add(&page->builder, "  ", 0);
    }
    begin_link(page, side, span.start);
    if (row->kind == CONTRAST_FIGURE || row->kind == CONTRAST_DATE) {
        struct span sentence = contrast_sentence(page->contrast, row, side);
        add_words(page, side, (struct span){ sentence.start, span.start }, 0);
        add_words(page, side, span, STYLE_STRONG);
        add_words(page, side, (struct span){ span.end, sentence.end }, 0);
    } else {
        add_words(page, side, span, 0);
    }
    builder_link_end(&page->builder);
}

/* The sentence of a row that one side alone tells, once for all such figures in it; each leads to its
 * own place. The section's rows from *at on that are told with it are passed. */
static void add_lone(struct contrast_page *page, const struct contrast_section *section,
                     const struct contrast_row *row, int side, size_t *at)
{
    struct span sentence = contrast_sentence(page->contrast, row, side);
    size_t told = sentence.start;
    while (row != NULL) {
        struct span span = row->spans[side];
        size_t ahead = *at;
        begin_link(page, side, span.start);
        add_words(page, side, (struct span){ told, span.start }, 0);
        add_words(page, side, span, STYLE_STRONG);
        told = span.end;
        do {
            row = contrast_section_line(page->contrast, section, &ahead);
            if (row != NULL && row->spans[side].start >= sentence.end)
                row = NULL;
            *at = row != NULL ? ahead : *at;
        } while (row != NULL && row->spans[side].start < told);
        if (row == NULL)
            add_words(page, side, (struct span){ told, sentence.end }, 0);
        builder_link_end(&page->builder);
    }
}

/* What the reader says of the row's passages. */
static void add_comment(struct contrast_page *page, const struct contrast_row *row)
{
    if (row->comment == NULL || row->comment[0] == '\0')
        return;
    page_text_add(&page->builder, "  — ", STYLE_DIM);
    page_text_add(&page->builder, row->comment, STYLE_EMPHASIS);
}

static void add_heading(struct contrast_page *page, const char *title)
{
    builder_open(&page->builder, (struct block){ .kind = BLOCK_HEADING, .level = 2 });
    page_text_add(&page->builder, title, 0);
    builder_close(&page->builder);
}

/* What one side alone tells. */
static void add_only(struct contrast_page *page, const struct contrast_section *section,
                     const struct contrast_row *row, size_t *at)
{
    if (contrast_section_is_by_sentence(section))
        add_lone(page, section, row, contrast_section_side(section), at);
    else
        add_half(page, row, contrast_section_side(section));
}

static void add_section(struct contrast_page *page, const struct contrast_section *section)
{
    bool any = false;
    bool both = contrast_section_side(section) < 0;
    const struct contrast_row *row;
    for (size_t at = 0; (row = contrast_section_line(page->contrast, section, &at)) != NULL;) {
        if (!any) {
            char *title = contrast_title(page->contrast, section);
            add_heading(page, title);
            free(title);
        }
        builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                     .level = both ? 2 : 1,
                                                     .flags = any ? 0 : BLOCK_TABLE_FIRST });
        any = true;
        if (both) {
            add_half(page, row, 0);
            builder_cell(&page->builder);
            add_half(page, row, 1);
        } else {
            add_only(page, section, row, &at);
        }
        add_comment(page, row);
        builder_close(&page->builder);
    }
}

static bool is_empty(const struct contrast_page *page, const struct contrast_section *section)
{
    size_t at = 0;
    return contrast_section_line(page->contrast, section, &at) == NULL;
}

/* What the title is of two sections that stand side by side, so that the first screen has both; NULL for
 * those of one column: what few say, or is long. */
static const char *title_beside(const struct contrast_page *page,
                                const struct contrast_section *section)
{
    bool beside = section->status == CONTRAST_ONLY_A && !is_empty(page, section) &&
                  !is_empty(page, section + 1);
    return !beside                              ? NULL
           : section->kind == CONTRAST_DATE     ? _("Dates that one alone tells")
           : section->kind == CONTRAST_SPEAKER  ? _("Who speaks in one alone")
                                                : NULL;
}

/* Who speaks comes before the days here: the first screen shows what they say, which is more of a story. */
static const struct contrast_section *section_at(size_t at)
{
    const struct contrast_section *section = contrast_section(at);
    if (section == NULL || contrast_section_side(section) < 0)
        return section;
    return section->kind == CONTRAST_DATE      ? section + 2
           : section->kind == CONTRAST_SPEAKER ? section - 2
                                               : section;
}

/* The section of what A alone tells with the one behind it, of B. */
static void add_beside(struct contrast_page *page, const struct contrast_section *section,
                       const char *title)
{
    size_t at[2] = { 0, 0 };
    const struct contrast_row *rows[2];
    add_heading(page, title);
    for (bool any = false;; any = true) {
        for (int side = 0; side < 2; side++)
            rows[side] = contrast_section_line(page->contrast, section + side, &at[side]);
        if (rows[0] == NULL && rows[1] == NULL)
            return;
        builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                     .level = 2,
                                                     .flags = any ? 0 : BLOCK_TABLE_FIRST });
        for (int side = 0; side < 2; side++) {
            if (side == 1)
                builder_cell(&page->builder);
            if (rows[side] != NULL)
                add_only(page, section + side, rows[side], &at[side]);
        }
        builder_close(&page->builder);
    }
}

/* What the two are: id, title, publisher, day. */
static void add_side(struct contrast_page *page, int side)
{
    const struct contrast_side *one = &page->contrast->sides[side];
    const char *publisher = frontmatter_get(one->document->frontmatter, "publisher");
    char *day = contrast_day(page->contrast, side);
    char *title = document_title(one->document);
    begin_link(page, side, 0);
    page_text_add(&page->builder, name_of(page, side), STYLE_STRONG);
    page_text_add(&page->builder, title[0] != '\0' ? "  " : "", 0);
    page_text_add(&page->builder, title, 0);
    builder_link_end(&page->builder);
    if (publisher != NULL) {
        page_text_add(&page->builder, " · ", STYLE_DIM);
        char *name = frontmatter_told_name(publisher);
        page_text_add(&page->builder, name, STYLE_DIM);
        free(name);
    }
    page_text_add(&page->builder, " · ", STYLE_DIM);
    page_text_add(&page->builder, day, STYLE_DIM);
    free(day);
    free(title);
}

/* Which two the sections below are of. */
static void add_pair(struct contrast_page *page)
{
    builder_open(&page->builder, (struct block){ .kind = BLOCK_HEADING, .level = 1 });
    page_text_add(&page->builder, name_of(page, 0), 0);
    page_text_add(&page->builder, " | ", 0);
    page_text_add(&page->builder, name_of(page, 1), 0);
    builder_close(&page->builder);
}

static void add_sides(struct contrast_page *page)
{
    builder_open(&page->builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                                 .level = 2,
                                                 .flags = BLOCK_TABLE_HEADER | BLOCK_TABLE_FIRST });
    add_side(page, 0);
    builder_cell(&page->builder);
    add_side(page, 1);
    builder_close(&page->builder);
}

static void add_sentence(struct contrast_page *page, const char *sentence)
{
    builder_open(&page->builder, (struct block){ .kind = BLOCK_PARAGRAPH });
    page_text_add(&page->builder, sentence, 0);
    builder_close(&page->builder);
}

struct document *contrast_page_compose(const struct contrast *contrasts, size_t count)
{
    struct contrast_page page = { .contrast = NULL };
    builder_begin(&page.builder, PAGE_BUDGET);
    for (size_t i = 0; i < count; i++) {
        page.contrast = &contrasts[i];
        if (count > 1)
            add_pair(&page);
        add_sides(&page);
        bool common = contrast_has_common(page.contrast);
        if (!common)
            add_sentence(&page, _("These two tell nothing in common."));
        for (size_t at = 0; section_at(at) != NULL; at++) {
            const struct contrast_section *section = section_at(at);
            const char *beside = common ? title_beside(&page, section) : NULL;
            at += beside != NULL;
            if (beside != NULL)
                add_beside(&page, section, beside);
            else if (common || section->kind == CONTRAST_NOTE)
                add_section(&page, section);
        }
    }
    return builder_end(&page.builder);
}
