#include "text/linetrait.h"

#include <stddef.h>

#include "base/bisect.h"

struct trait_range {
    uint32_t first;
    uint32_t last;
    unsigned traits;
};

/* Brackets by turns: even ones open, odd ones close. */
#define PAIRS (1U << 31)

/* In order; what is in no range is a letter. Brackets and commas that UAX #14 already keeps
 * from a line's start or end still stand here, for their part in the rules about quotes. */
static const struct trait_range ranges[] = {
    { 0x00A0, 0x00A0, 0 },          /* no-break space */
    { 0x00A2, 0x00A5, TRAIT_SIGN }, /* cent, pound, currency, yen */
    { 0x00A7, 0x00A7, TRAIT_SIGN }, /* section */
    { 0x00AB, 0x00AB, 0 },
    { 0x00B0, 0x00B0, TRAIT_PERCENT }, /* degree */
    { 0x00B6, 0x00B6, TRAIT_SIGN },    /* pilcrow */
    { 0x00B7, 0x00B7, TRAIT_CLOSE },   /* between the parts of a foreign name */
    { 0x00BB, 0x00BB, 0 },
    { 0x0300, 0x036F, TRAIT_MARK },
    { 0x2000, 0x200A, TRAIT_SPACE },
    { 0x200B, 0x200B, 0 },          /* zero-width space */
    { 0x200C, 0x200D, TRAIT_MARK }, /* ZWNJ, ZWJ */
    { 0x200E, 0x200F, 0 },          /* LRM, RLM */
    { 0x2010, 0x2010, TRAIT_HYPHEN },
    { 0x2014, 0x2015, TRAIT_CLOSE | TRAIT_DASH }, /* em dash and horizontal bar */
    { 0x2018, 0x2019, TRAIT_QUOTE },              /* ‘ ’ */
    { 0x201C, 0x201D, TRAIT_QUOTE },              /* “ ” */
    { 0x2025, 0x2026, TRAIT_CLOSE | TRAIT_DASH }, /* two and three dots */
    { 0x2027, 0x2027, TRAIT_CLOSE },              /* hyphenation point */
    { 0x202F, 0x202F, 0 },
    { 0x2030, 0x2031, TRAIT_PERCENT },            /* per mille */
    { 0x2060, 0x2060, 0 },                        /* word joiner */
    { 0x20A0, 0x20CF, TRAIT_SIGN },               /* currencies */
    { 0x2103, 0x2103, TRAIT_PERCENT },            /* degrees Celsius */
    { 0x2109, 0x2109, TRAIT_PERCENT },            /* degrees Fahrenheit */
    { 0x2116, 0x2116, TRAIT_SIGN },               /* № */
    { 0x22EF, 0x22EF, TRAIT_CLOSE | TRAIT_DASH }, /* three dots at mid height */
    { 0x2E3A, 0x2E3B, TRAIT_CLOSE | TRAIT_DASH }, /* two- and three-em dash */
    { 0x2E80, 0x2FFF, TRAIT_EAST },               /* radicals */
    { 0x3000, 0x3000, TRAIT_SPACE },
    { 0x3001, 0x3002, TRAIT_EAST | TRAIT_CLOSE }, /* 、 。 */
    { 0x3003, 0x3004, TRAIT_EAST },
    { 0x3005, 0x3005, TRAIT_EAST | TRAIT_CLOSE }, /* 々 */
    { 0x3006, 0x3007, TRAIT_EAST },
    { 0x3008, 0x3011, TRAIT_EAST | PAIRS },
    { 0x3012, 0x3013, TRAIT_EAST },
    { 0x3014, 0x301B, TRAIT_EAST | PAIRS },
    { 0x301C, 0x301C, TRAIT_EAST | TRAIT_CLOSE }, /* wave dash */
    { 0x301D, 0x301D, TRAIT_EAST | TRAIT_OPEN },
    { 0x301E, 0x301F, TRAIT_EAST | TRAIT_CLOSE },
    { 0x3020, 0x3029, TRAIT_EAST },
    { 0x302A, 0x302F, TRAIT_MARK },
    { 0x3030, 0x303A, TRAIT_EAST },
    { 0x303B, 0x303B, TRAIT_EAST | TRAIT_CLOSE }, /* 〻 */
    { 0x303C, 0x3098, TRAIT_EAST },
    { 0x3099, 0x309A, TRAIT_MARK },
    { 0x309B, 0x309C, TRAIT_EAST },
    { 0x309D, 0x309E, TRAIT_EAST | TRAIT_CLOSE }, /* ゝ ゞ */
    { 0x309F, 0x30FA, TRAIT_EAST },
    { 0x30FB, 0x30FE, TRAIT_EAST | TRAIT_CLOSE }, /* ・ ー ヽ ヾ */
    { 0x30FF, 0x9FFF, TRAIT_EAST },               /* kana, Han */
    { 0xF900, 0xFAFF, TRAIT_EAST },               /* Han */
    { 0xFE00, 0xFE0F, TRAIT_MARK },               /* variation selectors */
    { 0xFE20, 0xFE2F, TRAIT_MARK },
    { 0xFE30, 0xFE4F, TRAIT_EAST },
    { 0xFEFF, 0xFEFF, 0 },
    { 0xFF01, 0xFF01, TRAIT_EAST | TRAIT_CLOSE }, /* ！ */
    { 0xFF02, 0xFF03, TRAIT_EAST },
    { 0xFF04, 0xFF04, TRAIT_EAST | TRAIT_SIGN },
    { 0xFF05, 0xFF05, TRAIT_EAST | TRAIT_CLOSE | TRAIT_PERCENT }, /* ％ */
    { 0xFF06, 0xFF07, TRAIT_EAST },
    { 0xFF08, 0xFF08, TRAIT_EAST | TRAIT_OPEN },
    { 0xFF09, 0xFF09, TRAIT_EAST | TRAIT_CLOSE },
    { 0xFF0A, 0xFF0B, TRAIT_EAST },
    { 0xFF0C, 0xFF0D, TRAIT_EAST | TRAIT_CLOSE },               /* ， － */
    { 0xFF0E, 0xFF0E, TRAIT_EAST | TRAIT_CLOSE | TRAIT_FULL },  /* ． */
    { 0xFF0F, 0xFF0F, TRAIT_EAST | TRAIT_CLOSE | TRAIT_SLASH }, /* ／ */
    { 0xFF10, 0xFF19, TRAIT_EAST | TRAIT_FULL | TRAIT_DIGIT },  /* ０-９ */
    { 0xFF1A, 0xFF1B, TRAIT_EAST | TRAIT_CLOSE },               /* ： ； */
    { 0xFF1C, 0xFF1E, TRAIT_EAST },
    { 0xFF1F, 0xFF1F, TRAIT_EAST | TRAIT_CLOSE }, /* ？ */
    { 0xFF20, 0xFF20, TRAIT_EAST },
    { 0xFF21, 0xFF3A, TRAIT_EAST | TRAIT_FULL },
    { 0xFF3B, 0xFF3B, TRAIT_EAST | TRAIT_OPEN },
    { 0xFF3C, 0xFF3C, TRAIT_EAST },
    { 0xFF3D, 0xFF3D, TRAIT_EAST | TRAIT_CLOSE },
    { 0xFF3E, 0xFF40, TRAIT_EAST },
    { 0xFF41, 0xFF5A, TRAIT_EAST | TRAIT_FULL },
    { 0xFF5B, 0xFF5B, TRAIT_EAST | TRAIT_OPEN },
    { 0xFF5C, 0xFF5C, TRAIT_EAST },
    { 0xFF5D, 0xFF5E, TRAIT_EAST | TRAIT_CLOSE }, /* ｝ ～ */
    { 0xFF5F, 0xFF5F, TRAIT_EAST | TRAIT_OPEN },
    { 0xFF60, 0xFF61, TRAIT_EAST | TRAIT_CLOSE },
    { 0xFF62, 0xFF62, TRAIT_EAST | TRAIT_OPEN },
    { 0xFF63, 0xFF65, TRAIT_EAST | TRAIT_CLOSE },
    { 0xFF66, 0xFF9F, TRAIT_EAST },
    { 0xFFE0, 0xFFE1, TRAIT_EAST | TRAIT_SIGN },
    { 0xFFE5, 0xFFE6, TRAIT_EAST | TRAIT_SIGN },
    { 0x20000, 0x3FFFD, TRAIT_EAST }, /* Han */
    { 0xE0100, 0xE01EF, TRAIT_MARK }, /* variation selectors */
};

