#include "figure/figure_calendar.h"

#include <string.h>

#include "figure/figure_row.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define MONTHS 12
#define TIE_MOST strlen("以及")

/* ---- words ---- */

#define MONTHS_PLAIN \
    "january=1 february=2 april=4 june=6 july=7 august=8 september=9 october=10 november=11 december=12"
#define MONTHS_VERBS "march=3 may=5"
#define MONTHS_CUT "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12"
#define HUNDREDS "eighteen=1800 nineteen=1900 twenty=2000"
#define TENS \
    "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90"
#define ONES "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9"
#define ORDINALS "first=1 second=2 third=3 fourth=4"
#define WEEKDAY_NAMES "monday tuesday wednesday thursday friday saturday sunday"
#define TOLD "last=-1 this=0 next=1"
#define PARTS "early=1 beginning=1 start=1 mid=2 middle=2 late=3 end=3"
#define YEAR "年度 财年 財年 财政年度 財政年度 学年 學年 年"
#define DAY "日 号 號"
#define CENTURY "世纪 世紀"
#define LAST_CENTURY "上世纪=20 上世紀=20 上个世纪=20 上個世紀=20"
#define OWNERS "the a this that its our his her their s whose"
#define WAYS \
    "street st avenue ave road rd lane drive boulevard blvd square place court terrace parkway highway way"
#define SEASONS "财年 財年 财政年度 財政年度 赛季 賽季 学年 年度"
/* Words that 日 and 号 begin; what a number is the name of (7号楼, 海星7号渡轮), or a name in marks. */
#define NO_DAY \
    "!'日元 日圆 日本 日报 日内 号称 日后 日均 号楼 号线 号馆 号门 号厂 号房 号院 " \
    "号店 号矿 号文 号船 号货船 号货车 号客船 号艇 号舰 号渡轮 号货轮 号客轮 号邮轮 号游轮 号油轮 号渔船 " \
    "号飞船 号卫星 号火箭 号探测器 号空间站 号实验舱 号列车 号泊位 号码头 号仓库 号病床 " \
    "号床 号病房 号座位 号球员 号选手 号球衣 号种子 号台风 号井 号钻井 号炉 号高炉 " \
    "号反应堆 号发动机 号电池 号汽油 号柴油 号染色体 号公路 号高速 号国道 号隧道 号桥 " \
    "号闸 号坝 号坑 号洞 号厅 号展厅 号教室 号会议室 号办公室 号考场 号车厢 号站台 " \
    "号跑道 号停机坪 号出口 号入口 号桌 号包厢 号地块 号生产线 号单元 号栋 号幢 号别墅 " \
    "号灯塔 号柜 号样本 号嫌疑 号信箱 号轮船 号机组 号机房 号机器 号机关 号” 号」 号』 " \
    "号’"
/* What is called by a number with 号 behind it: a ship of space, a house, a paper. */
#define NO_DAY_OF                                                                                  \
    "!<'第 连续 連續 路 街 巷 弄 大道 胡同 编号 門牌 门牌 〕 ］ 】 神舟 嫦娥 天宫 天问 天舟 北斗 长征 东方红 " \
    "旅行者 阿波罗 远望 雪龙 玉兔 蛟龙 奋斗者 海洋石油 向阳红"
#define TIES "- – — ~ ～ － 至 到"
#define QUOTES "' ’ ‘"
#define WEEKDAYS "一=0 二=1 三=2 四=3 五=4 六=5 日=6 天=6"

/* Before a year: in 1999. */
#define YEAR_BEFORE                                                                                \
    "in since by of from until till during before after early late mid around between and to "    \
    "through year circa founded back fiscal on versus against spring summer autumn winter fall"

/* What may stand behind a day alone: no noun. */
#define DAYS_BEHIND "!~|!that and at in to when with by after before it he she they for|*"

/* Years before the first of an era, and what is counted in it. */
#define ERAS \
    "民國=1911 民国=1911 昭和=1925 平成=1988 令和=2018 光绪=1874 光緒=1874 乾隆=1735 康熙=1661 道光=1820 咸丰=1850 咸豐=1850 " \
    "同治=1861 宣统=1908 宣統=1908 雍正=1722 顺治=1643 順治=1643 嘉庆=1795 嘉慶=1795 万历=1572 萬曆=1572 崇祯=1627 崇禎=1627 " \
    "洪武=1367 永乐=1402 永樂=1402 大正=1911 明治=1867 贞观=626 貞觀=626 开元=712 開元=712 天宝=741 天寶=741 熙宁=1067 元丰=1077 " \
    "靖康=1125 绍兴=1130 宣德=1425 成化=1464 弘治=1487 正德=1505 嘉靖=1521 隆庆=1566 天启=1620 建文=1398 正统=1435 庆历=1040 " \
    "武德=617 永徽=649 显庆=655 大历=765 贞元=784 元和=805 长庆=820 会昌=840 大中=846 咸通=859 建隆=959 开宝=967 太平兴国=975 " \
    "淳化=989 咸平=997 景德=1003 大中祥符=1007 天禧=1016 天圣=1022 皇祐=1048 嘉祐=1055 治平=1063 元祐=1085 崇宁=1101 政和=1110 " \
    "宣和=1118 建炎=1126 乾道=1164 淳熙=1173 绍熙=1189 庆元=1194 嘉定=1207 淳祐=1240 咸淳=1264 大德=1296 延祐=1313 至正=1340 " \
    "建安=195 黄初=219 永平=57"

