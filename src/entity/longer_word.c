#include "entity/longer_word.h"

#include <string.h>

#include "text/utf8.h"

#define HAN 3 /* bytes of a character */

/* Characters that end given names and hardly begin what follows a name. */
static const char given[] = "龙飞杰强伟军涛鹏磊超峰刚勇鑫斌波辉宇浩凯俊帆亮翔旭霞丽娟敏静燕玲芳萍艳"
                            "娜琳雪莉倩婷颖洁明华健林东海平龍飛傑強偉軍濤鵬剛輝麗靜艷穎潔華東";

/* What goes on behind a whole name. */
static const char behind[] = "是说說在的，。、；：！？和与與等也都被对對向因曾就告表认認（》”’」";

/* Before 长 these make titles: 军长, 校长. */
static const char titled[] = "军軍师師团團营營连連排班校院部处處科局市省县縣镇鎮村队隊组組站厂廠社行会會"
                             "船舰艦";

/* Whether the character at `at` is one of `list`. */
static bool is_one(const struct surroundings *around, size_t at, const char *list)
{
    if (at + HAN > around->length)
        return false;
    for (; *list != '\0'; list += HAN) {
        if (memcmp(around->text + at, list, HAN) == 0)
            return true;
    }
    return false;
}

static bool stands(const struct surroundings *around, size_t at, const char *words)
{
    size_t size = strlen(words);
    return at <= around->length && around->length - at >= size &&
           memcmp(around->text + at, words, size) == 0;
}

static bool stands_any(const struct surroundings *around, size_t at, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (stands(around, at, *list))
            return true;
    }
    return false;
}

static bool are_same(const struct surroundings *around, size_t a, size_t b)
{
    return a + HAN <= around->length && b + HAN <= around->length &&
           memcmp(around->text + a, around->text + b, HAN) == 0;
}

/* 马云飞说, 刘军长, 柳青青 */
static bool is_longer_person(const struct surroundings *at)
{
    size_t last = at->end - HAN, next = at->end;
    bool over = next + HAN >= at->length || at->text[next + HAN] == '\n';
    static const char *const others[] = { "长期", "长得", "长大", "长久", "长途", "长远", "长达", "长江",
                                          "长城", "长春", "长沙", "长子", "长相", "长年", "長期", "長得",
                                          "長大", "青睐", "青睞", NULL };
    if (stands_any(at, next, others))
        return false;
    bool title = is_one(at, last, titled) && (stands(at, next, "长") || stands(at, next, "長"));
    return are_same(at, last, next) || title ||
           (is_one(at, next, given) && (over || is_one(at, next + HAN, behind)));
}

/* 阿里山, but 中国山东; 腾讯科技, but 腾讯科技公司; 滴滴答答 */
static bool is_longer_thing(const struct surroundings *at)
{
    static const char *const lands[] = { "山东", "山東", "山西", "山区", "山區", "山地", "山寨", "山水",
                                         "山脉", "山脈", "山林", "山村", "山体", "山火", "山药", "山羊", "山楂", NULL };
    static const char *const firms[] = { "科技公司", "科技股", "科技集团", "科技巨头", "科技企业",
                                         "科技有限", "科技园", "科技界",   NULL };
    size_t last = at->end - HAN, next = at->end;
    bool brief = at->end - at->start == 2 * HAN;
    bool dripping = brief && are_same(at, at->start, last) &&
                    (are_same(at, last, next) || are_same(at, next, next + HAN));
    bool mountain = brief && (stands(at, next, "山") || stands(at, next, "岭")) &&
                    !stands_any(at, next, lands);
    bool channel = brief && stands(at, next, "科技") && !stands_any(at, next, firms);
    return dripping || mountain || channel;
}

bool longer_word_of_han(const struct surroundings *at, bool person)
{
    uint32_t code = 0;
    if (at->end < at->start + 2 * HAN || (unsigned char)at->text[at->start] < 0xE3 ||
        at->end >= at->length)
        return false;
    (void)utf8_decode(at->text + at->end, at->length - at->end, &code);
    if (!utf8_is_han(code))
        return false;
    return person ? is_longer_person(at) : is_longer_thing(at);
}

bool longer_word_of_prefix(const struct surroundings *at)
{
    static const char *const prefixes[] = { "Uber", "Mega", "Meta", "Super", "Ultra", "Hyper", NULL };
    static const char *const adjectives[] = { "-rich", "-cool", "-rare", "-wealthy", "-chic", "-cute",
                                              "-hip", "-modern", "-trendy", "-smart", "-fast",
                                              "-expensive", "-competitive", "-elite", "-luxurious",
                                              "-secret", "-popular", "-liberal", "-conservative",
                                              "-fan", "-geek", "-nerd", "-villain", "-efficient",
                                              "-thin", "-strict", "-modest", "-high", NULL };
    return stands_any(at, at->start, prefixes) && stands_any(at, at->end, adjectives);
}
