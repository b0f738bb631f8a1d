#include "library/note.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "library/article.h"
#include "library/stopword.h"
#include "text/ascii.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/word.h"

static const char *const type_names[] = {
    [NOTE_UNKNOWN] = "",     [NOTE_PERSON] = N_("person"),           [NOTE_COMPANY] = N_("company"),
    [NOTE_PRODUCT] = N_("product"), [NOTE_PUBLICATION] = N_("publication"), [NOTE_PLACE] = N_("place"),
    [NOTE_EVENT] = N_("event"),
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

/* As a reader writes it: person, Person, #person, entity/person. */
static enum note_type tag_type(const char *tag, size_t length)
{
    char word[16];
    for (size_t i = 0; i < length; i++) {
        if (tag[i] == '/' || tag[i] == '#')
            return tag_type(tag + i + 1, length - i - 1);
    }
    if (length >= sizeof word)
        return NOTE_UNKNOWN;
    for (size_t i = 0; i < length; i++)
        word[i] = ascii_lower(tag[i]);
    word[length] = '\0';
    return note_type_parse(word);
}

/* Tags in a row, with or without commas. */
static enum note_type tags_type(const char *tags)
{
    static const char between[] = " ,\t";
    enum note_type type = NOTE_UNKNOWN;
    for (tags += strspn(tags, between); *tags != '\0' && type == NOTE_UNKNOWN;
         tags += strspn(tags, between)) {
        size_t length = strcspn(tags, between);
        type = tag_type(tags, length);
        tags += length;
    }
    return type;
}

/* The first #tag in the text that names a type. */
static enum note_type hashtag_type(const char *text)
{
    for (const char *at = strchr(text, '#'); at != NULL; at = strchr(at + 1, '#')) {
        bool begins = at == text || at[-1] == ' ' || at[-1] == '\n' || at[-1] == '\t';
        enum note_type type = begins ? tag_type(at + 1, strcspn(at + 1, " \t\n#,.;:)"))
                                     : NOTE_UNKNOWN;
        if (type != NOTE_UNKNOWN)
            return type;
    }
    return NOTE_UNKNOWN;
}

static enum note_type find_type(const struct note *note, const char *body)
{
    const char *given = frontmatter_get(&note->matter, "type");
    enum note_type type = given != NULL ? tag_type(given, strlen(given)) : NOTE_UNKNOWN;
    for (size_t i = 0; i < note->matter.count && type == NOTE_UNKNOWN; i++) {
        const struct frontmatter_entry *entry = &note->matter.items[i];
        if (strcmp(entry->key, "tags") == 0 || strcmp(entry->key, "tag") == 0)
            type = tags_type(entry->value);
    }
    return type != NOTE_UNKNOWN ? type : hashtag_type(body);
}

static void add_name(struct note *note, const char *text, enum name_kind kind, unsigned line)
{
    if (note->count < NOTE_NAMES)
        VECTOR_PUSH(note, (struct note_name){ text, kind, line });
    else if (note->left_out++ == 0)
        note->left_out_line = line;
}

static void add_names(struct note *note, const char *key, enum name_kind kind)
{
    for (size_t i = 0; i < note->matter.count; i++) {
        const struct frontmatter_entry *entry = &note->matter.items[i];
        if (entry->value[0] != '\0' && strcmp(entry->key, key) == 0)
            add_name(note, entry->value, kind, entry->line);
    }
}

static void add_phrases(const struct note *note, const char *key, struct note_phrases *phrases)
{
    for (size_t i = 0; i < note->matter.count; i++) {
        const struct frontmatter_entry *entry = &note->matter.items[i];
        if (strcmp(entry->key, key) == 0 && entry->value[0] != '\0')
            VECTOR_PUSH(phrases, (struct note_name){ entry->value, NAME_ALIAS, entry->line });
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
    frontmatter_split(&note->matter, "aliases");
    frontmatter_split(&note->matter, "alias");
    add_names(note, "names.en", NAME_ENGLISH);
    add_names(note, "names.zh", NAME_CHINESE);
    if (note->count == 0)
        add_name(note, note->file_name, NAME_FILE, 0);
    add_names(note, "aliases", NAME_ALIAS);
    add_names(note, "alias", NAME_ALIAS);
    add_names(note, "short", NAME_SHORT);
    add_phrases(note, "except", &note->excepted);
    frontmatter_split(&note->matter, "demonyms");
    add_phrases(note, "demonyms", &note->demonyms);
    const char *letter_case = frontmatter_get(&note->matter, "case");
    if (letter_case != NULL)
        (void)note_case_parse(letter_case, &note->letter_case);
}

/* Whether what looks like front matter goes on behind the head. */
static bool is_cut(const char *head, size_t length, size_t taken)
{
    return taken == 0 && length >= 4 &&
           (memcmp(head, "---", 3) == 0 || memcmp(head, "+++", 3) == 0 || head[0] == '{');
}

/* The head of the file, clean, and its front matter. False when it cannot be read. */
static bool read_head(struct note *note, size_t most, struct buffer *head, struct error *error)
{
    struct buffer bytes = { 0 };
    bool whole;
    bool ok = file_read_head(note->path, most, &bytes, &whole, error);
    buffer_truncate(head, 0);
    if (ok) {
        sanitize_source(buffer_text(&bytes), bytes.length, head, NULL);
        size_t taken = frontmatter_read(buffer_text(head), head->length, &note->matter);
        if (!whole && most < NOTE_HEAD_MOST && is_cut(buffer_text(head), head->length, taken))
            ok = read_head(note, NOTE_HEAD_MOST, head, error);
        else
            note->type = find_type(note, buffer_text(head) + taken);
    }
    buffer_free(&bytes);
    return ok;
}

struct note *note_read(const char *path, const char *id, struct error *error)
{
    struct buffer head = { 0 };
    struct note *note = xcalloc(1, sizeof *note);
    note->path = xstrdup(path);
    note->id = xstrdup(id);
    note->file_name = clean_file_name(path);
    if (read_head(note, NOTE_HEAD, &head, error)) {
        collect_names(note);
    } else {
        note_free(note);
        note = NULL;
    }
    buffer_free(&head);
    return note;
}

void note_free(struct note *note)
{
    if (note == NULL)
        return;
    frontmatter_free(&note->matter);
    free(note->excepted.items);
    free(note->demonyms.items);
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

/* Letters count, and digits where they do (`digits`). */
static bool is_readable(const char *text, size_t length, bool digits)
{
    struct span word;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool digit = byte >= '0' && byte <= '9';
        if ((unsigned char)((byte | 0x20) - 'a') < 26 || (digit && digits))
            return true;
    }
    for (size_t at = 0; word_next(text, length, at, &word); at = word.end) {
        for (size_t i = word.start; i < word.end; i++) {
            if ((unsigned char)text[i] >= 0x80)
                return true;
        }
    }
    return false;
}

enum name_fault note_name_fault(const struct note_name *name)
{
    size_t length = strlen(name->text);
    bool at_will = name->kind == NAME_ALIAS || name->kind == NAME_FILE;
    if (length > NOTE_NAME_LIMIT)
        return NAME_TOO_LONG;
    if (!is_readable(name->text, length, name->kind != NAME_FILE))
        return NAME_UNREADABLE;
    if (at_will && utf8_count(name->text, length) < 2)
        return NAME_TOO_SHORT;
    return at_will && stopword_is(name->text) ? NAME_STOPWORD : NAME_FIT;
}

void notes_free(struct notes *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        note_free(notes->items[i]);
    free(notes->items);
    *notes = (struct notes){ 0 };
}
