#include "session/saved_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/spool.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "session/core.h"
#include "session/parts.h"
#include "text/utf8.h"

#define PLACES 1000
#define VISITS "visits"
#define FIELDS 8
#define FILE_LIMIT ((size_t)8 << 20)
#define HINT_COLUMNS 70 /* of a room where the first visit names more keys */
#define FIRST_LINE "diptych-visit 1"

struct place_kept {
    char *path;
    size_t cursor, anchor; /* code points */
};

struct places {
    struct place_kept *items; /* latest last */
    size_t count;
    size_t capacity;
};

struct saved_state {
    char *panes; /* lines for the panes to save, NULL: as they are at the end */
    struct places places; /* where the reader stopped in each text */
};

SESSION_STATE(saved_state, saved_state_part)

static void free_saved(struct session *session)
{
    struct saved_state *saved = state_of(session);
    free(saved->panes);
    for (size_t i = 0; i < saved->places.count; i++)
        free(saved->places.items[i].path);
    free(saved->places.items);
}

/* The same file under the same name, whatever folder the program was started in. */
static char *full_path(const char *path)
{
    char *real = realpath(path, NULL);
    return real != NULL ? real : xstrdup(path);
}

static void keep_place(struct places *places, const char *path, size_t cursor, size_t anchor)
{
    size_t i = 0;
    while (i < places->count && strcmp(places->items[i].path, path) != 0)
        i++;
    if (i == places->count && places->count == PLACES)
        i = 0;
    if (i < places->count) {
        free(places->items[i].path);
        memmove(&places->items[i], &places->items[i + 1],
                (places->count - i - 1) * sizeof places->items[0]);
        places->count--;
    }
    VECTOR_PUSH(places, (struct place_kept){ xstrdup(path), cursor, anchor });
}

static size_t code_points(const struct text *text, size_t offset)
{
    size_t length = text->document->length;
    return utf8_count(text->document->text, offset < length ? offset : length);
}

void saved_state_note_place(struct session *session, const struct article_view *view)
{
    if (view->text->path == NULL || spool_is_path(view->text->path) || view->text->converting)
        return;
    char *path = full_path(view->text->path);
    keep_place(&state_of(session)->places, path, code_points(view->text, view->cursor),
               code_points(view->text, view->anchor));
    free(path);
}

/* In code points; the caller turns them into offsets of the text at hand. */
static const struct place_kept *find_place(const struct session *session, const char *path)
{
    if (session->around.fresh)
        return NULL;
    char *full = full_path(path);
    const struct place_kept *found = NULL;
    const struct places *places = &state_of(session)->places;
    for (size_t i = 0; i < places->count; i++)
        if (strcmp(places->items[i].path, full) == 0)
            found = &places->items[i];
    free(full);
    return found;
}

int saved_state_read(const struct session *session, const char *path, size_t characters)
{
    const struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        const struct text *text = pane->view != NULL ? pane->view->text : NULL;
        if (text != NULL && text->path != NULL && strcmp(text->path, path) == 0)
            return (int)(pane->view->cursor * 100 / (text->document->length + 1));
    }
    const struct place_kept *place = find_place(session, path);
    size_t percent = place != NULL && characters > 0 ? place->cursor * 100 / characters : 0;
    return percent > 100 ? 100 : (int)percent;
}

static const struct text *text_of_path(const struct session *session, const char *path)
{
    for (const struct text *text = session->open_texts.texts; text != NULL; text = text->next)
        if (text->path != NULL && strcmp(text->path, path) == 0)
            return text;
    return NULL;
}

static bool find_offsets(const struct session *session, const char *path, size_t *cursor,
                      size_t *anchor)
{
    const struct place_kept *place = find_place(session, path);
    const struct text *text = text_of_path(session, path);
    if (place == NULL || text == NULL || place->cursor == 0)
        return false;
    const struct document *document = text->document;
    *cursor = utf8_offset(document->text, document->length, place->cursor);
    *anchor = utf8_offset(document->text, document->length, place->anchor);
    return *cursor < document->length;
}

/* The collection's folder names the file. */
static char *visit_path(const struct session *session)
{
    if (session->around.data_folder == NULL)
        return NULL;
    char *folder = session->around.collection != NULL ? full_path(session->around.collection)
                                                      : xstrdup("");
    unsigned long long hash = hash_bytes(folder, strlen(folder));
    free(folder);
    return xasprintf("%s/" VISITS "/%016llx.tsv", session->around.data_folder, hash);
}

static void add_field(struct buffer *out, const char *text)
{
    buffer_add_byte(out, '\t');
    for (; *text != '\0'; text++) {
        if (*text == '\t' || *text == '\n' || *text == '\\')
            buffer_add_format(out, "\\%c", *text == '\t' ? 't' : *text == '\n' ? 'n' : '\\');
        else
            buffer_add_byte(out, *text);
    }
}

