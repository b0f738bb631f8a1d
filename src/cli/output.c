#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "text/ascii.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

#define PIECE ((size_t)64 << 10)
#define WAIT_LIMIT ((size_t)16 << 20) /* bytes of values that may wait for their widths */
#define COLUMNS_MOST 16
#define WIDEST ((size_t)40)           /* cells a column is padded to at most */

static const char *const format_names[] = { "text",     "tsv", "json", "ladder", "tmx",
                                            "markdown", "org", "html", "csv",    "bibtex",
                                            "csl",      "anki" };

const char *output_format_name(enum output_format format)
{
    return format_names[format];
}

bool output_format_parse(const char *name, enum output_format *format)
{
    for (size_t i = 0; i < sizeof format_names / sizeof *format_names; i++) {
        if (strcmp(name, format_names[i]) == 0) {
            *format = (enum output_format)i;
            return true;
        }
    }
    return false;
}

static void flush(struct output *output, size_t least)
{
    if (output->bytes.length < least)
        return;
    if (!output->failed) {
        output->failed = !descriptor_write(output->file, output->bytes.data, output->bytes.length, NULL);
        output->reason = errno;
    }
    buffer_truncate(&output->bytes, 0);
}

/* A question mark for every cell of what is not ASCII. */
static void add_ascii(struct buffer *out, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t taken = utf8_decode(text + at, length - at, &code_point);
        if (code_point < 0x80)
            buffer_add_byte(out, (char)code_point);
        for (int cell = code_point < 0x80 ? 0 : width_code_point(code_point); cell > 0; cell--)
            buffer_add_byte(out, '?');
        at += taken;
    }
}

/* buffer_add without its call where there is room, which there nearly always is. */
static void add_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    if (buffer->capacity - buffer->length <= length || buffer->data == NULL) {
        buffer_add(buffer, bytes, length);
        return;
    }
    memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

/* buffer_add_blanks in the same way. */
static void add_blanks(struct buffer *buffer, size_t count)
{
    char blanks[48];
    if (count > sizeof blanks || buffer->capacity - buffer->length <= sizeof blanks) {
        buffer_add_blanks(buffer, count);
        return;
    }
    memset(blanks, ' ', sizeof blanks);
    memcpy(buffer->data + buffer->length, blanks, sizeof blanks);
    buffer->length += count;
    buffer->data[buffer->length] = '\0';
}

void output_text(struct output *output, const char *text, size_t length)
{
    if (output->ascii && !utf8_is_ascii(text, length)) {
        output->lossy = true;
        add_ascii(&output->bytes, text, length);
    } else {
        add_bytes(&output->bytes, text, length);
    }
    if (output->bytes.length >= PIECE)
        flush(output, PIECE);
}

static void put(struct output *output, const char *text)
{
    output_text(output, text, strlen(text));
}

static void put_clean(struct output *output, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    sanitize_line(&clean, text, length);
    output_text(output, buffer_text(&clean), clean.length);
    buffer_free(&clean);
}

