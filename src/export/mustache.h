/* mustache: templates without logic, as https://mustache.github.io/ specifies them (version 1.4 of
 * the specification): variables, sections, inverted sections, comments, changed delimiters,
 * dotted names and {{.}}, and partials, but for those that hold themselves. Not there: lambdas and
 * inheritance.
 *
 * {{name}} is escaped for HTML (& < > "); {{{name}}} and {{&name}} are not. A tag that stands alone
 * on its line takes the line with it.
 *
 * Ownership: mustache_free; the template's text is copied. Rendering changes nothing. */
#ifndef DIPTYCH_EXPORT_MUSTACHE_H
#define DIPTYCH_EXPORT_MUSTACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "export/value.h"

#define MUSTACHE_DEPTH 100  /* sections within one another */
#define MUSTACHE_PARTIALS 16 /* partials within one another */

struct mustache;

/* Where {{>name}} comes from. Appends its text; false with a sentence when there is none. */
struct mustache_loader {
    bool (*load)(void *context, const char *name, struct buffer *text, struct error *error);
    void *context;
};

/* NULL with a sentence that names a line when the template is none. Partials are loaded now;
 * without a loader there are none. */
struct mustache *mustache_parse(const char *text, size_t length,
                                const struct mustache_loader *loader, struct error *error);
void mustache_free(struct mustache *mustache);

/* Appends the template filled with `value`. */
void mustache_render(const struct mustache *mustache, const struct value *value,
                     struct buffer *out);

#endif
