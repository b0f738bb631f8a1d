#include "session/sync.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/span.h"
#include "library/version_name.h"
#include "query/aligner.h"
#include "query/pin_file.h"
#include "query/text_pair.h"
#include "query/versions.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/long_work.h"
#include "session/parts.h"
#include "session/saved_state.h"
#include "ui/progress_line.h"

#define PINS_FILE "pins.tsv"
#define EXPLAINED N_("▌ told in both, ▏ there too: ]s the next one, t crosses over; ")

struct sync {
    struct text_pairs *text_pairs; /* NULL until two texts are compared */
    struct pinboard pins;
    bool pins_read;
    bool on; /* the panes move together */
    bool explained; /* what the bars mean, on a first visit */
    bool stale; /* what was coupled is to be coupled anew */
    struct pin_begun pin_begun;
    struct long_work work; /* aligning */
};

SESSION_STATE(sync, sync_part)

bool sync_takes(const struct text *text)
{
    return text->path != NULL && text->page == NULL && !text->converting;
}

static char *pins_path(const struct session *session)
{
    const char *folder = session->around.data_folder;
    return folder != NULL ? file_join(folder, PINS_FILE) : NULL;
}

static void read_pins(struct session *session)
{
    struct error error = { "" };
    char *path = pins_path(session);
    state_of(session)->pins_read = true;
    if (path != NULL && !pin_file_read(&state_of(session)->pins, path, &error))
        session_fail(session, "%s", error.text);
    free(path);
}

bool sync_save_pins(struct session *session)
{
    struct error error = { "" };
    char *path = pins_path(session);
    bool ok = path != NULL && file_make_folders(session->around.data_folder, &error) &&
              pin_file_write(&state_of(session)->pins, path, &error);
    if (!ok && path != NULL)
        session_fail(session, "%s; the pin is kept until you leave", error.text);
    free(path);
    return ok || path == NULL;
}

void sync_take_mode(struct session *session)
{
    static const enum align_mode modes[] = {
        [OPTION_HINGE_AUTO] = ALIGN_AUTO,
        [OPTION_HINGE_PARALLEL] = ALIGN_PARALLEL,
        [OPTION_HINGE_COMPARABLE] = ALIGN_COMPARABLE,
    };
    state_of(session)->stale = true;
    if (state_of(session)->text_pairs != NULL)
        text_pairs_set_mode(state_of(session)->text_pairs, modes[session->options.hinge]);
}

struct text_pairs *sync_text_pairs(struct session *session)
{
    if (state_of(session)->text_pairs == NULL) {
        state_of(session)->text_pairs = text_pairs_new(&session->open_texts);
        sync_take_mode(session);
    }
    if (!state_of(session)->pins_read)
        read_pins(session);
    known_names_find(session);
    if (!text_pairs_has_aligner(state_of(session)->text_pairs))
        text_pairs_set_aligner(state_of(session)->text_pairs,
                               aligner_new(session->collection, known_names_entity_index(session),
                                           session->around.data_folder,
                                           session->around.cache_folder));
    return state_of(session)->text_pairs;
}

void sync_renew(struct session *session)
{
    const struct text_pairs *text_pairs = state_of(session)->text_pairs;
    if (text_pairs != NULL && text_pairs_are_stale(text_pairs))
        SESSION_TELL(session, sources_forgotten, (session));
}

bool sync_is_on(const struct session *session)
{
    return state_of(session)->on;
}

void sync_set_on(struct session *session, bool on)
{
    state_of(session)->on = on;
}

struct text_pairs *sync_made_text_pairs(const struct session *session)
{
    return state_of(session)->text_pairs;
}

struct pinboard *sync_pins(struct session *session)
{
    return &state_of(session)->pins;
}

struct pin_begun *sync_pin_begun(struct session *session)
{
    return &state_of(session)->pin_begun;
}

bool sync_stop_aligning(struct session *session)
{
    struct text_pairs *text_pairs = state_of(session)->text_pairs;
    bool busy = text_pairs != NULL && text_pairs_are_busy(text_pairs);
    if (busy)
        text_pairs_stop(text_pairs);
    return busy;
}

