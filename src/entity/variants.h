/* variants: which characters of a text are the same character of a name.
 *
 * A `symbol` is one code point of a text as a name sees it:
 *
 *   full-width letters, digits, signs   the ASCII ones, `wide` set for letters and digits
 *   ’ ‘ ‛ ʼ ′ ＇                        '
 *   ‐ ‑ ‒ – − － ﹣                      -
 *   • ‧ ∙ ⋅ ・ ･                         · (SYMBOL_DOT; so is the full-width ．)
 *   traditional characters              simplified ones, by hanpairs.h
 *   white space                         SYMBOL_SPACE; line and paragraph ends SYMBOL_LINE
 *
 * Letter case is kept: variants_fold drops it. Han and kana are SYMBOL_HAN: no word boundary
 * stands between them or beside them. Letters of every other script, marks, digits beyond ASCII
 * and the underscore are SYMBOL_WORD.
 * Positions are bytes of well-formed UTF-8; ill-formed bytes are SYMBOL_OTHER. */
#ifndef DIPTYCH_ENTITY_VARIANTS_H
#define DIPTYCH_ENTITY_VARIANTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum symbol_kind {
    SYMBOL_OTHER,
    SYMBOL_LETTER, /* A-Z a-z */
    SYMBOL_DIGIT,  /* 0-9 */
    SYMBOL_WORD,
    SYMBOL_HAN,
    SYMBOL_DOT,
    SYMBOL_SPACE,
    SYMBOL_LINE
};

struct symbol {
    uint32_t code; /* ' ' for all white space */
    uint8_t kind;  /* enum symbol_kind */
    bool wide;
    uint8_t size; /* bytes, 0 at the end of the text */
};

#define VARIANTS_FIRST 0x3400u
#define VARIANTS_END 0xA000u

/* The Han table, ready for use: simple[code - VARIANTS_FIRST] is the simplified character,
 * pairs_of[...] one more than the index of its first pair in hanpairs, 0 when it has none. */
struct variants {
    uint16_t simple[VARIANTS_END - VARIANTS_FIRST];
    uint16_t pairs_of[VARIANTS_END - VARIANTS_FIRST];
};

/* Takes some 20 microseconds; caller frees with free(). */
struct variants *variants_new(void);

struct symbol variants_beyond_ascii(const struct variants *variants, const char *text,
                                    size_t length, size_t at);

extern const uint8_t symbol_ascii_kinds[128];

/* The symbol that begins at `at`. */
static inline struct symbol variants_at(const struct variants *variants, const char *text,
                                        size_t length, size_t at)
{
    unsigned char byte = at < length ? (unsigned char)text[at] : 0x80;
    if (byte >= 0x80)
        return variants_beyond_ascii(variants, text, length, at);
    uint8_t kind = symbol_ascii_kinds[byte];
    return (struct symbol){ kind >= SYMBOL_SPACE ? ' ' : byte, kind, false, 1 };
}

/* The symbol that ends at `at`; size 0 for 0. */
struct symbol variants_before(const struct variants *variants, const char *text, size_t at);

/* Letter case dropped (one to one). */
uint32_t variants_fold(uint32_t code);

/* The capital of a letter, the code itself when it has none. */
uint32_t variants_capital(uint32_t code);

/* A letter, digit or mark of a script that is written with word boundaries. */
static inline bool variants_is_word(struct symbol symbol)
{
    return symbol.kind >= SYMBOL_LETTER && symbol.kind <= SYMBOL_WORD;
}

/* All code points that variants_at takes for `code`, itself first; returns how many. */
#define VARIANTS_FORMS 12
size_t variants_forms(const struct variants *variants, uint32_t code,
                      uint32_t forms[VARIANTS_FORMS]);

#endif
