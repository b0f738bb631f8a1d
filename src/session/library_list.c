/* The other versions of an article as a list. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "library/version_files.h"
#include "session/content_versions.h"
#include "session/core.h"
#include "session/sync.h"
#include "session/lists.h"
#include "text/sanitize.h"

/* The versions that lie beside a file of no collection. */
static void add_files(struct list *list, const char *path)
{
    struct version_names paths = { 0 };
    version_files(path, &paths);
    for (size_t i = 0; i < paths.count; i++) {
        struct buffer name = { 0 };
        const char *base = file_base_name(paths.items[i]);
        sanitize_line(&name, base, strlen(base));
        list_add(list, buffer_text(&name), paths.items[i], paths.items[i], 0, 0);
        buffer_free(&name);
    }
    version_names_free(&paths);
}

/* The version that what it says tells of. */
static bool add_by_content(struct session *session, const struct text *text, struct list *list,
                           struct error *error)
{
    double score = 0;
    bool looking;
    const struct article *version = content_versions_of(session, text, &score, &looking);
    if (looking)
        session_say(session, "looking for a version by what it says; Esc stops");
    else if (version == NULL)
        error_set(error, "version: this text has no other version in the collection");
    if (version == NULL)
        return false;
    char *detail = xasprintf(_("%s · by content %.2f"), version->id, score);
    list_add(list, version->title, detail, version->id, 0, 0);
    list_brief(list, version->lang);
    free(detail);
    return true;
}

static bool fill_versions(struct session *session, struct pane *pane, struct list *list,
                          struct error *error)
{
    const struct article *versions[SYNC_VERSIONS];
    const struct text *text = pane->view->text;
    size_t count = text->path != NULL ? sync_versions(session, text, versions, SYNC_VERSIONS) : 0;
    if (count == 0 && text->path != NULL)
        add_files(list, text->path);
    if (count == 0 && list->count == 0)
        return add_by_content(session, text, list, error);
    for (size_t i = 0; i < count; i++) {
        const struct article *article = versions[i];
        char *detail = xasprintf("%s%s%s%s%s", article->id,
                                 *article->publisher != '\0' ? " · " : "", article->publisher,
                                 *article->translation_of != '\0' ? " · translation of " : "",
                                 article->translation_of);
        list_add(list, article->title, detail, article->id, 0, 0);
        list_brief(list, article->lang);
        free(detail);
    }
    return list->count > 0;
}

const struct list_source lists_versions = {
    .name = "versions",
    .title = N_("The other versions"),
    .hint = LISTS_HINT,
    .fill = fill_versions,
    .choose = lists_choose,
    .edit = edit_list_row,
};
