#include "doc/markdown_html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LISTS 64 /* lists and quotes within each other */

static const char *find_closing(const char *text, size_t length, const char *name)
{
    size_t size = strlen(name);
    const char *end = text + length;
    while ((text = memchr(text, '<', (size_t)(end - text))) != NULL) {
        if ((size_t)(end - text) > size + 2 && text[1] == '/' &&
            strncasecmp(text + 2, name, size) == 0 && strchr("> \t\n", text[size + 2]) != NULL)
            return text;
        text++;
    }
    return NULL;
}

/* <your name> without attributes that nothing closes is what a person wrote to be read. */
static bool is_closed(struct markdown_walk *walk, const struct html_tag *tag)
{
    for (size_t i = 0; i < walk->known_tag_count; i++) {
        if (strcmp(walk->known_tags[i].name, tag->name) == 0)
            return walk->known_tags[i].closed;
    }
    if (walk->known_tag_count == MARKDOWN_TAGS)
        return true;
    bool closed = find_closing(walk->source, walk->source_length, tag->name) != NULL;
    memcpy(walk->known_tags[walk->known_tag_count].name, tag->name, sizeof tag->name);
    walk->known_tags[walk->known_tag_count++].closed = closed;
    return closed;
}

static bool is_placeholder(struct markdown_walk *walk, const struct html_tag *tag)
{
    return tag->name[0] != '\0' && !tag->closing && tag->attributes_length == 0 &&
           html_tag_effect(tag) == HTML_UNKNOWN && !is_closed(walk, tag);
}

static void change(unsigned *depth, bool closing)
{
    if (!closing)
        ++*depth;
    else if (*depth > 0)
        --*depth;
}

/* Links of HTML do not nest, so that one that is never closed cannot swallow those after it. */
static void apply_link(struct markdown_walk *walk, const struct html_tag *tag)
{
    struct buffer target = { 0 };
    if (walk->tag_link) {
        walk->tag_link = false;
        walk->link_depth--;
        builder_link_end(&walk->builder);
    }
    if (!tag->closing && walk->link_depth == 0 && html_tag_attribute(tag, "href", &target)) {
        buffer_reserve(&target, 0);
        walk->tag_link = true;
        markdown_begin_link(walk, LINK_URL, buffer_take(&target));
    }
    buffer_free(&target);
}

static void show_image(struct markdown_walk *walk, const struct html_tag *tag, uint32_t line)
{
    struct buffer target = { 0 };
    struct buffer description = { 0 };
    buffer_reserve(&target, 0);
    (void)html_tag_attribute(tag, "src", &target);
    (void)html_tag_attribute(tag, "alt", &description);
    if (description.length > 0) {
        if (!walk->builder.is_open)
            markdown_open_block(walk, line);
        markdown_begin_link(walk, LINK_URL, buffer_take(&target));
        builder_text(&walk->builder, description.data, description.length, markdown_style(walk));
        markdown_end_link(walk, true);
    }
    buffer_free(&target);
    buffer_free(&description);
}

static void note_anchor(struct markdown_walk *walk, const struct html_tag *tag)
{
    struct buffer name = { 0 };
    if (!tag->closing && (html_tag_attribute(tag, "id", &name) ||
                          (strcmp(tag->name, "a") == 0 && html_tag_attribute(tag, "name", &name))))
        builder_anchor(&walk->builder, buffer_text(&name), name.length);
    buffer_free(&name);
}

/* What tags do within a line and in a block of HTML alike; false for the others. */
static bool apply_style(struct markdown_walk *walk, const struct html_tag *tag,
                        enum html_effect effect)
{
    switch (effect) {
    case HTML_EMPHASIS:
        change(&walk->tags.emphasis, tag->closing);
        return true;
    case HTML_STRONG:
        change(&walk->tags.strong, tag->closing);
        return true;
    case HTML_CODE:
        change(&walk->tags.code, tag->closing);
        return true;
    case HTML_STRIKE:
        change(&walk->tags.struck, tag->closing);
        return true;
    case HTML_LINK:
        apply_link(walk, tag);
        return true;
    case HTML_BREAK:
        if (walk->builder.is_open)
            markdown_line_break(walk);
        return true;
    case HTML_RUBY_TEXT:
        if (walk->builder.is_open)
            builder_text(&walk->builder, tag->closing ? ")" : "(", 1, markdown_style(walk));
        return true;
    case HTML_UNKNOWN:
    case HTML_NOTHING:
        return true;
    default:
        return false;
    }
}

