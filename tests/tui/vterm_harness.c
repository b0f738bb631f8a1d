#include "tui/vterm_harness.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <vterm.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "layout/style.h"

struct emulator {
    VTerm *terminal;
    VTermScreen *screen;
    int rows, columns;
    bool visible, alternate;
    int mouse;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct emulator *emulator = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        emulator->visible = value->boolean != 0;
    else if (property == VTERM_PROP_ALTSCREEN)
        emulator->alternate = value->boolean != 0;
    else if (property == VTERM_PROP_MOUSE)
        emulator->mouse = value->number;
    return 1;
}

static const VTermScreenCallbacks CALLBACKS = { .settermprop = on_property };

struct emulator *emulator_new(int rows, int columns)
{
    struct emulator *emulator = xcalloc(1, sizeof *emulator);
    emulator->terminal = vterm_new(rows, columns);
    emulator->rows = rows;
    emulator->columns = columns;
    vterm_set_utf8(emulator->terminal, 1);
    emulator->screen = vterm_obtain_screen(emulator->terminal);
    vterm_screen_enable_altscreen(emulator->screen, 1);
    vterm_screen_set_callbacks(emulator->screen, &CALLBACKS, emulator);
    vterm_screen_reset(emulator->screen, 1);
    return emulator;
}

void emulator_free(struct emulator *emulator)
{
    if (emulator == NULL)
        return;
    vterm_free(emulator->terminal);
    free(emulator);
}

void emulator_resize(struct emulator *emulator, int rows, int columns)
{
    emulator->rows = rows;
    emulator->columns = columns;
    vterm_set_size(emulator->terminal, rows, columns);
}

void emulator_feed(struct emulator *emulator, const char *bytes, size_t length)
{
    vterm_input_write(emulator->terminal, bytes, length);
}

void emulator_size(const struct emulator *emulator, int *rows, int *columns)
{
    *rows = emulator->rows;
    *columns = emulator->columns;
}

/* Its own encoder, so that a fault in text/utf8 does not hide itself. */
static size_t encode(uint32_t code, char *out)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    out[0] = (char)(leads[length] | code);
    return length;
}

static int palette_number(const VTermColor *color, uint8_t default_flag)
{
    if ((color->type & default_flag) != 0)
        return -1;
    return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

static unsigned attributes_of(const VTermScreenCellAttrs *attrs)
{
    return (attrs->bold ? ATTRIBUTE_BOLD : 0u) | (attrs->italic ? ATTRIBUTE_ITALIC : 0u) |
           (attrs->underline ? ATTRIBUTE_UNDERLINE : 0u) |
           (attrs->reverse ? ATTRIBUTE_REVERSE : 0u) | (attrs->strike ? ATTRIBUTE_STRIKE : 0u);
}

struct emulator_cell emulator_cell(const struct emulator *emulator, int row, int column)
{
    VTermScreenCell cell;
    struct emulator_cell out = { .text = "" };
    memset(&cell, 0, sizeof cell);
    vterm_screen_get_cell(emulator->screen, (VTermPos){ row, column }, &cell);
    out.attributes = attributes_of(&cell.attrs);
    out.leads = cell.attrs.font == 3;
    out.foreground = palette_number(&cell.fg, VTERM_COLOR_DEFAULT_FG);
    out.background = palette_number(&cell.bg, VTERM_COLOR_DEFAULT_BG);
    if (cell.chars[0] == UINT32_MAX)
        return out;
    out.width = cell.width;
    size_t length = 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
        length += encode(cell.chars[i], out.text + length);
    if (length == 0)
        out.text[length++] = ' ';
    out.text[length] = '\0';
    return out;
}

char *emulator_row(const struct emulator *emulator, int row)
{
    struct buffer text = { 0 };
    size_t kept = 0;
    for (int column = 0; column < emulator->columns; column++) {
        struct emulator_cell cell = emulator_cell(emulator, row, column);
        buffer_add_text(&text, cell.text);
        if (strcmp(cell.text, " ") != 0)
            kept = text.length;
    }
    buffer_truncate(&text, kept);
    return buffer_take(&text);
}

bool emulator_row_has(const struct emulator *emulator, int row, const char *text)
{
    char *shown = emulator_row(emulator, row);
    bool has = strstr(shown, text) != NULL;
    free(shown);
    return has;
}

int emulator_find(const struct emulator *emulator, const char *text)
{
    for (int row = 0; row < emulator->rows; row++)
        if (emulator_row_has(emulator, row, text))
            return row;
    return -1;
}

void emulator_cursor(const struct emulator *emulator, int *row, int *column, bool *visible)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(emulator->terminal), &at);
    *row = at.row;
    *column = at.col;
    if (visible != NULL)
        *visible = emulator->visible;
}

bool emulator_alternate(const struct emulator *emulator)
{
    return emulator->alternate;
}

int emulator_mouse(const struct emulator *emulator)
{
    return emulator->mouse;
}
