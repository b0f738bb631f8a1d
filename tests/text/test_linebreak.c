#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include <unilbrk.h>

#include "text/linebreak.h"
#include "text/utf8.h"

static const char *const mark_names[] = { "no break", "a possible break", "the line's end" };

/* What linebreak_mark says of the place between the two parts of a text. */
static void check(const char *left, const char *right, int wanted)
{
    char text[1000];
    unsigned char marks[1000];
    size_t at = strlen(left);
    size_t length = at + strlen(right);
    assert_true(length < sizeof text);
    memcpy(text, left, at);
    memcpy(text + at, right, length - at);
    memset(marks, 9, sizeof marks);
    linebreak_mark(text, length, marks);
    if (marks[at] != wanted)
        fail_msg("%s | %s: %s, not %s", left, right, mark_names[marks[at]], mark_names[wanted]);
    assert_int_equal(marks[0], LINEBREAK_NO);
    assert_int_equal(marks[length], 9);
}

struct parts {
    const char *left;
    const char *right;
};

#define MAY_BREAK(...)                                                                         \
    check_all((const struct parts[]){ __VA_ARGS__, { NULL, NULL } }, LINEBREAK_MAY)
#define NO_BREAK(...)                                                                          \
    check_all((const struct parts[]){ __VA_ARGS__, { NULL, NULL } }, LINEBREAK_NO)

static void check_all(const struct parts *parts, int wanted)
{
    for (; parts->left != NULL; parts++)
        check(parts->left, parts->right, wanted);
}

static void lines_end_at_newlines(void **state)
{
    (void)state;
    check("a\n", "b", LINEBREAK_MUST);
    check("a\n", "\nb", LINEBREAK_MUST);
    check("中\n", "，", LINEBREAK_MUST);
    check("（\n", "中", LINEBREAK_MUST);
    check("5\n", "万", LINEBREAK_MUST);
    check("a", "\n", LINEBREAK_NO);
}

static void words_stay_whole(void **state)
{
    (void)state;
    MAY_BREAK({ "handing ", "11 Main" }, { "11 ", "Main" }, { "well-", "known" });
    NO_BREAK({ "han", "ding" }, { "11", "Main.com" }, { "11Main", ".com" }, { "11Main.", "com" },
             { "won", "’t" }, { "won’", "t" }, { "Alibaba", "’s" }, { "Alibaba’", "s plan" },
             { "Inc. ", "’s plan" }, { "caf", "é" }, { "cafe", "\u0301" }, { "the ", ", end" },
             { "U.", "S. plan" }, { "U.S.", "-based" }, { "e.", "g. this" }, { "run --", "help" },
             { "run -", "-help" }, { "run -", "v" }, { "C+", "+ code" }, { "AT", "&T" },
             { "www.", "techcrunch.com" });
}

static void han_breaks_between_characters_and_beside_latin(void **state)
{
    (void)state;
    MAY_BREAK({ "阿里", "巴巴" }, { "把", "OpenSky" }, { "OpenSky", "交给" }, { "把 ", "11 Main" },
              { "11 Main ", "交给" }, { "约", "37%" }, { "あ", "い" });
    NO_BREAK({ "把", " 11" }, { "Open", "Sky交给" });
}

static void closing_punctuation_starts_no_line(void **state)
{
    (void)state;
    static const char *const closing[] = { "，", "。", "、", "；", "：", "？", "！", "）", "》",
                                           "」", "』", "】", "〉", "〕", "〗", "”", "’", "…",
                                           "……", "——", "—", "·", "・", "／", "～", "％", "．",
                                           "－", "］", "｝", "々", "ー" };
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
        char right[40] = { 0 };
        strcat(strcat(right, closing[i]), "他们");
        check("马云说", right, LINEBREAK_NO);
        check("OpenSky", right, LINEBREAK_NO);
        check("37", right, LINEBREAK_NO);
        check("（甲）", right, LINEBREAK_NO);
        check("“甲”", right, LINEBREAK_NO);
        check("对吗？", right, LINEBREAK_NO);
    }
}

