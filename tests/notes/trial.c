#include "notes/trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "notes/anchor.h"
#include "notes/mark.h"
#include "text/utf8.h"

/* A sentence, a part of one, a few words, or two sentences: what people mark. */
static struct span choose(const struct document *document, struct edited *dice)
{
    struct spans sentences = { 0 };
    for (size_t block = 0; block < document->block_count; block++)
        document_sentences(document, block, &sentences);
    size_t at = editing_draw(dice, (uint32_t)sentences.count);
    struct span span = sentences.items[at];
    uint32_t shape = editing_draw(dice, 4);
    if (shape == 0 && at + 1 < sentences.count)
        span.end = sentences.items[at + 1].end;
    size_t points = utf8_count(document->text + span.start, span.end - span.start);
    if (shape >= 2 && points > 12) {
        size_t length = shape == 2 ? points / 2 : 6 + editing_draw(dice, 8);
        size_t from = editing_draw(dice, (uint32_t)(points - length));
        span = mark_span(document, utf8_count(document->text, span.start) + from,
                         utf8_count(document->text, span.start) + from + length);
    }
    spans_free(&sentences);
    return span;
}

static bool is_right(size_t start, size_t end, size_t true_start, size_t true_end)
{
    if (true_start == SIZE_MAX)
        return false;
    size_t low = start > true_start ? start : true_start;
    size_t high = end < true_end ? end : true_end;
    size_t common = high > low ? high - low : 0;
    size_t truth = true_end - true_start;
    return common * 100 >= truth * RIGHT_COVER && (end - start) * RIGHT_COVER <= truth * 100;
}

static void count(const struct anchor *anchor, size_t start, size_t end, struct tally *tally)
{
    bool right = is_right(anchor->place.start, anchor->place.end, start, end);
    tally->count++;
    switch (anchor->state) {
    case ANCHOR_EXACT:
    case ANCHOR_MOVED:
        tally->right += right;
        tally->wrong += !right;
        tally->false_exact += !right && anchor->state == ANCHOR_EXACT;
        break;
    case ANCHOR_AMBIGUOUS:
        tally->ambiguous++;
        for (size_t i = 0; i < anchor->candidate_count; i++) {
            if (is_right(anchor->candidates[i].start, anchor->candidates[i].end, start, end)) {
                tally->offered++;
                break;
            }
        }
        break;
    case ANCHOR_LOST: tally->lost++; break;
    }
}

void trial_run(const struct document *document, enum edit_kind kind, unsigned percent,
               uint64_t seed, struct tally *tally)
{
    struct edited edited;
    struct annotation made;
    size_t start, end, length;
    editing_begin(&edited, document->text, document->length, seed);
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark_describe(document, NULL, choose(document, &edited), target);
    struct edit edit = { kind, percent, target->start, target->end };
    editing_apply(&edited, &edit);
    bool there = editing_find(&edited, target->start, target->end, 100 - percent, &start, &end);
    if (kind == EDIT_REMOVAL)
        start = end = SIZE_MAX;
    if (there || kind == EDIT_REMOVAL) {
        char *text = editing_text(&edited, &length);
        struct anchor_text *ready = anchor_text_new(text, length);
        struct anchor anchor = anchor_find(ready, target);
        count(&anchor, start, end, tally);
        if (getenv("TRIAL_SHOW") != NULL &&
            !(anchor.state <= ANCHOR_MOVED &&
              is_right(anchor.place.start, anchor.place.end, start, end)))
            fprintf(stderr, "%s seed %llu: %s [%zu,%zu) score %.2f, truth [%zu,%zu), \"%s\"\n",
                    editing_kind_name(kind), (unsigned long long)seed,
                    anchor_state_name(anchor.state), anchor.place.start, anchor.place.end,
                    anchor.candidate_count > 0 ? anchor.candidates[0].score : anchor.place.score,
                    start, end, target->quote);
        anchor_text_free(ready);
        free(text);
    }
    annotation_free(&made);
    editing_free(&edited);
}
