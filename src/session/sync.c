#include "session/sync.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/span.h"
#include "base/xalloc.h"
#include "entity/kwic.h"
#include "query/aligner.h"
#include "query/pin_file.h"
#include "query/text_pair.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "text/width.h"

#define PINS_FILE "pins.tsv"
#define EVIDENCE_SHOWN 3
#define EVIDENCE_CELLS 24
#define ONLY_HERE "only in this version"

struct sync {
    struct couplings *couplings; /* NULL until two texts are compared */
    struct pinboard pins;
    bool pins_read;
    bool on; /* the panes move together */
    bool stale; /* what was coupled is to be coupled anew */
    struct pin_begun pin_begun;
};

static struct sync *state_of(const struct session *session)
{
    return session_state(session, &sync_part);
}

static bool is_article(const struct text *text)
{
    return text->path != NULL && text->page == NULL;
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
    if (path != NULL && !pinboard_read(&state_of(session)->pins, path, &error))
        session_fail(session, "%s", error.text);
    free(path);
}

bool sync_save_pins(struct session *session)
{
    struct error error = { "" };
    char *path = pins_path(session);
    bool ok = path != NULL && file_make_folders(session->around.data_folder, &error) &&
              pinboard_write(&state_of(session)->pins, path, &error);
    if (!ok && path != NULL)
        session_fail(session, "%s; the pin is kept until you leave", error.text);
    free(path);
    return ok || path == NULL;
}

struct couplings *sync_couplings(struct session *session)
{
    if (state_of(session)->couplings == NULL)
        state_of(session)->couplings = couplings_new(&session->shelf);
    if (!state_of(session)->pins_read)
        read_pins(session);
    known_names_find(session);
    if (!couplings_has_pairing(state_of(session)->couplings))
        couplings_set_pairing(state_of(session)->couplings,
                              pairing_new(session->collection, known_names_gazetteer(session),
                                          session->around.data_folder,
                                          session->around.cache_folder));
    return state_of(session)->couplings;
}

bool sync_is_on(const struct session *session)
{
    return state_of(session)->on;
}

void sync_set_on(struct session *session, bool on)
{
    state_of(session)->on = on;
}

struct couplings *sync_made_couplings(const struct session *session)
{
    return state_of(session)->couplings;
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
    struct couplings *couplings = state_of(session)->couplings;
    bool busy = couplings != NULL && couplings_are_busy(couplings);
    if (busy)
        couplings_stop(couplings);
    return busy;
}

void sync_forget_pin(struct session *session)
{
    if (state_of(session)->pin_begun.text != NULL)
        shelf_release(&session->shelf, state_of(session)->pin_begun.text);
    state_of(session)->pin_begun = (struct pin_begun){ 0 };
}

static void uncouple(struct session *session, struct text *text, const struct document *old)
{
    (void)old;
    state_of(session)->stale = true;
    if (state_of(session)->pin_begun.text == text)
        sync_forget_pin(session);
    if (state_of(session)->couplings != NULL)
        couplings_forget_text(state_of(session)->couplings, text);
}

/* ---- which text stands opposite ---- */

static const char *story_of(const struct text *text)
{
    const char *story = frontmatter_get(text->document->frontmatter, "story");
    return story != NULL ? story : "";
}

struct pane *sync_pane_opposite(struct session *session)
{
    struct pane *from = session_pane(session);
    struct view *view = pane_view(from);
    struct pane *any = NULL;
    struct pane *pane;
    if (view == NULL || !is_article(view->text))
        return NULL;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        struct view *other = pane == from ? NULL : pane_view(pane);
        if (other == NULL || !is_article(other->text) || other->text == view->text)
            continue;
        if (*story_of(view->text) != '\0' &&
            strcmp(story_of(view->text), story_of(other->text)) == 0)
            return pane;
        any = any == NULL ? pane : any;
    }
    return any;
}