/* ---- what else must hold ---- */

/* First-half profit, H1 revenue; but no first half of a match, and no H1 visa. */
static bool is_half(struct row_reading *c)
{
    static const char business[] =
        "profit Profit sales Sales sold revenue Revenue earnings Earnings results Results income "
        "operating economy growth Growth orders Orders demand output xport mport roduction margin "
        "onstruction nvestment shipments budget";
    static const char matches[] = "_match _game _goal _scor _striker _coach _team _kick _minute _penalty "
                                  "_season _league _pitch _touchdown _innings _play";
    const struct figure_scan *scan = c->scan;
    return c->from.part == PART_QUARTER || c->from.year > 0 ||
           (figure_scan_about(scan, c->start, c->end, business) &&
            (figure_scan_was_in(scan, c->end, "-half") || !figure_scan_about(scan, c->start, c->end, matches)) &&
            !figure_scan_word_in(scan, c->end, "of"));
}

/* 1500 to 2099; earlier with a day, 11 July 1405, or as where a range begins. */
static bool is_modern(struct row_reading *c)
{
    return (c->from.year >= 1500 || c->from.day > 0 || c->until.year >= 1500) && c->from.year < 2100 &&
           c->until.year < 2100;
}

/* The next Monday is that of the week behind the last one, this Friday of the week of the publication. */
static bool settle_weekday(struct row_reading *c)
{
    struct latinword word;
    int day = figure_date_weekday(&c->scan->published), told = MONTHS;
    if (figure_scan_word_before(c->scan, c->start, &word))
        told = wordlist_find(word.text, "last=-1 this=0 next=1 coming=1", MONTHS);
    if (told == MONTHS)
        return true;
    c->start = word.start;
    if (told > 0 || (told < 0 ? day == c->value : day < c->value))
        figure_date_add_days(&c->from, told < 0 ? -7 : 7);
    return true;
}

static bool is_same(struct row_reading *c)
{
    return c->value == c->before;
}

static bool is_growing(struct row_reading *c)
{
    return c->value > c->before && c->value <= 31;
}

/* 98年 where no time is meant: that has 前 or 的历史 behind it. */
static bool is_short(struct row_reading *c)
{
    static const char lasting[] = "前 后 後 来 來 间 間 之 内 內 以 期 历史 歷史 多 左右 的 里 半 了 时间 ， 。 、";
    const int year = c->from.year;
    if (c->from.month > 0 || (c->from.part != PART_NONE && c->from.part != PART_MIDDLE))
        return true;
    return figure_scan_is_in(c->scan, c->start, "0 ０ 〇 零")
               ? year >= 2000 && year < 2020
               : year >= 1980 && year < 2000 && !figure_scan_is_in(c->scan, c->end, lasting);
}

/* the 1960s and 70s, but not in their 60s and 70s */
static bool is_tied(struct row_reading *c)
{
    return !figure_scan_near_before(c->scan, c->start, 24, "their_ his_ her_ our_ my_");
}

/* the mid-eighties, but not of temperatures, nor in her mid-eighties */
static bool is_no_heat(struct row_reading *c)
{
    return !figure_scan_about(c->scan, c->start, c->end, "emperature degrees Highs highs lows _heat");
}

/* From 1154 to 1185 of reigns and wars: no count. */
static bool is_reign(struct row_reading *c)
{
    static const char past[] = "reign _rule king King queen Queen mperor dynast _war _War plague ishop abbot "
                               "pope Pope duke empire";
    return figure_scan_about(c->scan, c->start, c->end, past);
}

/* 2014-15, 1848–91; but 2014-03 is a month. */
static bool is_second(struct row_reading *c)
{
    return c->until.year % 100 > MONTHS;
}

/* ---- the ways to write dates ---- */

/* In the order of their names; of one name those that say more first.
 *
 *   W N 0 9 H  a date: begins with an English word, with a number that Chinese follows, with one to
 *              three digits, with four, with what else
 *   B K        what may follow a Chinese year, a month      F P Q  the first quarters, a part, a quarter
 *   O G        a month; the months or quarters of a list    A 4  more of a list, each more than the last
 *   M E V      an English month, a day behind it; a month behind the day
 *   Y Z I L    a year, one behind a month or day, behind a quarter, of digits
 *   1 2 X 7 8  what may stand before a bare year, a second one of digits, what may not follow: X, and 7 but
 *              for 8                                        S  a short decade
 *   D          “to the” and another day, of which what follows may be said
 *   5 6        “end of”, “last” before a month, which the date then begins with
 *   C J R      “century” behind its number or that of the next one            T  what ties a range
 *   3          “and” between two dates                      U  the date itself behind a weekday */
