/* How much the aligner looks at, counted in what it looks at and never by a clock. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/align_mode.h"
#include "align/coarse.h"
#include "align/version.h"
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
    assert_in_range(count_calls("", 0), 1, 3);
    assert_true(count_calls("Vesuvius erupted near Pompeii, killing 2,000 farmers.|", 1) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_beside_no_identical_run),
        cmocka_unit_test(looks_at_what_has_changed),
        cmocka_unit_test(reads_no_endless_repetition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
