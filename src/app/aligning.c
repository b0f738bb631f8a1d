#include "app/aligning.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/reader.h"

struct version {
    char *path;
    struct file_stamp stamp;
    struct document *document; /* NULL when it cannot be read */
    struct pairing_text text;
};

struct aligning {
    struct pairing *pairing;
    struct version versions[2];
    struct alignment alignment;
    struct opposite opposite;
    bool aligned;
    pthread_t thread;
    bool joined;
    atomic_bool done;
    atomic_bool stop;
};

static bool goes_on(void *data, double done)
{
    (void)done;
    return !atomic_load(&((struct aligning *)data)->stop);
}

static void *align(void *argument)
{
    struct aligning *aligning = argument;
    bool ok = true;
    for (int side = 0; side < 2 && ok; side++) {
        struct version *version = &aligning->versions[side];
        version->document = reader_open(version->path, NULL);
        ok = version->document != NULL;
        if (ok)
            pairing_read(aligning->pairing, version->document, &version->text);
    }
    struct parallel_task task = { .a = &aligning->versions[0].text.side,
                                  .b = &aligning->versions[1].text.side,
                                  .go_on = goes_on,
                                  .data = aligning };
    aligning->aligned =
        ok && pairing_align(aligning->pairing, &task, &aligning->alignment, NULL);
    atomic_store(&aligning->done, true);
    return NULL;
}

struct aligning *aligning_start(struct pairing *pairing, const char *const paths[2],
                                bool translated)
{
    struct aligning *aligning = xcalloc(1, sizeof *aligning);
    aligning->pairing = pairing;
    for (int side = 0; side < 2; side++) {
        aligning->versions[side].path = xstrdup(paths[side]);
        aligning->versions[side].stamp = file_stamp(paths[side]); /* before reading */
        aligning->opposite.side[side] = &aligning->versions[side].text.side;
    }
    aligning->opposite.alignment = &aligning->alignment;
    aligning->opposite.translated = translated;
    atomic_init(&aligning->done, false);
    atomic_init(&aligning->stop, false);
    if (pthread_create(&aligning->thread, NULL, align, aligning) != 0) {
        aligning->joined = true;
        align(aligning);
    }
    return aligning;
}

void aligning_free(struct aligning *aligning)
{
    if (aligning == NULL)
        return;
    atomic_store(&aligning->stop, true);
    aligning_is_done(aligning, true);
    for (int side = 0; side < 2; side++) {
        free(aligning->versions[side].path);
        document_free(aligning->versions[side].document);
        pairing_text_free(&aligning->versions[side].text);
    }
    alignment_free(&aligning->alignment);
    free(aligning);
}

bool aligning_is_of(const struct aligning *aligning, const char *const paths[2])
{
    for (int side = 0; side < 2; side++) {
        const struct version *version = &aligning->versions[side];
        if (strcmp(version->path, paths[side]) != 0)
            return false;
        struct file_stamp now = file_stamp(paths[side]);
        if (!file_stamp_equal(&version->stamp, &now))
            return false;
    }
    return true;
}

bool aligning_is_done(struct aligning *aligning, bool wait)
{
    if (aligning->joined)
        return true;
    if (!wait && !atomic_load(&aligning->done))
        return false;
    pthread_join(aligning->thread, NULL);
    aligning->joined = true;
    return true;
}

const struct opposite *aligning_opposite(const struct aligning *aligning)
{
    return aligning->joined && aligning->aligned ? &aligning->opposite : NULL;
}

const struct document *aligning_document(const struct aligning *aligning, int side)
{
    return aligning->versions[side].document;
}
