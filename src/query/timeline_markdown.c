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
    const char *mark = timeline_differ(first, row) ? "≠ " : "";
    buffer_add_text(out, "- ");
    if (strcmp(row->date, heading) != 0)
        buffer_add_format(out, "**%s%s** ", mark, row->date);
    escape_markdown_inline(out, row->text, strlen(row->text), " ", true);
    buffer_add_text(out, " (");
    escape_markdown_text(out, timeline->articles[row->article].id);
    buffer_add_text(out, row->statement.ordered ? ", counted from the date before)\n" : ")\n");
}

/* The event's rows, wherever they are; its first gives the heading. */
static void add_event(const struct timeline *timeline, size_t first, struct buffer *out)
{
    const struct timeline_row *row = &timeline->items[first];
    buffer_add_format(out, "\n## %s\n\n", row->date);
    for (size_t i = first; i < timeline->count; i++) {
        if (timeline->items[i].event == row->event)
            add_row(timeline, &timeline->items[i], row, row->date, out);
    }
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