size_t sync_versions(struct session *session, const struct text *text,
                     const struct article **versions, size_t most)
{
    const struct article *found[SYNC_VERSIONS];
    size_t kept = 0;
    if (session->collection == NULL || *story_of(text) == '\0' ||
        !collection_scan(session->collection, NULL))
        return 0;
    size_t count = collection_story(session->collection, story_of(text), found, SYNC_VERSIONS);
    count = count < SYNC_VERSIONS ? count : SYNC_VERSIONS;
    const char *lang = frontmatter_get(text->document->frontmatter, "lang");
    for (int turn = 0; turn < 2; turn++) { /* the other languages first */
        for (size_t i = 0; i < count && kept < most; i++) {
            bool same = lang != NULL && strcmp(found[i]->lang, lang) == 0;
            if (same == (turn == 1) && strcmp(found[i]->path, text->path) != 0)
                versions[kept++] = found[i];
        }
    }
    return kept;
}

/* ---- moving together ---- */

/* Rows that a passage takes. */
static long rows_of(struct view *view, struct span span)
{
    struct place first = layout_place(view->layout, span.start);
    struct place last = layout_place(view->layout, span.end > span.start ? span.end - 1 : span.end);
    return layout_distance(view->layout, first, last, 10000) + 1;
}

/* The row of the focused pane at which its passage begins, so far above as the other one has
 * rows to show. */
static long row_of(struct view *view, struct span span, struct view *other, struct span across)
{
    struct place place = layout_place(view->layout, span.start);
    long row = layout_distance(view->layout, view->top, place, view->height);
    long rows = rows_of(other, across);
    return row < 1 - rows ? 1 - rows : row;
}

bool sync_figure_across(const struct coupling *coupling, int side, size_t offset, struct span *here,
                        struct span *across)
{
    const struct comparison *figures = coupling_figures(coupling);
    const struct figure_pair *pair = figures != NULL ? comparison_at(figures, side, offset) : NULL;
    if (pair == NULL)
        return false;
    const struct figure *own = comparison_figure(figures, pair, side);
    const struct figure *other = comparison_figure(figures, pair, 1 - side);
    if (other == NULL)
        return false;
    *here = (struct span){ own->start, own->end };
    *across = (struct span){ other->start, other->end };
    return true;
}

/* Whether the figure at the cursor is told in another passage than the one that stands for this. */
static bool is_elsewhere(struct span figure, struct span across)
{
    return figure.start < across.start || figure.end > across.end;
}

static void set_opposite(struct session *session, struct pane *from, struct pane *pane)
{
    struct view *view = pane_view(from);
    struct view *other = pane_view(pane);
    int side;
    if (other == NULL || other->text == view->text || !is_article(other->text) ||
        other->text->document->partial)
        return;
    const struct coupling *coupling = couplings_get(sync_couplings(session), view->text,
                                                    other->text, &state_of(session)->pins, &side);
    const struct hinge *hinge = coupling_hinge(coupling);
    size_t at = hinge != NULL ? hinge_at(hinge, side, view->cursor) : HINGE_NONE;
    if (at == HINGE_NONE)
        return;
    const struct aligned *item = &hinge->alignment.items[at];
    struct span here = hinge_span(item, side);
    struct span across = hinge_span(item, 1 - side);
    struct span figure, figure_across;
    bool on_figure = sync_figure_across(coupling, side, view->cursor, &figure, &figure_across);
    bool elsewhere = on_figure && is_elsewhere(figure_across, across);
    if (elsewhere) {
        here = figure;
        across = figure_across;
    }
    from->mark = here;
    pane->mark = across;
    pane->rests = !elsewhere && !hinge_has(item, 1 - side);
    view_align(other, across.start, row_of(view, here, other, across));
    if (on_figure)
        view_go(other, figure_across.start);
}

