#include "notes/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/markdown.h"
#include "notes/probe.h"
#include "notes/quote_facts.h"
#include "text/utf8.h"

/* Measured with tests/notes/editbench.c on the bundled texts. */
#define SCORE_SURE 0.60   /* from here on a place is one */
#define SCORE_MAYBE 0.45  /* and from here on a candidate */
#define WORDS_LEAST 0.50  /* likeness without which it is neither */
#define CONTEXT_SURE 0.50 /* context that confirms a short quote */
#define CONTEXT_VOUCHES 0.80 /* of both sides: vouches for a place whose words have changed */
#define CONTEXT_SOME 0.25 /* is enough for a short quote that stands there as it was */
#define MARGIN 0.08       /* by which the best must beat the next */
#define MARGIN_FAR 0.20   /* by which nothing else is like it */
#define PROOF 20          /* a quote or a context of so much is not met by chance */
#define PROOF_SHORT 12    /* and one of so much hardly, when nothing like it is there */
#define HAN_PROOF 3       /* what a Han character counts, a Latin letter being 1 */
#define LONG_QUOTE 4096   /* code points; a longer one is found by its ends */
#define END_LENGTH 512    /* of such a quote */
#define TORN_LEAST 24     /* a shorter quote cannot be torn apart */
#define TORN_SURE 0.72    /* score of both ends */
#define TORN_PENALTY 0.85

struct quote {
    uint32_t *items;
    size_t count;
};

struct folded_target {
    struct quote quote;
    struct quote prefix;
    struct quote suffix;
    size_t spare; /* code points of the prefix that are not looked at */
};

static struct folded_target fold_target(const struct annotation_target *target)
{
    struct folded_target folded;
    folded.quote.items = anchor_text_fold(target->quote, &folded.quote.count);
    folded.prefix.items = anchor_text_fold(target->prefix, &folded.prefix.count);
    folded.suffix.items = anchor_text_fold(target->suffix, &folded.suffix.count);
    /* Others keep more context than is needed; what is nearest counts. */
    folded.spare = 0;
    if (folded.prefix.count > ANNOTATION_CONTEXT)
        folded.spare = folded.prefix.count - ANNOTATION_CONTEXT;
    if (folded.suffix.count > ANNOTATION_CONTEXT)
        folded.suffix.count = ANNOTATION_CONTEXT;
    return folded;
}

static void free_folded(struct folded_target *folded)
{
    free(folded->quote.items);
    free(folded->prefix.items);
    free(folded->suffix.items);
}

/* How little a quote of these words could be met by chance. */
static size_t proof_of(const uint32_t *points, size_t count)
{
    size_t proof = 0;
    for (size_t i = 0; i < count; i++)
        proof += utf8_is_han(points[i]) ? HAN_PROOF : 1;
    return proof;
}

static struct anchor_place place_of(const struct anchor_text *text, const struct find_place *place)
{
    return (struct anchor_place){ .start = anchor_text_start(text, place->start),
                                  .end = anchor_text_end(text, place->end),
                                  .score = place->score };
}

static struct quote_facts facts_of(const struct anchor_text *text, const struct find_place *place,
                                   const struct annotation_target *target)
{
    return (struct quote_facts){ .quote = target->quote,
                                 .prefix = target->prefix,
                                 .text = text->text,
                                 .length = text->length,
                                 .place = { text->bytes[place->start], text->bytes[place->end] },
                                 .torn = place->torn };
}

/* An invisible character within moves the end, and the passage is where it was. */
static struct anchor placed(const struct anchor_text *text, const struct find_place *place,
                            const struct annotation_target *target)
{
    struct anchor anchor = { .place = place_of(text, place), .candidate_count = 0 };
    struct quote_facts facts = facts_of(text, place, target);
    anchor.same_words = quote_facts_same_words(&facts);
    anchor.state = anchor.same_words && anchor.place.start == target->start ? ANCHOR_EXACT
                                                                            : ANCHOR_MOVED;
    return anchor;
}

