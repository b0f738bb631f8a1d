#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "query/mention_index.h"
#include "library/scratch.h"
#include "text/width.h"

struct fixture {
    struct collection *collection;
    struct gazetteer *gazetteer;
    struct census *census;
};

static int begin(void **state)
{
    static struct fixture fixture;
    scratch_make();
    scratch_file("collection.yaml", "title: Mills\n");
    scratch_file("articles/one.en.md", "---\ntitle: One\nstory: mill\n---\nAcme and Bolt. Acme!\n");
    scratch_file("articles/one.zh.md", "---\ntitle: 一\nstory: mill\n---\n埃克米。\n");
    scratch_file("articles/two.en.md", "Nobody.\n");
    scratch_file("entities/acme.md", "---\nnames: { en: Acme, zh: 埃克米 }\ntype: company\n---\n");
    scratch_file("entities/bolt.md", "---\nnames: { en: Bolt }\ntype: person\n---\n");
    fixture.collection = collection_open(scratch_path("."), NULL, NULL);
    assert_non_null(fixture.collection);
    fixture.gazetteer =
        gazetteer_new(&(struct gazetteer_sources){ .collection = fixture.collection });
    fixture.census = census_new(fixture.collection, fixture.gazetteer);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    census_free(fixture->census);
    gazetteer_free(fixture->gazetteer);
    collection_free(fixture->collection);
    scratch_remove();
    return 0;
}

/* Entities are in the order of their notes' ids. */
enum { ACME, BOLT };

static void assert_count(const struct census *census, uint32_t entity, size_t mentions,
                         size_t articles)
{
    struct census_count count = census_count(census, entity);
    assert_int_equal(count.mentions, mentions);
    assert_int_equal(count.articles, articles);
}

static void test_counts_grow_step_by_step(void **state)
{
    struct fixture *fixture = *state;
    assert_count(fixture->census, ACME, 0, 0);
    assert_true(census_step(fixture->census));
    assert_false(census_is_done(fixture->census));
    assert_count(fixture->census, ACME, 2, 1);
    census_finish(fixture->census);
    assert_false(census_step(fixture->census));
    assert_count(fixture->census, ACME, 3, 2);
    assert_count(fixture->census, BOLT, 1, 1);
}

static void test_places_by_article(void **state)
{
    struct fixture *fixture = *state;
    census_finish(fixture->census);
    size_t count;
    const struct census_article *articles = census_articles(fixture->census, &count);
    assert_int_equal(count, 3);
    size_t at = census_by_id(fixture->census, "one.en");
    assert_string_equal(articles[at].title, "One");
    assert_int_equal(census_count_in(&articles[at], ACME), 2);
    assert_int_equal(census_first_in(&articles[at], BOLT)->start, 9);
    assert_null(census_first_in(&articles[census_by_id(fixture->census, "two.en")], ACME));
    assert_int_equal(census_by_id(fixture->census, "no.such"), 3);
}

static void test_a_changed_file_is_counted_anew(void **state)
{
    struct fixture *fixture = *state;
    census_finish(fixture->census);
    assert_false(census_look(fixture->census, 100));
    unsigned long age = census_age(fixture->census);
    scratch_file("articles/two.en.md", "Now Bolt is here.\n");
    assert_true(census_look(fixture->census, 100));
    assert_true(census_age(fixture->census) > age);
    assert_count(fixture->census, BOLT, 2, 2);
    assert_int_equal(remove(scratch_path("articles/one.en.md")), 0);
    assert_true(census_look(fixture->census, 100));
    assert_count(fixture->census, BOLT, 1, 1);
    assert_count(fixture->census, ACME, 1, 1);
}

static void test_looking_goes_on_where_it_stopped(void **state)
{
    struct fixture *fixture = *state;
    census_finish(fixture->census);
    scratch_file("articles/one.en.md", "Empty now.\n");
    bool seen = false;
    for (int i = 0; i < 3 && !seen; i++)
        seen = census_look(fixture->census, 1);
    assert_true(seen);
}

static void test_a_file_of_no_collection(void **state)
{
    struct fixture *fixture = *state;
    scratch_file("loose.txt", "Bolt, Bolt and Bolt.\n");
    census_add(fixture->census, scratch_path("loose.txt"), "loose.txt");
    census_add(fixture->census, scratch_path("loose.txt"), "loose.txt");
    census_finish(fixture->census);
    assert_count(fixture->census, BOLT, 4, 2);
}

int main(void)
{
    width_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_counts_grow_step_by_step, begin, end),
        cmocka_unit_test_setup_teardown(test_places_by_article, begin, end),
        cmocka_unit_test_setup_teardown(test_a_changed_file_is_counted_anew, begin, end),
        cmocka_unit_test_setup_teardown(test_looking_goes_on_where_it_stopped, begin, end),
        cmocka_unit_test_setup_teardown(test_a_file_of_no_collection, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
