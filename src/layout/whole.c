#include "layout/whole.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/span.h"
#include "doc/document.h"
#include "text/linebreak.h"

static bool is_part(char byte)
{
    return isalnum((unsigned char)byte) || byte == '-' || byte == '.' || byte == '_';
}

/* Whether the run, which begins and ends with a letter or digit, is an id. */
static bool is_id(const char *text, size_t start, size_t end)
{
    bool hyphen = false, letter = false, other = false;
    for (size_t at = start; at < end; at++) {
        hyphen = hyphen || text[at] == '-';
        letter = letter || isalpha((unsigned char)text[at]);
        other = other || isdigit((unsigned char)text[at]) || text[at] == '.' || text[at] == '_';
    }
    return hyphen && letter && other;
}

/* Takes away the opportunities in the run, where it fits with what cannot be parted from it. */
static void keep(const char *text, size_t length, int width, unsigned char *marks, struct span run)
{
    size_t start = run.start;
    size_t end = run.end;
    while (start > 0 && marks[start] == LINEBREAK_NO)
        start--;
    while (end < length && marks[end] == LINEBREAK_NO)
        end++;
    while (end > run.end && text[end - 1] == ' ')
        end--;
    if ((long)(end - start) > width)
        return;
    for (size_t at = run.start + 1; at < run.end; at++)
        if (marks[at] == LINEBREAK_MAY)
            marks[at] = LINEBREAK_NO;
}

void whole_ids(const char *text, size_t length, int width, unsigned char *marks)
{
    for (const char *hyphen = text; (hyphen = memchr(hyphen, '-', (size_t)(text + length - hyphen)));) {
        size_t start = (size_t)(hyphen - text);
        size_t end = start;
        while (start > 0 && is_part(text[start - 1]))
            start--;
        while (end < length && is_part(text[end]))
            end++;
        hyphen = text + end;
        bool address = (start > 0 && strchr("/:@&=?", text[start - 1]) != NULL) ||
                       (end < length && strchr("/:@&=?", text[end]) != NULL);
        while (end > start && !isalnum((unsigned char)text[end - 1]))
            end--;
        while (start < end && !isalnum((unsigned char)text[start]))
            start++;
        if (!address && is_id(text, start, end))
            keep(text, length, width, marks, (struct span){ start, end });
    }
}

void whole_code(const struct document *document, size_t start, size_t length, int width,
                unsigned char *marks)
{
    const char *text = document->text + start;
    for (const char *hyphen = text; (hyphen = memchr(hyphen, '-', (size_t)(text + length - hyphen)));) {
        size_t end = (size_t)(++hyphen - text);
        if (end == length || marks[end] != LINEBREAK_MAY ||
            (document_style_at(document, start + end - 1) & STYLE_CODE) == 0)
            continue;
        size_t from = end;
        while (from > 0 && text[from - 1] != ' ')
            from--;
        while (end < length && text[end] != ' ')
            end++;
        keep(text, length, width, marks, (struct span){ from, end });
        hyphen = text + end;
    }
}