void sync_forget_pin(struct session *session)
{
    if (state_of(session)->pin_begun.text != NULL)
        open_texts_release(&session->open_texts, state_of(session)->pin_begun.text);
    state_of(session)->pin_begun = (struct pin_begun){ 0 };
}

static void uncouple(struct session *session, struct text *text, const struct document *old)
{
    (void)old;
    state_of(session)->stale = true;
    if (state_of(session)->pin_begun.text == text)
        sync_forget_pin(session);
    if (state_of(session)->text_pairs != NULL)
        text_pairs_forget_text(state_of(session)->text_pairs, text);
}

/* ---- which text stands opposite ---- */

static const char *story_of(const struct text *text)
{
    const char *story = frontmatter_get(text->document->frontmatter, "story");
    return story != NULL ? story : "";
}

/* By their front matter, or by what they are called. */
static bool is_one_story(const struct text *a, const struct text *b)
{
    if (*story_of(a) != '\0' || *story_of(b) != '\0')
        return strcmp(story_of(a), story_of(b)) == 0;
    return version_name_is_same(a->name, b->name);
}

struct pane *sync_pane_opposite(struct session *session)
{
    struct pane *from = session_pane(session);
    struct article_view *view = pane_view(from);
    struct pane *any = NULL;
    struct pane *pane;
    bool several = false;
    if (view == NULL || !sync_takes(view->text))
        return NULL;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        struct article_view *other = pane == from ? NULL : pane_view(pane);
        if (other == NULL || !sync_takes(other->text) || other->text == view->text)
            continue;
        if (any == NULL) { /* and mostly the only one, whatever its story */
            any = pane;
            continue;
        }
        if (!several && is_one_story(view->text, pane_view(any)->text))
            return any;
        several = true;
        if (is_one_story(view->text, other->text))
            return pane;
    }
    return any;
}

bool sync_is_alone(const struct session *session, const struct pane *from)
{
    size_t others = 0;
    const struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        const struct article_view *view = pane_view(pane);
        others += view != NULL && view->text != from->view->text && sync_takes(view->text);
    }
    return others == 1;
}

/* ---- which passages both tell ---- */

static const struct text_pair *find_pair(struct session *session, const struct pane *from,
                                         const struct pane *pane, int *side)
{
    const struct article_view *view = pane_view(from);
    const struct article_view *other = pane != from ? pane_view(pane) : NULL;
    if (view == NULL || other == NULL || state_of(session)->text_pairs == NULL)
        return NULL;
    return text_pairs_find(state_of(session)->text_pairs, view->text, other->text, side);
}

void sync_shared(struct session *session, const struct pane *pane, struct span range,
                 struct spans *out)
{
    int side;
    struct pane *focus = session_pane(session);
    struct pane *other;
    if (!state_of(session)->on || state_of(session)->pin_begun.text != NULL)
        return;
    for (size_t i = 0; (other = panes_nth(&session->panes, i)) != NULL; i++) {
        if (pane != focus && other != focus)
            continue;
        const struct text_pair *text_pair = find_pair(session, pane, other, &side);
        const struct passage_map *hinge = text_pair != NULL ? text_pair_hinge(text_pair) : NULL;
        if (hinge != NULL)
            passage_map_collect(hinge, side, range, out);
    }
}

bool sync_paragraph(struct session *session, struct span paragraph, size_t *place)
{
    int side;
    struct pane *opposite = state_of(session)->on ? sync_pane_opposite(session) : NULL;
    const struct text_pair *text_pair =
        opposite != NULL ? find_pair(session, session_pane(session), opposite, &side) : NULL;
    const struct passage_map *hinge = text_pair != NULL ? text_pair_hinge(text_pair) : NULL;
    struct spans shared = { 0 };
    if (hinge != NULL)
        passage_map_collect(hinge, side, paragraph, &shared);
    size_t first = spans_first_after(shared.items, shared.count, paragraph.start);
    bool found = first < shared.count && shared.items[first].start > paragraph.start;
    if (found)
        *place = shared.items[first].start;
    spans_free(&shared);
    return found;
}

