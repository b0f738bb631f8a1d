#include "notes/import_markdown.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "notes/import_field.h"
#include "notes/stamp.h"

#define OPEN "<!-- diptych:note "
#define CLOSE "<!-- /diptych:note "

/* ---- lines ---- */

struct line {
    const char *text;
    size_t length;
};

/* The line at *at, without blanks at its end; moves behind it. False at the end. */
static bool next_line(const char **at, const char *end, struct line *line)
{
    if (*at >= end)
        return false;
    const char *newline = memchr(*at, '\n', (size_t)(end - *at));
    line->text = *at;
    line->length = (size_t)((newline != NULL ? newline : end) - *at);
    *at += line->length + (newline != NULL);
    while (line->length > 0 && strchr(" \t\r", line->text[line->length - 1]) != NULL)
        line->length--;
    return true;
}

static bool begins(const struct line *line, const char *with)
{
    return line->length >= strlen(with) && memcmp(line->text, with, strlen(with)) == 0;
}

static void add_line(struct buffer *out, const char *text, size_t length)
{
    buffer_add(out, text, length);
    buffer_add_byte(out, '\n');
}

bool import_is_own_markdown(const char *bytes, size_t length)
{
    const char *found = strstr(bytes, OPEN);
    (void)length;
    return found != NULL && (found == bytes || found[-1] == '\n') && strstr(found, CLOSE) != NULL;
}

char *import_markdown_unitem(const char *item)
{
    struct buffer out = { 0 };
    const char *end = item + strlen(item);
    struct line line;
    for (bool first = true; next_line(&item, end, &line); first = false) {
        size_t skip = 0;
        while (skip < 2 && skip < line.length &&
               (line.text[skip] == ' ' || (first && line.text[skip] == '-')))
            skip++;
        add_line(&out, line.text + skip, line.length - skip);
    }
    while (out.length > 0 && out.data[out.length - 1] == '\n')
        buffer_truncate(&out, out.length - 1);
    const char *text = buffer_text(&out);
    char *plain = xstrdup(text + strspn(text, "\n")); /* "-" alone on its line */
    buffer_free(&out);
    return plain;
}

/* ---- a block ---- */

struct parts {
    struct buffer quote;   /* its lines, escaped */
    struct buffer comment; /* the list item */
    struct buffer rest;    /* what stands behind the id */
};

/* The lines of the block quote, its marks taken off, to where they belong. */
static void take_quoted(struct parts *parts, const struct line *line, size_t *paragraphs,
                        bool *commented)
{
    size_t skip = line->length > 1 && line->text[1] == ' ' ? 2 : 1;
    struct line inner = { line->text + skip, line->length > skip ? line->length - skip : 0 };
    bool callout = begins(&inner, "[!") && *paragraphs == 0 && parts->quote.length == 0;
    if (begins(&inner, "- ") || (inner.length == 1 && inner.text[0] == '-'))
        *commented = true;
    if (*commented)
        add_line(&parts->comment, inner.text, inner.length);
    else if (inner.length == 0)
        ++*paragraphs;
    else if (*paragraphs == 0 && !callout)
        add_line(&parts->quote, inner.text, inner.length);
}

static void read_parts(struct parts *parts, const char *at, const char *end)
{
    struct line line;
    size_t paragraphs = 0;
    bool commented = false, behind = false;
    while (next_line(&at, end, &line)) {
        if (begins(&line, "^"))
            behind = true;
        else if (behind)
            add_line(&parts->rest, line.text, line.length);
        else if (begins(&line, ">"))
            take_quoted(parts, &line, &paragraphs, &commented);
        else if (commented || line.length > 0) /* written below the quote: it is the comment */
            add_line(&parts->comment, line.text, line.length);
    }
}

/* A text in quotation marks of YAML, as the export writes it. Caller frees. */
static char *unquote(const char *text, size_t length)
{
    struct buffer out = { 0 };
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\\' && i + 3 < length && text[i + 1] == 'x') {
            char digits[3] = { text[i + 2], text[i + 3], '\0' };
            buffer_add_byte(&out, (char)(strtoul(digits, NULL, 16) & 0x7F));
            i += 3;
        } else if (text[i] == '\\' && i + 1 < length) {
            buffer_add_byte(&out, text[++i]);
        } else {
            buffer_add_byte(&out, text[i]);
        }
    }
    char *plain = xstrdup(buffer_text(&out));
    buffer_free(&out);
    return plain;
}

/* A quote as it was before its punctuation was escaped and its lines were broken. */
static void unescape(struct buffer *out, const struct buffer *text)
{
    const char *at = buffer_text(text);
    for (; *at != '\0'; at++) {
        unsigned long code = 0;
        char *end = NULL;
        if (strncmp(at, "&#x", 3) == 0)
            code = strtoul(at + 3, &end, 16);
        if (end != NULL && *end == ';' && code > 0 && code < 0x80) {
            buffer_add_byte(out, (char)code);
            at = end;
        } else if (*at == '\\' && at[1] != '\0') {
            at++;
            buffer_add_byte(out, *at);
        } else if (*at == '\n' && at[1] != '\0') {
            buffer_add_byte(out, ' ');
        } else if (*at != '\n') {
            buffer_add_byte(out, *at);
        }
    }
}

