#include "notes/quote_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/vector.h"
#include "text/lettercase.h"
#include "text/numeral.h"
#include "text/utf8.h"
#include "text/wordlist.h"

static const char denials[] = "not no never none nobody nothing nowhere neither nor without "
                              "cannot";
static const char percents[] = "percent pct";
static const char days[] = "today yesterday tomorrow tonight last next";
static const char scales[] = "hundred thousand million billion trillion dozen";
/* With a capital; what is shorter is told as a name. */
static const char dates[] = "monday tuesday wednesday thursday friday saturday sunday january "
                            "february march april may june july august september october "
                            "november december";

static const char han_denials[] = "并非 绝非 并無 不 没 沒 未 无 無 否";
static const char han_days[] = "今天 昨天 明天 前天 后天 今日 昨日 明日 今年 去年 明年 前年 本周 "
                               "上周 下周 本月 上月 下月 上季 本季 下季";

/* What a single Han digit is counted with, and what stands before one: 周三, 第三. */
static const char han_counted[] =
    "年月日号點点时時分秒岁歲成倍元块個个名位次家人天周届亿億万萬千百十%號塊週屆"
    "篇条條本种種项項场場件张張辆輛台部段句则則组組间間所座层層股笔筆份套批支回遍轮輪排例户戶款集起州省市国國店桩樁级級吨噸斤克升米页頁";
/* And what says how much without a digit: 百万 is not 百亿. */
static const char han_scales[] = "百千万萬亿億";
static const char han_before[] = "周期拜第";

static uint32_t code_at(const struct fold *fold, size_t at, size_t *size)
{
    uint32_t code = 0;
    *size = at < fold->length ? utf8_decode(fold->text + at, fold->length - at, &code) : 0;
    return code;
}

static bool is_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= 0xC0 && code < 0x590 && code != 0xD7 && code != 0xF7);
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_one_of(const char *characters, const char *at, size_t size)
{
    for (const char *next = characters; *next != '\0';) {
        uint32_t ignored;
        size_t length = utf8_decode(next, strlen(next), &ignored);
        if (length == size && memcmp(next, at, size) == 0)
            return true;
        next += length;
    }
    return false;
}

/* ---- keys ---- */

static uint64_t hash_number(uint64_t hash, uint64_t number)
{
    for (int i = 0; i < 8; i++, number >>= 8)
        hash = hash_add(hash, (unsigned char)(number & 0xFF));
    return hash;
}

static uint64_t hash_letters(const struct fold *fold, size_t start, size_t end)
{
    uint64_t hash = 0;
    while (start < end) {
        size_t size;
        hash = hash_number(hash, lettercase_small(code_at(fold, start, &size)));
        start += size;
    }
    return hash;
}

/* 50,000 and 5万 are one value. */
static uint64_t hash_value(uint64_t hash, struct decimal value)
{
    while (value.digits != 0 && value.digits % 10 == 0) {
        value.digits /= 10;
        value.exponent++;
    }
    return hash_number(hash_number(hash, value.digits),
                       value.digits != 0 ? (uint64_t)(value.exponent + 64) : 0);
}

/* ---- numbers ---- */

/* 一 of 一些 is no number. */
static bool is_bare_digit(const struct fold *fold, size_t at, const struct numeral *numeral)
{
    size_t size, next, before;
    (void)code_at(fold, at, &size);
    if (numeral->kind != NUMERAL_HAN || numeral->ordinal || numeral->end != at + size)
        return false;
    (void)code_at(fold, numeral->end, &next);
    before = at > 0 ? utf8_previous(fold->text, at) : 0;
    return !(next > 0 && is_one_of(han_counted, fold->text + numeral->end, next)) &&
           !(at > 0 && is_one_of(han_before, fold->text + before, at - before));
}

/* A hyphen that is no dash and joins nothing: a minus. */
static bool is_minus(const struct fold *fold, size_t at)
{
    return at > 0 && fold->text[at - 1] == '-' &&
           (at == 1 || fold->text[at - 2] == ' ' || fold->text[at - 2] == '(');
}

static bool touches_letter(const struct fold *fold, size_t at, size_t end)
{
    size_t ignored;
    return (at > 0 && is_letter((unsigned char)fold->text[at - 1])) ||
           is_letter(code_at(fold, end, &ignored));
}

static bool read_number(const struct fold *fold, size_t at, struct quote_word *word)
{
    struct numeral numeral;
    int power;
    if (!numeral_read(fold->text, fold->length, at, &numeral) || is_bare_digit(fold, at, &numeral))
        return false;
    *word = (struct quote_word){ .kind = QUOTE_NUMBER, .start = at, .end = numeral.end };
    size_t suffix = numeral_suffix(fold->text, fold->length, numeral.end, &power);
    bool huge = numeral.huge;
    if (suffix > 0 && !huge && !numeral.scaled) {
        huge = !decimal_shift(&numeral.value, power) || !decimal_shift(&numeral.upper, power);
        word->end += suffix;
    }
    word->key = huge ? hash_letters(fold, at, word->end)
                     : hash_value(hash_value(is_minus(fold, at), numeral.value), numeral.upper);
    word->joined = touches_letter(fold, at, word->end);
    return true;
}

