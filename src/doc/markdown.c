#include "doc/markdown.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/autolink.h"
#include "doc/charref.h"
#include "doc/footnotes.h"
#include "doc/markdown_html.h"
#include "doc/markdown_text.h"
#include "doc/markdown_walk.h"
#include "doc/nesting.h"
#include "doc/plain.h"
#include "doc/prepare.h"

#define TAG_LIMIT ((size_t)64 << 10)
#define RULE_SEARCH 64  /* lines */
#define ITEMS_A_LINE 1000 /* list items on one line: more make md4c slow */

/* Lists and items. */

static void enter_item(struct markdown_walk *walk, const MD_BLOCK_LI_DETAIL *detail)
{
    enum nesting_task task = TASK_NONE;
    if (detail->is_task)
        task = detail->task_mark == ' ' ? TASK_OPEN : TASK_DONE;
    nesting_enter_item(&walk->nesting, task);
}

/* Blocks. */

/* Is text[at, end) a thematic break, in whatever quotes and items? */
static bool is_rule_line(const char *text, size_t at, size_t end)
{
    size_t last = end;
    while (last > at && (text[last - 1] == ' ' || text[last - 1] == '\t'))
        last--;
    if (last == at || strchr("-*_", text[last - 1]) == NULL)
        return false;
    unsigned marks = 0;
    for (size_t i = last; i > at && (text[i - 1] == text[last - 1] || text[i - 1] == ' '); i--)
        marks += text[i - 1] == text[last - 1];
    return marks >= 3;
}

/* md4c does not say where a rule stands: it is the next line that looks like one. */
static void enter_rule(struct markdown_walk *walk)
{
    size_t at = walk->line_offset;
    uint32_t line = walk->line;
    for (int i = 0; i < RULE_SEARCH && at < walk->source_length; i++) {
        const char *newline = memchr(walk->source + at, '\n', walk->source_length - at);
        size_t end = newline != NULL ? (size_t)(newline - walk->source) : walk->source_length;
        if (is_rule_line(walk->source, at, end)) {
            walk->line = line + (end < walk->source_length);
            walk->line_offset = end + (end < walk->source_length);
            break;
        }
        line += end == 0 || walk->source[end - 1] != '\r';
        at = end + 1;
    }
    markdown_expect(walk, BLOCK_RULE, 0, 0);
    markdown_open_block(walk, line);
    markdown_close_block(walk);
}

static void enter_row(struct markdown_walk *walk)
{
    walk->cells = 0;
    markdown_open_block(walk, 0);
    walk->block.flags &= (uint8_t)~(unsigned)BLOCK_TABLE_FIRST;
    walk->block.flags |= BLOCK_TIGHT;
}

