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
    struct entity_index *entity_index;
    struct mention_index *mention_index;
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
    fixture.collection = collection_open(scratch_path("."), NULL, NULL, NULL);
    assert_non_null(fixture.collection);
    fixture.entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = fixture.collection });
    fixture.mention_index = mention_index_new(fixture.collection, fixture.entity_index, NULL);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    mention_index_free(fixture->mention_index);
    entity_index_free(fixture->entity_index);
    collection_free(fixture->collection);
    scratch_remove();
    return 0;
}

/* Entities are in the order of their notes' ids. */
enum { ACME, BOLT };

static void assert_count(const struct mention_index *mention_index, uint32_t entity,
                         size_t mentions, size_t articles)
{
    struct mention_index_count count = mention_index_count(mention_index, entity);
    assert_int_equal(count.mentions, mentions);
    assert_int_equal(count.articles, articles);
}

static void count_all(struct mention_index *mention_index)
{
    while (mention_index_step(mention_index))
        continue;
}

static void test_counts_grow_step_by_step(void **state)
{
    struct fixture *fixture = *state;
    assert_count(fixture->mention_index, ACME, 0, 0);
    assert_true(mention_index_step(fixture->mention_index));
    assert_false(mention_index_is_done(fixture->mention_index));
    assert_count(fixture->mention_index, ACME, 2, 1);
    count_all(fixture->mention_index);
    assert_false(mention_index_step(fixture->mention_index));
    assert_count(fixture->mention_index, ACME, 3, 2);
    assert_count(fixture->mention_index, BOLT, 1, 1);
}

static void test_places_by_article(void **state)
{
    struct fixture *fixture = *state;
    count_all(fixture->mention_index);
    size_t count;
    const struct mention_index_article *articles =
        mention_index_articles(fixture->mention_index, &count);
    assert_int_equal(count, 3);
    size_t at = mention_index_by_id(fixture->mention_index, "one.en");
    assert_string_equal(articles[at].title, "One");
    assert_int_equal(mention_index_count_in(&articles[at], ACME), 2);
    assert_int_equal(mention_index_first_in(&articles[at], BOLT)->start, 9);
    assert_null(mention_index_first_in(
        &articles[mention_index_by_id(fixture->mention_index, "two.en")], ACME));
    assert_int_equal(mention_index_by_id(fixture->mention_index, "no.such"), 3);
}

static void test_a_changed_file_is_counted_anew(void **state)
{
    struct fixture *fixture = *state;
    count_all(fixture->mention_index);
    assert_false(mention_index_look(fixture->mention_index, 100));
    unsigned long age = mention_index_age(fixture->mention_index);
    scratch_file("articles/two.en.md", "Now Bolt is here.\n");
    assert_true(mention_index_look(fixture->mention_index, 100));
    assert_true(mention_index_age(fixture->mention_index) > age);
    assert_count(fixture->mention_index, BOLT, 2, 2);
    assert_int_equal(remove(scratch_path("articles/one.en.md")), 0);
    assert_true(mention_index_look(fixture->mention_index, 100));
    assert_count(fixture->mention_index, BOLT, 1, 1);
    assert_count(fixture->mention_index, ACME, 1, 1);
}

static void test_looking_goes_on_where_it_stopped(void **state)
{
    struct fixture *fixture = *state;
    count_all(fixture->mention_index);
    scratch_file("articles/one.en.md", "Empty now.\n");
    bool seen = false;
    for (int i = 0; i < 3 && !seen; i++)
        seen = mention_index_look(fixture->mention_index, 1);
    assert_true(seen);
}

static void test_a_file_of_no_collection(void **state)
{
    struct fixture *fixture = *state;
    scratch_file("loose.txt", "Bolt, Bolt and Bolt.\n");
    mention_index_add(fixture->mention_index, scratch_path("loose.txt"), "loose.txt");
    mention_index_add(fixture->mention_index, scratch_path("loose.txt"), "loose.txt");
    count_all(fixture->mention_index);
    assert_count(fixture->mention_index, BOLT, 4, 2);
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
