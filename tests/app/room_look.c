#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/room_player.h"
#include "base/xalloc.h"

/* Row `row` of the screen, 0 the first, without blanks at both ends. Caller frees. */
static char *screen_row(const struct script *script, int row)
{
    const char *at = buffer_text(&script->screen);
    for (; row > 0 && at != NULL; row--)
        at = (at = strchr(at, '\n')) != NULL ? at + 1 : NULL;
    if (at == NULL)
        return xstrdup("");
    at += strspn(at, " ");
    size_t length = strcspn(at, "\n");
    while (length > 0 && at[length - 1] == ' ')
        length--;
    return xstrndup(at, length);
}

static bool row_is(struct script *script, int row, const char *text, bool whole)
{
    char *shown = screen_row(script, row);
    bool ok = whole ? strcmp(shown, text) == 0 : strstr(shown, text) != NULL;
    if (!ok)
        wrong(script, "row %d is not “%s” but “%s”", row + 1, text, shown);
    free(shown);
    return ok;
}

bool look_row(struct script *script, char *rest)
{
    char *text;
    long row = strtol(rest, &text, 10);
    return row_is(script, (int)row - 1, text + strspn(text, " "), true);
}

/* Above the message, which may take more than one row. */
static int status_row(const struct script *script)
{
    int last = script->grid->rows - 2;
    for (int row = last; row > 0; row--)
        if (STYLE_ROLE(grid_row(script->grid, row)->style) == ROLE_STATUS)
            return row;
    return last;
}

bool look_status(struct script *script, char *rest)
{
    return row_is(script, status_row(script), rest, false);
}

/* Rows of Chinese and of an address are joined without a blank. */
static void join_row(struct buffer *out, const char *row)
{
    char last = out->length > 0 ? out->data[out->length - 1] : '/';
    bool joined = last == '/' || ((last & 0x80) != 0 && (*row & 0x80) != 0);
    buffer_add_text(out, joined ? "" : " ");
    buffer_add_text(out, row);
}

bool look_message(struct script *script, char *rest)
{
    struct buffer shown = { 0 };
    for (int row = status_row(script) + 1; row < script->grid->rows; row++) {
        char *text = screen_row(script, row);
        join_row(&shown, text);
        free(text);
    }
    bool ok = strcmp(buffer_text(&shown), rest) == 0 ||
              wrong(script, "the message is not “%s” but “%s”", rest, buffer_text(&shown));
    buffer_free(&shown);
    return ok;
}

bool look_contains(struct script *script, char *rest)
{
    return strstr(buffer_text(&script->screen), rest) != NULL ||
           wrong(script, "the screen lacks “%s”", rest);
}

bool look_lacks(struct script *script, char *rest)
{
    return strstr(buffer_text(&script->screen), rest) == NULL ||
           wrong(script, "the screen has “%s”", rest);
}

bool look_cursor(struct script *script, char *rest)
{
    int row;
    int column;
    if (sscanf(rest, "%d %d", &row, &column) != 2)
        return wrong(script, "cursor wants a row and a column");
    return (script->grid->cursor_row == row - 1 && script->grid->cursor_column == column - 1) ||
           wrong(script, "the cursor is at %d %d", script->grid->cursor_row + 1,
                 script->grid->cursor_column + 1);
}

