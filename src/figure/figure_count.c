#include "figure/figure_count.h"

#include <string.h>

#include "figure/figure_age.h"
#include "figure/figure_hedge.h"
#include "figure/figure_noun.h"
#include "text/ascii.h"
#include "text/numeral.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define PHONE_LEAST 9 /* digits of a telephone number with its area in brackets */
#define CAPITALS_MOST 3
#define TITLE_REACH 200 /* bytes to either side in which a title shows */
#define FORMAL_LEAST strlen("叁佰伍")

/* A number that is being judged; the figure has its span and value. */
struct count {
    const struct figure_scan *scan;
    const struct figure_term *low;
    const struct figure_term *high;
    const struct numeral *numeral; /* of the higher one */
    bool listed;
    bool all; /* of what the block has: a cell of a table */
    struct figure *figure;
};

/* Words before a number that make it a label. */
static const char labels[] =
    "page pages chapter section step figure table version number numbers route room level "
    "flight gate channel phase model windows no nos vol pp p article rule clause bug invoice "
    "grade paragraph stage exit platform terminal type tier paragraphs articles chapters "
    "numbered dial track ticket runway bus line seat suite apartment unit lane pier ward zone "
    "lot district annex appendix round verse psalm week size code question item scene port "
    "footnote act pin called dialed dialled isbn postcode zip apt extension clauses sections "
    "exercise equation flat building junction note notes junctions gates rooms lines routes levels "
    "platforms terminals tables figures volumes rules lots wards zones highways highway button buttons "
    "option slot socket category categories class panel mode row marker";

/* Words with a capital only because a sentence or title begins: no names. */
static const char plain[] =
    "a about after all almost an and another around as at before between but by for from if in "
    "its just least more most nearly of on only or other our over past roughly since some than "
    "that the their these those to under until up when where with approximately have has had "
    "was were is are then there they we not exactly every each fewer less here both what while "
    "who yet still also now today during within per even because however he she it his her my "
    "this monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december yesterday meanwhile altogether "
    "police aged age ages say says said rescuers into add use take give need buy get make pour "
    "pick mix send keep see serves feeds makes seats sleeps heat cut slice bake boil fry stir "
    "place put combine whisk beat melt divide drain roll sprinkle cover remove chop peel "
    "reserve allow wait hire sell spend save pay choose";

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

/* the Group of 77, the Gang of Four */
static bool is_group(const struct figure_scan *scan, size_t at)
{
    struct latinword word;
    return figure_scan_back(scan, &at, "of") && figure_scan_word_before(scan, at, &word) &&
           word.capital && latinword_in(word.text, "group gang class council committee");
}

bool figure_count_is_label(const struct figure_scan *scan, size_t start)
{
    static const char signs[] = "§ ¶ # No. Nos. № no. (c. _s. _ss. _para. _reg. Ext. ext. p. Fig. fig. Art. art. "
                                "Sec. sec. Ch. ch. Vol. vol. Eq. para.";
    static const char places[] = /* his room is 305 */
        "|room flight seat gate pin code extension postcode port pid|is was";
    static const char counting[] = /* the herd numbers 400 */
        "|herd population army force staff crew community flock colony membership workforce fleet diaspora family "
        "collection|numbers";
    struct latinword word;
    size_t at = figure_scan_skip_back(scan, start);
    if (figure_scan_was_in(scan, at, signs))
        return true;
    if (figure_scan_word_before_in(scan, at, counting))
        return false;
    return at < start && figure_scan_word_before(scan, at, &word) &&
           (figure_scan_word_before_in(scan, at, places) || latinword_in(word.text, labels) ||
            is_group(scan, start) || (has_capital(scan, &word) && !latinword_in(word.text, plain)));
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
    if (is_group(scan, start))
        return true;
    bool first = !figure_scan_word_before(scan, start, &word);
    return figure_scan_word(scan, end, &word) && word.capital && word.start > end &&
           (!first || latinword_in(word.text, "nations sisters pillars kingdoms mile")) &&
           !is_adjective(&word) && !is_title(scan, start);
}

