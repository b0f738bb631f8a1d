#include "cli/cli.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/message.h"
#include "base/xalloc.h"

#include "cli/check.h"
#include "cli/subcommand.h"
#include "cli/help.h"
#include "cli/show.h"
#include "session/open_place.h"

#define ROOM_OPTIONS                                                                           \
    (FLAG_COLLECTION | FLAG_VAULT | FLAG_FORMAT | FLAG_WIDTH | FLAG_FRESH | FLAG_NUMBER | FLAG_THEME | \
     FLAG_ENCODING | FLAG_RAW | FLAG_HELP | FLAG_VERSION)

static bool ascii_errors(const struct environment *environment)
{
    return !environment->utf8 && isatty(STDERR_FILENO) != 0;
}

void cli_complain(const struct environment *environment, const struct error *error)
{
    output_complain(error->text, ascii_errors(environment));
}

static bool allow_options(const struct arguments *arguments, uint64_t allowed, const char *what,
                          struct error *error)
{
    const char *refused = arguments_refused(arguments, ~allowed);
    if (refused != NULL)
        error_set(error, "%s: is no option of %s", refused, what);
    return refused == NULL;
}

/* Which commands have a format besides text, tsv and json. */
static const uint64_t formats[OUTPUT_UNKNOWN] = {
    [OUTPUT_LADDER] = FLAG_LADDER,
    [OUTPUT_TMX] = FLAG_LADDER | FLAG_PRINTER,
    [OUTPUT_MARKDOWN] = FLAG_MARKDOWN | FLAG_REPORT | FLAG_PRINTER,
    [OUTPUT_ORG] = FLAG_REPORT | FLAG_PRINTER,
    [OUTPUT_HTML] = FLAG_REPORT | FLAG_PRINTER,
    [OUTPUT_CSV] = FLAG_PRINTER,
    [OUTPUT_BIBTEX] = FLAG_PRINTER,
    [OUTPUT_CSL] = FLAG_PRINTER,
    [OUTPUT_ANKI] = FLAG_CARDS,
};

static bool has_format(size_t format, uint64_t allowed)
{
    return format < OUTPUT_UNKNOWN && (output_format_is_table((enum output_format)format) ||
                                       (formats[format] & allowed) != 0);
}

static bool allow_format(const struct arguments *arguments, uint64_t allowed, struct error *error)
{
    struct buffer names = { 0 };
    size_t last = OUTPUT_UNKNOWN;
    if (has_format(arguments->format, allowed))
        return true;
    while (!has_format(--last, allowed))
        ;
    for (size_t i = 0; i <= last; i++) {
        if (has_format(i, allowed))
            buffer_add_format(&names, "%s%s", i == 0 ? "" : i == last ? _(" or ") : _(", "),
                              output_format_name((enum output_format)i));
    }
    error_set(error, "--format: wants %s, not \"%s\"", buffer_text(&names),
              arguments->format_name);
    buffer_free(&names);
    return false;
}

static bool allow_count(const struct subcommand *command, size_t count, struct error *error)
{
    if (count < command->least)
        error_set(error, "%s: a name is missing; usage: diptych %s %s", command->name, command->name,
                  command->arguments);
    else if (count > command->most)
        error_set(error, "%s: too many names; usage: diptych %s%s%s", command->name, command->name,
                  command->arguments[0] != '\0' ? " " : "", command->arguments);
    return count >= command->least && count <= command->most;
}

static int run_command(struct context *context, const struct subcommand *command)
{
    struct error error;
    const struct arguments *arguments = context->arguments;
    const char *const *names = arguments->names + 1;
    size_t count = arguments->count - 1;
    if ((arguments->given & FLAG_HELP) != 0)
        return cli_help(context, arguments->names, 1);
    if (!allow_options(arguments, command->flags, command->name, &error) ||
        !allow_format(arguments, command->flags, &error) ||
        !allow_count(command, count, &error))
        return context_fail(context, &error, STATUS_USAGE);
    if (arguments->format != OUTPUT_TEXT)
        message_use(NULL); /* scripts read that: it is the same in every language */
    return command->run(context, names, count);
}

/* What the room would show; where it would begin (+12) is no matter here. */
static int print_room(struct context *context, const struct arguments *arguments)
{
    const char **names = xcalloc(arguments->count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < arguments->count; i++) {
        if (!open_place_is(arguments->names[i]))
            names[count++] = arguments->names[i];
    }
    int status = show_room(context, names, count);
    free(names);
    return status;
}

bool cli_opens_room(const struct environment *environment, const struct arguments *arguments)
{
    struct context context = { .commands = subcommand_table() };
    bool command = arguments->count > 0 && arguments->literal > 0 &&
                   context_find(&context, arguments->names[0]) != NULL;
    return environment->terminal && !command &&
           (arguments->given & (FLAG_VERSION | FLAG_HELP | FLAG_CHECK_CONFIG)) == 0;
}

static int check_config(struct context *context)
{
    const struct arguments *arguments = context->arguments;
    const uint64_t allowed = FLAG_CHECK_CONFIG | FLAG_FORMAT | FLAG_COLLECTION;
    struct error error;
    if (!allow_options(arguments, allowed, "--check-config", &error) ||
        !allow_format(arguments, allowed, &error))
        return context_fail(context, &error, STATUS_USAGE);
    if (arguments->count > 1) {
        error_set(&error, "--check-config: takes one file");
        return context_fail(context, &error, STATUS_USAGE);
    }
    return cli_check_config(context, arguments->count > 0 ? arguments->names[0] : NULL);
}

static int run(struct context *context)
{
    const struct arguments *arguments = context->arguments;
    struct error error;
    if ((arguments->given & FLAG_VERSION) != 0)
        return cli_version(context, NULL, 0);
    const struct subcommand *command = NULL;
    if (arguments->count > 0 && arguments->literal > 0)
        command = context_find(context, arguments->names[0]);
    if (command != NULL)
        return run_command(context, command);
    if ((arguments->given & FLAG_HELP) != 0)
        return cli_help(context, NULL, 0);
    if ((arguments->given & FLAG_CHECK_CONFIG) != 0)
        return check_config(context);
    if (!allow_options(arguments, ROOM_OPTIONS, "the reading room", &error) ||
        !allow_format(arguments, ROOM_OPTIONS, &error))
        return context_fail(context, &error, STATUS_USAGE);
    if (context->environment->terminal)
        return CLI_ROOM;
    return print_room(context, arguments);
}

int cli_run(const struct environment *environment, const struct arguments *arguments)
{
    struct output out = { .file = STDOUT_FILENO,
                          .ascii = !environment->utf8 && environment->terminal };
    struct context context = { .environment = environment,
                               .arguments = arguments,
                               .commands = subcommand_table(),
                               .out = &out,
                               .ascii_errors = ascii_errors(environment) };
    int status = run(&context);
    struct error error;
    bool lossy = out.lossy;
    if (!output_end(&out, &error)) {
        status = STATUS_NOT_DONE;
        if (error.text[0] != '\0')
            cli_complain(environment, &error);
    } else if (lossy) {
        error_set(&error, "the locale is not UTF-8: other characters are shown as ?");
        cli_complain(environment, &error);
    }
    entity_index_free(context.entity_index);
    collection_free(context.collection);
    return status;
}
