/* Numbers as they are spelled in English and Chinese. A case is the text, what of it is the
 * number, and its value; a range is A..B, a mark behind the value tells more of it: + (多),
 * ~ (vague), # (ordinal), ! (too large). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "text/numeral.h"

struct numeral_case {
    const char *text;
    const char *number; /* the beginning of `text` that is read; NULL: none */
    const char *value;
};

static void describe(const struct numeral *numeral, struct buffer *out)
{
    if (numeral->huge) {
        buffer_add_text(out, "!");
        return;
    }
    decimal_print(numeral->value, out);
    if (decimal_compare(numeral->value, numeral->upper) != 0) {
        buffer_add_text(out, "..");
        decimal_print(numeral->upper, out);
    }
    buffer_add_text(out, numeral->more ? "+" : "");
    buffer_add_text(out, numeral->vague ? "~" : "");
    buffer_add_text(out, numeral->ordinal ? "#" : "");
}

static void check_cases(const struct numeral_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct numeral numeral;
        struct buffer got = { 0 };
        const char *text = cases[i].text;
        if (!numeral_read(text, strlen(text), 0, &numeral)) {
            if (cases[i].number != NULL)
                fail_msg("%s: no number", text);
            continue;
        }
        describe(&numeral, &got);
        if (cases[i].number == NULL)
            fail_msg("%s: read as %s", text, buffer_text(&got));
        if (numeral.end != strlen(cases[i].number) ||
            strcmp(buffer_text(&got), cases[i].value) != 0)
            fail_msg("%s: %s from %zu bytes, not %s from %s", text, buffer_text(&got), numeral.end,
                     cases[i].value, cases[i].number);
        buffer_free(&got);
    }
}

#define CHECK(cases) check_cases(cases, sizeof(cases) / sizeof *(cases))

static void test_digits(void **state)
{
    (void)state;
    static const struct numeral_case cases[] = {
        { "37", "37", "37" },
        { "37.6 percent", "37.6", "37.6" },
        { "0.05", "0.05", "0.05" },
        { "007", "007", "7" },
        { "1.50", "1.50", "1.5" },
        { "1,234 of", "1,234", "1234" },
        { "1,234,567.8", "1,234,567.8", "1234567.8" },
        { "1\xC2\xA0"
          "234\xC2\xA0"
          "567",
          "1\xC2\xA0"
          "234\xC2\xA0"
          "567",
          "1234567" },
        { "1\xE2\x80\x89"
          "234",
          "1\xE2\x80\x89"
          "234",
          "1234" },
        { "2008 150 tons", "2008", "2008" },
        { "1,23", "1", "1" },
        { "1,2345", "1", "1" },
        { "1234,567", "1234", "1234" },
        { "1,2,3", "1", "1" },
        { "1.2.3", "1.2", "1.2" },
        { "5.", "5", "5" },
        { "7 3/4", "7 3/4", "7.75" },
        { "3又1/2", "3又1/2", "3.5" },
        { "$5", NULL, NULL },
        { "5.25½", "5.25½", "5.255" },
        { "5 and a half", "5 and a half", "5.5" },
        { "2 1/3", "2 1/3", "!" },
        { "2 and 1/3 cups", "2 and 1/3", "!" },
        { "5,", "5", "5" },
        { "１２３", "１２３", "123" },
        { "１，２３４．５", "１，２３４．５", "1234.5" },
        { "3rd place", "3rd", "3#" },
        { "11th", "11th", "11#" },
        { "", NULL, NULL },
        { ".5", ".5", "0.5" },
        { "x5", NULL, NULL },
    };
    CHECK(cases);
}

static void test_scales(void **state)
{
    (void)state;
    static const struct numeral_case cases[] = {
        { "4.4 million registered", "4.4 million", "4400000" },
        { "5 Billion", "5 Billion", "5000000000" },
        { "2 hundred", "2 hundred", "200" },
        { "1.5 trillion", "1.5 trillion", "1500000000000" },
        { "110, 120 million", "110", "110" },
        { "5万", "5万", "50000" },
        { "5 万个", "5 万", "50000" },
        { "4.4亿", "4.4亿", "440000000" },
        { "1.5万亿元", "1.5万亿", "1500000000000" },
        { "3千5百", "3千5百", "3500" },
        { "5万3千", "5万3千", "53000" },
        { "5万3", "5万3", "53000" },
        { "5万3人", "5万", "50000" },
        { "1,200万", "1,200万", "12000000" },
        { "200 多个", "200 多", "200+" },
        { "20余万", "20余万", "200000+" },
        { "200多少", "200", "200" },
        { "5 million万", "5 million", "5000000" },
    };
    CHECK(cases);
}

