/* A text against a part of it, or with more in it: what both have is found where it is, and all the
 * rest is alone. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/align_mode.h"
#include "align/moved_block.h"
#include "align/omission.h"
#include "align/parallel.h"
#include "align/part_chance.h"
#include "align/rendered.h"
#include "align/sentence_model.h"
#include "align/version.h"
#include "align/weights.h"
#include "base/buffer.h"
#include "base/xalloc.h"

#define SENTENCES 60
#define WORDS 5

/* Numbers of sentences, in the order of a text. */
struct plan {
    unsigned items[2 * SENTENCES];
    unsigned count;
    bool asked; /* every fifth sentence is a question, with words that they all have, */
    bool freely; /* one of them another one */
    unsigned own; /* so many in a hundred words are other ones in either text */
};

static void add(struct plan *plan, unsigned first, unsigned end, unsigned step)
{
    for (unsigned i = first; i < end; i += step)
        plan->items[plan->count++] = i;
}

static bool is_own(const struct plan *plan, unsigned number)
{
    return (number * 2654435761u >> 16) % 100 < plan->own;
}

/* Sentences each with words of its own. */
static void write_lines(struct buffer *out, const struct plan *plan)
{
    static const char *const words[WORDS] = { "keeper", "lantern", "harbour", "window", "anchor" };
    for (unsigned i = 0; i < plan->count; i++) {
        if (plan->asked && plan->items[i] % 5 == 2) {
            buffer_add_format(out, "||keeper lantern %s?||", plan->freely ? "harbour" : "window");
            continue;
        }
        for (unsigned word = 0; word < WORDS; word++)
            buffer_add_format(out, "%s%s%u%s", words[word],
                              !is_own(plan, plan->items[i] * WORDS + word) ? "" : plan->freely ? "ly" : "ful",
                              plan->items[i], word + 1 < WORDS ? " " : ".|");
    }
}

/* How many sentences are linked, all of them to themselves. */
static size_t count_linked(const struct alignment *alignment, const struct plan *a,
                           const struct plan *b)
{
    size_t linked = 0, seen = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        seen += item->a_count + item->b_count;
        if (item->a_count == 0 || item->b_count == 0)
            continue;
        assert_int_equal(item->a_count, 1);
        assert_int_equal(item->b_count, 1);
        assert_int_equal(a->items[item->a], b->items[item->b]);
        linked++;
    }
    assert_int_equal(seen, a->count + b->count);
    return linked;
}

/* Two texts of plans, ready to be aligned. */
struct pair {
    struct lexicon *lexicon;
    struct buffer texts[2];
    struct version one;
    struct version other;
    struct parallel_task task;
    struct alignment alignment;
};

static void begin_pair(struct pair *pair, const struct plan *a, const struct plan *b)
{
    *pair = (struct pair){ .lexicon = lexicon_new() };
    write_lines(&pair->texts[0], a);
    write_lines(&pair->texts[1], b);
    pair->one = version_of(buffer_text(&pair->texts[0]));
    pair->other = version_of(buffer_text(&pair->texts[1]));
    pair->task = (struct parallel_task){
        .a = &pair->one.side, .b = &pair->other.side, .lexicon = pair->lexicon
    };
}

static void end_pair(struct pair *pair)
{
    alignment_free(&pair->alignment);
    free(pair->one.items);
    free(pair->other.items);
    buffer_free(&pair->texts[0]);
    buffer_free(&pair->texts[1]);
    lexicon_free(pair->lexicon);
}

static void links(const struct plan *a, const struct plan *b, size_t count)
{
    struct pair pair;
    struct error error;
    begin_pair(&pair, a, b);
    assert_true(parallel_align(&pair.task, &pair.alignment, &error));
    assert_int_equal(count_linked(&pair.alignment, a, b), count);
    end_pair(&pair);
}

/* Either way round. */
static void both_link(const struct plan *a, const struct plan *b, size_t count)
{
    links(a, b, count);
    links(b, a, count);
}

static void finds_a_part_wherever_it_is(void **state)
{
    static const unsigned parts[][2] = { { 0, 10 },  { 25, 35 }, { 50, 60 }, { 0, 20 }, { 20, 40 },
                                         { 40, 60 }, { 0, 30 },  { 15, 45 }, { 30, 60 } };
    struct plan all = { .count = 0 };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct plan part = { .count = 0 };
        add(&part, parts[i][0], parts[i][1], 1);
        both_link(&all, &part, part.count);
    }
}

