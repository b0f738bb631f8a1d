#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "base/xalloc.h"
#include "convert/dom.h"
#include "convert/office.h"
#include "convert/page_meta.h"
#include "convert/raised.h"
#include "doc/document.h"

#define BASED_ON 10

struct odt {
    xmlHashTablePtr styles; /* by name */
    struct stream *stream;
    unsigned emphasis, strong, struck, code;
    char position; /* '+' raised, '-' lowered, 0 */
    unsigned in_row; /* rows around, of tables within one another */
    bool quote;
    xmlNodePtr *bodies; /* of the notes so far */
    size_t body_count;
};

static void add_styles(struct odt *odt, const xmlNode *root)
{
    static const char *const places[] = { "styles", "automatic-styles" };
    for (size_t i = 0; i < 2; i++) {
        const xmlNode *place = root != NULL ? dom_child(root, places[i]) : NULL;
        for (xmlNodePtr node = place != NULL ? place->children : NULL; node != NULL; node = node->next) {
            const char *name = dom_attribute(node, "name");
            if (*name != '\0' && odt->styles != NULL)
                (void)xmlHashAddEntry(odt->styles, (const xmlChar *)name, node);
        }
    }
}

static const xmlNode *style_of(const struct odt *odt, const char *name)
{
    return *name != '\0' && odt->styles != NULL
               ? xmlHashLookup(odt->styles, (const xmlChar *)name) : NULL;
}

/* Is a style, or one that it builds upon, called `word`, blanks written as _20_? */
static bool is_called(const struct odt *odt, const char *name, const char *word)
{
    for (int i = 0; i < BASED_ON && *name != '\0'; i++) {
        if (strncmp(name, word, strlen(word)) == 0)
            return true;
        const xmlNode *style = style_of(odt, name);
        if (style == NULL)
            return false;
        name = dom_attribute(style, "parent-style-name");
    }
    return false;
}

static unsigned bits_of(const struct odt *odt)
{
    return (odt->emphasis > 0 ? STYLE_EMPHASIS : 0u) | (odt->strong > 0 ? STYLE_STRONG : 0u) |
           (odt->struck > 0 ? STYLE_STRIKE : 0u) | (odt->code > 0 ? STYLE_CODE : 0u);
}

/* Enters (`by` 1) or leaves (-1) a span. */
static void change_style(struct odt *odt, const char *name, int by)
{
    const xmlNode *style = style_of(odt, name);
    const xmlNode *text = style != NULL ? dom_child(style, "text-properties") : NULL;
    const char *position = dom_attribute(text, "text-position");
    const char *line = dom_attribute(text, "text-line-through-style");
    if (strcmp(dom_attribute(text, "font-weight"), "bold") == 0 || is_called(odt, name, "Strong"))
        odt->strong += (unsigned)by;
    if (strcmp(dom_attribute(text, "font-style"), "italic") == 0 || is_called(odt, name, "Emphasis"))
        odt->emphasis += (unsigned)by;
    if (*line != '\0' && strcmp(line, "none") != 0)
        odt->struck += (unsigned)by;
    if (is_called(odt, name, "Source_"))
        odt->code += (unsigned)by;
    if (*position != '\0')
        odt->position = by < 0 ? '\0' : strncmp(position, "sub", 3) == 0 || *position == '-' ? '-' : '+';
}

static void write_words(struct odt *odt, const char *text)
{
    struct buffer raised = { 0 };
    bool mapped = odt->position != '\0' &&
                  raised_map(text, strlen(text), odt->position == '+', &raised);
    if (mapped)
        stream_text(odt->stream, raised.data, raised.length, bits_of(odt));
    else
        stream_text(odt->stream, text, strlen(text), bits_of(odt));
    buffer_free(&raised);
}

static void close_quote(struct odt *odt)
{
    if (odt->quote)
        stream_leave(odt->stream);
    odt->quote = false;
}

static void enter_paragraph(struct odt *odt, const xmlNode *node)
{
    const char *style = dom_attribute(node, "style-name");
    if (odt->in_row > 0) {
        stream_text(odt->stream, " ", 1, 0);
        return;
    }
    bool code = is_called(odt, style, "Preformatted");
    if (code && odt->stream->code) {
        stream_break(odt->stream);
        return;
    }
    stream_close(odt->stream);
    bool listed = dom_is_within(node, "list-item");
    if (!is_called(odt, style, "Quotations") || listed)
        close_quote(odt);
    if (code) {
        stream_code(odt->stream);
    } else if (dom_is(node, "h")) {
        unsigned long level = strtoul(dom_attribute(node, "outline-level"), NULL, 10);
        stream_heading(odt->stream, level > 0 ? (unsigned)level : 1);
    } else if (is_called(odt, style, "Title")) {
        stream_heading(odt->stream, 1);
    } else if (is_called(odt, style, "Quotations") && !odt->quote && !listed) {
        stream_quote(odt->stream);
        odt->quote = true;
    }
}

