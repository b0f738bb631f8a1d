/* asker: what files of a folder are, asked of the system beside the caller, who goes on naming them.
 *
 * The system's part of a large listing is nearly all of it: a second thread asks from the first few
 * hundred names on, and the caller takes part when the last one is named. Few names need no thread.
 * Ownership: asker_end, which has to follow asker_begin, frees what the asker has. */
#ifndef DIPTYCH_LIBRARY_ASKER_H
#define DIPTYCH_LIBRARY_ASKER_H

#include <pthread.h>
#include <stdbool.h>

#include "base/worker.h"
#include "library/walk.h"

/* Sizes of files that are none, or gone, and of folders. */
#define ASKER_NO_FILE (-1)
#define ASKER_FOLDER (-2)

struct asker {
    int folder;                       /* what the names are relative to; stays the caller's */
    struct asker_batch *open;         /* has room; NULL none */
    struct asker_batch *first, *last; /* the full ones, in order */
    struct asker_batch *next;         /* the first of them that nobody has taken */
    bool complete;                    /* there will be no more of them */
    pthread_mutex_t lock;             /* of those two, and of what comes after which */
    pthread_cond_t change;
    bool beside; /* a second thread was asked for */
    struct worker worker;
};

void asker_begin(struct asker *asker, int folder);
void asker_add(struct asker *asker, const char *name);

/* Appends them to `walk` in the order of asker_add; links were followed. */
void asker_end(struct asker *asker, struct walk *walk);

#endif
