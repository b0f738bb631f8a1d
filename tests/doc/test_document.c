#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "doc/document.h"
#include "doc/reader.h"

static struct document *markdown(const char *text)
{
    return reader_parse(text, strlen(text), READER_MARKDOWN, NULL);
}

static struct document *plain(const char *text)
{
    return reader_parse(text, strlen(text), READER_PLAIN, NULL);
}

static void test_block_at_every_offset(void **state)
{
    (void)state;
    struct document *document = markdown("one\n\ntwo\n\n---\n\nthree");
    /* one LF two LF (rule) LF three */
    static const size_t expected[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3 };
    assert_int_equal(document->block_count, 4);
    assert_int_equal(document->length, 14);
    for (size_t at = 0; at <= document->length; at++)
        assert_int_equal(document_block_at(document, at), expected[at]);
    assert_int_equal(document_block_at(document, 1000), 3);
    document_free(document);
}

static void test_block_at_before_the_first(void **state)
{
    (void)state;
    struct document *document = plain("\n\n  text");
    assert_int_equal(document_block_at(document, 0), 0);
    assert_int_equal(document->blocks[0].start, 4);
    document_free(document);
    document = plain("");
    assert_int_equal(document_block_at(document, 0), 0);
    document_free(document);
}

static void test_link_and_style_at(void **state)
{
    (void)state;
    struct document *document = markdown("a [b](x)[*c*](y) d");
    assert_string_equal(document->text, "a bc d");
    assert_null(document_link_at(document, 1));
    assert_string_equal(document_link_at(document, 2)->target, "x");
    assert_string_equal(document_link_at(document, 3)->target, "y");
    assert_null(document_link_at(document, 4));
    assert_null(document_link_at(document, 99));
    assert_int_equal(document_style_at(document, 2), 0);
    assert_int_equal(document_style_at(document, 3), STYLE_EMPHASIS);
    assert_int_equal(document_style_at(document, 4), 0);
    assert_int_equal(document_style_at(document, 99), 0);
    document_free(document);
}

static void test_sentences_of_a_paragraph(void **state)
{
    (void)state;
    struct document *document = plain("\nHe sold it. She bought it.\n");
    struct spans spans = { 0 };
    document_sentences(document, 0, &spans);
    assert_int_equal(spans.count, 2);
    assert_int_equal(spans.items[0].start, 1);
    assert_int_equal(spans.items[0].end, 12);
    assert_int_equal(spans.items[1].start, 13);
    assert_int_equal(spans.items[1].end, 27);
    spans_free(&spans);
    document_free(document);
}

/* What is no running text is one sentence; what is empty is none. */
static void test_sentences_of_other_blocks(void **state)
{
    (void)state;
    struct document *document =
        markdown("# A. B. C\n\n```\nint a; b. C\n\nx\n```\n\n---\n\n|A. B|c|\n|---|---|\n");
    static const size_t expected[] = { 1, 1, 0, 1, 0, 1 };
    assert_int_equal(document->block_count, 6);
    for (size_t i = 0; i < 6; i++) {
        struct spans spans = { 0 };
        document_sentences(document, i, &spans);
        assert_int_equal(spans.count, expected[i]);
        if (spans.count > 0) {
            assert_int_equal(spans.items[0].start, document->blocks[i].start);
            assert_int_equal(spans.items[0].end, document->blocks[i].end);
        }
        spans_free(&spans);
    }
    struct spans none = { 0 };
    document_sentences(document, 6, &none);
    assert_int_equal(none.count, 0);
    document_free(document);
}

struct title_case {
    const char *text;
    bool is_markdown;
    const char *title;
};

