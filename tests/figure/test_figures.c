/* Which figures a text has. Expectations are the text itself with ⟦figure|kind value unit⟧ around
 * what should be found; "~" and the like behind the unit tell the hedges, "=" the date meant. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>
#include <time.h>

#include "doc/reader.h"
#include "figure/figure_hedge.h"
#include "figure/figures.h"
#include "test_scale.h"

#define OPEN "⟦"
#define CLOSE "⟧"

static const char hedge_marks[] = { '~', '-', '>', '<', 'u', 'l', '?', 'a' };

/* The marked text without its marks. */
static void unmark(const char *marked, struct buffer *out)
{
    for (const char *at = marked; *at != '\0'; at++) {
        if (strncmp(at, OPEN, strlen(OPEN)) == 0)
            at += strlen(OPEN) - 1;
        else if (*at == '|' && strstr(at, CLOSE) != NULL)
            at = strstr(at, CLOSE) + strlen(CLOSE) - 1;
        else
            buffer_add_byte(out, *at);
    }
}

static void describe(const struct figure *figure, struct buffer *out)
{
    buffer_add_format(out, "|%s ", figure_kind_name(figure->kind));
    figure_print_value(figure, out);
    if (figure->unit[0] != '\0')
        buffer_add_format(out, " %s", figure->unit);
    if (figure->hedges != 0)
        buffer_add_text(out, " ");
    for (unsigned i = 0; i < sizeof hedge_marks; i++) {
        if (figure->hedges & 1u << i)
            buffer_add_byte(out, hedge_marks[i]);
    }
    if (figure_date_is_set(&figure->resolved)) {
        buffer_add_text(out, " =");
        figure_date_print(&figure->resolved, out);
    }
}

static void mark(const char *text, const struct figures *figures, struct buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->items[i];
        assert_true(figure->start >= at && figure->end > figure->start);
        buffer_add(out, text + at, figure->start - at);
        buffer_add_text(out, OPEN);
        buffer_add(out, text + figure->start, figure->end - figure->start);
        describe(figure, out);
        buffer_add_text(out, CLOSE);
        at = figure->end;
    }
    buffer_add_text(out, text + at);
}

static void check_dated(const struct figure_date *published, const char *marked)
{
    struct buffer text = { 0 };
    struct buffer got = { 0 };
    struct figures figures = { 0 };
    struct figures_options options = { .published = published };
    unmark(marked, &text);
    figures_find_text(buffer_text(&text), 0, text.length, &options, &figures);
    mark(buffer_text(&text), &figures, &got);
    assert_string_equal(buffer_text(&got), marked);
    figures_free(&figures);
    buffer_free(&text);
    buffer_free(&got);
}

static void check(const char *marked)
{
    check_dated(NULL, marked);
}

static void check_published(const char *published, const char *marked)
{
    struct figure_date date;
    assert_true(figure_date_parse(published, &date));
    check_dated(&date, marked);
}

static void test_percent(void **state)
{
    (void)state;
    check("a ⟦37.6 percent|percent 37.6 %⟧ stake, ⟦37%|percent 37 %⟧, ⟦two per cent|percent 2 %⟧");
    check(
        "股权占 ⟦37.6%|percent 37.6 %⟧，⟦百分之三十七点六|percent 37.6 %⟧，⟦５０％|percent 50 %⟧");
    check("⟦三成|percent 30 %⟧用户，公司成立");
    check("up ⟦2 percentage points|percent 2 pp⟧, 上升⟦1.5个百分点|percent 1.5 pp⟧");
    check("up to ⟦30%|percent 30 % u⟧, 最多提高到 ⟦30%|percent 30 % u⟧");
    check("from ⟦10%|percent 10 %⟧ to ⟦15%|percent 15 %⟧, ⟦10-15%|percent 10..15 %⟧");
}

static void test_money(void **state)
{
    (void)state;
    check("The ⟦$586m|money 586000000 USD⟧ deal, nearly ⟦$50 million|money 50000000 USD -⟧");
    check("⟦US$1.2bn|money 1200000000 USD⟧, ⟦HK$5|money 5 HKD⟧, ⟦€3|money 3 EUR⟧, "
          "⟦£1,200|money 1200 GBP⟧");
    check("⟦5.86 亿美元|money 586000000 USD⟧，近 ⟦4 亿美元|money 400000000 USD -⟧，"
          "⟦1.5万亿元|money 1500000000000 CNY⟧");
    check("⟦hundreds of millions of dollars|money 100000000 USD ?⟧，⟦数亿美元|money 100000000 USD "
          "?⟧");
    check("⟦三元五角|money 3.5 CNY⟧一张票，⟦3角|money 0.3 CNY⟧一张，三角一块地");
    check("⟦five hundred yuan|money 500 CNY⟧ or ⟦3千5百元|money 3500 CNY⟧");
    check("⟦$4 to $5 million|money 4000000..5000000 USD⟧");
    check("$ alone, and US$");
}

