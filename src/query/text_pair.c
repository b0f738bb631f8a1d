#include "query/text_pair.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "align/align_mode.h"

struct coupling {
    struct text *texts[2];
    struct hinge hinge;
    struct comparison figures;
    bool ready;
    bool waits; /* for its turn */
    enum align_mode mode; /* as which the texts' own words ask to be taken */
    struct error fault;
    struct {
        struct pin *items;
        size_t count;
        size_t capacity;
    } pins;
};

/* What a thread works on; it touches nothing else. */
struct work {
    pthread_t thread;
    bool threaded;
    struct coupling *coupling;
    struct pairing *pairing;
    const struct document *documents[2];
    struct alignment alignment;
    struct comparison figures;
    bool ok;
    struct error error;
    atomic_int progress; /* per mille */
    atomic_bool stop;
    atomic_bool done;
};

struct couplings {
    struct shelf *shelf;
    struct pairing *pairing;
    struct coupling **items; /* the latest last */
    size_t count;
    size_t capacity;
    struct work *work; /* NULL: nobody works */
};

struct couplings *couplings_new(struct shelf *shelf)
{
    struct couplings *couplings = xcalloc(1, sizeof *couplings);
    couplings->shelf = shelf;
    return couplings;
}

/* ---- the thread ---- */

static bool go_on(void *data, double done)
{
    struct work *work = data;
    atomic_store(&work->progress, (int)(done * 1000));
    return !atomic_load(&work->stop);
}

static void *align_texts(void *argument)
{
    struct work *work = argument;
    struct pairing_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    (void)pairing_lexicon(work->pairing);
    for (int side = 0; side < 2; side++)
        pairing_read(work->pairing, work->documents[side], &texts[side]);
    struct parallel_task task = {
        .a = &texts[0].side,
        .b = &texts[1].side,
        .pins = work->coupling->pins.items,
        .pin_count = work->coupling->pins.count,
        .go_on = go_on,
        .data = work,
        .mode = work->coupling->mode,
    };
    work->ok = pairing_align(work->pairing, &task, &work->alignment, &work->error);
    if (work->ok)
        comparison_make(&work->figures, texts, &work->alignment);
    pairing_text_free(&texts[0]);
    pairing_text_free(&texts[1]);
    atomic_store(&work->done, true);
    return NULL;
}

static void start(struct couplings *couplings, struct coupling *coupling)
{
    struct work *work = xcalloc(1, sizeof *work);
    work->coupling = coupling;
    work->pairing = couplings->pairing;
    for (int side = 0; side < 2; side++)
        work->documents[side] = coupling->texts[side]->document;
    atomic_init(&work->progress, 0);
    atomic_init(&work->stop, false);
    atomic_init(&work->done, false);
    coupling->waits = false;
    coupling->mode = pairing_mode(work->documents[0], coupling->texts[0]->name,
                                  work->documents[1], coupling->texts[1]->name);
    couplings->work = work;
    work->threaded = pthread_create(&work->thread, NULL, align_texts, work) == 0;
    if (!work->threaded) /* better late than never */
        align_texts(work);
}

/* Takes over what the thread has made. */
static void finish(struct couplings *couplings)
{
    struct work *work = couplings->work;
    struct coupling *coupling = work->coupling;
    if (work->threaded)
        pthread_join(work->thread, NULL);
    couplings->work = NULL;
    if (work->ok) {
        hinge_take(&coupling->hinge, &work->alignment);
        coupling->figures = work->figures;
        coupling->ready = true;
    } else {
        coupling->fault = work->error;
    }
    alignment_free(&work->alignment);
    free(work);
}

static void give_up(struct couplings *couplings)
{
    if (couplings->work == NULL)
        return;
    atomic_store(&couplings->work->stop, true);
    finish(couplings);
}

/* ---- the list ---- */

static void coupling_free(struct couplings *couplings, struct coupling *coupling)
{
    if (couplings->work != NULL && couplings->work->coupling == coupling)
        give_up(couplings);
    hinge_free(&coupling->hinge);
    comparison_free(&coupling->figures);
    free(coupling->pins.items);
    shelf_release(couplings->shelf, coupling->texts[0]);
    shelf_release(couplings->shelf, coupling->texts[1]);
    free(coupling);
}

static void drop(struct couplings *couplings, size_t index)
{
    struct coupling *coupling = couplings->items[index];
    for (size_t i = index; i + 1 < couplings->count; i++)
        couplings->items[i] = couplings->items[i + 1];
    couplings->count--;
    coupling_free(couplings, coupling);
}

void couplings_forget(struct couplings *couplings)
{
    while (couplings->count > 0)
        drop(couplings, couplings->count - 1);
    pairing_free(couplings->pairing);
    couplings->pairing = NULL;
}

