#include "entity/longer_word.h"

#include <string.h>

#include "text/ascii.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3 /* bytes of a character */

/* Characters that end given names and hardly begin what follows a name. */
static const char given[] = "龙飞杰强伟军涛鹏磊超峰刚勇鑫斌波辉宇浩凯俊帆亮翔旭霞丽娟敏静燕玲芳萍艳"
                            "娜琳雪莉倩婷颖洁明华健林东海平龍飛傑強偉軍濤鵬剛輝麗靜艷穎潔華東"
                            "霄瑶怡雯业轩涵萱梓睿晨曦琪瑜瑾璇薇蓉莹莲菲楠桐枫柏松泽源渊沛淑"
                            "慧惠兰菊梅桂荣昌盛祥瑞福禄寿德仁义礼智信诚忠孝廉坤乾震坚毅恒卓越"
                            "骏驰骁骥麟豪雄威武斐彤彬炜煜焕烨炎灿灵珊珍珠玥琛琦民国庆生祥春秋红英秀青云";

/* Those of them that are nothing else: any word may go on behind. */
static const char only_given[] = "国民伟磊鑫斌浩凯俊帆翔旭霞娟敏燕玲芳萍艳娜琳倩婷颖涛鹏杰龙";

/* What goes on behind a whole name. */
static const char behind[] = "是说說在的，。、；：！？和与與等也都被对對向因曾就告表认認（》”’」"
                             "周今昨将已没出到获发报六";

/* Words that begin with one of `given` and go on behind a name. */
static const char going_on[] = "飞往 飞赴 飞抵 飞到 飞回 飞离 龙年 怡然 明天 明年 明确 明显 明白 "
                               "明日 明晚 伟大 华丽 军队 军事 强调 强烈 强势 强迫 超过 超出 超越 "
                               "波及 海外 东部 东方 平时 平均 平静 静静 业绩 业务 源自 源于 信中 "
                               "信任 信心 忠诚 坚持 坚决 坚称 坚信 恒心 毅然 威胁 震惊 荣获 荣登 "
                               "荣任 盛赞 智取 松口 雪中 亮相 健康 刚刚 刚才 勇敢 勇于 华人 林业 "
                               "福利 诚恳 德语 义务 礼貌 武力 越来 卓越 德国 灵活 珍惜 豪华 雄心 "
                               "武术 驰援 晨练 惠及";

/* What somebody is called before the name. */
static const char callings[] = "记者 导演 演员 歌手 作家 教授 博士 律师 医生 船长 老师 校长 "
                               "设计师 主持人 运动员 研究员 工程师 摄影师 画家 诗人 院士 检察官 "
                               "法官 警官 司机 厨师 教师 指挥家 音乐家 科学家 经济学家 企业家 "
                               "艺术家 歌唱家 舞蹈家 哲学家 建筑师 会计师 学者 影星 球星 选手 "
                               "市民 村民 居民 队员 球员 教练 编剧 记者： 名叫 叫做 飞行员 驾驶员 "
                               "保安 老板 店主 牧民 农民 大叔 大爷 裁缝 木匠 铁匠 "
                               "消防员 快递员 售货员 服务员 讲解员 护士 战士 同学 学生 业主 乘客 游客";

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

static bool are_same(const struct surroundings *around, size_t a, size_t b)
{
    return a + HAN <= around->length && b + HAN <= around->length &&
           memcmp(around->text + a, around->text + b, HAN) == 0;
}

static bool is_called(const struct surroundings *at)
{
    return wordlist_before(at->text, 0, at->start, callings) > 0;
}

/* 司马云台: the name begins within a surname of two characters. */
static bool is_within_surname(const struct surroundings *at)
{
    static const char surnames[] = "司马 司馬 欧阳 歐陽 诸葛 諸葛 上官 司徒 东方 皇甫 尉迟 公孙 "
                                   "慕容 令狐 宇文 长孙 夏侯 端木 南宫";
    return at->start >= HAN && surroundings_stands(at, at->start - HAN, surnames);
}

/* 演员海尔森没有, 指挥家波特曼: what somebody is called, the name, one more sound of a foreign name, and
 * then a word begins. */
