#include <string.h>

#include "convert/boilerplate.h"
#include "convert/dom.h"
#include "convert/html.h"
#include "convert/page_head.h"

#define DEPTH 250 /* elements within one another */

static bool has_text(const struct page_weights *weights, const xmlNode *node)
{
    const struct page_weight *weight = page_weight_of(weights, node);
    return weight != NULL && weight->text > 0;
}

static void write_parts(struct page_weights *weights, xmlNodePtr body,
                        const struct page_meta *meta, struct stream *stream)
{
    struct html_links links;
    struct page_part part = boilerplate_mark(weights, body, meta->is_article);
    html_links_begin(&links, weights);
    links.base = meta->base;
    html_links_add(&links, body, "");
    html_links_resolve(&links, part.main, "");
    if (part.heading != NULL && has_text(weights, part.heading))
        html_write(&links, part.heading, "", stream);
    html_write(&links, part.main, "", stream);
    html_links_free(&links);
}

bool html_convert(const char *text, size_t length, const char *address, struct stream *stream,
                  struct error *error)
{
    xmlDocPtr doc = dom_read_html(text, length);
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (root == NULL) {
        xmlFreeDoc(doc);
        error_set(error, "there is no text in this page");
        return false;
    }
    dom_flatten(root, DEPTH);
    xmlNodePtr body = dom_find(root, "body");
    struct page_meta meta;
    struct page_weights weights = { 0 };
    struct buffer words = { 0 };
    page_head_read(&meta, root);
    page_meta_offer(&meta.source, address);
    page_meta_offer(&meta.base, address);
    if (body == NULL)
        body = root;
    page_weights_take(&weights, body);
    dom_text(body, &words);
    page_meta_write(&meta, page_meta_language(&meta, &words), stream);
    write_parts(&weights, body, &meta, stream);
    buffer_free(&words);
    page_weights_free(&weights);
    page_meta_free(&meta);
    xmlFreeDoc(doc);
    return true;
}