static unsigned traits_in_ranges(uint32_t code_point)
{
    size_t low = 0;
    BISECT(low, sizeof ranges / sizeof *ranges, ranges[low].last >= code_point);
    bool found = low < sizeof ranges / sizeof *ranges && ranges[low].first <= code_point;
    if (!found)
        return TRAIT_WORD;
    unsigned traits = ranges[low].traits;
    if ((traits & PAIRS) != 0)
        traits ^= PAIRS | (code_point % 2 == 0 ? TRAIT_OPEN : TRAIT_CLOSE);
    return traits;
}

#define EACH_DIGIT(trait)                                                                      \
    ['0'] = trait, ['1'] = trait, ['2'] = trait, ['3'] = trait, ['4'] = trait, ['5'] = trait,  \
    ['6'] = trait, ['7'] = trait, ['8'] = trait, ['9'] = trait

static const unsigned short ascii[128] = {
    EACH_DIGIT(TRAIT_DIGIT),
    [' '] = TRAIT_SPACE,  ['\t'] = TRAIT_SPACE, ['\n'] = TRAIT_SPACE,
    ['('] = TRAIT_OPEN,   ['['] = TRAIT_OPEN,   ['{'] = TRAIT_OPEN,
    [')'] = TRAIT_CLOSE,  [']'] = TRAIT_CLOSE,  ['}'] = TRAIT_CLOSE,
    ['!'] = TRAIT_CLOSE,  ['?'] = TRAIT_CLOSE,  ['-'] = TRAIT_HYPHEN,
    ['.'] = TRAIT_CLOSE | TRAIT_STOP,           [','] = TRAIT_CLOSE | TRAIT_STOP,
    [':'] = TRAIT_CLOSE | TRAIT_STOP,           [';'] = TRAIT_CLOSE | TRAIT_STOP,
    ['/'] = TRAIT_SLASH,  ['$'] = TRAIT_SIGN,   ['%'] = TRAIT_PERCENT,
};

