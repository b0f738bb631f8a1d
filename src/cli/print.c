#include "cli/print.h"

#include <stdlib.h>
#include <string.h>

#include "layout/grid.h"
#include "layout/layout.h"
#include "layout/paint.h"
#include "layout/style.h"
#include "text/width.h"

#define TAB 8
#define COLUMN_LEAST 2 /* a Chinese character */

struct column {
    struct layout *layout;
    int left;
    int limit;
    size_t blocks;
};

struct page {
    struct output *out;
    struct grid *grid; /* one row */
    struct buffer line;
};

static void open_page(struct page *page, struct output *out, int width)
{
    *page = (struct page){ .out = out, .grid = grid_new(1, width) };
}

static void close_page(struct page *page)
{
    grid_free(page->grid);
    buffer_free(&page->line);
}

static void clear_row(struct page *page)
{
    grid_fill(page->grid, 0, 0, 1, page->grid->columns, ROLE_TEXT);
}

static void print_row(struct page *page)
{
    buffer_truncate(&page->line, 0);
    grid_dump(page->grid, &page->line);
    output_text(page->out, buffer_text(&page->line), page->line.length);
}

static struct column make_column(const struct document *document, int left, int width)
{
    struct layout_options options = { .measure = 0, .tab = TAB, .spacing = 1 };
    return (struct column){ layout_new(document, width, &options), left, left + width,
                            document->block_count };
}

static void paint(struct page *page, const struct column *column, size_t block, uint32_t row)
{
    struct paint_job job = { .layout = column->layout, .ascii = page->out->ascii };
    paint_row(page->grid, 0, column->left, column->limit, &job, (struct place){ block, row });
}

void print_document(struct output *out, const struct document *document, int width)
{
    struct page page;
    open_page(&page, out, width);
    struct column column = make_column(document, 0, width);
    for (size_t block = 0; block < column.blocks && !out->failed; block++) {
        const struct block_layout *set = layout_block(column.layout, block);
        uint32_t rows = set->gap + set->rows;
        for (uint32_t row = 0; row < rows; row++) {
            clear_row(&page);
            paint(&page, &column, block, row);
            print_row(&page);
        }
    }
    layout_free(column.layout);
    close_page(&page);
}

/* As in the room, a mark stands for the rest of what does not fit. */
static int put_cut(struct page *page, int left, int limit, const char *text)
{
    size_t length = strlen(text);
    if (left >= limit)
        return left;
    size_t used;
    size_t fits = width_fit(text, length, (size_t)(limit - left), &used);
    if (fits == length)
        return grid_text(page->grid, 0, left, limit, text, length, ROLE_HEADER);
    fits = width_fit(text, length, (size_t)(limit - left) - 1, &used);
    while (fits > 0 && text[fits - 1] == ' ')
        fits--;
    const char *mark = page->out->ascii ? "~" : "…";
    int at = grid_text(page->grid, 0, left, limit, text, fits, ROLE_HEADER);
    return grid_text(page->grid, 0, at, limit, mark, strlen(mark), ROLE_HEADER);
}

/* The language keeps its place to the right; a title too long for the rest is cut. */
static void paint_header(struct page *page, const struct article *article, int left, int limit)
{
    int language = (int)width_text(article->lang, strlen(article->lang));
    int room = limit - (language > 0 ? language + 1 : 0);
    int at = put_cut(page, left, room, article->title);
    if (article->publisher[0] != '\0' && room - at > 6) {
        const char *dot = page->out->ascii ? " - " : " · ";
        at = grid_text(page->grid, 0, at, room, dot, strlen(dot), ROLE_HEADER);
        put_cut(page, at, room, article->publisher);
    }
    if (limit - language > left)
        grid_text(page->grid, 0, limit - language, limit, article->lang, strlen(article->lang),
                  ROLE_HEADER);
}

void print_header(struct output *out, const struct article *article, int width)
{
    struct page page;
    open_page(&page, out, width);
    clear_row(&page);
    paint_header(&page, article, 0, width);
    print_row(&page);
    close_page(&page);
}

static void paint_border(struct page *page, const struct column *left)
{
    const char *border = page->out->ascii ? " | " : " │ ";
    grid_text(page->grid, 0, left->limit, left->limit + PRINT_BETWEEN, border, strlen(border),
              ROLE_BORDER);
}

/* How many rows block `block` wants above and for itself; nothing past the last. */
static void measure(const struct column *column, size_t block, uint32_t *gap, uint32_t *rows)
{
    *gap = 0;
    *rows = 0;
    if (block >= column->blocks)
        return;
    const struct block_layout *set = layout_block(column->layout, block);
    *gap = set->gap;
    *rows = set->rows;
}

/* Both blocks begin on one row, below the larger of their gaps. */
static void print_pair(struct page *page, const struct column columns[2], size_t block)
{
    uint32_t gaps[2];
    uint32_t rows[2];
    for (size_t i = 0; i < 2; i++)
        measure(&columns[i], block, &gaps[i], &rows[i]);
    uint32_t gap = gaps[0] > gaps[1] ? gaps[0] : gaps[1];
    uint32_t most = rows[0] > rows[1] ? rows[0] : rows[1];
    for (uint32_t row = 0; row < gap + most; row++) {
        clear_row(page);
        for (size_t i = 0; i < 2; i++) {
            if (row >= gap && row - gap < rows[i])
                paint(page, &columns[i], block, row - gap + gaps[i]);
        }
        paint_border(page, &columns[0]);
        print_row(page);
    }
}

void print_beside(struct output *out, const struct document *const documents[2],
                  const struct article *const articles[2], int width)
{
    int each = (width - PRINT_BETWEEN) / 2;
    if (each < COLUMN_LEAST)
        each = COLUMN_LEAST;
    struct page page;
    open_page(&page, out, 2 * each + PRINT_BETWEEN);
    struct column columns[2];
    for (int i = 0; i < 2; i++)
        columns[i] = make_column(documents[i], i * (each + PRINT_BETWEEN), each);
    clear_row(&page);
    for (int i = 0; i < 2; i++)
        paint_header(&page, articles[i], columns[i].left, columns[i].limit);
    paint_border(&page, &columns[0]);
    print_row(&page);
    clear_row(&page);
    paint_border(&page, &columns[0]);
    print_row(&page);
    size_t blocks = columns[0].blocks > columns[1].blocks ? columns[0].blocks : columns[1].blocks;
    for (size_t block = 0; block < blocks && !out->failed; block++)
        print_pair(&page, columns, block);
    layout_free(columns[0].layout);
    layout_free(columns[1].layout);
    close_page(&page);
}
