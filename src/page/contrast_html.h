/* contrast_html: a contrast as one HTML file that needs no other (export/html_page.h): the sections
 * as in contrast_markdown.h, the years of both reports and where each names whom drawn as SVG. */
#ifndef DIPTYCH_PAGE_CONTRAST_HTML_H
#define DIPTYCH_PAGE_CONTRAST_HTML_H

#include "base/buffer.h"
#include "query/contrast.h"

void contrast_html(const struct contrast *contrast, const struct entity_index *entities,
                   struct buffer *out);

#endif
