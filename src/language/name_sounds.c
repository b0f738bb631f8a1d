#include "language/name_sounds.h"

#include <string.h>

#include "base/bisect.h"
#include "base/buffer.h"
#include "language/pinyin.h"
#include "language/readings.h"

/* What transliterations are written with, sorted. */
static const uint16_t characters[] = {
    0x4E01, 0x4E07, 0x4E09, 0x4E18, 0x4E1C, 0x4E1D, 0x4E30, 0x4E39, 0x4E3D, 0x4E43, 0x4E45, 0x4E4C,
    0x4E54, 0x4E8E, 0x4E9A, 0x4EA8, 0x4EAC, 0x4EC0, 0x4EE5, 0x4EFB, 0x4F0A, 0x4F11, 0x4F26, 0x4F2F,
    0x4F50, 0x4F5B, 0x4F69, 0x4FDD, 0x514B, 0x5170, 0x5174, 0x5179, 0x5185, 0x5188, 0x519C, 0x51E1,
    0x51EF, 0x5207, 0x5229, 0x52A0, 0x52AA, 0x52B3, 0x52C3, 0x52D2, 0x5305, 0x534E, 0x5353, 0x5357,
    0x535A, 0x535C, 0x5361, 0x5362, 0x536B, 0x5384, 0x53D9, 0x53E4, 0x53F2, 0x53F6, 0x53FB, 0x5409,
    0x5415, 0x54C8, 0x54E5, 0x54F2, 0x5510, 0x5609, 0x56E0, 0x56FE, 0x5723, 0x572D, 0x574E, 0x5761,
    0x5766, 0x57C3, 0x57FA, 0x5854, 0x585E, 0x58A8, 0x58EB, 0x590F, 0x591A, 0x592A, 0x592B, 0x5938,
    0x5947, 0x5948, 0x594E, 0x5951, 0x5965, 0x59AE, 0x59B2, 0x59C6, 0x59DC, 0x5A01, 0x5A05, 0x5A1C,
    0x5B54, 0x5B59, 0x5B5C, 0x5B63, 0x5B81, 0x5B89, 0x5B97, 0x5B9C, 0x5BBE, 0x5BC6, 0x5C14, 0x5C1A,
    0x5C24, 0x5C3C, 0x5C45, 0x5C71, 0x5C91, 0x5DF4, 0x5E03, 0x5E0C, 0x5E15, 0x5E2D, 0x5E73, 0x5E87,
    0x5E93, 0x5E9E, 0x5EB7, 0x5ED6, 0x5EF6, 0x5EF7, 0x5F17, 0x5F20, 0x5F25, 0x5F53, 0x5F6D, 0x5F7B,
    0x5F7C, 0x5F97, 0x5FB7, 0x6000, 0x601D, 0x6069, 0x6070, 0x607A, 0x60E0, 0x60F9, 0x6208, 0x624E,
    0x6258, 0x6263, 0x626C, 0x62C9, 0x62DC, 0x62FF, 0x6377, 0x63D0, 0x6469, 0x6492, 0x654F, 0x6587,
    0x658B, 0x6590, 0x6591, 0x65AF, 0x65B9, 0x65BD, 0x65E5, 0x65E6, 0x65FA, 0x6602, 0x6606, 0x660C,
    0x660E, 0x6613, 0x6614, 0x664B, 0x666E, 0x66F2, 0x66FC, 0x66FE, 0x6714, 0x6717, 0x6728, 0x672C,
    0x6731, 0x6735, 0x675C, 0x6768, 0x6770, 0x677E, 0x6797, 0x67CF, 0x67E5, 0x67EF, 0x67F3, 0x6839,
    0x683C, 0x6851, 0x6885, 0x68AF, 0x68C9, 0x68EE, 0x695A, 0x6B21, 0x6B23, 0x6B27, 0x6B47, 0x6B4C,
    0x6B66, 0x6BD4, 0x6BD5, 0x6BDB, 0x6C38, 0x6C40, 0x6C49, 0x6C64, 0x6C6A, 0x6C76, 0x6C81, 0x6C83,
    0x6C99, 0x6CBB, 0x6CCA, 0x6CD5, 0x6CE2, 0x6CF0, 0x6CFD, 0x6D01, 0x6D1B, 0x6D25, 0x6D2A, 0x6D3E,
    0x6D4E, 0x6D66, 0x6D69, 0x6D77, 0x6D85, 0x6E25, 0x6E29, 0x6E90, 0x6ED5, 0x6EE8, 0x6F58, 0x6FB3,
    0x70ED, 0x7231, 0x725B, 0x7279, 0x739B, 0x73BB, 0x73C0, 0x73CA, 0x73CD, 0x73ED, 0x7406, 0x7433,
    0x7434, 0x7459, 0x745E, 0x745F, 0x74DC, 0x74E6, 0x7518, 0x751C, 0x752B, 0x7533, 0x7538, 0x75D5,
    0x767B, 0x767D, 0x7691, 0x76AE, 0x76CE, 0x76D6, 0x76DB, 0x77F3, 0x7802, 0x78E8, 0x7956, 0x7965,
    0x798F, 0x79D1, 0x79D8, 0x7A23, 0x7A46, 0x7ACB, 0x7AE0, 0x7B80, 0x7C73, 0x7D22, 0x7EA6, 0x7EAA,
    0x7EB3, 0x7EBD, 0x7ECD, 0x7EF4, 0x7F55, 0x7F57, 0x7FC1, 0x7FE0, 0x7FF0, 0x8003, 0x8010, 0x8036,
    0x8083, 0x8096, 0x80AF, 0x80E1, 0x814A, 0x817E, 0x820D, 0x8212, 0x821C, 0x826E, 0x827E, 0x8292,
    0x8299, 0x82A6, 0x82AC, 0x82CF, 0x82D4, 0x82E5, 0x82F1, 0x8303, 0x831C, 0x8328, 0x8339, 0x8377,
    0x8389, 0x838E, 0x83AB, 0x83B1, 0x83F1, 0x83F2, 0x841D, 0x8428, 0x845B, 0x8461, 0x8482, 0x8499,
    0x84D3, 0x84EC, 0x8574, 0x857E, 0x8587, 0x864E, 0x8865, 0x88D8, 0x897F, 0x8A79, 0x8BA9, 0x8BD7,
    0x8BFA, 0x8C1F, 0x8C22, 0x8C6A, 0x8D1D, 0x8D21, 0x8D39, 0x8D3A, 0x8D3E, 0x8D56, 0x8D5B, 0x8D5E,
    0x8D64, 0x8D6B, 0x8DEF, 0x8F9B, 0x8FB9, 0x8FBE, 0x8FC8, 0x8FDE, 0x8FEA, 0x900A, 0x901A, 0x9053,
    0x906E, 0x9093, 0x90A3, 0x90A6, 0x90B1, 0x90B5, 0x90DD, 0x91CC, 0x91D1, 0x94A6, 0x94C1, 0x9521,
    0x95E8, 0x962E, 0x963F, 0x9640, 0x9648, 0x9676, 0x9686, 0x96C4, 0x96C5, 0x96EA, 0x96F7, 0x970D,
    0x9713, 0x971E, 0x9732, 0x9756, 0x97E6, 0x987A, 0x987F, 0x9882, 0x9887, 0x9999, 0x99AC, 0x9A6C,
    0x9AD8, 0x9B4F, 0x9C81, 0x9C8D, 0x9E4F, 0x9EA6, 0x9EBB, 0x9ED1, 0x9ED8, 0x9EDB, 0x9F50, 0x9F99,
};

