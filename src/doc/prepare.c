#include "doc/prepare.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "doc/prepare_inline.h"
#include "doc/prepare_table.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define BOX_INDENT 4

/* One line: where it begins behind the boxes around it, its text behind quote marks and blanks. */
struct source_line {
    size_t start;
    size_t text;
    size_t end;
    size_t indent; /* cells before the text, quote marks not counted */
    bool quoted;
};

static size_t indent_of(const char *text, size_t at, size_t end)
{
    size_t cells = 0;
    for (; at < end && (text[at] == ' ' || text[at] == '\t'); at++)
        cells += text[at] == '\t' ? 4 - cells % 4 : 1;
    return cells;
}

/* Up to `cells` cells of blanks. */
static size_t skip_indent(const char *text, size_t at, size_t end, size_t cells)
{
    size_t seen = 0;
    for (; at < end && seen < cells && (text[at] == ' ' || text[at] == '\t'); at++)
        seen += text[at] == '\t' ? 4 - seen % 4 : 1;
    return at;
}

static size_t trim_end(const char *text, size_t at, size_t end)
{
    while (end > at && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    return end;
}

/* ---- boxes ---- */

/* Leaves the indented boxes that the line stands outside of; returns where the line begins for
 * those it is in. */
static size_t leave_boxes(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    bool blank = skip_indent(text, at, end, SIZE_MAX) == end;
    for (size_t i = 0; i < prepare->box_count; i++) {
        const struct prepare_box *box = &prepare->boxes[i];
        size_t wanted = box->indent + (box->indented ? BOX_INDENT : 0);
        if (box->indented && !blank && indent_of(text, at, end) < wanted) {
            prepare->box_count = i;
            if (prepare->fence_boxes > i)
                prepare->fence.mark = '\0';
            prepare_quotes(prepare);
            buffer_add_text(prepare->out, "\r\n");
            prepare->after_text = prepare->after_definition = prepare->term_ahead = false;
            break;
        }
        at = skip_indent(text, at, end, wanted);
    }
    return at;
}

static bool is_word_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
           byte == '-' || byte == '_' || (unsigned char)byte >= 0x80;
}

/* Kinds of boxes that are set apart; others (columns, tabs) are their text alone. */
static bool is_known_kind(const char *kind, size_t length)
{
    static const char kinds[] = "note tip info hint important warning caution danger error "
                                "attention success question help faq failure fail bug example "
                                "quote cite abstract summary tldr todo check done details "
                                "seealso admonition missing callout warn notice remark alert "
                                "block secondary exercise definition theorem";
    if (length > 8 && strncasecmp(kind, "callout-", 8) == 0)
        return is_known_kind(kind + 8, length - 8);
    return wordlist_has_small(kind, length, kinds);
}

/* The head of a box behind its marks: kind and title as parts of the line. */
struct box_head {
    size_t kind;
    size_t kind_end;
    size_t title;
    size_t title_end;
};

/* note; note Title; note "Title"; note[Title]; {note}; {.note title="Title"} */
static struct box_head read_head(const struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    struct box_head head = { 0 };
    end = trim_end(text, at, end);
    at = skip_indent(text, at, end, SIZE_MAX);
    bool braces = at < end && text[at] == '{';
    at += braces;
    at += braces && at < end && text[at] == '.';
    head.kind = at;
    while (at < end && is_word_byte(text[at]))
        at++;
    head.kind_end = at;
    while (braces && at < end && text[at] != '"')
        at++;
    while (!braces && end > at && (text[end - 1] == ':' || text[end - 1] == '}'))
        end--;
    if (!braces)
        while (at < end && strchr(" \t[-+", text[at]) != NULL)
            at++;
    head.title = at;
    head.title_end = at;
    if (at < end && text[at] == '"') {
        const char *quote = memchr(text + at + 1, '"', end - at - 1);
        head.title = at + 1;
        head.title_end = quote != NULL ? (size_t)(quote - text) : end;
    } else if (!braces) {
        head.title_end = end > at && text[end - 1] == ']' ? end - 1 : end;
    }
    return head;
}

/* "> Title", as the first line of a box that has just been opened; text[line, end) is the line. */
static void write_title(struct prepare *prepare, struct box_head head, size_t line, size_t end)
{
    const char *text = prepare->text;
    bool titled = head.title_end > head.title;
    substitutes_add(prepare->pieces,
                    (struct substitute){ SUBSTITUTE_TITLE, text + line, head.title - line,
                                         text + head.kind,
                                         titled ? 0 : head.kind_end - head.kind },
                    prepare->out);
    if (titled)
        prepare_inline(prepare, head.title, head.title_end);
    substitutes_add(prepare->pieces,
                    (struct substitute){ SUBSTITUTE_TITLE_END, text + end, 0, text + end, 0 },
                    prepare->out);
    prepare->after_text = true;
}