static void passes_over_what_one_text_has_alone(void **state)
{
    struct plan all = { .count = 0 }, boxed = { .count = 0 }, led = { .count = 0 };
    struct plan without = { .count = 0 }, other = { .count = 0 };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    add(&led, 1000, 1015, 1); /* an introduction */
    add(&led, 0, SENTENCES, 1);
    both_link(&all, &led, SENTENCES);
    add(&boxed, 0, 30, 1); /* a box of other matter */
    add(&boxed, 1000, 1012, 1);
    add(&boxed, 30, SENTENCES, 1);
    both_link(&all, &boxed, SENTENCES);
    add(&without, 0, 15, 1); /* a section left out of either */
    add(&without, 30, SENTENCES, 1);
    add(&other, 0, 40, 1);
    add(&other, 50, SENTENCES, 1);
    both_link(&all, &without, 45);
    both_link(&other, &without, 35);
}

/* Two sections that changed places, and the halves of a text; no paragraphs or headings tell. */
static void finds_what_was_moved(void **state)
{
    struct plan all = { .count = 0 }, swapped = { .count = 0 }, turned = { .count = 0 };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    add(&swapped, 0, 10, 1);
    add(&swapped, 30, 50, 1);
    add(&swapped, 10, 30, 1);
    add(&swapped, 50, SENTENCES, 1);
    both_link(&all, &swapped, SENTENCES);
    add(&turned, 32, SENTENCES, 1);
    add(&turned, 0, 32, 1);
    both_link(&all, &turned, SENTENCES);
}

/* What was moved is in pieces there, with what was behind all of it between them. */
static void finds_what_was_moved_in_pieces(void **state)
{
    struct plan all = { .count = 0 }, pieces = { .count = 0 };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    add(&all, 1000, 1006, 1);
    add(&pieces, 24, SENTENCES, 1);
    add(&pieces, 0, 12, 1);
    add(&pieces, 1000, 1006, 1);
    add(&pieces, 12, 24, 1);
    both_link(&all, &pieces, SENTENCES + 6);
}

/* Quarters in the other order, told freely: where one ends, the one beside it may begin, and so on. */
static void settles_where_each_part_ends(void **state)
{
    struct plan all = { .own = 27 }, turned = { .own = 27, .freely = true };
    (void)state;
    add(&all, 0, 66, 1);
    add(&turned, 49, 66, 1);
    add(&turned, 33, 49, 1);
    add(&turned, 16, 33, 1);
    add(&turned, 0, 16, 1);
    links(&all, &turned, all.count);
}

/* An interview of which sections changed places: the answers tell so, the questions have hardly any
 * words to go by, and each goes with its answer. */
static void moves_questions_with_answers(void **state)
{
    struct plan all = { .asked = true }, swapped = { .asked = true, .freely = true };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    add(&swapped, 0, 10, 1);
    add(&swapped, 30, 50, 1);
    add(&swapped, 10, 30, 1);
    add(&swapped, 50, SENTENCES, 1);
    both_link(&all, &swapped, SENTENCES);
}

static void finds_each_sentence_of_a_summary(void **state)
{
    struct plan all = { .count = 0 }, summary = { .count = 0 };
    (void)state;
    add(&all, 0, SENTENCES, 1);
    add(&summary, 0, SENTENCES, 3);
    both_link(&all, &summary, SENTENCES / 3);
}

/* To pass over sentences of the longer text costs less, over those of the other one more, whichever
 * it is: else free translations of which few words are known are given up in the middle. */
static void passes_over_the_longer_text(void **state)
{
    const struct omission none = { 0, 0 };
    struct weights source = omission_weights(&weights_second, &none, LINKED_SOURCE);
    struct weights target = omission_weights(&weights_second, &none, LINKED_TARGET);
    struct weights neither = omission_weights(&weights_second, &none, LINKED_NEITHER);
    (void)state;
    assert_true(source.spared[BEAD_TYPE_SOURCE_GAP] > 0 && source.spared[BEAD_TYPE_TARGET_GAP] < 0);
    assert_true(target.spared[BEAD_TYPE_TARGET_GAP] > 0 && target.spared[BEAD_TYPE_SOURCE_GAP] < 0);
    assert_true(neither.spared[0] == 0 && neither.spared[1] == 0);
}

/* A text without any full stop is read as far as it can be one sentence, from its beginning: what is
 * far behind in it links nothing. */
