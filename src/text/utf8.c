#include "text/utf8.h"

#include <string.h>

/* Eight bytes at a time. Every constant is the same byte eight times, or is loaded from
 * a byte array like the text itself, so that the order of bytes in a word is no matter. */
#define EACH(byte) ((uint64_t)(byte) * UINT64_C(0x0101010101010101))
#define HIGH EACH(0x80)
#define WORD sizeof(uint64_t)

static uint64_t load(const void *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, WORD);
    return word;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* What a lead byte asks for (Unicode Standard, table 3-7). */
struct lead {
    unsigned char size;   /* bytes of the whole sequence, 0 for no lead byte */
    unsigned char low;    /* bounds of the second byte */
    unsigned char high;
    unsigned char mask;   /* payload bits of the lead byte */
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return (struct lead){ 0, 0, 0, 0 };
    if (byte < 0xE0)
        return (struct lead){ 2, 0x80, 0xBF, 0x1F };
    if (byte < 0xF0)
        return (struct lead){ 3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF, 0x0F };
    return (struct lead){ 4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF, 0x07 };
}

/* Returns the size, negative for that many bytes of an ill-formed subpart. */
static int decode_sequence(const unsigned char *bytes, size_t length, uint32_t *code_point)
{
    struct lead lead = lead_of(bytes[0]);
    uint32_t value = (uint32_t)(bytes[0] & lead.mask);
    if (lead.size == 0 || length < 2 || bytes[1] < lead.low || bytes[1] > lead.high)
        return -1;
    value = value << 6 | (bytes[1] & 0x3Fu);
    for (int i = 2; i < lead.size; i++) {
        if ((size_t)i >= length || !is_continuation(bytes[i]))
            return -i;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    *code_point = value;
    return lead.size;
}

size_t utf8_decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text;
    *code_point = UTF8_REPLACEMENT;
    if (length == 0)
        return 0;
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        return 1;
    }
    /* Three bytes of any, without bounds of the second one: nearly all Chinese. */
    if (bytes[0] > 0xE0 && bytes[0] < 0xED && length > 2 && is_continuation(bytes[1]) &&
        is_continuation(bytes[2])) {
        *code_point = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        return 3;
    }
    int size = decode_sequence(bytes, length, code_point);
    return (size_t)(size < 0 ? -size : size);
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = UTF8_REPLACEMENT;
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    out[0] = (char)(leads[size] | code_point);
    return size;
}

