/* diptych: a reading room for the terminal. Reads the surroundings and the command line and hands
 * over to cli/ (one thing printed) or tui/ (the room). */
#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/environment.h"
#include "cli/pipes.h"
#include "cli/reader_rules.h"
#include "command/table.h"
#include "library/collection_list.h"
#include "text/width.h"
#include "tui/loop.h"

static int open_room(const struct environment *environment, const struct arguments *arguments,
                     const struct pipes *pipes)
{
    struct session_setup setup = {
        .commands = &command_all,
        .collection = arguments->collection != NULL ? arguments->collection
                                                    : environment_collection(environment),
        .standard = environment->collection,
        .vault = arguments->vault,
        .encoding = arguments->encoding,
        .raw = (arguments->given & FLAG_RAW) != 0,
        .home = environment->home,
        .names = arguments->names,
        .name_count = arguments->count,
        .config_folder = environment->config_folder,
        .data_folder = environment->data_folder,
        .cache_folder = environment->cache_folder,
        .conversion = environment->conversion,
        .messages = environment->messages,
        .editor = environment->editor,
        .browser = environment->browser,
        .usual_editor = "vi",
        .usual_browser = "xdg-open",
        .pager_shell = environment->shell,
        .utf8 = environment->utf8,
        .guessed_utf8 = environment->guessed_utf8,
        .number = (arguments->given & FLAG_NUMBER) != 0,
        .fresh = (arguments->given & FLAG_FRESH) != 0,
    };
    struct tui_options options = {
        .term = environment->term,
        .theme = arguments->theme,
        .no_color = environment->no_color,
        .light = environment->light,
        .true_color = environment->true_color,
        .frames = environment->frames,
        .ask_background = !environment->told_background && arguments->theme == NULL,
        .escape_delay = environment->escape_delay,
    };
    struct error error = { 0 };
    int status = 1;
    pipes_wait(pipes, true);
    if (pipes_take_terminal(&error))
        status = tui_run(&setup, &options, &error);
    if (error.text[0] != '\0')
        cli_complain(environment, &error);
    return status;
}

/* Prints, or opens the room; returns the exit status. */
static int run(const struct environment *environment, struct arguments *arguments)
{
    struct error error;
    struct pipes pipes;
    int status = 1;
    if (pipes_begin(&pipes, environment, arguments, &error)) {
        if (!cli_opens_room(environment, arguments))
            pipes_wait(&pipes, false);
        status = cli_run(environment, arguments);
        if (status == CLI_ROOM)
            status = open_room(environment, arguments, &pipes);
    } else {
        cli_complain(environment, &error);
    }
    pipes_end(&pipes);
    return status;
}

static void add_names(const char **all, size_t *used, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        all[(*used)++] = names[i];
}

/* The bundled collection or the library, by all the articles that the line names, in options too. */
static const char *choose_collection(const struct environment *environment, const struct arguments *arguments)
{
    size_t used = 0;
    const char **all = xcalloc(arguments->count + arguments->in_count + arguments->not_in_count + 1,
                               sizeof *all);
    add_names(all, &used, arguments->names, arguments->count);
    add_names(all, &used, arguments->in, arguments->in_count);
    add_names(all, &used, arguments->not_in, arguments->not_in_count);
    add_names(all, &used, &arguments->beside, arguments->beside != NULL);
    const char *chosen = collection_list_choose(environment->library, environment->collection, all, used);
    free(all);
    return chosen;
}

/* --collection may say the name of one; without it, articles of the bundled one are found beside a
 * library of one's own. */
static int run_named(const struct environment *environment, struct arguments *arguments)
{
    char *folder = arguments->collection == NULL
                       ? NULL
                       : collection_list_folder(environment->data_folder, environment->collection,
                                                arguments->collection);
    arguments->collection = folder;
    const char *chosen = folder == NULL && environment->library != NULL
                             ? choose_collection(environment, arguments)
                             : NULL;
    if (chosen != NULL && chosen == environment->collection)
        arguments->collection = chosen;
    int status = run(environment, arguments);
    free(folder);
    return status;
}

int main(int argc, char **argv)
{
    struct environment environment;
    struct arguments arguments;
    struct error error;
    environment_read(&environment, width_begin(), argc > 0 ? argv[0] : NULL);
    reader_rules_choose_language(&environment);
    reader_rules_load(&environment);
    int status = 2;
    if (arguments_parse(argc, argv, &arguments, &error))
        status = run_named(&environment, &arguments);
    else
        cli_complain(&environment, &error);
    arguments_free(&arguments);
    environment_free(&environment);
    return status;
}
