/* Painting the room: panes, borders, status line, prompt. Nothing is changed here but the
 * caches of layouts and hit counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session/crosstab_paint.h"
#include "session/core.h"
#include "ui/canvas.h"
#include "session/status_line.h"
#include "base/vector.h"
#include "layout/paint.h"
#include "text/grapheme.h"
#include "text/width.h"

bool room_wants_ascii(const struct session *session)
{
    if (session->options.ascii == OPTION_ASCII_AUTO)
        return !session->around.utf8;
    return session->options.ascii == OPTION_ASCII_ON;
}

/* Title and publisher on the left, the language on the right. */
static void paint_header(const struct stage *stage, const struct pane *pane)
{
    bool focused = pane == stage->session->panes.focus;
    unsigned style = focused ? ROLE_HEADER_FOCUS : ROLE_HEADER;
    int limit = pane->column + pane->columns;
    char right[32] = "";
    const char *title = "no article";
    const char *publisher = NULL;
    bool rests = false;
    struct buffer heading = { 0 };
    if (pane->list != NULL) {
        title = pane->list->title;
        snprintf(right, sizeof right, "%zu", pane->list->shown_count);
    } else if (pane_matrix(pane) != NULL) {
        matrix_heading(pane->matrix, &heading);
        title = buffer_text(&heading);
        snprintf(right, sizeof right, "%zu", pane->matrix->shown_count);
    } else if (pane->view != NULL) {
        const struct frontmatter *front = pane->view->text->document->frontmatter;
        title = pane->view->text->title;
        publisher = frontmatter_get(front, "publisher");
        status_language(pane->view->text->document, right, sizeof right);
        rests = pane->rests;
    }
    if (rests) /* the hinge: the passage in the focused pane has no counterpart */
        snprintf(right, sizeof right, "nothing here");
    grid_fill(stage->grid, pane->row, pane->column, 1, pane->columns, style);
    int room = limit - (int)strlen(right) - 2;
    if (pane->columns < 12) {
        room = limit;
        right[0] = '\0';
    }
    int gutter = pane->columns >= 6 ? 1 : 0;
    int x = stage_cut(stage, pane->row, pane->column + gutter, room - 1, title, style);
    int more = publisher != NULL ? (int)width_text(publisher, strlen(publisher)) + 3 : 0;
    if (publisher != NULL && x + more < room) {
        x = stage_put(stage, pane->row, x, room - 1, stage->ascii ? " - " : " · ",
                      style & ~(unsigned)ATTRIBUTE_BOLD);
        stage_put(stage, pane->row, x, room - 1, publisher, style);
    }
    stage_put(stage, pane->row, limit - (int)strlen(right) - 1, limit, right,
              rests ? ROLE_COUNTERPART | STYLE_ATTRIBUTES(style) : style);
    buffer_free(&heading);
}

/* Hits in what the pane shows, as spans to paint. */
struct lights {
    struct paint_span *items;
    size_t count;
    size_t capacity;
};

/* The mentions of the entity that is searched for. */
static void collect_entity(const struct view *view, uint32_t entity, size_t start, size_t end,
                           struct spans *hits)
{
    const struct mentions *mentions = &view->text->mentions;
    for (size_t i = mentions_first_after(mentions, start);
         i < mentions->count && mentions->items[i].start < end; i++)
        if (mentions->items[i].entity == entity)
            spans_add(hits, mentions->items[i].start, mentions->items[i].end);
}

static void collect_hits(struct session *session, struct view *view, bool focused,
                         struct lights *lights)
{
    size_t start;
    size_t end;
    struct spans hits = { 0 };
    view_range(view, &start, &end);
    if (session->search.by_entity)
        collect_entity(view, session->search.entity, start, end, &hits);
    else
        find_all(session->search.find, view->text->document->text, start, end, 5000, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        bool current = focused && view->cursor >= hits.items[i].start &&
                       view->cursor < hits.items[i].end;
        VECTOR_PUSH(lights, (struct paint_span){ hits.items[i].start, hits.items[i].end,
                                                 current ? ROLE_HIT_CURRENT : ROLE_HIT });
    }
    spans_free(&hits);
}

