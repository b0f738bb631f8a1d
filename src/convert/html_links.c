#include "convert/html_links.h"

#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "convert/dom.h"
#include "text/ascii.h"

#define LABEL_LIMIT 12 /* bytes of a reference's number */

void html_links_begin(struct html_links *links, struct page_weights *weights)
{
    *links = (struct html_links){ .weights = weights, .ids = xmlHashCreate(64) };
}

void html_links_free(struct html_links *links)
{
    if (links->ids != NULL)
        xmlHashFree(links->ids, NULL);
    links->ids = NULL;
}

static xmlNodePtr look_up(const struct html_links *links, const char *id)
{
    return links->ids != NULL ? xmlHashLookup(links->ids, (const xmlChar *)id) : NULL;
}

static void register_id(struct html_links *links, const char *path, const char *id, xmlNodePtr node)
{
    char *key = xasprintf("%s#%s", path, id);
    if (links->ids != NULL) /* the first of an id stays */
        (void)xmlHashAddEntry(links->ids, (const xmlChar *)key, node);
    free(key);
}

void html_links_add(struct html_links *links, xmlNodePtr root, const char *path)
{
    register_id(links, path, "", root);
    for (xmlNodePtr node = root; node != NULL; node = dom_next(node, root, true)) {
        const char *id = dom_attribute(node, "id");
        if (*id == '\0' && dom_is(node, "a"))
            id = dom_attribute(node, "name");
        if (*id != '\0')
            register_id(links, path, id, node);
    }
}

static void pop_folder(struct buffer *path)
{
    size_t at = path->length;
    if (at > 0 && path->data[at - 1] == '/')
        at--;
    while (at > 0 && path->data[at - 1] != '/')
        at--;
    buffer_truncate(path, at);
}

/* "%E4" is a byte. */
static void add_decoded(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        int high = text[i] == '%' && i + 2 < length ? ascii_hex(text[i + 1]) : -1;
        int low = high >= 0 ? ascii_hex(text[i + 2]) : -1;
        if (low >= 0 && high * 16 + low != 0) {
            buffer_add_byte(out, (char)(high * 16 + low));
            i += 2;
        } else {
            buffer_add_byte(out, text[i]);
        }
    }
}

char *html_links_join(const char *path, const char *href, size_t length)
{
    struct buffer out = { 0 };
    buffer_add_text(&out, path);
    while (out.length > 0 && out.data[out.length - 1] != '/')
        buffer_truncate(&out, out.length - 1);
    for (size_t at = 0; at < length;) {
        const char *slash = memchr(href + at, '/', length - at);
        size_t end = slash != NULL ? (size_t)(slash - href) + 1 : length;
        size_t size = end - at;
        if (size == 2 && memcmp(href + at, "./", 2) == 0)
            size = 0;
        else if (size == 3 && memcmp(href + at, "../", 3) == 0)
            pop_folder(&out);
        else if (!(size == 1 && href[at] == '/'))
            add_decoded(&out, href + at, size);
        at = end;
    }
    buffer_reserve(&out, 0);
    return buffer_take(&out);
}

static bool has_scheme(const char *href)
{
    size_t length = strcspn(href, ":/?#");
    return href[length] == ':';
}

char *html_links_inner(const struct html_links *links, const char *path, const char *href)
{
    size_t file = strcspn(href, "#");
    if (file > 0 && (!links->is_book || has_scheme(href)))
        return NULL;
    char *page = file > 0 ? html_links_join(path, href, file) : xstrdup(path);
    struct buffer id = { 0 };
    buffer_add_format(&id, "%s#", page);
    free(page);
    if (href[file] == '#')
        add_decoded(&id, href + file + 1, strlen(href + file + 1));
    if (look_up(links, id.data) != NULL)
        return buffer_take(&id);
    buffer_free(&id);
    return NULL;
}

char *html_links_outer(const struct html_links *links, const char *href)
{
    static const char *const schemes[] = { "http:", "https:", "mailto:", "ftp:", "doi:" };
    while (*href == ' ' || *href == '\n' || *href == '\t')
        href++;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
            return xstrdup(href);
    }
    if (*href == '\0' || *href == '#' || has_scheme(href) || links->is_book)
        return NULL;
    if (links->base == NULL)
        return strncmp(href, "//", 2) == 0 ? xasprintf("https:%s", href) : xstrdup(href);
    xmlChar *whole = xmlBuildURI((const xmlChar *)href, (const xmlChar *)links->base);
    char *copy = xstrdup(whole != NULL ? (const char *)whole : href);
    xmlFree(whole);
    return copy;
}

