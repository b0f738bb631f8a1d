#include "align/shared_strings.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/wordlist.h"

#define STRINGS_MOST 64 /* clues that are looked at */
#define COUNTS 0.15F    /* weight of a string that tells something */
#define HAN 3           /* bytes of a character, but for rare ones */

/* ---- who speaks ---- */

static const char stops[] = "， 。 ； ： ！ ？ 、 “ ” 「 」 , ; : \" 】 _";
static const char verbs[] = "表示 指出 宣布 介绍 介紹 透露 强调 強調 认为 認為 警告 呼吁 呼籲 承认 承認 否认 否認 "
                            "提醒 批评 批評 坚称 堅稱 告诉 告訴 解释 解釋 要求 说 說 称 稱";

/* The longest run from a stop to a verb of saying. */
static struct span find_speaker(const char *text, struct span sentence)
{
    struct span best = { sentence.start, sentence.start };
    for (size_t at = sentence.start, first = at; at < sentence.end;) {
        size_t stop = wordlist_at(text, at, sentence.end, stops);
        if (wordlist_at(text, at, sentence.end, verbs) > 0 && at - first > best.end - best.start)
            best = (struct span){ first, at };
        at += stop > 0 ? stop : 1;
        first = stop > 0 ? at : first;
    }
    return best;
}

static struct span *list_speakers(const struct side *side)
{
    struct span *speakers = xcalloc(side->count + 1, sizeof *speakers);
    for (size_t i = 0; i < side->count; i++)
        speakers[i] = find_speaker(side->text, side->sentences[i].span);
    return speakers;
}

void shared_strings_build(struct shared_strings *strings, const struct clues *clues)
{
    strings->clues = clues;
    strings->speakers[0] = list_speakers(clues->source.side);
    strings->speakers[1] = list_speakers(clues->target.side);
}

void shared_strings_free(struct shared_strings *strings)
{
    free(strings->speakers[0]);
    free(strings->speakers[1]);
}

/* ---- strings ---- */

/* The two characters of a clue; NULL when it is another one. */
static const char *pair_of(const struct clues *clues, const struct clue *clue, size_t *length)
{
    uint32_t first = (uint32_t)clues->corpus.tokens.count;
    if (clue->kind != CLUE_TERM || clue->target < first)
        return NULL;
    *length = string_ids_length(&clues->pairs, clue->target - first);
    return string_ids_text(&clues->pairs, clue->target - first);
}

static bool is_within(const char *text, struct span span, const char *pair, size_t length)
{
    for (size_t at = span.start; at + length <= span.end; at++) {
        if (memcmp(text + at, pair, length) == 0)
            return true;
    }
    return false;
}

static bool is_who(const struct shared_strings *strings, const struct clue *clue, size_t source,
                   size_t target)
{
    size_t length;
    const char *pair = pair_of(strings->clues, clue, &length);
    return pair != NULL && (is_within(strings->clues->source.side->text,
                                      strings->speakers[0][source], pair, length) ||
                            is_within(strings->clues->target.side->text,
                                      strings->speakers[1][target], pair, length));
}

/* Whether one goes on with what the other ends with. */
static bool is_chained(const struct clues *clues, const struct clue *one, const struct clue *other)
{
    size_t size = 0, length = 0;
    const char *a = pair_of(clues, one, &size), *b = pair_of(clues, other, &length);
    return a != NULL && b != NULL &&
           (memcmp(a + size - HAN, b, HAN) == 0 || memcmp(b + length - HAN, a, HAN) == 0);
}

/* Takes clue `number` and all that is chained to it out of `left`; what they weigh. */
static float take_string(const struct clues *clues, const struct clue_list *list, bool *left,
                         size_t count, size_t number)
{
    size_t waiting[STRINGS_MOST], size = 1;
    float sum = 0;
    waiting[0] = number;
    left[number] = false;
    while (size > 0) {
        const struct clue *clue = &list->items[waiting[--size]];
        sum += clue->weight;
        for (size_t i = 0; i < count; i++) {
            if (left[i] && is_chained(clues, clue, &list->items[i])) {
                left[i] = false;
                waiting[size++] = i;
            }
        }
    }
    return sum;
}

size_t shared_strings_count(const struct shared_strings *strings, const struct clue_list *list,
                            size_t source, size_t target)
{
    bool left[STRINGS_MOST], named = false;
    size_t count = list->count < STRINGS_MOST ? list->count : STRINGS_MOST, sum = 0;
    for (size_t i = 0; i < count; i++) {
        bool name = list->items[i].kind == CLUE_NAME;
        left[i] = !(name && named) && !is_who(strings, &list->items[i], source, target);
        named = named || name;
    }
    for (size_t i = 0; i < count; i++)
        sum += left[i] && take_string(strings->clues, list, left, count, i) >= COUNTS;
    return sum;
}
