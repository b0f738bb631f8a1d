#include "quote/han_subject.h"

#include <stdint.h>
#include <string.h>

#include "base/bisect.h"
#include "quote/han_frame.h"
#include "quote/han_living.h"
#include "quote/speaker_gender.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3           /* bytes of a Han character */
#define CLAUSE_MOST 300 /* bytes before a verb: what is longer has no subject to be found */
#define MANNER_MOST 15  /* bytes of 毫不犹豫地 */
#define CLAUSES_SEEN 3  /* of a unit, for who it is about */
#define LEAD_MOST 15    /* bytes before 时: 临别时 */
#define TERM_MOST 30    /* bytes of one in marks */
#define ROLE_MOST 48    /* bytes before the end of a role */
#define SUBJECT_LONG 48 /* bytes: what is longer gives way to its last part */

/* In the order of their bytes. */
static const char *const times[] = {
    "上午",   "上周",   "上月",     "下午",     "之后",   "事后",     "今天",   "今年",   "今日",
    "今早",   "今晚",   "今晨",     "会后",     "傍晚",   "凌晨",     "前一天", "前一日", "前一晚",
    "前天",   "前晚",   "北京时间", "去年",     "去年底", "同日",     "周一",   "周三",   "周二",
    "周五",   "周六",   "周四",     "周日",     "年初",   "当地时间", "当场",   "当天",   "当日",
    "日前",   "日早",   "日晚",     "早些时候", "早间",   "星期一",   "星期三", "星期二", "星期五",
    "星期六", "星期四", "星期天",   "星期日",   "昨",     "昨天",     "昨日",   "昨晚",   "晚上",
    "晚间",   "最近",   "本周",     "本月",     "次日",   "此前",     "深夜",   "稍后",   "第二天",
    "翌日",   "课后",   "赛后",     "近日",     "週一",   "週三",     "週二",   "週五",   "週六",
    "週四",   "週日",   "随后",     "饭后"
};

/* The bytes of the longest of the words, which are in the order of their bytes, at `at`; 0. */
static size_t word_at(const char *text, size_t at, size_t end, const char *const *words,
                      size_t count)
{
    size_t i = 0, found = 0;
    if (at + HAN > end || (unsigned char)text[at] < 0xE3)
        return 0;
    uint32_t key = utf8_han_key(text + at);
    BISECT(i, count, utf8_han_key(words[i]) >= key);
    for (; i < count && utf8_han_key(words[i]) == key; i++) {
        size_t size = strlen(words[i]);
        if (size > found && end - at >= size && memcmp(words[i], text + at, size) == 0)
            found = size;
    }
    return found;
}

static const char joins[] = "但 但是 不过 而 同时 此外 另外 然而 其中 因此 所以 对此 就此 "
                            "与此同时 另据 另一方面 而且 尽管 虽然 由于 如果 如今 而对于 可是 "
                            "那么 其实 事实上 最终 最后 首先 其次 目前 综合 半晌 半晌方 良久 良久方 "
                            "许久 许久方 沉吟 沉默 思索 ” 」 』 于是 看来 后来 然后 有一次 有一天 有一回";

static const char together[] = "并 并且 还 也 又 同时 另 则 且 再 亦 更";

static const char pronouns[] = "他 她 它 他们 她们 该公司 该发言人";

/* Digits with 日 月 年 时 点 behind. */
static size_t digits_at(const char *text, size_t at, size_t end)
{
    static const char units[] = "日 月 年 号 时 点 分 日电 月底 月初";
    static const char spans[] = "多年 余年 个月 多天 天 小时 多个 名";
    size_t digits = at;
    while (digits < end && (ascii_is_digit(text[digits]) || text[digits] == ' '))
        digits++;
    if (digits == at || digits >= end || text[at] == ' ')
        return 0;
    size_t unit = wordlist_at(text, digits, end, units);
    /* 30 多年前 */
    if (unit == 0 && (wordlist_at(text, digits, end, spans) > 0))
        unit = wordlist_at(text, digits, end, spans);
    return unit > 0 ? digits - at + unit : 0;
}

