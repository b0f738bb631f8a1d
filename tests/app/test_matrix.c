#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "ui/crosstab.h"
#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/width.h"

enum { PERSON = 1, COMPANY, PLACE };

static size_t add_row(struct matrix *matrix, const char *name, const char *second,
                      const char *names, int type, const char *kind)
{
    return matrix_row(matrix, &(struct matrix_entity){ .id = name, .name = name, .second = second,
                                                       .names = names, .type = type,
                                                       .kind = kind });
}

/*            a.en  a.zh  b.en
 * Bolt          3     1     .
 * Acme          1     .     2
 * Delta         .     2     .
 * Élan Car      1     .     .  */
static struct matrix *mills(void)
{
    struct matrix *matrix = matrix_new("Mills");
    size_t bolt = add_row(matrix, "Bolt", "博特", "Mr Bolt", PERSON, "person");
    size_t acme = add_row(matrix, "Acme", "", "Acme Mills", COMPANY, "company");
    size_t delta = add_row(matrix, "Delta", "三角洲", "", PLACE, "place");
    size_t elan = add_row(matrix, "Élan Car", "", "", COMPANY, "company");
    matrix_column(matrix, &(struct matrix_article){ 10, "a.en", "A", "en", "Marsh Courier" });
    matrix_put(matrix, elan, 1);
    matrix_put(matrix, acme, 1);
    matrix_put(matrix, bolt, 3);
    matrix_column(matrix, &(struct matrix_article){ 11, "a.zh", "甲", "zh-Hans", "沼泽信使报" });
    matrix_put(matrix, bolt, 1);
    matrix_put(matrix, delta, 2);
    matrix_column(matrix, &(struct matrix_article){ 14, "b.en", "B", "en", "Gazette" });
    matrix_put(matrix, acme, 2);
    matrix_complete(matrix);
    matrix_resize(matrix, 20, 60);
    return matrix;
}

static void shows(const struct matrix *matrix, const char *names)
{
    struct buffer shown = { 0 };
    for (size_t i = 0; i < matrix->shown_count; i++)
        buffer_add_format(&shown, "%s%s", i > 0 ? ", " : "",
                          matrix->rows.items[matrix->shown[i]].name);
    assert_string_equal(buffer_text(&shown), names);
    buffer_free(&shown);
}

static void filtered(struct matrix *matrix, const char *filter, const char *names)
{
    matrix_filter(matrix, filter);
    shows(matrix, names);
}

static void is_at(const struct matrix *matrix, const char *name, const char *id)
{
    assert_string_equal(matrix_current(matrix)->name, name);
    if (id == NULL)
        assert_null(matrix_current_column(matrix));
    else
        assert_string_equal(matrix_current_column(matrix)->id, id);
}

static void test_cells(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    shows(matrix, "Bolt, Acme, Delta, Élan Car");
    const struct matrix_column *columns = matrix->columns.items;
    assert_int_equal(matrix_count(matrix, &columns[0], 0), 3);
    assert_int_equal(matrix_count(matrix, &columns[0], 1), 1);
    assert_int_equal(matrix_count(matrix, &columns[0], 2), 0);
    assert_int_equal(matrix_count(matrix, &columns[1], 2), 2);
    assert_int_equal(matrix->rows.items[matrix->shown[0]].total, 4);
    assert_int_equal(matrix_spread(matrix, 0), 2);
    assert_int_equal(matrix_spread(matrix, 3), 1);
    is_at(matrix, "Bolt", "a.en");
    matrix_free(matrix);
}

static void test_moving(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    matrix_move(matrix, 1);
    matrix_across(matrix, 2);
    is_at(matrix, "Acme", "b.en");
    matrix_across(matrix, 5);
    matrix_move(matrix, 100);
    is_at(matrix, "Élan Car", "b.en");
    matrix_edge(matrix, false);
    matrix_move(matrix, -100);
    is_at(matrix, "Bolt", NULL);
    matrix_across(matrix, -3);
    is_at(matrix, "Bolt", NULL);
    matrix_edge(matrix, true);
    is_at(matrix, "Bolt", "b.en");
    assert_true(matrix_seek(matrix, "Delta", "a.zh"));
    is_at(matrix, "Delta", "a.zh");
    assert_true(matrix_seek(matrix, "Delta", NULL));
    is_at(matrix, "Delta", NULL);
    assert_false(matrix_seek(matrix, "Delta", "c.en"));
    assert_false(matrix_seek(matrix, "Nobody", "a.zh"));
    is_at(matrix, "Delta", NULL);
    matrix_free(matrix);
}

