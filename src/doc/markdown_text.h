/* markdown_text: the text of blocks as the parser hands it out: code, references to characters, and
 * what was taken out before parsing (footnotes.h, substitute.h). For markdown.c alone. */
#ifndef DIPTYCH_DOC_MARKDOWN_TEXT_H
#define DIPTYCH_DOC_MARKDOWN_TEXT_H

#include <stddef.h>

#include "doc/markdown_walk.h"

void markdown_text_normal(struct markdown_walk *walk, const char *text, size_t length);
void markdown_text_code(struct markdown_walk *walk, const char *text, size_t length); /* a block */
void markdown_text_code_span(struct markdown_walk *walk, const char *text, size_t length);
void markdown_text_entity(struct markdown_walk *walk, const char *text, size_t length);

#endif