/* 两年前, 三个月后, 二〇二一年 */
static size_t ago_at(const char *text, size_t at, size_t end)
{
    static const char numbers[] = "〇 ○ 零 一 二 两 三 四 五 六 七 八 九 十 几 数 半 多";
    static const char units[] = "年前 天前 个月前 个多月前 周前 小时前 分钟前 年后 天后 个月后 "
                                "周后 小时后 分钟后 多年前 年多前";
    size_t number = at;
    while (number < end && wordlist_at(text, number, end, numbers) > 0)
        number += HAN;
    size_t unit = number > at ? wordlist_at(text, number, end, units) : 0;
    if (unit == 0 && number == at + 4 * HAN)
        unit = wordlist_at(text, number, end, "年");
    return unit > 0 ? number - at + unit : 0;
}

static size_t time_at(const char *text, size_t at, size_t end)
{
    size_t digits = digits_at(text, at, end);
    digits = digits > 0 ? digits : ago_at(text, at, end);
    if (digits > 0)
        return digits;
    size_t size = word_at(text, at, end, times, sizeof times / sizeof *times);
    /* 上周五, 本周一 */
    bool week = size > 0 && wordlist_before(text, at, at + size, "周 週 星期") > 0;
    return size + (week ? wordlist_at(text, at + size, end, "一 二 三 四 五 六 日 天 末") : 0);
}

size_t han_subject_skip(const char *text, size_t from, size_t end)
{
    while (from < end) {
        size_t size = text[from] == ' ' ? 1 : time_at(text, from, end);
        if (size == 0)
            size = wordlist_at(text, from, end, joins);
        if (size == 0)
            break;
        from += size;
    }
    return from;
}

/* What begins an adverbial; the other list is of words that begin alike. */
static size_t adverbial_at(const char *text, size_t at, size_t end)
{
    /* in the order of their bytes */
    static const char *const words[] = {
        "一再", "一直", "一致", "一边", "一面", "不", "与", "严厉", "为", "主要", "举行", "之所以", "也", "予以",
        "事后", "于", "今天", "介绍", "仍", "从", "以", "以及", "会", "会后", "会见", "低声", "依旧", "依然", "便",
        "公开", "再", "再次", "写信", "冷冷", "冷声", "出席", "分别", "则", "刚刚", "半开玩笑", "半晌", "即刻", "却",
        "厉声", "又", "及时", "反复", "发布", "发帖", "发推", "发文", "发表", "发言时", "受访", "只", "只好", "只得",
        "召开", "可", "同时", "同样", "后来", "向", "告诉", "和记者", "哭着", "哽咽", "回复", "回应", "回答", "在",
        "均", "坚决", "坦率", "多次", "大声", "始终", "对", "将", "小声", "就", "就此", "已", "常对", "常常", "常说",
        "平静", "并", "幽幽", "应", "开玩笑", "引述", "强烈", "强调", "当即", "当地", "当场", "当庭", "当时", "当晚",
        "当面", "往往", "很快", "忽然", "总是", "慢慢", "打趣", "把", "指着", "接受", "接着", "援引", "撰文", "方才",
        "无奈", "日后", "时常", "明确", "普遍", "更", "曾", "最先", "最终", "未", "来信", "柔声", "正式", "沉声", "没",
        "流泪", "淡淡", "特别", "独家", "率先", "用", "留言", "的说法", "着重", "私下", "称", "突然", "立刻", "立即",
        "笑着", "笑道", "答复", "紧急", "紧接着", "纷纷", "终于", "经", "经常", "继而", "综合", "缓缓", "联合", "自豪",
        "至今", "致函", "致电", "致辞", "良久", "苦笑", "表示", "解释", "讲话", "许久", "语气", "说", "谈到", "谈及",
        "谈起", "赛后", "轻声", "迅速", "还", "这才", "进一步", "连忙", "连连", "通过", "都", "针对", "随即", "随后",
        "频频", "首先", "首次", "马上", "高兴", "高声", "齐声"
    };
    static const char others[] = "也门 还债 就业 对外 在线 在野 在职 于是 都市 将军 将领 会长 "
                                 "会议 会员 应急 未来 不列 不动产 用户 从业 可口 可能 对手 向导 "
                                 "以色列 以上 以下 以外 以及 以往 为首 与会 经济 经理 经销 经贸 "
                                 "经营 发布会 发布者 介绍人 并购 把关 把握 特别行政 特别代表 "
                                 "特别顾问 特别检察 通过者 正式员工 公开大学 未成年 不丹 没收 "
                                 "只有 均瑶 对冲 对话 向阳 会计 可再生 再生 再保 更名 综合 "
                                 "主要负责 说唱 用工 用人 经纪 以军 以方 以媒 对岸 对方 应届 可靠 "
                                 "不少 联合国 联合会 联合体 联合社 联合报 联合早报 联合政府 联合声明 "
                                 "联合公报 联合航空 联合利华 联合集团 联合大学 联合银行 联合主席 "
                                 "联合总裁 联合首席 联合创始 紧急情况 紧急救援 紧急事务 紧急状态 及时雨";
    size_t size = word_at(text, at, end, words, sizeof words / sizeof *words);
    if (size == 0 || wordlist_at(text, at, end, others) > 0 ||
        (strncmp(text + at, "会", HAN) == 0 && han_living_title_at(text, at + HAN, end) > 0))
        return 0;
    return size;
}