/* The last time of "comment, TIME, changed TIME; sale.en 7–20 ...". */
static void read_facts(struct annotation *annotation, const struct line *line)
{
    char time[ANNOTATION_TIME_SIZE];
    const char *end = memchr(line->text, ';', line->length);
    const char *stop = end != NULL ? end : line->text + line->length;
    for (const char *at = line->text; at + sizeof time - 1 <= stop; at++) {
        char text[ANNOTATION_TIME_SIZE];
        memcpy(text, at, sizeof text - 1);
        text[sizeof text - 1] = '\0';
        if (text[4] == '-' && text[10] == 'T' && stamp_parse(text, time))
            memcpy(annotation->modified, time, sizeof time);
    }
}

static void read_tags(struct annotation *annotation, const struct line *line)
{
    for (size_t at = 0; at < line->length;) {
        size_t length = 0;
        while (at + length < line->length && strchr(" \t", line->text[at + length]) == NULL)
            length++;
        char *tag = xstrndup(line->text + at, length);
        if (tag[0] == '#')
            annotation_add_tag(annotation, tag);
        free(tag);
        at += length + 1;
    }
}

static void read_rest(struct annotation *annotation, const struct buffer *rest)
{
    const char *at = buffer_text(rest);
    const char *end = at + rest->length;
    struct line line;
    while (next_line(&at, end, &line)) {
        char *word = xstrndup(line.text, line.length);
        enum annotation_kind kind;
        size_t length = strcspn(word, ",");
        bool facts = word[length] == ',';
        word[length] = '\0';
        if (facts && annotation_kind_parse(word, &kind)) {
            annotation->kind = kind;
            read_facts(annotation, &line);
        } else if (begins(&line, "#") && line.length > 1 && line.text[1] != ' ' &&
                   line.text[1] != '#') {
            read_tags(annotation, &line);
        }
        free(word);
    }
}

/* ---- the file ---- */

/* What the front matter says of the one article, as the export writes it: key: "value". */
static void read_front(struct annotation_target *about, const char *at, const char *end)
{
    struct line line;
    if (!next_line(&at, end, &line) || line.length != 3 || !begins(&line, "---"))
        return;
    while (next_line(&at, end, &line) && !begins(&line, "---")) {
        static const char *const keys[] = { "title: \"", "source: \"", "article: \"" };
        char **fields[] = { &about->title, &about->source, &about->article };
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            size_t key = strlen(keys[i]);
            if (!begins(&line, keys[i]) || line.length < key + 1)
                continue;
            char *text = unquote(line.text + key, line.length - key - 1);
            annotation_set(fields[i], text);
            free(text);
        }
    }
}

static bool give(const char *id, const char *at, const char *end,
                 const struct annotation_target *about, struct import_job *job)
{
    struct parts parts = { { 0 }, { 0 }, { 0 } };
    struct buffer quote = { 0 };
    struct annotation annotation;
    annotation_begin(&annotation);
    memcpy(annotation.id, id, sizeof annotation.id - 1);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    read_parts(&parts, at, end);
    unescape(&quote, &parts.quote);
    annotation_set(&target->quote, buffer_text(&quote));
    annotation_set(&target->title, about->title);
    annotation_set(&target->source, about->source);
    char *comment = import_markdown_unitem(buffer_text(&parts.comment));
    annotation_set(&annotation.comment, comment);
    free(comment);
    annotation.kind = import_kind(&annotation);
    read_rest(&annotation, &parts.rest);
    buffer_free(&quote);
    buffer_free(&parts.quote);
    buffer_free(&parts.comment);
    buffer_free(&parts.rest);
    return import_give(job, &annotation, true);
}

/* The id in a mark's line. */
static bool read_id(const struct line *line, const char *mark, char id[ANNOTATION_ID_SIZE])
{
    size_t at = strlen(mark);
    if (!begins(line, mark) || line->length < at + ANNOTATION_ID_SIZE - 1)
        return false;
    memcpy(id, line->text + at, ANNOTATION_ID_SIZE - 1);
    id[ANNOTATION_ID_SIZE - 1] = '\0';
    return stamp_is_id(id);
}

bool import_own_markdown(const char *bytes, size_t length, struct import_job *job)
{
    const char *at = bytes, *end = bytes + length, *start = NULL;
    char id[ANNOTATION_ID_SIZE] = "", closed[ANNOTATION_ID_SIZE];
    struct annotation about;
    struct line line;
    bool more = true;
    annotation_begin(&about);
    struct annotation_target *target = annotation_add_target(&about, TARGET_SELECTION);
    read_front(target, bytes, end);
    job->edited = IMPORT_EDITED_MARKDOWN;
    while (more && next_line(&at, end, &line)) {
        if (read_id(&line, CLOSE, closed) && start != NULL && strcmp(closed, id) == 0) {
            more = give(id, start, line.text, target, job);
            start = NULL;
        } else if (read_id(&line, OPEN, closed)) {
            memcpy(id, closed, sizeof id);
            start = at;
        }
    }
    annotation_free(&about);
    return more;
}