/* Whether the best place tells what the quote told. Little context vouches for nothing. */
static bool tells_the_same(const struct probe *probe, const struct find_places *places,
                           const struct annotation_target *target)
{
    const struct find_place *best = &places->items[0];
    struct quote_facts facts = facts_of(probe->text, best, target);
    facts.vouched = best->weaker >= CONTEXT_VOUCHES &&
                    proof_of(probe->prefix.items, probe->prefix.count) +
                            proof_of(probe->suffix.items, probe->suffix.count) >=
                        PROOF;
    return !quote_facts_denied(&facts) && (best->words >= 1 || !quote_facts_differ(&facts));
}

static struct anchor undecided(const struct anchor_text *text, const struct find_places *places)
{
    struct anchor anchor = { .state = ANCHOR_LOST };
    for (size_t i = 0; i < places->count && anchor.candidate_count < ANCHOR_CANDIDATES; i++) {
        const struct find_place *place = &places->items[i];
        if (place->score >= SCORE_MAYBE && place->words >= WORDS_LEAST)
            anchor.candidates[anchor.candidate_count++] = place_of(text, place);
    }
    if (anchor.candidate_count > 0)
        anchor.state = ANCHOR_AMBIGUOUS;
    return anchor;
}

static bool is_ahead(const struct find_places *places, double margin)
{
    return !places->many && places->count > 0 &&
           (places->count == 1 || places->items[0].score - places->items[1].score >= margin);
}

/* Whether the best place needs no other evidence. */
static bool is_convincing(const struct find_places *places, size_t proof)
{
    if (!is_ahead(places, MARGIN))
        return false;
    const struct find_place *best = &places->items[0];
    return best->score >= SCORE_SURE && best->words >= WORDS_LEAST &&
           (best->context >= CONTEXT_SURE || proof >= PROOF);
}

/* Whether a short quote stands there as it was, nothing in the text is like it, and some of its
 * context is left. To be asked once all that is like it was looked for. */
static bool is_alone(const struct find_places *places, size_t proof)
{
    return proof >= PROOF_SHORT && is_ahead(places, MARGIN_FAR) && places->items[0].words >= 1 &&
           places->items[0].context >= CONTEXT_SOME;
}

/* --- a quote torn apart --- */

/* The best place of one end of the quote, judged with the context on its side alone. */
static bool find_end(const struct probe *whole, bool head, struct find_place *found)
{
    size_t half = whole->quote.count / 2;
    size_t length = half < END_LENGTH ? half : END_LENGTH;
    size_t offset = head ? 0 : whole->quote.count - length;
    struct find_places places = { .count = 0 };
    struct probe probe = { .text = whole->text,
                           .quote = { whole->quote.items + offset, length },
                           .expected = whole->expected + offset };
    if (head)
        probe.prefix = whole->prefix;
    else
        probe.suffix = whole->suffix;
    probe_exact(&probe, &places);
    probe_fuzzy(&probe, &places);
    probe_free(&probe);
    *found = places.items[0];
    return is_ahead(&places, MARGIN) && found->score >= TORN_SURE;
}

/* Whether both ends stand where they can be ends of one passage. */
static void add_torn(struct probe *probe, struct find_places *places)
{
    struct find_place head;
    struct find_place tail;
    size_t length = probe->quote.count;
    if (length < TORN_LEAST || !find_end(probe, true, &head) || !find_end(probe, false, &tail) ||
        tail.end <= head.start || tail.start < head.start || tail.end < head.end ||
        tail.end - head.start > 3 * length + 200)
        return;
    struct find_place place = { .start = head.start, .end = tail.end };
    place.torn = tail.end - head.start > length + TORN_LEAST;
    place.words = TORN_PENALTY * (head.words + tail.words) / 2;
    place.context = (head.context + tail.context) / 2;
    place.score = TORN_PENALTY * (head.score + tail.score) / 2;
    places_add(places, &place);
}

/* --- all together --- */

static bool stands_there(const struct probe *probe, const struct annotation_target *target)
{
    const struct anchor_text *text = probe->text;
    size_t at = probe->expected;
    return text->places[at] == target->start && at + probe->quote.count <= text->count &&
           memcmp(text->points + at, probe->quote.items,
                  probe->quote.count * sizeof *probe->quote.items) == 0;
}

