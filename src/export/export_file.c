#include "export/export_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/message.h"
#include "export/edited_block.h"
#include "export/local_paths.h"
#include "export/weave.h"

static bool is_stream(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static bool is_same_file(const struct stat *file, const char *path)
{
    struct stat other;
    return path != NULL && path[0] != '\0' && stat(path, &other) == 0 &&
           other.st_dev == file->st_dev && other.st_ino == file->st_ino;
}

bool export_file_may_be(const char *path, const struct export_set *set, struct error *error)
{
    struct stat file;
    if (stat(path, &file) != 0)
        return true;
    for (size_t i = 0; i < set->count; i++) {
        for (int role = 0; role < RECORD_ROLES; role++) {
            const struct annotation_target *target =
                record_target(&set->records[i], (enum target_role)role);
            if (target != NULL && is_same_file(&file, target->path)) {
                error_set(error, "%s: is an article with notes on it, and no file to write them to",
                          path);
                return false;
            }
        }
    }
    return true;
}

bool export_file_read(const char *path, struct buffer *old, struct error *error)
{
    if (!file_exists(path) || is_stream(path))
        return true;
    if (file_is_folder(path)) {
        error_set(error, "%s: is a folder, and no file to write to", path);
        return false;
    }
    return file_read(path, 0, old, error);
}

static bool write_stream(const char *path, const struct buffer *out, struct error *error)
{
    FILE *stream = fopen(path, "w");
    bool ok = stream != NULL && fwrite(buffer_text(out), 1, out->length, stream) == out->length;
    if (stream != NULL)
        ok = fclose(stream) == 0 && ok;
    if (!ok)
        error_set(error, "%s: cannot be written: %s", path, _(strerror(errno)));
    return ok;
}

static void open_up(const char *path)
{
    mode_t mask = umask(0);
    (void)umask(mask);
    (void)chmod(path, 0666 & ~mask);
}

bool export_file_write(const char *path, const struct buffer *old, const struct buffer *out,
                       struct error *error)
{
    if (out->length == old->length && out->length > 0 &&
        memcmp(out->data, old->data, out->length) == 0)
        return true;
    if (is_stream(path))
        return write_stream(path, out, error);
    char *real = realpath(path, NULL);
    bool fresh = real == NULL;
    bool ok = file_write(fresh ? path : real, buffer_text(out), out->length, error);
    if (ok && fresh)
        open_up(path);
    free(real);
    return ok;
}

static bool print_anew(const struct printer *printer, const struct export_set *set,
                       struct buffer *out, size_t *taken, struct error *error)
{
    *taken = printer_run(printer, set, out);
    if (*taken == 0)
        error_set(error, "none of the notes has what this format holds");
    return *taken > 0;
}

bool export_text(const struct printer *printer, const struct export_set *set, struct buffer *out,
                 struct error *error)
{
    struct local_paths hidden;
    size_t taken;
    local_paths_hide(&hidden, set);
    bool ok = print_anew(printer, &hidden.set, out, &taken, error);
    local_paths_free(&hidden);
    return ok;
}

/* What was changed within a block is worth as much as a note: import takes it in. */
static bool keeps_edits(const char *path, const struct export_set *set, const struct buffer *old,
                        struct error *error)
{
    size_t edited = (set->wishes & EXPORT_OVER) == 0 && old->length > 0
                        ? edited_block_count(buffer_text(old), old->length, set)
                        : 0;
    if (edited > 0)
        error_set(error,
                  message_count("%s: %zu note was changed there; import the file first, or write over "
                                "what was changed",
                                "%s: %zu notes were changed there; import the file first, or write over "
                                "what was changed", edited),
                  path, edited);
    return edited == 0;
}

bool export_file(const char *path, const struct printer *printer, const struct export_set *set,
                 size_t *taken, struct error *error)
{
    struct local_paths hidden;
    struct buffer old = { 0 }, out = { 0 };
    if (!export_file_may_be(path, set, error) || !export_file_read(path, &old, error) ||
        !keeps_edits(path, set, &old, error)) {
        buffer_free(&old);
        return false;
    }
    local_paths_hide(&hidden, set);
    *taken = set->count;
    bool ok = printer->marks != NULL && old.length > 0
                  ? weave_run(printer, &hidden.set, old.data, old.length, &out, error)
                  : print_anew(printer, &hidden.set, &out, taken, error);
    if (!ok)
        error_prefix(error, path);
    ok = ok && export_file_write(path, &old, &out, error);
    local_paths_free(&hidden);
    buffer_free(&old);
    buffer_free(&out);
    return ok;
}