static void opening_punctuation_ends_no_line(void **state)
{
    (void)state;
    static const char *const opening[] = { "“", "‘", "（", "《", "「", "『", "【", "〈", "〔",
                                           "〖", "［", "｛", "(", "[" };
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        char left[40] = "他说";
        char before[40] = { 0 };
        strcat(left, opening[i]);
        check(left, "马云", LINEBREAK_NO);
        check(left, "Ma", LINEBREAK_NO);
        check(left, "37", LINEBREAK_NO);
        check(left, "《甲》", LINEBREAK_NO);
        check(left, "“甲”", LINEBREAK_NO);
        check(left, "……", LINEBREAK_NO);
        strcat(strcat(before, opening[i]), "马云”）");
        check("他说", before, LINEBREAK_MAY);
        check("他说，", before, LINEBREAK_MAY);
        check("他走了。", before, LINEBREAK_MAY);
        check("（甲）", before, LINEBREAK_MAY);
        check("他说——", before, LINEBREAK_MAY);
        check("他说……", before, LINEBREAK_MAY);
        check("他说：", before, LINEBREAK_MAY);
        check("甲、", before, LINEBREAK_MAY);
    }
}

static void chinese_quotes_open_and_close(void **state)
{
    (void)state;
    MAY_BREAK({ "“并不意外”", "他说" }, { "所谓", "“出海”" }, { "“甲”", "“乙”" }, { "“甲”", "《乙》" },
              { "收购OpenSky", "“全部”股份" }, { "“出海”", "OpenSky" }, { "“好。”", "他说" },
              { "“OpenSky”", "的股份" }, { "甲说：", "‘好’" }, { "‘好’", "的" }, { "“甲” ", "（乙）" },
              { "“甲”", "(乙)" }, { "“甲”", "“B”" }, { "“B”", "“乙”" }, { "甲　", "“乙”" });
    NO_BREAK({ "“", "并不" }, { "意外", "”他" }, { "意外。", "”他" }, { "“甲", "”" }, { "甲“", "，”乙" },
             { "“他说‘", "好’”" }, { "好’", "”" }, { "好", "’”" }, { "“", "‘好’”" },
             { "他走了", "”。" }, { "他走了”", "。" }, { "阿里", "’s" }, { "阿里’", "s plan" },
             { "“甲", " ”他" });
}

static void english_quotes_keep_their_words(void **state)
{
    (void)state;
    MAY_BREAK({ "said ", "“no”" }, { "“no” ", "he said" }, { "“no” ", "(he said)" },
              { "„nein“ ", "sagt" }, { "sade ", "”nej” då" }, { "word—", "“quoted”" });
    NO_BREAK({ "“", "no” he" }, { "“no", "” he" }, { "said,", "” he" }, { "“no”", ", he" },
             { "„nein", "“ sagt" }, { "„", "nein“ sagt" }, { "”", "nej” sade" },
             { "rock ’", "n’ roll" },
             { "the ’", "90s" }, { "the", "“no”" }, { "“no”", "word" }, { "(", "“no”" },
             { "\"", "no\" he" }, { "say “ ", "no" });
}

static void dashes_and_ellipses_stay_whole(void **state)
{
    (void)state;
    MAY_BREAK({ "他说——", "不" }, { "他说……", "不" }, { "word—", "word" }, { "word — ", "word" },
              { "word – ", "word" });
    NO_BREAK({ "他说—", "—不" }, { "他说", "——不" }, { "他说…", "…不" }, { "他说", "……不" },
             { "他说。", "……不" }, { "word", "—word" }, { "word ", "— word" }, { "word ", "– word" },
             { "他说 ", "…… 不" }, { "2014", "–2015" }, { "他说⋯", "⋯" }, { "他说―", "―" });
}

static void numbers_keep_sign_and_unit(void **state)
{
    (void)state;
    NO_BREAK({ "$", "586m" }, { "$586", "m" }, { "-", "3" }, { "−", "3" }, { "37", ".6%" },
             { "37.", "6%" },
             { "37.6", "%" }, { "№ ", "5" }, { "№", "5" }, { "§ ", "12" }, { "$ ", "586" },
             { "US", "$5" },
             { "US$", "5" }, { "￥", "５" }, { "1,", "000" }, { "1", ",000" }, { "5 ", "万" },
             { "5", "万" },
             { "3.5 ", "亿" }, { "3.5", "亿美元" }, { "37 ", "%" }, { "37 ", "％" }, { "37 ", "%的" },
             { "2014 ", "年" }, { "6 ", "月" }, { "2014", "年" }, { "5 ", "美元" }, { "5 ", "公斤" },
             { "20 ", "℃" }, { "20 ", "°C" }, { "１", "００" }, { "３．", "６" }, { "５", "万" },
             { "ＡＢ", "Ｃ" }, { "10", ":30" }, { "5", "G" });
    MAY_BREAK({ "5 万", "美元" }, { "约 ", "5 万" }, { "约", "$586m" }, { "11 Main ", "年初" },
             { "37% ", "的" },
              { "37%", "的" }, { "5 ", "美国" }, { "5 ", "篇" }, { "约 ", "-3" }, { "5 ", "percent" },
              { "５万", "元" });
}

