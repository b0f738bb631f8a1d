/* article_figures: the figures of an article (figure/figures.h), with what is known of it.
 *
 * A name with a number in it (11 Main) has no figure; the day of publication tells which year a month
 * without one is meant in. Linear in the text. */
#ifndef DIPTYCH_QUERY_ARTICLE_FIGURES_H
#define DIPTYCH_QUERY_ARTICLE_FIGURES_H

#include "doc/document.h"
#include "entity/linker.h"
#include "figure/figures.h"

/* Appends them. Mentions are the document's, sorted and without overlap. */
void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures);

/* The same, asking `go_on` (NULL: nobody) now and then; false when it has stopped it. */
bool article_figures_read(const struct document *document, const struct mentions *mentions,
                          bool (*go_on)(void *data, double done), void *data,
                          struct figures *figures);

/* The same of an article published on that day, whatever its front matter says (NULL: what that
 * says); the day itself is a date, too. */
void article_figures_find_dates(const struct document *document, const struct mentions *mentions,
                                const struct figure_date *published, struct figures *figures);

/* When it was published, as the front matter says, else a line at its beginning that is a day and no
 * more; false when neither does. */
bool article_figures_published(const struct document *document, struct figure_date *published);

#endif
