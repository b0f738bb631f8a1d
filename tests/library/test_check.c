/* Every fault that check knows, each in a collection that has nothing else wrong with it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/check.h"
#include "library/check_vault.h"
#include "scratch.h"

#define ARTICLE_EN "---\ntitle: The sale\nlang: en\nstory: sale\n---\nMa sold it to [[opensky]].\n"
#define ARTICLE_ZH                                                                             \
    "---\ntitle: 出售\nlang: zh\nstory: sale\ntranslation-of: sale.en\n---\n卖给[[opensky]]。\n"
#define NOTE                                                                                   \
    "---\nnames:\n  en: OpenSky\n  zh: OpenSky\naliases: [open sky]\nshort: [Ma]\n"              \
    "type: company\n---\nSee [[sale]] and [[sale.zh]].\n"
#define GLOSSARY "en\tzh\tpinyin\tremark\nstake\t股权\tgǔquán\t\n"

static int setup(void **state)
{
    *state = NULL;
    scratch_make();
    scratch_file("c/collection.yaml", "title: A shelf\nopen: [sale.en, sale.zh]\n");
    scratch_file("c/articles/sale.en.md", ARTICLE_EN);
    scratch_file("c/articles/sale.zh.md", ARTICLE_ZH);
    scratch_file("c/entities/opensky.md", NOTE);
    scratch_file("c/glossary.tsv", GLOSSARY);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

/* The faults as "FILE:LINE: message" lines, FILE from the collection's folder on. */
static char *check(const char *folder, size_t *files)
{
    struct collection *collection = collection_open(scratch_path(folder), NULL, NULL, NULL);
    struct faults faults = { 0 };
    struct buffer text = { 0 };
    size_t prefix = strlen(scratch_path(folder)) + 1;
    assert_non_null(collection);
    check_collection(collection, &faults);
    for (size_t i = 0; i < faults.count; i++)
        buffer_add_format(&text, "%s:%u: %s\n", faults.items[i].path + prefix,
                          faults.items[i].line, faults.items[i].message);
    if (files != NULL)
        *files = faults.files;
    faults_free(&faults);
    collection_free(collection);
    return buffer_take(&text);
}

static void assert_faults(const char *wanted)
{
    char *found = check("c", NULL);
    assert_string_equal(found, wanted);
    free(found);
}

static void test_nothing_wrong(void **state)
{
    (void)state;
    size_t files;
    char *found = check("c", &files);
    assert_string_equal(found, "");
    assert_int_equal(files, 5);
    free(found);
}

struct fault_case {
    const char *file;
    const char *text;
    const char *wanted;
};

/* Each is written over the file in the sound collection, looked at, and put right again. */
static void run_cases(const struct fault_case *cases, size_t count, const char *sound)
{
    for (size_t i = 0; i < count; i++) {
        scratch_file(cases[i].file, cases[i].text);
        assert_faults(cases[i].wanted);
        scratch_file(cases[i].file, sound);
    }
}

#define EN "c/articles/sale.en.md"
#define EN_BODY "\n---\nMa sold it to [[opensky]].\n"

