/* The library as a list: a row a story, with its languages, date, length and how far it was read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/word_count.h"
#include "session/core.h"
#include "session/lists.h"
#include "session/open.h"
#include "session/saved_state.h"
#include "session/sync.h"
#include "text/width.h"

#define LANGUAGES 4 /* of a story that are told */
#define READ 95     /* percent from which on a text is read */

/* What a row shows; the strings are the catalogue's but for those that say so. */
struct story_row {
    const struct article *first; /* the version that the row is called after */
    char *languages;             /* "en zh ⇄"; owned */
    char *length;                /* "1,240 w"; owned */
    char *state;                 /* "read 40 %"; owned */
    unsigned long long words;
    int percent;                 /* 0: not begun */
};

struct story_rows {
    struct story_row *items;
    size_t count, capacity;
};

/* The versions in the order of their languages: "en zh ⇄", "en ×3". */
static char *show_languages(const struct article *const *versions, size_t count)
{
    struct buffer out = { 0 };
    size_t told = 0;
    for (size_t i = 0; i < count && told < LANGUAGES; i++) {
        size_t same = 1;
        while (i + 1 < count && strcmp(versions[i + 1]->lang, versions[i]->lang) == 0) {
            same++;
            i++;
        }
        if (*versions[i]->lang == '\0')
            continue;
        buffer_add_format(&out, "%s%s", told++ > 0 ? " " : "", versions[i]->lang);
        if (same > 1)
            buffer_add_format(&out, "×%zu", same);
    }
    if (told > 1)
        buffer_add_text(&out, " ⇄");
    buffer_reserve(&out, 1);
    return buffer_take(&out);
}

static struct story_row make_row(const struct session *session,
                                 const struct article *const *versions, size_t count)
{
    struct story_row row = { .first = versions[0], };
    struct word_count length = word_count_parse(versions[0]->length);
    struct buffer words = { 0 };
    word_count_brief(length, &words);
    for (size_t i = 0; i < count; i++) {
        struct word_count whole = word_count_parse(versions[i]->length);
        int percent = saved_state_read(session, versions[i]->path, whole.characters);
        row.percent = percent > row.percent ? percent : row.percent;
    }
    row.languages = show_languages(versions, count);
    row.length = buffer_take(&words);
    row.words = length.words + length.han;
    row.state = row.percent == 0     ? xstrdup("")
                : row.percent < READ ? xasprintf(_("read %d %%"), row.percent)
                                     : xstrdup(_("read"));
    return row;
}

/* What the filter sees of one version. */
static void add_version(struct buffer *out, const struct article *a)
{
    struct word_count length = word_count_parse(a->length);
    buffer_add_format(out, " %s %s publisher:%s date:%s lang:%s story:%s words:%zu %s", a->id, a->title,
                      a->publisher, a->published, a->lang, a->story, length.words + length.han, a->encoding);
}

static void add_words(struct list *list, const struct story_row *row,
                      const struct article *const *versions, size_t count)
{
    struct buffer words = { 0 };
    const char *state = row->percent == 0 ? N_("unread") : row->percent < READ ? N_("begun") : N_("read");
    buffer_add_format(&words, "state:%s %s", state, message_text(state));
    for (size_t i = 0; i < count; i++)
        add_version(&words, versions[i]);
    list_words(list, buffer_text(&words));
    buffer_free(&words);
}

static int width_of(const char *text)
{
    return (int)width_text(text, strlen(text));
}

/* Columns that stand below one another: languages, date, length, state. */
static void add_row(struct list *list, const struct story_row *row, const int widths[3])
{
    const char *date = row->first->published;
    char *detail = xasprintf("%s%*s  %.10s%*s  %*s%s  %s%*s", row->languages,
                             widths[0] - width_of(row->languages), "", date,
                             10 - (int)strlen(date) > 0 ? 10 - (int)strlen(date) : 0, "",
                             widths[1] - width_of(row->length), "", row->length, row->state,
                             widths[2] - width_of(row->state), "");
    char *keys = xasprintf("%.10s\t%s\t%012llu\t%03d", date, row->languages, row->words,
                           row->percent);
    size_t end = strlen(detail);
    while (end > 0 && detail[end - 1] == ' ' && widths[2] == 0)
        detail[--end] = '\0';
    list_add(list, row->first->title, detail, row->first->id, 0, 0);
    list_brief(list, row->languages);
    list_set_id(list, row->first->id);
    list_set_keys(list, keys);
    free(keys);
    free(detail);
}

/* The versions of the article's story, the article alone where it has none; whether the article is
 * the first of them, whose row it is. */
static bool find_versions(const struct session *session, const struct article *article,
                          const struct article **versions, size_t *count)
{
    *count = 0;
    if (*article->story != '\0')
        *count = collection_story(session->collection, article->story, versions, SYNC_VERSIONS);
    *count = *count < SYNC_VERSIONS ? *count : SYNC_VERSIONS;
    if (*count == 0)
        versions[(*count)++] = article;
    return versions[0] == article;
}

