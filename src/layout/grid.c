#include "layout/grid.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "layout/grid_frame.h"
#include "layout/style.h"
#include "text/ascii.h"
#include "text/grapheme.h"
#include "text/sanitize.h"
#include "text/utf8.h"
#include "text/width.h"

struct grid *grid_new(int rows, int columns)
{
    struct grid *grid = xcalloc(1, sizeof *grid);
    grid->links = hyperlinks_new();
    grid_resize(grid, rows, columns);
    return grid;
}

void grid_free(struct grid *grid)
{
    if (grid == NULL)
        return;
    string_ids_free(&grid->clusters);
    hyperlinks_free(grid->links);
    grid_frame_free(grid);
    free(grid);
}

void grid_resize(struct grid *grid, int rows, int columns)
{
    grid->rows = rows < 1 ? 1 : rows;
    grid->columns = columns < 1 ? 1 : columns;
    grid->cursor_row = -1;
    grid->cursor_column = 0;
    grid_frame_resize(grid);
}

/* To be written. */
static struct cell *cell_at(struct grid *grid, int row, int column)
{
    return grid_frame_cells(grid, row) + column;
}

/* Blanks the wide cluster that `column` is a covered cell of. */
static void break_cluster(struct grid *grid, int row, int column)
{
    struct cell *cells = cell_at(grid, row, 0);
    while (column > 0 && cells[column].width == 0)
        column--;
    for (int width = cells[column].width; width > 0; width--, column++) {
        cells[column].glyph = ' ';
        cells[column].width = 1;
    }
}

/* Before cells from `first` on are overwritten: blanks the wide cluster they cut in two. */
static inline void begin_cells(struct grid *grid, int row, int first)
{
    if (first > 0 && cell_at(grid, row, first)->width == 0)
        break_cluster(grid, row, first);
}

/* Afterwards: blanks what is left at `end` of a cluster that lost its first cell. */
static inline void end_cells(struct grid *grid, int row, int end)
{
    struct cell *cells = cell_at(grid, row, 0);
    for (; end < grid->columns && cells[end].width == 0; end++) {
        cells[end].glyph = ' ';
        cells[end].width = 1;
    }
}

void grid_fill(struct grid *grid, int row, int column, int rows, int columns, unsigned style)
{
    int first_row = row < 0 ? 0 : row;
    int last_row = row + rows < grid->rows ? row + rows : grid->rows;
    int last = column + columns < grid->columns ? column + columns : grid->columns;
    int first = column < 0 ? 0 : column;
    if (first >= last || first_row >= last_row)
        return;
    for (int y = first_row; y < last_row; y++) {
        if (first == 0 && last == grid->columns) {
            grid_frame_blank(grid, y, style);
            continue;
        }
        begin_cells(grid, y, first);
        grid_frame_fill(cell_at(grid, y, first), last - first, style);
        end_cells(grid, y, last);
    }
}

/* Puts a cell that fits between column and the grid's edge; returns the column after it. */
static int put_cell(struct grid *grid, int row, int column, struct cell cell)
{
    struct cell *cells = cell_at(grid, row, 0);
    int end = column + cell.width;
    begin_cells(grid, row, column);
    cells[column] = cell;
    cell.width = 0;
    cell.glyph = ' ';
    for (int x = column + 1; x < end; x++)
        cells[x] = cell;
    end_cells(grid, row, end);
    return end;
}

void grid_repeat(struct grid *grid, int row, int column, int rows)
{
    int last = row + rows < grid->rows ? row + rows : grid->rows;
    if (row < 0 || row >= last || column < 0 || column >= grid->columns)
        return;
    struct cell cell = *cell_at(grid, row, column);
    if (cell.width != 1)
        return;
    while ((row = grid_frame_repeat(grid, row + 1, last, column, cell)) < last)
        put_cell(grid, row, column, cell);
}

/* One line of text on its way into a row. */
struct pen {
    struct grid *grid;
    int row;
    int column;
    int limit;
    unsigned style;
};

static void put_glyph(struct pen *pen, uint32_t glyph, int width)
{
    if (pen->column + width > pen->limit) {
        grid_fill(pen->grid, pen->row, pen->column, 1, pen->limit - pen->column, pen->style);
        pen->column = pen->limit;
        return;
    }
    struct cell cell = { glyph, (uint16_t)pen->style, (uint8_t)width, 0 };
    pen->column = put_cell(pen->grid, pen->row, pen->column, cell);
}

