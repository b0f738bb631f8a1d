/* article_view: one text as one pane shows it: where it is scrolled to and where the cursor stands.
 *
 * Rows are screen rows, x is cells from the left of the text column, offsets are bytes of the
 * document. The cursor is always the start of a grapheme cluster; the top is a place of the layout.
 * When the width changes, the sentence that stood at the top stays there: `anchor` is the text that
 * the top row began with when the reader last scrolled.
 *
 * Ownership: a view holds its text on the open texts (article_view_free releases it) and owns its
 * layout. */
#ifndef DIPTYCH_UI_ARTICLE_VIEW_H
#define DIPTYCH_UI_ARTICLE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/option.h"
#include "query/open_texts.h"
#include "layout/layout.h"
#include "layout/painted.h"

/* Where a view is to stand in a text that is still being converted. */
struct later_place {
    size_t cursor;
    size_t anchor;
    bool set;
    bool points; /* code points, else bytes */
};

struct article_view {
    struct open_texts *open_texts;
    struct text *text;
    struct layout *layout;
    int width; /* cells for text */
    int height;
    int scrolloff;
    int gutter; /* cells for the numbers of lines, 0: none are shown */
    struct place top;
    size_t anchor;
    size_t cursor;
    int goal; /* the x that up and down aim at; -1: where the cursor is */
    unsigned char *visible; /* the & filter: a byte a block, NULL when all are shown */
    size_t visible_count;
    struct later_place later;
    struct tag *tags; /* behind the text, owned; layout.h */
    size_t tag_count;
    struct painted *painted; /* the rows shown last; NULL until some were */
};

/* Takes over the hold on `text`. */
struct article_view *article_view_new(struct open_texts *open_texts, struct text *text,
                                      const struct options *options);
void article_view_free(struct article_view *view);

/* Size of the text area; the reader's place is kept. */
void article_view_resize(struct article_view *view, int width, int height,
                         const struct options *options);

/* Makes room for the numbers of lines, or none, in a pane of `columns`; before its text is given its size. */
void article_view_make_gutter(struct article_view *view, int columns, const struct options *options);

/* Tells the view that text->document is another one with the same beginning. */
void article_view_document_changed(struct article_view *view, const struct options *options);

/* Sets tags (layout/tag.h) behind the text; `items` is taken over. The reader's place is kept. */
void article_view_set_tags(struct article_view *view, struct tag *items, size_t count);

/* Scrolling: the cursor stays on its text unless it would leave the screen. */
void article_view_scroll(struct article_view *view, long rows);

/* Pages: top and cursor move together. Returns false when nothing could move. */
bool article_view_page(struct article_view *view, long rows);

/* Cursor movements. Each returns false when the cursor could not move. */
bool article_view_rows(struct article_view *view, long rows);
bool article_view_clusters(struct article_view *view, long count);
bool article_view_words(struct article_view *view, long count);
bool article_view_word_ends(struct article_view *view, long count); /* count above 0 */
bool article_view_sentences(struct article_view *view, long count);
bool article_view_paragraphs(struct article_view *view, long count);
bool article_view_headings(struct article_view *view, long count);
bool article_view_links(struct article_view *view, long count); /* and mentions */
void article_view_row_edge(struct article_view *view, bool end);
void article_view_middle(struct article_view *view); /* of the rows shown, at its start */
void article_view_percent(struct article_view *view, int percent);

/* Puts the cursor at `offset` and scrolls as little as shows it; far away: to a third of the pane. */
void article_view_go(struct article_view *view, size_t offset);

/* zt zz zb: the cursor's row at the top (0), in the middle (1), at the bottom (2). */
void article_view_place_cursor(struct article_view *view, int where);

/* Puts the cursor at `offset` and that on row `row` of the pane, negative: so far above it, where
 * the cursor stands in the first row then. At the text's ends it comes as near as it can. */
void article_view_align(struct article_view *view, size_t offset, long row);

/* The place as it was saved: cursor and anchor. */
void article_view_restore(struct article_view *view, size_t cursor, size_t anchor);

/* The same in code points, for a text that is still being converted. */
void article_view_later(struct article_view *view, size_t cursor, size_t anchor);

/* Where the view stands in its text, or is to stand now that it is there. */
void article_view_place(struct article_view *view, size_t *cursor, size_t *anchor);

/* & filter: shows only the marked blocks (copied), NULL shows all. */
void article_view_filter(struct article_view *view, const unsigned char *visible);

/* How far down the pane's lower edge is, 0 to 100. */
int article_view_progress(struct article_view *view);

/* First and last byte shown. */
void article_view_range(struct article_view *view, size_t *start, size_t *end);

/* Left edge of the text column, which stands in the middle of what is wider. */
int article_view_left(const struct article_view *view, const struct area *area);

/* Row of the cursor in the pane and its cell. */
int article_view_cursor_row(struct article_view *view);
int article_view_cursor_x(struct article_view *view);

/* The mention under the cursor, NULL when there is none. */
const struct mention *article_view_mention(const struct article_view *view);

/* The sentence and the block's text around the cursor. */
struct span article_view_sentence(const struct article_view *view);
struct span article_view_block(const struct article_view *view);

#endif
