#include "figure/figure_count.h"

#include <string.h>

#include "figure/figure_age.h"
#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "figure/figure_rule.h"
#include "text/ascii.h"
#include "text/numeral.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define PHONE_LEAST 9 /* digits of a telephone number with its area in brackets */
#define CAPITALS_MOST 3
#define TITLE_REACH 200 /* bytes to either side in which a title shows */
#define FORMAL_LEAST strlen("叁佰伍")
#define HAN strlen("叁")
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A number that is being judged; the figure has its span and value. */
struct count {
    const struct figure_scan *scan;
    const struct figure_term *low;
    const struct figure_term *high;
    const struct numeral *numeral; /* of the higher one */
    unsigned forms; /* enum figure_form */
    bool listed;
    bool bare; /* neither scaled nor in groups */
    struct figure *figure;
};

/* clang-format off */
#define GROUPS "Group_of Gang_of Class_of Council_of Committee_of"

/* What a number in digits is the name of, by what stands before it; Group of 77, Gang of Four. */
static const struct figure_rule labels[] = {
    { .before = "§ ¶ # No. Nos. № no. (c. _s. _ss. _para. _reg. Ext. ext. p. Fig. fig. Art. art. Sec. sec. Ch. ch. Vol. vol. Eq. para.",
      .is = RULE_NONE },
    /* the herd numbers 400, the hall can seat 416; his room is 305 */
    { .before = "|can could will would to may|seat", .is = RULE_STAYS },
    { .before = "|herd population army force staff crew community flock colony membership workforce fleet diaspora family "
                "collection|numbers", .is = RULE_STAYS },
    { .before = GROUPS, .is = RULE_NONE }, { .before = "|room flight seat gate pin code extension postcode port pid|is was", .is = RULE_NONE },
    { .before = "page pages chapter section step figure table version number numbers route room level flight gate channel "
      "phase model windows no nos vol pp p article rule clause bug invoice grade paragraph stage exit platform terminal "
      "type tier paragraphs articles chapters numbered dial track ticket runway bus line seat suite apartment unit lane "
      "pier ward zone lot district annex appendix round verse psalm week size code question item scene port footnote act "
      "mach pin gas mark called dialed dialled isbn postcode zip apt extension clauses sections exercise equation flat building "
      "junction note notes junctions gates rooms lines routes levels platforms terminals tables figures volumes rules lots "
      "wards zones highways highway button buttons option slot socket category categories class panel mode row marker",
      .is = RULE_NONE },
};

/* Words with a capital only because a sentence or title begins: no names. */
static const char plain[] =
    "a about after all almost an and another around as at before between but by for from if in its just least more most "
    "nearly of on only or other our over past roughly since some than that the their these those to under until up when "
    "where with approximately have has had was were is are then there they we not exactly every each fewer less here both "
    "what while who yet still also now today during within per even because however he she it his her my this monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december yesterday meanwhile altogether police aged age ages say says said rescuers into add use take give "
    "need buy get make pour pick mix send keep see serves feeds makes seats sleeps heat cut slice bake boil fry stir place "
    "put combine whisk beat melt divide drain roll sprinkle cover remove chop peel reserve allow wait hire sell spend save "
    "pay choose soak rinse knead fold grate toast grill press weigh measure warm heat simmer strain scatter arrange find expect";

/* 9 a.m., from 8 to 10 p.m., 9点 are times of day, 20世纪 and 4日 are no counts either; 3271.14点 and 涨5点 are points. */
static const struct figure_rule clocks[] = {
    { .behind = "am pm o gmt bc bce a.m p.m B.C 点钟 时 世纪 日 号 月", .is = RULE_NONE },
    { .behind = "|to and or until|0|a.m p.m am pm", .is = RULE_NONE },
    { .behind = "点", .before = "涨 跌 升 降 扬 挫 落 高 低 得", .is = RULE_STAYS },
    { .behind = "点", .forms = FORM_FRACTION, .is = RULE_STAYS },
    { .behind = "点", .forms = FORM_HOUR, .is = RULE_NONE },
};

/* ---- English ---- */

