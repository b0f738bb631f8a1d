/* article: what is known of an article without opening it.
 *
 * The front matter's head: title, language, story and where the text comes from. Only the first
 * ARTICLE_HEAD bytes of a file are looked at, but for what the converter makes a text of, which is
 * read whole (and then kept, conversion.h). Where the front matter is silent, the title
 * is the first heading (document_title) and the language a guess from the text; a file with
 * neither gets its id as its title.
 *
 * All fields are clean UTF-8 and never NULL ("" when unknown), but for `id` and `path`,
 * which may hold any bytes a file name can hold: show them through sanitize_line.
 *
 * Ownership: an article read by article_read is one block of memory, freed by article_free. Those
 * of a collection belong to it. */
#ifndef DIPTYCH_LIBRARY_ARTICLE_H
#define DIPTYCH_LIBRARY_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct conversion; /* doc/conversion.h */

#define ARTICLE_HEAD ((size_t)16 << 10)

struct article {
    const char *id;
    const char *path; /* to be given to reader_open */
    const char *title;
    const char *lang; /* "en", "zh", "" */
    const char *story;
    const char *publisher;
    const char *published; /* ISO 8601, as far as known */
    const char *source;
    const char *byline;
    const char *translation_of; /* an article id */
    const char *retold_from;    /* the publisher whose facts it retells */
    const char *encoding; /* encoding_record's form, "" UTF-8 */
    const char *length;   /* word_count_parse's form */
    bool passing; /* as it was read without the converter: not to be kept */
    bool put_off; /* nothing is known yet: its text is still being made (conversion.h) */
};

#define ARTICLE_FIELDS 11

/* The fields from `title` on by number, for those who copy them all. */
static inline const char **article_field(struct article *article, size_t field)
{
    _Static_assert(offsetof(struct article, length) ==
                       offsetof(struct article, title) + (ARTICLE_FIELDS - 1) * sizeof(char *),
                   "they lie one behind the other");
    return (const char **)(void *)((char *)article + offsetof(struct article, title)) + field;
}

/* Reads the head of the file at `path`; NULL with a sentence when it cannot be read. */
struct article *article_read(struct conversion *conversion, const char *path, const char *id,
                             struct error *error);

/* The same for a file that cannot be read: its id for a title, all else unknown. */
struct article *article_unread(const char *path, const char *id);
void article_free(struct article *article);

/* Whether a file of this name counts as an article: .md .markdown .mkd .txt, or one that is
 * converted (.html .htm .xhtml .epub .docx .odt .mhtml .mht); not hidden. */
bool article_is_name(const char *name);

/* The extensions of articles, in the order in which they are tried; NULL past the last. */
const char *article_extension(size_t index);

/* strcmp's signs, by that order; what is no extension of an article comes last. */
int article_compare_extensions(const char *a, const char *b);

/* The name without its last extension, if that is one of an article. Caller frees. */
char *article_stem(const char *name);

/* "en" of "11-main-sale.en": what follows the last dot after the last slash when it looks like
 * a language tag (two or three letters, perhaps -Hans and the like); points into `id`, ""
 * when there is none. */
const char *article_id_language(const char *id);

/* Whether `name` is the id, or the id without its language ("sale" for "sale.en"). */
bool article_id_is(const char *id, const char *name);

/* Whether `name` is the id, or what stands in an id's place is the path of a file that has this name in
 * its folder: "en/sale" and "sale.md" of "news/en/sale.md". */
bool article_id_means(const char *id, const char *name);

/* English first, Chinese second, the others by name: strcmp's signs. */
int article_compare_languages(const char *a, const char *b);

#endif
