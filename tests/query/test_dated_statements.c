/* test_dated_statements: which sentences say when, of each kind, in both languages. A case is the
 * day of publication, a text, and "date precision" of its statements, one a line. */
#include "query/dated_statements.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "doc/reader.h"

struct dated_case {
    const char *published;
    const char *text;
    const char *expected;
};

static void tell(const struct dated_case *dated, struct buffer *out)
{
    struct dated_statements statements = { 0 };
    const struct mentions none = { 0 };
    struct figure_date published;
    struct document *document = reader_parse(dated->text, strlen(dated->text), READER_PLAIN, NULL);
    bool told = dated->published != NULL && figure_date_parse(dated->published, &published);
    dated_statements_find(document, &none, told ? &published : NULL, &statements);
    for (size_t i = 0; i < statements.count; i++) {
        dated_statement_print(&statements.items[i], out);
        buffer_add_format(out, " %s%s\n", dated_statement_precision(&statements.items[i]),
                          statements.items[i].ordered ? " ordered" : "");
    }
    dated_statements_free(&statements);
    document_free(document);
}

static void check(const struct dated_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct buffer out = { 0 };
        tell(&cases[i], &out);
        if (strcmp(buffer_text(&out), cases[i].expected) != 0) {
            print_error("of: %s\ntold:\n%swanted:\n%s", cases[i].text, buffer_text(&out),
                        cases[i].expected);
            wrong++;
        }
        buffer_free(&out);
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void plain_dates(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { NULL, "The port opened in June 2014.", "2014-06 month\n" },
        { NULL, "The port was built between 2010 and 2011.", "2010..2011 year\n" },
        { NULL, "The mayor spoke in November.", "--11 month\n" },
        { NULL, "2001-10: the port opens.", "2001-10 month\n" },
        { NULL, "港口于2014年6月启用。", "2014-06 month\n" },
        { NULL, "主任林安娜生于1974年。", "1974 year\n" },
        { NULL, "The quay is 200 metres long.", "" },
    };
    CHECK(cases);
}

/* Years, months and days that lack a part, told by those before them and by the tense. */
static void told_with_others(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { "2015-06-24", "A dive today would show how deep the crack is.", "2015-06-24 day\n" },
        { "2015-06-24", "2016年10月，大桥将重开。主任18日在会上说，石头已经运到。",
          "2016-10 month\n2015-06-18 day\n" },
        { "2015-03-24", "9月底前，大桥将重开。", "2015-09 month\n" },
        { "2015-03-24", "大桥建于1932年。同年9月，渡口关闭。次年3月，灯塔也灭了。",
          "1932 year\n1932-09 month\n1933-03 month\n" },
        { "2015-06-24", "The gate fell on Tuesday. It will be whole in 2028. A day earlier it had creaked.",
          "2015-06-23 day\n2028 year\n2015-06-22 day ordered\n" },
        { "2015-06-24", "昨晚闸门倒了。当晚下着雨。", "2015-06-23 day\n2015-06-23 day\n" },
        { "2015-07-24", "Trade fell in the fourth quarter. It will rise in the third quarter. "
                        "Second-quarter profit rose.",
          "2014-Q4 quarter\n2015-Q3 quarter\n" },
        { "2015-07-24", "第二季度，收入增长。二季度业绩会上，主任没有说话。", "2015-Q2 quarter\n" },
        { "2015-07-24", "Trade fell in the third quarter of 2013 and rose in Q4.",
          "2013-Q3 quarter\n2013-Q4 quarter\n" },
        { "2015-06-21", "去年11月起大桥就漏水。公司14日发布公告。", "2014-11 month\n2015-06-14 day\n" },
        { "2015-06-21", "气象台预计，23日起还有大雨。", "2015-06-23 day\n" },
        { "2015-03-24", "In 2011 the pier sank. The previous year had been calm.",
          "2011 year\n2010 year ordered\n" },
    };
    CHECK(cases);
}

