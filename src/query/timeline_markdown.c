#include "query/timeline_markdown.h"

#include <string.h>

#include "export/escape_markdown.h"

#define COLUMNS_MOST 4 /* reports that stand side by side */

static void add_strip(const struct timeline *timeline, size_t width, struct buffer *out)
{
    struct buffer strip = { 0 };
    timeline_strip(timeline, width, &strip);
    if (strip.length > 0)
        buffer_add_format(out, "\n%s\n", buffer_text(&strip));
    buffer_free(&strip);
}

/* What a report tells: its date where that is another than the event's, and the sentence. */
static void add_telling(const struct timeline_row *row, const struct timeline_row *first,
                        struct buffer *out)
{
    const char *mark = timeline_differ(first, row) ? "≠ " : "";
    if (strcmp(row->date, first->date) != 0)
        buffer_add_format(out, "**%s%s** ", mark, row->date);
    escape_markdown_inline(out, row->text, strlen(row->text), " ", true);
    if (row->statement.ordered)
        buffer_add_text(out, " (counted from the date before)");
}

static void add_row(const struct timeline *timeline, const struct timeline_row *row,
                    const struct timeline_row *first, struct buffer *out)
{
    buffer_add_text(out, "- ");
    add_telling(row, first, out);
    buffer_add_text(out, " (");
    escape_markdown_text(out, timeline->articles[row->article].id);
    buffer_add_text(out, ")\n");
}

/* The event's rows, wherever they are; its first gives the heading. */
static void add_event(const struct timeline *timeline, size_t first, struct buffer *out)
{
    const struct timeline_row *row = &timeline->items[first];
    buffer_add_format(out, "\n## %s\n\n", row->date);
    for (size_t i = first; i < timeline->count; i++) {
        if (timeline->items[i].event == row->event)
            add_row(timeline, &timeline->items[i], row, out);
    }
}

static void end_cells(size_t cells, size_t columns, struct buffer *out)
{
    for (; cells < columns; cells++)
        buffer_add_text(out, " |");
    buffer_add_byte(out, '\n');
}

/* The event where there are more reports than columns: those that tell it side by side, each with its name;
 * more rows where they do not fit in one. */
static void add_named_row(const struct timeline *timeline, size_t first, size_t columns,
                          struct buffer *out)
{
    const struct timeline_row *event = &timeline->items[first];
    size_t cells = columns;
    for (size_t i = first; i < timeline->count; i++) {
        const struct timeline_row *row = &timeline->items[i];
        if (row->event != event->event)
            continue;
        if (cells == columns) {
            if (i > first)
                buffer_add_byte(out, '\n');
            buffer_add_format(out, "| %s |", i == first ? event->date : "");
            cells = 0;
        }
        buffer_add_byte(out, ' ');
        add_telling(row, event, out);
        buffer_add_text(out, " (");
        escape_markdown_text(out, timeline->articles[row->article].id);
        buffer_add_text(out, ") |");
        cells++;
    }
    end_cells(cells, columns, out);
}

/* The head of the table of such rows. */
static void add_named_head(size_t columns, struct buffer *out)
{
    buffer_add_text(out, "\n| Date | Told by |");
    end_cells(1, columns, out);
    buffer_add_text(out, "|---|");
    for (size_t i = 0; i < columns; i++)
        buffer_add_text(out, "---|");
    buffer_add_byte(out, '\n');
}

/* The head of a table with a column a report. */
static void add_head(const struct timeline *timeline, struct buffer *out)
{
    buffer_add_text(out, "\n| Date |");
    for (size_t i = 0; i < timeline->article_count; i++) {
        buffer_add_byte(out, ' ');
        escape_markdown_text(out, timeline->articles[i].id);
        buffer_add_text(out, " |");
    }
    buffer_add_text(out, "\n|---|");
    for (size_t i = 0; i < timeline->article_count; i++)
        buffer_add_text(out, "---|");
    buffer_add_byte(out, '\n');
}

/* One row an event, the reports that tell it side by side. */
static void add_event_row(const struct timeline *timeline, size_t first, struct buffer *out)
{
    const struct timeline_row *event = &timeline->items[first];
    buffer_add_format(out, "| %s |", event->date);
    for (size_t article = 0; article < timeline->article_count; article++) {
        const char *before = " ";
        for (size_t i = first; i < timeline->count; i++) {
            const struct timeline_row *row = &timeline->items[i];
            if (row->event != event->event || row->article != article)
                continue;
            buffer_add_text(out, before);
            add_telling(row, event, out);
            before = "<br>";
        }
        buffer_add_text(out, " |");
    }
    buffer_add_byte(out, '\n');
}

void timeline_markdown(const struct timeline *timeline, size_t width, struct buffer *out)
{
    size_t told = 0;
    bool dated = true, head = true;
    bool beside = timeline->article_count > 1 && timeline->article_count <= COLUMNS_MOST;
    size_t columns = timeline->article_count > COLUMNS_MOST ? timeline_tellings(timeline, COLUMNS_MOST) : 1;
    buffer_add_text(out, "# What happened when\n");
    add_strip(timeline, width, out);
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline->items[i].event <= told)
            continue;
        told = timeline->items[i].event;
        if (dated && timeline->items[i].statement.from.year == 0) {
            buffer_add_text(out, "\n# Without a year\n");
            dated = false;
            head = true;
        }
        if (beside && head)
            add_head(timeline, out);
        else if (head && columns > 1)
            add_named_head(columns, out);
        head = false;
        if (beside)
            add_event_row(timeline, i, out);
        else if (columns > 1)
            add_named_row(timeline, i, columns, out);
        else
            add_event(timeline, i, out);
    }
}
