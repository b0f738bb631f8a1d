/* import_report: what a dictionary's source had in it that could not be read.
 *
 * The first IMPORT_FAULTS faults are kept with their place, all are counted. A place is a line, or
 * the number of an entry where the source has no lines; both count from 1. */
#ifndef DIPTYCH_DICTIONARY_IMPORT_REPORT_H
#define DIPTYCH_DICTIONARY_IMPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#define IMPORT_FAULTS 20

struct import_fault {
    size_t place;
    const char *why; /* static text */
};

/* Who is told how far a reader has come, in bytes of `count`; false: it is to stop. */
struct import_watch {
    bool (*go_on)(void *context, size_t done, size_t count);
    void *context;
};

/* Start with { 0 }. */
struct import_report {
    struct import_fault faults[IMPORT_FAULTS];
    size_t fault_count; /* of all, kept or not */
    size_t ill_formed;  /* byte sequences that are no UTF-8, and became U+FFFD */
    bool numbered;      /* places are entries, not lines */
    bool cut;           /* the source breaks off */
    bool full;          /* it has more entries than a dictionary can hold */
    bool stopped;       /* the watch said so */
    const struct import_watch *watch; /* NULL: nobody waits */
};

/* Before each entry: whether there is to be another one. */
static inline bool import_goes_on(struct import_report *report, size_t done, size_t count)
{
    if (report->watch != NULL && !report->watch->go_on(report->watch->context, done, count))
        report->stopped = true;
    return !report->stopped && !report->full;
}

static inline void import_fault(struct import_report *report, size_t place, const char *why)
{
    if (report->fault_count < IMPORT_FAULTS)
        report->faults[report->fault_count] = (struct import_fault){ place, why };
    report->fault_count++;
}

#endif
