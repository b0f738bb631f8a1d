/* epub_contents: gives the headings of a book's table of contents to chapters that have none. */
#ifndef DIPTYCH_CONVERT_EPUB_CONTENTS_H
#define DIPTYCH_CONVERT_EPUB_CONTENTS_H

#include <libxml/tree.h>

/* Finds the element that "PATH#ID" names, NULL none. */
typedef xmlNodePtr epub_lookup(void *context, const char *path, const char *href);

/* `contents` is the root of an NCX (EPUB 2) or of a page with a nav (EPUB 3), at `path`. */
void epub_contents_apply(xmlNodePtr contents, const char *path, epub_lookup *look_up,
                         void *context);

#endif
