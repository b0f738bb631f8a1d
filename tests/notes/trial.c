#include "notes/trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "notes/anchor.h"
#include "notes/mark.h"
#include "text/utf8.h"

/* A sentence, a part of one, a few words, or two sentences: what people mark. */
static struct span choose(const struct document *document, struct edited *dice)
{
    struct spans sentences = { 0 };
    for (size_t block = 0; block < document->block_count; block++)
        document_sentences(document, block, &sentences);
    size_t at = editing_draw(dice, (uint32_t)sentences.count);
    struct span span = sentences.items[at];
    uint32_t shape = editing_draw(dice, 4);
    if (shape == 0 && at + 1 < sentences.count)
        span.end = sentences.items[at + 1].end;
    size_t points = utf8_count(document->text + span.start, span.end - span.start);
    if (shape >= 2 && points > 12) {
        size_t length = shape == 2 ? points / 2 : 6 + editing_draw(dice, 8);
        size_t from = editing_draw(dice, (uint32_t)(points - length));
        span = mark_span(document, utf8_count(document->text, span.start) + from,
                         utf8_count(document->text, span.start) + from + length);
    }
    spans_free(&sentences);
    return span;
}

static bool is_right(size_t start, size_t end, size_t true_start, size_t true_end)
{
    if (true_start == SIZE_MAX)
        return false;
    size_t low = start > true_start ? start : true_start;
    size_t high = end < true_end ? end : true_end;
    size_t common = high > low ? high - low : 0;
    size_t truth = true_end - true_start;
    return common * 100 >= truth * RIGHT_COVER && (end - start) * RIGHT_COVER <= truth * 100;
}

static bool is_fact(uint32_t code)
{
    static const uint32_t han[] = { 0x4E0D, 0x6CA1, 0x672A, 0x65E0, 0x4E00, 0x4E8C, 0x4E24, 0x4E09,
                                    0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
                                    0x5343, 0x4E07, 0x4EBF, 0x5E74, 0x6708, 0x65E5, 0x5468, 0x5929 };
    for (size_t i = 0; i < sizeof han / sizeof *han; i++)
        if (han[i] == code)
            return true;
    return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z');
}

/* Whether the word says how much, who, or that it is not so. */
static bool is_fact_word(const uint32_t *points, size_t count)
{
    static const char *const words[] = { "not",  "no",     "nor",  "never", "nothing", "nobody",
                                         "none", "neither", "last", "next",  "first",   "second",
                                         "one",  "two",    "three", "half",  "million", "millions",
                                         "hundreds", "hundred", "billion", "without", "third", "ten",    "today", "dozen",
                                         "thousand", "yesterday", "tomorrow" };
    for (size_t i = 0; i < count; i++)
        if (is_fact(points[i]))
            return true;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t i = 0;
        while (i < count && points[i] == (unsigned char)words[w][i])
            i++;
        if (i == count && words[w][i] == '\0')
            return true;
    }
    return false;
}

/* Whether two Han characters beside each other are gone: a word, and no capital tells whether it was a
 * name. */
static bool lost_han_word(const struct edited *edited, const struct edited *first, size_t start,
                          size_t end)
{
    size_t missing = 0;
    for (size_t from = start; from < end && missing < 2; from++) {
        size_t at = 0;
        while (at < edited->count && edited->origins[at] != from)
            at++;
        bool gone = at == edited->count && utf8_is_han(first->points[from]);
        missing = gone ? missing + 1 : 0;
    }
    return missing == 2;
}

/* Whether an edit has touched a name, a figure or a negation within the passage. */
static bool is_touched(const struct edited *edited, const struct edited *first, size_t start,
                       size_t end)
{
    for (size_t from = start, to; from < end; from = to + 1) {
        for (to = from; to < end && first->points[to] > ' ' && first->points[to] < 0x2E80;)
            to++;
        to += to == from;
        if (!is_fact_word(first->points + from, to - from))
            continue;
        size_t at = 0;
        while (at < edited->count && edited->origins[at] != from)
            at++;
        for (size_t i = from; i <= to; i++, at++)
            if (at >= edited->count || edited->origins[at] != i)
                return true;
        to -= to - from == 1 && first->points[from] >= 0x2E80;
    }
    return false;
}

