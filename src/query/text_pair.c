#include "query/text_pair.h"

#include <stdlib.h>
#include <time.h>

#include "base/vector.h"
#include "base/worker.h"
#include "base/xalloc.h"
#include "align/align_mode.h"

struct text_pair {
    struct text *texts[2];
    struct passage_map hinge;
    struct figure_comparison figures;
    bool ready;
    bool waits; /* for its turn */
    enum align_mode mode; /* as which the reader or the texts' own words ask to be taken */
    bool bare;            /* a dictionary would help that there is none of */
    struct error fault;
    struct {
        struct pin *items;
        size_t count;
        size_t capacity;
    } pins;
};

/* What a thread works on; it touches nothing else. */
struct work {
    struct worker thread; /* in thousandths */
    struct text_pair *text_pair;
    struct aligner *aligner;
    const struct document *documents[2];
    struct alignment alignment;
    struct figure_comparison figures;
    bool bare;
    bool ok;
    struct error error;
};

struct text_pairs {
    struct open_texts *open_texts;
    struct aligner *aligner;
    enum align_mode mode; /* as which the reader wants them */
    struct text_pair **items; /* the latest last */
    size_t count;
    size_t capacity;
    struct work *work; /* NULL: nobody works */
};

struct text_pairs *text_pairs_new(struct open_texts *open_texts)
{
    struct text_pairs *text_pairs = xcalloc(1, sizeof *text_pairs);
    text_pairs->open_texts = open_texts;
    return text_pairs;
}

/* ---- the thread ---- */

static bool go_on(void *data, double done)
{
    struct work *work = data;
    return worker_go_on(&work->thread, (size_t)(done * 1000), 1000);
}

static bool read_texts(struct work *work, struct aligner_text texts[2])
{
    bool going = aligner_prepare(work->aligner, go_on, work);
    for (int side = 0; side < 2 && going; side++) {
        going = aligner_read_asking(work->aligner, work->documents[side], go_on, work,
                                    &texts[side]) &&
                go_on(work, 0);
    }
    if (!going)
        error_set(&work->error, "the alignment was stopped");
    return going;
}

static void align_texts(void *argument)
{
    struct work *work = argument;
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    bool read = read_texts(work, texts);
    struct parallel_task task = {
        .a = &texts[0].side,
        .b = &texts[1].side,
        .pins = work->text_pair->pins.items,
        .pin_count = work->text_pair->pins.count,
        .go_on = go_on,
        .data = work,
        .mode = work->text_pair->mode,
    };
    work->ok = read && aligner_align(work->aligner, &task, &work->alignment, &work->error);
    work->bare = work->ok && align_mode_is_bare(&task);
    if (work->ok && !figure_comparison_read(&work->figures, texts, &work->alignment, go_on, work)) {
        work->ok = false;
        figure_comparison_free(&work->figures);
        error_set(&work->error, "the alignment was stopped");
    }
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
}

static void start(struct text_pairs *text_pairs, struct text_pair *text_pair)
{
    struct work *work = xcalloc(1, sizeof *work);
    work->text_pair = text_pair;
    work->aligner = text_pairs->aligner;
    for (int side = 0; side < 2; side++)
        work->documents[side] = text_pair->texts[side]->document;
    text_pair->waits = false;
    text_pair->mode = text_pairs->mode != ALIGN_AUTO
                          ? text_pairs->mode
                          : aligner_mode(work->documents[0], text_pair->texts[0]->name,
                                         work->documents[1], text_pair->texts[1]->name);
    text_pairs->work = work;
    if (!worker_start(&work->thread, align_texts, work)) /* better late than never */
        align_texts(work);
}

/* Takes over what the thread has made. */
static void finish(struct text_pairs *text_pairs)
{
    struct work *work = text_pairs->work;
    struct text_pair *text_pair = work->text_pair;
    worker_join(&work->thread);
    text_pairs->work = NULL;
    if (work->ok) {
        passage_map_take(&text_pair->hinge, &work->alignment);
        text_pair->figures = work->figures;
        text_pair->bare = work->bare;
        text_pair->ready = true;
    } else {
        text_pair->fault = work->error;
    }
    alignment_free(&work->alignment);
    free(work);
}

