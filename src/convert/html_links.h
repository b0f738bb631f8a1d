/* html_links: the places within a page, or the pages of one book, that links lead to, and its
 * footnotes: short links in raised letters, or ones that are called so, to a passage of its own.
 *
 * Pages of a book are known by their path in it; a single page's path is "". Ids are
 * "PATH#ID", and "PATH#" is the beginning of a page. */
#ifndef DIPTYCH_CONVERT_HTML_LINKS_H
#define DIPTYCH_CONVERT_HTML_LINKS_H

#include <libxml/hash.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "convert/page_weight.h"

struct html_links {
    struct page_weights *weights;
    xmlHashTablePtr ids;   /* to nodes */
    const char *base;      /* of addresses outside, NULL unknown */
    bool is_book;
    unsigned notes;
};

void html_links_begin(struct html_links *links, struct page_weights *weights);
void html_links_free(struct html_links *links);

/* Makes the ids in `root` known, which has been weighed. */
void html_links_add(struct html_links *links, xmlNodePtr root, const char *path);

/* Once all pages were added: marks targets and notes in `root`. */
void html_links_resolve(struct html_links *links, xmlNodePtr root, const char *path);

/* The id that `href` on page `path` leads to, in these pages; NULL elsewhere. Caller frees. */
char *html_links_inner(const struct html_links *links, const char *path, const char *href);

/* The address to go by, NULL when it leads nowhere a reader could go. Caller frees. */
char *html_links_outer(const struct html_links *links, const char *href);

/* "a/c.html" of "c.html" on page "a/b.html"; "." and ".." are resolved. Caller frees. */
char *html_links_join(const char *path, const char *href, size_t length);

/* Is it the way back from a note to its reference? */
bool html_links_is_way_back(const struct html_links *links, const xmlNode *a, const char *path);

#endif
