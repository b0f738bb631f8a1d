#include "entity/longer_word.h"

#include <string.h>

#include "text/utf8.h"

#define HAN 3 /* bytes of a character */

/* Characters that end given names and hardly begin what follows a name. */
static const char given[] = "龙飞杰强伟军涛鹏磊超峰刚勇鑫斌波辉宇浩凯俊帆亮翔旭霞丽娟敏静燕玲芳萍艳"
                            "娜琳雪莉倩婷颖洁明华健林东海平龍飛傑強偉軍濤鵬剛輝麗靜艷穎潔華東"
                            "霄瑶怡雯业轩涵萱梓睿晨曦琪瑜瑾璇薇蓉莹莲菲楠桐枫柏松泽源渊沛淑"
                            "慧惠兰菊梅桂荣昌盛祥瑞福禄寿德仁义礼智信诚忠孝廉坤乾震坚毅恒卓越"
                            "骏驰骁骥麟豪雄威武斐彤彬炜煜焕烨炎灿灵珊珍珠玥琛琦";

/* What goes on behind a whole name. */
static const char behind[] = "是说說在的，。、；：！？和与與等也都被对對向因曾就告表认認（》”’」"
                             "周今昨将已没出到获发报六";

/* Words that begin with one of `given` and go on behind a name. */
static const char *const going_on[] = {
    "飞往", "飞赴", "飞抵", "飞到", "飞回", "飞离", "龙年", "怡然", "明天", "明年", "明确", "明显",
    "明白", "明日", "明晚", "伟大", "华丽", "军队", "军事", "强调", "强烈", "强势", "强迫", "超过",
    "超出", "超越", "波及", "海外", "东部", "东方", "平时", "平均", "平静", "静静", "业绩", "业务",
    "源自", "源于", "信中", "信任", "信心", "忠诚", "坚持", "坚决", "坚称", "坚信", "恒心", "毅然",
    "威胁", "震惊", "荣获", "荣登", "荣任", "盛赞", "智取", "松口", "雪中", "亮相", "健康", "刚刚",
    "刚才", "勇敢", "勇于", "华人", "林业", "福利", "诚恳", "德语", "义务", "礼貌", "武力", "越来",
    "卓越", "德国", "灵活", "珍惜", "豪华", "雄心", "武术", "驰援", "晨练", "惠及", NULL,
};

/* What somebody is called before the name. */
static const char *const callings[] = {
    "记者", "导演", "演员", "歌手", "作家", "教授", "博士", "律师", "医生", "船长", "老师", "校长",
    "设计师", "主持人", "运动员", "研究员", "工程师", "摄影师", "画家", "诗人", "院士", "检察官",
    "法官", "警官", "司机", "厨师", "队员", "球员", "教练", "编剧", "记者：", "名叫", "叫做", NULL,
};

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

static bool ends_before(const struct surroundings *at, const char *word)
{
    size_t size = strlen(word);
    return at->start >= size && memcmp(at->text + at->start - size, word, size) == 0;
}

static bool ends_any(const struct surroundings *at, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (ends_before(at, *list))
            return true;
    }
    return false;
}

/* 司马云台: the name begins within a surname of two characters. */
static bool is_within_surname(const struct surroundings *at)
{
    static const char *const surnames[] = { "司马", "司馬", "欧阳", "歐陽", "诸葛", "諸葛", "上官", "司徒",
                                            "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
                                            "夏侯", "端木", "南宫", NULL };
    for (const char *const *surname = surnames; *surname != NULL; surname++) {
        if (at->start >= HAN && memcmp(at->text + at->start - HAN, *surname, 2 * HAN) == 0)
            return true;
    }
    return false;
}

/* 马云飞说, 导演马云飞, 刘军长, 柳青青 */
static bool is_longer_person(const struct surroundings *at)
{
    size_t last = at->end - HAN, next = at->end;
    bool over = next + HAN >= at->length || at->text[next + HAN] == '\n';
    static const char *const others[] = { "长期", "长得", "长大", "长久", "长途", "长远", "长达", "长江",
                                          "长城", "长春", "长沙", "长子", "长相", "长年", "長期", "長得",
                                          "長大", "青睐", "青睞", NULL };
    if (is_within_surname(at))
        return true;
    if (stands_any(at, next, others) || stands_any(at, next, going_on))
        return false;
    bool title = is_one(at, last, titled) && (stands(at, next, "长") || stands(at, next, "長"));
    return are_same(at, last, next) || title ||
           (is_one(at, next, given) && (over || is_one(at, next + HAN, behind) || ends_any(at, callings) ||
             stands_any(at, next + HAN, callings) || stands(at, next + HAN, "先生") ||
             stands(at, next + HAN, "女士")));
}