static void give_up(struct text_pairs *text_pairs)
{
    if (text_pairs->work == NULL)
        return;
    worker_stop(&text_pairs->work->thread);
    finish(text_pairs);
}

/* ---- the list ---- */

static void text_pair_free(struct text_pairs *text_pairs, struct text_pair *text_pair)
{
    if (text_pairs->work != NULL && text_pairs->work->text_pair == text_pair)
        give_up(text_pairs);
    passage_map_free(&text_pair->hinge);
    figure_comparison_free(&text_pair->figures);
    free(text_pair->pins.items);
    open_texts_release(text_pairs->open_texts, text_pair->texts[0]);
    open_texts_release(text_pairs->open_texts, text_pair->texts[1]);
    free(text_pair);
}

static void drop(struct text_pairs *text_pairs, size_t index)
{
    struct text_pair *text_pair = text_pairs->items[index];
    for (size_t i = index; i + 1 < text_pairs->count; i++)
        text_pairs->items[i] = text_pairs->items[i + 1];
    text_pairs->count--;
    text_pair_free(text_pairs, text_pair);
}

static void drop_all(struct text_pairs *text_pairs)
{
    while (text_pairs->count > 0)
        drop(text_pairs, text_pairs->count - 1);
}

void text_pairs_set_mode(struct text_pairs *text_pairs, enum align_mode mode)
{
    if (mode != text_pairs->mode)
        drop_all(text_pairs);
    text_pairs->mode = mode;
}

void text_pairs_forget(struct text_pairs *text_pairs)
{
    drop_all(text_pairs);
    aligner_free(text_pairs->aligner);
    text_pairs->aligner = NULL;
}

void text_pairs_forget_text(struct text_pairs *text_pairs, const struct text *text)
{
    for (size_t i = text_pairs->count; i-- > 0;)
        if (text_pairs->items[i]->texts[0] == text || text_pairs->items[i]->texts[1] == text)
            drop(text_pairs, i);
}

void text_pairs_free(struct text_pairs *text_pairs)
{
    if (text_pairs == NULL)
        return;
    text_pairs_forget(text_pairs);
    free(text_pairs->items);
    free(text_pairs);
}

void text_pairs_set_aligner(struct text_pairs *text_pairs, struct aligner *aligner)
{
    text_pairs_forget(text_pairs);
    text_pairs->aligner = aligner;
}

bool text_pairs_has_aligner(const struct text_pairs *text_pairs)
{
    return text_pairs->aligner != NULL;
}

bool text_pairs_are_stale(const struct text_pairs *text_pairs)
{
    return text_pairs->work == NULL && text_pairs->aligner != NULL &&
           aligner_is_stale(text_pairs->aligner);
}

struct text_pair *text_pairs_find(const struct text_pairs *text_pairs, const struct text *text,
                                  const struct text *other, int *side)
{
    for (size_t i = 0; i < text_pairs->count; i++) {
        struct text_pair *text_pair = text_pairs->items[i];
        for (int s = 0; s < 2; s++) {
            if (text_pair->texts[s] == text && text_pair->texts[1 - s] == other) {
                *side = s;
                return text_pair;
            }
        }
    }
    return NULL;
}

struct text_pair *text_pairs_latest(const struct text_pairs *text_pairs, const struct text *text,
                                    int *side)
{
    for (size_t i = text_pairs->count; i-- > 0;) {
        struct text_pair *text_pair = text_pairs->items[i];
        *side = text_pair->texts[1] == text;
        if (text_pair->texts[*side] == text)
            return text_pair;
    }
    return NULL;
}