/* Mentions in what the pane shows, in the colour of their type. */
static void collect_mentions(const struct session *session, struct view *view,
                             struct lights *lights)
{
    static const unsigned roles[] = {
        [NOTE_UNKNOWN] = ROLE_PRODUCT,          [NOTE_PERSON] = ROLE_PERSON,
        [NOTE_COMPANY] = ROLE_COMPANY,          [NOTE_PRODUCT] = ROLE_PRODUCT,
        [NOTE_PUBLICATION] = ROLE_PUBLICATION, [NOTE_PLACE] = ROLE_PLACE,
    };
    const struct mentions *mentions = &view->text->mentions;
    size_t start;
    size_t end;
    if (mentions->count == 0 || session->names.gazetteer == NULL)
        return;
    view_range(view, &start, &end);
    size_t i = mentions_first_after(mentions, start);
    for (; i < mentions->count && mentions->items[i].start < end; i++) {
        const struct mention *mention = &mentions->items[i];
        enum note_type type = gazetteer_type(session->names.gazetteer, mention->entity);
        VECTOR_PUSH(lights, (struct paint_span){ mention->start, mention->end,
                                                 roles[type] | ATTRIBUTE_UNDERLINE });
    }
}

static const struct link *link_under_cursor(const struct view *view)
{
    return document_link_at(view->text->document, view->cursor);
}

/* Links that lead nowhere in what the pane shows. */
static void collect_missing(struct view *view, struct lights *lights)
{
    const struct spans *missing = &view->text->missing;
    size_t start;
    size_t end;
    if (missing->count == 0)
        return;
    view_range(view, &start, &end);
    size_t i = spans_first_after(missing->items, missing->count, start);
    for (; i < missing->count && missing->items[i].start < end; i++)
        VECTOR_PUSH(lights, (struct paint_span){ missing->items[i].start, missing->items[i].end,
                                                 ROLE_MISSING });
}

static unsigned mark_role(const char *colour)
{
    static const struct {
        const char *name;
        unsigned role;
    } colours[] = {
        { "yellow", ROLE_ANNOTATION_YELLOW }, { "green", ROLE_ANNOTATION_GREEN },
        { "blue", ROLE_ANNOTATION_BLUE },     { "red", ROLE_ANNOTATION_RED },
        { "purple", ROLE_ANNOTATION_PURPLE },
    };
    for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
        if (strcmp(colours[i].name, colour) == 0)
            return colours[i].role;
    return ROLE_ANNOTATION;
}

/* The reader's annotations in what the pane shows; where several overlap, underlined. */
static void collect_marks(struct view *view, struct lights *lights)
{
    const struct placements *placements = view->text->placements;
    size_t start;
    size_t end;
    if (placements == NULL || placements->run_count == 0)
        return;
    view_range(view, &start, &end);
    for (size_t i = 0; i < placements->run_count && placements->runs[i].start < end; i++) {
        const struct placement_run *run = &placements->runs[i];
        unsigned style = mark_role(placements->items[run->last].colour);
        if (run->count > 1)
            style |= ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE;
        if (run->end > start)
            VECTOR_PUSH(lights, (struct paint_span){ run->start, run->end, style });
    }
}

/* Figures that the version opposite tells otherwise. */
static void collect_figures(struct session *session, struct pane *pane, struct lights *lights)
{
    struct spans figures = { 0 };
    room_lit_figures(session, pane, &figures);
    for (size_t i = 0; i < figures.count; i++)
        VECTOR_PUSH(lights, (struct paint_span){ figures.items[i].start, figures.items[i].end,
                                                 ROLE_FIGURE });
    spans_free(&figures);
}

