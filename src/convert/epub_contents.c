#include "convert/epub_contents.h"

#include <string.h>

#include "base/buffer.h"
#include "convert/dom.h"

#define TITLE_LIMIT 300 /* bytes of a line that may be a heading */

static bool has_heading(xmlNodePtr root)
{
    for (xmlNodePtr node = root; node != NULL; node = dom_next(node, root, true)) {
        if (dom_is_one(node, " h1 h2 h3 h4 h5 h6 "))
            return true;
    }
    return false;
}

static bool is_heading_near(const xmlNode *node)
{
    for (const xmlNode *at = node; at != NULL; at = at->parent) {
        if (dom_is_one(at, " h1 h2 h3 h4 h5 h6 "))
            return true;
    }
    return false;
}

static void set_level(xmlNodePtr node, unsigned depth)
{
    char name[3] = { 'h', (char)('0' + (depth < 1 ? 1 : depth > 6 ? 6 : depth)), '\0' };
    xmlNodeSetName(node, (const xmlChar *)name);
}

/* Whether they differ in blanks alone. */
static bool is_same(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " ");
        b += strspn(b, " ");
        if (*a != *b || *a == '\0')
            return *a == *b;
    }
}

/* A short line of the same words becomes the heading; else a page without any gets one. */
static void make_heading(xmlNodePtr target, const struct buffer *title, unsigned depth)
{
    struct buffer seen = { 0 };
    xmlNodePtr block = target;
    if (is_heading_near(target))
        return;
    while (block != NULL && !dom_is_one(block, " p div body li td section "))
        block = block->parent;
    if (dom_is_one(block, " p div ")) {
        dom_line(block, NULL, &seen);
        if (seen.length < TITLE_LIMIT && is_same(buffer_text(&seen), buffer_text(title)))
            set_level(block, depth);
    } else if (dom_is_one(block, " body section ") && !has_heading(block)) {
        xmlNodePtr heading = xmlNewNode(NULL, (const xmlChar *)"h1");
        set_level(heading, depth);
        xmlNodeAddContentLen(heading, (const xmlChar *)title->data, (int)title->length);
        if (block->children != NULL)
            xmlAddPrevSibling(block->children, heading);
        else
            xmlAddChild(block, heading);
    }
    buffer_free(&seen);
}

static unsigned depth_of(const xmlNode *node, const char *name)
{
    unsigned depth = 0;
    for (; node != NULL; node = node->parent)
        depth += dom_is(node, name);
    return depth;
}

void epub_contents_apply(xmlNodePtr contents, const char *path, epub_lookup *look_up,
                         void *context)
{
    xmlNodePtr nav = dom_find(contents, "nav");
    bool ncx = nav == NULL;
    xmlNodePtr root = ncx ? contents : nav;
    for (xmlNodePtr node = root; node != NULL; node = dom_next(node, root, true)) {
        if (!dom_is(node, ncx ? "navPoint" : "a"))
            continue;
        const xmlNode *label = ncx ? dom_child(node, "navLabel") : node;
        const xmlNode *place = ncx ? dom_child(node, "content") : node;
        xmlNodePtr target = look_up(context, path, dom_attribute(place, ncx ? "src" : "href"));
        struct buffer title = { 0 };
        if (label != NULL)
            dom_line(label, NULL, &title);
        if (target != NULL && title.length > 0)
            make_heading(target, &title, depth_of(node, ncx ? "navPoint" : "ol"));
        buffer_free(&title);
    }
}