/* Whether 都 and the like at `at` close a word instead: 首都, 机会, 协会. */
static bool is_closing(const char *text, size_t from, size_t at)
{
    static const char words[] = "首都 成都 京都 花都 机会 协会 委员会 组委会 常委会 居委会 村委会 筹委会 工会 大会 商会 议会 国会 "
                                "学会 理事会 社会 董事会 总会 联合会 联盟会 基金会 宴会 教会 行会 "
                                "公会 商务会 人会 监会 人士会 供应 效应 反应 方向 许可 认可 公用 "
                                "费用 使用 信用 服从 财经 神经 华为 行为 因为 作为 认为 阿富汗将 "
                                "上将 中将 少将 大将 准将 门将 老将 小将 名将 主将 宿将 悍将 猛将 虎将 爱将 "
                                "干将 健将 武将 战将 麻将 闯将 骁将 共和 参与 给与 新会 成就 法会 峰会 "
                                "三年会 晚会 聚会 音乐会 奥委会 足协会 现在 存在 内在 潜在 正在 "
                                "反对 针对 应对 面对 绝对 相对 派对 关于 由于 位于 属于 等于 对于 "
                                "至于 基于 处于 终于 供不 可";
    size_t size;
    uint32_t code;
    size = utf8_decode(text + at, 4, &code);
    return wordlist_before(text, from, at + size, words) > 0;
}

static bool in_name(const struct quote_unit *unit, size_t at, size_t *past)
{
    const struct speaker_name *name = quote_unit_name(unit, at);
    if (name == NULL || name->start > at)
        return false;
    *past = name->end;
    return true;
}

static bool is_denial(const char *text, size_t at, size_t end)
{
    static const char words[] = "不 没 未 拒绝 无法";
    static const char others[] = "不断 不久 不仅 不得不 不忘 未来 不过 应邀 不止 不只 应询 可能 "
                                 "不满 不少";
    return wordlist_at(text, at, end, words) > 0 && wordlist_at(text, at, end, others) == 0;
}

