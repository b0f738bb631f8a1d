#include "pty/picture.h"

#include <string.h>

#include "layout/style.h"

/* Cells, and what is around them, in tenths of a pixel. */
enum { CELL_WIDTH = 84, CELL_HEIGHT = 180, BASELINE = 135, MARGIN = 100 };

#define GREY_FIRST 232
#define CUBE_FIRST 16

/* xterm's palette; -1 is the terminal's own colour. */
static unsigned rgb_of(int number, unsigned own)
{
    static const unsigned basic[CUBE_FIRST] = {
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    };
    static const unsigned steps[] = { 0, 95, 135, 175, 215, 255 };
    if (number < 0)
        return own;
    if (number < CUBE_FIRST)
        return basic[number];
    if (number >= GREY_FIRST)
        return (unsigned)(8 + 10 * (number - GREY_FIRST)) * 0x010101u;
    number -= CUBE_FIRST;
    return steps[number / 36] << 16 | steps[number / 6 % 6] << 8 | steps[number % 6];
}

struct look {
    unsigned ink, paper, attributes;
};

struct sheet {
    struct buffer *out;
    unsigned ink, paper; /* the terminal's own */
};

static struct look look_of(const struct sheet *sheet, const struct emulator_cell *cell)
{
    struct look look = { rgb_of(cell->foreground, sheet->ink), rgb_of(cell->background, sheet->paper),
                         cell->attributes & ~(unsigned)ATTRIBUTE_REVERSE };
    if ((cell->attributes & ATTRIBUTE_REVERSE) != 0) {
        unsigned ink = look.ink;
        look.ink = look.paper;
        look.paper = ink;
    }
    return look;
}

static bool is_alike(struct look a, struct look b)
{
    return a.ink == b.ink && a.attributes == b.attributes;
}

static unsigned lines_of(struct look look)
{
    return look.attributes & (ATTRIBUTE_UNDERLINE | ATTRIBUTE_STRIKE);
}

/* A blank that no line goes through: its ink is not seen, and is whatever was in use when curses
 * cleared the cell. */
static bool is_bare(const struct emulator_cell *cell, struct look look)
{
    return cell->text[strspn(cell->text, " ")] == '\0' && lines_of(look) == 0;
}

static void put_number(struct buffer *out, const char *name, int tenths)
{
    buffer_add_format(out, " %s=\"%d.%d\"", name, tenths / 10, tenths % 10);
}

static void put_text(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '&' || *text == '<')
            buffer_add_text(out, *text == '&' ? "&amp;" : "&lt;");
        else
            buffer_add_byte(out, *text);
    }
}

static void put_paper(const struct sheet *sheet, int row, int from, int cells, unsigned paper)
{
    struct buffer *out = sheet->out;
    if (paper == sheet->paper)
        return;
    buffer_add_text(out, "<rect");
    put_number(out, "x", MARGIN + from * CELL_WIDTH);
    put_number(out, "y", MARGIN + row * CELL_HEIGHT);
    put_number(out, "width", cells * CELL_WIDTH);
    put_number(out, "height", CELL_HEIGHT);
    buffer_add_format(out, " fill=\"#%06x\"/>\n", paper);
}

static void put_ink(const struct sheet *sheet, int row, int from, int cells, struct look look,
                    bool wide, const char *text)
{
    struct buffer *out = sheet->out;
    unsigned lines = lines_of(look);
    buffer_add_text(out, "<text");
    put_number(out, "x", MARGIN + from * CELL_WIDTH);
    put_number(out, "y", MARGIN + row * CELL_HEIGHT + BASELINE);
    put_number(out, "textLength", cells * CELL_WIDTH);
    if (wide) /* as wide as two cells by itself: not all programs know textLength */
        put_number(out, "font-size", 2 * CELL_WIDTH);
    if (look.ink != sheet->ink)
        buffer_add_format(out, " fill=\"#%06x\"", look.ink);
    buffer_add_text(out, (look.attributes & ATTRIBUTE_BOLD) != 0 ? " font-weight=\"bold\"" : "");
    buffer_add_text(out, (look.attributes & ATTRIBUTE_ITALIC) != 0 ? " font-style=\"italic\"" : "");
    buffer_add_text(out, (lines & ATTRIBUTE_UNDERLINE) != 0 ? " text-decoration=\"underline\""
                         : lines != 0                       ? " text-decoration=\"line-through\""
                                                            : "");
    buffer_add_byte(out, '>');
    put_text(out, text);
    buffer_add_text(out, "</text>\n");
}

static void put_papers(const struct sheet *sheet, const struct emulator *emulator, int row, int columns)
{
    unsigned paper = sheet->paper;
    int from = 0;
    for (int at = 0; at < columns; at++) {
        struct emulator_cell cell = emulator_cell(emulator, row, at);
        unsigned next = look_of(sheet, &cell).paper;
        at += cell.width > 1 ? cell.width - 1 : 0;
        if (next == paper)
            continue;
        int start = at + 1 - (cell.width > 1 ? cell.width : 1);
        put_paper(sheet, row, from, start - from, paper);
        from = start;
        paper = next;
    }
    put_paper(sheet, row, from, columns - from, paper);
}

/* The run of one look that begins here, without the blanks at its end. Returns the column after it.
 * Wide characters and narrow ones stand apart: a font may space them unlike cells. */
static int put_run(const struct sheet *sheet, const struct emulator *emulator, int row, int from,
                   int columns)
{
    struct buffer text = { 0 };
    struct emulator_cell cell = emulator_cell(emulator, row, from);
    const struct look look = look_of(sheet, &cell);
    const int width = cell.width;
    int end = from;
    size_t length = 0;
    for (int at = from; at < columns;) {
        cell = emulator_cell(emulator, row, at);
        struct look here = look_of(sheet, &cell);
        bool bare = is_bare(&cell, here);
        if (cell.width != width || (bare ? lines_of(look) != 0 : !is_alike(look, here)))
            break;
        buffer_add_text(&text, cell.text);
        at += width > 0 ? width : 1;
        if (!bare) {
            end = at;
            length = text.length;
        }
    }
    buffer_truncate(&text, length);
    put_ink(sheet, row, from, end - from, look, width > 1, buffer_text(&text));
    buffer_free(&text);
    return end;
}

static void put_row(const struct sheet *sheet, const struct emulator *emulator, int row, int columns)
{
    put_papers(sheet, emulator, row, columns);
    for (int at = 0; at < columns;) {
        struct emulator_cell cell = emulator_cell(emulator, row, at);
        if (is_bare(&cell, look_of(sheet, &cell)))
            at++;
        else
            at = put_run(sheet, emulator, row, at, columns);
    }
}

void picture_write(const struct emulator *emulator, bool light, const char *title, struct buffer *out)
{
    struct sheet sheet = { out, light ? 0x1C1C1C : 0xD8D8D8, light ? 0xFFFFFF : 0x161616 };
    int rows, columns;
    emulator_size(emulator, &rows, &columns);
    int width = (2 * MARGIN + columns * CELL_WIDTH) / 10;
    int height = (2 * MARGIN + rows * CELL_HEIGHT) / 10;
    buffer_add_format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
                           "height=\"%d\" font-family=\"monospace\" font-size=\"14\" fill=\"#%06x\" "
                           "xml:space=\"preserve\">\n<title>",
                      width, height, width, height, sheet.ink);
    put_text(out, title);
    buffer_add_format(out, "</title>\n<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#%06x\"/>\n",
                      width, height, sheet.paper);
    for (int row = 0; row < rows; row++)
        put_row(&sheet, emulator, row, columns);
    buffer_add_text(out, "</svg>\n");
}
