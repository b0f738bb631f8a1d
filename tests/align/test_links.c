/* Which sentences a link takes, what is told again elsewhere, and who owns a sentence. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "align/alignment.h"
#include "align/common_words.h"
#include "align/links.h"
#include "align/version.h"

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

/* One pair of what is all of both texts: whether they share a word, a long number, or two Han characters. */
static void tells_what_shares_no_word(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t lacking;
    } cases[] = {
        { "The ferry sank in the bay.", "In the storm a ferry was lost.", 0 },
        { "The ferry sank in the bay.", "In the storm the boat was lost.", 1 },
        { "The town burned to the ground.", "The fire was set to burn the roof.", 0 },
        { "The Ports of the north.", "A port was shut in the south.", 0 },
        { "The bay was wide.", "A bay is in the south, so it was shut.", 1 },
        { "The port was wide.", "The transport was in the south.", 1 },
        { "The transport was wide.", "The port is in the south.", 1 },
        { "The part was wide.", "The depart was in the south.", 1 },
        { "They said which was about them.", "The two said which would be about it.", 1 },
        { "Ferries sank in March of the year.", "The storm was gone by March.", 1 },
        { "The bill was 12345 in all.", "He is to get 12345 of the sum.", 0 },
        { "The bill was 2026 in all.", "He is to get 2026 of the sum.", 1 },
        { "The bill was 12345 in all.", "He is to get 912345 of the sum.", 0 },
        { "The bill was 1234567 in all.", "He is to get 12345 of the sum.", 1 },
        { "渡轮在港口沉没。", "港口一片混乱。", 0 },
        { "渡轮在港口沉没。", "港湾一片混乱。", 1 },
        { "渡轮在港。口沉", "港口一片混乱。", 1 },
        { "阿里的Ferry沉没了。", "一片混乱的Ferry。", 0 },
        { "渡轮沉没。", "The ferry sank in the bay.", 0 },
        { "Le bac a coul\xC3\xA9 hier.", "Un navire a disparu.", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct version a = version_of(cases[i].a), b = version_of(cases[i].b);
        struct alignment_item items[] = {
            { .a_count = 1, .b_count = 1, .kind = ALIGNED_SAME },
            { .a_count = 1, .b_count = 0 },
            { .a_count = 0, .b_count = 1 },
            { .a_count = 1, .b_count = 1, .kind = ALIGNED_PINNED },
        };
        items[0].a_span = (struct span){ 0, strlen(cases[i].a) };
        items[0].b_span = (struct span){ 0, strlen(cases[i].b) };
        size_t lacking = common_words_lacking(&a.side, &b.side, &(struct alignment){ .items = items, .count = 4 });
        if (lacking != cases[i].lacking)
            fail_msg("%s / %s: %zu", cases[i].a, cases[i].b, lacking);
        free(a.items);
        free(b.items);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_again_what_is_linked),
        cmocka_unit_test(tells_nothing_too_often),
        cmocka_unit_test(finds_the_owner),
        cmocka_unit_test(tells_what_shares_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