/* 一位不愿具名的工人: what is denied, or was, of somebody and not by the verb. */
static bool is_attribute(const struct quote_unit *unit, size_t at, size_t verb)
{
    static const char words[] = "不 没 未 曾 已 仍 刚 将 只";
    bool paper;
    if (wordlist_at(unit->text, at, verb, words) == 0)
        return false;
    for (size_t de = at + HAN; de + HAN < verb; de++) {
        if (memcmp(unit->text + de, "的", HAN) != 0)
            continue;
        size_t end = de + HAN;
        while (end < verb &&
               (adverbial_at(unit->text, end, verb) == 0 || is_closing(unit->text, de + HAN, end)))
            end++;
        return han_living_is_counted(unit->text, at) ||
               han_living_is(unit, (struct span){ de + HAN, end }, &paper);
    }
    return false;
}

/* 书记马向东: whether a title and a family name end at `at`, so that a given name begins there. */
static bool begins_given(const char *text, size_t from, size_t at)
{
    return at >= from + 3 * HAN &&
           han_living_has_surname(text, (struct span){ at - HAN, at }) &&
           wordlist_before(text, from, at, "曾 常 时 应 于 向 从 都") == 0 &&
           (han_living_title_before(text, from, at - HAN) > 0 ||
            han_living_kind_before(text, from, at - HAN));
}

/* Where the first adverbial of [from, verb) begins. */
static size_t subject_end(const struct quote_unit *unit, size_t from, size_t verb, bool *denied)
{
    const char *text = unit->text;
    uint32_t code;
    size_t end = verb;
    /* 直言不讳地, 毫不犹豫地 */
    bool manner = wordlist_before(text, from, verb, "地") > 0;
    for (size_t at = from; at < verb;) {
        size_t past;
        if (in_name(unit, at, &past) && past <= verb && past > at) {
            at = past;
            continue;
        }
        past = han_living_bracket_end(text, at, verb);
        if (past > at) {
            at = past;
            continue;
        }
        const struct quote_mark *mark = quote_marks_at(unit->marks, at);
        if (mark != NULL && mark->outer.end <= verb) {
            at = mark->outer.end;
            continue;
        }
        bool adverbial = at > from && !(manner && verb - at <= MANNER_MOST) &&
                         ((adverbial_at(text, at, verb) > 0 && !is_closing(text, from, at)) ||
                          time_at(text, at, verb) > 0);
        if (adverbial && end == verb &&
            (is_attribute(unit, at, verb) || begins_given(text, from, at)))
            adverbial = false;
        else if (adverbial && end == verb)
            end = at;
        if (end < verb && is_denial(text, at, verb) && !is_closing(text, from, at))
            *denied = true;
        at += utf8_decode(text + at, verb - at, &code);
    }
    if (manner)
        *denied = false;
    return end;
}

/* 最先透露此事的一位消息人士: what stands behind the last 的, if that can speak; else nothing. */
static struct span behind_de(const struct quote_unit *unit, size_t from, size_t end)
{
    bool paper;
    for (size_t at = end; at >= from + HAN; at--) {
        if (memcmp(unit->text + at - HAN, "的", HAN) != 0)
            continue;
        struct span tail = quote_unit_trim(unit->text, (struct span){ at, end });
        if (at < end && han_living_is(unit, tail, &paper))
            return tail;
        break;
    }
    return (struct span){ end, end };
}

/* What is too long keeps its part behind the last 的, if that can speak. */
static struct span shorten(const struct quote_unit *unit, struct span words)
{
    if (words.end - words.start <= SUBJECT_LONG)
        return words;
    struct span tail = behind_de(unit, words.start, words.end);
    return tail.end > tail.start ? tail : words;
}

/* Behind the first 的, `from` where there is none. */
static size_t first_de(const char *text, size_t from, size_t end)
{
    for (size_t at = from; at + HAN <= end; at++) {
        if (memcmp(text + at, "的", HAN) == 0)
            return at + HAN;
    }
    return from;
}