void couplings_forget_text(struct couplings *couplings, const struct text *text)
{
    for (size_t i = couplings->count; i-- > 0;)
        if (couplings->items[i]->texts[0] == text || couplings->items[i]->texts[1] == text)
            drop(couplings, i);
}

void couplings_free(struct couplings *couplings)
{
    if (couplings == NULL)
        return;
    couplings_forget(couplings);
    free(couplings->items);
    free(couplings);
}

void couplings_set_pairing(struct couplings *couplings, struct pairing *pairing)
{
    couplings_forget(couplings);
    couplings->pairing = pairing;
}

bool couplings_has_pairing(const struct couplings *couplings)
{
    return couplings->pairing != NULL;
}

struct coupling *couplings_find(const struct couplings *couplings, const struct text *text,
                                const struct text *other, int *side)
{
    for (size_t i = 0; i < couplings->count; i++) {
        struct coupling *coupling = couplings->items[i];
        for (int s = 0; s < 2; s++) {
            if (coupling->texts[s] == text && coupling->texts[1 - s] == other) {
                *side = s;
                return coupling;
            }
        }
    }
    return NULL;
}

struct coupling *couplings_latest(const struct couplings *couplings, const struct text *text,
                                  int *side)
{
    for (size_t i = couplings->count; i-- > 0;) {
        struct coupling *coupling = couplings->items[i];
        *side = coupling->texts[1] == text;
        if (coupling->texts[*side] == text)
            return coupling;
    }
    return NULL;
}

struct coupling *couplings_get(struct couplings *couplings, struct text *text, struct text *other,
                               const struct pinboard *pins, int *side)
{
    struct coupling *coupling = couplings_find(couplings, text, other, side);
    if (coupling != NULL)
        return coupling;
    if (couplings->count >= COUPLINGS_KEPT)
        drop(couplings, 0);
    coupling = xcalloc(1, sizeof *coupling);
    coupling->texts[0] = text;
    coupling->texts[1] = other;
    shelf_hold(text);
    shelf_hold(other);
    coupling->waits = true;
    struct pin pin;
    for (size_t i = 0; pins != NULL && i < pins->count; i++)
        if (pinboard_resolve(&pins->items[i], text, other, &pin))
            VECTOR_PUSH(&coupling->pins, pin);
    VECTOR_PUSH(couplings, coupling);
    *side = 0;
    couplings_poll(couplings);
    return coupling;
}

const struct hinge *coupling_hinge(const struct coupling *coupling)
{
    return coupling->ready ? &coupling->hinge : NULL;
}

const struct comparison *coupling_figures(const struct coupling *coupling)
{
    return coupling->ready ? &coupling->figures : NULL;
}

const char *coupling_fault(const struct coupling *coupling)
{
    return coupling->fault.text[0] != '\0' ? coupling->fault.text : NULL;
}

void coupling_explain(const struct coupling *coupling, struct buffer *out)
{
    mode_explain(coupling->mode, &coupling->hinge.alignment, out);
}

struct text *coupling_text(const struct coupling *coupling, int side)
{
    return coupling->texts[side];
}

bool couplings_are_busy(const struct couplings *couplings)
{
    return couplings->work != NULL;
}

double couplings_progress(const struct couplings *couplings)
{
    return couplings->work != NULL ? atomic_load(&couplings->work->progress) / 1000.0 : 1.0;
}

bool couplings_poll(struct couplings *couplings)
{
    bool changed = false;
    if (couplings->work != NULL && atomic_load(&couplings->work->done)) {
        finish(couplings);
        changed = true;
    }
    for (size_t i = 0; i < couplings->count && couplings->work == NULL; i++)
        if (couplings->items[i]->waits && couplings->pairing != NULL)
            start(couplings, couplings->items[i]);
    return changed;
}

bool couplings_wait(struct couplings *couplings, const struct coupling *coupling, int milliseconds)
{
    const struct timespec moment = { 0, 500000 };
    for (int i = 0; i < 2 * milliseconds && !coupling->ready; i++) {
        couplings_poll(couplings);
        if (coupling->ready || coupling->fault.text[0] != '\0')
            break;
        nanosleep(&moment, NULL);
    }
    return coupling->ready;
}

void couplings_retry(struct couplings *couplings)
{
    for (size_t i = couplings->count; i-- > 0;)
        if (couplings->items[i]->fault.text[0] != '\0')
            drop(couplings, i);
}

void couplings_stop(struct couplings *couplings)
{
    give_up(couplings);
    for (size_t i = 0; i < couplings->count; i++) {
        if (couplings->items[i]->waits)
            error_set(&couplings->items[i]->fault, "the alignment was stopped");
        couplings->items[i]->waits = false;
    }
}
