/* Occurrences of a term and their counterparts (term_pattern.h, translation_memory.h, concordance.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <string.h>

#include "query/concordance.h"
#include "query/term_pattern.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "library/scratch.h"

#define ENGLISH "---\nlang: en\nstory: bank\n---\n\n"
#define CHINESE "---\nlang: zh\nstory: bank\ntranslation-of: bank.en\n---\n\n"

static struct collection *collection;
static struct entity_index *entity_index;
static struct lookup *lookup;

static void write_chinese(const char *verb)
{
    char *text = xasprintf(CHINESE "北岸公司%s了一份股权和一份股份。\n\n整天下雨。\n", verb);
    scratch_file("shelf/articles/bank.zh.md", text);
    free(text);
}

static int make(void **state)
{
    (void)state;
    scratch_make();
    scratch_file("shelf/collection.yaml", "title: Shelf\n");
    scratch_file("shelf/glossary.tsv", "en\tzh\nstake\t股权\nstake\t股份\nsell\t出售\n");
    scratch_file("shelf/entities/bank.md",
                 "---\nnames: {en: North Bank, zh: 北岸公司}\nshort: [Bank]\n---\n");
    scratch_file("shelf/articles/bank.en.md",
                 ENGLISH "North Bank sold one stake and another stake.\n\nIt rained all day.\n");
    scratch_file("shelf/articles/other.en.md",
                 "---\nlang: en\n---\n\nNobody sells a stake here.\n");
    write_chinese("出售");
    collection = collection_open(scratch_path("shelf"), NULL, NULL, NULL);
    entity_index = entity_index_new(&(struct entity_index_sources){ .collection = collection });
    lookup = lookup_open(collection, NULL);
    return 0;
}

static int drop(void **state)
{
    (void)state;
    lookup_free(lookup);
    entity_index_free(entity_index);
    collection_free(collection);
    scratch_remove();
    return 0;
}

/* ---- where a term stands ---- */

static void stands(const char *term, const char *text, const char *wanted)
{
    struct side side = { .text = text, .length = strlen(text) };
    struct term_pattern *one = term_pattern_new(entity_index, term, strlen(term));
    struct spans found = { 0 };
    struct buffer all = { 0 };
    term_pattern_find(one, &side, &found);
    for (size_t i = 0; i < found.count; i++) {
        buffer_add_text(&all, i > 0 ? "|" : "");
        buffer_add(&all, text + found.items[i].start, found.items[i].end - found.items[i].start);
    }
    assert_string_equal(buffer_text(&all), wanted);
    buffer_free(&all);
    spans_free(&found);
    term_pattern_free(one);
}

static void test_inflected(void **unused)
{
    (void)unused;
    stands("sell", "Sell, sold; SELLS selling seller resell", "Sell|sold|SELLS|selling");
    stands("sold", "to sell what sells", "sell|sells");
    stands("company", "companies, a company’s accompany", "companies|company");
    stands("stop", "stopped stopping stops stoop", "stopped|stopping|stops");
    stands("hop", "hoping hopping", "hopping");
    stands("take over", "took over, taking-over, takeover, take  over", "took over|taking-over");
    stands("minority stake", "a minority stake in Minority stakes",
           "minority stake|Minority stakes");
}

static void test_letters(void **unused)
{
    (void)unused;
    stands("US", "us US U.S. 在US买", "US|US");
    stands("IPO", "an IPO, two ipos", "IPO|ipos");
    stands("11 Main", "11 main 111 Main 11 Mainly", "11 main");
    stands("37.6", "37.6 percent, 137.6, 37.65", "37.6");
    stands("café", "the CAFé and cafés, cafeteria", "CAFé|cafés");
    stands("OpenSky", "把OpenSky卖给", "OpenSky");
    stands("", "nothing", "");
    stands("…", "nothing…", "");
}

static void test_chinese(void **unused)
{
    (void)unused;
    stands("股权", "股权、股權和股股权", "股权|股權|股权");
    stands("股權", "股权、股權", "股权|股權");
    stands("１１主站", "11主站", "11主站");
    stands("股权", "股", "");
}

/* ---- in a collection ---- */

static struct translation_memory *open_memory(struct aligner *aligner)
{
    return translation_memory_new(collection, aligner, entity_index, scratch_path("cache"), NULL);
}

static struct concordance *run(struct translation_memory *memory, const char *term)
{
    struct concordance *concordance =
        concordance_new(memory, lookup, entity_index, term, strlen(term));
    while (concordance_step(concordance)) {
    }
    assert_true(concordance_is_done(concordance));
    return concordance;
}

static void sums_up(struct translation_memory *memory, const char *term, size_t total,
                    const char *wanted)
{
    struct concordance *concordance = run(memory, term);
    struct buffer line = { 0 };
    concordance_summary(concordance, 9, &line);
    assert_string_equal(buffer_text(&line), wanted);
    assert_int_equal(concordance_total(concordance), total);
    buffer_free(&line);
    concordance_free(concordance);
}

static void test_renderings(void **unused)
{
    (void)unused;
    struct aligner *aligner = aligner_new(collection, entity_index, NULL, NULL);
    struct translation_memory *memory = open_memory(aligner);
    sums_up(memory, "stake", 3, "股份 1, 股权 1; no counterpart 1");
    sums_up(memory, "sells", 2, "出售 1; no counterpart 1");
    sums_up(memory, "股份", 1, "stake 1");
    sums_up(memory, "all", 1, "not told 1");
    sums_up(memory, "North Bank", 2, "North Bank 1, 北岸公司 1");
    sums_up(memory, "no such word", 0, "");
    translation_memory_free(memory);
    aligner_free(aligner);
}

