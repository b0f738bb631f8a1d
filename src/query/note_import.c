#include "query/note_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "export/edited_block.h"
#include "notes/import.h"
#include "notes/known.h"
#include "notes/mark.h"
#include "query/article_locator.h"

#define LIMIT ((size_t)1 << 30)

static const char *const outcome_names[NOTE_IMPORT_OUTCOMES] = {
    N_("exact"), N_("moved"), N_("ambiguous"), N_("lost"), N_("edited"), N_("edited here too"), N_("already there"), N_("left out"),
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

struct read_note {
    struct annotation annotation;
    enum note_import_outcome outcome; /* of what the collection has */
    bool own;
};

struct note_import {
    struct note_import_wish wish;
    char *path;
    struct article_locator *locator;
    const char *kind;
    size_t left_out;
    enum import_edited edited;
    bool stopped;
    struct read_note *items;
    size_t count, capacity;
};

struct storing {
    struct store *store;
    struct note_import_report *report;
    enum import_edited edited;
    struct known known;
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
static enum note_import_outcome place_page_note(struct note_import *import,
                                                struct annotation_target *target)
{
    struct located_text *located = article_locator_article(import->locator, target);
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
static enum note_import_outcome place(struct note_import *import, struct annotation *annotation)
{
    struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    struct located_text *located;
    if (target->quote[strspn(target->quote, " \t\r\n")] == '\0')
        return place_page_note(import, target);
    struct anchor anchor = article_locator_find(import->locator, target, &located);
    if (located == NULL) {
        located = article_locator_search(import->locator, target);
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

static enum note_import_outcome outcome_of(struct note_import *import,
                                           const struct annotation *annotation)
{
    static const enum note_import_outcome of[] = { NOTE_IMPORT_EXACT, NOTE_IMPORT_MOVED,
                                                   NOTE_IMPORT_AMBIGUOUS, NOTE_IMPORT_LOST };
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    if (target == NULL)
        return NOTE_IMPORT_LOST;
    return of[article_locator_find(import->locator, target, NULL).state];
}

/* ---- blocks of our own Markdown ---- */

static bool take_edits(struct storing *storing, const struct annotation *file, struct error *error)
{
    struct annotation stored, made;
    enum note_import_outcome outcome = NOTE_IMPORT_THERE;
    if (!store_get(storing->store, file->id, &stored, error))
        return false;
    if (edited_block_differs(&stored, file, storing->edited))
        outcome = edited_block_is_newer(&stored, file) ? NOTE_IMPORT_EDITED : NOTE_IMPORT_CONFLICT;
    bool ok = true;
    if (outcome == NOTE_IMPORT_EDITED) {
        edited_block_take(&made, &stored, file, storing->edited);
        ok = store_update(storing->store, &made, error);
        annotation_free(&made);
    }
    annotation_free(&stored);
    storing->report->outcomes[outcome]++;
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

/* ---- reading ---- */

static bool goes_on(struct note_import *import, size_t done)
{
    import->stopped = import->wish.go_on != NULL &&
                      !import->wish.go_on(import->wish.context, done, import->count);
    return !import->stopped;
}

static bool take(void *context, struct annotation *annotation, bool own)
{
    struct note_import *import = context;
    struct read_note note = { .own = own };
    annotation_copy(&note.annotation, annotation);
    VECTOR_PUSH(import, note);
    return goes_on(import, 0);
}

/* Whether a block of our own Markdown is of a note that is here, only the store knows. */
static bool find_places(struct note_import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        struct read_note *note = &import->items[i];
        if (!goes_on(import, i))
            return false;
        if (!note->own)
            note->outcome = place(import, &note->annotation);
        else if (!import->edited)
            note->outcome = outcome_of(import, &note->annotation);
    }
    return true;
}

static bool read_file(struct note_import *import, struct error *error)
{
    struct import_job job = { .take = take, .context = import };
    struct buffer bytes = { 0 };
    if (!file_read(import->path, LIMIT, &bytes, error))
        return false;
    bool ok = import_read(buffer_text(&bytes), bytes.length, &job, error);
    buffer_free(&bytes);
    import->kind = job.kind;
    import->edited = job.edited;
    import->left_out = job.left_out;
    ok = ok && find_places(import);
    if (import->stopped)
        *error = (struct error){ "" };
    else if (!ok)
        error_prefix(error, import->path);
    return ok;
}

struct note_import *note_import_read(const struct note_import_wish *wish, const char *path,
                                     struct error *error)
{
    struct note_import *import = xcalloc(1, sizeof *import);
    import->wish = *wish;
    import->path = xstrdup(path);
    import->locator = article_locator_new(wish->collection, wish->conversion);
    if (read_file(import, error))
        return import;
    note_import_free(import);
    return NULL;
}

void note_import_free(struct note_import *import)
{
    if (import == NULL)
        return;
    for (size_t i = 0; i < import->count; i++)
        annotation_free(&import->items[i].annotation);
    article_locator_free(import->locator);
    free(import->items);
    free(import->path);
    free(import);
}

/* ---- storing ---- */

static bool is_there(const struct storing *storing, const struct annotation *annotation)
{
    const char *origin = annotation->origin;
    size_t own = strlen(IMPORT_OWN);
    return (strncmp(origin, IMPORT_OWN, own) == 0 && store_has(storing->store, origin + own)) ||
           known_has(&storing->known, annotation);
}

static bool add(struct storing *storing, struct read_note *note, struct error *error)
{
    if (!note->own && is_there(storing, &note->annotation)) {
        storing->report->outcomes[NOTE_IMPORT_THERE]++;
        return true;
    }
    if (!store_add(storing->store, &note->annotation, error))
        return false;
    known_add(&storing->known, &note->annotation);
    storing->report->outcomes[note->outcome]++;
    return true;
}

static bool store_note(struct note_import *import, struct storing *storing, struct read_note *note,
                       struct error *error)
{
    bool there = note->own && store_has(storing->store, note->annotation.id);
    if (there && import->edited)
        return take_edits(storing, &note->annotation, error);
    if (there) {
        storing->report->outcomes[NOTE_IMPORT_THERE]++;
        return true;
    }
    if (import->edited) {
        make_foreign(&note->annotation);
        note->own = false;
        note->outcome = place(import, &note->annotation);
    }
    return add(storing, note, error);
}

static bool remember(void *context, const struct annotation *annotation)
{
    known_add(context, annotation);
    return true;
}

static bool store_all(struct note_import *import, struct storing *storing, struct error *error)
{
    const struct store_filter all = { .kinds = ~0u };
    if (!store_each(storing->store, &all, remember, &storing->known, NULL, error) ||
        !store_begin(storing->store, error))
        return false;
    for (size_t i = 0; i < import->count; i++) {
        if (!store_note(import, storing, &import->items[i], error)) {
            store_abandon(storing->store);
            return false;
        }
    }
    return store_end(storing->store, error);
}

bool note_import_store(struct note_import *import, struct store *store,
                       struct note_import_report *report, struct error *error)
{
    struct storing storing = { .store = store, .report = report, .edited = import->edited };
    *report = (struct note_import_report){ .kind = import->kind };
    report->outcomes[NOTE_IMPORT_LEFT_OUT] = import->left_out;
    bool ok = store_all(import, &storing, error);
    if (!ok)
        error_prefix(error, import->path);
    known_free(&storing.known);
    return ok;
}
