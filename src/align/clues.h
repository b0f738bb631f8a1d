/* clues: what the sentences of two texts have in common when neither translates the other.
 *
 * Reports of one event share names, figures and the rarer words, and little else. A clue is one
 * such thing that two sentences share; its weight is how little chance would explain it:
 *
 *   name     r(A) r(B), r(X) = ln((n + 1) / d) / ln(n + 1), at least 0.05, for one that d of the n
 *            sentences of text X have (n at least CLUES_SENTENCES). Marks of the caller's (side.h).
 *   figure   r(A) r(B) times what its kind is worth: 1.5 for percentages, money, measures, days and
 *            months, 1 for counts from ten on, 0.7 for years and durations, 0.4 for small counts
 *            and ordinals; 0.8 of that when the two are not equal but rounded or hedged
 *            (figure_compare.h: 37.6 % and 37 %; June 2014 and “a little more than a year ago”,
 *            reckoned from the publication date). Of a text without such a date the other's
 *            is taken: reports of one event are of about one time. Days about the day of a report
 *            0.32; equal numbers of kinds or things that do not go together (31 flights and 31
 *            planes) 1 from 100 on, 0.4 from 11 on; numbers that are no figures (clue_numbers.h).
 *   term     r(A) r(B) g m: m = min(1, t / 0.15) for a rendering of weight t (lexicon.h), none
 *            below 0.25; g how rare the word is in news at large (word_rarity.h). Latin words,
 * names in pinyin and in transliteration (sentence_names.h) render themselves; between two Chinese
 * texts two characters in a row are a term, which weighs less when they go on with a heavier one, and
 * so are words that have a rendering in common; g is that of their renderings on the mean. What a
 * word renders beside a heavier term, or a part of that word does, has a quarter of the weight.
 *
 * Datelines (dateline.h) have no clues.
 *
 * What stands in a name that both texts have, or in a figure, is no term besides. The `size` of a
 * sentence is the weight of all that it could share, by the rarity in its own text.
 *
 * The source is the Chinese text where one is; of two texts in one language that which sorts
 * first, so that the order of the two makes no difference.
 * Cost: linear in the texts. Of figures, CLUES_FIGURE_WORK are compared at most, in longer texts
 * those at about the same place; what more than CLUES_PLACES sentences of the target have does not
 * bring two sentences together.
 * Ownership: clues_free. The sides and the lexicon are borrowed. */
#ifndef DIPTYCH_ALIGN_CLUES_H
#define DIPTYCH_ALIGN_CLUES_H

#include <stdbool.h>
#include <stddef.h>

#include "align/bead.h"
#include "align/clue.h"
#include "dictionary/lexicon.h"

/* False when `go_on` (NULL: nobody asks), which is called now and then, has stopped it; clues_free
 * all the same. */
bool clues_build(struct clues *clues, const struct side *a, const struct side *b,
                 const struct lexicon *lexicon, bool (*go_on)(void *data, double done), void *data);
void clues_free(struct clues *clues);

/* Adds to `sums`, by target sentence, the weights of what a source sentence shares with it, or
 * more: terms of one word count in full. The caller has made room (sparse_rows_gather_reserve) and
 * clears. */
void clues_add(const struct clues *clues, size_t source, struct gather *sums);

/* Lists what two runs of sentences share, each thing once, heaviest first; `list` is emptied
 * before. Spans are not set yet. */
void clues_between(struct clues *clues, const struct bead *bead, struct clue_list *list);

/* What a clue would weigh besides were it rare: the more sentences have a thing, the more it is what
 * the texts are about. */
float clues_topic(const struct clues *clues, const struct clue *clue);

/* Whether it is a date, or a day by its name: much else may have happened on it. */
bool clues_is_day(const struct clues *clues, const struct clue *clue);

/* Whether it only tells that somebody says something, which is no sign of what. */
bool clues_is_saying(const struct clues *clues, const struct clue *clue);

/* Sets the spans of clues that clues_between has found; false when a clue's words do not stand
 * together in either text. */
bool clues_locate(const struct clues *clues, const struct bead *bead, struct clue *clue);

#endif