/* 外媒直言不讳地: the words before the manner, the longest that can speak; else all. */
static struct span without_manner(const struct quote_unit *unit, struct span words)
{
    static const char manners[] =
        "流着泪 含着泪 噙着泪 忍着泪 含泪 红着眼 红着眼眶 红着眼圈 皱着眉 皱着眉头 "
        "摇着头 点着头 叹着气 喘着气 板着脸 红着脸 挥着手 微笑着 苦笑着 笑了 笑了笑 哭了 "
        "摇头 摇摇头 摇了摇头 点头 点点头 点了点头 摆手 摆摆手 摆了摆手 叹气 叹了口气 皱眉 皱了皱眉 耸耸肩 "
        "站起来 站起身 起身 站出来 走上前 上前 抬起头 低下头 转过身 举手 举起手 红了眼 红了眼眶";
    bool paper;
    size_t size = wordlist_before(unit->text, words.start, words.end, manners);
    if (size > 0 && words.end - words.start >= size + 2 * HAN)
        return (struct span){ words.start, words.end - size };
    /* 村支书拍着胸脯, 李强被警方带走时 */
    for (size_t at = words.start + 2 * HAN; at + HAN < words.end; at++) {
        bool undergone = memcmp(unit->text + at, "被", HAN) == 0;
        struct span part = { words.start, undergone ? at : at - HAN };
        if ((undergone || memcmp(unit->text + at, "着", HAN) == 0) && part.end > part.start &&
            han_living_is(unit, part, &paper))
            return part;
    }
    size_t manner = words.end - words.start >= 5 * HAN ? words.end - 3 * HAN : words.start;
    if (wordlist_before(unit->text, words.start, words.end, "地") == 0)
        return words;
    for (size_t end = manner; end > words.start && manner - end <= 3 * HAN;
         end = utf8_previous(unit->text, end)) {
        struct span part = { words.start, end };
        if (han_living_is(unit, part, &paper))
            return part;
    }
    return words;
}

/* 公开资料, 不少专家: a word that is an adverbial elsewhere begins the subject. */
static bool begins_subject(const struct quote_unit *unit, size_t from, size_t verb,
                           struct han_subject *subject)
{
    static const char prepositions[] = "在 对 向 从 于 就 与 以 为 用 经 通过 针对 接受 援引 引述 "
                                       "和";
    if (wordlist_at(unit->text, from, verb, prepositions) > 0)
        return false;
    size_t end = subject_end(unit, from, verb, &subject->denied);
    struct span words =
        without_manner(unit, quote_unit_trim(unit->text, (struct span){ from, end }));
    if (words.end - words.start < 3 * HAN || !han_living_is(unit, words, &subject->paper))
        return false;
    subject->words = words;
    subject->living = true;
    return true;
}

/* 临别时她, 44岁的彼得: without the time or the age that leads. */
static struct span without_lead(const struct quote_unit *unit, struct span words)
{
    const char *text = unit->text;
    static const char they[] = "时他 时她 后他 后她 前他 前她";
    if (wordlist_before(text, words.start, words.end, they) > 0)
        return (struct span){ words.end - HAN, words.end };
    static const char others[] = "时任 时代 时报 时尚 时装 时间";
    size_t sent = wordlist_at(text, words.start, words.end, "公布的 发布的 发表的 出具的 刊发的");
    if (sent > 0 && sent < words.end - words.start)
        words.start += sent;
    bool pointed = strncmp(text + words.start, "这", HAN) == 0, paper;
    for (size_t at = words.start; !pointed && at + 2 * HAN < words.end; at++) {
        struct span behind = { at + HAN, words.end };
        if (memcmp(text + at, "岁的", 2 * HAN) == 0)
            return quote_unit_trim(text, (struct span){ at + 2 * HAN, words.end });
        if (at > words.start + HAN && at - words.start <= LEAD_MOST &&
            memcmp(text + at, "时", HAN) == 0 && wordlist_at(text, at, words.end, others) == 0 &&
            han_living_is(unit, behind, &paper))
            return behind;
    }
    return words;
}