/* iOS 9.3 as well as Windows 10. */
static bool has_capital(const struct figure_scan *scan, const struct latinword *word)
{
    for (size_t at = word->start; at < word->end; at++) {
        if (scan->text[at] < 'a')
            return true;
    }
    return false;
}

bool figure_count_is_label(const struct figure_scan *scan, size_t start)
{
    struct latinword word;
    struct figure none = { .start = start, .end = start };
    enum figure_verdict verdict = figure_rule_apply(scan, &none, 0, labels, COUNT(labels));
    return verdict == VERDICT_NONE ||
           (verdict == VERDICT_OPEN && figure_scan_skip_back(scan, start) < start &&
            figure_scan_word_before(scan, start, &word) && has_capital(scan, &word) && !latinword_in(word.text, plain));
}

/* Chinese, American, U.S.: capitals that are no names, as in 50 Chinese companies. */
static bool is_adjective(const struct latinword *word)
{
    size_t length = strlen(word->text);
    size_t size = wordlist_before(word->text, 0, length, "ese an ish nch tch wiss eek azi");
    return length <= 2 || (size > 0 && size < length); /* U.S., UK, EU */
}

/* Police Arrest Four Men in Raid: a line whose words all have capitals, but for little ones. */
static bool is_title(const struct figure_scan *scan, size_t start)
{
    static const char little[] = "of in on at to for by as and the a an from with after over amid is";
    struct latinword word;
    size_t at = start > scan->from + TITLE_REACH ? start - TITLE_REACH : scan->from;
    while (at > scan->from && latinword_is_letter(scan->text[at]))
        at++;
    for (; at < scan->to && at < start + TITLE_REACH; at = word.end) {
        if (!latinword_at(scan->text, scan->to, at, &word))
            word.end = at + 1;
        else if (!word.capital && word.end - at > 1 && !latinword_in(word.text, little))
            return false;
    }
    return true;
}

bool figure_count_is_name(const struct figure_scan *scan, size_t start, size_t end)
{
    struct latinword word;
    if (!ascii_is_capital(scan->text[start]))
        return false;
    if (figure_rule_before(scan, start, GROUPS))
        return true;
    bool first = !figure_scan_word_before(scan, start, &word);
    return figure_scan_word(scan, end, &word) && word.capital && word.start > end &&
           (!first || latinword_in(word.text, "nations sisters pillars kingdoms mile")) &&
           !is_adjective(&word) && !is_title(scan, start);
}

/* 11 Main, 10 Downing Street, but 62 Boeing jets, 15 MPs and 3 Harvard professors. */
static bool is_name_behind(const struct count *count)
{
    struct latinword word;
    const struct figure_scan *scan = count->scan;
    size_t at = count->figure->end;
    if (!count->bare || !figure_scan_word(scan, at, &word) || !word.capital ||
        is_adjective(&word) || (count->figure->start == scan->from && latinword_is_plural(&word)))
        return false; /* 11 Schools visited, at the head of an item */
    for (int i = 0; i < CAPITALS_MOST && figure_scan_word(scan, at, &word) && word.capital; i++) {
        if (word.end - word.start <= 5 && word.end - word.start >= 3 &&
            scan->text[word.end - 1] == 's' && scan->text[word.end - 2] < 'a')
            return false; /* MPs, CEOs */
        at = word.end;
    }
    return !figure_scan_word(scan, at, &word) || word.start == at || !latinword_is_plural(&word);
}

/* two Boeing 737s */
static bool is_of_models(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    if (!figure_scan_word(scan, end, &word) || !word.capital)
        return false;
    size_t at = figure_scan_skip(scan, word.end);
    at += figure_scan_is(scan, at, "-");
    while (at < scan->to && (figure_scan_digit(scan, at) > 0 || ascii_is_capital(scan->text[at])))
        at++;
    return at > word.end + 1 && figure_scan_is(scan, at, "s") && figure_scan_digit(scan, at - 1) > 0 &&
           (at + 1 >= scan->to || !latinword_is_letter(scan->text[at + 1]));
}

/* clang-format off */
#define REPORTS "U.S. U.S.C. USC C.F.R. CFR F.2d F.3d S._Ct. F._Supp. L._Ed."