static void test_sorting_keeps_the_row(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    matrix_go(matrix, 2);
    matrix_sort(matrix, MATRIX_BY_NAME);
    shows(matrix, "Acme, Bolt, Delta, Élan Car");
    is_at(matrix, "Delta", "a.en");
    matrix_go(matrix, 3);
    matrix_sort(matrix, MATRIX_BY_TYPE);
    shows(matrix, "Bolt, Acme, Élan Car, Delta");
    is_at(matrix, "Élan Car", "a.en");
    matrix_sort(matrix, MATRIX_BY_TOTAL);
    shows(matrix, "Bolt, Acme, Delta, Élan Car");
    matrix_free(matrix);
}

static void test_words_filter_names_and_types(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    filtered(matrix, "company", "Acme, Élan Car");
    filtered(matrix, "COMPANY elan", "Élan Car");
    filtered(matrix, "三角", "Delta");
    filtered(matrix, "mr", "Bolt");
    filtered(matrix, "nobody", "");
    assert_null(matrix_current(matrix));
    matrix_move(matrix, 1);
    matrix_across(matrix, 1);
    filtered(matrix, NULL, "Bolt, Acme, Delta, Élan Car");
    matrix_free(matrix);
}

static void test_places_filter_by_article(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    filtered(matrix, "in:a.zh", "Bolt, Delta");
    filtered(matrix, "not:a.zh", "Acme, Élan Car");
    filtered(matrix, "only:a.en", "Élan Car");
    filtered(matrix, "in:a.en not:a.zh", "Acme, Élan Car");
    filtered(matrix, "in:a.en in:a.zh", "Bolt");
    /* A language, the beginning of an id, a number, a publisher; who is in both of those is not in
     * one of them alone. */
    filtered(matrix, "only:en", "Acme, Élan Car");
    filtered(matrix, "only:ZH", "Delta");
    filtered(matrix, "not:zh company", "Acme, Élan Car");
    filtered(matrix, "only:a", "Bolt, Delta, Élan Car");
    filtered(matrix, "in:3", "Acme");
    filtered(matrix, "only:courier", "Élan Car");
    filtered(matrix, "in:\"marsh courier\" person", "Bolt");
    filtered(matrix, "only:信使", "Delta");
    matrix_free(matrix);
}

static void test_a_place_that_is_none(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    filtered(matrix, "in:c.en", "");
    char *fault = matrix_filter_fault(matrix);
    assert_string_equal(fault, "c.en");
    free(fault);
    filtered(matrix, "in:", "Bolt, Acme, Delta, Élan Car");
    filtered(matrix, "in:a.en", "Bolt, Acme, Élan Car");
    assert_null(matrix_filter_fault(matrix));
    matrix_free(matrix);
}

static void test_only_here_in_turn(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    matrix_filter(matrix, "in:b.en company");
    assert_true(matrix_cycle_only(matrix));
    assert_string_equal(matrix->filter, "company only:a.en");
    shows(matrix, "Élan Car");
    assert_true(matrix_cycle_only(matrix));
    assert_string_equal(matrix->filter, "company not:a.en");
    shows(matrix, "");
    assert_true(matrix_cycle_only(matrix));
    assert_string_equal(matrix->filter, "company");
    matrix_across(matrix, 1);
    matrix_cycle_only(matrix);
    matrix_across(matrix, 1);
    matrix_cycle_only(matrix);
    assert_string_equal(matrix->filter, "company only:b.en");
    matrix_edge(matrix, false);
    assert_false(matrix_cycle_only(matrix));
    assert_string_equal(matrix->filter, "company only:b.en");
    matrix_free(matrix);
}

/* An id may have blanks and quotes: what the key writes into the filter is understood again. */
static void test_only_here_with_strange_ids(void **unused)
{
    (void)unused;
    struct matrix *matrix = matrix_new("");
    size_t one = add_row(matrix, "One", "", "", 0, "");
    size_t two = add_row(matrix, "Two", "", "", 0, "");
    matrix_column(matrix, &(struct matrix_article){ 0, "two words", "", "", "" });
    matrix_put(matrix, one, 1);
    matrix_column(matrix, &(struct matrix_article){ 1, "a \"quote\"", "", "", "" });
    matrix_put(matrix, two, 1);
    matrix_complete(matrix);
    matrix_cycle_only(matrix);
    shows(matrix, "One");
    assert_null(matrix_filter_fault(matrix));
    matrix_across(matrix, 1);
    matrix_cycle_only(matrix);
    shows(matrix, "Two");
    matrix_cycle_only(matrix);
    shows(matrix, "One");
    matrix_cycle_only(matrix);
    shows(matrix, "One, Two");
    matrix_free(matrix);
}

