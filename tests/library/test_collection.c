/* Collections: what counts as an article, ids, metadata, the catalogue cache. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <time.h>

#include "base/buffer.h"
#include "library/collection.h"
#include "library/note.h"
#include "library/roster.h"
#include "scratch.h"

#define SALE_EN "---\ntitle: The sale\nlang: en\nstory: sale\npublisher: The Paper\n"              \
                "published: 2015-06-22\nsource: example.org\nbyline: A. Writer\n---\nText.\n"
#define SALE_ZH "---\ntitle: 出售\nlang: zh\nstory: sale\ntranslation-of: sale.en\n---\n正文。\n"

static void make_declared(void)
{
    scratch_file("c/collection.yaml", "title: A shelf\nopen: [sale.en, sale.zh]\nguide: [later, sale.zh]\n");
    scratch_file("c/articles/sale.zh.md", SALE_ZH);
    scratch_file("c/articles/sale.en.md", SALE_EN);
    scratch_file("c/articles/later.fr.txt", "Texte.\n");
    scratch_file("c/entities/alibaba.md", "---\nnames: {en: Alibaba, zh: 阿里巴巴}\n---\nNote.\n");
    scratch_file("c/readme.md", "not an article of a declared collection\n");
}

static struct collection *open_scanned(const char *folder, const char *cache)
{
    struct error error = { 0 };
    struct collection *collection = collection_open(folder, cache, NULL, &error);
    assert_non_null(collection);
    assert_true(collection_scan(collection, &error));
    return collection;
}

static void test_declared(void **state)
{
    (void)state;
    make_declared();
    struct collection *collection = open_scanned(scratch_path("c"), NULL);
    assert_true(collection_is_declared(collection));
    assert_null(collection_fault(collection));
    assert_string_equal(collection_title(collection), "A shelf");
    assert_int_equal(collection_open_count(collection), 2);
    assert_string_equal(collection_open_id(collection, 1), "sale.zh");
    assert_null(collection_open_id(collection, 2));
    assert_true(collection_is_guide(collection, "later.fr"));
    assert_true(collection_is_guide(collection, "later.en"));
    assert_true(collection_is_guide(collection, "sale.zh"));
    assert_false(collection_is_guide(collection, "sale.en"));
    assert_false(collection_is_guide(collection, "late.en"));
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    assert_int_equal(count, 3);
    assert_string_equal(articles[0].id, "later.fr");
    assert_string_equal(articles[1].id, "sale.en");
    assert_string_equal(articles[1].title, "The sale");
    assert_string_equal(articles[1].lang, "en");
    assert_string_equal(articles[1].story, "sale");
    assert_string_equal(articles[1].publisher, "The Paper");
    assert_string_equal(articles[1].published, "2015-06-22");
    assert_string_equal(articles[1].source, "example.org");
    assert_string_equal(articles[1].byline, "A. Writer");
    assert_string_equal(articles[1].translation_of, "");
    assert_string_equal(articles[2].translation_of, "sale.en");
    assert_int_equal(collection_notes(collection)->count, 1);
    collection_free(collection);
}

static void test_lookups(void **state)
{
    (void)state;
    make_declared();
    scratch_file("c/articles/other.zh.md", SALE_ZH);
    struct collection *collection = open_scanned(scratch_path("c"), NULL);
    const struct article *article = collection_by_id(collection, "sale.zh");
    assert_non_null(article);
    assert_string_equal(article->title, "出售");
    assert_null(collection_by_id(collection, "sale"));
    article = collection_by_path(collection, scratch_path("c/articles/../articles/sale.en.md"));
    assert_non_null(article);
    assert_string_equal(article->id, "sale.en");
    assert_null(collection_by_path(collection, scratch_path("c/readme.md")));
    const struct article *story[3] = { NULL, NULL, NULL };
    assert_int_equal(collection_story(collection, "sale", story, 3), 3);
    assert_string_equal(story[0]->id, "sale.en");
    assert_string_equal(story[1]->id, "other.zh");
    assert_string_equal(story[2]->id, "sale.zh");
    assert_int_equal(collection_story(collection, "sale", story, 1), 3);
    assert_string_equal(story[0]->id, "sale.en");
    assert_int_equal(collection_story(collection, "", story, 3), 0);
    collection_free(collection);
}

static void test_stories_after_a_change(void **state)
{
    (void)state;
    scratch_file("t/a.md", "---\nstory: ferry\nlang: zh\n---\n船。\n");
    scratch_file("t/b.md", "---\nstory: ferry\nlang: en\n---\nA ship.\n");
    scratch_file("t/c.md", "---\nstory: ferr\nlang: en\n---\nNone.\n");
    struct collection *collection = open_scanned(scratch_path("t"), NULL);
    const struct article *story[4];
    assert_int_equal(collection_story(collection, "ferry", story, 4), 2);
    assert_string_equal(story[0]->id, "b");
    assert_string_equal(story[1]->id, "a");
    assert_int_equal(collection_story(collection, "ferries", story, 4), 0);
    scratch_file("t/a.md", "---\nstory: lighthouse\nlang: zh\n---\n灯。\n");
    assert_true(collection_scan(collection, NULL));
    assert_int_equal(collection_story(collection, "ferry", story, 4), 1);
    assert_string_equal(story[0]->id, "b");
    assert_int_equal(collection_story(collection, "lighthouse", story, 4), 1);
    assert_string_equal(story[0]->id, "a");
    collection_free(collection);
}

static void test_plain_folder(void **state)
{
    (void)state;
    scratch_file("v/note.md", "# A heading\n\nSome English words stand here.\n");
    scratch_file("v/note.txt", "---\nlang: EN-US\n---\nthe same name\n");
    scratch_file("v/2015/june/sale.markdown", "阿里巴巴宣布出售旗下的美国购物网站，买家是一家对手公司。\n");
    scratch_file("v/.hidden/x.md", "no\n");
    scratch_file("v/.hidden.md", "no\n");
    scratch_file("v/picture.png", "no\n");
    assert_int_equal(symlink("2015", scratch_path("v/linked")), 0);
    assert_int_equal(symlink("note.md", scratch_path("v/alias.md")), 0);
    assert_int_equal(symlink("nowhere.md", scratch_path("v/dangling.md")), 0);
    struct collection *collection = open_scanned(scratch_path("v"), NULL);
    assert_false(collection_is_declared(collection));
    assert_string_equal(collection_title(collection), "v");
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    assert_int_equal(count, 4);
    assert_string_equal(articles[0].id, "2015/june/sale");
    assert_string_equal(articles[0].lang, "zh");
    assert_string_equal(articles[1].id, "alias");
    assert_string_equal(articles[2].id, "note");
    assert_string_equal(articles[2].title, "A heading");
    assert_string_equal(articles[2].lang, "en");
    assert_string_equal(articles[3].id, "note.txt");
    assert_string_equal(articles[3].lang, "en-US");
    assert_non_null(collection_by_id(collection, "note.txt"));
    assert_null(collection_by_id(collection, "note.md"));
    const struct article *twin = collection_by_path(collection, scratch_path("v/note.txt"));
    assert_non_null(twin);
    assert_string_equal(twin->id, "note.txt");
    twin = collection_by_path(collection, scratch_path("v/note.md"));
    assert_non_null(twin);
    assert_string_equal(twin->id, "note");
    collection_free(collection);
}

static void test_depth_ends(void **state)
{
    (void)state;
    char name[512] = "deep";
    for (int i = 0; i < COLLECTION_DEPTH; i++)
        strcat(name, "/d");
    char beyond[600];
    snprintf(beyond, sizeof beyond, "%s/e/out.md", name);
    strcat(name, "/in.md");
    scratch_file(name, "in\n");
    scratch_file(beyond, "out\n");
    struct collection *collection = open_scanned(scratch_path("deep"), NULL);
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    assert_int_equal(count, 1);
    assert_string_equal(file_base_name(articles[0].path), "in.md");
    collection_free(collection);
}

static void test_broken_declaration(void **state)
{
    (void)state;
    make_declared();
    scratch_file("c/collection.yaml", "title: A shelf\nopen: [sale.en, \nmore: {\n");
    struct collection *collection = open_scanned(scratch_path("c"), NULL);
    const char *fault = collection_fault(collection);
    assert_non_null(fault);
    assert_int_equal(strncmp(fault, "collection.yaml:4: not valid YAML: ", 35), 0);
    assert_null(strchr(fault, '\n'));
    assert_non_null(collection_by_id(collection, "sale.en"));
    collection_free(collection);
}

static void test_what_is_no_collection(void **state)
{
    (void)state;
    struct error error;
    scratch_file("file.md", "x\n");
    assert_null(collection_open(scratch_path("missing"), NULL, NULL, &error));
    assert_non_null(strstr(error.text, "missing: No such file"));
    assert_null(collection_open(scratch_path("file.md"), NULL, NULL, &error));
    assert_non_null(strstr(error.text, "file.md: is no folder"));
    if (geteuid() != 0) {
        mkdir(scratch_path("closed"), 0);
        assert_null(collection_open(scratch_path("closed"), NULL, NULL, &error));
        assert_non_null(strstr(error.text, "closed: "));
    }
}

static void test_unreadable_articles_are_listed(void **state)
{
    (void)state;
    scratch_file("v/fine.md", "# Fine\n");
    scratch_file("v/cl\033osed.md", "# Closed\n");
    chmod(scratch_path("v/cl\033osed.md"), 0);
    struct collection *collection = open_scanned(scratch_path("v"), NULL);
    size_t count;
    const struct article *articles = collection_articles(collection, &count);
    assert_int_equal(count, 2);
    if (geteuid() != 0)
        assert_string_equal(articles[0].title, "cl␛osed");
    collection_free(collection);
}

static void test_long_front_matter_head(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\ntitle: Long\nlang: zh\n---\n");
    while (text.length < 2 * ARTICLE_HEAD)
        buffer_add_text(&text, "字");
    scratch_bytes("v/long.md", text.data, text.length);
    buffer_free(&text);
    struct error error;
    struct article *article = article_read(NULL, scratch_path("v/long.md"), "long", &error);
    assert_non_null(article);
    assert_string_equal(article->title, "Long");
    article_free(article);
    assert_null(article_read(NULL, scratch_path("v"), "v", &error));
    assert_non_null(strstr(error.text, "is a folder"));
}

static struct article *read_text(const char *text, size_t length, const char *encoding)
{
    struct error error = { "" };
    scratch_bytes("v/text.md", text, length);
    struct article *article = article_read(NULL, scratch_path("v/text.md"), "text", &error);
    if (article == NULL)
        fail_msg("%s", error.text);
    assert_string_equal(article->encoding, encoding);
    return article;
}

/* A few damaged places are repaired and told, wherever they are; characters that the parts which are read
 * cut are none. */