/* Printable ASCII but for quote and backslash needs no thought; most of what is printed is that. */
static size_t plain_prefix(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && ascii_is_printable(text[at]) && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

static bool is_plain(const char *text, size_t length)
{
    if (length >= 8) {
        for (size_t at = 0; at + 8 < length; at += 8)
            if (!ascii_are_printable(text + at))
                return false;
        return ascii_are_printable(text + length - 8);
    }
    for (size_t at = 0; at < length; at++)
        if (!ascii_is_printable(text[at]))
            return false;
    return true;
}

static void put_tsv_value(struct output *output, const char *text)
{
    size_t length = strlen(text);
    size_t at = plain_prefix(text, length);
    output_text(output, text, at);
    while (at < length) {
        size_t run = strcspn(text + at, "\t\n\\");
        put_clean(output, text + at, run);
        at += run;
        if (at < length)
            put(output, text[at] == '\t' ? "\\t" : text[at] == '\n' ? "\\n" : "\\\\");
        at += at < length;
    }
}

static void put_json_escape(struct output *output, uint32_t code_point)
{
    struct buffer escape = { 0 };
    if (code_point > 0xFFFF) {
        uint32_t rest = code_point - 0x10000;
        buffer_add_format(&escape, "\\u%04x\\u%04x", (unsigned)(0xD800 + (rest >> 10)),
                          (unsigned)(0xDC00 + (rest & 0x3FF)));
    } else {
        buffer_add_format(&escape, "\\u%04x", (unsigned)code_point);
    }
    output_text(output, escape.data, escape.length);
    buffer_free(&escape);
}

static void put_json_code_point(struct output *output, uint32_t code_point)
{
    char label[SANITIZE_LABEL_SIZE];
    char bytes[4];
    if (code_point == '\n')
        put(output, "\\n");
    else if (code_point == '\t')
        put(output, "\\t");
    else if (code_point == '"' || code_point == '\\')
        put(output, code_point == '"' ? "\\\"" : "\\\\");
    else if (sanitize_label(code_point, label) != NULL ||
             (output->ascii && code_point >= 0x80))
        put_json_escape(output, code_point);
    else
        output_text(output, bytes, utf8_encode(code_point, bytes));
}

static void put_json_string(struct output *output, const char *text)
{
    size_t length = strlen(text);
    put(output, "\"");
    for (size_t at = 0; at < length;) {
        size_t plain = plain_prefix(text + at, length - at);
        output_text(output, text + at, plain);
        at += plain;
        uint32_t code_point;
        size_t taken = utf8_decode(text + at, length - at, &code_point);
        if (taken > 0)
            put_json_code_point(output, code_point);
        at += taken;
    }
    put(output, "\"");
}

void output_table_named(struct output *output, enum output_format format, const char *const *names,
                        size_t count)
{
    output->format = format;
    output->columns = xcalloc(count + 1, sizeof *output->columns);
    output->column_count = count;
    output->values = xcalloc(count + 1, sizeof *output->values);
    output->rows = 0;
    output->cell_count = 0;
    output->aligned = false;
    output->measured = false;
    for (size_t i = 0; i < count; i++)
        output->columns[i] = (struct output_column){ names[i], i > 0, strlen(names[i]) };
    for (size_t i = 0; i < count && format == OUTPUT_TSV; i++) {
        put(output, i > 0 ? "\t" : "");
        put_tsv_value(output, names[i]);
    }
    put(output, format == OUTPUT_TSV ? "\n" : format == OUTPUT_JSON ? "[" : "");
}

void output_table(struct output *output, enum output_format format, const char *columns)
{
    const char *names[COLUMNS_MOST] = { NULL };
    bool numbers[COLUMNS_MOST];
    size_t count = 0;
    output->names = xstrdup(columns);
    for (char *at = output->names; at != NULL && count < COLUMNS_MOST; count++) {
        char *end = at + strcspn(at, " ");
        names[count] = at;
        at = *end == ' ' ? end + 1 : NULL;
        numbers[count] = end[-1] == '#';
        end[numbers[count] ? -1 : 0] = '\0';
    }
    output_table_named(output, format, names, count);
    for (size_t i = 0; i < count; i++)
        output->columns[i].number = numbers[i];
}

static void put_aligned(struct output *output, size_t column, const char *text, size_t length,
                        size_t width)
{
    size_t room = output->columns[column].width;
    room = room < WIDEST ? room : WIDEST;
    size_t missing = width < room ? room - width : 0;
    bool last = column + 1 == output->column_count;
    bool number = output->columns[column].number;
    if (number)
        add_blanks(&output->bytes, missing);
    if (output->ascii)
        output_text(output, text, length);
    else if (length > 0)
        add_bytes(&output->bytes, text, length);
    if (last)
        output_text(output, "\n", 1);
    else
        add_blanks(&output->bytes, number ? 2 : missing + 2);
}

/* The values that wait go out. Each is its width in two bytes, its text, a NUL. */
static void put_waiting(struct output *output)
{
    const char *at = buffer_text(&output->waiting);
    const char *end = at + output->waiting.length;
    for (size_t i = 0; at < end; i = (i + 1) % output->column_count) {
        size_t width = (size_t)(unsigned char)at[0] << 8 | (unsigned char)at[1];
        size_t length = strlen(at + 2);
        put_aligned(output, i, at + 2, length, width);
        at += length + 3;
    }
    buffer_truncate(&output->waiting, 0);
}

/* The widths are settled: the names of the columns go out, and what has waited for that. */
static void align(struct output *output)
{
    output->aligned = true;
    for (size_t i = 0; i < output->column_count && output->rows > 0; i++) {
        const char *name = output->columns[i].name;
        put_aligned(output, i, name, strlen(name), strlen(name));
    }
    put_waiting(output);
}

/* Cells that a value takes, WIDEST at most; *plain: it needs no cleaning. */
static size_t value_width(const char *value, size_t length, bool *plain)
{
    size_t width = length;
    *plain = is_plain(value, length);
    if (!*plain) {
        struct buffer clean = { 0 };
        sanitize_line(&clean, value, length);
        width = width_text(buffer_text(&clean), clean.length);
        buffer_free(&clean);
    }
    return width < WIDEST ? width : WIDEST;
}

void output_measure(struct output *output, const char *const *values)
{
    bool plain;
    for (size_t i = 0; i < output->column_count && output->format == OUTPUT_TEXT; i++) {
        size_t length = strlen(values[i]);
        size_t width = length > 0 && i + 1 < output->column_count
                           ? value_width(values[i], length, &plain)
                           : 0;
        if (width > output->columns[i].width)
            output->columns[i].width = width;
    }
    output->measured = true;
}

static void add_waiting(struct output *output, size_t column, const char *value)
{
    struct buffer *waiting = &output->waiting;
    size_t length = strlen(value);
    bool plain;
    size_t width = value_width(value, length, &plain);
    char prefix[2] = { (char)(width >> 8), (char)(width & 0xFF) };
    buffer_add(waiting, prefix, 2);
    if (plain)
        buffer_add(waiting, value, length);
    else
        sanitize_line(waiting, value, length);
    buffer_add_byte(waiting, '\0');
    if (width > output->columns[column].width && !output->aligned)
        output->columns[column].width = width;
}

/* A row whose widths are known goes out at once. */
static void put_text_row(struct output *output, const char *const *values)
{
    for (size_t i = 0; i < output->column_count; i++) {
        size_t length = strlen(values[i]);
        bool plain;
        size_t width = value_width(values[i], length, &plain);
        if (plain) {
            put_aligned(output, i, values[i], length, width);
            continue;
        }
        struct buffer clean = { 0 };
        sanitize_line(&clean, values[i], length);
        put_aligned(output, i, buffer_text(&clean), clean.length, width);
        buffer_free(&clean);
    }
}

static void add_text_row(struct output *output, const char *const *values)
{
    if (output->measured && !output->aligned)
        align(output);
    if (output->aligned) {
        put_text_row(output, values);
        return;
    }
    for (size_t i = 0; i < output->column_count; i++)
        add_waiting(output, i, values[i]);
    if (output->waiting.length >= WAIT_LIMIT)
        align(output);
}

static void put_json_row(struct output *output, const char *const *values)
{
    put(output, output->rows > 1 ? ",\n  {" : "\n  {");
    for (size_t i = 0; i < output->column_count; i++) {
        put(output, i > 0 ? ", " : "");
        put_json_string(output, output->columns[i].name);
        put(output, ": ");
        if (output->columns[i].number)
            put(output, values[i]);
        else
            put_json_string(output, values[i]);
    }
    put(output, "}");
}

void output_row(struct output *output, const char *const *values)
{
    output->rows++;
    if (output->format == OUTPUT_TEXT) {
        add_text_row(output, values);
    } else if (output->format == OUTPUT_JSON) {
        put_json_row(output, values);
    } else {
        for (size_t i = 0; i < output->column_count; i++) {
            put_tsv_value(output, values[i]);
            put(output, i + 1 < output->column_count ? "\t" : "\n");
        }
    }
}

/* Behind each value of a row: with the last one the row goes out. */
static void end_cell(struct output *output)
{
    buffer_add_byte(&output->cells, '\0');
    if (++output->cell_count < output->column_count)
        return;
    const char *at = buffer_text(&output->cells);
    for (size_t i = 0; i < output->column_count; i++, at += strlen(at) + 1)
        output->values[i] = at;
    output_row(output, output->values);
    output->cell_count = 0;
    buffer_truncate(&output->cells, 0);
}

void output_cell(struct output *output, const char *text)
{
    buffer_add_text(&output->cells, text);
    end_cell(output);
}

void output_cell_span(struct output *output, const char *text, struct span span)
{
    buffer_add(&output->cells, text + span.start,
               strnlen(text + span.start, span.end - span.start));
    end_cell(output);
}

void output_cell_number(struct output *output, size_t number)
{
    buffer_add_number(&output->cells, number);
    end_cell(output);
}

static void free_table(struct output *output)
{
    buffer_free(&output->waiting);
    buffer_free(&output->cells);
    free(output->values);
    free(output->columns);
    free(output->names);
    output->values = NULL;
    output->columns = NULL;
    output->names = NULL;
}

void output_table_end(struct output *output)
{
    if (output->format == OUTPUT_TEXT && !output->aligned)
        align(output);
    if (output->format == OUTPUT_JSON)
        put(output, output->rows > 0 ? "\n]\n" : "]\n");
    free_table(output);
}

bool output_end(struct output *output, struct error *error)
{
    flush(output, 1);
    free_table(output);
    buffer_free(&output->bytes);
    if (!output->failed)
        return true;
    if (output->reason == EPIPE)
        error_set(error, "%s", "");
    else
        error_set(error, "standard output: %s", _(strerror(output->reason)));
    return false;
}

void output_complain(const char *message, bool ascii)
{
    struct buffer line = { 0 };
    struct buffer plain = { 0 };
    buffer_add_text(&line, "diptych: ");
    sanitize_line(&line, message, strlen(message));
    buffer_add_byte(&line, '\n');
    if (ascii)
        add_ascii(&plain, line.data, line.length);
    (void)descriptor_write(STDERR_FILENO, ascii ? plain.data : line.data, ascii ? plain.length : line.length, NULL);
    buffer_free(&line);
    buffer_free(&plain);
}