static void apply_heading(struct markdown_walk *walk, const struct html_tag *tag)
{
    markdown_close_block(walk);
    if (!tag->closing)
        markdown_expect(walk, BLOCK_HEADING, (unsigned)(tag->name[1] - '0'), 0);
}

void markdown_html_inline(struct markdown_walk *walk, const char *behind)
{
    struct html_tag tag;
    const char *text = buffer_text(&walk->html);
    size_t length = walk->html.length;
    if (html_tag_read(text, length, &tag) == 0 || tag.name[0] == '\0')
        return;
    enum html_effect effect = html_tag_effect(&tag);
    if (walk->hidden[0] != '\0') {
        if (tag.closing && strcmp(tag.name, walk->hidden) == 0)
            walk->hidden[0] = '\0';
        return;
    }
    note_anchor(walk, &tag);
    if (*behind != '(' && is_placeholder(walk, &tag)) {
        markdown_need_block(walk, behind);
        builder_text(&walk->builder, text, length, markdown_style(walk));
    } else if (effect == HTML_IMAGE) {
        show_image(walk, &tag, markdown_line(walk, behind));
    } else if (effect == HTML_HIDDEN && !tag.closing) {
        if (find_closing(walk->source, walk->source_length, tag.name) != NULL)
            memcpy(walk->hidden, tag.name, sizeof walk->hidden);
    } else if (effect == HTML_HEADING && walk->block.kind != BLOCK_TABLE_ROW) {
        apply_heading(walk, &tag); /* some of them the parser takes for text of a paragraph */
    } else if (!apply_style(walk, &tag, effect) && walk->builder.is_open) {
        markdown_line_break(walk);
    }
}

/* ---- blocks of HTML ---- */

struct passage {
    struct markdown_walk *walk;
    const char *text;
    size_t length;
    size_t at;
    uint32_t line;
    size_t lists; /* entered here */
    unsigned columns;
    bool table_begun;
    bool in_row;
};

static void pass_lines(struct passage *passage, size_t to)
{
    for (; passage->at < to; passage->at++)
        passage->line += passage->text[passage->at] == '\n';
}

static void need_block(struct passage *passage)
{
    if (!passage->walk->builder.is_open)
        markdown_open_block(passage->walk, passage->line);
}

/* Text between tags: blanks are one blank, line ends join. */
static void add_text(struct passage *passage, const char *text, size_t length)
{
    struct builder *builder = &passage->walk->builder;
    for (size_t at = 0; at < length;) {
        size_t blanks = strspn(text + at, " \t\n");
        blanks = blanks < length - at ? blanks : length - at;
        if (blanks > 0) {
            bool breaks = memchr(text + at, '\n', blanks) != NULL;
            if (builder->is_open && breaks)
                builder_soft_break(builder, markdown_style(passage->walk));
            else if (builder->is_open && !builder->soft_break)
                builder_text(builder, " ", 1, markdown_style(passage->walk));
            pass_lines(passage, passage->at + blanks);
            at += blanks;
            continue;
        }
        size_t size = strcspn(text + at, " \t\n");
        size = size < length - at ? size : length - at;
        struct buffer decoded = { 0 };
        html_text_add(&decoded, text + at, size);
        need_block(passage);
        builder_text(builder, buffer_text(&decoded), decoded.length,
                     markdown_style(passage->walk));
        buffer_free(&decoded);
        at += size;
        passage->at += size;
    }
}

static void leave_list(struct passage *passage)
{
    markdown_close_block(passage->walk);
    markdown_leave_container(passage->walk);
    passage->lists--;
}

