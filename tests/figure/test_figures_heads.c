/* What the heads and captions of tables tell of the numbers in their cells. Expected are the
 * figures of the rows below the heads; those that a head tells of have a star. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "doc/reader.h"
#include "figure/figure_compare.h"
#include "figure/figure_hedge.h"
#include "figure/figures.h"

struct row {
    const char *caption;
    const char *heads; /* with cells that | divides; a second row of heads behind a newline */
    const char *cells;
    const char *expected;
};

static const struct row rows[] = {
    /* What the rows are of holds below periods. */
    { "", "Sales (US$ m)|2019|2020", "Books|12.5|13", "money 12500000 USD*; money 13000000 USD*" },
    { "", "产量（万吨）|2022年|2023年", "大豆|2,028|2,084", "mass 20280000 t*; mass 20840000 t*" },
    { "", "Country (area in km²)|Population|Rank", "Ruritania|1200|3", "count 1200; count 3" },
    { "", "指标（%）|2021|2022", "失业率|5.1|5.5", "percent 5.1 %*; percent 5.5 %*" },
    { "", "Cargo (million tonnes)|2023|Change %", "Coal|12.9|-5.8", "mass 12900000 t*; percent -5.8 %*" },
    { "", "Employees (thousands)|2020|2021", "North|1.2|1.3", "count 1200*; count 1300*" },
    { "", "Ship (length in m)|Year|Crew", "Haixing|1998|40", "date 1998 year; count 40" },
    { "", "Depth (m)|January|Q2 2024", "Lake|3.1|2.9", "length 3.1 m*; length 2.9 m*" },
    { "", "Item|2019|2020", "Books|12.5|13", "count 12.5; count 13" },
    /* English */
    { "", "Firm|Revenue (US$ bn)|Share", "Orion|37.6|12%", "money 37600000000 USD*; percent 12 %" },
    { "", "Year|Sales, RMB'000|Change %", "2013|1,250|-4.5",
      "date 2013 year; money 1250000 CNY*; percent -4.5 %*" },
    { "(in millions, except per share data)", "|2013|2014", "Net loss|(3.2)|$4.1",
      "count -3200000*; money 4100000 USD*" },
    { "(in millions, except per share data)", "|2013|2014", "Earnings per share|0.25|0.31",
      "count 0.25; count 0.31" },
    { "Results in US$ millions", "Rank|Firm|Sales|Founded|Employees", "2|Orion|300|1999|1250",
      "count 2; money 300000000 USD*; date 1999 year; count 1250" },
    { "", "Item|Cost (US$ m)|Area (km²)", "Arden|`5`|4", "area 4 km2*" },
    { "Results", "(in thousands)|2013|Phone", "Sales|1999|555-0142", "date 1999 year" },
    { "", "City|Area|Pop.\n|km²|millions", "Arden|300|5.3", "area 300 km2*; count 5300000*" },
    { "", "Peak|Height (m)|Visitors (m)|Power (k)", "Arden|300|5.3|7",
      "length 300 m*; count 5300000*; count 7" },
    { "", "Team|Won|Games won|Pts|GB|(W)|Born (year)", "Arden|11|12|13|14|15|1987",
      "count 11; count 12; count 13; count 14; count 15; date 1987 year" },
    { "", "Item|Cost (US$ m)|Area (km²)", "Arden|€5|40 acres", "money 5 EUR; area 40 acres" },
    { "", "Item|2013|2014 (%)", "Revenue (US$ bn)|37.6|9", "money 37600000000 USD*; percent 9 %*" },
    { "Revenue (US$ bn) rose", "Item|Sales", "Arden|30", "count 30" },
    { "Table 3. Revenue (US$ bn)", "Item|Sales", "Arden|30", "money 30000000000 USD*" },
    { "It cost 5 yuan", "Item|Sales|Top 10 %|Age (years)", "Arden|30|21|45",
      "count 30; count 21; duration 45 year*" },
    { "", "Item|Price (US$/t)|Cost (km or mi)|Years", "Arden|30|21|45", "count 30; count 21; count 45" },
    { "", "Item|First|Second", "Arden|5|-4", "count 5; count -4" },
    { "Sales by region (in $ million)", "Region|Sales|Trucks|Share", "North|12.5|340|31%",
      "money 12500000 USD*; count 340; percent 31 %" },
    { "Results (US$ m)", "Firm|Revenue|Outlets|Countries served", "Orion|300|41|12",
      "money 300000000 USD*; count 41; count 12" },
    { "Results (US$ m)", "Year|Cars|Buses", "2013|300|41.5",
      "date 2013 year; money 300000000 USD*; money 41500000 USD*" },
    { "", "Item|Unit|2013|2014", "Steel|t|4,200|4,310", "mass 4200 t*; mass 4310 t*" },
    { "", "Item|Unit|Value", "Sales|US$ m|37.6", "money 37600000 USD*" },
    { "", "Item|Unit|Value", "Growth|%|3.5", "percent 3.5 %*" },
    { "", "Item|Units|Value", "Staff|persons|85", "count 85" },
    { "", "Firm|Revenue (US$ bn)", "Orion|1.2–1.4", "money 1200000000..1400000000 USD*" },
    { "", "Road|Length (km)|Lanes", "A1|12-15|4", "length 12..15 km*; count 4" },
    /* Chinese */
    { "单位：亿元", "地区|销售额|卡车|门店数", "北方|12.5|340|41",
      "money 1250000000 CNY*; count 340; count 41" },
    { "", "项目|单位|数值", "钢材|万吨|42", "mass 420000 t*" },
    { "", "项目|单位|2013年|2014年", "增速|%|3.5|4.1", "percent 3.5 %*; percent 4.1 %*" },
    { "", "项目|计量单位|数值", "营收|亿元|37.6", "money 3760000000 CNY*" },
    { "", "城市|房价（元）", "上海|3万至5万", "money 30000..50000 CNY*" },
    { "单位：亿元", "项目|2013年|同比", "营收|37.6|9.5%", "money 3760000000 CNY*; percent 9.5 %" },
    { "单位：亿元", "项目|2013年|2014年", "亏损|(3)|-5.25", "money -300000000 CNY*; money -525000000 CNY*" },
    { "單位：億元", "項目|2013年", "營收|37.6", "money 3760000000 CNY*" },
    { "单位：亿元", "项目|2013年|排名", "员工人数|1250|3", "count 1250; count 3" },
    { "（单位：人民币百万元，每股数据除外）", "|2013年|毛利率（%）", "收入|1,250.5|12.5",
      "money 1250500000 CNY*; percent 12.5 %*" },
    { "（单位：人民币百万元，每股数据除外）", "|2013年|2014年", "每股收益（元）|0.25|0.31",
      "money 0.25 CNY*; money 0.31 CNY*" },
    { "", "排名|城市|面积（km²）|人口（万人）", "1|上海|6340|2425",
      "count 1; area 6340 km2*; count 24250000*" },
    { "", "电话|营收：亿元|产量（万吨）", "010-62345678|1,250.5|30", "money 125050000000 CNY*; mass 300000 t*" },
    { "", "品种|价格（元/吨）|得分（分）|成立年份", "螺纹钢|3200|8|1999", "count 3200; count 8; date 1999 year" },
    { "單位：新台幣億元", "年份|營收", "2013|12.5", "date 2013 year; money 1250000000 TWD*" },
    { "", "公司|营收|净利润\n|亿美元|万美元", "甲|37.6|52", "money 3760000000 USD*; money 520000 USD*" },
    { "", "公司|用户（万人）|营收（万元）", "甲|1250|1.2亿", "count 12500000*; money 120000000 CNY*" },
    { "", "公司|海拔（米）|时间（分钟）|融资（美元）", "甲|1990|35|50万",
      "length 1990 m*; duration 35 minute*; money 500000 USD*" },
};