static void test_english(void **state)
{
    (void)state;
    static const struct numeral_case cases[] = {
        { "two", "two", "2" },
        { "Two companies", "Two", "2" },
        { "twenty-five", "twenty-five", "25" },
        { "twenty five", "twenty five", "25" },
        { "nineteen", "nineteen", "19" },
        { "a hundred and ten", "a hundred and ten", "110" },
        { "one hundred", "one hundred", "100" },
        { "two and a half", "two and a half", "2.5" },
        { "one and a half million", "one and a half million", "1500000" },
        { "two million and a half", "two million and a half", "2500000" },
        { "half a million users", "half a million", "500000" },
        { "half", "half", "0.5" },
        { "half a dozen", "half a dozen", "6" },
        { "a dozen eggs", "a dozen", "12" },
        { "two dozen", "two dozen", "24" },
        { "three hundred and twelve thousand four hundred and six",
          "three hundred and twelve thousand four hundred and six", "312406" },
        { "one million two hundred thousand", "one million two hundred thousand", "1200000" },
        { "ten and twenty", "ten", "10" },
        { "thirty and six days", "thirty and six", "36" },
        { "thirty and six others", "thirty", "30" },
        { "five point oh five metres", "five point oh five", "5.05" },
        { "forty-one point six million", "forty-one point six million", "41600000" },
        { "two hundred and six point three million", "two hundred and six point three million", "206300000" },
        { "nought point three", "nought point three", "0.3" },
        { "fourscore and seven years", "fourscore and seven", "87" },
        { "two hundred and then", "two hundred", "200" },
        { "five twenty", "five", "5" },
        { "two thousand million", "two thousand", "2000" },
        { "third", "third", "3#" },
        { "twenty-first", "twenty-first", "21#" },
        { "millions of", "millions", "1000000~" },
        { "hundreds of thousands of", "hundreds of thousands", "100000~" },
        { "tens of millions", "tens of millions", "10000000~" },
        { "hundreds of people", "hundreds", "100~" },
        { "a", NULL, NULL },
        { "a man", NULL, NULL },
        { "hundred", NULL, NULL },
        { "often", NULL, NULL },
        { "tenor", NULL, NULL },
    };
    CHECK(cases);
}

static void test_chinese(void **state)
{
    (void)state;
    static const struct numeral_case cases[] = {
        { "三", "三", "3" },
        { "两家", "两", "2" },
        { "十", "十", "10" },
        { "十二个", "十二", "12" },
        { "二十", "二十", "20" },
        { "廿三", "廿三", "23" },
        { "廿五万", "廿五万", "250000" },
        { "廿多个", "廿多", "20+" },
        { "三又四分之一", "三又四分之一", "3.25" },
        { "三又三分之一", "三又三分之一", "!" },
        { "一百一十", "一百一十", "110" },
        { "一百零五", "一百零五", "105" },
        { "一百二", "一百二", "120" },
        { "两千零五", "两千零五", "2005" },
        { "一万二", "一万二", "12000" },
        { "一亿二千万", "一亿二千万", "120000000" },
        { "三千万亿", "三千万亿", "3000000000000000" },
        { "五兆", "五兆", "5000000000000" },
        { "三十七点六", "三十七点六", "37.6" },
        { "零点五", "零点五", "0.5" },
        { "二〇一四年", "二〇一四", "2014" },
        { "贰佰伍拾", "贰佰伍拾", "250" },
        { "壹萬圓", "壹萬", "10000" },
        { "半", "半", "0.5" },
        { "两三百", "两三百", "200..300" },
        { "三四十万", "三四十万", "300000..400000" },
        { "七八个", "七八", "7..8" },
        { "十三四岁", "十三四", "13..14" },
        { "三十余万", "三十余万", "300000+" },
        { "十几家", "十几", "10+" },
        { "数百万", "数百万", "1000000~" },
        { "几十", "几十", "10~" },
        { "上千", "上千", "1000~" },
        { "成千上万", "成千上万", "10000~" },
        { "数以百万计的", "数以百万计", "1000000~" },
        { "数以百万", NULL, NULL },
        { "第三", "第三", "3#" },
        { "第 12 届", "第 12", "12#" },
        { "第第三", NULL, NULL },
        { "三点五十", "三", "3" },
        { "百百百", NULL, NULL },
        { "万一", NULL, NULL },
        { "亿", NULL, NULL },
        { "点五", NULL, NULL },
        { "十十", "十", "10" },
        { "一亿一亿", "一亿", "100000000" },
        { "三十点六亿", "三十点六亿", "3060000000" },
        { "1万5000名", "1万5000", "15000" },
        { "五千克", "五", "5" },
        { "近千名", NULL, NULL },
        { "百分之五", NULL, NULL },
        { "的", NULL, NULL },
    };
    CHECK(cases);
}