static void put_label(struct pen *pen, const char *label)
{
    unsigned style = pen->style;
    pen->style = ROLE_LABEL | STYLE_ATTRIBUTES(style);
    for (size_t i = 0, n = strlen(label); i < n && pen->column < pen->limit;) {
        uint32_t shown;
        i += utf8_decode(label + i, n - i, &shown);
        put_glyph(pen, shown, 1);
    }
    pen->style = style;
}

/* The part of a cluster that may be seen as it is; marks without a base are none. */
static void put_part(struct pen *pen, const char *text, size_t length, int width)
{
    uint32_t glyph;
    if (width == 0 || pen->column >= pen->limit)
        return;
    if (utf8_decode(text, length, &glyph) < length)
        glyph = CELL_POOLED | string_ids_add(&pen->grid->clusters, text,
                                             length < GRAPHEME_LIMIT ? length : GRAPHEME_LIMIT);
    put_glyph(pen, glyph, width);
}

/* A mark without a base stands on a dotted circle, as the Unicode charts show it. */
static void put_lone_mark(struct pen *pen, const char *text, size_t length)
{
    char based[GRAPHEME_LIMIT] = "\xE2\x97\x8C";
    size_t kept = length < GRAPHEME_LIMIT - 3 ? length : GRAPHEME_LIMIT - 3;
    while (kept < length && ((unsigned char)text[kept] & 0xC0) == 0x80)
        kept--;
    memcpy(based + 3, text, kept);
    put_part(pen, based, kept + 3, 1);
}

/* What has to be painted instead of a code point, NULL for itself. Bytes that are no UTF-8
 * must not get into a cell. */
static const char *stand_in(uint32_t code_point, const char *bytes, size_t size,
                            char label[SANITIZE_LABEL_SIZE])
{
    static const char replacement[] = "\xEF\xBF\xBD";
    if (code_point == UTF8_REPLACEMENT && (size != 3 || memcmp(bytes, replacement, 3) != 0))
        return replacement;
    return sanitize_label(code_point, label);
}

/* One cluster: as wide as width_text() says, at least one cell. Where something in it hides,
 * that is painted as a label and the cluster falls into parts. */
static void put_cluster(struct pen *pen, const char *text, size_t length)
{
    char label[SANITIZE_LABEL_SIZE];
    uint32_t previous = 0;
    size_t part = 0;
    int width = 0;
    int begun = pen->column;
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        size_t size = utf8_decode(text + at, length - at, &code_point);
        bool joined = sanitize_is_joined(previous, code_point);
        const char *shown = joined ? NULL : stand_in(code_point, text + at, size, label);
        if (shown != NULL) {
            put_part(pen, text + part, at - part, width);
            put_label(pen, shown);
            part = at + size;
            width = 0;
        } else if (!joined) {
            width += width_code_point(code_point);
        }
        previous = code_point;
        at += size;
    }
    put_part(pen, text + part, length - part, width);
    if (pen->column == begun)
        put_lone_mark(pen, text, length);
}

/* The code point at `text` if it is two cells wide and, like ASCII, extends nothing before it:
 * Han, and the punctuation and full-width letters that go with it. 0 for any other, so for
 * bytes that are no UTF-8. */
static inline uint32_t plain_wide(const unsigned char *text)
{
    uint32_t bytes = (uint32_t)text[0] << 16 | (uint32_t)text[1] << 8 | text[2];
    if ((bytes & 0xF0C0C0) != 0xE08080)
        return 0;
    uint32_t glyph = (bytes >> 4 & 0xF000) | (bytes >> 2 & 0xFC0) | (bytes & 0x3F);
    if (glyph - 0x4E00 <= 0x9FFF - 0x4E00)
        return glyph;
    bool plain = (glyph >= 0x3000 && glyph <= 0x3029) || (glyph >= 0xFF01 && glyph <= 0xFF5E);
    return plain ? glyph : 0;
}

/* Whether what follows leaves a plain character a cluster of its own: the end, ASCII, a plain
 * wide one, and the dashes, quotes and dots U+2010-2027. */
static bool ends_plain(const unsigned char *text, size_t left)
{
    if (left == 0 || text[0] < 0x80)
        return true;
    if (left < 3)
        return false;
    return plain_wide(text) != 0 ||
           (text[0] == 0xE2 && text[1] == 0x80 && text[2] >= 0x90 && text[2] <= 0xA7);
}

/* A cell as the number that its bytes are. */
static inline uint64_t number_of(struct cell cell)
{
    uint64_t number;
    memcpy(&number, &cell, sizeof number);
    return number;
}

static inline void put_byte(struct cell *cell, uint64_t look, char byte)
{
    uint64_t number = look + number_of((struct cell){ .glyph = 1 }) * (unsigned char)byte;
    memcpy(cell, &number, sizeof number);
}

