#include "figure/figure_unit.h"

#include <string.h>

#include "base/bisect.h"
#include "text/ascii.h"
#include "text/wordlist.h"

#define ADJECTIVES_MOST 3
#define REACH 300 /* bytes to either side that are looked through for a country */
#define NAME_MOST 24 /* bytes of a country in the tables */
#define HAN strlen("年")
#define KEY_MOST 3 /* bytes of a spelling that it is looked up by */
#define ID_SIZE 12 /* of a unit in the tables */

/* Countries before a currency that is theirs alone: 波兰兹罗提 */
static const char owners[] =
    "波兰 匈牙利 泰国 马来西亚 罗马尼亚 保加利亚 孟加拉 蒙古 以色列 巴西 南非 越南 乌克兰 秘鲁 尼日利亚 缅甸 老挝 柬埔寨 韩国 日本 俄罗斯 哈萨克斯坦 英国 沙特 阿联酋";

/* The longest spelling at a place. */
struct found {
    const struct figure_unit *unit; /* NULL where there is none, or a word that only begins like one */
    size_t end;
    int strange; /* 0 as it is in the table, 1 in other letters, 2 in the plural */
    char side;
};

/* The unit whose id stands at `id`, up to a blank. */
static const struct figure_unit *unit_at(const char *id)
{
    char name[ID_SIZE] = "";
    size_t at = 0, length = strcspn(id, " ");
    memcpy(name, id, length < ID_SIZE ? length : ID_SIZE - 1);
    BISECT(at, figure_unit_count, strcmp(figure_units[at].id, name) >= 0);
    return at < figure_unit_count && strcmp(figure_units[at].id, name) == 0 ? &figure_units[at] : NULL;
}

const struct figure_unit *figure_unit_of(const char *name)
{
    return strchr(name, ' ') == NULL ? unit_at(name) : NULL;
}

/* Whether a word may end at `at`: m2 and zł are others than m and z. */
static bool is_end(const struct figure_scan *scan, size_t at)
{
    unsigned char byte = at < scan->to ? (unsigned char)scan->text[at] : ' ';
    return !latinword_is_letter((char)byte) && !(byte >= 0xC2 && byte <= 0xC5) &&
           !((byte == '2' || byte == '3') && scan->text[at - 1] == 'm' && figure_scan_digit(scan, at + 1) == 0);
}

/* Where the `size` bytes of a spelling end that stand at `at`: what is in small letters may be in any, but
 * for single ones (M is no metre, T no tonne), with blanks or a hyphen between words, and in the plural. */
static size_t match(const struct figure_scan *scan, size_t at, const char *written, size_t size, int *strange)
{
    const bool word = latinword_is_letter(written[0]);
    size_t end = at;
    *strange = 0;
    for (size_t i = 0; i < size; i++) {
        size_t start = end;
        if (end >= scan->to)
            return 0;
        if (written[i] == '/') { /* 公里 / 小时 */
            end = figure_scan_skip(scan, end);
            end = figure_scan_is(scan, end, "/") ? figure_scan_skip(scan, end + 1) : start;
        } else if (scan->text[end] == written[i]) {
            end++;
        } else if (written[i] == '_') {
            end = figure_scan_skip(scan, end);
            end += end == start && scan->text[end] == '-';
        } else if (word && size > 1 && ascii_is_capital(scan->text[end]) && (scan->text[end] | 0x20) == written[i]) {
            *strange = 1;
            end++;
        }
        if (end == start)
            return 0;
    }
    for (size_t i = 0; *strange > 0 && i < size; i++) {
        if (ascii_is_capital(written[i])) /* GB/s are no Gb/s */
            return 0;
    }
    if (!word || is_end(scan, end))
        return end;
    *strange = 2;
    return size > 2 && (scan->text[end] | 0x20) == 's' && is_end(scan, end + 1) ? end + 1 : 0;
}

