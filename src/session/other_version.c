#include "session/other_version.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "library/version_files.h"
#include "session/core.h"
#include "session/sync.h"

/* Both NULL when there is none. */
struct version_place {
    char *id, *path;
};

/* As the text's own file is called, where that leads there: "notes/a.zh.md", not "/home/.../a.zh.md". */
static char *short_path(const struct text *text, const char *path)
{
    size_t folder = (size_t)(file_base_name(text->path) - text->path);
    char *beside = xasprintf("%.*s%s", (int)folder, text->path, file_base_name(path));
    if (file_exists(beside))
        return beside;
    free(beside);
    return xstrdup(path);
}

static struct version_place find(struct session *session, const struct text *text)
{
    const struct article *version;
    struct version_names files = { 0 };
    struct version_place place = { NULL, NULL };
    if (text->path == NULL)
        return place;
    if (sync_versions(session, text, &version, 1) > 0)
        return (struct version_place){ xstrdup(version->id), xstrdup(version->path) };
    version_files(text->path, &files);
    if (files.count > 0) {
        place.path = short_path(text, files.items[0]);
        place.id = xstrdup(place.path);
    }
    version_names_free(&files);
    return place;
}

char *other_version_name(struct session *session, const struct text *text)
{
    struct version_place place = find(session, text);
    free(place.path);
    return place.id;
}

struct text *other_version_open(struct session *session, const struct text *text, struct error *error)
{
    struct version_place place = find(session, text);
    struct text *other =
        place.path != NULL ? open_texts_open(&session->open_texts, place.path, place.id, error) : NULL;
    free(place.path);
    free(place.id);
    return other;
}
