/* contrast_text: two reports compared, as Markdown or Org to hand on.
 *
 * Each line leads to its place: a link to the file and the line there (source_line.h), where the
 * side has a file. Bytes of the articles are escaped, so that none of them is markup. */
#ifndef DIPTYCH_PAGE_CONTRAST_TEXT_H
#define DIPTYCH_PAGE_CONTRAST_TEXT_H

#include "base/buffer.h"
#include "query/contrast.h"

enum contrast_markup { CONTRAST_MARKDOWN, CONTRAST_ORG };

/* Appends the page. */
void contrast_text(const struct contrast *contrast, enum contrast_markup markup,
                   struct buffer *out);

#endif
