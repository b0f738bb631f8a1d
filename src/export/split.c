#include "export/split.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/message.h"
#include "export/articles.h"
#include "export/export_file.h"

static bool write_one(const char *folder, const struct printer *printer,
                      const struct export_set *set, const struct noted_article *article,
                      const struct template_text *front, size_t *taken, struct error *error)
{
    struct export_set part = { article->records, article->count, set->wishes, NULL };
    struct buffer name = { 0 }, begin = { 0 };
    articles_add_name(article, &name);
    buffer_add_format(&name, ".%s", printer->extension);
    char *path = file_join(folder, buffer_text(&name));
    bool ok = front == NULL || template_front(front, &part, &begin, error);
    if (front != NULL)
        part.front = buffer_text(&begin);
    ok = ok && export_file(path, printer, &part, taken, error);
    free(path);
    buffer_free(&name);
    buffer_free(&begin);
    return ok;
}

static bool make_folder(const char *folder, struct error *error)
{
    if (mkdir(folder, 0777) == 0 || (errno == EEXIST && file_is_folder(folder)))
        return true;
    error_set(error, "%s: the folder cannot be made: %s", folder,
              _(strerror(errno == EEXIST ? ENOTDIR : errno)));
    return false;
}

/* What a format has no place for makes no file. */
static bool has_any(const struct printer *printer, const struct noted_article *article)
{
    for (size_t i = 0; i < article->count; i++)
        if (printer->takes == NULL || printer->takes(&article->records[i]))
            return true;
    return false;
}

bool split_run(const char *folder, const struct printer *printer, const struct export_set *set,
               const struct template_text *front, size_t *taken, size_t *files,
               struct error *error)
{
    struct articles articles;
    bool ok = make_folder(folder, error);
    *taken = *files = 0;
    articles_find(&articles, set);
    for (size_t i = 0; ok && i < articles.count; i++) {
        size_t count = 0;
        if (!has_any(printer, &articles.items[i]))
            continue;
        ok = write_one(folder, printer, set, &articles.items[i], front, &count, error);
        *taken += count;
        ++*files;
    }
    articles_free(&articles);
    if (ok && *files == 0)
        error_set(error, "%s: none of the notes has what this format holds", folder);
    return ok && *files > 0;
}