/* Paints `count` rows of the pane's text from row `first` on; they are blank. */
static void paint_rows(const struct stage *stage, struct pane *pane, int first, int count)
{
    struct session *session = stage->session;
    struct view *view = pane->view;
    bool focused = pane == session->panes.focus;
    struct area area = room_area(pane);
    struct lights lights = { 0 };
    struct lights named = { 0 };
    struct lights missing = { 0 };
    struct lights marks = { 0 };
    struct paint_span link_light;
    struct paint_span selected;
    struct lights figures = { 0 };
    struct paint_set sets[7];
    size_t set_count = 0;
    const struct link *link = link_under_cursor(view);
    collect_mentions(session, view, &named);
    if (named.count > 0)
        sets[set_count++] = (struct paint_set){ named.items, named.count };
    collect_marks(view, &marks);
    if (marks.count > 0)
        sets[set_count++] = (struct paint_set){ marks.items, marks.count };
    collect_figures(session, pane, &figures);
    if (figures.count > 0)
        sets[set_count++] = (struct paint_set){ figures.items, figures.count };
    collect_missing(view, &missing);
    if (missing.count > 0)
        sets[set_count++] = (struct paint_set){ missing.items, missing.count };
    if (focused && link != NULL) {
        unsigned role = room_is_missing(view->text, link) ? ROLE_MISSING : ROLE_LINK;
        link_light = (struct paint_span){ link->span.start, link->span.end,
                                          role | ATTRIBUTE_REVERSE };
        sets[set_count++] = (struct paint_set){ &link_light, 1 };
    }
    if (session->search.shown && session->search.find != NULL) {
        collect_hits(session, view, focused, &lights);
        if (lights.count > 0)
            sets[set_count++] = (struct paint_set){ lights.items, lights.count };
    }
    struct span selection = selection_span(&pane->selection, view->text->document);
    if (selection.end > selection.start) {
        selected = (struct paint_span){ selection.start, selection.end, ROLE_SELECTION };
        sets[set_count++] = (struct paint_set){ &selected, 1 };
    }
    struct paint_job job = { view->layout, sets, set_count, stage->ascii };
    int left = room_text_left(&area, view);
    struct place place = view->top;
    if (layout_move(view->layout, &place, first) != first)
        count = 0;
    for (int row = first; row < first + count; row++) {
        paint_row(stage->grid, area.row + row, left, area.column + area.columns, &job, place);
        if (layout_move(view->layout, &place, 1) == 0)
            break;
    }
    room_paint_marks(stage, pane, first, count);
    room_paint_counts(stage, pane, first, count);
    free(lights.items);
    free(marks.items);
    free(named.items);
    free(missing.items);
    free(figures.items);
}

static void place_cursor(const struct stage *stage, const struct pane *pane)
{
    struct area area = room_area(pane);
    stage->grid->cursor_row = area.row + view_cursor_row(pane->view);
    stage->grid->cursor_column = room_text_left(&area, pane->view) + view_cursor_x(pane->view);
}

static void paint_view(const struct stage *stage, struct pane *pane)
{
    struct area area = room_area(pane);
    paint_rows(stage, pane, 0, area.rows);
    if (pane->view->text->document->block_count == 0)
        stage_put(stage, area.row, area.column, area.column + area.columns, "(empty)", ROLE_DIM);
    if (pane == stage->session->panes.focus)
        place_cursor(stage, pane);
}