/* What is too large has an end and no value, and takes no time to speak of. */
static void test_too_large(void **state)
{
    (void)state;
    struct numeral numeral;
    struct buffer digits = { 0 };
    for (int i = 0; i < 400; i++)
        buffer_add_text(&digits, "9");
    assert_true(numeral_read(digits.data, digits.length, 0, &numeral));
    assert_true(numeral.huge);
    assert_int_equal(numeral.end, 400);
    buffer_truncate(&digits, 0);
    buffer_add_text(&digits, "1.");
    for (int i = 0; i < 400; i++)
        buffer_add_text(&digits, "3");
    assert_true(numeral_read(digits.data, digits.length, 0, &numeral));
    assert_true(numeral.huge);
    assert_int_equal(numeral.end, 402);
    buffer_truncate(&digits, 0);
    for (int i = 0; i < 400; i++)
        buffer_add_text(&digits, "九");
    assert_true(numeral_read(digits.data, digits.length, 0, &numeral));
    assert_true(numeral.huge);
    assert_int_equal(numeral.end, 1200);
    static const struct numeral_case cases[] = {
        { "999999999999999999", "999999999999999999", "999999999999999999" },
        { "1000000000000000000", "1000000000000000000", "!" },
        { "99999999999999999999万", "99999999999999999999", "!" },
        { "999999999999999999 trillion", "999999999999999999 trillion",
          "999999999999999999000000000000" },
    };
    CHECK(cases);
    buffer_free(&digits);
}

/* A number cut short anywhere is read up to the cut or not at all, never past it. */
static void test_cut_short(void **state)
{
    (void)state;
    static const char *const texts[] = { "1,234,567.89 million",
                                         "three hundred and twelve",
                                         "一亿二千三百万零五",
                                         "第三十七点六",
                                         "数以百万计",
                                         "１，２３４．５",
                                         "5万3千",
                                         "hundreds of thousands of" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t length = strlen(texts[i]);
        for (size_t cut = 0; cut <= length; cut++) {
            struct numeral numeral;
            char *copy = malloc(cut + 1);
            memcpy(copy, texts[i], cut);
            if (numeral_read(copy, cut, 0, &numeral))
                assert_true(numeral.end > 0 && numeral.end <= cut);
            free(copy);
        }
    }
}

static void test_suffix(void **state)
{
    (void)state;
    int power;
    assert_int_equal(numeral_suffix("586m deal", 9, 3, &power), 1);
    assert_int_equal(power, 6);
    assert_int_equal(numeral_suffix("5bn", 3, 1, &power), 2);
    assert_int_equal(power, 9);
    assert_int_equal(numeral_suffix("50k", 3, 2, &power), 1);
    assert_int_equal(power, 3);
    assert_int_equal(numeral_suffix("5miles", 6, 1, &power), 0);
    assert_int_equal(numeral_suffix("5m2", 3, 1, &power), 0);
}

static void test_decimals(void **state)
{
    (void)state;
    struct decimal difference;
    assert_int_equal(decimal_compare(decimal_of(500, 2), decimal_of(5, 4)), 0);
    assert_int_equal(decimal_compare(decimal_of(376, -1), decimal_of(37, 0)), 1);
    assert_int_equal(decimal_compare(decimal_of(0, 5), decimal_of(1, -18)), -1);
    assert_int_equal(decimal_compare(decimal_of(1, 48), decimal_of(999999999999999999, 0)), 1);
    assert_int_equal(decimal_compare(decimal_of(1, 20), decimal_of(999999999999999999, 0)), 1);
    assert_int_equal(decimal_precision(decimal_of(50000, 0)), 4);
    assert_int_equal(decimal_precision(decimal_of(5, 4)), 4);
    assert_int_equal(decimal_precision(decimal_of(370, -1)), -1);
    assert_int_equal(decimal_precision(decimal_of(0, 0)), 0);
    assert_true(decimal_subtract(decimal_of(376, -1), decimal_of(37, 0), &difference));
    assert_int_equal(decimal_compare(difference, decimal_of(6, -1)), 0);
    assert_int_equal(decimal_whole(decimal_of(200, -1), 100), 20);
    assert_int_equal(decimal_whole(decimal_of(205, -1), 100), -1);
    assert_int_equal(decimal_whole(decimal_of(101, 0), 100), -1);
    assert_int_equal(decimal_whole(decimal_of(1, 48), 100), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digits),    cmocka_unit_test(test_scales),
        cmocka_unit_test(test_english),   cmocka_unit_test(test_chinese),
        cmocka_unit_test(test_too_large), cmocka_unit_test(test_cut_short),
        cmocka_unit_test(test_suffix),    cmocka_unit_test(test_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
