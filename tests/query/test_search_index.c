/* The index gives the answers of a plain reading, number for number, whatever is asked in either
 * language; follows the files; and is made anew when it is damaged, gone or somebody else's. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <inttypes.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "notes/sql.h"
#include "query/search_library.h"
#include "test_scale.h"

#define ARTICLES 240
#define QUERIES 700

static uint32_t next_random(uint32_t *random)
{
    *random = *random * 1103515245u + 12345u;
    return *random >> 16;
}

static const char *const pieces[] = {
    "渡", "口", "铁", "鐵", "路", "开", "開", "通", "后", "來", "来", "渡", "口", "，", "。", "、",
    "ferry", "Ferries", "ferry", "opens", "opening", "opened", "bank", "banks", "Nestlé", "nestle",
    "37.6", "37", "6", "%", "37%", "5,000", "U.S.", "co-op", "coop", "C++", "don’t", "ＡＢＣ", "abc", "-",
    "B2B", "A", "股", "run", "ran", "running", "x_y", "\u00ADfer\u00ADry", " ", "\n\n", "\n", "“", "”", "generous",
    "generously", "universe", "university", "кот", "ﬁne", "fine", "straße", "STRASSE", "か", "が",
};

#define PIECES (sizeof pieces / sizeof *pieces)

/* Most pieces have a blank behind them, Han characters have none. */
static void add_pieces(uint32_t *random, size_t count, struct buffer *out)
{
    for (; count > 0; count--) {
        const char *piece = pieces[next_random(random) % PIECES];
        buffer_add_text(out, piece);
        if ((unsigned char)piece[0] < 0x80 ? next_random(random) % 5 > 0 : next_random(random) % 8 == 0)
            buffer_add_byte(out, ' ');
    }
}

static void write_article(uint32_t *random, size_t number)
{
    char name[64];
    struct buffer text = { 0 };
    snprintf(name, sizeof name, "c/%03zu.%s", number, number % 3 == 0 ? "md" : "txt");
    buffer_add_format(&text, "---\ntitle: Number %zu\nlang: %s\npublisher: P%zu\n---\n", number,
                      number % 2 == 0 ? "en" : "zh", number % 4);
    add_pieces(random, 1 + next_random(random) % 60, &text);
    buffer_add_byte(&text, '\n');
    scratch_file(name, buffer_text(&text));
    buffer_free(&text);
}

static void write_articles(uint32_t seed)
{
    uint32_t random = seed;
    for (size_t i = 0; i < ARTICLES; i++)
        write_article(&random, i);
}

static void make_word(uint32_t *random, struct buffer *out)
{
    static const char *const han[] = { "渡", "口", "铁", "鐵", "路", "开", "通", "来", "股" };
    uint32_t kind = next_random(random) % 10;
    if (kind < 4) {
        for (uint32_t i = next_random(random) % 4 + 1; i > 0; i--)
            buffer_add_text(out, han[next_random(random) % 9]);
    } else if (kind < 8) {
        buffer_add_text(out, pieces[16 + next_random(random) % (PIECES - 16)]);
    } else if (kind == 8) {
        static const char *const beginnings[] = { "fer*", "o*", "ba*", "渡*", "37*", "univer*", "b2*" };
        buffer_add_text(out, beginnings[next_random(random) % 7]);
    } else {
        buffer_add_byte(out, '"');
        add_pieces(random, 1 + next_random(random) % 3, out);
        buffer_add_byte(out, '"');
    }
}

static void make_query(uint32_t *random, struct buffer *out)
{
    static const char *const between[] = { " ", " ", " ", " OR ", " -", " NEAR ", " NEAR/2 ",
                                           " lang:zh ", " publisher:p1 " };
    buffer_truncate(out, 0);
    make_word(random, out);
    for (uint32_t i = next_random(random) % 3; i > 0; i--) {
        buffer_add_text(out, between[next_random(random) % 9]);
        make_word(random, out);
    }
}

static size_t complaints;

static void complain(void *data, const struct error *error)
{
    (void)error;
    (void)data;
    complaints++;
}

static struct collection *open_it(void)
{
    struct error error;
    struct collection *collection = collection_open(scratch_path("c"), NULL, NULL, &error);
    assert_non_null(collection);
    assert_true(collection_scan(collection, &error));
    return collection;
}

static struct search_results ask(struct collection *collection, const char *cache,
                                 struct search_query *query)
{
    struct search_results results;
    struct search_job job = { .collection = collection, .cache_folder = cache, .complain = complain };
    assert_true(search_library(&job, query, &results));
    return results;
}