static void unescape(char *text)
{
    char *to = text;
    for (; *text != '\0'; text++) {
        if (*text == '\\' && text[1] != '\0') {
            text++;
            *to++ = *text == 't' ? '\t' : *text == 'n' ? '\n' : *text;
        } else {
            *to++ = *text;
        }
    }
    *to = '\0';
}

static void add_panes(struct session *session, struct buffer *out)
{
    buffer_add_text(out, "panes\t");
    panes_describe(&session->panes, out);
    buffer_add_format(out, "\t%zu\n", panes_index(&session->panes, session->panes.focus));
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane->view == NULL || pane->view->text->path == NULL ||
            spool_is_path(pane->view->text->path))
            continue;
        const struct article_view *view = pane->view;
        saved_state_note_place(session, view);
        buffer_add_format(out, "pane\t%zu", i);
        add_field(out, view->text->name);
        /* The next visit may begin in another folder; what links lead to is no matter here. */
        char *full = *view->text->path == '/' ? xstrdup(view->text->path) : full_path(view->text->path);
        add_field(out, full);
        free(full);
        if (view->text->converting)
            buffer_add_format(out, "\t%zu\t%zu\n", view->later.points ? view->later.cursor : 0,
                              view->later.points ? view->later.anchor : 0);
        else
            buffer_add_format(out, "\t%zu\t%zu\n", code_points(view->text, view->cursor),
                              code_points(view->text, view->anchor));
    }
}

static void add_histories(const struct session *session, struct buffer *out)
{
    for (size_t kind = PROMPT_COMMAND; kind < PROMPT_KINDS; kind++) {
        const struct prompt_history *history = &session->prompt.histories[kind];
        for (size_t i = 0; i < history->count; i++) {
            buffer_add_format(out, "past\t%zu", kind);
            add_field(out, history->items[i]);
            buffer_add_byte(out, '\n');
        }
    }
}

void saved_state_keep_panes(struct session *session)
{
    if (state_of(session)->panes != NULL)
        return;
    struct buffer lines = { 0 };
    add_panes(session, &lines);
    state_of(session)->panes = buffer_take(&lines);
}

/* With --fresh the panes of the visit before stay those that come back. */
static void forget_panes(struct session *session)
{
    if (session->around.fresh)
        return;
    free(state_of(session)->panes);
    state_of(session)->panes = NULL;
}

bool saved_state_save(struct session *session, struct error *error)
{
    char *path = visit_path(session);
    if (path == NULL)
        return true;
    struct buffer out = { 0 };
    buffer_add_text(&out, FIRST_LINE "\n");
    size_t length = out.length;
    add_panes(session, &out); /* in any case: it takes down the places */
    if (state_of(session)->panes != NULL) {
        buffer_truncate(&out, length);
        buffer_add_text(&out, state_of(session)->panes);
    }
    const struct places *places = &state_of(session)->places;
    for (size_t i = places->count; i > 0; i--) {
        buffer_add_text(&out, "place");
        add_field(&out, places->items[i - 1].path);
        buffer_add_format(&out, "\t%zu\t%zu\n", places->items[i - 1].cursor,
                          places->items[i - 1].anchor);
    }
    add_histories(session, &out);
    char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
    bool ok = file_make_folders(folder, error) &&
              file_write(path, buffer_text(&out), out.length, error);
    free(folder);
    free(path);
    buffer_free(&out);
    return ok;
}

static size_t split_fields(char *line, char *fields[FIELDS])
{
    size_t count = 0;
    while (count < FIELDS) {
        fields[count++] = line;
        char *tab = strchr(line, '\t');
        if (tab == NULL)
            break;
        *tab = '\0';
        line = tab + 1;
    }
    for (size_t i = 0; i < count; i++)
        unescape(fields[i]);
    return count;
}

static size_t number(const char *text)
{
    return (size_t)strtoull(text, NULL, 10);
}

/* An article is opened by the path that its collection has for it, whose folder may be called otherwise now.
 * Caller frees. */
static char *path_of_pane(const struct session *session, const char *path)
{
    const char *folder = session->collection != NULL ? collection_folder(session->collection) : NULL;
    char *full = folder != NULL ? full_path(folder) : NULL;
    size_t length = full != NULL ? strlen(full) : 0;
    bool within = length > 0 && strncmp(path, full, length) == 0 && path[length] == '/';
    free(full);
    return within ? file_join(folder, path + length + 1) : xstrdup(path);
}