static void open_box(struct prepare *prepare, const struct source_line *line, size_t colons,
                     size_t marks)
{
    struct box_head head = read_head(prepare, line->text + marks, line->end);
    const char *kind = prepare->text + head.kind;
    bool shown = colons == 0 || is_known_kind(kind, head.kind_end - head.kind);
    struct prepare_box *box = &prepare->boxes[prepare->box_count++];
    *box = (struct prepare_box){ colons == 0, shown, colons, line->indent };
    if (shown) {
        buffer_add_text(prepare->out, "> ");
        write_title(prepare, head, line->text, line->end);
    }
}

/* ":::note" or ":::": true when the line has been dealt with. */
static bool take_colons(struct prepare *prepare, const struct source_line *line)
{
    const char *text = prepare->text;
    size_t colons = 0;
    while (line->text + colons < line->end && text[line->text + colons] == ':')
        colons++;
    if (colons < 3 || line->quoted)
        return false;
    bool closing = trim_end(text, line->text, line->end) == line->text + colons;
    if (!closing) {
        if (prepare->box_count == PREPARE_BOXES || line->start >= prepare->last_colons)
            return false;
        open_box(prepare, line, colons, colons);
        return true;
    }
    for (size_t i = prepare->box_count; i > 0; i--) {
        const struct prepare_box *box = &prepare->boxes[i - 1];
        if (!box->indented && box->colons <= colons) {
            prepare->box_count = i - 1;
            return true;
        }
    }
    return false;
}

/* Is the line below the one that ends at `end` indented, with at most an empty one between? */
static bool has_indented_below(const struct prepare *prepare, size_t end)
{
    const char *at = prepare->text + end;
    at += strspn(at, "\n") < 3 ? strspn(at, "\n") : 0;
    return *at == '\t' || strncmp(at, "    ", 4) == 0;
}

/* "!!! note" or "??? note"; with a title that is not quoted only above an indented line, since
 * "!!! BE CAREFUL !!!" is a cry. */
static bool take_marks(struct prepare *prepare, const struct source_line *line)
{
    const char *text = prepare->text;
    if ((!prepare_begins(prepare, line->text, line->end, "!!! ") &&
         !prepare_begins(prepare, line->text, line->end, "??? ") &&
         !prepare_begins(prepare, line->text, line->end, "???+ ")) ||
        line->quoted || prepare->box_count == PREPARE_BOXES)
        return false;
    size_t marks = text[line->text + 3] == '+' ? 4 : 3;
    size_t kind = skip_indent(text, line->text + marks, line->end, SIZE_MAX);
    if (kind == line->end || !is_word_byte(text[kind]))
        return false;
    while (kind < line->end && is_word_byte(text[kind]))
        kind++;
    kind = skip_indent(text, kind, line->end, SIZE_MAX);
    if (kind < line->end && text[kind] != '"' && !has_indented_below(prepare, line->end))
        return false;
    open_box(prepare, line, 0, marks);
    return true;
}

/* "[!note] Title" as the first line of a quote. */
static bool take_callout(struct prepare *prepare, const struct source_line *line)
{
    const char *text = prepare->text;
    if (!line->quoted || prepare->after_quoted || !prepare_begins(prepare, line->text, line->end, "[!"))
        return false;
    size_t kind = line->text + 2;
    size_t at = kind;
    while (at < line->end && (is_word_byte(text[at]) || text[at] == ' ' || text[at] == '|'))
        at++;
    if (at == kind || at == line->end || text[at] != ']')
        return false;
    struct box_head head = { kind, kind, at + 1, trim_end(text, at + 1, line->end) };
    while (head.kind_end < at && text[head.kind_end] != '|')
        head.kind_end++;
    if (head.title < head.title_end && strchr("+-", text[head.title]) != NULL)
        head.title++;
    head.title = skip_indent(text, head.title, head.title_end, SIZE_MAX);
    buffer_add(prepare->out, text + line->start, line->text - line->start);
    write_title(prepare, head, line->text, line->end);
    return true;
}

/* ---- definitions ---- */

static bool is_definition(const char *text, size_t at, size_t end)
{
    return end - at > 2 && text[at] == ':' && (text[at + 1] == ' ' || text[at + 1] == '\t');
}

/* ": text" below its term becomes an item. */
static bool take_definition(struct prepare *prepare, const struct source_line *line)
{
    const char *text = prepare->text;
    if (!prepare->term_ahead || line->quoted || !is_definition(text, line->text, line->end))
        return false;
    size_t from = skip_indent(text, line->text + 1, line->end, SIZE_MAX);
    buffer_add_text(prepare->out, "+   ");
    substitutes_add(prepare->pieces,
                    (struct substitute){ SUBSTITUTE_DEFINITION, text + line->text,
                                         from - line->text, text + from, 0 },
                    prepare->out);
    prepare_inline(prepare, from, line->end);
    prepare->after_definition = prepare->term_ahead = prepare->after_text = true;
    return true;
}