/* The spellings that begin with the `size` bytes of `key`, one by one. */
struct run {
    const char *key;
    size_t size;
    size_t line;       /* the next, */
    size_t end;        /* of so many */
    const char *entry; /* NULL before the first */
};

/* The blank before the first spelling behind others in the line that begins with the key; "" for none. */
static const char *before_key(const char *line, const char *key, size_t size)
{
    char rest[KEY_MOST + 1] = "";
    const size_t skipped = size == HAN; /* the first bytes of Han characters are few */
    memcpy(rest, key + skipped, size - skipped);
    for (const char *at = line + skipped; *at != '\0' && (at = strstr(at + 1, rest)) != NULL;) {
        const char *blank = at - skipped - 1;
        if (*blank == ' ' && strncmp(blank + 1, key, size) == 0)
            return blank;
    }
    return "";
}

static struct run run_of(const char *key, size_t size, bool ahead)
{
    struct run run = { key, size, 0, ahead ? figure_unit_ahead_lines : figure_unit_lines - figure_unit_ahead_lines, NULL };
    const size_t from = ahead ? 0 : figure_unit_ahead_lines;
    const unsigned beyond = 8 * (KEY_MOST - (unsigned)size); /* bits of a line's first bytes */
    unsigned head = 0;
    for (size_t i = 0; i < size; i++)
        head = head << 8 | (unsigned char)key[i];
    BISECT(run.line, run.end, figure_scan_head(figure_unit_spellings[from + run.line]) >> beyond >= head);
    run.line += from;
    run.end += from;
    /* in the last line that begins before them, or with the next */
    run.entry = run.line > from ? before_key(figure_unit_spellings[run.line - 1], key, size) : "";
    return run;
}

static const char *next_in(struct run *run)
{
    run->entry += strcspn(run->entry, " ");
    if (*run->entry == ' ')
        run->entry++;
    else if (run->line < run->end)
        run->entry = figure_unit_spellings[run->line++];
    return strncmp(run->entry, run->key, run->size) == 0 ? run->entry : NULL;
}

static void look_at(const struct figure_scan *scan, size_t at, struct run run, bool ahead, struct found *found)
{
    int strange;
    for (const char *written; (written = next_in(&run)) != NULL;) {
        size_t size = strcspn(written, "<=>");
        size_t end = written[size] == (ahead ? '>' : '<') ? 0 : match(scan, at, written, size, &strange);
        if (end > found->end || (end > 0 && end == found->end && strange < found->strange))
            *found = (struct found){ unit_at(written + size + 1), end, strange, written[size] };
    }
}

static struct found find(const struct figure_scan *scan, size_t at, bool ahead)
{
    struct found found = { .end = 0 };
    const unsigned char byte = (unsigned char)scan->text[at];
    const size_t rest = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3; /* of the first character */
    /* of the signs of ASCII only two begin one */
    if (scan->to - at < rest || (byte < 0x80 && !latinword_is_letter((char)byte) && byte != '$' && byte != '%'))
        return found;
    if (!latinword_is_letter((char)byte) || ahead) {
        const size_t size = latinword_is_letter((char)byte) && scan->to - at > 1 ? 2 : rest;
        look_at(scan, at, run_of(scan->text + at, size, true), ahead, &found);
        if (!ahead)
            look_at(scan, at, run_of(scan->text + at, rest, false), false, &found);
        return found;
    }
    /* the two letters as they are, one or both in small letters; one alone */
    const char first = (char)byte, second = at + 1 < scan->to ? scan->text[at + 1] : ' ';
    const char folded = latinword_is_letter(second) ? (char)(second | 0x20) : second;
    const char keys[][2] = { { first, second }, { first, '>' }, { first, folded }, { (char)(first | 0x20), folded } };
    const bool other[] = { true, !latinword_is_letter(second), folded != second, ascii_is_capital(first) };
    if (ascii_is_capital(first))
        look_at(scan, at, run_of(keys[0], 2, true), false, &found);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (other[i])
            look_at(scan, at, run_of(keys[i], 2, false), false, &found);
    }
    return found;
}

