/* contrast_markdown: a contrast (query/contrast.h) as Markdown to hand on: who the two are, then
 * its sections, each row a line. */
#ifndef DIPTYCH_PAGE_CONTRAST_MARKDOWN_H
#define DIPTYCH_PAGE_CONTRAST_MARKDOWN_H

#include "base/buffer.h"
#include "query/contrast.h"

void contrast_markdown(const struct contrast *contrast, struct buffer *out);

#endif
