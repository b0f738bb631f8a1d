#include "doc/markdown.h"

#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/builder.h"
#include "doc/charref.h"
#include "doc/footnotes.h"
#include "doc/nesting.h"
#include "doc/plain.h"

#define NO_NOTE SIZE_MAX
#define RULE_SEARCH 64  /* lines */
#define ITEMS_A_LINE 1000 /* list items on one line: more make md4c slow */

struct walk {
    struct builder builder;
    struct footnotes notes;
    const char *source;
    size_t source_length;
    size_t line_offset; /* the line that the latest text came from */
    uint32_t line;

    struct nesting nesting;
    size_t opening_note; /* note whose first block comes next */

    struct block block; /* kind, level and flags of the block to open */
    bool in_code;
    bool code_begun;
    unsigned cells; /* of the row so far */
    unsigned emphasis, strong, struck, code;
    unsigned link_depth;
    struct buffer scratch;
};

static unsigned style_of(const struct walk *walk)
{
    return (walk->emphasis > 0 ? STYLE_EMPHASIS : 0u) | (walk->strong > 0 ? STYLE_STRONG : 0u) |
           (walk->struck > 0 ? STYLE_STRIKE : 0u) | (walk->code > 0 ? STYLE_CODE : 0u);
}

/* Source line of a piece of text; texts come in the order of the source. Text that md4c made
 * itself (line ends, indents) counts as the line before. */
static uint32_t line_of(struct walk *walk, const char *text)
{
    uintptr_t at = (uintptr_t)text;
    uintptr_t base = (uintptr_t)walk->source;
    if (at < base || at - base >= walk->source_length || at - base < walk->line_offset)
        return walk->line;
    size_t offset = (size_t)(at - base);
    const char *from = walk->source + walk->line_offset;
    const char *end = walk->source + offset;
    while ((from = memchr(from, '\n', (size_t)(end - from))) != NULL) {
        walk->line++;
        from++;
    }
    walk->line_offset = offset;
    return walk->line;
}

static void open_block(struct walk *walk, uint32_t line)
{
    struct block block = walk->block;
    block.line = line;
    nesting_dress(&walk->nesting, &block);
    builder_open(&walk->builder, block);
    if (walk->opening_note != NO_NOTE && !walk->notes.items[walk->opening_note].placed) {
        walk->notes.items[walk->opening_note].placed = true;
        walk->notes.items[walk->opening_note].place = walk->builder.block.start;
    }
    walk->opening_note = NO_NOTE;
}

/* Blocks open with their first text, when their line and marker are known. Text straight in
 * an item is a paragraph. */
static void need_block(struct walk *walk, const char *text)
{
    uint32_t line = line_of(walk, text);
    if (!walk->builder.is_open)
        open_block(walk, line);
    else if (walk->builder.block.line == 0)
        walk->builder.block.line = line; /* a row opens before its text */
}

static void expect(struct walk *walk, enum block_kind kind, unsigned level, unsigned flags)
{
    walk->block = (struct block){ .kind = (uint8_t)kind,
                                  .level = (uint8_t)(level < 255 ? level : 255),
                                  .flags = (uint8_t)flags };
}

static void close_block(struct walk *walk)
{
    builder_close(&walk->builder);
    expect(walk, BLOCK_PARAGRAPH, 0, 0);
}

/* Lists and items. */

static void enter_item(struct walk *walk, const MD_BLOCK_LI_DETAIL *detail)
{
    enum nesting_task task = TASK_NONE;
    if (detail->is_task)
        task = detail->task_mark == ' ' ? TASK_OPEN : TASK_DONE;
    nesting_enter_item(&walk->nesting, task);
}

/* The text began with a note's sentinel: this item is the note. False where none can be. */
static bool become_footnote(struct walk *walk, size_t index)
{
    if (walk->builder.is_open ||
        !nesting_become_footnote(&walk->nesting, walk->notes.items[index].number))
        return false;
    walk->opening_note = index;
    return true;
}