static void reads_no_endless_sentence(void **state)
{
    struct lexicon *lexicon = lexicon_new();
    struct buffer endless = { 0 }, text = { 0 };
    struct alignment alignment = { 0 };
    struct error error;
    (void)state;
    for (unsigned i = 0; i < 20000; i++)
        buffer_add_format(&endless, "lantern%u ", i);
    buffer_add_text(&endless, "harbour9 window9 anchor9|a keeper.|");
    buffer_add_text(&text, "lantern0 lantern1 lantern2 lantern3.|a keeper.|");
    struct version one = version_of(buffer_text(&endless));
    struct version other = version_of(buffer_text(&text));
    struct parallel_task task = { .a = &one.side, .b = &other.side, .lexicon = lexicon };
    struct corpus corpus = { .loose = false };
    assert_true(corpus_build(&corpus, task.a, task.b, lexicon, NULL, NULL));
    assert_true(corpus_token_count(&corpus, 0) == 4);
    assert_in_range(corpus.main.starts[1], 100, 1000);
    corpus_free(&corpus);
    assert_true(parallel_align(&task, &alignment, &error));
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    buffer_free(&endless);
    buffer_free(&text);
    lexicon_free(lexicon);
}

/* Blocks that share a sentence on either side, and how large they are. */
static void tells_blocks_that_overlap(void **state)
{
    (void)state;
    const struct moved_block whole = { 0, 30, 40, 80 }, inside = { 10, 12, 50, 53 };
    const struct moved_block aside = { 35, 40, 79, 85 }, behind = { 30, 40, 80, 90 };
    assert_int_equal(moved_block_size(&whole), 70);
    assert_true(moved_block_overlaps(&whole, &inside));
    assert_true(moved_block_overlaps(&aside, &whole));
    assert_false(moved_block_overlaps(&whole, &behind));
}

/* Halves that changed places in paragraphs of two sentences, some of which are seen to be moved by
 * themselves before: they go with their half. */
static void moves_halves_with_their_paragraphs(void **state)
{
    struct plan all = { .count = 0 }, turned = { .count = 0 };
    struct pair pair;
    struct error error;
    (void)state;
    add(&all, 0, 2 * SENTENCES, 1);
    add(&turned, SENTENCES, 2 * SENTENCES, 1);
    add(&turned, 0, SENTENCES, 1);
    begin_pair(&pair, &all, &turned);
    for (uint32_t i = 0; i < pair.one.count; i++)
        pair.one.items[i].paragraph = pair.other.items[i].paragraph = i / 2;
    assert_true(parallel_align(&pair.task, &pair.alignment, &error));
    assert_int_equal(count_linked(&pair.alignment, &all, &turned), all.count);
    end_pair(&pair);
}

/* Asked for nothing, a part is still taken for a part of a translation. */
static void takes_a_sixth_for_a_translation(void **state)
{
    struct plan all = { .count = 0 }, part = { .count = 0 };
    struct pair pair;
    struct error error;
    (void)state;
    add(&all, 0, 2 * SENTENCES, 1);
    add(&part, 50, 70, 1);
    begin_pair(&pair, &all, &part);
    pair.task.mode = ALIGN_AUTO;
    assert_true(align_mode_align(&pair.task, &pair.alignment, &error));
    assert_int_equal(align_mode_of(&pair.alignment), ALIGN_PARALLEL);
    assert_true(align_mode_fit(&pair.alignment) > 0.9);
    assert_int_equal(count_linked(&pair.alignment, &all, &part), part.count);
    end_pair(&pair);
}

/* A figure in each sentence, and in no version the other's. */
static struct side_mark *write_figures(struct side *side, uint32_t first)
{
    struct side_mark *marks = xcalloc(side->count, sizeof *marks);
    for (size_t i = 0; i < side->count; i++)
        marks[i] = (struct side_mark){ side->sentences[i].span, first + (uint32_t)i, MARK_FIGURE };
    side->marks = marks;
    side->mark_count = side->count;
    return marks;
}

/* Sentences of words of their own, each with a figure, the first of them `figure`. */
static void write_release(struct buffer *out, unsigned sentences, unsigned figure)
{
    for (unsigned i = 0; i < sentences; i++) {
        char own[] = { (char)('a' + i / 26), (char)('a' + i % 26), '\0' };
        buffer_add_format(out, "keeper%s lantern%s harbour%s window%s %u.|", own, own, own, own,
                          figure + i);
    }
}

