/* Commands on the session as a whole, and pipes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/span.h"
#include "command/table.h"
#include "session/arriving.h"
#include "session/content_versions.h"
#include "session/core.h"
#include "base/xalloc.h"
#include "command/help_card.h"
#include "command/help_text.h"
#include "doc/encoding.h"
#include "doc/conversion.h"
#include "doc/reader.h"
#include "session/completion.h"
#include "session/known_names.h"
#include "session/library_search.h"
#include "session/open.h"
#include "session/placeholder.h"
#include "session/popup_part.h"
#include "session/rcfile.h"
#include "session/reload.h"
#include "session/search.h"
#include "session/selecting.h"
#include "session/sync.h"

#define OPTIONS_TOPIC "options"
#define HELP_NAME "help"
#define HELP_OPTIONS "help options" /* the name of a page that has them alone */

static void run_facts(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    popup_part_show(session, help_facts(session, session_view(session)));
}

static void pipe_typed(void *context, const char *text)
{
    char *line = xasprintf("pipe %s", text);
    if (*text != '\0')
        command_run_line(context, line, 1, false);
    free(line);
}

static const struct prompt_ops pipe_prompt = {
    .kind = PROMPT_PIPE,
    .label = "|",
    .accepted = pipe_typed,
};

static void run_pipe(struct session *session, const struct invocation *invocation)
{
    const char *command = invocation->argument;
    struct article_view *view = session_view(session);
    if (*command == '\0') {
        session_open_prompt(session, &pipe_prompt, "");
        return;
    }
    struct span span = article_view_block(view);
    struct buffer text = { 0 };
    if (*command == '%') {
        session_complete_text(session, view);
        span = (struct span){ 0, view->text->document->length };
        command += 1 + strspn(command + 1, " ");
    }
    if (selecting_is_on(session) && *invocation->argument != '%')
        selection_text(view->text->document, selecting_passage(session), &text);
    else
        buffer_add(&text, view->text->document->text + span.start, span.end - span.start);
    buffer_add_byte(&text, '\n');
    placeholder_run(session, command, buffer_text(&text), text.length);
    buffer_free(&text);
}

/* Its output is read before the room comes back. */
static void run_shell(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument == '\0') {
        completion_open_line(session, "!");
        return;
    }
    placeholder_run(session, invocation->argument, NULL, 0);
}

static void run_command(struct session *session, const struct invocation *invocation)
{
    completion_open_line(session, invocation->argument);
}

static void run_open(struct session *session, const struct invocation *invocation)
{
    if (*invocation->argument == '\0')
        completion_open_line(session, "open ");
    else if (session_open(session, session_pane(session), invocation->argument))
        session_arrange(session);
}

/* Finds a command, an option or a key, or what an alias stands for: of "set theme" the option. One letter is
 * a key. */
static bool find_topic(const struct session *session, const struct document *document, const char *topic,
                       size_t *place)
{
    char *spelt = strlen(topic) > 1 ? command_spell_alias(session->commands, topic) : NULL;
    char *last = spelt != NULL ? strrchr(spelt, ' ') : NULL;
    const char *name = last != NULL ? last + 1 : spelt != NULL ? spelt : topic;
    bool found = help_find(document, name, place);
    free(spelt);
    return found;
}

/* Of so many columns, or of the whole room where the card needs them. */
static struct document *help_document(const struct session *session, bool options, int columns)
{
    if (columns < HELP_CARD_COLUMNS)
        columns = session->columns - 2;
    char *source = help_text(session, options ? OPTIONS_TOPIC : "", columns);
    struct document *document = reader_parse(source, strlen(source), READER_MARKDOWN, "help");
    free(source);
    return document;
}

/* Help that is open, in the language that is spoken now. */
static void translate_help(struct session *session)
{
    struct text *text = NULL;
    while ((text = open_texts_walk(&session->open_texts, text)) != NULL) {
        bool options = strcmp(text->name, HELP_OPTIONS) == 0;
        if (text->path != NULL || (!options && strcmp(text->name, HELP_NAME) != 0))
            continue;
        struct document *old = text->document;
        text->document = help_document(session, options, pane_area(session_pane(session)).columns);
        session_text_moved(session, text, old);
    }
}