/* An item without any content is an empty block, so that its marker shows. */
static void leave_container(struct walk *walk)
{
    if (nesting_owes_marker(&walk->nesting)) {
        open_block(walk, walk->line);
        close_block(walk);
    }
    nesting_leave(&walk->nesting);
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
static void enter_rule(struct walk *walk)
{
    size_t at = walk->line_offset;
    uint32_t line = walk->line;
    for (int i = 0; i < RULE_SEARCH && at < walk->source_length; i++, line++) {
        const char *newline = memchr(walk->source + at, '\n', walk->source_length - at);
        size_t end = newline != NULL ? (size_t)(newline - walk->source) : walk->source_length;
        if (is_rule_line(walk->source, at, end)) {
            walk->line = line + (end < walk->source_length);
            walk->line_offset = end + (end < walk->source_length);
            break;
        }
        at = end + 1;
    }
    expect(walk, BLOCK_RULE, 0, 0);
    open_block(walk, line);
    close_block(walk);
}

static void enter_row(struct walk *walk)
{
    walk->cells = 0;
    open_block(walk, 0);
    walk->block.flags &= (uint8_t)~(unsigned)BLOCK_TABLE_FIRST;
    walk->block.flags |= BLOCK_TIGHT;
}

static void enter_cell(struct walk *walk, MD_ALIGN align)
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
    struct walk *walk = data;
    const MD_BLOCK_OL_DETAIL *ordered = detail;
    if (type != MD_BLOCK_TR && type != MD_BLOCK_TH && type != MD_BLOCK_TD &&
        type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY)
        close_block(walk);
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
        expect(walk, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level, 0);
        break;
    case MD_BLOCK_CODE:
        expect(walk, BLOCK_CODE, 0, 0);
        walk->in_code = true;
        walk->code_begun = false;
        break;
    case MD_BLOCK_TABLE:
        expect(walk, BLOCK_TABLE_ROW, ((MD_BLOCK_TABLE_DETAIL *)detail)->col_count,
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
    struct walk *walk = data;
    (void)detail;
    switch (type) {
    case MD_BLOCK_TR:
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
        close_block(walk);
        leave_container(walk);
        break;
    default:
        walk->in_code = false;
        close_block(walk);
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

/* Links. */

/* An address or target as a string of its own, its character references resolved. */
static char *attribute(struct walk *walk, const MD_ATTRIBUTE *attribute)
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
    footnotes_restore(&walk->notes, buffer_text(&raw), raw.length, &out);
    buffer_free(&raw);
    return buffer_take(&out);
}

static void begin_link(struct walk *walk, enum link_kind kind, const MD_ATTRIBUTE *target)
{
    if (walk->link_depth++ > 0)
        return;
    builder_link_begin(&walk->builder, kind, attribute(walk, target), 0);
}

/* An image without a description shows its file's name, a link without text its address. */
static void show_target(struct walk *walk, bool only_name)
{
    const char *target = walk->builder.link.target;
    if (target == NULL || builder_link_has_text(&walk->builder))
        return;
    const char *slash = only_name ? strrchr(target, '/') : NULL;
    char *text = xstrdup(slash != NULL && slash[1] != '\0' ? slash + 1 : target);
    for (char *at = text; *at != '\0'; at++) {
        if (*at == '\t' || *at == '\n')
            *at = ' ';
    }
    need_block(walk, NULL);
    builder_text(&walk->builder, text, strlen(text), style_of(walk));
    free(text);
}

static void end_link(struct walk *walk, bool is_image)
{
    if (walk->link_depth == 0 || --walk->link_depth > 0)
        return;
    show_target(walk, is_image);
    builder_link_end(&walk->builder);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct walk *walk = data;
    switch (type) {
    case MD_SPAN_EM:
        walk->emphasis++;
        break;
    case MD_SPAN_STRONG:
        walk->strong++;
        break;
    case MD_SPAN_DEL:
        walk->struck++;
        break;
    case MD_SPAN_CODE:
        walk->code++;
        break;
    case MD_SPAN_A:
        begin_link(walk, LINK_URL, &((MD_SPAN_A_DETAIL *)detail)->href);
        break;
    case MD_SPAN_IMG:
        begin_link(walk, LINK_URL, &((MD_SPAN_IMG_DETAIL *)detail)->src);
        break;
    case MD_SPAN_WIKILINK:
        begin_link(walk, LINK_NOTE, &((MD_SPAN_WIKILINK_DETAIL *)detail)->target);
        break;
    default:
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct walk *walk = data;
    (void)detail;
    switch (type) {
    case MD_SPAN_EM:
        walk->emphasis--;
        break;
    case MD_SPAN_STRONG:
        walk->strong--;
        break;
    case MD_SPAN_DEL:
        walk->struck--;
        break;
    case MD_SPAN_CODE:
        walk->code--;
        break;
    case MD_SPAN_A:
    case MD_SPAN_WIKILINK:
        end_link(walk, false);
        break;
    case MD_SPAN_IMG:
        end_link(walk, true);
        break;
    default:
        break;
    }
    return builder_is_over_budget(&walk->builder);
}

/* Text. */

/* Code goes line by line: each is a block. */
static void code_text(struct walk *walk, const char *text, size_t length)
{
    while (length > 0) {
        const char *newline = memchr(text, '\n', length);
        size_t size = newline != NULL ? (size_t)(newline - text) : length;
        if (!walk->builder.is_open) {
            uint32_t line = line_of(walk, text);
            if (walk->code_begun && walk->builder.blocks.count > 0)
                line = walk->builder.block.line + 1;
            open_block(walk, line);
            walk->code_begun = true;
            walk->block.flags |= BLOCK_TIGHT;
        }
        buffer_truncate(&walk->scratch, 0);
        footnotes_restore(&walk->notes, text, size, &walk->scratch);
        builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length, 0);
        if (newline == NULL)
            return;
        builder_close(&walk->builder);
        text += size + 1;
        length -= size + 1;
    }
}

static void line_break(struct walk *walk)
{
    if (!walk->builder.is_open)
        return;
    if (walk->builder.block.kind == BLOCK_TABLE_ROW)
        builder_soft_break(&walk->builder, style_of(walk));
    else
        builder_hard_break(&walk->builder);
}

/* Bytes of "<br>", "<br/>" or "<br />" at text[0]; else 0. */
static size_t break_tag(const char *text, size_t length)
{
    size_t at = 3;
    if (length < 4 || text[0] != '<' || (text[1] | 0x20) != 'b' || (text[2] | 0x20) != 'r')
        return 0;
    while (at < length && text[at] == ' ')
        at++;
    if (at < length && text[at] == '/')
        at++;
    return at < length && text[at] == '>' ? at + 1 : 0;
}

static void reference(struct walk *walk, const char *at, size_t index)
{
    char mark[32];
    int size = snprintf(mark, sizeof mark, "[%u]", walk->notes.items[index].number);
    bool link = walk->link_depth == 0;
    need_block(walk, at);
    if (link)
        builder_link_begin(&walk->builder, LINK_PLACE, xstrdup(""), index);
    builder_text(&walk->builder, mark, (size_t)size, style_of(walk) | STYLE_NOTE_MARK);
    if (link)
        builder_link_end(&walk->builder);
}

/* What cannot be taken as it is at text[at]: tab, line break, sentinel. Bytes it takes, 0 for
 * an ordinary byte. */
static size_t special(struct walk *walk, const char *text, size_t length)
{
    size_t index;
    char kind;
    size_t size;
    if (text[0] == '\t' || text[0] == '\n') {
        need_block(walk, text);
        builder_text(&walk->builder, " ", 1, style_of(walk));
        return 1;
    }
    if ((size = break_tag(text, length)) > 0) {
        line_break(walk);
        return size;
    }
    size = footnotes_sentinel(&walk->notes, text, length, &index, &kind);
    if (size == 0)
        return text[0] == FOOTNOTE_OPEN ? 1 : 0;
    if (kind == FOOTNOTE_REFERENCE) {
        reference(walk, text, index);
    } else if (!become_footnote(walk, index)) {
        struct buffer out = { 0 };
        footnotes_restore(&walk->notes, text, size, &out);
        need_block(walk, text);
        builder_text(&walk->builder, out.data, out.length, style_of(walk));
        buffer_free(&out);
    }
    return size;
}

static bool is_special(char byte)
{
    return byte == '\t' || byte == '\n' || byte == '<' || byte == FOOTNOTE_OPEN;
}

static void normal_text(struct walk *walk, const char *text, size_t length)
{
    size_t done = 0;
    size_t at = 0;
    while (at < length) {
        if (!is_special(text[at])) {
            at++;
            continue;
        }
        if (at > done) {
            need_block(walk, text + done);
            builder_text(&walk->builder, text + done, at - done, style_of(walk));
        }
        size_t size = special(walk, text + at, length - at);
        done = at + size;
        at += size > 0 ? size : 1;
    }
    if (length > done) {
        need_block(walk, text + done);
        builder_text(&walk->builder, text + done, length - done, style_of(walk));
    }
}

static void code_span(struct walk *walk, const char *text, size_t length)
{
    buffer_truncate(&walk->scratch, 0);
    footnotes_restore(&walk->notes, text, length, &walk->scratch);
    for (size_t i = 0; i < walk->scratch.length; i++) {
        if (walk->scratch.data[i] == '\n' || walk->scratch.data[i] == '\t')
            walk->scratch.data[i] = ' ';
    }
    need_block(walk, text);
    builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length,
                 style_of(walk) | STYLE_CODE);
}

static void entity(struct walk *walk, const char *text, size_t length)
{
    buffer_truncate(&walk->scratch, 0);
    charref_add(&walk->scratch, text, length);
    need_block(walk, text);
    builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length,
                 style_of(walk));
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct walk *walk = data;
    if (walk->in_code) {
        code_text(walk, text, size);
        return builder_is_over_budget(&walk->builder);
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        normal_text(walk, "\xef\xbf\xbd", 3);
        break;
    case MD_TEXT_BR:
        line_break(walk);
        break;
    case MD_TEXT_SOFTBR:
        if (walk->builder.is_open)
            builder_soft_break(&walk->builder, style_of(walk));
        break;
    case MD_TEXT_ENTITY:
        entity(walk, text, size);
        break;
    case MD_TEXT_CODE:
        code_span(walk, text, size);
        break;
    default:
        normal_text(walk, text, size);
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

static bool parse(struct walk *walk)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_WIKILINKS | MD_FLAG_NOHTML,
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
    struct walk walk = { .line = first_line, .opening_note = NO_NOTE };
    struct buffer source = { 0 };
    if (length > MARKDOWN_LIMIT || nests_too_deep(text, length))
        return read_as_plain(text, length, first_line);
    footnotes_prepare(text, length, &walk.notes, &source);
    walk.source = source.data; /* md4c looks at the byte after the end */
    walk.source_length = source.length;
    walk.nesting.builder = &walk.builder;
    builder_begin(&walk.builder, length * 4 + ((size_t)64 << 10));
    struct document *document = NULL;
    if (parse(&walk)) {
        document = builder_end(&walk.builder);
        place_references(document, &walk.notes);
    } else {
        builder_abandon(&walk.builder);
        document = read_as_plain(text, length, first_line);
    }
    footnotes_free(&walk.notes);
    nesting_free(&walk.nesting);
    buffer_free(&walk.scratch);
    buffer_free(&source);
    return document;
}
