#include "doc/conversion.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/filter_jobs.h"
#include "base/sha256.h"
#include "base/xalloc.h"
#include "doc/converted.h"
#include "text/sanitize.h"

#define HASHED ((size_t)1 << 20) /* bytes between looks at whether to stop */

struct conversion {
    char *converter;
    char *cache; /* folder, NULL none */
    struct filter_jobs *jobs;
    pthread_mutex_t lock;
    char *rules; /* behind the lock; NULL none */
    pthread_t hasty; /* the thread that must not wait */
    bool has_hasty;
    bool put_off; /* that thread's own */
};

struct conversion *conversion_new(const char *converter, const char *cache_folder)
{
    struct conversion *conversion = xcalloc(1, sizeof *conversion);
    conversion->converter = xstrdup(converter);
    conversion->cache = cache_folder != NULL ? file_join(cache_folder, "converted") : NULL;
    conversion->jobs = filter_jobs_new();
    pthread_mutex_init(&conversion->lock, NULL);
    return conversion;
}

void conversion_free(struct conversion *conversion)
{
    if (conversion == NULL)
        return;
    filter_jobs_free(conversion->jobs);
    pthread_mutex_destroy(&conversion->lock);
    free(conversion->converter);
    free(conversion->cache);
    free(conversion->rules);
    free(conversion);
}

void conversion_stop(struct conversion *conversion)
{
    if (conversion != NULL)
        filter_jobs_stop(conversion->jobs);
}

void conversion_never_wait(struct conversion *conversion)
{
    if (conversion == NULL)
        return;
    conversion->hasty = pthread_self();
    conversion->has_hasty = true;
}

bool conversion_is_hasty(const struct conversion *conversion)
{
    return conversion != NULL && conversion->has_hasty && pthread_equal(conversion->hasty, pthread_self()) != 0;
}

void conversion_ask(struct conversion *conversion)
{
    if (conversion_is_hasty(conversion))
        conversion->put_off = false;
}

bool conversion_put_off(const struct conversion *conversion)
{
    return conversion_is_hasty(conversion) && conversion->put_off;
}

void conversion_set_rules(struct conversion *conversion, const char *rules)
{
    if (conversion == NULL)
        return;
    pthread_mutex_lock(&conversion->lock);
    free(conversion->rules);
    conversion->rules = rules[0] != '\0' ? xstrdup(rules) : NULL;
    pthread_mutex_unlock(&conversion->lock);
}

char *conversion_rules(struct conversion *conversion)
{
    if (conversion == NULL)
        return NULL;
    pthread_mutex_lock(&conversion->lock);
    char *rules = xstrdup(conversion->rules);
    pthread_mutex_unlock(&conversion->lock);
    return rules;
}

/* ---- running ---- */

static enum filter_end run(struct conversion *conversion, struct filter_task *task,
                           const atomic_bool *stop, struct buffer *out, int *status)
{
    bool hasty = conversion_is_hasty(conversion);
    task->limits = (struct filter_limits){ CONVERSION_MILLISECONDS, CONVERSION_MOST, NULL };
    enum filter_end end =
        filter_jobs_run(conversion->jobs, task, hasty ? CONVERSION_GRACE : FILTER_JOBS_FOREVER,
                        stop, out, status);
    if (hasty && end == FILTER_STOPPED)
        conversion->put_off = true;
    return end;
}

enum filter_end conversion_run(struct conversion *conversion, const char *key, char *const argv[],
                               const atomic_bool *stop, struct buffer *out, int *status)
{
    return run(conversion, &(struct filter_task){ .key = key, .argv = argv }, stop, out, status);
}

/* Only the ending of a name has a say in what is made of a file. */
static const char *ending_of(const char *path)
{
    const char *name = file_base_name(path);
    const char *dot = strrchr(name, '.');
    return dot != NULL && strlen(dot) <= 16 ? dot : "";
}

/* What a mode makes of some bytes. */
struct request {
    struct conversion *conversion;
    const struct conversion_task *task;
    const char *mode;
    const char *as; /* NULL none */
    bool passing; /* what it makes is not kept */
};

static bool is_unwanted(const struct conversion_task *task)
{
    return task->stop != NULL && atomic_load(task->stop);
}

/* Another converter may make something else of the same bytes, and so may another release, whose
 * converter a package may give the same size and time of change. Caller frees. Of bytes that nobody
 * wants any more it is wrong. */
static char *key_of(const struct request *request)
{
    struct file_stamp stamp = file_stamp(request->conversion->converter);
    const char *ending = ending_of(request->task->path);
    struct sha256 sha;
    unsigned char hash[SHA256_SIZE];
    struct buffer name = { 0 };
    sha256_begin(&sha);
    sha256_add(&sha, READING_VERSION, sizeof READING_VERSION);
    sha256_add(&sha, &stamp.size, sizeof stamp.size);
    sha256_add(&sha, &stamp.mtime, sizeof stamp.mtime);
    sha256_add(&sha, request->mode, strlen(request->mode) + 1);
    if (request->as != NULL)
        sha256_add(&sha, request->as, strlen(request->as) + 1);
    sha256_add(&sha, ending, strlen(ending) + 1);
    for (size_t at = 0; at < request->task->length && !is_unwanted(request->task); at += HASHED) {
        size_t left = request->task->length - at;
        sha256_add(&sha, request->task->bytes + at, left < HASHED ? left : HASHED);
    }
    sha256_end(&sha, hash);
    for (size_t i = 0; i < 20; i++)
        buffer_add_format(&name, "%02x", hash[i]);
    return buffer_take(&name);
}

