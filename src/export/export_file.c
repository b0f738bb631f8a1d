#include "export/export_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "export/weave.h"

static bool is_stream(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
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
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
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

static bool print(const char *path, const struct printer *printer, const struct export_set *set,
                  const struct buffer *old, struct buffer *out, size_t *taken, struct error *error)
{
    *taken = set->count;
    if (printer->marks != NULL && old->length > 0) {
        bool ok = weave_run(printer, set, old->data, old->length, out, error);
        if (!ok)
            error_prefix(error, path);
        return ok;
    }
    *taken = printer_run(printer, set, out);
    if (*taken == 0)
        error_set(error, "%s: none of the notes has what this format holds", path);
    return *taken > 0;
}

bool export_file(const char *path, const struct printer *printer, const struct export_set *set,
                 size_t *taken, struct error *error)
{
    struct buffer old = { 0 };
    struct buffer out = { 0 };
    bool ok = export_file_read(path, &old, error) &&
              print(path, printer, set, &old, &out, taken, error) &&
              export_file_write(path, &old, &out, error);
    buffer_free(&old);
    buffer_free(&out);
    return ok;
}
