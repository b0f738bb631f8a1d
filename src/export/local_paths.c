#include "export/local_paths.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/xalloc.h"

static bool is_file_address(const char *source)
{
    return strncasecmp(source, "file:", 5) == 0 || source[0] == '/';
}

static bool has_paths(const struct annotation *annotation)
{
    for (size_t i = 0; i < annotation->target_count; i++) {
        const struct annotation_target *target = &annotation->targets[i];
        if (target->path[0] != '\0' || target->article[0] == '/' || is_file_address(target->source))
            return true;
    }
    return false;
}

const char *local_paths_name(const char *article)
{
    return article[0] == '/' ? file_base_name(article) : article;
}

static void hide(struct annotation *annotation)
{
    for (size_t i = 0; i < annotation->target_count; i++) {
        struct annotation_target *target = &annotation->targets[i];
        annotation_set(&target->path, "");
        char *name = xstrdup(local_paths_name(target->article));
        annotation_set(&target->article, name);
        free(name);
        if (is_file_address(target->source))
            annotation_set(&target->source, "");
    }
}

static void hide_places(struct note_record *record)
{
    for (int role = 0; role < RECORD_ROLES; role++)
        if (record->places[role].article != NULL)
            record->places[role].article = local_paths_name(record->places[role].article);
}

void local_paths_hide(struct local_paths *hidden, const struct export_set *set)
{
    *hidden = (struct local_paths){ .set = *set };
    if ((set->wishes & EXPORT_PATHS) != 0)
        return;
    hidden->records = xcalloc(set->count + 1, sizeof *hidden->records);
    hidden->copies = xcalloc(set->count + 1, sizeof *hidden->copies);
    for (size_t i = 0; i < set->count; i++) {
        hidden->records[i] = set->records[i];
        hide_places(&hidden->records[i]);
        if (!has_paths(set->records[i].annotation))
            continue;
        struct annotation *copy = &hidden->copies[hidden->count++];
        annotation_copy(copy, set->records[i].annotation);
        hide(copy);
        hidden->records[i].annotation = copy;
    }
    hidden->set.records = hidden->records;
}

void local_paths_free(struct local_paths *hidden)
{
    for (size_t i = 0; i < hidden->count; i++)
        annotation_free(&hidden->copies[i]);
    free(hidden->copies);
    free(hidden->records);
}