/* clang-format off */
static const struct figure_row rows[] = {
    /* 3 June 2013, 3rd of June */
    { '0', { "d", "=day", "V" }, NULL },
    { '0', { "d", "T", "?~the", "_", "d", ">day", "V" }, NULL },
    { '0', { "d", "~and", "?~the", "_", "d", ">day", "V", "<~|between|?the" }, NULL },
    { '0', { "o", "~and", "?~the", "_", "o", ">last", "<~|between|the", "!~*" }, NULL },
    { '0', { "o", "~to through until till", "?~the", "_", "o", ">last", "<~|from|the", DAYS_BEHIND }, NULL },
    { '0', { "d", "=day", ";", "A", "V" }, NULL },
    { '0', { "o", "C", "=century" }, NULL },
    { '0', { "o", "=next", "<~|postponed delayed deferred back|to till until|the" }, NULL },
    { '0', { "o", "=last", "!D", "<~|on by since until from before after|the", DAYS_BEHIND }, NULL },
    { '0', { "i", "=month", "'/", "i", "=day", "'/", "L", "!'/" }, NULL },
    { '0', { "i", "=day", "'- /", "M", "'- /", "y", "=year" }, NULL },
    { '0', { "i", "=day", "'/", "i", "=month", "'/", "L", "!'/" }, NULL },
    { '0', { "i", "=day", "'.", "i", "=month", "'.", "y", "=year" }, NULL },
    { '0', { "!<^*", "i", "=month", "'/", "&'19 20", "y", "=year", "!X", "!'-" }, is_modern },
    { '0', { "i", "=month", "'/", "&'13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31", "i", "=day", "!X",
             "!'-", "<~ends end by on until through starts begins since" }, NULL },
    /* 25Q3, 1Q18, 1Q 2015 */
    { '0', { "j", "=brief", "q", "!i" }, NULL },
    { '0', { "q", "L" }, NULL },
    { '0', { "q", "?Z" }, NULL },
    /* the 90s, the 1960s and 70s, '90s, in '87 */
    { '0', { "S", "<~the" }, NULL },
    { '0', { "S", "<'0s_and_ 0s_or_ 0s,_ 0s_to_ 0s–" }, is_tied },

    { '1', { "<~" YEAR_BEFORE " " OWNERS }, NULL },
    { '1', { "!<^*" }, NULL },

    { '2', { "s" }, NULL },
    { '2', { "y" }, NULL },

    { '3', { "_", "'与 和 與 及", "_" }, NULL },
    { '3', { ".", "~and", "_", "?~the", "_" }, NULL },

    { '4', { "'、 和 及 与 與 或 _和_ _及_ _与_", "?'第", "n" }, is_growing },
    { '4', { "'_and_ ,_ ,_and_ _or_ _&_", "d" }, is_growing },
    { '4', { "'_and_ ,_ ,_and_ _or_ _&_", "o" }, is_growing },

    { '5', { "?<<~of", "<@" PARTS, "=part" }, NULL },

    { '6', { "<@" TOLD, "+told" }, NULL },

    { '7', { "_", "!8", "h" }, NULL },

    { '8', { "'和 与 與 及", "y" }, NULL },

    /* 2013-06-03, 2013/6/3, 2013.06.03; 06/3/13 and 6/3/2013, month first where it can be; 21.04.2016 */
    { '9', { "y", "=year", "'-", "i", "=month", "'-", "i", "=day" }, NULL },
    { '9', { "y", "=year", "'/", "i", "=month", "'/", "i", "=day" }, NULL },
    { '9', { "y", "=year", "'.", "i", "=month", "'.", "i", "=day" }, NULL },
    /* 2015-03, 3/2015, ends 11/30; 2009-10 may be a season, but at the head of a line before a colon */
    { '9', { "1", "y", "=year", "'- /", "!'10 11 12", "i", "=month", "!X", "!'-" }, is_modern },
    { '9', { "$", "y", "=year", "'- /", "i", "=month", "': ：", "!g", ";" }, is_modern },
    { '9', { "y", "?'' ’", "'s", "|", "=tens" }, is_modern },
    { '9', { "y", "?'' ’", "'s", "|", "=tens", "<~the" }, NULL },
    { '9', { "y", "=year", "?'-", "_", "q" }, is_modern },
    /* the 2014-15 season, 2014-2015财年, 1848–91 */
    { '9', { "y", "|", "T", "2", "'" SEASONS, ">year" }, NULL },
    { '9', { "1", "y", "|", "T", "s", "|", ">year", "!X", "!'-",
             "&~fiscal financial season academic school winter summer spring autumn" }, NULL },
    { '9', { "1", "y", "|", "T", "s", "|", ">year", "!X", "!'-" }, is_second },
    /* 1998-2004; earlier between two years and from one to another, of reigns and wars */
    { '9', { "y", "|", "~and", "_", "y", "|", "!X", "!7", "<~between", ">year" }, is_modern },
    { '9', { "y", "|", "~and", "_", "y", "|", "!X", "!7", "<~between", ">old" }, NULL },
    { '9', { "y", "|", "T", "y", "|", "!X", "!7", "<~between " OWNERS, ">year" }, is_modern },
    { '9', { "y", "|", "T", "y", "|", "!X", "!7", "!p", ">year" }, is_modern },
    { '9', { "y", "|", "T", "y", "|", "!X", "!7", "!p", "<~from", ">old" }, is_reign },
    /* in 1999, its 1999 sales; else it counts what follows or is the number of a name */
    { '9', { "y", "|", "=year", "!X", "!7", "<~" YEAR_BEFORE " " OWNERS, "?5" }, is_modern },
    { '9', { "y", "|", "=year", "!X", "!7", "!p", "!<^*", "!<~above below over under than exceeding",
             "?5" }, is_modern },
    { '9', { "y", "|", "=year", "!X", "!7", "!p", "<'%_below_ %_above_ cent_below_ cent_above_" }, is_modern },
    /* c. 1450, the siege of 1453, from 1147 until, founded in 1147: nothing is counted behind it */
    { '9', { "y", "|", "=old", "!X", "!7", "<'c._ ca._ circa_ c. ca." }, NULL },
    { '9', { "y", "|", "=old", "!X", "!7", "<~|battle siege treaty revolt plague fire earthquake death famine crusade "
             "conquest charter council peace statute|of" }, NULL },
    { '9', { "y", "|", "=old", "!X", "!7", "<~from", "&~until till" }, NULL },
    { '9', { "y", "|", "=old", "!X", "!7", "<~in since founded until till",
             "!~|!and the a an by with when after until to "
             "but or as it he she under on at for from that was were is has had during|*" }, NULL },

    { 'A', { "4", "?A" }, NULL },

    { 'B', { "F" }, NULL },
    { 'B', { "'前 头 頭", "f", "'个月 個月", ">month" }, NULL },
    { 'B', { "_", "?'的", "O" }, NULL }, { 'B', { "_", "?'的", "Q" }, NULL }, { 'B', { "_", "?'的", "G" }, NULL },
    { 'B', { "_", "?'的", "#春=1 夏=2 秋=3 冬=4 春节=0 春節=0 春运=0 春運=0 春晚=0 春耕=0 春秋=0 夏威=0 夏令=0 夏粮=0 秋收=0 "
                            "秋粮=0 冬奥=0 冬奧=0 冬至=0 春分=0 秋分=0 夏至=0 春季=1 夏季=2 秋季=3 冬季=4 春天=1 夏天=2 秋天=3 冬天=4",
             "=season" }, NULL },
    { 'B', { "P" }, NULL },

    { 'C', { "~century centuries" }, NULL },
    { 'C', { "&J" }, NULL },

    { 'D', { "~to through until till", "~the", "_", "o" }, NULL },

    { 'E', { ".", "d", "T", "n", ">day", "!'% : $ / -", "|" }, NULL },
    { 'E', { ".", "d", "T", "d", ">day", "!~thousand million hundred", "!'% : $ / -", "|" }, NULL },
    { 'E', { ".", "d", "=day" }, NULL },
    /* May twenty-second, July the fourth, but May second-quarter sales, and in March the third man */
    { 'E', { "?~the", ".", "o", "=day", "!'-",
             "!~|!in at on and or to until through is was we i he she they it when where as but before after with two "
             "nineteen twenty|*" }, NULL },

    /* 前三季度 */
    { 'F', { "'前 头 頭", "f", "'季度 季", ">quarter" }, NULL },

    /* 1至3月, 一至三季度; 5、6月, 一、二季度: the first of them */
    { 'G', { "n", "T", "n", "'月 月份", ">month" }, is_growing },
    { 'G', { "n", "=month", ";", "A", "'月 月份" }, NULL },
    { 'G', { "?'第", "n", "T", "?'第", "n", "'季度", ">quarter" }, NULL },
    { 'G', { "?'第", "n", "=quarter", ";", "A", "'季度" }, NULL },

    { 'H', { "#元=1", "'年 载", "=year", "<#" ERAS, "=added", "?B" }, NULL },
    { 'H', { "#" LAST_CENTURY " 本世纪=21 本世紀=21", "=century", "_", "n", "'年代", "=tens" }, NULL },
    { 'H', { "#" LAST_CENTURY, "=century", "_", "t", "'年代", ">tens" }, NULL },
    { 'H', { "'" QUOTES, "S" }, NULL },
    { 'H', { "'" QUOTES, "j", "|", "=brief", "<~" YEAR_BEFORE }, NULL },
    /* 去年, 上个月, 昨天, 周二, each with what may follow; but 以前年 and 目前年 are others */
    { 'H', { "#去年=-1 今年=0 明年=1 本年度=0 后年=2 後年=2", "+year", "?B" }, NULL },
    { 'H', { "#大前年=-3 大后年=3 大後年=3", "+year", "?B" }, NULL },
    { 'H', { "#前年=-2", "!<'以 目", "+year", "?B" }, NULL },
    { 'H', { "#上上个月=-2 上上月=-2 下下个月=2 下下月=2 "
             "上个月=-1 上月=-1 本月=0 这个月=0 下个月=1 下月=1 上個月=-1 這個月=0 下個月=1", "+month", "?K" }, NULL },
    { 'H', { "#上季度=-1 上个季度=-1 上一季度=-1 本季度=0 下季度=1 下个季度=1", "+quarter" }, NULL },
    { 'H', { "#昨天=-1 昨日=-1 明天=1 明日=1 前天=-2 大前天=-3 后天=2 大后天=3 後天=2 昨晚=-1 昨夜=-1 昨晨=-1 "
             "明晚=1 明早=1 明晨=1 今天=0 今日=0 当天=0 当日=0 今晚=0 今早=0 今晨=0 当晚=0", "+day" }, NULL },
    { 'H', { "'周 星期 礼拜 週 禮拜", "#" WEEKDAYS, "!'年 个 個 次 期 岁", "!<'一", "=weekday" }, NULL },
    { 'H', { "#上上周=-2 下下周=2 上上星期=-2 下下星期=2 上上个星期=-2 下下个星期=2 "
             "本周=0 这周=0 本星期=0 这星期=0 这个星期=0 上周=-1 上星期=-1 上个星期=-1 下周=1 下星期=1 "
             "下个星期=1 本週=0 這週=0 上週=-1 下週=1 上礼拜=-1 下礼拜=1 上个礼拜=-1 下个礼拜=1 这个礼拜=0",
             "+week", "#" WEEKDAYS, "!'年 个 個 次 期 岁", "=weekday" }, NULL },
    { 'H', { "F" }, NULL },
    { 'H', { "'前 头 頭", "f", "'个月 個月", ">month", "<'今年 本年 全年 去年" }, NULL },
    { 'H', { "'前", "f", "'月", "!n", "!'份 底 初", ">month", "!<'此 之 以 目 日 年 月" }, NULL },
    { 'H', { "Q" }, NULL },

    { 'I', { "Z" }, NULL },
    { 'I', { "'- /", "y", "=year" }, NULL },

    { 'J', { "~and or to through", "?~the", "_", "o", "~century centuries" }, NULL },
    { 'J', { "'-to- – -", "_", "o", "~century centuries" }, NULL },

    /* 3日, 5-8日, 底 */
    { 'K', { "_", "?'的", "n", "?'" DAY, "T", "n", "'" DAY, ">day" }, NULL },
    { 'K', { "_", "?'的", "n", "'" DAY, "'和 与 與 及", "n", "'" DAY, ">day", "&'之间 之間 间 間" }, NULL },
    { 'K', { "_", "?'的", "n", "'" DAY, "=day" }, NULL },
    { 'K', { "_", "?'的", "n", "=day", ";", "A", "'" DAY }, NULL },
    { 'K', { "P" }, NULL },

    { 'L', { "j", "=brief" }, NULL },
    { 'L', { "y", "=year" }, NULL },

    { 'M', { "^" MONTHS_PLAIN " " MONTHS_VERBS, "=month" }, NULL },
    { 'M', { "^" MONTHS_CUT, "=month", "?'." }, NULL },

    /* 民國104年, 平成二十年, 洪武元年 */
    { 'N', { "n", "'年", "'" TIES, "n", "'年", ">year", "<#" ERAS, "=added" }, NULL },
    { 'N', { "n", "'年 载", "=year", "<#" ERAS, "=added", "?B" }, NULL },
    /* 19世纪, 19世纪70年代, 十二、十三世纪 */
    { 'N', { "n", "'" CENTURY, "=century", "_", "n", "'年代", "=tens" }, NULL },
    { 'N', { "n", "'" CENTURY, "=century", "_", "t", "'年代", ">tens" }, NULL },
    { 'N', { "n", "'" CENTURY, "=century" }, NULL },
    { 'N', { "n", "=century", "&R" }, NULL },
    /* 2015Q3, 2019下半年 */
    { 'N', { "n4", "=year", "Q" }, is_modern },
    { 'N', { "n", "'年代", "=tens" }, NULL },
    { 'N', { "t", "'年代", ">tens" }, NULL },
    { 'N', { "t", "'月 月份", ">month" }, NULL },
    /* 两千零八年 */
    { 'N', { "&'两千 二千 一千九", "n", "!'年代", "'" YEAR, "=year", "?B" }, is_modern },
    /* 105年1月16日, as Taiwan counts: from 1912 on */
    { 'N', { "n3", "'" YEAR, "=republic", "_", "O" }, NULL },
    /* 贞观元年（627年） */
    { 'N', { "n3", "'" YEAR, "&'） ) ， — － - –", "<'（ ( 年－ 年— 年- 年–", "=year" }, NULL },
    /* 13年6月 is a date, 13年 is a time */
    { 'N', { "!<'刑 判 处 囚", "n2", "!'年代", "'" YEAR, "=brief", "?B" }, is_short },
    { 'N', { "n4", "'" YEAR, "T", "s", "'" YEAR, ">year" }, NULL },
    { 'N', { "n4", "!'年代", "'" YEAR, "=year", "?B" }, NULL },
    /* 2010 至 2011 年 */
    { 'N', { "n4", "T", "n4", "!'年代", "'" YEAR, ">year", "!B" }, NULL },
    { 'N', { "n4", "?'年", "T", "n4", "'年", ">year", "?'的", "'冬" }, NULL },
    { 'N', { "G" }, NULL },
    { 'N', { "O" }, NULL },
    { 'N', { "Q" }, NULL },
    { 'N', { "i", "?'日 号", "T", "i", "_", "&'日 号", NO_DAY, "'日 号", NO_DAY_OF, ">last" }, NULL },
    { 'N', { "i", "=last", ";", "A", "'日 号" }, NULL },
    /* 4日; 三日上午, but 一日停班的损失 */
    { 'N', { "i", "_", "&'日 号", NO_DAY, "'日 号", "<'推迟到 推迟至 推遲到 推遲至 延期到 延期至 延到 延至 改到 改至 顺延至 順延至", "=next" }, NULL },
    { 'N', { "i", "_", "&'日 号", NO_DAY, "'日 号", NO_DAY_OF, "=last" }, NULL },
    { 'N', { "n", "'日 号", "&'上午 下午 晚 凌晨 早 中午 电 電 零时 零時 夜", NO_DAY_OF, "=last" }, NULL },

    { 'O', { "n", "!'月球 月票 月花号 月初一 月初二 月初三 月初四 月初五 月初六 月初七 月初八 月初九 月初十", "'月 月份", "=month",
             "!<'农历 農曆 阴历 陰曆 旧历 舊曆 夏历 年农历 农历闰 农历的", "?K" }, NULL },

    /* but 7月中国 has no 月中 */
    { 'P', { "#初=1 上旬=1 中=2 中旬=2 底=3 末=3 下旬=3 年初=1 年中=2 年底=3 年末=3 初期=1 中期=2 末期=3 中国=0 中方=0 中央=0 中美=0 "
             "中午=0 中外=0 末日=0 初步=0 底部=0 中期选举=0", "=part" }, NULL },

    /* 第二季度, 二季度, 首季, 第三季, but not 四季; Q3; 上半年 */
    { 'Q', { "#首季=1 首季度=1", "=quarter" }, NULL },
    { 'Q', { "#上半年=1 下半年=2", "=half" }, NULL },
    { 'Q', { "'第", "_", "n", "'季度 季", "!'节", "=quarter" }, NULL },
    { 'Q', { "'Q Ｑ", "n", "=quarter" }, NULL },
    { 'Q', { "n", "'季度", "=quarter" }, NULL },

    { 'R', { "'、 至 到 和 与 － — -", "n", "'" CENTURY, "=century" }, is_growing },

    { 'S', { "j", "?'' ’", "'s", "|", "=tens" }, NULL },

    { 'T', { "_", "'" TIES " − / 持续到 一直到 延续到 直到 起至 起到 開始至 开始至 开始到 持續到", "_" }, NULL },
    { 'T', { "~to through until", "_", "?~the", "_" }, NULL },

    { 'U', { "?',", "_", "M", "E" }, NULL },
    { 'U', { "?',", "_", "d", "=day", "V" }, NULL },

    { 'V', { ".", "~|?day|?of", "M", "?Z" }, NULL },
    { 'V', { ".", "@janvier=1 mars=3 avril=4 mai=5 juin=6 juillet=7 septembre=9 octobre=10 novembre=11", "=month",
             "?Z" }, NULL },

    /* June 3, 2013; May 2014; the January-March quarter */
    { 'W', { "^january=1 april=2 july=3 october=4", "T", "^march=1 june=2 september=3 december=4", "?Y", "~quarter",
             "=quarter", "?Z" }, is_same },
    { 'W', { "^march=1 june=2 september=3 december=4", "~quarter", "=quarter", "?Z" }, NULL }, /* ended so */
    { 'W', { "M", ".", "d", "~and", "_", "n", ">day", "!'% : $ / -", "|", "?Z", "<~between" }, NULL },
    { 'W', { "M", "E", "?Z", "?6" }, NULL },
    { 'W', { "M", "Z", "?5" }, NULL },
    { 'W', { "M", "'- –", "M", ">month", "?Z" }, NULL },
    { 'W', { "^" MONTHS_PLAIN, "=month", "?5", "?6" }, NULL },
    { 'W', { "^" MONTHS_CUT, "=month", "?'.", "!^*",
             "<~in since until till from last next this early late mid during through" },
      NULL },
    { 'W', { "M", "'-", "i", "=day", "'-", "y", "=year" }, NULL },
    { 'W', { "^" MONTHS_VERBS, "=month", "<~in of since until till by from to last next this early late mid during "
             "through between before after", "?5", "?6" }, NULL },
    { 'W', { "^" MONTHS_VERBS, "=month", "<~coldest hottest warmest coolest wettest driest busiest worst",
             "!~day days weekend week" }, NULL },
    { 'W', { "@" ORDINALS, "=quarter", ";", "~and or to through", "@" ORDINALS, "~quarter quarters", "?Z" }, NULL },
    { 'W', { "@" ORDINALS, "~quarter quarters", "=quarter", "?I" }, NULL },
    { 'W', { "@first=1 second=2", "~half", "=half", "?Z" }, is_half },
    { 'W', { "q", "?I" }, is_half },
    { 'W', { "~spring summer autumn winter fall", "?~of", "_", "y", "T", "s", "|", ">year", "!'-" }, is_modern },
    { 'W', { "@spring=1 summer=2 autumn=3 winter=4 fall=3", "=season", "Z" }, NULL },
    /* the fourth of July */
    { 'W', { "o", "=day", "~of", "V" }, NULL },
    { 'W', { "o", "=day", ";", "A", "~of", "V" }, NULL },
    { 'W', { "o", "~and to through until", "?~the", "_", "o", ">day", "~of", "V", "<~|between from|the" }, NULL },
    { 'W', { "o", "~and", "?~the", "_", "o", ">last", "<~|between|the", "!~*" }, NULL },
    { 'W', { "!@second third fourth fifth sixth seventh eighth ninth", "o", "C", "=century" }, NULL },
    { 'W', { "o", "C", "=century", "<~the early late mid" }, NULL }, /* a batsman's third century is none */
    { 'W', { "~first", "f", "~|months|of", ">month", "_", "y", "=year" }, NULL },
    { 'W', { "~first", "f", "~|quarters|of", ">quarter", "_", "y", "=year" }, NULL },
    { 'W', { "@" HUNDREDS, "=year", "@tens=10 " TENS, "=tens" }, NULL },
    { 'W', { "@" TENS, "=tens", "<~the" }, is_no_heat },
    { 'W', { "@" TENS, "=tens", "<~|the since until by from|early late mid" }, is_no_heat },
    /* nineteen eighty-four, twenty fifteen */
    { 'W', { "@" HUNDREDS, "=year", "w", "=added" }, NULL },
    { 'W', { "~fiscal financial fy", "?~year", "_", "y", "T", "s", ">year", "|" }, is_modern },
    { 'W', { "~fiscal financial fy", "?~year", "_", "y", "=year" }, is_modern },
    { 'W', { "~fy", "_", "j", "=brief" }, NULL },
    { 'W', { "^" WEEKDAY_NAMES, "!U", "=weekday" }, settle_weekday },
    { 'W', { "@yesterday=-2", "<<~|day|before", "+day" }, NULL },
    { 'W', { "@tomorrow=2", "<<~|day|after", "+day" }, NULL },
    { 'W', { "@yesterday=-1 today=0 tomorrow=1", "+day" }, NULL },
    { 'W', { "@night=-1", "<<~last", "+day" }, NULL },
    { 'W', { "@" TOLD, "~year", "+year" }, NULL },
    { 'W', { "@" TOLD, "~month", "+month", "?5" }, NULL },
    { 'W', { "@last=4 final=4", "~quarter", "=quarter", "~of", "_", "Y" }, is_modern },
    { 'W', { "@" TOLD, "~quarter", "+quarter" }, NULL },

    /* 1,234, 12:30, 2014-13-45, 1600 Grant Avenue; and Han: in Chinese text a year says 年 */
    { 'X', { "'" TIES " . ,", "g" }, NULL },
    { 'X', { "'% / × _×_ _x_" }, NULL },
    { 'X', { "':", "!." }, NULL },
    { 'X', { "_", "'BC B.C" }, NULL },
    { 'X', { "^*", "^" WAYS }, NULL },
    { 'X', { "^*", "^*", "^" WAYS }, NULL },
    { 'X', { "^*", "^*", "^*", "^" WAYS }, NULL },

    { 'Y', { "y", "=year" }, NULL },
    { 'Y', { "@" HUNDREDS, "=year", "w", "=added" }, NULL },
    { 'Y', { "@" HUNDREDS, "=year", "~oh o", "@" ONES, "=added" }, NULL },
    { 'Y', { "@two=2000", "~thousand", "=year", "?~and", "w", "=added" }, NULL },
    { 'Y', { "@two=2000", "~thousand", "=year", "?~and", "@" ONES, "=added" }, NULL },
    { 'Y', { "'" QUOTES, "j", "|", "=brief" }, NULL },
    { 'Y', { "@" TOLD, "~year", "+year" }, NULL },

    /* of 2013, FY2013, '13, last year */
    { 'Z', { "|", "?',", "?~of", "?~fiscal fy", "_", "Y" }, is_modern },
    { '\0', { NULL }, NULL }
};
/* clang-format on */

