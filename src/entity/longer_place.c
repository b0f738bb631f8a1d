#include "entity/longer_place.h"

#include <string.h>

#include "text/latinword.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a character */
#define SCHOOL_WORDS 4 /* between a place and what its school is */

/* ---- Han ---- */

static bool is_country(const struct surroundings *at)
{
    return wordlist_before(at->text, at->start, at->end, "国 國") > 0;
}

/* 上海外国语学院, 北京第四中学; not 上海大学生, nor 中国大学. */
static bool is_school(const struct surroundings *at)
{
    static const char kinds[] = "师范 師範 医科 醫科 医学 外国语 外國語 外语 理工 科技 科学 技术 交通 财经 農業 农业 "
                                "农林 林业 工业 工商 政法 民族 海洋 热带 实验 附属 中医药 中医 音乐 美术 体育 戏剧 "
                                "电影 语言 邮电 航空 航天 石油 化工 建筑 水利 电力 电子 信息 经贸 商业 贸易 职业 "
                                "交响乐团 舞蹈 舞蹈学院 舞蹈学校 戏曲 歌剧院 歌舞团 芭蕾舞团 少年 少儿 儿童 中等 "
                                "女子 旅游 艺术 传媒 警察 金融 国际关系 国际 东方 城市 大学 师大 第 一 二 三 四 五 六 "
                                "七 八 九 十 百 市 省 区 县";
    size_t next = at->end, length;
    int words = 0;
    for (; words < SCHOOL_WORDS && (length = surroundings_stands(at, next, kinds)) > 0; words++) {
        if (surroundings_stands(at, next, "大学 学院") > 0 &&
            surroundings_stands(at, next + length, "附属 附中 附小 第") == 0)
            break;
        next += length;
    }
    length = surroundings_stands(
        at, next,
        words > 0 ? "大学 学院 学校 中学 小学 附中 附小 合唱团 幼儿园 學院 大學 中學 小學"
                  : "大学 学院 大學 學院");
    return length > 0 && surroundings_stands(at, next + length, "生 们 里 教育 毕业生") == 0 &&
           !(words == 0 && is_country(at));
}

/* 日本海的, 柳青河今年: a word begins behind the one character that makes it a name of the land. */
static bool is_land(struct han_segment *segment, const struct surroundings *at, const char *lands)
{
    size_t length = surroundings_stands(at, at->end, lands);
    return length > 0 && !han_segment_knows(segment, at, at->end) &&
           han_segment_begins(segment, at, at->end + length);
}

/* 上海路三号, 北京路上; not 北京路面. */
static bool is_street(const struct surroundings *at)
{
    static const char houses[] = "一 二 三 四 五 六 七 八 九 十 0 1 2 3 4 5 6 7 8 9 上 口 站 步行街 的店 的老店 和 与 、";
    size_t length = surroundings_stands(at, at->end, "路 街 大街 大道");
    return length > 0 && surroundings_stands(at, at->end + length, houses) > 0;
}

/* 河南岸 is the river's south bank. */
static bool is_bank(const struct surroundings *at)
{
    return wordlist_before(at->text, at->start, at->end, "东 南 西 北 東") > 0 &&
           surroundings_stands(at, at->end, "岸") > 0;
}

/* 阿里普教授: the sounds of a foreign name go on before a title; 百度李教授 is one of Baidu's. */
static bool is_titled_on(struct han_segment *segment, const struct surroundings *at)
{
    static const char sounds[] = "普 尔 斯 特 德 曼 森 顿 木 夫 克 姆 安 娜 塔 莫 巴 卡 米 扎 汗 亚 维 诺 罗 拉";
    static const char titles[] = "教授 先生 女士 博士 老师 医生 夫人 将军 爵士 法官";
    size_t length = surroundings_stands(at, at->end, sounds);
    if (length == 0 || han_segment_knows(segment, at, at->end))
        return false;
    size_t more = surroundings_stands(at, at->end + length, sounds);
    return surroundings_stands(at, at->end + length, titles) > 0 ||
           (more > 0 && surroundings_stands(at, at->end + length + more, titles) > 0);
}

bool longer_place_of_han(struct han_segment *segment, const struct surroundings *at, unsigned flags)
{
    uint32_t code = 0;
    if ((unsigned char)at->text[at->start] < 0xE3 || at->end + HAN > at->length)
        return false;
    (void)utf8_decode(at->text + at->end, at->length - at->end, &code);
    if (!utf8_is_han(code))
        return false;
    if ((flags & NAME_PERSON) != 0)
        return is_land(segment, at, "河 湖 山 村 庄 镇 县 桥 岭 沟 寨 屯 营 祠 墓 巷 营村 家村 庄村 屯村");
    if ((flags & NAME_PLACE) != 0)
        return is_school(at) || is_street(at) || is_bank(at) ||
               is_land(segment, at, is_country(at) ? "海 湾" : "海 湾 河 江 湖 山 州");
    bool brief = at->end - at->start == 2 * HAN;
    return brief &&
           (surroundings_stands(at, at->end, "地区 高原 草原 盆地 雪山 峡谷 河谷 半岛 群岛") > 0 ||
            is_titled_on(segment, at));
}