/* 人称“铁头”的老门卫: past the words in marks that somebody is called by, and their 的. */
static size_t past_byname(const struct quote_unit *unit, size_t from, size_t verb)
{
    static const char called[] = "人称 号称 绰号 外号 人送外号 被称为 被称作 被誉为 素有 有";
    static const char behind[] = "的 之称的 美誉的";
    size_t size = wordlist_at(unit->text, from, verb, called);
    const struct quote_mark *mark = quote_marks_at(unit->marks, from + size);
    if (size == 0 || mark == NULL || mark->outer.start != from + size || mark->outer.end >= verb)
        return from;
    size_t de = wordlist_at(unit->text, mark->outer.end, verb, behind);
    return de > 0 ? mark->outer.end + de : from;
}

struct han_subject han_subject_find(const struct quote_unit *unit, size_t from, size_t verb)
{
    struct han_subject subject = { .words = { verb, verb } };
    if (verb - from > CLAUSE_MOST)
        return subject;
    from = han_subject_skip(unit->text, from, verb);
    static const char more[] = "还有 也有 又有 更有";
    from = past_byname(unit, from, verb);
    if (from < verb) {
        size_t join = wordlist_at(unit->text, from, verb, together);
        /* 另一位: of somebody else */
        static const char others[] = "另一 还有 也有 又有 另有 更有";
        if (join > 0 && wordlist_at(unit->text, from, verb, others) == 0) {
            subject.joined = true;
            from += join;
        }
    }
    if (from < verb && wordlist_at(unit->text, from, verb, more) > 0)
        from += HAN;
    bool attribute = from < verb && is_attribute(unit, from, verb);
    bool denied = from < verb && !attribute && is_denial(unit->text, from, verb);
    size_t past;
    if (subject.joined || (from < verb && !attribute && adverbial_at(unit->text, from, verb) > 0 &&
                           !in_name(unit, from, &past))) {
        subject.denied = denied;
        if (!subject.joined && begins_subject(unit, from, verb, &subject))
            return subject;
        if (!subject.joined)
            subject.words = behind_de(
                unit, from, subject_end(unit, first_de(unit->text, from, verb), verb, &denied));
        subject.living = subject.words.end > subject.words.start;
        return subject;
    }
    size_t pronoun = from < verb ? wordlist_at(unit->text, from, verb, pronouns) : 0;
    if (pronoun > 0 && strncmp(unit->text + from + pronoun, "的", HAN) == 0)
        pronoun = 0;
    size_t end = pronoun > 0 ? from + pronoun : subject_end(unit, from, verb, &denied);
    subject.denied = denied;
    subject.words = quote_unit_trim(unit->text, (struct span){ from, end });
    subject.words = shorten(unit, without_manner(unit, subject.words));
    subject.words = without_lead(unit, subject.words);
    struct span behind = behind_de(unit, subject.words.start, subject.words.end);
    if (attribute && behind.end > behind.start)
        subject.words = behind;
    if (subject.words.end > subject.words.start)
        subject.living = han_living_is(unit, subject.words, &subject.paper);
    /* 住在对门的老孟 */
    size_t head = first_de(unit->text, from, verb);
    if (!subject.living && subject.words.end > subject.words.start && head > subject.words.end) {
        behind = behind_de(unit, from, subject_end(unit, head, verb, &denied));
        subject.living = behind.end > behind.start;
        subject.words = subject.living ? behind : subject.words;
    }
    return subject;
}

/* Where the verb of a clause that tells what somebody is or has begins, its end where it has none:
 * 玛丽·奥卡福持有公司股份. */