size_t utf8_start(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

size_t utf8_previous(const char *text, size_t at)
{
    if (at == 0)
        return 0;
    size_t floor = at > 4 ? at - 4 : 0;
    at--;
    while (at > floor && is_continuation((unsigned char)text[at]))
        at--;
    return at;
}

/* 0x01 in each byte that continues a sequence (10xxxxxx). */
static uint64_t continuations(uint64_t word)
{
    return (word & ~(word << 1) & HIGH) >> 7;
}

static size_t sum_of_bytes(uint64_t word)
{
    uint64_t pairs = (word & UINT64_C(0x00FF00FF00FF00FF)) +
                     (word >> 8 & UINT64_C(0x00FF00FF00FF00FF));
    return (size_t)(pairs * UINT64_C(0x0001000100010001) >> 48);
}

size_t utf8_count(const char *text, size_t length)
{
    size_t at = 0;
    size_t continued = 0;
    while (length - at >= WORD) {
        uint64_t sums = 0; /* one count a byte, which 255 words cannot overflow */
        size_t words = (length - at) / WORD;
        for (size_t left = words < 255 ? words : 255; left > 0; left--, at += WORD)
            sums += continuations(load(text + at));
        continued += sum_of_bytes(sums);
    }
    for (; at < length; at++)
        continued += is_continuation((unsigned char)text[at]);
    return length - continued;
}

size_t utf8_offset(const char *text, size_t length, size_t index)
{
    size_t at = 0;
    while (length - at >= WORD) {
        size_t starts = WORD - sum_of_bytes(continuations(load(text + at)));
        if (starts > index)
            break;
        index -= starts;
        at += WORD;
    }
    for (; at < length; at++) {
        if (is_continuation((unsigned char)text[at]))
            continue;
        if (index == 0)
            return at;
        index--;
    }
    return length;
}

/* True for eight bytes that are all 0x20-0x7E, tab or newline. */
static bool is_clean_word(uint64_t word)
{
    uint64_t printable = word + EACH(0x60);                         /* at least 0x20 */
    uint64_t blank = (word + EACH(0x77)) & ~(word + EACH(0x75));    /* 9 or 10 */
    uint64_t del = word + EACH(0x01);
    return (word & HIGH) == 0 && (((printable | blank) & ~del) & HIGH) == HIGH;
}

static bool is_clean_byte(unsigned char byte)
{
    return (byte >= 0x20 && byte <= 0x7E) || byte == '\t' || byte == '\n';
}

/* True when the first six of eight bytes are two well-formed sequences of three whose
 * lead byte is not E0, E2 or ED: those need a look at the bytes that follow. */
static bool is_pair_of_threes(uint64_t word)
{
    static const unsigned char shape[8] = { 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0, 0 };
    static const unsigned char wanted[8] = { 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0, 0 };
    static const unsigned char leads[8] = { 0x0F, 0, 0, 0x0F, 0, 0, 0, 0 };
    static const unsigned char others[8] = { 0, 1, 1, 0, 1, 1, 1, 1 };
    if ((word & load(shape)) != load(wanted))
        return false;
    uint64_t low = (word & load(leads)) | load(others);
    uint64_t not_0 = low + EACH(0x7F);
    uint64_t not_2 = (low ^ EACH(0x02)) + EACH(0x7F);
    uint64_t not_d = (low ^ EACH(0x0D)) + EACH(0x7F);
    return (not_0 & not_2 & not_d & HIGH) == HIGH;
}

/* End of the fast stretch from `at`: pairs of sequences of three. */
static size_t skip_threes(const char *text, size_t length, size_t at)
{
    while (length - at >= WORD && is_pair_of_threes(load(text + at)))
        at += 6;
    return at;
}

/* Size of the well-formed sequence at `bytes`, 0 when it is ill-formed. */
static size_t sequence_size(const unsigned char *bytes, size_t length, uint32_t *code_point)
{
    int size = decode_sequence(bytes, length, code_point);
    return size < 0 ? 0 : (size_t)size;
}

bool utf8_is_valid(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        if (length - at >= WORD && (load(text + at) & HIGH) == 0) {
            at += WORD;
            continue;
        }
        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        size_t next = skip_threes(text, length, at);
        if (next == at) {
            uint32_t code_point;
            next += sequence_size((const unsigned char *)text + at, length - at, &code_point);
            if (next == at)
                return false;
        }
        at = next;
    }
    return true;
}

bool utf8_is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80)
            return false;
    }
    return true;
}

/* C1 controls and the two separators that a terminal or a reader of lines may obey. */
static bool is_unclean_code_point(uint32_t code_point)
{
    return code_point < 0xA0 || code_point == 0x2028 || code_point == 0x2029;
}

size_t utf8_clean_prefix(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        while (length - at >= WORD && is_clean_word(load(text + at)))
            at += WORD;
        while (at < length && is_clean_byte((unsigned char)text[at]))
            at++;
        size_t start = at;
        at = skip_threes(text, length, at);
        if (at < length && (unsigned char)text[at] >= 0x80) {
            uint32_t code_point = 0;
            size_t size = sequence_size((const unsigned char *)text + at, length - at,
                                        &code_point);
            if (size == 0 || is_unclean_code_point(code_point))
                return at;
            at += size;
        }
        if (at == start)
            return at;
    }
    return at;
}

bool utf8_is_han(uint32_t code_point)
{
    if (code_point < 0x3400)
        return code_point == 0x3005 || code_point == 0x3007;
    return code_point <= 0x4DBF || (code_point >= 0x4E00 && code_point <= 0x9FFF) ||
           (code_point >= 0xF900 && code_point <= 0xFAFF) ||
           (code_point >= 0x20000 && code_point <= 0x2FA1F) ||
           (code_point >= 0x30000 && code_point <= 0x323AF);
}