/* What the figures count is not understood alike in both. */
static enum align_mode mode_of_two_releases(unsigned sentences, unsigned figure)
{
    struct buffer text = { 0 }, other_text = { 0 };
    struct lexicon *lexicon = lexicon_new();
    struct alignment alignment = { 0 };
    struct error error;
    write_release(&text, sentences, 1000);
    write_release(&other_text, sentences, figure);
    struct version one = version_of(buffer_text(&text));
    struct version other = version_of(buffer_text(&other_text));
    struct side_mark *marks = write_figures(&one.side, 0);
    struct side_mark *others = write_figures(&other.side, 1000);
    struct parallel_task task = {
        .a = &one.side, .b = &other.side, .lexicon = lexicon, .mode = ALIGN_AUTO
    };
    assert_true(align_mode_align(&task, &alignment, &error));
    enum align_mode mode = align_mode_of(&alignment);
    alignment_free(&alignment);
    free(marks);
    free(others);
    free(one.items);
    free(other.items);
    buffer_free(&text);
    buffer_free(&other_text);
    lexicon_free(lexicon);
    return mode;
}

/* A manual is told sentence by sentence whatever release its figures are of; of a report, figures
 * of its own are what tells that it is none of the other: but none that stand there in digits. */
static void figures_tell_reports_but_not_manuals(void **state)
{
    (void)state;
    assert_int_equal(mode_of_two_releases(14, 5000), ALIGN_COMPARABLE);
    assert_int_equal(mode_of_two_releases(30, 5000), ALIGN_COMPARABLE);
    assert_int_equal(mode_of_two_releases(90, 5000), ALIGN_PARALLEL);
    assert_int_equal(mode_of_two_releases(14, 1000), ALIGN_PARALLEL);
    assert_int_equal(mode_of_two_releases(30, 1000), ALIGN_PARALLEL);
}

/* What fits sentence by sentence is not looked at twice, unless a part of it is not told, is joined
 * or has other figures. */
static void asks_nothing_of_what_fits_plainly(void **state)
{
    (void)state;
    struct rendered_signs plain = {
        .beads = 20, .told = 20, .single = 20, .figures = 10, .seen = 20, .met = 20, .sentences = 40
    };
    struct rendered_signs untold = plain, joined = plain, updated = plain, few = plain;
    untold.told = 17;
    joined.single = 17;
    updated.unmatched = 5;
    few.beads = few.told = few.single = 5;
    assert_true(rendered_is_plain(&plain, 0.96));
    assert_false(rendered_is_plain(&plain, 0.9));
    assert_false(rendered_is_plain(&untold, 0.96));
    assert_false(rendered_is_plain(&joined, 0.96));
    assert_false(rendered_is_plain(&updated, 0.96));
    assert_false(rendered_is_plain(&few, 0.96));
}

/* A chapter's every fourth sentence, translated, against the chapter: hardly any lengths fit. What
 * belongs to another chapter has less evidence, and sentences of its own. */
static void tells_a_summary_from_chance(void **state)
{
    (void)state;
    struct rendered_signs summary = {
        .beads = 60, .told = 45, .single = 29, .alone = { 4, 287 }, .sentences = 484
    };
    struct rendered_signs chance = summary, other = summary;
    chance.told = 25;
    other.alone[0] = 60;
    assert_true(rendered_is_summary(&summary, 0.22));
    assert_false(rendered_is_summary(&summary, 0.12));
    assert_false(rendered_is_summary(&chance, 0.22));
    assert_false(rendered_is_summary(&other, 0.22));
}

static bool is_part(const struct rendered_signs *signs, const struct rendered_signs *turned)
{
    bool tells = part_chance_tells(signs, part_chance_find(signs, turned, false));
    if (tells)
        assert_true(part_chance_may_tell(signs, false));
    return tells;
}

/* As much is shared in whatever order by chance. */
static void tells_a_part_by_its_order(void **state)
{
    (void)state;
    struct rendered_signs part = { .beads = 12, .likely = 8, .clues = 16, .sentences = 50, .shorter = 12 };
    struct rendered_signs turned = part, pinned, added, bare;
    assert_false(is_part(&part, &turned));
    turned.clues = 4;
    assert_true(is_part(&part, &turned));
    bare = added = pinned = part;
    bare.clues = 9; /* what fits has hardly any evidence */
    assert_false(is_part(&bare, &turned));
    added.likely = 5; /* some of its sentences are its own */
    assert_false(is_part(&added, &turned));
    pinned.pinned = true; /* the reader has said what belongs together */
    assert_false(part_chance_may_tell(&pinned, false));
    part.sentences = 26; /* about as long as the other, it is no part of it */
    assert_false(is_part(&part, &turned));
}

