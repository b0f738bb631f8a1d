#include "dictionary/cedict.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
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

/* "/a/b/" without its outer slashes, and without a remark behind them; NULL when there is nothing
 * between them. */
static char *read_glosses(char *text)
{
    text += strspn(text, " ");
    if (*text != '/')
        return NULL;
    text += strspn(text, "/ ");
    char *remark = strstr(text, "/ #");
    size_t length = remark != NULL ? (size_t)(remark - text) : strlen(text);
    while (length > 0 && strchr("/ ", text[length - 1]) != NULL)
        length--;
    text[length] = '\0';
    return length > 0 ? text : NULL;
}

/* What is read of a line. */
struct parts {
    struct dictionary_entry entry;
    const char *cantonese; /* "" none */
};

/* The reading in brackets, and behind it that in braces; false when the brackets are not there or not
 * closed. *at goes behind them. */
static bool read_readings(char **at, struct parts *parts)
{
    char *reading = *at + strspn(*at, "[");
    char *end = reading;
    while (*end != '\0' && !(end[0] == ']' && (end[1] == ' ' || end[1] == '\0')))
        end++;
    if (reading == *at || *end == '\0')
        return false;
    *at = end + 1 + strspn(end + 1, " ");
    while (end > reading && end[-1] == ']')
        end--;
    *end = '\0';
    parts->entry.reading = reading;
    parts->cantonese = "";
    end = **at == '{' ? strchr(*at, '}') : NULL;
    if (end != NULL) {
        *end = '\0';
        parts->cantonese = *at + 1;
        *at = end + 1;
    }
    return true;
}

/* NULL, or what is wrong with the line, which is cut into its parts; without glosses it is one to be
 * passed over. */
static const char *read_line(char *line, struct parts *parts)
{
    char *at = line;
    struct dictionary_entry *entry = &parts->entry;
    blank_tabs(line);
    entry->traditional = cut(&at, ' ');
    if (entry->traditional == NULL)
        return _("has no two headwords");
    entry->simplified = cut(&at, ' ');
    if (entry->simplified == NULL || entry->simplified[0] == '[')
        return _("has no two headwords");
    if (*at != '[')
        return _("has no reading in brackets");
    if (!read_readings(&at, parts))
        return _("has no glosses behind its reading");
    entry->glosses = read_glosses(at);
    bool alone = parts->cantonese[0] != '\0' && at[strspn(at, " ")] == '\0';
    return entry->glosses != NULL || alone ? NULL : _("has no glosses behind its reading");
}

static bool add_entry(struct dictionary_builder *builder, struct parts *parts)
{
    struct buffer glosses = { 0 };
    if (parts->entry.glosses == NULL)
        return true;
    if (parts->cantonese[0] != '\0') {
        buffer_add_format(&glosses, "%s/(Jyutping %s)", parts->entry.glosses, parts->cantonese);
        parts->entry.glosses = buffer_text(&glosses);
    }
    bool ok = dictionary_builder_add(builder, &parts->entry);
    buffer_free(&glosses);
    return ok;
}

/* Who a remark before the first entry says this is. */
static void read_remark(const char *line, struct dictionary_builder *builder)
{
    if (dictionary_builder_count(builder) > 0)
        return;
    if (strstr(line, "HanDeDict") != NULL)
        (void)dictionary_builder_languages(builder, "zh-de");
    else if (strstr(line, "CFDICT") != NULL)
        (void)dictionary_builder_languages(builder, "zh-fr");
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
    for (size_t line = 1;
         at < end && import_goes_on(report, (size_t)(at - clean.data), clean.length); line++) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        char *next = newline != NULL ? newline + 1 : end;
        struct parts parts;
        *(newline != NULL ? newline : end) = '\0';
        const char *why = NULL;
        if (*at == '#') {
            read_remark(at, builder);
        } else if (at[strspn(at, " \t")] != '\0') {
            why = (size_t)(next - at) > LINE_MOST ? _("is too long") : read_line(at, &parts);
            report->cut = report->cut || (why != NULL && newline == NULL);
            if (why != NULL)
                import_fault(report, line, why);
            else
                report->full = !add_entry(builder, &parts);
        }
        at = next;
    }
    buffer_free(&clean);
}
