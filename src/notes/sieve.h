/* sieve: which annotations a store_filter lets through, judged by the annotation itself. */
#ifndef DIPTYCH_NOTES_SIEVE_H
#define DIPTYCH_NOTES_SIEVE_H

#include <stdbool.h>

#include "notes/annotation.h"
#include "notes/store.h"

/* The same filter, with its text folded once. Holds on to the filter's strings. */
struct sieve;

struct sieve *sieve_new(const struct store_filter *wanted);
void sieve_free(struct sieve *sieve);
bool sieve_accepts(struct sieve *sieve, const struct annotation *annotation);

#endif
