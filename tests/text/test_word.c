#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "text/word.h"

/* The words of `text`, each followed by a bar. */
static void words_of(const char *text, size_t length, struct buffer *out)
{
    struct span word;
    buffer_truncate(out, 0);
    for (size_t at = 0; word_next(text, length, at, &word); at = word.end) {
        buffer_add(out, text + word.start, word.end - word.start);
        buffer_add_byte(out, '|');
    }
}

static void cuts_as_a_reader_would(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        { "", "" },
        { " \n ", "" },
        { "... — “”", "" },
        { "One two.", "One|two|" },
        { "Visit 11Main.com today", "Visit|11Main.com|today|" },
        { "in the U.S. market", "in|the|U.S.|market|" },
        { "He won’t, can't", "He|won’t|can't|" },
        { "37.6 percent, $586m", "37.6|percent|586m|" },
        { "e-commerce", "e|commerce|" },
        { "阿里巴巴", "阿|里|巴|巴|" },
        { "将 11 Main 并入OpenSky。", "将|11|Main|并|入|OpenSky|" },
        { "葛\xF3\xA0\x84\x80城", "葛\xF3\xA0\x84\x80|城|" },
        { "café cafe\xCC\x81", "café|cafe\xCC\x81|" },
        { "カタカナとkana", "カタカナ|と|kana|" },
        { "привет, мир", "привет|мир|" },
        { "\xEF\xBF\xBD ok", "ok|" },
    };
    struct buffer got = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        words_of(cases[i].text, strlen(cases[i].text), &got);
        assert_string_equal(buffer_text(&got), cases[i].words);
    }
    buffer_free(&got);
}

static void next_starts_at_or_after(void **state)
{
    (void)state;
    const char *text = "one two three";
    struct span word;
    assert_true(word_next(text, 13, 1, &word));
    assert_int_equal(word.start, 4);
    assert_true(word_next(text, 13, 4, &word));
    assert_int_equal(word.start, 4);
    assert_false(word_next(text, 13, 9, &word));
    assert_false(word_next(text, 13, 13, &word));
}

static void previous_starts_before(void **state)
{
    (void)state;
    const char *text = "one two three";
    struct span word;
    assert_true(word_previous(text, 13, 13, &word));
    assert_int_equal(word.start, 8);
    assert_true(word_previous(text, 13, 8, &word));
    assert_int_equal(word.start, 4);
    assert_true(word_previous(text, 13, 5, &word));
    assert_int_equal(word.start, 4);
    assert_false(word_previous(text, 13, 0, &word));
}

static void at_finds_the_word_under_the_cursor(void **state)
{
    (void)state;
    const char *text = "one, 巴巴";
    struct span word;
    assert_true(word_at(text, strlen(text), 2, &word));
    assert_int_equal(word.start, 0);
    assert_int_equal(word.end, 3);
    assert_false(word_at(text, strlen(text), 3, &word));
    assert_false(word_at(text, strlen(text), 4, &word));
    assert_true(word_at(text, strlen(text), 9, &word)); /* inside the second 巴 */
    assert_int_equal(word.start, 8);
    assert_int_equal(word.end, 11);
}

static const char *const pieces[] = {
    "a", "Bc", "1", ".", "'", "’", " ", " ",
    "\n", "巴", "里", "é", "e\xCC\x81", "カ", "ひ", "-", "_",
    "U.S.", "，", "\xF3\xA0\x84\x80", "\xE2\x80\x8D", "😀", "я", "\xC2\xA0", ",",
};

static void forwards_and_backwards_agree(void **state)
{
    (void)state;
    uint32_t random = 99;
    struct buffer text = { 0 };
    for (int round = 0; round < 5000; round++) {
        buffer_truncate(&text, 0);
        for (int n = 0; n < 24; n++) {
            random = random * 1103515245u + 12345u;
            buffer_add_text(&text, pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        struct span words[64], word;
        size_t count = 0;
        for (size_t at = 0; word_next(text.data, text.length, at, &word); at = word.end) {
            assert_true(word.start >= at && word.end > word.start && count < 64);
            words[count++] = word;
        }
        size_t before = text.length;
        while (word_previous(text.data, text.length, before, &word)) {
            assert_true(count > 0);
            count--;
            assert_int_equal(word.start, words[count].start);
            assert_int_equal(word.end, words[count].end);
            before = word.start;
        }
        assert_int_equal(count, 0);
    }
    buffer_free(&text);
}

/* A call looks at the words around it, not at the megabytes before and after. */
static void floods_do_not_stall(void **state)
{
    (void)state;
    static const char *const floods[] = { "x", "巴", "-", " ", "а", "e\xCC\x81", "，" };
    struct span word;
    for (size_t i = 0; i < sizeof floods / sizeof *floods; i++) {
        struct buffer text = { 0 };
        while (text.length < (1u << 20))
            buffer_add_text(&text, floods[i]);
        size_t at = 0, count = 0;
        for (; count < 2000 && word_next(text.data, text.length, at, &word); at = word.end) {
            assert_true(word.start >= at && word.end > word.start);
            count++;
        }
        word_previous(text.data, text.length, text.length, &word);
        word_at(text.data, text.length, text.length / 2, &word);
        buffer_free(&text);
    }
}

/* A sentence often begins with a mark: what stands right behind is meant; between words nothing is. */
static void marks_before_a_word(void **state)
{
    (void)state;
    static const char text[] = "\"We ran,\" he said. “（码头）” — no";
    struct span word;
    assert_true(word_behind_marks(text, strlen(text), 0, &word));
    assert_int_equal(word.start, 1);
    assert_true(word_behind_marks(text, strlen(text), 2, &word));
    assert_int_equal(word.start, 1);
    assert_false(word_behind_marks(text, strlen(text), 3, &word)); /* a blank */
    assert_false(word_behind_marks(text, strlen(text), 7, &word)); /* ," and a blank */
    size_t open = (size_t)(strstr(text, "“") - text);
    assert_true(word_behind_marks(text, strlen(text), open, &word));
    assert_int_equal(word.start, open + strlen("“（"));
    assert_false(word_behind_marks("...", 3, 0, &word));
    assert_false(word_behind_marks("", 0, 0, &word));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_as_a_reader_would),
        cmocka_unit_test(marks_before_a_word),
        cmocka_unit_test(next_starts_at_or_after),
        cmocka_unit_test(previous_starts_before),
        cmocka_unit_test(at_finds_the_word_under_the_cursor),
        cmocka_unit_test(forwards_and_backwards_agree),
        cmocka_unit_test(floods_do_not_stall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
