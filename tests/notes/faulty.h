/* faulty: a disk that fails when it is told to.
 *
 * Stands between SQLite and its files (a VFS that is the default from faulty_begin on), and between
 * the program and rename and fsync, which this defines anew. Every open, write, sync, truncation,
 * deletion and rename is a call that counts. */
#ifndef DIPTYCH_TESTS_NOTES_FAULTY_H
#define DIPTYCH_TESTS_NOTES_FAULTY_H

#include <stddef.h>

enum fault_kind {
    FAULT_NONE,
    FAULT_ONCE, /* the nth call fails, those after it do not */
    FAULT_FULL, /* from the nth call on there is no room: writing, opening, renaming fail */
    FAULT_KILL, /* at the nth call the process is killed */
    FAULT_TORN  /* the nth call, if it writes, writes half and then the process is killed */
};

void faulty_begin(void);

/* Counts from here on; `nth` from 1. */
void faulty_set(enum fault_kind kind, size_t nth);

/* Calls counted since. */
size_t faulty_calls(void);

#endif
