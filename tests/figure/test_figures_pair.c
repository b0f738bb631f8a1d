/* Which figures of two texts go together, and as what. Expectations are the rows in a line:
 * "agree 37 percent=37%; only-a $5". */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "figure/figures_pair.h"

static void add_text(const char *text, const struct figures *figures, size_t index,
                     struct buffer *out)
{
    if (index != PAIR_NONE)
        buffer_add(out, text + figures->items[index].start,
                   figures->items[index].end - figures->items[index].start);
}

static void check_linked(const char *text_a, const char *text_b, const struct figure_link *links,
                         size_t count, const char *expected)
{
    struct figures a = { 0 }, b = { 0 };
    struct figure_pairs pairs = { 0 };
    struct buffer got = { 0 };
    struct figure_date published = { 2015, 6, 22, 0, 0 };
    const struct figures_options options = { .published = &published };
    figures_find_text(text_a, 0, strlen(text_a), &options, &a);
    figures_find_text(text_b, 0, strlen(text_b), &options, &b);
    const struct figure_side left = { &a, strlen(text_a) };
    const struct figure_side right = { &b, strlen(text_b) };
    figures_pair(&left, &right,
                 &(struct figures_pair_task){ .links = links, .link_count = count }, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct figure_pair *pair = &pairs.items[i];
        buffer_add_format(&got, "%s%s ", i > 0 ? "; " : "", figure_pair_status_name(pair->status));
        add_text(text_a, &a, pair->a, &got);
        if (pair->a != PAIR_NONE && pair->b != PAIR_NONE)
            buffer_add_text(&got, "=");
        add_text(text_b, &b, pair->b, &got);
    }
    assert_string_equal(buffer_text(&got), expected);
    buffer_free(&got);
    figure_pairs_free(&pairs);
    figures_free(&a);
    figures_free(&b);
}

static void check(const char *text_a, const char *text_b, const char *expected)
{
    check_linked(text_a, text_b, NULL, 0, expected);
}

static void test_agree(void **state)
{
    (void)state;
    check("50,000 brands", "5万个品牌", "agree 50,000=5万个");
    check("a 37.6 percent stake", "百分之三十七点六的股份", "agree 37.6 percent=百分之三十七点六");
    check("$586m", "5.86 亿美元", "agree $586m=5.86 亿美元");
    check("$5", "5元", "only-a $5; only-b 5元");
    check("150 tons", "15万公斤", "agree 150 tons=15万公斤");
    check("18 months", "一年半", "agree 18 months=一年半");
    check("millions of users", "数百万用户", "agree millions=数百万");
    check("millions of users", "500万用户", "agree millions=500万");
    check("millions of users", "5000万用户", "only-a millions; only-b 5000万");
    check("Early in the text, millions of users", "400万用户", "only-a millions; only-b 400万");
    check("June 3, 2013", "2013年6月3日", "agree June 3, 2013=2013年6月3日");
    check("June 2014", "一年多前", "agree June 2014=一年多");
    check("June 2012", "一年多前", "only-a June 2012; only-b 一年多");
}

static void test_hedges(void **state)
{
    (void)state;
    check("over 100 stores", "110家店铺", "agree 100=110家");
    check("over 100 stores", "90家店铺", "only-a 100; only-b 90家");
    check("nearly $400 million", "3.92亿美元", "agree $400 million=3.92亿美元");
    check("about 1,000 orders", "1050个订单", "agree 1,000=1050个");
    check("up to 30%", "25%", "only-a 30%; only-b 25%");
}

static void test_rounded(void **state)
{
    (void)state;
    check("37.6 percent", "37%", "rounded 37.6 percent=37%");
    check("37.6 percent", "38%", "rounded 37.6 percent=38%");
    check("37.6 percent", "40%", "only-a 37.6 percent; only-b 40%");
    check("49,800 brands", "5万个品牌", "rounded 49,800=5万个");
    check("54,000 brands", "5万个品牌", "only-a 54,000; only-b 5万个");
    check("June 2014", "2014 年", "rounded June 2014=2014 年");
    check("110 to 120 million people", "1.15亿人", "rounded 110 to 120 million=1.15亿人");
    check("down 45.3 points", "几十人待到午夜", "only-a 45.3; only-b 几十人");
    check("He scored 21 points", "二十国签字", "only-a 21; only-b 二十国");
    check("a law of 1982, and more", "后来是在八十年代", "only-a 1982; only-b 八十年代");
    check("2 companies", "3家公司", "only-a 2; only-b 3家");
}