static void slashes_between_han_hold_both_sides(void **state)
{
    (void)state;
    NO_BREAK({ "和", "/或" }, { "和/", "或" }, { "和", "／或" }, { "和／", "或" }, { "甲/", "B" },
             { "24", "/7" }, { "24/", "7" });
    MAY_BREAK({ "techcrunch.com/", "alibaba" }, { "and/", "or" });
}

static void the_dot_of_foreign_names_starts_no_line(void **state)
{
    (void)state;
    NO_BREAK({ "罗恩", "·康韦" }, { "罗恩", "‧康韦" }, { "罗恩", "・康韦" }, { "一 ", "· 二" });
    MAY_BREAK({ "罗恩·", "康韦" }, { "一 · ", "二" });
}

static void marks_and_joiners_stay_with_their_base(void **state)
{
    (void)state;
    NO_BREAK({ "葛", "\U000E0100城" }, { "👩", "\u200D👧" }, { "👩\u200D", "👧" }, { "は", "\u3099" },
             { "“\u0301", "马云" });
    MAY_BREAK({ "葛\U000E0100", "“城”" });
}

/* The real thing: the only places where this sentence breaks. */
static void a_mixed_sentence_breaks_where_it_may(void **state)
{
    (void)state;
    static const char wanted[] =
        "阿|里|巴|巴|把 |“11 |Main”|交|给 |OpenSky，|换|得|约 |37.6 %|的|股|份|（价|值 |$586m）——|这|是"
        "|“第|一|步”，|罗|恩·|康|韦|说：|“好|吗？””";
    static const char given[] =
        "阿里巴巴把 “11 Main”交给 OpenSky，换得约 37.6 %的股份（价值 $586m）——这是“第一步”，罗恩·康韦说：“好吗？””";
    unsigned char marks[sizeof given];
    char found[2 * sizeof given];
    size_t length = 0;
    linebreak_mark(given, sizeof given - 1, marks);
    for (size_t i = 0; i < sizeof given - 1; i++) {
        if (marks[i] == LINEBREAK_MAY)
            found[length++] = '|';
        found[length++] = given[i];
    }
    found[length] = '\0';
    assert_string_equal(found, wanted);
}