/* Whether both ways give the same; the number of articles that answer. */
static size_t compare(struct collection *collection, const char *text)
{
    struct error error;
    char cache[2048];
    strcpy(cache, scratch_path("cache"));
    struct search_query *query = search_query_new(text, &error);
    if (query == NULL)
        return 0;
    struct search_results read = ask(collection, NULL, query), found = ask(collection, cache, query);
    if (read.count != found.count)
        fail_msg("%s: %zu are read, %zu found", text, read.count, found.count);
    for (size_t i = 0; i < read.count; i++) {
        if (read.items[i].article != found.items[i].article ||
            read.items[i].together != found.items[i].together ||
            read.items[i].score < found.items[i].score || read.items[i].score > found.items[i].score)
            fail_msg("%s: number %zu: %zu with %f is read, %zu with %f found", text, i,
                     read.items[i].article, read.items[i].score, found.items[i].article,
                     found.items[i].score);
    }
    size_t count = read.count;
    search_results_free(&read);
    search_results_free(&found);
    search_query_free(query);
    return count;
}

static void the_index_answers_as_a_reading_does(void **state)
{
    (void)state;
    uint32_t random = 11;
    size_t found = 0;
    struct buffer query = { 0 };
    complaints = 0;
    scratch_make();
    write_articles(5);
    struct collection *collection = open_it();
    /* One phrase more than once. */
    static const char *const alike[] = { "渡 OR 渡*", "ferry OR ferry*", "ferry -ferry", "渡 NEAR/2 渡", "ferry bank ferry" };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        found += compare(collection, alike[i]) > 0;
    size_t queries = test_share(QUERIES);
    for (size_t i = 0; i < queries; i++) {
        make_query(&random, &query);
        found += compare(collection, buffer_text(&query)) > 0;
    }
    assert_true(found > queries / 3);
    assert_int_equal(complaints, 0);
    buffer_free(&query);
    collection_free(collection);
    scratch_remove();
}

/* Entities are looked up in the texts; the index tells which. */
static void entities_are_found_alike(void **state)
{
    (void)state;
    static const char *const queries[] = { "entity:ferry-line", "entity:渡口 bank", "entity:\"Ferry Line\" -37",
                                           "开 entity:ferry-line", "-entity:ferry-line bank", "entity:nobody",
                                           "entity:ferry-line OR coop" };
    struct error error;
    char cache[2048];
    scratch_make();
    write_articles(12);
    scratch_file("n/collection.yaml", "title: N\n");
    scratch_file("n/entities/ferry-line.md", "---\nnames: {en: Ferry Line, zh: 渡口}\ntype: company\n"
                                             "aliases: [B2B, Nestlé]\nshort: [Ferry]\n---\n");
    scratch_file("c/x1.txt", "The Ferry Line ran. Nestlé, too.\n");
    scratch_file("c/x2.txt", "The Fer­ry Line is a coop.\n");
    strcpy(cache, scratch_path("cache"));
    struct collection *collection = open_it();
    struct entity_index *entities = entity_index_new(&(struct entity_index_sources){ NULL, scratch_path("n"), NULL, false });
    size_t found_any = 0;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_query *query = search_query_new(queries[i], &error);
        struct search_job job = { .collection = collection, .entities = entities, .complain = complain };
        struct search_results read, found;
        assert_true(search_library(&job, query, &read));
        job.cache_folder = cache;
        assert_true(search_library(&job, query, &found));
        if (read.count != found.count)
            fail_msg("%s: %zu are read, %zu found", queries[i], read.count, found.count);
        for (size_t k = 0; k < read.count; k++)
            assert_int_equal(read.items[k].article, found.items[k].article);
        found_any += read.count > 0;
        search_results_free(&read);
        search_results_free(&found);
        search_query_free(query);
    }
    assert_true(found_any >= 5);
    entity_index_free(entities);
    collection_free(collection);
    scratch_remove();
}

static size_t count_entity(struct collection *collection, const char *text)
{
    struct error error;
    char cache[2048];
    strcpy(cache, scratch_path("cache"));
    struct entity_index *entities = entity_index_new(&(struct entity_index_sources){ NULL, scratch_path("n"), NULL, false });
    struct search_query *query = search_query_new(text, &error);
    struct search_job job = { .collection = collection, .cache_folder = cache, .entities = entities,
                              .complain = complain };
    struct search_results found;
    (void)search_library(&job, query, &found);
    size_t count = found.count;
    search_results_free(&found);
    search_query_free(query);
    entity_index_free(entities);
    return count;
}

