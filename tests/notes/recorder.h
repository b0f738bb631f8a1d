/* recorder: what a program does to the files of a folder, and what a power cut may leave of it.
 *
 * Stands between the program (SQLite, too) and open, write, truncation, fsync, rename, link, unlink
 * and mkdir, which this defines anew; while it records, each goes into a list besides. A fsync of a
 * file makes its bytes and its length last, one of a folder the names in it; what is between two of
 * those reaches the disk in any order or not at all. recorder_leave() builds the folder that is
 * left when the power goes after the first `count` calls and, of those that nothing has made last,
 * only the chosen ones have reached the disk.
 *
 * For one folder and one thread. fsync itself syncs nothing: the tests are to be fast. */
#ifndef DIPTYCH_TESTS_NOTES_RECORDER_H
#define DIPTYCH_TESTS_NOTES_RECORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is in the folder now is on the disk. */
void recorder_begin(const char *folder);
void recorder_end(void); /* records no more; the list is kept */
void recorder_free(void);

size_t recorder_calls(void);

/* Of the first `count` calls those that may or may not have reached the disk. */
size_t recorder_open_calls(size_t count);

/* What of the ith of them is there. */
enum recorder_part { RECORDER_NOTHING, RECORDER_HALF, RECORDER_ALL };

/* Makes `folder`, which is not there. `part`: of each of the open calls, in their order; a call other
 * than a write is done if it is not RECORDER_NOTHING. */
void recorder_leave(const char *folder, size_t count, const enum recorder_part *part);

/* A hash of what recorder_leave would make: the same state is looked at once. */
uint64_t recorder_hash(size_t count, const enum recorder_part *part);

#endif