static bool is_called_on(struct han_segment *segment, const struct surroundings *at)
{
    static const char ends[] = "森曼顿頓特斯尔爾德克伦倫兰蘭逊遜娜莉丝絲夫斯基诺諾拉达達里亚亞木汗普提买甫";
    return is_called(at) && is_one(at, at->end, ends) && !han_segment_knows(segment, at, at->end) &&
           han_segment_begins(segment, at, at->end + HAN);
}

/* 马云飞说, 导演马云飞, 刘军长, 柳青青 */
static bool is_longer_person(struct han_segment *segment, const struct surroundings *at)
{
    size_t last = at->end - HAN, next = at->end;
    bool over = next + HAN >= at->length || at->text[next + HAN] == '\n';
    static const char others[] = "长期 长得 长大 长久 长途 长远 长达 长江 长城 长春 长沙 长子 "
                                 "长相 长年 长跑 长谈 长叹 长眠 长居 长住 长驱 长袖 長期 長得 長大 青睐 青睞";
    static const char elders[] = "先生 女士 老人 大爷 大娘 大妈 大叔 阿姨 奶奶 爷爷 师傅 同志";
    if (is_within_surname(at))
        return true;
    if (surroundings_stands(at, next, others) || surroundings_stands(at, next, going_on))
        return false;
    bool title = is_one(at, last, titled) && surroundings_stands(at, next, "长 長");
    return (are_same(at, last, next) && !han_segment_knows(segment, at, next)) || title ||
           (is_one(at, next, given) && !han_segment_knows(segment, at, next) &&
            (over || is_one(at, next + HAN, behind) || is_called(at) ||
             surroundings_stands(at, next + HAN, callings) ||
             surroundings_stands(at, next + HAN, elders))) ||
           (is_one(at, next, only_given) && !han_segment_knows(segment, at, next) &&
            han_segment_knows(segment, at, next + HAN)) ||
           is_called_on(segment, at);
}

/* 阿里斯托芬: the sounds of a foreign name go on. */
static bool is_foreign(const struct surroundings *at)
{
    static const char sounds[] = "斯托尔爾尼科夫罗羅兰蘭克利高莫娜维維奇德曼顿頓森伯特登蒂芬";
    static const char lands[] = "国國港洲州市省京海湾灣谷南北东西東度"; /* 美国罗尔斯是 two names */
    return !is_one(at, at->end - HAN, lands) && is_one(at, at->end, sounds) &&
           is_one(at, at->end + HAN, sounds) && is_one(at, at->end + 2 * HAN, sounds);
}

/* 阿里巴巴 of 阿里: two of one character, which is no adverb. */
static bool is_doubled(const struct surroundings *at)
{
    static const char adverbs[] = "刚剛常仅僅渐漸往偏处處天年人纷紛频頻屡屢连連稳穩悄默牢足每步层層日月";
    return at->end + 2 * HAN <= at->length && are_same(at, at->end, at->end + HAN) &&
           (unsigned char)at->text[at->end] >= 0xE4 && !is_one(at, at->end, adverbs);
}

/* 阿里山, but 中国山东; 腾讯科技, but 腾讯科技公司; 滴滴答答 */
static bool is_longer_thing(const struct surroundings *at)
{
    static const char lands[] = "山东 山東 山西 山区 山區 山地 山寨 山水 山脉 山脈 山林 山村 山体 "
                                "山火 山药 山羊 山楂";
    static const char firms[] = "科技公司 科技股 科技集团 科技巨头 科技企业 科技有限 科技园 科技界";
    size_t last = at->end - HAN, next = at->end;
    bool brief = at->end - at->start == 2 * HAN;
    bool dripping = brief && are_same(at, at->start, last) &&
                    (are_same(at, last, next) || are_same(at, next, next + HAN));
    bool mountain =
        brief && surroundings_stands(at, next, "山 岭") && !surroundings_stands(at, next, lands);
    bool channel =
        brief && surroundings_stands(at, next, "科技") && !surroundings_stands(at, next, firms);
    return dripping || mountain || channel ||
           (brief && (is_foreign(at) || is_doubled(at)));
}

