#include "align/clue_places.h"

#include <string.h>

#include "align/term_locate.h"
#include "dictionary/name_romanisation.h"
#include "language/english_stem.h"
#include "text/ascii.h"
#include "text/utf8.h"

/* Whether the same Han stands at both places; places are as wide as a Han of three bytes. */
static bool is_shared(const struct clues *clues, size_t source, size_t target)
{
    const struct side *a = &clues->source.masked, *b = &clues->target.masked;
    uint32_t code;
    return source + 3 <= a->length && target + 3 <= b->length &&
           memcmp(a->text + source, b->text + target, 3) == 0 &&
           utf8_decode(a->text + source, 3, &code) == 3 && utf8_is_han(code);
}

/* Makes two shared Han the longest string around them that both texts have. */
static void stretch(const struct clues *clues, struct clue *clue)
{
    while (clue->source_span.start >= 3 && clue->target_span.start >= 3 &&
           is_shared(clues, clue->source_span.start - 3, clue->target_span.start - 3)) {
        clue->source_span.start -= 3;
        clue->target_span.start -= 3;
    }
    while (is_shared(clues, clue->source_span.end, clue->target_span.end)) {
        clue->source_span.end += 3;
        clue->target_span.end += 3;
    }
}

static void note_found(void *data, uint32_t id, struct span place)
{
    struct span *first = data;
    (void)id;
    if (first->end == 0)
        *first = place;
}

/* The Han of a sentence that may be read as the names of `romanise`, where they first are. */
static bool locate_reading(struct romanise *romanise, const struct side *side,
                           size_t sentence, struct span *span)
{
    struct span whole = side->sentences[sentence].span;
    *span = (struct span){ 0, 0 };
    name_romanisation_find(romanise, side->text, whole.start, whole.end, note_found, span);
    return span->end > 0;
}

/* A name in pinyin, which no unit renders. */
static bool locate_name(const struct clues *clues, const struct bead *bead, struct clue *clue)
{
    const struct string_ids *tokens = &clues->corpus.tokens;
    struct romanise romanise = { .lexicon = clues->corpus.lexicon };
    char word[ENGLISH_WORD_LIMIT + 1];
    size_t length = 0;
    bool found = term_locate_word(&clues->target.masked, bead->target,
                                  (size_t)bead->target + bead->target_count,
                                  string_ids_text(tokens, clue->target),
                                  string_ids_length(tokens, clue->target), &clue->target_span);
    for (size_t at = clue->target_span.start; found && at < clue->target_span.end; at++) {
        char letter = clues->target.masked.text[at];
        if (length < ENGLISH_WORD_LIMIT)
            word[length++] = ascii_lower(letter);
    }
    name_romanisation_add(&romanise, word, length, 0);
    found = found && romanise.count > 0;
    for (uint32_t i = 0; found && i < bead->source_count; i++) {
        if (locate_reading(&romanise, &clues->source.masked, bead->source + i, &clue->source_span))
            break;
        found = i + 1 < bead->source_count;
    }
    name_romanisation_free(&romanise);
    return found;
}

/* A name in transliteration. */
static bool locate_sound(const struct clues *clues, const struct bead *bead, struct clue *clue)
{
    const struct corpus *corpus = &clues->corpus;
    size_t end = corpus->sounds.starts[bead->source + bead->source_count];
    for (size_t i = corpus->sounds.starts[bead->source]; i < end; i++) {
        if (corpus->sounds.items[i].id != clue->target)
            continue;
        clue->source_span = corpus->sound_spans[i];
        return term_locate_word(
            &clues->target.masked, bead->target, (size_t)bead->target + bead->target_count,
            string_ids_text(&corpus->tokens, clue->target),
            string_ids_length(&corpus->tokens, clue->target), &clue->target_span);
    }
    return false;
}

bool clue_places_term(const struct clues *clues, const struct bead *bead, struct clue *clue)
{
    const struct corpus *corpus = &clues->corpus;
    const struct string_ids *sources = &corpus->units, *targets = &corpus->tokens;
    uint32_t token = clue->target;
    if (token >= corpus->tokens.count) {
        sources = targets = &clues->pairs;
        token -= (uint32_t)corpus->tokens.count;
    }
    if (clue->source == CLUES_NO_UNIT)
        return locate_sound(clues, bead, clue) || locate_name(clues, bead, clue);
    if (!term_locate_word(&clues->source.masked, bead->source,
                          (size_t)bead->source + bead->source_count,
                          string_ids_text(sources, clue->source),
                          string_ids_length(sources, clue->source), &clue->source_span) ||
        !term_locate_word(
            &clues->target.masked, bead->target, (size_t)bead->target + bead->target_count,
            string_ids_text(targets, token), string_ids_length(targets, token), &clue->target_span))
        return false;
    if (clue->target >= corpus->tokens.count)
        stretch(clues, clue);
    return true;
}
