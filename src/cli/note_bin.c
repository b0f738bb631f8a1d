#include <string.h>

#include "cli/note.h"

static const struct output_column columns[] = {
    { "id", false },   { "kind", false },    { "article", false },
    { "gone", false }, { "comment", false }, { "quote", false },
};

#define COLUMNS (sizeof columns / sizeof *columns)

static bool print(void *context, const struct annotation *annotation, const char *gone)
{
    struct context *printing = context;
    const struct annotation_target *target = annotation_target(annotation, TARGET_SELECTION);
    const char *const values[COLUMNS] = {
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
    output_table(context->out, context->arguments->format, columns, COLUMNS);
    bool ok = store_bin_each(store, print, context, &error);
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    if (!ok)
        context_fail(context, &error, 0);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
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
