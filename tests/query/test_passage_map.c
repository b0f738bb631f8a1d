#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "query/passage_map.h"
#include "base/vector.h"

static void add(struct alignment *alignment, struct span a, struct span b)
{
    VECTOR_PUSH(alignment, (struct alignment_item){ .a_count = a.end > a.start,
                                                    .b_count = b.end > b.start,
                                                    .a_span = a,
                                                    .b_span = b });
}

/* Sentences are ten bytes long. A: 0 1 2 3 4 5, B: 0 1 2 3 4.
 * 0-0, 1+2-1, 3 alone, B2 alone, 4-4 moved, 5-3. */
static struct passage_map made(void)
{
    struct passage_map hinge = { 0 };
    struct alignment alignment = { 0 };
    add(&alignment, (struct span){ 0, 10 }, (struct span){ 0, 10 });
    add(&alignment, (struct span){ 10, 29 }, (struct span){ 10, 20 });
    add(&alignment, (struct span){ 30, 40 }, (struct span){ 20, 20 });
    add(&alignment, (struct span){ 40, 40 }, (struct span){ 20, 30 });
    add(&alignment, (struct span){ 40, 50 }, (struct span){ 40, 50 });
    add(&alignment, (struct span){ 50, 60 }, (struct span){ 30, 40 });
    passage_map_take(&hinge, &alignment);
    return hinge;
}

/* Start of the counterpart of an offset. */
static size_t opposite(const struct passage_map *hinge, int side, size_t offset)
{
    size_t at = passage_map_at(hinge, side, offset);
    return passage_map_span(&hinge->alignment.items[at], 1 - side).start;
}

static void counterparts_both_ways(void **state)
{
    (void)state;
    struct passage_map hinge = made();
    assert_int_equal(opposite(&hinge, 0, 5), 0);
    assert_int_equal(opposite(&hinge, 0, 12), 10);
    assert_int_equal(opposite(&hinge, 0, 25), 10);
    assert_int_equal(opposite(&hinge, 0, 29), 10); /* the blank between two sentences */
    assert_int_equal(opposite(&hinge, 0, 45), 40);
    assert_int_equal(opposite(&hinge, 0, 1000), 30);
    assert_int_equal(opposite(&hinge, 1, 15), 10);
    assert_int_equal(opposite(&hinge, 1, 35), 50);
    assert_int_equal(opposite(&hinge, 1, 49), 40);
    passage_map_free(&hinge);
}

static void gaps_say_where_the_other_goes_on(void **state)
{
    (void)state;
    struct passage_map hinge = made();
    size_t at = passage_map_at(&hinge, 0, 33);
    assert_false(passage_map_has(&hinge.alignment.items[at], 1));
    assert_int_equal(opposite(&hinge, 0, 33), 20);
    at = passage_map_at(&hinge, 1, 20);
    assert_false(passage_map_has(&hinge.alignment.items[at], 0));
    assert_int_equal(opposite(&hinge, 1, 20), 40);
    passage_map_free(&hinge);
}

static void unmatched_passages_are_walked(void **state)
{
    (void)state;
    struct passage_map hinge = made();
    size_t at = passage_map_unmatched(&hinge, 0, 0, true);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 30);
    assert_int_equal(passage_map_unmatched(&hinge, 0, 30, true), HINGE_NONE);
    assert_int_equal(passage_map_unmatched(&hinge, 0, 30, false), HINGE_NONE);
    at = passage_map_unmatched(&hinge, 0, 55, false);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 30);
    at = passage_map_unmatched(&hinge, 1, 0, true);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 1).start, 20);
    passage_map_free(&hinge);
}

