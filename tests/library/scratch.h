/* scratch: a folder of a test's own, made below TMPDIR or the current folder and removed after.
 *
 * scratch_make() returns its path; scratch_file writes a file below it, folders included. Paths
 * handed out live in a ring of a few; copy what must last. */
#ifndef DIPTYCH_TESTS_LIBRARY_SCRATCH_H
#define DIPTYCH_TESTS_LIBRARY_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char scratch_folder[512];

static inline const char *scratch_make(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(scratch_folder, sizeof scratch_folder, "%s/scratch.XXXXXX",
             base != NULL && base[0] != '\0' ? base : ".");
    if (mkdtemp(scratch_folder) == NULL)
        abort();
    return scratch_folder;
}

static inline int scratch_remove_one(const char *path, const struct stat *status, int kind,
                                     struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

static inline void scratch_remove(void)
{
    nftw(scratch_folder, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* For cmocka: a folder a test, or one for all. */
static inline int scratch_setup(void **state)
{
    *state = NULL;
    scratch_make();
    return 0;
}

static inline int scratch_teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static inline const char *scratch_path(const char *name)
{
    static char ring[4][2048];
    static size_t next;
    char *path = ring[next++ % 4];
    if (snprintf(path, sizeof ring[0], "%s/%s", scratch_folder, name) >= (int)sizeof ring[0])
        abort();
    return path;
}

static inline void scratch_bytes(const char *name, const char *bytes, size_t length)
{
    char folder[2048];
    strcpy(folder, scratch_path(name));
    *strrchr(folder, '/') = '\0';
    if (!file_make_folders(folder, NULL))
        abort();
    FILE *file = fopen(scratch_path(name), "w");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        abort();
}

static inline void scratch_file(const char *name, const char *text)
{
    scratch_bytes(name, text, strlen(text));
}

#endif
