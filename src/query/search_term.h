/* search_term: what a query is made of inside: for search_query.c, search_judge.c, search_scan.c and
 * search_index.c alone.
 *
 * A phrase is a row of words (text/search_text.h) that follow one another. Where a phrase stands is
 * told by the number of its first word in the article; the breaks between paragraphs have a number
 * of their own, so that no phrase goes on in the next one. */
#ifndef DIPTYCH_QUERY_SEARCH_TERM_H
#define DIPTYCH_QUERY_SEARCH_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "language/english_stem.h"
#include "query/search_query.h"

enum search_field { SEARCH_WORD, SEARCH_ENTITY, SEARCH_LANG, SEARCH_STORY, SEARCH_PUBLISHER,
                    SEARCH_SINCE, SEARCH_UNTIL, SEARCH_TAG };

/* One word of a phrase: itself, any word of its stem, any that begins so, or with this Han character. */
enum search_match { SEARCH_SAME, SEARCH_STEM, SEARCH_BEGINS, SEARCH_HAN };

struct search_piece {
    char *text; /* of SEARCH_STEM: the stem */
    size_t length;
    enum search_match match;
};

struct search_phrase {
    struct search_piece *items;
    size_t count;
    size_t capacity;
    size_t width;  /* words that it covers in a text */
    char *literal; /* its key, where that has more in it than words: 37%, C++; NULL */
    size_t before; /* bytes of that before the first word */
};

struct search_ids {
    char **items;
    size_t count;
    size_t capacity;
};

struct search_phrases {
    struct search_phrase *items;
    size_t count;
    size_t capacity;
};

struct search_term {
    enum search_field field;
    bool negative;
    bool either; /* OR: belongs to the part of the term before it */
    char *value;
    struct find *find;           /* of names of stories and publishers; NULL */
    struct search_phrase phrase; /* of words */
    struct search_phrase second; /* that stands near it; empty: none */
    size_t near;                 /* words between the two, at most */
    bool named;                  /* an entity's names were looked up: */
    struct search_phrases names; /* how they begin */
    struct search_ids tagged;    /* articles with a note of the tag, sorted */
    size_t part;                 /* of words and entities that are wanted */
};

struct search_query {
    struct search_term *items;
    size_t count;
    size_t capacity;
    size_t parts;
    uint64_t names; /* the checksum of all names that were looked up in, 0 none were */
    struct search_stems *stems; /* of the words that were met, NULL: no stem is asked for */
};

/* Where a phrase stands in an article, sorted. */
struct search_places {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

/* Of one article: where the phrases of each term stand, and where its paragraphs begin. */
struct search_finds {
    struct search_places *first;  /* one a term */
    struct search_places *second;
    struct search_places breaks;
};

struct search_finds search_finds_new(const struct search_query *query);
void search_finds_free(const struct search_query *query, struct search_finds *finds);

/* Sets `counts` of the parts, and whether all are together. False where a word is missing, or one is
 * there that must not be. */
bool search_judge(const struct search_query *query, const struct search_finds *finds,
                  size_t *counts, bool *together);

/* Whether the paragraph has all parts, in which number `place` stands. */
bool search_judge_paragraph(const struct search_query *query, const struct search_finds *finds,
                            uint32_t place);

/* Whether the place is one of the term's: with the second phrase near it, where it wants one. */
bool search_judge_place(const struct search_term *term, const struct search_finds *finds,
                        size_t index, uint32_t place, bool of_second);

/* Whether it is a term of words, or an entity. */
bool search_term_is_text(const struct search_term *term);

#endif
