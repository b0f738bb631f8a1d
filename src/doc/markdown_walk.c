#include "doc/markdown_walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

unsigned markdown_style(const struct markdown_walk *walk)
{
    const struct markdown_styles *own = &walk->styles;
    const struct markdown_styles *tags = &walk->tags;
    return (own->emphasis + tags->emphasis > 0 ? STYLE_EMPHASIS : 0u) |
           (own->strong + tags->strong > 0 ? STYLE_STRONG : 0u) |
           (own->struck + tags->struck > 0 ? STYLE_STRIKE : 0u) |
           (own->code + tags->code > 0 ? STYLE_CODE : 0u);
}

uint32_t markdown_line(struct markdown_walk *walk, const char *text)
{
    uintptr_t at = (uintptr_t)text;
    uintptr_t base = (uintptr_t)walk->source;
    if (at < base || at - base >= walk->source_length || at - base < walk->line_offset)
        return walk->line;
    size_t offset = (size_t)(at - base);
    const char *from = walk->source + walk->line_offset;
    const char *end = walk->source + offset;
    while ((from = memchr(from, '\n', (size_t)(end - from))) != NULL) {
        walk->line += from == walk->source || from[-1] != '\r'; /* no line of prepare.h's */
        from++;
    }
    walk->line_offset = offset;
    return walk->line;
}

void markdown_open_block(struct markdown_walk *walk, uint32_t line)
{
    struct block block = walk->block;
    block.line = line;
    nesting_dress(&walk->nesting, &block);
    builder_open(&walk->builder, block);
    if (walk->opening_note != MARKDOWN_NO_NOTE && !walk->notes.items[walk->opening_note].placed) {
        walk->notes.items[walk->opening_note].placed = true;
        walk->notes.items[walk->opening_note].place = walk->builder.block.start;
    }
    walk->opening_note = MARKDOWN_NO_NOTE;
}

/* Blocks open with their first text, when their line and marker are known. Text straight in
 * an item is a paragraph. */
void markdown_need_block(struct markdown_walk *walk, const char *text)
{
    uint32_t line = markdown_line(walk, text);
    if (!walk->builder.is_open)
        markdown_open_block(walk, line);
    else if (walk->builder.block.line == 0)
        walk->builder.block.line = line; /* a row opens before its text */
}

void markdown_expect(struct markdown_walk *walk, enum block_kind kind, unsigned level, unsigned flags)
{
    walk->block = (struct block){ .kind = (uint8_t)kind,
                                  .level = (uint8_t)(level < 255 ? level : 255),
                                  .flags = (uint8_t)flags };
}

/* An image without a description shows its file's name, a link without text its address. */
static void show_target(struct markdown_walk *walk, bool only_name)
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
    markdown_need_block(walk, NULL);
    builder_text(&walk->builder, text, strlen(text), markdown_style(walk));
    free(text);
}

void markdown_begin_link(struct markdown_walk *walk, enum link_kind kind, char *target)
{
    if (walk->link_depth++ > 0)
        free(target);
    else
        builder_link_begin(&walk->builder, kind, target, 0);
}

void markdown_end_link(struct markdown_walk *walk, bool is_image)
{
    if (walk->link_depth == 0 || --walk->link_depth > 0)
        return;
    show_target(walk, is_image);
    builder_link_end(&walk->builder);
}

void markdown_close_block(struct markdown_walk *walk)
{
    if (walk->tag_link) {
        walk->tag_link = false;
        walk->link_depth--;
        builder_link_end(&walk->builder);
    }
    builder_close(&walk->builder);
    walk->tags = (struct markdown_styles){ 0 };
    walk->hidden[0] = '\0';
    markdown_expect(walk, BLOCK_PARAGRAPH, 0, 0);
}

/* An item without any content is an empty block, so that its marker shows. */
void markdown_leave_container(struct markdown_walk *walk)
{
    if (nesting_owes_marker(&walk->nesting)) {
        markdown_open_block(walk, walk->line);
        markdown_close_block(walk);
    }
    nesting_leave(&walk->nesting);
}

void markdown_line_break(struct markdown_walk *walk)
{
    if (!walk->builder.is_open)
        return;
    if (walk->builder.block.kind == BLOCK_TABLE_ROW)
        builder_soft_break(&walk->builder, markdown_style(walk));
    else
        builder_hard_break(&walk->builder);
}

void markdown_code_line(struct markdown_walk *walk, const char *text, size_t length)
{
    if (!walk->builder.is_open) {
        uint32_t line = markdown_line(walk, text);
        if (walk->code_begun && walk->builder.blocks.count > 0)
            line = walk->builder.block.line + 1;
        markdown_open_block(walk, line);
        walk->code_begun = true;
        walk->block.flags |= BLOCK_TIGHT;
    }
    buffer_truncate(&walk->scratch, 0);
    markdown_restore(walk, text, length, &walk->scratch);
    builder_text(&walk->builder, buffer_text(&walk->scratch), walk->scratch.length, 0);
}

void markdown_restore(struct markdown_walk *walk, const char *text, size_t length,
                      struct buffer *out)
{
    struct buffer noted = { 0 };
    footnotes_restore(&walk->notes, text, length, &noted);
    substitutes_restore(&walk->pieces, buffer_text(&noted), noted.length, out);
    buffer_free(&noted);
}
