/* boilerplate: tells what of a saved web page is the article, and marks the rest to be skipped.
 *
 * Nothing is dropped for being short or odd. Menus, adverts, teasers, share buttons, newsletter
 * boxes and readers' comments are known by what they are called (element, role, class and id),
 * unless they hold most of the page's prose. A page that says it is an article (article, main,
 * itemprop=articleBody, a class of the common systems, og:type) is cut down to the element that
 * holds the prose and to its heading; any other page, as of documentation, keeps all the rest.
 * The idea of scoring by passages and names is that of Arc90's Readability. */
#ifndef DIPTYCH_CONVERT_BOILERPLATE_H
#define DIPTYCH_CONVERT_BOILERPLATE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "convert/page_weight.h"

struct page_part {
    xmlNodePtr main;    /* what is shown, body or something in it */
    xmlNodePtr heading; /* an h1 outside of it that is shown before it, NULL none */
};

/* `is_article`: the page's metadata call it one. */
struct page_part boilerplate_mark(struct page_weights *weights, xmlNodePtr body, bool is_article);

#endif