static void test_counts(void **state)
{
    (void)state;
    check("The total was ⟦12,000|count 12000⟧. Users left ⟦50|count 50 companies⟧ U.S. firms.");
    check("⟦50,000|count 50000 brands⟧ brands，⟦5 万个|count 50000 brands⟧品牌");
    check("over ⟦4.4 million|count 4400000 users >⟧ registered users from over "
          "⟦200|count 200 countries >⟧ countries");
    check(
        "注册用户已超过 ⟦440 万|count 4400000 users >⟧，来自 ⟦200 多个|count 200 countries >⟧国家");
    check("⟦A glass and a half|count 1.5 glasses⟧, a ⟦12|count 12 boxes⟧-box set, a ⟦9|count 9 cherries⟧-cherry pie, a "
          "⟦two|count 2 toys⟧-toy chest");
    check("店铺 ⟦5 万家|count 50000 stores⟧，会员 ⟦500 万名|count 5000000 members⟧");
    check("cut from ⟦40|count 40 people⟧ to ⟦3|count 3 people⟧ people");
    check("went from ⟦40|count 40 people⟧ people to ⟦3|count 3 people⟧ in ⟦a single day|duration 1 "
          "day⟧");
    check("从 ⟦40 人|count 40 people⟧裁到 ⟦3 人|count 3 people⟧");
    check("⟦110, 120 million|count 110000000..120000000 people⟧ people shopping");
    check("⟦1.1 亿、1.2 亿人|count 110000000..120000000 people⟧在买东西");
    check("⟦五万余人|count 50000 people >⟧，⟦十几家|count 10 companies >⟧公司，⟦两三百人|count "
          "200..300 people⟧");
    check("⟦millions|count 1000000 users ?⟧ of users, ⟦数百万|count 1000000 users ?⟧用户");
    check("⟦Two|count 2 companies⟧ Chinese companies, ⟦两家|count 2 companies⟧公司");
    check("⟦50|count 50 companies⟧ Chinese companies and ⟦a dozen|count 12 orders⟧ orders");
}

/* Two hedged numbers are one range where each bounds the other. */
static void test_bounds(void **state)
{
    (void)state;
    check("⟦100+|count 100 l⟧ boats, ⟦two|count 2 boats l⟧ or more boats, ⟦50|count 50 boats l⟧-plus boats");
    check("over ⟦3 and under 8|count 3..8 boats⟧ boats, under ⟦8 km and over 3 km|length 3..8 km⟧");
    check("over ⟦8|count 8 >⟧ and under ⟦5|count 5 boats <⟧ boats, over ⟦3 km|length 3 km >⟧ and under ⟦5 miles|length 5 mi <⟧");
    check("at least ⟦3 to 5|count 3..5 l⟧ and at most ⟦8|count 8 boats u⟧ boats");
    check("at least ⟦3|count 3 l⟧ and at most ⟦5 to 8|count 5..8 boats u⟧ boats");
    check("⟦2|count 2⟧ or at most ⟦4|count 4 boats u⟧ boats, over ⟦3 km|length 3 km >⟧ and ⟦8 km|length 8 km⟧");
    check("under ⟦8 km|length 8 km <⟧ and ⟦3 km|length 3 km⟧, ⟦8 km|length 8 km⟧ and at least ⟦3 km|length 3 km l⟧");
    check("boards of ⟦8 m|length 8 m⟧ and ⟦5 m|length 5 m⟧, at least ⟦3|count 3 l⟧ and at most ⟦5%|percent 5 % u⟧");
}

