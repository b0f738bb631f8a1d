#include "convert/html.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "convert/dom.h"
#include "convert/html_table.h"
#include "convert/raised.h"
#include "doc/document.h"

/* What was opened for an element, and is closed when it is left. */
enum role {
    ROLE_NONE,
    ROLE_BLOCK,
    ROLE_CONTAINER,
    ROLE_NOTE,
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_LINK,
    ROLE_TAKEN /* all its text has been written */
};

struct writing {
    const struct html_links *links;
    struct stream *stream;
    const char *path;
    unsigned emphasis, strong, code, struck;
    unsigned pre;
    unsigned item; /* items, quotes and notes around */
    bool in_row;
    bool breaking; /* a br has just been written */
    struct html_grid grid;
    struct buffer reading; /* of the ruby that is open */
};

static unsigned style_of(const struct writing *writing)
{
    return (writing->emphasis > 0 ? STYLE_EMPHASIS : 0u) |
           (writing->strong > 0 ? STYLE_STRONG : 0u) | (writing->code > 0 ? STYLE_CODE : 0u) |
           (writing->struck > 0 ? STYLE_STRIKE : 0u);
}

static void write_string(struct writing *writing, const char *text)
{
    stream_text(writing->stream, text, strlen(text), style_of(writing));
}

/* Within a row of a table a new block is a blank. */
static void part_blocks(struct writing *writing)
{
    if (writing->in_row)
        write_string(writing, " ");
    else if (writing->pre > 0)
        stream_break(writing->stream);
    else
        stream_close(writing->stream);
}

/* Counters of inline styles. */
static unsigned *counter_of(struct writing *writing, const xmlNode *node)
{
    if (dom_is_one(node, " em i cite var dfn "))
        return &writing->emphasis;
    if (dom_is_one(node, " strong b dt summary th "))
        return dom_is(node, "th") ? NULL : &writing->strong;
    if (dom_is_one(node, " code kbd samp tt "))
        return writing->pre > 0 ? NULL : &writing->code;
    return dom_is_one(node, " del s strike ") ? &writing->struck : NULL;
}

static void enter_list(struct writing *writing, const xmlNode *node)
{
    if (!dom_is(node, "ol")) {
        stream_bullets(writing->stream, dom_find((xmlNodePtr)(uintptr_t)node, "p") == NULL);
        return;
    }
    const char *start = dom_attribute(node, "start");
    stream_numbers(writing->stream, dom_find((xmlNodePtr)(uintptr_t)node, "p") == NULL,
                   *start >= '0' && *start <= '9' ? (unsigned)strtoul(start, NULL, 10) : 1, '.');
}

static char task_of(const xmlNode *item)
{
    xmlNodePtr box = dom_find((xmlNodePtr)(uintptr_t)item, "input");
    if (box == NULL || strcasecmp(dom_attribute(box, "type"), "checkbox") != 0)
        return '\0';
    for (const xmlAttr *at = box->properties; at != NULL; at = at->next) {
        if (strcmp((const char *)at->name, "checked") == 0)
            return 'x';
    }
    return ' ';
}

/* All items of a list of notes are notes: the list itself is not shown as one. */
static bool is_list_of_notes(const struct writing *writing, const xmlNode *list)
{
    unsigned items = 0;
    unsigned notes = 0;
    for (const xmlNode *item = list->children; item != NULL; item = item->next) {
        const struct page_weight *weight = page_weight_of(writing->links->weights, item);
        items += dom_is(item, "li");
        notes += weight != NULL && weight->note > 0;
    }
    return notes > 0 && notes * 2 >= items;
}

static enum role enter_note(struct writing *writing, unsigned number)
{
    char id[16];
    snprintf(id, sizeof id, "%u", number);
    stream_note(writing->stream, id);
    return ROLE_NOTE;
}

static enum role enter_container(struct writing *writing, xmlNodePtr node)
{
    if (writing->in_row || writing->pre > 0) {
        part_blocks(writing);
        return ROLE_BLOCK;
    }
    if (dom_is_one(node, " ul ol menu dir ")) {
        if (is_list_of_notes(writing, node))
            return ROLE_BLOCK;
        enter_list(writing, node);
    } else if (dom_is(node, "li")) {
        stream_item(writing->stream, task_of(node));
    } else if (dom_is(node, "dd")) {
        stream_bullets(writing->stream, true);
        stream_item(writing->stream, '\0');
    } else {
        stream_quote(writing->stream);
    }
    return ROLE_CONTAINER;
}

