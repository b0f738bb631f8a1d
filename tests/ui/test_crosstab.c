#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "text/width.h"
#include "ui/crosstab.h"
#include "ui/crosstab_filter.h"
#include "ui/crosstab_layout.h"

enum { PERSON = 1, COMPANY, PLACE };

static size_t add_row(struct crosstab *crosstab, const char *name, const char *second,
                      const char *names, int type, const char *kind)
{
    return crosstab_row(crosstab, &(struct crosstab_entity){ .id = name,
                                                             .name = name,
                                                             .second = second,
                                                             .names = names,
                                                             .type = type,
                                                             .kind = kind });
}

/*            a.en  a.zh  b.en
 * Bolt          3     1     .
 * Acme          1     .     2
 * Delta         .     2     .
 * Élan Car      1     .     .  */
static struct crosstab *mills(void)
{
    struct crosstab *crosstab = crosstab_new("Mills");
    size_t bolt = add_row(crosstab, "Bolt", "博特", "Mr Bolt", PERSON, "person");
    size_t acme = add_row(crosstab, "Acme", "", "Acme Mills", COMPANY, "company");
    size_t delta = add_row(crosstab, "Delta", "三角洲", "", PLACE, "place");
    size_t elan = add_row(crosstab, "Élan Car", "", "", COMPANY, "company");
    crosstab_column(crosstab, &(struct crosstab_article){ 10, "a.en", "A", "en", "Marsh Courier" });
    crosstab_put(crosstab, elan, 1);
    crosstab_put(crosstab, acme, 1);
    crosstab_put(crosstab, bolt, 3);
    crosstab_column(crosstab,
                    &(struct crosstab_article){ 11, "a.zh", "甲", "zh-Hans", "沼泽信使报" });
    crosstab_put(crosstab, bolt, 1);
    crosstab_put(crosstab, delta, 2);
    crosstab_column(crosstab, &(struct crosstab_article){ 14, "b.en", "B", "en", "Gazette" });
    crosstab_put(crosstab, acme, 2);
    crosstab_complete(crosstab);
    crosstab_resize(crosstab, 20, 60);
    return crosstab;
}

static void shows(const struct crosstab *crosstab, const char *names)
{
    struct buffer shown = { 0 };
    for (size_t i = 0; i < crosstab->shown_count; i++)
        buffer_add_format(&shown, "%s%s", i > 0 ? ", " : "",
                          crosstab->rows.items[crosstab->shown[i]].name);
    assert_string_equal(buffer_text(&shown), names);
    buffer_free(&shown);
}

static void filtered(struct crosstab *crosstab, const char *filter, const char *names)
{
    crosstab_filter(crosstab, filter);
    shows(crosstab, names);
}

static void is_at(const struct crosstab *crosstab, const char *name, const char *id)
{
    assert_string_equal(crosstab_current(crosstab)->name, name);
    if (id == NULL)
        assert_null(crosstab_current_column(crosstab));
    else
        assert_string_equal(crosstab_current_column(crosstab)->id, id);
}

static void test_cells(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    shows(crosstab, "Bolt, Acme, Delta, Élan Car");
    const struct crosstab_column *columns = crosstab->columns.items;
    assert_int_equal(crosstab_count(crosstab, &columns[0], 0), 3);
    assert_int_equal(crosstab_count(crosstab, &columns[0], 1), 1);
    assert_int_equal(crosstab_count(crosstab, &columns[0], 2), 0);
    assert_int_equal(crosstab_count(crosstab, &columns[1], 2), 2);
    assert_int_equal(crosstab->rows.items[crosstab->shown[0]].total, 4);
    assert_int_equal(crosstab_spread(crosstab, 0), 2);
    assert_int_equal(crosstab_spread(crosstab, 3), 1);
    is_at(crosstab, "Bolt", "a.en");
    crosstab_free(crosstab);
}

static void test_moving(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    crosstab_move(crosstab, 1);
    crosstab_across(crosstab, 2);
    is_at(crosstab, "Acme", "b.en");
    crosstab_across(crosstab, 5);
    crosstab_move(crosstab, 100);
    is_at(crosstab, "Élan Car", "b.en");
    crosstab_edge(crosstab, false);
    crosstab_move(crosstab, -100);
    is_at(crosstab, "Bolt", NULL);
    crosstab_across(crosstab, -3);
    is_at(crosstab, "Bolt", NULL);
    crosstab_edge(crosstab, true);
    is_at(crosstab, "Bolt", "b.en");
    assert_true(crosstab_seek(crosstab, "Delta", "a.zh"));
    is_at(crosstab, "Delta", "a.zh");
    assert_true(crosstab_seek(crosstab, "Delta", NULL));
    is_at(crosstab, "Delta", NULL);
    assert_false(crosstab_seek(crosstab, "Delta", "c.en"));
    assert_false(crosstab_seek(crosstab, "Nobody", "a.zh"));
    is_at(crosstab, "Delta", NULL);
    crosstab_free(crosstab);
}