static const struct title_case title_cases[] = {
    { "The Project Gutenberg eBook of Weir Lane\n\nFor anyone.\n\nTitle: Weir Lane: A Tale\n\nAuthor: Ada Merrow\n\n"
      "*** START OF THE PROJECT GUTENBERG EBOOK WEIR LANE ***\n\nI\n\nIt rained.\n", false, "Weir Lane: A Tale" },
    { "The Project Gutenberg EBook of The Mill, by J. P. Hale\n\nFor anyone at no cost.\n\nCHAPTER I\n\nIt rained.\n",
      false, "The Mill" },
    { "*** START OF THIS PROJECT GUTENBERG EBOOK THE MILL ***\n\nCHAPTER I\n\nIt rained.\n", false, "THE MILL" },
    { "An ebook\n\nTitle: The Long Road; or,\n       Letters Home\n\nAuthor: J. P. Hale\n\nIt rained.\n", false,
      "The Long Road; or, Letters Home" },
    { "山村\n\nTitle: 山村夜話\n\nLanguage: Chinese\n\n天黑了。\n", false,
      "山村夜話" },
    { "No: 12\nTitle: A Fold\nAuthor: N. N.\n\nAbstract\n\nThis is how.\n", false, "A Fold" },
    { "From: Ada <ada@mill.example>\nDate: Tue, 2 Sep 2025\nSubject: The bridge\n reopens\nTo: Jo\n\nDear Jo,\n", false,
      "The bridge reopens" },
    { "From: Ada\nSubject: =?UTF-8?B?5qGl?=\nTo: Jo\n\nDear Jo,\n", false, "From: Ada" },
    { "From: the quay one sees\nnothing. Subject: none.\n\nText.\n", false, "From: the quay one sees" },
    { "Of forms\n\nEach has a field.\n\nTitle: the words over it\n\nThat is all.\n", false, "Of forms" },
    { "---\ntitle: Given\n---\n# Heading\n", true, "Given" },
    { "---\ntitle: |\n  two\n  lines\n---\n", true, "two lines " },
    { "---\ntitle:\n---\n# Heading\n", true, "Heading" },
    { "text\n\n## Second\n\n# First *one*\n", true, "First one" },
    { "Sold  \nagain\n===\n", true, "Sold again" },
    { "Alibaba Sells\n\nText.", false, "Alibaba Sells" },
    { "06/3/13\n\nOpen-air mall\n\nText.", false, "Open-air mall" },
    { "A sentence that ends.\n\nText", false, "" },
    { "一句完整的话。\n\n正文", false, "" },
    { "卖给对手\n\n正文", false, "卖给对手" },
    { "Sold?\n\nText", false, "Sold?" },
    { "LS(1)          User Commands          LS(1)\n\nText", false, "LS(1) User Commands LS(1)" },
    { "A mall in Guangzhou\n\nHow Two Companies Plan to Change\n\nA mall in Guangzhou\n", false,
      "How Two Companies Plan to Change" },
    { "A mall in Guangzhou\n\nHow Two Companies Plan to Change\n", false, "A mall in Guangzhou" },
    { "A mall in Guangzhou\n\nSome say that it is one.\n\nA mall in Guangzhou\n", false,
      "A mall in Guangzhou" },
    { "", false, "" },
    { "12345 67890 12345 67890 12345 67890 12345 67890 12345 67890 12345 67890 12345 67890 12345 "
      "67890 12345 67890 12345 67890 a",
      false, "" },
};

static void test_titles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof title_cases / sizeof title_cases[0]; i++) {
        const struct title_case *one = &title_cases[i];
        struct document *document = one->is_markdown ? markdown(one->text) : plain(one->text);
        char *title = document_title(document);
        assert_string_equal(title, one->title);
        free(title);
        document_free(document);
    }
}

static void test_free_of_nothing(void **state)
{
    (void)state;
    document_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_block_at_every_offset),
        cmocka_unit_test(test_block_at_before_the_first),
        cmocka_unit_test(test_link_and_style_at),
        cmocka_unit_test(test_sentences_of_a_paragraph),
        cmocka_unit_test(test_sentences_of_other_blocks),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_free_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
