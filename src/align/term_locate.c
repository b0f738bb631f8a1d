#include "align/term_locate.h"

#include <string.h>

#include "language/english_stem.h"

static bool find_stem(const struct side *side, struct span sentence, struct english_words *words,
                      const char *stem, size_t length, struct span *span)
{
    char own[ENGLISH_WORD_LIMIT + 2];
    words->count = 0;
    english_words_add(words, side->text, sentence.start, sentence.end);
    for (size_t i = 0; i < words->count; i++) {
        const struct english_word *word = &words->items[i];
        if (english_stem(word->text, word->length, own) == length &&
            memcmp(own, stem, length) == 0) {
            *span = word->span;
            return true;
        }
    }
    return false;
}

static bool find_string(const struct side *side, struct span sentence, const char *string,
                        size_t length, struct span *span)
{
    for (size_t at = sentence.start; at + length <= sentence.end; at++) {
        if (memcmp(side->text + at, string, length) == 0) {
            *span = (struct span){ at, at + length };
            return true;
        }
    }
    return false;
}

bool term_locate_word(const struct side *side, size_t first, size_t end, const char *word,
                      size_t length, struct span *span)
{
    struct english_words words = { 0 };
    bool found = false;
    for (size_t i = first; i < end && !found; i++) {
        struct span sentence = side->sentences[i].span;
        found = (unsigned char)word[0] >= 0x80
                    ? find_string(side, sentence, word, length, span)
                    : find_stem(side, sentence, &words, word, length, span);
    }
    english_words_free(&words);
    return found;
}

struct span term_locate_run(const struct side *side, size_t first, size_t count)
{
    struct span span = { side->length, side->length };
    if (first < side->count)
        span.start = span.end = side->sentences[first].span.start;
    if (count > 0)
        span.end = side->sentences[first + count - 1].span.end;
    return span;
}