/* Where an entity stands is read once: the texts need not be there the second time. Other names are read
 * for again. */
static void mentions_are_remembered(void **state)
{
    (void)state;
    static const char note[] = "---\nnames: {en: Harbour Light}\ntype: company\n---\n";
    static const char other[] = "---\nnames: {en: Harbour Light}\ntype: company\naliases: [Old Lamp]\n---\n";
    scratch_make();
    write_articles(13);
    scratch_file("n/collection.yaml", "title: N\n");
    scratch_file("n/entities/light.md", note);
    scratch_file("c/x1.txt", "Harbour Light is open. Harbour Light, they say.\n");
    scratch_file("c/x2.txt", "Harbours have a light. The Old Lamp is gone.\n");
    /* What has just been written is looked at again. */
    assert_int_equal(utime(scratch_path("c/x1.txt"), &(struct utimbuf){ 1435000000, 1435000000 }), 0);
    struct collection *collection = open_it();
    complaints = 0;
    assert_int_equal(count_entity(collection, "entity:light"), 1);
    assert_int_equal(unlink(scratch_path("c/x1.txt")), 0);
    assert_int_equal(count_entity(collection, "entity:light"), 1);
    assert_int_equal(count_entity(collection, "entity:light open"), 1);
    assert_int_equal(count_entity(collection, "Harbours -entity:light"), 1);
    assert_int_equal(complaints, 0);
    scratch_file("n/entities/light.md", other);
    assert_int_equal(count_entity(collection, "entity:light"), 1); /* x2; x1 cannot be read again */
    assert_int_equal(complaints, 1);
    collection_free(collection);
    scratch_remove();
}

/* ---- following the files ---- */

static size_t count_of(const char *text)
{
    struct error error;
    char cache[2048];
    strcpy(cache, scratch_path("cache"));
    struct collection *collection = open_it();
    struct search_query *query = search_query_new(text, &error);
    assert_non_null(query);
    struct search_results found = ask(collection, cache, query);
    size_t count = found.count;
    search_results_free(&found);
    search_query_free(query);
    collection_free(collection);
    return count;
}

static void the_index_follows_the_files(void **state)
{
    (void)state;
    complaints = 0;
    scratch_make();
    write_articles(6);
    assert_int_equal(count_of("灯塔"), 0);
    scratch_file("c/new.txt", "港口有一座灯塔。\n");
    assert_int_equal(count_of("灯塔"), 1);
    scratch_file("c/000.md", "Another 灯塔 there.\n");
    assert_int_equal(count_of("灯塔"), 2);
    assert_int_equal(rename(scratch_path("c/new.txt"), scratch_path("c/moved.txt")), 0);
    assert_int_equal(count_of("灯塔"), 2);
    assert_int_equal(unlink(scratch_path("c/moved.txt")), 0);
    assert_int_equal(count_of("灯塔"), 1);
    scratch_file("c/000.md", "Nothing there.\n");
    assert_int_equal(count_of("灯塔"), 0);
    assert_int_equal(complaints, 0);
    scratch_remove();
}

/* What is added is answered for at once, also where the index did not look at the files again, and what the
 * article was is not. */
static void an_article_is_answered_for_once_it_is_added(void **state)
{
    (void)state;
    struct error error = { "" };
    size_t count;
    scratch_make();
    write_articles(11);
    assert_int_equal(count_of("灯塔"), 0);
    struct collection *collection = open_it();
    struct search_index *index =
        search_index_open(scratch_path("cache"), collection_root(collection), 100, &error);
    assert_true(search_index_follow(index, collection_roster(collection), &error));
    (void)collection_articles(collection, &count);
    bool *allowed = xcalloc(count, sizeof *allowed), *doubtful = xcalloc(count, sizeof *doubtful);
    memset(allowed, true, count);
    for (size_t turn = 0; turn < 700; turn++) { /* so often that all is begun anew in between */
        const char *text = turn % 2 == 1 ? "A ferry." : turn % 4 == 0 ? "港口有一座灯塔。" : "港口有\n\n一座灯塔。";
        struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
        assert_true(search_index_add(index, 3, document, &error));
        assert_true(search_index_has(index, 3));
        assert_true(search_index_commit(index, &error));
        document_free(document);
        if (turn % 100 > 3 || !search_index_has(index, 3))
            continue;
        struct search_query *query = search_query_new("灯塔 港口", &error);
        struct search_results found = search_results_new(query);
        assert_true(search_index_ask(index, query, allowed, doubtful, &found, &error));
        assert_int_equal(found.count, turn % 2 == 0);
        if (found.count > 0)
            assert_true(found.items[0].together == (turn % 4 == 0));
        search_results_free(&found);
        search_query_free(query);
    }
    free(allowed);
    free(doubtful);
    search_index_close(index);
    collection_free(collection);
    scratch_remove();
}

