#include "quote/learned_names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "quote/han_living.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define HAN 3
#define LEARNED_MOST 64
#define NAME_LEAST 2 /* characters */
#define NAME_MOST 4
#define TIMES_LEAST 2  /* that a word speaks, to be a name */
#define PLACES_LEAST 3 /* where one stands that speaks once */
#define LED_LEAST 2    /* where one stands that a word for what he is leads to */
#define KEYS 256       /* of first characters */

struct candidate {
    struct span words;
    size_t times;  /* it speaks */
    size_t places; /* it stands */
    bool titled;   /* 外长阿博特 */
    bool led;      /* 茶农刘德福, at the beginning of a sentence */
};

struct candidates {
    struct candidate items[LEARNED_MOST];
    size_t count;
    bool keys[KEYS]; /* by their first characters */
};

void learned_names_free(struct learned_names *learned)
{
    free(learned->items);
    *learned = (struct learned_names){ 0 };
}

static size_t key_at(const char *text, size_t at)
{
    return ((unsigned char)text[at + 1] * 4u + (unsigned char)text[at + 2]) % KEYS;
}

/* 网友, 该公司, 有人: words for many, and no names. */
static bool is_common(const char *text, struct span words)
{
    static const char endings[] = "人 者 员 长 友 民 士 方 们 部 会 司 局 家 报 社 网 团 队 众 院 "
                                  "府 国 说 道 笑 声 地 着 了 官 师 生 客 中";
    static const char parts[] = "一 某 有 这 该 其 各 不 他 她 我 你 的 们 两 几";
    if (wordlist_before(text, words.start, words.end, endings) > 0)
        return true;
    for (size_t at = words.start; at < words.end; at += HAN) {
        if (wordlist_at(text, at, words.end, parts) > 0)
            return true;
    }
    return false;
}

static bool is_short_name(const char *text, struct span words)
{
    size_t count = 0;
    uint32_t code;
    for (size_t at = words.start; at < words.end; count++) {
        at += utf8_decode(text + at, words.end - at, &code);
        if (!utf8_is_han(code))
            return false;
    }
    return count >= NAME_LEAST && count <= NAME_MOST && !is_common(text, words);
}

static bool equals(const char *text, struct span one, struct span other)
{
    size_t size = one.end - one.start;
    return size == other.end - other.start &&
           memcmp(text + one.start, text + other.start, size) == 0;
}

/* The words' candidate, a new one where there is none; NULL when there are too many. */
static struct candidate *add(struct candidates *candidates, const char *text, struct span words)
{
    size_t at = 0;
    while (at < candidates->count && !equals(text, candidates->items[at].words, words))
        at++;
    if (at == LEARNED_MOST)
        return NULL;
    if (at == candidates->count)
        candidates->items[candidates->count++] = (struct candidate){ .words = words };
    return &candidates->items[at];
}

static void add_speaking(struct candidates *candidates, const char *text, struct span words,
                         bool titled)
{
    struct candidate *one = add(candidates, text, words);
    if (one != NULL)
        one->times++;
    if (one != NULL && titled)
        one->titled = true;
}

static void learn(struct candidates *candidates, const char *text, const struct quotation *found)
{
    if (found->how != QUOTATION_NAMED || found->entity != QUOTATION_NOBODY)
        return;
    struct span words = han_living_behind_title(text, found->speaker);
    bool titled = words.start > found->speaker.start;
    if (!is_short_name(text, words) || (!titled && found->kind != QUOTATION_DIRECT))
        return;
    add_speaking(candidates, text, words, titled);
}

/* 韩若梅女士: those whom the text calls so, though they never speak under their name. */
static void learn_addressed(struct candidates *candidates, const char *text, size_t length)
{
    for (size_t at = HAN; at + 2 * HAN <= length; at++) {
        if ((unsigned char)text[at] < 0xE4 || wordlist_at(text, at, length, "先生 女士") == 0)
            continue;
        size_t size = han_living_name_before(text, at);
        struct span words = { at - size, at };
        if (size > 0 && is_short_name(text, words))
            add_speaking(candidates, text, words, true);
    }
}

