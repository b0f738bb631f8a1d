#include "session/note_service.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"

void notebook_init(struct notebook *notebook, const char *folder)
{
    *notebook = (struct notebook){ .edition = 1 };
    if (folder == NULL)
        return;
    notebook->folder = xstrdup(folder);
    notebook->path = file_join(folder, STORE_FILE);
}

void notebook_free(struct notebook *notebook)
{
    store_close(notebook->store);
    free(notebook->folder);
    free(notebook->path);
    *notebook = (struct notebook){ 0 };
}

static struct store *open_store(struct notebook *notebook, struct error *error)
{
    notebook->store = store_open(notebook->folder, STORE_WRITE, error);
    if (notebook->store == NULL)
        notebook->failed = file_stamp(notebook->path);
    else
        notebook_changed(notebook);
    return notebook->store;
}

struct store *notebook_read(struct notebook *notebook, struct error *error)
{
    if (notebook->store != NULL || notebook->folder == NULL)
        return notebook->store;
    struct file_stamp now = file_stamp(notebook->path);
    if ((now.mtime == 0 && now.inode == 0) || file_stamp_equal(&now, &notebook->failed))
        return NULL;
    return open_store(notebook, error);
}

struct store *notebook_write(struct notebook *notebook, struct error *error)
{
    if (notebook->folder == NULL) {
        error_set(error, "there is no folder for notes; set XDG_DATA_HOME or HOME");
        return NULL;
    }
    return notebook->store != NULL ? notebook->store : open_store(notebook, error);
}

bool notebook_poll(struct notebook *notebook)
{
    if (notebook->store == NULL) {
        struct error ignored = { "" };
        return notebook_read(notebook, &ignored) != NULL;
    }
    if (!store_changed(notebook->store))
        return false;
    notebook_changed(notebook);
    return true;
}

char *notebook_brief(const struct notebook *notebook, const char *sentence)
{
    struct buffer brief = { 0 };
    const char *path = notebook->path != NULL ? notebook->path : "";
    size_t length = strlen(path);
    for (const char *at = sentence; *at != '\0';) {
        const char *next = length > 0 ? strstr(at, path) : NULL;
        if (next == NULL)
            next = at + strlen(at);
        buffer_add(&brief, at, (size_t)(next - at));
        if (*next != '\0')
            buffer_add_text(&brief, STORE_FILE);
        at = *next != '\0' ? next + length : next;
    }
    return brief.length > 0 ? buffer_take(&brief) : xstrdup("");
}

void notebook_changed(struct notebook *notebook)
{
    notebook->edition++;
}
