#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "query/article_locator.h"
#include "base/file.h"
#include "cli/note.h"
#include "notes/import.h"
#include "notes/known.h"
#include "notes/mark.h"

#define LIMIT ((size_t)1 << 30)
#define PROGRESS ((size_t)5000) /* annotations between two signs of life */

static const struct output_column columns[] = { { "outcome", false }, { "notes", true } };

enum outcome { PLACED, MOVED, AMBIGUOUS, LOST, THERE, LEFT_OUT, OUTCOMES };

static const char *const outcome_names[OUTCOMES] = {
    "exact", "moved", "ambiguous", "lost", "already there", "left out",
};

struct importing {
    struct context *context;
    struct store *store;
    struct article_locator *locator;
    struct known known;
    size_t outcomes[OUTCOMES];
    size_t seen;
    bool failed;
    struct error error;
};

/* On a terminal only: elsewhere nobody waits. */
static void show_progress(struct importing *importing)
{
    struct error sign;
    if (++importing->seen % PROGRESS != 0 || isatty(STDERR_FILENO) == 0)
        return;
    error_set(&sign, "note import: %zu notes so far", importing->seen);
    context_fail(importing->context, &sign, 0);
}

/* A foreign annotation takes the place that its quote has now, described as if it were marked
 * there; one that has none keeps what it brought. */
static enum outcome moor(struct importing *importing, struct annotation *annotation)
{
    struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    struct located_text *located;
    struct anchor anchor = article_locator_find(importing->locator, target, &located);
    if (located == NULL) {
        located = article_locator_search(importing->locator, target);
        if (located != NULL)
            anchor = anchor_find(located->text, target);
    }
    if (located == NULL)
        return LOST;
    annotation_set(&target->article, located->id);
    annotation_set(&target->path, located->path);
    if (anchor.state != ANCHOR_EXACT && anchor.state != ANCHOR_MOVED)
        return anchor.state == ANCHOR_AMBIGUOUS ? AMBIGUOUS : LOST;
    enum outcome outcome = anchor.same_words ? PLACED : MOVED;
    char *source = target->source;
    target->source = NULL;
    mark_describe(located->document, located->text->hash,
                  mark_span(located->document, anchor.place.start, anchor.place.end), target);
    if (target->source[0] == '\0' && source[0] != '\0')
        annotation_set(&target->source, source);
    free(source);
    return outcome;
}

static enum outcome outcome_of(struct importing *importing, const struct annotation *annotation)
{
    static const enum outcome of[] = { PLACED, MOVED, AMBIGUOUS, LOST };
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    if (target == NULL)
        return LOST;
    return of[article_locator_find(importing->locator, target, NULL).state];
}

static bool take(void *context, struct annotation *annotation, bool own)
{
    struct importing *importing = context;
    show_progress(importing);
    if (own && store_has(importing->store, annotation->id)) {
        importing->outcomes[THERE]++;
        return true;
    }
    enum outcome outcome = own ? outcome_of(importing, annotation) : moor(importing, annotation);
    if (!own && known_has(&importing->known, annotation)) {
        importing->outcomes[THERE]++;
        return true;
    }
    if (!store_add(importing->store, annotation, &importing->error)) {
        importing->failed = true;
        return false;
    }
    known_add(&importing->known, annotation);
    importing->outcomes[outcome]++;
    return true;
}

static bool remember(void *context, const struct annotation *annotation)
{
    known_add(context, annotation);
    return true;
}

/* All or nothing: one batch, ended only when everything went well. */
static bool import_all(struct importing *importing, const char *path, const struct buffer *bytes,
                       struct error *error)
{
    struct import_job job = { .take = take, .context = importing };
    if (!store_each(importing->store, NULL, remember, &importing->known, NULL, error) ||
        !store_begin(importing->store, error))
        return false;
    bool ok = import_read(buffer_text(bytes), bytes->length, &job, error);
    importing->outcomes[LEFT_OUT] = job.left_out;
    if (!ok) {
        if (importing->failed)
            *error = importing->error;
        error_prefix(error, path);
        store_abandon(importing->store);
        return false;
    }
    return store_end(importing->store, error);
}

static int report(struct importing *importing)
{
    struct context *context = importing->context;
    size_t stored = 0;
    output_table(context->out, context->arguments->format, columns, 2);
    for (size_t i = 0; i < OUTCOMES; i++) {
        char number[24];
        snprintf(number, sizeof number, "%zu", importing->outcomes[i]);
        const char *const values[2] = { outcome_names[i], number };
        output_row(context->out, values);
        stored += i != LEFT_OUT ? importing->outcomes[i] : 0;
    }
    output_table_end(context->out);
    return stored > 0 ? STATUS_DONE : STATUS_NOT_DONE;
}

int note_import(struct context *context, struct store *store, const char *path)
{
    struct importing importing = { .context = context, .store = store };
    struct buffer bytes = { 0 };
    struct error error;
    int status;
    if (!file_read(path, LIMIT, &bytes, &error)) {
        buffer_free(&bytes);
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    importing.locator = article_locator_new(context_collection(context, NULL),
                                             context->environment->conversion);
    if (import_all(&importing, path, &bytes, &error))
        status = report(&importing);
    else
        status = context_fail(context, &error, STATUS_NOT_DONE);
    article_locator_free(importing.locator);
    known_free(&importing.known);
    buffer_free(&bytes);
    return status;
}
