#include "doc/prepare_table.h"

#include <string.h>

#include "text/ascii.h"

#define COLUMNS 64 /* a table is not made wider than that */

static size_t trim_end(const char *text, size_t at, size_t end)
{
    while (end > at && ascii_is_blank(text[end - 1]))
        end--;
    return end;
}

/* Columns of the row text[at, end): parts between bars that no backslash stands before, those at
 * the ends not counted. 0 without a bar. */
static size_t count_cells(const char *text, size_t at, size_t end)
{
    size_t bars = 0;
    end = trim_end(text, at, end);
    if (at < end && text[at] == '|')
        at++;
    else if (memchr(text + at, '|', end - at) == NULL)
        return 0;
    bool closed = false;
    for (; at < end; at++) {
        closed = text[at] == '|';
        if (text[at] == '\\')
            at++;
        else
            bars += text[at] == '|';
    }
    return bars + !closed;
}

/* The rule below a table's head: |---|:-:| */
static bool is_rule(const char *text, size_t at, size_t end)
{
    size_t dashes = 0;
    bool bar = false;
    char before = '|';
    for (; at < end; at++) {
        if (strchr("|-: \t", text[at]) == NULL)
            return false;
        bool breaks = text[at] == '-' && ascii_is_blank(before) && dashes > 0 && !bar;
        if (breaks)
            return false;
        dashes += text[at] == '-';
        bar = bar || text[at] == '|';
        before = text[at];
    }
    return dashes > 0 && bar;
}

/* Ends a table: a blank line, or the beginning of another block. */
static bool ends_table(const char *text, size_t at, size_t end)
{
    return at == end || text[at] == '#' || (end - at > 2 && memcmp(text + at, "```", 3) == 0);
}

/* Of the rows from `at` on, the most cells; *stop: where they end. */
static size_t widest_row(const struct prepare *prepare, size_t at, size_t *stop)
{
    size_t widest = 0;
    while (at < prepare->length) {
        size_t end = fence_line_end(prepare->text, prepare->length, at);
        size_t start = fence_skip_containers(prepare->text, at, end);
        if (ends_table(prepare->text, start, end))
            break;
        size_t cells = count_cells(prepare->text, start, end);
        widest = cells > widest ? cells : widest;
        at = end + 1;
    }
    *stop = at;
    return widest;
}

/* One column of a rule, as the parser takes it in all its releases. */
static void write_column(struct buffer *out, const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && ascii_is_blank(text[at]))
        at++;
    length = trim_end(text, at, length);
    bool left = at < length && text[at] == ':';
    bool right = at < length && text[length - 1] == ':' && length - at > 1;
    buffer_add_text(out, out->length > 0 && out->data[out->length - 1] == '|' ? "" : "|");
    buffer_add_text(out, left ? ":---" : "---");
    buffer_add_text(out, right ? ":|" : "|");
}

/* The head of a table whose rule has one column and which has more is none (as in GFM): a
 * backslash before the rule says so. */
static void write_rule(struct prepare *prepare, size_t line, size_t at, size_t end, size_t head,
                       size_t columns, size_t most)
{
    struct buffer *out = prepare->out;
    const char *text = prepare->text;
    prepare_quotes(prepare);
    if (prepare->box_count == 0)
        buffer_add(out, text + line, at - line);
    if (columns == 1 && head != 1) {
        buffer_add_byte(out, '\\');
        buffer_add(out, text + at, end - at);
        return;
    }
    at += text[at] == '|';
    for (size_t i = 0; i < most; i++) {
        const char *bar = memchr(text + at, '|', end - at);
        size_t stop = bar != NULL ? (size_t)(bar - text) : end;
        write_column(out, text + at, stop - at);
        at = bar != NULL ? stop + 1 : end;
    }
}

size_t prepare_table(struct prepare *prepare, size_t line, size_t at, size_t end)
{
    const char *text = prepare->text;
    if (line < prepare->table_end || end == prepare->length)
        return 0;
    size_t head = count_cells(text, at, end);
    size_t rule_end = fence_line_end(text, prepare->length, end + 1);
    size_t rule = fence_skip_containers(text, end + 1, rule_end);
    if (head == 0 || !is_rule(text, rule, rule_end))
        return 0;
    size_t columns = count_cells(text, rule, rule_end);
    size_t most = widest_row(prepare, rule_end < prepare->length ? rule_end + 1 : rule_end,
                             &prepare->table_end);
    most = head > most ? head : most;
    most = most > COLUMNS ? columns : most;
    if (prepare->after_text) {
        size_t quotes = at;
        while (quotes > line && text[quotes - 1] != '>')
            quotes--;
        buffer_add(prepare->out, text + line, quotes - line);
        prepare_break(prepare);
    }
    buffer_add(prepare->out, text + line, at - line);
    prepare_inline(prepare, at, end);
    buffer_add_byte(prepare->out, '\n');
    write_rule(prepare, end + 1, rule, rule_end, head, columns, most);
    return rule_end;
}