/* Puts the text of one pane back; a file that is gone leaves the pane empty. */
static void restore_pane(struct session *session, char **fields)
{
    struct pane *pane = panes_nth(&session->panes, number(fields[1]));
    struct error error = { "" };
    if (pane == NULL || pane->view != NULL)
        return;
    char *path = path_of_pane(session, fields[3]);
    struct text *text = open_texts_begin(&session->open_texts, path, fields[2], &error);
    if (text == NULL) {
        size_t length = strlen(path);
        bool told = strncmp(error.text, path, length) == 0;
        char *why = told ? xasprintf("%s%s", fields[2], error.text + length) : xstrdup(error.text);
        session_fail(session, "%s", why);
        free(why);
    }
    free(path);
    if (text == NULL)
        return;
    pane->view = article_view_new(&session->open_texts, text, &session->options);
    session_arrange(session);
    if (text->converting) {
        article_view_later(pane->view, number(fields[4]), number(fields[5]));
        return;
    }
    if (text->document->partial && number(fields[4]) > 50000) {
        document_free(open_texts_complete(text, true, NULL));
        article_view_document_changed(pane->view, &session->options);
    }
    const struct document *document = text->document;
    article_view_restore(pane->view,
                         utf8_offset(document->text, document->length, number(fields[4])),
                         utf8_offset(document->text, document->length, number(fields[5])));
}

struct reading {
    bool panes; /* whether panes are to be put back */
    bool keep;  /* whether the lines of those that are not are saved again */
    size_t focus;
    bool found;
    struct buffer kept;
};

static void read_line(struct session *session, char *line, struct reading *reading)
{
    char *fields[FIELDS];
    if (reading->keep && strncmp(line, "pane", 4) == 0)
        buffer_add_format(&reading->kept, "%s\n", line);
    size_t count = split_fields(line, fields);
    if (strcmp(fields[0], "place") == 0 && count == 4) {
        keep_place(&state_of(session)->places, fields[1], number(fields[2]), number(fields[3]));
    } else if (strcmp(fields[0], "past") == 0 && count == 3 && number(fields[1]) < PROMPT_KINDS) {
        prompt_remember(&session->prompt, (enum prompt_kind)number(fields[1]), fields[2]);
    } else if (!reading->panes) {
        return;
    } else if (strcmp(fields[0], "panes") == 0 && count == 3) {
        reading->found = panes_rebuild(&session->panes, fields[1]);
        reading->focus = number(fields[2]);
        session_arrange(session);
    } else if (strcmp(fields[0], "pane") == 0 && count == 6 && reading->found) {
        restore_pane(session, fields);
    }
}

/* Panes whose text is gone close; the focus goes where it was. */
static bool settle(struct session *session, const struct reading *reading)
{
    struct pane *focus = panes_nth(&session->panes, reading->focus);
    if (focus != NULL)
        panes_focus(&session->panes, focus);
    session->panes.previous = NULL;
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL;)
        if (pane->view != NULL || !panes_close(&session->panes, pane))
            i++;
    session_arrange(session);
    return session_pane(session)->view != NULL;
}

bool saved_state_is_first(const struct session *session)
{
    if (session->around.data_folder == NULL)
        return false;
    char *folder = file_join(session->around.data_folder, VISITS);
    bool first = !file_is_folder(folder);
    free(folder);
    return first;
}

bool saved_state_load(struct session *session, bool panes)
{
    char *path = visit_path(session);
    struct buffer in = { 0 };
    bool fresh = session->around.fresh;
    struct reading reading = { .panes = panes && !fresh, .keep = fresh };
    bool there = path != NULL && file_read(path, FILE_LIMIT, &in, NULL);
    free(path);
    if (there && strncmp(buffer_text(&in), FIRST_LINE "\n", strlen(FIRST_LINE) + 1) == 0) {
        char *rest = in.data + strlen(FIRST_LINE) + 1;
        for (char *end; (end = strchr(rest, '\n')) != NULL; rest = end + 1) {
            *end = '\0';
            read_line(session, rest, &reading);
        }
    }
    buffer_free(&in);
    if (reading.kept.length > 0)
        state_of(session)->panes = buffer_take(&reading.kept);
    if (!there)
        session->hint = session->columns >= HINT_COLUMNS
                            ? N_("j k move · Tab name · S hinge · a note · H help · :tutor · Q quits")
                            : N_("j k move · S hinge · H help · Q quits");
    return reading.found && settle(session, &reading);
}

/* ---- the part ---- */

static void text_shown(struct session *session, struct pane *pane)
{
    size_t cursor;
    size_t anchor;
    const char *path = pane->view->text->path;
    if (pane->view->text->converting && session->options.remember) {
        const struct place_kept *place = find_place(session, path);
        if (place != NULL)
            article_view_later(pane->view, place->cursor, place->anchor);
    } else if (session->options.remember && path != NULL && find_offsets(session, path, &cursor, &anchor))
        article_view_restore(pane->view, cursor, anchor);
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    (void)line;
    (void)count;
    if ((command->flags & COMMAND_LEAVE) == 0)
        forget_panes(session);
    return false;
}

const struct session_part saved_state_part = {
    .size = sizeof(struct saved_state),
    .text_shown = text_shown,
    .text_left = saved_state_note_place,
    .before_command = before_command,
    .free = free_saved,
};
