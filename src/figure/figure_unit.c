#include "figure/figure_unit.h"

#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define WORDS_MOST 4
#define ADJECTIVES_MOST 3
#define REACH 300 /* bytes to either side that are looked through for a country */
#define PHRASE_SIZE 40
#define NAME_MOST 24 /* bytes of a country in the tables */
#define CODE_SIZE 4

/* Words that only begin like a unit. */
static const char others[] =
    "元旦 元素 元件 元月 元首 元帅 元老 元朗 元宵 元气 元代 元年 元大证 元大金 元大期 年代 年级 年级 年龄 年報 年报 年報酬=-1 年报酬=-1 年轻 年輕 年度 年薪 年会 天使 天津 天地 天然 "
    "天空 天气 天氣 天下 天安 天生 天才 天堂 天河 米兰 米蘭 米粉 米饭 米线 米其 米尔 克隆 克服 克朗 克拉 克里 克兰 克林 克罗 斤两 小时候 周末 周边 周刊 周期 "
    "周围 周日 周报 周一 周二 周三 周四 周五 周六 角度 角色 角落 角逐 角斗 角楼 成立 成为 成為 成本 成功 成员 成員 成果 成绩 成績 成长 成長 成交 成就 成年 成熟 "
    "成品 成分 成都 成了 成群 成型 成形 成名 成千 成百 折扣 折合 折射 折叠 折磨 折腾 升至 升到 升为 升級 升级 升值 升高 升起 升息 升幅 升任 码头 码洋 夜间 晚会 "
    "晚间 晚上 晚报 寸步 方面 里拉 秒杀 巴士 巴掌 巴西 巴黎 巴基 巴拿 巴勒 巴林 巴格 帕金 帕克 平方根 立方体 载客 载着 载有 载货 载人 载重 磅礴 瓦解 瓦斯 瓦尔 圆形 圆桌 圆满 铢积 镑礴 两黄 盾牌 度假 丈夫 丈母 丈人 "
    "丈量 尺寸 尺度 尺码 两个 两岸 两国 两地 两会 两人 两家 两名 两位 两天 两年 两次 两者 两种 两周 两月 两只 两张 两件 打破 打造 打击 打开 打电 打工 打球 打人 "
    "打了 打出 打入 打成 打算 打折 打败 打赢 打响 打断 打死 打伤 打车 打卡 打印 打下 打进 打得 打过 打完 打包 打赏 打拼 伏击 伏尔 伏法";

/* Countries before a currency that is theirs alone: 波兰兹罗提 */
static const char owners[] =
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
        if (ascii_is_capital(word[i]))
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
    struct latinword next;
    read_phrase(scan, at, &phrase);
    for (int i = phrase.count - 1; i >= 0; i--) {
        const struct unit_spelling *found = find_word(&phrase, i);
        if (found != NULL && !(found->unit & UNIT_AHEAD)) {
            *end = phrase.ends[i];
            /* 3 Real Madrid shirts */
            bool name = unit_of(found) == figure_unit_named("real") && scan->text[at] == 'R' &&
                        figure_scan_word(scan, *end, &next) && next.capital;
            return name ? NULL : found;
        }
    }
    return NULL;
}

/* ---- currencies that many countries have ---- */

/* What they are called, with the endings that matter left on, and whose they are, by names and adjectives
 * as they begin. */
