#include "postgres/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "entity/kwic.h"
#include "postgres/archive.h"
#include "postgres/tokens.h"
#include "query/search_results.h"
#include "query/search_term.h"
#include "text/find.h"

#define TOGETHER 100 /* texts that are fetched at once */
#define SNIPPET_LEFT 40
#define SNIPPET_RIGHT 60

struct asking {
    struct database *database;
    const struct search_query *query;
    const struct entity_index *entities;
    struct search_results results;
    struct ask_answers found; /* of all that were judged, by their number among the results */
};

/* ---- fields ---- */

/* The number of the value that is put next. */
static void add_value(struct statement *statement, const char *before, const char *behind)
{
    char *text = xasprintf("%s$%zu%s", before, statement_values(statement) + 1, behind);
    statement_add(statement, text);
    free(text);
}

static void add_item(struct buffer *list, const char *text, size_t length)
{
    buffer_add_text(list, list->length > 1 ? ",\"" : "\"");
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\')
            buffer_add_byte(list, '\\');
        buffer_add_byte(list, text[i]);
    }
    buffer_add_byte(list, '"');
}

/* The stories or publishers that the term is found in, as an array in PostgreSQL's notation. */
static bool list_names(struct asking *asking, const struct search_term *term, struct buffer *list,
                       struct error *error)
{
    struct statement *names =
        statement_new(term->field == SEARCH_STORY ? "SELECT DISTINCT story FROM diptych.articles"
                                                  : "SELECT DISTINCT publisher FROM diptych.articles");
    bool ok = statement_run(names, asking->database, error);
    buffer_add_byte(list, '{');
    for (size_t i = 0; ok && i < statement_rows(names); i++) {
        size_t length;
        struct span hit;
        const char *name = statement_bytes(names, i, 0, &length);
        if (find_forward(term->find, name, length, 0, &hit))
            add_item(list, name, length);
    }
    buffer_add_byte(list, '}');
    statement_free(names);
    return ok;
}

static void list_tagged(const struct search_term *term, struct buffer *list)
{
    buffer_add_byte(list, '{');
    for (size_t i = 0; i < term->tagged.count; i++) {
        struct buffer hex = { 0 };
        for (const char *at = term->tagged.items[i]; *at != '\0'; at++)
            buffer_add_format(&hex, "%02x", (unsigned char)*at);
        add_item(list, buffer_text(&hex), hex.length);
        buffer_free(&hex);
    }
    buffer_add_byte(list, '}');
}

static bool add_field(struct asking *asking, const struct search_term *term, struct statement *statement,
                      struct error *error)
{
    struct buffer list = { 0 };
    bool ok = true;
    statement_add(statement, term->negative ? " AND NOT (" : " AND (");
    switch (term->field) {
    case SEARCH_LANG:
        add_value(statement, "lang = ", "::text");
        add_value(statement, " OR starts_with(lang, ", "::text || '-'))");
        break;
    case SEARCH_SINCE:
    case SEARCH_UNTIL:
        add_value(statement, "published <> '' AND left(published, length(", "::text))");
        add_value(statement, term->field == SEARCH_SINCE ? " >= " : " <= ", "::text COLLATE \"C\")");
        break;
    case SEARCH_TAG:
        list_tagged(term, &list);
        add_value(statement, "encode(id, 'hex') = ANY(", "::text[]))");
        break;
    case SEARCH_STORY:
    case SEARCH_PUBLISHER:
        ok = list_names(asking, term, &list, error);
        add_value(statement, term->field == SEARCH_STORY ? "story = ANY(" : "publisher = ANY(", "::text[]))");
        break;
    default: break;
    }
    statement_put_text(statement, list.length > 0 ? buffer_text(&list) : term->value);
    buffer_free(&list);
    return ok;
}

/* " WHERE" and what the fields ask for. */
static bool add_fields(struct asking *asking, struct statement *statement, struct error *error)
{
    bool ok = true;
    statement_add(statement, " WHERE true");
    for (size_t i = 0; i < asking->query->count && ok; i++) {
        if (!search_term_is_text(&asking->query->items[i]))
            ok = add_field(asking, &asking->query->items[i], statement, error);
    }
    return ok;
}

/* ---- totals ---- */

static bool count_all(struct asking *asking, struct search_totals *totals, struct error *error)
{
    struct statement *all =
        statement_new("SELECT count(*), coalesce(sum(length), 0)::bigint FROM diptych.articles");
    bool ok = add_fields(asking, all, error) && statement_run(all, asking->database, error);
    if (ok) {
        totals->articles = (size_t)statement_number(all, 0, 0);
        totals->bytes = (double)statement_number(all, 0, 1);
    }
    statement_free(all);
    return ok;
}

static bool count_part(struct asking *asking, size_t part, size_t *with, struct error *error)
{
    struct buffer tokens = { 0 };
    struct statement *some = statement_new("SELECT count(*) FROM diptych.articles JOIN diptych.words USING (number)");
    bool ok = add_fields(asking, some, error);
    add_value(some, " AND tokens @@ ", "::tsquery");
    tokens_of_part(asking->query, part, &tokens);
    statement_put_text(some, buffer_text(&tokens));
    ok = ok && statement_run(some, asking->database, error);
    if (ok)
        *with = (size_t)statement_number(some, 0, 0);
    statement_free(some);
    buffer_free(&tokens);
    return ok;
}

/* ---- texts ---- */