static void test_article_faults(void **state)
{
    (void)state;
    static const struct fault_case cases[] = {
        { EN, "---\nlang: en\nstory: sale" EN_BODY, "articles/sale.en.md:1: title: is missing\n" },
        { EN, "---\ntitle: ''\nlang: en\nstory: sale" EN_BODY,
          "articles/sale.en.md:2: title: is missing\n" },
        { EN, "---\ntitle: T\nstory: sale" EN_BODY, "articles/sale.en.md:1: lang: is missing\n" },
        { EN, "---\ntitle: T\nlang: en" EN_BODY, "articles/sale.en.md:1: story: is missing\n" },
        { EN, "---\ntitle: T\nlang: zh\nstory: sale" EN_BODY,
          "articles/sale.en.md:3: lang: is zh, but en by the file's name\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\npublished: 2015-02-29" EN_BODY,
          "articles/sale.en.md:5: published: \"2015-02-29\" is no date; wants YYYY-MM-DD, YYYY-MM "
          "or YYYY\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\npublished: summer 2015" EN_BODY,
          "articles/sale.en.md:5: published: \"summer 2015\" is no date; wants YYYY-MM-DD, YYYY-MM "
          "or YYYY\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\npublished: 2015-13" EN_BODY,
          "articles/sale.en.md:5: published: \"2015-13\" is no date; wants YYYY-MM-DD, YYYY-MM "
          "or YYYY\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\npublisherr: P" EN_BODY,
          "articles/sale.en.md:5: publisherr: unknown key; did you mean publisher or "
          "published?\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\ntitle: U" EN_BODY,
          "articles/sale.en.md:5: title: is given twice\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\ntranslation-of: gone.zh" EN_BODY,
          "articles/sale.en.md:5: translation-of: there is no article gone.zh\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\ntranslation-of: gone.zh.md" EN_BODY,
          "articles/sale.en.md:5: translation-of: there is no article gone.zh.md\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\ntranslation-of: sale.zh.txt" EN_BODY,
          "articles/sale.en.md:5: translation-of: there is no article sale.zh.txt\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\ntranslation-of: sale.en" EN_BODY,
          "articles/sale.en.md:5: translation-of: sale.en is in the same language\n" },
        { EN, "---\ntitle: T\nlang: en\nstory: sale\n---\n\nMa saw [[alibaba]] and\nthe [[gone|x]].",
          "articles/sale.en.md:7: [[alibaba]]: no note and no article of that name\n"
          "articles/sale.en.md:8: [[gone]]: no note and no article of that name\n" },
    };
    run_cases(cases, sizeof cases / sizeof *cases, ARTICLE_EN);
}

static void test_dates(void **state)
{
    (void)state;
    static const char *const dates[] = { "2015", "2015-06", "2016-02-29", "2000-02-29" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char text[200];
        snprintf(text, sizeof text, "---\ntitle: T\nlang: en\nstory: s\npublished: %s%s", dates[i],
                 EN_BODY);
        scratch_file(EN, text);
        assert_faults("");
    }
}

#define EN_HEAD "---\ntitle: T\nlang: en\nstory: sale\n---\n"

static void test_local_links(void **state)
{
    (void)state;
    static const struct fault_case cases[] = {
        { EN, EN_HEAD "Ma, [x](nope.md) and\n[y](sale.zh.md) and [z](nope.mdx).\n",
          "articles/sale.en.md:6: nope.md: no such file\n"
          "articles/sale.en.md:7: nope.mdx: no such file\n" },
        { EN, EN_HEAD "# Ma sold it\n\n[a](#ma-sold-it) [b](#ma-sold-it-1)\n[c](#zip)\n",
          "articles/sale.en.md:8: #ma-sold-it-1: no such heading\n"
          "articles/sale.en.md:9: #zip: no such heading\n" },
        { EN, EN_HEAD "Ma, ![x](nope.png)\n\nand [z][ref].\n\n[ref]: gone.md 'T'\n",
          "articles/sale.en.md:6: nope.png: no such file\n"
          "articles/sale.en.md:8: gone.md: no such file\n" },
        { EN, EN_HEAD "Ma, [empty]().\n",
          "articles/sale.en.md:6: an empty link leads nowhere\n" },
        { EN, EN_HEAD "Ma [a](https://example.org/x) [b](mailto:a@b.c) <https://a.b> [c](//h/p)\n"
                      "[d](../entities/opensky.md#any) [e](../articles) [f](#) [g](#top)\n", "" },
    };
    run_cases(cases, sizeof cases / sizeof *cases, ARTICLE_EN);
    scratch_file("c/entities/opensky.md", NOTE "\n[x](gone.md)\n");
    assert_faults("entities/opensky.md:11: gone.md: no such file\n");
}

