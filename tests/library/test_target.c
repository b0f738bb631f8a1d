/* Names on the command line, links in texts, near misses. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/note.h"
#include "library/suggest.h"
#include "library/target.h"
#include "scratch.h"

static struct collection *collection;

static int setup(void **state)
{
    *state = NULL;
    scratch_make();
    scratch_file("c/collection.yaml", "title: A shelf\n");
    scratch_file("c/articles/sale.zh.md", "正文。\n");
    scratch_file("c/articles/sale.en.md", "Text.\n");
    scratch_file("c/articles/sale-later.de.md", "Text.\n");
    scratch_file("c/articles/sale-later.zh.md", "Text.\n");
    scratch_file("c/articles/weibo-stake.en.md", "Text.\n");
    scratch_file("c/articles/lone.md", "Text.\n");
    scratch_file("c/entities/alibaba.md",
                 "---\nnames: {en: Alibaba Group, zh: 阿里巴巴集团}\naliases: [Ali Baba]\n"
                 "short: [Ali]\ntype: company\n---\nNote.\n");
    collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    return collection == NULL;
}

static int teardown(void **state)
{
    (void)state;
    collection_free(collection);
    scratch_remove();
    return 0;
}

static void assert_resolves(const char *name, enum target_kind kind, const char *id)
{
    struct target target;
    struct error error = { 0 };
    if (!target_resolve(collection, name, &target, &error))
        fail_msg("%s: %s", name, error.text);
    assert_int_equal(target.kind, kind);
    assert_string_equal(target.id, id);
    if (kind != TARGET_FOLDER)
        assert_true(file_exists(target.path));
    target_free(&target);
}

static void assert_fails(const char *name, const char *reason)
{
    struct target target;
    struct error error = { 0 };
    assert_false(target_resolve(collection, name, &target, &error));
    assert_string_equal(error.text, reason);
    target_free(&target);
}

static void test_ids_and_abbreviations(void **state)
{
    (void)state;
    assert_resolves("sale.zh", TARGET_ARTICLE, "sale.zh");
    assert_resolves("lone", TARGET_ARTICLE, "lone");
    assert_resolves("sale", TARGET_ARTICLE, "sale.en");
    assert_resolves("sale-later", TARGET_ARTICLE, "sale-later.zh");
    assert_resolves("sale-", TARGET_ARTICLE, "sale-later.zh");
    assert_resolves("weibo", TARGET_ARTICLE, "weibo-stake.en");
    assert_resolves("lo", TARGET_ARTICLE, "lone");
    assert_fails("sal", "sal: several articles begin so: sale-later, sale");
}

static void test_paths(void **state)
{
    (void)state;
    const char *path = scratch_path("c/articles/sale.en.md");
    assert_resolves(path, TARGET_ARTICLE, "sale.en");
    scratch_file("weibo", "a file of that name\n");
    scratch_file("sale.en", "a file of that name\n");
    path = scratch_path("weibo");
    assert_resolves(path, TARGET_FILE, path);
    path = scratch_path("c");
    assert_resolves(path, TARGET_FOLDER, path);
    assert_resolves(".", TARGET_FOLDER, ".");
    /* In the current folder: an id comes before a file, a file before an abbreviation. */
    char before[1024];
    assert_non_null(getcwd(before, sizeof before));
    char *real = realpath(scratch_path("c"), NULL);
    collection_free(collection);
    collection = collection_open(real, NULL, NULL, NULL);
    free(real);
    assert_int_equal(chdir(scratch_folder), 0);
    assert_resolves("weibo", TARGET_FILE, "weibo");
    assert_resolves("sale.en", TARGET_ARTICLE, "sale.en");
    assert_resolves("./sale.en", TARGET_FILE, "./sale.en");
    assert_fails("./weibo-stake", "./weibo-stake: no such file");
    assert_fails("weibo/x", "weibo/x: no article or file of that name");
    assert_int_equal(chdir(before), 0);
}

static void test_errors(void **state)
{
    (void)state;
    assert_fails("", "an empty name names no article and no file");
    assert_fails("wiebo-stake",
                 "wiebo-stake: no article or file of that name; did you mean weibo-stake?");
    assert_fails("sale.fr",
                 "sale.fr: no article or file of that name; did you mean sale.en or sale.zh?");
    assert_fails("zzzzzz", "zzzzzz: no article or file of that name");
    assert_fails("../zzzzzz", "../zzzzzz: no such file");
    collection_free(collection);
    collection = NULL;
    assert_fails("sale", "sale: no article or file of that name");
    char name[2000];
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    struct target target;
    struct error error = { 0 };
    assert_false(target_resolve(NULL, name, &target, &error));
    assert_true(strlen(error.text) < sizeof error.text);
}

