/* x writes notes into a file, in a format of another program: of a list those that it shows, of an
 * article those that stand in it, elsewhere all; of the list of words those, for Anki. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "export/printers.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/export_part.h"
#include "session/words.h"

static const struct printer *find_printer(const char *name)
{
    for (size_t i = 0; printer_at(i) != NULL; i++)
        if (strcmp(printer_title(printer_at(i)), name) == 0)
            return printer_at(i);
    return NULL;
}

static void ask(struct session *session, const struct printer *printer)
{
    char *line =
        xasprintf("export %s notes.%s", printer_title(printer),
                  printer->extension);
    completion_open_line(session, line);
    free(line);
}

/* The next word of *at, which moves behind it and the blanks there. Caller frees. */
static char *take_word(const char **at)
{
    size_t length = strcspn(*at, " ");
    char *word = xstrndup(*at, length);
    *at += length;
    *at += strspn(*at, " ");
    return word;
}

/* False with a sentence when it is none. */
static bool take_option(struct session *session, struct export_order *order, const char **at)
{
    char *word = take_word(at);
    bool known = true;
    if (strcmp(word, "--callouts") == 0)
        order->wishes |= EXPORT_CALLOUTS;
    else if (strcmp(word, "--with-paths") == 0)
        order->wishes |= EXPORT_PATHS;
    else if (strcmp(word, "--no-bom") == 0)
        order->wishes &= ~(unsigned)EXPORT_BOM;
    else if (strcmp(word, "--split") == 0)
        order->split = true;
    else if (strcmp(word, "--front") == 0) {
        char *file = take_word(at);
        free(order->front);
        order->front = session_typed_path(session, file);
        order->split = true;
        free(file);
    } else
        known = false;
    if (!known)
        session_fail(session, "export: %s: is no option; Tab shows them all", word);
    free(word);
    return known;
}

static bool read_order(struct session *session, const char *argument, struct export_order *order)
{
    char *format = take_word(&argument);
    *order = (struct export_order){ .printer = find_printer(*format != '\0' ? format : "markdown"),
                             .wishes = EXPORT_BOM,
                             .front = xstrdup("") };
    bool ok = order->printer != NULL;
    if (!ok)
        session_fail(session, "export: %s: is no format; Tab behind :export shows them all",
                     format);
    free(format);
    while (ok && strncmp(argument, "--", 2) == 0)
        ok = take_option(session, order, &argument);
    if (ok && order->front[0] != '\0' && !order->printer->front) {
        session_fail(session, "export: --front goes with markdown");
        ok = false;
    }
    order->over = argument[0] == '!';
    if (order->over)
        order->wishes |= EXPORT_OVER;
    order->name = xstrdup(argument + (order->over ? 1 + strspn(argument + 1, " ") : 0));
    order->path = session_typed_path(session, order->name);
    return ok;
}

static void run_order(struct session *session, struct export_order *order)
{
    struct error error = { "" };
    struct store *store = note_service_read(&session->notebook, &error);
    if (store == NULL && error.text[0] != '\0')
        session_fail(session, "%s", error.text);
    else if (store == NULL)
        session_say(session,
                    "no notes yet: a annotates the sentence under the cursor or a selection");
    else if (order->name[0] == '\0')
        ask(session, order->printer);
    else if (order->printer->marks == NULL && !order->split && file_exists(order->path) &&
             !order->over)
        session_fail(session, "%s: is there already; :export %s ! %s writes over it", order->path,
                     printer_title(order->printer), order->name);
    else
        export_part_start(session, order, store);
}

/* In the list of words those that it shows, as cards. */
static void run_words(struct session *session, const char *argument)
{
    char *format = take_word(&argument);
    bool over = argument[0] == '!';
    const char *name = argument + (over ? 1 + strspn(argument + 1, " ") : 0);
    char *path = session_typed_path(session, name);
    if (*format != '\0' && strcmp(format, "anki") != 0)
        session_fail(session, "export: %s: words go out as anki", format);
    else if (*name == '\0')
        completion_open_line(session, "export anki words.txt");
    else if (file_exists(path) && !over)
        session_fail(session, "%s: is there already; :export %s ! %s writes over it", path, format,
                     name);
    else
        words_export(session, path);
    free(path);
    free(format);
}

static void run_export(struct session *session, const struct invocation *invocation)
{
    struct export_order order;
    if (words_is_shown(session)) {
        run_words(session, invocation->argument);
        return;
    }
    if (read_order(session, invocation->argument, &order))
        run_order(session, &order);
    export_order_free(&order);
}

/* clang-format off */
const struct command export_commands[] = {
    { "export", "[FORMAT [OPTION]... [!] FILE]", "write the notes of the article or list into a file, or with --split into a folder; !: over one that is there", GROUP_NOTES, 0, 0, run_export },
    { .name = NULL },
};
/* clang-format on */
