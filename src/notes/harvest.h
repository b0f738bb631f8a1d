/* harvest: records picked up from several places, the best one of each annotation kept.
 *
 * Ownership: harvest_free. */
#ifndef DIPTYCH_NOTES_HARVEST_H
#define DIPTYCH_NOTES_HARVEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/string_ids.h"
#include "notes/sql.h"

enum harvest_rank {                  /* the better ones last */
                    HARVEST_COPY,    /* of several the one modified last */
                    HARVEST_JOURNAL, /* what the last change made of it */
                    HARVEST_ROW
};

struct harvest_item {
    char id[16];
    char modified[24];
    size_t at; /* of its record in `records` */
    size_t length;
    enum harvest_rank rank;
    bool listed; /* the table had a row of that id, readable or not */
    bool removed;
};

struct harvest {
    bool complete; /* the table was read from end to end: what it does not list is no more */
    struct buffer records;
    struct harvest_item *items;
    size_t count;
    size_t capacity;
    struct string_ids ids; /* of the items, until they are sorted */
};

/* Takes the rows of the table `annotation`; true when all of them could be read. HARVEST_COPY: it
 * is a backup's. */
bool harvest_table(struct harvest *harvest, struct sql *sql, enum harvest_rank rank);

/* Learns from the journal what became of each annotation, if the whole of it can be read. */
void harvest_journal(struct harvest *harvest, struct sql *sql);

/* Takes every sealed record from the bytes of a file. */
void harvest_bytes(struct harvest *harvest, const char *bytes, size_t length);

/* What is to be saved, in the order of ids (and so of time): the index of the next item after
 * `*cursor`, which starts as 0; false past the last. harvest_sort comes before. */
void harvest_sort(struct harvest *harvest);
bool harvest_next(const struct harvest *harvest, size_t *cursor, const struct harvest_item **item);

void harvest_free(struct harvest *harvest);

#endif