/* 茶农刘德福家住山腰: those whom a sentence begins with, behind a word for what they are. Two
 * characters or three: where the text has them again tells. */
static void learn_led(struct candidates *candidates, const char *text, size_t length)
{
    bool begins = true, goes_on = false; /* a sentence, a clause */
    for (size_t at = 0; at + 4 * HAN <= length; at++) {
        size_t lead = (begins || goes_on) && (unsigned char)text[at] >= 0xE4
                          ? han_living_introduced_at(text, at, length)
                          : 0;
        for (size_t size = begins ? 2 * HAN : 3 * HAN; lead > 0 && size <= 3 * HAN; size += HAN) {
            struct span words = { at + lead, at + lead + size };
            struct candidate *one = words.end <= length && is_short_name(text, words)
                                        ? add(candidates, text, words)
                                        : NULL;
            if (one != NULL)
                one->led = true;
        }
        goes_on = at >= 2 && memcmp(text + at - 2, "，", HAN) == 0;
        begins = text[at] == '\n' || (at >= 2 && memcmp(text + at - 2, "。", HAN) == 0);
    }
}

/* The longest name that stands at `at`; NULL. */
static struct candidate *candidate_at(struct candidates *candidates, const char *text, size_t at,
                                      size_t end)
{
    struct candidate *found = NULL;
    size_t longest = 0;
    if (end - at < NAME_LEAST * HAN || (unsigned char)text[at] < 0xE4 ||
        !candidates->keys[key_at(text, at)])
        return NULL;
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *one = &candidates->items[i];
        size_t size = one->words.end - one->words.start;
        if (size > longest && end - at >= size &&
            memcmp(text + at, text + one->words.start, size) == 0) {
            found = one;
            longest = size;
        }
    }
    return found;
}

static void keep_certain(struct candidates *candidates)
{
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *one = &candidates->items[i];
        if (one->times >= TIMES_LEAST || one->titled ||
            one->places >= (one->led ? LED_LEAST : PLACES_LEAST))
            candidates->items[kept++] = *one;
    }
    candidates->count = kept;
}

void learned_names_find(const char *text, size_t length, const struct quotations *found,
                        const struct speaker_name *names, size_t name_count,
                        struct learned_names *learned)
{
    struct candidates candidates = { .count = 0 };
    size_t next = 0;
    for (size_t i = 0; i < found->count; i++)
        learn(&candidates, text, &found->items[i]);
    learn_addressed(&candidates, text, length);
    learn_led(&candidates, text, length);
    for (size_t i = 0; i < candidates.count; i++)
        candidates.keys[key_at(text, candidates.items[i].words.start)] = true;
    for (size_t at = 0; candidates.count > 0 && at + HAN <= length; at++) {
        struct candidate *one = candidate_at(&candidates, text, at, length);
        if (one != NULL)
            one->places++;
    }
    keep_certain(&candidates);
    for (size_t at = 0; candidates.count > 0 && at + HAN <= length;) {
        if (next < name_count && names[next].start <= at) {
            at = names[next].end > at ? names[next].end : at;
            VECTOR_PUSH(learned, names[next]);
            next++;
            continue;
        }
        const struct candidate *candidate = candidate_at(&candidates, text, at, length);
        size_t end =
            candidate != NULL ? at + (candidate->words.end - candidate->words.start) : at + 1;
        if (candidate != NULL && (next >= name_count || names[next].start >= end)) {
            struct speaker_name name = { at, end, QUOTATION_NOBODY, SPEAKER_PERSON };
            VECTOR_PUSH(learned, name);
        } else {
            end = at + 1;
        }
        at = end;
    }
    for (; candidates.count > 0 && next < name_count; next++)
        VECTOR_PUSH(learned, names[next]);
}
