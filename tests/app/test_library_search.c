/* Searching a library of many articles: what is said of queries and indexes that are no good. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <inttypes.h>
#include <locale.h>
#include <unistd.h>

#include "app/room_of.h"
#include "base/hash.h"
#include "query/search_engine.h"
#include "query/search_library.h"
#include "session/parts.h"

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

/* ---- in the room ---- */

static struct session *open_room(const char *cache)
{
    struct error error = { "" };
    static char folders[3][2048];
    strcpy(folders[0], scratch_path("many"));
    strcpy(folders[1], scratch_path("data"));
    strcpy(folders[2], scratch_path("config"));
    struct session_setup setup = {
        .commands = &command_all, .collection = folders[0], .data_folder = folders[1], .config_folder = folders[2],
        .cache_folder = cache, .fresh = true, .utf8 = true, .colors = 256, .rows = 24, .columns = 80,
    };
    struct session *session = session_new(&setup, &error);
    assert_non_null(session);
    return session;
}

static void work_on(struct session *session)
{
    for (int i = 0; i < 1000 && session_timeout(session) == 0; i++)
        (void)session_tick(session);
}

/* Number of hits that the room says it has found. */
static int hits_of(struct session *session, const char *words)
{
    char *line = xasprintf("search-library %s", words);
    command_run_line(session, line, 1, false);
    free(line);
    work_on(session);
    const char *text = buffer_text(&session->message.text);
    return strstr(text, "not found") != NULL ? 0 : atoi(text);
}

/* Until its thread is done. */
static void wait_for_index(struct session *session)
{
    (void)library_index_part.poll(session, true);
}

/* The cache of a library that nobody has read yet; caller frees it. */
static char *make_library(void)
{
    scratch_make();
    write_many();
    scratch_file("data/.keep", "");
    scratch_file("config/.keep", "");
    return xstrdup(scratch_path("cache"));
}

/* The first search reads, and begins an index; what has one finds the same, also where files have
 * changed. */
static void the_room_searches_by_an_index(void **state)
{
    (void)state;
    char *cache = make_library();
    struct session *session = open_room(cache);
    assert_int_equal(hits_of(session, "lighthouse"), 1);
    wait_for_index(session);
    assert_int_equal(hits_of(session, "ferries"), SEARCH_INDEX_LEAST - 1);
    assert_int_equal(hits_of(session, "lighthouse"), 1);
    assert_int_equal(hits_of(session, "lighthouse -a"), 0);
    scratch_file("many/7.txt", "Two lighthouses.\n");
    assert_int_equal(hits_of(session, "lighthouse"), 2);
    wait_for_index(session);
    assert_int_equal(hits_of(session, "lighthouse"), 2);
    assert_int_equal(hits_of(session, "ferry"), SEARCH_INDEX_LEAST - 2);
    char *real = realpath(scratch_path("many"), NULL);
    char *name = xasprintf("cache/search-%016" PRIx64 ".db", hash_checksum(real, strlen(real)));
    assert_int_equal(unlink(scratch_path(name)), 0); /* may be deleted at any time */
    assert_int_equal(hits_of(session, "lighthouse"), 2);
    session_free(session);
    free(real);
    free(name);
    free(cache);
    scratch_remove();
}

/* All write to one index, one after the other, and see what the others have written. */
static void two_rooms_and_a_job_share_a_library(void **state)
{
    (void)state;
    char *cache = make_library();
    struct session *one = open_room(cache), *other = open_room(cache);
    assert_int_equal(hits_of(one, "lighthouse"), 1);
    assert_int_equal(hits_of(other, "lighthouse"), 1);
    scratch_file("many/7.txt", "Two lighthouses.\n");
    assert_int_equal(search(cache), 2);
    wait_for_index(one);
    wait_for_index(other);
    scratch_file("many/8.txt", "Three lighthouses.\n");
    assert_int_equal(hits_of(one, "lighthouse"), 3);
    wait_for_index(one);
    assert_int_equal(unlink(scratch_path("many/7.txt")), 0);
    assert_int_equal(hits_of(other, "lighthouse"), 2);
    assert_int_equal(search(cache), 2);
    assert_int_equal(hits_of(one, "ferry"), SEARCH_INDEX_LEAST - 3);
    assert_string_equal(last.text, "");
    session_free(one);
    session_free(other);
    free(cache);
    scratch_remove();
}

static void an_engine_is_not_waited_for_for_ever(void **state)
{
    (void)state;
    struct error error;
    struct engine_hits hits = { .items = NULL };
    struct search_engine *engine = search_engine_start("sleep", "1000", 50);
    assert_true(search_engine_poll(engine, true, NULL, NULL));
    assert_false(search_engine_hits(engine, NULL, &hits, &error));
    assert_string_equal(error.text, "search-engine: sleep: takes longer than 50 ms");
    search_engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_endless_query_is_refused),
        cmocka_unit_test(a_damaged_index_is_told_of),
        cmocka_unit_test(an_index_without_a_folder_is_none),
        cmocka_unit_test(the_room_searches_by_an_index),
        cmocka_unit_test(two_rooms_and_a_job_share_a_library),
        cmocka_unit_test(an_engine_is_not_waited_for_for_ever),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
