#include "library/check_note.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/commonword.h"
#include "text/fold.h"
#include "text/utf8.h"

static const char *const known_keys[] = { "names.en", "names.zh", "aliases", "short",  "except",
                                          "case",     "type",     "since",   "until",  "source",
                                          "demonyms", NULL };
static const char *const several_keys[] = { "aliases", "short", "except", "source", "demonyms", NULL };

static void check_type(const struct checked_file *file, struct faults *faults)
{
    unsigned line;
    const char *type = checked_file_value(file, "type", &line);
    if (type == NULL)
        faults_add(faults, file->path, line, "type: is missing");
    else if (note_type_parse(type) == NOTE_UNKNOWN)
        faults_add(faults, file->path, line,
                   "type: is %s; wants person, company, product, publication, place or event", type);
}

static void check_presence(const struct checked_file *file, struct faults *faults)
{
    unsigned line;
    bool english = checked_file_value(file, "names.en", &line) != NULL;
    bool chinese = checked_file_value(file, "names.zh", &line) != NULL;
    if (!english && !chinese)
        faults_add(faults, file->path, 1, "names: is missing");
    else if (!english || !chinese)
        faults_add(faults, file->path, 1, "names: has no %s", english ? "zh" : "en");
    check_type(file, faults);
}

static void check_case(const struct checked_file *file, struct faults *faults)
{
    unsigned line;
    enum note_case letter_case;
    const char *value = checked_file_value(file, "case", &line);
    if (value != NULL && !note_case_parse(value, &letter_case))
        faults_add(faults, file->path, line, "case: is %s; wants any or exact", value);
}

static const char *key_of(enum name_kind kind)
{
    return kind == NAME_ALIAS ? "aliases" : kind == NAME_SHORT ? "short" : "names";
}

/* US is not us. */
static bool is_capitals(const char *text)
{
    return text[strcspn(text, "abcdefghijklmnopqrstuvwxyz")] == '\0' && text[0] >= 'A' &&
           text[0] <= 'Z';
}

/* What the linker takes only where a capital tells something (entity/linker.h). */
static bool is_everyday_alias(const struct note_name *name)
{
    return name->kind == NAME_ALIAS && !is_capitals(name->text) &&
           commonword_is(name->text, strlen(name->text));
}

static void check_name(const char *path, const struct note_name *name, struct faults *faults)
{
    const char *key = key_of(name->kind);
    switch (note_name_fault(name)) {
    case NAME_FIT:
        if (is_everyday_alias(name))
            faults_add(faults, path, name->line,
                       "%s: %s is a word of everyday language; give it as short", key, name->text);
        break;
    case NAME_TOO_SHORT:
        faults_add(faults, path, name->line,
                   "%s: %s is one character, which is too little to be told from others", key,
                   name->text);
        break;
    case NAME_TOO_LONG:
        faults_add(faults, path, name->line,
                   "a name of %zu bytes is not looked for; the limit is %zu", strlen(name->text),
                   NOTE_NAME_LIMIT);
        break;
    case NAME_UNREADABLE:
        faults_add(faults, path, name->line, "%s: has no letter or digit to be looked for",
                   name->text);
        break;
    case NAME_STOPWORD:
        faults_add(faults, path, name->line,
                   "%s: %s is a word of everyday language, and no text is searched for it", key,
                   name->text);
        break;
    }
}

void check_fitness(const char *path, const struct note *note, struct faults *faults)
{
    for (size_t i = 0; i < note->count; i++) {
        if (note->items[i].kind != NAME_FILE)
            check_name(path, &note->items[i], faults);
    }
    if (note->left_out > 0)
        faults_add(faults, path, note->left_out_line,
                   "%zu names are too many; texts are searched for the %zu before this one",
                   note->count + note->left_out, note->count);
}

/* The folded names of a note, each between newlines. */
static void fold_names(const struct note *note, struct fold *fold, struct buffer *names)
{
    for (size_t i = 0; i < note->count; i++) {
        fold_text(note->items[i].text, strlen(note->items[i].text), FOLD_CASE | FOLD_SPACE, fold);
        buffer_add(names, fold->text, fold->length);
        buffer_add_byte(names, '\n');
    }
}

/* Whether one of the names is in `phrase` and shorter. */
static bool holds_name(const struct fold *phrase, const struct buffer *names)
{
    const char *at = buffer_text(names);
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        for (size_t i = 0; length < phrase->length && i + length <= phrase->length; i++) {
            if (memcmp(phrase->text + i, at, length) == 0)
                return true;
        }
        at += length + 1;
    }
    return false;
}

static void check_exceptions(const struct checked_file *file, const struct note *note,
                             struct faults *faults)
{
    struct buffer names = { 0 };
    struct fold fold = { 0 };
    if (note->excepted.count > 0)
        fold_names(note, &fold, &names);
    for (size_t i = 0; i < note->excepted.count; i++) {
        const struct note_name *phrase = &note->excepted.items[i];
        fold_text(phrase->text, strlen(phrase->text), FOLD_CASE | FOLD_SPACE, &fold);
        if (!holds_name(&fold, &names))
            faults_add(faults, file->path, phrase->line,
                       "except: %s is no longer phrase with a name of the note in it",
                       phrase->text);
    }
    fold_free(&fold);
    buffer_free(&names);
}

