/* Whoever waits for an alignment is asked whether to go on, however long a text or a dictionary is: what is
 * done between two askings is counted, in sentences, figures and words. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_import.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "query/aligner.h"
#include "query/figure_comparison.h"

#define BETWEEN 4200 /* sentences, figures or words at most; as many are done in a few milliseconds */

/* What is being made, and the most that was between two askings; the call that says no. */
struct asking {
    const struct aligner_text *text; /* NULL: nothing to be seen while it is made */
    size_t sentences;
    size_t figures;
    size_t most;
    size_t calls;
    size_t last;
};

static size_t larger(size_t one, size_t other)
{
    return one > other ? one : other;
}

static bool ask(void *data, double done)
{
    struct asking *asking = data;
    assert_true(done >= 0 && done <= 1);
    if (asking->text != NULL) {
        asking->most = larger(asking->most, asking->text->sentences.count - asking->sentences);
        asking->most = larger(asking->most, asking->text->figures.count - asking->figures);
        asking->sentences = asking->text->sentences.count;
        asking->figures = asking->text->figures.count;
    }
    return ++asking->calls < asking->last;
}

/* So many sentences with a figure each, so many to a paragraph. */
static struct document *document_of(size_t sentences, size_t paragraph)
{
    struct buffer text = { 0 };
    for (size_t i = 1; i <= sentences; i++)
        buffer_add_format(&text, "The shop sold %zu lamps.%s", i, i % paragraph == 0 ? "\n\n" : " ");
    struct document *document = reader_parse(buffer_text(&text), text.length, READER_PLAIN, NULL);
    buffer_free(&text);
    return document;
}

static void asks_while_it_reads(void **state)
{
    (void)state;
    struct aligner *aligner = aligner_new(NULL, NULL, NULL, NULL);
    struct document *document = document_of(20000, 5);
    struct aligner_text text = { .sentences = { 0 } };
    struct asking asking = { .text = &text, .last = SIZE_MAX };
    assert_true(aligner_read_asking(aligner, document, ask, &asking, &text));
    assert_int_equal(text.sentences.count, 20000);
    assert_int_equal(text.figures.count, 20000);
    assert_in_range(asking.most, 1, BETWEEN);
    assert_true(text.figures.count - asking.figures < BETWEEN); /* since it was asked last */
    aligner_text_free(&text);
    for (size_t all = asking.calls, last = 1; last <= all; last += all / 4) {
        asking = (struct asking){ .last = last };
        assert_false(aligner_read_asking(aligner, document, ask, &asking, &text));
        assert_int_equal(asking.calls, last);
        aligner_text_free(&text);
    }
    document_free(document);
    aligner_free(aligner);
}

/* The figures of one paragraph without an end. */
static void asks_within_a_paragraph(void **state)
{
    (void)state;
    struct aligner *aligner = aligner_new(NULL, NULL, NULL, NULL);
    struct document *document = document_of(20000, SIZE_MAX);
    struct aligner_text text = { .sentences = { 0 } };
    struct asking asking = { .text = &text, .last = SIZE_MAX };
    assert_true(aligner_read_asking(aligner, document, ask, &asking, &text));
    assert_true(asking.calls > 2 * 20000 / BETWEEN);
    aligner_text_free(&text);
    document_free(document);
    aligner_free(aligner);
}

/* 1,000 figures of the one are held against 1,000 of the other. */
static void asks_while_it_pairs_figures(void **state)
{
    (void)state;
    struct aligner *aligner = aligner_new(NULL, NULL, NULL, NULL);
    struct document *document = document_of(1000, 5);
    struct figure_comparison comparison = { .pairs = { 0 } };
    struct alignment alignment = { .count = 0 };
    for (size_t last = SIZE_MAX, calls = SIZE_MAX; calls > 1; last = calls - 1) {
        struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
        struct asking asking = { .last = last };
        aligner_read(aligner, document, &texts[0]);
        aligner_read(aligner, document, &texts[1]);
        assert_int_equal(figure_comparison_read(&comparison, texts, &alignment, ask, &asking),
                         last == SIZE_MAX);
        assert_int_equal(comparison.pairs.count, last == SIZE_MAX ? 1000 : 0);
        if (last == SIZE_MAX)
            assert_true(asking.calls >= 1000 * 1000 / BETWEEN);
        else
            assert_int_equal(asking.calls, last);
        calls = last == SIZE_MAX ? 4 : last;
        figure_comparison_free(&comparison);
        aligner_text_free(&texts[0]);
        aligner_text_free(&texts[1]);
    }
    document_free(document);
    aligner_free(aligner);
}

