#include "entity/variants.h"

#include <string.h>

#include "base/bisect.h"
#include "base/xalloc.h"
#include "text/fold.h"
#include "text/hanpairs.h"
#include "text/lettercase.h"
#include "text/utf8.h"

#define WIDE_OFFSET 0xFEE0u /* from a full-width form to ASCII */
#define DOT 0xB7u

/* Signs that are written in several ways, the plain one first. */
static const uint16_t apostrophes[] = { '\'', 0x2019, 0x2018, 0x201B, 0x02BC, 0x2032, 0xFF07 };
static const uint16_t hyphens[] = { '-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D, 0xFE63 };
static const uint16_t dots[] = { DOT, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0xFF0E };

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Blocks of scripts whose words are divided, letters and marks together; between them stand
 * signs and the scripts of East Asia. Sorted. */
static const struct { uint32_t first, last; } words[] = {
    { 0xAA, 0xAA }, { 0xB5, 0xB5 }, { 0xBA, 0xBA }, { 0xC0, 0xD6 }, { 0xD8, 0xF6 },
    { 0xF8, 0x2BB }, { 0x2BD, 0x2C1 }, { 0x2C6, 0x2D1 }, { 0x300, 0x37D }, { 0x37F, 0x386 },
    { 0x388, 0x559 }, { 0x561, 0x588 }, { 0x591, 0x5BD }, { 0x5D0, 0x5F2 }, { 0x610, 0x61A },
    { 0x620, 0x669 }, { 0x66E, 0x6D3 }, { 0x6D5, 0x963 }, { 0x966, 0x10FF }, { 0x1200, 0x1360 },
    { 0x1369, 0x13FF }, { 0x1401, 0x17D3 }, { 0x1810, 0x1FFF }, { 0x20D0, 0x20FF },
    { 0x2C00, 0x2DFF }, { 0xA640, 0xA95F }, { 0xA980, 0xABFF }, { 0xFB00, 0xFDCF },
    { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFE70, 0xFEFC }, { 0x10280, 0x11FFF },
    { 0x16A00, 0x16FFF }, { 0x1D400, 0x1D7FF }, { 0x1E000, 0x1EFFF }, { 0xE0100, 0xE01EF }
};

/* clang-format off */
#define O SYMBOL_OTHER
#define L SYMBOL_LETTER
#define D SYMBOL_DIGIT
#define W SYMBOL_WORD
#define S SYMBOL_SPACE
#define N SYMBOL_LINE
const uint8_t symbol_ascii_kinds[128] = {
    O, O, O, O, O, O, O, O, O, S, N, S, S, S, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, W,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O
};
#undef O
#undef L
#undef D
#undef W
#undef S
#undef N
/* clang-format on */

struct variants *variants_new(void)
{
    struct variants *variants = xmalloc(sizeof *variants);
    memset(variants->pairs_of, 0, sizeof variants->pairs_of);
    for (uint32_t i = 0; i < VARIANTS_END - VARIANTS_FIRST; i++)
        variants->simple[i] = (uint16_t)(VARIANTS_FIRST + i);
    for (size_t i = 0; i < hanpairs_count; i++) {
        uint32_t traditional;
        uint32_t simple;
        utf8_decode(hanpair(i), 3, &traditional);
        utf8_decode(hanpair(i) + 3, 3, &simple);
        variants->simple[traditional - VARIANTS_FIRST] = (uint16_t)simple;
        if (variants->pairs_of[simple - VARIANTS_FIRST] == 0)
            variants->pairs_of[simple - VARIANTS_FIRST] = (uint16_t)(i + 1);
    }
    return variants;
}

static bool contains(const uint16_t *list, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i] == code)
            return true;
    }
    return false;
}

static bool is_in_words(uint32_t code)
{
    size_t low = 0;
    BISECT(low, COUNT(words), code <= words[low].last);
    return low < COUNT(words) && code >= words[low].first;
}

static uint32_t fold_sign(uint32_t code)
{
    if (contains(apostrophes, COUNT(apostrophes), code))
        return '\'';
    if (contains(hyphens, COUNT(hyphens), code))
        return '-';
    return contains(dots, COUNT(dots), code) ? DOT : code;
}

static bool is_kana(uint32_t code)
{
    return (code >= 0x3041 && code <= 0x30FF && code != 0x30FB) ||
           (code >= 0x31F0 && code <= 0x31FF) || (code >= 0xFF66 && code <= 0xFF9F);
}

