#include "convert/page_weight.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/vector.h"
#include "convert/dom.h"
#include "text/utf8.h"

#define PROSE_LEAST 75 /* weight of a passage that counts as prose: a sentence of fifteen words */

static const char unseen[] =
    " script style noscript template iframe object embed applet svg canvas audio video map area "
    "input select option datalist button textarea progress meter head title meta link base "
    "frameset frame noframes dialog annotation annotation-xml source track param rp ";

static const char blocks[] =
    " address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "p pre section summary table tbody td tfoot th thead tr ul ";

bool page_is_block(const xmlNode *node)
{
    return dom_is_one(node, blocks);
}

/* "display: none" and the like, with whatever blanks. */
static bool is_hidden_by_style(const char *style)
{
    char tight[256];
    size_t length = 0;
    for (; *style != '\0' && length < sizeof tight - 1; style++) {
        if (*style != ' ' && *style != '\t' && *style != '\n')
            tight[length++] = *style >= 'A' && *style <= 'Z' ? (char)(*style + 32) : *style;
    }
    tight[length] = '\0';
    return strstr(tight, "display:none") != NULL || strstr(tight, "visibility:hidden") != NULL;
}

static bool has_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
        if (strcmp((const char *)at->name, name) == 0)
            return true;
    }
    return false;
}

/* A checkbox in an item of a list is its state. */
static bool is_checkbox(const xmlNode *node)
{
    return dom_is(node, "input") && strcasecmp(dom_attribute(node, "type"), "checkbox") == 0 &&
           dom_is_within(node, "li");
}

static bool is_unseen(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    if (is_checkbox(node))
        return false;
    if (dom_is_one(node, unseen))
        return true;
    return has_attribute(node, "hidden") || is_hidden_by_style(dom_attribute(node, "style")) ||
           (strcmp(dom_attribute(node, "aria-hidden"), "true") == 0 && !dom_is(node, "body") &&
            !dom_is_within(node, "math"));
}

struct page_weight *page_weight_of(const struct page_weights *weights, const xmlNode *node)
{
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return NULL;
    size_t index = (size_t)(uintptr_t)node->_private;
    return index > 0 && index <= weights->count ? &weights->items[index - 1] : NULL;
}

bool page_is_skipped(const struct page_weights *weights, const xmlNode *node)
{
    const struct page_weight *weight = page_weight_of(weights, node);
    return weight != NULL && weight->skip;
}

static size_t weigh_text(const char *text)
{
    size_t weight = 0;
    size_t length = strlen(text);
    while (length > 0) {
        uint32_t point = (unsigned char)*text;
        size_t size = 1;
        if (point >= 0x80)
            size = utf8_decode(text, length, &point);
        if (point > ' ' && point != 0xA0)
            weight += utf8_is_han(point) ? 3 : 1;
        text += size;
        length -= size;
    }
    return weight;
}

/* The passage of the innermost block: text until the block, or one in it, ends. */
struct passage {
    size_t text;
    size_t links;
    xmlNodePtr owner;
};

static void end_passage(struct page_weights *weights, struct passage *passage)
{
    struct page_weight *weight = page_weight_of(weights, passage->owner);
    if (weight != NULL && passage->text >= PROSE_LEAST && passage->links * 3 <= passage->text)
        weight->prose += passage->text - passage->links;
    passage->text = passage->links = 0;
}

/* Sums go up when an element is left. */
static void leave_element(struct page_weights *weights, xmlNodePtr node, struct passage *passage,
                          unsigned *link_depth)
{
    struct page_weight *weight = page_weight_of(weights, node);
    struct page_weight *parent = page_weight_of(weights, node->parent);
    if (page_is_block(node)) {
        end_passage(weights, passage);
        passage->owner = node->parent;
    }
    if (dom_is(node, "a"))
        --*link_depth;
    if (parent == NULL || weight == NULL)
        return;
    parent->text += weight->text;
    parent->links += weight->links;
    parent->prose += weight->prose;
    parent->anchors += weight->anchors;
}

static void enter_element(struct page_weights *weights, xmlNodePtr node, struct passage *passage,
                          unsigned *link_depth)
{
    if (page_is_block(node)) {
        end_passage(weights, passage);
        passage->owner = node;
    }
    if (dom_is(node, "a")) {
        ++*link_depth;
        page_weight_of(weights, node)->anchors = dom_attribute(node, "href")[0] != '\0';
    }
}

static void take_text(struct page_weights *weights, xmlNodePtr node, struct passage *passage,
                      bool in_link)
{
    struct page_weight *weight = page_weight_of(weights, node->parent);
    size_t letters = weigh_text((const char *)node->content);
    if (weight == NULL)
        return;
    weight->text += letters;
    passage->text += letters;
    if (in_link) {
        weight->links += letters;
        passage->links += letters;
    }
}

/* One walk down and up; elements to be skipped count nothing. */
static void walk(struct page_weights *weights, xmlNodePtr root)
{
    struct passage passage = { .owner = root };
    unsigned link_depth = 0;
    xmlNodePtr node = root;
    enter_element(weights, root, &passage, &link_depth);
    for (;;) {
        bool inside = node->type == XML_ELEMENT_NODE && !page_is_skipped(weights, node);
        if (inside && node->children != NULL) {
            node = node->children;
        } else {
            if (inside && node != root)
                leave_element(weights, node, &passage, &link_depth);
            while (node != root && node->next == NULL) {
                node = node->parent;
                if (node != root)
                    leave_element(weights, node, &passage, &link_depth);
            }
            if (node == root)
                break;
            node = node->next;
        }
        if (dom_is_text(node))
            take_text(weights, node, &passage, link_depth > 0);
        else if (node->type == XML_ELEMENT_NODE && !page_is_skipped(weights, node))
            enter_element(weights, node, &passage, &link_depth);
    }
    end_passage(weights, &passage);
}

void page_weights_take(struct page_weights *weights, xmlNodePtr root)
{
    for (xmlNodePtr node = root; node != NULL; node = dom_next(node, root, true)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        VECTOR_PUSH(weights, (struct page_weight){ .skip = node != root && is_unseen(node) });
        node->_private = (void *)(uintptr_t)weights->count;
    }
    walk(weights, root);
}

void page_weights_again(struct page_weights *weights, xmlNodePtr root)
{
    for (size_t i = 0; i < weights->count; i++)
        weights->items[i] = (struct page_weight){ .skip = weights->items[i].skip };
    walk(weights, root);
}

void page_weights_free(struct page_weights *weights)
{
    free(weights->items);
    *weights = (struct page_weights){ 0 };
}