static void told_from_publication(void **state)
{
    (void)state;
    /* a Wednesday */
    static const struct dated_case cases[] = {
        { "2015-06-24", "On Tuesday the mayor closed the bridge.", "2015-06-23 day\n" },
        { "2015-06-24", "The bridge will reopen on Monday.", "2015-06-29 day\n" },
        { "2015-06-24", "The bridge was closed on Monday 22 June.", "2015-06-22 day\n" },
        { "2015-06-24", "The mayor said on Monday that the bridge will reopen.",
          "2015-06-22 day\n" },
        { "2015-06-24", "The bridge closed last month.", "2015-05 month\n" },
        { "2015-06-24", "The bank said on Tuesday that day traders had lost.", "2015-06-23 day\n" },
        { "2015-06-24", "The bank failed on Tuesday. Later that day traders sold.",
          "2015-06-23 day\n2015-06-23 day ordered\n" },
        { "2015-06-24", "The bridge is due to reopen at the end of July.", "2015-07 month\n" },
        { "2015-07-24", "The vote was held in October.", "2014-10 month\n" },
        { "2015-07-24", "The contract of the keeper ends in December.", "2015-12 month\n" },
        { "2015-07-24", "合同12月到期的看守拒绝谈论去留。", "2015-12 month\n" },
        { "2015-07-24", "On 11 July 1405 a fleet left port.", "1405-07-11 day\n" },
        { "2015-06-24", "Engineers are to meet in Harwick on Monday.", "2015-06-29 day\n" },
        { "2015-06-24", "The harbour closed on Monday, and gulls arrived.", "2015-06-22 day\n" },
        { "2015-06-24", "On Sunday, the bridge will reopen.", "2015-06-28 day\n" },
        { "2015-06-24", "On Monday, the mayor said it would close.", "2015-06-22 day\n" },
        { "2015-06-24", "On Monday, he closed the bridge, which will reopen.", "2015-06-22 day\n" },
        { "2015-06-24", "大桥周日关闭，将于周二重开。", "2015-06-21 day\n2015-06-30 day\n" },
        { "2015-06-24", "周日起，大桥将关闭。", "2015-06-28 day\n" },
        { "2015-06-24", "周一，市长说大桥将关闭。", "2015-06-22 day\n" },
        { "2015-06-24", "周一起，学校停课了。", "2015-06-22 day\n" },
        { "2015-06-24", "The mayor will open the bridge today.", "2015-06-24 day\n" },
        { "2015-06-24", "Trade had risen in May last year.", "2014-05 month\n" },
        { "2015-06-24", "大桥昨晚关闭。", "2015-06-23 day\n" },
        { "2015-06-24", "大桥昨天关闭。", "2015-06-23 day\n" },
        { "2015-06-24", "大桥将于周一重开。", "2015-06-29 day\n" },
        { "2015-06-24", "大桥3日关闭，当天有雨。", "2015-06-03 day\n" },
        { "2015-06-24", "The captain stormed off set on Friday.", "2015-06-19 day\n" },
        { "2015-06-24", "The next race is on Saturday.", "2015-06-27 day\n" },
        { "2015-06-24", "The harbour closed last night.", "2015-06-23 day\n" },
        { "2015-06-24", "She has counted every gull since 2011.", "2011 year\n" },
        { "2015-06-24", "大桥本周六重开。", "2015-06-27 day\n" },
        { "2015-06-24", "The bank cut its rate by half a point on Tuesday.", "2015-06-23 day\n" },
        { "2015-06-24", "It wants an answer by Friday.", "2015-06-26 day\n" },
        { "2015-09-24", "Rates have dropped by a point since October.", "2014-10 month\n" },
        { "2015-01-02", "Between Dec. 30 and Jan. 1 the bridge was closed.",
          "2014-12-30..2015-01-01 day\n" },
        { "2015-06-24", "大桥5月1日至3日关闭。", "2015-05-01..2015-05-03 day\n" },
        { "2015-06-24", "大桥5月3日关闭。检修将在24日至25日继续。",
          "2015-05-03 day\n2015-05-24..2015-05-25 day\n" },
        { "2015-06-24", "大桥5月3日关闭。2010年开工，当天有雨。",
          "2015-05-03 day\n2010 year\n2015-05-03 day\n" },
        { "2015-06-24", "大桥5月3日关闭。检修20日结束。", "2015-05-03 day\n2015-05-20 day\n" },
        /* half a year away, and the tense of the nearest verb */
        { "2015-06-24", "The quay, opened in 1961, is due to close by the end of December.",
          "1961 year\n2015-12 month\n" },
        { "2015-03-04", "The vote is expected in December.", "2015-12 month\n" },
        { "2015-03-04", "The deal announced in December fell through.", "2014-12 month\n" },
        { "2015-03-04", "The ban takes effect on Jan. 1.", "2016-01-01 day\n" },
        { "2015-06-24", "The court heard the case Monday and will rule Friday.",
          "2015-06-22 day\n2015-06-26 day\n" },
        { "2015-06-24", "Ferries stop running from Monday, the harbour said.", "2015-06-29 day\n" },
        { "2015-06-24", "The quay was closed from Monday.", "2015-06-22 day\n" },
        { "2015-06-24", "船员须在周日前报名。", "2015-06-28 day\n" },
        { "2015-06-24", "船员已在周日前离港。", "2015-06-21 day\n" },
        { "2015-06-24", "会议将于3日召开。", "2015-07-03 day\n" },
        { "2015-06-24", "会议推迟至14日。", "2015-07-14 day\n" },
        { "2015-06-24", "会议14日召开。", "2015-06-14 day\n" },
        { "2015-06-24", "It has called a rally for Saturday.", "2015-06-27 day\n" },
        { "2015-06-24", "A second storm could arrive Friday.", "2015-06-26 day\n" },
        { "2015-06-24", "一日停航的损失约3亿元。", "" },
        { "2015-06-24", "大桥三日上午关闭。", "2015-06-03 day\n" },
    };
    CHECK(cases);
}