/* A term right below another's definition would go on with it. */
static bool is_next_term(const struct prepare *prepare, const struct source_line *line)
{
    size_t next = line->end + 1;
    if (!prepare->after_definition || line->indent > 3 || next >= prepare->length)
        return false;
    size_t end = fence_line_end(prepare->text, prepare->length, next);
    size_t at = skip_indent(prepare->text, next, end, 3);
    return is_definition(prepare->text, at, end) &&
           !is_definition(prepare->text, line->text, line->end);
}

/* ---- lines ---- */

/* Raw HTML that goes on until its own end, whatever is in it. */
static const char *raw_end_of(const struct prepare *prepare, const struct source_line *line)
{
    static const char *const raws[][2] = { { "<!--", "-->" },
                                           { "<script", "</script>" },
                                           { "<style", "</style>" },
                                           { "<pre", "</pre>" },
                                           { "<textarea", "</textarea>" } };
    for (size_t i = 0; i < sizeof raws / sizeof *raws; i++) {
        size_t length = strlen(raws[i][0]);
        if (line->end - line->text >= length &&
            strncasecmp(prepare->text + line->text, raws[i][0], length) == 0)
            return raws[i][1];
    }
    return NULL;
}

static bool has(const struct prepare *prepare, size_t at, size_t end, const char *what)
{
    size_t length = strlen(what);
    for (; at + length <= end; at++) {
        const char *first = memchr(prepare->text + at, what[0], end - at - length + 1);
        if (first == NULL)
            return false;
        at = (size_t)(first - prepare->text);
        if (strncasecmp(first, what, length) == 0)
            return true;
    }
    return false;
}

/* Copies the line when it is code, or in raw HTML that is open. */
static bool take_verbatim(struct prepare *prepare, const struct source_line *line)
{
    bool was_open = prepare->fence.mark != '\0';
    bool raw = prepare->raw_end != NULL;
    if (!raw && !was_open && (prepare->raw_end = raw_end_of(prepare, line)) != NULL)
        raw = true;
    if (raw) {
        if (has(prepare, line->text, line->end, prepare->raw_end))
            prepare->raw_end = NULL;
    } else if (!fence_takes(&prepare->fence, prepare->text, line->start, line->end)) {
        return false;
    }
    if (!was_open)
        prepare->fence_boxes = prepare->box_count;
    buffer_add(prepare->out, prepare->text + line->start, line->end - line->start);
    prepare->after_text = prepare->after_definition = prepare->term_ahead = false;
    return true;
}

/* What is left of a line whose beginning belongs to a comment or shortcode. */
static void take_rest(struct prepare *prepare, const struct source_line *line)
{
    size_t stop = prepare->dropped_until < line->end ? prepare->dropped_until : line->end;
    substitutes_add(prepare->pieces,
                    (struct substitute){ SUBSTITUTE_NOTHING, prepare->text + line->start,
                                         stop - line->start, prepare->text + stop, 0 },
                    prepare->out);
    prepare_inline(prepare, stop, line->end);
}

/* Was nothing but comments and shortcodes written since `from`? Then the line is a blank one. */
static void blank_if_dropped(struct prepare *prepare, size_t from)
{
    struct buffer *out = prepare->out;
    bool dropped = false;
    for (size_t at = from; at < out->length;) {
        size_t index;
        size_t size = substitutes_at(prepare->pieces, out->data + at, out->length - at, &index);
        if (size > 0 && prepare->pieces->items[index].kind == SUBSTITUTE_NOTHING)
            dropped = true;
        else if (size > 0 || strchr(" \t>", out->data[at]) == NULL)
            return;
        at += size > 0 ? size : 1;
    }
    if (!dropped)
        return;
    size_t to = from;
    for (size_t at = from; at < out->length; at++) {
        if (out->data[at] == '>')
            out->data[to++] = '>';
    }
    buffer_truncate(out, to);
    prepare->after_text = prepare->term_ahead = false;
}

static bool is_item(const char *text, size_t at, size_t end)
{
    size_t digits = 0;
    while (at + digits < end && ascii_is_digit(text[at + digits]))
        digits++;
    if (digits > 0 && at + digits < end && (text[at + digits] == '.' || text[at + digits] == ')'))
        return true;
    return end - at > 1 && strchr("-+*", text[at]) != NULL && text[at + 1] == ' ';
}