bool name_sounds_has(uint32_t code)
{
    size_t low = 0, count = sizeof characters / sizeof *characters;
    BISECT(low, count, characters[low] >= code);
    return low < count && characters[low] == code;
}

#define HARD 50    /* weight of a consonant that is hardly ever left out */
#define STRONG 90  /* of most */
#define OPENING 30 /* of a vowel that a name begins with */

static void put(struct name_sounds *sounds, char sound, unsigned char weight)
{
    if (sounds->count == NAME_SOUNDS_MOST)
        return;
    sounds->items[sounds->count] = sound;
    sounds->weight[sounds->count++] = weight;
    sounds->consonants += weight >= HARD || sound == 'W';
    sounds->size += weight;
    sounds->full += sound < 'a' || sound == 'r' ? STRONG : weight;
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* ---- Latin words ---- */

/* Letters that are one sound. */
static const struct {
    char letters[4];
    char sound;
} groups[] = { { "sch", 'X' }, { "tch", 'C' }, { "sh", 'X' }, { "ch", 'C' }, { "ph", 'F' },
               { "th", 'T' },  { "kh", 'Q' },  { "ck", 'K' }, { "tz", 'Z' }, { "ts", 'Z' },
               { "cz", 'C' },  { "gh", 'G' },  { "dj", 'J' }, { "ng", 'N' }, { "qu", 'K' },
               { "zh", 'J' },  { "wr", 'R' },  { "kn", 'N' },  { "rw", 'R' } };

/* Puts a group that stands at `at`; its bytes, 0 when there is none. */
static size_t put_group(struct name_sounds *sounds, const char *word, size_t length, size_t at)
{
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        size_t size = strlen(groups[g].letters);
        if (at + size > length || memcmp(word + at, groups[g].letters, size) != 0)
            continue;
        put(sounds, groups[g].sound, groups[g].sound == 'N' ? 60 : 90);
        return size;
    }
    return 0;
}

