/* contrast_html: reports compared, as one HTML file that needs no other (export/html_page.h).
 *
 * A part for each two of them, with the years and the names drawn as SVG; then the reports
 * themselves, to whose sentences every line leads. Call begin, pair for each two, report for each,
 * end. A report's letter, a to z, is what its anchors begin with. Bytes of the articles are escaped. */
#ifndef DIPTYCH_PAGE_CONTRAST_HTML_H
#define DIPTYCH_PAGE_CONTRAST_HTML_H

#include "base/buffer.h"
#include "query/contrast.h"

void contrast_html_begin(struct buffer *out, size_t reports);
void contrast_html_pair(const struct contrast *contrast, const int letters[2],
                        const struct entity_index *entities, struct buffer *out);
void contrast_html_report(const struct document *document, const char *id, int letter,
                          struct buffer *out);
void contrast_html_end(struct buffer *out);

#endif