static bool explain(const struct conversion *conversion, enum filter_end end, const char *path,
                    struct error *error)
{
    const char *name = file_base_name(path);
    switch (end) {
    case FILTER_STOPPED:
        error_set(error, "%s: is still being converted", name);
        break;
    case FILTER_SLOW:
        error_set(error, "%s: converting it took more than %d s and was stopped", name,
                  CONVERSION_MILLISECONDS / 1000);
        break;
    case FILTER_TALKS:
        error_set(error, "%s: its text is larger than %zu MB", name, CONVERSION_MOST >> 20);
        break;
    case FILTER_MISSING:
        error_set(error, "%s: cannot be run, so %s cannot be converted",
                  conversion->converter, name);
        break;
    case FILTER_DIED:
        error_set(error, "%s: the converter ended on it; it is damaged, or too large for 256 MB", name);
        break;
    default:
        error_set(error, "%s: the converter, %s, gave back no text", name, conversion->converter);
        break;
    }
    return false;
}

static bool convert(const struct request *request, const char *key, struct buffer *out,
                    struct error *error)
{
    struct conversion *conversion = request->conversion;
    const struct conversion_task *task = request->task;
    char *argv[] = { conversion->converter, (char *)(uintptr_t)request->mode,
                     (char *)(uintptr_t)file_base_name(task->path),
                     (char *)(uintptr_t)request->as, NULL };
    struct filter_task filter = {
        .key = key, .argv = argv, .input = task->bytes, .length = task->length
    };
    int status;
    enum filter_end end = run(conversion, &filter, task->stop, out, &status);
    /* One that fails in good order says why in what it gives back. */
    if (end == FILTER_DONE ||
        (end == FILTER_FAILED && converted_is(buffer_text(out), out->length)))
        return true;
    return explain(conversion, end, task->path, error);
}

/* What was made of these bytes before, or is now. A cache that cannot be written is none. */
static bool obtain(const struct request *request, struct buffer *out, struct error *error)
{
    struct conversion *conversion = request->conversion;
    if (conversion == NULL || conversion->converter == NULL) {
        error_set(error, "%s: this program came without its converter, diptych-convert",
                  file_base_name(request->task->path));
        return false;
    }
    char *key = key_of(request);
    if (is_unwanted(request->task)) {
        free(key);
        return explain(conversion, FILTER_STOPPED, request->task->path, error);
    }
    char *kept = conversion->cache != NULL && !request->passing
                     ? file_join(conversion->cache, key) : NULL;
    bool ok = kept != NULL && file_read(kept, CONVERSION_MOST, out, NULL);
    if (!ok) {
        buffer_truncate(out, 0);
        ok = convert(request, key, out, error);
        if (ok && kept != NULL && file_make_folders(conversion->cache, NULL) &&
            file_write(kept, buffer_text(out), out->length, NULL))
            filter_jobs_forget(conversion->jobs, key);
    }
    free(kept);
    free(key);
    return ok;
}

bool conversion_document(struct conversion *conversion, const struct conversion_task *task,
                         struct buffer *out, struct error *error)
{
    struct buffer raw = { 0 };
    struct request request = { conversion, task, "document", NULL, false };
    bool ok = obtain(&request, &raw, error);
    if (ok && out->data == NULL && sanitize_is_clean(buffer_text(&raw), raw.length)) {
        *out = raw;
        return true;
    }
    if (ok)
        sanitize_source(buffer_text(&raw), raw.length, out, NULL);
    buffer_free(&raw);
    return ok;
}

/* Why what came back is not what was asked for: it says so itself, or is nothing. */
static void explain_failure(const struct conversion *conversion, const struct buffer *raw,
                            const char *name, struct error *error)
{
    if (converted_is(buffer_text(raw), raw->length)) {
        document_free(converted_read(buffer_text(raw), raw->length, error));
        error_prefix(error, name);
    } else {
        error_set(error, "%s: the converter, %s, gave back no text", name, conversion->converter);
    }
}

/* "CNAME REPAIRED" is the first line. */
bool conversion_text(struct conversion *conversion, const struct conversion_task *task,
                     const char *as, struct buffer *out, char **encoding, size_t *repaired,
                     struct error *error)
{
    struct buffer raw = { 0 };
    struct request request = { conversion, task, "text", as, false };
    const char *name = file_base_name(task->path);
    bool ok = obtain(&request, &raw, error);
    const char *newline = ok ? memchr(buffer_text(&raw), '\n', raw.length) : NULL;
    const char *blank = newline != NULL && raw.data[0] == 'C'
                            ? memchr(raw.data, ' ', (size_t)(newline - raw.data)) : NULL;
    if (blank != NULL) {
        *encoding = xstrndup(raw.data + 1, (size_t)(blank - raw.data) - 1);
        *repaired = strtoul(blank + 1, NULL, 10);
        buffer_add(out, newline + 1, raw.length - (size_t)(newline - raw.data) - 1);
    } else if (ok) {
        explain_failure(conversion, &raw, name, error);
    }
    buffer_free(&raw);
    return blank != NULL;
}

/* "U" is the first line. */
bool conversion_unpack(struct conversion *conversion, const struct conversion_task *task,
                       struct buffer *out, struct error *error)
{
    struct buffer raw = { 0 };
    struct request request = { conversion, task, "unpack", NULL, true };
    bool ok = obtain(&request, &raw, error);
    bool there = ok && raw.length >= 2 && memcmp(raw.data, "U\n", 2) == 0;
    if (there)
        buffer_add(out, raw.data + 2, raw.length - 2);
    else if (ok)
        explain_failure(conversion, &raw, file_base_name(task->path), error);
    buffer_free(&raw);
    return there;
}