static void test_damaged_texts(void **state)
{
    (void)state;
    static const char small[] = "---\ntitle: \xC3\x89t\xC3\xA9\nlang: AZ-cyrl\nstory: sale\n---\nDe l'\xC3\xA9t\xE9.\n";
    struct article *article = read_text(small, sizeof small - 1, "UTF-8, 1 repaired");
    assert_string_equal(article->title, "\xC3\x89t\xC3\xA9");
    assert_string_equal(article->lang, "az-cyrl");
    assert_string_equal(article->story, "sale");
    article_free(article);
    article = read_text("caf\xE9 caf\xC3\xA9", 10, "UTF-8, 1 repaired");
    assert_string_not_equal(article->title, "");
    assert_false(article->passing);
    article_free(article);
    article = read_text("a\0b\0c\0d\0e\0f\0g\0h\0", 16, ""); /* UTF-16, which the converter would read */
    assert_true(article->passing);
    article_free(article);
    static const char *const units[] = { "\xC3\xA9", "\xE5\xAD\x97", "\xF0\xA0\xAE\xB7" };
    for (size_t i = 0; i < 12; i++) {
        struct buffer text = { 0 };
        buffer_add(&text, "# AZ\n\n", 6);
        buffer_add(&text, "aaaa", i / 3);
        while (text.length < ((size_t)1 << 20) + 2 * ARTICLE_HEAD) /* and a part more */
            buffer_add_text(&text, units[i % 3]);
        article = read_text(text.data, text.length, "");
        assert_string_equal(article->title, "AZ");
        article_free(article);
        buffer_add(&text, "\xFF.", 2);
        article = read_text(text.data, text.length, "UTF-8, 1 repaired");
        article_free(article);
        buffer_free(&text);
    }
}

