#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "library/version_group.h"
#include "library/version_name.h"

/* An id, the name that versions share, the language that its tag tells. */
static const struct {
    const char *id;
    const char *name;
    const char *language;
} names[] = {
    { "sale.en", "sale", "en" },
    { "sale.zh", "sale", "zh" },
    { "sale_zh", "sale", "zh" },
    { "sale-zh", "sale", "zh" },
    { "sale.zh-CN", "sale", "zh" },
    { "sale_zh_CN", "sale", "zh" },
    { "sale-zh-hans", "sale", "zh" },
    { "sale.zh-Hant", "sale", "zh" },
    { "sale-zh-tw", "sale", "zh" },
    { "sale-cn", "sale", "zh" },
    { "sale_chs", "sale", "zh" },
    { "sale-eng", "sale", "en" },
    { "sale_en-US", "sale", "en" },
    { "Sale.EN", "sale", "en" },
    { "en/sale", "sale", "en" },
    { "zh-cn/sale", "sale", "zh" },
    { "content/zh-hans/posts/sale", "content/posts/sale", "zh" },
    { "docs/zh_TW/sale.zh-tw", "docs/sale", "zh" },
    { "2015/june/sale.zh", "2015/june/sale", "zh" },
    { "sale (en)", "sale", "en" },
    { "报道（中文）", "报道", "zh" },
    { "报道英文版", "报道", "en" },
    { "报道-中文", "报道", "zh" },
    { "v1.2.zh", "v1.2", "zh" },
    { "sale.ja", "sale", "ja" },
    { "sale", "sale", "" },
    { "open", "open", "" },
    { "kitchen", "kitchen", "" },
    { "wash-it", "wash-it", "" },
    { "end.of.day", "end.of.day", "" },
    { "en", "en", "" },
    { "zh.notes", "zh.notes", "" },
    { "", "", "" },
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char language[VERSION_NAME_LANGUAGE];
        char *name = version_name(names[i].id, language);
        assert_string_equal(name, names[i].name);
        assert_string_equal(language, names[i].language);
        free(name);
    }
}

static void test_languages(void **state)
{
    (void)state;
    static const char *const tags[][2] = { { "zh-Hant", "zh" }, { "cmn", "zh" }, { "en-GB", "en" },
                                           { "English", "en" }, { "中文", "zh" }, { "la", "la" },
                                           { "", "" } };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        char language[VERSION_NAME_LANGUAGE];
        version_name_language(tags[i][0], language);
        assert_string_equal(language, tags[i][1]);
    }
}

static struct article make_article(const char *id, const char *lang, const char *story)
{
    return (struct article){ .id = id, .path = id, .title = id, .lang = lang, .story = story,
                             .publisher = "", .published = "", .source = "", .byline = "",
                             .translation_of = "" };
}

static void test_groups(void **state)
{
    (void)state;
    struct article articles[] = {
        make_article("sale.en", "en", ""),     make_article("sale.zh", "zh", ""),
        make_article("README", "en", ""),      make_article("README.zh-CN", "zh", ""),
        make_article("plan", "en", ""),        make_article("plan-cn", "en", ""),
        make_article("boat.en", "en", "boats"), make_article("zh/boat", "zh", ""),
        make_article("rate.en", "en", ""),     make_article("rate.ja", "", ""),
        make_article("lone.en", "en", ""),     make_article("tide.en", "en", ""),
        make_article("tide-en", "en", ""),
    };
    static const char *const stories[] = { "sale", "sale", "readme", "readme", "",     "", "boats",
                                           "boats", "rate", "rate",  "",       "",     "" };
    struct version_names kept = { 0 };
    version_group_settle(articles, sizeof articles / sizeof *articles, &kept);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        assert_string_equal(articles[i].story, stories[i]);
    assert_string_equal(articles[9].lang, "ja");
    version_names_free(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