static void put_vowel(struct name_sounds *sounds, const char *word, size_t length, size_t at)
{
    char next = at + 1 < length ? word[at + 1] : '\0';
    bool silent = word[at] == 'e' && at + 1 == length && at > 2;
    if (word[at] == 'y' && (is_vowel(next) || next == 'y'))
        put(sounds, 'Y', 20);
    else if (!silent)
        put(sounds, word[at] == 'y' ? 'i' : word[at], sounds->count == 0 ? OPENING : 12);
}

/* What stands before no vowel is weak in Chinese, where no syllable ends in it. */
static void put_consonant(struct name_sounds *sounds, char c, char next, bool first)
{
    bool soft = next == 'e' || next == 'i' || next == 'y';
    bool open = is_vowel(next) || next == 'y';
    switch (c) {
    case 'c': put(sounds, soft ? 'S' : 'K', 90); break;
    case 'q': put(sounds, 'K', 90); break;
    case 'g': put(sounds, soft ? 'E' : 'G', 90); break; /* E: as in George or in Gerhard */
    case 'x':
        put(sounds, 'K', 50);
        put(sounds, 'S', 90);
        break;
    case 'h': put(sounds, 'H', first ? 80 : 25); break;
    case 'r': put(sounds, 'R', open ? 85 : next == '\0' ? 15 : 25); break;
    case 'w': put(sounds, 'W', open ? 80 : 20); break;
    case 'n': put(sounds, 'N', open ? 90 : 70); break;
    case 'm': put(sounds, 'M', open ? 90 : 70); break;
    default: put(sounds, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : '#', 90);
    }
}

void name_sounds_read(struct name_sounds *sounds, const char *word, size_t length)
{
    *sounds = (struct name_sounds){ .count = 0 };
    for (size_t i = 0; i < length;) {
        size_t size = put_group(sounds, word, length, i);
        if (size > 0) {
            i += size;
        } else if (is_vowel(word[i]) || word[i] == 'y') {
            put_vowel(sounds, word, length, i++);
        } else {
            size_t end = i + 1;
            while (end < length && word[end] == word[i])
                end++;
            if (end > i + 1 && (word[i] == 'n' || word[i] == 'm'))
                put(sounds, 'N', 25); /* both syllables may have it: Sinner, 辛纳 */
            put_consonant(sounds, word[i], end < length ? word[end] : '\0', i == 0);
            i = end;
        }
    }
}

/* ---- characters ---- */

/* Initials; j, q, x and c are apart from the Latin sounds of those letters. */
static const struct {
    char letters[3];
    char sound;
    unsigned char weight;
} initials[] = { { "zh", 'J', 90 }, { "ch", 'C', 90 }, { "sh", 'X', 90 }, { "b", 'B', 90 },
                 { "p", 'P', 90 },  { "m", 'M', 90 },  { "f", 'F', 90 },  { "d", 'D', 90 },
                 { "t", 'T', 90 },  { "n", 'N', 90 },  { "l", 'L', 90 },  { "g", 'G', 90 },
                 { "k", 'K', 90 },  { "h", 'H', 80 },  { "j", 'j', 90 },  { "q", 'q', 90 },
                 { "x", 'x', 90 },  { "r", 'R', 80 },  { "z", 'Z', 90 },  { "c", 'c', 90 },
                 { "s", 'S', 90 },  { "y", 'Y', 15 },  { "w", 'W', 25 } };

static size_t put_initial(struct name_sounds *sounds, const char *syllable)
{
    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++) {
        size_t size = strlen(initials[i].letters);
        if (strncmp(syllable, initials[i].letters, size) != 0)
            continue;
        put(sounds, initials[i].sound, initials[i].weight);
        return size;
    }
    return 0;
}

