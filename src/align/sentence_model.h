/* sentence_model: a pair of texts made into numbers: what every sentence is about, and which of it renders
 * which.
 *
 * One side is the *source*, whose sentences are taken apart into units: all words of the lexicon
 * that stand in a run of Han, single characters, Latin words; each with a weight, 1 for those
 * that a longest-match segmentation chooses (the *main* units), less for the others. The other
 * side, the *target*, is a list of tokens: stems of its Latin words, main words of its Han. Sources
 * are Chinese where one side is; between texts of one language units and tokens are the same and
 * render themselves, so that identity takes the place of the dictionary.
 *
 * Of reports (`loose`), which share words rather than translate each other, words of one root render
 * each other as well, and names that nothing renders are sought by their sound (sentence_names.h).
 *
 * `renders` says for a unit which tokens of this very text render it and how likely (the
 * dictionary's weight plus that of synonyms), `learned` what the alignment itself has taught
 * (learn.h).
 *
 * Ownership: corpus_free. The sides and the lexicon are borrowed. */
#ifndef DIPTYCH_ALIGN_SENTENCE_MODEL_H
#define DIPTYCH_ALIGN_SENTENCE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/string_ids.h"
#include "dictionary/lexicon.h"
#include "align/sentence_identity.h"
#include "align/sentence_shape.h"
#include "align/sparse_rows.h"
#include "align/side.h"

struct corpus {
    const struct side *source;
    const struct side *target;
    const struct lexicon *lexicon;
    struct string_ids tokens;
    float *inverse;        /* of each token 1 / how likely it is in the target */
    struct rows sentences; /* target: tokens as they come, weight 1 */
    struct string_ids units;
    struct rows all;     /* source: units with their weights */
    struct rows places;  /* as `all`, but where a unit stands on the mean, 0 to 1 of the sentence */
    struct rows main;    /* source: main units, how often */
    struct rows renders; /* unit: tokens */
    struct rows learned; /* unit: tokens, empty at first */
    struct rows names;   /* source: tokens that are there in pinyin; 1, or 2 with the name's other word */
    struct rows sounds;  /* source: tokens that are there in transliteration, how surely */
    struct span *sound_spans; /* where, by item of `sounds` */
    struct passages source_passages;
    struct passages target_passages;
    struct identities identities; /* of translations, which are aligned in order */
    float *source_size; /* weight of the main units of a sentence */
    double ratio;       /* characters of the target to one of the source */
    bool *proper;       /* target: tokens that are proper nouns, */
    bool *capital;      /* or stand with a capital letter wherever they do */
    bool loose;         /* reports, not translations */
    bool kin;           /* words of one thing (word_kin.h) render each other, */
    bool words;         /* or Chinese words that have a rendering in common */
};

/* Takes everything apart, `loose`, `kin` and `words` being set and all else 0; `renders` is complete, `learned`
 * has an empty row for every unit. False when `go_on` (NULL: nobody asks), which is called now and
 * then, has stopped it; corpus_free all the same. */
bool corpus_build(struct corpus *corpus, const struct side *source, const struct side *target,
                  const struct lexicon *lexicon, bool (*go_on)(void *data, double done), void *data);
void corpus_free(struct corpus *corpus);

/* Whether a text is mostly Han: more Han characters than Latin words. */
bool corpus_is_han(const struct side *side);

static inline size_t corpus_token_count(const struct corpus *corpus, size_t sentence)
{
    return corpus->sentences.starts[sentence + 1] - corpus->sentences.starts[sentence];
}

#endif