static const struct row_table table = { rows, sizeof rows / sizeof *rows };

/* The names of the rows that a date at `at` can be of: most words and numbers begin none, which each row
 * would find anew. */
static const char *name_rows(const struct figure_scan *scan, size_t at)
{
    static const char words[][48] = { /* in their order */
        "apr april aug august autumn dec december", "eighteen eighties fall feb february fifties",
        "final financial first fiscal forties fourth", "friday fy h jan january jul july jun june last",
        "mar march may monday next night nineteen", "nineties nov november oct october q saturday",
        "second sep sept september seventies sixties", "spring summer sunday tens third thirties this",
        "thursday today tomorrow tuesday twenties", "twenty wednesday winter yesterday"
    };
    static const char signs[] =
        "元年 元载 上上 下下 上个 上個 上月 上半 上世 上季 上一 上周 上星 上礼 上週 下个 下個 下月 下半 下季 下周 下星 下礼 下週 本年 本月 "
        "本季 本世 本周 本星 本週 这个 这周 这星 這個 這週 前 去年 今年 今天 今日 今晚 今早 今晨 明年 明天 明日 明晚 明早 明晨 昨 "
        "后年 后天 後年 後天 大前 大后 当天 当日 当晚 周 星期 礼拜 週 禮 首季 头 頭 第 Ｑ " QUOTES;
    static const char units[] = "年 月 日 号 號 世 季 财 財 学 學 载 上 下 首 第 一 二 三 四 Q Ｑ - – — － ~ ～ 至 到 、 和 与 與 及 或 "
                                "持 延 直 起 開 开";
    struct latinword word;
    struct numeral numeral;
    if (latinword_at(scan->text, scan->to, at, &word) && WORDLIST_IN_ROWS(word.text, strlen(word.text), words) != NULL)
        return "W";
    bool number = figure_scan_read(scan, at, &numeral);
    if (word.end > at)
        return number && numeral.ordinal ? "W" : "";
    /* 日本周四 */
    if (figure_scan_is(scan, at, "本") &&
        figure_scan_was_in(scan, at, "日 基 资 資 样 樣 版 剧 劇 文 书 書 标 標 课 課 原 成 账 根 脚 腳"))
        return "";
    if (!number || figure_scan_is(scan, at, "第"))
        return figure_scan_is_in(scan, at, signs) ? "H" : "";
    bool dated = figure_scan_is_in(scan, figure_scan_skip(scan, numeral.end), units);
    if (numeral.kind == NUMERAL_HAN)
        return dated ? "N" : "";
    return numeral.places == 4 ? &"N9"[!dated] : &"N0"[!dated];
}