/* A name with digits of its own: (0386.HK), A-50, 600104 as a stock. */
static bool is_bare(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    return !numeral->scaled && !numeral->grouped && !numeral->more;
}

/* 9 a.m., 9点 are times of day, 20世纪 and 4日 are no counts either; 3271.14点 are points. */
static bool is_clock(const struct count *count)
{
    static const char signs[] = "点钟=1 点=2 點=2 时=1 時=1 世纪=1 世紀=1 日=1 号=1 號=1 月=1 a.m=1 p.m=1 B.C=1";
    const struct figure_scan *scan = count->scan;
    struct numeral until;
    size_t size, end = count->figure->end, to = end;
    if (figure_scan_past(scan, &to, "to and or until") && /* from 8 to 10 p.m. */
        figure_scan_numeral(scan, figure_scan_skip(scan, to), &until) &&
        figure_scan_is_in(scan, figure_scan_skip(scan, until.end), "a.m p.m am_ pm_ am, pm, am. pm."))
        return true;
    int sign = figure_scan_any(scan, figure_scan_skip(scan, end), signs, &size);
    bool points = sign == 2 && (count->numeral->value.exponent < 0 ||
                                decimal_compare(count->numeral->value, decimal_of(24, 0)) > 0 ||
                                figure_scan_was_in(scan, count->figure->start,
                                                   "涨 漲 跌 升 降 扬 揚 挫 落 高 低 得"));
    return (sign > 0 && !points) || figure_scan_word_in(scan, end, "am pm o gmt bc bce");
}