static void paint_list_row(const struct stage *stage, const struct area *area, int row,
                           const struct list *list, size_t at)
{
    const struct list_row *item = &list->items[list->shown[at]];
    bool current = at == list->current;
    unsigned style = current ? ROLE_CURRENT : ROLE_TEXT;
    int limit = area->column + area->columns;
    grid_fill(stage->grid, row, area->column, 1, area->columns, style);
    unsigned dim = current ? style : ROLE_DIM;
    if (list->kind == LIST_HITS) { /* which article, then the words around the hit */
        int column = area->columns < 60 ? area->columns / 3 : 22;
        stage_shorten(stage, row, area->column, area->column + column - 1, item->label, dim);
        stage_cut(stage, row, area->column + column, limit, item->detail, style);
        return;
    }
    size_t detail = width_text(item->detail, strlen(item->detail));
    int room = limit;
    const char *right = item->detail;
    if ((int)detail + 24 >= area->columns && item->brief != NULL) { /* no room: the short form */
        right = item->brief;
        detail = width_text(right, strlen(right));
    }
    if (*right != '\0' && (int)detail + 8 < area->columns)
        room = limit - (int)detail - 2;
    int indent = item->level * 2 < area->columns / 2 ? item->level * 2 : area->columns / 2;
    int x = stage_cut(stage, row, area->column + indent, room, item->label, style);
    if (room < limit)
        stage_put(stage, row, limit - (int)detail, limit, right, dim);
    else if (x + 3 < limit)
        stage_cut(stage, row, x + 2, limit, right, dim);
}

static void paint_list(const struct stage *stage, struct pane *pane)
{
    struct list *list = pane->list;
    struct area area = room_area(pane);
    for (int row = 0; row < area.rows && list->top + (size_t)row < list->shown_count; row++) {
        size_t at = list->top + (size_t)row;
        paint_list_row(stage, &area, area.row + row, list, at);
    }
    if (list->shown_count == 0)
        stage_put(stage, area.row, area.column, area.column + area.columns,
                  *list->filter != '\0' ? "no row has these words; Esc shows all"
                  : stage->session->library_search.list == list ? "searching" : "nothing here",
                  ROLE_DIM);
    if (pane == stage->session->panes.focus && area.rows > 0) {
        stage->grid->cursor_row = area.row + (int)(list->current - list->top);
        stage->grid->cursor_column = area.column;
    }
}

static void paint_pane(const struct stage *stage, struct pane *pane)
{
    if (pane->rows < 1 || pane->columns < 1)
        return;
    if (pane->rows > 1)
        paint_header(stage, pane);
    if (pane->list != NULL)
        paint_list(stage, pane);
    else if (pane_matrix(pane) != NULL)
        matrix_paint(stage, pane);
    else if (pane->view != NULL)
        paint_view(stage, pane);
}

static void paint_borders(const struct stage *stage, const struct node *node)
{
    if (node->pane != NULL)
        return;
    if (node->side_by_side)
        for (int row = 0; row < node->rows; row++)
            stage_put(stage, node->row + row, node->second->column - 1, node->second->column,
                      stage->ascii ? "|" : "│", ROLE_BORDER);
    paint_borders(stage, node->first);
    paint_borders(stage, node->second);
}

static void paint_panes(const struct stage *stage)
{
    struct panes *panes = &stage->session->panes;
    if (panes->zoomed || panes->cramped) {
        paint_pane(stage, panes->focus);
        return;
    }
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(panes, i)) != NULL; i++)
        paint_pane(stage, pane);
    paint_borders(stage, panes->root);
}

static void paint_status(const struct stage *stage, int row)
{
    struct session *session = stage->session;
    int columns = stage->grid->columns;
    grid_fill(stage->grid, row, 0, 1, columns, ROLE_STATUS);
    if (session->prompt.candidate_count > 0) {
        int x = 1;
        for (size_t i = 0; i < session->prompt.candidate_count && x < columns; i++) {
            bool current = i == session->prompt.candidate;
            x = stage_cut(stage, row, x, columns, session->prompt.candidates[i],
                          current ? ROLE_CURRENT : ROLE_STATUS);
            x += 2;
        }
        return;
    }
    if (session->prompt.kind != PROMPT_NONE && session->message.text.length > 0) {
        stage_cut(stage, row, 1, columns, buffer_text(&session->message.text), ROLE_STATUS);
        return;
    }
    struct buffer left = { 0 };
    struct buffer middle = { 0 };
    struct buffer right = { 0 };
    status_parts(session, &left, &middle, &right);
    int right_width = (int)width_text(buffer_text(&right), right.length);
    int limit = columns - right_width - (right_width > 0 ? 2 : 0);
    int x = stage_cut(stage, row, 1, limit, buffer_text(&left), ROLE_STATUS);
    if (x + 4 < limit)
        stage_cut(stage, row, x + 3, limit, buffer_text(&middle), ROLE_STATUS);
    if (right_width > 0 && limit > 0)
        stage_put(stage, row, columns - right_width - 1, columns, buffer_text(&right), ROLE_STATUS);
    buffer_free(&left);
    buffer_free(&middle);
    buffer_free(&right);
}