static void enter_cell(struct markdown_walk *walk, MD_ALIGN align)
{
    if (walk->cells++ > 0)
        builder_cell(&walk->builder);
    if ((walk->block.flags & BLOCK_TABLE_HEADER) == 0)
        return;
    if (align == MD_ALIGN_RIGHT || align == MD_ALIGN_CENTER)
        builder_align(&walk->builder, walk->cells - 1,
                      align == MD_ALIGN_RIGHT ? BUILDER_RIGHT : BUILDER_CENTRED);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct markdown_walk *walk = data;
    const MD_BLOCK_OL_DETAIL *ordered = detail;
    buffer_truncate(&walk->html, 0); /* a tag that never ended */
    if (type != MD_BLOCK_TR && type != MD_BLOCK_TH && type != MD_BLOCK_TD &&
        type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
        markdown_close_block(walk);
    switch (type) {
    case MD_BLOCK_QUOTE:
        nesting_enter_quote(&walk->nesting);
        break;
    case MD_BLOCK_UL:
        nesting_enter_bullets(&walk->nesting, ((MD_BLOCK_UL_DETAIL *)detail)->is_tight != 0);
        break;
    case MD_BLOCK_OL:
        nesting_enter_numbers(&walk->nesting, ordered->is_tight != 0, ordered->start,
                              ordered->mark_delimiter);
        break;
    case MD_BLOCK_LI:
        enter_item(walk, detail);
        break;
    case MD_BLOCK_HR:
        enter_rule(walk);
        break;
    case MD_BLOCK_H:
        markdown_expect(walk, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level, 0);
        break;
    case MD_BLOCK_CODE:
        markdown_expect(walk, BLOCK_CODE, 0, 0);
        walk->in_code = true;
        walk->code_begun = false;
        break;
    case MD_BLOCK_HTML:
        walk->in_html = true;
        walk->html_line = 0;
        break;
    case MD_BLOCK_TABLE:
        markdown_expect(walk, BLOCK_TABLE_ROW, ((MD_BLOCK_TABLE_DETAIL *)detail)->col_count,
               BLOCK_TABLE_FIRST);
        break;
    case MD_BLOCK_THEAD:
        walk->block.flags |= BLOCK_TABLE_HEADER;
        break;
    case MD_BLOCK_TBODY:
        walk->block.flags &= (uint8_t)~(unsigned)BLOCK_TABLE_HEADER;
        break;
    case MD_BLOCK_TR:
        enter_row(walk);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        enter_cell(walk, ((MD_BLOCK_TD_DETAIL *)detail)->align);
        break;
    default:
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct markdown_walk *walk = data;
    (void)detail;
    switch (type) {
    case MD_BLOCK_HTML:
        walk->in_html = false;
        markdown_html_block(walk);
        break;
    case MD_BLOCK_TR:
        walk->tags = (struct markdown_styles){ 0 };
        builder_close(&walk->builder);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
        markdown_close_block(walk);
        markdown_leave_container(walk);
        break;
    default:
        walk->in_code = false;
        markdown_close_block(walk);
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

/* Links. */

/* An address or target as a string of its own, its character references resolved. */
static char *attribute(struct markdown_walk *walk, const MD_ATTRIBUTE *attribute)
{
    struct buffer raw = { 0 };
    struct buffer out = { 0 };
    for (size_t i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size;
         i++) {
        const char *part = attribute->text + attribute->substr_offsets[i];
        size_t size = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];
        if (attribute->substr_types[i] == MD_TEXT_ENTITY)
            charref_add(&raw, part, size);
        else
            buffer_add(&raw, part, size);
    }
    markdown_restore(walk, buffer_text(&raw), raw.length, &out);
    buffer_free(&raw);
    return buffer_take(&out);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct markdown_walk *walk = data;
    switch (type) {
    case MD_SPAN_EM:
        walk->styles.emphasis++;
        break;
    case MD_SPAN_STRONG:
        walk->styles.strong++;
        break;
    case MD_SPAN_DEL:
        walk->styles.struck++;
        break;
    case MD_SPAN_CODE:
        walk->styles.code++;
        break;
    case MD_SPAN_A:
        markdown_begin_link(walk, LINK_URL, attribute(walk, &((MD_SPAN_A_DETAIL *)detail)->href));
        break;
    case MD_SPAN_IMG:
        markdown_begin_link(walk, LINK_URL, attribute(walk, &((MD_SPAN_IMG_DETAIL *)detail)->src));
        break;
    default:
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct markdown_walk *walk = data;
    (void)detail;
    switch (type) {
    case MD_SPAN_EM:
        walk->styles.emphasis--;
        break;
    case MD_SPAN_STRONG:
        walk->styles.strong--;
        break;
    case MD_SPAN_DEL:
        walk->styles.struck--;
        break;
    case MD_SPAN_CODE:
        walk->styles.code--;
        break;
    case MD_SPAN_A:
        markdown_end_link(walk, false);
        break;
    case MD_SPAN_IMG:
        markdown_end_link(walk, true);
        break;
    default:
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

/* A tag comes in pieces where it goes on over lines. */
static void html_span(struct markdown_walk *walk, const char *text, size_t length)
{
    if (walk->html.length == 0 && text[0] != '<')
        return;
    markdown_restore(walk, text, length, &walk->html);
    bool whole = walk->html.data[walk->html.length - 1] == '>';
    if (whole || walk->html.length > TAG_LIMIT) {
        markdown_html_inline(walk, text + length);
        buffer_truncate(&walk->html, 0);
    }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct markdown_walk *walk = data;
    if (walk->in_html) {
        if (walk->html_line == 0)
            walk->html_line = markdown_line(walk, text);
        markdown_restore(walk, text, size, &walk->html);
        return 0;
    }
    if (walk->in_code) {
        markdown_text_code(walk, text, size);
        return builder_is_over_budget(&walk->builder);
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        markdown_text_normal(walk, "\xef\xbf\xbd", 3);
        break;
    case MD_TEXT_BR:
        markdown_line_break(walk);
        break;
    case MD_TEXT_SOFTBR:
        if (walk->builder.is_open)
            builder_soft_break(&walk->builder, markdown_style(walk));
        break;
    case MD_TEXT_HTML:
        html_span(walk, text, size);
        break;
    case MD_TEXT_ENTITY:
        markdown_text_entity(walk, text, size);
        break;
    case MD_TEXT_CODE:
        markdown_text_code_span(walk, text, size);
        break;
    default:
        markdown_text_normal(walk, text, size);
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

/* The whole. */

static void place_references(struct document *document, const struct footnotes *notes)
{
    for (size_t i = 0; i < document->link_count; i++) {
        struct link *link = &document->links[i];
        if (link->kind == LINK_PLACE) {
            const struct footnote *note = &notes->items[link->place];
            link->place = note->placed ? note->place : link->span.start;
        }
    }
}

static struct document *read_as_plain(const char *text, size_t length, unsigned first_line)
{
    struct document *document = plain_read(xstrndup(text, length), length);
    for (size_t i = 0; i < document->block_count; i++)
        document->blocks[i].line += first_line - 1;
    return document;
}

/* md4c looks at every open list at every blank line: thousands of items that begin on one
 * line ("- - - - ...") would make it slow. */
static bool nests_too_deep(const char *text, size_t length)
{
    unsigned items = 0;
    bool leading = true;
    for (size_t at = 0; at + 1 < length; at++) {
        if (!leading) {
            const char *newline = memchr(text + at, '\n', length - at);
            if (newline == NULL)
                return false;
            at = (size_t)(newline - text);
        }
        bool marks = strchr("-+*.)", text[at]) != NULL;
        items = text[at] == '\n' ? 0 : items + (marks && strchr(" \t", text[at + 1]) != NULL);
        leading = text[at] == '\n' || strchr("-+*.)> \t0123456789", text[at]) != NULL;
        if (items > ITEMS_A_LINE)
            return true;
    }
    return false;
}

static bool parse(struct markdown_walk *walk)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_PERMISSIVEEMAILAUTOLINKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };
    return md_parse(walk->source, (MD_SIZE)walk->source_length, &parser, walk) == 0;
}

struct document *markdown_read(const char *text, size_t length, unsigned first_line)
{
    struct markdown_walk walk = { .line = first_line, .opening_note = MARKDOWN_NO_NOTE };
    struct buffer prepared = { 0 };
    struct buffer source = { 0 };
    if (length > MARKDOWN_LIMIT || nests_too_deep(text, length))
        return read_as_plain(text, length, first_line);
    prepare_source(text, length, &walk.pieces, &prepared);
    footnotes_prepare(prepared.data, prepared.length, &walk.notes, &source);
    walk.source = source.data; /* md4c looks at the byte after the end */
    walk.source_length = source.length;
    walk.nesting.builder = &walk.builder;
    builder_begin(&walk.builder, length * 4 + ((size_t)64 << 10));
    struct document *document = NULL;
    if (parse(&walk)) {
        document = builder_end(&walk.builder);
        place_references(document, &walk.notes);
        autolink_add(document, false);
    } else {
        builder_abandon(&walk.builder);
        document = read_as_plain(text, length, first_line);
    }
    footnotes_free(&walk.notes);
    substitutes_free(&walk.pieces);
    buffer_free(&walk.html);
    nesting_free(&walk.nesting);
    buffer_free(&walk.scratch);
    buffer_free(&source);
    buffer_free(&prepared);
    return document;
}
