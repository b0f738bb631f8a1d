#include "entity/units.h"

#include <string.h>

#include "entity/filter_key.h"
#include "text/fold.h"

#define WORD_SALT UINT64_C(0xD6E8FEB86659FD93)
#define SPACE_SALT 0x20u
#define ONES UINT64_C(0x0101010101010101)
#define HIGHS UINT64_C(0x8080808080808080)

/* ---- words ---- */

static inline struct symbol look(const struct units *units, size_t at)
{
    return variants_at(units->variants, units->text, units->length, at);
}

static inline bool is_same_group(struct symbol a, struct symbol b)
{
    return a.kind == b.kind && a.wide == b.wide;
}

static inline bool is_alphanumeric(struct symbol symbol)
{
    return symbol.kind == SYMBOL_LETTER || symbol.kind == SYMBOL_DIGIT;
}

/* End of the letters or the digits of one width that begin at `at` with `first`. */
static size_t group_end(const struct units *units, size_t at, struct symbol first)
{
    struct symbol next = first;
    while (next.size > 0 && is_same_group(next, first)) {
        at += next.size;
        next = look(units, at);
    }
    return at;
}

/* Letters from `at` on: whether there are two of one width. */
static bool are_letters(const struct units *units, size_t at, struct symbol first)
{
    return first.kind == SYMBOL_LETTER && is_same_group(look(units, at + first.size), first);
}

/* Whether a word is cut between a tail and what follows it at `at`. */
static bool is_cut(const struct units *units, unsigned tail, size_t at, struct symbol next)
{
    if (tail == TAIL_DIGITS)
        return are_letters(units, at, next);
    return tail == TAIL_LETTERS && next.kind == SYMBOL_DIGIT;
}

static unsigned group_tail(struct symbol first, size_t start, size_t end)
{
    if (first.kind == SYMBOL_DIGIT)
        return TAIL_DIGITS;
    return end - start > first.size ? TAIL_LETTERS : TAIL_LETTER;
}

static uint64_t hash_word(const struct units *units, size_t start, size_t end)
{
    uint64_t hash = units->before;
    uint64_t value = 0;
    unsigned count = 0;
    for (size_t at = start; at < end; count++) {
        struct symbol symbol = look(units, at);
        if (count % 8 == 0 && count > 0) {
            hash = units_mix(hash, value);
            value = 0;
        }
        value |= (uint64_t)(symbol.code | 0x20) << count % 8 * 8;
        at += symbol.size;
    }
    return units_mix(units_mix(hash, value), WORD_SALT + count);
}

/* filter_key_load where only `length` bytes can be read; zeros behind them. */
static inline uint64_t load_some(const char *bytes, size_t length)
{
    if (length >= 8)
        return filter_key_load(bytes);
    uint64_t word = 0;
    for (size_t i = length; i > 0; i--)
        word = word << 8 | (unsigned char)bytes[i - 1];
    return word;
}

static inline uint64_t first_bytes(unsigned count)
{
    return count < 8 ? ~(UINT64_MAX << count * 8) : UINT64_MAX;
}

/* Letters of ASCII at the start of eight bytes. */
static inline unsigned letters_in(uint64_t bytes)
{
    uint64_t small = (bytes & ~HIGHS) | ONES * 0x20;
    uint64_t letters = (small + ONES * (0x80 - 'a')) & ~(small + ONES * (0x80 - 'z' - 1)) & ~bytes;
    uint64_t others = ~letters & HIGHS;
#if defined(__GNUC__)
    return others == 0 ? 8 : (unsigned)__builtin_ctzll(others) / 8;
#else
    unsigned count = 0;
    for (; count < 8 && (others >> count * 8 & 0x80) == 0; count++)
        ;
    return count;
#endif
}

/* The common word, half-width letters only: as take_word, several times as fast. False, and
 * nothing is changed, when the word is none of these. */
