#include "cli/help.h"


#include "base/message.h"
#include "command/table.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#ifndef BUG_REPORT
#define BUG_REPORT ""
#endif
#ifndef VERSION
#define VERSION "0.1.0"
#endif

static int print_tables(struct context *context)
{
    context_table(context, "kind name arguments help");
    for (const struct subcommand *command = context->commands; command->name != NULL; command++) {
        const char *const values[] = { "command", command->name, command->arguments,
                                       command->help };
        output_row(context->out, values);
    }
    for (size_t i = 0; command_at(&command_all, i) != NULL; i++) {
        const struct command *command = command_at(&command_all, i);
        const char *const values[] = { "room", command->name, command->synopsis, command->help };
        output_row(context->out, values);
    }
    for (size_t i = 0; arguments_option(i) != NULL; i++) {
        const struct cli_option *option = arguments_option(i);
        const char *value = option->value != NULL ? option->value : "";
        const char *const values[] = { "option", option->name, value, option->help };
        output_row(context->out, values);
    }
    output_table_end(context->out);
    return STATUS_DONE;
}

static void print(struct context *context, const struct buffer *text)
{
    output_text(context->out, buffer_text(text), text->length);
}

static void add_options(struct buffer *text, uint64_t bits)
{
    for (size_t i = 0; arguments_option(i) != NULL; i++) {
        const struct cli_option *option = arguments_option(i);
        if ((option->bit & bits) == 0)
            continue;
        struct buffer name = { 0 };
        buffer_add_format(&name, "%s%s%s", option->name, option->value != NULL ? " " : "",
                          option->value != NULL ? option->value : "");
        if (option->brief != NULL)
            buffer_add_format(&name, ", %s", option->brief);
        buffer_add_format(text, "  %-18s %s\n", name.data, message_text(option->help));
        buffer_free(&name);
    }
}

static int print_usage(struct context *context)
{
    struct buffer text = { 0 };
    buffer_add_text(&text, _(
                    "diptych [OPTION]... [FILE|ARTICLE|FOLDER]...\n"
                    "    opens the reading room; prints what it would show when standard output\n"
                    "    is no terminal\n"
                    "diptych [OPTION]... COMMAND ...\n"
                    "    prints one thing and ends\n"
                    "\nCommands (./NAME and -- NAME are a file or article of that name):\n"));
    for (const struct subcommand *command = context->commands; command->name != NULL; command++) {
        buffer_add_format(&text, "  %s%s%s\n        %s\n", command->name,
                          command->arguments[0] != '\0' ? " " : "", command->arguments,
                          message_text(command->help));
    }
    buffer_add_text(&text, _("\nOptions:\n"));
    add_options(&text, ~UINT64_C(0));
    if (BUG_REPORT[0] != '\0')
        buffer_add_format(&text, _("\nReport bugs to %s.\n"), BUG_REPORT);
    else
        buffer_add_format(&text, _("\nFaults: README in %s says under “Faults” what to tell, and whom.\n"), DOCDIR);
    print(context, &text);
    buffer_free(&text);
    return STATUS_DONE;
}

static int print_command(struct context *context, const char *name)
{
    const struct subcommand *command = context_find(context, name);
    if (command == NULL) {
        struct error error;
        error_set(&error, "%s: no such command; see diptych help", name);
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    struct buffer text = { 0 };
    buffer_add_format(&text, _("diptych %s%s%s\n    %s\n\nOptions:\n"), command->name,
                      command->arguments[0] != '\0' ? " " : "", command->arguments,
                      message_text(command->help));
    add_options(&text, command->flags);
    print(context, &text);
    buffer_free(&text);
    return STATUS_DONE;
}

int cli_help(struct context *context, const char *const *names, size_t count)
{
    if (count > 0)
        return print_command(context, names[0]);
    if (context->arguments->format != OUTPUT_TEXT)
        return print_tables(context);
    return print_usage(context);
}

int cli_version(struct context *context, const char *const *names, size_t count)
{
    (void)names;
    (void)count;
    struct buffer text = { 0 };
    buffer_add_text(&text, "diptych " VERSION "\n");
    buffer_add_text(&text, _("ISC licence; the bundled collection: CC0 1.0. There is no warranty.\n"));
    print(context, &text);
    buffer_free(&text);
    return STATUS_DONE;
}