static int role_number(const char *name, size_t length)
{
    static const char *const names[] = {
        "text",
        "heading",
        "code",
        "quote",
        "marker",
        "link",
        "note-mark",
        "table-rule",
        "header",
        "header-focus",
        "border",
        "status",
        "message",
        "error",
        "prompt",
        "hit",
        "hit-current",
        "selection",
        "current",
        "dim",
        "label",
        "person",
        "company",
        "product",
        "publication",
        "place",
        "event",
        "counterpart",
        "figure",
        "annotation",
        "hint",
        "missing",
        "annotation-yellow",
        "annotation-green",
        "annotation-blue",
        "annotation-red",
        "annotation-purple",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return (int)i;
    return -1;
}

/* Whether the cells from (row, column) on say `text` in that role. */
static bool cells_say(const struct grid *grid, int row, int column, const char *text, int role)
{
    for (int x = column; *text != '\0' && x < grid->columns; x++) {
        const struct cell *cell = grid_row(grid, row) + x;
        char glyph[512];
        if (cell->width == 0)
            continue;
        size_t length = grid_cell_text(grid, cell, glyph);
        if (strncmp(text, glyph, length) != 0 || (int)STYLE_ROLE(cell->style) != role)
            return false;
        text += length;
    }
    return *text == '\0';
}

bool look_role(struct script *script, char *rest)
{
    size_t length = strcspn(rest, " ");
    int role = role_number(rest, length);
    const char *text = rest + length + strspn(rest + length, " ");
    if (role < 0 || *text == '\0')
        return wrong(script, "role wants a role of style.h and a text");
    for (int row = 0; row < script->grid->rows; row++)
        for (int column = 0; column < script->grid->columns; column++)
            if (cells_say(script->grid, row, column, text, role))
                return true;
    return wrong(script, "nowhere is “%s” in that role", text);
}

bool look_panes(struct script *script, char *rest)
{
    size_t count = panes_count(&script->session->panes);
    return count == strtoul(rest, NULL, 10) || wrong(script, "there are %zu panes", count);
}

bool look_same(struct script *script, char *rest)
{
    (void)rest;
    if (script->remembered == NULL)
        return wrong(script, "nothing was remembered");
    return (strcmp(script->remembered, buffer_text(&script->screen)) == 0 &&
            script->remembered_row == script->grid->cursor_row &&
            script->remembered_column == script->grid->cursor_column) ||
           wrong(script, "the screen is not what it was (cursor %d %d, was %d %d):\n%s",
                 script->grid->cursor_row + 1, script->grid->cursor_column + 1,
                 script->remembered_row + 1, script->remembered_column + 1, script->remembered);
}

bool look_request(struct script *script, char *rest)
{
    static const char *const kinds[] = {
        "none", "quit", "suspend", "redraw", "run", "copy"
    };
    size_t length = strcspn(rest, " ");
    const char *words = rest + length + strspn(rest + length, " ");
    script->request = session_request(script->session);
    const char *kind = kinds[script->request.kind];
    if (strlen(kind) != length || strncmp(kind, rest, length) != 0)
        return wrong(script, "the request is %s", kind);
    struct buffer said = { 0 };
    for (size_t i = 0; script->request.kind == REQUEST_RUN && script->request.argv[i] != NULL; i++)
        buffer_add_format(&said, "%s%s", i > 0 ? " " : "", script->request.argv[i]);
    bool ok = *words == '\0' || strcmp(words, buffer_text(&said)) == 0;
    if (!ok)
        wrong(script, "asked for: %s", buffer_text(&said));
    buffer_free(&said);
    return ok;
}

bool look_input(struct script *script, char *rest)
{
    bool quoted;
    char *text = next_word(&rest, &quoted);
    size_t length = text != NULL ? unescape(text) : 0;
    const struct request *request = &script->request;
    return (text != NULL && request->input != NULL && request->input_length == length &&
            memcmp(request->input, text, length) == 0) ||
           wrong(script, "the input is “%s”", request->input != NULL ? request->input : "");
}

/* The entry of that name among those that the program gets besides; none is "". */
bool look_environment(struct script *script, char *rest)
{
    size_t length = strcspn(rest, " ");
    const char *wanted = rest + length + strspn(rest + length, " ");
    const char *const *entry = script->request.environment;
    for (; entry != NULL && *entry != NULL; entry++)
        if (strncmp(*entry, rest, length) == 0 && (*entry)[length] == '=')
            break;
    const char *value = entry != NULL && *entry != NULL ? *entry + length + 1 : "";
    return strcmp(value, wanted) == 0 || wrong(script, "the environment says “%s”", value);
}

static void bless_screen(struct script *script)
{
    buffer_add_format(&script->rest, "---\n%s---", buffer_text(&script->screen));
    if (script->grid->cursor_row >= 0)
        buffer_add_format(&script->rest, " %d %d", script->grid->cursor_row + 1,
                          script->grid->cursor_column + 1);
    buffer_add_byte(&script->rest, '\n');
}

bool look_screen(struct script *script, char *rest)
{
    (void)rest;
    struct buffer wanted = { 0 };
    const char *tail = "";
    bool ok = fenced(script, &wanted, &tail, !script->bless);
    if (ok && script->bless) {
        bless_screen(script);
    } else if (ok) {
        const char *shown = buffer_text(&script->screen);
        const char *line = buffer_text(&wanted);
        for (int row = 1; ok && (*shown != '\0' || *line != '\0'); row++) {
            size_t a = strcspn(shown, "\n");
            size_t b = strcspn(line, "\n");
            const char *next_shown = shown + a + (shown[a] == '\n');
            const char *next_line = line + b + (line[b] == '\n');
            while (b > 0 && line[b - 1] == ' ')
                b--;
            if (a != b || memcmp(shown, line, a) != 0)
                ok = wrong(script, "row %d is not\n%.*s\nbut\n%.*s\n", row, (int)b, line, (int)a,
                           shown);
            shown = next_shown;
            line = next_line;
        }
        if (ok && *tail != '\0') {
            char *copy = xstrdup(tail);
            ok = look_cursor(script, copy);
            free(copy);
        }
    }
    buffer_free(&wanted);
    return ok;
}