static inline bool take_letters(struct units *units, size_t at, uint64_t before)
{
    uint64_t hash = before;
    unsigned count = 0;
    unsigned more;
    do {
        uint64_t bytes = load_some(units->text + at + count, units->length - at - count);
        more = letters_in(bytes);
        if (more > 0)
            hash = units_mix(hash, (bytes | ONES * 0x20) & first_bytes(more));
        count += more;
    } while (more == 8);
    if (count == 0 || look(units, at + count).kind == SYMBOL_DIGIT)
        return false;
    units->hash = units_mix(hash, WORD_SALT + count);
    units->before = before;
    units->start = at;
    units->at = at + count;
    units->tail = count > 1 ? TAIL_LETTERS : TAIL_LETTER;
    return true;
}

static bool take_word(struct units *units, struct symbol first)
{
    size_t end = units->at;
    struct symbol next = first;
    unsigned tail;
    do {
        size_t group = end;
        struct symbol head = next;
        end = group_end(units, group, head);
        tail = group_tail(head, group, end);
        next = look(units, end);
    } while (is_alphanumeric(next) && next.wide == first.wide && !is_cut(units, tail, end, next));
    units->hash = hash_word(units, units->at, end);
    units->at = end;
    units->tail = (uint8_t)tail;
    return true;
}

bool units_is_plural(const struct units *units, uint64_t *hash, size_t *end)
{
    size_t at = units->at;
    struct symbol mark = look(units, at);
    if (mark.code != '\'' || variants_is_word(look(units, at + mark.size)) || at - units->start < 3)
        return false;
    *end = at - 1;
    *hash = hash_word(units, units->start, *end);
    return look(units, at - 2).kind == SYMBOL_LETTER && look(units, at - 3).kind == SYMBOL_LETTER;
}

/* ---- what stands between units ---- */

/* End of the white space at `at`; `lines` counts the line breaks in it. */
static size_t space_end(const struct units *units, size_t at, unsigned *lines)
{
    struct symbol symbol = look(units, at);
    *lines = 0;
    while (symbol.kind >= SYMBOL_SPACE) {
        *lines += symbol.kind == SYMBOL_LINE;
        at += symbol.size;
        symbol = look(units, at);
    }
    return at;
}

static bool is_space_nothing(const struct units *units, unsigned lines, size_t at,
                             struct symbol next)
{
    bool word = variants_is_word(next);
    switch (units->tail) {
    case TAIL_HAN:
        return next.kind == SYMBOL_HAN ? lines == 1 : word;
    case TAIL_HYPHEN:
        return word;
    case TAIL_DIGITS:
    case TAIL_LETTERS:
    case TAIL_LETTER:
        return next.kind == SYMBOL_HAN || is_cut(units, units->tail, at, next);
    default:
        return false;
    }
}

/* Moves behind white space; *next is the symbol there. False when no name goes on. */
static bool skip_space(struct units *units, struct symbol *next)
{
    unsigned lines;
    size_t end = space_end(units, units->at, &lines);
    *next = look(units, end);
    if (units->tail == TAIL_NONE || end >= units->limit || lines > 1)
        return false;
    units->spaced = !is_space_nothing(units, lines, end, *next);
    if (units->spaced)
        units->hash = units_mix(units->hash, SPACE_SALT);
    units->at = end;
    return true;
}

static bool is_dot(struct symbol symbol)
{
    return symbol.kind == SYMBOL_DOT || symbol.code == '.';
}

static bool take_sign(struct units *units, struct symbol symbol)
{
    bool after_word = units->tail >= TAIL_DIGITS && units->tail <= TAIL_LETTER;
    if (symbol.kind == SYMBOL_WORD)
        units->tail = TAIL_LETTER;
    else if (symbol.code == '-' && after_word && !units->spaced)
        units->tail = TAIL_HYPHEN;
    else
        units->tail = symbol.kind == SYMBOL_HAN ? TAIL_HAN : TAIL_SIGN;
    units->hash = units_mix(units->hash, variants_fold(symbol.code));
    units->at += symbol.size;
    return true;
}