/* A number, a star, a letter, in whatever brackets. */
static bool is_label(const xmlNode *a)
{
    struct buffer text = { 0 };
    dom_text(a, &text);
    const char *at = buffer_text(&text);
    while (*at == ' ' || *at == '\n')
        at++;
    size_t length = strlen(at);
    while (length > 0 && (at[length - 1] == ' ' || at[length - 1] == '\n'))
        length--;
    bool label = length > 0 && length <= LABEL_LIMIT && memchr(at, ' ', length) == NULL;
    buffer_free(&text);
    return label;
}

static bool has_word(const xmlNode *node, const char *attribute, const char *word)
{
    const char *value = dom_attribute(node, attribute);
    const char *at = strstr(value, word);
    return at != NULL && (at == value || at[-1] == ' ');
}

static bool is_called_reference(const xmlNode *a)
{
    return has_word(a, "epub:type", "noteref") || has_word(a, "type", "noteref") || has_word(a, "role", "doc-noteref") ||
           has_word(a, "class", "footnote-ref") || has_word(a, "class", "noteref") ||
           has_word(a, "class", "footnoteRef") || has_word(a, "class", "footnote-reference");
}

static bool is_raised(const xmlNode *a)
{
    if (dom_is(a->parent, "sup"))
        return true;
    for (const xmlNode *child = a->children; child != NULL; child = child->next) {
        if (dom_is(child, "sup"))
            return true;
    }
    return dom_is(a->parent, "span") && dom_is(a->parent->parent, "sup");
}

static bool is_around(const xmlNode *outer, const xmlNode *inner)
{
    while (inner != NULL && inner != outer)
        inner = inner->parent;
    return inner != NULL;
}

/* The passage that the target stands in: the note. NULL where it is no such thing. */
static xmlNodePtr passage_of(xmlNodePtr target, const xmlNode *reference)
{
    while (target != NULL && !dom_is_one(target, " li p div aside dd section td body h1 h2 h3 h4 "))
        target = target->parent;
    if (!dom_is_one(target, " li p div aside dd section ") || is_around(target, reference))
        return NULL;
    return target;
}

static void resolve_link(struct html_links *links, xmlNodePtr a, const char *path)
{
    struct page_weight *weight = page_weight_of(links->weights, a);
    char *id = html_links_inner(links, path, dom_attribute(a, "href"));
    xmlNodePtr target = id != NULL ? look_up(links, id) : NULL;
    free(id);
    struct page_weight *aim = page_weight_of(links->weights, target);
    if (weight == NULL || aim == NULL)
        return;
    aim->target = true;
    bool called = is_called_reference(a);
    if ((!called && !is_raised(a)) || !is_label(a))
        return;
    struct page_weight *note = page_weight_of(links->weights, passage_of(target, a));
    if (note == NULL || note->skip || is_called_reference(target))
        return;
    /* What is itself inside a note and leads to a reference is the way back. */
    if (!called && target->type == XML_ELEMENT_NODE &&
        (dom_is_one(target, " sup ") || (dom_is(target, "a") && is_raised(target) &&
                                         dom_is_within(a, "li") && !dom_is_within(target, "li"))))
        return;
    if (note->note == 0)
        note->note = ++links->notes;
    weight->note = note->note;
}

void html_links_resolve(struct html_links *links, xmlNodePtr root, const char *path)
{
    for (xmlNodePtr node = root; node != NULL;
         node = dom_next(node, root, !page_is_skipped(links->weights, node))) {
        if (dom_is(node, "a") && dom_attribute(node, "href")[0] != '\0' &&
            !page_is_skipped(links->weights, node))
            resolve_link(links, node, path);
    }
}

/* Its target holds a reference, or stands in one. */
bool html_links_is_way_back(const struct html_links *links, const xmlNode *a, const char *path)
{
    char *id = html_links_inner(links, path, dom_attribute(a, "href"));
    xmlNodePtr target = id != NULL ? look_up(links, id) : NULL;
    free(id);
    if (target == NULL || !is_label(a))
        return false;
    const struct page_weight *weight = page_weight_of(links->weights, target);
    if (weight != NULL && weight->note > 0 && dom_is(target, "a"))
        return true;
    xmlNodePtr inner = dom_is_one(target, " sup span a ") ? dom_find(target, "a") : NULL;
    weight = page_weight_of(links->weights, inner);
    if (weight != NULL && weight->note > 0)
        return true;
    /* "<a id=back></a><a href=#note>": the reference comes right after. */
    weight = page_weight_of(links->weights, target->next);
    return weight != NULL && weight->note > 0 && dom_is(target->next, "a");
}
