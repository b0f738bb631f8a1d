/* stamp: what tells annotations apart and when they were made: ids and times.
 *
 * Nothing is allocated. */
#ifndef DIPTYCH_NOTES_STAMP_H
#define DIPTYCH_NOTES_STAMP_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "notes/annotation.h"

/* A fresh id: twelve characters of Crockford's base32 in small letters, nine of them the time in
 * 1/1024 of a second since 1970, so that ids sort by time, the others chance. Good as an anchor in
 * any format. */
void stamp_id(const struct timespec *time, char out[ANNOTATION_ID_SIZE]);

/* The id that sorts right behind this one. */
void stamp_next_id(char id[ANNOTATION_ID_SIZE]);
bool stamp_is_id(const char *text);

/* Seconds since 1970 as a time. */
void stamp_time(int64_t seconds, char out[ANNOTATION_TIME_SIZE]);

/* Reads an ISO 8601 date or time, with any zone and any fraction, as UTC seconds; without a zone
 * it is UTC. False when it is none. */
bool stamp_parse(const char *text, char out[ANNOTATION_TIME_SIZE]);

#endif
