/* Pinyin in its forms (pinyin.h) and the readings of characters (readings.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "language/pinyin.h"
#include "language/readings.h"

static void check(void (*add)(struct buffer *, const char *, size_t), const char *reading,
                  const char *expected)
{
    struct buffer out = { 0 };
    add(&out, reading, strlen(reading));
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void test_marks(void **state)
{
    (void)state;
    check(pinyin_add_marks, "pin1 yin1", "pīn yīn");
    check(pinyin_add_marks, "Shang4 hai3", "Shàng hǎi");
    check(pinyin_add_marks, "lu:4 se4", "lǜ sè");
    check(pinyin_add_marks, "lv4 se4", "lǜ sè");
    check(pinyin_add_marks, "nü3 Lu:3 LÜ3", "nǚ Lǚ LǙ");
    check(pinyin_add_marks, "nu:e4", "nüè");
    check(pinyin_add_marks, "xiong2 gou3 xue2 hui4 liu2", "xióng gǒu xué huì liú");
    check(pinyin_add_marks, "wan2 r5 de5", "wán r de");
    check(pinyin_add_marks, "An1 Ou1 E2", "Ān Ōu É");
    check(pinyin_add_marks, "gu3quan2", "gǔquán");
    check(pinyin_add_marks, "ka3 la1 O K", "kǎ lā O K");
    check(pinyin_add_marks, "san1 D da3 yin4", "sān D dǎ yìn");
    check(pinyin_add_marks, "m2 n4 ng5 hng5", "ḿ ǹ ng hng");
    check(pinyin_add_marks, "xx5", "?");
    check(pinyin_add_marks, "yi1 , er4 ·", "yī , èr ·");
    check(pinyin_add_marks, "zhànghù yú'é", "zhànghù yú'é");
    check(pinyin_add_marks, "v", "v");
    check(pinyin_add_marks, "", "");
    check(pinyin_add_marks, "4S 9", "4S 9");
    check(pinyin_add_marks, "\xC3", "\xC3");
}

static void test_plain(void **state)
{
    (void)state;
    check(pinyin_add_plain, "Lu:3 Xun4", "lu xun");
    check(pinyin_add_plain, "lv4 se4", "lu se");
    check(pinyin_add_plain, "Lǚ Xùn", "lu xun");
    check(pinyin_add_plain, "zhànghù yú'é", "zhanghu yu'e");
    check(pinyin_add_plain, "pin1 yin1", "pin yin");
    check(pinyin_add_plain, "", "");
}

static void check_segments(const char *text, const char *expected)
{
    unsigned char lengths[PINYIN_MOST];
    struct buffer out = { 0 };
    size_t count = pinyin_segment(text, strlen(text), lengths);
    for (size_t i = 0, at = 0; i < count; at += lengths[i++])
        buffer_add_format(&out, "%s%.*s", i > 0 ? " " : "", (int)lengths[i], text + at);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void test_syllables(void **state)
{
    (void)state;
    assert_true(pinyin_is_syllable("zhuang", 6));
    assert_true(pinyin_is_syllable("a", 1));
    assert_true(pinyin_is_syllable("zuo", 3));
    assert_true(pinyin_is_syllable("lvxx", 2));
    assert_false(pinyin_is_syllable("zhuangx", 7));
    assert_false(pinyin_is_syllable("zhuai", 2));
    assert_false(pinyin_is_syllable("b", 1));
    assert_false(pinyin_is_syllable("", 0));
    check_segments("xian", "xian");
    check_segments("fangan", "fang an");
    check_segments("alibaba", "a li ba ba");
    check_segments("shanghai", "shang hai");
    check_segments("mayun", "ma yun");
    check_segments("zhongguancun", "zhong guan cun");
    check_segments("alaska", "");
    check_segments("Shanghai", "");
    check_segments("", "");
    check_segments("aaaaaaaaaaaaaaaa", "a a a a a a a a a a a a a a a a");
    check_segments("aaaaaaaaaaaaaaaaa", "");
    check_segments("zhuangzhuangzhuangzhuangzhuangzhuangzhuangzhuangz", "");
}

static void test_every_reading_is_a_syllable(void **state)
{
    (void)state;
    size_t count = 0;
    size_t odd = 0;
    for (uint32_t code_point = 0; code_point < 0x110000; code_point++) {
        const char *reading = readings_of(code_point);
        if (reading == NULL)
            continue;
        struct buffer plain = { 0 };
        count++;
        pinyin_add_plain(&plain, reading, strlen(reading));
        odd += !pinyin_is_syllable(buffer_text(&plain), plain.length);
        buffer_free(&plain);
    }
    /* Interjections like 呣, and a few syllables of one dialectal character. */
    assert_true(count > 41000);
    assert_true(odd < 20);
}

static void test_readings(void **state)
{
    (void)state;
    assert_string_equal(readings_of(0x4E00), "yī");
    assert_string_equal(readings_of(0x6743), "quán");
    assert_string_equal(readings_of(0x6B0A), "quán");
    assert_string_equal(readings_of(0x3400), "qiū");
    assert_string_equal(readings_of(0x5973), "nǚ");
    assert_string_equal(readings_of(0x20000), "hē");
    assert_null(readings_of('a'));
    assert_null(readings_of(0));
    assert_null(readings_of(0x10FFFF));
    check(readings_add, "股权", "gǔ quán");
    check(readings_add, "A股11号", "A gǔ 11 hào");
    check(readings_add, "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),     cmocka_unit_test(test_plain),
        cmocka_unit_test(test_syllables), cmocka_unit_test(test_every_reading_is_a_syllable),
        cmocka_unit_test(test_readings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
