#include <stdlib.h>
#include <string.h>

#include "query/article_locator.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "cli/note.h"
#include "cli/note_counterpart.h"
#include "library/target.h"
#include "notes/mark.h"

#define SHOWN 8   /* places of a quote that has several */
#define AROUND 24 /* code points shown of what stands around one */

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* One line for each place: where it is, and what stands around it. */
static void tell_places(struct context *context, const struct located_text *located,
                        const struct anchor_place *places, size_t count)
{
    const struct document *document = located->document;
    for (size_t i = 0; i < count; i++) {
        struct error error;
        size_t start = places[i].start > AROUND ? places[i].start - AROUND : 0;
        struct span span = mark_span(document, start, places[i].end + AROUND);
        error_set(&error, "%s:%zu: %.*s", located->id, places[i].start,
                  (int)(span.end - span.start), document->text + span.start);
        context_fail(context, &error, 0);
    }
}

/* The quote's nearest likeness, so that a slip of the fingers is seen. */
static void tell_likeness(struct context *context, struct located_text *located)
{
    const struct note_arguments *note = &context->arguments->note;
    struct annotation made;
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    annotation_set(&target->quote, note->quote);
    annotation_set(&target->prefix, or_empty(note->prefix));
    annotation_set(&target->suffix, or_empty(note->suffix));
    struct anchor anchor = anchor_find(located->text, target);
    if (anchor.state == ANCHOR_AMBIGUOUS) {
        tell_places(context, located, anchor.candidates, anchor.candidate_count);
    } else if (anchor.state != ANCHOR_LOST) {
        tell_places(context, located, &anchor.place, 1);
    }
    annotation_free(&made);
}

static bool find_place(struct context *context, struct located_text *located,
                       struct anchor_place *place)
{
    const struct note_arguments *note = &context->arguments->note;
    struct anchor_place places[SHOWN];
    struct error error;
    size_t count = anchor_occurrences(located->text, note->quote, or_empty(note->prefix),
                                      or_empty(note->suffix), places, SHOWN);
    if (count == 1) {
        *place = places[0];
        return true;
    }
    if (count == 0)
        error_set(&error, "%s: the quote is not in it%s", located->id,
                  note->prefix != NULL || note->suffix != NULL ? _(" with that context") : "");
    else
        error_set(&error,
                  "%s: the quote is in it %zu times; --prefix or --suffix tells which is meant",
                  located->id, count);
    context_fail(context, &error, 0);
    if (count == 0)
        tell_likeness(context, located);
    else
        tell_places(context, located, places, count < SHOWN ? count : SHOWN);
    return false;
}

/* A link leads to the entity that its comment names first, [[name]]: by its id, where the name is
 * that of one entity. */
static bool set_link(struct context *context, struct annotation *annotation)
{
    const char *open = strstr(annotation->comment, "[[");
    const char *close = open != NULL ? strstr(open, "]]") : NULL;
    if (close == NULL || strchr("|#]", open[2]) != NULL)
        return false;
    free(annotation->entity);
    size_t length = strcspn(open + 2, "|#]"); /* "[[ma|Jack Ma]]" is ma */
    annotation->entity = xstrndup(open + 2, length);
    struct error error;
    const struct entity_index *entities = context_entity_index(context, &error);
    const char *id = entities != NULL ? entity_index_resolve(entities, annotation->entity) : NULL;
    if (id != NULL)
        annotation_set(&annotation->entity, id);
    return true;
}

static bool set_words(struct context *context, struct annotation *annotation, struct error *error)
{
    const struct note_arguments *note = &context->arguments->note;
    annotation_set(&annotation->comment, or_empty(note->comment));
    for (size_t i = 0; i < note->tag_count; i++)
        annotation_add_tag(annotation, note->tags[i]);
    if (note->kind != NULL)
        (void)annotation_kind_parse(note->kind, &annotation->kind);
    else if (annotation->comment[0] != '\0')
        annotation->kind = ANNOTATION_COMMENT;
    else if (annotation->tag_count > 0)
        annotation->kind = ANNOTATION_TAG;
    if (annotation->kind == ANNOTATION_LINK && !set_link(context, annotation)) {
        error_set(error, "note add: a link wants a comment that says where to: [[name]]");
        return false;
    }
    return true;
}

/* In the collection an article is known by its id, any other file by where it lies. */
static void set_article(struct context *context, const struct located_text *located,
                        struct annotation_target *target)
{
    char *real = realpath(located->path, NULL);
    char *id = context->collection != NULL && real != NULL
                   ? collection_id_of_path(context->collection, real)
                   : NULL;
    annotation_set(&target->path, real != NULL ? real : located->path);
    annotation_set(&target->article, id != NULL ? id : target->path);
    free(id);
    free(real);
}

/* A note that has no counterpart is kept all the same, and that is said, when the alignment was to
 * find it; words that are not there are a slip. */
static int pair(struct context *context, struct article_locator *locator,
                const struct located_text *located, const struct anchor_place *place,
                struct annotation *made)
{
    const char *words = context->arguments->note.counterpart;
    struct span span = mark_span(located->document, place->start, place->end);
    struct error error;
    if (words == NULL || note_counterpart_add(context, locator, located, span, words, made, &error))
        return STATUS_DONE;
    if (strcmp(words, "auto") != 0)
        return context_fail(context, &error, STATUS_NOT_DONE);
    error_prefix(&error, "note add: no counterpart");
    context_fail(context, &error, 0);
    return STATUS_DONE;
}

static int add(struct context *context, struct store *store, struct article_locator *locator,
               struct located_text *located)
{
    struct anchor_place place;
    struct annotation made;
    struct error error;
    if (!find_place(context, located, &place))
        return STATUS_NOT_DONE;
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark_describe(located->document, located->text->hash,
                  mark_span(located->document, place.start, place.end), target);
    set_article(context, located, target);
    int status = pair(context, locator, located, &place, &made);
    if (status != STATUS_DONE) {
        annotation_free(&made);
        return status;
    }
    if (!set_words(context, &made, &error)) {
        status = context_fail(context, &error, STATUS_USAGE);
    } else if (!store_add(store, &made, &error)) {
        status = context_fail(context, &error, STATUS_NOT_DONE);
    } else {
        output_text(context->out, made.id, strlen(made.id));
        output_text(context->out, "\n", 1);
    }
    annotation_free(&made);
    return status;
}

int note_add(struct context *context, struct store *store, const char *name)
{
    struct error error = { "" };
    struct target target;
    const char *quote = context->arguments->note.quote;
    if (quote[strspn(quote, " \t\r\n")] == '\0') {
        error_set(&error, "--quote: is empty: there is nothing to mark");
        return context_fail(context, &error, STATUS_USAGE);
    }
    if (!target_resolve(context_collection(context, NULL), name, &target, &error))
        return context_fail(context, &error, STATUS_NOT_DONE);
    struct article_locator *locator = article_locator_new(NULL, context->environment->conversion);
    struct located_text *located = article_locator_open(locator, target.id, target.path, &error);
    int status = located != NULL ? add(context, store, locator, located)
                                 : context_fail(context, &error, STATUS_NOT_DONE);
    article_locator_free(locator);
    target_free(&target);
    return status;
}
