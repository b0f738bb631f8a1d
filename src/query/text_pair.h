/* text_pair: the pairs of open texts that are hinged, and the thread that aligns them.
 *
 * A pair of texts is made when it is first asked for: one thread at a time reads and aligns
 * the texts (aligner.h) while the room goes on; until then the hinge is NULL and the progress
 * tells how far it is. The same thread finds and pairs the figures (figure_comparison.h). A few of
 * the latest are kept.
 *
 * While a thread works it reads documents, names and dictionaries; so whoever frees or replaces
 * any of these calls text_pairs_forget or text_pairs_forget_text before, which stop it first.
 *
 * Ownership: text_pairs_free. Texts are held while they are paired. One thread uses this. */
#ifndef DIPTYCH_QUERY_TEXT_PAIR_H
#define DIPTYCH_QUERY_TEXT_PAIR_H

#include <stdbool.h>

#include "query/figure_comparison.h"
#include "query/passage_map.h"
#include "query/aligner.h"
#include "query/pin_file.h"
#include "query/open_texts.h"

#define TEXT_PAIRS_KEPT 32 /* of eight texts, each with each, and some more */

struct text_pair;
struct text_pairs;

struct text_pairs *text_pairs_new(struct open_texts *open_texts);
void text_pairs_free(struct text_pairs *text_pairs);

/* What alignments are made with, taken over; until it is given there is none. */
void text_pairs_set_aligner(struct text_pairs *text_pairs, struct aligner *aligner);
/* As what all pairs are aligned from now on; ALIGN_AUTO, as at first: as the texts tell. Pairs that were
 * aligned as another are forgotten. */
void text_pairs_set_mode(struct text_pairs *text_pairs, enum align_mode mode);

bool text_pairs_has_aligner(const struct text_pairs *text_pairs);

/* Whether a dictionary or the glossary has changed since the texts were aligned; false while a thread works. */
bool text_pairs_are_stale(const struct text_pairs *text_pairs);

/* The pair of two different texts, made if need be; *side tells which one `text` is (0: A). Pins
 * are the reader's for this pair; they are looked at when it is made. Never NULL. */
struct text_pair *text_pairs_get(struct text_pairs *text_pairs, struct text *text,
                                 struct text *other, const struct pinboard *pins, int *side);

/* The one that is there already, NULL when there is none. */
struct text_pair *text_pairs_find(const struct text_pairs *text_pairs, const struct text *text,
                                  const struct text *other, int *side);

/* The latest with that text, whatever it is paired with; NULL when there is none. */
struct text_pair *text_pairs_latest(const struct text_pairs *text_pairs, const struct text *text,
                                    int *side);

/* NULL until it is ready, and when it failed. */
const struct passage_map *text_pair_hinge(const struct text_pair *text_pair);
const struct figure_comparison *
text_pair_figures(const struct text_pair *text_pair);           /* as the hinge */
const char *text_pair_fault(const struct text_pair *text_pair); /* NULL, or why there is none */
/* Whether a dictionary would help that there is none of. */
bool text_pair_is_bare(const struct text_pair *text_pair);
/* Appends a sentence: as what the two texts were taken, a translation or two reports, and why. */
void text_pair_explain(const struct text_pair *text_pair, struct buffer *out);
bool text_pair_is_translation(const struct text_pair *text_pair);
struct text *text_pair_text(const struct text_pair *text_pair, int side);

/* Whether a thread is at work; how much of it is done, 0 to 1. */
bool text_pairs_are_busy(const struct text_pairs *text_pairs);
double text_pairs_progress(const struct text_pairs *text_pairs);

/* Takes over what is ready and starts the next. True when something became ready or failed. */
bool text_pairs_poll(struct text_pairs *text_pairs);

/* Polls until it is ready, at most about so long. True when it is. */
bool text_pairs_wait(struct text_pairs *text_pairs, const struct text_pair *text_pair,
                     int milliseconds);

/* What failed or was stopped may be asked for again. */
void text_pairs_retry(struct text_pairs *text_pairs);

/* Esc: what is being aligned is given up, and says so when it is asked for. */
void text_pairs_stop(struct text_pairs *text_pairs);

/* All pairs, the aligner included; those of one text. */
void text_pairs_forget(struct text_pairs *text_pairs);
void text_pairs_forget_text(struct text_pairs *text_pairs, const struct text *text);

#endif
