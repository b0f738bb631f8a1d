/* load: the articles of folders go into the database, in one transaction: all of them, or, when
 * something fails, nothing. What has not changed since it was loaded (size, time, inode) is not read;
 * what is gone from a folder goes from the database. */
#ifndef DIPTYCH_POSTGRES_LOAD_H
#define DIPTYCH_POSTGRES_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "cli/environment.h"
#include "postgres/database.h"

struct load_count {
    size_t articles, read, gone, refused;
};

/* `complain` is told of files that cannot be read: they are left out, and counted as refused. */
bool load_folders(struct database *database, const struct environment *environment,
                  const char *const *folders, size_t count, void (*complain)(const struct error *error),
                  struct load_count *counted, struct error *error);

#endif
