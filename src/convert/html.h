/* html: a web page, or a page of a book, becomes a stream.
 *
 * Blocks, lists, tables, quotes, links, emphasis, code, footnotes as a reader sees them; ruby is the
 * text and its reading in brackets behind; raised and lowered digits are the characters for
 * them; images are their alternative text. */
#ifndef DIPTYCH_CONVERT_HTML_H
#define DIPTYCH_CONVERT_HTML_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "convert/html_links.h"
#include "convert/stream.h"

/* Writes what is in `root`, itself included; page `path` of a book. */
void html_write(const struct html_links *links, xmlNodePtr root, const char *path,
                struct stream *stream);

/* A whole page from UTF-8, its front matter first; `address` is where it came from if it does not
 * say so itself, "" unknown. False with a sentence. */
bool html_convert(const char *text, size_t length, const char *address, struct stream *stream,
                  struct error *error);

#endif
