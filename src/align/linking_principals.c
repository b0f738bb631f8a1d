#include "align/linking_principals.h"

#include <stdlib.h>

#include "align/clue_terms.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "language/name_sounds.h"
#include "text/utf8.h"

#define LEAD 3             /* sentences that tell what it is all about */
#define HALF_SURE 2        /* what is half sure is no stranger */
#define CHARACTERS_LEAST 3 /* of a name: two such characters may be any word */
#define CHARACTERS_MOST 8
#define RENDERED 0.3F

static float weight_of(size_t sentences)
{
    return (float)(sentences < LINKING_PRINCIPAL_MOST ? sentences : LINKING_PRINCIPAL_MOST);
}

/* ---- English ---- */

static bool *mark_lead(const struct clues *clues)
{
    const struct weighted *terms;
    bool *leading = xcalloc(clues->term_count + 1, sizeof *leading);
    for (size_t i = 0; i < LEAD && i < clues->target.terms.row_count; i++) {
        size_t count = sparse_rows_at(&clues->target.terms, i, &terms);
        for (size_t k = 0; k < count; k++)
            leading[terms[k].id] = true;
    }
    return leading;
}

static void weigh_tokens(const struct clues *clues, const float *surest,
                         struct linking_principals *principals)
{
    const struct corpus *corpus = &clues->corpus;
    bool *leading = mark_lead(clues);
    for (uint32_t i = 0; i < corpus->tokens.count; i++) {
        size_t sentences = clues->target.term_sentences[i];
        if (sentences == 0 || clue_terms_is_weekday(clues, i) ||
            !(corpus->proper[i] ? leading[i] || sentences > 1
                                : corpus->capital[i] && sentences > 1))
            continue;
        float weight = clues->common[i] * weight_of(sentences);
        float sure = HALF_SURE * surest[i] < 1 ? HALF_SURE * surest[i] : 1;
        principals->known += weight * sure;
        principals->strange += weight * (1 - sure);
    }
    free(leading);
}

/* ---- Chinese ---- */

struct han_name {
    uint32_t last; /* the sentence it was in last, from 1 */
    uint32_t sentences;
    bool leading;
    bool known;
};

struct han_names {
    struct string_ids beginnings; /* the first characters tell them apart */
    struct han_name *items;
    size_t count;
    size_t capacity;
};

/* Whether a name of the other text was heard there, and in more than half of it. */
static bool is_heard(const struct corpus *corpus, size_t sentence, struct span span)
{
    for (size_t i = corpus->sounds.starts[sentence]; i < corpus->sounds.starts[sentence + 1]; i++) {
        const struct span *sound = &corpus->sound_spans[i];
        size_t start = sound->start > span.start ? sound->start : span.start;
        size_t end = sound->end < span.end ? sound->end : span.end;
        if (start < end && 2 * (end - start) > span.end - span.start)
            return true;
    }
    return false;
}

/* Whether a word there is rendered by a name of the other text. */
static bool is_rendered(const struct clues *clues, struct span span)
{
    const struct corpus *corpus = &clues->corpus;
    const char *text = clues->source.text;
    for (size_t from = span.start; from < span.end; from += 3) {
        for (size_t to = from + 6; to <= span.end; to += 3) {
            const struct weighted *tokens;
            uint32_t unit = string_ids_find(&corpus->units, text + from, to - from);
            size_t count =
                unit != STRING_IDS_NONE ? sparse_rows_at(&corpus->renders, unit, &tokens) : 0;
            for (size_t i = 0; i < count; i++) {
                if (corpus->capital[tokens[i].id] && tokens[i].weight >= RENDERED)
                    return true;
            }
        }
    }
    return false;
}

static void add_run(const struct clues *clues, size_t sentence, struct span span, struct han_names *runs)
{
    uint32_t id = string_ids_add(&runs->beginnings, clues->source.text + span.start,
                                 (size_t)3 * CHARACTERS_LEAST);
    if (id == runs->count)
        VECTOR_PUSH(runs, (struct han_name){ .last = 0 });
    struct han_name *run = &runs->items[id];
    run->sentences += run->last != sentence + 1;
    run->last = (uint32_t)sentence + 1;
    run->leading = run->leading || sentence < LEAD;
    run->known =
        run->known || is_heard(&clues->corpus, sentence, span) || is_rendered(clues, span);
}

static void read_runs(const struct clues *clues, size_t sentence, struct han_names *runs)
{
    struct span span = clues->source.side->sentences[sentence].span;
    const char *text = clues->source.text;
    size_t start = span.start, characters = 0;
    for (size_t at = span.start, size; at < span.end; at += size) {
        uint32_t code;
        size = utf8_decode(text + at, span.end - at, &code);
        if (name_sounds_has(code) && characters < CHARACTERS_MOST) {
            start = characters++ == 0 ? at : start;
            continue;
        }
        if (characters >= CHARACTERS_LEAST)
            add_run(clues, sentence, (struct span){ start, at }, runs);
        characters = 0;
    }
    if (characters >= CHARACTERS_LEAST)
        add_run(clues, sentence, (struct span){ start, span.end }, runs);
}

static void weigh_runs(const struct clues *clues, struct linking_principals *principals)
{
    struct han_names runs = { 0 };
    for (size_t i = 0; i < clues->source.side->count; i++)
        read_runs(clues, i, &runs);
    for (size_t i = 0; i < runs.count; i++) {
        const struct han_name *run = &runs.items[i];
        if (run->leading || run->sentences > 1)
            *(run->known ? &principals->known : &principals->strange) += weight_of(run->sentences);
    }
    string_ids_free(&runs.beginnings);
    free(runs.items);
}

struct linking_principals linking_principals_weigh(const struct clues *clues, const float *surest)
{
    struct linking_principals principals = { 0, 0 };
    if (!clues->two_scripts)
        return principals;
    weigh_tokens(clues, surest, &principals);
    weigh_runs(clues, &principals);
    for (size_t i = 0; i < clues->name_count; i++)
        principals.known += weight_of(clues->target.name_sentences[i]);
    return principals;
}
