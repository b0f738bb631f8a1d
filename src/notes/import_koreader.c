#include "notes/import_koreader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "notes/import_field.h"
#include "notes/import_index.h"
#include "notes/stamp.h"
#include "text/lua_table.h"

/* ---- metadata.lua ---- */

struct book {
    char *title;
    char *author;
    struct import_index bookmarks; /* of files before 2024, by their moment */
};

static struct json find_props(struct json root)
{
    static const char *const names[] = { "doc_props", "stats" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct json props = json_member(root, names[i]);
        char *title = json_text(json_member(props, "title"));
        bool known = title[0] != '\0';
        free(title);
        if (known)
            return props;
    }
    return json_member(root, "doc_props");
}

/* Several authors stand a line each. */
static char *read_author(struct json props)
{
    char *author = json_text(json_member(props, "authors"));
    for (char *at = author; *at != '\0'; at++)
        if (*at == '\n')
            *at = ';';
    return author;
}

/* Before 2024 a note was the text of the bookmark of the same moment; without one that was
 * "Page 12 the words @ 2020-05-01 10:00:00". */
static void set_old_note(const struct book *book, struct json entry, struct annotation *annotation)
{
    struct json moment = json_member(entry, "datetime");
    struct json mark = import_index_find(&book->bookmarks, moment);
    char *text = json_text(json_member(mark, "text"));
    char *time = json_text(moment);
    char *made = xasprintf("@ %s", time);
    if (text[0] != '\0' && strstr(text, made) == NULL)
        annotation_set(&annotation->comment, text);
    free(made);
    free(time);
    free(text);
}

static bool take_entry(const struct book *book, struct json entry, struct import_job *job)
{
    struct annotation annotation;
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    import_set(&target->quote, entry, "text");
    import_set(&target->headings, entry, "chapter");
    annotation_set(&target->title, book->title);
    annotation_set(&target->publisher, book->author);
    import_set(&annotation.colour, entry, "color");
    import_times(&annotation, entry, "datetime", "datetime_updated");
    import_set(&annotation.comment, entry, "note");
    if (annotation.comment[0] == '\0')
        set_old_note(book, entry, &annotation);
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

/* A page bookmark marks nothing: it has no places. */
static bool is_highlight(struct json entry)
{
    return json_kind(json_member(entry, "pos0")) != JSON_NOTHING ||
           json_kind(json_member(entry, "drawer")) != JSON_NOTHING;
}

static bool take_entries(const struct book *book, struct json list, struct import_job *job)
{
    bool more = true;
    for (struct json entry = json_first(list); more && json_kind(entry) != JSON_NOTHING;
         entry = json_next(entry)) {
        if (is_highlight(entry))
            more = take_entry(book, entry, job);
        else
            job->left_out++;
    }
    return more;
}

static bool take_book(struct json root, struct import_job *job)
{
    struct json props = find_props(root);
    struct book book = { json_text(json_member(props, "title")), read_author(props), { 0 } };
    struct json annotations = json_member(root, "annotations");
    bool more = true;
    if (json_kind(annotations) == JSON_OBJECT) {
        more = take_entries(&book, annotations, job);
    } else {
        for (struct json mark = json_first(json_member(root, "bookmarks"));
             json_kind(mark) != JSON_NOTHING; mark = json_next(mark))
            import_index_add(&book.bookmarks, json_member(mark, "datetime"), mark);
        import_index_sort(&book.bookmarks);
        for (struct json page = json_first(json_member(root, "highlight"));
             more && json_kind(page) != JSON_NOTHING; page = json_next(page))
            more = take_entries(&book, page, job);
    }
    free(book.title);
    free(book.author);
    import_index_free(&book.bookmarks);
    return more;
}

bool import_koreader_lua(const char *bytes, size_t length, struct import_job *job, bool *ended,
                         struct error *error)
{
    struct buffer text = { 0 };
    struct json root;
    bool ok = lua_table_to_json(bytes, length, &text, error) &&
              json_check(buffer_text(&text), text.length, &root, error);
    *ended = false;
    if (ok && json_kind(json_member(root, "annotations")) != JSON_OBJECT &&
        json_kind(json_member(root, "highlight")) != JSON_OBJECT) {
        error_set(error, "is a Lua table, but has no annotations as KOReader keeps them");
        ok = false;
    } else if (ok) {
        *ended = !take_book(root, job);
    }
    buffer_free(&text);
    return ok && !*ended;
}

/* ---- Markdown ---- */

#define PAGE "### Page "

struct lines {
    const char *at;
    const char *end;
};

static bool next_line(struct lines *lines, const char **line, size_t *length)
{
    if (lines->at >= lines->end)
        return false;
    const char *newline = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
    *line = lines->at;
    *length = (size_t)((newline != NULL ? newline : lines->end) - lines->at);
    lines->at += *length + (newline != NULL);
    while (*length > 0 && ((*line)[*length - 1] == '\r' || (*line)[*length - 1] == ' '))
        (*length)--;
    return true;
}

static bool begins(const char *line, size_t length, const char *with)
{
    return length >= strlen(with) && memcmp(line, with, strlen(with)) == 0;
}

bool import_is_koreader_markdown(const char *bytes, size_t length)
{
    struct lines lines = { bytes, bytes + length };
    const char *line;
    size_t size;
    bool title = false;
    while (next_line(&lines, &line, &size)) {
        title = title || begins(line, size, "# ");
        if (title && begins(line, size, PAGE) && memchr(line, '@', size) != NULL)
            return true;
    }
    return false;
}

/* "01 May 2024 10:00:00 AM", months in English, as the C locale of a reader has them. */
static void read_moment(const char *text, char out[ANNOTATION_TIME_SIZE])
{
    static const char *const months[] = { "January", "February", "March",     "April",
                                          "May",     "June",     "July",      "August",
                                          "September", "October", "November", "December" };
    char *end, made[32], read[ANNOTATION_TIME_SIZE];
    unsigned long day = strtoul(text, &end, 10);
    end += strspn(end, " ");
    for (unsigned i = 0; i < 12; i++) {
        size_t length = strlen(months[i]);
        if (strncmp(end, months[i], length) != 0 || end[length] != ' ')
            continue;
        unsigned long year = strtoul(end + length, &end, 10);
        unsigned long hour = strtoul(end, &end, 10);
        if (strlen(end) < 9 || year > 9999 || hour > 12 || day > 31)
            return;
        hour = hour % 12 + (strncmp(end + 7, "PM", 2) == 0 ? 12 : 0);
        snprintf(made, sizeof made, "%04lu-%02u-%02luT%02lu%.6sZ", year, i + 1, day, hour, end);
        if (stamp_parse(made, read))
            memcpy(out, read, sizeof read);
        return;
    }
}

/* The text without the marks of one of its styles around it. */
static char *without_marks(const char *text)
{
    static const char *const marks[] = { "**_", "_**", "**", "**", "==", "==", "++",   "++",
                                         "~~",  "~~",  "*",  "*",  "<u>", "</u>" };
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i += 2) {
        size_t open = strlen(marks[i]), close = strlen(marks[i + 1]);
        if (length > open + close && strncmp(text, marks[i], open) == 0 &&
            strcmp(text + length - close, marks[i + 1]) == 0)
            return xstrndup(text + open, length - open - close);
    }
    return xstrdup(text);
}