static void add_row(struct buffer *out, const char *cells, size_t length)
{
    buffer_add_format(out, "| %.*s |\n", (int)length, cells);
}

/* The table in Markdown. */
static void compose(const struct row *row, struct buffer *out)
{
    const char *second = strchr(row->heads, '\n');
    size_t first = second != NULL ? (size_t)(second - row->heads) : strlen(row->heads);
    buffer_add_format(out, "%s\n\n", row->caption);
    add_row(out, row->heads, first);
    buffer_add_text(out, "|");
    for (size_t i = 0; i <= first; i++)
        buffer_add_text(out, i == first || row->heads[i] == '|' ? "---|" : "");
    buffer_add_text(out, "\n");
    if (second != NULL)
        add_row(out, second + 1, strlen(second + 1));
    add_row(out, row->cells, strlen(row->cells));
}

static void describe(const struct figure *figure, struct buffer *out)
{
    struct buffer remark = { 0 };
    buffer_add_format(out, "%s%s ", out->length > 0 ? "; " : "", figure_kind_name(figure->kind));
    figure_print_value(figure, out);
    if (figure->unit[0] != '\0' && figure->kind != FIGURE_COUNT)
        buffer_add_format(out, " %s", figure->unit);
    figure_hedge_remark(figure, &remark);
    buffer_add_text(out, strcmp(buffer_text(&remark), "head") == 0 ? "*" : "");
    buffer_free(&remark);
}

