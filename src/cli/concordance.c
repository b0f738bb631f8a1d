#include "cli/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "page/concordance_page.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/message.h"
#include "cli/counter.h"
#include "cli/print.h"
#include "library/target.h"
#include "text/sanitize.h"

#define PAGE_WIDTH 80

/* All that a concordance needs, and the concordance. */
struct desk {
    const struct entity_index *entity_index; /* the context's */
    struct aligner *aligner;
    struct translation_memory *memory;
    struct lookup *lookup;
    struct concordance *concordance;
};

/* False, with a sentence, when the vault cannot be read. */
static bool open_desk(struct desk *desk, struct context *context, const char *term,
                      struct error *error)
{
    const struct environment *environment = context->environment;
    struct collection *collection = context_collection(context, NULL);
    struct buffer clean = { 0 };
    desk->entity_index = context_entity_index(context, error);
    if (desk->entity_index == NULL)
        return false;
    char *folder = environment->data_folder != NULL
                       ? file_join(environment->data_folder, DICTIONARIES_FOLDER)
                       : NULL;
    desk->aligner = aligner_new(collection, desk->entity_index, environment->data_folder,
                                environment->cache_folder);
    desk->memory = translation_memory_new(collection, desk->aligner, desk->entity_index,
                                          environment->cache_folder, environment->conversion);
    desk->lookup = lookup_open(collection, folder);
    sanitize_source(term, strlen(term), &clean, NULL);
    desk->concordance = concordance_new(desk->memory, desk->lookup, desk->entity_index,
                                        buffer_text(&clean), clean.length);
    buffer_free(&clean);
    free(folder);
    return true;
}

static void close_desk(struct desk *desk)
{
    concordance_free(desk->concordance);
    lookup_free(desk->lookup);
    translation_memory_free(desk->memory);
    aligner_free(desk->aligner);
}

struct choice {
    size_t *items;
    size_t count;
    size_t capacity;
};

/* False when one of the articles could not be opened; the others are looked at all the same. */
static bool choose(struct desk *desk, struct context *context, const char *const *names,
                   size_t count)
{
    struct choice choice = { 0 };
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct target target = { 0 };
        struct error error = { "" };
        size_t index = TRANSLATION_MEMORY_NONE;
        if (target_resolve(context_collection(context, NULL), names[i], &target, &error))
            index = translation_memory_add(desk->memory, target.path, target.id, &error);
        target_free(&target);
        if (index == TRANSLATION_MEMORY_NONE)
            ok = context_fail(context, &error, 0) != 0;
        else
            VECTOR_PUSH(&choice, index);
    }
    if (count > 0)
        concordance_limit(desk->concordance, choice.items, choice.count);
    free(choice.items);
    return ok;
}

static void print_passage(struct output *out, struct translation_memory *memory, size_t article,
                          struct span span)
{
    output_cell_span(out, translation_memory_side(memory, article)->text, span);
}

static void print_occurrence(struct context *context, struct translation_memory *memory,
                             const struct occurrence *occurrence, struct counter *counter)
{
    struct output *out = context->out;
    output_cell(out, translation_memory_article(memory, occurrence->article)->id);
    counter_print(counter, occurrence->span, out);
    print_passage(out, memory, occurrence->article, occurrence->sentence);
    if (occurrence->other == TRANSLATION_MEMORY_NONE) {
        output_cell(out, "");
        output_cell(out, "");
        return;
    }
    output_cell(out, translation_memory_article(memory, occurrence->other)->id);
    print_passage(out, memory, occurrence->other, occurrence->passage);
}

static void print_table(struct context *context, struct desk *desk)
{
    size_t count;
    const struct occurrence *items = concordance_items(desk->concordance, &count);
    struct counter counter = { .text = NULL };
    context_table(context, "article start# end# text counterpart_article counterpart_text");
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || items[i].article != items[i - 1].article)
            counter = (struct counter){
                .text = translation_memory_side(desk->memory, items[i].article)->text
            };
        print_occurrence(context, desk->memory, &items[i], &counter);
    }
    output_table_end(context->out);
}

/* For people: the page that the room shows. */
static void print_page(struct context *context, struct desk *desk, const char *term)
{
    message_use(NULL); /* what commands print is the same in every language */
    struct document *page = concordance_page_compose(desk->concordance, desk->memory, term);
    if (concordance_total(desk->concordance) > 0)
        print_document(context->out, page, context_width(context, PAGE_WIDTH));
    document_free(page);
}

int cli_concordance(struct context *context, const char *const *names, size_t count)
{
    struct desk desk;
    struct error error;
    if (!open_desk(&desk, context, names[0], &error))
        return context_fail(context, &error, STATUS_NOT_DONE);
    bool ok = choose(&desk, context, names + 1, count - 1);
    while (concordance_step(desk.concordance)) {
    }
    if (context->arguments->format == OUTPUT_TEXT)
        print_page(context, &desk, names[0]);
    else
        print_table(context, &desk);
    bool any = concordance_total(desk.concordance) > 0;
    close_desk(&desk);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