/* Seasons, weeks and the ends of years, by the publication or the date told before. */
static void told_in_words(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { "2019-11-20", "Last summer the mill shut.", "2019-22 season\n" },
        { "2019-07-20", "Last summer the mill shut.", "2018-22 season\n" },
        { "2020-01-20", "The weir froze this winter.", "2019-24 season\n" },
        { "2019-11-20", "The weir will be mended next spring.", "2020-21 season\n" },
        { "2019", "The mill shut last autumn.", "2018-23 season\n" },
        { NULL, "Last summer the mill shut.", "--22 season\n" },
        { "2019-11-20", "The mill opened in May 1931. That winter the weir froze.",
          "1931-05 month\n1931-24 season ordered\n" },
        { NULL, "The mill opened in May 1931. The following spring it burned.",
          "1931-05 month\n1932-21 season ordered\n" },
        { NULL, "The mill opened in 1931. In the autumn of that year it burned.",
          "1931 year\n1931-23 season ordered\n" },
        { "2019-11-20", "This fall in prices hurts millers. Hopes that spring up soon die.", "" },
        { "2019-11-20", "The mill will close by the end of the year.", "2019 year\n" },
        { "2019-03-20", "Its shares were worth nothing at year-end.", "2018 year\n" },
        { "2019-11-10", "The miller left at the end of the month.", "2019-10 month\n" },
        { "2019-11-20", "The mill opened in May 1931. Late in the year it burned.",
          "1931-05 month\n1931 year ordered\n" },
        { "2019-11-20", "Last week the weir broke.", "2019-11-11..2019-11-17 day\n" },
        { "2019-11-20", "The last week of June was wet.", "2019-06 month\n" },
        { NULL, "The mill opened on 3 June 1931. The following Monday it burned.",
          "1931-06-03 day\n1931-06-08 day ordered\n" },
        { NULL, "The mill opened on 3 June 1931. That night it rained.",
          "1931-06-03 day\n1931-06-03 day ordered\n" },
        { "2019-11-20", "今秋，磨坊开了两次门。", "2019-23 season\n" },
        { "2019-11-20", "磨坊1931年5月开门。那年冬天，河面结了冰。", "1931-05 month\n1931-24 season ordered\n" },
        { "2019-11-20", "磨坊1931年5月开门。次年年初失火。", "1931-05 month\n1932 year ordered\n" },
        { NULL, "磨坊1931年开门。那年，河水很低。", "1931 year\n1931 year ordered\n" },
        { "2019-11-20", "磨坊将于年底关门。", "2019 year\n" },
        { "2019-11-10", "磨坊月底换了东家。", "2019-10 month\n" },
        { "2019-11-20", "少年初次登台，周年底片仍在。", "" },
        { "2019-11-20", "大前年，磨坊亏损。", "2016 year\n" },
        { "2019-11-20", "上周，河堤决口。下周期刊出版。", "2019-11-11..2019-11-17 day\n" },
    };
    CHECK(cases);
}

