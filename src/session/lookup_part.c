#include "session/lookup_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/span.h"
#include "base/subprocess.h"
#include "base/xalloc.h"
#include "dictionary/dictionaries.h"
#include "query/aligner.h"
#include "query/entity_index.h"
#include "query/lookup.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/lookup_counterpart.h"
#include "session/open.h"
#include "session/parts.h"
#include "session/preview.h"
#include "session/selecting.h"
#include "session/sync.h"
#include "session/words.h"
#include "text/word.h"
#include "ui/lookup_box.h"

#define HINT N_("a keeps the word · Esc closes")
#define POLL_TIME 10      /* milliseconds */
#define WAIT_TIME 10000

struct sources {
    struct lookup *lookup; /* NULL until it is asked for */
    struct file_stamp glossary, dictionaries;
};

struct look {
    struct sources sources;
    struct aligner *aligner; /* NULL until something is aligned */
    bool open;
    bool follows; /* the cursor; a term that was typed does not */
    bool selected; /* it is what is selected */
    struct lookup_popup popup;
    char *term;       /* as it is looked up */
    char *reading;    /* what is kept with it, "" unknown */
    char *translation;
    struct span span; /* where it stands in the text of the focused pane */
    bool wanted;      /* the counterpart, still to be begun */
    struct lookup_other other;
    bool waits; /* for the alignment of the two */
    bool has_place;
    size_t place; /* of the counterpart, in the other version */
    struct subprocess *asking;
};

SESSION_STATE(look, lookup_part)

static void forget_other(struct session *session)
{
    struct look *look = state_of(session);
    open_texts_release(&session->open_texts, look->other.text);
    look->other = (struct lookup_other){ 0 };
    look->wanted = look->waits = look->has_place = false;
}

static void close_look(struct session *session)
{
    struct look *look = state_of(session);
    look->open = false;
    forget_other(session);
    subprocess_free(look->asking);
    look->asking = NULL;
}

static void forget_sources(struct session *session)
{
    struct look *look = state_of(session);
    close_look(session);
    lookup_free(look->sources.lookup);
    look->sources = (struct sources){ 0 };
    aligner_free(look->aligner);
    look->aligner = NULL;
}

static void free_look(struct session *session)
{
    struct look *look = state_of(session);
    forget_sources(session);
    lookup_popup_free(&look->popup);
    free(look->term);
    free(look->reading);
    free(look->translation);
}

struct aligner *lookup_part_aligner(struct session *session)
{
    known_names_find(session);
    struct look *look = state_of(session);
    if (look->aligner == NULL)
        look->aligner = aligner_new(session->collection, known_names_entity_index(session),
                                    session->around.data_folder, session->around.cache_folder);
    return look->aligner;
}

/* ---- the sources ---- */

static struct file_stamp stamp_of(const char *folder, const char *name)
{
    struct file_stamp none = { 0 };
    if (folder == NULL)
        return none;
    char *path = file_join(folder, name);
    struct file_stamp stamp = file_stamp(path);
    free(path);
    return stamp;
}

const struct lookup *lookup_part_sources(struct session *session)
{
    struct collection *collection = session->collection;
    const char *data = session->around.data_folder;
    const char *folder = collection != NULL ? collection_folder(collection) : NULL;
    char *dictionaries = data != NULL ? file_join(data, DICTIONARIES_FOLDER) : NULL;
    struct sources now = { NULL, stamp_of(folder, GLOSSARY_FILE), dictionaries_stamp(dictionaries) };
    struct sources *sources = &state_of(session)->sources;
    if (sources->lookup != NULL && file_stamp_equal(&sources->glossary, &now.glossary) &&
        file_stamp_equal(&sources->dictionaries, &now.dictionaries)) {
        free(dictionaries);
        return sources->lookup;
    }
    if (sources->lookup != NULL) { /* alignments were made with them */
        bool open = state_of(session)->open;
        SESSION_TELL(session, sources_forgotten, (session));
        state_of(session)->open = open;
    }
    now.lookup = lookup_open(collection, dictionaries);
    free(dictionaries);
    if (lookup_fault(now.lookup, 0) != NULL)
        session_fail(session, "%s", lookup_fault(now.lookup, 0));
    state_of(session)->sources = now;
    return now.lookup;
}

/* ---- the word ---- */

