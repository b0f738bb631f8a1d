#include "figure/figure_currency.h"

#include <string.h>

#define REACH 300 /* bytes to either side that are looked through for a country */
/* What the currencies of one name are called, with the endings that matter left on. */
enum { DOLLAR, PESO, RUPEE, KRONE, FRANC, DINAR, RIAL, SHILLING, POUND, LIRA, DIRHAM, MANAT, FAMILIES };

static const char *const families[] = {
    [DOLLAR] = "dollar dollars",
    [PESO] = "peso pesos 比索 披索",
    [RUPEE] = "rupee rupees 卢比 盧比",
    [KRONE] = "krona kronor krone kroner kronur koruna 克朗 crown crowns",
    [FRANC] = "franc francs 法郎",
    [DINAR] = "dinar dinars 第纳尔 第納爾",
    [RIAL] = "rial rials riyal riyals 里亚尔 里亞爾",
    [SHILLING] = "shilling shillings 先令",
    [POUND] = "pound pounds",
    [LIRA] = "lira lire liras 里拉",
    [DIRHAM] = "dirham dirhams 迪拉姆",
    [MANAT] = "manat manats 马纳特",
};

/* Countries as their names and adjectives begin; each family in one run. */
static const struct {
    unsigned char family;
    const char *english;
    const char *chinese; /* NULL: none needed */
    struct figure_unit unit;
} countries[] = {
#define OF(family, english, chinese, code) { family, english, chinese, { #code, FIGURE_MONEY, 1, 0 } },
    OF(DOLLAR, "Jamaica", NULL, JMD) OF(DOLLAR, "Bahamian", NULL, BSD)
    OF(DOLLAR, "Barbadian", NULL, BBD) OF(DOLLAR, "Barbados", NULL, BBD)
    OF(DOLLAR, "Beliz", NULL, BZD) OF(DOLLAR, "Bermud", NULL, BMD) OF(DOLLAR, "Brunei", NULL, BND)
    OF(DOLLAR, "Fiji", NULL, FJD) OF(DOLLAR, "Guyan", NULL, GYD) OF(DOLLAR, "Liberian", NULL, LRD)
    OF(DOLLAR, "Namibia", NULL, NAD) OF(DOLLAR, "Trinidad", NULL, TTD)
    OF(DOLLAR, "Zimbabwe", NULL, ZWL) OF(DOLLAR, "Surinam", NULL, SRD)
    OF(DOLLAR, "Cayman", NULL, KYD) OF(PESO, "Mexic", "墨西哥", MXN) OF(PESO, "Philippin", "菲律宾", PHP)
    OF(PESO, "Filipin", "菲律賓", PHP) OF(PESO, "Manila", "马尼拉", PHP) OF(PESO, "Argentin", "阿根廷", ARS)
    OF(PESO, "Buenos", "布宜诺斯", ARS) OF(PESO, "Chile", "智利", CLP) OF(PESO, "Santiago", "圣地亚哥", CLP)
    OF(PESO, "Colombia", "哥伦比亚", COP) OF(PESO, "Bogot", "波哥大", COP) OF(PESO, "Cuba", "古巴", CUP)
    OF(PESO, "Uruguay", "乌拉圭", UYU) OF(PESO, "Dominican", "多米尼加", DOP) OF(RUPEE, "India", "印度", INR)
    OF(RUPEE, "Delhi", "德里", INR) OF(RUPEE, "Mumbai", "孟买", INR) OF(RUPEE, "Pakistan", "巴基斯坦", PKR)
    OF(RUPEE, "Karachi", "卡拉奇", PKR) OF(RUPEE, "Lahore", "拉合尔", PKR)
    OF(RUPEE, "Islamabad", "伊斯兰堡", PKR) OF(RUPEE, "Sri Lanka", "斯里兰卡", LKR)
    OF(RUPEE, "Colombo", "科伦坡", LKR) OF(RUPEE, "Nepal", "尼泊尔", NPR)
    OF(RUPEE, "Kathmandu", "加德满都", NPR) OF(RUPEE, "Mauriti", "毛里求斯", MUR)
    OF(RUPEE, "Seychell", "塞舌尔", SCR) OF(RUPEE, "Indonesia", "印尼", IDR) OF(KRONE, "Swed", "瑞典", SEK)
    OF(KRONE, "Stockholm", "斯德哥尔摩", SEK) OF(KRONE, "Norw", "挪威", NOK) OF(KRONE, "Oslo", "奥斯陆", NOK)
    OF(KRONE, "Danish", "丹麦", DKK) OF(KRONE, "Denmark", "丹麥", DKK)
    OF(KRONE, "Copenhagen", "哥本哈根", DKK) OF(KRONE, "Iceland", "冰岛", ISK)
    OF(KRONE, "Czech", "捷克", CZK) OF(KRONE, "Prague", "布拉格", CZK) OF(KRONE, "Estonia", "爱沙尼亚", EEK)
    OF(KRONE, "Slovak", "斯洛伐克", SKK) OF(FRANC, "Swiss", "瑞士", CHF)
    OF(FRANC, "Switzerland", "苏黎世", CHF) OF(FRANC, "Zurich", "日内瓦", CHF)
    OF(FRANC, "Rwanda", "卢旺达", RWF) OF(FRANC, "Belgi", "比利时", BEF) OF(FRANC, "French", "法国", FRF)
    OF(FRANC, "Congo", "刚果", CDF) OF(DINAR, "Kuwait", "科威特", KWD) OF(DINAR, "Iraq", "伊拉克", IQD)
    OF(DINAR, "Jordan", "约旦", JOD) OF(DINAR, "Serbia", "塞尔维亚", RSD)
    OF(DINAR, "Algeria", "阿尔及利亚", DZD) OF(DINAR, "Tunisia", "突尼斯", TND)
    OF(DINAR, "Bahrain", "巴林", BHD) OF(DINAR, "Libya", "利比亚", LYD)
    OF(DINAR, "Macedonia", "马其顿", MKD) OF(RIAL, "Iran", "伊朗", IRR) OF(RIAL, "Saudi", "沙特", SAR)
    OF(RIAL, "Qatar", "卡塔尔", QAR) OF(RIAL, "Oman", "阿曼", OMR) OF(RIAL, "Yemen", "也门", YER)
    OF(SHILLING, "Kenya", "肯尼亚", KES) OF(SHILLING, "Nairobi", "内罗毕", KES)
    OF(SHILLING, "Uganda", "乌干达", UGX) OF(SHILLING, "Tanzania", "坦桑尼亚", TZS)
    OF(SHILLING, "Somali", "索马里", SOS) OF(POUND, "Egypt", NULL, EGP)
    OF(POUND, "Lebanese", NULL, LBP) OF(POUND, "Syrian", NULL, SYP) OF(POUND, "Sudanese", NULL, SDG)
    OF(POUND, "Cypriot", NULL, CYP) OF(POUND, "Irish", NULL, IEP) OF(LIRA, "Ital", "意大利", ITL)
    OF(LIRA, "Turk", "土耳其", TRY) OF(DIRHAM, "Morocc", "摩洛哥", MAD)
    OF(MANAT, "Azerbaijan", "阿塞拜疆", AZN) OF(MANAT, "Turkmen", "土库曼", TMT)
#undef OF
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool begins_word(const struct figure_scan *scan, size_t at, const char *words)
{
    return figure_scan_is(scan, at, words) &&
           (at == 0 || !latinword_is_letter(scan->text[at - 1]));
}

const struct figure_unit *figure_currency_read(const struct figure_scan *scan, size_t at,
                                               size_t *end)
{
    struct latinword noun;
    for (size_t i = 0; i < COUNT(countries); i++) {
        size_t past = at + strlen(countries[i].english);
        if ((scan->text[at] | 0x20) != (countries[i].english[0] | 0x20) ||
            !figure_scan_is(scan, at + 1, countries[i].english + 1))
            continue;
        while (past < scan->to && latinword_is_letter(scan->text[past]))
            past++;
        if (figure_scan_word(scan, past, &noun) && latinword_in(noun.text, families[countries[i].family])) {
            *end = noun.end;
            return &countries[i].unit;
        }
    }
    return NULL;
}

/* The family of the word that ends at `end`, FAMILIES for none. */
static int family_of(const struct figure_scan *scan, size_t end)
{
    struct latinword word;
    bool latin = latinword_before(scan->text, scan->from, end, &word);
    int family = 0;
    while (family < FAMILIES && !(latin ? latinword_in(word.text, families[family])
                                        : figure_scan_was_in(scan, end, families[family])))
        family++;
    return family;
}

/* `first` is the family's first row; its others follow. */
static const struct figure_unit *country_at(const struct figure_scan *scan, size_t at, size_t first)
{
    unsigned char byte = (unsigned char)scan->text[at];
    if (byte < 0xE3 && (byte < 'A' || byte > 'Z'))
        return NULL;
    for (size_t i = first; i < COUNT(countries) && countries[i].family == countries[first].family;
         i++) {
        const char *chinese = countries[i].chinese;
        if ((begins_word(scan, at, countries[i].english) ||
             (chinese != NULL && figure_scan_is(scan, at, chinese))))
            return &countries[i].unit;
    }
    return NULL;
}

const struct figure_unit *figure_currency_about(const struct figure_scan *scan, size_t start,
                                                size_t end)
{
    const struct figure_unit *found = NULL;
    int family = family_of(scan, end);
    size_t first = 0;
    if (family == FAMILIES)
        return NULL;
    while (countries[first].family != family)
        first++;
    size_t least = start > REACH ? start - REACH : 0;
    for (size_t at = start; at > least && found == NULL; at--)
        found = country_at(scan, at - 1, first);
    for (size_t at = end; at < scan->to && at < end + REACH && found == NULL; at++)
        found = country_at(scan, at, first);
    return found;
}
