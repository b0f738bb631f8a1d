#include "cli/note_counterpart.h"

#include <stdlib.h>
#include <string.h>

#include "library/version_files.h"
#include "notes/mark.h"
#include "query/aligner.h"
#include "query/passage_map.h"
#include "query/versions.h"

#define LIKELY 0.25 /* a counterpart that is less sure is none, as in the room */

/* Another version: an article's id and path, or of a file outside the collection its path twice; borrowed. */
struct counterpart_version {
    const char *id, *path;
};

struct counterpart_versions {
    struct counterpart_version items[VERSIONS_MOST];
    size_t count;
    struct version_names files; /* owns the paths of files */
};

/* Those of the article's story, or files beside it that are called alike. */
static bool find_versions(struct context *context, const struct located_text *located,
                          struct counterpart_versions *versions, struct error *error)
{
    struct collection *collection = context_collection(context, NULL);
    const struct article *found[VERSIONS_MOST];
    if (collection != NULL && !collection_scan(collection, error))
        return false;
    const struct article *article = collection != NULL ? collection_by_id(collection, located->id) : NULL;
    size_t count = article != NULL ? versions_of(collection, article, found) : 0;
    for (size_t i = 0; i < count; i++)
        versions->items[versions->count++] = (struct counterpart_version){ found[i]->id, found[i]->path };
    char *real = article == NULL ? realpath(located->path, NULL) : NULL;
    if (real != NULL)
        version_files(real, &versions->files);
    free(real);
    for (size_t i = 0; i < versions->files.count && versions->count < VERSIONS_MOST; i++)
        versions->items[versions->count++] =
            (struct counterpart_version){ versions->files.items[i], versions->files.items[i] };
    if (versions->count == 0)
        error_set(error, "%s: has no other version", located->id);
    return versions->count > 0;
}

static void describe(const struct located_text *other, struct span span, struct annotation *made)
{
    struct annotation_target *target = annotation_add_target(made, TARGET_COUNTERPART);
    mark_describe(other->document, other->text->hash, span, target);
    annotation_set(&target->article, other->id);
    annotation_set(&target->path, other->path);
}

/* The one place in all versions where the words stand. */
static bool find_words(struct article_locator *locator, const struct counterpart_versions *versions,
                       const char *words, struct annotation *made, struct error *error)
{
    size_t found = 0;
    for (size_t i = 0; i < versions->count; i++) {
        struct anchor_place place;
        const struct counterpart_version *version = &versions->items[i];
        struct located_text *other = article_locator_open(locator, version->id, version->path, error);
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

static bool add_aligned(struct context *context, struct article_locator *locator,
                        const struct located_text *located, struct span span, const struct counterpart_version *version,
                        struct annotation *made, struct error *error)
{
    struct span there;
    struct located_text *other = article_locator_open(locator, version->id, version->path, error);
    if (other == NULL || !align(context, located, other, span, &there, error))
        return false;
    describe(other, there, made);
    return true;
}

bool note_counterpart_add(struct context *context, struct article_locator *locator,
                          const struct located_text *located, struct span span, const char *words,
                          struct annotation *made, struct error *error)
{
    struct counterpart_versions versions = { .count = 0 };
    bool ok = find_versions(context, located, &versions, error);
    if (ok && strcmp(words, "auto") != 0)
        ok = find_words(locator, &versions, words, made, error);
    else if (ok)
        ok = add_aligned(context, locator, located, span, &versions.items[0], made, error);
    version_names_free(&versions.files);
    return ok;
}