size_t sync_versions(struct session *session, const struct text *text,
                     const struct article **versions, size_t most)
{
    const struct article *found[SYNC_VERSIONS];
    size_t kept = 0;
    if (session->collection == NULL || text->path == NULL ||
        !collection_scan(session->collection, NULL))
        return 0;
    const struct article *here = collection_by_path(session->collection, text->path);
    if (here != NULL) {
        const struct article *nearest[VERSIONS_MOST];
        size_t near = versions_of(session->collection, here, nearest);
        while (kept < near && kept < most) {
            versions[kept] = nearest[kept];
            kept++;
        }
    }
    const char *lang = here != NULL ? here->lang : frontmatter_get(text->document->frontmatter, "lang");
    size_t count = collection_story(session->collection, here != NULL ? here->story : story_of(text),
                                    found, SYNC_VERSIONS);
    for (int turn = 0; turn < 2; turn++) { /* the other languages first */
        for (size_t i = 0; i < count && i < SYNC_VERSIONS && kept < most; i++) {
            bool same = lang != NULL && strcmp(found[i]->lang, lang) == 0;
            bool known = strcmp(found[i]->path, text->path) == 0 || found[i] == here;
            for (size_t k = 0; k < kept && !known; k++)
                known = versions[k] == found[i];
            if (!known && same == (turn == 1))
                versions[kept++] = found[i];
        }
    }
    return kept;
}

/* ---- moving together ---- */

/* Rows that a passage takes. */
static long rows_of(struct article_view *view, struct span span)
{
    struct place first = layout_place(view->layout, span.start);
    struct place last = layout_place(view->layout, span.end > span.start ? span.end - 1 : span.end);
    return layout_distance(view->layout, first, last, 10000) + 1;
}

/* The row of the focused pane at which its passage begins, so far above as the other one has
 * rows to show. */
static long row_of(struct article_view *view, struct span span, struct article_view *other,
                   struct span across)
{
    struct place place = layout_place(view->layout, span.start);
    long row = layout_distance(view->layout, view->top, place, view->height);
    long rows = rows_of(other, across);
    return row < 1 - rows ? 1 - rows : row;
}

bool sync_figure_across(const struct text_pair *text_pair, int side, size_t offset,
                        struct span *here, struct span *across)
{
    const struct figure_comparison *figures = text_pair_figures(text_pair);
    const struct figure_pair *pair =
        figures != NULL ? figure_comparison_at(figures, side, offset) : NULL;
    if (pair == NULL)
        return false;
    const struct figure *own = figure_comparison_figure(figures, pair, side);
    const struct figure *other = figure_comparison_figure(figures, pair, 1 - side);
    if (other == NULL)
        return false;
    *here = (struct span){ own->start, own->end };
    *across = (struct span){ other->start, other->end };
    return true;
}

/* Which of the shared passages of its text the pane shows. */
static void count_passage(const struct passage_map *hinge, int side, size_t offset, bool none,
                          struct pane *pane)
{
    size_t number = passage_map_number(hinge, side, offset, &pane->shared_count);
    pane->shared_number = none ? 0 : number;
}

static void set_opposite(struct session *session, struct pane *from, struct pane *pane)
{
    struct article_view *view = pane_view(from);
    struct article_view *other = pane_view(pane);
    int side;
    if (other == NULL || other->text == view->text || !sync_takes(other->text) ||
        other->text->document->partial)
        return;
    const struct text_pair *text_pair = text_pairs_get(
        sync_text_pairs(session), view->text, other->text, &state_of(session)->pins, &side);
    const struct passage_map *hinge = text_pair_hinge(text_pair);
    size_t at = hinge != NULL ? passage_map_at(hinge, side, view->cursor) : HINGE_NONE;
    if (at == HINGE_NONE)
        return;
    const struct alignment_item *item = &hinge->alignment.items[at];
    struct span here = passage_map_span(item, side);
    struct span across = passage_map_span(item, 1 - side);
    struct span figure, figure_across;
    bool on_figure = sync_figure_across(text_pair, side, view->cursor, &figure, &figure_across);
    bool elsewhere = on_figure && sync_is_elsewhere(figure_across, across);
    if (elsewhere) {
        here = figure;
        across = figure_across;
    }
    from->mark = here;
    pane->mark = across;
    pane->rests = !elsewhere && !passage_map_has(item, 1 - side);
    count_passage(hinge, 1 - side, across.start, pane->rests, pane);
    if (sync_is_alone(session, from))
        count_passage(hinge, side, view->cursor, pane->rests, from);
    if (pane->rests && (at = passage_map_near(hinge, side, view->cursor)) != HINGE_NONE)
        pane->near = passage_map_span(&hinge->alignment.items[at], 1 - side);
    article_view_align(other, across.start, row_of(view, here, other, across));
    if (on_figure)
        article_view_go(other, figure_across.start);
}