static void assert_follows(const char *name, const char *lang, enum target_kind kind,
                           const char *id)
{
    struct target target;
    struct error error = { 0 };
    if (!target_follow(collection, name, lang, &target, &error))
        fail_msg("%s: %s", name, error.text);
    assert_int_equal(target.kind, kind);
    assert_string_equal(target.id, id);
    assert_true(file_exists(target.path));
    target_free(&target);
}

static void test_links(void **state)
{
    (void)state;
    struct target target;
    struct error error;
    assert_follows("alibaba", "en", TARGET_NOTE, "alibaba");
    assert_follows("sale.en", "zh", TARGET_ARTICLE, "sale.en");
    assert_follows("sale", "zh", TARGET_ARTICLE, "sale.zh");
    assert_follows("sale", "ko", TARGET_ARTICLE, "sale.en");
    assert_follows("sale#The end", NULL, TARGET_ARTICLE, "sale.en");
    assert_follows("阿里巴巴集团", "zh", TARGET_NOTE, "alibaba");
    assert_follows("ALI BABA", "en", TARGET_NOTE, "alibaba");
    assert_false(target_follow(collection, "Ali", "en", &target, &error));
    assert_false(target_follow(collection, "../entities/alibaba", "en", &target, &error));
    assert_false(target_follow(collection, "nobody", "en", &target, &error));
    assert_string_equal(error.text, "[[nobody]]: no note and no article of that name");
    assert_false(target_follow(NULL, "sale", "en", &target, &error));
}

static void test_links_in_a_vault(void **state)
{
    (void)state;
    scratch_file("v/Daily/Monday.md", "---\naliases: [first day]\n---\nText.\n");
    scratch_file("v/Alibaba.md", "Text.\n");
    collection_free(collection);
    collection = collection_open(scratch_path("v"), NULL, NULL, NULL);
    assert_follows("Alibaba", NULL, TARGET_ARTICLE, "Alibaba");
    assert_follows("alibaba", NULL, TARGET_ARTICLE, "Alibaba");
    assert_follows("Monday", NULL, TARGET_ARTICLE, "Daily/Monday");
    assert_follows("First Day", NULL, TARGET_ARTICLE, "Daily/Monday");
}

static void test_suggestions(void **state)
{
    (void)state;
    static const char *const candidates[] = { "abcd", "abxd", "abcf", "abce", "zzzz", "ABCD" };
    struct suggest suggest = { .wanted = "abcd" };
    struct buffer text = { 0 };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        suggest_consider(&suggest, candidates[i]);
    suggest_write(&suggest, &text);
    assert_string_equal(buffer_text(&text), "; did you mean abcd, ABCD or abxd?");
    buffer_free(&text);
    suggest = (struct suggest){ .wanted = "stake" };
    suggest_consider(&suggest, "weibo-stake");
    suggest_consider(&suggest, "weibo-state");
    assert_int_equal(suggest.count, 1);
    assert_string_equal(suggest.nearest[0], "weibo-stake");
    suggest = (struct suggest){ .wanted = "" };
    suggest_consider(&suggest, "a");
    assert_int_equal(suggest.count, 0);
}

static void test_note(void **state)
{
    (void)state;
    struct note *note = note_read(scratch_path("c/entities/alibaba.md"), "alibaba", NULL);
    assert_non_null(note);
    assert_string_equal(note_name(note, NAME_ENGLISH), "Alibaba Group");
    assert_string_equal(note_name(note, NAME_CHINESE), "阿里巴巴集团");
    assert_string_equal(note_name(note, NAME_SHORT), "Ali");
    assert_null(note_name(note, NAME_FILE));
    assert_int_equal(note->type, NOTE_COMPANY);
    assert_string_equal(note_type_name(note->type), "company");
    assert_int_equal(note_type_parse("planet"), NOTE_UNKNOWN);
    note_free(note);
    scratch_file("v/Some Note.md", "no front matter\n");
    note = note_read(scratch_path("v/Some Note.md"), "Some Note", NULL);
    assert_string_equal(note_name(note, NAME_FILE), "Some Note");
    assert_int_equal(note->items[0].line, 0);
    note_free(note);
    struct error error;
    assert_null(note_read(scratch_path("v/none.md"), "none", &error));
    assert_non_null(strstr(error.text, "none.md: No such file"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_ids_and_abbreviations), TEST(test_paths),       TEST(test_errors),
        TEST(test_links),                 TEST(test_links_in_a_vault),
        TEST(test_suggestions),           TEST(test_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