static void leave_container(struct writing *writing, const xmlNode *node)
{
    stream_leave(writing->stream);
    if (dom_is(node, "dd"))
        stream_leave(writing->stream);
}

static enum role enter_table(struct writing *writing, xmlNodePtr table)
{
    if (writing->in_row || writing->pre > 0 || !html_table_is_data(writing->links->weights, table)) {
        part_blocks(writing);
        return ROLE_BLOCK;
    }
    stream_close(writing->stream);
    html_table_measure(writing->links->weights, table, &writing->grid);
    for (const xmlNode *child = table->children; child != NULL; child = child->next) {
        if (dom_is(child, "caption") && !page_is_skipped(writing->links->weights, child)) {
            struct buffer text = { 0 };
            dom_text(child, &text);
            writing->emphasis++;
            stream_paragraph(writing->stream);
            write_string(writing, buffer_text(&text));
            writing->emphasis--;
            stream_close(writing->stream);
            buffer_free(&text);
        }
    }
    stream_table(writing->stream, writing->grid.columns);
    return ROLE_TABLE;
}

static void fill_cells(struct writing *writing)
{
    struct html_grid *grid = &writing->grid;
    while (grid->column < grid->columns && grid->taken[grid->column] > 0) {
        grid->taken[grid->column++]--;
        stream_cell(writing->stream, 'l');
    }
}

static enum role enter_row(struct writing *writing, const xmlNode *row)
{
    if (row->children == NULL)
        return ROLE_NONE;
    stream_row(writing->stream, html_row_is_header(row));
    writing->in_row = true;
    writing->grid.column = 0;
    return ROLE_ROW;
}

static void enter_cell(struct writing *writing, const xmlNode *cell)
{
    struct html_grid *grid = &writing->grid;
    unsigned span = html_cell_span(cell, "colspan");
    unsigned rows = html_cell_span(cell, "rowspan");
    fill_cells(writing);
    for (unsigned i = 0; i < span && grid->column < grid->columns; i++, grid->column++)
        grid->taken[grid->column] = (unsigned short)(rows - 1);
    stream_cell(writing->stream, html_cell_side(cell));
}

static void leave_cell(struct writing *writing, const xmlNode *cell)
{
    for (unsigned i = html_cell_span(cell, "colspan"); i > 1; i--)
        stream_cell(writing->stream, 'l');
}

static bool is_symbol(const xmlNode *a)
{
    static const char *const symbols[] = { "#", "¶", "§", "🔗", "" };
    struct buffer text = { 0 };
    bool symbol = false;
    dom_text(a, &text);
    const char *at = buffer_text(&text);
    at += strspn(at, " \n\t");
    size_t length = strcspn(at, " \n\t");
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        symbol |= strlen(symbols[i]) == length && strncmp(at, symbols[i], length) == 0;
    buffer_free(&text);
    return symbol;
}

static enum role enter_link(struct writing *writing, const xmlNode *a)
{
    const struct page_weight *weight = page_weight_of(writing->links->weights, a);
    const char *href = dom_attribute(a, "href");
    if (weight->note > 0) {
        char id[16];
        snprintf(id, sizeof id, "%u", weight->note);
        stream_reference(writing->stream, id);
        return ROLE_TAKEN;
    }
    if (*href == '\0' || writing->stream->link)
        return ROLE_NONE;
    if (*href == '#' && (is_symbol(a) || html_links_is_way_back(writing->links, a, writing->path)))
        return is_symbol(a) && weight->text == 0 ? ROLE_NONE : ROLE_TAKEN;
    if (writing->links->is_book && html_links_is_way_back(writing->links, a, writing->path))
        return ROLE_TAKEN;
    char *inner = html_links_inner(writing->links, writing->path, href);
    char *target = inner != NULL ? xasprintf("#%s", inner)
                                 : html_links_outer(writing->links, href);
    free(inner);
    if (target == NULL)
        return ROLE_NONE;
    if (weight->text > 0)
        stream_link(writing->stream, target);
    free(target);
    return weight->text > 0 ? ROLE_LINK : ROLE_NONE;
}