/* A word of letters, here or behind another one and a blank. */
static inline bool take_common_word(struct units *units)
{
    size_t at = units->at;
    if (units->text[at] != ' ')
        return take_letters(units, at, units->hash);
    if ((units->tail != TAIL_LETTERS && units->tail != TAIL_LETTER) || at + 1 >= units->limit ||
        !take_letters(units, at + 1, units_mix(units->hash, SPACE_SALT)))
        return false;
    units->spaced = true;
    return true;
}

bool units_next_other(struct units *units)
{
    if (take_common_word(units))
        return true;
    struct symbol symbol = look(units, units->at);
    if (symbol.kind >= SYMBOL_SPACE && !skip_space(units, &symbol))
        return false;
    if (units->tail == TAIL_HAN && is_dot(symbol) && !units->spaced) {
        struct symbol next = look(units, units->at + symbol.size);
        if (next.kind == SYMBOL_HAN && units->at + symbol.size < units->limit) {
            units->at += symbol.size;
            symbol = next;
        }
    }
    units->start = units->at;
    units->before = units->hash;
    return is_alphanumeric(symbol) ? take_word(units, symbol) : take_sign(units, symbol);
}

/* ---- ends ---- */

/* Behind an apostrophe: s, d, m, ll, re, ve. */
static bool is_contraction(const struct units *units, size_t at)
{
    static const char *const endings[] = { "s", "d", "m", "ll", "re", "ve", NULL };
    char letters[4];
    size_t count = 0;
    struct symbol symbol = look(units, at);
    while (variants_is_word(symbol)) {
        if (count == 3 || symbol.kind != SYMBOL_LETTER)
            return false;
        letters[count++] = (char)(symbol.code | 0x20);
        at += symbol.size;
        symbol = look(units, at);
    }
    letters[count] = '\0';
    for (const char *const *ending = endings; *ending != NULL; ending++) {
        if (strcmp(letters, *ending) == 0)
            return true;
    }
    return count == 0;
}

bool units_can_end(const struct units *units)
{
    if (units->tail == TAIL_HAN)
        return true;
    struct symbol next = look(units, units->at);
    if (variants_is_word(next))
        return units->tail == TAIL_SIGN && look(units, units->start).code >= 0x80;
    if (next.code == '\'' && units->tail >= TAIL_DIGITS && units->tail <= TAIL_LETTER)
        return is_contraction(units, units->at + next.size);
    return true;
}

/* ---- comparing ---- */

struct letters {
    bool exact;
    bool capitals;
};

static bool compare_unit(const struct units *name, const struct units *text,
                         struct letters *letters)
{
    size_t a = name->start;
    size_t b = text->start;
    while (a < name->at && b < text->at) {
        struct symbol of_name = look(name, a);
        struct symbol of_text = look(text, b);
        if (variants_fold(of_name.code) != variants_fold(of_text.code))
            return false;
        letters->exact &= of_name.code == of_text.code;
        letters->capitals &= variants_capital(of_text.code) == of_text.code;
        a += of_name.size;
        b += of_text.size;
    }
    return a == name->at && b == text->at;
}

enum agreement units_compare(const struct variants *variants, const char *name,
                             size_t name_length, const char *text, size_t text_length)
{
    struct units a = units_begin(variants, name, name_length, 0, name_length);
    struct units b = units_begin(variants, text, text_length, 0, text_length);
    struct letters letters = { true, true };
    bool more_name = units_next(&a);
    bool more_text = units_next(&b);
    for (; more_name && more_text; more_name = units_next(&a), more_text = units_next(&b)) {
        if (a.spaced != b.spaced || !compare_unit(&a, &b, &letters))
            return AGREE_NOT;
    }
    if (more_name || more_text || a.at != name_length || b.at != text_length)
        return AGREE_NOT;
    if (letters.exact)
        return AGREE_EXACT;
    return letters.capitals ? AGREE_CAPS : AGREE_CASE;
}
