/* sentence_reading: what is known of a pair's words while a corpus is built. Private to
 * sentence_model.c and sentence_names.c. */
#ifndef DIPTYCH_ALIGN_SENTENCE_READING_H
#define DIPTYCH_ALIGN_SENTENCE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/string_ids.h"
#include "language/english_stem.h"

/* What is known of a token besides its number. */
struct token_facts {
    uint32_t count;
    bool name;   /* it stands with a capital letter and its word never with a small one */
    bool small;  /* another word of it does */
    size_t word; /* in the list of words: its first occurrence, SIZE_MAX of Han */
};

struct token_table {
    struct token_facts *items;
    size_t count;
    size_t capacity;
};

/* The target's words and tokens. */
struct target_words {
    struct english_words words;
    size_t *starts;          /* by sentence, and one more: its first word */
    struct string_ids small; /* words that stand with a small letter somewhere */
    struct token_table tokens;
};

#endif
