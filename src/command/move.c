/* Commands that move the cursor and the text; in a list they move the chosen row, in a table the
 * cell. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#include "command/table.h"
#include "session/core.h"
#include "session/reload.h"

static struct list *list_of(struct session *session)
{
    return session_pane(session)->list;
}

/* Rows of the list or table that is open, else of the text. */
static int height_of(struct session *session)
{
    if (list_of(session) != NULL)
        return list_of(session)->height;
    if (session_matrix(session) != NULL)
        return session_matrix(session)->shape.rows;
    return session_view(session) != NULL ? session_view(session)->height : 1;
}

/* True when a list or a table was there to be moved in. */
static bool move_rows(struct session *session, long rows)
{
    if (list_of(session) != NULL)
        list_move(list_of(session), rows);
    else if (session_matrix(session) != NULL)
        matrix_move(session_matrix(session), rows);
    else
        return false;
    return true;
}

/* A count times a step, kept within what a text can have. */
static long steps(const struct invocation *invocation)
{
    long count = invocation->count > 1000000 ? 1000000 : invocation->count;
    return count * invocation->variant;
}

static void edge(struct session *session, bool moved, long step)
{
    if (!moved && step != 0)
        session_say(session, step > 0 ? "end of the text" : "beginning of the text");
}

static void run_rows(struct session *session, const struct invocation *invocation)
{
    if (move_rows(session, steps(invocation)))
        return;
    struct view *view = session_view(session);
    if (view != NULL)
        edge(session, view_rows(view, steps(invocation)), steps(invocation));
}

static void run_clusters(struct session *session, const struct invocation *invocation)
{
    if (session_matrix(session) != NULL)
        matrix_across(session_matrix(session), steps(invocation));
    else
        view_clusters(session_view(session), steps(invocation));
}

static void run_words(struct session *session, const struct invocation *invocation)
{
    edge(session, view_words(session_view(session), steps(invocation)), steps(invocation));
}

static void run_sentences(struct session *session, const struct invocation *invocation)
{
    edge(session, view_sentences(session_view(session), steps(invocation)), steps(invocation));
}

static void run_paragraphs(struct session *session, const struct invocation *invocation)
{
    edge(session, view_paragraphs(session_view(session), steps(invocation)), steps(invocation));
}

static void run_headings(struct session *session, const struct invocation *invocation)
{
    if (!view_headings(session_view(session), steps(invocation)))
        session_say(session, "no heading there");
}

/* Two rows stay in sight, so that the eye finds its place. */
static long page_rows(int height)
{
    return height > 4 ? height - 2 : height > 1 ? height - 1 : 1;
}

static void turn(struct session *session, long list_rows, long text_rows)
{
    struct view *view = session_view(session);
    if (!move_rows(session, list_rows) && view != NULL)
        edge(session, view_page(view, text_rows), text_rows);
}

static void run_page(struct session *session, const struct invocation *invocation)
{
    long rows = page_rows(height_of(session)) * steps(invocation);
    turn(session, rows, rows);
}

static void run_half_page(struct session *session, const struct invocation *invocation)
{
    int height = height_of(session);
    long half = height > 1 ? height / 2 : 1;
    long rows = invocation->counted ? steps(invocation) : half * invocation->variant;
    turn(session, rows, rows);
}

static void run_scroll(struct session *session, const struct invocation *invocation)
{
    struct view *view = session_view(session);
    if (list_of(session) != NULL)
        list_scroll(list_of(session), steps(invocation));
    else if (session_matrix(session) != NULL)
        matrix_scroll(session_matrix(session), steps(invocation));
    else if (view != NULL)
        view_scroll(view, steps(invocation));
}

/* Paragraph `number`, 1 the first, as blocks that do not merely continue one are counted. */
static size_t paragraph_offset(const struct document *document, long number)
{
    size_t offset = 0;
    for (size_t i = 0; i < document->block_count && number > 0; i++) {
        if ((document->blocks[i].flags & BLOCK_CONTINUES) != 0)
            continue;
        offset = document->blocks[i].start;
        number--;
    }
    return offset;
}

