/* concordance_worker: a concordance made by a thread, and the pages of what it has found so far.
 *
 * While it works the memory is the thread's alone. A page is composed when there is something to
 * show, again when there is twice as much, and at the end.
 *
 * Ownership: concordance_work_free, which stops the thread; the memory is borrowed. */
#ifndef DIPTYCH_PAGE_CONCORDANCE_WORKER_H
#define DIPTYCH_PAGE_CONCORDANCE_WORKER_H

#include <stdbool.h>

#include "query/concordance.h"
#include "doc/document.h"

struct concordance_work;

/* Takes the concordance over. */
struct concordance_work *concordance_work_start(struct translation_memory *memory,
                                                struct concordance *concordance, const char *term);
void concordance_work_free(struct concordance_work *work);

/* The latest page, the caller's to free; NULL when there is none since the last one taken. With
 * `wait`: the last of all. */
struct document *concordance_work_take(struct concordance_work *work, bool wait);

/* Articles looked at, of how many; 0 of 0 not known yet. */
void concordance_work_progress(struct concordance_work *work, size_t *done, size_t *count);

/* Whether the last page was taken. */
bool concordance_work_is_done(const struct concordance_work *work);

#endif
