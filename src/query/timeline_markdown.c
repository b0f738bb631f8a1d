#include "query/timeline_markdown.h"

#include <string.h>

#include "export/escape_markdown.h"

static void add_strip(const struct timeline *timeline, size_t width, struct buffer *out)
{
    struct buffer strip = { 0 };
    timeline_strip(timeline, width, &strip);
    if (strip.length > 0)
        buffer_add_format(out, "\n%s\n", buffer_text(&strip));
    buffer_free(&strip);
}

static void add_row(const struct timeline *timeline, const struct timeline_row *row,
                    const struct timeline_row *first, const char *heading, struct buffer *out)
{
    struct buffer date = { 0 };
    const char *mark = timeline_differ(first, row) ? "≠ " : "";
    dated_statement_print(&row->statement, &date);
    buffer_add_text(out, "- ");
    if (strcmp(buffer_text(&date), heading) != 0)
        buffer_add_format(out, "**%s%s** ", mark, buffer_text(&date));
    escape_markdown_inline(out, row->text, strlen(row->text), " ", true);
    buffer_add_text(out, " (");
    escape_markdown_text(out, timeline->articles[row->article].id);
    buffer_add_text(out, row->statement.ordered ? ", counted from the date before)\n" : ")\n");
    buffer_free(&date);
}

/* The event's rows, wherever they are; its first gives the heading. */
static void add_event(const struct timeline *timeline, size_t first, struct buffer *out)
{
    struct buffer heading = { 0 };
    dated_statement_print(&timeline->items[first].statement, &heading);
    buffer_add_format(out, "\n## %s\n\n", buffer_text(&heading));
    for (size_t i = first; i < timeline->count; i++) {
        if (timeline->items[i].event == timeline->items[first].event)
            add_row(timeline, &timeline->items[i], &timeline->items[first], buffer_text(&heading),
                    out);
    }
    buffer_free(&heading);
}

void timeline_markdown(const struct timeline *timeline, size_t width, struct buffer *out)
{
    size_t told = 0;
    bool dated = true;
    buffer_add_text(out, "# What happened when\n");
    add_strip(timeline, width, out);
    for (size_t i = 0; i < timeline->count; i++) {
        if (timeline->items[i].event <= told)
            continue;
        told = timeline->items[i].event;
        if (dated && timeline->items[i].statement.from.year == 0) {
            buffer_add_text(out, "\n# Without a year\n");
            dated = false;
        }
        add_event(timeline, i, out);
    }
}
