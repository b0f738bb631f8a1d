/* note_counterpart: what goes into a note made by command as its counterpart: the passage in the
 * other version that was named by its words, or the one that the alignment finds. */
#ifndef DIPTYCH_CLI_NOTE_COUNTERPART_H
#define DIPTYCH_CLI_NOTE_COUNTERPART_H

#include "base/span.h"
#include "cli/context.h"
#include "notes/annotation.h"
#include "query/article_locator.h"

/* Adds the counterpart of `span` in `located`, an article of the collection or a file: "auto", or its words.
 * False with a sentence: then the note has none. */
bool note_counterpart_add(struct context *context, struct article_locator *locator,
                          const struct located_text *located, struct span span, const char *words,
                          struct annotation *made, struct error *error);

#endif