/* What a text has many of needs more than the same number. */
static void test_small_numbers(void **state)
{
    (void)state;
    check("three companies", "三家公司", "agree three=三家");
    check("three brands", "三所大学", "only-a three; only-b 三所");
    check("five users", "五名会员", "agree five=五名");
}

#define WORDS "and so it went on as it had gone on until that hour of that day "
#define LONG WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS

/* In text without passages, only what stands between figures that agree can differ. */
static void test_differ(void **state)
{
    (void)state;
    check("It has 50,000 stores, 2 million products and 5 million members.",
          "店铺 5 万家，商品 300 万种，会员 500 万名。",
          "agree 50,000=5 万家; differ 2 million=300 万种; agree 5 million=500 万名");
    check("It has 50,000 stores, $2 million and 5 million members.",
          "店铺 5 万家，商品 300 万种，会员 500 万名。",
          "agree 50,000=5 万家; only-a $2 million; agree 5 million=500 万名; only-b 300 万种");
    check("It has 50,000 stores and 2 million products.", "店铺 5 万家，商品 300 万种。",
          "agree 50,000=5 万家; only-a 2 million; only-b 300 万种");
    check("It holds 37.6 percent.", "持股 45%。", "only-a 37.6 percent; only-b 45%");
    /* near on all sides */
    static const char apart[] = "agree $500=500美元; only-a 37.6%; agree $900=900美元; only-b 45%";
    static const char a[] = "$500, 37.6%, $900.", b[] = "500美元，45%，900美元。";
    check(a, b, "agree $500=500美元; differ 37.6%=45%; agree $900=900美元");
    check("$500, " LONG "37.6%, $900.", b, apart);
    check("$500, 37.6%, " LONG "$900.", b, apart);
    check(a, "500美元，" LONG "45%，900美元。", apart);
    check(a, "500美元，45%，" LONG "900美元。", apart);
    check("$500, 37.6%, $900.", "500美元，45%。", "agree $500=500美元; only-a 37.6%; only-a $900; only-b 45%");
    check("37.6%, $900.", "45%，900美元。", "only-a 37.6%; agree $900=900美元; only-b 45%");
}

/* What stands near both speaks for a pair: two others of as many, on whichever side, but not what is far off. */
static void test_neighbours(void **state)
{
    (void)state;
    check("In 5 days it took $500, then 40%, " LONG, LONG "五天之内花了500美元，又40%",
          "agree 5 days=五天之内; agree $500=500美元; agree 40%=40%");
    check("It took $500 in 5 days, then 40%, " LONG, LONG "花500美元，五天之内40%",
          "agree $500=500美元; agree 5 days=五天之内; agree 40%=40%");
    check("It took $500, then 40%, in 5 days " LONG, LONG "花500美元，又40%，五天之内",
          "agree $500=500美元; agree 40%=40%; agree 5 days=五天之内");
    check("It took $500, then 40%, in 5 days " LONG, LONG "五天之内，又40%，花500美元",
          "agree $500=500美元; agree 40%=40%; agree 5 days=五天之内");
    check("It took $500 in 5 days " LONG, LONG "花500美元，五天之内",
          "agree $500=500美元; only-a 5 days; only-b 五天之内");
    check("It took $500, then 40%, " LONG " in 5 days " LONG, LONG "花500美元，又40%，五天之内",
          "agree $500=500美元; agree 40%=40%; only-a 5 days; only-b 五天之内");
    check("It took $500, then 40%, in 5 days " LONG, LONG "花500美元，又40%" LONG "五天之内",
          "agree $500=500美元; agree 40%=40%; only-a 5 days; only-b 五天之内");
    /* two are enough, and more are no more */
    check("It took $500, 40%, millions of euros, 60% and $900, " LONG,
          LONG "花500美元，40%，400万欧元，60%，900美元",
          "agree $500=500美元; agree 40%=40%; only-a millions of euros; agree 60%=60%; agree $900=900美元; "
          "only-b 400万欧元");
}

/* Of several that are as good the one goes first that stands more nearly in the same place. */
static void test_places(void **state)
{
    (void)state;
    check("37.6 percent " LONG "37.7 percent " LONG, LONG "38%", "only-a 37.6 percent; rounded 37.7 percent=38%");
    check("37.6 percent " LONG "37.7 percent " LONG, "38%" LONG LONG LONG,
          "rounded 37.6 percent=38%; only-a 37.7 percent");
    check(LONG LONG "37.6 percent " LONG "37.7 percent ", "38%" LONG LONG LONG,
          "rounded 37.6 percent=38%; only-a 37.7 percent");
}