static size_t find_predicate(const struct quote_unit *unit, size_t from, size_t clause)
{
    static const char verbs[] = "是 持有 持股 拥有 擁有 担任 擔任 出任 创办 創辦 创立 創立 加入 "
                                "离开 離開 毕业 畢業 来自 來自 成为 成為 获得 獲得 掌管 执掌 任职 "
                                "任職 发来 发布 发出 发表 召开 举办";
    static const char others[] = "是否 是以";
    static const char theirs[] = "他 她 其 这 這 那 我 你";
    if (wordlist_at(unit->text, from, clause, theirs) > 0)
        return clause;
    for (size_t at = from; at < clause; at++) {
        if (wordlist_at(unit->text, at, clause, verbs) > 0 &&
            wordlist_at(unit->text, at, clause, others) == 0)
            return at;
    }
    return clause;
}

/* A person's name is the head of its phrase: but for a title, 本人 and those named beside it, what
 * follows is the predicate, whether its verb is known or not (曹国伟十分看好…). */
static struct span end_at_person(const struct quote_unit *unit, struct span words)
{
    static const char further[] = "的 和 与 及 、 （ ( 等 本人 自己 先生 女士 ·";
    const struct speaker_name *name = quote_unit_name(unit, words.start);
    const struct speaker_name *end = name != NULL ? unit->names + unit->name_count : NULL;
    for (; name != NULL && name < end && name->end < words.end; name++) {
        if (name->class == SPEAKER_PERSON &&
            wordlist_at(unit->text, name->end, words.end, further) == 0 &&
            han_living_title_at(unit->text, name->end, words.end) == 0)
            return (struct span){ words.start, name->end };
    }
    return words;
}

/* 悉尼大学的研究人员分析了: the words up to the first that end in a word for people, before a verb
 * that is not known; empty. */
static struct span find_role(const struct quote_unit *unit, size_t from, size_t clause)
{
    static const char roles[] =
        "研究人员 工作人员 科学家 研究者 抗议者 示威者 目击者 专家 警方 记者 官员 发言人 团队 "
        "检方 校方 学家 有人 孩子 老人 男孩 女孩 网友 公司 法院 委员会 "
        "老汉 老太 汉子 妇女 男子 女子 女儿 儿子 妻子 丈夫 母亲 父亲 "
        "先生 女士 小姐 师傅 大爷 大妈 阿姨";
    static const char further[] = "的 和 与 及 、 们 （";
    from = han_subject_skip(unit->text, from, clause);
    /* 老秦放下刀子, 陶掌柜瞪了他一眼, 伙计小潘咳嗽一声 */
    size_t start = from + han_living_title_at(unit->text, from, clause);
    size_t size = han_living_addressed_at(unit->text, from, clause);
    start = size > 0 ? from : start;
    size = size > 0 ? size : han_living_addressed_at(unit->text, start, clause);
    /* 观众小陆举着旗 */
    for (size_t at = from + 2 * HAN; size == 0 && at < clause && at <= from + 4 * HAN; at += HAN) {
        if (han_living_kind_before(unit->text, from, at)) {
            start = at;
            size = han_living_familiar_at(unit->text, at, clause);
        }
    }
    if (size > 0 && start + size < clause)
        return (struct span){ start, start + size };
    size_t most = clause - from > ROLE_MOST ? from + ROLE_MOST : clause;
    for (size_t at = from + HAN; at < most; at++) {
        if (((unsigned char)unit->text[at] & 0xC0) != 0x80 &&
            wordlist_before(unit->text, from, at, roles) > 0 &&
            wordlist_at(unit->text, at, clause, further) == 0) {
            /* 旅游委员会发言人 */
            at += wordlist_at(unit->text, at, clause, roles);
            return (struct span){ from, at };
        }
    }
    return (struct span){ from, from };
}

/* 男孩叫石小北: the name that the words say somebody has, up to the clause's end; else the words. */
static struct span name_told(const struct quote_unit *unit, struct span words)
{
    size_t called = wordlist_at(unit->text, words.end, unit->to, "名叫 叫 叫做");
    size_t at = words.end + called, end = han_frame_clause_end(unit, at);
    return called > 0 && words.end > words.start && end - at >= 2 * HAN && end - at <= 4 * HAN &&
                   han_living_has_surname(unit->text, (struct span){ at, end })
               ? (struct span){ at, end }
               : words;
}

