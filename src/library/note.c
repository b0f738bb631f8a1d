#include "library/note.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/article.h"
#include "text/sanitize.h"

static const char *const type_names[] = {
    [NOTE_UNKNOWN] = "",     [NOTE_PERSON] = "person",           [NOTE_COMPANY] = "company",
    [NOTE_PRODUCT] = "product", [NOTE_PUBLICATION] = "publication", [NOTE_PLACE] = "place",
};

const char *note_type_name(enum note_type type)
{
    return type_names[type];
}

enum note_type note_type_parse(const char *text)
{
    for (size_t i = 1; i < sizeof type_names / sizeof *type_names; i++) {
        if (strcmp(text, type_names[i]) == 0)
            return (enum note_type)i;
    }
    return NOTE_UNKNOWN;
}

bool note_case_parse(const char *text, enum note_case *letter_case)
{
    bool any = strcmp(text, "any") == 0;
    bool exact = strcmp(text, "exact") == 0;
    *letter_case = any ? NOTE_CASE_ANY : exact ? NOTE_CASE_EXACT : NOTE_CASE_WRITTEN;
    return any || exact;
}

static void add_names(struct note *note, const char *key, enum name_kind kind)
{
    for (size_t i = 0; i < note->matter.count; i++) {
        const struct frontmatter_entry *entry = &note->matter.items[i];
        if (strcmp(entry->key, key) == 0 && entry->value[0] != '\0')
            VECTOR_PUSH(note, (struct note_name){ entry->value, kind, entry->line });
    }
}

static void add_excepted(struct note *note)
{
    for (size_t i = 0; i < note->matter.count; i++) {
        const struct frontmatter_entry *entry = &note->matter.items[i];
        if (strcmp(entry->key, "except") == 0 && entry->value[0] != '\0')
            VECTOR_PUSH(&note->excepted,
                        (struct note_name){ entry->value, NAME_ALIAS, entry->line });
    }
}

static char *clean_file_name(const char *path)
{
    char *stem = article_stem(file_base_name(path));
    struct buffer clean = { 0 };
    sanitize_line(&clean, stem, strlen(stem));
    free(stem);
    return buffer_take(&clean);
}

static void collect_names(struct note *note)
{
    add_names(note, "names.en", NAME_ENGLISH);
    add_names(note, "names.zh", NAME_CHINESE);
    bool named = note->count > 0;
    add_names(note, "aliases", NAME_ALIAS);
    add_names(note, "alias", NAME_ALIAS);
    add_names(note, "short", NAME_SHORT);
    if (!named)
        VECTOR_PUSH(note, (struct note_name){ note->file_name, NAME_FILE, 0 });
    add_excepted(note);
    const char *type = frontmatter_get(&note->matter, "type");
    note->type = type != NULL ? note_type_parse(type) : NOTE_UNKNOWN;
    const char *letter_case = frontmatter_get(&note->matter, "case");
    if (letter_case != NULL)
        (void)note_case_parse(letter_case, &note->letter_case);
}

/* Reads the first `length` bytes; *more: the front matter does not end there, the file neither. */
static bool read_head(const char *path, size_t length, struct frontmatter *matter, bool *more,
                      struct error *error)
{
    struct buffer bytes = { 0 };
    struct buffer head = { 0 };
    bool whole;
    bool ok = file_read_head(path, length, &bytes, &whole, error);
    if (ok) {
        sanitize_source(buffer_text(&bytes), bytes.length, &head, NULL);
        bool found = frontmatter_read(buffer_text(&head), head.length, matter) > 0;
        *more = !found && !whole && strncmp(buffer_text(&head), "---", 3) == 0;
    }
    buffer_free(&head);
    buffer_free(&bytes);
    return ok;
}

struct note *note_read(const char *path, const char *id, struct error *error)
{
    struct frontmatter matter = { 0 };
    bool more = false;
    if (!read_head(path, NOTE_HEAD, &matter, &more, error) ||
        (more && !read_head(path, NOTE_HEAD_MOST, &matter, &more, error)))
        return NULL;
    struct note *note = xcalloc(1, sizeof *note);
    note->id = xstrdup(id);
    note->path = xstrdup(path);
    note->file_name = clean_file_name(path);
    note->matter = matter;
    collect_names(note);
    return note;
}

void note_free(struct note *note)
{
    if (note == NULL)
        return;
    frontmatter_free(&note->matter);
    free(note->excepted.items);
    free(note->items);
    free(note->file_name);
    free(note->path);
    free(note->id);
    free(note);
}

const char *note_name(const struct note *note, enum name_kind kind)
{
    for (size_t i = 0; i < note->count; i++) {
        if (note->items[i].kind == kind)
            return note->items[i].text;
    }
    return NULL;
}

void notes_free(struct notes *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        note_free(notes->items[i]);
    free(notes->items);
    *notes = (struct notes){ 0 };
}