static void add_snippet(const struct document *document, struct span span, struct buffer *out)
{
    struct kwic kwic = kwic_around(document, span, SNIPPET_LEFT, SNIPPET_RIGHT);
    buffer_add_text(out, kwic.left_cut ? "…" : "");
    kwic_add(out, document, (struct span){ kwic.left.start, kwic.right.end });
    buffer_add_text(out, kwic.right_cut ? "…" : "");
}

static void judge(struct asking *asking, const struct statement *texts, size_t row)
{
    size_t length, size;
    const char *text = statement_bytes(texts, row, 2, &length);
    const char *blocks = statement_bytes(texts, row, 3, &size);
    struct document *document = archive_read_document(text, length, blocks, size);
    struct search_answer answer;
    if (search_query_ask(asking->query, document, asking->entities, &answer)) {
        struct buffer snippet = { 0 };
        const char *id = statement_bytes(texts, row, 0, &length);
        const char *path = statement_bytes(texts, row, 1, &size);
        if (answer.hits.count > 0)
            add_snippet(document, answer.hits.items[0], &snippet);
        VECTOR_PUSH(&asking->found, (struct ask_answer){ xstrndup(id, length), xstrndup(path, size), 0,
                                                         xstrdup(buffer_text(&snippet)) });
        search_results_add(&asking->results, asking->query, asking->found.count - 1, &answer);
        buffer_free(&snippet);
    } else {
        search_results_add(&asking->results, asking->query, 0, &answer);
    }
    search_answer_free(asking->query, &answer);
    document_free(document);
}

static bool judge_texts(struct asking *asking, const struct statement *chosen, size_t from, size_t end,
                        struct error *error)
{
    struct buffer numbers = { 0 };
    for (size_t i = from; i < end; i++)
        buffer_add_format(&numbers, "%s%lld", i > from ? "," : "{", (long long)statement_number(chosen, i, 0));
    buffer_add_byte(&numbers, '}');
    struct statement *texts = statement_new(
        "SELECT id, path, text, blocks FROM diptych.articles JOIN diptych.texts USING (number) "
        "WHERE number = ANY($1::bigint[]) ORDER BY path");
    statement_put_text(texts, buffer_text(&numbers));
    bool ok = statement_run(texts, asking->database, error);
    for (size_t i = 0; ok && i < statement_rows(texts); i++)
        judge(asking, texts, i);
    statement_free(texts);
    buffer_free(&numbers);
    return ok;
}

/* Those that may answer, the best first where they are too many. */
static bool judge_chosen(struct asking *asking, bool *all, struct error *error)
{
    struct buffer tokens = { 0 };
    struct statement *chosen = statement_new("SELECT number FROM diptych.articles JOIN diptych.words USING (number)");
    bool ok = add_fields(asking, chosen, error);
    add_value(chosen, " AND tokens @@ ", "::tsquery");
    add_value(chosen, " ORDER BY ts_rank(tokens, ", "::tsquery, 1) DESC, number");
    tokens_of_query(asking->query, &tokens);
    statement_put_text(chosen, buffer_text(&tokens));
    char *limit = xasprintf(" LIMIT %d", ASK_JUDGED + 1);
    statement_add(chosen, limit);
    ok = ok && statement_run(chosen, asking->database, error);
    size_t count = ok ? statement_rows(chosen) : 0;
    *all = count <= ASK_JUDGED;
    count = *all ? count : ASK_JUDGED;
    for (size_t i = 0; i < count && ok; i += TOGETHER)
        ok = judge_texts(asking, chosen, i, i + TOGETHER < count ? i + TOGETHER : count, error);
    statement_free(chosen);
    buffer_free(&tokens);
    free(limit);
    return ok;
}

/* What was judged tells how many articles have a part only where all that have it were. */
static bool count_parts(struct asking *asking, bool all, struct error *error)
{
    struct search_totals *totals = &asking->results.totals;
    bool ok = count_all(asking, totals, error);
    for (size_t part = 0; part < asking->query->parts && ok; part++) {
        if (!all || asking->query->parts > 1)
            ok = count_part(asking, part, &totals->with[part], error);
    }
    return ok;
}

bool ask_database(struct database *database, const struct search_query *query,
                  const struct entity_index *entities, struct ask_answers *answers, struct error *error)
{
    struct asking asking = { .database = database, .query = query, .entities = entities };
    bool all = true;
    asking.results = search_results_new(query);
    bool ok = judge_chosen(&asking, &all, error) && count_parts(&asking, all, error);
    if (ok)
        search_results_rank(&asking.results, query);
    for (size_t i = 0; ok && i < asking.results.count; i++) {
        struct ask_answer *answer = &asking.found.items[asking.results.items[i].article];
        answer->score = asking.results.items[i].score;
        VECTOR_PUSH(answers, *answer);
        *answer = (struct ask_answer){ .score = 0 };
    }
    ask_answers_free(&asking.found);
    search_results_free(&asking.results);
    return ok;
}

char *ask_folder(struct database *database)
{
    struct statement *folders = statement_new("SELECT DISTINCT folder FROM diptych.articles ORDER BY folder");
    char *folder = NULL;
    bool ok = statement_run(folders, database, NULL);
    for (size_t i = 0; ok && i < statement_rows(folders) && folder == NULL; i++) {
        size_t length;
        const char *bytes = statement_bytes(folders, i, 0, &length);
        folder = xstrndup(bytes, length);
        if (!file_is_folder(folder)) {
            free(folder);
            folder = NULL;
        }
    }
    statement_free(folders);
    return folder;
}

void ask_answers_free(struct ask_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++) {
        free(answers->items[i].id);
        free(answers->items[i].path);
        free(answers->items[i].snippet);
    }
    free(answers->items);
    *answers = (struct ask_answers){ NULL, 0, 0 };
}
