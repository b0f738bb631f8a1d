#include "session/export_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "export/export_file.h"
#include "export/split.h"
#include "query/note_query.h"
#include "session/core.h"
#include "session/known_names.h"
#include "session/long_work.h"
#include "session/note_marks.h"
#include "session/parts.h"

#define SLICE 20 /* milliseconds of looking between two looks at the keys */

struct exporting {
    struct export_order order;
    struct article_locator *locator; /* NULL: nothing is exported */
    struct note_query *note_query;
    struct note_query_wish wish;
    char *article; /* the wish's, NULL none */
    struct {
        char **items; /* ids that the list shows */
        size_t count;
        size_t capacity;
    } shown;
    bool listed;
    struct long_work work;
};

struct chosen {
    struct note_record *items;
    size_t count;
    size_t capacity;
};

SESSION_STATE(exporting, export_part)

void export_order_free(struct export_order *order)
{
    free(order->front);
    free(order->name);
    free(order->path);
    *order = (struct export_order){ .printer = NULL };
}

static void end(struct session *session)
{
    struct exporting *exporting = state_of(session);
    note_query_free(exporting->note_query);
    article_locator_free(exporting->locator);
    for (size_t i = 0; i < exporting->shown.count; i++)
        free(exporting->shown.items[i]);
    free(exporting->shown.items);
    free(exporting->article);
    export_order_free(&exporting->order);
    long_work_end(session, &exporting->work);
    *exporting = (struct exporting){ .locator = NULL };
}

/* ---- the end of it ---- */

static bool is_shown(const struct exporting *exporting, const char *id)
{
    for (size_t i = 0; i < exporting->shown.count; i++)
        if (strcmp(exporting->shown.items[i], id) == 0)
            return true;
    return false;
}

static void choose(const struct exporting *exporting, struct chosen *chosen)
{
    size_t count;
    const struct note_record *records = note_query_records(exporting->note_query, &count);
    for (size_t i = 0; i < count; i++)
        if (!exporting->listed || is_shown(exporting, records[i].annotation->id))
            VECTOR_PUSH(chosen, records[i]);
}

static bool write_split(const struct export_order *order, const struct export_set *set, size_t *taken,
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

static void tell(struct session *session, const struct export_order *order, size_t taken)
{
    if (order->split && taken > 1)
        session_say(session, "%zu notes are in %s, a file an article", taken, order->path);
    else
        session_say(session, taken == 1 ? "%zu note is in %s" : "%zu notes are in %s", taken,
                    order->path);
}

static void write_out(struct session *session)
{
    struct exporting *exporting = state_of(session);
    const struct export_order *order = &exporting->order;
    struct error error = { "" };
    struct chosen chosen = { 0 };
    size_t taken = 0, files = 0;
    choose(exporting, &chosen);
    struct export_set set = { chosen.items, chosen.count, order->wishes, NULL };
    if (chosen.count == 0)
        session_fail(session,
                     "export: there are no notes here; A lists all, and x there exports them");
    else if (!(order->split ? write_split(order, &set, &taken, &files, &error)
                            : export_file(order->path, order->printer, &set, &taken, &error)))
        session_fail(session, "export: %s", error.text);
    else
        tell(session, order, taken);
    note_marks_tell_notice(session);
    free(chosen.items);
}

/* ---- on the way ---- */

static bool poll(struct session *session, bool wait)
{
    struct exporting *exporting = state_of(session);
    size_t done = 0, count = 0;
    int64_t begun = clock_now();
    if (exporting->locator == NULL)
        return false;
    do {
        if (note_query_step(exporting->note_query, &done, &count)) {
            write_out(session);
            end(session);
            return true;
        }
    } while (wait || clock_now() - begun < SLICE);
    return long_work_tell(session, &exporting->work, _("exporting"), done, count);
}

static int timeout(const struct session *session)
{
    return state_of(session)->locator != NULL ? 0 : -1;
}

static bool before_command(struct session *session, const struct command *command, const char *line, long count)
{
    (void)line;
    (void)count;
    if (state_of(session)->locator == NULL || !long_work_is_stopped_by(command))
        return false;
    end(session);
    session_say(session, "export: stopped, nothing was written");
    return true;
}

/* What was found is of names that are no more. */
static void give_up(struct session *session)
{
    if (state_of(session)->locator == NULL)
        return;
    end(session);
    session_fail(session, "export: the notes on names have changed meanwhile; try again");
}

static void note_list_ids(struct exporting *exporting, const struct list *list)
{
    exporting->listed = list != NULL && list->source->notes;
    for (size_t i = 0; exporting->listed && i < list->shown_count; i++)
        VECTOR_PUSH(&exporting->shown, xstrdup(list->items[list->shown[i]].id));
}

void export_part_start(struct session *session, struct export_order *order, struct store *store)
{
    struct exporting *exporting = state_of(session);
    struct error error = { "" };
    struct pane *pane = session_pane(session);
    struct article_view *view = pane_view(pane);
    bool here = view != NULL && note_marks_can_annotate(view->text);
    if (exporting->locator != NULL) {
        session_fail(session, "export: is still writing what you ordered before");
        return;
    }
    exporting->order = *order;
    *order = (struct export_order){ .printer = NULL };
    exporting->article = here ? note_marks_article(session, view->text) : NULL;
    exporting->wish = (struct note_query_wish){ .articles = &exporting->article, .article_count = here ? 1 : 0 };
    note_list_ids(exporting, pane->list);
    known_names_find(session);
    exporting->locator = article_locator_new(session->collection, session->open_texts.conversion);
    exporting->note_query = note_query_new(exporting->locator, known_names_entity_index(session));
    if (note_query_begin(exporting->note_query, store, &exporting->wish, NULL, &error))
        return; /* the next tick, which is due at once, begins */
    session_fail(session, "export: %s", error.text);
    end(session);
}

const struct session_part export_part = {
    .size = sizeof(struct exporting),
    .names_forgotten = give_up,
    .collection_closed = give_up,
    .before_command = before_command,
    .timeout = timeout,
    .poll = poll,
    .free = end,
};
