/* Which sentences a link takes, what is told again elsewhere, and who owns a sentence. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "align/alignment.h"
#include "align/links.h"

#define SENTENCES 6

struct texts {
    struct side side;
    struct clues clues;
    struct candidates candidates;
    struct links links;
};

static void begin(struct texts *texts)
{
    *texts = (struct texts){ .side = { .count = SENTENCES } };
    texts->clues.source.side = texts->clues.target.side = &texts->side;
    texts->candidates.clues = &texts->clues;
    links_begin(&texts->links, &texts->candidates, NULL, NULL);
}

static void also(struct texts *texts, uint32_t source, uint32_t target)
{
    links_also(&texts->links, &(struct candidate){ .source = source, .target = target }, 0.9F);
}

static void tells_again_what_is_linked(void **state)
{
    struct texts texts;
    (void)state;
    begin(&texts);
    links_add(&texts.links, &(struct candidate){ .source = 1, .target = 2 }, 0.9F);
    also(&texts, 4, 2);
    assert_int_equal(texts.links.count, 2);
    assert_true(texts.links.items[1].also);
    assert_int_equal(texts.links.source_link[4], 1);
    assert_int_equal(texts.links.target_link[2], 0); /* stays where it was told first */
    also(&texts, 1, 5);
    assert_int_equal(texts.links.target_link[5], 2);
    links_free(&texts.links);
}

static void tells_nothing_too_often(void **state)
{
    struct texts texts;
    (void)state;
    begin(&texts);
    links_add(&texts.links, &(struct candidate){ .source = 0, .target = 0 }, 0.9F);
    for (uint32_t i = 1; i < SENTENCES; i++)
        also(&texts, i, 0);
    assert_int_equal(texts.links.count, 1 + LINKS_ALSO);
    /* Both are linked: there is nothing to tell again. */
    also(&texts, 1, 0);
    assert_int_equal(texts.links.count, 1 + LINKS_ALSO);
    links_free(&texts.links);
}

static void finds_the_owner(void **state)
{
    struct alignment_item items[] = {
        { .a = 0, .a_count = 1, .b = 3, .b_count = 1, .kind = ALIGNED_ALSO_A },
        { .a = 1, .a_count = 1, .b = 3, .b_count = 1, .kind = ALIGNED_SAME },
        { .a = 1, .a_count = 1, .b = 5, .b_count = 1, .kind = ALIGNED_ALSO_B },
    };
    struct alignment alignment = { .items = items, .count = 3 };
    char name[ALIGNED_NAME];
    (void)state;
    assert_int_equal(alignment_with_a(&alignment, 0), 0);
    assert_int_equal(alignment_with_b(&alignment, 3), 1);
    assert_int_equal(alignment_with_a(&alignment, 1), 1);
    assert_int_equal(alignment_with_b(&alignment, 5), 2);
    assert_int_equal(alignment_with_b(&alignment, 4), 3);
    assert_string_equal(alignment_item_name(&items[0], name), "also");
    assert_string_equal(alignment_item_name(&items[2], name), "also");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_again_what_is_linked),
        cmocka_unit_test(tells_nothing_too_often),
        cmocka_unit_test(finds_the_owner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