static void a_run_of_gaps_is_one_stop(void **state)
{
    (void)state;
    struct passage_map hinge = { 0 };
    struct alignment alignment = { 0 };
    for (size_t i = 0; i < 6; i++)
        add(&alignment, (struct span){ i * 10, i * 10 + 10 },
            (struct span){ 0, i == 2 ? 9 : 0 });
    passage_map_take(&hinge, &alignment);
    size_t at = passage_map_unmatched(&hinge, 0, 0, true);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 30);
    assert_int_equal(passage_map_unmatched(&hinge, 0, 30, true), HINGE_NONE);
    at = passage_map_unmatched(&hinge, 0, 45, false);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 30);
    at = passage_map_unmatched(&hinge, 0, 30, false);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 0);
    passage_map_free(&hinge);
}

static void shared_passages_are_walked_and_counted(void **state)
{
    (void)state;
    struct passage_map hinge = made();
    size_t count;
    assert_int_equal(passage_map_number(&hinge, 0, 25, &count), 2);
    assert_int_equal(count, 4);
    assert_int_equal(passage_map_number(&hinge, 0, 33, &count), 0); /* told on this side alone */
    assert_int_equal(passage_map_number(&hinge, 1, 35, &count), 3);
    assert_int_equal(count, 4);
    size_t at = passage_map_shared(&hinge, 0, 12, true);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 40);
    at = passage_map_shared(&hinge, 0, 33, false);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 10);
    assert_int_equal(passage_map_shared(&hinge, 0, 0, false), HINGE_NONE);
    assert_int_equal(passage_map_shared(&hinge, 0, 50, true), HINGE_NONE);
    at = passage_map_near(&hinge, 0, 31);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 10);
    at = passage_map_near(&hinge, 0, 37);
    assert_int_equal(passage_map_span(&hinge.alignment.items[at], 0).start, 40);
    struct spans shared = { 0 };
    passage_map_collect(&hinge, 0, (struct span){ 25, 45 }, &shared);
    assert_int_equal(shared.count, 2);
    assert_int_equal(shared.items[0].start, 10);
    assert_int_equal(shared.items[1].start, 40);
    spans_free(&shared);
    passage_map_free(&hinge);
}

static void a_second_telling_counts_on_its_own_side(void **state)
{
    (void)state;
    struct passage_map hinge = { 0 };
    struct alignment alignment = { 0 };
    size_t count;
    add(&alignment, (struct span){ 0, 10 }, (struct span){ 0, 10 });
    add(&alignment, (struct span){ 10, 20 }, (struct span){ 0, 10 });
    alignment.items[1].kind = ALIGNED_ALSO_A;
    passage_map_take(&hinge, &alignment);
    assert_int_equal(passage_map_number(&hinge, 0, 15, &count), 2);
    assert_int_equal(count, 2);
    assert_int_equal(passage_map_number(&hinge, 1, 5, &count), 1);
    assert_int_equal(count, 1);
    passage_map_free(&hinge);
}

static void nothing_at_all(void **state)
{
    (void)state;
    struct passage_map hinge = { 0 };
    struct alignment alignment = { 0 };
    passage_map_take(&hinge, &alignment);
    assert_int_equal(passage_map_at(&hinge, 0, 0), HINGE_NONE);
    assert_int_equal(passage_map_unmatched(&hinge, 1, 0, true), HINGE_NONE);
    size_t count;
    assert_int_equal(passage_map_number(&hinge, 0, 0, &count), 0);
    assert_int_equal(count, 0);
    assert_int_equal(passage_map_near(&hinge, 0, 0), HINGE_NONE);
    struct spans shared = { 0 };
    passage_map_collect(&hinge, 0, (struct span){ 0, 10 }, &shared);
    assert_int_equal(shared.count, 0);
    passage_map_free(&hinge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counterparts_both_ways),
        cmocka_unit_test(gaps_say_where_the_other_goes_on),
        cmocka_unit_test(unmatched_passages_are_walked),
        cmocka_unit_test(shared_passages_are_walked_and_counted),
        cmocka_unit_test(a_second_telling_counts_on_its_own_side),
        cmocka_unit_test(a_run_of_gaps_is_one_stop),
        cmocka_unit_test(nothing_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
