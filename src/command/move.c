/* Commands that move the cursor and the text; in a list they move the chosen row, in a table the
 * cell. */
#include <stdlib.h>
#include <string.h>

#include "command/table.h"
#include "session/core.h"
#include "session/note_undo.h"
#include "session/reload.h"
#include "session/sync.h"

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

/* False when nothing could move. */
static bool move(struct session *session, enum view_motion motion, long count)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    return view->move == NULL || view->move(pane, motion, count);
}

static void run_rows(struct session *session, const struct invocation *invocation)
{
    edge(session, move(session, VIEW_ROWS, steps(invocation)), steps(invocation));
}

static void run_clusters(struct session *session, const struct invocation *invocation)
{
    (void)move(session, VIEW_ACROSS, steps(invocation));
}

static void run_words(struct session *session, const struct invocation *invocation)
{
    edge(session, article_view_words(session_view(session), steps(invocation)), steps(invocation));
}

static void run_sentences(struct session *session, const struct invocation *invocation)
{
    edge(session, article_view_sentences(session_view(session), steps(invocation)),
         steps(invocation));
}

/* With the hinge on, a paragraph whose beginning the other version does not tell is entered where it
 * begins to: backwards that would hold the reader there. */
static void run_paragraphs(struct session *session, const struct invocation *invocation)
{
    struct article_view *view = session_view(session);
    bool moved = article_view_paragraphs(view, steps(invocation));
    edge(session, moved, steps(invocation));
    if (!moved || invocation->variant < 0 || session_pane(session)->selection.unit != SELECTION_NONE)
        return;
    const struct document *document = view->text->document;
    const struct block *block = &document->blocks[document_block_at(document, view->cursor)];
    size_t place;
    if (sync_paragraph(session, (struct span){ view->cursor, block->end }, &place))
        article_view_go(view, place);
}

static void run_headings(struct session *session, const struct invocation *invocation)
{
    if (!article_view_headings(session_view(session), steps(invocation)))
        session_say(session, "no heading there");
}

/* Two rows stay in sight, so that the eye finds its place. */
static long page_rows(int height)
{
    return height > 4 ? height - 2 : height > 1 ? height - 1 : 1;
}

static int height_of(struct session *session)
{
    const struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    return view->height != NULL ? view->height(pane) : 1;
}

static void run_page(struct session *session, const struct invocation *invocation)
{
    long rows = page_rows(height_of(session)) * steps(invocation);
    edge(session, move(session, VIEW_TURN, rows), rows);
}

static void run_half_page(struct session *session, const struct invocation *invocation)
{
    int height = height_of(session);
    long half = height > 1 ? height / 2 : 1;
    long rows = invocation->counted ? steps(invocation) : half * invocation->variant;
    edge(session, move(session, VIEW_TURN, rows), rows);
}

static void run_scroll(struct session *session, const struct invocation *invocation)
{
    (void)move(session, VIEW_SCROLL, steps(invocation));
}

static void run_top(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    if (view->go != NULL)
        view->go(session, pane, invocation->counted ? invocation->count : 0,
                 invocation->variant == 1);
}

static void run_percent(struct session *session, const struct invocation *invocation)
{
    long percent = invocation->counted ? invocation->count : atol(invocation->argument);
    if (!invocation->counted && *invocation->argument == '\0') {
        session_fail(session, "%%: wants a number first, as in 50%%");
        return;
    }
    session_complete_text(session, session_view(session));
    article_view_percent(session_view(session), percent > 100 ? 100
                                                : percent < 0 ? 0
                                                              : (int)percent);
}

static void run_row_edge(struct session *session, const struct invocation *invocation)
{
    (void)move(session, VIEW_EDGE, invocation->variant == 1 ? 1 : -1);
}

static void run_word_ends(struct session *session, const struct invocation *invocation)
{
    edge(session, article_view_word_ends(session_view(session), steps(invocation)), 1);
}