void sync_follow(struct session *session)
{
    struct pane *from = session_pane(session);
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        pane->mark = (struct span){ 0, 0 };
        pane->rests = false;
    }
    state_of(session)->stale = false;
    if (!state_of(session)->on || state_of(session)->pin_begun.text != NULL)
        return;
    struct view *view = pane_view(from);
    if (view == NULL || !is_article(view->text) || view->text->document->partial ||
        view->text->document->block_count == 0)
        return;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++)
        if (pane != from)
            set_opposite(session, from, pane);
}

static void follow_alignment(struct session *session)
{
    struct view *view = pane_view(session_pane(session));
    struct pane *pane = sync_pane_opposite(session);
    int side;
    sync_follow(session);
    if (!state_of(session)->on || pane == NULL || session->message.text.length > 0)
        return;
    const struct coupling *coupling =
        couplings_find(state_of(session)->couplings, view->text, pane_view(pane)->text, &side);
    if (coupling == NULL || coupling_hinge(coupling) == NULL)
        return;
    struct buffer why = { 0 };
    coupling_explain(coupling, &why);
    session_say(session, "%s", buffer_text(&why));
    buffer_free(&why);
}

/* ---- what is said ---- */

/* The span as a few words of a line. */
static void add_words(struct buffer *out, const struct document *document, struct span span)
{
    struct buffer words = { 0 };
    kwic_add(&words, document, span);
    size_t used;
    size_t fits = width_fit(buffer_text(&words), words.length, EVIDENCE_CELLS, &used);
    buffer_add(out, buffer_text(&words), fits);
    buffer_add_text(out, fits < words.length ? "…" : "");
    buffer_free(&words);
}

static bool same_words(const struct document *a, struct span a_span, const struct document *b,
                       struct span b_span)
{
    size_t length = a_span.end - a_span.start;
    return length == b_span.end - b_span.start &&
           memcmp(a->text + a_span.start, b->text + b_span.start, length) == 0;
}

/* 37.6 %≈37%, OpenSky, stake=股权 */
static void add_evidence(struct buffer *out, const struct coupling *coupling, int side,
                         const struct aligned *item)
{
    const struct hinge *hinge = coupling_hinge(coupling);
    const struct document *here = coupling_text(coupling, side)->document;
    const struct document *there = coupling_text(coupling, 1 - side)->document;
    for (uint32_t i = 0; i < item->evidence_count && i < EVIDENCE_SHOWN; i++) {
        const struct evidence *evidence =
            &hinge->alignment.evidence.items[item->first_evidence + i];
        struct span own = side == 0 ? evidence->a : evidence->b;
        struct span other = side == 0 ? evidence->b : evidence->a;
        buffer_add_text(out, i == 0 ? " · " : ", ");
        add_words(out, here, own);
        if (evidence->kind == SUPPORT_NAME || same_words(here, own, there, other))
            continue;
        buffer_add_text(out, evidence->kind == SUPPORT_FIGURE ? "≈" : "=");
        add_words(out, there, other);
    }
}

/* Appends what is told of the passage at the cursor: its confidence, or that there is none. Returns
 * the pair of passages when its confidence was told, else NULL. */
static const struct aligned *add_state(struct session *session, const struct coupling *coupling,
                                       int side, size_t cursor, struct buffer *out)
{
    const struct hinge *hinge = coupling != NULL ? coupling_hinge(coupling) : NULL;
    size_t at = hinge != NULL ? hinge_at(hinge, side, cursor) : HINGE_NONE;
    if (hinge == NULL && couplings_are_busy(state_of(session)->couplings))
        buffer_add_format(out, "aligning %d%%",
                          (int)(couplings_progress(state_of(session)->couplings) * 100));
    else if (hinge == NULL)
        buffer_add_text(out, "not aligned");
    if (at == HINGE_NONE)
        return NULL;
    const struct aligned *item = &hinge->alignment.items[at];
    struct span figure, figure_across;
    if (sync_figure_across(coupling, side, cursor, &figure, &figure_across) &&
        is_elsewhere(figure_across, hinge_span(item, 1 - side))) {
        buffer_add_text(out, "by its figure");
        return NULL;
    }
    if (!hinge_has(item, 1 - side)) {
        buffer_add_text(out, ONLY_HERE);
        return NULL;
    }
    buffer_add_format(out, "%s%.2f",
                      item->kind == ALIGNED_PINNED    ? "pinned "
                      : item->kind == ALIGNED_PARTIAL ? "partly "
                      : item->kind > ALIGNED_PARTIAL  ? "also "
                                                      : "",
                      (double)item->confidence);
    return item;
}

