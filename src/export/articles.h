/* articles: the articles that notes are on, each once, with its notes.
 *
 * A note belongs to the article of its selection, or of its counterpart when it has no selection;
 * articles come in the order in which they come first among the notes. One without a name is
 * known by its title.
 * Ownership: articles_free; records stay the caller's. */
#ifndef DIPTYCH_EXPORT_ARTICLES_H
#define DIPTYCH_EXPORT_ARTICLES_H

#include <stddef.h>

#include "base/buffer.h"
#include "export/printer.h"

struct noted_article {
    const struct annotation_target *about; /* of its first note; NULL: of none */
    struct note_record *records;           /* copies, in the order of the set */
    size_t count;
};

struct articles {
    struct noted_article *items;
    size_t count;
    struct note_record *records; /* all, article by article */
};

void articles_find(struct articles *articles, const struct export_set *set);
void articles_free(struct articles *articles);

/* A name for a file on it, without extension, and the same whatever else there is: the article's
 * id, or of a file outside a collection its name and a few digits that tell it from others of that
 * name. Fit for any file system. */
void articles_add_name(const struct noted_article *article, struct buffer *out);

#endif
