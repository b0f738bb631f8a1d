/* lookup_history: which words were looked up, and when: lookups.tsv in the data folder.
 *
 *     2026-11-29T21:00:00Z TAB word
 *
 * A line a look-up, appended in one write, so that several rooms may share the file. Nothing in it is
 * precious: what cannot be read or written is done without, and of a file that has grown beyond
 * LOOKUP_HISTORY_BYTES the older half is dropped when it is read. Words are compared without regard to
 * letter case and width. Ownership: lookup_history_free; start with { 0 }. */
#ifndef DIPTYCH_SESSION_LOOKUP_HISTORY_H
#define DIPTYCH_SESSION_LOOKUP_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOOKUP_HISTORY_FILE "lookups.tsv"
#define LOOKUP_HISTORY_BYTES ((size_t)512 << 10)
#define LOOKUP_HISTORY_PAUSE 600 /* seconds: what this room looked up since is the same look-up */

struct lookup_event {
    char *word;   /* folded */
    char day[11]; /* "2026-11-29", UTC */
    int64_t own;  /* seconds since 1970 where it was in this room, else 0 */
};

struct lookup_history {
    bool read;
    struct lookup_event *items; /* the oldest first */
    size_t count;
    size_t capacity;
};

void lookup_history_free(struct lookup_history *history);

/* Reads the file in `folder` (NULL: there is none) unless that was done. */
void lookup_history_read(struct lookup_history *history, const char *folder);
void lookup_history_add(struct lookup_history *history, const char *folder, const char *word,
                        int64_t now);

/* How often the word was looked up before; *last is when, as "2026-11-29". */
size_t lookup_history_find(const struct lookup_history *history, const char *word, int64_t now,
                           char last[11]);

/* The word as it is compared. Caller frees. */
char *lookup_history_fold(const char *word);

#endif
