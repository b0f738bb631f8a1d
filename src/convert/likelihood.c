#include "convert/likelihood.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

/* The most frequent characters of modern Chinese in both scripts, and Japanese ones. */
static const char frequent_han[] =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "這為國個時來們對會發動過說產種後學經進著電裡現實兩體機當點從業應開還與關線內數麼質氣變條沒結問見題無軍寫團隊網長書記總統華聯認報車馬頭東門將區圖邊單據萬億幾話讓樂親愛覺聽讀買賣錢級響難議員護設計場導戰爭權資際營運轉達勞農術製造錯誤確環節願極號傳導師帶幫壓歲雙陽陳灣臺灣廣島龍歷"
    "日本東京気学校先生私彼女何時間今年月水木金土曜思言行見出入食飲読書話聞買売円駅電車会社員仕事世界国際経済政府発表読売価値違実験関係対応図説変換処理続検索単語辞書画面表示設定変更";

/* The most frequent syllables of Korean. */
static const char frequent_hangul[] =
    "이다는에의을가고하지한로을도를은사어인으기서해나리시대자그라들정수아과스제일있부만보여전니것장주조상면선안오세내했동개유할공원구성신용와경위관모들중때마러적국우였게";

/* The letters of a script that make up most of a text, and those that are met now and then. Of bytes
 * that are read in the wrong encoding letters come, too, but seldom these. */
struct letters {
    uint32_t first, last;
    const char *common, *usual;
};

static const struct letters scripts[] = {
    { 0x400, 0x4FF, "оеаинтсрвл", "кмдпуыьзбгяйчхжішюцщъ" },
    { 0x370, 0x3FF, "αοιετσνηυρκπάέήίόύώ", "μλςωδγχθφ" },
    { 0x590, 0x5FF, "יוהלאמרתבש", "נדכעקםפחטןגסצזךףץ" },
    { 0x600, 0x6FF, "اليمنوترب", "عدسفقكهةحجأشصخىضطذإزثغءظآئؤ" },
    { 0xE00, 0xE7F, "านรอกเงมยลวดทตสะปบคหแจพชใไข่้ีัิ็์ุู", "ผธซโถภณญษศฟฝฎฐึืํ" },
};

#define COMMON_LETTER 0.8
#define USUAL_LETTER 0.5
#define RARE_LETTER 0.1

/* What speaks against a character right behind a Latin letter. */
#define HAN_BEHIND_LATIN 0.4
#define HANGUL_BEHIND_LATIN 0.8

struct tally {
    unsigned char frequent[0x10000 / 8]; /* a bit a character of the two lists */
    double score;
    size_t characters;
    int script; /* of the letter before: 1 Latin, 2 Cyrillic, 3 Greek, 4 Han and kana, 5 Hangul */
    bool lower; /* the letter before was a small one */
};

static void note_frequent(struct tally *tally, const char *list)
{
    for (size_t length = strlen(list); length > 0;) {
        uint32_t point;
        size_t size = utf8_decode(list, length, &point);
        if (point < 0x10000)
            tally->frequent[point / 8] |= (unsigned char)(1u << point % 8);
        list += size;
        length -= size;
    }
}

static bool is_frequent(const struct tally *tally, uint32_t point)
{
    return point < 0x10000 && (tally->frequent[point / 8] >> point % 8 & 1) != 0;
}

static double rate_asian(const struct tally *tally, uint32_t point, int *script)
{
    *script = 4;
    if (point >= 0x4E00 && point <= 0x9FFF)
        return is_frequent(tally, point) ? 1.0 : -0.1;
    if (point >= 0x3041 && point <= 0x30FF)
        return 0.9;
    if (point >= 0xAC00 && point <= 0xD7A3) {
        *script = 5;
        return is_frequent(tally, point) ? 1.0 : 0.1;
    }
    if ((point >= 0x3001 && point <= 0x3011) || point == 0xFF0C || point == 0xFF1A ||
        point == 0xFF1B || point == 0xFF01 || point == 0xFF1F || point == 0xFF08 || point == 0xFF09)
        return 0.8;
    if (point >= 0xFF61 && point <= 0xFF9F) /* half-width kana: mostly other bytes misread */
        return -0.8;
    if (point >= 0xFF01 && point <= 0xFF5E)
        return 0.4;
    return -0.6; /* extensions, compatibility forms, radicals, bopomofo */
}

