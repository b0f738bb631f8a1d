#include "figure/figure_unit.h"

#include <string.h>

#include "base/bisect.h"
#include "figure/figure_currency.h"
#include "figure/figure_unit_table.h"

#define WORDS_MOST 4
#define PHRASE_SIZE 40

/* Words that only begin like a unit. */
static const char others[] =
    "元旦 元素 元件 元月 元首 元帅 元老 元朗 元宵 元气 元代 元年 元大证 元大金 元大期 年代 年级 年级 年龄 年報 年报 "
    "年轻 年輕 年度 年薪 年会 天使 天津 天地 天然 天空 天气 天氣 天下 天安 天生 天才 天堂 天河 米兰 米蘭 米粉 米饭 "
    "米线 米其 米尔 克隆 克服 克朗 克拉 克里 克兰 克林 克罗 斤两 小时候 周末 周边 周刊 周期 周围 周日 周报 周一 周二 "
    "周三 周四 周五 周六 角度 角色 角落 角逐 角斗 角楼 成立 成为 成為 成本 成功 成员 成員 成果 成绩 成績 成长 成長 "
    "成交 成就 成年 成熟 成品 成分 成都 成了 成群 成型 成形 成名 成千 成百 折扣 折合 折射 折叠 折磨 折腾 升至 升到 "
    "升为 升級 升级 升值 升高 升起 升息 升幅 升任 码头 码洋 夜间 晚会 晚间 晚上 晚报 寸步 方面 里拉 秒杀 平方根 "
    "立方体 载客 载着 载有 载货 载人 载重 磅礴 瓦解 瓦斯 瓦尔 圆形 圆桌 圆满 铢积 镑礴 两黄 盾牌 度假 丈夫 丈母 丈人 "
    "丈量 尺寸 尺度 尺码 两个 两岸 两国 两地 两会 两人 两家 两名 两位 两天 两年 两次 两者 两种 两周 两月 两只 两张 "
    "两件 打破 打造 打击 打开 打电 打工 打球 打人 打了 打出 打入 打成 打算 打折 打败 打赢 打响 打断 打死 打伤 打车 "
    "打卡 打印 打下 打进 打得 打过 打完 打包 打赏 打拼 伏击 伏尔 伏法";

/* Countries before a currency that is theirs alone: 波兰兹罗提 */
static const char countries[] =
    "波兰 匈牙利 泰国 马来西亚 罗马尼亚 保加利亚 孟加拉 蒙古 以色列 巴西 南非 越南 乌克兰 秘鲁 尼日利亚 缅甸 老挝 柬埔寨 韩国 日本 俄罗斯 哈萨克斯坦 英国 沙特 阿联酋";

static const struct unit_spelling *find_spelling(const char *written)
{
    size_t at = 0;
    BISECT(at, unit_spelling_count, strcmp(unit_spellings[at].written, written) >= 0);
    bool found = at < unit_spelling_count && strcmp(unit_spellings[at].written, written) == 0;
    return found ? &unit_spellings[at] : NULL;
}

static const struct figure_unit *unit_of(const struct unit_spelling *spelling)
{
    return &figure_units[spelling->unit & UNIT_INDEX];
}

/* The longest spelling at `at` that does not begin with a Latin letter, of those in `where`. */
static const struct unit_spelling *find_sign(const struct figure_scan *scan, size_t at, bool ahead,
                                             size_t *end)
{
    const struct unit_spelling *found = NULL;
    unsigned char byte = (unsigned char)scan->text[at];
    size_t rest = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3; /* of the first character */
    size_t i = 0;
    if (scan->to - at < rest)
        return NULL;
    BISECT(i, unit_spelling_count, strncmp(unit_spellings[i].written, scan->text + at, rest) >= 0);
    for (; i < unit_spelling_count; i++) {
        const struct unit_spelling *spelling = &unit_spellings[i];
        if (strncmp(spelling->written, scan->text + at, rest) != 0)
            break;
        size_t size = figure_scan_size(scan, at, spelling->written);
        /* in their order the longer come later */
        if (size > 0 && (ahead ? spelling->unit & (UNIT_AHEAD | UNIT_BOTH)
                               : !(spelling->unit & UNIT_AHEAD))) {
            found = spelling;
            *end = at + size;
        }
    }
    return found;
}

/* A run of words as it is looked up, and where each of its words ends. */
struct phrase {
    char exact[PHRASE_SIZE];
    size_t length;
    size_t lengths[WORDS_MOST + 2];
    size_t ends[WORDS_MOST + 2]; /* in the text */
    int count;
};

static bool is_word_byte(const struct figure_scan *scan, size_t at, bool first)
{
    unsigned char byte = (unsigned char)scan->text[at];
    unsigned char before = at > scan->from ? (unsigned char)scan->text[at - 1] : 0;
    if (latinword_is_letter((char)byte) || byte == '.' || byte == '/')
        return !first || latinword_is_letter((char)byte);
    /* m2, m², zł */
    return !first &&
           (((byte == '2' || byte == '3') && before == 'm') || (byte >= 0xC2 && byte <= 0xC5) ||
            (byte < 0xC0 && before >= 0xC2 && before <= 0xC5));
}

