/* addition: texts on their way into the reader's library: a folder of articles that is a collection.
 *
 * A text comes in as a plain file: Markdown and plain text as they are, in UTF-8, all else as the
 * Markdown that its reader makes of it; front matter is filled in from what the text says of itself
 * (library/text_facts.h). Or, linked, as a symbolic link to the file where it lies, unchanged. A
 * text that is there already, whatever it is called, does not come in twice
 * (library/contents.h). A file is there whole or not at all, whenever the program ends.
 *
 * Ownership: addition_free; added_free. Not shared between threads. */
#ifndef DIPTYCH_QUERY_ADDITION_H
#define DIPTYCH_QUERY_ADDITION_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "library/text_facts.h"
#include "query/entity_index.h"

#define ADDITION_STORIES_MOST 2000 /* articles among which versions are looked for */

struct addition;

struct addition_wish {
    const char *library;      /* the folder, made when it is not there */
    const char *cache_folder; /* NULL none */
    struct conversion *conversion; /* reads the files (doc/reader.h); borrowed, may be NULL */
    const atomic_bool *stop;  /* once it is true no conversion is waited for; NULL never */
    bool link;
    /* May change what is known of a text before it comes in; NULL: nobody is asked. */
    void (*ask)(void *data, const char *path, struct text_facts *facts);
    /* Texts looked at, of how many; false stops. NULL: nobody waits. */
    bool (*go_on)(void *data, size_t done, size_t count);
    void *data;
};

enum addition_outcome { ADDITION_ADDED, ADDITION_LINKED, ADDITION_DOUBLE, ADDITION_FAILED };

struct added {
    enum addition_outcome outcome;
    char *id;    /* of the article, also of the one that is there already; NULL: failed */
    char *story; /* that addition_find_stories has put it into, NULL none */
};

/* Strings are borrowed. NULL with a sentence; an empty one when go_on has stopped it. */
struct addition *addition_new(const struct addition_wish *wish, struct error *error);
void addition_free(struct addition *addition); /* remembers what came in, too */

/* `below`: the folder within the library, "" none. A pipe's text is called by its title. False: what
 * failed is in *error. */
bool addition_add(struct addition *addition, const char *path, const char *below,
                  struct added *added, struct error *error);
void added_free(struct added *added);

/* Whether that was because the disk is full: so would all others fail. */
bool addition_is_full(const struct addition *addition);

/* Puts the added articles into the story of those that tell the same (article_pairs.h): one's story,
 * or a new one for both. Does nothing in libraries of more than ADDITION_STORIES_MOST. False with a
 * sentence when something failed, without one when go_on has stopped it (thousandths of the work). */
bool addition_find_stories(struct addition *addition, const char *data_folder,
                           const struct entity_index *index, struct added *added, size_t count,
                           struct error *error);

#endif