static void count(const struct anchor *anchor, size_t start, size_t end, bool touched,
                  struct tally *tally)
{
    bool right = is_right(anchor->place.start, anchor->place.end, start, end);
    tally->count++;
    switch (anchor->state) {
    case ANCHOR_EXACT:
    case ANCHOR_MOVED:
        tally->right += right;
        tally->wrong += !right;
        tally->false_exact += !right && anchor->state == ANCHOR_EXACT;
        break;
    case ANCHOR_AMBIGUOUS:
        tally->ambiguous++;
        for (size_t i = 0; i < anchor->candidate_count; i++) {
            if (is_right(anchor->candidates[i].start, anchor->candidates[i].end, start, end)) {
                tally->offered++;
                tally->touched += touched;
                break;
            }
        }
        break;
    case ANCHOR_LOST: tally->lost++; break;
    }
}

void trial_run(const struct document *document, enum edit_kind kind, unsigned percent,
               uint64_t seed, struct tally *tally)
{
    struct edited edited;
    struct annotation made;
    size_t start, end, length;
    editing_begin(&edited, document->text, document->length, seed);
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark_describe(document, NULL, choose(document, &edited), target);
    struct edit edit = { kind, percent, target->start, target->end };
    struct edited first;
    editing_begin(&first, document->text, document->length, seed);
    editing_apply(&edited, &edit);
    bool there = editing_find(&edited, target->start, target->end, 100 - percent, &start, &end);
    if (kind == EDIT_REMOVAL)
        start = end = SIZE_MAX;
    if (there || kind == EDIT_REMOVAL) {
        char *text = editing_text(&edited, &length);
        struct anchor_text *ready = anchor_text_new(text, length);
        struct anchor anchor = anchor_find(ready, target);
        bool touched = there && (is_touched(&edited, &first, target->start, target->end) ||
                                 lost_han_word(&edited, &first, target->start, target->end));
        count(&anchor, start, end, touched, tally);
        if (getenv("TRIAL_SHOW") != NULL &&
            !(anchor.state <= ANCHOR_MOVED &&
              is_right(anchor.place.start, anchor.place.end, start, end)))
            fprintf(stderr, "%s seed %llu: %s%s [%zu,%zu) score %.2f, truth [%zu,%zu), \"%s\"\n",
                    editing_kind_name(kind), (unsigned long long)seed,
                    anchor_state_name(anchor.state), touched ? ", touched" : "", anchor.place.start, anchor.place.end,
                    anchor.candidate_count > 0 ? anchor.candidates[0].score : anchor.place.score,
                    start, end, target->quote);
        anchor_text_free(ready);
        free(text);
    }
    annotation_free(&made);
    editing_free(&first);
    editing_free(&edited);
}

/* --- lookalikes --- */

struct swap {
    const char *from;
    const char *to;
};

static const struct swap swaps[] = {
    { "Alibaba", "Tencent" },   { "OpenSky", "Wayfair" }, { "Weibo", "Renren" },
    { "Ma ", "Li " },           { "China", "Japan" },     { "Sina", "Sohu" },
    { "New York", "Boston" },   { "Wei ", "Hu " },        { "American", "Korean" },
    { "will", "will not" },     { "was", "was never" },   { " is ", " is no longer " },
    { "had", "had not" },       { "0", "7" },             { "1", "4" },
    { "2", "9" },               { "3", "8" },             { "6", "5" },
    { " two ", " six " },       { "million", "billion" }, { "last", "next" },
    { "阿里巴巴", "腾讯" },     { "微博", "人人网" },     { "马云", "柳传志" },
    { "中国", "日本" },         { "新浪", "搜狐" },       { "卫哲", "陈彤" },
    { "会", "不会" },           { "有", "没有" },         { "已", "未" },
    { "是", "不是" },           { "两", "八" },           { "万", "亿" },
    { "纽约", "波士顿" },       { "美国", "韩国" },
};

#define SWAPS (sizeof swaps / sizeof *swaps)

