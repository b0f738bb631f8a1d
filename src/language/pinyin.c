#include "language/pinyin.h"

#include <string.h>

#include "text/fold.h"
#include "text/latinword.h"
#include "text/wordlist.h"

/* The syllables of Standard Mandarin (Hanyu Pinyin, GB/T 16159), but for interjections without a
 * vowel; lu and nu stand for ü as well, whose own spelling on keyboards is v. Sorted. */
/* clang-format off */
static const char syllables[][WORDLIST_ROW] = {
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can",
    "cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai",
    "chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den",
    "deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang",
    "fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang",
    "gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo",
    "ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken",
    "keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian",
    "liang liao lie lin ling liu lo long lou lu luan lue lun luo lv ma mai man mang mao me mei men",
    "meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian",
    "niang niao nie nin ning niu nong nou nu nuan nue nun nuo nv o ou pa pai pan pang pao pei pen",
    "peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu",
    "quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se",
    "sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang",
    "shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie",
    "ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao",
    "xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue",
    "yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi",
    "zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo",
};

/* What takes a tone mark, and its four forms. */
static const struct marked {
    const char *letter;
    const char *forms[4];
} marked[] = {
    { "a", { "ā", "á", "ǎ", "à" } }, { "A", { "Ā", "Á", "Ǎ", "À" } },
    { "e", { "ē", "é", "ě", "è" } }, { "E", { "Ē", "É", "Ě", "È" } },
    { "i", { "ī", "í", "ǐ", "ì" } }, { "I", { "Ī", "Í", "Ǐ", "Ì" } },
    { "o", { "ō", "ó", "ǒ", "ò" } }, { "O", { "Ō", "Ó", "Ǒ", "Ò" } },
    { "u", { "ū", "ú", "ǔ", "ù" } }, { "U", { "Ū", "Ú", "Ǔ", "Ù" } },
    { "ü", { "ǖ", "ǘ", "ǚ", "ǜ" } }, { "Ü", { "Ǖ", "Ǘ", "Ǚ", "Ǜ" } },
    { "n", { "n̄", "ń", "ň", "ǹ" } }, { "m", { "m̄", "ḿ", "m̌", "m̀" } },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define SYLLABLE_MOST ((size_t)6)

bool pinyin_is_syllable(const char *text, size_t length)
{
    return length <= SYLLABLE_MOST && WORDLIST_IN_ROWS(text, length, syllables) != NULL;
}

size_t pinyin_segment(const char *text, size_t length, unsigned char lengths[PINYIN_MOST])
{
    /* From the end: the fewest syllables of what follows, and how long the first of them is. */
    unsigned char fewest[PINYIN_LETTERS_MOST + 1] = { 0 };
    unsigned char first[PINYIN_LETTERS_MOST + 1] = { 0 };
    if (length == 0 || length > PINYIN_LETTERS_MOST)
        return 0;
    for (size_t at = length; at-- > 0;) {
        size_t most = length - at < SYLLABLE_MOST ? length - at : SYLLABLE_MOST;
        fewest[at] = PINYIN_MOST + 1;
        for (size_t size = most; size > 0; size--) {
            if (fewest[at + size] + 1 < fewest[at] && pinyin_is_syllable(text + at, size)) {
                fewest[at] = (unsigned char)(fewest[at + size] + 1);
                first[at] = (unsigned char)size;
            }
        }
    }
    if (fewest[0] > PINYIN_MOST)
        return 0;
    for (size_t i = 0, at = 0; at < length; at += first[at])
        lengths[i++] = first[at];
    return fewest[0];
}

/* --- tones --- */

/* The end of the letters at `at`, with u: and ü among them. */
static size_t letters_end(const char *text, size_t length, size_t at)
{
    for (; at < length; at++) {
        bool colon = text[at] == ':' && at > 0 && (text[at - 1] == 'u' || text[at - 1] == 'U');
        bool umlaut = (unsigned char)text[at] == 0xC3 && at + 1 < length &&
                      ((unsigned char)text[at + 1] == 0xBC || (unsigned char)text[at + 1] == 0x9C);
        if (umlaut)
            at++;
        else if (!latinword_is_letter(text[at]) && !colon)
            break;
    }
    return at;
}

static bool is_tone(char byte)
{
    return byte >= '1' && byte <= '5';
}

/* A syllable with u: and v as ü. */
static void spell(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool colon = i + 1 < length && text[i + 1] == ':';
        if (colon || text[i] == 'v' || text[i] == 'V')
            buffer_add_text(out, text[i] == 'u' || text[i] == 'v' ? "ü" : "Ü");
        else
            buffer_add_byte(out, text[i]);
        i += colon;
    }
}

/* Bytes of a vowel, 0 none. */
static size_t vowel(const char *text)
{
    if ((unsigned char)text[0] == 0xC3)
        return 2;
    return *text != '\0' && strchr("aeiouAEIOU", *text) != NULL ? 1 : 0;
}

/* Where the mark goes: on a or e, on the o of ou, else on the last vowel; without one on the
 * first letter. */
static const char *mark_place(const char *syllable)
{
    const char *place = syllable;
    for (const char *at = syllable; *at != '\0'; at++) {
        if (strchr("aeAE", *at) != NULL || ((*at == 'o' || *at == 'O') && at[1] == 'u'))
            return at;
        if (vowel(at) > 0)
            place = at;
    }
    return place;
}

static void add_marked(struct buffer *out, const char *text, size_t length, char tone)
{
    struct buffer syllable = { 0 };
    spell(&syllable, text, length);
    const char *whole = buffer_text(&syllable);
    const char *place = mark_place(whole);
    size_t size = vowel(place) > 0 ? vowel(place) : 1;
    const char *form = NULL;
    for (size_t i = 0; i < COUNT(marked) && tone != '5'; i++) {
        if (strlen(marked[i].letter) == size && memcmp(marked[i].letter, place, size) == 0)
            form = marked[i].forms[tone - '1'];
    }
    buffer_add(out, whole, (size_t)(place - whole));
    if (form != NULL)
        buffer_add_text(out, form);
    else
        buffer_add(out, place, size);
    buffer_add_text(out, place + size);
    buffer_free(&syllable);
}

void pinyin_add_marks(struct buffer *out, const char *reading, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t end = letters_end(reading, length, at);
        bool toned = end > at && end < length && is_tone(reading[end]);
        /* xx5 is CC-CEDICT's way to say that a character has no known reading. */
        if (toned && end - at == 2 && memcmp(reading + at, "xx", 2) == 0)
            buffer_add_text(out, "?");
        else if (toned)
            add_marked(out, reading + at, end - at, reading[end]);
        else
            buffer_add(out, reading + at, end > at ? end - at : 1);
        at = toned || end == at ? end + 1 : end;
    }
}

void pinyin_add_plain(struct buffer *out, const char *reading, size_t length)
{
    struct fold fold = { 0 };
    fold_text(reading, length, FOLD_CASE | FOLD_MARKS | FOLD_SPACE, &fold);
    for (size_t i = 0; i < fold.length; i++) {
        char byte = fold.text[i];
        char before = i > 0 ? fold.text[i - 1] : ' ';
        if ((byte == ':' && before == 'u') ||
            (is_tone(byte) && (latinword_is_letter(before) || before == ':')))
            continue;
        buffer_add_byte(out, byte == 'v' && (before == 'l' || before == 'n') ? 'u' : byte);
    }
    fold_free(&fold);
}
