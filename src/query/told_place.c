#include "query/told_place.h"

#include <string.h>

#include "text/latinword.h"

#define NAME_LEAST 3 /* bytes of a word that may be a name */

struct span told_place_sentence(const struct document *document, struct span span)
{
    struct span found = span;
    struct spans sentences = { 0 };
    if (span.end <= span.start || document->block_count == 0)
        return span;
    document_sentences(document, document_block_at(document, span.start), &sentences);
    size_t index = spans_first_after(sentences.items, sentences.count, span.start);
    if (index < sentences.count && sentences.items[index].start <= span.start)
        found = sentences.items[index];
    spans_free(&sentences);
    return found;
}

struct span told_place_across(const struct alignment *alignment, int side, size_t place)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        struct span here = side == 0 ? item->a_span : item->b_span;
        if (item->a_count > 0 && item->b_count > 0 && here.start <= place && place < here.end)
            return side == 0 ? item->b_span : item->a_span;
    }
    return (struct span){ 0, 0 };
}

static bool holds(struct span span, size_t place)
{
    return span.start <= place && place < span.end;
}

/* Whether more than the figure at `a` bears the link out: two reports are linked by a day alone. */
static bool is_borne_out(const struct alignment *alignment, const struct alignment_item *item,
                         size_t a)
{
    if (item->kind != ALIGNED_SAME && item->kind != ALIGNED_PARTIAL &&
        item->kind != ALIGNED_ALSO_A && item->kind != ALIGNED_ALSO_B)
        return true;
    for (size_t i = item->first_evidence; i < item->first_evidence + item->evidence_count; i++) {
        if (!holds(alignment->evidence.items[i].a, a))
            return true;
    }
    return false;
}

static bool are_linked(const struct alignment *alignment, size_t a, size_t b)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count > 0 && item->b_count > 0 && holds(item->a_span, a) &&
            holds(item->b_span, b) && is_borne_out(alignment, item, a))
            return true;
    }
    return false;
}

/* The first mention in the sentence; the number of them where there is none. */
static size_t first_mention(const struct mentions *mentions, struct span sentence)
{
    size_t i = 0;
    while (i < mentions->count && mentions->items[i].start < sentence.start)
        i++;
    return i;
}

static bool share_entity(const struct told_side sides[2], const struct span sentences[2])
{
    const struct mentions *a = sides[0].mentions, *b = sides[1].mentions;
    size_t first = first_mention(b, sentences[1]);
    for (size_t i = first_mention(a, sentences[0]);
         i < a->count && a->items[i].start < sentences[0].end; i++) {
        for (size_t k = first; k < b->count && b->items[k].start < sentences[1].end; k++) {
            if (a->items[i].entity == b->items[k].entity)
                return true;
        }
    }
    return false;
}

static bool share_figure(const struct figure_comparison *figures, const struct figure_pair *pair,
                         const struct span sentences[2])
{
    for (size_t i = 0; i < figures->pairs.count; i++) {
        const struct figure_pair *other = &figures->pairs.items[i];
        const struct figure *a = figure_comparison_figure(figures, other, 0);
        const struct figure *b = figure_comparison_figure(figures, other, 1);
        if (a != NULL && b != NULL && other->a != pair->a && other->b != pair->b &&
            other->status != PAIR_DIFFER && holds(sentences[0], a->start) &&
            holds(sentences[1], b->start))
            return true;
    }
    return false;
}

static bool is_figure(const struct figures *figures, size_t place)
{
    size_t at = figures_first_after(figures, place);
    return at < figures->count && figures->items[at].start <= place;
}

/* Whether the text has the word within the span, whole. */
static bool has_word(const char *text, struct span span, const char *word, size_t size)
{
    for (size_t at = span.start; at + size <= span.end; at++) {
        if (memcmp(text + at, word, size) == 0 && !latinword_is_letter(text[at + size]) &&
            (at == span.start || !latinword_is_letter(text[at - 1])))
            return true;
    }
    return false;
}

/* A word with a capital that begins no sentence. */
static bool share_name(const struct told_side sides[2], const struct figure_comparison *figures,
                       const struct span sentences[2])
{
    const char *text = sides[0].document->text, *across = sides[1].document->text;
    struct latinword word;
    for (size_t at = sentences[0].start + 1; at < sentences[0].end; at++) {
        if (latinword_is_letter(text[at - 1]) ||
            !latinword_at(text, sentences[0].end, at, &word))
            continue;
        size_t size = word.end - word.start;
        if (word.capital && size >= NAME_LEAST && !is_figure(&figures->figures[0], at) &&
            has_word(across, sentences[1], text + at, size))
            return true;
    }
    return false;
}

bool told_place_is_one(const struct told_side sides[2], const struct alignment *alignment,
                       const struct figure_comparison *figures, const struct figure_pair *pair)
{
    const struct figure *a = figure_comparison_figure(figures, pair, 0);
    const struct figure *b = figure_comparison_figure(figures, pair, 1);
    const struct span sentences[2] = {
        told_place_sentence(sides[0].document, (struct span){ a->start, a->end }),
        told_place_sentence(sides[1].document, (struct span){ b->start, b->end })
    };
    return are_linked(alignment, a->start, b->start) || share_entity(sides, sentences) ||
           share_figure(figures, pair, sentences) || share_name(sides, figures, sentences);
}