static const struct family {
    const char *nouns;
    const char *countries;
} families[] = {
    { "dollar dollars",
      "Jamaica=JMD Bahamian=BSD Barbadian=BBD Barbados=BBD Beliz=BZD Bermud=BMD Brunei=BND Fiji=FJD Guyan=GYD "
      "Liberian=LRD Namibia=NAD Trinidad=TTD Trinidad_and_Tobago=TTD Zimbabwe=ZWL Surinam=SRD Cayman=KYD "
      "Cayman_Island=KYD Solomon_Island=SBD East_Caribbean=XCD Eastern_Caribbean=XCD" },
    { "peso pesos 比索 披索",
      "Mexic=MXN 墨西哥=MXN Philippin=PHP 菲律宾=PHP Filipin=PHP 菲律賓=PHP Manila=PHP 马尼拉=PHP Argentin=ARS 阿根廷=ARS "
      "Buenos=ARS 布宜诺斯=ARS Chile=CLP 智利=CLP Santiago=CLP 圣地亚哥=CLP Colombia=COP 哥伦比亚=COP Bogot=COP 波哥大=COP "
      "Cuba=CUP 古巴=CUP Uruguay=UYU 乌拉圭=UYU Dominican=DOP 多米尼加=DOP" },
    { "rupee rupees 卢比 盧比",
      "India=INR 印度=INR Delhi=INR 德里=INR Mumbai=INR 孟买=INR Pakistan=PKR 巴基斯坦=PKR Karachi=PKR 卡拉奇=PKR "
      "Lahore=PKR 拉合尔=PKR Islamabad=PKR 伊斯兰堡=PKR Sri_Lanka=LKR 斯里兰卡=LKR Colombo=LKR 科伦坡=LKR Nepal=NPR 尼泊尔=NPR "
      "Kathmandu=NPR 加德满都=NPR Mauriti=MUR 毛里求斯=MUR Seychell=SCR 塞舌尔=SCR Indonesia=IDR 印尼=IDR" },
    { "krona kronor krone kroner kronur koruna korunas 克朗 crown crowns",
      "Swed=SEK 瑞典=SEK Stockholm=SEK 斯德哥尔摩=SEK Norw=NOK 挪威=NOK Oslo=NOK 奥斯陆=NOK Danish=DKK 丹麦=DKK Denmark=DKK "
      "丹麥=DKK Copenhagen=DKK 哥本哈根=DKK Iceland=ISK 冰岛=ISK Czech=CZK 捷克=CZK Prague=CZK 布拉格=CZK Estonia=EEK "
      "爱沙尼亚=EEK Slovak=SKK 斯洛伐克=SKK" },
    { "franc francs 法郎",
      "Swiss=CHF 瑞士=CHF Switzerland=CHF 苏黎世=CHF Zurich=CHF 日内瓦=CHF Rwanda=RWF 卢旺达=RWF Belgi=BEF 比利时=BEF "
      "French=FRF 法国=FRF Congo=CDF 刚果=CDF Burundi=BIF Djibouti=DJF Guinea=GNF Comor=KMF CFA=XOF "
      "West_African_CFA=XOF Central_African_CFA=XAF CFP=XPF" },
    { "dinar dinars 第纳尔 第納爾",
      "Kuwait=KWD 科威特=KWD Iraq=IQD 伊拉克=IQD Jordan=JOD 约旦=JOD Serbia=RSD 塞尔维亚=RSD Algeria=DZD 阿尔及利亚=DZD "
      "Tunisia=TND 突尼斯=TND Bahrain=BHD 巴林=BHD Libya=LYD 利比亚=LYD Macedonia=MKD 马其顿=MKD" },
    { "shilling shillings 先令",
      "Kenya=KES 肯尼亚=KES Nairobi=KES 内罗毕=KES Uganda=UGX 乌干达=UGX Tanzania=TZS 坦桑尼亚=TZS Somali=SOS 索马里=SOS" },
    { "pound pounds",
      "Egypt=EGP Lebanese=LBP Syrian=SYP Sudanese=SDG Cypriot=CYP Irish=IEP Falkland_Island=FKP "
      "Gibraltar=GIP Saint_Helena=SHP" },
    /* Thai baht: of these and of others the noun alone tells enough */
    { "rial rials riyal riyals 里亚尔 里亞爾",
      "Iran=IRR 伊朗=IRR Saudi=SAR 沙特=SAR Qatar=QAR 卡塔尔=QAR Oman=OMR 阿曼=OMR Yemen=YER 也门=YER" },
    { "lira lire liras 里拉",
      "Ital=ITL 意大利=ITL Turk=TRY 土耳其=TRY" },
    { "dirham dirhams 迪拉姆",
      "Morocc=MAD 摩洛哥=MAD" },
    { "manat manats 马纳特",
      "Azerbaijan=AZN 阿塞拜疆=AZN Turkmen=TMT 土库曼=TMT" },
    { "mark marks", "Bosnia=BAM" },
    { "florin florins guilder guilders", "Aruba=AWG Netherlands_Antille=ANG" },
    { "colon colons colones", "Costa_Rica=CRC" },
    { "escudo escudos", "Cape_Verde=CVE" },
    { "cordoba cordobas córdoba córdobas", "Nicaragua=NIO" },
    { "quetzal quetzals", "Guatemala=GTQ" },
    { "ruble rubles rouble roubles 卢布", "Belarus=BYN 白俄罗斯=BYN" },
    { "kwacha kwachas", "Malawi=MWK" },
    { "won", "North_Korea=KPW" },
    { "lei leu", "Moldova=MDL" },
    { "som soms", "Kyrgyz=KGS Uzbek=UZS" },
};

#define FAMILIES (sizeof families / sizeof *families)
#define PLAIN_FAMILIES 8 /* from here on */

/* The family of the word that ends at `end`, FAMILIES for none. */
static size_t family_of(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    bool latin = latinword_before(scan->text, scan->from, end, &word);
    size_t family = 0;
    while (family < FAMILIES && !(latin ? latinword_in(word.text, families[family].nouns)
                                        : figure_scan_was_in(scan, end, families[family].nouns)))
        family++;
    return family;
}

/* The currency of the country that `text` begins with; *size is that of its name. */
static const struct figure_unit *country_in(const char *text, size_t length, size_t family, size_t *size)
{
    char code[CODE_SIZE];
    *size = wordlist_value(text, 0, length, families[family].countries, code, sizeof code);
    for (size_t i = 0; *size > 0 && i < figure_unit_count; i++) {
        if (strcmp(figure_units[i].name, code) == 0)
            return &figure_units[i];
    }
    return NULL;
}

