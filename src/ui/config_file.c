#include "ui/config_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

#define FILE_BYTES ((size_t)1 << 20)
#define FILES_MOST 100

/* A file that is being read, and the one that said so. */
struct open_file {
    const char *path;
    const struct open_file *outer;
};

struct reading {
    const struct config_reader *reader;
    struct faults *faults;
    size_t count; /* of files */
};

void config_file_cut_remark(char *line, size_t from)
{
    bool quoted = false;
    size_t end = strlen(line);
    for (size_t i = from; i < end; i++) {
        quoted = quoted != (line[i] == '"');
        bool begins = line[i] == '#' && strchr(" \t", line[i + 1]) != NULL;
        if (begins && !quoted && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
            end = i;
    }
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'))
        end--;
    line[end] = '\0';
}

static void add_fault(const struct reading *reading, const char *path, unsigned line,
                      const char *sentence)
{
    if (reading->faults != NULL)
        faults_add(reading->faults, path, line, "%s", sentence);
}

static bool read_file(struct reading *reading, const char *path, const struct open_file *outer,
                      struct error *error);

/* The file that `name` means in the one at `path`. Caller frees. */
static char *place_of(const struct reading *reading, const char *path, const char *name)
{
    const char *home = reading->reader->home;
    if (strncmp(name, "~/", 2) == 0 && home != NULL)
        return file_join(home, name + 2);
    if (*name == '/')
        return xstrdup(name);
    return xasprintf("%.*s%s", (int)(file_base_name(path) - path), path, name);
}

static bool take_source(struct reading *reading, const struct open_file *file, char *name,
                        struct error *error)
{
    config_file_cut_remark(name, 0);
    size_t length = strlen(name);
    if (length > 1 && name[0] == '"' && name[length - 1] == '"') {
        name[length - 1] = '\0';
        name++;
    }
    if (*name == '\0') {
        error_set(error, "source: wants a file");
        return false;
    }
    char *path = place_of(reading, file->path, name);
    bool ok = read_file(reading, path, file, error);
    free(path);
    if (!ok)
        error_prefix(error, "source");
    return ok;
}

static void take_line(struct reading *reading, const struct open_file *file, char *line,
                      unsigned number)
{
    struct error error = { "" };
    line += strspn(line, " \t");
    for (size_t end = strlen(line); end > 0 && strchr(" \t\r", line[end - 1]) != NULL;)
        line[--end] = '\0';
    size_t length = strcspn(line, " \t");
    if (*line == '\0' || *line == '#')
        return;
    bool source = length == 6 && memcmp(line, "source", 6) == 0;
    bool ok = source ? take_source(reading, file, line + length + strspn(line + length, " \t"),
                                   &error)
                     : reading->reader->take(reading->reader->context, line, &error);
    if (!ok)
        add_fault(reading, file->path, number, error.text);
}

/* Whatever links lead there. */
static bool is_same_file(const char *a, const char *b)
{
    char *one = realpath(a, NULL);
    char *other = realpath(b, NULL);
    bool same = one != NULL && other != NULL && strcmp(one, other) == 0;
    free(one);
    free(other);
    return same;
}

/* Why it is not to be read, NULL when it may be. */
static const char *reason_against(const struct reading *reading, const struct open_file *file)
{
    for (const struct open_file *outer = file->outer; outer != NULL; outer = outer->outer)
        if (is_same_file(outer->path, file->path))
            return _("is being read already");
    return reading->count >= FILES_MOST ? _("is one file too many") : NULL;
}

static bool read_file(struct reading *reading, const char *path, const struct open_file *outer,
                      struct error *error)
{
    struct buffer raw = { 0 };
    struct buffer clean = { 0 };
    const struct open_file file = { path, outer };
    const char *against = reason_against(reading, &file);
    if (against != NULL)
        error_set(error, "%s: %s", path, against);
    bool ok = against == NULL && file_read(path, FILE_BYTES, &raw, error);
    reading->count++;
    if (ok)
        sanitize_source(buffer_text(&raw), raw.length, &clean, NULL);
    unsigned number = 1;
    for (char *line = clean.data; line != NULL && *line != '\0'; number++) {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        take_line(reading, &file, line, number);
        line = end != NULL ? end + 1 : NULL;
    }
    buffer_free(&clean);
    buffer_free(&raw);
    return ok;
}

void config_file_read(const struct config_reader *reader, const char *path, struct faults *faults)
{
    struct reading reading = { reader, faults, 0 };
    struct error error = { "" };
    if (!read_file(&reading, path, NULL, &error)) {
        size_t length = strlen(path);
        bool named = strncmp(error.text, path, length) == 0 && error.text[length] == ':';
        add_fault(&reading, path, 1, error.text + (named ? length + 2 : 0));
    }
}
