#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ui/link_labels.h"

/* `count` things, ten a row, eight columns apart. */
static void spread(struct hints *hints, size_t count)
{
    *hints = (struct hints){ 0 };
    for (size_t i = 0; i < count; i++) {
        struct hint hint = { .where = hints, .offset = i, .row = (int)(i / 10),
                             .column = (int)(i % 10) * 8, .limit = 80 };
        link_labels_add(hints, &hint);
    }
    link_labels_label(hints, 0, 0);
}

static enum hint_answer type(struct hints *hints, uint32_t code)
{
    return link_labels_key(hints, (struct key){ .code = code });
}

static void assert_all_differ(const struct hints *hints)
{
    unsigned char seen[26 * 26] = { 0 };
    for (size_t i = 0; i < hints->count; i++) {
        const char *label = hints->items[i].label;
        assert_int_equal(strlen(label), HINT_LETTERS);
        unsigned char *mark = &seen[(label[0] - 'a') * 26 + label[1] - 'a'];
        assert_int_equal(*mark, 0);
        *mark = 1;
    }
}

static void test_labels_are_two_letters_and_differ(void **state)
{
    (void)state;
    static const size_t counts[] = { 1, 2, 9, 10, 81, 82, 300, HINT_LIMIT };
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        struct hints hints;
        spread(&hints, counts[i]);
        assert_int_equal(hints.count, counts[i]);
        assert_all_differ(&hints);
        for (size_t k = 1; k < hints.count; k++)
            assert_int_not_equal(hints.items[k].label[0], hints.items[k - 1].label[0]);
        link_labels_clear(&hints);
    }
}

static void test_few_stay_on_the_home_row(void **state)
{
    (void)state;
    struct hints hints;
    spread(&hints, 81);
    for (size_t i = 0; i < hints.count; i++)
        assert_int_equal(strspn(hints.items[i].label, "asdfghjkl"), HINT_LETTERS);
    link_labels_clear(&hints);
}

static void test_typing_narrows_and_chooses(void **state)
{
    (void)state;
    struct hints hints;
    spread(&hints, 30);
    char wanted[HINT_LETTERS + 1];
    memcpy(wanted, hints.items[17].label, sizeof wanted);
    assert_null(link_labels_chosen(&hints));
    assert_int_equal(type(&hints, (uint32_t)wanted[0]), HINT_GOES_ON);
    size_t left = 0;
    for (size_t i = 0; i < hints.count; i++)
        left += link_labels_fits(&hints, &hints.items[i]);
    assert_true(left >= 1 && left <= 4);
    assert_true(link_labels_fits(&hints, &hints.items[17]));
    assert_int_equal(type(&hints, (uint32_t)wanted[1] - 'a' + 'A'), HINT_CHOSEN); /* either case */
    assert_int_equal(link_labels_chosen(&hints)->offset, 17);
    link_labels_clear(&hints);
}

static void test_backspace_takes_one_back(void **state)
{
    (void)state;
    struct hints hints;
    spread(&hints, 30);
    assert_int_equal(type(&hints, (uint32_t)hints.items[3].label[0]), HINT_GOES_ON);
    assert_false(link_labels_fits(&hints, &hints.items[4]));
    assert_int_equal(type(&hints, KEY_BACKSPACE), HINT_GOES_ON);
    assert_true(link_labels_fits(&hints, &hints.items[4]));
    assert_int_equal(type(&hints, KEY_BACKSPACE), HINT_LEFT);
    link_labels_clear(&hints);
}

static void test_other_keys_leave(void **state)
{
    (void)state;
    struct hints hints;
    spread(&hints, 3);
    assert_int_equal(type(&hints, KEY_ESCAPE), HINT_LEFT);
    assert_int_equal(type(&hints, ' '), HINT_LEFT);
    assert_int_equal(type(&hints, 0x4F60), HINT_LEFT);
    assert_int_equal(link_labels_key(&hints, (struct key){ .code = 'f', .modifiers = KEY_CTRL }),
                     HINT_LEFT);
    assert_int_equal(type(&hints, 'z'), HINT_NONE);
    link_labels_clear(&hints);
}

static void test_of_too_many_the_nearest(void **state)
{
    (void)state;
    struct hints hints = { 0 };
    for (int i = 0; i < 1000; i++) {
        struct hint hint = { .offset = (size_t)i, .row = i, .column = 0, .limit = 80 };
        link_labels_add(&hints, &hint);
    }
    link_labels_label(&hints, 900, 0);
    assert_int_equal(hints.count, HINT_LIMIT);
    assert_all_differ(&hints);
    assert_int_equal(hints.items[0].offset, 1000 - HINT_LIMIT);
    assert_int_equal(hints.items[HINT_LIMIT - 1].offset, 999);
    link_labels_clear(&hints);
    link_labels_label(&hints, 0, 0); /* of none, none */
    assert_int_equal(hints.count, 0);
}

static void test_labels_stay_apart_and_inside(void **state)
{
    (void)state;
    struct hints hints = { 0 };
    static const int columns[] = { 10, 11, 12, 19 };
    for (size_t i = 0; i < 4; i++) {
        struct hint hint = { .offset = i, .column = columns[i], .left = 10, .limit = 20 };
        link_labels_add(&hints, &hint);
    }
    struct hint crowded[] = { { .row = 1, .column = 17, .left = 10, .limit = 20 },
                              { .row = 1, .column = 18, .left = 10, .limit = 20 },
                              { .row = 1, .column = 19, .left = 10, .limit = 20 } };
    for (size_t i = 0; i < 3; i++)
        link_labels_add(&hints, &crowded[i]);
    struct hint thin = { .row = 2, .column = 10, .left = 10, .limit = 11 };
    link_labels_add(&hints, &thin);
    link_labels_label(&hints, 0, 0);
    static const int wanted[] = { 10, 12, 14, 18, 14, 16, 18, 10 };
    for (size_t i = 0; i < hints.count; i++)
        assert_int_equal(hints.items[i].column, wanted[i]);
    link_labels_clear(&hints);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_are_two_letters_and_differ),
        cmocka_unit_test(test_few_stay_on_the_home_row),
        cmocka_unit_test(test_typing_narrows_and_chooses),
        cmocka_unit_test(test_backspace_takes_one_back),
        cmocka_unit_test(test_other_keys_leave),
        cmocka_unit_test(test_of_too_many_the_nearest),
        cmocka_unit_test(test_labels_stay_apart_and_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