/* ⇄ 1.00 ferry.zh · not in rival.en */
static void add_each_state(struct session *session, const struct view *view, struct buffer *out)
{
    const char *mark = "⇄ ";
    struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        struct view *other = pane_view(pane);
        if (other == NULL || other->text == view->text || !is_article(other->text))
            continue;
        struct buffer state = { 0 };
        int side = 0;
        const struct coupling *coupling =
            couplings_find(state_of(session)->couplings, view->text, other->text, &side);
        (void)add_state(session, coupling, side, view->cursor, &state);
        const char *words = buffer_text(&state);
        if (*words != '\0')
            buffer_add_format(out, "%s%s %s", mark, strcmp(words, ONLY_HERE) == 0 ? "not in" : words,
                              other->text->name);
        mark = *words != '\0' ? " · " : mark;
        buffer_free(&state);
    }
}

static size_t count_opposite(const struct session *session, const struct view *view)
{
    size_t count = 0;
    const struct pane *pane;
    for (size_t i = 0; (pane = panes_nth(&session->panes, i)) != NULL; i++) {
        const struct view *other = pane_view(pane);
        count += other != NULL && other->text != view->text && is_article(other->text);
    }
    return count;
}

void sync_status(struct session *session, bool brief, struct buffer *out)
{
    struct view *view = pane_view(session_pane(session));
    struct pane *pane = sync_pane_opposite(session);
    if (!state_of(session)->on || view == NULL || state_of(session)->couplings == NULL ||
        view->text->path == NULL)
        return;
    if (state_of(session)->pin_begun.text != NULL) {
        buffer_add_text(out, "⇄ pinning");
    } else if (pane == NULL) {
        buffer_add_text(out, "⇄ nothing opposite");
    } else if (count_opposite(session, view) > 1) {
        add_each_state(session, view, out);
    } else {
        struct buffer state = { 0 };
        int side = 0;
        const struct coupling *coupling =
            couplings_find(state_of(session)->couplings, view->text, pane_view(pane)->text, &side);
        const struct aligned *item = add_state(session, coupling, side, view->cursor, &state);
        if (state.length > 0)
            buffer_add_format(out, "⇄ %s", buffer_text(&state));
        if (item != NULL && !brief)
            add_evidence(out, coupling, side, item);
        buffer_free(&state);
    }
}

/* ---- the part ---- */

static bool is_busy(const struct session *session)
{
    return state_of(session)->couplings != NULL && couplings_are_busy(state_of(session)->couplings);
}

static int timeout(const struct session *session)
{
    if (state_of(session)->on && state_of(session)->stale)
        return 0;
    return is_busy(session) ? 20 : -1;
}

static bool tick(struct session *session, bool idle)
{
    (void)idle;
    bool stale = state_of(session)->on && state_of(session)->stale;
    if (stale)
        sync_follow(session);
    bool busy = is_busy(session);
    bool ready = state_of(session)->couplings != NULL && couplings_poll(state_of(session)->couplings);
    if (ready)
        follow_alignment(session);
    return stale || ready || (state_of(session)->on && busy);
}

static void forget_alignments(struct session *session)
{
    state_of(session)->stale = true;
    if (state_of(session)->couplings != NULL)
        couplings_forget(state_of(session)->couplings);
}

static void follow_cursor(struct session *session)
{
    if (state_of(session)->on)
        sync_follow(session);
}

static void free_sync(struct session *session)
{
    couplings_free(state_of(session)->couplings);
    pinboard_free(&state_of(session)->pins);
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
