/* census: where the articles of a collection mention its entities.
 *
 * A census goes through the articles one by one (census_step), so that the room can count while
 * the reader reads on; what was counted so far can be asked for at any time. It keeps spans and
 * numbers, no texts. An article whose file has changed is counted again by census_look.
 *
 * Entities are the gazetteer's numbers, articles indexes into census_articles; offsets are bytes
 * of the document that reader_open makes of the article.
 *
 * Ownership: census_free. The gazetteer is borrowed and must outlive the census; of the
 * collection nothing is kept. */
#ifndef DIPTYCH_QUERY_MENTION_INDEX_H
#define DIPTYCH_QUERY_MENTION_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/entity_index.h"
#include "base/file.h"

struct census_article {
    char *id;
    char *path;
    char *title; /* this and what follows: "" when unknown */
    char *lang;
    char *story;
    char *publisher;
    char *published;
    size_t length;        /* bytes of its text, 0 until it was read */
    struct file_stamp stamp;
    struct mentions mentions;
    bool counted;         /* false: still to be read, or it cannot be */
};

/* How often an entity occurs, and in how many articles. */
struct census_count {
    size_t mentions;
    size_t articles;
};

struct census;

/* Looks at the collection's articles (collection_scan); reads none yet. `collection` may be NULL:
 * then there are no articles. */
struct census *census_new(struct collection *collection, const struct gazetteer *gazetteer);
void census_free(struct census *census);

/* One article more by path: a file that belongs to no collection. Its id is what the reader calls
 * it. Nothing happens when the path is known. */
void census_add(struct census *census, const char *path, const char *id);

/* Reads the next article. False when there was none left. */
bool census_step(struct census *census);
void census_hurry(struct census *census, size_t article); /* that one now, before its turn */
bool census_is_done(const struct census *census);
void census_finish(struct census *census); /* all of them */

/* Looks whether up to `most` of the files have changed, going on where the last call stopped, and
 * counts those anew. True when any count is another one now. */
bool census_look(struct census *census, size_t most);

const struct census_article *census_articles(const struct census *census, size_t *count);

/* Index of the article with that id or path, the number of articles when there is none. */
size_t census_by_id(const struct census *census, const char *id);
size_t census_by_path(const struct census *census, const char *path);

struct census_count census_count(const struct census *census, uint32_t entity);

/* Mentions of an entity in one article. */
size_t census_count_in(const struct census_article *article, uint32_t entity);

/* The first of them, NULL when there is none. */
const struct mention *census_first_in(const struct census_article *article, uint32_t entity);

/* Articles looked at so far: those before that index. */
size_t census_read(const struct census *census);

/* Rises when something that was counted already is counted anew. */
unsigned long census_revision(const struct census *census);

/* Rises with every change of what the functions above say. */
unsigned long census_age(const struct census *census);

#endif
