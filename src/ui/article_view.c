#include "ui/article_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/grapheme.h"
#include "text/utf8.h"

static struct layout_options layout_options(const struct options *options, const struct text *text)
{
    int columns = text->columns > 1 ? text->columns : 1;
    return (struct layout_options){ .measure = options->measure * columns, .tab = options->tab,
                                    .spacing = options->spacing };
}

struct article_view *article_view_new(struct open_texts *open_texts, struct text *text,
                                      const struct options *options)
{
    struct article_view *view = xcalloc(1, sizeof *view);
    struct layout_options set = layout_options(options, text);
    view->open_texts = open_texts;
    view->text = text;
    view->width = 80;
    view->height = 24;
    view->scrolloff = options->scrolloff;
    view->goal = -1;
    view->layout = layout_new(text->document, view->width, &set);
    if (text->document->block_count > 0)
        view->cursor = view->anchor = text->document->blocks[0].start;
    return view;
}

void article_view_free(struct article_view *view)
{
    if (view == NULL)
        return;
    painted_free(view->painted);
    layout_free(view->layout);
    open_texts_release(view->open_texts, view->text);
    free(view->visible);
    free(view->tags);
    free(view);
}

static int scroll_margin(const struct article_view *view)
{
    int most = (view->height - 1) / 2;
    return view->scrolloff < most ? view->scrolloff : most;
}

/* The last place that may be the top: the end of the text at the bottom of the pane. */
static struct place last_top(struct article_view *view)
{
    struct place place = layout_end(view->layout);
    layout_move(view->layout, &place, -(long)(view->height - 1));
    return place;
}

/* Scrolls back when the text would end above the pane's last row. Far from the end this looks
 * at nothing but the rows on screen. */
static void clamp_top(struct article_view *view)
{
    struct place bottom = view->top;
    if (layout_move(view->layout, &bottom, view->height - 1) < view->height - 1)
        view->top = last_top(view);
}

static bool is_blank_row(struct article_view *view, struct place place)
{
    return view->text->document->block_count > 0 &&
           place.row < layout_block(view->layout, place.block)->gap;
}

/* Away from the blank row between two paragraphs, where no cursor can stand. */
static void leave_blank_row(struct article_view *view, struct place *place, long step)
{
    while (is_blank_row(view, *place))
        if (layout_move(view->layout, place, step) == 0)
            break;
}

/* A blank row on top is remembered as the end of the paragraph above it: an offset between two
 * blocks, which no other row begins with. */
static void remember_anchor(struct article_view *view)
{
    if (is_blank_row(view, view->top) && view->top.block > 0)
        view->anchor = view->text->document->blocks[view->top.block - 1].end;
    else
        view->anchor = layout_row_offset(view->layout, view->top);
}

static struct place place_of_anchor(struct article_view *view)
{
    const struct document *document = view->text->document;
    if (document->block_count == 0)
        return (struct place){ 0, 0 };
    size_t above = document_block_at(document, view->anchor);
    if (above + 1 < document->block_count && view->anchor >= document->blocks[above].end &&
        document->blocks[above].end > document->blocks[above].start &&
        layout_shown_block(view->layout, above + 1) == above + 1)
        return (struct place){ above + 1, 0 };
    return layout_place(view->layout, view->anchor);
}

/* Scrolls until the cursor is in sight. Going down, only the lower margin counts, and the upper
 * one going up, so that no step rolls the text against its direction; 0: both count. */
static void reveal_towards(struct article_view *view, long direction)
{
    struct place place = layout_place(view->layout, view->cursor);
    long margin = scroll_margin(view);
    long limit = 3L * view->height + 3;
    long row = layout_distance(view->layout, view->top, place, limit);
    long highest = direction > 0 ? 0 : margin;
    long lowest = view->height - 1 - (direction < 0 ? 0 : margin);
    if (row >= highest && row <= lowest)
        return;
    struct place top = view->top;
    if (row <= -view->height || row >= 2L * view->height) {
        top = place;
        layout_move(view->layout, &top, -(long)(view->height / 3));
    } else if (row < margin) {
        layout_move(view->layout, &top, row - margin);
    } else {
        layout_move(view->layout, &top, row - (view->height - 1 - margin));
    }
    view->top = top;
    clamp_top(view);
    remember_anchor(view);
}