bool longer_word_of_han(struct han_segment *segment, const struct surroundings *at, bool person)
{
    uint32_t code = 0;
    if (at->end < at->start + 2 * HAN || (unsigned char)at->text[at->start] < 0xE3)
        return false;
    if (han_segment_cuts(segment, at))
        return true;
    if (at->end >= at->length)
        return false;
    (void)utf8_decode(at->text + at->end, at->length - at->end, &code);
    if (!utf8_is_han(code))
        return false;
    return person ? is_longer_person(segment, at) : is_longer_thing(at) || is_called_on(segment, at);
}

bool longer_word_of_prefix(const struct surroundings *at)
{
    static const char prefixes[] = "Uber Mega Meta Super Ultra Hyper";
    static const char words[] = "-rich -cool -rare -wealthy -chic -cute -hip -modern -trendy "
                                "-smart -fast -expensive -competitive -elite -luxurious -secret "
                                "-popular -liberal -conservative -fan -geek -nerd -villain "
                                "-efficient -thin -strict -modest -high -analy -physic -fiction "
                                "-narrative -language -level -study -studies -review -cognit "
                                "-bright -clean -sharp -light -long -short -low -tight -tough "
                                "-large -small -soft -quick -sensitive -regress -orthodox "
                                "-nationalist -marathon -violet -sound -hero -model -majorit "
                                "-injunction -inflation";
    return surroundings_stands(at, at->start, prefixes) && surroundings_stands(at, at->end, words);
}

/* The word before `end` of letters, and one blank before it: where it begins, `end` where there is none. */
static size_t letters_before(const struct surroundings *at, size_t end)
{
    size_t start = end;
    while (start > 0 && (at->text[start - 1] | 0x20) >= 'a' && (at->text[start - 1] | 0x20) <= 'z')
        start--;
    return start;
}

bool longer_word_of_sign(const struct surroundings *at, bool person)
{
    static const char before[] = "Indo Trans Pan Afro Austro Cis Inter";
    size_t end = at->start;
    if (surroundings_stands(at, at->end, "$") && at->end < at->length) /* US$5 */
        return true;
    bool hyphen = at->end + 1 < at->length && at->text[at->end] == '-';
    if (person && hyphen && (unsigned char)(at->text[at->end + 1] - 'A') < 26) /* Wei-Ling */
        return true;
    return end > 0 && at->text[end - 1] == '-' &&
           surroundings_have(at, letters_before(at, end - 1), end - 1, before);
}

bool longer_word_of_order(const struct surroundings *at)
{
    static const char objects[] = "the a an this that these those his her its our your my their across";
    size_t word = at->end + 1, end = word;
    if (word >= at->length || at->text[at->end] != ' ' ||
        memchr(at->text + at->start, ' ', at->end - at->start) != NULL)
        return false;
    while (end < at->length && ascii_is_small(at->text[end]))
        end++;
    return surroundings_have(at, word, end, objects);
}

bool longer_word_of_given_name(const struct surroundings *at)
{
    static const char names[] = "James John Robert Michael William David Richard Joseph Thomas "
                                "Charles Christopher Daniel Matthew Anthony Mark Donald Steven "
                                "Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald "
                                "Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan "
                                "Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank "
                                "Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry "
                                "Harrison Gerald Peter Adam Walter Harold Arthur Albert Philip "
                                "Ralph Roy Eugene Louis Harry Tom Tim Bill Bob Jim Mike Joe Steve "
                                "Dave Chris Matt Dan Mary Patricia Jennifer Linda Elizabeth "
                                "Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty "
                                "Sandra Ashley Dorothy Kimberly Emily Donna Michelle Carol Amanda "
                                "Melissa Deborah Stephanie Rebecca Laura Helen Amy Anna Emma Kate "
                                "Alice Julia Jane Ruth Rachel Claire Martin Simon Ian";
    size_t end = at->start, start;
    if (end < 2 || at->text[end - 1] != ' ' || memchr(at->text + at->start, ' ', at->end - at->start) != NULL)
        return false;
    start = letters_before(at, --end);
    return surroundings_have(at, start, end, names);
}
