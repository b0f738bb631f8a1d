/* macro: calls in Markdown of what only a site's own program understands: shortcodes of Hugo
 * ({{< tooltip text="unit" >}}, {{% tab name="Linux" %}}) and macros of MDN ({{Glossary("Value", "values")}},
 * {{JSRef}}). What they stand for is not here; of their text is shown what a reader would see: a label, a
 * title, the words of a link. Offsets are bytes of the source. */
#ifndef DIPTYCH_DOC_MACRO_H
#define DIPTYCH_DOC_MACRO_H

#include <stddef.h>

#include "base/span.h"

/* The part of a shortcode's inside text[at, end) that is shown; empty where nothing is. */
struct span macro_shortcode_text(const char *text, size_t at, size_t end);

/* Where the macro that begins with "{{" at text[at] ends, within [line, end), its line; 0 when it is none:
 * {{ name }} is what templates are written with. `*shown`: what is shown of it, empty nothing. */
size_t macro_end(const char *text, size_t line, size_t end, size_t at, struct span *shown);

#endif