static const struct figure_rule english[] = {
    { .before = "magnitude", .kind = FIGURE_COUNT, .is = "magnitude" }, /* of 5 or more */
    { .before = "force", .forms = FORM_HOUR, .kind = FIGURE_COUNT, .is = "force" }, /* winds of force 8 to 9 */
    /* 410 U.S. 113: where a case is printed */
    { .behind = "|" REPORTS "|?§|0", .is = RULE_NONE },
    { .before = "|0|" REPORTS, .is = RULE_NONE },
    { .forms = FORM_ALL, .is = RULE_STAYS },
    { .behind = "(k) (a) (b) (c) (d) (e) (f) (g)", .forms = FORM_BARE, .is = RULE_NONE }, /* 401(k) */
    /* (2) and 1) count off, a .45 is a pistol */
    { .before = ". ; : (", .behind = ")", .forms = FORM_BARE | FORM_BRIEF, .is = RULE_NONE },
    { .before = "$", .behind = ")", .forms = FORM_BARE | FORM_BRIEF, .is = RULE_NONE },
};

/* 600104, 020; the 737 fleet, the 737, an old model: no nouns. */
static const struct figure_rule codes[] = {
    { .forms = FORM_CODE, .is = RULE_NONE },
    { .before = "the", .behind = ",_a_ ,_an_", .forms = FORM_MODEL, .is = RULE_NONE },
    { .before = "the", .behind = "|!-|!^|!@|*", .forms = FORM_MODEL, .is = RULE_NONE },
};
/* clang-format on */

static bool read_digit_english(const struct count *count)
{
    struct figure *figure = count->figure;
    const struct figure_scan *scan = count->scan;
    enum figure_verdict verdict = figure_rule_apply(scan, figure, count->forms, english, COUNT(english));
    if (verdict != VERDICT_OPEN)
        return verdict == VERDICT_IS;
    if (is_of_models(scan, figure->end)) /* 54 Airbus A320s */
        return true;
    return !is_name_behind(count) && !figure_scan_is(scan, count->low->number, ".") &&
           (figure_noun_english(scan, figure->end, figure) || !count->bare ||
            figure_rule_apply(scan, figure, count->forms, codes, COUNT(codes)) == VERDICT_OPEN);
}

/* ---- Chinese ---- */

/* clang-format off */
/* Behind a number: what makes it a name's, 3号门, G107国道. */
#define HAN_LABELS \
    "期间 大楼 大厦 国道 国集团 号 路 室 楼 线 频道 强 航站楼 次列车 度角 型 版 站台 中队 指挥 网 同城 条例 分局 省道 " \
    "县道 师 团军 国峰会 年级 班 单元 位系统 位操作 位处理 位版 位芯片 期临床 期试验 级飓风 级台风 级风 级大风 " \
    "级战备 级响应 级联赛 级医院 级教授 级以上"

#define A_TIME "每周 每天 每日 每小时 每月 每晚 一周 一天"
#define MEDALS "金 银 铜"

/* 波音737, 沪深300, 3号门, 80后 and the like are names; 38金27银23铜. */
static const struct figure_rule han[] = {
    { .behind = "号人", .is = RULE_STAYS }, { .before = A_TIME, .behind = "班", .is = RULE_STAYS },
    { .before = "规模 震级", .forms = FORM_FRACTION, .kind = FIGURE_COUNT, .is = "magnitude" },
    { .behind = HAN_LABELS, .is = RULE_NONE }, { .behind = "|投 中|0|中", .is = RULE_NONE },
    { .before = "!至 到 达 过", .behind = "后", .forms = FORM_TWO | FORM_BARE, .is = RULE_NONE },
    { .behind = "|" MEDALS "|0", .is = RULE_STAYS },
    { .behind = "|" MEDALS "|， 。 、 的 和 收 位 排 列", .is = RULE_STAYS }, { .behind = "|" MEDALS "|$", .is = RULE_STAYS },
};

