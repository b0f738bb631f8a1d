#include "cli/pairs.h"

#include <stdio.h>

#include "base/message.h"
#include "cli/progress.h"
#include "query/article_pairs.h"

static void print_pairs(struct output *out, const struct article_pairs *pairs,
                        void (*print)(struct output *, const char *const *))
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct article_pair *pair = &pairs->items[i];
        char score[16];
        snprintf(score, sizeof score, "%.2f", pair->score);
        const char *const values[] = { pair->a->id, pair->b->id, article_pair_how_name(pair->how),
                                       score };
        print(out, values);
    }
}

static bool go_on(void *data, double done)
{
    return progress_go_on(data, N_("pairing"), (size_t)(done * PROGRESS_PERCENT), PROGRESS_PERCENT);
}

/* With a bar: many articles take their time. */
static bool find_pairs(struct context *context, struct collection *collection, struct aligner *aligner,
                       struct article_pairs *pairs)
{
    struct progress progress;
    progress_begin(&progress, context_line_width(context));
    bool ok = article_pairs_find(collection, aligner, &(struct article_pairs_wish){ go_on, &progress, NULL },
                                 pairs);
    progress_end(&progress);
    return ok;
}

static int print_collection(struct context *context, struct collection *collection)
{
    struct error error;
    struct article_pairs pairs = { 0 };
    const struct environment *environment = context->environment;
    const struct entity_index *entity_index = context_entity_index(context, &error);
    if (entity_index == NULL || !collection_scan(collection, &error))
        return context_fail(context, &error, STATUS_NOT_DONE);
    struct aligner *aligner = aligner_new(collection, entity_index, environment->data_folder,
                                          environment->cache_folder);
    if (!find_pairs(context, collection, aligner, &pairs)) {
        article_pairs_free(&pairs);
        aligner_free(aligner);
        error_set(&error, "pairs: stopped");
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    context_table(context, "a b how score#");
    print_pairs(context->out, &pairs, output_measure);
    print_pairs(context->out, &pairs, output_row);
    output_table_end(context->out);
    int status = pairs.count > 0 ? STATUS_DONE : STATUS_NOT_DONE;
    article_pairs_free(&pairs);
    aligner_free(aligner);
    return status;
}

int cli_pairs(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    if (count == 0) {
        struct collection *collection = context_collection(context, &error);
        return collection != NULL ? print_collection(context, collection)
                                  : context_fail(context, &error, STATUS_NOT_DONE);
    }
    struct collection *collection =
        collection_open(names[0], context->environment->cache_folder,
                        context->environment->conversion, &error);
    if (collection == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    context_tell_fault(context, collection);
    context->collection = collection; /* its notes are the names in force */
    return print_collection(context, collection);
}