/* A name as a whole, else the word that the cursor is in, or right before; false between words. */
static bool word_here(const struct article_view *view, struct span *word)
{
    const struct document *document = view->text->document;
    const struct mention *mention = article_view_mention(view);
    if (mention != NULL) {
        *word = (struct span){ mention->start, mention->end };
        return true;
    }
    return word_behind_marks(document->text, document->length, view->cursor, word);
}

/* The word up to the end of the longest headword that begins with it, from the start of the word
 * of letters and Han that it is in; what is known of it. A name stays whole. */
static void look_up_word(const struct lookup *lookup, const struct article_view *view,
                         struct span *word, struct lookup_items *items)
{
    const struct document *document = view->text->document;
    const struct block *block = &document->blocks[document_block_at(document, word->start)];
    const char *text = document->text + block->start;
    if (article_view_mention(view) == NULL && word->start >= block->start)
        word->start = block->start + lookup_word_start(lookup, text, block->end - block->start,
                                                       word->start - block->start);
    lookup_at(lookup, document->text + word->start, block->end - word->start, items);
    if (items->count > 0 && items->items[0].end > word->end - word->start)
        word->end = word->start + items->items[0].end;
}

bool lookup_part_word(struct session *session, struct span *word)
{
    struct lookup_items items = { 0 };
    const struct article_view *view = session_view(session);
    known_names_find(session);
    if (view == NULL || !word_here(view, word))
        return false;
    look_up_word(lookup_part_sources(session), view, word, &items);
    lookup_items_free(&items);
    return true;
}

char *lookup_part_term(struct session *session)
{
    struct span word;
    if (!lookup_part_word(session, &word))
        return NULL;
    const struct article_view *view = session_view(session);
    const struct mention *mention = article_view_mention(view);
    if (mention != NULL &&
        entity_index_name(known_names_entity_index(session), mention->entity) != NULL)
        return xstrdup(entity_index_name(known_names_entity_index(session), mention->entity));
    return xstrndup(view->text->document->text + word.start, word.end - word.start);
}

/* The popup on a term: what the reader has done with it before, where what stands at the cursor of `view`
 * (NULL: it was typed) leads, and what is known of it. */
static void show_term(struct session *session, const char *term, const struct article_view *view,
                      const struct lookup_items *items)
{
    struct look *look = state_of(session);
    struct buffer past = { 0 };
    const char *reading = "";
    const char *translation = "";
    for (size_t i = 0; i < items->count; i++) {
        const struct lookup_item *item = &items->items[i];
        bool whole = (item->kind == LOOKUP_HEADWORD || item->kind == LOOKUP_READING) &&
                     item->start == 0 && item->end == strlen(term);
        reading = whole && *reading == '\0' ? item->reading : reading;
        translation = whole && *translation == '\0' ? item->translation : translation;
    }
    free(look->reading);
    free(look->translation);
    look->reading = xstrdup(reading);
    look->translation = xstrdup(translation);
    lookup_popup_begin(&look->popup, term, strlen(term));
    words_add_past(session, term, &past);
    if (past.length > 0)
        lookup_popup_add(&look->popup.rows, "", "", buffer_text(&past), 0);
    size_t before = look->popup.rows.count;
    if (view != NULL)
        preview_add(session, view, &look->popup.rows);
    if (items->count > 0 || look->popup.rows.count == before)
        lookup_popup_items(&look->popup, items, !lookup_has_dictionary(lookup_part_sources(session)));
    buffer_free(&past);
}

static void look_at(struct session *session, const struct lookup *lookup)
{
    struct look *look = state_of(session);
    const struct article_view *view = session_view(session);
    const struct document *document = view->text->document;
    struct lookup_items items = { 0 };
    struct span word;
    forget_other(session);
    if (!word_here(view, &word)) {
        lookup_popup_begin(&look->popup, "", 0);
        free(look->term);
        look->term = xstrdup("");
        lookup_popup_add(&look->popup.rows, "", "", _("no word under the cursor"), 0);
        return;
    }
    look_up_word(lookup, view, &word, &items);
    free(look->term);
    look->term = xstrndup(document->text + word.start, word.end - word.start);
    show_term(session, look->term, view, &items);
    lookup_items_free(&items);
    look->span = word;
    look->wanted = view->text->path != NULL && view->text->page == NULL;
}