/* ---- several at once ---- */

static char *find_index(void)
{
    struct error error;
    struct search_index *index =
        search_index_open(scratch_path("cache"), scratch_path("c"), 100, &error);
    assert_non_null(index);
    search_index_close(index);
    char *real = realpath(scratch_path("c"), NULL);
    char *name = xasprintf("cache/search-%016" PRIx64 ".db", hash_checksum(real, strlen(real)));
    free(real);
    return name;
}

/* As long as what scratch_path returns. */
static const char *index_path(void)
{
    char *name = find_index();
    const char *path = scratch_path(name);
    free(name);
    return path;
}

/* As if written long ago: what has just been written is looked at again. */
static void age_articles(void)
{
    char name[64];
    for (size_t i = 0; i < ARTICLES; i++) {
        snprintf(name, sizeof name, "c/%03zu.%s", i, i % 3 == 0 ? "md" : "txt");
        assert_int_equal(utime(scratch_path(name), &(struct utimbuf){ 1435000000, 1435000000 }), 0);
    }
}

static struct search_index *open_index(struct collection *collection)
{
    struct error error = { "" };
    struct search_index *index =
        search_index_open(scratch_path("cache"), collection_root(collection), 10, &error);
    assert_non_null(index);
    assert_true(search_index_follow(index, collection_roster(collection), &error));
    return index;
}

static void add_text(struct search_index *index, size_t article, const char *text)
{
    struct error error = { "" };
    struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
    assert_true(search_index_add(index, article, document, &error));
    document_free(document);
}

/* How many articles answer, and the number of the last. */
static size_t ask_index(struct search_index *index, const char *text, size_t *article)
{
    struct error error = { "" };
    bool allowed[ARTICLES], doubtful[ARTICLES] = { false };
    memset(allowed, true, sizeof allowed);
    struct search_query *query = search_query_new(text, &error);
    struct search_results found = search_results_new(query);
    assert_true(search_index_ask(index, query, allowed, doubtful, &found, &error));
    size_t count = found.count;
    *article = count > 0 ? found.items[count - 1].article : 0;
    search_results_free(&found);
    search_query_free(query);
    return count;
}

/* What one has written another answers for, also where all was begun anew in between; and what one has
 * taken in another does not take in again. */
static void what_others_write_is_seen(void **state)
{
    (void)state;
    struct error error = { "" };
    size_t article;
    scratch_make();
    write_articles(14);
    age_articles();
    struct collection *collection = open_it();
    struct search_index *one = open_index(collection), *other = open_index(collection);
    assert_true(search_library_index(one, collection, NULL, NULL, &error));
    assert_true(search_library_index(other, collection, NULL, NULL, &error));
    assert_int_equal(search_index_missing(other), 0);
    for (size_t turn = 0; turn < 900; turn++) {
        add_text(one, 3 + turn % 5, "灯塔");
        assert_true(search_index_commit(one, &error));
    }
    assert_true(ask_index(other, "灯塔", &article) > 0); /* since they were all dropped */
    add_text(one, 7, "Zeppelin");
    assert_true(search_index_commit(one, &error));
    assert_int_equal(ask_index(other, "zeppelin", &article), 1);
    assert_int_equal(article, 7);
    /* Who cannot begin to write while others do is told, and can afterwards. */
    struct sql *sql = sql_open(index_path(), SQL_WRITE, &error);
    struct document *document = reader_parse("Kiosk", 5, READER_PLAIN, NULL);
    assert_true(sql_run(sql, "BEGIN IMMEDIATE", &error));
    assert_false(search_index_add(other, 5, document, &error));
    assert_true(sql_run(sql, "ROLLBACK", &error));
    sql_close(sql);
    assert_true(search_index_add(other, 5, document, &error) && search_index_commit(other, &error));
    assert_int_equal(ask_index(one, "kiosk", &article), 1);
    document_free(document);
    search_index_close(one);
    search_index_close(other);
    /* As often given as there are articles: nothing was taken in twice. */
    assert_int_equal(unlink(index_path()), 0);
    one = open_index(collection);
    other = open_index(collection);
    assert_true(search_library_index(one, collection, NULL, NULL, &error));
    assert_true(search_library_index(other, collection, NULL, NULL, &error));
    search_index_close(one);
    search_index_close(other);
    sql = sql_open(index_path(), SQL_READ, &error);
    int64_t given = 0;
    assert_true(sql_ask(sql, "SELECT id FROM given", &given, &error));
    assert_int_equal(given, ARTICLES);
    sql_close(sql);
    collection_free(collection);
    scratch_remove();
}