static const struct container *innermost(const struct passage *passage)
{
    const struct nesting *nesting = &passage->walk->nesting;
    return passage->lists > 0 ? &nesting->items[nesting->count - 1] : NULL;
}

static void apply_list(struct passage *passage, const struct html_tag *tag,
                       enum html_effect effect)
{
    struct nesting *nesting = &passage->walk->nesting;
    markdown_close_block(passage->walk);
    const struct container *top = innermost(passage);
    bool in_item = top != NULL && top->kind == CONTAINER_ITEM;
    if (effect == HTML_ITEM) {
        if (in_item)
            leave_list(passage);
        if (tag->closing || passage->lists + 2 > LISTS)
            return;
        top = innermost(passage);
        if (top == NULL || top->kind == CONTAINER_QUOTE) {
            nesting_enter_bullets(nesting, true);
            passage->lists++;
        }
        nesting_enter_item(nesting, TASK_NONE);
        passage->lists++;
    } else if (!tag->closing) {
        if (passage->lists == LISTS)
            return;
        if (effect == HTML_QUOTE)
            nesting_enter_quote(nesting);
        else if (effect == HTML_NUMBERS)
            nesting_enter_numbers(nesting, true, 1, '.');
        else
            nesting_enter_bullets(nesting, true);
        passage->lists++;
    } else {
        if (in_item && effect != HTML_QUOTE)
            leave_list(passage);
        if (passage->lists > 0)
            leave_list(passage);
    }
}

/* The most cells that a row of the table at `at` has. */
static unsigned count_columns(const struct passage *passage, size_t at)
{
    unsigned most = 1;
    unsigned cells = 0;
    while (at < passage->length) {
        const char *open = memchr(passage->text + at, '<', passage->length - at);
        struct html_tag tag;
        if (open == NULL)
            break;
        at = (size_t)(open - passage->text);
        size_t size = html_tag_read(open, passage->length - at, &tag);
        enum html_effect effect = size > 0 ? html_tag_effect(&tag) : HTML_NOTHING;
        if (effect == HTML_TABLE)
            break;
        if (effect == HTML_ROW)
            cells = 0;
        cells += (effect == HTML_CELL || effect == HTML_HEADER_CELL) && !tag.closing;
        most = cells > most ? cells : most;
        at += size > 0 ? size : 1;
    }
    return most < 255 ? most : 255;
}

static void end_row(struct passage *passage)
{
    markdown_close_block(passage->walk);
    passage->in_row = false;
}

static void apply_cell(struct passage *passage, const struct html_tag *tag,
                       enum html_effect effect)
{
    struct markdown_walk *walk = passage->walk;
    if (tag->closing)
        return;
    if (!passage->in_row) {
        markdown_close_block(walk);
        unsigned flags = passage->table_begun ? BLOCK_TIGHT : BLOCK_TABLE_FIRST;
        flags |= effect == HTML_HEADER_CELL && !passage->table_begun ? BLOCK_TABLE_HEADER : 0u;
        if (passage->columns == 0)
            passage->columns = count_columns(passage, passage->at);
        markdown_expect(walk, BLOCK_TABLE_ROW, passage->columns, flags);
        markdown_open_block(walk, passage->line);
        passage->table_begun = passage->in_row = true;
        walk->cells = 1;
    } else if (walk->cells++ < passage->columns) {
        builder_cell(&walk->builder);
    }
}

