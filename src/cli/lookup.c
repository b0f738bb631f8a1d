#include "cli/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "query/lookup.h"
#include "base/file.h"
#include "text/sanitize.h"

static struct lookup *open_sources(struct context *context)
{
    const char *data = context->environment->data_folder;
    char *folder = data != NULL ? file_join(data, DICTIONARIES_FOLDER) : NULL;
    struct lookup *lookup = lookup_open(context_collection(context, NULL), folder);
    free(folder);
    struct error error;
    for (size_t i = 0; lookup_fault(lookup, i) != NULL; i++) {
        error_set(&error, "%s", lookup_fault(lookup, i));
        context_fail(context, &error, 0);
    }
    return lookup;
}

int cli_lookup(struct context *context, const char *const *names, size_t count)
{
    struct buffer term = { 0 };
    struct lookup_items items = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_byte(&term, ' ');
        sanitize_source(names[i], strlen(names[i]), &term, NULL);
    }
    struct lookup *lookup = open_sources(context);
    lookup_term(lookup, buffer_text(&term), term.length, &items);
    context_table(context, "term reading translation source");
    for (size_t i = 0; i < items.count; i++) {
        const struct lookup_item *item = &items.items[i];
        const char *const values[] = { item->term, item->reading, item->translation, item->source };
        output_row(context->out, values);
    }
    bool any = items.count > 0;
    if (!lookup_items_tell(&items) && !lookup_has_dictionary(lookup)) {
        struct error error;
        error_set(&error, "lookup: no dictionary is installed; diptych dictionary add FILE installs one");
        context_fail(context, &error, 0);
    }
    output_table_end(context->out);
    lookup_items_free(&items);
    lookup_free(lookup);
    buffer_free(&term);
    return any ? STATUS_DONE : STATUS_NOT_DONE;
}
