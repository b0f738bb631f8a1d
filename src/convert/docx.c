#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "convert/docx_styles.h"
#include "convert/dom.h"
#include "convert/office.h"
#include "convert/page_meta.h"
#include "convert/raised.h"
#include "doc/document.h"

#define LEVELS 16
#define NOTES 20000
#define TITLE_MOST 12 /* nodes at the beginning among which the date is looked for */

struct docx {
    struct docx_styles styles;
    struct stream *stream;
    xmlDocPtr relations;
    const xmlNode *footnotes; /* roots of their parts, NULL none */
    const xmlNode *endnotes;
    struct docx_item open[LEVELS]; /* lists that are open */
    unsigned lists;
    bool quote;
    enum docx_look look; /* of the block before */
    bool in_row;
    unsigned field;      /* depth of fields whose instructions are passed over */
    unsigned notes;
    struct {
        const char *kind; /* "footnote", "endnote" */
        unsigned id;
    } note[NOTES];
};

bool docx_is(const struct package *package)
{
    return package_find(package, "word/document.xml") != NULL;
}

static void close_lists(struct docx *docx, unsigned keep)
{
    while (docx->lists > keep) {
        stream_leave(docx->stream); /* item */
        stream_leave(docx->stream);
        docx->lists--;
    }
}

static void close_quote(struct docx *docx)
{
    if (docx->quote)
        stream_leave(docx->stream);
    docx->quote = false;
}

/* Leaves and enters lists until the paragraph's item is open. */
static void open_item(struct docx *docx, const struct docx_item *item)
{
    close_quote(docx);
    if (docx->lists > 0 && docx->open[0].list != item->list && item->level == 0)
        close_lists(docx, 0);
    while (docx->lists > item->level + 1)
        close_lists(docx, docx->lists - 1);
    if (docx->lists == item->level + 1) {
        stream_leave(docx->stream);
        stream_item(docx->stream, '\0');
        return;
    }
    while (docx->lists < item->level + 1 && docx->lists < LEVELS) {
        if (item->numbered)
            stream_numbers(docx->stream, true, item->start, '.');
        else
            stream_bullets(docx->stream, true);
        stream_item(docx->stream, '\0');
        docx->open[docx->lists++] = *item;
    }
}

static const char *target_of(const struct docx *docx, const char *id)
{
    const xmlNode *root = docx->relations != NULL ? xmlDocGetRootElement(docx->relations) : NULL;
    const xmlNode *node = root != NULL ? root->children : NULL;
    while (node != NULL && strcmp(dom_attribute(node, "Id"), id) != 0)
        node = node->next;
    return dom_attribute(node, "Target");
}

static void enter_link(struct docx *docx, const xmlNode *link)
{
    const char *anchor = dom_attribute(link, "anchor");
    if (*anchor != '\0') {
        char *target = xasprintf("#%s", anchor);
        stream_link(docx->stream, target);
        free(target);
        return;
    }
    const char *target = target_of(docx, dom_attribute(link, "id"));
    if (strncmp(target, "http", 4) == 0 || strncmp(target, "mailto:", 7) == 0)
        stream_link(docx->stream, target);
}

static void write_reference(struct docx *docx, const xmlNode *node, const char *kind)
{
    char number[16];
    if (docx->notes >= NOTES)
        return;
    docx->note[docx->notes].kind = kind;
    docx->note[docx->notes++].id = (unsigned)strtoul(dom_attribute(node, "id"), NULL, 10);
    snprintf(number, sizeof number, "%u", docx->notes);
    stream_reference(docx->stream, number);
}

/* A run's text in its place: raised digits as such. */
static void write_text(struct docx *docx, const xmlNode *text)
{
    const xmlNode *run = text->parent;
    const xmlNode *properties = dom_child(run, "rPr");
    const char *position = docx_value(properties, "vertAlign");
    struct buffer words = { 0 };
    struct buffer raised = { 0 };
    dom_text(text, &words);
    bool mapped = position != NULL && strcmp(position, "baseline") != 0 &&
                  raised_map(buffer_text(&words), words.length,
                             strcmp(position, "superscript") == 0, &raised);
    const struct buffer *shown = mapped ? &raised : &words;
    stream_text(docx->stream, buffer_text(shown), shown->length,
                docx_bits_of(&docx->styles, properties));
    buffer_free(&words);
    buffer_free(&raised);
}

