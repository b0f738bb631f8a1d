#include "layout/fill.h"

#include <string.h>

#include "base/vector.h"
#include "text/ascii.h"
#include "text/grapheme.h"
#include "layout/whole.h"
#include "text/linebreak.h"
#include "text/width.h"

/* In a narrower column the mark of a cut word would take too much. */
#define LEAST_MARKED 4

bool fill_is_blank(const char *text, size_t start, size_t end)
{
    return end == start + 1 && (text[start] == ' ' || text[start] == '\t' || text[start] == '\n');
}

/* 、。 〈 to 】 and full-width ASCII, and the first of Han; `bytes` are three. */
static bool is_wide_sign(const unsigned char *bytes)
{
    if (bytes[0] == 0xE3)
        return bytes[1] == 0x80 && (bytes[2] == 0x81 || bytes[2] == 0x82 ||
                                    (bytes[2] >= 0x88 && bytes[2] <= 0x91));
    if (bytes[0] == 0xEF)
        return (bytes[1] == 0xBC && bytes[2] >= 0x81) || (bytes[1] == 0xBD && bytes[2] <= 0x9E);
    return bytes[0] == 0xE4 && bytes[1] >= 0xB8;
}

/* Han and most of what stands among them: two cells, three bytes. */
static inline bool is_wide_at(const char *text, size_t length, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text + at;
    if (at >= length || bytes[0] < 0xE3 || length - at < 3)
        return false;
    return (bytes[0] >= 0xE5 && bytes[0] <= 0xE9) || is_wide_sign(bytes);
}

int fill_cluster_width(int tab, const char *cluster, size_t length, int x)
{
    unsigned char first = (unsigned char)cluster[0];
    if (first == '\t') {
        tab = tab > 0 ? tab : 8;
        return tab - x % tab;
    }
    if (first == '\n')
        return 0;
    if (length == 1 && first >= 0x20 && first < 0x7F)
        return 1;
    if (length == 3 && is_wide_at(cluster, length, 0))
        return 2;
    size_t width = width_text(cluster, length);
    return width < 1 ? 1 : (int)width;
}

/* ASCII and those: two of these in a row are never one cluster. */
static bool is_plain_at(const char *text, size_t length, size_t at)
{
    return at >= length || (unsigned char)text[at] < 0x80 || is_wide_at(text, length, at);
}

size_t fill_next_cluster(const char *text, size_t length, size_t at)
{
    size_t next = at + ((unsigned char)text[at] < 0x80 ? 1 : 3);
    if (next <= length && is_plain_at(text, length, at) && is_plain_at(text, length, next))
        return next;
    return grapheme_next(text, length, at);
}

static int cluster_width(const struct filler *filler, size_t at, size_t next, int x)
{
    return fill_cluster_width(filler->tab, filler->text + at, next - at, x);
}

static int tagged_width(const struct filler *filler, size_t at, size_t next, int x)
{
    int width = cluster_width(filler, at, next, x);
    return filler->tags->count > 0
               ? width + tags_cells(filler->tags, filler->base + at, filler->base + next)
               : width;
}

static void emit(struct filler *filler, size_t start, size_t end, unsigned flags)
{
    struct block_layout *out = filler->out;
    out->pieces = vector_grow(out->pieces, &out->piece_capacity, out->piece_count + 1,
                              sizeof *out->pieces);
    out->pieces[out->piece_count++] = (struct piece){
        .start = (uint32_t)start,
        .end = (uint32_t)end,
        .row = filler->row++,
        .x = (uint16_t)filler->x,
        .flags = (uint16_t)flags,
    };
}

/* Where a row may end, the later the better: `best` at an opportunity, `cut` inside a word with
 * a cell left for the mark, `hang` before a blank beyond the column, `space` behind one of code
 * with a cell left for the mark. Not after the row's start: nowhere. */
struct ends {
    size_t best;
    size_t cut;
    size_t hang;
    size_t space;
};