static void test_broken_yaml(void **state)
{
    (void)state;
    scratch_file(EN, "---\ntitle: T\nlang: en\nstory: sale\nbyline: [a, b" EN_BODY);
    char *found = check("c", NULL);
    assert_non_null(strstr(found, ": the front matter: "));
    assert_null(strstr(found, "line "));
    assert_int_equal(strncmp(found, "articles/sale.en.md:", 20), 0);
    free(found);
}

static void test_article_without_text(void **state)
{
    (void)state;
    scratch_file("c/articles/sale.zh.md", "---\ntitle: T\nlang: zh\nstory: sale\n---\n\n");
    assert_faults("articles/sale.zh.md:1: has no text\n");
}

static void test_missing_translations(void **state)
{
    (void)state;
    scratch_file("c/articles/lone.zh.md", "---\ntitle: T\nlang: zh\nstory: s\n---\n文\n");
    scratch_file("c/articles/more.en.md", "---\ntitle: T\nlang: en\nstory: s\n---\nText\n");
    scratch_file("c/articles/other.de.md", "---\ntitle: T\nlang: de\nstory: s\n---\nText\n");
    assert_faults("articles/lone.zh.md:1: the translation lone.en is missing\n"
                  "articles/more.en.md:1: the translation more.zh is missing\n");
}

static void test_name_without_language(void **state)
{
    (void)state;
    scratch_file("c/articles/plain.md", "---\ntitle: T\nlang: en\nstory: s\n---\nText\n");
    assert_faults(
        "articles/plain.md:1: the file's name does not end in a language: NAME.LANG\n");
}

#define SKY "c/entities/opensky.md"
#define SKY_BODY "\n---\nSee [[sale]].\n"

static void test_note_faults(void **state)
{
    (void)state;
    static const struct fault_case cases[] = {
        { SKY, "---\ntype: company" SKY_BODY, "entities/opensky.md:1: names: is missing\n" },
        { SKY, "---\nnames: {en: OpenSky}\ntype: company" SKY_BODY,
          "entities/opensky.md:1: names: has no zh\n" },
        { SKY, "---\nnames: {zh: OpenSky}\ntype: company" SKY_BODY,
          "entities/opensky.md:1: names: has no en\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}" SKY_BODY,
          "entities/opensky.md:1: type: is missing\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\ntype: planet" SKY_BODY,
          "entities/opensky.md:3: type: is planet; wants person, company, product, publication, "
          "place or event\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\naliases: [开]\ntype: company" SKY_BODY,
          "entities/opensky.md:3: aliases: 开 is one character, which is too little to be told "
          "from others\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\naliases: [The, 公司, 'the ferry']\ntype: company"
               SKY_BODY,
          "entities/opensky.md:3: aliases: The is a word of everyday language, and no text is searched "
          "for it\n"
          "entities/opensky.md:3: aliases: 公司 is a word of everyday language, and no text is searched "
          "for it\n" },
        { SKY, "---\nnames: {en: '?', zh: O S}\naliases: ['--']\ntype: company" SKY_BODY,
          "entities/opensky.md:2: ?: has no letter or digit to be looked for\n"
          "entities/opensky.md:3: --: has no letter or digit to be looked for\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\ntype: company\nno end\n",
          "entities/opensky.md:1: the front matter: no line of three hyphens ends it\n" },
        { SKY, "---\nnames: {en: O S\ntype: company" SKY_BODY,
          "entities/opensky.md:3: the front matter: while parsing a flow mapping, did not find "
          "expected ',' or '}'\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\nshort: [Ma, Mas, sol]\ntype: company" SKY_BODY,
          "entities/opensky.md:3: short: no article uses Mas\n"
          "entities/opensky.md:3: short: no article uses sol\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\naliases: [O S]\ntype: company" SKY_BODY,
          "entities/opensky.md:3: O S: is given twice\n" },
        { SKY, "---\nnames: {en: O S, zh: O S, fr: O S}\ntype: company" SKY_BODY,
          "entities/opensky.md:2: names.fr: unknown key; did you mean names.en or names.zh?\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\ntype: company\n---\n",
          "entities/opensky.md:1: has no text\n" },
        { SKY, "---\nnames: {en: O S, zh: O S}\ntype: company\n---\nSee\n\n[[gone]].\n",
          "entities/opensky.md:7: [[gone]]: no note and no article of that name\n" },
    };
    run_cases(cases, sizeof cases / sizeof *cases, NOTE);
    scratch_file(SKY, "---\nnames: {en: O S, zh: O S}\nshort: [卖]\ntype: company\nsince: 2010\n"
                      "until: 2015\nsource: [a, b]" SKY_BODY);
    assert_faults("");
}