/* What is in a run; true where its children are to be walked. */
static bool enter_inline(struct docx *docx, const xmlNode *node)
{
    if (dom_is(node, "fldChar")) {
        const char *type = dom_attribute(node, "fldCharType");
        docx->field += strcmp(type, "begin") == 0;
        docx->field -= docx->field > 0 && strcmp(type, "begin") != 0 && strcmp(type, "end") != 0;
    } else if (dom_is(node, "t") && docx->field == 0) {
        write_text(docx, node);
    } else if (dom_is(node, "tab")) {
        stream_text(docx->stream, docx->stream->code ? "\t" : " ", 1, 0);
    } else if (dom_is_one(node, " br cr ")) {
        if (strcmp(dom_attribute(node, "type"), "page") != 0)
            stream_break(docx->stream);
    } else if (dom_is(node, "noBreakHyphen")) {
        stream_text(docx->stream, "\xe2\x80\x91", 3, 0);
    } else if (dom_is(node, "footnoteReference")) {
        write_reference(docx, node, "footnote");
    } else if (dom_is(node, "endnoteReference")) {
        write_reference(docx, node, "endnote");
    } else if (dom_is(node, "bookmarkStart")) {
        stream_anchor(docx->stream, dom_attribute(node, "name"));
    } else if (dom_is(node, "docPr")) {
        const char *description = dom_attribute(node, "descr");
        stream_text(docx->stream, description, strlen(description), 0);
    } else {
        return true;
    }
    return false;
}

static void enter_paragraph(struct docx *docx, const xmlNode *paragraph)
{
    const xmlNode *properties = dom_child(paragraph, "pPr");
    struct docx_item item;
    unsigned level = 1;
    docx->field = 0;
    if (docx->in_row) {
        stream_text(docx->stream, " ", 1, 0);
        return;
    }
    enum docx_look look = docx_look_of(&docx->styles, properties, &level);
    bool goes_on = look == DOCX_CODE && docx->look == DOCX_CODE && docx->stream->code;
    docx->look = look;
    if (goes_on) {
        stream_break(docx->stream);
        return;
    }
    stream_close(docx->stream);
    if (look == DOCX_PLAIN && docx_item_of(&docx->styles, properties, &item)) {
        open_item(docx, &item);
        return;
    }
    if (look != DOCX_PLAIN || dom_child(properties, "ind") == NULL)
        close_lists(docx, 0);
    if (look != DOCX_QUOTE)
        close_quote(docx);
    if (look == DOCX_HEADING || look == DOCX_TITLE)
        stream_heading(docx->stream, look == DOCX_TITLE ? 1 : level);
    else if (look == DOCX_CODE)
        stream_code(docx->stream);
    else if (look == DOCX_QUOTE && !docx->quote) {
        stream_quote(docx->stream);
        docx->quote = true;
    }
}

static unsigned count_columns(const xmlNode *row)
{
    unsigned columns = 0;
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        const char *span = docx_value(dom_child(cell, "tcPr"), "gridSpan");
        if (dom_is(cell, "tc"))
            columns += span != NULL ? (unsigned)strtoul(span, NULL, 10) % 100 : 1;
    }
    return columns;
}

/* One in a cell of another is part of the cell. */
static bool enter_table(struct docx *docx, const xmlNode *table)
{
    unsigned columns = 0;
    if (docx->in_row)
        return true;
    close_lists(docx, 0);
    close_quote(docx);
    for (const xmlNode *row = table->children; row != NULL; row = row->next) {
        unsigned count = dom_is(row, "tr") ? count_columns(row) : 0;
        columns = count > columns ? count : columns;
    }
    stream_table(docx->stream, columns);
    return true;
}

static bool is_inner(const xmlNode *row)
{
    const xmlNode *table = row->parent;
    return table != NULL && dom_is_within(table->parent, "tc");
}

static bool enter(void *context, xmlNodePtr node)
{
    struct docx *docx = context;
    if (node->type != XML_ELEMENT_NODE ||
        dom_is_one(node, " del moveFrom instrText delText Fallback rPr pPr tblPr tcPr trPr sectPr "
                         "footnotePr commentReference annotationRef footnoteRef endnoteRef "))
        return false;
    if (dom_is(node, "p"))
        enter_paragraph(docx, node);
    else if (dom_is(node, "tbl"))
        return enter_table(docx, node);
    else if (dom_is(node, "tr") && !is_inner(node)) {
        stream_row(docx->stream, dom_child(dom_child(node, "trPr"), "tblHeader") != NULL);
        docx->in_row = true;
    } else if (dom_is(node, "tc") && !is_inner(node->parent))
        stream_cell(docx->stream, 'l');
    else if (dom_is(node, "hyperlink"))
        enter_link(docx, node);
    else
        return enter_inline(docx, node);
    return true;
}