/* Does the word of code at `start` fit on a row of its own, with the mark where it does not end
 * the line? */
static bool word_fits(const struct filler *filler, size_t start)
{
    int x = 0;
    size_t at = start;
    while (at < filler->length && !fill_is_blank(filler->text, at, at + 1)) {
        size_t next = fill_next_cluster(filler->text, filler->length, at);
        x += cluster_width(filler, at, next, x);
        if (x >= filler->width)
            return x == filler->width && next == filler->length;
        at = next;
    }
    return true;
}

/* Ends the row that began at `start`, as what stands at `at` does not fit. Returns its end. */
static size_t end_row(struct filler *filler, const struct ends *ends, size_t start, size_t at)
{
    size_t end = at;
    unsigned flags = 0;
    if (ends->best > start) {
        end = ends->best;
    } else if (ends->hang > start) {
        end = ends->hang;
    } else if (ends->space > start && word_fits(filler, ends->space)) {
        end = ends->space;
        flags = PIECE_CUT;
    } else if (ends->cut > start) {
        end = ends->cut;
        flags = PIECE_CUT;
    }
    emit(filler, start, end, flags);
    return end;
}

/* How far a row has been filled. */
struct row {
    size_t start, at;
    int x;
};

/* The byte up to which what begins at `at`, in room for so many cells, is eight by eight printable ASCII.
 * No row must end in that: it would behind a newline alone. */
static size_t pass_ascii(const struct filler *filler, size_t at, int room)
{
    for (; room >= 8 && filler->length - at > 8; at += 8, room -= 8)
        if (!ascii_are_printable(filler->text + at) || !is_plain_at(filler->text, filler->length, at + 8))
            break;
    return at;
}

/* Takes what fits of printable ASCII and wide characters, each a cluster of a known width. */
static void take_plain(const struct filler *filler, struct ends *ends, struct row *row)
{
    const char *text = filler->text;
    size_t at = row->at;
    size_t last = at; /* what was taken last */
    int x = row->x;
    bool wide = is_wide_at(text, filler->length, at);
    while (at < filler->length && (at == row->start || filler->marks[at] != LINEBREAK_MUST)) {
        size_t next = wide ? at + 3 : pass_ascii(filler, at, filler->width - x);
        next += next == at;
        int width = wide ? 2 : (int)(next - at);
        bool wide_next = is_wide_at(text, filler->length, next);
        if ((!wide && !ascii_is_printable(text[at])) || x + width > filler->width ||
            (!wide_next && next < filler->length && (unsigned char)text[next] >= 0x80))
            break;
        last = wide ? at : next - 1;
        wide = wide_next;
        x += width;
        at = next;
    }
    for (size_t mark = at; mark-- > row->at && mark > row->start;) {
        if (filler->marks[mark] == LINEBREAK_MAY) {
            ends->best = mark;
            break;
        }
    }
    if (at > row->at && filler->width >= LEAST_MARKED)
        ends->cut = x < filler->width ? at : last;
    row->at = at;
    row->x = x;
}

void fill_lines(struct filler *filler)
{
    struct ends ends = { 0, 0, 0, 0 };
    struct row row = { 0, 0, 0 };
    bool plain = filler->marks != NULL && filler->tags->count == 0;
    for (;;) {
        if (plain)
            take_plain(filler, &ends, &row);
        if (row.at >= filler->length)
            break;
        size_t at = row.at;
        unsigned mark = filler->marks != NULL && at > row.start ? filler->marks[at] : LINEBREAK_NO;
        if (mark == LINEBREAK_MUST) {
            emit(filler, row.start, at, 0);
            row = (struct row){ at, at, 0 };
        } else if (mark == LINEBREAK_MAY) {
            ends.best = at;
        }
        size_t next = fill_next_cluster(filler->text, filler->length, at);
        int width = tagged_width(filler, at, next, row.x);
        bool fits = row.x + width <= filler->width;
        bool hangs = !fits && filler->marks != NULL && fill_is_blank(filler->text, at, next);
        if (!fits && !hangs && at != row.start) {
            size_t end = end_row(filler, &ends, row.start, at);
            row = (struct row){ end, end, 0 };
            continue;
        }
        if (hangs)
            ends.hang = at;
        row.x += width;
        row.at = next;
        if (row.x < filler->width && filler->width >= LEAST_MARKED) {
            ends.cut = next;
            if (filler->marks == NULL && fill_is_blank(filler->text, next - 1, next))
                ends.space = next;
        }
    }
    emit(filler, row.start, filler->length, 0);
}

