/* test_timeline: statements of several articles in order, and which are of one event. */
#include "query/timeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "doc/reader.h"

static void add(struct timeline *timeline, const char *id, const char *text)
{
    const struct mentions none = { 0 };
    struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
    timeline_add(timeline, id, document, &none, NULL);
    document_free(document);
}

static const char a_text[] = "The port opened on 3 June 2013.";
static const char b_text[] = "The port opened on 4 June 2013. It burned in 2015.";

/* Linked passages are of one event whatever their dates; a date that cannot be the other differs. */
static void passages_that_are_linked(void **state)
{
    (void)state;
    struct timeline timeline = { 0 };
    add(&timeline, "a", a_text);
    add(&timeline, "b", b_text);
    const struct timeline_link link = { { 0, 1 }, { { 0, sizeof a_text - 1 }, { 0, 31 } } };
    timeline_link(&timeline, &link);
    timeline_finish(&timeline);
    assert_int_equal(timeline.count, 3);
    assert_int_equal(timeline.events, 2);
    assert_int_equal(timeline.items[0].event, timeline.items[1].event);
    assert_true(timeline_differ(&timeline.items[0], &timeline.items[1]));
    timeline_free(&timeline);
}

/* Without a link they are two; a passage with two dates links nothing. */
static void passages_that_are_not(void **state)
{
    (void)state;
    struct timeline timeline = { 0 };
    add(&timeline, "a", a_text);
    add(&timeline, "b", b_text);
    const struct timeline_link link = { { 0, 1 },
                                        { { 0, sizeof a_text - 1 }, { 0, sizeof b_text - 1 } } };
    timeline_link(&timeline, &link);
    timeline_finish(&timeline);
    assert_int_equal(timeline.events, 3);
    timeline_free(&timeline);
}

/* A month does not differ from a day in it, nor what has no year from anything. */
static void dates_that_agree(void **state)
{
    (void)state;
    struct timeline timeline = { 0 };
    add(&timeline, "a", "The port opened in June 2013. It closed on 4 June 2013.");
    add(&timeline, "b", "It burned in March.");
    timeline_finish(&timeline);
    assert_int_equal(timeline.count, 3);
    assert_false(timeline_differ(&timeline.items[0], &timeline.items[1]));
    assert_false(timeline_differ(&timeline.items[0], &timeline.items[2]));
    timeline_free(&timeline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_that_are_linked),
        cmocka_unit_test(passages_that_are_not),
        cmocka_unit_test(dates_that_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