static void test_measures(void **state)
{
    (void)state;
    check("⟦4 克|mass 4 g⟧盐，票价 ⟦4 克朗|money 4 ?⟧，⟦4 克拉|count 4 carats⟧");
    check("⟦150 tons|mass 150 t⟧ of cherries, ⟦80 吨|mass 80 t⟧坚果, ⟦3 to 5 kg|mass 3..5 kg⟧, "
          "⟦三斤|mass 1.5 kg⟧");
    check("⟦5 km|length 5 km⟧, ⟦3.5 miles|length 3.5 mi⟧, ⟦十公里|length 10 km⟧");
    check("⟦15 years|duration 15 year a⟧ ago, ⟦15 年|duration 15 year a⟧前, "
          "⟦two decades|duration 20 year⟧");
    check(
        "the past ⟦10 or 15 years|duration 10..15 year⟧, 过去 ⟦10 年、15 年|duration 10..15 year⟧");
    check(
        "⟦一年之内|duration 1 year u⟧，⟦一年多|duration 1 year >a⟧前，⟦十分钟|duration 10 minute⟧");
    check("⟦半年|duration 0.5 year⟧，⟦一年半|duration 1.5 year⟧，⟦一个半小时|duration 1.5 hour⟧，"
          "⟦两个半月|duration 2.5 month⟧");
    check("⟦half a year|duration 0.5 year⟧, ⟦two and a half hours|duration 2.5 hour⟧, "
          "⟦a year and a half|duration 1.5 year⟧");
    check("inside ⟦a year|duration 1 year u⟧, twice a year, every day, one day, 有一天, 那一年");
}

static void test_dates(void **state)
{
    (void)state;
    check("⟦06/3/13|date 2013-06-03 day⟧, ⟦2013-06-03|date 2013-06-03 day⟧, "
          "⟦June 3, 2013|date 2013-06-03 day⟧, ⟦3 June|date --06-03 day⟧");
    check("⟦12/25/2015|date 2015-12-25 day⟧ and ⟦25/12/2015|date 2015-12-25 day⟧");
    check("in ⟦June 2014|date 2014-06 month⟧ and by the ⟦end of July|date --07 month⟧");
    check("⟦2014 年 6 月|date 2014-06 month⟧，⟦7 月底|date --07 month⟧，"
          "⟦2013年6月3日|date 2013-06-03 day⟧，⟦二〇一四年|date 2014 year⟧");
    check("between ⟦2010 and 2011|date 2010..2011 year⟧，⟦2010 年到 2011 年|date 2010..2011 year⟧");
    check("⟦2000|count 2000 people⟧ people, ⟦1,999|count 1999 stores⟧ stores");
    check("you may go; in ⟦May|date --05 month⟧, on ⟦March 5|date --03-05 day⟧, march on");
    check("⟦Q2 2014|date 2014-Q2 quarter⟧, the ⟦second quarter of 2015|date 2015-Q2 quarter⟧; "
          "⟦第三季度|date --Q3 quarter⟧, ⟦summer of 2014|date 2014-22 season⟧");
    check("the ⟦1990s|date 199X decade⟧, ⟦90年代|date 199X decade⟧");
    check("⟦June to July 2014|date 2014-06..2014-07 month⟧, "
          "⟦2014|date 2014 year⟧ – ⟦3 May|date --05-03 day⟧");
    check("去年，上个月，周二, last month, on Tuesday");
    check("13/45/20 and 2014-13-45");
}

static void test_published(void **state)
{
    (void)state;
    check_published("2015-06-22",
                    "⟦一年多|duration 1 year >a =2014-06⟧前，⟦去年 11 月|date 2014-11 month⟧，"
                    "⟦周二|date 2015-06-16 day⟧，⟦本月初|date 2015-06 month⟧");
    check_published("2015-06-22",
                    "⟦last month|date 2015-05 month⟧, on ⟦Tuesday|date 2015-06-16 day⟧, "
                    "⟦last November|date 2014-11 month⟧, ⟦July|date --07 month =2015-07⟧");
    check_published("2015-06-22", "⟦4 years|duration 4 year a =2011-06⟧ ago, ⟦5 years|duration 5 year a =2010⟧ ago, "
                                  "⟦2 months|duration 2 month a =2015-04⟧ ago, ⟦2 weeks|duration 2 week a =2015-06⟧ ago");
    check_published("2015-06-22", "⟦15 years|duration 15 year a =2000⟧ ago, "
                                  "⟦three days|duration 3 day a =2015-06-19⟧ ago");
}

/* A day alone is the last such day up to the publication; not a floor, and not a birthday. */
static void test_days_alone(void **state)
{
    const struct figure_date dateline = { .month = 1, .day = 14 };
    (void)state;
    check_published("2015-06-22",
                    "It met on the ⟦12th|date 2015-06-12 day⟧, and by the "
                    "⟦25th|date 2015-05-25 day⟧ it had. ⟦12日|date 2015-06-12 day⟧开会");
    check_published("2015-06-22",
                    "On the 12th floor, since the ⟦5th|ordinal 5⟧ birthday, "
                    "the ⟦25th|ordinal 25⟧ time");
    /* A dateline knows no year: then nothing is told but days. */
    check_dated(&dateline, "On Friday, last month and on the ⟦12th|date --01-12 day⟧. "
                           "⟦30日|date --12-30 day⟧，周五，去年");
    check("on the 12th, 12日");
}