/* What a bare number in digits is a value behind, or before. */
static const struct figure_rule told[] = {
    { .before = "号为 码为 号是 码是 码 牌为 号 短信到 拨打 编是 编为 拨打了 致电 电话是 电话为 手机是 电话： 电话:", .is = RULE_NONE },
    { .before = "= > < ≥ ≤ ＞ ＜ 至 到 达 有 共 于 过 约 近 了 超 逾 为 是 计 得 报 均 献 评分 得分 总分 满分 分数线 及格线 均分 满 入 打进 "
                "需要 还差 比 率 系数 每分钟 每秒 每小时 最多 最少 至多 至少 多 领先 落后 砍下 拿下 轰下", .is = RULE_STAYS },
    { .behind = "分", .about = "领先 落后 积分", .is = RULE_STAYS }, /* 落后榜首3分 */
    { .behind = "以上 以下 之上 之下 分及以上 分以上 分以下", .is = RULE_STAYS }, { .behind = "|加 减 減 乘 除以 加上 减去|0", .is = RULE_STAYS },
    { .before = "|0|加 减 減 乘 除以 加上 减去", .is = RULE_STAYS }, { .before = "： : 值", .forms = FORM_FRACTION, .is = RULE_STAYS },
};
/* clang-format on */

#define CUPS "杯 碗 瓶 倍 个 盒 勺 匙 袋 根 块"
#define NO_HALF "半导 半价 半成 半岛 半路 半年 半决 半场 半径 半自 半数 半夜 半职 半圆 半山 半挂 半公 半官 半大"

/* Whether a half of one stands there: 两杯半, but 一个半决赛名额. */
static bool has_half(const struct figure_scan *scan, size_t at)
{
    return figure_scan_was_in(scan, at, CUPS) && figure_scan_is(scan, at, "半") && !figure_scan_is_in(scan, at, NO_HALF);
}

/* Takes the measure word in, and what is counted; 两杯半. */
static bool read_measure(const struct figure_scan *scan, size_t number_end, size_t measure, struct figure *figure)
{
    if (measure > 0)
        figure->end = number_end + measure;
    bool noun = figure_noun_chinese(scan, number_end, figure);
    if (!figure->range && has_half(scan, figure->end) &&
        decimal_add(&figure->low, decimal_of(5, -1))) {
        figure->high = figure->low;
        figure->end += HAN;
    }
    return noun;
}

/* 3栋502室 */
static bool is_address(const struct figure_scan *scan, size_t number_end, size_t measure)
{
    struct numeral room;
    return figure_scan_is_in(scan, number_end, "栋 幢 座 层 门") &&
           figure_scan_read(scan, number_end + measure, &room) && room.kind == NUMERAL_DIGITS &&
           (figure_scan_is_in(scan, room.end, "单元") || figure_noun_measure(scan, room.end) == 0);
}

static bool read_digit_han(const struct count *count, size_t number_end, size_t measure)
{
    /* what stands before a number that is of no name */
    static const char free[] = "的 在 对 向 给 和 与 及 或 每 仅 只 这 那 全 各 前 后 其 余 出 入 增 减 以 从 由 让 聘 裁 关 开 建 售 "
                               "卖 买 收 发 送 获 国 部";
    struct figure *figure = count->figure;
    struct figure number = *figure;
    const struct figure_scan *scan = count->scan;
    enum figure_verdict verdict = figure_rule_apply(scan, figure, count->forms, han, COUNT(han));
    unsigned long before = figure_scan_code_before(scan, figure->start);
    if (verdict == VERDICT_NONE ||
        (measure == 0 ? before == '(' || before == 0xFF08 : is_address(scan, number_end, measure)))
        return false;
    if (measure == 0 && verdict == VERDICT_IS)
        return true;
    bool noun = read_measure(scan, number_end, measure, figure);
    return measure > 0 || count->listed || !count->bare || figure->range ||
           (noun && figure_noun_behind(scan, number_end) &&
            (!utf8_is_han((uint32_t)before) || figure_scan_was_in(scan, figure->start, free))) ||
           figure_rule_apply(scan, &number, count->forms, told, COUNT(told)) == VERDICT_IS;
}

/* ---- both ---- */

