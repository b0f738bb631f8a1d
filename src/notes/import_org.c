#include "notes/import_org.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "notes/import_field.h"
#include "notes/stamp.h"

#define OPEN "# diptych:note "
#define CLOSE "# /diptych:note "
#define ZERO_WIDTH "\xE2\x80\x8B"
#define DOLLAR "\\dollar{}"

bool import_is_own_org(const char *bytes, size_t length)
{
    const char *found = strstr(bytes, OPEN);
    (void)length;
    return found != NULL && (found == bytes || found[-1] == '\n') && strstr(found, CLOSE) != NULL;
}

static bool begins(const char *at, const char *end, const char *with)
{
    return (size_t)(end - at) >= strlen(with) && memcmp(at, with, strlen(with)) == 0;
}

/* Behind the line. */
static const char *next_line(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return newline != NULL ? newline + 1 : end;
}

char *import_org_plain(const char *text, size_t length)
{
    struct buffer out = { 0 };
    for (const char *at = text, *end = text + length; at < end;) {
        if (begins(at, end, ZERO_WIDTH)) {
            at += strlen(ZERO_WIDTH);
        } else if (begins(at, end, DOLLAR)) {
            buffer_add_byte(&out, '$');
            at += strlen(DOLLAR);
        } else {
            buffer_add_byte(&out, *at++);
        }
    }
    while (out.length > 0 && strchr(" \t\r\n", out.data[out.length - 1]) != NULL)
        buffer_truncate(&out, out.length - 1);
    const char *plain = buffer_text(&out);
    char *taken = xstrdup(plain + strspn(plain, "\n"));
    buffer_free(&out);
    return taken;
}

/* ---- a block ---- */

struct org_block {
    struct annotation annotation;
    size_t quotes; /* blocks of quotation that the export wrote before the comment */
    bool has_destination;
};

/* "* ... :tag:another:" */
static void read_headline(struct annotation *annotation, const char *at, const char *end)
{
    while (end > at && strchr(" \t\r\n", end[-1]) != NULL)
        end--;
    const char *first = end;
    while (first > at && first[-1] != ' ' && first[-1] != '\t')
        first--;
    if (end - first < 3 || *first != ':' || end[-1] != ':')
        return;
    for (const char *tag = first + 1; tag < end;) {
        const char *colon = memchr(tag, ':', (size_t)(end - tag));
        char *marked = xasprintf("#%.*s", (int)(colon - tag), tag);
        if (colon > tag)
            annotation_add_tag(annotation, marked);
        free(marked);
        tag = colon + 1;
    }
}

static void take_time(const char *value, char out[ANNOTATION_TIME_SIZE])
{
    char time[ANNOTATION_TIME_SIZE];
    if (stamp_parse(value, time))
        memcpy(out, time, sizeof time);
}

/* ":NAME: value" */
static void read_property(struct org_block *block, const char *at, const char *end)
{
    struct annotation_target *target = annotation_target(&block->annotation, TARGET_SELECTION);
    const char *colon = memchr(at + 1, ':', (size_t)(end - at - 1));
    if (colon == NULL)
        return;
    char *name = xstrndup(at + 1, (size_t)(colon - at) - 1);
    char *value = import_org_plain(colon + 1, (size_t)(end - colon) - 1);
    const char *text = value + strspn(value, " ");
    if (strcmp(name, "NOTE_CREATED") == 0)
        take_time(text, block->annotation.created);
    else if (strcmp(name, "NOTE_MODIFIED") == 0)
        take_time(text, block->annotation.modified);
    else if (strcmp(name, "NOTE_KIND") == 0)
        block->has_destination = strcmp(text, "link") == 0;
    else if (strcmp(name, "NOTE_TITLE") == 0)
        annotation_set(&target->title, text);
    else if (strcmp(name, "NOTE_SOURCE") == 0)
        annotation_set(&target->source, text);
    else if (strcmp(name, "NOTE_COUNTERPART_STATE") == 0)
        block->quotes++;
    free(name);
    free(value);
}

