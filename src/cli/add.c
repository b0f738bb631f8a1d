#include "cli/add.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "base/spool.h"
#include "base/xalloc.h"
#include "cli/progress.h"
#include "library/collection_list.h"
#include "query/addition.h"
#include "query/addition_list.h"
#include "text/sanitize.h"

static const char *const outcomes[] = { "added", "linked", "there already", "failed" };

struct adding {
    struct context *context;
    struct progress progress;
    struct addition_list list;
    struct added *added; /* one a file that was looked at */
    size_t looked;
    size_t counts[ADDITION_FAILED + 1];
    bool failed; /* a name could not be read */
    bool full;   /* the disk is: it was stopped */
};

static void complain(struct adding *adding, const struct error *error)
{
    progress_clear(&adding->progress);
    context_fail(adding->context, error, 0);
}

/* ---- questions ---- */

static bool read_answer(char *answer, size_t size)
{
    if (fgets(answer, (int)size, stdin) == NULL)
        return false;
    answer[strcspn(answer, "\r\n")] = '\0';
    return true;
}

static void ask_one(struct adding *adding, struct text_facts *facts, enum text_fact fact)
{
    struct buffer line = { 0 };
    char answer[1024];
    buffer_add_format(&line, "  %s [", text_facts_key(fact));
    sanitize_line(&line, facts->values[fact], strlen(facts->values[fact]));
    buffer_add_text(&line, "]: ");
    progress_clear(&adding->progress);
    fputs(buffer_text(&line), stderr);
    fflush(stderr);
    if (read_answer(answer, sizeof answer) && answer[0] != '\0') {
        free(facts->values[fact]);
        buffer_truncate(&line, 0);
        sanitize_source(answer, strlen(answer), &line, NULL);
        facts->values[fact] = strcmp(answer, "-") == 0 ? xstrdup("") : buffer_take(&line);
    }
    buffer_free(&line);
}

/* What the text does not tell for certain, one line each; an empty answer leaves it, - empties it. */
static void ask(void *data, const char *path, struct text_facts *facts)
{
    struct adding *adding = data;
    static const enum text_fact asked[] = { FACT_TITLE, FACT_LANG, FACT_STORY, FACT_PUBLISHER,
                                            FACT_PUBLISHED };
    struct buffer line = { 0 };
    progress_clear(&adding->progress);
    sanitize_line(&line, path, strlen(path));
    fprintf(stderr, "%s\n", buffer_text(&line));
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        bool unsure = asked[i] == FACT_TITLE ? facts->made_up : facts->values[asked[i]][0] == '\0';
        if (unsure)
            ask_one(adding, facts, asked[i]);
    }
    buffer_free(&line);
}

/* ---- the work ---- */

static bool go_on_reading(void *data, size_t done, size_t count)
{
    struct adding *adding = data;
    const char *what = adding->looked == 0 ? N_("reading the library") : N_("looking for versions");
    return progress_go_on(&adding->progress, what, done, count);
}

static void add_all(struct adding *adding, struct addition *addition)
{
    struct error error;
    while (adding->looked < adding->list.count && !adding->full &&
           progress_go_on(&adding->progress, "adding", adding->looked, adding->list.count)) {
        const struct addition_item *item = &adding->list.items[adding->looked];
        struct added *added = &adding->added[adding->looked++];
        if (!addition_add(addition, item->path, item->below, added, &error))
            complain(adding, &error);
        adding->counts[added->outcome]++;
        adding->full = addition_is_full(addition);
    }
}

static void find_stories(struct adding *adding, struct addition *addition)
{
    struct error error;
    struct context *context = adding->context;
    if (adding->counts[ADDITION_ADDED] + adding->counts[ADDITION_LINKED] == 0 ||
        adding->progress.stopped || adding->full)
        return;
    const struct entity_index *index = context_entity_index(context, &error);
    if (!addition_find_stories(addition, context->environment->data_folder, index, adding->added,
                               adding->looked, &error) && error.text[0] != '\0')
        complain(adding, &error);
}

