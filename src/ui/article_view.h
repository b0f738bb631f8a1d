/* view: one text as one pane shows it: where it is scrolled to and where the cursor stands.
 *
 * Rows are screen rows, x is cells from the left of the text column, offsets are bytes of the
 * document. The cursor is always the start of a grapheme cluster; the top is a place of the layout. When
 * the width changes, the sentence that stood at the top stays there: `anchor` is the text that the
 * top row began with when the reader last scrolled.
 *
 * Ownership: a view holds its text on the shelf (view_free releases it) and owns its layout. */
#ifndef DIPTYCH_UI_ARTICLE_VIEW_H
#define DIPTYCH_UI_ARTICLE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/option.h"
#include "query/open_texts.h"
#include "layout/layout.h"

struct view {
    struct shelf *shelf;
    struct text *text;
    struct layout *layout;
    int width; /* cells for text */
    int height;
    int scrolloff;
    struct place top;
    size_t anchor;
    size_t cursor;
    int goal; /* the x that up and down aim at; -1: where the cursor is */
    unsigned char *visible; /* the & filter: a byte a block, NULL when all are shown */
    size_t visible_count;
    struct tag *tags; /* behind the text, owned; layout.h */
    size_t tag_count;
};

/* Takes over the hold on `text`. */
struct view *view_new(struct shelf *shelf, struct text *text, const struct options *options);
void view_free(struct view *view);

/* Size of the text area; the reader's place is kept. */
void view_resize(struct view *view, int width, int height, const struct options *options);

/* Tells the view that text->document is another one with the same beginning. */
void view_document_changed(struct view *view, const struct options *options);

/* Sets tags (layout/tag.h) behind the text; `items` is taken over. The reader's place is kept. */
void view_set_tags(struct view *view, struct tag *items, size_t count);

/* Scrolling: the cursor stays on its text unless it would leave the screen. */
void view_scroll(struct view *view, long rows);

/* Pages: top and cursor move together. Returns false when nothing could move. */
bool view_page(struct view *view, long rows);

/* Cursor movements. Each returns false when the cursor could not move. */
bool view_rows(struct view *view, long rows);
bool view_clusters(struct view *view, long count);
bool view_words(struct view *view, long count);
bool view_sentences(struct view *view, long count);
bool view_paragraphs(struct view *view, long count);
bool view_headings(struct view *view, long count);
bool view_links(struct view *view, long count); /* and mentions */
void view_row_edge(struct view *view, bool end);
void view_percent(struct view *view, int percent);

/* Puts the cursor at `offset` and scrolls as little as shows it; far away: to a third of the pane. */
void view_go(struct view *view, size_t offset);

/* zt zz zb: the cursor's row at the top (0), in the middle (1), at the bottom (2). */
void view_place_cursor(struct view *view, int where);

/* Puts the cursor at `offset` and that on row `row` of the pane, negative: so far above it, where
 * the cursor stands in the first row then. At the text's ends it comes as near as it can. */
void view_align(struct view *view, size_t offset, long row);

/* The place as it was saved: cursor and anchor. */
void view_restore(struct view *view, size_t cursor, size_t anchor);

/* & filter: shows only the marked blocks (copied), NULL shows all. */
void view_filter(struct view *view, const unsigned char *visible);

/* How far down the pane's lower edge is, 0 to 100. */
int view_progress(struct view *view);

/* First and last byte shown. */
void view_range(struct view *view, size_t *start, size_t *end);

/* Left edge of the text column, which stands in the middle of what is wider. */
int view_left(const struct view *view, const struct area *area);

/* Row of the cursor in the pane and its cell. */
int view_cursor_row(struct view *view);
int view_cursor_x(struct view *view);

/* The mention under the cursor, NULL when there is none. */
const struct mention *view_mention(const struct view *view);

/* The sentence and the block's text around the cursor. */
struct span view_sentence(const struct view *view);
struct span view_block(const struct view *view);

#endif
