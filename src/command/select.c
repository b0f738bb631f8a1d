/* Commands that select a passage and do something with it at once. */
#include <stdlib.h>
#include <string.h>

#include "base/clipboard.h"
#include "base/message.h"
#include "command/table.h"
#include "session/core.h"
#include "session/selecting.h"
#include "text/utf8.h"

static void run_select(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (session_pane(session)->selection.unit == SELECTION_CHARACTERS)
        session_pane(session)->selection = (struct selection){ 0 };
    else
        selecting_begin(session, SELECTION_CHARACTERS);
}

static void run_select_sentences(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    bool sentences = session_pane(session)->selection.unit == SELECTION_SENTENCES;
    selecting_begin(session, sentences ? SELECTION_PARAGRAPHS : SELECTION_SENTENCES);
}

static void run_select_again(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    selecting_again(session);
}

static void run_swap_ends(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    if (!selecting_is_on(session)) {
        session_say(session, "nothing is selected; v selects characters, V sentences");
        return;
    }
    selection_swap(&session_pane(session)->selection);
    article_view_go(session_view(session), session_pane(session)->selection.head);
}

static void run_copy(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct buffer text = { 0 };
    selection_text(session_view(session)->text->document, selecting_passage(session), &text);
    if (text.length == 0) {
        session_say(session, "there is nothing to copy here");
    } else if (text.length > CLIPBOARD_LIMIT) {
        session_not_copied(session, _("terminals take no more than 100,000 bytes"));
    } else {
        session_post(session, REQUEST_COPY);
        buffer_add(&session->outbox.input, buffer_text(&text), text.length);
        session->outbox.request.input = buffer_text(&session->outbox.input);
        session->outbox.request.input_length = text.length;
        size_t count = utf8_count(buffer_text(&text), text.length);
        session_say(session, count == 1 ? "copied %zu character" : "copied %zu characters", count);
        selecting_drop(session);
    }
    buffer_free(&text);
}

/* clang-format off */
const struct command select_commands[] = {
    { "select", "", "select characters with the keys that move; again: no more", GROUP_NOTES, COMMAND_TEXT, 0, run_select },
    { "select-sentences", "", "select sentences; again: paragraphs", GROUP_NOTES, COMMAND_TEXT, 0, run_select_sentences },
    { "select-again", "", "select again what was selected here last", GROUP_NOTES, COMMAND_TEXT, 0, run_select_again },
    { "swap-ends", "", "while selecting, go on at the other end", GROUP_NOTES, COMMAND_TEXT, 0, run_swap_ends },
    { "copy", "", "copy the selection or sentence to the clipboard", GROUP_NOTES, COMMAND_TEXT, 0, run_copy },
    { .name = NULL },
};
/* clang-format on */
