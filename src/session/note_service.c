#include "session/note_service.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xalloc.h"

void note_service_init(struct note_service *notebook, const char *folder)
{
    *notebook = (struct note_service){ .edition = 1 };
    if (folder == NULL)
        return;
    notebook->folder = xstrdup(folder);
    notebook->path = file_join(folder, STORE_FILE);
}

void note_service_free(struct note_service *notebook)
{
    store_close(notebook->store);
    free(notebook->folder);
    free(notebook->path);
    *notebook = (struct note_service){ 0 };
}

static struct store *open_store(struct note_service *notebook, struct error *error)
{
    notebook->store = store_open(notebook->folder, STORE_WRITE, error);
    if (notebook->store == NULL)
        notebook->failed = file_stamp(notebook->path);
    else
        note_service_changed(notebook);
    return notebook->store;
}

struct store *note_service_read(struct note_service *notebook, struct error *error)
{
    if (notebook->store != NULL || notebook->folder == NULL)
        return notebook->store;
    struct file_stamp now = file_stamp(notebook->path);
    if ((now.mtime == 0 && now.inode == 0) || file_stamp_equal(&now, &notebook->failed))
        return NULL;
    return open_store(notebook, error);
}

struct store *note_service_write(struct note_service *notebook, struct error *error)
{
    if (notebook->folder == NULL) {
        error_set(error, "there is no folder for notes; set XDG_DATA_HOME or HOME");
        return NULL;
    }
    return notebook->store != NULL ? notebook->store : open_store(notebook, error);
}

bool note_service_poll(struct note_service *notebook)
{
    if (notebook->store == NULL) {
        struct error ignored = { "" };
        return note_service_read(notebook, &ignored) != NULL;
    }
    if (!store_changed(notebook->store))
        return false;
    note_service_changed(notebook);
    return true;
}

char *note_service_brief(const struct note_service *notebook, const char *sentence)
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

void note_service_changed(struct note_service *notebook)
{
    notebook->edition++;
}
