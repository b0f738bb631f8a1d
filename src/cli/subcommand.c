#include "cli/subcommand.h"

#include <string.h>

#include "cli/check.h"
#include "cli/help.h"
#include "cli/list.h"
#include "cli/sentences.h"
#include "cli/show.h"

#define ANY ((size_t)-1)
#define EVERYWHERE (OPTION_COLLECTION | OPTION_HELP | OPTION_VERSION)

static const struct subcommand commands[] = {
    { "list", "[ARTICLE|FOLDER]...", "list the articles: id, language, story, publisher, title",
      cli_list, EVERYWHERE | OPTION_FORMAT, 0, ANY },
    { "show", "[--width N] [--beside B] A...", "print articles as on screen", cli_show,
      EVERYWHERE | OPTION_WIDTH | OPTION_BESIDE, 1, ANY },
    { "sentences", "A...", "print sentences and where they stand, in code points",
      cli_sentences, EVERYWHERE | OPTION_FORMAT, 1, ANY },
    { "check", "[DIR]", "look for faults in a collection", cli_check,
      EVERYWHERE | OPTION_FORMAT, 0, 1 },
    { "help", "[COMMAND]", "say how the program is used", cli_help,
      EVERYWHERE | OPTION_FORMAT, 0, 1 },
    { "version", "", "say which version this is", cli_version, EVERYWHERE, 0, 0 },
    { .name = "mentions" },
    { .name = "entities" },
    { .name = "entity" },
    { .name = "align" },
    { .name = "lookup" },
    { .name = "concordance" },
    { .name = "figures" },
    { .name = "coverage" },
    { .name = "dictionary" },
    { .name = "search" },
    { .name = "note" },
    { .name = "export" },
    { .name = "add" },
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

const struct subcommand *subcommand_at(size_t index)
{
    return index < COMMAND_COUNT ? &commands[index] : NULL;
}

const struct subcommand *subcommand_find(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    }
    return NULL;
}

int context_fail(struct context *context, const struct error *error, int status)
{
    output_complain(error->text, context->ascii_errors);
    return status;
}

static const char *chosen_folder(const struct context *context)
{
    if (context->arguments->collection != NULL)
        return context->arguments->collection;
    return context->environment->collection;
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
    context->collection = collection_open(folder, context->environment->cache_folder, error);
    if (context->collection != NULL && collection_fault(context->collection) != NULL)
        output_complain(collection_fault(context->collection), context->ascii_errors);
    return context->collection;
}