struct text_pair *text_pairs_get(struct text_pairs *text_pairs, struct text *text,
                                 struct text *other, const struct pinboard *pins, int *side)
{
    struct text_pair *text_pair = text_pairs_find(text_pairs, text, other, side);
    if (text_pair != NULL)
        return text_pair;
    if (text_pairs->count >= TEXT_PAIRS_KEPT)
        drop(text_pairs, 0);
    text_pair = xcalloc(1, sizeof *text_pair);
    text_pair->texts[0] = text;
    text_pair->texts[1] = other;
    open_texts_hold(text);
    open_texts_hold(other);
    text_pair->waits = true;
    struct pin pin;
    for (size_t i = 0; pins != NULL && i < pins->count; i++)
        if (pin_file_resolve(&pins->items[i], text, other, &pin))
            VECTOR_PUSH(&text_pair->pins, pin);
    VECTOR_PUSH(text_pairs, text_pair);
    *side = 0;
    text_pairs_poll(text_pairs);
    return text_pair;
}

const struct passage_map *text_pair_hinge(const struct text_pair *text_pair)
{
    return text_pair->ready ? &text_pair->hinge : NULL;
}

const struct figure_comparison *text_pair_figures(const struct text_pair *text_pair)
{
    return text_pair->ready ? &text_pair->figures : NULL;
}

const char *text_pair_fault(const struct text_pair *text_pair)
{
    return text_pair->fault.text[0] != '\0' ? text_pair->fault.text : NULL;
}

bool text_pair_is_bare(const struct text_pair *text_pair)
{
    return text_pair->ready && text_pair->bare;
}

void text_pair_explain(const struct text_pair *text_pair, struct buffer *out)
{
    align_mode_explain(text_pair->mode, &text_pair->hinge.alignment, text_pair->bare, out);
}

bool text_pair_is_translation(const struct text_pair *text_pair)
{
    return text_pair->mode == ALIGN_PARALLEL ||
           (text_pair->mode == ALIGN_AUTO &&
            align_mode_of(&text_pair->hinge.alignment) == ALIGN_PARALLEL);
}

struct text *text_pair_text(const struct text_pair *text_pair, int side)
{
    return text_pair->texts[side];
}

bool text_pairs_are_busy(const struct text_pairs *text_pairs)
{
    return text_pairs->work != NULL;
}

double text_pairs_progress(const struct text_pairs *text_pairs)
{
    size_t done = 1000, count;
    if (text_pairs->work != NULL)
        worker_progress(&text_pairs->work->thread, &done, &count);
    return (double)done / 1000;
}

bool text_pairs_poll(struct text_pairs *text_pairs)
{
    bool changed = false;
    if (text_pairs->work != NULL && worker_has_ended(&text_pairs->work->thread, false)) {
        finish(text_pairs);
        changed = true;
    }
    for (size_t i = 0; i < text_pairs->count && text_pairs->work == NULL; i++)
        if (text_pairs->items[i]->waits && text_pairs->aligner != NULL)
            start(text_pairs, text_pairs->items[i]);
    return changed;
}

bool text_pairs_wait(struct text_pairs *text_pairs, const struct text_pair *text_pair,
                     int milliseconds)
{
    const struct timespec moment = { 0, 500000 };
    for (int i = 0; i < 2 * milliseconds && !text_pair->ready; i++) {
        text_pairs_poll(text_pairs);
        if (text_pair->ready || text_pair->fault.text[0] != '\0')
            break;
        nanosleep(&moment, NULL);
    }
    return text_pair->ready;
}

void text_pairs_retry(struct text_pairs *text_pairs)
{
    for (size_t i = text_pairs->count; i-- > 0;)
        if (text_pairs->items[i]->fault.text[0] != '\0')
            drop(text_pairs, i);
}

void text_pairs_stop(struct text_pairs *text_pairs)
{
    give_up(text_pairs);
    for (size_t i = 0; i < text_pairs->count; i++) {
        if (text_pairs->items[i]->waits)
            error_set(&text_pairs->items[i]->fault, "the alignment was stopped");
        text_pairs->items[i]->waits = false;
    }
}
