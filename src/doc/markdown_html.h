/* markdown_html: the HTML in Markdown: tags are dropped and their text kept, with what they say of
 * it (breaks, paragraphs, emphasis, links, images' descriptions, lists, tables, code). For
 * markdown.c alone. */
#ifndef DIPTYCH_DOC_MARKDOWN_HTML_H
#define DIPTYCH_DOC_MARKDOWN_HTML_H

#include <stddef.h>

#include "doc/markdown_walk.h"

/* The tag or comment in walk->html, between the text of a paragraph, heading or cell; `behind`
 * points into the source, to where it ended. */
void markdown_html_inline(struct markdown_walk *walk, const char *behind);

/* The block of HTML in walk->html, which begins on walk->html_line. */
void markdown_html_block(struct markdown_walk *walk);

#endif