/* Code, line by line, its tags dropped. */
static void show_preformatted(struct passage *passage)
{
    struct markdown_walk *walk = passage->walk;
    const char *close = find_closing(passage->text + passage->at, passage->length - passage->at,
                                     "pre");
    size_t end = close != NULL ? (size_t)(close - passage->text) : passage->length;
    struct buffer line = { 0 };
    bool first = true;
    markdown_close_block(walk);
    while (passage->at < end) {
        const char *newline = memchr(passage->text + passage->at, '\n', end - passage->at);
        size_t stop = newline != NULL ? (size_t)(newline - passage->text) : end;
        buffer_truncate(&line, 0);
        for (size_t at = passage->at; at < stop;) {
            struct html_tag tag;
            size_t size = passage->text[at] == '<'
                              ? html_tag_read(passage->text + at, stop - at, &tag) : 0;
            const char *next = memchr(passage->text + at + (size == 0), '<', stop - at - (size == 0));
            size_t to = size > 0 ? at + size : next != NULL ? (size_t)(next - passage->text) : stop;
            if (size == 0)
                html_text_add(&line, passage->text + at, to - at);
            at = to;
        }
        if (line.length > 0 || !first || stop > passage->at) {
            markdown_expect(walk, BLOCK_CODE, 0, first ? 0 : BLOCK_TIGHT);
            markdown_open_block(walk, passage->line);
            builder_text(&walk->builder, buffer_text(&line), line.length, 0);
            markdown_close_block(walk);
            first = false;
        }
        pass_lines(passage, stop + (newline != NULL));
    }
    buffer_free(&line);
}

static void show_rule(struct passage *passage)
{
    markdown_close_block(passage->walk);
    markdown_expect(passage->walk, BLOCK_RULE, 0, 0);
    markdown_open_block(passage->walk, passage->line);
    markdown_close_block(passage->walk);
}

static void skip_hidden(struct passage *passage, const struct html_tag *tag)
{
    const char *close = find_closing(passage->text + passage->at, passage->length - passage->at,
                                     tag->name);
    pass_lines(passage, close != NULL ? (size_t)(close - passage->text) : passage->length);
}

/* A tag; `at` is behind it. Within a row only its cells, styles and the row's end count. */
static void apply_tag(struct passage *passage, const struct html_tag *tag)
{
    struct markdown_walk *walk = passage->walk;
    enum html_effect effect = html_tag_effect(tag);
    if (passage->in_row && effect >= HTML_BLOCK && effect < HTML_TABLE) {
        builder_soft_break(&walk->builder, 0);
        return;
    }
    switch (effect) {
    case HTML_BLOCK:
        markdown_close_block(walk);
        break;
    case HTML_HEADING:
        apply_heading(walk, tag);
        break;
    case HTML_BULLETS:
    case HTML_NUMBERS:
    case HTML_ITEM:
    case HTML_QUOTE:
        apply_list(passage, tag, effect);
        break;
    case HTML_TABLE:
        end_row(passage);
        passage->table_begun = false;
        passage->columns = 0;
        break;
    case HTML_ROW:
        end_row(passage);
        break;
    case HTML_CELL:
    case HTML_HEADER_CELL:
        apply_cell(passage, tag, effect);
        break;
    case HTML_RULE:
        show_rule(passage);
        break;
    case HTML_PREFORMATTED:
        if (!tag->closing)
            show_preformatted(passage);
        break;
    case HTML_HIDDEN:
        if (!tag->closing)
            skip_hidden(passage, tag);
        break;
    case HTML_IMAGE:
        show_image(walk, tag, passage->line);
        break;
    default:
        (void)apply_style(walk, tag, effect);
        break;
    }
}

void markdown_html_block(struct markdown_walk *walk)
{
    struct passage passage = { .walk = walk, .text = buffer_text(&walk->html),
                               .length = walk->html.length, .line = walk->html_line };
    while (passage.at < passage.length && !builder_is_over_budget(&walk->builder)) {
        const char *from = passage.text + passage.at;
        size_t left = passage.length - passage.at;
        struct html_tag tag;
        size_t size = from[0] == '<' ? html_tag_read(from, left, &tag) : 0;
        if (size == 0 || is_placeholder(walk, &tag)) {
            const char *next = memchr(from + 1, '<', left - 1);
            add_text(&passage, from, next != NULL ? (size_t)(next - from) : left);
            continue;
        }
        pass_lines(&passage, passage.at + size);
        if (tag.name[0] == '\0')
            continue;
        apply_tag(&passage, &tag);
        note_anchor(walk, &tag);
    }
    while (passage.lists > 0)
        leave_list(&passage);
    markdown_close_block(walk);
    buffer_truncate(&walk->html, 0);
}
