/* builder: grows a document block by block, span by span, for readers of markup.
 *
 * It owns what all of them need: one newline between blocks, soft line ends (a space, or
 * nothing between Han), styles as runs, links that do not overlap, markers kept once, and
 * a budget of bytes, so that a small source cannot become a huge text.
 * Positions are bytes of the growing text.
 *
 *     builder_begin -> (builder_open -> text, breaks, links -> builder_close)* -> builder_end */
#ifndef DIPTYCH_DOC_BUILDER_H
#define DIPTYCH_DOC_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "doc/blocks.h"
#include "doc/document.h"

struct builder {
    struct buffer text;
    struct blocks blocks;
    struct {
        struct style_run *items;
        size_t count;
        size_t capacity;
    } styles;
    struct {
        struct link *items;
        size_t count;
        size_t capacity;
    } links;
    struct {
        struct document_anchor *items;
        size_t count;
        size_t capacity;
    } anchors;
    struct {
        char **items;
        size_t count;
        size_t capacity;
    } markers;
    struct {
        uint64_t *items;
        size_t count;
        size_t capacity;
    } bars;
    struct {
        struct table_alignment *items;
        size_t count;
        size_t capacity;
    } tables;

    struct block block; /* the open one */
    bool is_open;
    size_t block_before; /* length of the text before its separator */

    bool soft_break; /* a line end waits for the text after it */
    unsigned soft_bits;

    bool link_open;
    bool link_started; /* its first character has been written */
    struct link link;

    size_t spent; /* bytes of text, targets and markers so far */
    size_t budget;
};

/* `budget`: bytes that text, targets and markers may take. */
void builder_begin(struct builder *builder, size_t budget);

/* Opens a block; `block` says its kind, level, line and so on, not where it stands. */
void builder_open(struct builder *builder, struct block block);

/* Text of the open block, with enum style_bits. */
void builder_text(struct builder *builder, const char *text, size_t length, unsigned bits);

/* The end of a source line that joins; and one that stays. */
void builder_soft_break(struct builder *builder, unsigned bits);
void builder_hard_break(struct builder *builder);

/* Goes on to the next cell of the open row. */
void builder_cell(struct builder *builder);

/* Trims the open block and keeps it; an empty one vanishes (true: it was kept) unless it has
 * a marker or is code, a rule or a row. Nothing happens when none is open. */
bool builder_close(struct builder *builder);

/* A link around the text until builder_link_end; takes `target` (may be NULL). */
void builder_link_begin(struct builder *builder, enum link_kind kind, char *target, size_t place);

/* Is there text in the open link? */
bool builder_link_has_text(const struct builder *builder);
void builder_link_end(struct builder *builder);

/* Names the open block, else the one before (where there is none, the beginning). */
void builder_anchor(struct builder *builder, const char *name, size_t length);

/* 1-based index of the marker. */
uint32_t builder_marker(struct builder *builder, const char *text);

/* 1-based index of where the bars of quotes stand; 0 when there are too many. */
uint16_t builder_bars(struct builder *builder, uint64_t bars);

/* Aligns a column, counted from 0, of the table whose header row is open. */
enum builder_side { BUILDER_CENTRED, BUILDER_RIGHT };
void builder_align(struct builder *builder, unsigned column, enum builder_side side);

bool builder_is_over_budget(const struct builder *builder);

/* Hands the document over, or throws all away. */
struct document *builder_end(struct builder *builder);
void builder_abandon(struct builder *builder);

#endif