static bool is_small(uint32_t point)
{
    if (point >= 0x430 && point <= 0x45F)
        return true;
    if (point >= 0x3B1 && point <= 0x3CE)
        return true;
    bool odd = (point & 1) != 0;
    if ((point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E))
        return !odd;
    return (point >= 0xDF && point <= 0xFF) || (point > 0x100 && point < 0x180 && odd);
}

static bool has_letter(const char *list, uint32_t point)
{
    for (size_t length = strlen(list); length > 0;) {
        uint32_t letter;
        size_t size = utf8_decode(list, length, &letter);
        if (letter == point)
            return true;
        list += size;
        length -= size;
    }
    return false;
}

static double rate_frequency(uint32_t point)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        if (point < scripts[i].first || point > scripts[i].last)
            continue;
        if (has_letter(scripts[i].common, point))
            return COMMON_LETTER;
        return has_letter(scripts[i].usual, point) ? USUAL_LETTER : RARE_LETTER;
    }
    return RARE_LETTER;
}

static double rate_letter(uint32_t point, const struct tally *tally, int script)
{
    bool small = is_small(point);
    if (tally->script != 0 && tally->script != script)
        return -0.7; /* two scripts in one word */
    if (tally->script == script && tally->lower && !small)
        return -0.7; /* aB */
    if (script == 2 || script == 3)
        return small ? rate_frequency(point) : 0.3;
    return small ? 0.35 : 0.1;
}

static double rate(uint32_t point, struct tally *tally)
{
    int script = 0;
    double score;
    if (point == UTF8_REPLACEMENT || (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000 ||
        (point >= 0x80 && point < 0xA0))
        score = -4;
    else if ((point >= 0x590 && point < 0x700) || (point >= 0xE00 && point < 0xE80))
        score = rate_frequency(point);
    else if (point >= 0x1100 && point != 0x2019 && (point < 0x2000 || point >= 0x2E80))
        score = rate_asian(tally, point, &script) -
                (tally->script != 1 ? 0 : script == 5 ? HANGUL_BEHIND_LATIN : HAN_BEHIND_LATIN);
    else if (point >= 0x2000 && point < 0x2070)
        score = 0.4; /* dashes, quotes */
    else if (point >= 0x400 && point < 0x500)
        score = rate_letter(point, tally, script = 2);
    else if (point >= 0x370 && point < 0x400)
        score = rate_letter(point, tally, script = 3);
    else if (point >= 0xC0 && point < 0x250)
        score = point == 0xD7 || point == 0xF7 ? -0.3 : rate_letter(point, tally, script = 1);
    else if (point >= 0xA0 && point < 0xC0)
        score = point == 0xA0 || point == 0xA1 || point == 0xAB || point == 0xBB || point == 0xBF
                    ? 0.2 : -0.2;
    else
        score = point < 0x800 ? 0.1 : -0.3;
    tally->script = script;
    tally->lower = is_small(point);
    return score;
}

double likelihood_of(const char *text, size_t length)
{
    struct tally tally = { 0 };
    note_frequent(&tally, frequent_han);
    note_frequent(&tally, frequent_hangul);
    for (size_t at = 0; at < length;) {
        uint32_t point;
        size_t size = utf8_decode(text + at, length - at, &point);
        if (point < 0x80) {
            bool letter = (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
            if (letter && (tally.script == 2 || tally.script == 3))
                tally.score -= 1.0; /* two scripts in one word */
            tally.lower = point >= 'a' && point <= 'z';
            tally.script = letter ? 1 : 0;
        } else {
            tally.score += rate(point, &tally);
            tally.characters++;
        }
        at += size;
    }
    return tally.characters > 0 ? tally.score / (double)tally.characters : 0;
}