static struct anchor search(struct probe *probe, const struct folded_target *folded,
                            const struct annotation_target *target)
{
    struct find_places places = { .count = 0 };
    size_t proof = proof_of(folded->quote.items, folded->quote.count);
    if (strcmp(probe->text->hash, target->hash) == 0 && stands_there(probe, target)) {
        struct find_place place = { .start = probe->expected,
                                    .end = probe->expected + probe->quote.count,
                                    .score = 1 };
        return placed(probe->text, &place, target);
    }
    probe_exact(probe, &places);
    if (is_convincing(&places, proof) && tells_the_same(probe, &places, target))
        return placed(probe->text, &places.items[0], target);
    if (probe->quote.count <= LONG_QUOTE)
        probe_fuzzy(probe, &places);
    if (places.count == 0 || places.items[0].score < SCORE_SURE ||
        !tells_the_same(probe, &places, target))
        add_torn(probe, &places);
    if ((is_convincing(&places, proof) || is_alone(&places, proof)) &&
        tells_the_same(probe, &places, target))
        return placed(probe->text, &places.items[0], target);
    return undecided(probe->text, &places);
}

static struct anchor find_as_told(struct anchor_text *text, const struct annotation_target *target)
{
    struct anchor anchor = { .state = ANCHOR_LOST };
    struct folded_target folded = fold_target(target);
    if (folded.quote.count > 0 && text->count > 0) {
        struct probe probe = { .text = text,
                               .quote = { folded.quote.items, folded.quote.count },
                               .prefix = { folded.prefix.items + folded.spare,
                                           folded.prefix.count - folded.spare },
                               .suffix = { folded.suffix.items, folded.suffix.count },
                               .expected = anchor_text_at(text, target->start) };
        anchor = search(&probe, &folded, target);
        probe_free(&probe);
    }
    free_folded(&folded);
    return anchor;
}

/* What Markdown reads as. Caller frees. */
static char *without_markup(const char *source)
{
    struct document *document = markdown_read(source, strlen(source), 1);
    char *text = xstrndup(document->text, document->length);
    document_free(document);
    return text;
}

/* A passage that was marked in the source of a text has its markup in its quote. */
static struct anchor find_without_markup(struct anchor_text *text,
                                         const struct annotation_target *target)
{
    struct annotation_target read = *target;
    read.quote = without_markup(target->quote);
    read.prefix = without_markup(target->prefix);
    read.suffix = without_markup(target->suffix);
    struct anchor anchor = find_as_told(text, &read);
    if (anchor.state == ANCHOR_EXACT)
        anchor.state = ANCHOR_MOVED;
    free(read.quote);
    free(read.prefix);
    free(read.suffix);
    return anchor;
}

struct anchor anchor_find(struct anchor_text *text, const struct annotation_target *target)
{
    struct anchor anchor = find_as_told(text, target);
    bool placed = anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED;
    if ((placed && anchor.same_words) || strpbrk(target->quote, "<*_`[{=~\\&") == NULL)
        return anchor;
    struct anchor read = find_without_markup(text, target);
    if (read.state != ANCHOR_MOVED || (placed && !read.same_words))
        return anchor;
    read.same_words = false; /* as it reads they are, as it was marked they are not */
    return read;
}

static bool stands(const struct anchor_text *text, size_t at, const struct quote *words)
{
    return at + words->count <= text->count &&
           memcmp(text->points + at, words->items, words->count * sizeof *words->items) == 0;
}

size_t anchor_occurrences(struct anchor_text *text, const char *quote, const char *prefix,
                          const char *suffix, struct anchor_place *out, size_t room)
{
    size_t found = 0;
    struct quote words, before, after;
    words.items = anchor_text_fold(quote, &words.count);
    before.items = anchor_text_fold(prefix, &before.count);
    after.items = anchor_text_fold(suffix, &after.count);
    size_t at = words.count > 0 ? before.count : text->count;
    while ((at = anchor_text_scan(text, words.items, words.count, at)) < text->count) {
        if (stands(text, at - before.count, &before) && stands(text, at + words.count, &after)) {
            if (found < room)
                out[found] = (struct anchor_place){ anchor_text_start(text, at),
                                                    anchor_text_end(text, at + words.count), 1 };
            found++;
        }
        at++;
    }
    free(words.items);
    free(before.items);
    free(after.items);
    return found;
}
