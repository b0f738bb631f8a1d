/* Searching a library of many articles: what is said of queries and indexes that are no good. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <inttypes.h>
#include <locale.h>

#include "app/room_of.h"
#include "base/hash.h"
#include "query/search_library.h"

static struct error last;

static void complain(void *data, const struct error *error)
{
    (void)data;
    last = *error;
}

static void an_endless_query_is_refused(void **state)
{
    (void)state;
    struct error error;
    struct buffer words = { 0 };
    while (words.length < 20000)
        buffer_add_text(&words, "word -OR\" ");
    assert_null(search_query_new(buffer_text(&words), &error));
    assert_string_equal(error.text, "search: this is longer than the 16 KiB that a query may have");
    buffer_free(&words);
}

static void write_many(void)
{
    char name[32];
    for (int i = 0; i < SEARCH_INDEX_LEAST; i++) {
        snprintf(name, sizeof name, "many/%d.txt", i);
        scratch_file(name, i == 0 ? "A lighthouse.\n" : "A ferry.\n");
    }
}

static size_t search(const char *cache)
{
    struct error error;
    struct search_results results;
    struct collection *collection = collection_open(scratch_path("many"), NULL, NULL, &error);
    struct search_query *query = search_query_new("lighthouses", &error);
    struct search_job job = { .collection = collection, .cache_folder = cache, .complain = complain };
    last.text[0] = '\0';
    assert_true(collection_scan(collection, &error));
    assert_true(search_library(&job, query, &results));
    size_t count = results.count;
    search_results_free(&results);
    search_query_free(query);
    collection_free(collection);
    return count;
}

static void a_damaged_index_is_told_of(void **state)
{
    (void)state;
    scratch_make();
    write_many();
    char *cache = xstrdup(scratch_path("cache"));
    char *real = realpath(scratch_path("many"), NULL);
    assert_int_equal(search(cache), 1);
    assert_string_equal(last.text, "");
    char *name = xasprintf("cache/search-%016" PRIx64 ".db", hash_checksum(real, strlen(real)));
    scratch_file(name, "no database, but something else of some length, for a page of it: ........");
    assert_int_equal(search(cache), 1);
    assert_string_equal(last.text, "search: the index was damaged and is made anew");
    free(name);
    free(real);
    free(cache);
    scratch_remove();
}

static void an_index_without_a_folder_is_none(void **state)
{
    (void)state;
    struct error error;
    assert_null(search_index_open(NULL, ".", 0, &error));
    assert_string_equal(error.text, "there is no cache folder");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_endless_query_is_refused),
        cmocka_unit_test(a_damaged_index_is_told_of),
        cmocka_unit_test(an_index_without_a_folder_is_none),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