/* The first pair behind `from` that is more than a quoted term within its clause; NULL. */
static const struct quote_mark *mark_behind(const struct quote_unit *unit, size_t from,
                                            const char *ends)
{
    const struct quote_mark *mark = quote_marks_after(unit->marks, from);
    while (mark != NULL && mark->closed && mark->outer.start > from &&
           mark->outer.end - mark->outer.start <= TERM_MOST && mark->outer.end < unit->to &&
           wordlist_at(unit->text, mark->outer.end, unit->to, ends) == 0 &&
           wordlist_before(unit->text, from, mark->inner.end, ends) == 0)
        mark = quote_marks_after(unit->marks, mark->outer.end);
    return mark;
}

struct span han_subject_lead(const struct quote_unit *unit, size_t from)
{
    static const char ends[] = "， 。 ？ ！ ；";
    const struct quote_mark *first = quote_marks_at(unit->marks, from);
    if (first != NULL && first->outer.start == from && first->outer.end < unit->to)
        from = first->outer.end;
    struct span found = { from, from };
    /* 她笑了 */
    size_t pronoun = wordlist_at(unit->text, from, unit->to, "他 她");
    if (pronoun > 0 && wordlist_at(unit->text, from + pronoun, unit->to, "的 们") == 0)
        return (struct span){ from, from + pronoun };
    for (int i = 0; i < CLAUSES_SEEN && from < unit->to; i++) {
        size_t clause = from;
        struct span before = found;
        const struct quote_mark *mark = mark_behind(unit, from, ends);
        size_t most = mark != NULL && mark->outer.start >= from && mark->outer.start < unit->to
                          ? mark->outer.start
                          : unit->to;
        while (clause < most && !(((unsigned char)unit->text[clause] == 0xE3 ||
                                   (unsigned char)unit->text[clause] == 0xEF) &&
                                  wordlist_at(unit->text, clause, unit->to, ends) > 0))
            clause++;
        struct han_subject subject = han_subject_find(unit, from, clause);
        const struct speaker_name *name = quote_unit_name(unit, subject.words.start);
        /* 茶农刘德福家住山腰 */
        bool named = name != NULL && ((name->start == subject.words.start &&
                                       name->class != SPEAKER_PLACE) ||
                                      (name->class == SPEAKER_PERSON && name->end < clause &&
                                       name->start > subject.words.start &&
                                       han_living_title_at(unit->text, name->end, clause) == 0));
        if (subject.words.end > subject.words.start && subject.living &&
            !han_living_is_pronoun(unit->text, subject.words) &&
            (subject.words.end < clause || named))
            found = (struct span){ subject.words.start,
                                   subject.words.end < clause ? subject.words.end : name->end };
        size_t predicate = find_predicate(unit, from, clause);
        bool none = found.end <= found.start || found.start < from;
        if (none && predicate > from && predicate < clause) {
            subject = han_subject_find(unit, from, predicate);
            if (subject.living && subject.words.end > subject.words.start)
                found = subject.words;
        }
        if (found.end <= found.start)
            found = find_role(unit, from, clause);
        /* 霍尔特在海边长大，父亲是渔民: it is told of him */
        if (before.end > before.start && speaker_gender_is_relative(unit->text, found))
            return end_at_person(unit, before);
        if (clause == most)
            break;
        /* 霍尔特 before a verb that is not known */
        name = quote_unit_name(unit, from);
        if (found.end <= found.start && name != NULL && name->start == from &&
            name->class == SPEAKER_PERSON)
            found = (struct span){ from, name->end };
        from = clause + 3;
    }
    return name_told(unit, end_at_person(unit, found));
}
