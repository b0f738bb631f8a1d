#include "session/title_line.h"

#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "doc/frontmatter.h"
#include "doc/word_count.h"
#include "layout/style.h"
#include "session/status_line.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "ui/pane.h"

static void add_part(struct buffer *out, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    buffer_add_text(out, out->length > 0 ? " · " : "");
    sanitize_line(out, words, strlen(words));
}

/* publisher · date · report · 1,240 words · 6 min; the publisher unless the header has it. */
static void add_facts(struct text *text, bool publisher, struct buffer *out)
{
    const struct frontmatter *front = text->document->frontmatter;
    const char *published = frontmatter_get(front, "published");
    const char *source = frontmatter_get(front, "translation-of");
    const char *publishing = frontmatter_get(front, "publisher");
    if (publisher && publishing != NULL) {
        char *name = frontmatter_told_name(publishing);
        add_part(out, name);
        free(name);
    }
    published = published != NULL ? published : frontmatter_get(front, "date");
    add_part(out, published);
    if (source != NULL)
        add_part(out, _("translation"));
    else if (frontmatter_get(front, "story") != NULL && (published != NULL || publishing != NULL))
        add_part(out, _("report"));
    if (text->document->partial)
        return;
    if (text->counted != text->document) {
        text->count = word_count_of(text->document);
        text->counted = text->document;
    }
    struct buffer length = { 0 };
    word_count_show(text->count, &length);
    add_part(out, buffer_text(&length));
    buffer_free(&length);
}

/* Whether the text begins with its title as a heading. */
static bool has_title(const struct text *text)
{
    const struct document *document = text->document;
    const struct block *block = document->blocks;
    return text->page == NULL && document->block_count > 1 &&
           block->kind == BLOCK_HEADING && block->end - block->start == strlen(text->title) &&
           memcmp(document->text + block->start, text->title, block->end - block->start) == 0;
}

/* Cells of the header that the title leaves free, negative when it is cut. */
static int room_behind_title(const struct pane *pane)
{
    char right[STATUS_RIGHT];
    const struct text *text = pane->view->text;
    status_right(pane, right);
    int title = (int)width_text(text->title, strlen(text->title));
    return pane->rows > 1 ? pane_header_room(pane, right) - title : -1;
}

/* The first row of the heading, and the one below its last, on the screen; they may lie above it. */
static void find_rows(struct article_view *view, int *first, int *below)
{
    const struct block_layout *lines = layout_block(view->layout, 0);
    *first = view->top.block == 0 ? (int)lines->gap - (int)view->top.row : -1;
    *below = *first + (int)lines->rows;
    if (view->top.block > 0)
        *below = -1;
}

void title_line_paint(const struct pane *pane, const struct canvas *canvas, const struct area *area,
                      bool touched)
{
    struct article_view *view = pane->view;
    const struct block *heading = view->text->document->blocks;
    int first, below;
    if (view->visible != NULL || !has_title(view->text))
        return;
    find_rows(view, &first, &below);
    bool inside = view->cursor > heading->start && view->cursor < heading->end;
    int room = room_behind_title(pane);
    bool instead = !touched && !inside && room >= 0;
    int row = instead ? first : below;
    int left = article_view_left(view, area);
    if (row < 0 || row >= area->rows || (!instead && layout_block(view->layout, 1)->gap == 0))
        return;
    int limit = area->column + area->columns;
    struct buffer line = { 0 };
    const char *publisher = frontmatter_get(view->text->document->frontmatter, "publisher");
    char *name = publisher != NULL ? frontmatter_told_name(publisher) : NULL;
    bool told = name != NULL && (int)width_text(name, strlen(name)) + 3 <= room;
    free(name);
    if (view->text->path != NULL) /* a page that the program made tells nothing of itself */
        add_facts(view->text, !told, &line);
    if (instead) {
        int rows = below < area->rows ? below - first : area->rows - first;
        grid_fill(canvas->grid, area->row + first, left, rows, limit - left, ROLE_TEXT);
    }
    canvas_cut(canvas, area->row + row, left, limit, buffer_text(&line), ROLE_DIM);
    buffer_free(&line);
}
