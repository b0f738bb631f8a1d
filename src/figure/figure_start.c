#include "figure/figure_start.h"

#include <stdint.h>
#include <string.h>

#include "base/bisect.h"
#include "figure/figure_unit.h"
#include "text/ascii.h"
#include "text/numeral.h"
#include "text/utf8.h"

#define HAN_SIZE 3 /* bytes of each */

/* The Han characters that numbers, units before them and told dates begin with, in order. */
static const uint_least16_t han[] = u"〇一七万三上下两丹九二五人亿今仟令仨伍佰俩倆億元光兩八六兰冬几前加十"
                          "千卅半南卢印去叁參台后周四墨壹夏大头好巴平幾康廿当後成拾挪捌数"
                          "數新日明星春昨本林柒梅欧歐每民泙泰港澳玖瑞百盧礼禮秋第紐纽美肆臺"
                          "英萬負貳负贰越这這週铁陆陸零雷韓韩首";

/* For each letter those that may be second: of months, days, number words and the like. One
 * letter alone is "a" or "Q2". */
static const char *const second[26] = {
    "pun", "i",  "o", "eo", "il",  "aeiory", "",       "au", "", "au", "", "a", "aio",
    "eio", "cn", "ao", "u",  "msp", "aceipuf", "ehruwo", "",   "", "ei", "", "e", "e",
};

static bool may_begin_han(const char *bytes)
{
    size_t at = 0, count = sizeof han / sizeof *han - 1;
    const unsigned head = figure_scan_head(bytes), code = (head & 0xF0000) >> 4 | (head & 0x3F00) >> 2 | (head & 0x3F);
    BISECT(at, count, han[at] >= code);
    return at < count && han[at] == code;
}

static bool may_begin_word(const struct figure_scan *scan, size_t at)
{
    char first = scan->text[at];
    char next = at + 1 < scan->to ? scan->text[at + 1] : '\0';
    /* a, an, Q2; US$, A$, RMB: currencies are in capitals */
    if ((first | 0x20) == 'a' && (next == ' ' || next == 'n' || next == '\n'))
        return true;
    if (!latinword_is_letter(next))
        return next == '$' || first == 'Q' || first == 'H';
    if (ascii_is_capital(first) &&
        (ascii_is_capital(next) || figure_scan_is(scan, at, "Can$") || figure_scan_is(scan, at, "Mex$")))
        return true;
    return strchr(second[(first | 0x20) - 'a'], next | 0x20) != NULL && (next != 'o' || (first | 0x20) != 'p' ||
                                                                        figure_scan_is(scan, at + 1, "oint"));
}

/* under-58kg, but an under-21 team is called so */
static bool has_unit(const struct figure_scan *scan, size_t at)
{
    while (at < scan->to && ascii_is_digit(scan->text[at]))
        at++;
    return at < scan->to && scan->text[at] != 's' &&
           (scan->text[at] == '%' || latinword_is_letter(scan->text[at]));
}

static bool is_word_part(char c)
{
    return latinword_is_letter(c) || ascii_is_digit(c) || c == '.';
}

/* 200g/7oz, 180 °C/350 °F: a measure, told in two units */
static bool is_second_unit(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    size_t end = at, unit_end;
    if (scan->text[at - 1] != '/' || !latinword_before(scan->text, scan->from, at - 1, &word))
        return false;
    size_t before = figure_scan_skip_back(scan, word.start);
    (void)figure_scan_any_before(scan, before, "°", &unit_end);
    before = figure_scan_skip_back(scan, before - unit_end);
    while (end < scan->to && (ascii_is_digit(scan->text[end]) || scan->text[end] == '.'))
        end++;
    return before > scan->from && ascii_is_digit(scan->text[before - 1]) && figure_unit_behind(scan, end, &unit_end) != NULL;
}

/* A number may begin behind a mark that ties it to a word: not COVID-19, v1.2, a_2. */
static bool is_tied(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    if (at < scan->from + 2 || strchr("-.,/_:#@&='+", scan->text[at - 1]) == NULL)
        return false;
    bool loose = scan->text[at - 1] == '-' && latinword_before(scan->text, scan->from, at - 1, &word) &&
                 (latinword_in(word.text, "mid early late end pre post magnitude") ||
                  (latinword_in(word.text, "under over sub plus") && has_unit(scan, at)));
    return !loose && is_word_part(scan->text[at - 2]) && !is_second_unit(scan, at);
}