static void test_ordinals(void **state)
{
    (void)state;
    check(
        "developing ⟦second|ordinal 2⟧ fastest, 位居⟦第二|ordinal 2⟧, the ⟦third|ordinal 3⟧ time");
    check("the first to tell, at first, a second, ⟦a third|fraction 1/3⟧ of them, second-hand, "
          "third-party");
    check("第一时间，第三方，第二天，头一回，世界⟦第一|ordinal 1⟧");
}

/* Numbers that a reader takes for words, names and labels. */
static void test_no_figures(void **state)
{
    (void)state;
    check("one of the, no one, one another, one large marketplace, One route, the one");
    check("The two talked. What the two offer jointly is unique.");
    check("一下，一起，一样，万一，一个，一家，四处，三番五次，十分，二者，双方，几家，一位，一条");
    check("两岸，两者，三角，五金，半导体，百货，千万不要，上海");
    check("IBS 3000 Innovation, CIS 3444, Windows 10, Chapter 3, page 5, No. 7, #4");
    check("B2C, Back 2 China, 11Main.com, iPhone6, COVID-19, 5G, v1.2, 1.2.3, 1,2,3, 24/7, 9:30");
    check("call 555-1234 or 1-800-555-1234");
    check("https://x.org/2015/06/22 www.a.com/5 me5@b.com techcrunch.com/2015/06/22/");
    check("see https://x.org/a+2014~5(6) and a.b+7@c.org");
    check("9 a.m., 9点, ⟦20 世纪|date 19XX century⟧");
    check("11 Main，为 11 Main 提供");
    check("百百百");
}

/* What the news are full of, and what only looks like it. */
static void test_news(void **state)
{
    (void)state;
    check("⟦$3.2 billion|money 3200000000 USD⟧ in the ⟦third quarter|date --Q3 quarter⟧ ended "
          "⟦Sept. 30, 2014|date 2014-09-30 day⟧, ⟦27 cents|money 0.27 USD⟧");
    check("roughly ⟦35,000|count 35000 people ~⟧ people; more than ⟦two dozen|count 24 >⟧ injured");
    check("a ⟦56-year|duration 56 year⟧-old; for ⟦a decade|duration 10 year⟧; "
          "a ⟦1990|date 1990 year⟧ law");
    check("⟦two to three years|duration 2..3 year⟧，⟦两到三年|duration 2..3 year⟧, "
          "⟦one or two weeks|duration 1..2 week⟧");
    check("⟦1.5至2亿元|money 150000000..200000000 CNY⟧，⟦1至3月|date --01..--03 month⟧");
    check("⟦Rmb2.7bn|money 2700000000 CNY⟧, a ⟦300|count 300 pages⟧-page report, "
          "⟦late 2015|date 2015 year⟧, ⟦2015年底|date 2015 year⟧");
    check("under ⟦30|count 30 <⟧, under ⟦five|count 5 headings⟧ headings");
    check("⟦one in five|fraction 1/5⟧ adults, ⟦nine out of ten|fraction 9/10⟧ doctors, "
          "⟦two-thirds|fraction 2/3⟧, ⟦3/4|fraction 3/4⟧ of them, ⟦三分之一|fraction 1/3⟧");
    check("won 104-98 in 2009-10; the world's ⟦second|ordinal 2⟧-largest");
    check("⟦50平方米|area 50 m2⟧，⟦20 square metres|area 20 m2⟧，"
          "⟦20世纪|date 19XX century⟧，4日抵达，3M, 4G");
    check("⟦成百上千|count 1000 officers ?⟧的警察，人数百万，网上百货，以上百分之五");
    check("约⟦3.5万名|count 35000 employees ~⟧员工，⟦三成以上|percent 30 % l⟧，⟦5级|count 5 magnitude⟧");
}

/* A figure at either end of a text, and texts that end within one. */
static void test_edges(void **state)
{
    (void)state;
    check("⟦5%|percent 5 %⟧");
    check("⟦5|count 5⟧");
    check("⟦5|count 5⟧ ");
    check("⟦5 m|length 5 m⟧");
    check("百分之");
    check("$");
    check("");
}