static void leave(void *context, xmlNodePtr node)
{
    struct docx *docx = context;
    if (dom_is(node, "p") && docx->look != DOCX_CODE && !docx->in_row) {
        stream_close(docx->stream);
    } else if (dom_is(node, "tr") && !is_inner(node)) {
        stream_close(docx->stream);
        docx->in_row = false;
    } else if (dom_is(node, "tc") && !is_inner(node->parent)) {
        const char *span = docx_value(dom_child(node, "tcPr"), "gridSpan");
        for (unsigned long i = span != NULL ? strtoul(span, NULL, 10) % 100 : 1; i > 1; i--)
            stream_cell(docx->stream, 'l');
    } else if (dom_is(node, "hyperlink")) {
        stream_link_end(docx->stream);
    }
}

static void write_tree(struct docx *docx, xmlNodePtr root)
{
    dom_walk(root, enter, leave, docx);
    close_lists(docx, 0);
    close_quote(docx);
    stream_close(docx->stream);
    docx->look = DOCX_PLAIN;
}

static xmlNodePtr find_note(const xmlNode *root, const char *kind, unsigned id)
{
    xmlNodePtr node = root != NULL ? root->children : NULL;
    while (node != NULL && (!dom_is(node, kind) ||
                            strtoul(dom_attribute(node, "id"), NULL, 10) != id))
        node = node->next;
    return node;
}

static void write_notes(struct docx *docx)
{
    for (unsigned i = 0; i < docx->notes; i++) {
        bool foot = strcmp(docx->note[i].kind, "footnote") == 0;
        xmlNodePtr note = find_note(foot ? docx->footnotes : docx->endnotes, docx->note[i].kind,
                                    docx->note[i].id);
        char number[16];
        if (note == NULL)
            continue;
        snprintf(number, sizeof number, "%u", i + 1);
        stream_note(docx->stream, number);
        write_tree(docx, note);
        stream_leave(docx->stream);
    }
}

/* What an element says becomes the field, unless that is known. */
static void offer_text(char **field, const xmlNode *node, bool date)
{
    struct buffer text = { 0 };
    if (node != NULL)
        dom_text(node, &text);
    char *value = date ? page_meta_date(buffer_text(&text)) : xstrdup(buffer_text(&text));
    page_meta_offer(field, value);
    free(value);
    buffer_free(&text);
}

/* The date that stands below the title goes before that of the file, which may be that of a copy. */
static void write_meta(const struct package *package, const struct docx *docx, const xmlNode *body)
{
    struct page_meta meta = { 0 };
    xmlDocPtr doc = dom_read_part(package, "docProps/core.xml");
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    const xmlNode *node = body->children;
    for (int i = 0; node != NULL && i < TITLE_MOST; i++, node = node->next) {
        if (docx_is_date(&docx->styles, dom_child(node, "pPr")))
            offer_text(&meta.published, node, true);
    }
    if (root != NULL) {
        offer_text(&meta.title, dom_child(root, "title"), false);
        offer_text(&meta.author, dom_child(root, "creator"), false);
        offer_text(&meta.published, dom_child(root, "created"), true);
    }
    page_meta_write(&meta, NULL, docx->stream);
    page_meta_free(&meta);
    xmlFreeDoc(doc);
}

bool docx_convert(const struct package *package, struct stream *stream, struct error *error)
{
    xmlDocPtr doc = dom_read_part(package, "word/document.xml");
    xmlNodePtr root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    xmlNodePtr body = root != NULL ? dom_find(root, "body") : NULL;
    if (body == NULL) {
        xmlFreeDoc(doc);
        error_set(error, "it is a Word document without text");
        return false;
    }
    struct docx *docx = xcalloc(1, sizeof *docx);
    xmlDocPtr foot = dom_read_part(package, "word/footnotes.xml");
    xmlDocPtr end = dom_read_part(package, "word/endnotes.xml");
    docx->stream = stream;
    docx->relations = dom_read_part(package, "word/_rels/document.xml.rels");
    docx->footnotes = foot != NULL ? xmlDocGetRootElement(foot) : NULL;
    docx->endnotes = end != NULL ? xmlDocGetRootElement(end) : NULL;
    docx_styles_open(&docx->styles, package);
    write_meta(package, docx, body);
    write_tree(docx, body);
    write_notes(docx);
    docx_styles_close(&docx->styles);
    xmlFreeDoc(docx->relations);
    xmlFreeDoc(foot);
    xmlFreeDoc(end);
    xmlFreeDoc(doc);
    free(docx);
    return true;
}
