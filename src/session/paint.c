/* Painting the room: panes, borders, status line, prompt. Nothing is changed here but the
 * caches of layouts and hit counts. */
#include <string.h>

#include "base/message.h"
#include "layout/grid_frame.h"
#include "session/core.h"
#include "session/key_menu.h"
#include "session/parts.h"
#include "session/status_line.h"
#include "text/sanitize.h"
#include "text/width.h"
#include "ui/message_rows.h"
#include "ui/prompt_paint.h"

#define ROWS_A_MESSAGE_ROW 5 /* of the room, for each row that a message may take */
#define ROOM_TO_COVER 8      /* rows of a room whose text a message may take twice as many of */
#define TITLE_CELLS 80 /* of a title that the window is called by */
#define HELP_COLUMNS 40 /* of a room where the status line tells the way to the help */
#define MIDDLE_KEPT 40  /* cells of what is told of the place, before the article's name is cut for it, */
#define LEFT_KEPT 10    /* down to so many cells; with fewer it is left out */

static void paint_header(const struct session *session, const struct canvas *canvas,
                         const struct pane *pane)
{
    bool focused = pane == session->panes.focus;
    unsigned style = focused ? ROLE_HEADER_FOCUS : ROLE_HEADER;
    int limit = pane->column + pane->columns;
    struct view_heading heading = { .right = "" };
    session_top_view(session, pane)->heading(pane, &heading);
    if (pane->columns < 12)
        heading.right[0] = '\0';
    int right = (int)width_text(heading.right, strlen(heading.right));
    int gutter = pane->columns >= 6 ? 1 : 0;
    int room = pane->column + gutter + pane_header_room(pane, heading.right) + 1;
    int remark = (int)width_text(buffer_text(&heading.remark), heading.remark.length);
    grid_fill(canvas->grid, pane->row, pane->column, 1, pane->columns, style);
    int x = canvas_cut(canvas, pane->row, pane->column + gutter, room - 1,
                       buffer_text(&heading.title), style);
    if (remark > 0 && x + remark + 3 < room) {
        x = canvas_put(canvas, pane->row, x, room - 1, canvas->ascii ? " - " : " · ",
                       style & ~(unsigned)ATTRIBUTE_BOLD);
        canvas_put(canvas, pane->row, x, room - 1, buffer_text(&heading.remark), style);
    }
    canvas_put(canvas, pane->row, limit - right - 1, limit, heading.right,
               heading.absent ? ROLE_COUNTERPART | STYLE_ATTRIBUTES(style) : style);
    buffer_free(&heading.title);
    buffer_free(&heading.remark);
}

void session_title(struct session *session, struct buffer *out)
{
    struct pane *pane = session_pane(session);
    struct view_heading heading = { .right = "" };
    session_top_view(session, pane)->heading(pane, &heading);
    size_t used;
    size_t length = width_fit(buffer_text(&heading.title), heading.title.length, TITLE_CELLS, &used);
    if (session->around.utf8 && length > 0) {
        sanitize_line(out, heading.title.data, length);
        buffer_add_text(out, " · ");
    }
    buffer_add_text(out, "diptych");
    buffer_free(&heading.title);
    buffer_free(&heading.remark);
}

static void paint_pane(struct session *session, const struct canvas *canvas, struct pane *pane)
{
    const struct view_ops *view = session_top_view(session, pane);
    if (pane->rows < 1 || pane->columns < 1)
        return;
    if (pane->rows > 1)
        paint_header(session, canvas, pane);
    if (view->paint != NULL)
        view->paint(session, pane, canvas);
}

static void paint_borders(const struct canvas *canvas, const struct node *node)
{
    if (node->pane != NULL)
        return;
    if (node->side_by_side) {
        int column = node->second->column - 1;
        canvas_put(canvas, node->row, column, column + 1, canvas->ascii ? "|" : "│", ROLE_BORDER);
        grid_repeat(canvas->grid, node->row, column, node->rows);
    }
    paint_borders(canvas, node->first);
    paint_borders(canvas, node->second);
}

static void paint_panes(struct session *session, const struct canvas *canvas)
{
    struct panes *panes = &session->panes;
    if (panes->zoomed || panes->cramped) {
        paint_pane(session, canvas, panes->focus);
        return;
    }
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++)
        paint_pane(session, canvas, pane);
    paint_borders(canvas, panes->root);
}

/* Tells the way to the help at the right end of the status line. Returns the column that the rest of the
 * line ends before. */
static int paint_help_key(struct session *session, const struct canvas *canvas, int row)
{
    int columns = canvas->grid->columns;
    const char *key = keymap_keys(session->keymap, session_mode(session), "help");
    const char *help = _(" help");
    if (key == NULL || columns < HELP_COLUMNS || session->prompt.ops != NULL ||
        status_hint(session) != NULL)
        return columns;
    int width = (int)(width_text(key, strlen(key)) + width_text(help, strlen(help)) + 1);
    int x = canvas_put(canvas, row, columns - width, columns, key, ROLE_STATUS | ATTRIBUTE_DIM);
    canvas_put(canvas, row, x, columns, help, ROLE_STATUS | ATTRIBUTE_DIM);
    return columns - width - 1;
}