/* A front matter that is too long for one is the beginning of the body. */
static bool is_too_long(const struct checked_file *file)
{
    return file->bytes.length > NOTE_HEAD_MOST - NOTE_HEAD &&
           strncmp(buffer_text(&file->bytes), "---\n", 4) == 0 &&
           file->document->frontmatter->count == 0;
}

/* Without its last line the front matter is text to whoever reads it. */
static bool is_endless(const struct checked_file *file)
{
    const struct frontmatter *matter = file->document->frontmatter;
    const char *bytes = buffer_text(&file->bytes);
    return matter->count == 0 && matter->fault == NULL &&
           (strncmp(bytes, "---\n", 4) == 0 || strncmp(bytes, "---\r\n", 5) == 0) &&
           strstr(bytes + 4, "\n---") == NULL;
}

void check_note(const struct checked_file *file, const struct note *note, struct faults *faults)
{
    if (is_too_long(file)) {
        faults_add(faults, file->path, 1, "the front matter: does not end within 1 MiB");
        return;
    }
    if (is_endless(file))
        faults_add(faults, file->path, 1, "the front matter: no line of three hyphens ends it");
    else if (file->document->frontmatter->fault == NULL)
        check_presence(file, faults);
    check_fitness(file->path, note, faults);
    check_exceptions(file, note, faults);
    check_case(file, faults);
    checked_file_utf8(file, faults);
    checked_file_keys(file, known_keys, several_keys, faults);
    checked_file_body(file, faults);
}

struct claim {
    char *folded;
    const struct note_name *name;
    const struct note *note;
};

struct claims {
    struct claim *items;
    size_t count;
    size_t capacity;
};

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;
    int order = strcmp(a->folded, b->folded);
    if (order == 0)
        order = strcmp(a->note->id, b->note->id);
    return order != 0 ? order : (a->name > b->name) - (a->name < b->name);
}

static void collect_claims(const struct notes *notes, struct claims *claims)
{
    struct fold fold = { 0 };
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = notes->items[i];
        for (size_t name = 0; name < note->count; name++) {
            const char *text = note->items[name].text;
            if (note->items[name].kind == NAME_SHORT ||
                note_name_fault(&note->items[name]) != NAME_FIT)
                continue;
            fold_text(text, strlen(text), FOLD_CASE | FOLD_SPACE, &fold);
            VECTOR_PUSH(claims, (struct claim){ xstrndup(fold.text, fold.length),
                                                &note->items[name], note });
        }
    }
    fold_free(&fold);
}

/* The two names of one note may be the same: OpenSky is OpenSky in Chinese, too. */
static void compare_neighbours(const struct claim *before, const struct claim *claim,
                               struct faults *faults)
{
    if (before->note != claim->note)
        faults_add(faults, claim->note->path, claim->name->line, "%s: is a name of %s, too",
                   claim->name->text, before->note->id);
    else if (claim->name->kind == NAME_ALIAS && strcmp(before->name->text, claim->name->text) == 0)
        faults_add(faults, claim->note->path, claim->name->line, "%s: is given twice",
                   claim->name->text);
}

void check_names(const struct notes *notes, struct faults *faults)
{
    struct claims claims = { 0 };
    collect_claims(notes, &claims);
    if (claims.count > 0)
        qsort(claims.items, claims.count, sizeof *claims.items, compare_claims);
    for (size_t i = 1; i < claims.count; i++) {
        if (strcmp(claims.items[i - 1].folded, claims.items[i].folded) == 0)
            compare_neighbours(&claims.items[i - 1], &claims.items[i], faults);
    }
    for (size_t i = 0; i < claims.count; i++)
        free(claims.items[i].folded);
    free(claims.items);
}

/* Letters and digits of scripts that set words apart by spaces. */
static bool joins_words(uint32_t code_point)
{
    return (code_point >= '0' && code_point <= '9') || (code_point >= 'a' && code_point <= 'z') ||
           (code_point >= 'A' && code_point <= 'Z') ||
           (code_point >= 0xC0 && code_point < 0x590 && code_point != 0xD7 && code_point != 0xF7);
}

static bool joins_at(const char *text, size_t length, size_t at)
{
    uint32_t code_point;
    return utf8_decode(text + at, length - at, &code_point) > 0 && joins_words(code_point);
}

/* Whether `name` stands in the text with no word going on at either end. */
static bool occurs(const char *name, const struct document *document)
{
    const char *text = document->text;
    size_t length = strlen(name);
    for (const char *hit = strstr(text, name); hit != NULL; hit = strstr(hit + 1, name)) {
        size_t start = (size_t)(hit - text);
        size_t end = start + length;
        bool before = start > 0 && joins_at(name, length, 0) &&
                      joins_at(text, document->length, utf8_previous(text, start));
        bool after = end < document->length && joins_at(text, document->length, end) &&
                     joins_at(name, length, utf8_previous(name, length));
        if (!before && !after)
            return true;
    }
    return false;
}

void check_short_names(const struct notes *notes, const struct checked_file *articles,
                       size_t count, struct faults *faults)
{
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = notes->items[i];
        for (size_t name = 0; name < note->count; name++) {
            const struct note_name *here = &note->items[name];
            bool used = here->kind != NAME_SHORT;
            for (size_t article = 0; !used && article < count; article++)
                used = occurs(here->text, articles[article].document);
            if (!used)
                faults_add(faults, note->path, here->line, "short: no article uses %s",
                           here->text);
        }
    }
}
