#include "cli/context.h"

#include <stdlib.h>
#include <string.h>
#include <string.h>

#include "base/file.h"
#include "doc/encoding.h"
#include "doc/reader.h"
#include "notes/store.h"
#include "base/xalloc.h"

const struct subcommand *context_find(const struct context *context, const char *name)
{
    for (const struct subcommand *at = context->commands; at->name != NULL; at++) {
        if (strcmp(name, at->name) == 0)
            return at;
    }
    return NULL;
}

struct document *context_read(const struct context *context, const char *path, struct error *error)
{
    struct reader_wish wish = { .raw = (context->arguments->given & FLAG_RAW) != 0 };
    if (context->arguments->encoding != NULL)
        strcpy(wish.encoding, context->arguments->encoding); /* its length was looked at */
    struct document *document = reader_open_as(context->environment->conversion, path, &wish, error);
    char *note = document != NULL ? encoding_note(document, path) : NULL;
    if (note != NULL)
        output_complain(note, context->ascii_errors);
    free(note);
    return document;
}

void context_table(struct context *context, const char *columns)
{
    output_table(context->out, context->arguments->format, columns);
}

int context_end_table(struct context *context, bool ok)
{
    bool any = context->out->rows > 0;
    output_table_end(context->out);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}

int context_fail(struct context *context, const struct error *error, int status)
{
    output_complain(error->text, context->ascii_errors);
    return status;
}

void context_tell_notice(struct context *context, struct store *store)
{
    struct error notice;
    store_notice(store, &notice);
    if (notice.text[0] != '\0')
        context_fail(context, &notice, 0);
}

static const char *chosen_folder(const struct context *context)
{
    if (context->arguments->collection != NULL)
        return context->arguments->collection;
    return environment_collection(context->environment);
}

void context_tell_fault(const struct context *context, const struct collection *collection)
{
    const char *fault = collection_fault(collection);
    if (fault == NULL)
        return;
    char *text = file_join(collection_folder(collection), fault);
    output_complain(text, context->ascii_errors);
    free(text);
}

struct collection *context_collection(struct context *context, struct error *error)
{
    if (context->collection != NULL)
        return context->collection;
    const char *folder = chosen_folder(context);
    if (folder == NULL) {
        error_set(error, "no collection was found; name one with --collection DIR");
        return NULL;
    }
    context->collection = collection_open(folder, context->environment->cache_folder,
                                          context->environment->conversion, error);
    if (context->collection != NULL)
        context_tell_fault(context, context->collection);
    return context->collection;
}

/* --vault, else the one that the room writes new notes to, if it is there. NULL none. Caller
 * frees. */
static char *find_vault(const struct context *context)
{
    if (context->arguments->vault != NULL)
        return xstrdup(context->arguments->vault);
    if (context->environment->data_folder == NULL)
        return NULL;
    char *folder = file_join(context->environment->data_folder, "vault");
    if (file_is_folder(folder))
        return folder;
    free(folder);
    return NULL;
}

const struct entity_index *context_entity_index(struct context *context, struct error *error)
{
    if (context->entity_index == NULL) {
        char *vault = find_vault(context);
        context->entity_index = entity_index_new(&(struct entity_index_sources){
            context_collection(context, NULL), context->environment->collection, vault,
            (context->arguments->given & FLAG_DEMONYMS) != 0 });
        free(vault);
    }
    const char *fault = entity_index_fault(context->entity_index);
    if (fault == NULL)
        return context->entity_index;
    error_set(error, "--vault: %s", fault);
    return NULL;
}

int context_width(const struct context *context, int otherwise)
{
    if (context->arguments->width > 0)
        return context->arguments->width;
    int columns = context->environment->columns;
    if (columns == 0)
        return otherwise;
    return columns < WIDTH_LEAST ? WIDTH_LEAST : columns < WIDTH_MOST ? columns : WIDTH_MOST;
}

int context_line_width(const struct context *context)
{
    int terminal = context->environment->terminal_columns;
    int most = terminal < WIDTH_MOST ? terminal : WIDTH_MOST;
    return context_width(context, most >= WIDTH_LEAST ? most : 80);
}
