#include "page/timeline_page.h"

#include <string.h>

#include "doc/builder.h"
#include "text/sanitize.h"

#define PAGE_BUDGET ((size_t)1 << 30)
#define STRIP_WIDTH 60

static void add_text(struct builder *builder, const char *text, unsigned bits)
{
    struct buffer line = { 0 };
    sanitize_line(&line, text, strlen(text));
    builder_text(builder, buffer_text(&line), line.length, bits);
    buffer_free(&line);
}

static void add_strip(struct builder *builder, const struct timeline *timeline)
{
    struct buffer strip = { 0 };
    timeline_strip(timeline, STRIP_WIDTH, &strip);
    if (strip.length > 0) {
        builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
        builder_text(builder, buffer_text(&strip), strip.length, 0);
        builder_close(builder);
    }
    buffer_free(&strip);
}

static void add_row(struct builder *builder, const struct timeline *timeline,
                    const struct timeline_row *row, const char *heading, bool first)
{
    struct buffer date = { 0 };
    struct buffer id = { 0 };
    dated_statement_print(&row->statement, &date);
    builder_open(builder, (struct block){ .kind = BLOCK_TABLE_ROW,
                                          .level = 2,
                                          .flags = first ? BLOCK_TABLE_FIRST : 0 });
    add_text(builder, timeline->articles[row->article].id, STYLE_DIM);
    builder_cell(builder);
    if (strcmp(buffer_text(&date), heading) != 0) {
        add_text(builder, buffer_text(&date), STYLE_STRONG);
        add_text(builder, "  ", 0);
    }
    sanitize_line(&id, timeline->articles[row->article].id,
                  strlen(timeline->articles[row->article].id));
    builder_link_begin(builder, LINK_CONTEXT, buffer_take(&id), row->statement.sentence.start);
    add_text(builder, row->text, 0);
    builder_link_end(builder);
    if (row->statement.ordered)
        add_text(builder, " (counted from the date before)", STYLE_DIM);
    builder_close(builder);
    buffer_free(&date);
}

static void add_heading(struct builder *builder, const char *text, uint8_t level)
{
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = level });
    add_text(builder, text, 0);
    builder_close(builder);
}

static void add_event(struct builder *builder, const struct timeline *timeline, size_t first)
{
    struct buffer heading = { 0 };
    dated_statement_print(&timeline->items[first].statement, &heading);
    add_heading(builder, buffer_text(&heading), 2);
    for (size_t i = first; i < timeline->count; i++) {
        if (timeline->items[i].event == timeline->items[first].event)
            add_row(builder, timeline, &timeline->items[i], buffer_text(&heading), i == first);
    }
    buffer_free(&heading);
}

struct document *timeline_page_compose(const struct timeline *timeline)
{
    struct builder builder;
    size_t told = 0;
    bool dated = true;
    if (timeline->count == 0)
        return NULL;
    builder_begin(&builder, PAGE_BUDGET);
    add_strip(&builder, timeline);
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline->items[i].event <= told)
            continue;
        told = timeline->items[i].event;
        if (dated && timeline->items[i].statement.from.year == 0) {
            add_heading(&builder, "Without a year", 1);
            dated = false;
        }
        add_event(&builder, timeline, i);
    }
    return builder_end(&builder);
}