/* Whoever cannot read it, for others write, leaves it alone. */
static void an_index_that_is_written_to_stays(void **state)
{
    (void)state;
    struct error error = { "" };
    scratch_make();
    write_articles(15);
    size_t count = count_of("ferry");
    struct file_stamp before = file_stamp(index_path());
    struct sql *sql = sql_open(index_path(), SQL_WRITE, &error);
    assert_true(sql_run(sql, "BEGIN EXCLUSIVE", &error));
    complaints = 0;
    assert_int_equal(count_of("ferry"), count); /* the texts are read */
    assert_int_equal(complaints, 1);
    assert_true(sql_run(sql, "COMMIT", &error));
    sql_close(sql);
    assert_int_equal(file_stamp(index_path()).inode, before.inode);
    assert_int_equal(count_of("ferry"), count);
    assert_int_equal(complaints, 1);
    scratch_remove();
}

static void an_index_that_has_settled_answers_the_same(void **state)
{
    (void)state;
    struct error error = { "" };
    scratch_make();
    write_articles(12);
    size_t before = count_of("ferry");
    assert_true(before > 20);
    struct search_index *index = search_index_open(scratch_path("cache"), scratch_path("c"), 100, &error);
    assert_true(search_index_settle(index, &error));
    search_index_close(index);
    assert_int_equal(count_of("ferry"), before);
    scratch_remove();
}

static void a_damaged_index_is_made_anew(void **state)
{
    (void)state;
    scratch_make();
    write_articles(7);
    size_t count = count_of("ferry");
    assert_true(count > 0);
    char *name = find_index();
    complaints = 0;
    scratch_file(name, "This is no database, and long enough for a header of one. This is no database, "
                       "and long enough for a header of one, which has a hundred bytes.");
    assert_int_equal(count_of("ferry"), count);
    assert_int_equal(complaints, 1);
    assert_int_equal(count_of("ferry"), count);
    assert_int_equal(complaints, 1);
    assert_int_equal(unlink(scratch_path(name)), 0); /* gone: nobody's damage */
    assert_int_equal(count_of("ferry"), count);
    assert_int_equal(complaints, 1);
    free(name);
    scratch_remove();
}

/* A page in the middle is filled with noise: whatever SQLite makes of it, the answers are right. */
static void damage_within_is_survived(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    struct error error;
    uint32_t random = 9;
    scratch_make();
    write_articles(8);
    size_t count = count_of("ferry"), other = count_of("渡口");
    char *name = find_index();
    for (int round = 0; round < 12; round++) {
        buffer_truncate(&bytes, 0);
        assert_int_equal(count_of("ferry"), count); /* makes it anew where it was thrown away */
        assert_true(file_read(scratch_path(name), 0, &bytes, &error));
        size_t at = 100 + (next_random(&random) * 8192u) % (bytes.length - 9000);
        for (size_t i = 0; i < 8192; i++)
            bytes.data[at + i] = (char)next_random(&random);
        scratch_bytes(name, bytes.data, bytes.length);
        assert_int_equal(count_of("ferry"), count);
        assert_int_equal(count_of("渡口"), other);
    }
    buffer_free(&bytes);
    free(name);
    scratch_remove();
}

static void a_cache_that_cannot_be_written_costs_the_index_alone(void **state)
{
    (void)state;
    scratch_make();
    write_articles(7);
    size_t count = count_of("ferry");
    scratch_remove();
    scratch_make();
    write_articles(7);
    scratch_file("cache", "A file where the folder should be.");
    complaints = 0;
    assert_int_equal(count_of("ferry"), count);
    assert_int_equal(complaints, 1);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_index_answers_as_a_reading_does),
        cmocka_unit_test(entities_are_found_alike),
        cmocka_unit_test(mentions_are_remembered),
        cmocka_unit_test(the_index_follows_the_files),
        cmocka_unit_test(an_article_is_answered_for_once_it_is_added),
        cmocka_unit_test(what_others_write_is_seen),
        cmocka_unit_test(an_index_that_is_written_to_stays),
        cmocka_unit_test(an_index_that_has_settled_answers_the_same),
        cmocka_unit_test(a_damaged_index_is_made_anew),
        cmocka_unit_test(damage_within_is_survived),
        cmocka_unit_test(a_cache_that_cannot_be_written_costs_the_index_alone),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
