/* annotation: what a reader says about a passage, and what is known of the passage.
 *
 * An annotation has a selection, perhaps its counterpart in the other version, and, for kind link,
 * perhaps a passage that it leads to: its targets, each of which is described well enough to be
 * found again when the text has changed (anchor.h). Places are Unicode code points of the
 * clean text of the article (doc/document.h), half-open. Times are UTC in ISO 8601 with seconds,
 * "2015-06-23T10:00:00Z".
 *
 * Strings are what they were when the annotation was made or came in: comments and tags may
 * hold control bytes and ill-formed UTF-8, and go through text/sanitize before anyone sees them.
 * The one exception is NUL, which ends a string.
 *
 * Ownership: an annotation owns all it points to. No string is ever NULL: "" is unknown or none.
 * annotation_begin makes an empty one; annotation_free releases the contents, not the struct. */
#ifndef DIPTYCH_NOTES_ANNOTATION_H
#define DIPTYCH_NOTES_ANNOTATION_H

#include <stdbool.h>
#include <stddef.h>

#define ANNOTATION_ID_SIZE 13   /* 12 characters and the NUL */
#define ANNOTATION_TIME_SIZE 21 /* "2015-06-23T10:00:00Z" and the NUL */
#define ANNOTATION_CONTEXT 32   /* code points of text kept before and after a quote */

enum annotation_kind {
    ANNOTATION_HIGHLIGHT,
    ANNOTATION_COMMENT,
    ANNOTATION_QUESTION,
    ANNOTATION_TAG,
    ANNOTATION_LINK,
    ANNOTATION_WORD /* kept to be learned; no note: only those who ask for words see them */
};

/* How well a target was found in the text as it is now. */
enum anchor_state {
    ANCHOR_EXACT, /* the same words at the same place, or the only place they have */
    ANCHOR_MOVED, /* one place is by far the likeliest, but the words there or the place differ */
    ANCHOR_AMBIGUOUS, /* several places are about as likely */
    ANCHOR_LOST       /* there is no likely place, or no article */
};

enum target_role { TARGET_SELECTION, TARGET_COUNTERPART, TARGET_DESTINATION };

/* A passage. Article, hash, story and title say which text; start, end, quote and the
 * rest say where in it. */
struct annotation_target {
    enum target_role role;
    char *article; /* its id in the collection; of a file outside one, its path */
    char *path;    /* where its file lay, a hint */
    char *hash;    /* SHA-256 of the article's clean text, 64 hexadecimal digits */
    char *quote;   /* the exact text */
    char *prefix;  /* up to ANNOTATION_CONTEXT code points before it */
    char *suffix;  /* and after it */
    size_t start;  /* code points */
    size_t end;
    size_t block;   /* index of the document's block that it starts in */
    char *headings; /* the headings it stands under, outermost first, a newline between them */
    char *lang;     /* "en", "zh" */
    char *story;
    char *title;
    char *publisher;
    char *published; /* ISO 8601, as far as known */
    char *source;
};

struct annotation {
    char id[ANNOTATION_ID_SIZE]; /* "" until the store gives it one */
    enum annotation_kind kind;
    char created[ANNOTATION_TIME_SIZE]; /* "" until then, too */
    char modified[ANNOTATION_TIME_SIZE];
    char *comment; /* Markdown */
    char *colour;  /* a name or #rrggbb */
    char *entity;  /* the entity note that a link leads to */
    char *origin;  /* what it was called where it was imported from */
    char *word;    /* kind word: what is kept; the selection is its sentence, the comment its translation */
    char *reading;
    char **tags;   /* in the reader's order, none twice */
    size_t tag_count;
    size_t tag_capacity;
    struct annotation_target *targets; /* the selection first; one of each role at most */
    size_t target_count;
    size_t target_capacity;
};

void annotation_begin(struct annotation *annotation);
void annotation_free(struct annotation *annotation);
void annotation_copy(struct annotation *to, const struct annotation *from);

/* Replaces a string field by a copy of `text`. */
void annotation_set(char **field, const char *text);

/* Adds a tag unless it is there or empty. */
void annotation_add_tag(struct annotation *annotation, const char *tag);
bool annotation_has_tag(const struct annotation *annotation, const char *tag);

/* Takes a tag away if it is there. */
void annotation_drop_tag(struct annotation *annotation, const char *tag);

/* The target of that role, NULL when there is none. Valid until one is added. */
struct annotation_target *annotation_target(const struct annotation *annotation,
                                            enum target_role role);

/* The target of that role, made empty when there is none. */
struct annotation_target *annotation_add_target(struct annotation *annotation,
                                                enum target_role role);
void annotation_drop_target(struct annotation *annotation, enum target_role role);

/* String fields of an annotation and of a target by number, with their names, for those who go
 * through them all (the store, JSON). NULL past the last. */
const char *annotation_field_name(size_t field);
char **annotation_field(struct annotation *annotation, size_t field);
const char *target_field_name(size_t field);
char **target_field(struct annotation_target *target, size_t field);

/* Of kind word: the word, and the sentence that it was met in, "" unknown. Without a word of its own
 * the annotation keeps the words of its selection. Valid as long as the annotation. */
#define ANNOTATION_KNOWN "known" /* the tag of words that the reader knows by now */
const char *annotation_word(const struct annotation *annotation);
const char *annotation_sentence(const struct annotation *annotation);

/* Whether two say the same, but for id, times and origin. */
bool annotation_same(const struct annotation *a, const struct annotation *b);

const char *annotation_kind_name(enum annotation_kind kind); /* "highlight" */
bool annotation_kind_parse(const char *name, enum annotation_kind *kind);
const char *anchor_state_name(enum anchor_state state); /* "exact" */
bool anchor_state_parse(const char *name, enum anchor_state *state);
const char *target_role_name(enum target_role role); /* "selection" */
bool target_role_parse(const char *name, enum target_role *role);

#endif
