#include "convert/docx_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "convert/dom.h"
#include "doc/document.h"

#define BASED_ON 10 /* styles that build upon one another */

void docx_styles_open(struct docx_styles *styles, const struct package *package)
{
    *styles = (struct docx_styles){ .styles = dom_read_part(package, "word/styles.xml"),
                                    .numbering = dom_read_part(package, "word/numbering.xml"),
                                    .by_id = xmlHashCreate(64) };
    xmlNodePtr root = styles->styles != NULL ? xmlDocGetRootElement(styles->styles) : NULL;
    for (xmlNodePtr node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
        const char *id = dom_attribute(node, "styleId");
        if (dom_is(node, "style") && *id != '\0' && styles->by_id != NULL)
            (void)xmlHashAddEntry(styles->by_id, (const xmlChar *)id, node);
    }
}

void docx_styles_close(struct docx_styles *styles)
{
    if (styles->by_id != NULL)
        xmlHashFree(styles->by_id, NULL);
    xmlFreeDoc(styles->styles);
    xmlFreeDoc(styles->numbering);
}

const char *docx_value(const xmlNode *properties, const char *name)
{
    const xmlNode *child = dom_child(properties, name);
    return child != NULL ? dom_attribute(child, "val") : NULL;
}

static const xmlNode *find_style(const struct docx_styles *styles, const char *id)
{
    return id != NULL && *id != '\0' && styles->by_id != NULL
               ? xmlHashLookup(styles->by_id, (const xmlChar *)id) : NULL;
}

/* Style names are English whatever the program's language; ids are not. */
static enum docx_look look_of_name(const char *name, unsigned *level)
{
    if (strncasecmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9') {
        *level = (unsigned)(name[8] - '0');
        return DOCX_HEADING;
    }
    if (strcasecmp(name, "title") == 0)
        return DOCX_TITLE;
    if (strcasecmp(name, "quote") == 0 || strcasecmp(name, "intense quote") == 0 ||
        strcasecmp(name, "block text") == 0)
        return DOCX_QUOTE;
    if (strcasecmp(name, "source code") == 0 || strcasecmp(name, "html preformatted") == 0 ||
        strcasecmp(name, "plain code") == 0)
        return DOCX_CODE;
    return DOCX_PLAIN;
}

bool docx_is_date(const struct docx_styles *styles, const xmlNode *properties)
{
    const xmlNode *style = find_style(styles, docx_value(properties, "pStyle"));
    const char *name = style != NULL ? docx_value(style, "name") : NULL;
    return name != NULL && strcasecmp(name, "date") == 0;
}

enum docx_look docx_look_of(const struct docx_styles *styles, const xmlNode *properties,
                            unsigned *level)
{
    const char *outline = docx_value(properties, "outlineLvl");
    const xmlNode *style = find_style(styles, docx_value(properties, "pStyle"));
    for (int i = 0; style != NULL && i < BASED_ON; i++) {
        const char *name = docx_value(style, "name");
        enum docx_look look = name != NULL ? look_of_name(name, level) : DOCX_PLAIN;
        if (look != DOCX_PLAIN)
            return look;
        if (outline == NULL)
            outline = docx_value(dom_child(style, "pPr"), "outlineLvl");
        style = find_style(styles, docx_value(style, "basedOn"));
    }
    if (outline != NULL && *outline >= '0' && *outline <= '8') {
        *level = (unsigned)(*outline - '0') + 1;
        return DOCX_HEADING;
    }
    return DOCX_PLAIN;
}

static const xmlNode *find_by_id(const xmlNode *root, const char *name, const char *attribute,
                                 const char *id)
{
    const xmlNode *node = root != NULL ? root->children : NULL;
    while (node != NULL && (!dom_is(node, name) || strcmp(dom_attribute(node, attribute), id) != 0))
        node = node->next;
    return node;
}

bool docx_item_of(const struct docx_styles *styles, const xmlNode *properties,
                  struct docx_item *item)
{
    const xmlNode *numbers = dom_child(properties, "numPr");
    const xmlNode *style = find_style(styles, docx_value(properties, "pStyle"));
    for (int i = 0; numbers == NULL && style != NULL && i < BASED_ON; i++) {
        numbers = dom_child(dom_child(style, "pPr"), "numPr");
        style = find_style(styles, docx_value(style, "basedOn"));
    }
    const char *list = docx_value(numbers, "numId");
    const char *level = docx_value(numbers, "ilvl");
    if (list == NULL || strcmp(list, "0") == 0)
        return false;
    *item = (struct docx_item){ .list = (unsigned)strtoul(list, NULL, 10), .start = 1 };
    item->level = level != NULL ? (unsigned)strtoul(level, NULL, 10) % 16 : 0;
    const xmlNode *root = styles->numbering != NULL ? xmlDocGetRootElement(styles->numbering) : NULL;
    const char *abstract = docx_value(find_by_id(root, "num", "numId", list), "abstractNumId");
    if (abstract == NULL)
        return true;
    char digits[12];
    snprintf(digits, sizeof digits, "%u", item->level);
    const xmlNode *form = find_by_id(find_by_id(root, "abstractNum", "abstractNumId", abstract),
                                     "lvl", "ilvl", digits);
    const char *format = docx_value(form, "numFmt");
    const char *start = docx_value(form, "start");
    item->numbered = format != NULL && strcmp(format, "bullet") != 0 && strcmp(format, "none") != 0;
    item->start = start != NULL ? (unsigned)strtoul(start, NULL, 10) % 1000000 : 1;
    return true;
}

static bool is_on(const xmlNode *properties, const char *name)
{
    const char *value = docx_value(properties, name);
    return value != NULL && strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
           strcmp(value, "none") != 0;
}

unsigned docx_bits_of(const struct docx_styles *styles, const xmlNode *properties)
{
    unsigned bits = (is_on(properties, "b") ? STYLE_STRONG : 0u) |
                    (is_on(properties, "i") ? STYLE_EMPHASIS : 0u) |
                    (is_on(properties, "strike") ? STYLE_STRIKE : 0u);
    const xmlNode *style = find_style(styles, docx_value(properties, "rStyle"));
    const char *name = style != NULL ? docx_value(style, "name") : NULL;
    if (name != NULL && (strcasecmp(name, "verbatim char") == 0 || strcasecmp(name, "html code") == 0))
        bits |= STYLE_CODE;
    if (style != NULL && is_on(dom_child(style, "rPr"), "b"))
        bits |= STYLE_STRONG;
    if (style != NULL && is_on(dom_child(style, "rPr"), "i"))
        bits |= STYLE_EMPHASIS;
    return bits;
}