/* The form of a list stands in its style, that of the outermost for those within it too. */
static void enter_list(struct odt *odt, const xmlNode *list)
{
    unsigned depth = 0;
    const char *name = "";
    const char *start = "";
    for (const xmlNode *at = list; at != NULL; at = at->parent) {
        depth += dom_is(at, "list");
        if (dom_is(at, "list") && *name == '\0')
            name = dom_attribute(at, "style-name");
    }
    const xmlNode *style = style_of(odt, name);
    bool numbered = false;
    for (const xmlNode *level = style != NULL ? style->children : NULL; level != NULL;
         level = level->next) {
        if (strtoul(dom_attribute(level, "level"), NULL, 10) != depth)
            continue;
        numbered = dom_is(level, "list-level-style-number");
        start = dom_attribute(level, "start-value");
    }
    close_quote(odt);
    if (numbered)
        stream_numbers(odt->stream, true, *start != '\0' ? (unsigned)strtoul(start, NULL, 10) : 1, '.');
    else
        stream_bullets(odt->stream, true);
}

static void enter_table(struct odt *odt, xmlNodePtr table)
{
    unsigned columns = 0;
    for (xmlNodePtr node = table; node != NULL; node = dom_next(node, table, !dom_is(node, "table-row"))) {
        unsigned count = 0;
        for (const xmlNode *cell = dom_is(node, "table-row") ? node->children : NULL; cell != NULL;
             cell = cell->next)
            count += dom_is_one(cell, " table-cell covered-table-cell ");
        columns = count > columns ? count : columns;
    }
    close_quote(odt);
    if (odt->in_row == 0)
        stream_table(odt->stream, columns);
}

static void enter_note(struct odt *odt, const xmlNode *note)
{
    char number[16];
    xmlNodePtr body = dom_child(note, "note-body");
    if (body == NULL)
        return;
    odt->bodies = xreallocarray(odt->bodies, odt->body_count + 1, sizeof(xmlNodePtr));
    odt->bodies[odt->body_count++] = body;
    snprintf(number, sizeof number, "%zu", odt->body_count);
    stream_reference(odt->stream, number);
}

static bool enter_inline(struct odt *odt, const xmlNode *node)
{
    if (dom_is(node, "s")) {
        unsigned long count = strtoul(dom_attribute(node, "c"), NULL, 10);
        for (unsigned long i = 0; i < (count > 0 ? count % 1000 : 1); i++)
            stream_text(odt->stream, " ", 1, bits_of(odt));
    } else if (dom_is(node, "tab")) {
        stream_text(odt->stream, odt->stream->code ? "\t" : " ", 1, 0);
    } else if (dom_is(node, "line-break")) {
        stream_break(odt->stream);
    } else if (dom_is(node, "span")) {
        change_style(odt, dom_attribute(node, "style-name"), 1);
        return true;
    } else if (dom_is(node, "a")) {
        const char *href = dom_attribute(node, "href");
        if (*href == '#' || strncmp(href, "http", 4) == 0 || strncmp(href, "mailto:", 7) == 0)
            stream_link(odt->stream, href);
        return true;
    } else if (dom_is_one(node, " bookmark bookmark-start ")) {
        stream_anchor(odt->stream, dom_attribute(node, "name"));
    } else if (dom_is(node, "note")) {
        enter_note(odt, node);
    } else {
        return true;
    }
    return false;
}

static bool in_paragraph(const xmlNode *node)
{
    for (node = node->parent; node != NULL; node = node->parent) {
        if (dom_is_one(node, " p h "))
            return true;
    }
    return false;
}

static bool enter(void *context, xmlNodePtr node)
{
    struct odt *odt = context;
    if (dom_is_text(node) && in_paragraph(node))
        write_words(odt, (const char *)node->content);
    if (node->type != XML_ELEMENT_NODE ||
        dom_is_one(node, " tracked-changes annotation annotation-end forms sequence-decls "
                         "table-of-content-source object script title "))
        return false;
    if (dom_is_one(node, " p h ")) {
        enter_paragraph(odt, node);
    } else if (dom_is(node, "list")) {
        if (odt->in_row == 0)
            enter_list(odt, node);
    } else if (dom_is_one(node, " list-item list-header ")) {
        if (odt->in_row == 0)
            stream_item(odt->stream, '\0');
    } else if (dom_is(node, "table")) {
        enter_table(odt, node);
    } else if (dom_is(node, "table-row")) {
        if (odt->in_row++ == 0)
            stream_row(odt->stream, dom_is(node->parent, "table-header-rows"));
    } else if (dom_is_one(node, " table-cell covered-table-cell ")) {
        if (odt->in_row == 1)
            stream_cell(odt->stream, 'l');
    } else {
        return enter_inline(odt, node);
    }
    return true;
}

