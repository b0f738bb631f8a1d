/* article_locator: the texts that annotations stand in, found and opened when they are asked for.
 *
 * An annotation's article is known by what it says, not only by its name. Looked into are, in this order,
 * until one has the quote: the article of that id, if its text or at least its story or title is the one
 * that was marked; the one with that very text (renamed or moved); those of that title and story, or that
 * story, language and publisher (renamed and edited, converted); those of that address or title; the file
 * at the path, or of its name here; the files that the caller has named. When none has it the best of them
 * counts, but not one that only an address, a title or the caller names. Texts stay open, the
 * ARTICLE_LOCATOR_OPEN used last and as many more as some memory has room for. A locator does not see
 * changes: for a file that has changed make a new one.
 *
 * Ownership: article_locator_free; what is returned is valid until ARTICLE_LOCATOR_OPEN others have been
 * asked for. Collection and conversion are borrowed. */
#ifndef DIPTYCH_QUERY_ARTICLE_LOCATOR_H
#define DIPTYCH_QUERY_ARTICLE_LOCATOR_H

#include <stddef.h>

#include "doc/document.h"
#include "library/collection.h"
#include "notes/anchor.h"
#include "notes/record.h"

#define ARTICLE_LOCATOR_OPEN 16
#define ARTICLE_LOCATOR_SEARCH                                                                     \
    500 /* articles of a collection that are opened to find a text by its hash */

struct article_locator;

struct located_text {
    char *id; /* in the collection; of another file its path */
    char *path;
    struct document *document;
    struct anchor_text *text;
};

/* Both may be NULL; `conversion` reads the files. */
struct article_locator *article_locator_new(struct collection *collection,
                                            struct conversion *conversion);
void article_locator_free(struct article_locator *locator);

/* A file outside the collection that targets may stand in. */
void article_locator_add_file(struct article_locator *locator, const char *path);

/* The text of an article or file; NULL with a sentence when it cannot be read. */
struct located_text *article_locator_open(struct article_locator *locator, const char *id,
                                          const char *path, struct error *error);

/* The text that the target stands in, and where it stands there now; lost, and *located (may be
 * NULL) is NULL, when there is none. */
struct anchor article_locator_find(struct article_locator *locator,
                                   const struct annotation_target *target,
                                   struct located_text **located);

/* For a quote of which nobody knows the article: the one text of the collection where it stands
 * exactly, if there are few enough to look. NULL when none has it, or several have. */
struct located_text *article_locator_search(struct article_locator *locator,
                                            const struct annotation_target *target);

/* For a note on a whole article: the one of the target's address, else of its title. NULL when
 * there is none, or several. */
struct located_text *article_locator_article(struct article_locator *locator,
                                             const struct annotation_target *target);

#endif