/* A dictionary of so many words, which nobody has compiled yet. */
static void install(size_t words)
{
    struct import_report report;
    struct buffer bytes = { 0 };
    for (size_t i = 0; i < words; i++) {
        char word[] = "一一"; /* and what follows them */
        word[2] = (char)((unsigned char)word[2] + i % 64);
        word[4] = (char)((unsigned char)word[4] + i / 64 % 8);
        word[5] = (char)((unsigned char)word[5] + i / 512 % 64);
        buffer_add_format(&bytes, "%s %s [yi1 yi1] /word%zu/thing/\n", word, word, i);
    }
    scratch_file("large.u8", buffer_text(&bytes));
    scratch_file("data/dictionaries/.keep", "");
    char *target = xstrdup(scratch_path("data/dictionaries/large.dictionary"));
    assert_true(dictionary_import_file(scratch_path("large.u8"), target, &report, NULL));
    free(target);
    buffer_free(&bytes);
}

static void asks_while_it_compiles(void **state)
{
    (void)state;
    scratch_make();
    install(10000);
    struct aligner *aligner = aligner_new(NULL, NULL, scratch_path("data"), scratch_path("cache"));
    for (size_t last = 1; last < 16; last += 7) {
        struct asking asking = { .last = last };
        assert_false(aligner_prepare(aligner, ask, &asking));
        assert_int_equal(asking.calls, last);
        assert_false(file_exists(scratch_path("cache/bitext/lexicon"))); /* none that is half done */
    }
    struct asking asking = { .last = SIZE_MAX };
    assert_true(aligner_prepare(aligner, ask, &asking));
    assert_true(asking.calls >= 3 * 10000 / BETWEEN);
    assert_int_not_equal(lexicon_stem(aligner_lexicon(aligner), "thing", 5), LEXICON_NONE);
    size_t calls = asking.calls;
    assert_true(aligner_prepare(aligner, ask, &asking)); /* it is there */
    assert_int_equal(asking.calls, calls);
    aligner_free(aligner);
    scratch_remove();
}

/* Nothing is aligned with a lexicon that was given up. */
static void aligns_nothing_without_a_lexicon(void **state)
{
    (void)state;
    struct error error = { "" };
    struct alignment alignment = { .count = 0 };
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct document *document = document_of(4, 2);
    scratch_make();
    install(2000);
    struct aligner *aligner = aligner_new(NULL, NULL, scratch_path("data"), scratch_path("cache"));
    struct asking asking = { .last = 1 };
    aligner_read(aligner, document, &texts[0]);
    aligner_read(aligner, document, &texts[1]);
    struct parallel_task task = {
        .a = &texts[0].side, .b = &texts[1].side, .go_on = ask, .data = &asking
    };
    assert_false(aligner_align(aligner, &task, &alignment, &error));
    assert_string_equal(error.text, "the alignment was stopped");
    task.go_on = NULL;
    assert_true(aligner_align(aligner, &task, &alignment, &error));
    assert_int_equal(alignment.count, 4);
    alignment_free(&alignment);
    aligner_text_free(&texts[0]);
    aligner_text_free(&texts[1]);
    aligner_free(aligner);
    document_free(document);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_while_it_reads),
        cmocka_unit_test(asks_within_a_paragraph),
        cmocka_unit_test(asks_while_it_pairs_figures),
        cmocka_unit_test(asks_while_it_compiles),
        cmocka_unit_test(aligns_nothing_without_a_lexicon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
