/* coupling: the pairs of open texts that are hinged, and the thread that aligns them.
 *
 * A coupling of two texts is made when it is first asked for: one thread at a time reads and aligns
 * the texts (pairing.h) while the room goes on; until then the hinge is NULL and the progress
 * tells how far it is. The same thread finds and pairs the figures (comparison.h). A few of the latest are kept.
 *
 * While a thread works it reads documents, names and dictionaries; so whoever frees or replaces
 * any of these calls couplings_forget or couplings_forget_text before, which stop it first.
 *
 * Ownership: couplings_free. Texts are held while they are coupled. One thread uses this. */
#ifndef DIPTYCH_QUERY_TEXT_PAIR_H
#define DIPTYCH_QUERY_TEXT_PAIR_H

#include <stdbool.h>

#include "query/figure_comparison.h"
#include "query/passage_map.h"
#include "query/aligner.h"
#include "query/pin_file.h"
#include "query/open_texts.h"

#define COUPLINGS_KEPT 12

struct coupling;
struct couplings;

struct couplings *couplings_new(struct shelf *shelf);
void couplings_free(struct couplings *couplings);

/* What alignments are made with, taken over; until it is given there is none. */
void couplings_set_pairing(struct couplings *couplings, struct pairing *pairing);
bool couplings_has_pairing(const struct couplings *couplings);

/* The coupling of two different texts, made if need be; *side tells which one `text` is (0: A). Pins
 * are the reader's for this pair; they are looked at when it is made. Never NULL. */
struct coupling *couplings_get(struct couplings *couplings, struct text *text, struct text *other,
                               const struct pinboard *pins, int *side);

/* The one that is there already, NULL when there is none. */
struct coupling *couplings_find(const struct couplings *couplings, const struct text *text,
                                const struct text *other, int *side);

/* The latest with that text, whatever it is coupled with; NULL when there is none. */
struct coupling *couplings_latest(const struct couplings *couplings, const struct text *text,
                                  int *side);

/* NULL until it is ready, and when it failed. */
const struct hinge *coupling_hinge(const struct coupling *coupling);
const struct comparison *coupling_figures(const struct coupling *coupling); /* as the hinge */
const char *coupling_fault(const struct coupling *coupling); /* NULL, or why there is none */
/* Appends a sentence: as what the two texts were taken, a translation or two reports, and why. */
void coupling_explain(const struct coupling *coupling, struct buffer *out);
struct text *coupling_text(const struct coupling *coupling, int side);

/* Whether a thread is at work; how much of it is done, 0 to 1. */
bool couplings_are_busy(const struct couplings *couplings);
double couplings_progress(const struct couplings *couplings);

/* Takes over what is ready and starts the next. True when something became ready or failed. */
bool couplings_poll(struct couplings *couplings);

/* Polls until it is ready, at most about so long. True when it is. */
bool couplings_wait(struct couplings *couplings, const struct coupling *coupling,
                    int milliseconds);

/* What failed or was stopped may be asked for again. */
void couplings_retry(struct couplings *couplings);

/* Esc: what is being aligned is given up, and says so when it is asked for. */
void couplings_stop(struct couplings *couplings);

/* All couplings, the pairing included; those of one text. */
void couplings_forget(struct couplings *couplings);
void couplings_forget_text(struct couplings *couplings, const struct text *text);

#endif