unsigned char *fill_mark_breaks(struct fill_marks *marks, const char *text, size_t length, int width)
{
    marks->items = vector_grow(marks->items, &marks->capacity, length + 1, 1);
    linebreak_mark(text, length, marks->items);
    whole_ids(text, length, width, marks->items);
    return marks->items;
}

/* Moves what is seen of a cell's pieces, from the `first` one on, to the middle of their column or
 * to its right end. */
static void align_cell(const struct filler *cell, size_t first, bool right)
{
    for (size_t i = first; i < cell->out->piece_count; i++) {
        struct piece *piece = &cell->out->pieces[i];
        size_t end = piece->end;
        while (end > piece->start && fill_is_blank(cell->text, end - 1, end))
            end--;
        int room = cell->width - ((piece->flags & PIECE_CUT) != 0 ? 1 : 0);
        room -= (int)width_text(cell->text + piece->start, end - piece->start);
        room -= tags_cells(cell->tags, cell->base + piece->start, cell->base + end);
        if (room > 0)
            piece->x = (uint16_t)(piece->x + (right ? room : room / 2));
    }
}

void fill_table_row(struct filler *filler, const struct table *table, struct fill_marks *marks)
{
    const char *text = filler->text;
    size_t length = filler->length;
    int left = filler->x;
    uint32_t rows = 1;
    size_t start = 0;
    for (int i = 0; i < table->count; i++) {
        const char *tab = i + 1 < table->count
                              ? memchr(text + start, '\t', length - start) : NULL;
        size_t end = tab != NULL ? (size_t)(tab - text) + 1 : length;
        struct filler cell = *filler;
        size_t before = filler->out->piece_count;
        cell.text = text + start;
        cell.base = filler->base + start;
        cell.length = end - start;
        cell.x = left + table->columns[i].x;
        cell.width = table->columns[i].width;
        cell.marks = fill_mark_breaks(marks, cell.text, cell.length, cell.width);
        cell.row = 0;
        fill_lines(&cell);
        if (((table->right | table->centred) >> i & 1) != 0)
            align_cell(&cell, before, (table->right >> i & 1) != 0);
        for (size_t p = before; p < filler->out->piece_count; p++) {
            filler->out->pieces[p].start += (uint32_t)start;
            filler->out->pieces[p].end += (uint32_t)start;
        }
        rows = cell.row > rows ? cell.row : rows;
        start = end;
        if (tab == NULL)
            break;
    }
    filler->row = rows;
}

void fill_context(struct filler *filler, struct span key)
{
    int column = filler->width * 2 / 5;
    size_t start = key.start;
    int left = 0;
    while (start > 0) {
        size_t before = grapheme_previous(filler->text, start);
        int width = cluster_width(filler, before, start, 0);
        if (left + width > column - (before > 0 ? 1 : 0))
            break;
        left += width;
        start = before;
    }
    size_t end = key.start;
    for (int x = column; end < filler->length;) {
        size_t next = fill_next_cluster(filler->text, filler->length, end);
        x += cluster_width(filler, end, next, x);
        if (x > filler->width - (next < filler->length ? 1 : 0))
            break;
        end = next;
    }
    filler->x += column - left;
    emit(filler, start, end, (start > 0 ? PIECE_CUT_LEFT : 0u) |
                             (end < filler->length ? PIECE_CUT : 0u));
}