/* Over anything: no mark inside a character, no closer after a possible break. */
static void marks_stand_at_characters_only(void **state)
{
    (void)state;
    static const uint32_t sample[] = { 'a', ' ', '5', '%', '\n', 0x4E07, 0x4E2D, 0xFF0C, 0x3002,
                                       0x201C, 0x201D, 0x2018, 0x2019, 0x2014, 0x2026, '/', 0x300A,
                                       0x300B, 0xB7, 0x301, 0x200D, '(', ')', '$', 0x3000, 0xFF15 };
    uint32_t seed = 3;
    for (int round = 0; round < 5000; round++) {
        char text[300];
        unsigned char marks[300];
        size_t length = 0;
        for (int i = 0; i < 50; i++) {
            seed = seed * 1664525u + 1013904223u;
            length += utf8_encode(sample[(seed >> 8) % (sizeof sample / sizeof *sample)],
                                  text + length);
        }
        linebreak_mark(text, length, marks);
        for (size_t i = 0; i < length; i++) {
            assert_true(marks[i] <= LINEBREAK_MUST);
            if (((unsigned char)text[i] & 0xC0) == 0x80)
                assert_int_equal(marks[i], LINEBREAK_NO);
            if (marks[i] != LINEBREAK_MAY)
                continue;
            uint32_t code_point;
            utf8_decode(text + i, length - i, &code_point);
            assert_false(code_point == 0xFF0C || code_point == 0x3002 || code_point == 0x300B ||
                         code_point == 0x2014 || code_point == 0x2026 || code_point == 0xB7);
            utf8_decode(text + utf8_previous(text, i), 4, &code_point);
            assert_false(code_point == 0x300A || code_point == '(');
        }
    }
}

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Plain text is not given to the library: what is marked must not depend on that. */
static void plain_text_breaks_as_the_library_says(void **state)
{
    static const char *const bits[] = {
        "a", "Word", "of", " ", " ", " ", "  ", ".", ",", ";", ":", "!", "?", "-", "'", "’", "5", "14", ".5", ",000",
        "中", "文", "丁", "，", "。", "、", "！", "？", "；", "：", "\n", "\t", "(", ")", "“", "”", "$", "%", "/", "—", "é",
        "\u0301", "\u4DC0", "\U0001F1E8", "か", "\"",
    };
    const unsigned plain = 35, all = sizeof bits / sizeof *bits;
    unsigned random = 7;
    (void)state;
    for (int round = 0; round < 40000; round++) {
        char text[400] = "";
        char library[400];
        unsigned char marks[400];
        for (unsigned count = 2 + next_random(&random) % 14; count > 0; count--)
            strcat(text, bits[next_random(&random) % (round % 2 == 0 ? plain : all)]);
        size_t length = strlen(text);
        linebreak_mark_uax14(text, length, marks);
        u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", library);
        for (size_t i = 1; i < length; i++)
            if ((marks[i] == LINEBREAK_MAY) != (library[i] == UC_BREAK_POSSIBLE))
                fail_msg("%.*s | %s: %s", (int)i, text, text + i, mark_names[marks[i]]);
    }
}

static void a_hash_stays_with_its_tag(void **state)
{
    (void)state;
    NO_BREAK({ "看 #", "标签" }, { "#", "标签" }, { "看#", "标签" }, { "see #", "tag" },
             { "看＃", "标签" }, { "#话题", "#后面" }, { "第 #", "5" });
    MAY_BREAK({ "看 ", "#标签" }, { "#话题#", "后面" }, { "C#", "语言" }, { "a # ", "b" },
              { "#标签", "后面" });
}

static void ranges_keep_their_dash(void **state)
{
    (void)state;
    NO_BREAK({ "1990—", "2000年" }, { "1990", "—2000年" }, { "1990–", "2000" }, { "1990", "–2000" },
             { "1990–2000", "年" });
    MAY_BREAK({ "the end—", "of it" }, { "2000——", "他" }, { "1990 – ", "2000" });
}

static void bad_bytes_do_no_harm(void **state)
{
    (void)state;
    unsigned char marks[8];
    linebreak_mark("", 0, marks);
    uint32_t seed = 9;
    for (int round = 0; round < 5000; round++) {
        size_t length = 1 + (size_t)round % 40;
        char *text = malloc(length); /* exactly as long: the sanitizer sees a step too far */
        unsigned char *found = malloc(length);
        assert_non_null(text);
        assert_non_null(found);
        for (size_t i = 0; i < length; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 28 < 8 ? 0xE2 + (seed >> 20) % 8 : seed >> 16);
        }
        linebreak_mark(text, length, found);
        assert_int_equal(found[0], LINEBREAK_NO);
        free(found);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_at_newlines),
        cmocka_unit_test(words_stay_whole),
        cmocka_unit_test(han_breaks_between_characters_and_beside_latin),
        cmocka_unit_test(closing_punctuation_starts_no_line),
        cmocka_unit_test(opening_punctuation_ends_no_line),
        cmocka_unit_test(chinese_quotes_open_and_close),
        cmocka_unit_test(english_quotes_keep_their_words),
        cmocka_unit_test(dashes_and_ellipses_stay_whole),
        cmocka_unit_test(numbers_keep_sign_and_unit),
        cmocka_unit_test(slashes_between_han_hold_both_sides),
        cmocka_unit_test(the_dot_of_foreign_names_starts_no_line),
        cmocka_unit_test(marks_and_joiners_stay_with_their_base),
        cmocka_unit_test(a_mixed_sentence_breaks_where_it_may),
        cmocka_unit_test(marks_stand_at_characters_only),
        cmocka_unit_test(plain_text_breaks_as_the_library_says),
        cmocka_unit_test(a_hash_stays_with_its_tag),
        cmocka_unit_test(ranges_keep_their_dash),
        cmocka_unit_test(bad_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