static bool read_date(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    const char *names = name_rows(scan, at);
    return *names != '\0' && figure_row_read(&table, scan, at, names, figure);
}

/* ---- one date and the next ---- */

/* May and June 2016: the year of both. */
static void share_year(const struct figure_scan *scan, const struct figure *next, struct figure *figure)
{
    if (figure->from.year != 0 || next->from.year == 0 || strcmp(next->unit, figure->unit) != 0)
        return;
    bool later = figure->from.month > next->from.month || figure->from.number > next->from.number;
    figure->from.year = next->from.year - later;
    (void)figure_row_finish(scan, figure);
}

/* Makes it a period until the date that a tie, or “and” between them, leads to. */
static void join_next(const struct figure_scan *scan, struct figure *figure)
{
    struct figure next;
    size_t size, behind = figure->end;
    bool tied = figure_row_past(&table, scan, &behind, 'T');
    if (!tied && !figure_row_past(&table, scan, &behind, '3'))
        return;
    (void)figure_scan_any(scan, behind, ERAS, &size); /* 平成二十年: a date that begins before its number */
    size_t number = figure_scan_skip(scan, behind + size);
    if (number >= scan->to || !read_date(scan, number, &next) || next.start != behind)
        return;
    if (tied || figure_scan_is_in(scan, next.end, "之间 之間 间 間") ||
        figure_scan_word_before_in(scan, figure->start, "|between|?the")) {
        if (!next.range)
            (void)figure_row_join(figure, next.from, next.end);
    } else {
        share_year(scan, &next, figure);
    }
}