/* 上海南站, 北京东边: a place before, a direction with what it is of behind, the name between. */
static bool straddles(const struct surroundings *at)
{
    static const char directions[] = "东南西北東", places[] = "边邊路站部侧側面方郊区區岸门門城街桥橋";
    static const char *const cities[] = { "北京", "南京", "东京", "東京", "上海", "珠海", "威海", "青海",
                                          "临海", "黄海", "渤海", "东海", "南海", "沿海", "近海", NULL };
    size_t last = at->end - HAN;
    if (at->start < HAN || !is_one(at, last, directions) || !is_one(at, at->end, places))
        return false;
    for (const char *const *city = cities; *city != NULL; city++) {
        if (memcmp(at->text + at->start - HAN, *city, 2 * HAN) == 0)
            return true;
    }
    return false;
}

/* 阿里斯托芬: the sounds of a foreign name go on. */
static bool is_foreign(const struct surroundings *at)
{
    static const char sounds[] = "斯托尔爾尼科夫罗羅兰蘭克利高莫娜维維奇德曼顿頓森伯特登蒂芬";
    static const char lands[] = "国國港洲州市省京海湾灣谷南北东西東度"; /* 美国罗尔斯是 two names */
    return !is_one(at, at->end - HAN, lands) && is_one(at, at->end, sounds) &&
           is_one(at, at->end + HAN, sounds) && is_one(at, at->end + 2 * HAN, sounds);
}

/* 完美团队, 北美国家: 美 belongs to the word before. */
static bool is_beauty(const struct surroundings *at)
{
    static const char before[] = "完优優精赞讚唯欧歐南北壮壯";
    return at->start >= HAN && stands(at, at->start, "美") && is_one(at, at->start - HAN, before);
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
    return dripping || mountain || channel ||
           (brief && (is_beauty(at) || straddles(at) || is_foreign(at) || is_doubled(at)));
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
    static const char *const words[] = { "-rich", "-cool", "-rare", "-wealthy", "-chic", "-cute", "-hip",
                                         "-modern", "-trendy", "-smart", "-fast", "-expensive",
                                         "-competitive", "-elite", "-luxurious", "-secret", "-popular",
                                         "-liberal", "-conservative", "-fan", "-geek", "-nerd", "-villain",
                                         "-efficient", "-thin", "-strict", "-modest", "-high", "-analy",
                                         "-physic", "-fiction", "-narrative", "-language", "-level",
                                         "-study", "-studies", "-review", "-cognit", "-bright", "-clean",
                                         "-sharp", "-light", "-long", "-short", "-low", "-tight", "-tough",
                                         "-large", "-small", "-soft", "-quick", "-sensitive", "-regress",
                                         "-orthodox", "-nationalist", "-marathon", "-violet", "-sound",
                                         "-hero", "-model", "-majorit", "-injunction", "-inflation", NULL };
    return stands_any(at, at->start, prefixes) && stands_any(at, at->end, words);
}

bool longer_word_of_given_name(const struct surroundings *at)
{
    static const char *const names[] = {
        "James", "John", "Robert", "Michael", "William", "David", "Richard", "Joseph", "Thomas", "Charles",
        "Christopher", "Daniel", "Matthew", "Anthony", "Mark", "Donald", "Steven", "Paul", "Andrew",
        "Joshua", "Kenneth", "Kevin", "Brian", "George", "Edward", "Ronald", "Timothy", "Jason", "Jeffrey",
        "Ryan", "Jacob", "Gary", "Nicholas", "Eric", "Jonathan", "Stephen", "Larry", "Justin", "Scott",
        "Brandon", "Benjamin", "Samuel", "Gregory", "Frank", "Alexander", "Raymond", "Patrick", "Jack",
        "Dennis", "Jerry", "Tyler", "Aaron", "Henry", "Harrison", "Gerald", "Peter", "Adam", "Walter",
        "Harold", "Arthur", "Albert", "Philip", "Ralph", "Roy", "Eugene", "Louis", "Harry", "Tom", "Tim",
        "Bill", "Bob", "Jim", "Mike", "Joe", "Steve", "Dave", "Chris", "Matt", "Dan", "Mary", "Patricia",
        "Jennifer", "Linda", "Elizabeth", "Barbara", "Susan", "Jessica", "Sarah", "Karen", "Nancy", "Lisa",
        "Margaret", "Betty", "Sandra", "Ashley", "Dorothy", "Kimberly", "Emily", "Donna", "Michelle",
        "Carol", "Amanda", "Melissa", "Deborah", "Stephanie", "Rebecca", "Laura", "Helen", "Amy", "Anna",
        "Emma", "Kate", "Alice", "Julia", "Jane", "Ruth", "Rachel", "Claire", "Martin", "Simon", "Ian",
        NULL,
    };
    size_t end = at->start, start;
    if (end < 2 || at->text[end - 1] != ' ' || memchr(at->text + at->start, ' ', at->end - at->start) != NULL)
        return false;
    for (start = --end; start > 0 && ((at->text[start - 1] | 0x20) >= 'a' && (at->text[start - 1] | 0x20) <= 'z');)
        start--;
    for (const char *const *name = names; *name != NULL; name++) {
        if (strlen(*name) == end - start && memcmp(at->text + start, *name, end - start) == 0)
            return true;
    }
    return false;
}