/* A block of quotation that begins at `at`; returns what is behind it, NULL when it does not end. */
static const char *quote_end(const char *at, const char *end, const char **inner)
{
    const char *line = next_line(at, end);
    *inner = line;
    while (line < end && !begins(line, end, "#+end_quote"))
        line = next_line(line, end);
    return line < end ? line : NULL;
}

/* The last line that begins a quotation behind which nothing else stands; `end` when there is none. */
static const char *last_quote(const char *at, const char *end)
{
    const char *last = end;
    for (; at < end; at = next_line(at, end)) {
        const char *inner, *stop = begins(at, end, "#+begin_quote") ? quote_end(at, end, &inner) : NULL;
        if (stop == NULL)
            continue;
        const char *behind = next_line(stop, end);
        while (behind < end && strchr(" \t\r\n", *behind) != NULL)
            behind++;
        if (behind == end)
            last = at;
        at = stop;
    }
    return last;
}

static const char *read_head(struct org_block *block, const char *at, const char *end)
{
    if (begins(at, end, "* ")) {
        const char *line = next_line(at, end);
        read_headline(&block->annotation, at, line);
        at = line;
    }
    for (bool inside = false; at < end && (inside || begins(at, end, ":PROPERTIES:"));) {
        const char *line = next_line(at, end);
        inside = !begins(at, end, ":END:");
        if (inside && *at == ':' && !begins(at, end, ":PROPERTIES:"))
            read_property(block, at, line);
        at = line;
    }
    return at;
}

static void read_block(struct org_block *block, const char *at, const char *end)
{
    struct annotation_target *target = annotation_target(&block->annotation, TARGET_SELECTION);
    at = read_head(block, at, end);
    for (size_t i = 0; i < block->quotes; i++) {
        const char *inner, *stop;
        while (at < end && strchr(" \t\r\n", *at) != NULL)
            at++;
        stop = begins(at, end, "#+begin_quote") ? quote_end(at, end, &inner) : NULL;
        if (stop == NULL)
            break;
        char *quote = import_org_plain(inner, (size_t)(stop - inner));
        if (i == 0)
            annotation_set(&target->quote, quote);
        free(quote);
        at = next_line(stop, end);
    }
    if (block->has_destination)
        end = last_quote(at, end);
    char *comment = import_org_plain(at, (size_t)(end - at));
    annotation_set(&block->annotation.comment, comment);
    free(comment);
}

static bool give(const char *id, const char *at, const char *end, struct import_job *job)
{
    struct org_block block = { .quotes = 1 };
    annotation_begin(&block.annotation);
    (void)annotation_add_target(&block.annotation, TARGET_SELECTION);
    memcpy(block.annotation.id, id, sizeof block.annotation.id);
    read_block(&block, at, end);
    if (block.annotation.modified[0] == '\0')
        memcpy(block.annotation.modified, block.annotation.created, ANNOTATION_TIME_SIZE);
    block.annotation.kind = import_kind(&block.annotation);
    return import_give(job, &block.annotation, true);
}

/* ---- the file ---- */

static bool read_id(const char *at, const char *end, const char *mark, char id[ANNOTATION_ID_SIZE])
{
    size_t length = strlen(mark);
    if (!begins(at, end, mark) || (size_t)(end - at) < length + ANNOTATION_ID_SIZE - 1)
        return false;
    memcpy(id, at + length, ANNOTATION_ID_SIZE - 1);
    id[ANNOTATION_ID_SIZE - 1] = '\0';
    return stamp_is_id(id);
}

bool import_own_org(const char *bytes, size_t length, struct import_job *job)
{
    const char *end = bytes + length, *start = NULL;
    char id[ANNOTATION_ID_SIZE] = "", closed[ANNOTATION_ID_SIZE];
    bool more = true;
    job->edited = IMPORT_EDITED_ORG;
    for (const char *at = bytes; more && at < end; at = next_line(at, end)) {
        if (read_id(at, end, CLOSE, closed) && start != NULL && strcmp(closed, id) == 0) {
            more = give(id, start, at, job);
            start = NULL;
        } else if (read_id(at, end, OPEN, closed)) {
            memcpy(id, closed, sizeof id);
            start = next_line(at, end);
        }
    }
    return more;
}