/* Years of any age. */
static void years_of_old(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { NULL, "The wall fell in 753 BC.", "-0752 year\n" },
        { NULL, "He lived 551–479 BC.", "-0550..-0478 year\n" },
        /* so many of British Columbia, and so many more */
        { NULL, "Some 400 BC residents moved.", "" },
        { NULL, "Some 100 BC Hydro workers walked out.", "" },
        { NULL, "The firm sold 32 AD converters.", "" },
        { NULL, "In 400 BC residents fled.", "-0399 year\n" },
        { NULL, "The flock fell by 2500.", "" },
        { NULL, "Orders rose by 2100, the mill said.", "" },
        { NULL, "The ice will be gone by 2500.", "2500 year\n" },
        { "2031-03-20", "我们去春城看花。", "" },
        { "2031-03-20", "大家想去夏河。", "" },
        { "2031-03-20", "经理李明春回了家。", "" },
        { "2031-03-20", "工程明春完工。", "2032-21 season\n" },
        { "2031-03-20", "该厂去冬停产。", "2030-24 season\n" },
        { "2031-03-20", "It was summer that year when we met, and 2019.", "2019 year\n" },
        /* put off from one day to another */
        { "2031-03-20", "14日召开的集市因雨改期。", "2031-03-14 day\n" },
        { "2031-03-20", "原定14日举行的集市推迟到28日。", "2031-03-14 day\n2031-03-28 day\n" },
        { NULL, "It began in 1 B.C. and ended in AD 79.", "0000 year\n0079 year\n" },
        { NULL, "The third century BC was calm.", "-02XX century\n" },
        { NULL, "In the year 1066 the duke landed.", "1066 year\n" },
        { NULL, "The dyke must hold until 2100.", "2100 year\n" },
        { NULL, "The fair was seen by 2150 people.", "" },
        { NULL, "It starts on 0001-01-01 and ends on 9999-12-31.", "0001-01-01 day\n9999-12-31 day\n" },
        { "2019-11-20", "It ends on 31 December 9999.", "9999-12-31 day\n" },
        { "2019-11-20", "The file says 1 January 0000.", "" },
        { NULL, "公元前221年，六国归一。", "-0220 year\n" },
        { NULL, "他（前551年－前479年）教书。", "-0550..-0478 year\n" },
        { NULL, "公元前3世纪，长城动工。", "-02XX century\n" },
        { NULL, "公元79年，火山喷发。", "0079 year\n" },
        { NULL, "9999年12月31日到期。", "9999-12-31 day\n" },
        { NULL, "贞观三年，僧人西行。", "0629 year\n" },
        { "2019-11-20", "磨坊前20年亏损。", "" },
    };
    CHECK(cases);
}

/* What the day of publication lacks stands in the dateline. */
static void told_by_dateline(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { "2019", "HARWICK, Nov 18 (Reuters) - The mill shut on Friday.", "2019-11-15 day\n" },
        { "2019-11", "HARWICK, Nov 18 (Reuters) - The mill shut on Friday.", "2019-11-15 day\n" },
        { "2018-03-07", "HARWICK, Nov 18 (Reuters) - The mill shut on Friday.", "2018-03-02 day\n" },
        { NULL, "HARWICK, Nov 18 (Reuters) - The mill shut on Friday.", "" },
        { NULL, "新华社上海2019年11月18日电 磨坊周五关门。", "2019-11-15 day\n" },
    };
    CHECK(cases);
}