static void classify(struct symbol *symbol)
{
    uint32_t code = fold_sign(symbol->code);
    if (code >= 0xFF01 && code <= 0xFF5E) {
        code -= WIDE_OFFSET;
        symbol->kind = symbol_ascii_kinds[code];
        symbol->wide = symbol->kind == SYMBOL_LETTER || symbol->kind == SYMBOL_DIGIT;
    } else if (code < 0x80) {
        symbol->kind = symbol_ascii_kinds[code];
    } else if (code == DOT) {
        symbol->kind = SYMBOL_DOT;
    } else if (utf8_is_han(code) || is_kana(code)) {
        symbol->kind = SYMBOL_HAN;
    } else {
        symbol->kind = is_in_words(code) ? SYMBOL_WORD : SYMBOL_OTHER;
    }
    symbol->code = code;
}

struct symbol variants_beyond_ascii(const struct variants *variants, const char *text,
                                    size_t length, size_t at)
{
    struct symbol symbol = { 0, SYMBOL_OTHER, false, 0 };
    if (at >= length)
        return symbol;
    const unsigned char *bytes = (const unsigned char *)text + at;
    if (length - at >= 3 && bytes[0] >= 0xE5 && bytes[0] <= 0xE9 && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) { /* most Han */
        symbol.code = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        symbol.code = variants->simple[symbol.code - VARIANTS_FIRST];
        return (struct symbol){ symbol.code, SYMBOL_HAN, false, 3 };
    }
    symbol.size = (uint8_t)utf8_decode(text + at, length - at, &symbol.code);
    if (symbol.code - VARIANTS_FIRST < VARIANTS_END - VARIANTS_FIRST) {
        symbol.code = variants->simple[symbol.code - VARIANTS_FIRST];
        symbol.kind = symbol.code >= 0x4DC0 && symbol.code < 0x4E00 ? SYMBOL_OTHER : SYMBOL_HAN;
    } else if (fold_white_space(text, length, at) != 0) {
        bool line = symbol.code == 0x2028 || symbol.code == 0x2029 || symbol.code == 0x85;
        symbol.kind = line ? SYMBOL_LINE : SYMBOL_SPACE;
        symbol.code = ' ';
    } else {
        classify(&symbol);
    }
    return symbol;
}

struct symbol variants_before(const struct variants *variants, const char *text, size_t at)
{
    size_t start = at == 0 ? 0 : utf8_previous(text, at);
    return variants_at(variants, text, at, start);
}

uint32_t variants_fold(uint32_t code)
{
    if (code < 0x80)
        return code - 'A' < 26 ? code + 0x20 : code;
    return code - VARIANTS_FIRST < VARIANTS_END - VARIANTS_FIRST ? code : lettercase_small(code);
}

uint32_t variants_capital(uint32_t code)
{
    if (code < 0x80)
        return code - 'a' < 26 ? code - 0x20 : code;
    return code - VARIANTS_FIRST < VARIANTS_END - VARIANTS_FIRST ? code : lettercase_capital(code);
}

static size_t sign_forms(const uint16_t *list, size_t count, uint32_t *forms)
{
    for (size_t i = 0; i < count; i++)
        forms[i] = list[i];
    return count;
}

static size_t han_forms(const struct variants *variants, uint32_t code, uint32_t *forms)
{
    size_t count = 0;
    forms[count++] = code;
    size_t pair = variants->pairs_of[code - VARIANTS_FIRST];
    for (; pair != 0 && pair <= hanpairs_count && count < VARIANTS_FORMS; pair++) {
        uint32_t traditional;
        uint32_t simple;
        utf8_decode(hanpair(pair - 1), 3, &traditional);
        utf8_decode(hanpair(pair - 1) + 3, 3, &simple);
        if (simple != code)
            break;
        forms[count++] = traditional;
    }
    return count;
}

size_t variants_forms(const struct variants *variants, uint32_t code,
                      uint32_t forms[VARIANTS_FORMS])
{
    if (code == '\'')
        return sign_forms(apostrophes, COUNT(apostrophes), forms);
    if (code == '-')
        return sign_forms(hyphens, COUNT(hyphens), forms);
    if (code == DOT)
        return sign_forms(dots, COUNT(dots), forms);
    if (code - VARIANTS_FIRST < VARIANTS_END - VARIANTS_FIRST)
        return han_forms(variants, code, forms);
    forms[0] = code;
    if (code <= ' ' || code > '~')
        return 1;
    forms[1] = code + WIDE_OFFSET;
    return 2;
}
