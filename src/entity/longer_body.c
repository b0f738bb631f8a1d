#include "entity/longer_body.h"

#include <string.h>

#include "text/latinword.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a character */

/* ---- Han ---- */

/* What is called by a name and is not whose name it is: 小米面, millet flour; not 小米面临, Xiaomi faces. */
static bool is_kind_of_thing(struct han_segment *segment, const struct surroundings *at)
{
    static const struct {
        const char *name, *things;
    } things[] = {
        { "法国", "梧桐 号角 斗牛犬 香颂 吐司" },
        { "日本", "豆腐 脑炎 鳗鲡 柴犬 黑松" },
        { "土耳其", "浴 软糖 烤肉 咖啡壶" },
        { "墨西哥", "城 卷饼 草帽 玉米饼" },
        { "荷兰", "猪 豆 弟" },
        { "德国", "牧羊犬 小蠊 黑背" },
        { "巴西", "木 龟 利亚 坚果 松子" },
        { "意大利", "面 粉 炮" },
        { "英国", "短毛猫 管" },
        { "泰国", "香米" },
        { "印度", "洋 飞饼 河" },
        { "西班牙", "流感 大流感" },
        { "美国", "短毛猫 白蛾" },
        { "巴黎", "贝甜 欧莱雅 春天百货 圣日耳曼 世家 左岸" },
        { "京东", "大鼓 肉饼" },
        { "苹果", "树 汁 园 醋 派 酱 皮 核 脯 茶 肉" },
        { "蘋果", "樹 汁 園 醋 派 醬 皮 核 脯 茶" },
        { "小米", "粥 汤 湯 饭 飯 糊 糕 酒 面 麵 椒 辣 粒 地里 稀饭 锅巴 红枣 南瓜 高粱 加步枪 蕉" },
        { "土豆", "丝 泥 片 饼 粉 块 条 烧牛肉 炖牛肉" },
    };
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        if (!wordlist_has(at->text + at->start, at->end - at->start, things[i].name))
            continue;
        size_t length = surroundings_stands(at, at->end, things[i].things);
        return length > HAN || (length == HAN && !han_segment_knows(segment, at, at->end));
    }
    return false;
}

/* Sown, weighed, boiled, or beside another thing to eat. */
static bool is_food(const struct surroundings *at)
{
    static const char foods[] = "小米 苹果 蘋果 土豆 橡树";
    static const char measures[] = "斤 公斤 碗 袋 筐 箱 锅 亩 吨 把 粒 颗 棵 株 升 斗 勺 捧";
    static const char handled[] = "种着 种了 种植 栽 收割 煮 煮着 熬 吃 吃着 喝 淘 削 摘 摘了 播种 地里的 田里的 树上的 "
                                  "粮店的 锅里的 碗里的 袋里的 筐里的 出产 盛产";
    static const char kinds[] = "这 那 各 某 几 一 两 多 每 何 该 此 种"; /* 这种小米手机 */
    static const char between[] = "和 与 、 及 跟 或";
    static const char beside[] = "大米 小麦 玉米 高粱 大豆 黄豆 绿豆 红豆 红枣 花生 土豆 红薯 南瓜 谷子 芝麻 面粉 荞麦 燕麦 糯米 "
                                 "香蕉 橘子 桃子 梨子 葡萄 白菜 鸡蛋 枸杞 山药";
    static const char more[] = "熟了 丰收 减产 抽穗 发芽 入锅 下锅";
    if (!wordlist_has(at->text + at->start, at->end - at->start, foods))
        return false;
    size_t length = surroundings_stands(at, at->end, between);
    if (length > 0 && surroundings_stands(at, at->end + length, beside) > 0)
        return true;
    size_t before = wordlist_before(at->text, 0, at->start, measures);
    if (before > 0 && wordlist_before(at->text, 0, at->start - before,
                                      "一 二 两 三 四 五 六 七 八 九 十 百 千 几 半") > 0)
        return true;
    before = wordlist_before(at->text, 0, at->start, "种");
    if (before > 0 && wordlist_before(at->text, 0, at->start - before, kinds) == 0)
        return true;
    before = wordlist_before(at->text, 0, at->start, between);
    return wordlist_before(at->text, 0, at->start, handled) > 0 ||
           surroundings_stands(at, at->end, more) > 0 ||
           (before > 0 && wordlist_before(at->text, 0, at->start - before, beside) > 0);
}