static void run_top(struct session *session, const struct invocation *invocation)
{
    bool end = invocation->variant == 1;
    struct view *view = session_view(session);
    size_t row = invocation->counted ? (size_t)invocation->count - 1 : end ? SIZE_MAX : 0;
    if (list_of(session) != NULL) {
        list_go(list_of(session), row);
    } else if (session_matrix(session) != NULL) {
        matrix_go(session_matrix(session), row);
    } else if (view != NULL) {
        if (end || invocation->counted)
            session_complete_text(session, view);
        if (invocation->counted)
            view_go(view, paragraph_offset(view->text->document, invocation->count));
        else
            view_go(view, end ? view->text->document->length : 0);
    }
}

static void run_percent(struct session *session, const struct invocation *invocation)
{
    long percent = invocation->counted ? invocation->count : atol(invocation->argument);
    if (!invocation->counted && *invocation->argument == '\0') {
        session_fail(session, "%%: wants a number first, as in 50%%");
        return;
    }
    session_complete_text(session, session_view(session));
    view_percent(session_view(session), percent > 100 ? 100 : percent < 0 ? 0 : (int)percent);
}

static void run_row_edge(struct session *session, const struct invocation *invocation)
{
    if (session_matrix(session) != NULL)
        matrix_edge(session_matrix(session), invocation->variant == 1);
    else
        view_row_edge(session_view(session), invocation->variant == 1);
}

static void run_place(struct session *session, const struct invocation *invocation)
{
    view_place_cursor(session_view(session), invocation->variant);
}

/* clang-format off */
const struct command move_commands[] = {
    { "down", "", "a row down", GROUP_MOVE, COMMAND_MOTION, 1, run_rows },
    { "up", "", "a row up", GROUP_MOVE, COMMAND_MOTION, -1, run_rows },
    { "left", "", "a character to the left; in a table, a column", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, -1, run_clusters },
    { "right", "", "a character to the right; in a table, a column", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 1, run_clusters },
    { "word", "", "to the next word", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_words },
    { "word-back", "", "to the word before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_words },
    { "sentence", "", "to the next sentence", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_sentences },
    { "sentence-back", "", "to the start of the sentence, then the one before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_sentences },
    { "paragraph", "", "to the next paragraph", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_paragraphs },
    { "paragraph-back", "", "to the start of the paragraph, then the one before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_paragraphs },
    { "page", "", "a page on", GROUP_MOVE, COMMAND_MOTION, 1, run_page },
    { "page-back", "", "a page back", GROUP_MOVE, COMMAND_MOTION, -1, run_page },
    { "half-page", "", "half a page on", GROUP_MOVE, COMMAND_MOTION, 1, run_half_page },
    { "half-page-back", "", "half a page back", GROUP_MOVE, COMMAND_MOTION, -1, run_half_page },
    { "scroll", "", "scroll a row on, the cursor stays", GROUP_MOVE, COMMAND_SCROLL | COMMAND_MOTION, 1, run_scroll },
    { "scroll-back", "", "scroll a row back", GROUP_MOVE, COMMAND_SCROLL | COMMAND_MOTION, -1, run_scroll },
    { "top", "", "to the beginning, with a count to that paragraph", GROUP_MOVE, COMMAND_JUMP | COMMAND_MOTION, 0, run_top },
    { "bottom", "", "to the end, with a count to that paragraph", GROUP_MOVE, COMMAND_JUMP | COMMAND_MOTION, 1, run_top },
    { "percent", "[N]", "to N percent of the text (50%)", GROUP_MOVE, COMMAND_TEXT | COMMAND_JUMP | COMMAND_MOTION, 0, run_percent },
    { "row-start", "", "to the start of the row", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 0, run_row_edge },
    { "row-end", "", "to the end of the row", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 1, run_row_edge },
    { "place-top", "", "scroll the cursor's row to the top", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 0, run_place },
    { "place-middle", "", "scroll the cursor's row to the middle", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_place },
    { "place-bottom", "", "scroll the cursor's row to the bottom", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 2, run_place },
    { "next-heading", "", "to the next heading", GROUP_OTHER, COMMAND_TEXT | COMMAND_JUMP, 1, run_headings },
    { "previous-heading", "", "to the heading before", GROUP_OTHER, COMMAND_TEXT | COMMAND_JUMP, -1, run_headings },
    { .name = NULL },
};
/* clang-format on */