static void leave(void *context, xmlNodePtr node)
{
    struct odt *odt = context;
    if (dom_is_one(node, " p h ")) {
        if (odt->in_row == 0 && !odt->stream->code)
            stream_close(odt->stream);
    } else if (dom_is_one(node, " list list-item list-header ")) {
        if (odt->in_row == 0)
            stream_leave(odt->stream);
    } else if (dom_is(node, "table-row")) {
        if (--odt->in_row == 0)
            stream_close(odt->stream);
    } else if (dom_is(node, "span")) {
        change_style(odt, dom_attribute(node, "style-name"), -1);
    } else if (dom_is(node, "a")) {
        stream_link_end(odt->stream);
    }
}

static void write_tree(struct odt *odt, xmlNodePtr root)
{
    dom_walk(root, enter, leave, odt);
    close_quote(odt);
    stream_close(odt->stream);
}

static void write_notes(struct odt *odt)
{
    for (size_t i = 0; i < odt->body_count; i++) { /* notes may have notes */
        char number[24];
        snprintf(number, sizeof number, "%zu", i + 1);
        stream_note(odt->stream, number);
        write_tree(odt, odt->bodies[i]);
        stream_leave(odt->stream);
    }
}

bool odt_is(const struct package *package)
{
    return package_find(package, "content.xml") != NULL;
}

/* The field of the reader's own that is called so; "" without it. */
static char *own_field(xmlNodePtr root, const char *name)
{
    struct buffer text = { 0 };
    xmlNodePtr node = root != NULL ? dom_find(root, "meta") : NULL;
    for (node = node != NULL ? node->children : NULL; node != NULL; node = node->next) {
        if (dom_is(node, "user-defined") && strcmp(dom_attribute(node, "name"), name) == 0)
            dom_text(node, &text);
    }
    return buffer_take(&text);
}

/* A date that the writer gave goes before that of the file, which may be that of a copy. */
static void write_meta(const struct package *package, xmlNodePtr body, struct stream *stream)
{
    static const char *const names[] = { "title", "creator", "initial-creator", "creation-date", "date",
                                         "language" };
    struct page_meta meta = { 0 };
    char **const fields[] = { &meta.title, &meta.author, &meta.author,
                              &meta.published, &meta.published, &meta.lang };
    xmlDocPtr doc = dom_read_part(package, "meta.xml");
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    char *told = own_field(root, "date");
    char *day = page_meta_date(told);
    page_meta_offer(&meta.published, day);
    free(day);
    free(told);
    for (size_t i = 0; root != NULL && i < sizeof names / sizeof *names; i++) {
        struct buffer text = { 0 };
        const xmlNode *node = dom_find(root, names[i]);
        if (node != NULL)
            dom_text(node, &text);
        bool date = fields[i] == &meta.published;
        char *value = date ? page_meta_date(buffer_text(&text)) : xstrdup(buffer_text(&text));
        page_meta_offer(fields[i], value);
        free(value);
        buffer_free(&text);
    }
    struct buffer words = { 0 };
    dom_text(body, &words);
    page_meta_write(&meta, page_meta_language(&meta, &words), stream);
    buffer_free(&words);
    page_meta_free(&meta);
    xmlFreeDoc(doc);
}

bool odt_convert(const struct package *package, struct stream *stream, struct error *error)
{
    struct odt odt = { .stream = stream };
    xmlDocPtr doc = dom_read_part(package, "content.xml");
    xmlDocPtr common = dom_read_part(package, "styles.xml");
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    xmlNodePtr body = root != NULL ? dom_child(dom_child(root, "body"), "text") : NULL;
    if (body != NULL) {
        odt.styles = xmlHashCreate(64);
        add_styles(&odt, root);
        add_styles(&odt, common != NULL ? xmlDocGetRootElement(common) : NULL);
        write_meta(package, body, stream);
        write_tree(&odt, body);
        write_notes(&odt);
        xmlHashFree(odt.styles, NULL);
    } else {
        error_set(error, "it is an OpenDocument file without text");
    }
    free(odt.bodies);
    xmlFreeDoc(common);
    xmlFreeDoc(doc);
    return body != NULL;
}