static void placed_by_order(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { "2015-06-24", "大桥5月3日关闭。市长前一天说，大桥明年重开。",
          "2015-05-03 day\n2016 year\n2015-05-02 day ordered\n" },
        { NULL, "The port opened in 2003. A year later it was sold.",
          "2003 year\n2004 year ordered\n" },
        { NULL, "The port opened on 3 June 2013. The next day it closed.",
          "2013-06-03 day\n2013-06-04 day ordered\n" },
        { NULL, "港口2013年6月3日启用。两天后关闭。", "2013-06-03 day\n2013-06-05 day ordered\n" },
        { NULL, "She ran it from 1999 to 2004. A year later she sold it.",
          "1999..2004 year\n2005 year ordered\n" },
        { NULL, "The port opened in 2003. Less than a year later, in May 2004, it closed.",
          "2003 year\n2004-05 month\n" },
        { NULL, "The port opened in 2003. Two years earlier it had burned.",
          "2003 year\n2001 year ordered\n" },
        { NULL, "港口2003年启用。次年关闭。", "2003 year\n2004 year ordered\n" },
        { NULL, "The port opened in 2003. The year before, it had burned.",
          "2003 year\n2002 year ordered\n" },
        { NULL, "A year later it was sold.", "" },
        { NULL, "The port opened in 2003. Two days after that it burned.",
          "2003 year\n2003 year ordered\n" },
        { NULL, "The port opened in 2003. Three months later it was sold.",
          "2003 year\n2003..2004 year ordered\n" },
        { NULL, "The port opened in summer 2003. Two years later it closed.",
          "2003-22 season\n2005 year ordered\n" },
        { NULL, "The port opened in 2003. It was grey. He left the same day the crane fell.",
          "2003 year\n" },
        { NULL, "港口2003年5月启用。半年后关闭。", "2003-05 month\n2003-11 month ordered\n" },
        { NULL, "港口2003年启用。三个月后关闭。", "2003 year\n2003..2004 year ordered\n" },
        { "2015-06-24", "港口2003年启用。十年后，船都走了。", "2003 year\n2013 year ordered\n" },
        { "2015-06-24", "港口2003年启用。十年后，船都将离开。", "2003 year\n2025 year ordered\n" },
        { NULL, "The port opened in May 2003. The following September it closed.",
          "2003-05 month\n2003-09 month\n" },
        { NULL, "港口2003年启用。次年9月关闭。", "2003 year\n2004-09 month\n" },
        { NULL, "The port opened in 2003. On 12 November it burned.",
          "2003 year\n2003-11-12 day\n" },
        { NULL,
          "Cars sold well in 2024, up from a year earlier. More were sold than the year before.",
          "2024 year\n2023 year ordered\n2023 year ordered\n" },
        { "2020-09-28", "On 12 February 1941 the pilot was the first. He died on 15 March.",
          "1941-02-12 day\n1941-03-15 day\n" },
    };
    CHECK(cases);
}

static void no_dates(void **state)
{
    (void)state;
    static const struct dated_case cases[] = {
        { "2015-06-24", "新华社大连6月24日电（记者 某某）大桥关闭了。", "" },
        { "2015-06-24", "The storms usually come in August.", "" },
        { "2015-06-24", "This year's first storm was weak.", "" },
        { "2015-06-24", "Last year's storm was weak.", "" },
        { "2015-06-24", "她今年七十一岁。", "" },
        { "2015-06-24", "去年的预算很小。", "" },
        { "2015-06-24", "The second-quarter results were good.", "" },
        { "2015-06-24", "他读过《2014年港口报告》。", "" },
        { "2015-06-24", "旅客须14日集中隔离。", "" },
        { "2015-06-24", "The river is clean today and full of fish.", "" },
    };
    CHECK(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_dates),
        cmocka_unit_test(told_from_publication), cmocka_unit_test(told_with_others),
        cmocka_unit_test(placed_by_order),
        cmocka_unit_test(told_in_words),
        cmocka_unit_test(years_of_old),
        cmocka_unit_test(told_by_dateline),
        cmocka_unit_test(no_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