static void test_order_of_languages(void **state)
{
    (void)state;
    static const char *const languages[] = { "en", "zh", "zh-hant", "de", "en-us", "zhx", "" };
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        for (size_t k = 0; k < sizeof languages / sizeof *languages; k++) {
            int order = article_compare_languages(languages[i], languages[k]);
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
}

static void test_id_language(void **state)
{
    (void)state;
    assert_string_equal(article_id_language("11-main-sale.en"), "en");
    assert_string_equal(article_id_language("a.zh-Hans"), "zh-Hans");
    assert_string_equal(article_id_language("a/b.zh"), "zh");
    assert_string_equal(article_id_language("a.en/b"), "");
    assert_string_equal(article_id_language("a.1"), "");
    assert_string_equal(article_id_language("a.long"), "");
    assert_string_equal(article_id_language(".en"), "");
    assert_string_equal(article_id_language("a"), "");
    assert_string_equal(article_id_language("a.sr-Latn-RS"), "sr-Latn-RS");
    assert_string_equal(article_id_language("a.es-419"), "es-419");
    assert_string_equal(article_id_language("a.yue"), "yue");
    assert_string_equal(article_id_language("a.zh-"), "");
    assert_string_equal(article_id_language("a.zh--Hans"), "");
    assert_string_equal(article_id_language("a.zh_TW"), "");
    assert_string_equal(article_id_language("a.e"), "");
    assert_true(article_compare_languages("en", "zh") < 0);
    assert_true(article_compare_languages("zh", "de") < 0);
    assert_true(article_compare_languages("zh-Hans", "de") < 0);
    assert_true(article_compare_languages("zhx", "de") > 0);
    assert_int_equal(article_compare_languages("de", "de"), 0);
    assert_true(article_compare_languages("fr", "de") > 0);
    assert_true(article_compare_languages("", "de") > 0);
}

/* What a name in another article's front matter means: an id, with its language or without, or a file. */
static void test_names_of_articles(void **state)
{
    (void)state;
    static const struct {
        const char *id, *name;
        bool is, means;
    } cases[] = {
        { "sale.en", "sale.en", true, true },
        { "sale.en", "sale", true, false },
        { "sale.en", "sal", false, false },
        { "sale.en", "sale.", false, false },
        { "sale.en", "ball", false, false },
        { "sale.long", "sale", false, false },
        { "sale", "", false, false },
        { "b/sale.en", "sale.en", false, false },
        { "b/sale.en.markdown", "sale.en", false, true },
        { "b/sale.en.markdown", "sale.en.markdown", false, true },
        { "b/sale.en.markdown", "b/sale.en", false, true },
        { "sale.en.markdown", "sale.en", false, true },
        { "sale.en.markdown", "./sale.en", false, false },
        { "b/resale.en.markdown", "sale.en", false, false },
        { "b/sale.en.markdown", "sale.zh", false, false },
        { "b/sale.en.markdown", "", false, false },
        { "b/sale.pdf", "sale", false, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (article_id_is(cases[i].id, cases[i].name) != cases[i].is ||
            article_id_means(cases[i].id, cases[i].name) != cases[i].means)
            fail_msg("%s %s", cases[i].id, cases[i].name);
    }
}

static void test_extensions(void **state)
{
    (void)state;
    static const char *const names[][2] = { { "a.md", "a" }, { "a.en.mht", "a.en" }, { "a.markdown", "a" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *stem = article_stem(names[i][0]);
        assert_string_equal(stem, names[i][1]);
        assert_true(article_is_name(names[i][0]));
        assert_false(article_is_name(names[i][1]));
        free(stem);
    }
    assert_false(article_is_name(".a.md"));
    assert_false(article_is_name("a.MD"));
    assert_true(article_compare_extensions(".md", ".html") < 0);
    assert_true(article_compare_extensions(".epub", ".txt") > 0);
    assert_true(article_compare_extensions(".mht", ".pdf") < 0);
    assert_true(article_compare_extensions(".pdf", ".doc") > 0);
    assert_int_equal(article_compare_extensions(".txt", ".txt"), 0);
}

/* --- the catalogue --- */

/* Sets the time of change back, so that a record counts as settled. */
static void settle(const char *name)
{
    struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
    assert_int_equal(utimensat(AT_FDCWD, scratch_path(name), times, 0), 0);
}

static char *find_cache(void)
{
    static char name[1024];
    DIR *folder = opendir(scratch_path("cache"));
    if (folder == NULL)
        return NULL;
    name[0] = '\0';
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.')
            snprintf(name, sizeof name, "cache/%s", entry->d_name);
    }
    closedir(folder);
    return name[0] != '\0' ? name : NULL;
}

static void assert_title(const char *title)
{
    struct collection *collection = open_scanned(scratch_path("v"), scratch_path("cache"));
    const struct article *article = collection_by_id(collection, "a");
    assert_non_null(article);
    assert_string_equal(article->title, title);
    collection_free(collection);
}

/* A file changed behind the cache's back - same size, time and inode - shows that it is used. */
static void test_cache_is_used_and_checked(void **state)
{
    (void)state;
    scratch_file("v/a.md", "# One\n");
    scratch_file("v/b.md", "# Other\n");
    settle("v/a.md");
    settle("v/b.md");
    assert_title("One");
    assert_non_null(find_cache());
    scratch_file("v/a.md", "# Two\n");
    settle("v/a.md");
    assert_title("One");
    scratch_file("v/a.md", "# Three\n");
    settle("v/a.md");
    assert_title("Three");
    scratch_file("v/a.md", "# Seven\n");
    assert_title("Seven");
    remove(scratch_path("v/b.md"));
    assert_title("Seven");
    scratch_file("v/0.md", "# New\n");
    assert_title("Seven");
}

static void assert_slice(struct collection *collection, size_t most, bool all, size_t wanted)
{
    size_t done, count;
    assert_int_equal(collection_scan_some(collection, most, &done, &count), all);
    assert_int_equal(done, wanted);
    assert_int_equal(count, 5);
}

static void assert_scanned(struct collection *collection, const char *id, const char *title)
{
    assert_null(collection_by_id(collection, id));
    assert_true(collection_scan(collection, NULL));
    assert_int_equal(collection_scans(collection), 1);
    assert_slice(collection, 1, true, 5);
    assert_string_equal(collection_by_id(collection, id)->title, title);
    collection_free(collection);
}

/* What one visit has read costs the next one nothing, nor does what an earlier one had read behind it. */
static void test_a_scan_in_slices_goes_on(void **state)
{
    (void)state;
    static const char *const names[] = { "v/a.md", "v/b.md", "v/c.md", "v/d.md", "v/e.md" };
    char cache[1024];
    snprintf(cache, sizeof cache, "%s", scratch_path("cache"));
    for (size_t i = 0; i < 5; i++) {
        scratch_file(names[i], "# One\n");
        settle(names[i]);
    }
    struct collection *collection = collection_open(scratch_path("v"), cache, NULL, NULL);
    assert_slice(collection, 2, false, 2);
    assert_slice(collection, 1, false, 3);
    collection_free(collection);
    collection = collection_open(scratch_path("v"), cache, NULL, NULL);
    assert_slice(collection, 1, false, 4);
    assert_slice(collection, 1, true, 5);
    assert_scanned(collection, "e", "One");
    scratch_file(names[0], "# Another\n");
    scratch_file(names[1], "# Another\n");
    settle(names[0]);
    settle(names[1]);
    collection = collection_open(scratch_path("v"), cache, NULL, NULL);
    assert_slice(collection, 1, false, 1);
    collection_free(collection);
    collection = collection_open(scratch_path("v"), cache, NULL, NULL);
    assert_slice(collection, 1, false, 2);
    assert_slice(collection, 1, true, 5);
    assert_scanned(collection, "b", "Another");
    collection = collection_open(scratch_path("v"), NULL, NULL, NULL);
    assert_slice(collection, 2, false, 2);
    assert_scanned(collection, "e", "One");
}

static void test_recent_files_are_read_again(void **state)
{
    (void)state;
    scratch_file("v/a.md", "# One\n");
    struct stat status;
    assert_title("One");
    assert_int_equal(stat(scratch_path("v/a.md"), &status), 0);
    scratch_file("v/a.md", "# Two\n");
    struct timespec times[2] = { status.st_mtim, status.st_mtim };
    utimensat(AT_FDCWD, scratch_path("v/a.md"), times, 0);
    assert_title("Two");
}

static void test_damaged_cache_is_rewritten(void **state)
{
    (void)state;
    scratch_file("v/a.md", "# One\n");
    settle("v/a.md");
    assert_title("One");
    char cache[1024];
    snprintf(cache, sizeof cache, "%s", find_cache());
    struct buffer whole = { 0 };
    assert_true(file_read(scratch_path(cache), 0, &whole, NULL));
    for (size_t at = 0; at < whole.length; at++) {
        char *copy = malloc(whole.length);
        memcpy(copy, whole.data, whole.length);
        copy[at] ^= 0x20;
        scratch_bytes(cache, copy, whole.length);
        free(copy);
        assert_title("One");
        scratch_bytes(cache, whole.data, at);
        assert_title("One");
    }
    struct buffer again = { 0 };
    assert_true(file_read(scratch_path(cache), 0, &again, NULL));
    assert_int_equal(again.length, whole.length);
    assert_memory_equal(again.data, whole.data, whole.length);
    buffer_free(&again);
    buffer_free(&whole);
}

/* Another folder's cache under this one's name is not believed, even where it speaks of the very
 * file (linked into both), as it was once. */
static void test_foreign_cache(void **state)
{
    (void)state;
    scratch_file("w/a.md", "# Two\n");
    settle("w/a.md");
    collection_free(open_scanned(scratch_path("w"), scratch_path("cache")));
    struct buffer foreign = { 0 };
    assert_true(file_read(scratch_path(find_cache()), 0, &foreign, NULL));
    remove(scratch_path(find_cache()));
    scratch_file("w/a.md", "# One\n");
    settle("w/a.md");
    mkdir(scratch_path("v"), 0700);
    assert_int_equal(link(scratch_path("w/a.md"), scratch_path("v/a.md")), 0);
    assert_title("One");
    scratch_bytes(find_cache(), foreign.data, foreign.length);
    assert_title("One");
    buffer_free(&foreign);
}

static void test_cache_that_cannot_be_written(void **state)
{
    (void)state;
    scratch_file("v/a.md", "# One\n");
    scratch_file("cache", "a file where the folder should be\n");
    assert_title("One");
}

static void assert_order(const char *folder, const char *const *names, size_t count)
{
    char name[64];
    for (size_t i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%s/%s", folder, names[i]);
        scratch_file(name, "x\n");
    }
    struct roster roster;
    assert_true(roster_read(scratch_path(folder), COLLECTION_DEPTH, &roster, NULL));
    assert_int_equal(roster.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(roster_find(&roster, roster.ids[i]), i);
        if (i > 0)
            assert_true(strcmp(roster.ids[i - 1], roster.ids[i]) < 0);
    }
    assert_int_equal(roster_find(&roster, "b"), count);
    assert_int_equal(roster_find(&roster, ""), count);
    roster_free(&roster);
}

/* Names of all lengths, such that begin alike, and such that are alike for long. */
static void test_roster_order(void **state)
{
    (void)state;
    static const char *const names[] = { "a.md", "a-b.md", "a.md.md", "aaaaaaaaaaaaaaaaaaaaa2.md",
                                         "aaaaaaaaaaaaaaaaaaaaa1.md", "b/a.md", "字.zh.md" };
    static const char *const dated[] = { "2024/q.md", "2024/q-12.md", "2024/q-11.txt", "2024/q-11.md",
                                         "2024/q-1.md", "2024/q-10000000b.md", "2024/q-10000000a.md",
                                         "2024/q-10000000e.md", "2024/q-10000000c.md", "2024/q-10000000d.md",
                                         "2024/q-10000000.md", "2024/q-字.md", "2024/q-1 .md" };
    assert_order("v", names, sizeof names / sizeof *names);
    assert_order("w", dated, sizeof dated / sizeof *dated);
    assert_order("one", names, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_declared),
        TEST(test_lookups),
        TEST(test_stories_after_a_change),
        TEST(test_plain_folder),
        TEST(test_depth_ends),
        TEST(test_broken_declaration),
        TEST(test_what_is_no_collection),
        TEST(test_unreadable_articles_are_listed),
        TEST(test_long_front_matter_head),
        TEST(test_damaged_texts),
        cmocka_unit_test(test_order_of_languages),
        TEST(test_id_language),
        cmocka_unit_test(test_names_of_articles),
        cmocka_unit_test(test_extensions),
        TEST(test_cache_is_used_and_checked),
        TEST(test_a_scan_in_slices_goes_on),
        TEST(test_recent_files_are_read_again),
        TEST(test_damaged_cache_is_rewritten),
        TEST(test_foreign_cache),
        TEST(test_cache_that_cannot_be_written),
        TEST(test_roster_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
