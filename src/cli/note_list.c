#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/article_locator.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "cli/note.h"
#include "library/target.h"
#include "notes/mark.h"

#define NUMBER_SIZE 24

#define LIST_COLUMNS "id kind article start# end# state tags comment quote created modified"
#define REVIEW_COLUMNS "id article state start# end# score# quote text"

struct listing {
    struct context *context;
    struct article_locator *locator;
    char **articles; /* ids of those asked for; none: all */
    size_t count;
    size_t capacity;
    bool review;
};

static void print_listed(struct listing *listing, const struct annotation *annotation,
                         const struct annotation_target *target, const char *article,
                         const struct anchor *anchor)
{
    struct output *out = listing->context->out;
    struct buffer tags = { 0 };
    bool placed = anchor->state == ANCHOR_EXACT || anchor->state == ANCHOR_MOVED;
    for (size_t i = 0; i < annotation->tag_count; i++) {
        buffer_add_text(&tags, i > 0 ? "," : "");
        buffer_add_text(&tags, annotation->tags[i]);
    }
    output_cell(out, annotation->id);
    output_cell(out, annotation_kind_name(annotation->kind));
    output_cell(out, article);
    output_cell_number(out, placed ? anchor->place.start : target->start);
    output_cell_number(out, placed ? anchor->place.end : target->end);
    output_cell(out, anchor_state_name(anchor->state));
    output_cell(out, buffer_text(&tags));
    output_cell(out, annotation->comment);
    output_cell(out, target->quote);
    output_cell(out, annotation->created);
    output_cell(out, annotation->modified);
    buffer_free(&tags);
}

/* A row a place that the passage may have now; one without a place when it is lost. */
static void print_candidate(struct listing *listing, const struct annotation *annotation,
                            const char *article, const struct anchor *anchor,
                            const struct anchor_place *place, const struct located_text *located)
{
    struct output *out = listing->context->out;
    const char *nowhere = listing->context->arguments->format == OUTPUT_JSON ? "null" : "";
    output_cell(out, annotation->id);
    output_cell(out, article);
    output_cell(out, anchor_state_name(anchor->state));
    if (place != NULL) {
        char score[NUMBER_SIZE];
        snprintf(score, sizeof score, "%.2f", place->score);
        output_cell_number(out, place->start);
        output_cell_number(out, place->end);
        output_cell(out, score);
    } else {
        for (int i = 0; i < 3; i++)
            output_cell(out, nowhere);
    }
    output_cell(out, annotation_target(annotation, TARGET_SELECTION)->quote);
    if (place != NULL)
        output_cell_span(out, located->document->text,
                         mark_span(located->document, place->start, place->end));
    else
        output_cell(out, "");
}

static void print_reviewed(struct listing *listing, const struct annotation *annotation,
                           const char *article, const struct anchor *anchor,
                           const struct located_text *located)
{
    switch (anchor->state) {
    case ANCHOR_EXACT: break;
    case ANCHOR_MOVED:
        print_candidate(listing, annotation, article, anchor, &anchor->place, located);
        break;
    case ANCHOR_AMBIGUOUS:
        for (size_t i = 0; i < anchor->candidate_count; i++)
            print_candidate(listing, annotation, article, anchor, &anchor->candidates[i], located);
        break;
    case ANCHOR_LOST: print_candidate(listing, annotation, article, anchor, NULL, located); break;
    }
}

static bool is_asked_for(const struct listing *listing, const char *article)
{
    bool asked = listing->count == 0;
    for (size_t i = 0; !asked && i < listing->count; i++)
        asked = strcmp(listing->articles[i], article) == 0;
    return asked;
}

static bool visit(void *context, const struct annotation *annotation)
{
    struct listing *listing = context;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    struct located_text *located;
    if (target == NULL)
        return true;
    struct anchor anchor = article_locator_find(listing->locator, target, &located);
    const char *article = located != NULL ? located->id : target->article;
    if (!is_asked_for(listing, article) && !is_asked_for(listing, target->article))
        return true;
    if (listing->review)
        print_reviewed(listing, annotation, article, &anchor, located);
    else
        print_listed(listing, annotation, target, article, &anchor);
    return !listing->context->out->failed;
}

static void push_article(struct listing *listing, const char *id)
{
    listing->articles =
        vector_grow(listing->articles, &listing->capacity, listing->count + 1, sizeof(char *));
    listing->articles[listing->count++] = xstrdup(id);
}

static bool is_one(void *context, const struct annotation *annotation)
{
    (void)annotation;
    *(bool *)context = true;
    return false;
}

/* Articles by their ids, other files by where they lie; one that is gone by what its notes call it.
 */
static bool add_article(struct listing *listing, struct store *store, const char *name,
                        struct error *error)
{
    struct target target;
    bool noted = false;
    if (!target_resolve(context_collection(listing->context, NULL), name, &target, error)) {
        (void)store_each(store, &(struct store_filter){ .article = name }, is_one, &noted, NULL,
                         NULL);
        if (noted)
            push_article(listing, name);
        return noted;
    }
    char *real = target.kind == TARGET_FILE ? realpath(target.path, NULL) : NULL;
    push_article(listing, real != NULL ? real : target.id);
    if (real != NULL)
        article_locator_add_file(listing->locator, real);
    free(real);
    target_free(&target);
    return true;
}

static struct store_filter make_filter(const struct note_arguments *note)
{
    struct store_filter filter = { .since = note->since, .until = note->until };
    enum annotation_kind kind;
    if (note->tag_count > 0)
        filter.tag = note->tags[0];
    if (note->kind != NULL && annotation_kind_parse(note->kind, &kind))
        filter.kinds = 1u << kind;
    return filter;
}

static int print_all(struct listing *listing, struct store *store)
{
    struct context *context = listing->context;
    struct error error;
    struct store_filter filter = make_filter(&context->arguments->note);
    size_t damaged = 0;
    context_table(context, listing->review ? REVIEW_COLUMNS : LIST_COLUMNS);
    bool ok = store_each(store, &filter, visit, listing, &damaged, &error);
    if (!ok)
        context_fail(context, &error, 0);
    return context_end_table(context, ok && damaged == 0);
}

static int list(struct context *context, struct store *store, const char *const *names,
                size_t count, bool review)
{
    struct listing listing = { .context = context, .review = review };
    struct error error;
    int status = STATUS_DONE;
    listing.locator = article_locator_new(context_collection(context, NULL),
                                             context->environment->conversion);
    for (size_t i = 0; i < count; i++) {
        if (!add_article(&listing, store, names[i], &error))
            status = context_fail(context, &error, STATUS_NOT_DONE);
    }
    if (count == 0 || listing.count > 0) {
        int printed = print_all(&listing, store);
        status = status == STATUS_DONE ? printed : status;
    }
    for (size_t i = 0; i < listing.count; i++)
        free(listing.articles[i]);
    free(listing.articles);
    article_locator_free(listing.locator);
    return status;
}

int note_list(struct context *context, struct store *store, const char *const *names, size_t count)
{
    return list(context, store, names, count, false);
}

int note_review(struct context *context, struct store *store, const char *const *names,
                size_t count)
{
    return list(context, store, names, count, true);
}