bool figure_start_may(const struct figure_scan *scan, size_t at)
{
    const char *text = scan->text;
    const unsigned char byte = (unsigned char)text[at];
    if (byte >= 0xE3 && byte <= 0xE9)
        return scan->to - at >= HAN_SIZE && may_begin_han(text + at) &&
               (!figure_scan_is(scan, at, "元") || figure_scan_is(scan, at, "元年")) &&
               !(figure_scan_is(scan, at, "一") && /* 统一六国 */
                 figure_scan_was_in(scan, at + HAN_SIZE, "统一 統一 唯一 单一 單一 之一 同一 逐一 专一 專一"));
    if (byte >= 'A')
        return byte < 0x80 ? latinword_is_letter(text[at]) && may_begin_word(scan, at)
                           : byte == 0xC2 || byte == 0xE2 || byte == 0xEF; /* £ ¥, € ₩, full-width digits and signs */
    if (ascii_is_digit(text[at]))
        return !is_tied(scan, at);
    if (byte == '.' || byte == '-' || byte == '+' || byte == '\'') {
        const char next = at + 1 < scan->to ? text[at + 1] : '\0';
        return (next == '$' || next == '.' || (unsigned char)next >= 0xC2 || ascii_is_digit(next)) &&
               !is_tied(scan, at) && (at == scan->from || !is_word_part(text[at - 1]));
    }
    return byte == '$';
}

/* ---- addresses ---- */

/* Digits, a short word and digits again: 14-cv-2231, but not 3-to-5, 6-foot-9. */
static bool is_code(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    return figure_scan_digit(scan, at - 1) > 0 && latinword_at(scan->text, scan->to, at + 1, &word) &&
           !latinword_in(word.text, "to or and foot jan feb mar apr may jun jul aug sep oct nov dec") &&
           figure_scan_is(scan, word.end, "-") &&
           figure_scan_digit(scan, word.end + 1) > 0;
}

bool figure_start_address(const struct figure_scan *scan, size_t at, size_t *end)
{
    const char *text = scan->text;
    const size_t start = at;
    *end = at + 1;
    if ((unsigned char)text[at] >= 0x7F) /* as most of Chinese */
        return false;
    bool scheme = figure_scan_is(scan, at, "www."), code = false, at_sign = false;
    bool domain = false, path = false; /* a dot between letters, a slash behind it */
    for (; at < scan->to && text[at] > ' ' && text[at] < 0x7F; at++) {
        if (text[at] > '@') /* letters are most of it */
            continue;
        const bool inner = at > start && at + 1 < scan->to && latinword_is_letter(text[at + 1]);
        switch (text[at]) {
        case '@': at_sign = inner; break;
        case ':': scheme |= figure_scan_is(scan, at, "://"); break;
        case '.': domain |= inner && !path; break;
        case '/': path |= domain; break;
        case '-': code |= at > start && is_code(scan, at); break;
        default: break;
        }
    }
    *end = at > start ? at : start + 1;
    return scheme || code || (domain && (at_sign || path));
}

/* ---- what begins like one ---- */