static void test_shared_names(void **state)
{
    (void)state;
    scratch_file("c/entities/other.md", "---\nnames: {en: Other, zh: 其他}\naliases:\n- OPEN Sky\n"
                                        "short: [Ma]\ntype: company\n---\nText.\n");
    assert_faults("entities/other.md:4: OPEN Sky: is a name of opensky, too\n");
    scratch_file("c/entities/other.md", "---\nnames:\n  en: OpenSky\n  zh: 其他\n"
                                        "type: company\n---\nText.\n");
    assert_faults("entities/other.md:3: OpenSky: is a name of opensky, too\n");
}

/* A megabyte of aliases is cut off, and so is one of a megabyte; the rest of the note holds. */
static void test_too_many_names(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\nnames: {en: O S, zh: O S}\ntype: company\naliases:\n");
    for (int i = 1; i <= 9000; i++)
        buffer_add_format(&text, "- a name of an entity with many names and the number %d\n", i);
    buffer_add_text(&text, &SKY_BODY[1]);
    scratch_file(SKY, text.data);
    assert_faults("entities/opensky.md:1003: 9002 names are too many; texts are searched for the "
                  "1000 before this one\n");
    buffer_truncate(&text, 0);
    buffer_add_text(&text, "---\nnames: {en: O S, zh: O S}\ntype: company\naliases:\n- ");
    for (int i = 0; i < 100000; i++)
        buffer_add_text(&text, "long name ");
    buffer_add_text(&text, "x" SKY_BODY);
    scratch_file(SKY, text.data);
    assert_faults("entities/opensky.md:5: a name of 1000001 bytes is not looked for; the limit is 1000\n");
    buffer_free(&text);
}

/* Notes that link to each other and to themselves. */
static void test_links_in_a_circle(void **state)
{
    (void)state;
    scratch_file(SKY, "---\nnames: {en: O S, zh: O S}\ntype: company\n---\n[[other]] [[opensky]]\n");
    scratch_file("c/entities/other.md", "---\nnames: {en: Other, zh: 其他}\ntype: company\n---\n"
                                        "[[opensky]] [[O S]]\n");
    assert_faults("");
}

static void assert_vault_faults(const char *wanted)
{
    struct collection *collection = collection_open(scratch_path("c"), NULL, NULL, NULL);
    struct collection *vault = collection_open(scratch_path("vault"), NULL, NULL, NULL);
    struct faults faults = { 0 };
    struct buffer text = { 0 };
    size_t prefix = strlen(scratch_path("vault")) + 1;
    check_vault(vault, collection, &faults);
    for (size_t i = 0; i < faults.count; i++)
        buffer_add_format(&text, "%s:%u: %s\n", faults.items[i].path + prefix,
                          faults.items[i].line, faults.items[i].message);
    assert_string_equal(buffer_text(&text), wanted);
    buffer_free(&text);
    faults_free(&faults);
    collection_free(vault);
    collection_free(collection);
}

