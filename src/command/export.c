/* x writes notes into a file, in a format of another program: of a list those that it shows, of an
 * article those that stand in it, elsewhere all; of the list of words those, for Anki. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "export/export_file.h"
#include "export/printers.h"
#include "export/split.h"
#include "query/note_query.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/note_marks.h"
#include "session/words.h"

/* What was ordered: "markdown --split --front f.mustache vault". */
struct order {
    const struct printer *printer; /* NULL: no such format */
    unsigned wishes;               /* enum export_wish */
    bool split;
    bool over;        /* over a file that is there */
    char *front;      /* "" none */
    const char *name; /* of the file, as it was typed */
    char *path;
};

struct chosen {
    struct note_record *items;
    size_t count;
    size_t capacity;
};

static const struct printer *find_printer(const char *name)
{
    for (size_t i = 0; printer_at(i) != NULL; i++)
        if (strcmp(printer_title(printer_at(i)), name) == 0)
            return printer_at(i);
    return NULL;
}

static bool is_shown(const struct list *list, const char *id)
{
    for (size_t i = 0; i < list->shown_count; i++)
        if (strcmp(list->items[list->shown[i]].id, id) == 0)
            return true;
    return false;
}

/* Those of the list, where one is open. */
static void choose(const struct list *list, const struct note_query *note_query,
                   struct chosen *chosen)
{
    size_t count;
    const struct note_record *records = note_query_records(note_query, &count);
    bool listed = list != NULL && list->source->notes;
    for (size_t i = 0; i < count; i++)
        if (!listed || is_shown(list, records[i].annotation->id))
            VECTOR_PUSH(chosen, records[i]);
}

static bool write_split(const struct order *order, const struct export_set *set, size_t *taken,
                        size_t *files, struct error *error)
{
    struct template_text front = { .path = NULL };
    bool has_front = order->front[0] != '\0';
    bool ok = (!has_front || template_read(&front, order->front, error)) &&
              split_run(order->path, order->printer, set, has_front ? &front : NULL, taken, files,
                        error);
    template_free(&front);
    return ok;
}

static void tell(struct session *session, const struct order *order, size_t taken)
{
    if (order->split && taken > 1)
        session_say(session, "%zu notes are in %s, a file an article", taken, order->path);
    else
        session_say(session, taken == 1 ? "%zu note is in %s" : "%zu notes are in %s", taken,
                    order->path);
}

static void export_to(struct session *session, const struct order *order, struct store *store)
{
    struct error error = { "" };
    struct pane *pane = session_pane(session);
    struct article_view *view = pane_view(pane);
    bool here = view != NULL && note_marks_can_annotate(view->text);
    char *article = here ? note_marks_article(session, view->text) : NULL;
    struct note_query_wish wish = { .articles = &article, .article_count = here ? 1 : 0 };
    known_names_find(session);
    struct article_locator *locator = article_locator_new(session->collection,
                                                            session->open_texts.conversion);
    struct note_query *note_query = note_query_new(locator, known_names_entity_index(session));
    struct chosen chosen = { 0 };
    size_t taken = 0, files = 0;
    bool ok = note_query_run(note_query, store, &wish, NULL, &error);
    if (ok)
        choose(pane->list, note_query, &chosen);
    struct export_set set = { chosen.items, chosen.count, order->wishes, NULL };
    if (ok && chosen.count == 0)
        session_fail(session,
                     "export: there are no notes here; A lists all, and x there exports them");
    else if (!ok || !(order->split ? write_split(order, &set, &taken, &files, &error)
                                   : export_file(order->path, order->printer, &set, &taken, &error)))
        session_fail(session, "export: %s", error.text);
    else
        tell(session, order, taken);
    note_marks_tell_notice(session);
    free(chosen.items);
    free(article);
    note_query_free(note_query);
    article_locator_free(locator);
}

/* "~/x" is in the home folder. Caller frees. */
static char *full_path(const struct session *session, const char *path)
{
    const char *home = session->around.home;
    return home != NULL && strncmp(path, "~/", 2) == 0 ? file_join(home, path + 2) : xstrdup(path);
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
static bool take_option(struct session *session, struct order *order, const char **at)
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
        order->front = full_path(session, file);
        order->split = true;
        free(file);
    } else
        known = false;
    if (!known)
        session_fail(session, "export: %s: is no option; Tab shows them all", word);
    free(word);
    return known;
}

static bool read_order(struct session *session, const char *argument, struct order *order)
{
    char *format = take_word(&argument);
    *order = (struct order){ .printer = find_printer(*format != '\0' ? format : "markdown"),
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
    order->name = argument + (order->over ? 1 + strspn(argument + 1, " ") : 0);
    order->path = full_path(session, order->name);
    return ok;
}

static void run_order(struct session *session, const struct order *order)
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
        export_to(session, order, store);
}

/* In the list of words those that it shows, as cards. */
static void run_words(struct session *session, const char *argument)
{
    char *format = take_word(&argument);
    bool over = argument[0] == '!';
    const char *name = argument + (over ? 1 + strspn(argument + 1, " ") : 0);
    char *path = full_path(session, name);
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
    if (words_is_shown(session)) {
        run_words(session, invocation->argument);
        return;
    }
    struct order order;
    if (read_order(session, invocation->argument, &order))
        run_order(session, &order);
    free(order.front);
    free(order.path);
}

/* clang-format off */
const struct command export_commands[] = {
    { "export", "[FORMAT [OPTION]... [!] FILE]", "write the notes of the article or list into a file, or with --split into a folder; !: over one that is there", GROUP_NOTES, 0, 0, run_export },
    { .name = NULL },
};
/* clang-format on */