/* 4/5/2026: whether the day and the month may change places. */
static bool may_change_places(const struct figure_scan *scan, const struct figure *figure)
{
    const struct figure_date *date = &figure->from;
    size_t at = figure->start;
    while (figure_scan_digit(scan, at) > 0)
        at++;
    return at <= figure->start + 2 && figure_scan_is(scan, at, "/") && date->year != 0 &&
           date->day != 0 && date->day <= MONTHS && date->day != date->month;
}

bool figure_calendar_read(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    if (!read_date(scan, at, figure))
        return false;
    if (!figure->range)
        join_next(scan, figure);
    figure->either = !figure->range && may_change_places(scan, figure);
    return true;
}

/* Nothing is counted behind it. */
static bool is_end(const struct figure_scan *scan, size_t at)
{
    return at >= scan->to || figure_scan_is_in(scan, at, ". , ; : ) ， 。 ； ） \n");
}

bool figure_calendar_follow(const struct figure_scan *scan, const struct figure *before, size_t at,
                          struct figure *figure)
{
    static const char ties[] = "、 和 及 与 與 以及 _and_ ,_and_ ,_ _or_ _&_";
    size_t end = before->end;
    if (before->kind != FIGURE_DATE || at < end || at - end > TIE_MOST || !figure_scan_over(scan, &end, ties) ||
        end != at)
        return false;
    const struct figure_date *last = before->range ? &before->until : &before->from;
    const struct row_number day = figure_row_whole(scan, at);
    *figure = (struct figure){ .start = at, .end = day.end, .from = *last };
    bool han = figure_scan_over(scan, &figure->end, "日 号 號");
    if (last->day > 0 && day.value > last->day && day.value <= 31 &&
        (han || (figure_scan_digit(scan, before->end - 1) > 0 && is_end(scan, day.past)))) {
        figure->from.day = (unsigned char)day.value;
        figure->end = han ? figure->end : day.past;
        return figure_row_finish(scan, figure);
    }
    if (last->year == 0 || !read_date(scan, at, figure) || figure->start != at ||
        figure->from.year != 0 || strcmp(figure->unit, figure_date_unit(last)) != 0)
        return false;
    figure->from.year = last->year;
    return (figure->from.month > last->month || figure->from.number > last->number) &&
           figure_row_finish(scan, figure);
}