static void reveal(struct article_view *view)
{
    reveal_towards(view, 0);
}

/* In a pane of one row a blank row on top leaves the cursor no place: the text moves on. */
static void keep_cursor_in_sight(struct article_view *view)
{
    struct place place = layout_place(view->layout, view->cursor);
    long row = layout_distance(view->layout, view->top, place, view->height + 1L);
    if (row < 0 || row >= view->height)
        reveal(view);
}

/* After the top has moved: the cursor follows only if it left the rows that are shown. */
static void drag_cursor(struct article_view *view)
{
    struct place place = layout_place(view->layout, view->cursor);
    long row = layout_distance(view->layout, view->top, place, 3L * view->height);
    long margin = scroll_margin(view);
    bool at_start = view->top.block == 0 && view->top.row == 0;
    long highest = at_start ? 0 : margin;
    struct place bottom = view->top;
    long below = layout_move(view->layout, &bottom, view->height);
    long lowest = below == view->height ? view->height - 1 - margin : below;
    long wanted = row < highest ? highest : row > lowest ? lowest : row;
    if (wanted == row)
        return;
    int x = view->goal >= 0 ? view->goal : layout_x(view->layout, view->cursor);
    struct place target = view->top;
    layout_move(view->layout, &target, wanted);
    leave_blank_row(view, &target, row < highest ? 1 : -1);
    view->cursor = layout_offset_at(view->layout, target, x);
    view->goal = x;
    keep_cursor_in_sight(view);
}

void article_view_resize(struct article_view *view, int width, int height,
                         const struct options *options)
{
    struct layout_options set = layout_options(options, view->text);
    width = width < 1 ? 1 : width;
    height = height < 1 ? 1 : height;
    view->scrolloff = options->scrolloff;
    int before = layout_width(view->layout);
    int rows_before = view->height;
    bool same = width == view->width && height == view->height;
    layout_configure(view->layout, width, &set);
    view->width = width;
    view->height = height;
    if (same && before == layout_width(view->layout))
        return;
    if (before != layout_width(view->layout) || rows_before != height) {
        view->top = place_of_anchor(view);
        view->goal = -1;
    }
    clamp_top(view);
    size_t anchor = view->anchor;
    keep_cursor_in_sight(view);
    view->anchor = anchor; /* only the reader moves it: a window that grows again shows it again */
}

enum { GUTTER_LEAST = 3, NUMBERED_LEAST = 24 }; /* cells; of a pane that has room for them, too */

void article_view_make_gutter(struct article_view *view, int columns, const struct options *options)
{
    const struct document *document = view->text->document;
    view->gutter = 0;
    if (!options->number || columns < NUMBERED_LEAST || document->block_count == 0)
        return;
    unsigned last = document->blocks[document->block_count - 1].line;
    if (last == 0) /* a page's blocks stand in no lines */
        return;
    int digits = snprintf(NULL, 0, "%u", last);
    view->gutter = digits < GUTTER_LEAST ? GUTTER_LEAST : digits;
}

void article_view_document_changed(struct article_view *view, const struct options *options)
{
    struct layout_options set = layout_options(options, view->text);
    int width = view->width;
    painted_free(view->painted);
    view->painted = NULL;
    layout_free(view->layout);
    free(view->visible);
    view->visible = NULL;
    free(view->tags);
    view->tags = NULL;
    view->tag_count = 0;
    view->layout = layout_new(view->text->document, width, &set);
    if (view->cursor > view->text->document->length)
        view->cursor = view->text->document->length;
}

