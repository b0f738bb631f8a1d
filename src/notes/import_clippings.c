#include "notes/import_clippings.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "notes/clipping_date.h"
#include "notes/import_field.h"

#define RULE "=========="

enum entry_kind { ENTRY_HIGHLIGHT, ENTRY_NOTE, ENTRY_BOOKMARK };

/* What a second line says of notes and bookmarks; all else is a highlight. */
static const char *const note_words[] = { "Note", "note", "Notiz", "Nota",    "nota",
                                          "笔记", "筆記", "メモ",  "Заметка", "Notitie" };
static const char *const bookmark_words[] = {
    "Bookmark",   "Lesezeichen", "signet", "Signet",       "marcador", "Marcador",   "segnalibro",
    "Segnalibro", "书签",        "書籤",   "ブックマーク", "Закладка", "bladwijzer", "Bladwijzer"
};

struct entry {
    enum entry_kind kind;
    char *title;
    char *author;
    char *text;
    char *comment;      /* of a highlight, "" none */
    char made[ANNOTATION_TIME_SIZE]; /* "" unknown */
    unsigned long from; /* of its place, the last numbers that the line has before the date */
    unsigned long to;
};

struct entries {
    struct entry *items;
    size_t count;
    size_t capacity;
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool has_one(const char *line, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(line, words[i]) != NULL)
            return true;
    return false;
}

/* The last line break and blanks do not belong to what is meant. Caller frees. */
static char *trim(const char *text, size_t length)
{
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
        length--;
    while (length > 0 && strchr(" \t\r\n", text[0]) != NULL) {
        text++;
        length--;
    }
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    return xstrndup(text, length);
}

/* "The Sale (Ma, Jack)": the author stands in the last parentheses. */
static void split_title(char *line, struct entry *entry)
{
    size_t length = strlen(line);
    char *open = length > 0 && line[length - 1] == ')' ? strrchr(line, '(') : NULL;
    entry->author =
        open != NULL ? xstrndup(open + 1, (size_t)(line + length - 1 - open) - 1) : xstrdup("");
    entry->title = open != NULL ? trim(line, (size_t)(open - line)) : xstrdup(line);
}

/* The place: the last numbers before the date, which stands behind the last bar. */
static void read_place(const char *line, struct entry *entry)
{
    const char *end = strrchr(line, '|');
    if (end == NULL)
        end = line + strlen(line);
    for (const char *at = line; at < end;) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0) {
            at++;
            continue;
        }
        entry->from = entry->to = strtoul(at, NULL, 10);
        at += digits;
        if (at < end && *at == '-' && strspn(at + 1, "0123456789") > 0) {
            entry->to = strtoul(at + 1, NULL, 10);
            at += 1 + strspn(at + 1, "0123456789");
        }
    }
}

static void read_entry(struct entries *entries, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    const char *first = memchr(bytes, '\n', length);
    const char *second = first != NULL ? memchr(first + 1, '\n', (size_t)(end - first) - 1) : NULL;
    if (first == NULL || second == NULL)
        return;
    struct entry entry = { .kind = ENTRY_HIGHLIGHT, .comment = xstrdup("") };
    char *title = trim(bytes, (size_t)(first - bytes));
    char *line = trim(first, (size_t)(second - first));
    entry.kind = has_one(line, bookmark_words, COUNT(bookmark_words)) ? ENTRY_BOOKMARK
                 : has_one(line, note_words, COUNT(note_words))       ? ENTRY_NOTE
                                                                      : ENTRY_HIGHLIGHT;
    split_title(title, &entry);
    read_place(line, &entry);
    if (strrchr(line, '|') != NULL)
        (void)clipping_date_read(strrchr(line, '|') + 1, entry.made);
    entry.text = trim(second, (size_t)(end - second));
    free(title);
    free(line);
    VECTOR_PUSH(entries, entry);
}

static void read_all(struct entries *entries, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    while (bytes < end) {
        const char *rule = strstr(bytes, RULE);
        if (rule == NULL || rule > end)
            rule = end;
        while (bytes < rule && strchr("\r\n", *bytes) != NULL)
            bytes++;
        read_entry(entries, bytes, (size_t)(rule - bytes));
        bytes = rule < end ? rule + strlen(RULE) : end;
    }
}

/* The highlight that a note was made on: of several the one nearest in the file. */
static struct entry *highlight_of(struct entries *entries, size_t note)
{
    const struct entry *entry = &entries->items[note];
    struct entry *found = NULL;
    size_t away = 0;
    for (size_t i = 0; i < entries->count; i++) {
        struct entry *other = &entries->items[i];
        size_t distance = i > note ? i - note : note - i;
        if (other->kind == ENTRY_HIGHLIGHT && strcmp(other->title, entry->title) == 0 &&
            entry->from >= other->from && entry->from <= other->to &&
            (found == NULL || distance < away)) {
            found = other;
            away = distance;
        }
    }
    return found;
}

static void join_notes(struct entries *entries, struct import_job *job)
{
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *entry = &entries->items[i];
        struct entry *highlight = entry->kind == ENTRY_NOTE ? highlight_of(entries, i) : NULL;
        if (highlight == NULL) {
            job->left_out += entry->kind != ENTRY_HIGHLIGHT;
            continue;
        }
        char *joined = *highlight->comment != '\0'
                           ? xasprintf("%s\n\n%s", highlight->comment, entry->text)
                           : xstrdup(entry->text);
        free(highlight->comment);
        highlight->comment = joined;
    }
}

static bool give(const struct entry *entry, struct import_job *job)
{
    struct annotation annotation;
    annotation_begin(&annotation);
    struct annotation_target *target = annotation_add_target(&annotation, TARGET_SELECTION);
    annotation_set(&target->quote, entry->text);
    annotation_set(&target->title, entry->title);
    annotation_set(&target->publisher, entry->author);
    annotation_set(&annotation.comment, entry->comment);
    memcpy(annotation.created, entry->made, sizeof annotation.created);
    annotation.kind = import_kind(&annotation);
    return import_give(job, &annotation, false);
}

bool import_is_clippings(const char *bytes, size_t length)
{
    const char *first = memchr(bytes, '\n', length);
    return first != NULL && first[1] == '-' && strstr(first, "\n" RULE) != NULL;
}

bool import_clippings(const char *bytes, size_t length, struct import_job *job)
{
    struct entries entries = { 0 };
    bool more = true;
    read_all(&entries, bytes, length);
    join_notes(&entries, job);
    for (size_t i = 0; i < entries.count; i++) {
        struct entry *entry = &entries.items[i];
        if (more && entry->kind == ENTRY_HIGHLIGHT)
            more = give(entry, job);
        free(entry->title);
        free(entry->author);
        free(entry->text);
        free(entry->comment);
    }
    free(entries.items);
    return more;
}