/* Set phrases that would be read as figures, in the order of strcmp. */
/* clang-format off */
static const char *const idioms[] = {
    "7-Eleven", "a million to one", "forty winks", "half a dozen of the other", "nine lives", "one in a million",
    "seven seas", "three cheers", "two cents worth", "two cents' worth", "two left feet", "two-faced", "two-way", "一个中国",
    "一五一十", "一元一次", "一元二次", "一分为二", "一分钱一分货", "一千道一万", "一四七", "一年半载",
    "一波三折", "一百零八将", "七匹狼", "七十二变", "七台河", "七大姑八大姨", "七天酒店", "七年之痒",
    "万事俱备", "万人空巷", "万人迷", "万众一心", "万八千", "万家灯火", "万无一失", "万水千山", "万紫千红",
    "万里长城", "三七二十一", "三三两两", "三下五除二", "三个代表", "三个臭皮匠", "三人成虎", "三人行必有我师",
    "三伏天", "三位一体", "三位一體", "三位数", "三元区", "三元桥", "三元股份", "三元里", "三元食品", "三八线",
    "三十六计", "三句话不离本行", "三只松鼠", "三台县", "三国志", "三国时代", "三国时期", "三国杀", "三国演义",
    "三国鼎立", "三國時代", "三大战役", "三大法宝", "三大纪律", "三天两头", "三天打鱼", "三天打鱼，两天晒网",
    "三头两日", "三头六臂", "三字经", "三家分晋", "三家村", "三层交换", "三年两载", "三年五载", "三座大山",
    "三枪", "三步并作两步", "三番两次", "三番五次", "三番兩次", "三番四次", "三百六十行", "三省六部", "三级片", "三级跳",
    "三轮摩托", "三轮车", "三门峡", "三项全能", "三项制度", "丢三落四", "两个100年", "两个一百年", "两个凡是",
    "两个务必", "两个确立", "两个维护", "两位数", "两天晒网", "两头不讨好", "九台区", "九台市", "九层塔",
    "九死一生", "九牛一毛", "九章算术", "二人轉", "二人转", "二元一次", "二十四史", "二十四节气", "二度梅",
    "五代十国", "五位一体", "五十步笑百步", "五台山", "五大三粗", "五大连池", "五月天", "五棵松", "五笔",
    "五花八門", "五花八门", "五芳斋", "五谷杂粮", "五道口", "五项全能", "五项原则", "八九不离十", "八国联军",
    "八大山人", "八项注意", "八项规定", "六个核桃", "六月飞雪", "六朝古都", "六根清净", "六盘水", "六神",
    "十七大", "十万八千里", "十万火急", "十三经", "十九大", "十二生肖", "十全十美", "十八大", "十六大",
    "十字路口", "十年寒窗", "十年树木", "十恶不赦", "十拿九稳", "十月革命", "十有八九", "十足", "十里洋场",
    "十面埋伏", "十项全能", "千人一面", "千八百", "千军万马", "千千万万", "千变万化", "千夫所指", "千家万户",
    "千层饼", "千山万水", "千方百計", "千方百计", "千篇一律", "千言万语", "千载难逢", "千辛万苦", "千里迢迢",
    "千钧一发", "半天", "半斤八两", "四个全面", "四个意识", "四个现代化", "四个自信", "四书五经", "四人帮",
    "四处", "四大发明", "四大名著", "四大天王", "四大皆空", "四库全书", "四處", "四轮车", "四轮驱动", "四通桥",
    "四项基本原则", "数九天", "数十年如一日", "梅开二度", "百儿八十", "百八十块", "百发百中", "百口莫辩",
    "百家争鸣", "百家姓", "百尺竿头", "百年不遇", "百年之好", "百年大计", "百年好合", "百年孤独", "百年树人",
    "百年老店", "百思不得其解", "百折不挠", "百步穿杨", "百花齐放", "百里挑一", "铁人三项",
};
/* clang-format on */

static size_t phrase_size(const struct figure_scan *scan, size_t at)
{
    size_t i = 0, size = 0, count = sizeof idioms / sizeof *idioms;
    unsigned head = scan->to - at >= HAN_SIZE ? figure_scan_head(scan->text + at) : 0;
    BISECT(i, count, figure_scan_head(idioms[i]) >= head);
    for (; i < count && figure_scan_head(idioms[i]) == head; i++) {
        size_t length = figure_scan_size(scan, at, idioms[i]);
        size = length > size ? length : size;
    }
    return size;
}

/* Moves *at over digits. */
static bool skip_digits(const struct figure_scan *scan, size_t *at)
{
    const size_t start = *at;
    for (size_t size; (size = figure_scan_digit(scan, *at)) > 0;)
        *at += size;
    return *at > start;
}

/* Bytes of 102°21′36.25″: a run of degrees is not read to its end from each of them. */
#define PLACE_MOST 32

