/* x writes notes into a file, in a format of another program: of a list those that it shows, of an
 * article those that stand in it, elsewhere all. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "command/table.h"
#include "export/printers.h"
#include "export/weave.h"
#include "query/note_query.h"
#include "session/completion.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/note_marks.h"

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

/* What a person wrote around the notes in a file that has been exported to stays as it is. */
static bool print(const struct printer *printer, const struct export_set *set, const char *path,
                  size_t *taken, struct error *error)
{
    struct buffer old = { 0 };
    struct buffer out = { 0 };
    bool ok = true;
    *taken = set->count;
    if (printer->marks != NULL && file_exists(path))
        ok = file_read(path, 0, &old, error);
    if (ok && old.length > 0) {
        ok = weave_run(printer, set, old.data, old.length, &out, error);
        if (!ok)
            error_prefix(error, path);
    } else if (ok && (*taken = printer_run(printer, set, &out)) == 0) {
        error_set(error, "none of these notes has what %s holds",
                  printer_title(printer));
        ok = false;
    }
    ok = ok && file_write(path, buffer_text(&out), out.length, error);
    buffer_free(&old);
    buffer_free(&out);
    return ok;
}

static void export_to(struct session *session, const struct printer *printer, const char *path,
                      struct store *store)
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
    size_t taken = 0;
    bool ok = note_query_run(note_query, store, &wish, NULL, &error);
    if (ok)
        choose(pane->list, note_query, &chosen);
    if (ok && chosen.count == 0)
        session_fail(session,
                     "export: there are no notes here; A lists all, and x there exports them");
    else if (!ok || !print(printer, &(struct export_set){ chosen.items, chosen.count }, path,
                           &taken, &error))
        session_fail(session, "export: %s", error.text);
    else
        session_say(session, taken == 1 ? "%zu note is in %s" : "%zu notes are in %s", taken, path);
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

static void run_export(struct session *session, const struct invocation *invocation)
{
    const char *argument = invocation->argument;
    size_t length = strcspn(argument, " ");
    char *format = xstrndup(argument, length);
    const struct printer *printer = find_printer(*format != '\0' ? format : "markdown");
    const char *name = argument + length + strspn(argument + length, " ");
    bool over = name[0] == '!';
    name += over ? 1 + strspn(name + 1, " ") : 0;
    char *path = full_path(session, name);
    struct error error = { "" };
    struct store *store = notebook_read(&session->notebook, &error);
    if (printer == NULL)
        session_fail(session, "export: %s: is no format; Tab behind :export shows them all",
                     format);
    else if (store == NULL && error.text[0] != '\0')
        session_fail(session, "%s", error.text);
    else if (store == NULL)
        session_say(session,
                    "no notes yet: a annotates the sentence under the cursor or a selection");
    else if (*path == '\0')
        ask(session, printer);
    else if (printer->marks == NULL && file_exists(path) && !over)
        session_fail(session, "%s: is there already; :export %s ! %s writes over it", path, format,
                     name);
    else
        export_to(session, printer, path, store);
    free(path);
    free(format);
}

/* clang-format off */
const struct command export_commands[] = {
    { "export", "[FORMAT [!] FILE]", "write the notes of the article or list into a file; !: over one that is there", GROUP_NOTES, 0, 0, run_export },
    { .name = NULL },
};
/* clang-format on */