static const char *prompt_label(const struct session *session)
{
    switch (session->prompt.kind) {
    case PROMPT_COMMAND:
        return ":";
    case PROMPT_SEARCH:
    case PROMPT_LIST_SEARCH:
        return "/";
    case PROMPT_SEARCH_BACK:
        return "?";
    case PROMPT_FILTER:
        return "&";
    case PROMPT_LIST_FILTER:
        return "filter: ";
    case PROMPT_LIBRARY_SEARCH:
        return "library/";
    case PROMPT_PIPE:
        return "|";
    case PROMPT_ANNOTATE:
        return room_annotate_label(session);
    case PROMPT_NONE:
    case PROMPT_KINDS:
        break;
    }
    return "";
}

/* Where what fits into `room` cells before the cursor begins: of a text of a megabyte only that
 * much is looked at. */
static size_t prompt_start(const struct prompt *prompt, int room)
{
    const char *text = prompt_text(prompt);
    size_t start = prompt->cursor;
    int cells = 0;
    while (start > 0) {
        size_t before = grapheme_previous(text, start);
        cells += (int)width_text(text + before, start - before);
        if (cells > room)
            break;
        start = before;
    }
    return start;
}

/* A line longer than the row shows the part around the cursor. */
static void paint_prompt(const struct stage *stage, int row)
{
    const struct prompt *prompt = &stage->session->prompt;
    const char *text = prompt_text(prompt);
    int columns = stage->grid->columns;
    int x = stage_put(stage, row, 0, columns, prompt_label(stage->session), ROLE_PROMPT);
    int room = columns - x - 1;
    size_t start = room > 0 ? prompt_start(prompt, room) : 0;
    grid_text(stage->grid, row, x, columns, text + start, prompt->text.length - start,
              ROLE_PROMPT);
    int cursor = x + (int)width_text(text + start, prompt->cursor - start);
    stage->grid->cursor_row = row;
    stage->grid->cursor_column = cursor < columns ? cursor : columns - 1;
}

static void paint_message(const struct stage *stage, int row)
{
    const struct message *message = &stage->session->message;
    stage_cut(stage, row, 1, stage->grid->columns, buffer_text(&message->text),
              message->is_error ? ROLE_ERROR : ROLE_MESSAGE);
}

/* What a popup's line goes on with below is set in, past the names of facts. */
#define POPUP_INDENT 16

static int popup_indent(const char *popup, const char *at, int room)
{
    return at > popup && at[-1] != '\n' && room >= 2 * POPUP_INDENT + 8 ? POPUP_INDENT : 0;
}

/* Length of the next line of a popup that is `room` cells wide: what is longer goes on below. */
static size_t popup_line(const char *text, int room)
{
    size_t length = strcspn(text, "\n");
    size_t used;
    size_t fits = width_fit(text, length, (size_t)(room < 2 ? 2 : room), &used);
    if (fits == length)
        return length;
    size_t blank = fits;
    while (blank > fits / 2 && text[blank] != ' ')
        blank--;
    return blank > fits / 2 ? blank : fits > 0 ? fits : length;
}

