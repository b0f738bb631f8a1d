#include "text/csv.h"

#include <string.h>

static bool take_quoted(struct csv *csv, struct buffer *out)
{
    for (csv->at++; csv->at < csv->length; csv->at++) {
        char byte = csv->bytes[csv->at];
        if (byte == '"' && (csv->at + 1 >= csv->length || csv->bytes[csv->at + 1] != '"')) {
            csv->at++;
            return true;
        }
        csv->at += byte == '"';
        csv->line += byte == '\n';
        if (byte != '\0')
            buffer_add_byte(out, byte);
    }
    return false;
}

static bool ends_field(const struct csv *csv)
{
    return csv->at >= csv->length || csv->bytes[csv->at] == csv->separator ||
           csv->bytes[csv->at] == '\r' || csv->bytes[csv->at] == '\n';
}

/* Where tabs part the fields, few programs quote: a quotation mark that opens a field and
 * has no other right before the next tab is one of the text. */
static bool take_quoted_field(struct csv *csv, struct buffer *out)
{
    size_t at = csv->at, line = csv->line;
    bool ended = take_quoted(csv, out);
    if (csv->separator != '\t' || (ended && ends_field(csv)))
        return ended;
    buffer_truncate(out, 0);
    csv->at = at;
    csv->line = line;
    return true;
}

static bool take_field(struct csv *csv)
{
    struct buffer *out = &csv->fields[csv->count];
    csv->count += csv->count < CSV_FIELDS;
    buffer_truncate(out, 0);
    if (csv->at < csv->length && csv->bytes[csv->at] == '"' && !take_quoted_field(csv, out))
        return false;
    for (; !ends_field(csv); csv->at++) {
        if (csv->bytes[csv->at] != '\0')
            buffer_add_byte(out, csv->bytes[csv->at]);
    }
    return true;
}

bool csv_row(struct csv *csv)
{
    csv->count = 0;
    if (csv->at >= csv->length)
        return false;
    for (;;) {
        if (!take_field(csv))
            return false;
        if (csv->at >= csv->length || csv->bytes[csv->at] != csv->separator)
            break;
        csv->at++;
    }
    if (csv->at < csv->length && csv->bytes[csv->at] == '\r')
        csv->at++;
    if (csv->at < csv->length && csv->bytes[csv->at] == '\n')
        csv->at++;
    csv->line++;
    return true;
}

void csv_begin(struct csv *csv, const char *bytes, size_t length)
{
    size_t first = 0;
    while (first < length && memchr(",\t\n", bytes[first], 3) == NULL)
        first++;
    bool tabs = first < length && bytes[first] == '\t';
    *csv = (struct csv){ .bytes = bytes, .length = length, .line = 1, .separator = tabs ? '\t' : ',' };
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        csv->at = 3;
}

void csv_finish(struct csv *csv)
{
    for (size_t i = 0; i <= CSV_FIELDS; i++)
        buffer_free(&csv->fields[i]);
}

size_t csv_column(const struct csv *csv, const char *name)
{
    for (size_t i = 0; name != NULL && i < csv->count; i++)
        if (strcmp(buffer_text(&csv->fields[i]), name) == 0)
            return i;
    return CSV_FIELDS;
}

const char *csv_field(const struct csv *csv, size_t column)
{
    return column < csv->count ? buffer_text(&csv->fields[column]) : "";
}
