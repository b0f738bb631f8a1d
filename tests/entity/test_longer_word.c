/* Names that stand within longer words and names of others, and those that do not: the name is in
 * brackets, + before the line says that it is only a part. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "entity/everyday_han.h"
#include "entity/longer_word.h"

static const char *const persons[] = {
    "+[马云]飞说，船修好了。", "+记者[马云]龙是本地人。", "+[马云]杰和他的弟弟", "+[马云]涛被捕",
    "+[马云]霞，四十岁", "+昨天[马云]飞", "+[刘军]长下令开船", "+[刘军]长說", "+[王健]林在北京",
    "+[李彦宏]伟的渡船", "+[曹国伟]明的名片", "+[柳青]青很高兴", "+[李娜]娜在学校", "+[张伟]军和她",
    "+[王强]伟也来了", "+[陈校]长对记者", "+[陈師]長很忙", "+[马云]亮与他", "+[马云]婷（左）",
    "+[马云]鹏！", "+[刘军]辉表示", "+[刘军]宇就职", "+[馬雲]龍是醫生", "+[馬雲]飛說",
    "[马云]说，船修好了。", "[马云]飞往北京", "[马云]强调，渡口不会关", "[马云]超过了他",
    "[马云]明确表示", "[马云]明天到", "[马云]和他的弟弟", "[马云]平时不坐船", "[马云]东山再起",
    "[刘军]长期住在渡口", "[刘军]长得很高", "[刘军]长大后", "[刘军]在岸上", "[柳青]青睐这家店",
    "[柳青]宣布", "[马云]，四十岁", "[马云]", "[马云]伟大的计划", "[马云]健康状况", "[李娜]夺冠",
    "[王健]林立的高楼", "[刘军]东渡", "[马云]海外投资", "[马云]静静地坐着",
    "+导演[马云]飞周三到场", "+司[马云]台也来了", "+演员[李娜]瑶出席", "+歌手[张伟]泽新专辑", "+[张伟]明教授获奖",
    "+作家[李静]雯，", "[李静]怡然自得", "[张伟]坚决反对", "导演[李娜]明天到", "[柳青]业绩出色",
    "[刘军]卓越的战绩", "记者[张伟]强调",
};

static const char *const things[] = {
    "[中国]政府宣布", "美国人和[日本]人", "[美国]总统说", "[香港]人欢迎", "他在[中国]队", "[北京]大学",
    "+[阿里]山旅游", "+去[阿里]山。", "+雨[滴滴]答答地下", "+水[滴滴]滴下来", "+[腾讯]科技讯",
    "+[新浪]科技报道", "+[小米]岭上", "+[搜狐]科技，记者", "[阿里]宣布涨价", "[中国]山东省",
    "[中国]山西", "[阿里]山寨货", "[贵州]山区", "[腾讯]科技公司", "[腾讯]科技股大跌", "[滴滴]出行",
    "[百度]度假产品", "[京东]东部仓库", "[小米]山药粥", "[阿里巴巴]山体滑坡", "[滴滴]司机",
    "+[阿里]斯托芬写过喜剧", "+[阿里]巴巴与四十大盗", "+上[海南]站很挤", "+北[京东]边", "+南[京东]路",
    "+完[美团]队", "+北[美国]家", "[阿里]刚刚宣布", "[美国]罗尔斯公司", "[美国]特斯拉", "[海南]站起来了",
    "赴[美国]开会", "[京东]路演", "[腾讯]连连亏损",
};

static const char *const english[] = {
    "+the [Uber]-rich", "+an [Uber]-cool shop", "+[Uber]-expensive flats", "+[Meta]-modern art",
    "[Uber]-owned firms", "[Alibaba]-backed shops", "[Uber] is rich", "a [Meta]-run site",
    "+a [Meta]-analysis of trials", "+Harrison [Ford] signed", "+Henry [Ford]’s house", "Detroit [Ford] plant",
    "when [Ford] recalled cars", "Mark: [Visa] said",
    "[Uber]-driver unions", "[Alibaba]-rich funds",
};

static bool is_right(const char *row, bool person)
{
    struct buffer text = { 0 };
    struct surroundings around = { 0 };
    bool part = row[0] == '+';
    for (const char *at = row + part; *at != '\0'; at++) {
        if (*at == '[')
            around.start = text.length;
        else if (*at == ']')
            around.end = text.length;
        else
            buffer_add_byte(&text, *at);
    }
    around.text = buffer_text(&text);
    around.length = text.length;
    struct han_segment *segment = han_segment_new();
    bool got = longer_word_of_han(segment, &around, person) || longer_word_of_sign(&around, person) ||
               longer_word_of_prefix(&around) ||
               (!person && longer_word_of_given_name(&around));
    han_segment_free(segment);
    buffer_free(&text);
    if (got != part)
        print_error("%s\n", row);
    return got == part;
}

static void check(const char *const *rows, size_t count, bool person)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++)
        wrong += !is_right(rows[i], person);
    assert_int_equal(wrong, 0);
}

static void names_of_people(void **state)
{
    (void)state;
    check(persons, sizeof persons / sizeof *persons, true);
}

static void names_of_things(void **state)
{
    (void)state;
    check(things, sizeof things / sizeof *things, false);
    check(english, sizeof english / sizeof *english, false);
}

/* + before the line says that it is the everyday word. */
static void everyday_words_want_company(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "+一路[平安]到家", "+[平安]夜", "+种[小米]的农民", "+天下[太平]的日子", "+雨[滴滴]落下", "+很多[大众]喜欢",
        "+[联想]到从前", "+[阳光]很好", "[平安]保险", "[小米]手机", "收购[滴滴]", "[大众]汽车", "[联想]宣布",
        "[小米]和华为", "[太平]保险", "“[平安]”", "[华为]不服", "[阿里]的股价",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool mere = rows[i][0] == '+';
        const char *text = rows[i] + mere, *open = strchr(text, '['), *close = strchr(text, ']');
        struct buffer plain = { 0 };
        buffer_add(&plain, text, (size_t)(open - text));
        struct surroundings around = { .start = plain.length };
        buffer_add(&plain, open + 1, (size_t)(close - open) - 1);
        around.end = plain.length;
        buffer_add_text(&plain, close + 1);
        around.text = buffer_text(&plain);
        around.length = plain.length;
        if (everyday_han_is_mere(&around) != mere)
            fail_msg("%s", rows[i]);
        buffer_free(&plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names_of_people),
                                        cmocka_unit_test(names_of_things),
                                        cmocka_unit_test(everyday_words_want_company) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
