#include "cli/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/word_count.h"
#include "library/target.h"

/* JSON has all of them, text and TSV the first. */
#define TABLE_COLUMNS "article lang story published publisher title"
#define JSON_COLUMNS                                                                               \
    TABLE_COLUMNS " kind translation_of retold_from source words# encoding repaired#"

/* What of an article JSON has alone. */
struct rest {
    char words[24];
    char *encoding, *repaired;
};

/* An article's encoding is "GB18030, 2 repaired", or "": UTF-8. */
static struct rest make_rest(const struct article *article)
{
    struct rest rest;
    struct word_count count = word_count_parse(article->length);
    const char *repaired = strstr(article->encoding, ", ");
    size_t length = repaired != NULL ? (size_t)(repaired - article->encoding)
                                     : strlen(article->encoding);
    rest.encoding = xstrndup(length > 0 ? article->encoding : "UTF-8", length > 0 ? length : 5);
    rest.repaired = repaired != NULL ? xstrndup(repaired + 2, strspn(repaired + 2, "0123456789"))
                                     : xstrdup("0");
    snprintf(rest.words, sizeof rest.words, "%zu", count.words + count.han);
    return rest;
}

static void print_article(struct output *out, const struct article *article,
                          void (*print)(struct output *, const char *const *))
{
    struct rest rest = { "", NULL, NULL };
    if (out->format == OUTPUT_JSON)
        rest = make_rest(article);
    const char *const values[] = {
        article->id,
        article->lang,
        article->story,
        article->published,
        article->publisher,
        article->title,
        article->translation_of[0] != '\0' ? "translation" : "report",
        article->translation_of,
        article->retold_from,
        article->source,
        rest.words,
        rest.encoding,
        rest.repaired,
    };
    print(out, values);
    free(rest.encoding);
    free(rest.repaired);
}

static bool print_collection(struct context *context, struct collection *collection,
                             struct error *error)
{
    if (!collection_scan(collection, error))
        return false;
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    for (size_t i = 0; i < count && context->out->format == OUTPUT_TEXT; i++)
        print_article(context->out, &articles[i], output_measure);
    for (size_t i = 0; i < count; i++)
        print_article(context->out, &articles[i], output_row);
    return true;
}

static bool print_folder(struct context *context, const char *folder, struct error *error)
{
    struct collection *collection =
        collection_open(folder, context->environment->cache_folder,
                        context->environment->conversion, error);
    if (collection == NULL)
        return false;
    context_tell_fault(context, collection);
    bool ok = print_collection(context, collection, error);
    collection_free(collection);
    return ok;
}

static bool print_named(struct context *context, const char *name, struct error *error)
{
    struct target target;
    if (!target_resolve(context_collection(context, NULL), name, &target, error))
        return false;
    bool ok;
    if (target.kind == TARGET_FOLDER) {
        ok = print_folder(context, target.path, error);
    } else {
        struct article *article = article_read(context->environment->conversion, target.path, target.id, error);
        ok = article != NULL;
        if (ok)
            print_article(context->out, article, output_row);
        article_free(article);
    }
    target_free(&target);
    return ok;
}

static void begin(struct context *context)
{
    enum output_format format = context->arguments->format;
    output_table(context->out, format, format == OUTPUT_JSON ? JSON_COLUMNS : TABLE_COLUMNS);
}

static int finish(struct context *context, bool ok)
{
    return context_end_table(context, ok);
}

int cli_list(struct context *context, const char *const *names, size_t count)
{
    struct error error = { 0 };
    bool ok = true;
    struct collection *collection = NULL;
    if (count == 0) {
        collection = context_collection(context, &error);
        if (collection == NULL)
            return context_fail(context, &error, STATUS_NOT_DONE);
    }
    begin(context);
    if (count == 0 && !print_collection(context, collection, &error)) {
        context_fail(context, &error, STATUS_NOT_DONE);
        ok = false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!print_named(context, names[i], &error)) {
            context_fail(context, &error, STATUS_NOT_DONE);
            ok = false;
        }
    }
    return finish(context, ok);
}

bool list_folder(struct context *context, const char *folder, struct error *error)
{
    begin(context);
    bool ok = print_folder(context, folder, error);
    if (ok && context->out->rows == 0) {
        error_set(error, "%s: has no articles in it", folder);
        ok = false;
    }
    output_table_end(context->out);
    return ok;
}