static void test_searching(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    assert_true(matrix_search(matrix, "COMPANY", true));
    is_at(matrix, "Acme", "a.en");
    assert_true(matrix_search(matrix, "company", true));
    is_at(matrix, "Élan Car", "a.en");
    assert_true(matrix_search(matrix, "company", true));
    is_at(matrix, "Acme", "a.en");
    assert_true(matrix_search(matrix, "company", false));
    is_at(matrix, "Élan Car", "a.en");
    assert_false(matrix_search(matrix, "nobody", true));
    matrix_free(matrix);
}

/* The cell is in sight in whatever room there is, and so is its article's strip. */
static void test_the_cell_is_in_sight(void **unused)
{
    (void)unused;
    struct matrix *matrix = matrix_new("");
    char name[64];
    for (size_t i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "A rather long name, the %zuth of many", i);
        add_row(matrix, name, "", "", 0, "");
    }
    for (size_t i = 0; i < 700; i++) {
        snprintf(name, sizeof name, "an-article-id-%zu.en", i);
        matrix_column(matrix, &(struct matrix_article){ i, name, "", "en", "" });
        matrix_put(matrix, i % 300, i);
    }
    matrix_complete(matrix);
    static const int sizes[][2] = { { 21, 78 }, { 37, 118 }, { 7, 38 }, { 1, 1 }, { 2, 5 },
                                    { 5, 200 } };
    static const size_t places[][2] = { { 0, 0 }, { 299, 699 }, { 150, 350 }, { 0, 699 },
                                        { 299, 0 } };
    for (size_t i = 0; i < 6; i++) {
        matrix_resize(matrix, sizes[i][0], sizes[i][1]);
        const struct matrix_shape *shape = &matrix->shape;
        assert_true(shape->rows >= 1 && shape->columns >= 1);
        if (sizes[i][0] > 2)
            assert_true(shape->heads + shape->rows + shape->strips + (shape->strips > 0) <=
                        sizes[i][0]);
        for (size_t place = 0; place < 5; place++) {
            matrix_go(matrix, places[place][0]);
            matrix_edge(matrix, false);
            matrix_across(matrix, (long)places[place][1] + 1);
            assert_int_equal(matrix->current, places[place][0]);
            assert_in_range(matrix->current - matrix->top, 0, shape->rows - 1);
            assert_in_range(matrix->column - 1 - matrix->left, 0, shape->columns - 1);
            size_t strip = matrix_first_strip(matrix);
            if (shape->strips > 0)
                assert_in_range(matrix->column - 1 - strip, 0, shape->strips - 1);
        }
    }
    matrix_free(matrix);
}

static void test_clicking(void **unused)
{
    (void)unused;
    struct matrix *matrix = mills();
    const struct matrix_shape *shape = &matrix->shape;
    int left = shape->name + shape->second + shape->type + shape->total;
    assert_true(matrix_click(matrix, 2, left + shape->cell));
    is_at(matrix, "Acme", "a.zh");
    assert_true(matrix_click(matrix, 1, 0));
    is_at(matrix, "Bolt", NULL);
    assert_false(matrix_click(matrix, 0, left));
    assert_false(matrix_click(matrix, 5, left));
    is_at(matrix, "Bolt", NULL);
    matrix_free(matrix);
}

/* What was counted anew stands in the table's place: the reader's cell, filter and order stay. */
static void test_following_an_older_table(void **unused)
{
    (void)unused;
    struct matrix *old = mills();
    matrix_filter(old, "in:en");
    matrix_sort(old, MATRIX_BY_NAME);
    assert_true(matrix_seek(old, "Élan Car", "b.en"));
    struct matrix *matrix = mills();
    matrix_follow(matrix, old);
    matrix_free(old);
    shows(matrix, "Acme, Bolt, Élan Car");
    is_at(matrix, "Élan Car", "b.en");
    assert_int_equal(matrix->area_columns, 60);
    matrix_free(matrix);
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_sorting_keeps_the_row),
        cmocka_unit_test(test_words_filter_names_and_types),
        cmocka_unit_test(test_places_filter_by_article),
        cmocka_unit_test(test_a_place_that_is_none),
        cmocka_unit_test(test_only_here_in_turn),
        cmocka_unit_test(test_only_here_with_strange_ids),
        cmocka_unit_test(test_searching),
        cmocka_unit_test(test_the_cell_is_in_sight),
        cmocka_unit_test(test_clicking),
        cmocka_unit_test(test_following_an_older_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