static const char *popup_next(const char *text, size_t length)
{
    text += length;
    while (*text == ' ')
        text++;
    return *text == '\n' ? text + 1 : text;
}

static void paint_frame(const struct stage *stage, int row, int left, int height, int width)
{
    static const char *const corners[] = { "┌", "┐", "└", "┘" };
    bool ascii = stage->ascii;
    int bottom = row + height - 1;
    grid_fill(stage->grid, row, left, height, width, ROLE_TEXT);
    for (int x = left; x < left + width; x++) {
        stage_put(stage, row, x, x + 1, ascii ? "-" : "─", ROLE_BORDER);
        stage_put(stage, bottom, x, x + 1, ascii ? "-" : "─", ROLE_BORDER);
    }
    for (int y = row + 1; y < bottom; y++) {
        stage_put(stage, y, left, left + 1, ascii ? "|" : "│", ROLE_BORDER);
        stage_put(stage, y, left + width - 1, left + width, ascii ? "|" : "│", ROLE_BORDER);
    }
    for (int i = 0; i < 4; i++) {
        int x = i % 2 == 0 ? left : left + width - 1;
        stage_put(stage, i < 2 ? row : bottom, x, x + 1, ascii ? "+" : corners[i], ROLE_BORDER);
    }
}

/* A box over the lower end of the panes. What is taller than the room is scrolled: popup_top rows
 * of it are above. */
static void paint_popup(const struct stage *stage, int bottom)
{
    struct session *session = stage->session;
    int columns = stage->grid->columns;
    int room = columns > 4 ? columns - 4 : columns;
    int widest = 0;
    int lines = 0;
    for (const char *at = session->popup.text; *at != '\0'; lines++) {
        int indent = popup_indent(session->popup.text, at, room);
        size_t length = popup_line(at, room - indent);
        int width = (int)width_text(at, length) + indent;
        widest = width > widest ? width : widest;
        at = popup_next(at, length);
    }
    int width = widest + 4 < columns ? widest + 4 : columns;
    int height = lines + 2 < bottom ? lines + 2 : bottom;
    int left = (columns - width) / 2;
    int row = bottom - height;
    int most = lines - (height - 2);
    session->popup.most = most > 0 ? most : 0;
    if (session->popup.top > session->popup.most)
        session->popup.top = session->popup.most;
    paint_frame(stage, row, left, height, width);
    int line = -session->popup.top;
    for (const char *at = session->popup.text; *at != '\0' && line < height - 2; line++) {
        int indent = popup_indent(session->popup.text, at, room);
        size_t length = popup_line(at, room - indent);
        if (line >= 0)
            stage_bytes(stage, row + 1 + line, left + 2 + indent, left + width - 2, at, length,
                        ROLE_TEXT);
        at = popup_next(at, length);
    }
    if (most > 0 && session->popup.top < most && width > 8)
        stage_put(stage, bottom - 1, left + width - 7, left + width - 1, " j ↓ ", ROLE_DIM);
}

void session_paint(struct session *session, struct grid *grid)
{
    struct stage stage = { session, grid, room_wants_ascii(session) };
    int status = grid->rows - 2;
    grid->cursor_row = -1;
    grid_fill(grid, 0, 0, grid->rows, grid->columns, ROLE_TEXT);
    paint_panes(&stage);
    if (session->popup.text != NULL)
        paint_popup(&stage, status > 0 ? status : grid->rows);
    if (room_look_is_open(session))
        room_look_paint(&stage, status > 0 ? status : grid->rows);
    room_paint_labels(session, grid);
    if (grid->rows >= 3)
        paint_status(&stage, status);
    int last = grid->rows - 1;
    bool prompting = session->prompt.kind != PROMPT_NONE;
    if (prompting || grid->rows >= 2)
        grid_fill(grid, last, 0, 1, grid->columns, ROLE_MESSAGE);
    if (prompting)
        paint_prompt(&stage, last);
    else if (grid->rows >= 2)
        paint_message(&stage, last);
}
