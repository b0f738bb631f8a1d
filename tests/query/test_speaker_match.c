/* test_speaker_match: who is whom across languages, by the sound of a family name. */
#include "query/speaker_match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static bool match(const char *latin, const char *han)
{
    return speaker_match_sounds(latin, strlen(latin), han, strlen(han));
}

static void names_that_sound_alike(void **state)
{
    (void)state;
    assert_true(match("Governor Greg Abbott", "得州州长阿博特"));
    assert_true(match("Olaf Scholz", "德国总理肖尔茨"));
    assert_true(match("Fakhfakh", "法赫法赫"));
    assert_true(match("Antony Blinken", "美国国务卿安东尼·布林肯 (Antony Blinken)"));
}

/* Others, and what is no family name: a people, a body. */
static void names_that_do_not(void **state)
{
    (void)state;
    assert_false(match("Ali Bagheri", "德国外长安娜琳娜·贝伯克 (Annalena Baerbock)"));
    assert_false(match("Iranian sources", "伊朗官员"));
    assert_false(match("the National Hurricane Center", "国家飓风中心"));
    assert_false(match("the mayor", "市长"));
    assert_false(match("", ""));
}

static bool match_roles(const char *latin, const char *han)
{
    return speaker_match_roles(latin, strlen(latin), han, strlen(han));
}

/* A bare role or a body known in both; with more words it may be somebody else. */
static void roles_that_both_have(void **state)
{
    (void)state;
    assert_true(match_roles("The police", "警方"));
    assert_true(match_roles("a spokeswoman", "一位发言人"));
    assert_true(match_roles("the Foreign Ministry", "外交部"));
    assert_true(match_roles("Prime Minister", "总理"));
    assert_true(
        match_roles("the National Hurricane Center of the US Climate Agency", "国家飓风中心"));
    assert_true(match_roles("NATO", "北约"));
    assert_true(match_roles("the World Trade Organization (WTO)", "世界贸易组织（WTO）"));
    assert_true(match_roles("the “New York Times”", "《纽约时报》"));
    assert_true(match_roles("the finance ministers of the G20", "二十国集团"));
    assert_true(match_roles("the leaders of the G7", "七国集团代表"));
    assert_false(match_roles("the police of Portland", "警方"));
    assert_false(match_roles("a critic of the G7", "七国集团"));
    assert_false(match_roles("the leaders of the G7", "北约"));
    assert_false(match_roles("City and police authorities", "警方"));
    assert_false(match_roles("the police", "西雅图抗议者"));
    assert_false(match_roles("the police chief", "警方"));
    assert_false(match_roles("the polic", "警方"));
    assert_false(match_roles("police", "警方发言人"));
    assert_false(match_roles("", ""));
    assert_false(match_roles("the", "警方"));
}

static bool match_words(const char *a, const char *b)
{
    return speaker_match_words(a, (struct span){ 0, strlen(a) }, b, (struct span){ 0, strlen(b) });
}

static void words_for_one(void **state)
{
    (void)state;
    assert_true(match_words("The police", "the police"));
    assert_true(match_words("Grace Lam", "chief executive Grace Lam"));
    assert_true(match_words("港务局长李志坚", "李志坚"));
    assert_true(match_words("警方", "the police"));
    assert_true(match_words("Deepa Rao of Northgate Securities", "Deepa Rao"));
    assert_true(match_words("Deepa Rao", "北门证券分析师迪帕·拉奥"));
    assert_false(match_words("Deepa Rao", "海伦·奥卡福"));
    assert_false(match_words("Rao", "迪帕·拉奥"));
    assert_true(match_words("The RMT union", "RMT工会"));
    assert_false(match_words("The RMT union", "RMT公司"));
    assert_false(match_words("The RMT union", "NUM工会"));
    assert_true(match_words("Helen Okafor", "Helen Okafor at Solent"));
    assert_false(match_words("Chief Executive of Acme", "Chief Executive of Solent"));
    assert_false(match_words("Bank of Harwick", "Bank"));
    assert_true(match_words("the warden", "Warden Ines Falk"));
    assert_true(match_words("One source", "有消息人士"));
    assert_true(match_words("the investigation", "调查报告"));
    assert_true(match_words("Engineers", "工程师"));
    assert_true(match_words("临江市市长何婉如", "市长"));
    assert_false(match_words("the warden", "deputy warden Ines Falk"));
    assert_false(match_words("the warden", "a friend of Warden Ines Falk"));
    assert_false(match_words("the union", "Union leader Joe Pell"));
    assert_false(match_words("the police", "Police Chief Ines Falk"));
    assert_true(match_words("the owner", "Owner Ines Falk"));
    assert_true(match_words("the signalman", "Chief Signalman Ines Falk"));
    assert_false(match_words("市长", "副市长何婉如"));
    assert_false(match_words("公司", "公司职员何婉如"));
    assert_false(match_words("the police", "the fire brigade"));
    assert_false(match_words("警方", "检方"));
    assert_false(match_words("局长李志坚", "坚"));
    assert_false(match_words("", ""));
    assert_true(match_words("Zhao Wen", "赵文"));
    assert_true(match_words("总理陈建国", "Premier Chen Jianguo"));
    assert_true(match_words("Mei-ling Xu", "许美玲"));
    assert_false(match_words("Zhao Wen", "李强"));
    assert_false(match_words("Wenhe Steel", "文河"));
}

static bool may_be_one(const char *a, const char *b)
{
    return speaker_match_may_be_one(a, (struct span){ 0, strlen(a) }, b,
                                    (struct span){ 0, strlen(b) });
}

/* Who told the same may be one, if nothing in the words is against it. */
static void words_that_may_be_for_one(void **state)
{
    (void)state;
    assert_true(may_be_one("Donghai Lines", "东海航运"));
    assert_true(may_be_one("霍利斯粮油公司", "Hollis Grain"));
    assert_false(may_be_one("The harbour office", "船东协会"));
    assert_true(may_be_one("a spokesman for Wenhe Steel", "文河钢铁"));
    assert_true(may_be_one("Wenhe police", "文河警方"));
    assert_false(may_be_one("Donghai Lines", "警方"));
    assert_false(may_be_one("Police", "市政府"));
    assert_false(may_be_one("Grace Palmer", "北光电力公司"));
    assert_false(may_be_one("Northlight Power", "王强"));
    assert_false(may_be_one("Zhao Wen", "李强"));
    assert_false(may_be_one("Donghai Lines", "Wenhe Lines"));
    assert_false(may_be_one("东海航运", "文河航运"));
    assert_false(may_be_one("", "东海航运"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_sound_alike),
        cmocka_unit_test(names_that_do_not),
        cmocka_unit_test(roles_that_both_have),
        cmocka_unit_test(words_for_one),
        cmocka_unit_test(words_that_may_be_for_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