static void test_leave_out(void **state)
{
    (void)state;
    const char *text = "It sold 11 stores and 12 stores";
    const struct span gaps[] = { { 8, 17 } };
    const struct figures_options options = { .leave_out = gaps, .leave_out_count = 1 };
    struct figures figures = { 0 };
    figures_find_text(text, 0, strlen(text), &options, &figures);
    assert_int_equal(figures.count, 1);
    assert_int_equal(figures.items[0].start, 22);
    figures_free(&figures);
    /* a range stops short of a name */
    text = "over 10 to 11 Main stores";
    const struct span name[] = { { 11, 18 } };
    const struct figures_options named = { .leave_out = name, .leave_out_count = 1 };
    figures_find_text(text, 0, strlen(text), &named, &figures);
    assert_int_equal(figures.count, 1);
    assert_int_equal(figures.items[0].end, 7);
    figures_free(&figures);
    /* and so does a number */
    text = "won 2 Million Dollar Baby prizes";
    const struct span title[] = { { 6, 25 } };
    const struct figures_options titled = { .leave_out = title, .leave_out_count = 1 };
    figures_find_text(text, 0, strlen(text), &titled, &figures);
    assert_int_equal(figures.count, 0);
    figures_free(&figures);
}

/* Figures do not run over blocks, code has none. */
static void test_document(void **state)
{
    (void)state;
    const char *source = "# In 2014\n\n5\n\npercent `37 %` 38 %\n\n    39 %\n";
    struct document *document = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    struct figures figures = { 0 };
    struct buffer got = { 0 };
    figures_find(document, NULL, &figures);
    for (size_t i = 0; i < figures.count; i++)
        describe(&figures.items[i], &got);
    assert_string_equal(buffer_text(&got), "|date 2014 year|count 5|percent 38 %");
    buffer_free(&got);
    figures_free(&figures);
    document_free(document);
}

/* What a sum of money is the price of is told beside it. */
static void test_prices(void **state)
{
    (void)state;
    static const char *const prices[][2] = {
        { "Oil is at about $52 a barrel.", "about, per barrel" },
        { "The wage is £7.20 an hour.", "per hour" },
        { "Offices rent for HK$120 a square foot.", "per ft2" },
        { "It earned $0.35 per share.", "per share" },
        { "He repaid $40 a year later.", "" },
        { "It cost 3 million euros.", "" },
        { "螺纹钢报价2350元/吨。", "per t" },
        { "每股派息0.12美元。", "per share" },
        { "每吨上涨30元。", "per t" },
        { "每月房租3000元。", "per month" },
        { "每次都到，总价50万元。", "" },
    };
    for (size_t i = 0; i < sizeof prices / sizeof *prices; i++) {
        struct figures figures = { 0 };
        struct buffer remark = { 0 };
        figures_find_text(prices[i][0], 0, strlen(prices[i][0]), NULL, &figures);
        assert_true(figures.count > 0);
        for (size_t k = 0; k < figures.count; k++) {
            if (figures.items[k].kind == FIGURE_MONEY)
                figure_hedge_remark(&figures.items[k], &remark);
        }
        assert_string_equal(buffer_text(&remark), prices[i][1]);
        buffer_free(&remark);
        figures_free(&figures);
    }
}

/* Runs that end in no figure: reading each anew to its end took half a minute, and a list overflowed the
 * stack. */
static void test_hostile(void **state)
{
    (void)state;
    static const char *const parts[] = { "1°1''", "1、", "9 and ", "1, " };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buffer text = { 0 };
        struct figures figures = { 0 };
        for (size_t k = test_share(24000); k > 0; k--)
            buffer_add_text(&text, parts[i]);
        buffer_add_text(&text, "C");
        clock_t begun = clock();
        figures_find_text(text.data, 0, text.length, &(struct figures_options){ 0 }, &figures);
        assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 5);
        figures_free(&figures);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile),    cmocka_unit_test(test_percent),    cmocka_unit_test(test_money),
        cmocka_unit_test(test_counts),     cmocka_unit_test(test_bounds), cmocka_unit_test(test_measures),
        cmocka_unit_test(test_dates),      cmocka_unit_test(test_published),
        cmocka_unit_test(test_days_alone), cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_no_figures), cmocka_unit_test(test_news),
        cmocka_unit_test(test_edges),      cmocka_unit_test(test_leave_out),
        cmocka_unit_test(test_document),   cmocka_unit_test(test_prices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