static void test_what_a_vault_takes(void **state)
{
    (void)state;
    scratch_file("c/entities/other.md", "---\nnames: {en: Other, zh: 其他}\naliases: [A, Else]\n"
                                        "short: [Oth]\ntype: company\n---\nText.\n");
    scratch_file("vault/firms/Sky.md", "---\ncolour: blue\naliases:\n  - skies\n  - ELSE\n"
                                       "  - Open Sky\n  - oth\n---\n[[nowhere]]\n");
    assert_vault_faults("firms/Sky.md:5: Else: is taken from the collection's note other\n"
                        "firms/Sky.md:6: open sky: is taken from the collection's note opensky\n"
                        "firms/Sky.md:7: Oth: is taken from the collection's note other\n");
    scratch_file("vault/opensky.md", "Mine.\n");
    scratch_file("vault/firms/Sky.md", "---\nnames: {zh: 其他}\n---\n");
    assert_vault_faults("firms/Sky.md:2: stands in the place of the collection's note other\n"
                        "opensky.md:1: stands in the place of the collection's note opensky\n");
}

static void test_faults_of_a_vault(void **state)
{
    (void)state;
    scratch_file("vault/Inbox.md", "No name.\n");
    scratch_file("vault/2015-06-22.md", "No name.\n");
    scratch_file("vault/a/Mill.md", "---\naliases: [x, the]\n---\n");
    scratch_file("vault/b/Mill.md", "---\naliases: [grinder\n---\n");
    scratch_file("vault/bytes.md", "\xFF\n");
    assert_vault_faults(
        "a/Mill.md:2: aliases: the is a word of everyday language, and no text is searched for it\n"
        "a/Mill.md:2: aliases: x is one character, which is too little to be told from others\n"
        "b/Mill.md:1: Mill: is a name of a/Mill, too\n"
        "b/Mill.md:2: the front matter: while parsing a flow sequence, did not find expected ',' "
        "or ']'\n"
        "bytes.md:1: is not UTF-8\n");
}

static void test_glossary_faults(void **state)
{
    (void)state;
    static const struct fault_case cases[] = {
        { "c/glossary.tsv", "stake\t股权\tgǔquán\t\n",
          "glossary.tsv:1: the first line names the columns: en, zh, pinyin, remark\n" },
        { "c/glossary.tsv", GLOSSARY "a\tb\n\nc\td\te\tf\tg\n",
          "glossary.tsv:3: has 2 columns, not 4\nglossary.tsv:4: has 1 column, not 4\n"
          "glossary.tsv:5: has 5 columns, not 4\n" },
        { "c/glossary.tsv", GLOSSARY "a\tb\t\t\nstake\t股权\t\tx\n",
          "glossary.tsv:4: says the same as line 2\n" },
        { "c/glossary.tsv", GLOSSARY "\tb\t\t\na\t\t\t\n",
          "glossary.tsv:3: has no en term\nglossary.tsv:4: has no zh term\n" },
        { "c/glossary.tsv", GLOSSARY "a\t\xFF\t\t\n", "glossary.tsv:3: is not UTF-8\n" },
        { "c/glossary.tsv", "en\tzh\tpinyin\tremark\r\na\tb\tc\td\r\n", "" },
    };
    run_cases(cases, sizeof cases / sizeof *cases, GLOSSARY);
}

static void test_declaration_faults(void **state)
{
    (void)state;
    static const struct fault_case cases[] = {
        { "c/collection.yaml", "title: T\nopen:\n- sale.en\n- gone.en\n",
          "collection.yaml:4: open: there is no article gone.en\n" },
        { "c/collection.yaml", "title: T\nguide:\n- sale\n- sale.en\n- sal\n",
          "collection.yaml:5: guide: there is no article sal\n" },
        { "c/collection.yaml", "title: T\nopne: [sale.en]\n",
          "collection.yaml:2: opne: unknown key\n" },
        { "c/collection.yaml", "open: [sale.en]\n", "collection.yaml:1: title: is missing\n" },
    };
    run_cases(cases, sizeof cases / sizeof *cases, "title: A shelf\n");
    scratch_file("c/collection.yaml", "title: T\nopen: [sale.en\nmore: x\n");
    char *found = check("c", NULL);
    assert_int_equal(strncmp(found, "collection.yaml:", 16), 0);
    assert_null(strstr(found, "collection.yaml: "));
    assert_non_null(strstr(found, ": not valid YAML: "));
    assert_string_equal(strchr(found, '\n'), "\n");
    free(found);
}