/* The main vowel, and the nasal at the end. */
static void put_final(struct name_sounds *sounds, const char *final)
{
    size_t size = strlen(final);
    size -= size > 1 && final[size - 1] == 'g';
    bool nasal = size > 1 && final[size - 1] == 'n';
    size -= nasal;
    char vowel = size > 0 ? final[0] : '\0', next = size > 1 ? final[1] : '\0';
    if ((vowel == 'i' && (next == 'a' || next == 'e' || next == 'o')) ||
        (vowel == 'u' && (next == 'a' || next == 'o')))
        vowel = next;
    if (vowel != '\0')
        put(sounds, vowel == 'v' ? 'u' : vowel, sounds->count == 0 ? OPENING : 8);
    if (nasal)
        put(sounds, 'N', 55);
}

bool name_sounds_add(struct name_sounds *sounds, uint32_t code)
{
    const char *reading = name_sounds_has(code) ? readings_of(code) : NULL;
    struct buffer plain = { 0 };
    if (reading == NULL)
        return false;
    pinyin_add_plain(&plain, reading, strlen(reading));
    const char *syllable = buffer_text(&plain);
    if (strcmp(syllable, "er") == 0)
        put(sounds, 'r', 20); /* 尔 is an R or L of the name, or nothing */
    else
        put_final(sounds, syllable + put_initial(sounds, syllable));
    buffer_free(&plain);
    return true;
}

/* ---- both ---- */

#define DIFFERENT 200 /* dearer than leaving both out */
#define FAIR 35

/* What Latin sounds a Chinese sound stands for, often and at times. */
static const struct {
    char han;
    const char *good;
    const char *fair;
} stands_for[] = { { 'B', "B", "PV" },     { 'P', "P", "B" },      { 'M', "M", "N" },
                   { 'F', "FV", "WP" },    { 'D', "D", "TJ" },     { 'T', "T", "D" },
                   { 'N', "N", "M" },      { 'L', "LR", "" },      { 'G', "GEK", "" },
                   { 'K', "KQC", "GX" },   { 'H', "HQ", "GJCXK" }, { 'j', "JEGZKDC", "Y" },
                   { 'q', "CKZ", "JGES" }, { 'x', "XSC", "HZJ" },  { 'J', "JE", "CDGZ" },
                   { 'C', "C", "XZTJ" },   { 'X', "XSC", "Z" },    { 'R', "R", "JLZ" },
                   { 'Z', "Z", "SJDC" },   { 'c', "ZSC", "T" },    { 'S', "SZ", "TCX" },
                   { 'Y', "YJ", "EG" },    { 'W', "WV", "UH" },    { 'r', "RL", "" } };

static unsigned consonants_differ(char word, char han)
{
    for (size_t i = 0; i < sizeof stands_for / sizeof *stands_for; i++) {
        if (stands_for[i].han != han)
            continue;
        if (strchr(stands_for[i].good, word) != NULL)
            return 0;
        return strchr(stands_for[i].fair, word) != NULL ? FAIR : DIFFERENT;
    }
    return DIFFERENT;
}

static unsigned vowels_differ(char word, char han)
{
    static const char near[] = "eiieouuoaeeaaooa";
    if (word == han)
        return 0;
    for (size_t i = 0; i + 1 < sizeof near; i += 2) {
        if (near[i] == word && near[i + 1] == han)
            return 6;
    }
    return 15;
}

static unsigned sounds_differ(char word, char han)
{
    if (is_vowel(word) != is_vowel(han))
        return DIFFERENT;
    return is_vowel(word) ? vowels_differ(word, han) : consonants_differ(word, han);
}

static unsigned cheapest(const struct name_sounds *word, const struct name_sounds *han)
{
    unsigned costs[NAME_SOUNDS_MOST + 1] = { 0 }; /* of the row before, overwritten by this one */
    for (size_t k = 0; k < han->count; k++)
        costs[k + 1] = costs[k] + han->weight[k];
    for (size_t i = 0; i < word->count; i++) {
        unsigned diagonal = costs[0];
        costs[0] += word->weight[i];
        for (size_t k = 0; k < han->count; k++) {
            unsigned best = costs[k + 1] + word->weight[i];
            unsigned swap = diagonal + sounds_differ(word->items[i], han->items[k]);
            diagonal = costs[k + 1];
            best = costs[k] + han->weight[k] < best ? costs[k] + han->weight[k] : best;
            costs[k + 1] = swap < best ? swap : best;
        }
    }
    return costs[han->count];
}

float name_sounds_compare(const struct name_sounds *word, const struct name_sounds *han,
                          float least)
{
    unsigned larger = word->size > han->size ? word->size : han->size;
    unsigned smaller = word->size > han->size ? han->full : word->full;
    if (larger == 0 || (float)smaller < least * (float)larger)
        return 0;
    float score = 1 - (float)cheapest(word, han) / (float)larger;
    return score >= least ? score : 0;
}