static bool read_digit_count(const struct count *count)
{
    struct figure *figure = count->figure;
    const struct figure_scan *scan = count->scan;
    if (count->bare && (figure_count_is_label(scan, figure->start) ||
                        figure_rule_apply(scan, figure, count->forms, clocks, COUNT(clocks)) == VERDICT_NONE))
        return false;
    if (figure_age_read(scan, count->low, count->forms, figure))
        return true;
    size_t number_end = figure_scan_skip(scan, figure->end);
    size_t measure = figure_noun_measure(scan, number_end);
    unsigned long behind = figure_scan_code(scan, number_end);
    unsigned long before =
        figure_scan_code_before(scan, figure_scan_skip_back(scan, figure->start));
    if (measure > 0 || utf8_is_han((uint32_t)behind) || behind >= 0x3000 ||
        ((behind == 0 || behind == '.' || behind == ',') && before >= 0x3000))
        return read_digit_han(count, number_end, measure);
    return read_digit_english(count);
}

/* minus one, five point five, 零点五, three of them: no article, and no word of a phrase; a cell that has no more. */
static bool is_told_by_itself(const struct count *count)
{
    static const char leads[] = "serves serve feeds than least most killed killing injured injuring wounded wounding "
                                "above below 大于 小于 等于 高于 低于 多于 少于 超过 领先 落后 独得 净胜";
    static const char groups[] = "|team family group crew panel party gang class squad board jury band "
                                 "committee household couple majority minority|of";
    const size_t start = count->figure->start;
    return (count->forms & FORM_ALL) || count->low->low.negative ||
           (count->numeral->value.exponent < 0 && !figure_term_is_half(count->low)) ||
           figure_rule_before(count->scan, start, groups) || figure_scan_is(count->scan, count->figure->end, "倍半") ||
           (!figure_term_is_one(count->low) &&
            (figure_rule_before(count->scan, start, leads) ||
             figure_scan_word_in(count->scan, count->figure->end, "|of|them us whom which")));
}

/* One, half, 一 and 半 alone, which are articles; no cups: 一杯半. */
static bool is_article(const struct count *count)
{
    size_t end = figure_scan_skip(count->scan, count->figure->end);
    (void)figure_scan_over(count->scan, &end, CUPS);
    return count->low == count->high && (figure_term_is_one(count->low) || figure_term_is_half(count->low)) &&
           !has_half(count->scan, end);
}

static bool read_word_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    const struct figure_scan *scan = count->scan;
    struct figure *figure = count->figure;
    bool alone = is_told_by_itself(count);
    if ((!alone && is_article(count)) || numeral->value.digits == 0 ||
        figure_scan_is_in(scan, figure->end, "-figure -digit") || figure_count_is_name(scan, figure->start, figure->end))
        return false;
    if (figure_age_read(scan, count->low, count->forms, figure))
        return true;
    /* "tens" alone tells nothing, and so does a large number in an idiom: thanks a million. */
    bool tens = numeral->vague && decimal_compare(numeral->value, decimal_of(1, 1)) == 0;
    return figure_noun_english(scan, figure->end, figure) || is_of_models(scan, figure->end) ||
           (numeral->vague && figure_noun_english_before(scan, figure->start, figure)) ||
           (!tens && !figure_scan_word_before_in(scan, figure->start, "thanks") &&
            (alone || numeral->scaled || (count->listed && count->bare)));
}

/* clang-format off */
/* 晚上六点, 九点半: but 六点建议 are points; 两市, the two exchanges. */
static const struct figure_rule han_words[] = {
    { .behind = "号人", .is = RULE_STAYS }, { .before = A_TIME, .behind = "班", .is = RULE_STAYS },
    { .behind = HAN_LABELS " 字步 字胡 字眉 字脚", .is = RULE_NONE },
    { .before = "周 星期 礼拜", .behind = "晚 早", .is = RULE_NONE },
    { .behind = "|面|!旗 镜 墙 鼓 锣 国旗 红旗 屏 盾 锦旗 大旗 小旗 彩旗", .is = RULE_NONE }, /* 四面摇摆, 三面环山 */
    { .behind = "市", .about = "股 指数 大盘 成交 涨停 融资", .is = RULE_NONE },
    { .behind = "|点|!建议 意见 要求 原因 看法 理由 体会 措施 主张 说明 希望 内容 经验 共识", .forms = FORM_HOUR, .is = RULE_NONE },
};
/* clang-format on */