/* A short report goes through the same things now and then: its sentences are likely, not sure, it
 * has figures of its own, or some things change places. */
static void tells_no_report_by_its_order(void **state)
{
    (void)state;
    struct rendered_signs part = { .beads = 8, .likely = 7, .clues = 16, .sentences = 26, .shorter = 8 };
    struct rendered_signs turned = { .clues = 10 }, likely = part, figures = part, crossing = part, few = part;
    assert_true(is_part(&part, &turned));
    likely.likely = 5;
    assert_false(is_part(&likely, &turned));
    figures.figures = 6;
    figures.unmatched = 3;
    assert_false(is_part(&figures, &turned));
    crossing.crossing = 2;
    assert_false(is_part(&crossing, &turned));
    few.shorter = few.beads = 5;
    few.likely = 3;
    assert_false(is_part(&few, &turned));
    few.likely = 5;
    assert_true(is_part(&few, &turned));
    few.shorter = few.beads = few.likely = 3;
    few.clues = 12;
    assert_true(is_part(&few, &turned));
    few.shorter = few.beads = few.likely = 2; /* too few to be anything */
    assert_false(is_part(&few, &turned));
}

/* Six passages that fit, but whose figures differ, are no translation; of many passages no figure tells
 * that. */
static void refutes_a_few_passages(void **state)
{
    (void)state;
    struct rendered_signs few = { .beads = 6, .likely = 5, .clues = 9, .sentences = 14, .shorter = 6 };
    struct rendered_signs turned = { .clues = 5 }, figures = few, many;
    assert_false(part_chance_refutes(&few, part_chance_find(&few, &turned, true)));
    figures.figures = 5;
    figures.unmatched = 3;
    figures.seen = 10;
    assert_true(part_chance_may_tell(&figures, true));
    assert_true(part_chance_refutes(&figures, part_chance_find(&figures, &turned, true)));
    many = figures;
    many.beads = 20;
    assert_false(part_chance_refutes(&many, part_chance_find(&many, &turned, true)));
}

/* A text that is cut into eight, each against one sentence, and as many told by chance. */
static void doubts_beads_of_many_sentences(void **state)
{
    (void)state;
    struct rendered_signs signs = {
        .beads = 8, .told = 4, .single = 0, .alone = { 7, 0 }, .sentences = 47
    };
    assert_false(rendered_is_told(&signs, 0.73));
    signs.single = 3;
    assert_true(rendered_is_told(&signs, 0.73));
}

/* Of two statements of one speaker, as many in each report, some are told in another order. */
static void links_elsewhere_refute(void **state)
{
    (void)state;
    struct rendered_signs signs = { .beads = 9,
                                    .told = 6,
                                    .single = 9,
                                    .asked = true,
                                    .links = 4,
                                    .stray = 2,
                                    .crossing = 1,
                                    .sentences = 18 };
    assert_true(rendered_is_refuted(&signs, 0.91));
    signs.stray = signs.crossing = 0;
    assert_false(rendered_is_refuted(&signs, 0.91));
    signs.beads = signs.told = signs.single = 120; /* too many beads to be chance */
    signs.stray = signs.links = 9;
    assert_false(rendered_is_refuted(&signs, 0.91));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_part_wherever_it_is),
        cmocka_unit_test(passes_over_what_one_text_has_alone),
        cmocka_unit_test(finds_what_was_moved),
        cmocka_unit_test(finds_what_was_moved_in_pieces),
        cmocka_unit_test(settles_where_each_part_ends),
        cmocka_unit_test(moves_questions_with_answers),
        cmocka_unit_test(finds_each_sentence_of_a_summary),
        cmocka_unit_test(takes_a_sixth_for_a_translation),
        cmocka_unit_test(passes_over_the_longer_text),
        cmocka_unit_test(reads_no_endless_sentence),
        cmocka_unit_test(tells_blocks_that_overlap),
        cmocka_unit_test(moves_halves_with_their_paragraphs),
        cmocka_unit_test(figures_tell_reports_but_not_manuals),
        cmocka_unit_test(tells_a_summary_from_chance),
        cmocka_unit_test(tells_a_part_by_its_order),
        cmocka_unit_test(tells_no_report_by_its_order),
        cmocka_unit_test(refutes_a_few_passages),
        cmocka_unit_test(doubts_beads_of_many_sentences),
        cmocka_unit_test(links_elsewhere_refute),
        cmocka_unit_test(asks_nothing_of_what_fits_plainly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
