/* frontmatter_edit: front matter of a text file, with some values set and all else left as it is.
 *
 * Values stand in YAML between --- lines; a text without such a block gets one. A block in another
 * form, or one with a fault, is somebody's own and is refused. Nothing is parsed anew but
 * to see which keys have a value. */
#ifndef DIPTYCH_EXPORT_FRONTMATTER_EDIT_H
#define DIPTYCH_EXPORT_FRONTMATTER_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

struct frontmatter_value {
    const char *key;
    const char *value; /* "" or NULL: nothing is set */
    bool replaces;     /* also where the text has a value of its own */
};

/* Appends the clean `text` (text/sanitize.h) with the values to `out`. False with a sentence, and
 * nothing appended, when its front matter cannot be edited. */
bool frontmatter_edit(const char *text, size_t length, const struct frontmatter_value *values,
                      size_t count, struct buffer *out, struct error *error);

#endif
