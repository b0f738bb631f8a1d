#include "query/note_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "export/edited_block.h"
#include "notes/import.h"
#include "notes/known.h"
#include "notes/mark.h"
#include "query/article_locator.h"

#define LIMIT ((size_t)1 << 30)

static const char *const outcome_names[NOTE_IMPORT_OUTCOMES] = {
    "exact", "moved", "ambiguous", "lost", "edited", "edited here too", "already there", "left out",
};

const char *note_import_outcome_name(enum note_import_outcome outcome)
{
    return outcome_names[outcome];
}

size_t note_import_stored(const struct note_import_report *report)
{
    size_t stored = 0;
    for (size_t i = 0; i < NOTE_IMPORT_LEFT_OUT; i++)
        stored += report->outcomes[i];
    return stored;
}

struct importing {
    const struct note_import_wish *wish;
    struct note_import_report *report;
    struct article_locator *locator;
    struct import_job *job;
    struct known known;
    size_t seen;
    bool failed;
    struct error error; /* of the store */
};

/* ---- where a note belongs ---- */

static void describe(const struct located_text *located, struct span span,
                     struct annotation_target *target)
{
    char *source = target->source;
    target->source = NULL;
    mark_describe(located->document, located->text->hash, span, target);
    if (target->source[0] == '\0' && source[0] != '\0')
        annotation_set(&target->source, source);
    free(source);
}

/* A note on the whole article stands at its first heading or paragraph. */
static enum note_import_outcome place_page_note(struct importing *importing,
                                                struct annotation_target *target)
{
    struct located_text *located = article_locator_article(importing->locator, target);
    if (located == NULL || located->document->block_count == 0)
        return NOTE_IMPORT_LOST;
    const struct block *first = &located->document->blocks[0];
    annotation_set(&target->article, located->id);
    annotation_set(&target->path, located->path);
    describe(located, (struct span){ first->start, first->end }, target);
    return NOTE_IMPORT_EXACT;
}

/* A foreign annotation takes the place that its quote has now, described as if it were marked
 * there; one that has none keeps what it brought. */
static enum note_import_outcome place(struct importing *importing, struct annotation *annotation)
{
    struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    struct located_text *located;
    if (target->quote[strspn(target->quote, " \t\r\n")] == '\0')
        return place_page_note(importing, target);
    struct anchor anchor = article_locator_find(importing->locator, target, &located);
    if (located == NULL) {
        located = article_locator_search(importing->locator, target);
        if (located != NULL)
            anchor = anchor_find(located->text, target);
    }
    if (located == NULL)
        return NOTE_IMPORT_LOST;
    annotation_set(&target->article, located->id);
    annotation_set(&target->path, located->path);
    if (anchor.state != ANCHOR_EXACT && anchor.state != ANCHOR_MOVED)
        return anchor.state == ANCHOR_AMBIGUOUS ? NOTE_IMPORT_AMBIGUOUS : NOTE_IMPORT_LOST;
    bool same = anchor.same_words;
    describe(located, mark_span(located->document, anchor.place.start, anchor.place.end), target);
    return same ? NOTE_IMPORT_EXACT : NOTE_IMPORT_MOVED;
}

static enum note_import_outcome outcome_of(struct importing *importing,
                                           const struct annotation *annotation)
{
    static const enum note_import_outcome of[] = { NOTE_IMPORT_EXACT, NOTE_IMPORT_MOVED,
                                                   NOTE_IMPORT_AMBIGUOUS, NOTE_IMPORT_LOST };
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    if (target == NULL)
        return NOTE_IMPORT_LOST;
    return of[article_locator_find(importing->locator, target, NULL).state];
}

/* ---- blocks of our own Markdown ---- */