static void run_help(struct session *session, const struct invocation *invocation)
{
    struct pane *pane = session_pane(session);
    const char *topic = invocation->argument;
    struct area area = pane_area(pane);
    bool options = strcmp(topic, OPTIONS_TOPIC) == 0;
    struct document *document = help_document(session, options, area.columns);
    size_t place = 0;
    bool found = *topic == '\0' || options || find_topic(session, document, topic, &place);
    if (!found) {
        document_free(document);
        session_fail(session, "help: nothing about %s; H shows all there is", topic);
        return;
    }
    bool narrow = area.columns < HELP_CARD_COLUMNS;
    struct text *text = open_texts_adopt(&session->open_texts, options ? HELP_OPTIONS : HELP_NAME, document);
    if (pane->view != NULL)
        pane_remember(pane);
    open_texts_hold(text); /* stays on the shelf for the jump list */
    session_show(session, pane, text);
    session->panes.zoomed = session->panes.zoomed || (narrow && panes_count(&session->panes) > 1);
    session_arrange(session);
    if (place > 0) {
        article_view_go(pane->view, place);
        article_view_place_cursor(pane->view, 0);
    }
    session_say(session, "/ searches · q goes back");
}

static void run_redraw(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    session_post(session, REQUEST_REDRAW);
}

static void run_suspend(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    session_post(session, REQUEST_SUSPEND);
}

/* Esc takes away one thing at a time, the nearest first. */
static void run_cancel(struct session *session, const struct invocation *invocation)
{
    (void)invocation;
    struct pane *pane = session_pane(session);
    const struct view_ops *view = session_top_view(session, pane);
    if (library_search_is_on(session)) {
        library_search_stop(session);
        session_say(session, "stopped");
    } else if (content_versions_stop(session)) {
        session_say(session, "stopped");
    } else if (view->filter != NULL && *view->filter_words(pane) != '\0') {
        view->filter(session, pane, "");
    } else if (view->close != NULL) {
        view->close(session, pane);
    } else if (arriving_give_up(session, pane)) {
        return;
    } else if (selecting_drop(session)) {
        return;
    } else if (sync_pin_begun(session)->text != NULL) {
        sync_forget_pin(session);
        session_say(session, "pin: forgotten");
    } else if (sync_stop_aligning(session)) {
        session_say(session, "aligning was stopped");
    } else if (search_put_out(session)) {
        return;
    } else if (pane->view != NULL && pane->view->visible != NULL) {
        article_view_filter(pane->view, NULL);
    }
}

/* What is open is read again; where that fails all stays as it was before. */
static void read_otherwise(struct session *session, const struct options *before)
{
    struct article_view *view = pane_view(session_pane(session));
    if (session_reload_all(session)) {
        char *note = view != NULL && view->text->path != NULL
                         ? encoding_note(view->text->document, view->text->path) : NULL;
        if (note != NULL)
            session_say(session, "%s", note);
        free(note);
        if (session->options.raw && !before->raw)
            arriving_open_refused(session);
        return;
    }
    memcpy(session->options.encoding, before->encoding, sizeof before->encoding);
    session->options.raw = before->raw;
    (void)session_take_wish(session);
}

/* Tables of figures and the like are not made anew, which may cost a reading of both texts. */
static void take_language(struct session *session)
{
    bool stays = false;
    struct pane *pane;
    session_take_language(session);
    translate_help(session);
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        const struct article_view *view = pane_view(pane);
        stays = stays || (view != NULL && view->text->path == NULL &&
                          strncmp(view->text->name, HELP_NAME, strlen(HELP_NAME)) != 0);
    }
    if (stays)
        session_say(session, "this page was written before: q leaves it, and its keys write it anew");
}

/* Options may be others than before. */
static void take_options(struct session *session, const struct options *before)
{
    if (strcmp(before->vault, session->options.vault) != 0 ||
        before->demonyms != session->options.demonyms)
        known_names_reread(session);
    if (before->hinge != session->options.hinge)
        sync_take_mode(session);
    if (before->language != session->options.language)
        take_language(session);
    conversion_set_rules(session->open_texts.conversion, session->options.reader);
    if (session_take_wish(session))
        read_otherwise(session, before);
    session_arrange(session);
    session_post(session, REQUEST_REDRAW);
}