static bool count_asked(void *data, double done)
{
    size_t *left = data;
    assert_true(done >= 0 && done <= 1);
    return (*left)-- > 1;
}

/* It asks often enough for its caller to stop it, and then tells no pairs. */
static void test_stopped(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    struct figures figures = { 0 };
    struct figure_pairs pairs = { 0 };
    for (size_t i = 0; i < 100; i++)
        buffer_add_format(&text, "%zu%% ", i + 101);
    figures_find_text(buffer_text(&text), 0, text.length, NULL, &figures);
    assert_int_equal(figures.count, 100);
    const struct figure_side side = { &figures, text.length };
    size_t asked = 1;
    struct figures_pair_task task = { .go_on = count_asked, .data = &asked };
    assert_false(figures_pair(&side, &side, &task, &pairs));
    assert_int_equal(asked, 0);
    assert_int_equal(pairs.count, 0);
    asked = 1000;
    assert_true(figures_pair(&side, &side, &task, &pairs));
    assert_in_range(asked, 1, 999);
    assert_int_equal(pairs.count, 100);
    figure_pairs_free(&pairs);
    assert_null(pairs.items);
    figures_free(&figures);
    buffer_free(&text);
}

/* Passages that belong together decide between equals, and let figures differ. */
static void test_links(void **state)
{
    (void)state;
    const char *a = "It takes 18%. It holds 37.6 percent.";
    const char *b = "持股 45%。另取 18%。";
    const struct figure_link links[] = { { { 0, 13 }, { 17, 32 } }, { { 14, 36 }, { 0, 14 } } };
    check_linked(a, b, links, 2, "agree 18%=18%; differ 37.6 percent=45%");
    const char *c = "It takes 30%. It gives 30 percent.";
    const char *d = "给出百分之三十。取得 30%。";
    const struct figure_link crossed[] = { { { 0, 13 }, { 24, 38 } }, { { 14, 34 }, { 0, 24 } } };
    check_linked(c, d, crossed, 2, "agree 30%=30%; agree 30 percent=百分之三十");
    check_linked(c, d, NULL, 0, "agree 30%=百分之三十; agree 30 percent=30%");
    /* a small number needs no more than that */
    const char *e = "In 5 days it fell, and that was all of it.";
    const char *f = "此前的情形不必细说，这里只说后来：五天之内就跌了。";
    const struct figure_link one[] = { { { 0, 42 }, { 51, 75 } } };
    check_linked(e, f, one, 1, "agree 5 days=五天之内");
    check_linked(e, f, NULL, 0, "only-a 5 days; only-b 五天之内");
    /* what is told bare goes with what it is of, so that what is left over differs */
    const char *g = "It cost 820 euros; the old one had cost 760.";
    const char *h = "新的850欧元；旧的760欧元。";
    const struct figure_link whole[] = { { { 0, 44 }, { 0, 37 } } };
    check_linked(g, h, whole, 1, "differ 820 euros=850欧元; agree 760=760欧元");
    check_linked(g, h, NULL, 0, "only-a 820 euros; only-a 760; only-b 850欧元; only-b 760欧元");
    check("18%", "", "only-a 18%");
    check_linked("", "", links, 2, "");
}

static void test_repeated(void **state)
{
    (void)state;
    check("30% of it, later 30% of that", "占 30%", "agree 30%=30%; agree 30%=30%");
    check("30% of it", "占 30%，后来 30%", "agree 30%=30%; agree 30%=30%");
    /* in another passage, too */
    const struct figure_link links[] = { { { 0, 20 }, { 0, 15 } }, { { 21, 35 }, { 15, 45 } } };
    check_linked("Three companies met. They parted.", "三家公司。后来三家公司散了。", links, 2,
                 "agree Three=三家; agree Three=三家");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_agree),    cmocka_unit_test(test_hedges),
        cmocka_unit_test(test_rounded),  cmocka_unit_test(test_small_numbers),
        cmocka_unit_test(test_differ),   cmocka_unit_test(test_links),
        cmocka_unit_test(test_repeated), cmocka_unit_test(test_neighbours),
        cmocka_unit_test(test_places),   cmocka_unit_test(test_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