struct passage {
    char *title;
    char *author;
    char *chapter;
    struct buffer text;
    struct buffer note;
    bool in_note;
    bool open;
    char made[ANNOTATION_TIME_SIZE];
};

static void trim(struct buffer *text)
{
    while (text->length > 0 && strchr(" \t\r\n", text->data[text->length - 1]) != NULL)
        buffer_truncate(text, text->length - 1);
}

static bool give_passage(struct passage *passage, struct import_job *job)
{
    struct annotation annotation;
    if (!passage->open)
        return true;
    passage->open = false;
    trim(&passage->text);
    trim(&passage->note);
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    char *quote = without_marks(buffer_text(&passage->text));
    annotation_set(&target->quote, quote);
    free(quote);
    annotation_set(&target->title, passage->title);
    annotation_set(&target->publisher, passage->author);
    annotation_set(&target->headings, passage->chapter);
    const char *note = buffer_text(&passage->note);
    annotation_set(&annotation.comment, note + strspn(note, "\n"));
    memcpy(annotation.created, passage->made, sizeof annotation.created);
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

static void open_passage(struct passage *passage, const char *line, size_t length)
{
    const char *moment = memchr(line, '@', length);
    buffer_truncate(&passage->text, 0);
    buffer_truncate(&passage->note, 0);
    passage->open = true;
    passage->in_note = false;
    passage->made[0] = '\0';
    if (moment != NULL) {
        char *text = xstrndup(moment + 1, length - (size_t)(moment + 1 - line));
        read_moment(text + strspn(text, " "), passage->made);
        free(text);
    }
}

static void set(char **field, const char *line, size_t length, size_t skip)
{
    free(*field);
    *field = xstrndup(line + skip, length - skip);
}

/* A title or chapter is followed at once by what the exporter writes there: headings of a note's own
 * are the note's. */
static bool leads_to(const struct lines *lines, const char *what)
{
    return begins(lines->at, (size_t)(lines->end - lines->at), what);
}

static bool take_line(struct passage *passage, const struct lines *lines, const char *line,
                      size_t length, struct import_job *job)
{
    bool more = true;
    bool chapter = begins(line, length, "## ") && leads_to(lines, PAGE);
    bool title = begins(line, length, "# ") && leads_to(lines, "##### ");
    if (begins(line, length, PAGE)) {
        more = give_passage(passage, job);
        open_passage(passage, line, length);
    } else if (!passage->in_note && begins(line, length, "##### ")) {
        set(&passage->author, line, length, 6);
    } else if (chapter || title) {
        more = give_passage(passage, job);
        passage->in_note = false;
        set(chapter ? &passage->chapter : &passage->title, line, length, chapter ? 3 : 2);
        if (!chapter)
            annotation_set(&passage->chapter, "");
    } else if (passage->open && !passage->in_note && length == 3 && memcmp(line, "---", 3) == 0) {
        passage->in_note = true;
    } else if (passage->open && !begins(line, length, "[View in book](<file:")) {
        struct buffer *text = passage->in_note ? &passage->note : &passage->text;
        buffer_add(text, line, length);
        buffer_add_byte(text, '\n');
    }
    return more;
}

bool import_koreader_markdown(const char *bytes, size_t length, struct import_job *job)
{
    struct passage passage = { xstrdup(""), xstrdup(""), xstrdup(""), { 0 }, { 0 }, false, false, "" };
    struct lines lines = { bytes, bytes + length };
    const char *line;
    size_t size;
    bool more = true;
    while (more && next_line(&lines, &line, &size))
        more = take_line(&passage, &lines, line, size, job);
    more = more && give_passage(&passage, job);
    free(passage.title);
    free(passage.author);
    free(passage.chapter);
    buffer_free(&passage.text);
    buffer_free(&passage.note);
    return more;
}