/* The sentence with one thing changed, chosen from those that it has. */
static bool make_lookalike(const char *sentence, struct edited *dice, struct buffer *out)
{
    size_t first = editing_draw(dice, SWAPS);
    for (size_t i = 0; i < SWAPS; i++) {
        const struct swap *swap = &swaps[(first + i) % SWAPS];
        const char *at = strstr(sentence, swap->from);
        if (at == NULL)
            continue;
        buffer_add(out, sentence, (size_t)(at - sentence));
        buffer_add_text(out, swap->to);
        buffer_add_text(out, at + strlen(swap->from));
        return true;
    }
    return false;
}

/* Text with the lookalike at `place`, a byte before or behind the sentence; without the sentence when
 * `whole` is false. */
static char *with_lookalike(const struct document *document, struct span sentence, size_t place,
                            const char *lookalike, bool whole)
{
    struct buffer text = { 0 };
    const char *from = document->text;
    if (place <= sentence.start) {
        buffer_add(&text, from, place);
        buffer_add_text(&text, lookalike);
        buffer_add_text(&text, " ");
        buffer_add(&text, from + place, sentence.start - place);
    } else {
        buffer_add(&text, from, sentence.start);
    }
    if (whole)
        buffer_add(&text, from + sentence.start, sentence.end - sentence.start);
    if (place > sentence.start) {
        buffer_add(&text, from + sentence.end, place - sentence.end);
        buffer_add_text(&text, " ");
        buffer_add_text(&text, lookalike);
        place = place < sentence.end ? sentence.end : place;
        buffer_add(&text, from + place, document->length - place);
    } else {
        buffer_add(&text, from + sentence.end, document->length - sentence.end);
    }
    return buffer_take(&text);
}

bool trial_lookalike(const struct document *document, uint64_t seed, struct tally *tally)
{
    struct edited dice = { .seed = seed };
    struct spans sentences = { 0 };
    struct buffer lookalike = { 0 };
    for (size_t block = 0; block < document->block_count; block++)
        document_sentences(document, block, &sentences);
    struct span sentence = sentences.items[editing_draw(&dice, (uint32_t)sentences.count)];
    struct span other = sentences.items[editing_draw(&dice, (uint32_t)sentences.count)];
    size_t place = editing_draw(&dice, 2) == 0  ? sentence.start
                   : editing_draw(&dice, 2) == 0 ? sentence.end
                                                 : other.start;
    char *quote = xstrndup(document->text + sentence.start, sentence.end - sentence.start);
    bool made = make_lookalike(quote, &dice, &lookalike);
    if (made) {
        struct annotation note;
        char *before = with_lookalike(document, sentence, place, buffer_text(&lookalike), true);
        char *after = with_lookalike(document, sentence, place, buffer_text(&lookalike), false);
        struct document *marked = reader_parse(before, strlen(before), READER_PLAIN, NULL);
        size_t at = sentence.start + (place <= sentence.start ? lookalike.length + 1 : 0);
        annotation_begin(&note);
        struct annotation_target *target = annotation_add_target(&note, TARGET_SELECTION);
        if (strncmp(marked->text + at, quote, strlen(quote)) == 0)
            mark_describe(marked, NULL, (struct span){ at, at + strlen(quote) }, target);
        made = target->quote[0] != '\0';
        struct anchor_text *ready = anchor_text_new(after, strlen(after));
        struct anchor anchor = anchor_find(ready, target);
        tally->count += made;
        tally->right += made && anchor.state > ANCHOR_MOVED;
        tally->wrong += made && anchor.state <= ANCHOR_MOVED;
        if (made && anchor.state <= ANCHOR_MOVED && getenv("TRIAL_SHOW") != NULL)
            fprintf(stderr, "lookalike seed %llu: \"%s\" for \"%s\", %s [%zu,%zu) context %s\n",
                    (unsigned long long)seed, buffer_text(&lookalike), quote,
                    anchor_state_name(anchor.state), anchor.place.start, anchor.place.end,
                    target->suffix);
        anchor_text_free(ready);
        document_free(marked);
        annotation_free(&note);
        free(before);
        free(after);
    }
    free(quote);
    buffer_free(&lookalike);
    spans_free(&sentences);
    return made;
}