static void run_middle(struct session *session, const struct invocation *invocation)
{
    (void)move(session, VIEW_MIDDLE, steps(invocation));
}

static void run_place(struct session *session, const struct invocation *invocation)
{
    if (strcmp(invocation->argument, "start") == 0)
        (void)move(session, VIEW_EDGE, -1);
    article_view_place_cursor(session_view(session), invocation->variant);
}

/* clang-format off */
const struct command move_commands[] = {
    { "down", "", "a row down", GROUP_MOVE, COMMAND_MOTION, 1, run_rows },
    { "up", "", "a row up", GROUP_MOVE, COMMAND_MOTION, -1, run_rows },
    { "left", "", "a character to the left; in a table, a column", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, -1, run_clusters },
    { "right", "", "a character to the right; in a table, a column", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 1, run_clusters },
    { "word", "", "to the next word", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_words },
    { "word-end", "", "to the end of the word", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_word_ends },
    { "word-back", "", "to the word before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_words },
    { "sentence", "", "to the next sentence", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_sentences },
    { "sentence-back", "", "to the start of the sentence, then the one before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_sentences },
    { "paragraph", "", "to the next paragraph", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_paragraphs },
    { "paragraph-back", "", "to the start of the paragraph, then the one before", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, -1, run_paragraphs },
    { "page", "", "a page on", GROUP_MOVE, COMMAND_MOTION, 1, run_page },
    { "page-back", "", "a page back", GROUP_MOVE, COMMAND_MOTION, -1, run_page },
    { "half-page", "", "half a page on", GROUP_MOVE, COMMAND_MOTION, 1, run_half_page },
    { "half-page-back", "", "half a page back", GROUP_MOVE, COMMAND_MOTION, -1, run_half_page },
    { "undo-or-back", "", "right after a change to notes take it back; else half a page back", GROUP_MOVE, COMMAND_TEXT, 0, note_undo_run_or_back },
    { "scroll", "", "scroll a row on, the cursor stays", GROUP_MOVE, COMMAND_SCROLL | COMMAND_MOTION, 1, run_scroll },
    { "scroll-back", "", "scroll a row back", GROUP_MOVE, COMMAND_SCROLL | COMMAND_MOTION, -1, run_scroll },
    { "top", "", "to the beginning, with a count to that paragraph", GROUP_MOVE, COMMAND_JUMP | COMMAND_MOTION, 0, run_top },
    { "bottom", "", "to the end, with a count to that paragraph", GROUP_MOVE, COMMAND_JUMP | COMMAND_MOTION, 1, run_top },
    { "percent", "[N]", "to N percent of the text (50%)", GROUP_MOVE, COMMAND_TEXT | COMMAND_JUMP | COMMAND_MOTION, 0, run_percent },
    { "row-start", "", "to the start of the row", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 0, run_row_edge },
    { "row-end", "", "to the end of the row", GROUP_MOVE, COMMAND_TEXT | COMMAND_CELL | COMMAND_MOTION, 1, run_row_edge },
    { "middle", "", "to the middle of what is shown", GROUP_MOVE, COMMAND_MOTION, 1, run_middle },
    { "place-top", "[start]", "scroll the cursor's row to the top; start: the cursor to its start", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 0, run_place },
    { "place-middle", "[start]", "scroll the cursor's row to the middle; start: the cursor to its start", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 1, run_place },
    { "place-bottom", "[start]", "scroll the cursor's row to the bottom; start: the cursor to its start", GROUP_MOVE, COMMAND_TEXT | COMMAND_MOTION, 2, run_place },
    { "next-heading", "", "to the next heading", GROUP_OTHER, COMMAND_TEXT | COMMAND_JUMP, 1, run_headings },
    { "previous-heading", "", "to the heading before", GROUP_OTHER, COMMAND_TEXT | COMMAND_JUMP, -1, run_headings },
    { .name = NULL },
};
/* clang-format on */
