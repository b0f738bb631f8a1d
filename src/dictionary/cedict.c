#include "dictionary/cedict.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "text/sanitize.h"

#define LINE_MOST ((size_t)64 << 10)

/* Cuts the next field off at `mark`; NULL when the mark is not there or nothing is before it. */
static char *cut(char **at, char mark)
{
    char *field = *at;
    char *end = strchr(field, mark);
    if (end == NULL || end == field)
        return NULL;
    *end = '\0';
    *at = end + 1;
    return field;
}

static void blank_tabs(char *line)
{
    for (; *line != '\0'; line++) {
        if (*line == '\t')
            *line = ' ';
    }
}

/* "/a/b/" without its outer slashes; NULL when there is nothing between them. */
static char *read_glosses(char *text)
{
    text += strspn(text, " ");
    if (*text != '/')
        return NULL;
    text += strspn(text, "/ ");
    size_t length = strlen(text);
    while (length > 0 && strchr("/ ", text[length - 1]) != NULL)
        length--;
    text[length] = '\0';
    return length > 0 ? text : NULL;
}

/* NULL, or what is wrong with the line, which is cut into its fields. */
static const char *read_line(char *line, struct dictionary_entry *entry)
{
    char *at = line;
    blank_tabs(line);
    entry->traditional = cut(&at, ' ');
    if (entry->traditional == NULL)
        return "has no two headwords";
    entry->simplified = cut(&at, ' ');
    if (entry->simplified == NULL || entry->simplified[0] == '[')
        return "has no two headwords";
    if (*at != '[')
        return "has no reading in brackets";
    at += strspn(at, "[");
    char *end = strstr(at, "] /");
    if (end == NULL)
        return "has no glosses behind its reading";
    entry->glosses = read_glosses(end + 1);
    while (end > at && end[-1] == ']')
        end--;
    *end = '\0';
    entry->reading = at;
    return entry->glosses != NULL ? NULL : "has no glosses behind its reading";
}

void cedict_read(const char *bytes, size_t length, struct dictionary_builder *builder,
                 struct import_report *report)
{
    struct buffer clean = { 0 };
    struct sanitize_counts counts = { 0 };
    sanitize_source(bytes, length, &clean, &counts);
    report->ill_formed += counts.ill_formed;
    buffer_add(&clean, "", 0);
    char *at = clean.data;
    char *end = at + clean.length;
    for (size_t line = 1; at < end && !report->full; line++) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        char *next = newline != NULL ? newline + 1 : end;
        struct dictionary_entry entry;
        *(newline != NULL ? newline : end) = '\0';
        const char *why = NULL;
        if (*at != '#' && at[strspn(at, " \t")] != '\0') {
            why = (size_t)(next - at) > LINE_MOST ? "is too long" : read_line(at, &entry);
            report->cut = report->cut || (why != NULL && newline == NULL);
            if (why != NULL)
                import_fault(report, line, why);
            else
                report->full = !dictionary_builder_add(builder, &entry);
        }
        at = next;
    }
    buffer_free(&clean);
}