/* 29°14′08″N, 102.36°E: a place on the map. */
static size_t place_size(const struct figure_scan *scan, size_t at)
{
    size_t end = at;
    bool degree = false, part = false;
    for (bool any = true; any && end - at <= PLACE_MOST;) {
        const bool digits = skip_digits(scan, &end);
        part = part || (degree && digits);
        degree = degree || figure_scan_is(scan, end, "°");
        any = figure_scan_over(scan, &end, "° ′ ″ ' \" ’ ” .");
    }
    return degree && (part || figure_scan_is_in(scan, end, "N S E W")) ? end - at : 0;
}

#define PAPER_MOST 16 /* characters of its number */

/* 财税〔2016〕36号, （2019）京01民终347号: the year and the number of a paper. */
static size_t paper_size(const struct figure_scan *scan, size_t at)
{
    size_t size, end = at;
    if (figure_scan_digit(scan, at) == 0 || figure_scan_any_before(scan, at, "〔 [ ［ （ (", &size) < 0 ||
        !skip_digits(scan, &end) || end - at < 4 || !figure_scan_over(scan, &end, "〕 ] ］ ） )"))
        return 0;
    for (int i = 0; i < PAPER_MOST && !figure_scan_is_in(scan, end, "号 號"); i++) {
        size = figure_scan_digit(scan, end);
        if (size == 0 && !utf8_is_han((uint32_t)figure_scan_code(scan, end)))
            return 0;
        end += size > 0 ? size : HAN_SIZE;
    }
    return figure_scan_digit(scan, end - 1) > 0 && figure_scan_over(scan, &end, "号 號") ? end - at : 0;
}

/* 谣言四起, 歌声四起的年代: on all sides; but 发生火灾四起, 四起案件. */
static size_t rising_size(const struct figure_scan *scan, size_t at)
{
    static const char counted[] = "案 件 灾 災 故 例 生 了 共 有 到 获 獲 理 达 達 为 為 这 這 前 后 後 另 余 餘 的 各 近 约 約 逾 超 过 過 "
                                  "第 计 計";
    const size_t size = strlen("四起");
    return figure_scan_is(scan, at, "四起") && at > scan->from && !figure_scan_was_in(scan, at, counted) &&
                   (!utf8_is_han((uint32_t)figure_scan_code(scan, at + size)) ||
                    figure_scan_is_in(scan, at + size, "的 之 时 時 中"))
               ? size
               : 0;
}

size_t figure_start_idiom(const struct figure_scan *scan, size_t at)
{
    struct numeral numeral;
    size_t size = phrase_size(scan, at);
    if (size > 0 || latinword_is_letter(scan->text[at]))
        return size;
    if (scan->to - at > HAN_SIZE && scan->text[at + HAN_SIZE - 1] == "四"[HAN_SIZE - 1] &&
        (size = rising_size(scan, at)) > 0)
        return size;
    static const char moons[] = "正月初 二月初 三月初 四月初 五月初 六月初 七月初 八月初 九月初 十月初 冬月初 腊月初 臘月初";
    if (at > 0 && scan->text[at - 1] == "初"[HAN_SIZE - 1] && figure_scan_was_in(scan, at, moons))
        return HAN_SIZE;
    /* 《一千零一夜》 */
    if (figure_scan_was(scan, at, "《") && figure_scan_read(scan, at, &numeral) &&
        ((numeral.kind == NUMERAL_HAN && !numeral.spelled_digits) ||
         figure_scan_is(scan, numeral.end, "》")))
        return numeral.end - at;
    if ((size = paper_size(scan, at)) > 0 ||
        (figure_scan_digit(scan, at) > 0 && (size = place_size(scan, at)) > 0))
        return size;
    /* 公元前221年: 0 of our era, below 1000; the last bytes of 元 and 前 tell most others */
    if (at == scan->from || strchr(" \x83\x8D", scan->text[at - 1]) == NULL)
        return 0;
    int before = figure_scan_any_before(scan, figure_scan_skip_back(scan, at),
                                        "公元前=1 西元前=1 公元=0 西元=0", &size);
    if (before < 0 || !figure_scan_read(scan, at, &numeral) ||
        (before == 0 && decimal_compare(numeral.value, decimal_of(1000, 0)) >= 0))
        return 0;
    return numeral.end - at;
}
