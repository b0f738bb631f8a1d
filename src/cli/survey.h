/* survey: the texts that a command names, one after another, with the mentions in them.
 *
 * Names are those of articles, files and folders (all articles in them); without any, the
 * collection's articles. The entity index is the context's, built once. One text is in memory at a
 * time. What cannot be read is complained of, and the rest goes on.
 *
 * Ownership: what a visitor gets is valid until it returns; mentions are bytes of the document. */
#ifndef DIPTYCH_CLI_SURVEY_H
#define DIPTYCH_CLI_SURVEY_H

#include <stdbool.h>

#include "cli/context.h"
#include "doc/document.h"
#include "entity/linker.h"

struct survey_text {
    const char *path;
    const char *id; /* article id; of a file that belongs to no collection, its path */
    const struct document *document;
    const struct mentions *mentions;
};

typedef void survey_visit(void *data, const struct survey_text *text);

/* False when something could not be read, or the entity index not built. */
bool survey_run(struct context *context, const char *const *names, size_t count,
                survey_visit *visit, void *data);

#endif
