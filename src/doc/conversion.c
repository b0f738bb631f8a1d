#include "doc/conversion.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/filter.h"
#include "base/sha256.h"
#include "base/xalloc.h"
#include "doc/converted.h"
#include "text/sanitize.h"

/* Set once (conversion_begin), then only read. */
static struct {
    char *converter;
    char *cache; /* folder, NULL none */
} setup;

void conversion_begin(const char *converter, const char *cache_folder)
{
    conversion_end();
    setup.converter = converter != NULL ? xstrdup(converter) : NULL;
    setup.cache = cache_folder != NULL ? file_join(cache_folder, "converted") : NULL;
}

void conversion_end(void)
{
    free(setup.converter);
    free(setup.cache);
    setup.converter = setup.cache = NULL;
}

/* Only the ending of a name has a say in what is made of a file. */
static const char *ending_of(const char *path)
{
    const char *name = file_base_name(path);
    const char *dot = strrchr(name, '.');
    return dot != NULL && strlen(dot) <= 16 ? dot : "";
}

/* Another converter may make something else of the same bytes. */
static char *cache_path(const char *mode, const char *as, const char *bytes, size_t length,
                        const char *path)
{
    struct file_stamp stamp = file_stamp(setup.converter);
    struct sha256 sha;
    unsigned char hash[SHA256_SIZE];
    struct buffer name = { 0 };
    sha256_begin(&sha);
    sha256_add(&sha, &stamp.size, sizeof stamp.size);
    sha256_add(&sha, &stamp.mtime, sizeof stamp.mtime);
    sha256_add(&sha, mode, strlen(mode) + 1);
    if (as != NULL)
        sha256_add(&sha, as, strlen(as) + 1);
    sha256_add(&sha, ending_of(path), strlen(ending_of(path)) + 1);
    sha256_add(&sha, bytes, length);
    sha256_end(&sha, hash);
    for (size_t i = 0; i < 20; i++)
        buffer_add_format(&name, "%02x", hash[i]);
    char *whole = file_join(setup.cache, name.data);
    buffer_free(&name);
    return whole;
}

static bool explain(enum filter_end end, const char *path, struct error *error)
{
    const char *name = file_base_name(path);
    switch (end) {
    case FILTER_SLOW:
        error_set(error, "%s: converting it took more than %d s and was stopped", name,
                  CONVERSION_MILLISECONDS / 1000);
        break;
    case FILTER_TALKS:
        error_set(error, "%s: its text is larger than %zu MB", name, CONVERSION_MOST >> 20);
        break;
    case FILTER_MISSING:
        error_set(error, "%s: cannot be run, so %s cannot be converted",
                  setup.converter, name);
        break;
    case FILTER_DIED:
        error_set(error, "%s: the converter ended on it; it is damaged, or too large for 256 MB", name);
        break;
    default:
        error_set(error, "%s: the converter gave back no text", name);
        break;
    }
    return false;
}

static bool convert(const char *mode, const char *as, const char *bytes, size_t length,
                    const char *path, struct buffer *out, struct error *error)
{
    struct filter_limits limits = { CONVERSION_MILLISECONDS, CONVERSION_MOST };
    char *argv[] = { setup.converter, (char *)(uintptr_t)mode,
                     (char *)(uintptr_t)file_base_name(path), (char *)(uintptr_t)as, NULL };
    int status;
    enum filter_end end = filter_run(argv, bytes, length, limits, out, &status);
    /* One that fails in good order says why in what it gives back. */
    if (end == FILTER_DONE ||
        (end == FILTER_FAILED && converted_is(buffer_text(out), out->length)))
        return true;
    return explain(end, path, error);
}

/* What was made of these bytes before, or is now. A cache that cannot be written is none. */
static bool obtain(const char *mode, const char *as, const char *bytes, size_t length,
                   const char *path, struct buffer *out, struct error *error)
{
    if (setup.converter == NULL) {
        error_set(error, "%s: this program came without its converter, diptych-convert",
                  file_base_name(path));
        return false;
    }
    char *kept = setup.cache != NULL ? cache_path(mode, as, bytes, length, path) : NULL;
    bool ok = kept != NULL && file_read(kept, CONVERSION_MOST, out, NULL);
    if (!ok) {
        buffer_truncate(out, 0);
        ok = convert(mode, as, bytes, length, path, out, error);
        if (ok && kept != NULL && file_make_folders(setup.cache, NULL))
            (void)file_write(kept, buffer_text(out), out->length, NULL);
    }
    free(kept);
    return ok;
}

bool conversion_document(const char *bytes, size_t length, const char *path, struct buffer *out,
                         struct error *error)
{
    struct buffer raw = { 0 };
    bool ok = obtain("document", NULL, bytes, length, path, &raw, error);
    if (ok)
        sanitize_source(buffer_text(&raw), raw.length, out, NULL);
    buffer_free(&raw);
    return ok;
}

/* "CNAME REPAIRED" is the first line. */
bool conversion_text(const char *bytes, size_t length, const char *path, const char *as,
                     struct buffer *out, char **encoding, size_t *repaired, struct error *error)
{
    struct buffer raw = { 0 };
    bool ok = obtain("text", as, bytes, length, path, &raw, error);
    const char *newline = ok ? memchr(buffer_text(&raw), '\n', raw.length) : NULL;
    const char *blank = newline != NULL && raw.data[0] == 'C'
                            ? memchr(raw.data, ' ', (size_t)(newline - raw.data)) : NULL;
    if (blank != NULL) {
        *encoding = xstrndup(raw.data + 1, (size_t)(blank - raw.data) - 1);
        *repaired = strtoul(blank + 1, NULL, 10);
        buffer_add(out, newline + 1, raw.length - (size_t)(newline - raw.data) - 1);
    } else if (ok && converted_is(buffer_text(&raw), raw.length)) {
        document_free(converted_read(buffer_text(&raw), raw.length, error)); /* it says why */
        error_prefix(error, file_base_name(path));
    } else if (ok) {
        error_set(error, "%s: the converter gave back no text", file_base_name(path));
    }
    buffer_free(&raw);
    return blank != NULL;
}