/* Jamaican dollars */
static const struct figure_unit *read_currency(const struct figure_scan *scan, size_t at,
                                               size_t *end)
{
    struct latinword noun, second, third;
    char country[NAME_MOST];
    size_t size, length = scan->to - at < NAME_MOST ? scan->to - at : NAME_MOST;
    memcpy(country, scan->text + at, length);
    country[0] = (char)(country[0] & ~0x20); /* jamaican, too */
    (void)latinword_at(scan->text, scan->to, at, &noun);
    bool two = figure_scan_word(scan, noun.end, &second) && figure_scan_word(scan, second.end, &third);
    for (size_t i = 0; i < FAMILIES && second.text[0] != '\0'; i++) {
        if (!latinword_in(second.text, families[i].nouns) && !(two && latinword_in(third.text, families[i].nouns)))
            continue;
        const struct figure_unit *unit = country_in(country, length, i, &size);
        size_t past = at + size;
        while (past < scan->to && latinword_is_letter(scan->text[past]))
            past++;
        if (unit != NULL && figure_scan_word(scan, past, &noun) &&
            latinword_in(noun.text, families[i].nouns)) {
            *end = noun.end;
            return unit;
        }
    }
    /* Thai baht, South Korean won: but for those of many countries the noun tells */
    for (int i = 0; i < ADJECTIVES_MOST && figure_scan_word(scan, at, &noun) && noun.capital; i++) {
        at = figure_scan_skip(scan, noun.end);
        const struct unit_spelling *found = find_words(scan, at, end);
        const struct figure_unit *unit = found != NULL ? unit_of(found) : NULL;
        /* Ayn Rand wrote, and William won */
        bool name = unit != NULL && (scan->text[at] < 'a' || (strcmp(unit->name, "KRW") == 0 &&
                                                             !latinword_in(noun.text, "korea korean")));
        if (unit != NULL)
            return !name && unit->kind == FIGURE_MONEY && unit->power == 0 &&
                           family_of(scan, *end) >= PLAIN_FAMILIES && strcmp(unit->name, "?") != 0
                       ? unit
                       : NULL;
    }
    return NULL;
}

static const struct figure_unit *country_at(const struct figure_scan *scan, size_t at, size_t family)
{
    size_t size;
    unsigned char byte = (unsigned char)scan->text[at];
    bool begins = byte >= 0xE3 || (ascii_is_capital((char)byte) &&
                                   (at == 0 || !latinword_is_letter(scan->text[at - 1])));
    return begins ? country_in(scan->text + at, scan->to - at, family, &size) : NULL;
}

const struct figure_unit *figure_unit_about(const struct figure_scan *scan, size_t start,
                                            size_t end)
{
    const struct figure_unit *found = NULL;
    const size_t family = family_of(scan, end), least = start > REACH ? start - REACH : 0;
    if (family == FAMILIES)
        return NULL;
    for (size_t at = start; at > least && found == NULL; at--)
        found = country_at(scan, at - 1, family);
    for (size_t at = end; at < scan->to && at < end + REACH && found == NULL; at++)
        found = country_at(scan, at, family);
    return found;
}

/* ---- before and behind a number ---- */

const struct figure_unit *figure_unit_ahead(const struct figure_scan *scan, size_t at, size_t *end)
{
    char code[8];
    struct numeral number;
    size_t length = 0;
    if (at >= scan->to)
        return NULL;
    if (!latinword_is_letter(scan->text[at])) {
        const struct unit_spelling *found = find_sign(scan, at, true, end);
        return found != NULL ? unit_of(found) : NULL;
    }
    /* all of them begin with a capital */
    if (scan->text[at] >= 'a' || (at > scan->from && latinword_is_letter(scan->text[at - 1])) ||
        (at > scan->from + 1 && scan->text[at - 1] == '/' && latinword_is_letter(scan->text[at - 2])))
        return NULL; /* EUR/USD 1.0850 */
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
        /* COP26 and COP 27 are conferences */
        if (found != NULL && strcmp(code, "COP") == 0 &&
            figure_scan_numeral(scan, figure_scan_skip(scan, at + size), &number) &&
            decimal_whole(number.value, 40) > 0)
            return NULL;
        if (found != NULL && (found->unit & (UNIT_AHEAD | UNIT_BOTH))) {
            *end = at + size;
            return unit_of(found);
        }
    }
    return NULL;
}

/* 四成为山地: tenths that are something; but 张三成为, 星期三成为, and 统一成为. */
static bool are_tenths(const struct figure_scan *scan, size_t at)
{
    return figure_scan_is_in(scan, at, "成为 成為") && figure_scan_was_in(scan, at, "三 四 五 六 七 八 九") &&
           !figure_scan_was_in(scan, at - strlen("三"), "张 張 李 王 期 周 週 初 高 大 小 老 第 前 十 百 千 万 〇 零 排 名");
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
        return read_currency(scan, start, end);
    if (found == NULL && figure_scan_any(scan, start, owners, &size) >= 0) {
        found = find_sign(scan, start + size, false, end);
        return found != NULL && unit_of(found)->kind == FIGURE_MONEY ? unit_of(found) : NULL;
    }
    if (found == NULL || is_of_next(scan, found, start, *end) ||
        (figure_scan_any(scan, start, others, &size) >= 0 && size > *end - start && !are_tenths(scan, start)))
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
