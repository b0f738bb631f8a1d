/* timeline: the dated statements of several articles in order, those of one event told.
 *
 * Statements are of one event when their dates agree (equal, or one the other's beginning) and they
 * share two entities, or one and a figure, or begin with one; the date alone joins nothing but a
 * text and its translation, where each tells it once. Statements of passages that are linked are of
 * one event whatever their dates, so that a difference shows. What has no year comes last, as it was
 * said.
 *
 * Ownership: timeline_free; names given are copied. */
#ifndef DIPTYCH_QUERY_TIMELINE_H
#define DIPTYCH_QUERY_TIMELINE_H

#include <stdint.h>

#include "align/alignment.h"
#include "entity/names.h"
#include "query/dated_statements.h"

struct timeline_row {
    size_t article;
    struct dated_statement statement;
    char *date;   /* as it is printed */
    char *text;   /* the sentence */
    size_t start; /* of the sentence, in code points */
    size_t end;
    size_t event;       /* from 1, in order */
    uint32_t *entities; /* that the sentence names, sorted */
    size_t entity_count;
    uint32_t subject; /* the entity that it begins with, NAMES_NONE */
    uint32_t *keys;   /* of its figures but dates, sorted */
    size_t key_count;
};

struct timeline_article {
    char *id;
    char *original; /* id of the one it translates, "" none */
};

/* Passages of two articles that tell the same. */
struct timeline_link {
    size_t articles[2];
    struct span spans[2];
};

/* Start with { 0 }. */
struct timeline {
    struct timeline_row *items;
    size_t count;
    size_t capacity;
    struct timeline_article *articles;
    size_t article_count;
    size_t article_capacity;
    size_t events;
    struct {
        struct timeline_link *items;
        size_t count;
        size_t capacity;
    } links;
};

/* Appends the statements of one article. `published` as in dated_statements.h. */
void timeline_add(struct timeline *timeline, const char *id, const struct document *document,
                  const struct mentions *mentions, const struct figure_date *published);

/* Links two passages, each by its article's number in the order of adding. Before timeline_finish. */
void timeline_link(struct timeline *timeline, const struct timeline_link *link);

/* The same of all that an alignment of articles a and b pairs with some confidence. */
void timeline_link_aligned(struct timeline *timeline, size_t a, size_t b,
                           const struct alignment *alignment);

/* How many rows the event told most often has, `most` at most. */
size_t timeline_tellings(const struct timeline *timeline, size_t most);

/* Whether the two tell dates of which one cannot be the other: 2015-06-22 and 2015-06-23, but not
 * 2015-06. A date without a year differs from none. */
bool timeline_differ(const struct timeline_row *a, const struct timeline_row *b);

/* Sorts the rows and numbers the events; once, when all are added. */
void timeline_finish(struct timeline *timeline);
void timeline_free(struct timeline *timeline);

/* The first and the last year that is told; false where none is. */
bool timeline_years(const struct timeline *timeline, int *first, int *last);

/* Appends "2009 ▄▄···█▄ 2015": a block character for each of the years from the first to the last, or
 * for several, `width` at most, taller where more is told; nothing where no year is. */
void timeline_strip(const struct timeline *timeline, size_t width, struct buffer *out);

#endif
