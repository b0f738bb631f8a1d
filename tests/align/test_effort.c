/* How much the aligner looks at, counted in what it looks at and never by a clock. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/align_mode.h"
#include "align/coarse.h"
#include "align/moved_block.h"
#include "align/version.h"
#include "align/weights.h"
#include "base/buffer.h"

/* ---- identical texts ---- */

/* Sentences first to end of a text in which no two are alike. */
static void add_sentences(struct buffer *text, unsigned first, unsigned end)
{
    static const char *const words[] = { "lamp", "door", "ship", "rain", "river", "horse" };
    for (unsigned i = first; i < end; i++)
        buffer_add_format(text, "The %s stood by the %s %s %u times.|", words[i % 5],
                          words[i / 5 % 6], i % 3 == 0 ? "again" : "and", i / 30);
}

/* Nodes of the band that two versions are looked for in. */
static size_t count_nodes(const struct version *one, const struct version *other)
{
    struct lexicon *lexicon = lexicon_new();
    struct corpus corpus = { 0 };
    struct band band;
    corpus_build(&corpus, &one->side, &other->side, lexicon, NULL, NULL);
    band_begin(&band, 0, one->count, 0, other->count);
    coarse_band(&corpus, false, &band);
    size_t nodes = band.nodes;
    band_free(&band);
    corpus_free(&corpus);
    lexicon_free(lexicon);
    return nodes;
}

/* What both texts have word for word is not searched. */
static void looks_beside_no_identical_run(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    add_sentences(&text, 0, 3000);
    struct version version = version_of(buffer_text(&text));
    assert_in_range(count_nodes(&version, &version), 3000, 3 * 3000);
    free(version.items);
    buffer_free(&text);
}

/* Of a text and its next version the changes are searched, and what is around them. */
static void looks_at_what_has_changed(void **state)
{
    (void)state;
    struct buffer before = { 0 }, after = { 0 };
    struct lexicon *lexicon = lexicon_new();
    struct alignment alignment = { 0 };
    struct error error = { "" };
    add_sentences(&before, 0, 3000);
    add_sentences(&after, 0, 700); /* ten fewer */
    add_sentences(&after, 710, 1500);
    buffer_add_text(&after, "Nobody had seen it coming.|A bell rang.|");
    add_sentences(&after, 1500, 3000);
    struct version one = version_of(buffer_text(&before)), other = version_of(buffer_text(&after));
    assert_in_range(count_nodes(&one, &other), 3000, 5 * 3000);
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_AUTO };
    assert_true(align_mode_align(&task, &alignment, &error));
    size_t alike = 0;
    for (size_t i = 0; i < alignment.count; i++) {
        const struct alignment_item *item = &alignment.items[i];
        uint32_t a = item->a, b = a < 700 ? a : a < 1500 ? a - 10 : a - 8;
        alike += item->a_count == 1 && item->b_count == 1 && item->b == b && (a < 700 || a >= 710);
    }
    assert_int_equal(alike, 2990);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(one.items);
    free(other.items);
    buffer_free(&before);
    buffer_free(&after);
}

/* ---- texts that say the same again and again ---- */

static bool count_call(void *data, double done)
{
    (void)done;
    ++*(size_t *)data;
    return true;
}

/* How often it is asked whether to go on with reports of which one repeats a few sentences; `once` is a
 * sentence that stands in it once. Nothing is linked but that. */
static size_t count_calls(const char *once, size_t linked)
{
    struct buffer text = { 0 };
    struct lexicon *lexicon = lexicon_new();
    struct alignment alignment = { 0 };
    struct error error = { "" };
    size_t calls = 0, links = 0;
    for (size_t i = 0; i < 20000; i++)
        buffer_add_text(&text, i % 2 == 0 ? "The kettle sang 7 songs.|" : "|");
    buffer_add_text(&text, once);
    struct version one = version_of(buffer_text(&text));
    struct version other = version_of("A cow slept.|Vesuvius erupted near Pompeii, killing 2,000 "
                                      "farmers.|The kettle sang 7 songs.|It rained on Monday.|");
    struct parallel_task task = { &one.side,  &other.side, lexicon, NULL,
                                  0,          count_call,  &calls,  ALIGN_COMPARABLE };
    assert_true(align_mode_align(&task, &alignment, &error));
    for (size_t i = 0; i < alignment.count; i++)
        links += alignment.items[i].a_count > 0 && alignment.items[i].b_count > 0;
    assert_int_equal(links, linked);
    assert_int_equal(alignment.count, one.count + other.count - linked);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(one.items);
    free(other.items);
    buffer_free(&text);
    return calls;
}

/* Where no sentence stands out none is read; one that does is found. */
static void reads_no_endless_repetition(void **state)
{
    (void)state;
    assert_in_range(count_calls("", 0), 1, 6);
    assert_true(count_calls("Vesuvius erupted near Pompeii, killing 2,000 farmers.|", 1) > 20);
}