static bool has_tags(const struct article_view *view, const struct tag *items, size_t count)
{
    if (count != view->tag_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (items[i].offset != view->tags[i].offset || items[i].text != view->tags[i].text)
            return false;
    return true;
}

void article_view_set_tags(struct article_view *view, struct tag *items, size_t count)
{
    if (has_tags(view, items, count)) {
        free(items);
        return;
    }
    free(view->tags);
    view->tags = items;
    view->tag_count = count;
    layout_set_tags(view->layout, (struct tags){ items, count });
    size_t anchor = view->anchor;
    view->top = place_of_anchor(view);
    view->goal = -1;
    clamp_top(view);
    keep_cursor_in_sight(view);
    view->anchor = anchor;
}

void article_view_scroll(struct article_view *view, long rows)
{
    layout_move(view->layout, &view->top, rows);
    clamp_top(view);
    remember_anchor(view);
    drag_cursor(view);
}

bool article_view_page(struct article_view *view, long rows)
{
    struct place before = view->top;
    int row = article_view_cursor_row(view);
    int x = view->goal >= 0 ? view->goal : layout_x(view->layout, view->cursor);
    size_t cursor = view->cursor;
    long moved = layout_move(view->layout, &view->top, rows);
    clamp_top(view);
    remember_anchor(view);
    struct place target = view->top;
    bool stuck = before.block == view->top.block && before.row == view->top.row;
    if (stuck || moved != rows) /* at an end: the cursor goes the rest of the way */
        row = rows > 0 ? view->height - 1 : 0;
    layout_move(view->layout, &target, row);
    leave_blank_row(view, &target, row > 0 ? -1 : 1);
    view->cursor = layout_offset_at(view->layout, target, x);
    view->goal = x;
    keep_cursor_in_sight(view);
    return !stuck || cursor != view->cursor;
}

bool article_view_rows(struct article_view *view, long rows)
{
    struct place place = layout_place(view->layout, view->cursor);
    int x = view->goal >= 0 ? view->goal : layout_x(view->layout, view->cursor);
    size_t before = view->cursor;
    long step = rows > 0 ? 1 : -1;
    bool moved = false;
    for (; rows != 0 && layout_move(view->layout, &place, step) != 0; rows -= step) {
        leave_blank_row(view, &place, step);
        moved = true;
    }
    if (moved)
        view->cursor = layout_offset_at(view->layout, place, x);
    view->goal = x;
    reveal_towards(view, step);
    return view->cursor != before;
}

/* Start of the grapheme cluster at `offset`, found from a little way before it. */
static size_t cluster_start(const char *text, const struct block *block, size_t offset)
{
    size_t at = offset > block->start + 256 ? offset - 256 : block->start;
    while (at > block->start && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    for (size_t next = at; next <= offset && next < block->end;) {
        at = next;
        next = grapheme_next(text, block->end, at);
    }
    return at;
}

void article_view_go(struct article_view *view, size_t offset)
{
    const struct document *document = view->text->document;
    if (view->text->converting && offset >= document->length)
        view->later = (struct later_place){ offset, offset, true, false };
    if (document->block_count == 0)
        return;
    size_t index = document_block_at(document, offset);
    size_t shown = layout_shown_block(view->layout, index);
    const struct block *block = &document->blocks[shown];
    if (shown != index || offset < block->start)
        offset = block->start;
    if (offset >= block->end && block->end > block->start)
        offset = block->end - 1;
    view->cursor = cluster_start(document->text, block, offset);
    view->goal = -1;
    reveal(view);
}

void article_view_place_cursor(struct article_view *view, int where)
{
    struct place top = layout_place(view->layout, view->cursor);
    long above = where == 0 ? scroll_margin(view)
                 : where == 1 ? view->height / 2 : view->height - 1 - scroll_margin(view);
    layout_move(view->layout, &top, -above);
    view->top = top;
    clamp_top(view);
    remember_anchor(view);
}

void article_view_align(struct article_view *view, size_t offset, long row)
{
    if (view->text->document->block_count == 0)
        return;
    struct place top = layout_place(view->layout, offset);
    layout_move(view->layout, &top, -row);
    view->top = top;
    clamp_top(view);
    remember_anchor(view);
    view->cursor = offset;
    view->goal = -1;
    struct place place = layout_place(view->layout, offset);
    if (layout_distance(view->layout, view->top, place, view->height) < 0)
        view->cursor = layout_row_offset(view->layout, view->top);
    else
        keep_cursor_in_sight(view);
}

void article_view_restore(struct article_view *view, size_t cursor, size_t anchor)
{
    const struct document *document = view->text->document;
    if (view->text->converting)
        view->later = (struct later_place){ cursor, anchor, true, false };
    if (cursor > document->length || anchor > document->length)
        return;
    view->anchor = anchor;
    view->top = place_of_anchor(view);
    clamp_top(view);
    size_t kept = view->anchor;
    article_view_go(view, cursor);
    view->anchor = kept;
}

void article_view_later(struct article_view *view, size_t cursor, size_t anchor)
{
    view->later = (struct later_place){ cursor, anchor, true, true };
}

void article_view_place(struct article_view *view, size_t *cursor, size_t *anchor)
{
    const struct document *document = view->text->document;
    struct later_place later = view->later;
    *cursor = view->cursor;
    *anchor = view->anchor;
    if (!later.set)
        return;
    view->later = (struct later_place){ 0 };
    if (later.points) {
        later.cursor = utf8_offset(document->text, document->length, later.cursor);
        later.anchor = utf8_offset(document->text, document->length, later.anchor);
    }
    *cursor = later.cursor < document->length ? later.cursor : document->length;
    *anchor = later.anchor < document->length ? later.anchor : document->length;
}

void article_view_filter(struct article_view *view, const unsigned char *visible)
{
    size_t count = view->text->document->block_count;
    free(view->visible);
    view->visible = NULL;
    view->visible_count = 0;
    if (visible != NULL && count > 0) {
        view->visible = xmalloc(count);
        memcpy(view->visible, visible, count);
        for (size_t i = 0; i < count; i++)
            view->visible_count += visible[i] != 0;
    }
    layout_filter(view->layout, view->visible);
    view->top = place_of_anchor(view);
    article_view_go(view, view->cursor);
    clamp_top(view);
}

void article_view_range(struct article_view *view, size_t *start, size_t *end)
{
    const struct document *document = view->text->document;
    *start = *end = 0;
    if (document->block_count == 0)
        return;
    struct place bottom = view->top;
    layout_move(view->layout, &bottom, view->height - 1);
    *start = document->blocks[view->top.block].start;
    *end = document->blocks[bottom.block].end;
}

int article_view_progress(struct article_view *view)
{
    const struct document *document = view->text->document;
    if (document->length == 0 || document->block_count == 0)
        return 100;
    struct place bottom = view->top;
    long moved = layout_move(view->layout, &bottom, view->height - 1);
    struct place next = bottom;
    if (moved < view->height - 1 || layout_move(view->layout, &next, 1) == 0)
        return document->partial ? 99 : 100;
    size_t offset = layout_row_offset(view->layout, bottom);
    int percent = (int)((double)offset * 100.0 / (double)document->length);
    return percent > 99 ? 99 : percent;
}

int article_view_cursor_row(struct article_view *view)
{
    struct place place = layout_place(view->layout, view->cursor);
    long row = layout_distance(view->layout, view->top, place, view->height);
    return row < 0 ? 0 : row >= view->height ? view->height - 1 : (int)row;
}

int article_view_cursor_x(struct article_view *view)
{
    return layout_x(view->layout, view->cursor);
}

int article_view_left(const struct article_view *view, const struct area *area)
{
    int spare = area->columns - layout_width(view->layout);
    return area->column + (spare > 0 ? spare / 2 : 0);
}