/* 福特基金会, 海尔路站, 联想桥: of a company. */
static bool is_called_after(struct han_segment *segment, const struct surroundings *at)
{
    static const char bodies[] = "基金会 基金會 纪念医院 纪念馆 纪念碑 纪念奖 国际机场 大道 东路 西路 南路 北路 中路 东街 西街 "
                                 "大街 路站 路口 体育场 體育場 球场 美术馆 博物馆 大桥";
    static const char single[] = "桥 杯 奖 岛";
    if (surroundings_stands(at, at->end, bodies) > 0)
        return true;
    size_t length = surroundings_stands(at, at->end, single);
    return length > 0 && !han_segment_knows(segment, at, at->end) &&
           han_segment_begins(segment, at, at->end + length);
}

/* 哈里森·福特: behind the sounds of a foreign given name. */
static bool is_surname(const struct surroundings *at)
{
    static const char sounds[] = "森 尔 爾 特 德 利 里 克 斯 恩 姆 尼 娜 莉 丝 拉 兰 伦 顿 夫 亚 安 萨 罗 迪 蒂 丽 米 奥 夏 逊 琳 娅 贝 泰 杰 洛 堡";
    static const char dots[] = "· • ・ ‧";
    size_t dot = wordlist_before(at->text, 0, at->start, dots);
    return dot > 0 && wordlist_before(at->text, 0, at->start - dot, sounds) > 0;
}

bool longer_body_of_han(struct han_segment *segment, const struct surroundings *at, unsigned flags)
{
    if ((unsigned char)at->text[at->start] < 0xE3)
        return false;
    return is_kind_of_thing(segment, at) || is_food(at) || is_surname(at) ||
           ((flags & NAME_PLACE) == 0 && is_called_after(segment, at));
}

/* ---- Latin letters ---- */

/* A word with a capital behind one blank at `at`. */
static bool capital_at(const struct surroundings *around, size_t at, size_t *end)
{
    struct latinword word;
    if (at + 1 >= around->length || around->text[at] != ' ' ||
        !latinword_at(around->text, around->length, at + 1, &word) || !word.capital)
        return false;
    *end = word.end;
    return true;
}

/* Ford Madox Ford, from either end. */
static bool is_framed(const struct surroundings *at)
{
    size_t size = at->end - at->start, end, start = at->start;
    if (capital_at(at, at->end, &end) && end + 1 + size <= at->length && at->text[end] == ' ' &&
        memcmp(at->text + end + 1, at->text + at->start, size) == 0)
        return true;
    if (start < 2 || at->text[--start] != ' ')
        return false;
    for (end = start; start > 0 && latinword_is_letter(at->text[start - 1]);)
        start--;
    return start < end && start > size && at->text[start - 1] == ' ' && (at->text[start] & 0x20) == 0 &&
           memcmp(at->text + start - 1 - size, at->text + at->start, size) == 0;
}

bool longer_body_of_latin(const struct surroundings *at, unsigned flags)
{
    static const char between[] = "Memorial International Municipal Regional County Community Children";
    static const char of_all[] = "Foundation Memorial Philharmonic Prize Award Awards Medal Bowl Cup County";
    static const char bodies[] = "Institute University College Hospital Museum Library Trophy Fellowship Scholarship "
                                 "Airport Cathedral Church Chapel Theatre Theater Orchestra";
    static const char lands[] = "Street Avenue Road Boulevard Lane Park Field Stadium Arena Island Islands Bay Lake "
                                "River Creek Beach Hill Hills Mountain Mountains Valley Bridge Harbor Harbour";
    size_t word = at->end + 1, end, next;
    if (memchr(at->text + at->start, ' ', at->end - at->start) != NULL)
        return false;
    if (is_framed(at))
        return true;
    if (!capital_at(at, at->end, &end))
        return false;
    if ((flags & NAME_PLACE) != 0 || surroundings_have(at, word, end, of_all))
        return surroundings_have(at, word, end, of_all);
    if (surroundings_have(at, word, end, between) && capital_at(at, end, &next)) {
        word = end + 1;
        end = next;
    }
    if (surroundings_have(at, word, end, bodies))
        return true;
    return surroundings_have(at, word, end, lands) &&
           !capital_at(at, end, &next); /* Google Street View */
}