static void test_heads(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer source = { 0 }, got = { 0 };
        struct figures figures = { 0 };
        compose(&rows[i], &source);
        struct document *document =
            reader_parse(buffer_text(&source), source.length, READER_MARKDOWN, NULL);
        size_t body = document->blocks[document->block_count - 1].start;
        figures_find(document, NULL, &figures);
        for (size_t k = 0; k < figures.count; k++) {
            if (figures.items[k].start >= body)
                describe(&figures.items[k], &got);
        }
        if (strcmp(buffer_text(&got), rows[i].expected) != 0) {
            print_error("%s | %s | %s\n    expected %s\n    found    %s\n", rows[i].caption,
                        rows[i].heads, rows[i].cells, rows[i].expected, buffer_text(&got));
            wrong++;
        }
        figures_free(&figures);
        document_free(document);
        buffer_free(&got);
        buffer_free(&source);
    }
    assert_int_equal(wrong, 0);
}

/* The caption's own words of scale are no figures, and it serves its table alone. */
static void test_caption(void **state)
{
    (void)state;
    const char *source = "(in millions)\n\n| Item | Sales |\n|---|---|\n| a | 5 |\n\nAt least 6 people came.\n\n"
                         "| Item | Sales |\n|---|---|\n| a | 7 |\n";
    struct document *document = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    struct figures figures = { 0 };
    struct buffer got = { 0 };
    figures_find(document, NULL, &figures);
    for (size_t i = 0; i < figures.count; i++)
        describe(&figures.items[i], &got);
    assert_string_equal(buffer_text(&got), "count 5000000*; count 6; count 7");
    buffer_free(&got);
    figures_free(&figures);
    document_free(document);
}

/* In comparing, what the head told counts, and the remark says so. */
static void test_compared(void **state)
{
    (void)state;
    const char *source = "| 公司 | 营收（亿元） |\n|---|---|\n| 甲 | 37.6 |\n\n营收37.6亿元。\n";
    struct document *document = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    struct figures figures = { 0 };
    struct buffer got = { 0 };
    figures_find(document, NULL, &figures);
    assert_int_equal(figures.count, 2);
    assert_int_equal(figure_compare(&figures.items[0], &figures.items[1]), FIGURES_EQUAL);
    figure_compare_remark(&figures.items[0], &figures.items[1], &got);
    assert_string_equal(buffer_text(&got), "head");
    buffer_free(&got);
    figures_free(&figures);
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_heads), cmocka_unit_test(test_caption),
                                        cmocka_unit_test(test_compared) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