static void run_set(struct session *session, const struct invocation *invocation)
{
    const char *argument = invocation->argument;
    struct error error = { "" };
    struct options before = session->options;
    size_t length = strlen(argument);
    bool asks = length > 1 && argument[length - 1] == '?';
    char *name = xstrndup(argument, asks ? length - 1 : length);
    const struct option *option = option_find(name);
    free(name);
    if (*argument == '\0' || strcmp(argument, "all") == 0) {
        struct invocation topic = { .argument = OPTIONS_TOPIC, .count = 1 };
        run_help(session, &topic);
    } else if (option != NULL && (asks || option->kind != OPTION_SWITCH)) {
        struct buffer value = { 0 };
        options_show(&session->options, option, &value);
        session_say(session, "%s is %s: %s", option->name, buffer_text(&value), message_text(option->help));
        buffer_free(&value);
    } else if (!rcfile_set(session, argument, &error)) {
        session_fail(session, "%s", error.text);
    } else {
        take_options(session, &before);
    }
}

/* As a line of diptychrc. */
static void run_setting(struct session *session, const char *name, const char *argument)
{
    struct error error = { "" };
    char *line = xasprintf("%s %s", name, argument);
    if (!rcfile_line(session, line, &error))
        session_fail(session, "%s", error.text);
    free(line);
}

static void run_bind(struct session *session, const struct invocation *invocation)
{
    run_setting(session, "bind", invocation->argument);
}

static void run_unbind(struct session *session, const struct invocation *invocation)
{
    run_setting(session, "unbind", invocation->argument);
}

static void run_palette(struct session *session, const struct invocation *invocation)
{
    run_setting(session, "palette", invocation->argument);
}

static void run_color(struct session *session, const struct invocation *invocation)
{
    run_setting(session, "color", invocation->argument);
}

static void run_source(struct session *session, const struct invocation *invocation)
{
    const char *name = invocation->argument;
    struct options before = session->options;
    struct faults faults = { 0 };
    if (*name == '\0') {
        completion_open_line(session, "source ");
        return;
    }
    char *path = session_typed_path(session, name);
    rcfile_source(session, path, &faults);
    take_options(session, &before);
    if (faults.count == 0)
        session_say(session, "%s: taken in", file_base_name(path));
    rcfile_tell(session, &faults);
    faults_free(&faults);
    free(path);
}

/* clang-format off */
const struct command general_commands[] = {
    { "open", "NAME", "open an article, file or folder here", GROUP_OTHER, 0, 0, run_open },
    { "facts", "", "facts about this place", GROUP_OTHER, COMMAND_TEXT, 0, run_facts },
    { "pipe", "[%][COMMAND]", "give the paragraph, or with % the article, to a command; %(quote) and the like are its arguments", GROUP_OTHER, COMMAND_TEXT | COMMAND_REST, 0, run_pipe },
    { "shell", "[COMMAND]", "run a command and show what it prints; %(file) and the like are its arguments", GROUP_OTHER, COMMAND_REST, 0, run_shell },
    { "command", "", "type a command", GROUP_OTHER, 0, 0, run_command },
    { "set", "[OPTION [VALUE]]", "set an option, or show it", GROUP_OTHER, 0, 0, run_set },
    { "color", "[PALETTE] ROLE COLORS", "change the colours of a role: person #ffaf87, hit black on yellow bold", GROUP_OTHER, 0, 0, run_color },
    { "palette", "NAME [PALETTE]", "name a palette of your own, like another one to begin with: night dark", GROUP_OTHER, 0, 0, run_palette },
    { "bind", "KEYS COMMAND", "let keys stand for a command", GROUP_OTHER, 0, 0, run_bind },
    { "unbind", "KEYS", "let keys stand for nothing", GROUP_OTHER, 0, 0, run_unbind },
    { "source", "FILE", "take in a file of settings", GROUP_OTHER, 0, 0, run_source },
    { "help", "[TOPIC]", "every key, command and option; / searches in it", GROUP_OTHER, 0, 0, run_help },
    { "redraw", "", "draw the screen afresh", GROUP_OTHER, 0, 0, run_redraw },
    { "suspend", "", "stop the program; fg brings it back", GROUP_OTHER, 0, 0, run_suspend },
    { "cancel", "", "leave what is open: popup, list, hits, filter", GROUP_OTHER, 0, 0, run_cancel },
    { .name = NULL },
};
/* clang-format on */
