#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/hinge.h"

/* Sentences are ten bytes long. A: 0 1 2 3 4 5, B: 0 1 2 3 4.
 * 0-0, 1+2-1, 3 alone, B2 alone, 4-4 moved, 5-3. */
static struct hinge made(void)
{
    struct hinge hinge = { 0 };
    hinge_add(&hinge, (struct hinge_pair){ { { 50, 60 }, { 30, 40 } }, 0.9f, HINGE_SAME, false, 0, 0 });
    hinge_add(&hinge, (struct hinge_pair){ { { 0, 10 }, { 0, 10 } }, 0.9f, HINGE_SAME, false, 0, 0 });
    hinge_add_evidence(&hinge, (struct hinge_evidence){ { { 2, 5 }, { 1, 4 } }, EVIDENCE_NAME });
    hinge_add_evidence(&hinge, (struct hinge_evidence){ { { 6, 8 }, { 5, 7 } }, EVIDENCE_TERM });
    hinge_add(&hinge, (struct hinge_pair){ { { 30, 40 }, { 20, 20 } }, 0.5f, HINGE_GAP, false, 0, 0 });
    hinge_add(&hinge, (struct hinge_pair){ { { 10, 29 }, { 10, 20 } }, 0.9f, HINGE_SAME, false, 0, 0 });
    hinge_add(&hinge, (struct hinge_pair){ { { 40, 40 }, { 20, 30 } }, 0.5f, HINGE_GAP, false, 0, 0 });
    hinge_add(&hinge, (struct hinge_pair){ { { 40, 50 }, { 40, 50 } }, 0.4f, HINGE_PARTIAL, true, 0, 0 });
    hinge_settle(&hinge);
    return hinge;
}

/* Start of the counterpart of an offset. */
static size_t opposite(const struct hinge *hinge, int side, size_t offset)
{
    size_t at = hinge_at(hinge, side, offset);
    return hinge->items[at].span[1 - side].start;
}

static void counterparts_both_ways(void **state)
{
    (void)state;
    struct hinge hinge = made();
    assert_int_equal(opposite(&hinge, 0, 5), 0);
    assert_int_equal(opposite(&hinge, 0, 12), 10);
    assert_int_equal(opposite(&hinge, 0, 25), 10);
    assert_int_equal(opposite(&hinge, 0, 29), 10); /* the blank between two sentences */
    assert_int_equal(opposite(&hinge, 0, 45), 40);
    assert_int_equal(opposite(&hinge, 0, 1000), 30);
    assert_int_equal(opposite(&hinge, 1, 15), 10);
    assert_int_equal(opposite(&hinge, 1, 35), 50);
    assert_int_equal(opposite(&hinge, 1, 49), 40);
    hinge_free(&hinge);
}

static void gaps_say_where_the_other_goes_on(void **state)
{
    (void)state;
    struct hinge hinge = made();
    size_t at = hinge_at(&hinge, 0, 33);
    assert_true(hinge_is_gap(&hinge.items[at]));
    assert_int_equal(opposite(&hinge, 0, 33), 20);
    at = hinge_at(&hinge, 1, 20);
    assert_true(hinge_is_gap(&hinge.items[at]));
    assert_int_equal(opposite(&hinge, 1, 20), 40);
    hinge_free(&hinge);
}

static void evidence_stays_with_its_pair(void **state)
{
    (void)state;
    struct hinge hinge = made();
    const struct hinge_pair *pair = &hinge.items[hinge_at(&hinge, 0, 0)];
    assert_int_equal(pair->evidence_count, 2);
    assert_int_equal(hinge.evidence.items[pair->evidence + 1].kind, EVIDENCE_TERM);
    assert_int_equal(hinge.items[hinge_at(&hinge, 0, 55)].evidence_count, 0);
    hinge_free(&hinge);
}

static void unmatched_passages_are_walked(void **state)
{
    (void)state;
    struct hinge hinge = made();
    size_t at = hinge_unmatched(&hinge, 0, 0, true);
    assert_int_equal(hinge.items[at].span[0].start, 30);
    assert_int_equal(hinge_unmatched(&hinge, 0, 30, true), HINGE_NONE);
    assert_int_equal(hinge_unmatched(&hinge, 0, 30, false), HINGE_NONE);
    at = hinge_unmatched(&hinge, 0, 55, false);
    assert_int_equal(hinge.items[at].span[0].start, 30);
    at = hinge_unmatched(&hinge, 1, 0, true);
    assert_int_equal(hinge.items[at].span[1].start, 20);
    hinge_free(&hinge);
}

static void a_run_of_gaps_is_one_stop(void **state)
{
    (void)state;
    struct hinge hinge = { 0 };
    for (size_t i = 0; i < 6; i++)
        hinge_add(&hinge, (struct hinge_pair){ { { i * 10, i * 10 + 10 }, { 0, i == 2 ? 9 : 0 } },
                                               0, i == 2 ? HINGE_SAME : HINGE_GAP, false, 0, 0 });
    hinge_settle(&hinge);
    size_t at = hinge_unmatched(&hinge, 0, 0, true);
    assert_int_equal(hinge.items[at].span[0].start, 30);
    assert_int_equal(hinge_unmatched(&hinge, 0, 30, true), HINGE_NONE);
    at = hinge_unmatched(&hinge, 0, 45, false);
    assert_int_equal(hinge.items[at].span[0].start, 30);
    at = hinge_unmatched(&hinge, 0, 30, false);
    assert_int_equal(hinge.items[at].span[0].start, 0);
    hinge_free(&hinge);
}

static void nothing_at_all(void **state)
{
    (void)state;
    struct hinge hinge = { 0 };
    hinge_settle(&hinge);
    assert_int_equal(hinge_at(&hinge, 0, 0), HINGE_NONE);
    assert_int_equal(hinge_unmatched(&hinge, 1, 0, true), HINGE_NONE);
    hinge_free(&hinge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counterparts_both_ways),
        cmocka_unit_test(gaps_say_where_the_other_goes_on),
        cmocka_unit_test(evidence_stays_with_its_pair),
        cmocka_unit_test(unmatched_passages_are_walked),
        cmocka_unit_test(a_run_of_gaps_is_one_stop),
        cmocka_unit_test(nothing_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
