/* conversion: the reader's side of diptych-convert: runs it over a file's bytes, and keeps what came
 * of them.
 *
 * What was made of some bytes is kept in CACHE/converted/ under the hash of the bytes, of the kind of
 * their name, of the converter itself and of READING_VERSION, so that a second look costs no conversion. The
 * converter gets 10 s of time and may give 64 MB; what it gives is cleaned here (text/sanitize.h),
 * since it has read bytes from anywhere.
 *
 * One struct conversion serves the whole program: where the converter lies, which folder is kept in,
 * the rules of outside_reader.h, and what runs at the moment. It may be used by any thread. The one
 * thread that must never wait, the room's, says so (conversion_never_wait): what it asks for and is not
 * there is begun and put off, to be asked for again. NULL in the place of one, as one without a
 * converter: everything fails with a sentence.
 *
 * Ownership: conversion_free, which stops what runs. */
#ifndef DIPTYCH_DOC_CONVERSION_H
#define DIPTYCH_DOC_CONVERSION_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/filter.h"

/* Grows whenever the same bytes may be read otherwise, in text, title, language or length: caches ask. */
#define READING_VERSION "4"

#define CONVERSION_MILLISECONDS 10000
#define CONVERSION_MOST ((size_t)64 << 20)
#define CONVERSION_GRACE 100 /* milliseconds that the room's thread gives to what it has begun */

struct conversion;

/* Both are copied; NULL for none. */
struct conversion *conversion_new(const char *converter, const char *cache_folder);
void conversion_free(struct conversion *conversion);

/* Ends whatever runs, now and later, within some milliseconds; does not wait for that. */
void conversion_stop(struct conversion *conversion);

/* The calling thread is to be kept waiting no longer than CONVERSION_GRACE from now on. */
void conversion_never_wait(struct conversion *conversion);

bool conversion_is_hasty(const struct conversion *conversion); /* is the calling thread that one? */

/* For that thread: whether something was put off since conversion_ask, so that what it got, or a failure,
 * does not count: it is to be asked for again. */
void conversion_ask(struct conversion *conversion);
bool conversion_put_off(const struct conversion *conversion);

/* The rules in force (outside_reader.h). Caller frees what it gets. */
void conversion_set_rules(struct conversion *conversion, const char *rules);
char *conversion_rules(struct conversion *conversion); /* NULL none */

/* What somebody asks of it. */
struct conversion_task {
    const char *path;        /* of the file that the bytes are from: for its name and sentences */
    const char *bytes;
    size_t length;
    const atomic_bool *stop; /* once it is true nobody waits any more; NULL never */
};

/* Appends the statements (converted.h) that the bytes of the file `path` became, cleaned. */
bool conversion_document(struct conversion *conversion, const struct conversion_task *task,
                         struct buffer *out, struct error *error);

/* Appends text in any encoding as UTF-8, not cleaned. *encoding gets its name, which the caller
 * frees, *repaired the number of places that were no text in it. `as`: read as that encoding; NULL:
 * in whichever it is. */
bool conversion_text(struct conversion *conversion, const struct conversion_task *task,
                     const char *as, struct buffer *out, char **encoding, size_t *repaired,
                     struct error *error);

/* Appends what is in packed bytes, not cleaned: of an archive the largest file. Nothing is kept. */
bool conversion_unpack(struct conversion *conversion, const struct conversion_task *task,
                       struct buffer *out, struct error *error);

/* Runs another program than the converter, over no input, with the same limits; nothing is kept. `key`
 * tells what it makes. FILTER_STOPPED: it was put off, or stopped. */
enum filter_end conversion_run(struct conversion *conversion, const char *key, char *const argv[],
                               const atomic_bool *stop, struct buffer *out, int *status);

#endif
