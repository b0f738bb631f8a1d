#include "convert/dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

#include "text/punctuation.h"
#include "text/utf8.h"

#define PART_DEPTH 400 /* elements within one another in a part of a package */

/* The first of `signs` outside of quotes and comments; NULL none. */
static const char *find_unquoted(const char *at, const char *end, const char *signs)
{
    char quote = '\0';
    for (; at < end; at++) {
        bool comment = quote == '\0' && end - at > 4 && memcmp(at, "<!--", 4) == 0;
        for (at += comment ? 4 : 0; comment && at + 3 < end && memcmp(at, "-->", 3) != 0;)
            at++;
        if (quote != '\0')
            quote = *at == quote ? '\0' : quote;
        else if (*at != '\0' && strchr(signs, *at) != NULL)
            return at;
        else if (*at == '"' || *at == '\'')
            quote = *at;
    }
    return NULL;
}

/* Bytes up to the end of a DOCTYPE that declares entities of its own, which a reader of HTML would take
 * for text; 0 when there is none. Only comments and the like stand before it. */
static size_t own_declarations(const char *text, size_t length)
{
    static const char name[] = "<!doctype";
    const char *end = text + length;
    const char *at = text;
    while ((at = memchr(at, '<', (size_t)(end - at))) != NULL && (size_t)(end - at) > sizeof name &&
           (at[1] == '?' || at[1] == '!') && strncasecmp(at, name, sizeof name - 1) != 0)
        at++;
    if (at == NULL || (size_t)(end - at) <= sizeof name ||
        strncasecmp(at, name, sizeof name - 1) != 0)
        return 0;
    const char *open = find_unquoted(at, end, "[>");
    const char *close = open != NULL && *open == '[' ? find_unquoted(open, end, "]") : NULL;
    const char *stop = close != NULL ? memchr(close, '>', (size_t)(end - close)) : NULL;
    return stop != NULL ? (size_t)(stop - text) + 1 : 0;
}

xmlDocPtr dom_read_html(const char *text, size_t length)
{
    if (length > INT_MAX / 2)
        return NULL;
    size_t skipped = own_declarations(text, length);
    text += skipped;
    length -= skipped;
    /* Without HUGE, text beyond 10 MB and nesting beyond 256 would be dropped. */
    return htmlReadMemory(text, (int)length, NULL, "UTF-8",
                          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | XML_PARSE_HUGE | HTML_PARSE_COMPACT |
                              HTML_PARSE_IGNORE_ENC);
}

xmlDocPtr dom_read_xml(const char *bytes, size_t length)
{
    if (length > INT_MAX / 2)
        return NULL;
    /* Entities are never put in: what a document defines of its own is not text of books. */
    return xmlReadMemory(bytes, (int)length, NULL, NULL,
                         XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                             XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
}

void dom_walk(xmlNodePtr root, bool (*enter)(void *context, xmlNodePtr node),
              void (*leave)(void *context, xmlNodePtr node), void *context)
{
    xmlNodePtr node = root->children;
    while (node != NULL) {
        bool inside = enter(context, node);
        if (inside && node->children != NULL) {
            node = node->children;
            continue;
        }
        if (inside)
            leave(context, node);
        while (node->next == NULL && node->parent != root) {
            node = node->parent;
            leave(context, node);
        }
        node = node->next;
    }
}

xmlNodePtr dom_next(xmlNodePtr node, const xmlNode *root, bool inside)
{
    if (inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
        return node->children;
    while (node != root && node != NULL && node->next == NULL)
        node = node->parent;
    return node != root && node != NULL ? node->next : NULL;
}

/* The children of `node` take its place. */
static xmlNodePtr dissolve(xmlNodePtr node)
{
    xmlNodePtr first = node->children;
    xmlNodePtr last = node->last;
    for (xmlNodePtr child = first; child != NULL; child = child->next)
        child->parent = node->parent;
    first->prev = node->prev;
    last->next = node->next;
    if (node->prev != NULL)
        node->prev->next = first;
    else
        node->parent->children = first;
    if (node->next != NULL)
        node->next->prev = last;
    else
        node->parent->last = last;
    node->children = node->last = node->prev = node->next = NULL;
    xmlFreeNode(node);
    return first;
}

void dom_flatten(xmlNodePtr root, unsigned depth)
{
    unsigned level = 0;
    for (xmlNodePtr node = root; node != NULL;) {
        if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
            if (level >= depth && node != root) {
                node = dissolve(node);
                continue;
            }
            node = node->children;
            level++;
            continue;
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
            level--;
        }
        node = node != root ? node->next : NULL;
    }
}

xmlDocPtr dom_read_part(const struct package *package, const char *name)
{
    const struct package_file *file = package_find(package, name);
    xmlDocPtr doc = file != NULL ? dom_read_xml(file->bytes, file->length) : NULL;
    if (doc != NULL && xmlDocGetRootElement(doc) != NULL)
        dom_flatten(xmlDocGetRootElement(doc), PART_DEPTH);
    return doc;
}

bool dom_is(const xmlNode *node, const char *name)
{
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return false;
    const char *own = (const char *)node->name;
    const char *colon = strchr(own, ':'); /* a prefix without its name space */
    return strcmp(own, name) == 0 || (colon != NULL && strcmp(colon + 1, name) == 0);
}

bool dom_word_in(const char *word, const char *words)
{
    size_t length = strlen(word);
    if (length == 0)
        return false;
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += length) {
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    }
    return false;
}

