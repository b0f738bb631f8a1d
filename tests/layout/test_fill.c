/* Plain text is taken into rows in great strides: the rows are those of one character at a time. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/xalloc.h"
#include "layout/fill.h"
#include "setting.h"
#include "text/grapheme.h"
#include "text/utf8.h"

#define TEXTS 3000

/* Mostly words, mostly Chinese, or anything. */
static void add_some(struct buffer *text, struct setting_random *random, unsigned kind)
{
    static const char *const plain[2][10] = {
        { "a", "of", "word", "sentence", " ", " ", " ", " ", ". ", "\n" },
        { "字", "中", "一", "漢字漢字漢字", "，", "。", "「", "）", "９", "\n" },
    };
    if (kind < 2 && setting_below(random, 8) != 0)
        buffer_add_text(text, plain[kind][setting_below(random, 10)]);
    else
        setting_add_bit(text, random);
}

static void fill(const char *text, size_t length, int width, const struct tags *tags,
                 struct block_layout *out)
{
    struct fill_marks marks = { 0 };
    struct filler filler = { .tab = 8, .tags = tags, .out = out, .text = text, .length = length, .width = width };
    filler.marks = fill_mark_breaks(&marks, text, length, width);
    fill_lines(&filler);
    free(marks.items);
}

/* A tag somewhere, even in another block, has every character looked at by itself. */
static void strides_end_where_steps_do(void **state)
{
    (void)state;
    struct setting_random random = { 7 };
    const struct tag elsewhere = { SIZE_MAX, "x", 1 };
    const struct tags none = { NULL, 0 }, one = { &elsewhere, 1 };
    for (unsigned turn = 0; turn < TEXTS; turn++) {
        struct buffer text = { 0 };
        for (uint32_t left = setting_below(&random, 120); left > 0; left--)
            add_some(&text, &random, turn % 3);
        char *exact = xmalloc(text.length > 0 ? text.length : 1); /* the sanitizer sees a step too far */
        memcpy(exact, buffer_text(&text), text.length);
        int width = 1 + (int)setting_below(&random, turn % 2 == 0 ? 20 : 90);
        struct block_layout strides = { 0 }, steps = { 0 };
        fill(exact, text.length, width, &none, &strides);
        fill(exact, text.length, width, &one, &steps);
        assert_int_equal(strides.piece_count, steps.piece_count);
        for (size_t i = 0; i < steps.piece_count; i++) {
            assert_int_equal(strides.pieces[i].start, steps.pieces[i].start);
            assert_int_equal(strides.pieces[i].end, steps.pieces[i].end);
            assert_int_equal(strides.pieces[i].flags, steps.pieces[i].flags);
        }
        free(strides.pieces);
        free(steps.pieces);
        free(exact);
        buffer_free(&text);
    }
}

/* What passes for two cells without the library is that by the library, and by itself. */
static void quick_widths_are_the_library_s(void **state)
{
    (void)state;
    for (uint32_t letter = 0x3000; letter < 0xFFFE; letter++) {
        char bytes[8];
        size_t length = utf8_encode(letter, bytes);
        if (letter >= 0xD800 && letter < 0xE000)
            continue;
        size_t width = width_text(bytes, length);
        assert_int_equal(fill_cluster_width(8, bytes, length, 0), width < 1 ? 1 : width);
        memcpy(bytes + length, "a", 2);
        assert_int_equal(fill_next_cluster(bytes, length + 1, 0), grapheme_next(bytes, length + 1, 0));
        char behind[8] = "字";
        memcpy(behind + 3, bytes, length);
        assert_int_equal(fill_next_cluster(behind, 3 + length, 0), grapheme_next(behind, 3 + length, 0));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strides_end_where_steps_do),
        cmocka_unit_test(quick_widths_are_the_library_s),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