/* Past the mark of an item that the line begins with: a table may begin there. */
static size_t skip_item(const char *text, size_t at, size_t end)
{
    if (!is_item(text, at, end))
        return at;
    while (at < end && text[at] != ' ' && text[at] != '\t')
        at++;
    return skip_indent(text, at, end, SIZE_MAX);
}

/* "[label]: address": nothing in it is for the reader, nor for prepare_inline. */
static bool is_reference(const char *text, size_t at, size_t end)
{
    if (at == end || text[at] != '[' || (at + 1 < end && text[at + 1] == '^'))
        return false;
    const char *close = memchr(text + at, ']', end - at);
    return close != NULL && (size_t)(close - text) + 1 < end && close[1] == ':';
}

/* A line of text; returns where what has been written ends in the source: a table's rule goes with
 * its head. */
static size_t take_text(struct prepare *prepare, const struct source_line *line)
{
    const char *text = prepare->text;
    if (is_next_term(prepare, line)) {
        prepare_break(prepare);
        prepare->after_text = prepare->after_definition = false;
    }
    size_t cell = skip_item(text, line->text, line->end);
    bool in_item = cell > line->text;
    bool after_text = prepare->after_text;
    prepare->after_text = after_text && !in_item;
    size_t table = prepare_table(prepare, line->start, cell, line->end);
    prepare->after_text = true;
    prepare->term_ahead = !in_item && text[line->text] != '#' && text[line->text] != '|';
    if (table > 0)
        return table;
    prepare->in_heading = text[line->text] == '#';
    if (prepare->in_heading)
        prepare->after_text = false;
    size_t from = prepare->out->length;
    buffer_add(prepare->out, text + line->start, line->text - line->start);
    if (is_reference(text, line->text, line->end))
        buffer_add(prepare->out, text + line->text, line->end - line->text);
    else
        prepare_inline(prepare, line->text, line->end);
    blank_if_dropped(prepare, from);
    return line->end;
}

/* Writes the line that begins at `at`; returns where it ends. */
static size_t take_line(struct prepare *prepare, size_t at)
{
    const char *text = prepare->text;
    size_t end = fence_line_end(text, prepare->length, at);
    struct source_line line = { .start = leave_boxes(prepare, at, end), .end = end };
    line.text = fence_skip_containers(text, line.start, end);
    line.quoted = memchr(text + line.start, '>', line.text - line.start) != NULL;
    line.indent = line.quoted ? 0 : indent_of(text, line.start, end);
    prepare->indented = line.indent > 3;
    size_t boxes = prepare->box_count;
    size_t written = prepare->out->length;
    prepare_quotes(prepare);
    if (at < prepare->dropped_until && prepare->dropped_until > 0) {
        size_t from = prepare->out->length;
        take_rest(prepare, &line);
        blank_if_dropped(prepare, from);
        return end;
    }
    if (take_verbatim(prepare, &line))
        return end;
    bool quoted_text = line.quoted && line.text < end;
    if (line.text == end) {
        buffer_add(prepare->out, text + line.start, line.text - line.start);
        prepare->after_text = prepare->after_definition = false;
    } else if (line.indent <= 3 && take_colons(prepare, &line)) {
        if (prepare->box_count < boxes)
            buffer_truncate(prepare->out, written); /* a blank line ends the box */
        prepare->after_text = prepare->box_count > boxes;
        prepare->term_ahead = prepare->after_definition = false;
    } else if ((line.indent <= 3 && take_marks(prepare, &line)) || take_callout(prepare, &line)) {
        prepare->term_ahead = prepare->after_definition = false;
    } else if (line.indent > 3 || !take_definition(prepare, &line)) {
        end = take_text(prepare, &line);
    }
    prepare->after_quoted = quoted_text;
    return end;
}

/* Where the last line of colons is: a box that none ends is none. */
static size_t find_last_colons(const char *text, size_t length)
{
    const char *end = text + length, *last = text;
    for (const char *at = text; at < end && (at = memchr(at, ':', (size_t)(end - at))) != NULL; at++)
        if (at > text && at[-1] == '\n' && end - at >= 3 && at[1] == ':' && at[2] == ':')
            last = at;
    return (size_t)(last - text);
}

void prepare_source(const char *text, size_t length, struct substitutes *pieces,
                    struct buffer *out)
{
    struct prepare prepare = { .text = text, .length = length, .pieces = pieces, .out = out };
    prepare.last_colons = find_last_colons(text, length);
    buffer_reserve(out, length);
    for (size_t at = 0; at < length;) {
        at = take_line(&prepare, at);
        if (at < length)
            buffer_add_byte(out, '\n');
        at++;
    }
    if (prepare.notes.length > 0)
        buffer_add(out, prepare.notes.data, prepare.notes.length);
    buffer_free(&prepare.notes);
}
