/* Commands on links: to the next one, and where each kind leads. */
#include <stdlib.h>
#include <string.h>

#include "base/program.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "library/local_link.h"
#include "library/target.h"
#include "page/entity_page.h"
#include "session/core.h"
#include "session/edit.h"
#include "session/follow_file.h"
#include "session/known_names.h"
#include "session/labels.h"
#include "session/note_lists.h"
#include "session/note_marks.h"
#include "session/open.h"
#include "session/reload.h"

static void run_links(struct session *session, const struct invocation *invocation)
{
    long count = invocation->count > 100000 ? 100000 : invocation->count;
    if (!article_view_links(session_view(session), count * invocation->variant))
        session_say(session, invocation->variant > 0 ? "no name or link after this"
                                                     : "no name or link before this");
}

/* Only addresses that a browser is for, and none that it could take for an option. */
static bool is_address(const char *target)
{
    static const char *const schemes[] = { "http://", "https://", "ftp://", "gemini://",
                                           "gopher://", "mailto:", "file://" };
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
        if (strncmp(target, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

/* Of commands with colons between them the first whose program is there, else the last. Caller frees. */
static char *choose_browser(const char *browsers)
{
    for (browsers += strspn(browsers, " :");;) {
        size_t length = strcspn(browsers, ":");
        char *command = xstrndup(browsers, length);
        char *program = xstrndup(command, strcspn(command, " "));
        size_t next = length + strspn(browsers + length, " :");
        bool taken = browsers[next] == '\0' || program_is_there(program);
        free(program);
        if (taken)
            return command;
        free(command);
        browsers += next;
    }
}

/* A word of the command with the address for %s, and % for %%. Caller frees. */
static char *put_address(const char *word, const char *address, bool *put)
{
    struct buffer out = { 0 };
    for (; *word != '\0'; word++) {
        bool sign = *word == '%' && (word[1] == 's' || word[1] == '%');
        word += sign;
        *put = *put || (sign && *word == 's');
        if (sign && *word == 's')
            buffer_add_text(&out, address);
        else
            buffer_add_byte(&out, *word);
    }
    return buffer_take(&out);
}

/* $BROWSER is cut at spaces and run without a shell; the address is one argument, or a part of one. */
static void run_browser(struct session *session, const char *browsers, const char *address)
{
    struct command_words words = { 0 };
    bool put = false;
    char *command = choose_browser(browsers);
    char *rest = command;
    for (char *word; (word = strtok_r(rest, " ", &rest)) != NULL;)
        VECTOR_PUSH(&words, put_address(word, address, &put));
    if (!put)
        VECTOR_PUSH(&words, xstrdup(address));
    VECTOR_PUSH(&words, NULL);
    words.count--;
    session_run(session, (const char *const *)words.items);
    command_words_free(&words);
    free(command);
}

static void browse(struct session *session, const char *address)
{
    const char *browser = program_or(session->around.browser, session->around.usual_browser);
    if (browser == NULL || browser[strspn(browser, " :")] == '\0')
        session_fail(session, "browse: set BROWSER to the program that shall open %s", address);
    else if (!is_address(address))
        session_fail(session, "%s: is no address that a browser opens", address);
    else
        run_browser(session, browser, address);
}

/* In the text that has just been opened. */
static void go_to_heading(struct session *session, const char *heading)
{
    struct article_view *view = session_pane(session)->view;
    size_t offset;
    if (view == NULL)
        return;
    session_complete_text(session, view);
    if (local_link_heading(view->text->document, heading, &offset))
        article_view_go(view, offset);
}

static void follow_note(struct session *session, const struct link *link)
{
    struct pane *pane = session_pane(session);
    const struct text *text = pane->view->text;
    struct target target = { 0 };
    struct error error = { "" };
    if (!known_names_follow(session, text, link->target, &target, &error)) {
        if (session->collection != NULL)
            edit_offer_note(session, link->target);
        else
            session_fail(session, "%s", error.text);
        return;
    }
    const char *mark = strrchr(link->target, '#');
    char *heading = mark != NULL ? xstrdup(mark + 1) : NULL; /* the link goes with its text */
    if (session_open_path(session, pane, target.path, target.id) && heading != NULL)
        go_to_heading(session, heading);
    free(heading);
    target_free(&target);
}

/* The entity's page. */
static bool follow_mention(struct session *session, const struct article_view *view)
{
    const struct mention *mention = article_view_mention(view);
    if (mention == NULL || known_names_entity_index(session) == NULL)
        return false;
    session_open_entity(session, mention->entity);
    return true;
}

/* A row under “Mentioned in”: the article at that mention, here. */
static void follow_context(struct session *session)
{
    struct pane *pane = session_pane(session);
    struct article_view *view = pane->view;
    struct note_place place;
    size_t block = document_block_at(view->text->document, view->cursor);
    const struct link *link = document_link_at(view->text->document, view->cursor);
    if (view->text->path == NULL && link != NULL) { /* a page of several texts */
        size_t offset = link->place;
        if (session_open(session, pane, link->target)) {
            session->panes.zoomed = false; /* as the page was */
            session_arrange(session);
            session_complete_text(session, pane->view);
            article_view_go(pane->view, offset);
        }
        return;
    }
    if (view->text->page == NULL || !entity_page_place(view->text->page, block, &place)) {
        session_fail(session, "%s: its note is gone, and with it where this row leads",
                     view->text->name);
        return;
    }
    char *id = xstrdup(place.id); /* they go with the page */
    char *path = xstrdup(place.path);
    if (session_open_path(session, pane, path, id)) {
        session_complete_text(session, pane->view);
        article_view_go(pane->view, place.mention.start);
    }
    free(path);
    free(id);
}

/* A link to a heading of this text or to a file beside it. */
static void follow_local(struct session *session, const struct link *link)
{
    struct pane *pane = session_pane(session);
    const struct text *text = pane->view->text;
    struct local_target target;
    struct error error = { "" };
    const char *path = text->path != NULL ? text->path : ".";
    if (!local_link_resolve(text->document, path, link->target, &target, &error)) {
        session_fail(session, "%s", error.text);
        return;
    }
    if (target.path == NULL) {
        pane_remember(pane);
        article_view_go(pane->view, target.offset);
        article_view_place_cursor(pane->view, 0);
    } else if (session_open(session, pane, target.path) && target.heading != NULL) {
        go_to_heading(session, target.heading);
    }
    local_target_free(&target);
}

static void run_follow(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct article_view *view = session_view(session);
    const struct link *link = document_link_at(view->text->document, view->cursor);
    if (link == NULL && (follow_mention(session, view) || note_lists_follow_mark(session) ||
                         note_marks_show(session)))
        return;
    if (link == NULL) {
        session_say(session, "no name or link here; Tab goes to the next one");
        return;
    }
    switch (link->kind) {
    case LINK_PLACE:
        pane_remember(session_pane(session));
        article_view_go(view, link->place);
        break;
    case LINK_CONTEXT:
        follow_context(session);
        break;
    case LINK_NOTE:
        follow_note(session, link);
        break;
    case LINK_URL:
        if (local_link_is_local(link->target))
            follow_local(session, link);
        else
            browse(session, link->target);
        break;
    }
}

static void run_browse(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    const struct document *document = session_view(session)->text->document;
    const struct link *link = document_link_at(document, session_view(session)->cursor);
    const char *source = link != NULL && link->kind == LINK_URL
                             ? link->target : frontmatter_get(document->frontmatter, "source");
    if (source == NULL)
        session_fail(session, "browse: the article names no source");
    else
        browse(session, source);
}

/* clang-format off */
const struct command link_commands[] = {
    { "next-link", "", "to the next name or link", GROUP_LINKS, COMMAND_TEXT | COMMAND_MOTION, 1, run_links },
    { "previous-link", "", "to the name or link before", GROUP_LINKS, COMMAND_TEXT | COMMAND_MOTION, -1, run_links },
    { "follow", "", "follow the link, or open the note on the name, under the cursor", GROUP_LINKS, COMMAND_TEXT, 0, run_follow },
    { "labels", "", "put labels on everything that can be followed; typing one follows it", GROUP_LINKS, 0, 0, labels_run },
    { "follow-file", "", "stay at the end while the file grows", GROUP_OTHER, COMMAND_TEXT, 0, follow_file_run },
    { "browse", "", "open the article's source, or the link, in the browser", GROUP_LINKS, COMMAND_TEXT, 0, run_browse },
    { .name = NULL },
};
/* clang-format on */