/* ---- Latin letters ---- */

static size_t letters_before(const struct surroundings *at, size_t end)
{
    while (end > 0 && latinword_is_letter(at->text[end - 1]))
        end--;
    return end;
}

static size_t letters_behind(const struct surroundings *at, size_t start)
{
    while (start < at->length && latinword_is_letter(at->text[start]))
        start++;
    return start;
}

/* Air China, New Mexico; the University of Paris, the Gulf of Mexico. */
static bool is_led(const struct surroundings *at)
{
    static const char owners[] = "University College Institute Academy Gulf Sea Bay Strait Straits Cape Isle Duke Duchess";
    size_t end = at->start;
    if (end < 2 || at->text[end - 1] != ' ')
        return false;
    size_t start = letters_before(at, --end);
    if (surroundings_have(at, start, end, "Air New"))
        return true;
    if (!surroundings_have(at, start, end, "of") || start < 2 || at->text[start - 1] != ' ')
        return false;
    return surroundings_have(at, letters_before(at, start - 1), start - 1, owners);
}

/* Shanghai Normal University: words with capitals, and then a school. */
static bool is_university(const struct surroundings *at)
{
    static const char schools[] = "University College Institute Academy Polytechnic Conservatory";
    size_t start = at->end;
    for (int words = 0; words < SCHOOL_WORDS && start + 1 < at->length && at->text[start] == ' '; words++) {
        size_t end = letters_behind(at, ++start);
        if (end == start || (at->text[start] & 0x20) != 0)
            return false;
        if (surroundings_have(at, start, end, schools))
            return true;
        start = end;
    }
    return false;
}

/* Turkey sandwiches, Brazil nuts: what is called by the place's name, or by the same word. */
static bool is_kind_of_thing(const struct surroundings *at, size_t word, size_t end)
{
    static const struct {
        const char *name, *things;
    } things[] = {
        { "Turkey", "sandwich sandwiches soup breast breasts meat dinner dinners leg legs burger burgers stuffing gravy "
                    "wings eggs farm farms farmers bacon sausage sausages stew salad trot" },
        { "China", "cups cup plates plate teapot teapots doll dolls cabinet cabinets shop" },
        { "Brazil", "nut nuts" },
        { "Panama", "hat hats" },
        { "Jersey", "cow cows" },
        { "Canaan", "dog dogs" },
        { "Mexico", "City" },
        { "Kansas", "City" },
    };
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        if (surroundings_have(at, at->start, at->end, things[i].name) &&
            surroundings_have(at, word, end, things[i].things))
            return true;
    }
    return false;
}

bool longer_place_of_latin(const struct surroundings *at, unsigned flags)
{
    static const char firms[] = "Airlines Airways Air Tech Steel Telecom Mobile Unicom Eastern "
                                "Southern Bancorp Jets Knicks Yankees Mets Giants Rangers "
                                "Islanders Lions Tribune Herald Gazette Post Times Daily Life "
                                "Motors Petroleum Construction Merchants Bank University College "
                                "Institute Hilton Foods Cellular Railway Railways";
    static const char lands[] = "Street Avenue Boulevard Lane Beach River Falls Creek Township Springs";
    static const char people[] = "Chad Paris Jordan Georgia Austin Dallas Houston Brooklyn Sydney "
                                 "Florence Victoria Charlotte Madison Lincoln Savannah Denver "
                                 "Troy Vienna Adelaide Alexandria Kent Orlando Chelsea Carolina "
                                 "Virginia Israel Kenya India Asia Milan Geneva Roman";
    size_t word = at->end + 1;
    bool place = (flags & NAME_PLACE) != 0;
    if (place && (is_led(at) || is_university(at)))
        return true;
    if (word >= at->length || at->text[at->end] != ' ')
        return false;
    size_t end = letters_behind(at, word);
    if (!place)
        return is_kind_of_thing(at, word, end);
    return surroundings_have(at, word, end, firms) || surroundings_have(at, word, end, lands) ||
           is_kind_of_thing(at, word, end) ||
           (surroundings_have(at, at->start, at->end, people) && surroundings_go_on(at));
}
