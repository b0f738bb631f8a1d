/* vterm_harness: a reference terminal (libvterm) to feed bytes into and read cells back from.
 *
 * Used by tests of what is sent to the terminal. libvterm's types stay in the .c file. Rows and
 * columns are 0-based cells. Colours are palette numbers, -1 the default. Attributes are those of
 * layout/style.h, except ATTRIBUTE_DIM, which this emulator does not know.
 *
 * Ownership: emulator_free releases an emulator; emulator_row returns memory to free(). */
#ifndef DIPTYCH_TESTS_TUI_VTERM_HARNESS_H
#define DIPTYCH_TESTS_TUI_VTERM_HARNESS_H

#include <stdbool.h>
#include <stddef.h>

struct emulator;

struct emulator_cell {
    char text[64]; /* UTF-8; "" for the covered half of a wide character, " " for an empty cell */
    int width;     /* 1 or 2; 0 covered */
    int foreground, background;
    unsigned attributes;
    bool leads; /* in the fourth font, which stands for a link */
};

struct emulator *emulator_new(int rows, int columns);
void emulator_free(struct emulator *emulator);
void emulator_resize(struct emulator *emulator, int rows, int columns);
void emulator_feed(struct emulator *emulator, const char *bytes, size_t length);

void emulator_size(const struct emulator *emulator, int *rows, int *columns);
struct emulator_cell emulator_cell(const struct emulator *emulator, int row, int column);

/* The row's text as one would read it, trailing blanks cut. */
char *emulator_row(const struct emulator *emulator, int row);

/* Whether `text` stands somewhere on the row. */
bool emulator_row_has(const struct emulator *emulator, int row, const char *text);

/* The row that holds `text`, -1 none. */
int emulator_find(const struct emulator *emulator, const char *text);

/* The cursor; *visible may be NULL. */
void emulator_cursor(const struct emulator *emulator, int *row, int *column, bool *visible);

/* Modes the program switched on: the alternate screen, mouse reports. */
bool emulator_alternate(const struct emulator *emulator);
int emulator_mouse(const struct emulator *emulator);

#endif