bool dom_is_one(const xmlNode *node, const char *names)
{
    return node != NULL && node->type == XML_ELEMENT_NODE &&
           dom_word_in((const char *)node->name, names);
}

const char *dom_attribute(const xmlNode *node, const char *name)
{
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return "";
    for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
        if (strcmp((const char *)at->name, name) != 0)
            continue;
        return at->children != NULL && at->children->content != NULL
                   ? (const char *)at->children->content
                   : "";
    }
    return "";
}

xmlNodePtr dom_find(xmlNodePtr root, const char *name)
{
    xmlNodePtr node = root;
    while (node != NULL && (node == root || !dom_is(node, name)))
        node = dom_next(node, root, true);
    return node;
}

xmlNodePtr dom_child(const xmlNode *node, const char *name)
{
    xmlNodePtr child = node != NULL ? node->children : NULL;
    while (child != NULL && !dom_is(child, name))
        child = child->next;
    return child;
}

bool dom_is_within(const xmlNode *node, const char *name)
{
    while (node != NULL && !dom_is(node, name))
        node = node->parent;
    return node != NULL;
}

bool dom_is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
           node->content != NULL;
}

static void add_text(const xmlNode *root, bool (*is_left)(const xmlNode *node), struct buffer *out)
{
    bool inside = true;
    for (xmlNodePtr node = root->children; node != NULL; node = dom_next(node, root, inside)) {
        inside = is_left == NULL || !is_left(node);
        if (dom_is_text(node))
            buffer_add_text(out, (const char *)node->content);
        else if (inside && node->type == XML_ELEMENT_NODE &&
                 !dom_is_one(node, " b i em strong span a sup sub u font wbr "))
            buffer_add_byte(out, ' ');
    }
}

void dom_text(const xmlNode *root, struct buffer *out)
{
    add_text(root, NULL, out);
}

void dom_line(const xmlNode *root, bool (*is_left)(const xmlNode *node), struct buffer *out)
{
    struct buffer text = { 0 };
    bool blank = false;
    add_text(root, is_left, &text);
    for (size_t at = 0; at < text.length;) {
        uint32_t point;
        size_t size = utf8_decode(text.data + at, text.length - at, &point);
        if (!punctuation_is_blank(point)) {
            if (blank && out->length > 0)
                buffer_add_byte(out, ' ');
            buffer_add(out, text.data + at, size);
        }
        blank = punctuation_is_blank(point);
        at += size;
    }
    buffer_reserve(out, 0);
    buffer_free(&text);
}