static void test_sorting_keeps_the_row(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    crosstab_go(crosstab, 2);
    crosstab_sort(crosstab, CROSSTAB_BY_NAME);
    shows(crosstab, "Acme, Bolt, Delta, Élan Car");
    is_at(crosstab, "Delta", "a.en");
    crosstab_go(crosstab, 3);
    crosstab_sort(crosstab, CROSSTAB_BY_TYPE);
    shows(crosstab, "Bolt, Acme, Élan Car, Delta");
    is_at(crosstab, "Élan Car", "a.en");
    crosstab_sort(crosstab, CROSSTAB_BY_TOTAL);
    shows(crosstab, "Bolt, Acme, Delta, Élan Car");
    crosstab_free(crosstab);
}

static void test_words_filter_names_and_types(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    filtered(crosstab, "company", "Acme, Élan Car");
    filtered(crosstab, "COMPANY elan", "Élan Car");
    filtered(crosstab, "三角", "Delta");
    filtered(crosstab, "mr", "Bolt");
    filtered(crosstab, "nobody", "");
    assert_null(crosstab_current(crosstab));
    crosstab_move(crosstab, 1);
    crosstab_across(crosstab, 1);
    filtered(crosstab, NULL, "Bolt, Acme, Delta, Élan Car");
    crosstab_free(crosstab);
}

static void test_places_filter_by_article(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    filtered(crosstab, "in:a.zh", "Bolt, Delta");
    filtered(crosstab, "not:a.zh", "Acme, Élan Car");
    filtered(crosstab, "only:a.en", "Élan Car");
    filtered(crosstab, "in:a.en not:a.zh", "Acme, Élan Car");
    filtered(crosstab, "in:a.en in:a.zh", "Bolt");
    /* A language, the beginning of an id, a number, a publisher; who is in both of those is not in
     * one of them alone. */
    filtered(crosstab, "only:en", "Acme, Élan Car");
    filtered(crosstab, "only:ZH", "Delta");
    filtered(crosstab, "not:zh company", "Acme, Élan Car");
    filtered(crosstab, "only:a", "Bolt, Delta, Élan Car");
    filtered(crosstab, "in:3", "Acme");
    filtered(crosstab, "only:courier", "Élan Car");
    filtered(crosstab, "in:\"marsh courier\" person", "Bolt");
    filtered(crosstab, "only:信使", "Delta");
    crosstab_free(crosstab);
}

static void test_a_place_that_is_none(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    filtered(crosstab, "in:c.en", "");
    char *fault = crosstab_filter_fault(crosstab);
    assert_string_equal(fault, "c.en");
    free(fault);
    filtered(crosstab, "in:", "Bolt, Acme, Delta, Élan Car");
    filtered(crosstab, "in:a.en", "Bolt, Acme, Élan Car");
    assert_null(crosstab_filter_fault(crosstab));
    crosstab_free(crosstab);
}

static void test_only_here_in_turn(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    crosstab_filter(crosstab, "in:b.en company");
    assert_true(crosstab_cycle_only(crosstab));
    assert_string_equal(crosstab->filter, "company only:a.en");
    shows(crosstab, "Élan Car");
    assert_true(crosstab_cycle_only(crosstab));
    assert_string_equal(crosstab->filter, "company not:a.en");
    shows(crosstab, "");
    assert_true(crosstab_cycle_only(crosstab));
    assert_string_equal(crosstab->filter, "company");
    crosstab_across(crosstab, 1);
    crosstab_cycle_only(crosstab);
    crosstab_across(crosstab, 1);
    crosstab_cycle_only(crosstab);
    assert_string_equal(crosstab->filter, "company only:b.en");
    crosstab_edge(crosstab, false);
    assert_false(crosstab_cycle_only(crosstab));
    assert_string_equal(crosstab->filter, "company only:b.en");
    crosstab_free(crosstab);
}