static void print_rows(const struct adding *adding)
{
    struct output *out = adding->context->out;
    output_table(out, adding->context->arguments->format, "article outcome story file");
    for (size_t i = 0; i < adding->looked; i++) {
        const struct added *added = &adding->added[i];
        const char *path = adding->list.items[i].path;
        const char *const values[] = {
            added->id != NULL ? added->id : "",
            outcomes[added->outcome],
            added->story != NULL ? added->story : "",
            spool_is_path(path) ? file_base_name(path) : path,
        };
        output_row(out, values);
    }
    output_table_end(out);
}

static void tell_rest(struct adding *adding)
{
    struct error error;
    if (!adding->progress.stopped && !adding->full)
        return;
    if (adding->looked < adding->list.count || adding->full)
        error_set(&error, "add: stopped: %zu of %zu were looked at; the same command goes on",
                  adding->looked, adding->list.count);
    else
        error_set(&error, "add: stopped while looking for versions; diptych pairs finds them");
    complain(adding, &error);
}

static char *library_folder(struct context *context, struct error *error)
{
    if (context->arguments->collection != NULL)
        return xstrdup(context->arguments->collection);
    const char *data = context->environment->data_folder;
    if (data == NULL)
        error_set(error, "add: there is no home folder to keep a library in");
    return data != NULL ? file_join(data, COLLECTION_LIST_LIBRARY) : NULL;
}

static bool run(struct adding *adding, const char *library, struct error *error)
{
    bool link = (adding->context->arguments->given & FLAG_LINK) != 0;
    bool asks = (adding->context->arguments->given & FLAG_ASK) != 0;
    const struct environment *environment = adding->context->environment;
    struct addition_wish wish = { .library = library, .cache_folder = environment->cache_folder,
                                  .conversion = environment->conversion, .link = link,
                                  .ask = asks ? ask : NULL, .go_on = go_on_reading,
                                  .data = adding };
    struct addition *addition = addition_new(&wish, error);
    if (addition == NULL)
        return adding->progress.stopped;
    adding->added = xcalloc(adding->list.count + 1, sizeof *adding->added);
    add_all(adding, addition);
    find_stories(adding, addition);
    addition_free(addition);
    return true;
}

static void adding_free(struct adding *adding)
{
    for (size_t i = 0; adding->added != NULL && i < adding->looked; i++)
        added_free(&adding->added[i]);
    free(adding->added);
    addition_list_free(&adding->list);
}

int cli_add(struct context *context, const char *const *names, size_t count)
{
    struct error error = { "" };
    struct adding adding = { .context = context };
    for (size_t i = 0; i < count; i++) {
        if (spool_is_path(names[i]) && (context->arguments->given & FLAG_LINK) != 0) {
            error_set(&error, "--link: what comes in through a pipe cannot be linked");
            return context_fail(context, &error, STATUS_USAGE);
        }
        if (spool_is_path(names[i]) && (context->arguments->given & FLAG_ASK) != 0) {
            error_set(&error, "--ask: nothing can be asked while the text comes in through a pipe");
            return context_fail(context, &error, STATUS_USAGE);
        }
    }
    char *library = library_folder(context, &error);
    if (library == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    progress_begin(&adding.progress, context_line_width(context));
    for (size_t i = 0; i < count; i++) {
        if (addition_list_take(&adding.list, names[i], &error))
            continue;
        complain(&adding, &error);
        adding.failed = true;
    }
    if (!run(&adding, library, &error)) {
        complain(&adding, &error);
        adding.failed = true;
    }
    print_rows(&adding);
    tell_rest(&adding);
    progress_end(&adding.progress);
    bool ok = !adding.failed && !adding.progress.stopped && adding.counts[ADDITION_FAILED] == 0;
    bool any = adding.counts[ADDITION_ADDED] + adding.counts[ADDITION_LINKED] > 0;
    adding_free(&adding);
    free(library);
    return ok && any ? STATUS_DONE : STATUS_NOT_DONE;
}
