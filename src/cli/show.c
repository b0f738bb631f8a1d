#include "cli/show.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/list.h"
#include "cli/print.h"
#include "library/target.h"

#define WIDTH 80
#define WIDTH_BESIDE 160

/* An article as it is printed. */
struct show_sheet {
    struct target target;
    struct article *article; /* NULL for a folder */
    struct document *document;
};

static void close_sheet(struct show_sheet *sheet)
{
    document_free(sheet->document);
    article_free(sheet->article);
    target_free(&sheet->target);
}

/* A folder is a sheet without a document where `folders` may stand. */
static bool open_sheet(struct context *context, const char *name, bool folders,
                       struct show_sheet *sheet, struct error *error)
{
    *sheet = (struct show_sheet){ 0 };
    if (!target_resolve(context_collection(context, NULL), name, &sheet->target, error))
        return false;
    if (sheet->target.kind == TARGET_FOLDER && folders)
        return true;
    sheet->document = context_read(context, sheet->target.path, error);
    if (sheet->document != NULL && (context->arguments->given & FLAG_RAW) != 0)
        sheet->article = article_unread(sheet->target.path, sheet->target.id);
    else if (sheet->document != NULL)
        sheet->article = article_read(context->environment->conversion, sheet->target.path,
                                      sheet->target.id, error);
    if (sheet->article != NULL)
        return true;
    close_sheet(sheet);
    return false;
}

static void print_two(struct context *context, const struct show_sheet *a,
                      const struct show_sheet *b, int width)
{
    const struct document *const documents[2] = { a->document, b->document };
    const struct article *const articles[2] = { a->article, b->article };
    print_beside(context->out, documents, articles, width);
}

static int show_beside(struct context *context, const char *a, const char *b, int width)
{
    struct error error;
    struct show_sheet left;
    struct show_sheet right;
    if (!open_sheet(context, a, false, &left, &error))
        return context_fail(context, &error, STATUS_NOT_DONE);
    int status = STATUS_DONE;
    if (open_sheet(context, b, false, &right, &error)) {
        print_two(context, &left, &right, width);
        close_sheet(&right);
    } else {
        status = context_fail(context, &error, STATUS_NOT_DONE);
    }
    close_sheet(&left);
    return status;
}

/* One after another; several with a header each. */
static int show_each(struct context *context, const char *const *names, size_t count, bool folders)
{
    int status = STATUS_DONE;
    int width = context_width(context, WIDTH);
    for (size_t i = 0; i < count; i++) {
        struct error error;
        struct show_sheet sheet;
        if (!open_sheet(context, names[i], folders, &sheet, &error)) {
            status = context_fail(context, &error, STATUS_NOT_DONE);
            continue;
        }
        if (i > 0)
            output_text(context->out, "\n", 1);
        if (sheet.document == NULL) {
            if (!list_folder(context, sheet.target.path, &error))
                status = context_fail(context, &error, STATUS_NOT_DONE);
        } else {
            if (count > 1) {
                print_header(context->out, sheet.article, width);
                output_text(context->out, "\n", 1);
            }
            print_document(context->out, sheet.document, width);
        }
        close_sheet(&sheet);
    }
    return status;
}

int cli_show(struct context *context, const char *const *names, size_t count)
{
    const char *beside = context->arguments->beside;
    if (beside == NULL)
        return show_each(context, names, count, false);
    if (count != 1) {
        struct error error;
        error_set(&error, "--beside: wants one other article, not %zu", count);
        return context_fail(context, &error, STATUS_USAGE);
    }
    return show_beside(context, names[0], beside, context_width(context, WIDTH));
}

/* Two names stand beside each other only when both are articles. */
static bool are_two_articles(struct context *context, const char *const *names, size_t count)
{
    bool articles = count == 2;
    for (size_t i = 0; i < count && articles; i++) {
        struct target target;
        articles = target_resolve(context_collection(context, NULL), names[i], &target, NULL) &&
                   target.kind != TARGET_FOLDER;
        target_free(&target);
    }
    return articles;
}

static int show_collection(struct context *context)
{
    struct error error = { 0 };
    struct collection *collection = context_collection(context, &error);
    if (collection == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    size_t count = collection_open_count(collection);
    if (count == 0)
        return cli_list(context, NULL, 0);
    const char **names = xcalloc(count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = collection_open_id(collection, i);
    int status = show_room(context, names, count);
    free(names);
    return status;
}

int show_room(struct context *context, const char *const *names, size_t count)
{
    if (count == 0)
        return show_collection(context);
    if (are_two_articles(context, names, count))
        return show_beside(context, names[0], names[1], context_width(context, WIDTH_BESIDE));
    return show_each(context, names, count, true);
}