static int cells_of(const struct buffer *text)
{
    return (int)width_text(text->length > 0 ? text->data : "", text->length);
}

/* What is known of the place, from the left, and of what it hangs together with, from the right. Where
 * there is little room an article's name goes first: its header has it, too. */
static void paint_status_parts(struct session *session, const struct canvas *canvas, int row)
{
    struct buffer left = { 0 };
    struct buffer middle = { 0 };
    struct buffer right = { 0 };
    status_parts(session, &left, &middle, &right);
    int limit = paint_help_key(session, canvas, row);
    if (right.length > 0) {
        int at = limit - cells_of(&right) - 1;
        canvas_cut(canvas, row, at > 1 ? at : 1, limit, buffer_text(&right), ROLE_STATUS);
        limit = at - 1;
    }
    int kept = cells_of(&middle) < MIDDLE_KEPT ? cells_of(&middle) : MIDDLE_KEPT;
    int name_limit = kept > 0 && 1 + cells_of(&left) > limit - kept - 3 ? limit - kept - 3 : limit;
    if (cells_of(&left) <= LEFT_KEPT || (session_mode(session) & KEYMAP_READ) == 0)
        name_limit = limit;
    bool named = name_limit == limit || name_limit > LEFT_KEPT;
    int x = named ? canvas_cut(canvas, row, 1, name_limit, buffer_text(&left), ROLE_STATUS) + 3 : 1;
    if (x + 1 < limit)
        canvas_cut(canvas, row, x, limit, buffer_text(&middle), ROLE_STATUS);
    buffer_free(&left);
    buffer_free(&middle);
    buffer_free(&right);
}

static void paint_status(struct session *session, const struct canvas *canvas, int row)
{
    int columns = canvas->grid->columns;
    grid_fill(canvas->grid, row, 0, 1, columns, ROLE_STATUS);
    if (session->prompt.candidate_count > 0) {
        prompt_paint_candidates(&session->prompt, canvas, row);
        return;
    }
    if (session->prompt.ops != NULL && session->message.text.length > 0) {
        canvas_cut(canvas, row, 1, columns, buffer_text(&session->message.text), ROLE_STATUS);
        return;
    }
    paint_status_parts(session, canvas, row);
}

/* A sentence that is wider than the room takes rows of the text for as long as it stands, but never the one
 * that the reader is at. */
static int message_rows(struct session *session, const struct grid *grid, int cursor_row)
{
    bool text = session_view(session) != NULL && grid->rows >= ROOM_TO_COVER;
    int most = (text ? 2 : 1) * grid->rows / ROWS_A_MESSAGE_ROW;
    if (cursor_row >= 0 && most > grid->rows - 2 - cursor_row)
        most = grid->rows - 2 - cursor_row;
    return message_rows_count(buffer_text(&session->message.text), grid->columns,
                              most < MESSAGE_ROWS_MOST ? most : MESSAGE_ROWS_MOST);
}

/* The part that hears keys first lies uppermost. */
static void paint_over(struct session *session, const struct canvas *canvas, int bottom)
{
    size_t i = 0;
    while (session->heard.paint[i] != NULL)
        i++;
    while (i-- > 0)
        session->heard.paint[i](session, canvas, bottom);
}

void session_paint(struct session *session, struct grid *grid)
{
    struct canvas canvas = { grid, session_wants_ascii(session) };
    bool prompting = session->prompt.ops != NULL;
    int menu = key_menu_rows(session, grid->rows, grid->columns);
    grid->cursor_row = -1;
    grid_frame_begin(grid);
    paint_panes(session, &canvas);
    int bottom = prompting ? 1 : menu > 0 ? menu : message_rows(session, grid, grid->cursor_row);
    int status = grid->rows - 1 - bottom;
    paint_over(session, &canvas, status > 0 ? status : grid->rows);
    if (grid->rows >= 3)
        paint_status(session, &canvas, status);
    if (prompting || grid->rows >= 2)
        grid_fill(grid, grid->rows - bottom, 0, bottom, grid->columns, ROLE_MESSAGE);
    if (prompting)
        prompt_paint(&session->prompt, &canvas, grid->rows - 1, prompt_label(&session->prompt, session));
    else if (menu > 0)
        key_menu_paint(session, &canvas, grid->rows - menu, menu);
    else if (grid->rows >= 2)
        message_rows_paint(&canvas, grid->rows - bottom, bottom, buffer_text(&session->message.text),
                           session->message.is_error ? ROLE_ERROR : ROLE_MESSAGE);
    grid_frame_end(grid);
}
