#include "align/quoted_alike.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/string_ids.h"
#include "base/vector.h"
#include "text/latinword.h"
#include "text/punctuation.h"
#include "text/utf8.h"

#define SEVERAL UINT32_MAX
#define WORD_SIZE 2
#define UNITS_MOST QUOTED_ALIKE_SIZE /* of a run */

/* Where the last words of the quotation that is being read begin in `words`, and their sizes. */
struct quoted_run {
    struct buffer words;
    size_t starts[UNITS_MOST];
    size_t sizes[UNITS_MOST];
    size_t count;
    bool open;
};

/* By run: the sentence that has it, SEVERAL for more than one. */
struct quoted_places {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

/* The runs of both texts. Those of the target are looked up, not added. */
struct quoted_index {
    struct string_ids runs;
    struct quoted_places source;
    struct quoted_places target;
};

static void note_place(struct quoted_places *places, uint32_t run, uint32_t sentence)
{
    while (places->count <= run)
        VECTOR_PUSH(places, STRING_IDS_NONE - 1);
    uint32_t *place = &places->items[run];
    *place = *place == STRING_IDS_NONE - 1 || *place == sentence ? sentence : SEVERAL;
}

static void forget_words(struct quoted_run *run)
{
    buffer_truncate(&run->words, 0);
    run->count = 0;
}

static void drop_first(struct quoted_run *run)
{
    memmove(run->starts, run->starts + 1, (run->count - 1) * sizeof *run->starts);
    memmove(run->sizes, run->sizes + 1, (run->count - 1) * sizeof *run->sizes);
    run->count--;
}

static size_t size_of(const struct quoted_run *run)
{
    size_t size = 0;
    for (size_t i = 0; i < run->count; i++)
        size += run->sizes[i];
    return size;
}

/* Takes one more word, or character; the run that ends in it, if it is long enough, is noted. */
static void add_word(struct quoted_run *run, const char *word, size_t length, size_t size,
                     struct quoted_index *index, uint32_t sentence, bool source)
{
    if (run->count == UNITS_MOST)
        drop_first(run);
    run->starts[run->count] = run->words.length;
    run->sizes[run->count++] = size;
    buffer_add(&run->words, word, length);
    while (run->count > 1 && size_of(run) - run->sizes[0] >= QUOTED_ALIKE_SIZE)
        drop_first(run);
    if (size_of(run) < QUOTED_ALIKE_SIZE)
        return;
    const char *text = run->words.data + run->starts[0];
    size_t all = run->words.length - run->starts[0];
    uint32_t id =
        source ? string_ids_add(&index->runs, text, all) : string_ids_find(&index->runs, text, all);
    if (id != STRING_IDS_NONE)
        note_place(source ? &index->source : &index->target, id, sentence);
}

/* Opens or closes a quotation at a mark; false when it is none. */
static bool read_mark(struct quoted_run *run, uint32_t code)
{
    bool open = punctuation_is_quote_open(code) || (code == '"' && !run->open);
    bool closed = code == '"' ? run->open : punctuation_is_quote_close(code) && code != 0x2019;
    if (!open && !closed)
        return false;
    run->open = open;
    forget_words(run);
    return true;
}

static void read_sentence(const struct side *side, uint32_t sentence, struct quoted_run *run,
                          struct quoted_index *index, bool source)
{
    struct span span = side->sentences[sentence].span;
    for (size_t at = span.start, size; at < span.end; at += size) {
        struct latinword word;
        uint32_t code;
        size = utf8_decode(side->text + at, span.end - at, &code);
        if (read_mark(run, code) || !run->open)
            continue;
        if (latinword_is_letter(side->text[at]) && latinword_at(side->text, span.end, at, &word)) {
            size = word.end - at;
            add_word(run, word.text, strlen(word.text), WORD_SIZE, index, sentence, source);
        } else if (utf8_is_han(code)) {
            add_word(run, side->text + at, size, 1, index, sentence, source);
        }
    }
}

static void read_side(const struct side *side, struct quoted_index *index, bool source)
{
    struct quoted_run run = { .open = false };
    for (uint32_t i = 0; i < side->count; i++) {
        if (i > 0 && side->sentences[i].paragraph != side->sentences[i - 1].paragraph) {
            run.open = false;
            forget_words(&run);
        }
        read_sentence(side, i, &run, index, source);
    }
    buffer_free(&run.words);
}

struct quoted_pair {
    uint32_t source;
    uint32_t target;
};

static int compare_pairs(const void *a, const void *b)
{
    const struct quoted_pair *one = a, *other = b;
    if (one->source != other->source)
        return one->source < other->source ? -1 : 1;
    return (one->target > other->target) - (one->target < other->target);
}

void quoted_alike_find(const struct side *source, const struct side *target, struct rows *alike)
{
    struct quoted_index index = { .runs = { 0 } };
    struct {
        struct quoted_pair *items;
        size_t count;
        size_t capacity;
    } pairs = { 0 };
    read_side(source, &index, true);
    read_side(target, &index, false);
    for (size_t i = 0; i < index.target.count && i < index.source.count; i++) {
        uint32_t one = index.source.items[i], other = index.target.items[i];
        if (one < source->count && other < target->count)
            VECTOR_PUSH(&pairs, (struct quoted_pair){ one, other });
    }
    if (pairs.count > 1)
        qsort(pairs.items, pairs.count, sizeof *pairs.items, compare_pairs);
    for (size_t i = 0, k = 0; i < source->count; i++) {
        for (; k < pairs.count && pairs.items[k].source == i; k++) {
            if (k == 0 || compare_pairs(&pairs.items[k - 1], &pairs.items[k]) != 0)
                sparse_rows_push(alike, pairs.items[k].target, 1);
        }
        sparse_rows_end(alike);
    }
    free(pairs.items);
    string_ids_free(&index.runs);
    free(index.source.items);
    free(index.target.items);
}
