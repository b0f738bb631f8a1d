/* article_pairs: the articles of a collection that are versions of one text or tell of one event, in two
 * languages: what `diptych pairs` prints.
 *
 *   name          their names differ in the tag of their language alone (version_name.h)
 *   front matter  one says that it translates the other, or both name one story
 *   content       of English and Chinese articles that neither pairs those that are near to each
 *                 other (content_match.h), where the aligner finds more of one in the other than in
 *                 any other, and enough
 *
 * The collection must have been scanned. Ownership: article_pairs_free; articles are the collection's. */
#ifndef DIPTYCH_QUERY_ARTICLE_PAIRS_H
#define DIPTYCH_QUERY_ARTICLE_PAIRS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "library/collection.h"
#include "query/aligner.h"

enum article_pair_how { PAIRED_BY_NAME, PAIRED_BY_FRONT_MATTER, PAIRED_BY_CONTENT };

struct article_pair {
    const struct article *a; /* English before Chinese before others */
    const struct article *b;
    enum article_pair_how how;
    double score; /* 0 to 1; 1 of what names or front matter say */
};

/* Start with { 0 }. */
struct article_pairs {
    struct article_pair *items;
    size_t count;
    size_t capacity;
};

/* "name", "front-matter", "content". */
const char *article_pair_how_name(enum article_pair_how how);

/* For who may lose patience; each may be NULL. */
struct article_pairs_wish {
    bool (*go_on)(void *data, double done); /* as in parallel.h */
    void *data;
    const atomic_bool *stop; /* once it is true no conversion is waited for */
};

/* Appends them, by a, then b. False when go_on has stopped it. */
bool article_pairs_find(const struct collection *collection, struct aligner *aligner,
                        const struct article_pairs_wish *wish, struct article_pairs *pairs);
void article_pairs_free(struct article_pairs *pairs);

#endif