static void close_word(struct phrase *phrase, size_t end)
{
    phrase->lengths[phrase->count] = phrase->length;
    phrase->ends[phrase->count++] = end;
}

static void read_phrase(const struct figure_scan *scan, size_t at, struct phrase *phrase)
{
    phrase->length = 0;
    phrase->count = 0;
    while (phrase->count < WORDS_MOST) {
        size_t start = at;
        while (at < scan->to && phrase->length < PHRASE_SIZE - 2 &&
               is_word_byte(scan, at, at == start)) {
            if ((scan->text[at] == '.' || scan->text[at] == '/') && at > start)
                close_word(phrase, at);
            if (phrase->count > WORDS_MOST)
                return;
            phrase->exact[phrase->length++] = scan->text[at++];
        }
        if (at == start || phrase->length >= PHRASE_SIZE - 2)
            return;
        close_word(phrase, at);
        size_t next = figure_scan_skip(scan, at);
        if (next == at && figure_scan_is(scan, at, "-"))
            next++;
        if (next == at)
            return;
        phrase->exact[phrase->length++] = ' ';
        at = next;
    }
}

static const struct unit_spelling *find_word(const struct phrase *phrase, int index)
{
    char word[PHRASE_SIZE];
    size_t length = phrase->lengths[index];
    memcpy(word, phrase->exact, length);
    word[length] = '\0';
    const struct unit_spelling *found = find_spelling(word);
    for (size_t i = 0; i < length && found == NULL; i++) {
        if (word[i] >= 'A' && word[i] <= 'Z')
            word[i] = (char)(word[i] | 0x20);
    }
    /* M is no metre, T no tonne: single letters are what they are. */
    if (found == NULL && length > 1)
        found = find_spelling(word);
    if (found == NULL && length > 3 && word[length - 1] == 's') {
        word[length - 1] = '\0';
        found = find_spelling(word);
    }
    return found;
}

static const struct unit_spelling *find_words(const struct figure_scan *scan, size_t at,
                                              size_t *end)
{
    struct phrase phrase;
    read_phrase(scan, at, &phrase);
    for (int i = phrase.count - 1; i >= 0; i--) {
        const struct unit_spelling *found = find_word(&phrase, i);
        if (found != NULL && !(found->unit & UNIT_AHEAD)) {
            *end = phrase.ends[i];
            return found;
        }
    }
    return NULL;
}

const struct figure_unit *figure_unit_ahead(const struct figure_scan *scan, size_t at, size_t *end)
{
    char code[8];
    size_t length = 0;
    if (at >= scan->to)
        return NULL;
    if (!latinword_is_letter(scan->text[at])) {
        const struct unit_spelling *found = find_sign(scan, at, true, end);
        return found != NULL ? unit_of(found) : NULL;
    }
    /* all of them begin with a capital */
    if (scan->text[at] >= 'a' || (at > scan->from && latinword_is_letter(scan->text[at - 1])))
        return NULL;
    while (length < sizeof code - 2 && at + length < scan->to &&
           latinword_is_letter(scan->text[at + length])) {
        code[length] = scan->text[at + length];
        length++;
    }
    /* US$, Rs., then RMB */
    for (size_t size = length + 1; size >= length; size--) {
        if (at + size > scan->to)
            continue;
        code[size - 1] = scan->text[at + size - 1];
        code[size] = '\0';
        const struct unit_spelling *found = find_spelling(code);
        if (found != NULL && (found->unit & (UNIT_AHEAD | UNIT_BOTH))) {
            *end = at + size;
            return unit_of(found);
        }
    }
    return NULL;
}

/* £5-£7: a sign with a digit behind it is that number's. */
static bool is_of_next(const struct figure_scan *scan, const struct unit_spelling *found,
                       size_t start, size_t end)
{
    return (found->unit & UNIT_BOTH) && (unsigned char)scan->text[start] < 0xE3 &&
           !latinword_is_letter(scan->text[start]) && end < scan->to && scan->text[end] >= '0' &&
           scan->text[end] <= '9';
}

const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at, size_t *end)
{
    size_t start = figure_scan_skip(scan, at);
    size_t size;
    if (start == at && figure_scan_is(scan, at, "-"))
        start++;
    if (start >= scan->to)
        return NULL;
    bool word = latinword_is_letter(scan->text[start]);
    const struct unit_spelling *found =
        word ? find_words(scan, start, end) : find_sign(scan, start, false, end);
    if (found == NULL && word)
        return figure_currency_read(scan, start, end);
    if (found == NULL && figure_scan_any(scan, start, countries, &size) >= 0) {
        found = find_sign(scan, start + size, false, end);
        return found != NULL && unit_of(found)->kind == FIGURE_MONEY ? unit_of(found) : NULL;
    }
    if (found == NULL || is_of_next(scan, found, start, *end) || (figure_scan_any(scan, start, others, &size) >= 0 && size > *end - start))
        return NULL;
    return unit_of(found);
}

const struct figure_unit *figure_unit_named(const char *written)
{
    const struct unit_spelling *found = find_spelling(written);
    return found != NULL ? unit_of(found) : NULL;
}

bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value)
{
    return (unit->factor <= 1 || decimal_multiply(value, unit->factor)) &&
           decimal_shift(value, unit->power);
}
