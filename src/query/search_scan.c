/* A query and one article: its paragraphs are cut into words, and the phrases looked for there. */
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "query/search_stem.h"
#include "query/search_term.h"
#include "text/search_text.h"

#define PLACES_MOST ((size_t)100000) /* of one phrase */
#define ENTITIES_MOST 64

/* A place with its bytes. */
struct place {
    uint32_t number;
    struct span span;
};

struct places {
    struct place *items;
    size_t count;
    size_t capacity;
};

struct scan {
    const struct search_query *query;
    const struct document *document;
    struct search_finds finds;
    struct places *spans[2]; /* of the first and second phrase of each term */
    struct mentions mentions;
    bool found; /* the mentions were looked for */
};

/* ---- words ---- */

static bool is_same(const struct search_piece *piece, const char *word, size_t size)
{
    return size == piece->length && memcmp(word, piece->text, size) == 0;
}

static bool has_stem(struct search_stems *stems, const struct search_piece *piece, const char *word, size_t size)
{
    const char *stem = search_stems_find(stems, word, size);
    return stem[0] != '\0' && strcmp(stem, piece->text) == 0;
}

static bool is_piece(struct search_stems *stems, const struct search_piece *piece,
                     const struct search_text *words, size_t index)
{
    const struct search_word *word = &words->items[index];
    const char *text = words->key.text + word->start;
    switch (piece->match) {
    case SEARCH_STEM: return !word->han && has_stem(stems, piece, text, word->size);
    case SEARCH_BEGINS:
    case SEARCH_HAN:
        return word->size >= piece->length && memcmp(text, piece->text, piece->length) == 0;
    default: return is_same(piece, text, word->size);
    }
}

/* The signs around and between the words, where the phrase has some. */
static bool has_literal(const struct search_phrase *phrase, const struct search_text *words,
                        size_t index)
{
    size_t start = words->items[index].start;
    if (phrase->literal == NULL)
        return true;
    size_t length = strlen(phrase->literal);
    return start >= phrase->before && start - phrase->before + length <= words->key.length &&
           memcmp(words->key.text + start - phrase->before, phrase->literal, length) == 0;
}

static bool is_phrase(struct search_stems *stems, const struct search_phrase *phrase, const struct search_text *words,
                      size_t index)
{
    if (index + phrase->count > words->count || index + phrase->width > words->count)
        return false;
    for (size_t i = 0; i < phrase->count; i++) {
        if (!is_piece(stems, &phrase->items[i], words, index + i))
            return false;
    }
    return has_literal(phrase, words, index);
}

/* The span of a phrase, with the signs that belong to it. */
static struct span phrase_span(const struct search_phrase *phrase, const struct search_text *words,
                               size_t index)
{
    struct span span = search_text_span(words, index, index + phrase->width - 1);
    if (phrase->literal == NULL)
        return span;
    size_t start = words->items[index].start - phrase->before;
    size_t last = start + strlen(phrase->literal) - 1;
    span.start = words->key.map[start];
    size_t end = fold_unit_end(words->text, words->length, words->key.map[last]);
    span.end = end > span.end ? end : span.end;
    return span;
}

static void add_place(struct scan *scan, size_t term, bool second, uint32_t number, struct span span)
{
    struct search_places *places = second ? &scan->finds.second[term] : &scan->finds.first[term];
    if (places->count == PLACES_MOST)
        return;
    VECTOR_PUSH(places, number);
    VECTOR_PUSH(&scan->spans[second][term], (struct place){ number, span });
}

/* The phrases of one term in one paragraph, which begins with number `from`; without overlap. */
static void find_phrase(struct scan *scan, size_t term, bool second, const struct search_text *words,
                        size_t start, uint32_t from)
{
    const struct search_phrase *phrase =
        second ? &scan->query->items[term].second : &scan->query->items[term].phrase;
    for (size_t i = 0; phrase->count > 0 && i < words->count; i++) {
        if (!is_phrase(scan->query->stems, phrase, words, i))
            continue;
        struct span span = phrase_span(phrase, words, i);
        add_place(scan, term, second, from + (uint32_t)i,
                  (struct span){ start + span.start, start + span.end });
    }
}

/* ---- entities ---- */

static bool is_meant(const uint32_t *entities, size_t count, uint32_t entity)
{
    for (size_t i = 0; i < count && i < ENTITIES_MOST; i++) {
        if (entities[i] == entity)
            return true;
    }
    return false;
}

