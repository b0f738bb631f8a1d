#include "cli/sentences.h"

#include <stdlib.h>

#include "cli/counter.h"
#include "doc/document.h"
#include "library/target.h"

static bool print_sentences(struct context *context, const char *name, struct error *error)
{
    struct target target;
    if (!target_resolve(context_collection(context, NULL), name, &target, error))
        return false;
    struct document *document = context_read(context, target.path, error);
    struct counter counter = { document != NULL ? document->text : NULL, 0, 0 };
    struct spans spans = { 0 };
    for (size_t block = 0; document != NULL && block < document->block_count; block++) {
        spans.count = 0;
        document_sentences(document, block, &spans);
        for (size_t i = 0; i < spans.count; i++) {
            output_cell(context->out, target.id);
            counter_print(&counter, spans.items[i], context->out);
            output_cell_span(context->out, document->text, spans.items[i]);
        }
    }
    bool ok = document != NULL;
    spans_free(&spans);
    document_free(document);
    target_free(&target);
    return ok;
}

int cli_sentences(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    bool ok = true;
    context_table(context, "article start# end# text");
    for (size_t i = 0; i < count; i++) {
        if (!print_sentences(context, names[i], &error)) {
            context_fail(context, &error, STATUS_NOT_DONE);
            ok = false;
        }
    }
    return context_end_table(context, ok);
}
