/* addition_worker: texts added to a library by a thread, while one reads on.
 *
 * Ownership: addition_worker_free, which stops it after the text that is being added. */
#ifndef DIPTYCH_QUERY_ADDITION_WORKER_H
#define DIPTYCH_QUERY_ADDITION_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "query/addition_list.h"

struct addition_worker;
struct conversion; /* doc/conversion.h */

struct addition_report {
    size_t looked; /* at files, of `count` */
    size_t count;
    size_t added;
    size_t there;  /* were in it already */
    size_t failed;
    struct error error; /* the first that failed, or why nothing could be added */
    bool ended;
};

/* Takes the list over; all other strings are copied. `data_folder`: where dictionaries are;
 * `conversion` is borrowed. */
struct addition_worker *addition_worker_start(const char *library, const char *data_folder,
                                              const char *cache_folder,
                                              struct conversion *conversion,
                                              struct addition_list *list);
void addition_worker_free(struct addition_worker *worker);

/* How far it is. With `wait`: once it has ended. */
struct addition_report addition_worker_report(struct addition_worker *worker, bool wait);

#endif
