#include "query/speaker_match.h"

#include <string.h>

#include "language/name_pinyin.h"
#include "language/name_sounds.h"
#include "quote/han_living.h"
#include "quote/speaker_gender.h"
#include "quote/word_class.h"
#include "text/ascii.h"
#include "text/englishword.h"
#include "text/latinword.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define LIKELY 0.75F
#define WORD_LEAST 4 /* letters */
#define WORD_MOST 24
#define HAN_LEAST 2 /* characters of a name */
#define HAN_MOST 6
#define HAN_SIZE 3
#define ROLE_MOST 40 /* bytes of a role */

/* The family name: the last word with a capital. Its length; 0 when there is none long enough. */
static size_t family_name(const char *text, size_t length, char out[WORD_MOST])
{
    size_t found = 0;
    for (size_t at = 0; at < length;) {
        size_t count = 0;
        bool capital = ascii_is_capital(text[at]);
        char word[WORD_MOST];
        for (; at < length && latinword_is_letter(text[at]); at++) {
            if (count < WORD_MOST)
                word[count++] = (char)(text[at] | 0x20);
        }
        at += count == 0;
        if (capital && count > 0) {
            memcpy(out, word, count);
            found = count;
        }
    }
    return found >= WORD_LEAST ? found : 0;
}

/* Where what stands before brackets and blanks ends. */
static size_t name_end(const char *text, size_t length)
{
    size_t end = 0;
    while (end < length && text[end] != '(' && strncmp(text + end, "（", 3) != 0)
        end++;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

/* Whether the last characters of text[0, end), two or more that transliterations are written with,
 * sound like the word. */
static bool ends_in_sound(const char *text, size_t end, const struct name_sounds *word)
{
    uint32_t code;
    size_t start = end;
    for (size_t count = 1; start > 0 && count <= HAN_MOST; count++) {
        struct name_sounds sounds = { .count = 0 };
        start = utf8_previous(text, start);
        for (size_t at = start; at < end;) {
            at += utf8_decode(text + at, end - at, &code);
            if (!name_sounds_add(&sounds, code))
                return false;
        }
        if (count >= HAN_LEAST && name_sounds_compare(word, &sounds, LIKELY) >= LIKELY)
            return true;
    }
    return false;
}

/* Deepa Rao, 迪帕·拉奥: a family name too short to be known by its sound, and a given name that is.
 */
static bool match_given(const char *latin, size_t latin_length, const char *han, size_t han_length)
{
    static const char dot[] = "·";
    struct name_sounds word = { .count = 0 };
    char given[WORD_MOST];
    size_t end = latin_length, point = 0;
    while (end > 0 && latin[end - 1] != ' ')
        end--;
    size_t length = end > 0 ? family_name(latin, end - 1, given) : 0;
    while (point < han_length && wordlist_at(han, point, han_length, dot) == 0)
        point++;
    if (length == 0 || point == han_length)
        return false;
    name_sounds_read(&word, given, length);
    return ends_in_sound(han, point, &word);
}

bool speaker_match_sounds(const char *latin, size_t latin_length, const char *han,
                          size_t han_length)
{
    char family[WORD_MOST];
    struct name_sounds word = { .count = 0 };
    size_t length = family_name(latin, latin_length, family);
    if (length == 0)
        return match_given(latin, latin_length, han, han_length);
    name_sounds_read(&word, family, length);
    return ends_in_sound(han, name_end(han, han_length), &word);
}

/* clang-format off */
/* What they are called in both languages; underscores stand for blanks. */
static const struct role {
    const char *latin; /* in small letters */
    const char *han;
} roles[] = {
    { "police", "警方 警察 警察局" },
    { "spokesman spokeswoman spokesperson", "发言人 發言人 新闻发言人" }, { "government", "政府" },
    { "authorities local_authorities", "当局 當局 有关部门 地方当局" },
    { "officials official", "官员 官員" }, { "company firm", "公司 企业" },
    { "mayor", "市长 市長" }, { "governor", "州长 省长" }, { "president", "总统 總統 主席" },
    { "prime_minister premier", "总理 首相 總理" }, { "foreign_minister", "外长 外交部长" },
    { "foreign_ministry ministry_of_foreign_affairs", "外交部" },
    { "health_ministry ministry_of_health", "卫生部" },
    { "defence_ministry defense_ministry ministry_of_defence", "国防部" },
    { "interior_ministry ministry_of_the_interior", "内政部" },
    { "education_ministry ministry_of_education", "教育部" },
    { "commerce_ministry ministry_of_commerce", "商务部" },
    { "state_department us_state_department", "国务院 美国国务院" },
    { "national_hurricane_center us_national_hurricane_center", "国家飓风中心 美国国家飓风中心" },
    { "national_weather_service", "国家气象局 美国国家气象局" }, { "white_house", "白宫" },
    { "kremlin", "克里姆林宫" }, { "pentagon", "五角大楼" }, { "federal_reserve fed", "美联储" },
    { "central_bank", "央行 中央银行" }, { "united_nations un", "联合国" },
    { "world_health_organization world_health_organisation who", "世卫组织 世界卫生组织" },
    { "european_union eu", "欧盟" }, { "european_commission", "欧盟委员会" },
    { "nato north_atlantic_treaty_organization", "北约 北大西洋公约组织" },
    { "g7 group_of_seven", "七国集团" }, { "g20 group_of_twenty", "二十国集团" },
    { "imf international_monetary_fund", "国际货币基金组织" }, { "world_bank", "世界银行 世行" },
    { "wto world_trade_organization world_trade_organisation", "世贸组织 世界贸易组织" },
    { "opec", "欧佩克 石油输出国组织" }, { "asean", "东盟 东南亚国家联盟" },
    { "african_union au", "非盟 非洲联盟" },
    { "iaea international_atomic_energy_agency", "国际原子能机构" },
    { "unicef", "联合国儿童基金会 儿基会" }, { "unesco", "联合国教科文组织 教科文组织" },
    { "un_security_council security_council", "联合国安理会 安理会" }, { "red_cross", "红十字会" },
    { "amnesty_international amnesty", "国际特赦组织 大赦国际" },
    { "human_rights_watch", "人权观察 人权观察组织" },
    { "fbi federal_bureau_of_investigation", "联邦调查局 美国联邦调查局" },
    { "cia central_intelligence_agency", "中情局 美国中情局 中央情报局" },
    { "nasa", "美国宇航局 美国航天局 美国国家航空航天局" }, { "cdc us_cdc", "美国疾控中心 疾控中心" },
    { "european_central_bank ecb", "欧洲央行 欧洲中央银行" },
    { "bbc british_broadcasting_corporation", "英国广播公司" }, { "cnn", "美国有线电视新闻网" },
    { "reuters", "路透社" }, { "associated_press ap", "美联社" },
    { "afp agence_france-presse", "法新社" }, { "xinhua xinhua_news_agency", "新华社" },
    { "new_york_times", "纽约时报" }, { "washington_post", "华盛顿邮报" },
    { "wall_street_journal", "华尔街日报" }, { "financial_times", "金融时报" },
    { "court", "法院 法庭" }, { "judge", "法官" }, { "prosecutors", "检方 检察官 检察机关" },
    { "lawyer lawyers", "律师" }, { "union", "工会" },
    { "protesters demonstrators", "抗议者 示威者" }, { "residents locals", "居民 当地居民" },
    { "experts", "专家" }, { "analysts", "分析师 分析人士" },
    { "witnesses eyewitnesses", "目击者" }, { "researchers scientists", "研究人员 科学家 研究者" },
    { "source sources insider", "消息人士 知情人士" }, { "foreign_media media", "外媒 媒体" },
    { "report reports media_reports", "报道 报告" }, { "statement", "声明" },
    { "director manager", "经理 总监" }, { "engineers engineer", "工程师" },
    { "investigation inquiry investigation_report", "调查 调查报告" },
    { "draft draft_statement", "草案 声明草案" }, { "employers", "雇主 资方" },
    { "opposition", "反对派 反对党" }, { "doctors", "医生" },
    { "fire_brigade fire_department fire_service", "消防部门 消防局 消防队" },
    { "critics", "批评者 批评人士" }, { "supporters", "支持者" },
    { "chamber_of_commerce", "商会 市商会" }, { "parents", "家长" },
    { "shopkeepers", "商户 店主" },
};
/* clang-format on */

/* The words in small letters, blanks as underscores, without an article. Their length. */
static size_t fold_latin(const char *text, size_t length, char *out)
{
    static const char articles[] = "The_ the_ A_ a_ An_ an_ One_ one_";
    size_t size = 0;
    for (size_t at = wordlist_at(text, 0, length, articles); at < length && size < ROLE_MOST; at++)
        out[size++] = text[at] == ' ' ? '_' : ascii_lower(text[at]);
    return size;
}

static bool match_whole(const char *latin, size_t latin_length, const char *han, size_t han_length)
{
    static const char counts[] =
        "一位 一名 这位 这名 该 一些 当地 多名 多位 有 两名 两位 数名 有关";
    char folded[ROLE_MOST + 1];
    size_t length = latin_length <= ROLE_MOST ? fold_latin(latin, latin_length, folded) : 0;
    size_t counted = wordlist_at(han, 0, han_length, counts);
    bool whole = false, any = false;
    for (size_t i = 0; length > 0 && i < sizeof roles / sizeof *roles && !(whole && any); i++) {
        const char *word = roles[i].latin;
        whole = any = false;
        while (*word != '\0' && !whole) {
            size_t size = strcspn(word, " ");
            whole = size == length && memcmp(word, folded, size) == 0;
            word += size + (word[size] == ' ');
        }
        any = wordlist_has(han, han_length, roles[i].han) ||
              (counted > 0 && wordlist_has(han + counted, han_length - counted, roles[i].han));
    }
    return whole && any;
}

/* “New York Times”, 《纽约时报》: without the marks around it. */
static void without_marks(const char **text, size_t *length)
{
    size_t open = wordlist_at(*text, 0, *length, "“ 《");
    *text += open;
    *length -= open;
    *length -= wordlist_before(*text, 0, *length, "” 》");
}

/* the National Hurricane Center of the US: the bytes before what the body is a part of; 0 where no
 * name of two words stands there. */
static size_t name_before_of(const char *text, size_t length)
{
    size_t capitals = 0;
    for (size_t at = 0; at < length; at++) {
        capitals += ascii_is_capital(text[at]) && (at == 0 || text[at - 1] == ' ');
        if (wordlist_at(text, at, length, "_of_ _in_ _at_") > 0)
            return capitals >= 2 ? at : 0;
    }
    return 0;
}

/* the ministers of the G7, 七国集团代表: who speaks for states that are joined is their voice. */
static bool match_members(const char *latin, size_t latin_length, const char *han,
                          size_t han_length)
{
    static const char members[] =
        "ministers_of_ Ministers_of_ leaders_of_ representatives_of_ members_of_";
    size_t tail = wordlist_before(han, 0, han_length, "代表 外长 领导人 部长 成员国");
    for (size_t at = 0; at < latin_length; at++) {
        size_t size = wordlist_at(latin, at, latin_length, members);
        if (size > 0)
            return match_whole(latin + at + size, latin_length - at - size, han, han_length - tail);
    }
    return false;
}

bool speaker_match_roles(const char *latin, size_t latin_length, const char *han, size_t han_length)
{
    latin_length = name_end(latin, latin_length);
    han_length = name_end(han, han_length);
    size_t article = wordlist_at(latin, 0, latin_length, "The_“ the_“") > 0 ? strlen("the ") : 0;
    latin += article;
    latin_length -= article;
    without_marks(&latin, &latin_length);
    without_marks(&han, &han_length);
    return match_whole(latin, latin_length, han, han_length) ||
           match_whole(latin, name_before_of(latin, latin_length), han, han_length) ||
           match_members(latin, latin_length, han, han_length);
}

static bool is_same_text(const char *a, struct span x, const char *b, struct span y)
{
    /* The police, the police */
    static const char articles[] = "The_ the_ A_ a_ An_ an_";
    x.start += wordlist_at(a, x.start, x.end, articles);
    y.start += wordlist_at(b, y.start, y.end, articles);
    return x.end > x.start && x.end - x.start == y.end - y.start &&
           memcmp(a + x.start, b + y.start, x.end - x.start) == 0;
}

static bool has_han(const char *text, struct span words)
{
    size_t at = words.start;
    while (at < words.end && (unsigned char)text[at] < 0xE3)
        at++;
    return at < words.end;
}

/* The RMT union, RMT工会: the same letters before a word for a body that both have. */
static bool match_letters(const char *latin, size_t latin_length, const char *han,
                          size_t han_length)
{
    static const char the[] = "The_ the_";
    size_t at = wordlist_at(latin, 0, latin_length, the), size = 0;
    while (at + size < latin_length && size < han_length && latinword_is_letter(latin[at + size]) &&
           latin[at + size] == han[size])
        size++;
    bool whole = size >= 2 && size < han_length && (unsigned char)han[size] >= 0xE3 &&
                 at + size < latin_length && latin[at + size] == ' ';
    return whole && speaker_match_roles(latin + at + size + 1, latin_length - at - size - 1,
                                        han + size, han_length - size);
}

/* Of one in English and one in Chinese: by the sound of a name, its pinyin, or a role that both
 * have a word for. */
static bool is_same_abroad(const char *a, struct span x, const char *b, struct span y)
{
    if (x.end <= x.start || y.end <= y.start)
        return false;
    bool latin = !has_han(a, x);
    if (latin == !has_han(b, y))
        return false;
    if (!latin)
        return is_same_abroad(b, y, a, x);
    const char *name = a + x.start, *other = b + y.start;
    return speaker_match_sounds(name, x.end - x.start, other, y.end - y.start) ||
           name_pinyin_match(name, x.end - x.start, other, name_end(other, y.end - y.start)) ||
           speaker_match_roles(name, x.end - x.start, other, y.end - y.start) ||
           match_letters(name, x.end - x.start, other, y.end - y.start);
}

/* Grace Lam, chief executive Grace Lam; 外长王毅, 王毅: the name that the longer ends in. */
static bool is_same_name(const char *a, struct span x, const char *b, struct span y)
{
    if (x.end - x.start > y.end - y.start)
        return is_same_name(b, y, a, x);
    size_t size = x.end - x.start;
    if (size == 0 || size == y.end - y.start || memcmp(a + x.start, b + y.end - size, size) != 0)
        return false;
    return (unsigned char)a[x.start] >= 0xE3
               ? size >= 2 * HAN_SIZE
               : a[x.start] >= 'A' && a[x.start] <= 'Z' && b[y.end - size - 1] == ' ';
}

/* Deepa Rao of Northgate: where the full name ends that “of” or “at” stands behind; else the end.
 */
static struct span without_house(const char *text, struct span words)
{
    static const char links[] = "_of_ _at_ _from_";
    size_t capitals = 0;
    bool begins = true;
    for (size_t at = words.start; at < words.end; at++) {
        if (capitals >= 2 && wordlist_at(text, at, words.end, links) > 0)
            return (struct span){ words.start, at };
        if (begins && !ascii_is_capital(text[at]))
            return words;
        capitals += begins;
        begins = text[at] == ' ';
    }
    return words;
}

/* Whether the letters of `word` stand in the words as one of them, small or not. */
static bool has_word(const char *text, struct span words, const char *word, size_t size)
{
    static const char others[] = "deputy_ Deputy_ vice_ Vice_ former_ Former_ of_ for_";
    for (size_t at = words.start; at + size < words.end; at++) {
        bool begins = (at == words.start || text[at - 1] == ' ') &&
                      wordlist_before(text, words.start, at, others) == 0;
        if (begins && (text[at] | 0x20) == word[0] &&
            memcmp(text + at + 1, word + 1, size - 1) == 0 && text[at + size] == ' ')
            return true;
    }
    return false;
}

/* The union is not who Union leader Joe Pell is. */
static bool is_body(const char *word, size_t size)
{
    char whole[ROLE_MOST + 1];
    if (size > ROLE_MOST)
        return false;
    memcpy(whole, word, size);
    whole[size] = '\0';
    unsigned class = word_class(whole);
    return (class & (WORD_GROUP | WORD_PAPER)) != 0 && (class & WORD_PERSON) == 0;
}

/* the warden, Warden Ines Falk; 市长, 临江市市长何婉如: one by what he is, one by that and a name.
 */
static bool is_role_of(const char *a, struct span x, const char *b, struct span y)
{
    static const char the[] = "The_ the_", persons[] = "长 员 授 席 官 记";
    if (x.end - x.start > y.end - y.start)
        return is_role_of(b, y, a, x);
    size_t article = wordlist_at(a, x.start, x.end, the);
    const char *role = a + x.start + article;
    size_t size = x.end - x.start - article;
    if (size == 0)
        return false;
    if (article > 0)
        return role[0] >= 'a' && memchr(role, ' ', size) == NULL && !is_body(role, size) &&
               has_word(b, y, role, size);
    if (size > 2 * HAN_SIZE || wordlist_before(a, x.start, x.end, persons) == 0)
        return false;
    for (size_t at = y.start; at + size < y.end; at++) {
        if (memcmp(b + at, role, size) == 0 && wordlist_before(b, y.start, at, "副 前 原") == 0)
            return true;
    }
    return false;
}

bool speaker_match_words(const char *a, struct span x, const char *b, struct span y)
{
    struct span one = without_house(a, x), other = without_house(b, y);
    return is_same_text(a, x, b, y) || is_same_name(a, x, b, y) || is_same_abroad(a, x, b, y) ||
           is_role_of(a, x, b, y) ||
           (one.end < x.end && (is_same_text(a, one, b, y) || is_same_abroad(a, one, b, y))) ||
           (other.end < y.end && (is_same_text(a, x, b, other) || is_same_abroad(a, x, b, other)));
}

/* What words of either language are of the table of roles. */
struct role_use {
    bool latin; /* the Latin words have one, */
    bool han;   /* the Han ones, */
    bool both;  /* and it is the same */
    bool whole; /* one is nothing but such a word */
};

static bool latin_has_role(const char *text, size_t length, const char *words, bool *whole)
{
    while (*words != '\0') {
        size_t size = strcspn(words, " ");
        for (size_t at = 0; at + size <= length; at++) {
            bool begins = at == 0 || text[at - 1] == '_',
                 ends = at + size == length || text[at + size] == '_';
            if (begins && ends && memcmp(text + at, words, size) == 0) {
                *whole = size == length;
                return true;
            }
        }
        words += size + (words[size] == ' ');
    }
    return false;
}

static bool han_has_role(const char *text, size_t length, const char *words, bool *whole)
{
    for (size_t at = 0; at < length; at += HAN_SIZE) {
        size_t size = wordlist_at(text, at, length, words);
        if (size > 0) {
            *whole = size == length;
            return true;
        }
    }
    return false;
}

/* Roles that speak for a body, and what any body is, tell nobody apart: a spokesman, the company.
 */
static struct role_use find_roles(const char *latin, size_t latin_length, const char *han,
                                  size_t han_length)
{
    static const char voices[] =
        "spokesman company source foreign_media report statement officials "
        "director president";
    struct role_use use = { .latin = false };
    char folded[ROLE_MOST + 1];
    size_t length = latin_length <= ROLE_MOST ? fold_latin(latin, latin_length, folded) : 0;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        bool latin_whole = false, han_whole = false;
        if (wordlist_at(roles[i].latin, 0, strlen(roles[i].latin), voices) > 0)
            continue;
        bool here = latin_has_role(folded, length, roles[i].latin, &latin_whole);
        bool there = han_has_role(han, han_length, roles[i].han, &han_whole);
        use.latin = use.latin || here;
        use.han = use.han || there;
        use.both = use.both || (here && there);
        use.whole = use.whole || latin_whole || han_whole;
    }
    return use;
}