/* 11 Main, 10 Downing Street, but 62 Boeing jets, 15 MPs and 3 Harvard professors. */
static bool is_name_behind(const struct count *count)
{
    struct latinword word;
    const struct figure_scan *scan = count->scan;
    size_t at = count->figure->end;
    if (!is_bare(count) || !figure_scan_word(scan, at, &word) || !word.capital ||
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

/* The 737 fleet, 600104, 020: names, codes and telephone numbers. */
static bool is_code(const struct count *count)
{
    struct latinword word;
    const struct figure_scan *scan = count->scan;
    size_t end = count->figure->end;
    unsigned places = count->numeral->places;
    if (places >= 5 || (places > 1 && scan->text[count->low->number] == '0' &&
                        count->numeral->value.exponent == 0))
        return true;
    return places >= 3 && !count->figure->range && figure_scan_word_before_in(scan, count->figure->start, "the") &&
           (figure_scan_is_in(scan, end, ",_a_ ,_an_") || /* The 737, an old model */
            (figure_scan_is(scan, end, " ") && figure_scan_word(scan, end, &word) && !word.capital &&
             !latinword_is_plural(&word)));
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

/* 410 U.S. 113: where a case is printed */
static bool is_of_report(const struct figure_scan *scan, const struct figure *figure)
{
    static const char reports[] = "_U.S._ _F.2d_ _F.3d_ _S._Ct._ _F._Supp._ _L._Ed._";
    size_t size, at = figure->end;
    bool dots = figure_scan_was_in(scan, figure->start, "._ d_") || (at + 2 < scan->to && scan->text[at + 2] == '.');
    return dots && ((figure_scan_over(scan, &at, reports) && figure_scan_digit(scan, at) > 0) ||
                    (figure_scan_any_before(scan, figure->start, reports, &size) >= 0 &&
                     figure->start - size > scan->from && scan->text[figure->start - size - 1] <= '9'));
}

static bool read_digit_english(const struct count *count)
{
    struct figure *figure = count->figure;
    const struct figure_scan *scan = count->scan;
    if (figure_age_is(scan, count->low, figure)) {
        figure_set_kind(figure, FIGURE_DURATION, "year");
        return true;
    }
    /* magnitude 5 or more */
    if (figure_scan_word_before_in(scan, figure->start, "magnitude")) {
        figure_set_unit(figure, "magnitude");
        return true;
    }
    if (is_of_report(scan, figure))
        return false;
    if (count->all)
        return true;
    /* (2) and 1) count off, a .45 is a pistol */
    size_t before = figure_scan_skip_back(scan, figure->start);
    bool first = before == scan->from || strchr(".;:\n", scan->text[before - 1]) != NULL;
    if (count->numeral->places <= 2 && is_bare(count) && figure_scan_is(scan, figure->end, ")") &&
        (first || figure_scan_was(scan, figure->start, "(")))
        return false;
    if (is_of_models(scan, figure->end)) /* 54 Airbus A320s */
        return true;
    if (is_name_behind(count) || figure_scan_is(scan, count->low->number, "."))
        return false;
    return figure_noun_english(scan, figure->end, figure) || !is_bare(count) || !is_code(count);
}

/* ---- Chinese ---- */

/* Behind digits: what makes them a name's. */
static bool is_han_label(const struct figure_scan *scan, size_t at)
{
    static const char words[] = "国道 國道 国集团 國集團 号 號 路 室 楼 樓 线 線 频道 頻道 强 強 航站楼 次列车 次列車 度角 型 版 站台 中队 "
                                "指挥 网 同城 条例 分局 省道 县道 师 团军 国峰会 國峰會 年级 班 单元 位系统 位操作 位处理 位版 位芯片 "
                                "期临床 期臨床 期试验 期試驗 级飓风 级台风 級颱風 级风 级大风 级战备 级响应 级联赛 级医院 级教授 级以上";
    return figure_scan_is_in(scan, at, words);
}

/* Verbs and the like behind which a bare number is a value. */
static bool is_told(const struct figure_scan *scan, size_t at)
{
    static const char verbs[] = "至 到 达 達 有 共 于 於 过 過 约 約 近 了 超 逾 为 為 是 计 計 得 报 報 均 献 评分 得分 总分 满分 分数线 及格线 均分 满 滿 "
                                "入 打进 需要 还差 比 率 系数 系數 每分钟 每秒 每小时 每分鐘 每小時 最多 最少 至多 至少 = > < 多 领先 落后 砍下 拿下 轰下";
    static const char names[] =
        "号为 號為 码为 碼為 号是 码是 码 牌为 号 短信到 拨打 撥打 编是 编为 拨打了 致电";
    at = figure_scan_skip_back(scan, at);
    return !figure_scan_was_in(scan, at, names) && figure_scan_was_in(scan, at, verbs);
}

/* 38金27银23铜 */
static bool is_medal(const struct figure_scan *scan, size_t at)
{
    return figure_scan_over(scan, &at, "金 银 铜 銀 銅") &&
           (at >= scan->to || figure_scan_digit(scan, at) > 0 ||
            figure_scan_is_in(scan, at, "， 。 、 的 和 收 位 排 列"));
}

/* 两杯半 */
static void read_measure_half(const struct figure_scan *scan, struct figure *figure)
{
    if (figure->range || !figure_scan_is(scan, figure->end, "半") ||
        !figure_scan_was_in(scan, figure->end, "杯 碗 瓶 倍 个 盒 勺 匙 袋") ||
        figure_scan_is_in(scan, figure->end, "半导 半价 半成 半岛 半路 半年") ||
        !decimal_add(&figure->low, decimal_of(5, -1)))
        return;
    figure->high = figure->low;
    figure->end += strlen("半");
}

/* 波音737, 沪深300, 3号门, G107国道 and the like. */
static bool read_digit_han(const struct count *count, size_t number_end, size_t measure)
{
    /* what stands before a number that is of no name */
    static const char free[] = "的 在 对 對 向 给 給 和 与 與 及 或 每 仅 僅 只 这 這 那 全 各 前 后 其 余 餘 出 入 增 减 減 以 从 從 由 "
                               "让 聘 裁 关 關 开 開 建 售 卖 賣 买 買 收 发 發 送 获 獲 国 國 部";
    struct figure *figure = count->figure;
    const struct figure_scan *scan = count->scan;
    /* 3栋502室 */
    unsigned long before = figure_scan_code_before(scan, figure->start);
    struct numeral room;
    bool born = count->numeral->places == 2 && is_bare(count) && figure_scan_is_in(scan, number_end, "后 後") && /* 80后 */
                !figure_scan_was_in(scan, figure->start, "至 到 达 達 过 過");
    if (is_han_label(scan, number_end) || born || (measure == 0 && (before == '(' || before == 0xFF08)) ||
        (measure > 0 && figure_scan_is_in(scan, number_end, "栋 棟 幢 座 层 層 门") &&
         figure_scan_read(scan, number_end + measure, &room) && room.kind == NUMERAL_DIGITS &&
         (figure_scan_is_in(scan, room.end, "单元 單元") || figure_noun_measure(scan, room.end) == 0)))
        return false;
    if (measure > 0)
        figure->end = number_end + measure;
    else if (is_medal(scan, number_end))
        return true;
    bool noun = figure_noun_chinese(scan, number_end, figure);
    read_measure_half(scan, figure);
    if (measure > 0 || count->listed || !is_bare(count) || figure->range)
        return true;
    return (noun && figure_noun_behind(scan, number_end) &&
            (!utf8_is_han((uint32_t)before) || figure_scan_was_in(scan, figure->start, free))) ||
           is_told(scan, figure->start) ||
           (figure_scan_is(scan, number_end, "分") && /* 落后榜首3分 */
            figure_scan_about(scan, figure->start, figure->end, "领先 落后 領先 落後 积分 積分")) ||
           figure_scan_is_in(scan, number_end, "以上 以下 之上 之下");
}

/* ---- both ---- */

static bool read_digit_count(const struct count *count)
{
    struct figure *figure = count->figure;
    const struct figure_scan *scan = count->scan;
    if (is_bare(count) && (figure_count_is_label(scan, figure->start) || is_clock(count)))
        return false;
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

/* minus one, five point five, 零点五: no article, and no word of a phrase; a cell that has no more. */
static bool is_told_by_itself(const struct count *count)
{
    static const char leads[] = "than least most killed killing injured injuring wounded wounding above below";
    static const char groups[] = "|team family group crew panel party gang class squad board jury band "
                                 "committee household couple majority minority|of";
    static const char han_leads[] = "大于 大於 小于 小於 等于 等於 高于 低于 多于 少于 超过 超過 领先 落后 独得 净胜";
    const size_t start = count->figure->start;
    const bool words = count->numeral->kind == NUMERAL_WORDS, one = figure_term_is_one(count->low);
    if (count->all || count->low->low.negative ||
        (count->numeral->value.exponent < 0 && !figure_term_is_half(count->low)))
        return true;
    if (words ? figure_scan_word_before_in(count->scan, start, groups)
              : figure_scan_is(count->scan, count->figure->end, "倍半"))
        return true;
    return !one && (words ? figure_scan_word_before_in(count->scan, start, leads)
                          : figure_scan_was_in(count->scan, start, han_leads));
}

static bool read_word_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    const struct figure_scan *scan = count->scan;
    struct figure *figure = count->figure;
    bool told = is_told_by_itself(count);
    if ((!told && count->low == count->high &&
         (figure_term_is_one(count->low) || figure_term_is_half(count->low))) ||
        numeral->value.digits == 0 || figure_scan_is_in(scan, figure->end, "-figure -digit") ||
        figure_count_is_name(scan, figure->start, figure->end))
        return false;
    if (figure_age_is(scan, count->low, figure)) {
        figure_set_kind(figure, FIGURE_DURATION, "year");
        return true;
    }
    /* "tens" alone tells nothing, and so does a large number in an idiom: thanks a million. */
    bool tens = numeral->vague && decimal_compare(numeral->value, decimal_of(1, 1)) == 0;
    return figure_noun_english(scan, figure->end, figure) || is_of_models(scan, figure->end) ||
           (numeral->vague && figure_noun_english_before(scan, figure->start, figure)) ||
           (!tens && !figure_scan_word_before_in(scan, figure->start, "thanks") &&
            (told || numeral->scaled || (count->listed && is_bare(count))));
}

/* 晚上六点, 九点半: but 六点建议 are points. */
static bool is_han_clock(const struct count *count, size_t at)
{
    static const char said[] = "建议 意见 要求 原因 看法 理由 体会 措施 主张 说明 希望 内容 经验 共识 建議 意見";
    return decimal_compare(count->figure->high, decimal_of(24, 0)) <= 0 &&
           figure_scan_over(count->scan, &at, "点 點") && !figure_scan_is_in(count->scan, at, said);
}

static bool read_han_count(const struct count *count)
{
    const struct numeral *numeral = count->numeral;
    const struct figure_scan *scan = count->scan;
    struct figure *figure = count->figure;
    size_t number_end = figure_scan_skip(scan, figure->end);
    size_t measure = figure_noun_measure(scan, number_end);
    bool single = count->low == count->high;
    bool hundred = numeral->scaled && decimal_compare(numeral->value, decimal_of(1, 2)) >= 0;
    /* 他们俩, 带着仨孩子: they have their measure word in them */
    bool told =
        is_told_by_itself(count) ||
        (figure_scan_is_in(scan, figure->start, "俩 倆 仨") &&
         !figure_scan_was_in(scan, figure->start,
                             "兄弟 姐妹 姊妹 夫妻 父子 父女 母子 母女 爷 娘 哥 姐 口子 师徒 祖孙"));
    bool halved = figure_scan_is_in(scan, number_end, "杯半 碗半 勺半 匙半 茶匙半 汤匙半"); /* 一杯半 */
    if ((single && !told && !halved && (figure_term_is_half(count->low) || figure_term_is_one(count->low))) ||
        numeral->value.digits == 0 ||
        (numeral->formal && !count->all &&
         (measure == 0 || numeral->end - figure->start < FORMAL_LEAST)) ||
        is_han_label(scan, number_end) ||
        (figure_scan_is(scan, number_end, "市") && /* the two exchanges */
         figure_scan_about(scan, figure->start, figure->end, "股 指数 指數 大盘 大盤 成交 涨停 融资")) ||
        (numeral->spelled_digits && !numeral->scaled && (measure == 0 || figure_scan_is(scan, number_end, "大"))) ||
        is_han_clock(count, number_end))
        return false;
    if (measure == 0 && !hundred && !told && !numeral->vague && !count->listed)
        return false;
    if (single && !told && figure_scan_is(scan, figure->start, "二") && !numeral->scaled && !figure->range &&
        !figure_scan_is(scan, number_end, "人"))
        return false;
    figure->end = measure > 0 ? number_end + measure : figure->end;
    (void)figure_noun_chinese(scan, number_end, figure);
    read_measure_half(scan, figure);
    return true;
}

/* 一家四口, 三口之家; 三男两女, 两子一女, where one is no figure. */
static bool read_family(const struct figure_scan *scan, const struct figure_term *term, struct figure *figure)
{
    static const char kin[] = "男 女 子 儿 兒";
    struct numeral more;
    size_t at = term->number_end, end = at + strlen("口"), before = term->start;
    bool family = figure_scan_is(scan, at, "口") && (figure_scan_was_in(scan, before, "一家 全家 举家 舉家") ||
                                                    figure_scan_is(scan, end, "之家"));
    if (!family && (!figure_scan_is_in(scan, at, kin) || figure_term_is_one(term) ||
                    !((figure_scan_numeral(scan, end, &more) && figure_scan_is_in(scan, more.end, kin)) ||
                      (figure_scan_was_in(scan, before, kin) &&
                       figure_scan_was_in(scan, before - strlen("男"), "一 二 两 兩 三 四 五 六 七 八 九 1 2 3 4")))))
        return false;
    figure->end = end;
    figure_set_unit(figure, "people");
    return true;
}

/* The party gained 4 points, as polls have them: parts of a hundred. */
static void read_poll(const struct figure_scan *scan, struct figure *figure)
{
    static const char polls[] = "_poll _voter _approval _turnout _unemployment _inflation _jobless _party "
                                "Party Unemployment Inflation";
    static const char games[] = "_index _scor _game _rebounds _match _season _league _assists";
    if (figure_scan_word_before_in(scan, figure->start,
                                   "gained lost up down fell rose dropped slipped climbed by added shed "
                                   "jumped rises falls gain lose") &&
        figure_scan_about(scan, figure->start, figure->end, polls) &&
        !figure_scan_about(scan, figure->start, figure->end, games))
        figure_set_kind(figure, FIGURE_PERCENT, "pp");
}

/* Crowns are money where a country is told that has them. */
static void read_crowns(const struct figure_scan *scan, struct figure *figure)
{
    size_t end = figure->end;
    const struct figure_unit *unit = figure_scan_past(scan, &end, "crowns")
                                         ? figure_unit_about(scan, figure->start, end)
                                         : NULL;
    if (unit == NULL)
        return;
    figure->end = end;
    figure_set_kind(figure, FIGURE_MONEY, unit->name);
}

bool figure_count_judge(const struct figure_scan *scan, const struct figure_term *low,
                        const struct figure_term *high, bool listed, struct figure *figure)
{
    const struct count count = {
        scan, low, high, &high->numeral, listed, figure_scan_is_all(scan, low->start, high->end), figure
    };
    size_t past;
    figure->kind = FIGURE_COUNT;
    if ((high->numeral.kind == NUMERAL_DIGITS && figure_count_goes_on(scan, high, &past)) ||
        figure_scan_is_in(scan, figure->end, "-under_ -under-par -over-par _under_par _over_par") ||
        figure_scan_was_in(scan, figure->start, "-under_ -under-par_ -over-par_")) /* a four-under-par 68 */
        return false;
    if (low == high && read_family(scan, low, figure))
        return true;
    if (figure_age_han(scan, low, figure)) {
        figure_set_kind(figure, FIGURE_DURATION, "year");
        return true;
    }
    bool counts = high->numeral.kind == NUMERAL_DIGITS ? read_digit_count(&count)
                  : high->numeral.kind == NUMERAL_HAN  ? read_han_count(&count)
                                                       : read_word_count(&count);
    /* 网速每秒50兆 */
    if (counts && figure_scan_was(scan, figure->end, "兆") &&
        figure_scan_about(scan, figure->start, figure->end,
                          "网速 下载 上传 宽带 带宽 流量 内存 硬盘 光纤 網速 下載 頻寬") &&
        decimal_shift(&figure->low, -12)) {
        figure->high = figure->low;
        figure_set_kind(figure, FIGURE_DATA, "MB");
    }
    if (counts && strcmp(figure->unit, "crowns") == 0)
        read_crowns(scan, figure);
    if (counts && strcmp(figure->unit, "points") == 0)
        read_poll(scan, figure);
    if (counts)
        figure_hedge_read(scan, figure);
    return counts;
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

bool figure_count_fold(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    static const char folds[] = "twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 sevenfold=7 "
                                "eightfold=8 ninefold=9 tenfold=10 twentyfold=20 hundredfold=100 thousandfold=1000";
    struct latinword word;
    bool fold = latinword_at(scan->text, scan->to, at, &word) && word.end - at > 6 &&
                memcmp(scan->text + word.end - 4, "fold", 4) == 0;
    int times = fold ? wordlist_find(word.text, folds, 0) : 0;
    if (times == 0)
        return false;
    *figure = (struct figure){ .start = word.start, .end = word.end, .kind = FIGURE_COUNT };
    figure->low = figure->high = decimal_of((unsigned)times, 0);
    figure_set_unit(figure, "times");
    figure_hedge_read(scan, figure);
    return true;
}

bool figure_count_by_the(const struct figure_scan *scan, size_t at, struct figure *figure)
{
    struct latinword word;
    size_t by = at;
    int power = latinword_at(scan->text, scan->to, at, &word)
                    ? wordlist_find(word.text, "dozen=1 hundred=2 thousand=3 million=6 billion=9", 0)
                    : 0;
    if (power == 0 || !figure_scan_back(scan, &by, "|by|the"))
        return false;
    *figure = (struct figure){ .start = at, .end = word.end, .kind = FIGURE_COUNT, .hedges = HEDGE_VAGUE };
    figure->low = figure->high = decimal_of(1, power);
    (void)figure_noun_english_before(scan, by, figure);
    return true;
}