static void measure(const struct story_rows *rows, int widths[3])
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct story_row *row = &rows->items[i];
        const char *const cells[] = { row->languages, row->length, row->state };
        for (int k = 0; k < 3; k++)
            widths[k] = width_of(cells[k]) > widths[k] ? width_of(cells[k]) : widths[k];
    }
}

static bool fill(struct session *session, struct pane *pane, struct list *list, struct error *error)
{
    size_t count, version_count;
    int widths[3] = { 0, 0, 0 };
    struct story_rows rows = { 0 };
    const struct article *versions[SYNC_VERSIONS];
    (void)pane;
    if (!collection_scan(session->collection, error))
        return false;
    const struct article *articles = collection_articles(session->collection, &count);
    for (size_t i = 0; i < count; i++) {
        if (!find_versions(session, &articles[i], versions, &version_count))
            continue;
        struct story_row row = make_row(session, versions, version_count);
        VECTOR_PUSH(&rows, row);
    }
    measure(&rows, widths);
    for (size_t i = 0; i < rows.count; i++) {
        struct story_row *row = &rows.items[i];
        find_versions(session, row->first, versions, &version_count);
        add_row(list, row, widths);
        add_words(list, row, versions, version_count);
        free(row->languages);
        free(row->length);
        free(row->state);
    }
    free(rows.items);
    return true;
}

const char *lists_library_row(const struct session *session, const char *id)
{
    const struct article *versions[SYNC_VERSIONS];
    size_t count;
    const struct article *article = collection_by_id(session->collection, id);
    if (article == NULL)
        return id;
    find_versions(session, article, versions, &count);
    return versions[0]->id;
}

/* The version that the filter tells of, where it tells of one; else the first. */
static const struct article *wanted_version(const struct list *list,
                                            const struct article *const *versions, size_t count)
{
    const struct article *found = NULL;
    char *filter = list_fold(list->filter);
    for (size_t i = 0; i < count && found == NULL; i++) {
        struct buffer words = { 0 };
        add_version(&words, versions[i]);
        char *folded = list_fold(buffer_text(&words));
        if (list_holds(folded, filter))
            found = versions[i];
        free(folded);
        buffer_free(&words);
    }
    free(filter);
    return found != NULL || count == 0 ? found : versions[0];
}

/* The first version in another language than that one. NULL when there is none. */
static const struct article *other_language(const struct article *than,
                                            const struct article *const *versions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(versions[i]->lang, than->lang) != 0)
            return versions[i];
    return NULL;
}

/* Beside the focused pane, and hinged with it. */
static void open_beside(struct session *session, const char *id)
{
    struct panes *panes = &session->panes;
    size_t next = (panes_index(panes, panes->focus) + 1) % panes_count(panes);
    struct pane *pane = panes_count(panes) > 1 ? panes_nth(panes, next) : panes_split(panes, true);
    session_arrange(session);
    if (pane != NULL && session_open(session, pane, id) && !sync_is_on(session))
        command_run_line(session, "hinge", 1, false);
    session_arrange(session);
}

/* Here with its other version beside it, hinged; else as any article. */
static void choose(struct session *session, struct list *list, enum view_target target)
{
    const struct article *versions[SYNC_VERSIONS];
    size_t count = 0;
    const struct article *article =
        collection_by_id(session->collection, list_current(list)->target);
    if (article != NULL)
        find_versions(session, article, versions, &count);
    const struct article *wanted = wanted_version(list, versions, count);
    const struct article *other = wanted != NULL ? other_language(wanted, versions, count) : NULL;
    char *first = xstrdup(wanted != NULL ? wanted->id : list_current(list)->target);
    char *second = other != NULL && target == VIEW_HERE ? xstrdup(other->id) : NULL;
    struct pane *pane = lists_target(session, target);
    bool ok = pane != NULL && session_open(session, pane, first);
    if (pane != NULL)
        lists_opened(session, pane, ok, target);
    if (ok && second != NULL && !session->panes.zoomed)
        open_beside(session, second);
    free(first);
    free(second);
}

static const char *const orders[] = {
    N_("in the order of the collection"), N_("sorted by title"), N_("sorted by date, the latest first"),
    N_("sorted by language"), N_("sorted by length, the longest first"),
    N_("sorted by how far they were read, the farthest first"),
};

const struct list_source lists_library = {
    .name = "library",
    .hint = LISTS_SORTED_HINT,
    .filters = N_("words · lang:en since:2014 until:2015-06 state:unread longer:500 shorter:500"),
    .orders = orders,
    .key_orders = "><>>",
    .fill = fill,
    .choose = choose,
    .edit = edit_list_row,
};