/* Alternative texts that say what is seen, not what a file is called. */
static bool is_telling(const char *alt)
{
    const char *dot = strrchr(alt, '.');
    bool file = dot != NULL && strlen(dot) <= 5 && strchr(alt, ' ') == NULL;
    return alt[strspn(alt, " \n\t\r")] != '\0' && !file && strcasecmp(alt, "image") != 0 &&
           strcasecmp(alt, "img") != 0 && strcasecmp(alt, "logo") != 0;
}

static void write_image(struct writing *writing, const xmlNode *image)
{
    const char *alt = dom_attribute(image, "alt");
    if (!is_telling(alt))
        return;
    for (const xmlNode *around = image->parent; around != NULL; around = around->parent) {
        if (dom_is(around, "figure") && dom_find((xmlNodePtr)(uintptr_t)around, "figcaption") != NULL)
            return; /* the caption says it */
    }
    bool linked = writing->stream->link;
    char *target = linked ? NULL : html_links_outer(writing->links, dom_attribute(image, "src"));
    write_string(writing, " ");
    if (target != NULL)
        stream_link(writing->stream, target);
    write_string(writing, alt);
    if (target != NULL)
        stream_link_end(writing->stream);
    write_string(writing, " ");
    free(target);
}

static enum role enter_raised(struct writing *writing, const xmlNode *node)
{
    struct buffer text = { 0 };
    struct buffer raised = { 0 };
    if (node->children == NULL || node->children->next != NULL || !dom_is_text(node->children))
        return ROLE_NONE;
    dom_text(node, &text);
    bool mapped = raised_map(buffer_text(&text), text.length, dom_is(node, "sup"), &raised);
    if (mapped)
        write_string(writing, buffer_text(&raised));
    buffer_free(&raised);
    buffer_free(&text);
    return mapped ? ROLE_TAKEN : ROLE_NONE;
}

/* Readings wait until the ruby ends, so that they part no word. */
static void leave_ruby(struct writing *writing)
{
    if (writing->reading.length == 0)
        return;
    write_string(writing, "(");
    write_string(writing, buffer_text(&writing->reading));
    write_string(writing, ")");
    buffer_truncate(&writing->reading, 0);
}

static enum role take_reading(struct writing *writing, const xmlNode *rt)
{
    struct buffer text = { 0 };
    dom_text(rt, &text);
    const char *at = buffer_text(&text);
    size_t length = text.length;
    for (; length > 0 && strchr(" \n\t", *at) != NULL; at++)
        length--;
    while (length > 0 && strchr(" \n\t", at[length - 1]) != NULL)
        length--;
    bool latin = length > 0 && (unsigned char)at[length - 1] < 0xE0;
    if (length > 0 && writing->reading.length > 0 && latin)
        buffer_add_byte(&writing->reading, ' ');
    buffer_add(&writing->reading, at, length);
    buffer_free(&text);
    return ROLE_TAKEN;
}

/* Two in a row part paragraphs. */
static void write_break(struct writing *writing)
{
    if (writing->breaking && writing->pre == 0 && !writing->in_row) {
        stream_close(writing->stream);
        writing->breaking = false;
        return;
    }
    stream_break(writing->stream);
    writing->breaking = true;
}

static enum role enter_block(struct writing *writing, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    bool heading = name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
    part_blocks(writing);
    if (writing->in_row || writing->pre > 0)
        return ROLE_BLOCK;
    if (heading)
        stream_heading(writing->stream, (unsigned)(name[1] - '0'));
    else if (dom_is(node, "hr"))
        stream_rule(writing->stream);
    return ROLE_BLOCK;
}

static enum role enter_pre(struct writing *writing)
{
    part_blocks(writing);
    if (writing->in_row || writing->pre > 0)
        return ROLE_BLOCK;
    stream_code(writing->stream);
    writing->pre++;
    return ROLE_CONTAINER;
}

static enum role enter_inline(struct writing *writing, const xmlNode *node)
{
    if (dom_is(node, "a"))
        return enter_link(writing, node);
    if (dom_is(node, "img"))
        write_image(writing, node);
    else if (dom_is(node, "br"))
        write_break(writing);
    else if (dom_is_one(node, " sup sub "))
        return enter_raised(writing, node);
    else if (dom_is(node, "rt"))
        return take_reading(writing, node);
    else if (dom_is(node, "q"))
        write_string(writing, "“");
    else if (dom_is(node, "input"))
        return ROLE_TAKEN;
    return ROLE_NONE;
}