static bool take_edits(struct importing *importing, const struct annotation *file)
{
    struct annotation stored, made;
    enum note_import_outcome outcome = NOTE_IMPORT_THERE;
    if (!store_get(importing->wish->store, file->id, &stored, &importing->error))
        return false;
    if (edited_block_differs(&stored, file))
        outcome = edited_block_is_newer(&stored, file) ? NOTE_IMPORT_EDITED : NOTE_IMPORT_CONFLICT;
    bool ok = true;
    if (outcome == NOTE_IMPORT_EDITED) {
        edited_block_take(&made, &stored, file);
        ok = store_update(importing->wish->store, &made, &importing->error);
        annotation_free(&made);
    }
    annotation_free(&stored);
    importing->report->outcomes[outcome]++;
    return ok;
}

/* Tags of a note that is not here lose their #, and it is as a foreign one. */
static void make_foreign(struct annotation *annotation)
{
    struct buffer origin = { 0 };
    buffer_add_format(&origin, IMPORT_OWN "%s", annotation->id);
    annotation_set(&annotation->origin, buffer_text(&origin));
    annotation->id[0] = '\0';
    memcpy(annotation->created, annotation->modified, sizeof annotation->created);
    for (size_t i = 0; i < annotation->tag_count; i++)
        memmove(annotation->tags[i], annotation->tags[i] + 1, strlen(annotation->tags[i]));
    buffer_free(&origin);
}

/* ---- one after the other ---- */

static bool is_there(struct importing *importing, const struct annotation *annotation)
{
    const char *origin = annotation->origin;
    size_t own = strlen(IMPORT_OWN);
    return (strncmp(origin, IMPORT_OWN, own) == 0 &&
            store_has(importing->wish->store, origin + own)) ||
           known_has(&importing->known, annotation);
}

static bool add(struct importing *importing, struct annotation *annotation, bool own)
{
    enum note_import_outcome outcome =
        own ? outcome_of(importing, annotation) : place(importing, annotation);
    if (!own && is_there(importing, annotation)) {
        importing->report->outcomes[NOTE_IMPORT_THERE]++;
        return true;
    }
    if (!store_add(importing->wish->store, annotation, &importing->error))
        return false;
    known_add(&importing->known, annotation);
    importing->report->outcomes[outcome]++;
    return true;
}

static bool take(void *context, struct annotation *annotation, bool own)
{
    struct importing *importing = context;
    bool there = own && store_has(importing->wish->store, annotation->id);
    bool ok = true;
    if (importing->wish->progress != NULL)
        importing->wish->progress(importing->wish->context, ++importing->seen);
    if (there && importing->job->edited) {
        ok = take_edits(importing, annotation);
    } else if (there) {
        importing->report->outcomes[NOTE_IMPORT_THERE]++;
    } else {
        if (importing->job->edited)
            make_foreign(annotation);
        ok = add(importing, annotation, own && !importing->job->edited);
    }
    importing->failed = !ok;
    return ok;
}

static bool remember(void *context, const struct annotation *annotation)
{
    known_add(context, annotation);
    return true;
}

static bool import_all(struct importing *importing, const char *path, const struct buffer *bytes,
                       struct error *error)
{
    struct import_job job = { .take = take, .context = importing };
    struct store *store = importing->wish->store;
    importing->job = &job;
    const struct store_filter all = { .kinds = ~0u };
    if (!store_each(store, &all, remember, &importing->known, NULL, error) ||
        !store_begin(store, error))
        return false;
    bool ok = import_read(buffer_text(bytes), bytes->length, &job, error);
    importing->report->kind = job.kind;
    importing->report->outcomes[NOTE_IMPORT_LEFT_OUT] = job.left_out;
    if (ok)
        return store_end(store, error);
    if (importing->failed)
        *error = importing->error;
    error_prefix(error, path);
    store_abandon(store);
    return false;
}

bool note_import(const struct note_import_wish *wish, const char *path,
                 struct note_import_report *report, struct error *error)
{
    struct importing importing = { .wish = wish, .report = report };
    struct buffer bytes = { 0 };
    *report = (struct note_import_report){ .kind = NULL };
    bool ok = file_read(path, LIMIT, &bytes, error);
    if (ok) {
        importing.locator = article_locator_new(wish->collection, wish->conversion);
        ok = import_all(&importing, path, &bytes, error);
        article_locator_free(importing.locator);
    }
    known_free(&importing.known);
    buffer_free(&bytes);
    return ok;
}
