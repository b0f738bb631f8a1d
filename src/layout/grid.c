#include "layout/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "layout/style.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

/* Clusters of several code points, each stored once; a number never changes, so cells of an
 * older frame stay comparable. */
struct pooled {
    uint8_t length;
    char text[GRAPHEME_LIMIT];
};

struct glyph_pool {
    struct pooled *items;
    size_t count;
    size_t capacity;
    uint32_t *slots; /* open addressing; 0 empty, else number + 1 */
    size_t slot_count;
};

static uint32_t hash_bytes(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

static size_t pool_slot(const struct glyph_pool *pool, const char *text, size_t length)
{
    size_t mask = pool->slot_count - 1;
    size_t at = hash_bytes(text, length) & mask;
    while (pool->slots[at] != 0) {
        const struct pooled *item = &pool->items[pool->slots[at] - 1];
        if (item->length == length && memcmp(item->text, text, length) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

static void pool_rehash(struct glyph_pool *pool)
{
    pool->slot_count = pool->slot_count == 0 ? 64 : pool->slot_count * 2;
    free(pool->slots);
    pool->slots = xcalloc(pool->slot_count, sizeof *pool->slots);
    for (size_t i = 0; i < pool->count; i++) {
        size_t at = pool_slot(pool, pool->items[i].text, pool->items[i].length);
        pool->slots[at] = (uint32_t)i + 1;
    }
}

static uint32_t pool_intern(struct glyph_pool *pool, const char *text, size_t length)
{
    if (length > GRAPHEME_LIMIT)
        length = GRAPHEME_LIMIT;
    if ((pool->count + 1) * 2 > pool->slot_count)
        pool_rehash(pool);
    size_t at = pool_slot(pool, text, length);
    if (pool->slots[at] == 0) {
        struct pooled item = { .length = (uint8_t)length };
        memcpy(item.text, text, length);
        VECTOR_PUSH(pool, item);
        pool->slots[at] = (uint32_t)pool->count;
    }
    return pool->slots[at] - 1;
}

struct grid *grid_new(int rows, int columns)
{
    struct grid *grid = xcalloc(1, sizeof *grid);
    grid->pool = xcalloc(1, sizeof *grid->pool);
    grid_resize(grid, rows, columns);
    return grid;
}

void grid_free(struct grid *grid)
{
    if (grid == NULL)
        return;
    free(grid->pool->items);
    free(grid->pool->slots);
    free(grid->pool);
    free(grid->cells);
    free(grid);
}

void grid_resize(struct grid *grid, int rows, int columns)
{
    grid->rows = rows < 1 ? 1 : rows;
    grid->columns = columns < 1 ? 1 : columns;
    free(grid->cells);
    grid->cells = xreallocarray(NULL, (size_t)grid->rows * (size_t)grid->columns,
                                sizeof *grid->cells);
    grid->cursor_row = -1;
    grid->cursor_column = 0;
    grid_fill(grid, 0, 0, grid->rows, grid->columns, ROLE_TEXT);
}

static struct cell *cell_at(const struct grid *grid, int row, int column)
{
    return &grid->cells[(size_t)row * (size_t)grid->columns + (size_t)column];
}

static const struct cell blank = { .glyph = ' ', .width = 1 };

/* Blanks what is left of a wide cluster when one of its cells is overwritten. */
static void break_cluster(struct grid *grid, int row, int column)
{
    struct cell *cells = cell_at(grid, row, 0);
    int first = column;
    while (first > 0 && cells[first].width == 0)
        first--;
    int end = first + (cells[first].width > 1 ? cells[first].width : 1);
    if (end <= column)
        return;
    for (int i = first; i < end && i < grid->columns; i++) {
        cells[i].glyph = ' ';
        cells[i].width = 1;
    }
}

void grid_fill(struct grid *grid, int row, int column, int rows, int columns, unsigned style)
{
    struct cell space = blank;
    space.style = (uint16_t)style;
    int last_row = row + rows < grid->rows ? row + rows : grid->rows;
    int last = column + columns < grid->columns ? column + columns : grid->columns;
    int first = column < 0 ? 0 : column;
    if (first >= last)
        return;
    for (int y = row < 0 ? 0 : row; y < last_row; y++) {
        struct cell *cells = cell_at(grid, y, 0);
        if (first > 0 && cells[first].width == 0)
            break_cluster(grid, y, first);
        if (last < grid->columns && cells[last].width == 0)
            break_cluster(grid, y, last);
        for (int x = first; x < last; x++)
            cells[x] = space;
    }
}

/* Puts a cell that fits between column and limit; returns the column after it. */
static int put_cell(struct grid *grid, int row, int column, struct cell cell)
{
    struct cell *cells = cell_at(grid, row, 0);
    int end = column + cell.width;
    if (cells[column].width != 1)
        break_cluster(grid, row, column);
    for (int x = column + 1; x < end; x++)
        if (cells[x].width != 1)
            break_cluster(grid, row, x);
    if (end < grid->columns && cells[end].width == 0)
        break_cluster(grid, row, end - 1);
    cells[column] = cell;
    cell.width = 0;
    cell.glyph = ' ';
    for (int x = column + 1; x < end; x++)
        cells[x] = cell;
    return end;
}

bool grid_make_cell(struct grid *grid, const char *cluster, size_t length, unsigned style,
                    struct cell *out)
{
    char label[SANITIZE_LABEL_SIZE];
    uint32_t code_point;
    size_t first = utf8_decode(cluster, length, &code_point);
    if (sanitize_label(code_point, label) != NULL)
        return false;
    size_t width = first == length ? (size_t)width_code_point(code_point)
                                   : width_text(cluster, length);
    *out = (struct cell){ .style = (uint16_t)style };
    out->width = (uint8_t)(width < 1 ? 1 : width > 200 ? 200 : width);
    if (first == length && width > 0) {
        out->glyph = code_point;
    } else if (width > 0) {
        out->glyph = CELL_POOLED | pool_intern(grid->pool, cluster, length);
    } else { /* a mark without a base stands on a dotted circle, as the Unicode charts show it */
        char based[GRAPHEME_LIMIT + 3] = "\xE2\x97\x8C";
        size_t kept = length < GRAPHEME_LIMIT - 3 ? length : GRAPHEME_LIMIT - 3;
        while (kept > 0 && kept < length && ((unsigned char)cluster[kept] & 0xC0) == 0x80)
            kept--;
        memcpy(based + 3, cluster, kept);
        out->glyph = CELL_POOLED | pool_intern(grid->pool, based, kept + 3);
    }
    return true;
}

static int put_label(struct grid *grid, int row, int column, int limit, uint32_t code_point,
                     unsigned style)
{
    char label[SANITIZE_LABEL_SIZE];
    if (sanitize_label(code_point, label) == NULL)
        return column;
    struct cell cell = blank;
    cell.style = (uint16_t)(ROLE_LABEL | STYLE_ATTRIBUTES(style));
    for (size_t i = 0, n = strlen(label); i < n && column < limit;) {
        uint32_t shown;
        i += utf8_decode(label + i, n - i, &shown);
        cell.glyph = shown;
        column = put_cell(grid, row, column, cell);
    }
    return column;
}

/* Joiners and variation selectors do their work unseen inside a cluster; anything else that
 * needs a label (tag characters after a letter, say) hides something. */
static size_t honest_prefix(const char *text, size_t length)
{
    char label[SANITIZE_LABEL_SIZE];
    uint32_t code_point;
    size_t at = utf8_decode(text, length, &code_point);
    while (at < length) {
        size_t step = utf8_decode(text + at, length - at, &code_point);
        bool quiet = code_point == 0x200C || code_point == 0x200D ||
                     (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
                     (code_point >= 0xE0100 && code_point <= 0xE01EF);
        if (!quiet && sanitize_label(code_point, label) != NULL)
            break;
        at += step;
    }
    return at;
}

/* Paints one cluster that is neither ASCII nor plain Han. */
static int put_cluster(struct grid *grid, int row, int column, int limit, const char *text,
                       size_t length, unsigned style)
{
    struct cell cell;
    uint32_t code_point;
    utf8_decode(text, length, &code_point);
    if (!grid_make_cell(grid, text, length, style, &cell))
        return put_label(grid, row, column, limit, code_point, style);
    if (column + cell.width > limit) {
        grid_fill(grid, row, column, 1, limit - column, style);
        return limit;
    }
    return put_cell(grid, row, column, cell);
}

/* Han whose next byte cannot begin a combining mark: a cluster of its own. */
static bool is_plain_han(const unsigned char *text, size_t left)
{
    if (left < 3 || text[0] < 0xE4 || text[0] > 0xE9)
        return false;
    if (text[0] == 0xE4 && text[1] < 0xB8)
        return false;
    return left == 3 || text[3] < 0x80 || (text[3] >= 0xE4 && text[3] <= 0xE9);
}

int grid_text(struct grid *grid, int row, int column, int limit, const char *text, size_t length,
              unsigned style)
{
    if (limit > grid->columns)
        limit = grid->columns;
    if (row < 0 || row >= grid->rows || column < 0)
        return column;
    struct cell cell = { .style = (uint16_t)style };
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t at = 0; at < length && column < limit;) {
        unsigned char byte = bytes[at];
        if (byte < 0x80 && (at + 1 == length || bytes[at + 1] < 0x80)) {
            at++;
            if (byte == '\r')
                continue;
            cell.glyph = byte == '\t' || byte == '\n' ? ' ' : byte;
            cell.width = 1;
            if ((byte < 0x20 && cell.glyph != ' ') || byte == 0x7F)
                column = put_label(grid, row, column, limit, byte, style);
            else
                column = put_cell(grid, row, column, cell);
        } else if (is_plain_han(bytes + at, length - at) && column + 2 <= limit) {
            cell.glyph = (uint32_t)(byte & 0x0F) << 12 | (uint32_t)(bytes[at + 1] & 0x3F) << 6 |
                         (uint32_t)(bytes[at + 2] & 0x3F);
            cell.width = 2;
            column = put_cell(grid, row, column, cell);
            at += 3;
        } else {
            size_t next = grapheme_next(text, length, at);
            next = at + honest_prefix(text + at, next - at);
            column = put_cluster(grid, row, column, limit, text + at, next - at, style);
            at = next;
        }
    }
    return column;
}

size_t grid_cell_text(const struct grid *grid, const struct cell *cell, char *out)
{
    size_t length;
    if ((cell->glyph & CELL_POOLED) != 0) {
        const struct pooled *item = &grid->pool->items[cell->glyph & ~CELL_POOLED];
        length = item->length;
        memcpy(out, item->text, length);
    } else {
        length = utf8_encode(cell->glyph, out);
    }
    out[length] = '\0';
    return length;
}

void grid_dump(const struct grid *grid, struct buffer *out)
{
    char text[GRAPHEME_LIMIT + 1];
    for (int row = 0; row < grid->rows; row++) {
        size_t kept = out->length;
        for (int column = 0; column < grid->columns; column++) {
            const struct cell *cell = cell_at(grid, row, column);
            if (cell->width == 0)
                continue;
            buffer_add(out, text, grid_cell_text(grid, cell, text));
            if (cell->glyph != ' ')
                kept = out->length;
        }
        buffer_truncate(out, kept);
        buffer_add_byte(out, '\n');
    }
}