/* An id may have blanks and quotes: what the key writes into the filter is understood again. */
static void test_only_here_with_strange_ids(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = crosstab_new("");
    size_t one = add_row(crosstab, "One", "", "", 0, "");
    size_t two = add_row(crosstab, "Two", "", "", 0, "");
    crosstab_column(crosstab, &(struct crosstab_article){ 0, "two words", "", "", "" });
    crosstab_put(crosstab, one, 1);
    crosstab_column(crosstab, &(struct crosstab_article){ 1, "a \"quote\"", "", "", "" });
    crosstab_put(crosstab, two, 1);
    crosstab_complete(crosstab);
    crosstab_cycle_only(crosstab);
    shows(crosstab, "One");
    assert_null(crosstab_filter_fault(crosstab));
    crosstab_across(crosstab, 1);
    crosstab_cycle_only(crosstab);
    shows(crosstab, "Two");
    crosstab_cycle_only(crosstab);
    shows(crosstab, "One");
    crosstab_cycle_only(crosstab);
    shows(crosstab, "One, Two");
    crosstab_free(crosstab);
}

static void test_searching(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    assert_true(crosstab_search(crosstab, "COMPANY", true));
    is_at(crosstab, "Acme", "a.en");
    assert_true(crosstab_search(crosstab, "company", true));
    is_at(crosstab, "Élan Car", "a.en");
    assert_true(crosstab_search(crosstab, "company", true));
    is_at(crosstab, "Acme", "a.en");
    assert_true(crosstab_search(crosstab, "company", false));
    is_at(crosstab, "Élan Car", "a.en");
    assert_false(crosstab_search(crosstab, "nobody", true));
    crosstab_free(crosstab);
}

/* The cell is in sight in whatever room there is, and so is its article's strip. */
static void test_the_cell_is_in_sight(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = crosstab_new("");
    char name[64];
    for (size_t i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "A rather long name, the %zuth of many", i);
        add_row(crosstab, name, "", "", 0, "");
    }
    for (size_t i = 0; i < 700; i++) {
        snprintf(name, sizeof name, "an-article-id-%zu.en", i);
        crosstab_column(crosstab, &(struct crosstab_article){ i, name, "", "en", "" });
        crosstab_put(crosstab, i % 300, i);
    }
    crosstab_complete(crosstab);
    static const int sizes[][2] = { { 21, 78 }, { 37, 118 }, { 7, 38 }, { 1, 1 }, { 2, 5 },
                                    { 5, 200 } };
    static const size_t places[][2] = { { 0, 0 }, { 299, 699 }, { 150, 350 }, { 0, 699 },
                                        { 299, 0 } };
    for (size_t i = 0; i < 6; i++) {
        crosstab_resize(crosstab, sizes[i][0], sizes[i][1]);
        const struct crosstab_shape *shape = &crosstab->shape;
        assert_true(shape->rows >= 1 && shape->columns >= 1);
        if (sizes[i][0] > 2)
            assert_true(shape->heads + shape->rows + shape->strips + (shape->strips > 0) <=
                        sizes[i][0]);
        for (size_t place = 0; place < 5; place++) {
            crosstab_go(crosstab, places[place][0]);
            crosstab_edge(crosstab, false);
            crosstab_across(crosstab, (long)places[place][1] + 1);
            assert_int_equal(crosstab->current, places[place][0]);
            assert_in_range(crosstab->current - crosstab->top, 0, shape->rows - 1);
            assert_in_range(crosstab->column - 1 - crosstab->left, 0, shape->columns - 1);
            size_t strip = crosstab_first_strip(crosstab);
            if (shape->strips > 0)
                assert_in_range(crosstab->column - 1 - strip, 0, shape->strips - 1);
        }
    }
    crosstab_free(crosstab);
}

static void test_clicking(void **unused)
{
    (void)unused;
    struct crosstab *crosstab = mills();
    const struct crosstab_shape *shape = &crosstab->shape;
    int left = shape->name + shape->second + shape->type + shape->total;
    assert_true(crosstab_click(crosstab, 2, left + shape->cell));
    is_at(crosstab, "Acme", "a.zh");
    assert_true(crosstab_click(crosstab, 1, 0));
    is_at(crosstab, "Bolt", NULL);
    assert_false(crosstab_click(crosstab, 0, left));
    assert_false(crosstab_click(crosstab, 5, left));
    is_at(crosstab, "Bolt", NULL);
    crosstab_free(crosstab);
}

/* What was counted anew stands in the table's place: the reader's cell, filter and order stay. */
static void test_following_an_older_table(void **unused)
{
    (void)unused;
    struct crosstab *old = mills();
    crosstab_filter(old, "in:en");
    crosstab_sort(old, CROSSTAB_BY_NAME);
    assert_true(crosstab_seek(old, "Élan Car", "b.en"));
    struct crosstab *crosstab = mills();
    crosstab_follow(crosstab, old);
    crosstab_free(old);
    shows(crosstab, "Acme, Bolt, Élan Car");
    is_at(crosstab, "Élan Car", "b.en");
    assert_int_equal(crosstab->area_columns, 60);
    crosstab_free(crosstab);
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