static void test_encoding(void **state)
{
    (void)state;
    scratch_file(EN, "---\ntitle: T\nlang: en\nstory: sale\n---\nMa\xC3\x28 and\n\n\033[31m\n");
    assert_faults("articles/sale.en.md:6: is not UTF-8\n"
                  "articles/sale.en.md:8: has a control character in it\n");
}

static void test_folders_and_files_mixed_up(void **state)
{
    (void)state;
    remove(scratch_path("c/glossary.tsv"));
    remove(scratch_path("c/entities/opensky.md"));
    remove(scratch_path("c/entities"));
    mkdir(scratch_path("c/glossary.tsv"), 0700);
    scratch_file("c/entities", "a file\n");
    assert_faults("articles/sale.en.md:6: [[opensky]]: no note and no article of that name\n"
                  "articles/sale.zh.md:7: [[opensky]]: no note and no article of that name\n"
                  "entities:1: the folder cannot be read\n"
                  "glossary.tsv:1: cannot be read\n");
}

static void test_what_cannot_be_read(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip();
    scratch_file("c/articles/closed.de.md", "x");
    chmod(scratch_path("c/articles/closed.de.md"), 0);
    scratch_file("c/articles/deeper/x.de.md", "x");
    chmod(scratch_path("c/articles/deeper"), 0);
    char *found = check("c", NULL);
    chmod(scratch_path("c/articles/deeper"), 0700);
    assert_string_equal(found,
                        "articles/closed.de.md:1: Permission denied\n"
                        "articles/deeper:1: the folder cannot be read: Permission denied\n");
    free(found);
}

/* A folder that was not written for this program is held to less. */
static void test_plain_folder(void **state)
{
    (void)state;
    scratch_file("v/a.md", "---\ncolour: red\n---\nSee [[b]], [[B#There]], [[#Here]], [[ b.md ]], "
                           "[[#^id]], [[second]].\n\n# Here\n\nx ^id\n\n[[#nowhere]]\n");
    scratch_file("v/d/b.md", "---\naliases: second\n---\n\nSee [[nowhere]].\n");
    scratch_file("v/empty.txt", "");
    size_t files;
    char *found = check("v", &files);
    assert_string_equal(found, "a.md:10: #nowhere: no such heading\n"
                               "d/b.md:5: [[nowhere]]: no note and no article of that name\n");
    assert_int_equal(files, 3);
    free(found);
}

static void test_the_bundled_collection(void **state)
{
    (void)state;
    const char *folder = getenv("COLLECTION");
    if (folder == NULL || !file_is_folder(folder)) {
        print_message("COLLECTION names no folder\n");
        skip();
    }
    struct collection *collection = collection_open(folder, NULL, NULL, NULL);
    struct faults faults = { 0 };
    check_collection(collection, &faults);
    for (size_t i = 0; i < faults.count; i++)
        print_message("%s:%u: %s\n", faults.items[i].path, faults.items[i].line,
                      faults.items[i].message);
    assert_int_equal(faults.count, 0);
    assert_true(faults.files > 60);
    faults_free(&faults);
    collection_free(collection);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_nothing_wrong),         TEST(test_article_faults),
        TEST(test_dates),                 TEST(test_local_links),
        TEST(test_broken_yaml),           TEST(test_article_without_text),
        TEST(test_missing_translations),  TEST(test_name_without_language),
        TEST(test_note_faults),           TEST(test_shared_names),
        TEST(test_too_many_names),        TEST(test_links_in_a_circle),
        TEST(test_what_a_vault_takes),    TEST(test_faults_of_a_vault),
        TEST(test_glossary_faults),       TEST(test_declaration_faults),
        TEST(test_folders_and_files_mixed_up),
        TEST(test_encoding),              TEST(test_what_cannot_be_read),
        TEST(test_plain_folder),          TEST(test_the_bundled_collection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