const struct figure_unit *figure_unit_named(const char *written)
{
    const size_t size = strlen(written);
    for (int ahead = 0; ahead < 2; ahead++) {
        struct run run = run_of(written, size < KEY_MOST ? size : KEY_MOST, ahead);
        for (const char *entry; (entry = next_in(&run)) != NULL;) {
            if (strncmp(entry, written, size) == 0 && strchr("<=>", entry[size]) != NULL)
                return unit_at(entry + size + 1);
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
      "Mexic=MXN 墨西哥=MXN Philippin=PHP 菲律宾=PHP Filipin=PHP Manila=PHP 马尼拉=PHP Argentin=ARS 阿根廷=ARS "
      "Buenos=ARS 布宜诺斯=ARS Chile=CLP 智利=CLP Santiago=CLP 圣地亚哥=CLP Colombia=COP 哥伦比亚=COP Bogot=COP "
      "波哥大=COP Cuba=CUP 古巴=CUP Uruguay=UYU 乌拉圭=UYU Dominican=DOP 多米尼加=DOP" },
    { "rupee rupees 卢比",
      "India=INR 印度=INR Delhi=INR 德里=INR Mumbai=INR 孟买=INR Pakistan=PKR 巴基斯坦=PKR Karachi=PKR 卡拉奇=PKR "
      "Lahore=PKR 拉合尔=PKR Islamabad=PKR 伊斯兰堡=PKR Sri_Lanka=LKR 斯里兰卡=LKR Colombo=LKR 科伦坡=LKR Nepal=NPR 尼泊尔=NPR "
      "Kathmandu=NPR 加德满都=NPR Mauriti=MUR 毛里求斯=MUR Seychell=SCR 塞舌尔=SCR Indonesia=IDR 印尼=IDR" },
    { "krona kronor krone kroner kronur koruna korunas 克朗 crown crowns",
      "Swed=SEK 瑞典=SEK Stockholm=SEK 斯德哥尔摩=SEK Norw=NOK 挪威=NOK Oslo=NOK 奥斯陆=NOK Danish=DKK 丹麦=DKK "
      "Denmark=DKK Copenhagen=DKK 哥本哈根=DKK Iceland=ISK 冰岛=ISK Czech=CZK 捷克=CZK Prague=CZK 布拉格=CZK "
      "Estonia=EEK 爱沙尼亚=EEK Slovak=SKK 斯洛伐克=SKK" },
    { "franc francs 法郎",
      "Swiss=CHF 瑞士=CHF Switzerland=CHF 苏黎世=CHF Zurich=CHF 日内瓦=CHF Rwanda=RWF 卢旺达=RWF Belgi=BEF 比利时=BEF "
      "French=FRF 法国=FRF Congo=CDF 刚果=CDF Burundi=BIF Djibouti=DJF Guinea=GNF Comor=KMF CFA=XOF "
      "West_African_CFA=XOF Central_African_CFA=XAF CFP=XPF" },
    { "dinar dinars 第纳尔",
      "Kuwait=KWD 科威特=KWD Iraq=IQD 伊拉克=IQD Jordan=JOD 约旦=JOD Serbia=RSD 塞尔维亚=RSD Algeria=DZD 阿尔及利亚=DZD "
      "Tunisia=TND 突尼斯=TND Bahrain=BHD 巴林=BHD Libya=LYD 利比亚=LYD Macedonia=MKD 马其顿=MKD" },
    { "shilling shillings 先令",
      "Kenya=KES 肯尼亚=KES Nairobi=KES 内罗毕=KES Uganda=UGX 乌干达=UGX Tanzania=TZS 坦桑尼亚=TZS Somali=SOS 索马里=SOS" },
    { "pound pounds",
      "Egypt=EGP Lebanese=LBP Syrian=SYP Sudanese=SDG Cypriot=CYP Irish=IEP Falkland_Island=FKP "
      "Gibraltar=GIP Saint_Helena=SHP" },
    /* Thai baht: of these and of others the noun alone tells enough */
    { "rial rials riyal riyals 里亚尔",
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
    char code[ID_SIZE];
    *size = wordlist_value(text, 0, length, families[family].countries, code, sizeof code);
    return *size > 0 ? figure_unit_of(code) : NULL;
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
        const struct found found = find(scan, at, false);
        const struct figure_unit *unit = found.unit;
        *end = found.end;
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
    struct numeral number;
    if (at >= scan->to)
        return NULL;
    /* all words of them begin with a capital; EUR/USD 1.0850 */
    if (latinword_is_letter(scan->text[at]) &&
        (scan->text[at] >= 'a' || (at > scan->from && latinword_is_letter(scan->text[at - 1])) ||
         (at > scan->from + 1 && scan->text[at - 1] == '/' && latinword_is_letter(scan->text[at - 2]))))
        return NULL;
    const struct found found = find(scan, at, true);
    /* COP26 and COP 27 are conferences */
    if (found.unit != NULL && strcmp(found.unit->name, "COP") == 0 && found.end == at + strlen("COP") &&
        figure_scan_numeral(scan, figure_scan_skip(scan, found.end), &number) && decimal_whole(number.value, 40) > 0)
        return NULL;
    if (found.unit != NULL && found.strange == 0)
        *end = found.end;
    return found.strange == 0 ? found.unit : NULL;
}

/* 四成为山地: tenths that are something; but 张三成为, 星期三成为, and 统一成为. */
static bool are_tenths(const struct figure_scan *scan, size_t at)
{
    return figure_scan_is_in(scan, at, "成为") && figure_scan_was_in(scan, at, "三 四 五 六 七 八 九") &&
           !figure_scan_was_in(scan, at - strlen("三"), "张 李 王 期 周 週 初 高 大 小 老 第 前 十 百 千 万 〇 零 排 名");
}

const struct figure_unit *figure_unit_behind(const struct figure_scan *scan, size_t at, size_t *end)
{
    size_t start = figure_scan_skip(scan, at), size;
    struct latinword next;
    if (start == at && figure_scan_is(scan, at, "-"))
        start++;
    if (start >= scan->to)
        return NULL;
    const bool word = latinword_is_letter(scan->text[start]);
    struct found found = find(scan, start, false);
    if (found.end == 0 && word)
        return read_currency(scan, start, end);
    if (found.end == 0 && figure_scan_any(scan, start, owners, &size) >= 0) {
        found = find(scan, start + size, false);
        if (found.unit == NULL || found.unit->kind != FIGURE_MONEY)
            return NULL;
    }
    if (found.end > 0 && found.unit == NULL && are_tenths(scan, start))
        found = (struct found){ figure_unit_of("%*10"), start + HAN, 0, '>' };
    else if (found.end > 0 && found.unit == NULL && figure_scan_is_in(scan, start, "年报酬"))
        found = (struct found){ figure_unit_of("year"), start + HAN, 0, '>' };
    *end = found.end;
    /* nine won $1.2 million: she did */
    if (word && scan->text[start] == 'w' && found.unit != NULL && strcmp(found.unit->name, "KRW") == 0 &&
        figure_scan_is_in(scan, *end, "_$ _£ _€ _the_ _his_ _her_ _their_ _an_"))
        return NULL;
    /* £5-£7: a sign with a digit behind it is that number's; 3 Real Madrid shirts */
    if (found.unit == NULL ||
        (found.side == '=' && !word && (unsigned char)scan->text[start] < 0xE3 && figure_scan_digit(scan, *end) == 1) ||
        (scan->text[start] == 'R' && strcmp(found.unit->name, "BRL") == 0 && figure_scan_word(scan, *end, &next) && next.capital))
        return NULL;
    return found.unit;
}

bool figure_unit_apply(const struct figure_unit *unit, struct decimal *value)
{
    return (unit->factor <= 1 || decimal_multiply(value, unit->factor)) &&
           decimal_shift(value, unit->power);
}