static bool read_han_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    const struct figure_scan *scan = count->scan;
    struct figure *figure = count->figure;
    const size_t start = figure->start, number_end = figure_scan_skip(scan, figure->end);
    size_t measure = figure_noun_measure(scan, number_end);
    bool large = numeral->scaled && decimal_compare(numeral->value, decimal_of(1, 2)) >= 0;
    /* 他们俩, 带着仨孩子: they have their measure word in them */
    bool alone = is_told_by_itself(count) ||
                 (figure_scan_is_in(scan, start, "俩 仨") &&
                  !figure_scan_was_in(scan, start, "兄弟 姐妹 姊妹 夫妻 父子 父女 母子 母女 爷 娘 哥 姐 口子 师徒 祖孙"));
    bool two = count->low == count->high && !numeral->scaled && !figure->range && /* 二, but 二人 */
               figure_scan_is(scan, start, "二") && !figure_scan_is_in(scan, number_end, "人 名 位 件 张 張 间 間 枚 项 項 辆 輛 只 隻");
    enum figure_verdict verdict = figure_rule_apply(scan, figure, count->forms, han_words, COUNT(han_words));
    if (verdict == VERDICT_IS || figure_age_read(scan, count->low, count->forms, figure))
        return true;
    if ((!alone && (is_article(count) || two || (measure == 0 && !large && !numeral->vague && !count->listed))) ||
        numeral->value.digits == 0 ||
        (numeral->formal && !(count->forms & FORM_ALL) && (measure == 0 || numeral->end - start < FORMAL_LEAST)) ||
        (numeral->spelled_digits && !numeral->scaled && (measure == 0 || figure_scan_is(scan, number_end, "大"))) ||
        verdict == VERDICT_NONE)
        return false;
    (void)read_measure(scan, number_end, measure, figure);
    return true;
}

/* clang-format off */
#define KIN_HAN "男 女 子 儿"

/* 一家四口, 三口之家; 三男两女, 两子一女, where one is no figure. */
static const struct figure_rule families[] = {
    { .behind = "!口 " KIN_HAN, .is = RULE_NONE },
    { .before = "一家 全家 举家", .behind = "口", .is = "people" },
    { .behind = "口之家", .is = "people" },
    { .forms = FORM_ONE, .is = RULE_NONE },
    { .behind = "|" KIN_HAN "|0|" KIN_HAN, .is = "people" },
    { .before = "|0|" KIN_HAN, .behind = KIN_HAN, .is = "people" },
    { .before = "|一 二 两 三 四 五 六 七 八 九 1 2 3 4|" KIN_HAN, .behind = KIN_HAN, .is = "people" },
};

/* The party gained 4 points, as polls have them, are parts of a hundred; in games they are points. */
static const struct figure_rule points[] = {
    { .unit = "points", .before = "gained lost up down fell rose dropped slipped climbed by added shed jumped rises falls gain lose",
      .about = "_poll _voter _approval _turnout _unemployment _inflation _jobless _party Party Unemployment Inflation",
      .without = "_index _scor _game _rebounds _match _season _league _assists", .kind = FIGURE_PERCENT, .is = "pp" },
    /* 级 of stairs and of winds: of no earthquake */
    { .unit = "magnitude", .ends = "级", .about = "台阶 阶梯 石阶 楼梯", .kind = FIGURE_COUNT, .is = "steps" },
    { .unit = "magnitude", .ends = "级", .about = "风", .without = "震", .kind = FIGURE_COUNT, .is = "force" },
};
/* clang-format on */

