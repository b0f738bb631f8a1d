#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

#define PIECE ((size_t)64 << 10)
#define WAIT_LIMIT ((size_t)16 << 20) /* bytes of values that may wait for their widths */
#define WIDEST 40                     /* cells a column is padded to at most */

bool output_format_parse(const char *name, enum output_format *format)
{
    static const char *const names[] = { "text", "tsv", "json" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            *format = (enum output_format)i;
            return true;
        }
    }
    return false;
}

static void write_all(int file, const char *bytes, size_t length, int *reason)
{
    while (length > 0) {
        ssize_t done = write(file, bytes, length);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            *reason = errno;
            return;
        }
        bytes += done;
        length -= (size_t)done;
    }
}

static void flush(struct output *output, size_t least)
{
    if (output->bytes.length < least)
        return;
    if (!output->failed) {
        int reason = 0;
        write_all(output->file, output->bytes.data, output->bytes.length, &reason);
        output->failed = reason != 0;
        output->reason = reason;
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

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80)
            return false;
    }
    return true;
}

void output_text(struct output *output, const char *text, size_t length)
{
    if (output->ascii && !is_ascii(text, length)) {
        output->lossy = true;
        add_ascii(&output->bytes, text, length);
    } else {
        buffer_add(&output->bytes, text, length);
    }
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
    while (at < length && text[at] >= 0x20 && text[at] < 0x7F && text[at] != '"' &&
           text[at] != '\\')
        at++;
    return at;
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

void output_table(struct output *output, enum output_format format,
                  const struct output_column *columns, size_t count)
{
    output->format = format;
    output->columns = columns;
    output->column_count = count;
    output->rows = 0;
    output->aligned = false;
    for (size_t i = 0; i < count; i++)
        output->widths[i] = strlen(columns[i].name);
    for (size_t i = 0; i < count && format == OUTPUT_TSV; i++) {
        put(output, i > 0 ? "\t" : "");
        put(output, columns[i].name);
    }
    put(output, format == OUTPUT_TSV ? "\n" : format == OUTPUT_JSON ? "[" : "");
}

static void put_spaces(struct output *output, size_t count)
{
    static const char blanks[WIDEST + 1] = "                                        ";
    output_text(output, blanks, count < WIDEST ? count : WIDEST);
}

static size_t text_cells(const char *text, size_t length)
{
    return plain_prefix(text, length) == length ? length : width_text(text, length);
}

static void put_aligned(struct output *output, size_t column, const char *text)
{
    size_t length = strlen(text);
    size_t width = text_cells(text, length);
    size_t room = output->widths[column] < WIDEST ? output->widths[column] : WIDEST;
    size_t missing = width < room ? room - width : 0;
    bool last = column + 1 == output->column_count;
    if (output->columns[column].number)
        put_spaces(output, missing);
    output_text(output, text, length);
    if (!last && !output->columns[column].number)
        put_spaces(output, missing);
    put(output, last ? "\n" : "  ");
}

/* The values that waited go out, under the names of their columns. */
static void align(struct output *output)
{
    output->aligned = true;
    for (size_t i = 0; i < output->column_count && output->rows > 0; i++)
        put_aligned(output, i, output->columns[i].name);
    const char *at = buffer_text(&output->waiting);
    const char *end = at + output->waiting.length;
    for (size_t i = 0; at < end; i = (i + 1) % output->column_count) {
        put_aligned(output, i, at);
        at += strlen(at) + 1;
    }
    buffer_free(&output->waiting);
}

static void add_text_row(struct output *output, const char *const *values)
{
    for (size_t i = 0; i < output->column_count; i++) {
        size_t start = output->waiting.length;
        size_t length = strlen(values[i]);
        if (plain_prefix(values[i], length) == length)
            buffer_add(&output->waiting, values[i], length);
        else
            sanitize_line(&output->waiting, values[i], length);
        const char *clean = buffer_text(&output->waiting) + start;
        size_t width = text_cells(clean, output->waiting.length - start);
        if (width > output->widths[i] && !output->aligned)
            output->widths[i] = width;
        buffer_add_byte(&output->waiting, '\0');
    }
    if (!output->aligned && output->waiting.length < WAIT_LIMIT)
        return;
    if (!output->aligned) {
        align(output);
        return;
    }
    const char *at = output->waiting.data;
    for (size_t i = 0; i < output->column_count; i++) {
        put_aligned(output, i, at);
        at += strlen(at) + 1;
    }
    buffer_truncate(&output->waiting, 0);
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

void output_table_end(struct output *output)
{
    if (output->format == OUTPUT_TEXT && !output->aligned)
        align(output);
    if (output->format == OUTPUT_JSON)
        put(output, output->rows > 0 ? "\n]\n" : "]\n");
    buffer_free(&output->waiting);
}

bool output_end(struct output *output, struct error *error)
{
    flush(output, 1);
    buffer_free(&output->waiting);
    buffer_free(&output->bytes);
    if (!output->failed)
        return true;
    if (output->reason == EPIPE)
        error_set(error, "%s", "");
    else
        error_set(error, "standard output: %s", strerror(output->reason));
    return false;
}

void output_complain(const char *message, bool ascii)
{
    struct buffer line = { 0 };
    struct buffer plain = { 0 };
    int ignored;
    buffer_add_text(&line, "diptych: ");
    sanitize_line(&line, message, strlen(message));
    buffer_add_byte(&line, '\n');
    if (ascii)
        add_ascii(&plain, line.data, line.length);
    write_all(STDERR_FILENO, ascii ? plain.data : line.data, ascii ? plain.length : line.length,
              &ignored);
    buffer_free(&line);
    buffer_free(&plain);
}
