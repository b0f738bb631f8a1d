/* article_figures: the figures of an article (figure/figures.h), with what is known of it.
 *
 * A name with a number in it (11 Main) has no figure; the front matter's `published` tells which
 * year a month without one is meant in. Linear in the text. */
#ifndef DIPTYCH_QUERY_ARTICLE_FIGURES_H
#define DIPTYCH_QUERY_ARTICLE_FIGURES_H

#include "figure/figures.h"
#include "doc/document.h"
#include "entity/linker.h"

/* Appends them. Mentions are the document's, sorted and without overlap. */
void article_figures_find(const struct document *document, const struct mentions *mentions,
                          struct figures *figures);

#endif
