/* split: a file for each article that notes are on, in a folder.
 *
 * A file is called as articles_add_name says, with the format's extension, and so is found again
 * when the notes are written anew: in a format with marks of its own (weave.h) what the reader
 * wrote stays, front matter included. */
#ifndef DIPTYCH_EXPORT_SPLIT_H
#define DIPTYCH_EXPORT_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "export/printer.h"
#include "export/template.h"

/* The folder is made where there is none. `front`, NULL: none, is what a new file of Markdown
 * begins with. *taken: notes, *files: how many there are now. */
bool split_run(const char *folder, const struct printer *printer, const struct export_set *set,
               const struct template_text *front, size_t *taken, size_t *files,
               struct error *error);

#endif
