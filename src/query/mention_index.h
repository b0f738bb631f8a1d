/* mention_index: where the articles of a collection mention its entities.
 *
 * A mention index goes through the articles one by one (mention_index_step), so that the room can
 * count while the reader reads on; what was counted so far can be asked for at any time. It keeps
 * spans and numbers, no texts. An article whose file has changed is counted again by
 * mention_index_look.
 *
 * Entities are the entity index's numbers, articles indexes into mention_index_articles; offsets
 * are bytes of the document that reader_open makes of the article.
 *
 * Ownership: mention_index_free. The entity index is borrowed and must outlive the mention index;
 * of the collection nothing is kept. */
#ifndef DIPTYCH_QUERY_MENTION_INDEX_H
#define DIPTYCH_QUERY_MENTION_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/entity_index.h"
#include "base/file.h"

struct mention_index_article {
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
struct mention_index_count {
    size_t mentions;
    size_t articles;
};

struct mention_index;

/* Looks at the collection's articles (collection_scan); reads none yet. `collection` may be NULL:
 * then there are no articles. `conversion` reads the files and must outlive the mention index. */
struct mention_index *mention_index_new(struct collection *collection,
                                        const struct entity_index *entity_index,
                                        struct conversion *conversion);
void mention_index_free(struct mention_index *mention_index);

/* One article more by path: a file that belongs to no collection. Its id is what the reader calls
 * it. Nothing happens when the path is known. */
void mention_index_add(struct mention_index *mention_index, const char *path, const char *id);

/* Reads the next article. False when there was none left, or its text is still being made: then
 * mention_index_waits, and it is worth asking again after a while. */
bool mention_index_step(struct mention_index *mention_index);
bool mention_index_waits(const struct mention_index *mention_index);
struct conversion *mention_index_conversion(const struct mention_index *mention_index);
void mention_index_hurry(struct mention_index *mention_index,
                         size_t article); /* that one now, before its turn */
bool mention_index_is_done(const struct mention_index *mention_index);

/* Looks whether up to `most` of the files have changed, going on where the last call stopped, and
 * counts those anew. True when any count is another one now. */
bool mention_index_look(struct mention_index *mention_index, size_t most);

const struct mention_index_article *
mention_index_articles(const struct mention_index *mention_index, size_t *count);

/* Index of the article with that id or path, the number of articles when there is none. */
size_t mention_index_by_id(const struct mention_index *mention_index, const char *id);
size_t mention_index_by_path(const struct mention_index *mention_index, const char *path);

struct mention_index_count mention_index_count(const struct mention_index *mention_index,
                                               uint32_t entity);

/* Mentions of an entity in one article. */
size_t mention_index_count_in(const struct mention_index_article *article, uint32_t entity);

/* The first of them, NULL when there is none. */
const struct mention *mention_index_first_in(const struct mention_index_article *article,
                                             uint32_t entity);

/* Articles looked at so far: those before that index. */
size_t mention_index_read(const struct mention_index *mention_index);

/* Rises when something that was counted already is counted anew. */
unsigned long mention_index_revision(const struct mention_index *mention_index);

/* Rises with every change of what the functions above say. */
unsigned long mention_index_age(const struct mention_index *mention_index);

#endif
