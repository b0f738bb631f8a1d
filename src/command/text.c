/* Commands on the text under the cursor: links, facts, pipes. */
#include <stdlib.h>
#include <string.h>

#include "command/command_run.h"
#include "session/core.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/local_link.h"

void run_links(struct session *session, const struct invocation *invocation)
{
    long count = invocation->count > 100000 ? 100000 : invocation->count;
    if (!view_links(room_view(session), count * invocation->variant))
        room_say(session, invocation->variant > 0 ? "no name or link after this" : "no name or link before this");
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

/* $BROWSER is cut at spaces and run without a shell; the address is one argument. */
static void browse(struct session *session, const char *address)
{
    const char *argv[8] = { NULL };
    size_t count = 0;
    if (session->around.browser == NULL || *session->around.browser == '\0') {
        room_fail(session, "browse: set BROWSER to the program that shall open %s", address);
        return;
    }
    if (!is_address(address)) {
        room_fail(session, "%s: is no address that a browser opens", address);
        return;
    }
    char *words = xstrdup(session->around.browser);
    char *rest = words;
    for (char *word; count < 6 && (word = strtok_r(rest, " ", &rest)) != NULL;)
        argv[count++] = word;
    argv[count] = address;
    if (count > 0)
        room_run(session, argv, NULL, 0, false);
    free(words);
}

static void follow_note(struct session *session, const struct link *link)
{
    struct pane *pane = room_pane(session);
    const struct text *text = pane->view->text;
    struct target target = { 0 };
    struct error error = { "" };
    if (session->collection == NULL) {
        room_fail(session, "%s: no collection is open to follow the link in", link->target);
        return;
    }
    if (!room_follow_name(session, text, link->target, &target, &error)) {
        room_offer_note(session, link->target);
        return;
    }
    room_open_path(session, pane, target.path, target.id);
    target_free(&target);
}

/* The entity's page. */
static bool follow_mention(struct session *session, const struct view *view)
{
    const struct mention *mention = view_mention(view);
    if (mention == NULL || session->names.gazetteer == NULL)
        return false;
    room_open_entity(session, mention->entity);
    return true;
}

/* A row under “Mentioned in”: the article at that mention, here. */
static void follow_context(struct session *session)
{
    struct pane *pane = room_pane(session);
    struct view *view = pane->view;
    struct note_place place;
    size_t block = document_block_at(view->text->document, view->cursor);
    const struct link *link = document_link_at(view->text->document, view->cursor);
    if (view->text->path == NULL && link != NULL) { /* a page of several texts */
        size_t offset = link->place;
        if (room_open(session, pane, link->target)) {
            session->panes.zoomed = false; /* as the page was */
            room_arrange(session);
            room_complete_text(session, pane->view);
            view_go(pane->view, offset);
        }
        return;
    }
    if (view->text->page == NULL || !note_page_place(view->text->page, block, &place)) {
        room_fail(session, "%s: its note is gone, and with it where this row leads",
                  view->text->name);
        return;
    }
    char *id = xstrdup(place.id); /* they go with the page */
    char *path = xstrdup(place.path);
    if (room_open_path(session, pane, path, id)) {
        room_complete_text(session, pane->view);
        view_go(pane->view, place.mention.start);
    }
    free(path);
    free(id);
}

/* A link to a heading of this text or to a file beside it. */
static void follow_local(struct session *session, const struct link *link)
{
    struct pane *pane = room_pane(session);
    const struct text *text = pane->view->text;
    struct local_target target;
    struct error error = { "" };
    const char *path = text->path != NULL ? text->path : ".";
    if (!local_link_resolve(text->document, path, link->target, &target, &error)) {
        room_fail(session, "%s", error.text);
        return;
    }
    if (target.path == NULL) {
        pane_remember(pane);
        view_go(pane->view, target.offset);
        view_place_cursor(pane->view, 0);
    } else if (room_open(session, pane, target.path) && target.heading != NULL &&
               pane->view != NULL) {
        size_t offset;
        room_complete_text(session, pane->view);
        if (local_link_heading(pane->view->text->document, target.heading, &offset))
            view_go(pane->view, offset);
    }
    local_target_free(&target);
}

void run_follow(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct view *view = room_view(session);
    const struct link *link = document_link_at(view->text->document, view->cursor);
    if (link == NULL && (follow_mention(session, view) || room_follow_mark(session) ||
                         room_show_notes(session)))
        return;
    if (link == NULL) {
        room_say(session, "no name or link here; Tab goes to the next one");
        return;
    }
    switch (link->kind) {
    case LINK_PLACE:
        pane_remember(room_pane(session));
        view_go(view, link->place);
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

void run_browse(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    const struct document *document = room_view(session)->text->document;
    const struct link *link = document_link_at(document, room_view(session)->cursor);
    const char *source = link != NULL && link->kind == LINK_URL
                             ? link->target : frontmatter_get(document->frontmatter, "source");
    if (source == NULL)
        room_fail(session, "browse: the article names no source");
    else
        browse(session, source);
}

void run_facts(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    popup_show(&session->popup, help_facts(session, room_view(session)));
}

void run_pipe(struct session *session, const struct invocation *invocation)
{
    const char *command = invocation->argument;
    struct view *view = room_view(session);
    if (*command == '\0') {
        room_open_prompt(session, PROMPT_PIPE, "");
        return;
    }
    struct span span = view_block(view);
    struct buffer text = { 0 };
    if (*command == '%') {
        room_complete_text(session, view);
        span = (struct span){ 0, view->text->document->length };
        command += 1 + strspn(command + 1, " ");
    }
    if (room_is_selecting(session) && *invocation->argument != '%')
        selection_text(view->text->document, room_passage(session), &text);
    else
        buffer_add(&text, view->text->document->text + span.start, span.end - span.start);
    buffer_add_byte(&text, '\n');
    const char *shell = session->around.shell != NULL ? session->around.shell : "/bin/sh";
    const char *const argv[] = { shell, "-c", command, NULL };
    room_run(session, argv, buffer_text(&text), text.length, true);
    buffer_free(&text);
}

void run_command(struct session *session, const struct invocation *invocation)
{
    room_open_prompt(session, PROMPT_COMMAND, invocation->argument);
}

void run_open(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument == '\0')
        room_open_prompt(session, PROMPT_COMMAND, "open ");
    else if (room_open(session, room_pane(session), invocation->argument))
        room_arrange(session);
}

void run_help(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = room_pane(session);
    const char *topic = invocation->argument;
    char *source = help_text(session, topic);
    struct document *document =
        reader_parse(source, strlen(source), READER_MARKDOWN, "help");
    free(source);
    size_t place = 0;
    bool found = *topic == '\0' || strcmp(topic, "options") == 0 ||
                 help_find(document, topic, &place);
    if (!found) {
        document_free(document);
        room_fail(session, "help: nothing about %s; H shows all there is", topic);
        return;
    }
    struct text *text = shelf_adopt(&session->shelf, "help", document);
    if (pane->view != NULL)
        pane_remember(pane);
    shelf_hold(text); /* stays on the shelf for the jump list */
    room_show(session, pane, text);
    if (place > 0) {
        view_go(pane->view, place);
        view_place_cursor(pane->view, 0);
    }
    room_say(session, "/ searches · q goes back to where you were");
}

void run_redraw(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    room_request(session, REQUEST_REDRAW);
}

void run_suspend(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    room_request(session, REQUEST_SUSPEND);
}

/* Esc takes away one thing at a time, the nearest first. */
void run_cancel(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = room_pane(session);
    if (session->library_search.find != NULL) {
        room_library_stop(session);
        room_say(session, "stopped");
    } else if (pane->list != NULL) {
        if (*pane->list->filter != '\0')
            list_filter(pane->list, "");
        else if (pane->view != NULL || pane->matrix_shown)
            room_close_list(session, pane);
    } else if (pane_matrix(pane) != NULL) {
        if (*pane->matrix->filter != '\0')
            matrix_filter(pane->matrix, "");
        else
            room_close_matrix(session, pane);
    } else if (room_drop_selections(session)) {
        return;
    } else if (session->hinge.pin_begun.text != NULL) {
        room_forget_pin(session);
        room_say(session, "pin: forgotten");
    } else if (session->hinge.couplings != NULL && couplings_are_busy(session->hinge.couplings)) {
        couplings_stop(session->hinge.couplings);
        room_say(session, "aligning was stopped");
    } else if (session->search.shown) {
        session->search.shown = false;
    } else if (pane->view != NULL && pane->view->visible != NULL) {
        view_filter(pane->view, NULL);
    }
}

void run_set(struct session *session, const struct invocation *invocation)
{
    const char *argument = invocation->argument;
    struct error error = { "" };
    struct options before = session->options;
    const struct option *option = option_find(argument);
    if (*argument == '\0') {
        struct invocation topic = { .argument = "options", .count = 1 };
        run_help(session, &topic);
    } else if (option != NULL && option->kind != OPTION_SWITCH) {
        struct buffer value = { 0 };
        options_show(&session->options, option, &value);
        room_say(session, "%s is %s: %s", option->name, buffer_text(&value), option->help);
        buffer_free(&value);
    } else if (!options_set(&session->options, argument, &error)) {
        room_fail(session, "%s", error.text);
    } else {
        if (strcmp(before.vault, session->options.vault) != 0)
            room_names_changed(session);
        room_arrange(session);
        room_request(session, REQUEST_REDRAW);
    }
}

void run_bind(struct session *session, const struct invocation *invocation)
{
    struct error error = { "" };
    char *line = xasprintf("bind %s", invocation->argument);
    if (!config_line(session, line, &error))
        room_fail(session, "%s", error.text);
    free(line);
}
