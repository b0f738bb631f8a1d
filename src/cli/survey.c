#include "cli/survey.h"

#include "library/roster.h"
#include "library/target.h"

struct survey {
    struct context *context;
    survey_visit *visit;
    void *data;
    struct mentions mentions;
    bool ok;
};

static void fail(struct survey *survey, const struct error *error)
{
    context_fail(survey->context, error, STATUS_NOT_DONE);
    survey->ok = false;
}

static void visit_text(struct survey *survey, const char *path, const char *id)
{
    struct error error;
    struct document *document = context_read(survey->context, path, &error);
    if (document == NULL) {
        fail(survey, &error);
        return;
    }
    survey->mentions.count = 0;
    entity_index_find(survey->context->entity_index, document, &survey->mentions);
    survey->visit(survey->data, &(struct survey_text){ path, id, document, &survey->mentions });
    document_free(document);
}

static void visit_collection(struct survey *survey, struct collection *collection)
{
    const struct roster *roster = collection_roster(collection);
    for (size_t i = 0; i < roster->count; i++) {
        if (!collection_is_guide(collection, roster->ids[i]))
            visit_text(survey, roster->paths[i], roster->ids[i]);
    }
}

static void visit_folder(struct survey *survey, const char *folder)
{
    struct error error;
    struct collection *collection =
        collection_open(folder, NULL, survey->context->environment->conversion, &error);
    if (collection == NULL) {
        fail(survey, &error);
        return;
    }
    context_tell_fault(survey->context, collection);
    visit_collection(survey, collection);
    collection_free(collection);
}

static void visit_name(struct survey *survey, const char *name)
{
    struct error error;
    struct target target;
    if (!target_resolve(context_collection(survey->context, NULL), name, &target, &error)) {
        fail(survey, &error);
        return;
    }
    if (target.kind == TARGET_FOLDER)
        visit_folder(survey, target.path);
    else
        visit_text(survey, target.path, target.id);
    target_free(&target);
}

static void visit_all(struct survey *survey)
{
    struct error error = { "" };
    struct collection *collection = context_collection(survey->context, &error);
    if (collection != NULL)
        visit_collection(survey, collection);
    else
        fail(survey, &error);
}

bool survey_run(struct context *context, const char *const *names, size_t count,
                survey_visit *visit, void *data)
{
    struct error error;
    struct survey survey = { context, visit, data, { 0 }, true };
    if (context_entity_index(context, &error) == NULL) {
        fail(&survey, &error);
        return false;
    }
    if (count == 0)
        visit_all(&survey);
    for (size_t i = 0; i < count; i++)
        visit_name(&survey, names[i]);
    mentions_free(&survey.mentions);
    return survey.ok;
}
