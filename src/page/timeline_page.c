#include "page/timeline_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/xalloc.h"
#include "doc/builder.h"
#include "page/page_text.h"
#include "text/sanitize.h"

#define PAGE_BUDGET ((size_t)1 << 30)
#define YEARS_CELLS 16 /* of the first and the last year beside the strip */
#define STRIP_LEAST 8
#define DATE_CELLS 14
#define TELLING_LEAST 30 /* cells of a report */
#define TELLINGS_MOST 4

static void add_strip(struct builder *builder, const struct timeline *timeline, size_t width)
{
    struct buffer strip = { 0 };
    timeline_strip(timeline, width > YEARS_CELLS + STRIP_LEAST ? width - YEARS_CELLS : STRIP_LEAST, &strip);
    if (strip.length > 0) {
        builder_open(builder, (struct block){ .kind = BLOCK_PARAGRAPH });
        builder_text(builder, buffer_text(&strip), strip.length, 0);
        builder_close(builder);
    }
    buffer_free(&strip);
}

struct event {
    const struct timeline *timeline;
    const struct timeline_row *first;
};

/* What one report tells: its id, its date where that is another one, the sentence. */
static void add_telling(struct builder *builder, const struct event *event,
                        const struct timeline_row *row)
{
    struct buffer id = { 0 };
    const char *name = event->timeline->articles[row->article].id;
    page_text_add(builder, name, STYLE_DIM);
    page_text_add(builder, "  ", 0);
    if (strcmp(row->date, event->first->date) != 0) {
        page_text_add(builder, timeline_differ(event->first, row) ? "≠ " : "", STYLE_STRONG);
        page_text_add(builder, row->date, STYLE_STRONG);
        page_text_add(builder, "  ", 0);
    }
    sanitize_line(&id, name, strlen(name));
    builder_link_begin(builder, LINK_CONTEXT, buffer_take(&id), row->statement.sentence.start);
    page_text_add(builder, row->text, 0);
    builder_link_end(builder);
    if (row->statement.ordered)
        page_text_add(builder, _(" (counted from the date before)"), STYLE_DIM);
}

static void add_heading(struct builder *builder, const char *text, uint8_t level)
{
    builder_open(builder, (struct block){ .kind = BLOCK_HEADING, .level = level });
    page_text_add(builder, text, 0);
    builder_close(builder);
}

/* Ends the row with empty cells. */
static void end_row(struct builder *builder, size_t cells, size_t columns)
{
    while (cells++ < columns)
        builder_cell(builder);
    builder_close(builder);
}

/* One row an event, its date before those who tell it; more rows where they do not fit in one. Its
 * rows of the timeline stand in [first, end), others of its time among them. */
static void add_event(struct builder *builder, const struct timeline *timeline, size_t first,
                      size_t end, size_t columns, bool begins)
{
    size_t cells = columns;
    bool opened = false;
    struct event event = { timeline, &timeline->items[first] };
    for (size_t i = first; i < end; i++) {
        if (timeline->items[i].event != event.first->event)
            continue;
        if (cells == columns) {
            if (opened)
                end_row(builder, cells, columns);
            builder_open(builder,
                         (struct block){ .kind = BLOCK_TABLE_ROW,
                                         .level = (uint8_t)(columns + 1),
                                         .flags = begins && !opened ? BLOCK_TABLE_FIRST : 0 });
            if (!opened)
                page_text_add(builder, event.first->date, STYLE_STRONG);
            opened = true;
            cells = 0;
        }
        builder_cell(builder);
        add_telling(builder, &event, &timeline->items[i]);
        cells++;
    }
    end_row(builder, cells, columns);
}

/* How many reports stand in a row of that width; no more than any event has. */
static size_t tellings_in_a_row(const struct timeline *timeline, size_t width)
{
    size_t fit = width > DATE_CELLS ? (width - DATE_CELLS) / TELLING_LEAST : 0;
    size_t most = timeline_tellings(timeline, TELLINGS_MOST);
    fit = fit < most ? fit : most;
    return fit < 1 ? 1 : fit;
}

/* By event: behind its last row. */
static size_t *find_ends(const struct timeline *timeline)
{
    size_t *ends = xcalloc(timeline->events + 1, sizeof *ends);
    for (size_t i = 0; i < timeline->count; i++)
        ends[timeline->items[i].event] = i + 1;
    return ends;
}

struct document *timeline_page_compose(const struct timeline *timeline, size_t width)
{
    struct builder builder;
    size_t told = 0;
    size_t columns = tellings_in_a_row(timeline, width);
    bool dated = true, begins = true;
    if (timeline->count == 0)
        return NULL;
    size_t *ends = find_ends(timeline);
    builder_begin(&builder, PAGE_BUDGET);
    add_strip(&builder, timeline, width);
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline->items[i].event <= told)
            continue;
        told = timeline->items[i].event;
        if (dated && timeline->items[i].statement.from.year == 0) {
            add_heading(&builder, _("Without a year"), 1);
            dated = false;
            begins = true;
        }
        add_event(&builder, timeline, i, ends[told], columns, begins);
        begins = false;
    }
    free(ends);
    return builder_end(&builder);
}