/* What its noun is a unit of. */
static void read_noun_unit(const struct figure_scan *scan, struct figure *figure)
{
    size_t end = figure->end;
    if (figure_scan_was(scan, end, "兆") && /* 网速每秒50兆 */
        figure_scan_about(scan, figure->start, end,
                          "网速 下载 上传 宽带 带宽 流量 内存 硬盘 光纤 频宽 附件 文件 图片 视频 邮件 安装包") &&
        decimal_shift(&figure->low, -12)) {
        figure->high = figure->low;
        figure_set_kind(figure, FIGURE_DATA, "MB");
    }
    /* crowns are money where a country is told that has them */
    const struct figure_unit *unit = strcmp(figure->unit, "crowns") == 0 && figure_scan_past(scan, &end, "crowns")
                                         ? figure_unit_about(scan, figure->start, end)
                                         : NULL;
    if (unit != NULL) {
        figure->end = end;
        figure_set_kind(figure, FIGURE_MONEY, unit->name);
    }
    (void)figure_rule_apply(scan, figure, 0, points, COUNT(points));
}

/* Two cups and a half of milk; but two books and a half bottle. */
static void add_half(const struct figure_scan *scan, struct figure *figure)
{
    static const char goes_on[] = "of in on at for from to by with later ago per and or than is was were are each";
    static const char half[] = " and a half";
    struct latinword next;
    size_t end = figure->end + 1;
    while (end < scan->to && latinword_is_letter(scan->text[end]))
        end++;
    if (figure->range || !figure_scan_is(scan, end, half) || end < figure->end + 3)
        return;
    end += strlen(half);
    if (figure_scan_is(scan, end, "-") || (end < scan->to && latinword_is_letter(scan->text[end])) ||
        (figure_scan_word(scan, end, &next) && !latinword_in(next.text, goes_on)) ||
        !decimal_add(&figure->low, decimal_of(5, -1)))
        return;
    figure->high = figure->low;
    figure->end = end;
}

static unsigned forms_of(const struct figure_scan *scan, const struct figure_term *low,
                         const struct figure_term *high, const struct figure *figure)
{
    const struct numeral *numeral = &high->numeral;
    const struct decimal value = figure->high;
    const bool digits = numeral->kind == NUMERAL_DIGITS, zero = scan->text[low->number] == '0';
    const unsigned places = low->numeral.places;
    return (figure_term_is_one(low) ? FORM_ONE : 0) | (numeral->kind == NUMERAL_WORDS ? FORM_WORDS : 0) | (figure_scan_is_all(scan, low->start, high->end) ? FORM_ALL : 0) |
           (!numeral->scaled && !numeral->grouped && !numeral->more ? FORM_BARE : 0) |
           (decimal_compare(value, decimal_of(24, 0)) <= 0 ? FORM_HOUR : 0) | (value.exponent < 0 ? FORM_FRACTION : 0) |
           (decimal_precision(value) == 1 && decimal_compare(value, decimal_of(10, 0)) > 0 &&
            decimal_compare(value, decimal_of(100, 0)) < 0 ? FORM_TENS : 0) | (places == 2 ? FORM_TWO : 0) | (digits && places <= 2 && !figure->range ? FORM_BRIEF : 0) |
           (numeral->places >= 3 && !figure->range ? FORM_MODEL : 0) |
           (numeral->places >= 5 || (numeral->places > 1 && zero && numeral->value.exponent == 0) ? FORM_CODE : 0);
}

bool figure_count_judge(const struct figure_scan *scan, const struct figure_term *low,
                        const struct figure_term *high, bool listed, struct figure *figure)
{
    const struct numeral *numeral = &high->numeral;
    const struct count count = { scan, low, high, numeral, forms_of(scan, low, high, figure), listed,
                                 !numeral->scaled && !numeral->grouped && !numeral->more, figure };
    size_t past;
    figure->kind = FIGURE_COUNT;
    if (figure_count_goes_on(scan, high, &past) ||
        figure_scan_is_in(scan, figure->end, "-under_ -under-par -over-par _under_par _over_par") ||
        figure_scan_was_in(scan, figure->start, "-under_ -under-par_ -over-par_")) /* a four-under-par 68 */
        return false;
    const struct figure_rule *family = figure_rule_find(scan, figure, count.forms, families,
                                                        low == high ? COUNT(families) : 0);
    if (family != NULL && strcmp(family->is, RULE_NONE) != 0) {
        figure->end += HAN;
        figure_set_unit(figure, family->is);
        return true;
    }
    if (!(numeral->kind == NUMERAL_DIGITS ? read_digit_count(&count)
          : numeral->kind == NUMERAL_HAN  ? read_han_count(&count)
                                          : read_word_count(&count)))
        return false;
    read_noun_unit(scan, figure);
    if (numeral->kind != NUMERAL_HAN && decimal_compare(figure->high, decimal_of(1, 2)) < 0)
        add_half(scan, figure);
    figure_hedge_read(scan, figure);
    return true;
}

