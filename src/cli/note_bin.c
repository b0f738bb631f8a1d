#include <string.h>

#include "cli/note.h"

static bool print(void *context, const struct annotation *annotation, const char *gone)
{
    struct context *printing = context;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    const char *const values[] = {
        annotation->id,
        annotation_kind_name(annotation->kind),
        target != NULL ? target->article : "",
        gone,
        annotation->comment,
        target != NULL ? target->quote : "",
    };
    output_row(printing->out, values);
    return !printing->out->failed;
}

int note_deleted(struct context *context, struct store *store)
{
    struct error error;
    context_table(context, "id kind article gone comment quote");
    bool ok = store_bin_each(store, print, context, &error);
    if (!ok)
        context_fail(context, &error, 0);
    return context_end_table(context, ok);
}

int note_restore(struct context *context, struct store *store, const char *const *ids, size_t count)
{
    int status = STATUS_DONE;
    for (size_t i = 0; i < count; i++) {
        struct error error;
        char id[ANNOTATION_ID_SIZE + 1];
        if (!store_bin_restore(store, ids[i], id, &error)) {
            status = context_fail(context, &error, STATUS_NOT_DONE);
            continue;
        }
        output_text(context->out, id, strlen(id));
        output_text(context->out, "\n", 1);
    }
    return status;
}

int note_empty(struct context *context, struct store *store)
{
    struct error error;
    size_t count;
    return store_bin_empty(store, &count, &error) ? STATUS_DONE
                                                  : context_fail(context, &error, STATUS_NOT_DONE);
}