static void look_up_typed(struct session *session, const struct lookup *lookup, const char *term)
{
    struct look *look = state_of(session);
    struct lookup_items items = { 0 };
    forget_other(session);
    lookup_term(lookup, term, strlen(term), &items);
    char *copy = xstrdup(term); /* it may be the one of before */
    free(look->term);
    look->term = copy;
    show_term(session, look->term, NULL, &items);
    lookup_items_free(&items);
}

/* ---- the other version ---- */

static void begin_counterpart(struct session *session)
{
    struct look *look = state_of(session);
    int side;
    look->wanted = false;
    if (session_view(session) == NULL)
        return;
    struct text *here = session_view(session)->text;
    if (!lookup_counterpart_find(session, here, &look->other))
        return;
    if (here->document->partial || look->other.text->document->partial)
        return;
    text_pairs_get(sync_text_pairs(session), here, look->other.text, sync_pins(session), &side);
    look->waits = true;
}

static bool poll_counterpart(struct session *session, bool wait)
{
    struct look *look = state_of(session);
    int side;
    if (!look->waits || session_view(session) == NULL)
        return false;
    const struct text_pair *text_pair = text_pairs_find(
        sync_made_text_pairs(session), session_view(session)->text, look->other.text, &side);
    if (text_pair != NULL && wait)
        text_pairs_wait(sync_made_text_pairs(session), text_pair, WAIT_TIME);
    bool ready = text_pair != NULL && text_pair_hinge(text_pair) != NULL;
    if (!ready && text_pair != NULL && text_pair_fault(text_pair) == NULL)
        return false;
    look->waits = false;
    if (ready)
        look->has_place = lookup_counterpart_tell(
            session,
            &(struct lookup_question){ look->sources.lookup, look->term, look->span, look->other },
            text_pair_hinge(text_pair), side, &look->popup.foot, &look->place);
    return true;
}

/* ---- the reader's own program ---- */

static void ask(struct session *session)
{
    struct look *look = state_of(session);
    struct error error = { "" };
    const char *words = session->options.lookup_command;
    if (*words == '\0') {
        session_say(session, "lookup: set lookup-command to the program to ask");
        return;
    }
    subprocess_free(look->asking);
    look->asking = subprocess_start(words, look->term, &error);
    if (look->asking == NULL)
        session_fail(session, "%s", error.text);
    else
        session_say(session, "asking: %s", words);
}

static void show_answer(struct session *session)
{
    struct look *look = state_of(session);
    size_t length;
    const char *text = subprocess_text(look->asking, &length);
    char *title = xasprintf("%s: %s", session->options.lookup_command, look->term);
    lookup_popup_begin(&look->popup, title, strlen(title));
    free(title);
    for (const char *end = text + length; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        size_t line = newline != NULL ? (size_t)(newline - text) : (size_t)(end - text);
        char *copy = xstrndup(text, line > 0 && text[line - 1] == '\r' ? line - 1 : line);
        lookup_popup_add(&look->popup.rows, "", *copy != '\0' ? copy : " ", "", 0);
        free(copy);
        text += line + (newline != NULL);
    }
    if (*subprocess_fault(look->asking) != '\0')
        lookup_popup_add(&look->popup.rows, "", "", subprocess_fault(look->asking), 0);
    buffer_truncate(&session->message.text, 0);
    subprocess_free(look->asking);
    look->asking = NULL;
}

/* ---- what the room asks ---- */

static bool is_open(const struct session *session)
{
    return state_of(session)->open;
}

static int timeout(const struct session *session)
{
    const struct look *look = state_of(session);
    if (!is_open(session))
        return -1;
    return look->wanted ? 0 : look->waits || look->asking != NULL ? POLL_TIME : -1;
}

static bool poll(struct session *session, bool wait)
{
    struct look *look = state_of(session);
    if (!is_open(session))
        return false;
    if (look->wanted)
        begin_counterpart(session);
    bool changed = poll_counterpart(session, wait);
    if (look->asking != NULL && subprocess_poll(look->asking, wait)) {
        show_answer(session);
        changed = true;
    }
    return changed;
}

static void paint(struct session *session, const struct canvas *canvas, int bottom)
{
    struct look *look = state_of(session);
    if (!look->open)
        return;
    int row = canvas->grid->cursor_row;
    int column = canvas->grid->cursor_column;
    if (row < 0) {
        row = bottom - 1;
        column = 0;
    }
    lookup_popup_paint(canvas, &look->popup, row, column, bottom);
}