/* +44 20 7946 0958, (415) 555-0134: where the groups end, `at` when they are not three or led by a +. */
static size_t skip_groups(const struct figure_scan *scan, const struct figure_term *term)
{
    size_t size, at = term->number_end, end = at;
    unsigned groups = 1, digits = term->numeral.places;
    bool plus = figure_scan_is(scan, term->start, "+") ||
                (figure_scan_is(scan, term->start, "0") && /* 0-14 are ages */
                 (digits > 1 || figure_scan_digit(scan, at + 3) > 0));
    bool area = figure_scan_was(scan, term->start, "(") && digits > 1;
    while (figure_scan_over(scan, &at, plus || area ? "_( )_ ) _ -" : "_") &&
           figure_scan_digit(scan, at) > 0) {
        for (; (size = figure_scan_digit(scan, at)) > 0; digits++)
            at += size;
        groups++;
        end = at;
    }
    return (plus && groups > 1) || (groups > 2 && (!area || digits >= PHONE_LEAST)) ? end
                                                                                     : term->number_end;
}

bool figure_count_goes_on(const struct figure_scan *scan, const struct figure_term *term,
                          size_t *past)
{
    if (term->numeral.kind != NUMERAL_DIGITS)
        return false;
    size_t at = term->numeral.grouped ? term->number_end : skip_groups(scan, term);
    (void)figure_scan_over(scan, &at, "-bit"); /* a 64-bit build */
    while (at < scan->to) {
        char c = scan->text[at], next = at + 1 < scan->to ? scan->text[at + 1] : '\0';
        size_t digit = figure_scan_digit(scan, at);
        bool mark = strchr(".,/:_+", c) != NULL && (figure_scan_digit(scan, at + 1) > 0 ||
                                                   (c == '.' && next >= 'A' && next <= 'Z'));
        if (digit == 0 && !latinword_is_letter(c) && !mark)
            break;
        at += digit > 0 ? digit : 1;
    }
    *past = at;
    return at > term->number_end;
}

bool figure_count_word(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char folds[] = "twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 ninefold=9 "
                                "tenfold=10 twentyfold=20 hundredfold=100 thousandfold=1000";
    struct latinword word;
    size_t by = at;
    if (!latinword_at(scan->text, scan->to, at, &word))
        return false;
    if (latinword_in(word.text, "a an")) { /* a cup and a half of flour */
        *figure = (struct figure){ .start = at, .end = word.end, .kind = FIGURE_COUNT, .low = decimal_of(1, 0), .high = decimal_of(1, 0) };
        add_half(scan, figure);
        (void)figure_scan_word(scan, word.end, &word);
        figure_noun_set(&word, figure);
        return figure->end > word.end;
    }
    int times = word.end - at > 6 && figure_scan_was(scan, word.end, "fold") ? wordlist_find(word.text, folds, 0) : 0;
    int power = times == 0 ? wordlist_find(word.text, "dozen=1 hundred=2 thousand=3 million=6 billion=9", 0) : 0;
    if (times == 0 && (power == 0 || !figure_scan_back(scan, &by, "|by|the")))
        return false;
    *figure = (struct figure){ .start = at, .end = word.end, .kind = FIGURE_COUNT, .hedges = times > 0 ? 0 : HEDGE_VAGUE };
    figure->low = figure->high = times > 0 ? decimal_of((unsigned)times, 0) : decimal_of(1, power);
    if (times > 0) {
        figure_set_unit(figure, "times");
        figure_hedge_read(scan, figure);
    } else {
        (void)figure_noun_english_before(scan, by, figure);
    }
    return true;
}
