/* page_weight: how much running text each element of a page holds.
 *
 * Weight counts letters, a Han character as three, since it says as much. Prose is the weight of
 * passages long enough to be sentences and not made of links: what tells an article from menus,
 * teasers and adverts. Each element's sums include those within it.
 *
 * The numbers hang on the nodes (_private); page_weights_free takes them off. */
#ifndef DIPTYCH_CONVERT_PAGE_WEIGHT_H
#define DIPTYCH_CONVERT_PAGE_WEIGHT_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct page_weight {
    size_t text;  /* all visible letters */
    size_t links; /* of them in links */
    size_t prose;
    unsigned anchors; /* links */
    bool skip;    /* it, and all in it, is not shown */
    bool target;  /* links lead to its id (html_links) */
    unsigned note; /* number of the footnote that it is, or (an `a`) refers to; 0 none */
    unsigned char role; /* for who writes it: what was opened for it */
};

struct page_weights {
    struct page_weight *items;
    size_t count;
    size_t capacity;
};

/* Weighs the tree; what no reader sees (scripts, forms, hidden elements) is marked to be skipped. */
void page_weights_take(struct page_weights *weights, xmlNodePtr root);

/* Again, without what has been marked meanwhile. */
void page_weights_again(struct page_weights *weights, xmlNodePtr root);

struct page_weight *page_weight_of(const struct page_weights *weights, const xmlNode *node);
bool page_is_skipped(const struct page_weights *weights, const xmlNode *node);
void page_weights_free(struct page_weights *weights);

/* Elements that begin a line of their own. */
bool page_is_block(const xmlNode *node);

#endif