static void go_there(struct session *session)
{
    struct look *look = state_of(session);
    if (!look->has_place) {
        session_say(session, look->wanted || look->waits ? "the counterpart is being looked for"
                                                         : "there is no counterpart to go to");
        return;
    }
    char *id = xstrdup(look->other.text->name);
    char *path = xstrdup(look->other.text->path);
    size_t place = look->place;
    close_look(session);
    session_go_beside(session, path, id, place);
    free(path);
    free(id);
}

/* ---- keeping it ---- */

static void keep(struct session *session, bool known)
{
    struct look *look = state_of(session);
    if (look->term == NULL || *look->term == '\0') {
        session_say(session, "there is no word to keep");
        return;
    }
    struct words_item item = { look->term, look->reading, look->translation,
                               look->follows || look->selected, look->span.start };
    if (known)
        words_know(session, &item);
    else
        words_keep(session, &item);
    if (look->follows)
        look_at(session, lookup_part_sources(session));
    else
        look_up_typed(session, lookup_part_sources(session), look->term);
}

static bool take_key(struct session *session, struct key key)
{
    if (!is_open(session) || session->pending.count > 0 || key.modifiers != 0)
        return false;
    if (key.code == KEY_ENTER) {
        go_there(session);
        return true;
    }
    if (key.code == 'a') {
        keep(session, false);
        return true;
    }
    if (key.code != KEY_ESCAPE && key.code != 'q')
        return false;
    close_look(session);
    return true;
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    (void)line;
    if (!is_open(session) || (command->flags & COMMAND_LOOKUP) != 0)
        return false;
    if ((command->flags & COMMAND_SCROLL) != 0) {
        long top = state_of(session)->popup.top + count * command->variant;
        state_of(session)->popup.top = top < 0 ? 0 : top > 100000 ? 100000 : (int)top;
        return true;
    }
    if ((command->flags & COMMAND_MOTION) == 0 || !state_of(session)->follows)
        close_look(session);
    return false;
}

static void after_command(struct session *session, const struct command *command)
{
    if ((command->flags & COMMAND_LOOKUP) != 0 || !is_open(session) ||
        !state_of(session)->follows)
        return;
    if (session_view(session) == NULL)
        close_look(session);
    else
        look_at(session, lookup_part_sources(session));
}

/* What is selected is looked up as if it had been typed. */
static bool look_up_selected(struct session *session)
{
    char *words = selecting_words(session);
    if (words == NULL)
        return false;
    struct look *look = state_of(session);
    known_names_find(session);
    const struct lookup *lookup = lookup_part_sources(session);
    look->open = look->selected = true;
    look->follows = false;
    look->span = selecting_passage(session);
    look_up_typed(session, lookup, words);
    words_looked_up(session, words);
    free(words);
    return true;
}

void lookup_part_run(struct session *session, const struct invocation *invocation)
{
    bool typed = *invocation->argument != '\0';
    struct look *look = state_of(session);
    struct span word;
    if (!typed && look->open) {
        ask(session);
        return;
    }
    if (!typed && session_view(session) == NULL) {
        session_fail(session, "lookup: needs an article, or :lookup TERM");
        return;
    }
    if (!typed && look_up_selected(session))
        return;
    known_names_find(session);
    if (!typed && !word_here(session_view(session), &word)) {
        session_say(session, "lookup: no word under the cursor");
        return;
    }
    const struct lookup *lookup = lookup_part_sources(session);
    look->open = true;
    look->follows = !typed;
    look->selected = false;
    if (typed)
        look_up_typed(session, lookup, invocation->argument);
    else
        look_at(session, lookup);
    words_looked_up(session, look->term);
    if (session->message.text.length == 0)
        session_say(session, HINT);
}

void lookup_part_run_keep(struct session *session, const struct invocation *invocation)
{
    struct invocation look_up = { .argument = "", .count = 1 };
    bool known = invocation->variant > 0;
    if (known && !is_open(session) && words_know_row(session))
        return;
    if (!is_open(session))
        lookup_part_run(session, &look_up);
    if (is_open(session))
        keep(session, known);
}

const struct session_part lookup_part = {
    .size = sizeof(struct look),
    .names_forgotten = forget_sources,
    .sources_forgotten = forget_sources,
    .key = take_key,
    .paint = paint,
    .dismissed = close_look,
    .before_command = before_command,
    .after_command = after_command,
    .timeout = timeout,
    .poll = poll,
    .free = free_look,
};