/* The last word, which tells a firm (Northlight Power) from somebody by a name (Grace Palmer). */
static bool ends_in_common_word(const char *text, size_t length)
{
    size_t start = length;
    while (start > 0 && latinword_is_letter(text[start - 1]))
        start--;
    return start > 0 && start < length && englishword_is(text + start, length - start);
}

/* Grace Palmer, 北光电力公司; Northlight Power, 王强. */
static bool is_person_and_body(const char *latin, size_t latin_length, const char *han,
                               size_t han_length)
{
    static const char bodies[] =
        "公司 集团 部 局 院 社 会 党 府 厅 团 中心 机构 银行 报 网 组织 大学 航空";
    const struct span words = { 0, latin_length };
    bool common = ends_in_common_word(latin, latin_length);
    bool body = wordlist_before(han, 0, han_length, bodies) > 0;
    struct span name = han_living_behind_title(han, (struct span){ 0, han_length });
    bool person = han_living_has_surname(han, name) && name.end - name.start <= 3 * HAN_SIZE;
    return (body && speaker_gender_of(latin, words) != SPEAKER_GENDER_UNKNOWN) ||
           (person && !body && common);
}

/* Donghai Lines, but not the harbour office: a name, behind an article. */
static bool has_name(const char *latin, size_t length)
{
    static const char articles[] = "The_ A_ An_ One_";
    size_t at = wordlist_at(latin, 0, length, articles);
    while (at < length && !ascii_is_capital(latin[at]))
        at++;
    return at < length;
}

bool speaker_match_may_be_one(const char *a, struct span x, const char *b, struct span y)
{
    if (x.end <= x.start || y.end <= y.start || has_han(a, x) == has_han(b, y))
        return false;
    if (has_han(a, x))
        return speaker_match_may_be_one(b, y, a, x);
    const char *latin = a + x.start, *han = b + y.start;
    size_t latin_length = name_end(latin, x.end - x.start);
    size_t han_length = name_end(han, y.end - y.start);
    struct role_use use = find_roles(latin, latin_length, han, han_length);
    struct span name = han_living_behind_title(han, (struct span){ 0, han_length });
    if (!has_name(latin, latin_length) || (!use.both && ((use.latin && use.han) || use.whole)))
        return false;
    return !is_person_and_body(latin, latin_length, han, han_length) &&
           (!han_living_has_surname(han, name) || !name_pinyin_is(latin, latin_length) ||
            name_pinyin_match(latin, latin_length, han, han_length));
}