static void test_places(void **unused)
{
    (void)unused;
    struct aligner *aligner = aligner_new(collection, entity_index, NULL, NULL);
    struct translation_memory *memory = open_memory(aligner);
    struct concordance *concordance = run(memory, "stake");
    size_t count;
    const struct occurrence *items = concordance_items(concordance, &count);
    assert_int_equal(count, 3);
    assert_int_equal(concordance_articles(concordance), 2);
    assert_string_equal(translation_memory_article(memory, items[0].article)->id, "bank.en");
    assert_string_equal(translation_memory_article(memory, items[0].other)->id, "bank.zh");
    const struct side *there = translation_memory_side(memory, items[0].other);
    assert_memory_equal(there->text + items[0].passage.start, "北岸公司", 12);
    assert_memory_equal(there->text + items[0].words.start, "股权", 6);
    assert_memory_equal(there->text + items[1].words.start, "股份", 6);
    assert_true(items[1].span.start > items[0].span.end);
    assert_int_equal(items[0].sentence.start, items[1].sentence.start);
    assert_int_equal(items[2].other, TRANSLATION_MEMORY_NONE);
    concordance_free(concordance);
    size_t only[] = { 2, 2 };
    concordance = concordance_new(memory, lookup, entity_index, "stake", 5);
    concordance_limit(concordance, only, 2);
    while (concordance_step(concordance)) {
    }
    assert_int_equal(concordance_total(concordance), 1);
    concordance_free(concordance);
    translation_memory_free(memory);
    aligner_free(aligner);
}

/* ---- remembering ---- */

static size_t fresh_after(const char *term, const char *summary, size_t total)
{
    struct aligner *aligner = aligner_new(collection, entity_index, NULL, NULL);
    struct translation_memory *memory = open_memory(aligner);
    sums_up(memory, term, total, summary);
    size_t fresh = translation_memory_fresh(memory);
    translation_memory_free(memory);
    aligner_free(aligner);
    return fresh;
}

static void damage_cache(size_t from, size_t to)
{
    DIR *folder = opendir(scratch_path("cache/bitext"));
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct buffer bytes = { 0 };
        char *path = file_join(scratch_path("cache/bitext"), entry->d_name);
        if (strncmp(entry->d_name, "memory-", 7) == 0) {
            assert_true(file_read(path, 0, &bytes, NULL));
            for (size_t i = from; i < to && i < bytes.length; i += 3)
                bytes.data[i] = (char)(bytes.data[i] ^ 0x55);
            assert_true(file_write(path, bytes.data, to == 0 ? from : bytes.length, NULL));
        }
        buffer_free(&bytes);
        free(path);
    }
    closedir(folder);
}

/* Nothing is aligned twice, but what has changed; a damaged cache costs time and nothing else. */
static void test_cache(void **unused)
{
    (void)unused;
    const char *summary = "股份 1, 股权 1; no counterpart 1";
    fresh_after("stake", summary, 3);
    assert_int_equal(fresh_after("stake", summary, 3), 0);
    write_chinese("卖掉");
    assert_int_equal(fresh_after("stake", summary, 3), 1);
    assert_int_equal(fresh_after("stake", summary, 3), 0);
    damage_cache(40, 72); /* the head */
    assert_int_equal(fresh_after("stake", summary, 3), 1);
    damage_cache(100, 0); /* cut off */
    assert_int_equal(fresh_after("stake", summary, 3), 1);
    damage_cache(90, 260); /* the tables */
    assert_int_equal(fresh_after("stake", summary, 3), 1);
    assert_int_equal(fresh_after("stake", summary, 3), 0);
}

/* Wherever a byte is another one, what is shown is right. */
static void test_damaged_cache(void **unused)
{
    (void)unused;
    const char *summary = "股份 1, 股权 1; no counterpart 1";
    for (size_t from = 0; from < 2400; from += 61) {
        fresh_after("stake", summary, 3);
        damage_cache(from, from + 1);
        fresh_after("stake", summary, 3);
    }
}

/* Two files of the reader's own, and one that is not there. */
static void test_loose(void **unused)
{
    (void)unused;
    struct error error = { "" };
    struct aligner *aligner = aligner_new(NULL, NULL, NULL, NULL);
    struct translation_memory *memory = translation_memory_new(NULL, aligner, NULL, NULL, NULL);
    scratch_file("a.txt", "North Bank sold one stake of 37 percent in the company.\n");
    scratch_file("b.txt", "北岸公司出售了公司百分之三十七的股权，整天下雨。\n");
    assert_int_equal(translation_memory_add(memory, "/nowhere/none", "none", &error),
                     TRANSLATION_MEMORY_NONE);
    assert_true(*error.text != '\0');
    size_t a = translation_memory_add(memory, scratch_path("a.txt"), "a.txt", &error);
    assert_int_equal(translation_memory_article(memory, a)->other, TRANSLATION_MEMORY_NONE);
    size_t b = translation_memory_add(memory, scratch_path("b.txt"), "b.txt", &error);
    assert_int_equal(translation_memory_article(memory, a)->other, b);
    assert_int_equal(translation_memory_article(memory, b)->other, a);
    assert_int_equal(translation_memory_add(memory, scratch_path("a.txt"), "again", &error), a);
    translation_memory_free(memory);
    aligner_free(aligner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inflected), cmocka_unit_test(test_letters),
        cmocka_unit_test(test_chinese),   cmocka_unit_test(test_renderings),
        cmocka_unit_test(test_places),    cmocka_unit_test(test_cache),
        cmocka_unit_test(test_loose),     cmocka_unit_test(test_damaged_cache),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