void sync_follow(struct session *session)
{
    struct pane *from = session_pane(session);
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        pane->mark = pane->near = (struct span){ 0, 0 };
        pane->rests = false;
        pane->shared_number = pane->shared_count = 0;
    }
    state_of(session)->stale = false;
    if (!state_of(session)->on || state_of(session)->pin_begun.text != NULL)
        return;
    struct article_view *view = pane_view(from);
    if (view == NULL || !sync_takes(view->text) || view->text->document->partial ||
        view->text->document->block_count == 0)
        return;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane != from)
            set_opposite(session, from, pane);
}

static void follow_alignment(struct session *session)
{
    struct article_view *view = pane_view(session_pane(session));
    struct pane *pane = sync_pane_opposite(session);
    int side;
    sync_follow(session);
    if (!state_of(session)->on || pane == NULL || session->message.text.length > 0)
        return;
    const struct text_pair *text_pair =
        text_pairs_find(state_of(session)->text_pairs, view->text, pane_view(pane)->text, &side);
    if (text_pair == NULL || text_pair_hinge(text_pair) == NULL)
        return;
    struct buffer why = { 0 };
    if (!state_of(session)->explained && saved_state_is_first(session))
        buffer_add_text(&why, _(EXPLAINED));
    state_of(session)->explained = true;
    text_pair_explain(text_pair, &why);
    session_say(session, "%s", buffer_text(&why));
    buffer_free(&why);
}

/* ---- the part ---- */

static bool is_busy(const struct session *session)
{
    return state_of(session)->text_pairs != NULL &&
           text_pairs_are_busy(state_of(session)->text_pairs);
}

static int timeout(const struct session *session)
{
    if (state_of(session)->on && state_of(session)->stale)
        return 0;
    return is_busy(session) ? 20 : -1;
}

static void tell_alignment(struct session *session)
{
    struct sync *sync = state_of(session);
    if (sync->text_pairs != NULL && text_pairs_are_busy(sync->text_pairs))
        (void)long_work_tell(session, &sync->work, _("aligning"),
                             (size_t)(text_pairs_progress(sync->text_pairs) * (double)PROGRESS_PERCENT),
                             PROGRESS_PERCENT);
    else
        long_work_end(session, &sync->work);
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    bool stale = state_of(session)->on && state_of(session)->stale;
    if (stale)
        sync_follow(session);
    bool busy = is_busy(session);
    bool ready =
        state_of(session)->text_pairs != NULL && text_pairs_poll(state_of(session)->text_pairs);
    if (ready) { /* the bar would be in the way of what was found */
        long_work_end(session, &state_of(session)->work);
        follow_alignment(session);
    }
    tell_alignment(session);
    return stale || ready || (state_of(session)->on && busy);
}

static void forget_alignments(struct session *session)
{
    state_of(session)->stale = true;
    if (state_of(session)->text_pairs != NULL)
        text_pairs_forget(state_of(session)->text_pairs);
}

static void follow_cursor(struct session *session)
{
    if (state_of(session)->on)
        sync_follow(session);
}

static void free_sync(struct session *session)
{
    text_pairs_free(state_of(session)->text_pairs);
    pin_file_free(&state_of(session)->pins);
    sync_forget_pin(session);
}

const struct session_part sync_part = {
    .size = sizeof(struct sync),
    .text_replaced = uncouple,
    .names_forgotten = forget_alignments,
    .sources_forgotten = forget_alignments,
    .cursor_moved = follow_cursor,
    .timeout = timeout,
    .tick = tick,
    .free = free_sync,
};
