#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "ui/selection.h"
#include "doc/reader.h"

static struct document *document_of(const char *source)
{
    return reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
}

static size_t place_of(const struct document *document, const char *words)
{
    const char *at = strstr(document->text, words);
    assert_non_null(at);
    return (size_t)(at - document->text);
}

/* Selecting by `unit` from `from` to `to` takes `expected`, whichever of the two is the anchor. */
static void assert_selects(const char *source, enum selection_unit unit, const char *from,
                           const char *to, const char *expected)
{
    struct document *document = document_of(source);
    struct selection selection = { unit, place_of(document, from), place_of(document, to) };
    for (int turn = 0; turn < 2; turn++) {
        struct span span = selection_span(&selection, document);
        assert_int_equal(span.end - span.start, strlen(expected));
        assert_memory_equal(document->text + span.start, expected, strlen(expected));
        selection_swap(&selection);
    }
    document_free(document);
}

static const char two[] = "One sale. Two sales, it seems.\n\nThree in all. A fourth one.\n";

static void test_characters_at_both_ends_are_in(void **state)
{
    (void)state;
    assert_selects(two, SELECTION_CHARACTERS, "sale", "Two", "sale. T");
    assert_selects(two, SELECTION_CHARACTERS, "Two", "Two", "T");
    assert_selects("阿里巴巴卖掉了它。\n", SELECTION_CHARACTERS, "里巴", "卖", "里巴巴卖");
}

static void test_clusters_are_whole(void **state)
{
    (void)state;
    assert_selects("ae\xCC\x81z", SELECTION_CHARACTERS, "a", "e", "ae\xCC\x81");
    assert_selects("x👩‍👧y", SELECTION_CHARACTERS, "x", "👩", "x👩‍👧");
}

static void test_blanks_at_the_ends_are_out(void **state)
{
    (void)state;
    assert_selects(two, SELECTION_CHARACTERS, " sales", " sales", "");
    assert_selects(two, SELECTION_CHARACTERS, " sales", "sales", "s");
}

static void test_sentences(void **state)
{
    (void)state;
    assert_selects(two, SELECTION_SENTENCES, "seems", "seems", "Two sales, it seems.");
    assert_selects(two, SELECTION_SENTENCES, "sale.", "Two", "One sale. Two sales, it seems.");
    assert_selects(two, SELECTION_SENTENCES, "seems", "in all",
                   "Two sales, it seems.\nThree in all.");
    assert_selects("“好！”他说。走了。", SELECTION_SENTENCES, "走", "走", "走了。");
}

static void test_paragraphs(void **state)
{
    (void)state;
    assert_selects(two, SELECTION_PARAGRAPHS, "it", "it", "One sale. Two sales, it seems.");
    assert_selects(two, SELECTION_PARAGRAPHS, "it", "fourth",
                   "One sale. Two sales, it seems.\nThree in all. A fourth one.");
}

static void test_a_paragraph_cut_in_blocks_is_one(void **state)
{
    (void)state;
    struct buffer long_one = { 0 };
    while (long_one.length < 3 * DOCUMENT_BLOCK_LIMIT)
        buffer_add_text(&long_one, "word ");
    struct document *document = document_of(buffer_text(&long_one));
    assert_true(document->block_count > 2);
    size_t middle = document->blocks[1].start;
    struct selection selection = { SELECTION_PARAGRAPHS, middle, middle };
    struct span span = selection_span(&selection, document);
    assert_int_equal(span.start, 0);
    assert_int_equal(span.end, long_one.length - 1);
    struct buffer copied = { 0 };
    selection_text(document, span, &copied);
    assert_null(memchr(copied.data, '\n', copied.length));
    buffer_free(&copied);
    buffer_free(&long_one);
    document_free(document);
}

static void test_nothing_to_select(void **state)
{
    (void)state;
    struct document *document = document_of("");
    struct selection selection = { SELECTION_SENTENCES, 0, 0 };
    struct span span = selection_span(&selection, document);
    assert_int_equal(span.end, span.start);
    document_free(document);
    assert_selects("a\n\n---\n\nb\n", SELECTION_NONE, "a", "b", "");
}

static void test_setting_a_span_selects_it(void **state)
{
    (void)state;
    struct document *document = document_of(two);
    struct span wanted = { place_of(document, "Two"), place_of(document, " in all") };
    struct selection selection;
    selection_set(&selection, document, wanted);
    struct span span = selection_span(&selection, document);
    assert_int_equal(span.start, wanted.start);
    assert_int_equal(span.end, wanted.end);
    document_free(document);
}

/* All of the text as it is copied. */
static void assert_copies(const char *source, const char *expected)
{
    struct document *document = document_of(source);
    struct buffer copied = { 0 };
    selection_text(document, (struct span){ 0, document->length }, &copied);
    assert_string_equal(buffer_text(&copied), expected);
    buffer_free(&copied);
    document_free(document);
}

static void test_copied_text_is_unwrapped(void **state)
{
    (void)state;
    assert_copies("One\nline.\n\nTwo.\n", "One line.\n\nTwo.");
    assert_copies("- a\n- b\n\nc\n", "a\nb\n\nc");
    assert_copies("一行\n又一行\n", "一行又一行");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_characters_at_both_ends_are_in),
        cmocka_unit_test(test_clusters_are_whole),
        cmocka_unit_test(test_blanks_at_the_ends_are_out),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_a_paragraph_cut_in_blocks_is_one),
        cmocka_unit_test(test_nothing_to_select),
        cmocka_unit_test(test_setting_a_span_selects_it),
        cmocka_unit_test(test_copied_text_is_unwrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
