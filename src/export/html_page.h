/* html_page: the frame of an HTML file that needs no other file.
 *
 * One style sheet, inside; its hash is all that the Content-Security-Policy allows, so that nothing
 * in a page can load, run or send anything, whatever else went wrong. Prints on paper as well as it
 * shows. Readers with a dark screen get a dark page. */
#ifndef DIPTYCH_EXPORT_HTML_PAGE_H
#define DIPTYCH_EXPORT_HTML_PAGE_H

#include "base/buffer.h"

/* Up to and with <main>. `title` is plain text; `layout` is the class of <main>: "notes", "one" or
 * "two" articles. */
void html_page_begin(struct buffer *out, const char *title, const char *lang, const char *layout);
void html_page_end(struct buffer *out);

/* ` lang="en"`, nothing for an unknown one. */
void html_add_lang(struct buffer *out, const char *lang);

#endif
