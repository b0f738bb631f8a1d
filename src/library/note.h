/* note: the front matter of an entity note (entities/NAME.md).
 *
 *     names: { en: Alibaba Group, zh: 阿里巴巴集团 }
 *     aliases: [Alibaba, 阿里巴巴]     any language
 *     short: [Ma]                      count only where the article has introduced the entity
 *     except: [Amazon River]           phrases in which its names mean something else
 *     case: any                        amazon is Amazon, too; exact: FAB is not Fab
 *     type: company                    person company product publication place
 *     since, until, source             free text
 *
 * A note of a Markdown vault (no `names`) has its file's name as its name, and where `type` is
 * silent its tags tell the type: `tags: [person]`, `#person` in the text. Only the first NOTE_HEAD
 * bytes are read, where the front matter is longer NOTE_HEAD_MOST: the body is reader_open's.
 * Lines are lines of the file, 0 when the name is the file's.
 *
 * Not every name is fit to be looked for in texts (note_name_fault), and of one note no more than
 * NOTE_NAMES are.
 * Ownership: note_free; notes_free. All text is clean UTF-8 but for `id` and `path`. */
#ifndef DIPTYCH_LIBRARY_NOTE_H
#define DIPTYCH_LIBRARY_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "doc/frontmatter.h"

#define NOTE_HEAD ((size_t)64 << 10)
#define NOTE_HEAD_MOST (((size_t)1 << 20) + NOTE_HEAD)
#define NOTE_NAME_LIMIT ((size_t)1000) /* bytes; longer names are not looked for in texts */
#define NOTE_NAMES ((size_t)1000)

enum note_type {
    NOTE_UNKNOWN,
    NOTE_PERSON,
    NOTE_COMPANY,
    NOTE_PRODUCT,
    NOTE_PUBLICATION,
    NOTE_PLACE,
    NOTE_EVENT
};

/* How a text may write the names' letters. */
enum note_case {
    NOTE_CASE_WRITTEN, /* as they are written, or in capitals throughout */
    NOTE_CASE_ANY,
    NOTE_CASE_EXACT /* not in capitals either */
};

enum name_kind { NAME_ENGLISH, NAME_CHINESE, NAME_ALIAS, NAME_SHORT, NAME_FILE };

struct note_name {
    const char *text; /* points into the note's front matter, for NAME_FILE to file_name */
    enum name_kind kind;
    unsigned line;
};

/* Phrases of `except`, by line; kind is of no meaning. */
struct note_phrases {
    struct note_name *items;
    size_t count;
    size_t capacity;
};

enum name_fault {
    NAME_FIT,
    NAME_TOO_SHORT, /* one character, and no name by itself */
    NAME_TOO_LONG, /* more than NOTE_NAME_LIMIT */
    NAME_UNREADABLE, /* no letter or digit in it; a file's name: no letter */
    NAME_STOPWORD /* a word that means nobody in particular (stopword.h) */
};

struct note {
    char *id;
    char *path;
    char *file_name; /* without folders and extension, clean */
    struct frontmatter matter;
    struct note_name *items; /* names by enum name_kind */
    size_t count; /* NOTE_NAMES at most */
    size_t capacity;
    size_t left_out; /* names beyond those */
    unsigned left_out_line; /* line of the first of them */
    struct note_phrases excepted;
    struct note_phrases demonyms; /* "Chinese" of a country */
    enum note_type type;
    enum note_case letter_case;
};

/* NULL with a sentence when the file cannot be read. */
struct note *note_read(const char *path, const char *id, struct error *error);
void note_free(struct note *note);

/* The first name of that kind, NULL when there is none. */
const char *note_name(const struct note *note, enum name_kind kind);

/* Why a name is not looked for in texts. What `names` says is taken at its word: only aliases and
 * names of files can be too short or too common. */
enum name_fault note_name_fault(const struct note_name *name);

const char *note_type_name(enum note_type type); /* "company"; "" unknown */
enum note_type note_type_parse(const char *text);

/* False, and *letter_case is NOTE_CASE_WRITTEN, for what is neither any nor exact. */
bool note_case_parse(const char *text, enum note_case *letter_case);

/* All notes of a collection, sorted by id. */
struct notes {
    struct note **items;
    size_t count;
    size_t capacity;
};

void notes_free(struct notes *notes); /* frees the contents, not the struct */

#endif