/* One by one: compilers leave the loop a loop. */
static inline void put_eight(struct cell *cells, uint64_t look, const char *text)
{
    put_byte(&cells[0], look, text[0]);
    put_byte(&cells[1], look, text[1]);
    put_byte(&cells[2], look, text[2]);
    put_byte(&cells[3], look, text[3]);
    put_byte(&cells[4], look, text[4]);
    put_byte(&cells[5], look, text[5]);
    put_byte(&cells[6], look, text[6]);
    put_byte(&cells[7], look, text[7]);
}

/* Paints the printable ASCII at the start of `text`; returns its bytes. Most of what is painted is that. */
static size_t put_ascii(struct pen *pen, const char *text, size_t length)
{
    size_t room = (size_t)(pen->limit - pen->column);
    size_t most = length < room ? length : room;
    size_t run = 0;
    if (!ascii_is_printable(text[0]))
        return 0;
    begin_cells(pen->grid, pen->row, pen->column);
    uint64_t look = number_of((struct cell){ .style = (uint16_t)pen->style, .width = 1 });
    struct cell *cells = cell_at(pen->grid, pen->row, pen->column);
    for (; run + 8 <= most && ascii_are_printable(text + run); run += 8)
        put_eight(&cells[run], look, text + run);
    for (; run < most && ascii_is_printable(text[run]); run++)
        put_byte(&cells[run], look, text[run]);
    end_cells(pen->grid, pen->row, pen->column + (int)run);
    if (!ends_plain((const unsigned char *)text + run, length - run))
        run--; /* the cluster that begins there is painted over it */
    pen->column += (int)run;
    return run;
}

/* The same for Han and its punctuation. */
static size_t put_wide(struct pen *pen, const unsigned char *text, size_t length)
{
    size_t room = (size_t)(pen->limit - pen->column) / 2;
    size_t most = length / 3 < room ? length / 3 : room;
    uint32_t glyph = most > 0 ? plain_wide(text) : 0;
    if (glyph == 0)
        return 0;
    begin_cells(pen->grid, pen->row, pen->column);
    struct cell cell = { 0, (uint16_t)pen->style, 2, 0 };
    struct cell covered = { ' ', (uint16_t)pen->style, 0, 0 };
    struct cell *cells = cell_at(pen->grid, pen->row, pen->column);
    size_t run = 0;
    while (glyph != 0 && run < most) {
        const unsigned char *next = text + (run + 1) * 3;
        cell.glyph = glyph;
        cells[run * 2] = cell;
        cells[run * 2 + 1] = covered;
        glyph = run + 1 < most ? plain_wide(next) : 0;
        run++;
    }
    end_cells(pen->grid, pen->row, pen->column + (int)run * 2);
    if (!ends_plain(text + run * 3, length - run * 3))
        run--; /* as above */
    pen->column += (int)run * 2;
    return run * 3;
}

/* The same for a dash, quote, stroke of a box or block that stands alone. */
static size_t put_sign(struct pen *pen, const unsigned char *text, size_t length)
{
    uint32_t glyph = 0;
    bool sign = length >= 3 && text[0] == 0xE2 &&
                ((text[1] == 0x80 && text[2] >= 0x90 && text[2] <= 0xA7) || (text[1] >= 0x94 && text[1] <= 0x96));
    if (!sign || !ends_plain(text + 3, length - 3))
        return 0;
    utf8_decode((const char *)text, 3, &glyph);
    put_glyph(pen, glyph, width_code_point(glyph));
    return 3;
}

/* A control or what stands alone for another reason; returns its bytes. */
static size_t put_other(struct pen *pen, const char *text, size_t length)
{
    char label[SANITIZE_LABEL_SIZE];
    unsigned char byte = (unsigned char)text[0];
    if (byte == '\t' || byte == '\n') {
        put_glyph(pen, ' ', 1);
        return 1;
    }
    if (byte < 0x20 || byte == 0x7F) {
        put_label(pen, sanitize_label(byte, label));
        return 1;
    }
    size_t next = grapheme_next(text, length, 0);
    put_cluster(pen, text, next);
    return next;
}

int grid_text(struct grid *grid, int row, int column, int limit, const char *text, size_t length,
              unsigned style)
{
    struct pen pen = { grid, row, column, limit < grid->columns ? limit : grid->columns, style };
    if (row < 0 || row >= grid->rows || column < 0)
        return column;
    for (size_t at = 0; at < length && pen.column < pen.limit;) {
        const unsigned char *rest = (const unsigned char *)text + at;
        size_t run = put_ascii(&pen, text + at, length - at);
        if (run == 0)
            run = put_wide(&pen, rest, length - at);
        if (run == 0)
            run = put_sign(&pen, rest, length - at);
        if (run == 0)
            run = put_other(&pen, text + at, length - at);
        at += run;
    }
    return pen.column;
}

