#include "align/common_words.h"

#include <stdbool.h>
#include <string.h>

#include "align/sentence_model.h"
#include "text/ascii.h"
#include "text/latinword.h"

#define HAN 3          /* bytes of a Han character */
#define WORD_LEAST 4   /* letters of a word that says something */
#define NUMBER_LEAST 5  /* digits of a number that is no year */
#define ENGLISH_PART 20 /* of so many words one is such as English has all over */

static bool is_english(const struct side *side)
{
    static const char small[] = "the of and to in was is were";
    struct latinword word;
    size_t words = 0, known = 0;
    for (size_t at = 0; at < side->length; at++) {
        if (!latinword_at(side->text, side->length, at, &word))
            continue;
        words++;
        known += latinword_in(word.text, small);
        at = word.end;
    }
    return known * ENGLISH_PART >= words && known > 0;
}

static bool has_bytes(const char *text, struct span span, const char *bytes, size_t size)
{
    for (size_t at = span.start; at + size <= span.end; at++) {
        if (memcmp(text + at, bytes, size) == 0)
            return true;
    }
    return false;
}

static bool is_han(const char *text, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    return byte >= 0xE4 && byte <= 0xE9;
}

static bool share_han(const char *a, struct span here, const char *b, struct span there)
{
    for (size_t at = here.start; at + 2 * HAN <= here.end; at++) {
        if (is_han(a, at) && is_han(a, at + HAN) && has_bytes(b, there, a + at, 2 * HAN))
            return true;
    }
    return false;
}

static size_t digits_at(const char *text, size_t at, size_t end)
{
    size_t from = at;
    while (at < end && ascii_is_digit(text[at]))
        at++;
    return at - from;
}

/* Whether the span has a word that begins alike. */
static bool has_word(const char *text, struct span span, const struct latinword *sought)
{
    struct latinword word;
    for (size_t at = span.start; at < span.end; at++) {
        if (!latinword_at(text, span.end, at, &word))
            continue;
        if (strlen(word.text) >= WORD_LEAST && strncmp(word.text, sought->text, WORD_LEAST) == 0)
            return true;
        at = word.end;
    }
    return false;
}

static bool share_latin(const char *a, struct span here, const char *b, struct span there)
{
    static const char empty[] = "with that this from have were been will they their which said "
                                "than would into there after also when what more other about "
                                "january february march april june july august september october "
                                "november december";
    struct latinword word;
    for (size_t at = here.start; at < here.end; at++) {
        size_t digits = digits_at(a, at, here.end);
        if (digits >= NUMBER_LEAST && has_bytes(b, there, a + at, digits))
            return true;
        if (digits > 0) {
            at += digits - 1;
        } else if (latinword_at(a, here.end, at, &word)) {
            if (strlen(word.text) >= WORD_LEAST && !latinword_in(word.text, empty) &&
                has_word(b, there, &word))
                return true;
            at = word.end;
        }
    }
    return false;
}

size_t common_words_lacking(const struct side *a, const struct side *b,
                            const struct alignment *alignment)
{
    bool han = corpus_is_han(a);
    size_t lacking = 0;
    if (han != corpus_is_han(b) || (!han && (!is_english(a) || !is_english(b))))
        return 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->kind == ALIGNED_PINNED || item->a_count == 0 || item->b_count == 0)
            continue;
        lacking += !share_latin(a->text, item->a_span, b->text, item->b_span) &&
                   (!han || !share_han(a->text, item->a_span, b->text, item->b_span));
    }
    return lacking;
}