/* ---- words ---- */

/* Letters and digits, with apostrophes inside; without the 's of a possessor. What denies in "isn't"
 * is a word of its own. */
static void read_word(const struct fold *fold, size_t at, struct quote_word *word)
{
    size_t size;
    uint32_t code = code_at(fold, at, &size);
    *word = (struct quote_word){ .kind = QUOTE_WORD, .start = at };
    size_t end = at;
    while (is_letter(code) || is_digit(code) ||
           (code == '\'' && end > at && is_letter(code_at(fold, end + 1, &size)))) {
        word->joined = word->joined || is_digit(code);
        word->capital = word->capital || lettercase_small(code) != code;
        (void)code_at(fold, end, &size);
        end += size;
        code = code_at(fold, end, &size);
    }
    word->end = end;
    size_t length = end - at;
    const char *text = fold->text + at;
    if (length > 2 && (memcmp(text + length - 2, "'s", 2) == 0))
        length = (word->end -= 2) - at;
    if (wordlist_has_small(text, length, denials) ||
        (length > 3 && memcmp(text + length - 3, "n't", 3) == 0))
        word->kind = QUOTE_NOT;
    else if (wordlist_has_small(text, length, scales))
        word->kind = QUOTE_NUMBER;
    else if (wordlist_has_small(text, length, days) ||
             (word->capital && wordlist_has_small(text, length, dates)))
        word->kind = QUOTE_DAY;
    else if (wordlist_has_small(text, length, percents))
        word->kind = QUOTE_UNIT;
}

static void read_han(const struct fold *fold, size_t at, size_t size, struct quote_word *word)
{
    size_t day = wordlist_at(fold->text, at, fold->length, han_days);
    size_t denial = wordlist_at(fold->text, at, fold->length, han_denials);
    *word = (struct quote_word){ .kind = QUOTE_HAN, .start = at, .end = at + size };
    if (day > 0)
        *word = (struct quote_word){ .kind = QUOTE_DAY, .start = at, .end = at + day };
    else if (denial > 0)
        *word = (struct quote_word){ .kind = QUOTE_NOT, .start = at, .end = at + denial };
    else if (is_one_of(han_scales, fold->text + at, size))
        word->kind = QUOTE_NUMBER;
}

static bool is_unit(uint32_t code)
{
    return code == '%' || code == '$' || code == 0x20AC || (code >= 0xA2 && code <= 0xA5);
}

static bool is_stop(uint32_t code)
{
    return code == '.' || code == '!' || code == '?' || code == 0x3002 || code == ':' ||
           code == ';';
}

/* The word at `at`; false when none begins there. */
static bool read_at(const struct fold *fold, size_t at, uint32_t code, size_t size,
                    struct quote_word *word)
{
    if (code == ' ' || code == '-' || code == '\'')
        return false;
    if (read_number(fold, at, word))
        return true;
    if (is_letter(code))
        read_word(fold, at, word);
    else if (utf8_is_han(code))
        read_han(fold, at, size, word);
    else if (is_unit(code))
        *word = (struct quote_word){ .kind = QUOTE_UNIT, .start = at, .end = at + size };
    else
        return false;
    return true;
}

/* Any denial is as good as another, and percent is a sign. */
static uint64_t key_of(const struct fold *fold, const struct quote_word *word)
{
    switch (word->kind) {
    case QUOTE_NUMBER:
        if (word->key != 0)
            return word->key;
        break;
    case QUOTE_NOT: return 0;
    case QUOTE_UNIT:
        if (is_letter((unsigned char)fold->text[word->start]))
            return hash_number(0, '%');
        break;
    case QUOTE_WORD:
    case QUOTE_DAY:
    case QUOTE_HAN: break;
    }
    return hash_letters(fold, word->start, word->end);
}

void quote_words_read(const char *text, size_t length, struct quote_words *words)
{
    bool opens = true;
    fold_text(text, length, FOLD_SPACE, &words->fold);
    words->count = 0;
    for (size_t at = 0; at < words->fold.length;) {
        size_t size;
        uint32_t code = code_at(&words->fold, at, &size);
        struct quote_word word;
        if (!read_at(&words->fold, at, code, size, &word)) {
            opens = opens || is_stop(code);
            at += size;
            continue;
        }
        word.opens = opens;
        word.key = key_of(&words->fold, &word);
        opens = false;
        at = word.end;
        VECTOR_PUSH(words, word);
    }
}

void quote_words_free(struct quote_words *words)
{
    fold_free(&words->fold);
    free(words->items);
    *words = (struct quote_words){ .count = 0 };
}
