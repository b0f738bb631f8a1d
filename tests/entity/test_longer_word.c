/* Names that stand within longer words and names of others, and those that do not: the name is in
 * brackets, + before the line says that it is only a part. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
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
};

static const char *const things[] = {
    "+[阿里]山旅游", "+去[阿里]山。", "+雨[滴滴]答答地下", "+水[滴滴]滴下来", "+[腾讯]科技讯",
    "+[新浪]科技报道", "+[小米]岭上", "+[搜狐]科技，记者", "[阿里]宣布涨价", "[中国]山东省",
    "[中国]山西", "[阿里]山寨货", "[贵州]山区", "[腾讯]科技公司", "[腾讯]科技股大跌", "[滴滴]出行",
    "[百度]度假产品", "[京东]东部仓库", "[小米]山药粥", "[阿里巴巴]山体滑坡", "[滴滴]司机",
};

static const char *const english[] = {
    "+the [Uber]-rich", "+an [Uber]-cool shop", "+[Uber]-expensive flats", "+[Meta]-modern art",
    "[Uber]-owned firms", "[Alibaba]-backed shops", "[Uber] is rich", "a [Meta]-run site",
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
    bool got = longer_word_of_han(&around, person) || longer_word_of_prefix(&around);
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

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names_of_people),
                                        cmocka_unit_test(names_of_things) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