/* ---- who waits is asked ---- */

struct waiting {
    size_t calls;
    size_t last; /* the call that says no */
};

static bool wait(void *data, double done)
{
    struct waiting *waiting = data;
    assert_true(done >= 0 && done <= 1);
    return ++waiting->calls < waiting->last;
}

/* How often it is asked whether to go on; as `last` says no, nothing comes of it then. */
static size_t align_waiting(const char *one, const char *other, enum align_mode mode, size_t last)
{
    struct lexicon *lexicon = lexicon_new();
    struct alignment alignment = { .count = 0 };
    struct error error = { "" };
    struct waiting waiting = { 0, last };
    struct version a = version_of(one), b = version_of(other);
    struct parallel_task task = { &a.side, &b.side, lexicon, NULL, 0, wait, &waiting, mode };
    bool aligned = align_mode_align(&task, &alignment, &error);
    assert_int_equal(aligned, waiting.calls < last);
    assert_string_equal(error.text, aligned ? "" : "the alignment was stopped");
    assert_int_equal(alignment.count > 0, aligned);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(a.items);
    free(b.items);
    return waiting.calls;
}

/* One sentence has but one row, however long the other text is. */
static void asks_within_a_row(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    add_sentences(&text, 0, 20000);
    assert_true(align_waiting("The lamp stood by the door and 7 times.|", buffer_text(&text),
                              ALIGN_PARALLEL, SIZE_MAX) > 8 * 20000 / 1024);
    buffer_free(&text);
}

/* Pairs are asked for, not sentences: two long ones share hundreds of words. */
static void asks_for_each_few_pairs(void **state)
{
    (void)state;
    struct buffer texts[2] = { { 0 }, { 0 } };
    for (size_t i = 0; i < 64; i++) {
        buffer_add_format(&texts[0], "The lamp of hall %zu burns in street %zu.|", i % 9, i % 5);
        buffer_add_format(&texts[1], "In street %zu a lamp burned at hall %zu.|", i % 5, i % 7);
    }
    assert_true(align_waiting(buffer_text(&texts[0]), buffer_text(&texts[1]), ALIGN_COMPARABLE,
                              SIZE_MAX) > 60);
    buffer_free(&texts[0]);
    buffer_free(&texts[1]);
}

/* Two unrelated texts have thousands of runs that may have moved: it is asked for those as well that are
 * too large to be scored. */
static void asks_for_a_block_that_is_not_scored(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct lexicon *lexicon = lexicon_new();
    struct corpus corpus = { 0 };
    struct beads beads = { 0 };
    add_sentences(&text, 0, 60);
    struct version version = version_of(buffer_text(&text));
    assert_true(corpus_build(&corpus, &version.side, &version.side, lexicon, NULL, NULL));
    struct scorer *scorer = scorer_new(&corpus);
    const struct moved_block block = { 0, 60, 0, 60 };
    for (size_t last = 1; last <= 2; last++) {
        struct waiting waiting = { 0, last };
        struct lattice_watch watch = { wait, &waiting, 0.5, 0.5 };
        size_t nodes = 0;
        assert_int_equal(moved_block_align(&corpus, scorer, &weights_first, &watch, &block, &nodes,
                                           &beads),
                         last == 2);
        assert_int_equal(waiting.calls, 1);
        assert_int_equal(beads.count, 0);
    }
    scorer_free(scorer);
    corpus_free(&corpus);
    lexicon_free(lexicon);
    free(version.items);
    buffer_free(&text);
}

/* The first no is the last that is asked: of translations, of what has moved, of reports. */
static void asks_nothing_after_a_no(void **state)
{
    (void)state;
    struct buffer one = { 0 }, other = { 0 };
    add_sentences(&one, 0, 400);
    add_sentences(&other, 250, 400);
    buffer_add_text(&other, "Nobody had seen it coming.|A bell rang.|");
    add_sentences(&other, 0, 240);
    for (enum align_mode mode = ALIGN_AUTO; mode <= ALIGN_COMPARABLE; mode++) {
        const char *a = buffer_text(&one), *b = buffer_text(&other);
        size_t all = align_waiting(a, b, mode, SIZE_MAX);
        assert_true(all > 40);
        for (size_t last = 1; last <= all; last += 1 + all / 15)
            assert_int_equal(align_waiting(a, b, mode, last), last);
        assert_int_equal(align_waiting(a, b, mode, all), all);
    }
    buffer_free(&one);
    buffer_free(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_beside_no_identical_run),
        cmocka_unit_test(looks_at_what_has_changed),
        cmocka_unit_test(reads_no_endless_repetition),
        cmocka_unit_test(asks_within_a_row),
        cmocka_unit_test(asks_for_each_few_pairs),
        cmocka_unit_test(asks_for_a_block_that_is_not_scored),
        cmocka_unit_test(asks_nothing_after_a_no),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