static void find_entity(struct scan *scan, const struct entity_index *index, size_t term,
                        const struct search_text *words, const struct block *block, uint32_t from)
{
    uint32_t entities[ENTITIES_MOST];
    size_t word = 0;
    if (index == NULL)
        return;
    size_t count = entity_index_lookup(index, scan->query->items[term].value, entities, ENTITIES_MOST);
    if (!scan->found)
        entity_index_find(index, scan->document, &scan->mentions);
    scan->found = true;
    for (size_t i = 0; i < scan->mentions.count; i++) {
        const struct mention *mention = &scan->mentions.items[i];
        if (mention->start < block->start || mention->start >= block->end ||
            !is_meant(entities, count, mention->entity))
            continue;
        while (word + 1 < words->count &&
               search_text_span(words, word, word).end <= mention->start - block->start)
            word++;
        add_place(scan, term, false, from + (uint32_t)word,
                  (struct span){ mention->start, mention->end });
    }
}

/* ---- an article ---- */

static void scan_blocks(struct scan *scan, const struct entity_index *index)
{
    struct search_text words = { .text = NULL };
    uint32_t number = 0;
    for (size_t i = 0; i < scan->document->block_count; i++) {
        const struct block *block = &scan->document->blocks[i];
        search_text_read(&words, scan->document->text + block->start, block->end - block->start);
        VECTOR_PUSH(&scan->finds.breaks, number);
        number++;
        for (size_t term = 0; term < scan->query->count; term++) {
            if (scan->query->items[term].field == SEARCH_ENTITY)
                find_entity(scan, index, term, &words, block, number);
            find_phrase(scan, term, false, &words, block->start, number);
            find_phrase(scan, term, true, &words, block->start, number);
        }
        number += (uint32_t)words.count;
    }
    search_text_free(&words);
}

/* Sorts what was found; what overlaps, or has blanks alone between, is one. */
static void join_hits(const struct document *document, struct spans *hits)
{
    size_t kept = 0;
    spans_sort(hits);
    for (size_t i = 0; i < hits->count; i++) {
        struct span span = hits->items[i];
        struct span *last = kept > 0 ? &hits->items[kept - 1] : NULL;
        size_t gap = last != NULL ? last->end : 0;
        while (last != NULL && gap < span.start && document->text[gap] == ' ')
            gap++;
        if (last == NULL || gap < span.start)
            hits->items[kept++] = span;
        else if (span.end > last->end)
            last->end = span.end;
    }
    hits->count = kept;
}

static void collect_hits(const struct scan *scan, bool together, struct spans *hits)
{
    for (size_t term = 0; term < scan->query->count; term++) {
        for (int second = 0; second < 2; second++) {
            const struct places *places = &scan->spans[second][term];
            for (size_t i = 0; i < places->count; i++) {
                const struct place *place = &places->items[i];
                if (search_judge_place(&scan->query->items[term], &scan->finds, term, place->number,
                                       second == 1) &&
                    (!together || scan->query->parts < 2 ||
                     search_judge_paragraph(scan->query, &scan->finds, place->number)))
                    spans_add(hits, place->span.start, place->span.end);
            }
        }
    }
    join_hits(scan->document, hits);
}

static void take_mentions(struct scan *scan, struct search_answer *answer)
{
    answer->mentions = xcalloc(scan->query->count, sizeof *answer->mentions);
    for (size_t term = 0; term < scan->query->count; term++) {
        if (scan->query->items[term].field != SEARCH_ENTITY)
            continue;
        answer->mentions[term] = scan->finds.first[term];
        scan->finds.first[term] = (struct search_places){ NULL, 0, 0 };
    }
}

bool search_query_ask(const struct search_query *query, const struct document *document,
                      const struct entity_index *index, struct search_answer *answer)
{
    struct scan scan = { .query = query, .document = document, .finds = search_finds_new(query) };
    for (int i = 0; i < 2; i++)
        scan.spans[i] = xcalloc(query->count + 1, sizeof *scan.spans[i]);
    *answer = (struct search_answer){ .length = (double)document->length };
    answer->counts = xcalloc(query->parts, sizeof *answer->counts);
    scan_blocks(&scan, index);
    answer->answers = search_judge(query, &scan.finds, answer->counts, &answer->together);
    if (answer->answers)
        collect_hits(&scan, answer->together, &answer->hits);
    if (search_query_names_entity(query))
        take_mentions(&scan, answer);
    for (int i = 0; i < 2; i++) {
        for (size_t term = 0; term < query->count; term++)
            free(scan.spans[i][term].items);
        free(scan.spans[i]);
    }
    mentions_free(&scan.mentions);
    search_finds_free(query, &scan.finds);
    return answer->answers;
}

void search_answer_free(const struct search_query *query, struct search_answer *answer)
{
    for (size_t term = 0; answer->mentions != NULL && term < query->count; term++)
        free(answer->mentions[term].items);
    free(answer->mentions);
    spans_free(&answer->hits);
    free(answer->counts);
    *answer = (struct search_answer){ 0 };
}