void grid_link(struct grid *grid, int row, int column, int limit, const char *address)
{
    uint8_t number = hyperlinks_number(grid->links, address);
    for (; column < limit && column < grid->columns; column++)
        cell_at(grid, row, column)->link = number;
}

size_t grid_cell_text(const struct grid *grid, const struct cell *cell, char *out)
{
    size_t length;
    if ((cell->glyph & CELL_POOLED) != 0) {
        const struct string_ids_word *word = &grid->clusters.items[cell->glyph & ~CELL_POOLED];
        length = word->length;
        memcpy(out, grid->clusters.arena + word->at, length);
    } else {
        length = utf8_encode(cell->glyph, out);
    }
    out[length] = '\0';
    return length;
}

const struct cell *grid_row(const struct grid *grid, int row)
{
    return grid->lines[row].cells;
}

bool grid_line_is_same(const struct grid_line *a, const struct grid_line *b, int columns)
{
    if (a->stamp != 0 && b->stamp != 0)
        return a->stamp == b->stamp;
    return memcmp(a->cells, b->cells, (size_t)columns * sizeof *a->cells) == 0;
}

struct cell_run cell_run_changed(const struct cell *front, const struct cell *back, int columns)
{
    struct cell_run run = { columns, columns - 1 };
    if (memcmp(front, back, (size_t)columns * sizeof *back) == 0)
        return run;
    run.first = 0;
    while (memcmp(&front[run.first], &back[run.first], sizeof *back) == 0)
        run.first++;
    while (memcmp(&front[run.last], &back[run.last], sizeof *back) == 0)
        run.last--;
    while (run.first > 0 && back[run.first].width == 0)
        run.first--;
    while (run.last + 1 < columns && back[run.last + 1].width == 0)
        run.last++;
    return run;
}

/* A code point of three bytes, as nearly all that is not ASCII, without a call. */
static inline char *put_three(char *to, uint32_t glyph)
{
    to[0] = (char)(0xE0 | glyph >> 12);
    to[1] = (char)(0x80 | (glyph >> 6 & 0x3F));
    to[2] = (char)(0x80 | (glyph & 0x3F));
    return to + 3;
}

int cell_run_put(const struct cell *cells, int at, int end, bool blanks, struct buffer *out)
{
    const struct cell *first = &cells[at];
    buffer_reserve(out, (size_t)(end - at) * 2);
    char *to = out->data + out->length;
    for (const struct cell *cell = first; at < end && cell->style == first->style && cell->link == first->link;
         cell = &cells[at]) {
        uint32_t glyph = cell->glyph;
        if (blanks ? glyph != ' ' : glyph >= 0x7F && !width_is_plainly_two(glyph))
            break;
        if (cell->width != (glyph < 0x7F ? 1 : 2) || at + cell->width > end)
            break;
        if (glyph < 0x80)
            *to++ = (char)glyph;
        else if (glyph >= 0x800 && glyph < 0x10000)
            to = put_three(to, glyph);
        else
            to += utf8_encode(glyph, to);
        at += cell->width;
    }
    out->length = (size_t)(to - out->data);
    *to = '\0';
    return at;
}

bool grid_cell_is_disputed(const struct grid *grid, const struct cell *cell)
{
    if (cell->glyph < 0x7F || width_is_plainly_two(cell->glyph))
        return false;
    char text[GRAPHEME_LIMIT + 1];
    return (cell->glyph & CELL_POOLED) != 0 || wcwidth((wchar_t)cell->glyph) != cell->width ||
           width_is_uncertain(text, grid_cell_text(grid, cell, text));
}

void grid_dump(const struct grid *grid, struct buffer *out)
{
    char text[GRAPHEME_LIMIT + 1];
    for (int row = 0; row < grid->rows; row++) {
        size_t kept = out->length;
        for (int column = 0; column < grid->columns; column++) {
            const struct cell *cell = grid_row(grid, row) + column;
            if (cell->width == 0)
                continue;
            if (cell->glyph < 0x80) /* most are, blanks above all */
                buffer_add_byte(out, (char)cell->glyph);
            else
                buffer_add(out, text, grid_cell_text(grid, cell, text));
            if (cell->glyph != ' ')
                kept = out->length;
        }
        buffer_truncate(out, kept);
        buffer_add_byte(out, '\n');
    }
}