static enum role enter_element(struct writing *writing, xmlNodePtr node)
{
    const struct page_weight *weight = page_weight_of(writing->links->weights, node);
    if (dom_is_one(node, " td th ") && writing->in_row) {
        enter_cell(writing, node);
        return ROLE_BLOCK;
    }
    if (dom_is(node, "tr") && dom_is_within(node, "table") && writing->grid.columns > 0)
        return enter_row(writing, node);
    if (dom_is(node, "caption") && writing->grid.columns > 0)
        return ROLE_TAKEN;
    if (weight->note > 0 && !dom_is(node, "a") && !writing->in_row && writing->pre == 0)
        return enter_note(writing, weight->note);
    if (dom_is_one(node, " ul ol menu dir li dd blockquote "))
        return enter_container(writing, node);
    if (dom_is(node, "table"))
        return enter_table(writing, node);
    if (dom_is_one(node, " pre listing xmp plaintext "))
        return enter_pre(writing);
    if (page_is_block(node))
        return enter_block(writing, node);
    return enter_inline(writing, node);
}

static void leave_element(struct writing *writing, xmlNodePtr node, enum role role)
{
    unsigned *counter = counter_of(writing, node);
    switch (role) {
    case ROLE_CONTAINER:
        if (dom_is_one(node, " pre listing xmp plaintext ")) {
            writing->pre--;
            stream_close(writing->stream);
        } else {
            leave_container(writing, node);
        }
        break;
    case ROLE_NOTE:
        stream_leave(writing->stream);
        break;
    case ROLE_LINK:
        stream_link_end(writing->stream);
        break;
    case ROLE_TABLE:
        writing->grid.columns = 0;
        break;
    case ROLE_ROW:
        fill_cells(writing);
        writing->in_row = false;
        stream_close(writing->stream);
        break;
    case ROLE_BLOCK:
        if (writing->in_row && dom_is_one(node, " td th "))
            leave_cell(writing, node);
        else
            part_blocks(writing);
        break;
    default:
        break;
    }
    if (dom_is(node, "ruby"))
        leave_ruby(writing);
    if (dom_is(node, "q"))
        write_string(writing, "”");
    if (counter != NULL && *counter > 0)
        --*counter;
}

static void write_anchor(struct writing *writing, const xmlNode *node, const char *root_id)
{
    const char *id = dom_attribute(node, "id");
    if (*id == '\0')
        id = dom_is(node, "a") ? dom_attribute(node, "name") : "";
    char *place = xasprintf("%s#%s", writing->path, root_id != NULL ? root_id : id);
    stream_anchor(writing->stream, place);
    free(place);
}

static void take_text(struct writing *writing, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (text[strspn(text, " \t\n\r\f")] != '\0')
        writing->breaking = false;
    write_string(writing, text);
}

/* Whether what is in the element is to be walked through; its anchor is `id`, if that is not NULL.
 */
static bool enter_from(struct writing *writing, xmlNodePtr node, const char *id)
{
    if (dom_is_text(node))
        take_text(writing, node);
    if (node->type != XML_ELEMENT_NODE)
        return false;
    struct page_weight *weight = page_weight_of(writing->links->weights, node);
    if (weight == NULL || weight->skip)
        return false;
    if (weight->target)
        write_anchor(writing, node, id);
    weight->role = (unsigned char)enter_element(writing, node);
    if (weight->role == ROLE_TAKEN)
        return false;
    unsigned *counter = counter_of(writing, node);
    if (counter != NULL)
        ++*counter;
    return true;
}

static bool enter(void *context, xmlNodePtr node)
{
    return enter_from(context, node, NULL);
}

static void leave(void *context, xmlNodePtr node)
{
    struct writing *writing = context;
    leave_element(writing, node, (enum role)page_weight_of(writing->links->weights, node)->role);
}

void html_write(const struct html_links *links, xmlNodePtr root, const char *path,
                struct stream *stream)
{
    struct writing writing = { .links = links, .stream = stream, .path = path };
    if (enter_from(&writing, root, "")) {
        dom_walk(root, enter, leave, &writing);
        leave(&writing, root);
    }
    buffer_free(&writing.reading);
    stream_close(stream);
}
