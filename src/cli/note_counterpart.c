#include "cli/note_counterpart.h"

#include <string.h>

#include "notes/mark.h"
#include "query/aligner.h"
#include "query/passage_map.h"
#include "query/versions.h"

#define LIKELY 0.25 /* a counterpart that is less sure is none, as in the room */

static size_t find_versions(struct context *context, const struct located_text *located,
                            const struct article *versions[VERSIONS_MOST], struct error *error)
{
    struct collection *collection = context_collection(context, NULL);
    if (collection == NULL || !collection_scan(collection, error))
        return 0;
    const struct article *article = collection_by_id(collection, located->id);
    size_t count = article != NULL ? versions_of(collection, article, versions) : 0;
    if (count == 0)
        error_set(error, "%s: has no other version", located->id);
    return count;
}

static void describe(const struct located_text *other, struct span span, struct annotation *made)
{
    struct annotation_target *target = annotation_add_target(made, TARGET_COUNTERPART);
    mark_describe(other->document, other->text->hash, span, target);
    annotation_set(&target->article, other->id);
    annotation_set(&target->path, other->path);
}

/* The one place in all versions where the words stand. */
static bool find_words(struct article_locator *locator, const struct article *const *versions,
                       size_t count, const char *words, struct annotation *made,
                       struct error *error)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct anchor_place place;
        struct located_text *other =
            article_locator_open(locator, versions[i]->id, versions[i]->path, error);
        if (other == NULL)
            return false;
        size_t here = anchor_occurrences(other->text, words, "", "", &place, 1);
        found += here;
        if (here == 1 && found == 1)
            describe(other, mark_span(other->document, place.start, place.end), made);
    }
    if (found == 0)
        error_set(error, "--counterpart: \"%s\" is in no other version", words);
    else if (found > 1)
        error_set(error, "--counterpart: \"%s\" is there %zu times; more of its words tell which",
                  words, found);
    return found == 1;
}

/* The passage of `other` that is aligned with `span`. */
static bool align(struct context *context, const struct located_text *located,
                  const struct located_text *other, struct span span, struct span *there,
                  struct error *error)
{
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct alignment alignment = { 0 };
    const struct entity_index *entities = context_entity_index(context, error);
    if (entities == NULL)
        return false;
    struct aligner *aligner =
        aligner_new(context_collection(context, NULL), entities,
                    context->environment->data_folder, context->environment->cache_folder);
    aligner_read(aligner, located->document, &texts[0]);
    aligner_read(aligner, other->document, &texts[1]);
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    task.mode = aligner_mode(located->document, located->id, other->document, other->id);
    double confidence = 0;
    bool ok = aligner_align(aligner, &task, &alignment, error);
    if (ok && (!passage_map_join(&alignment, 0, span, there, &confidence) || confidence < LIKELY)) {
        error_set(error, "%s: has nothing that surely stands for this passage", other->id);
        ok = false;
    }
    alignment_free(&alignment);
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
    aligner_free(aligner);
    return ok;
}

bool note_counterpart_add(struct context *context, struct article_locator *locator,
                          const struct located_text *located, struct span span, const char *words,
                          struct annotation *made, struct error *error)
{
    const struct article *versions[VERSIONS_MOST];
    struct span there;
    size_t count = find_versions(context, located, versions, error);
    if (count == 0)
        return false;
    if (strcmp(words, "auto") != 0)
        return find_words(locator, versions, count, words, made, error);
    struct located_text *other =
        article_locator_open(locator, versions[0]->id, versions[0]->path, error);
    if (other == NULL || !align(context, located, other, span, &there, error))
        return false;
    describe(other, there, made);
    return true;
}