static bool is_ascii_letter(uint32_t code_point)
{
    return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
}

unsigned linetrait_of(uint32_t code_point)
{
    if (code_point < 0x80)
        return is_ascii_letter(code_point) ? TRAIT_WORD : ascii[code_point];
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return TRAIT_EAST;
    return traits_in_ranges(code_point);
}

bool linetrait_is_unit(uint32_t code_point, uint32_t next)
{
    static const uint32_t units[] = {
        0x4E07, 0x4EBF, 0x500D, 0x5104, 0x5143, 0x5146, 0x5186, /* 万 亿 倍 億 元 兆 円 */
        0x5206, 0x5341, 0x5343, 0x53F7, 0x5468, 0x5706, 0x5713, /* 分 十 千 号 周 圆 圓 */
        0x5929, 0x5C81, 0x5E74, 0x65E5, 0x65F6, 0x6642, 0x6708, /* 天 岁 年 日 时 時 月 */
        0x6B72, 0x70B9, 0x767E, 0x79D2, 0x842C, 0x865F, 0x9EDE, /* 歲 点 百 秒 萬 號 點 */
    };
    static const uint32_t pairs[][2] = {
        { 0x516C, 0x65A4 }, /* 公斤 */
        { 0x516C, 0x91CC }, /* 公里 */
        { 0x5343, 0x514B }, /* 千克 */
        { 0x5C0F, 0x65F6 }, /* 小时 */
        { 0x5E73, 0x65B9 }, /* 平方 */
        { 0x65E5, 0x5143 }, /* 日元 */
        { 0x6B27, 0x5143 }, /* 欧元 */
        { 0x6E2F, 0x5143 }, /* 港元 */
        { 0x6E2F, 0x5E01 }, /* 港币 */
        { 0x7F8E, 0x5143 }, /* 美元 */
        { 0x82F1, 0x9551 }, /* 英镑 */
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i] == code_point)
            return true;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == code_point && pairs[i][1] == next)
            return true;
    return false;
}
