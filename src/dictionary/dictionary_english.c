#include "dictionary/dictionary.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionary_map.h"
#include "dictionary/gloss.h"
#include "language/han.h"
#include "language/spelling.h"
#include "language/inflection.h"

#define TERM_WORDS 16 /* longer terms are in no gloss */
#define MANY 100      /* entries that are not read one by one before more is known of them */

/* A word of the term: as it stands, and what it may be a form of. */
struct term_word {
    char text[GLOSS_WORD_SIZE];
    struct inflection_bases bases;
};

struct term {
    struct term_word words[TERM_WORDS];
    size_t count;
};

static const struct dictionary_word *find_word(const struct dictionary *dictionary,
                                               const char *text)
{
    size_t low = 0;
    size_t high = dictionary->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct dictionary_word *word = &dictionary->words[middle];
        int order = strcmp(dictionary_text(dictionary, word->text), text);
        if (order == 0)
            return word;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_known(const char *word, const void *context)
{
    return find_word(context, word) != NULL;
}

static void add_base(struct inflection_bases *bases, const char *word)
{
    for (size_t i = 0; i < bases->count; i++) {
        if (strcmp(bases->items[i], word) == 0)
            return;
    }
    if (bases->count < INFLECTION_BASES_MOST)
        strcpy(bases->items[bases->count++], word);
}

/* The word as others spell it, and what that may be a form of. */
static void add_spellings(const struct dictionary *dictionary, struct term_word *word)
{
    struct spellings others;
    struct inflection_bases forms;
    spelling_others(word->text, &others);
    for (size_t i = 0; i < others.count; i++) {
        if (is_known(others.items[i], dictionary))
            add_base(&word->bases, others.items[i]);
        inflection_known_bases(others.items[i], is_known, dictionary, &forms);
        for (size_t j = 0; j < forms.count; j++)
            add_base(&word->bases, forms.items[j]);
    }
}

static bool read_term(const struct dictionary *dictionary, const char *text, size_t length,
                      struct term *term)
{
    char *copy = xstrndup(text, length);
    struct gloss_walk walk = { 0 };
    gloss_begin(&walk, copy);
    term->count = 0;
    bool ok = gloss_next(&walk) && walk.core > 0 && walk.core <= TERM_WORDS;
    for (size_t i = walk.first; ok && i < walk.count; i++) {
        if (walk.items[i].aside)
            continue;
        struct term_word *word = &term->words[term->count++];
        strcpy(word->text, gloss_word(&walk, i));
        inflection_known_bases(word->text, is_known, dictionary, &word->bases);
        add_spellings(dictionary, word);
    }
    ok = ok && !gloss_next(&walk);
    gloss_walk_free(&walk);
    free(copy);
    return ok;
}

/* Adds the postings of a word; what stands under a base form stands there in another form than the
 * term's, if only in that one. */
static void add_postings(const struct dictionary *dictionary, const char *text, bool same_form,
                         struct dictionary_hits *hits)
{
    const struct dictionary_word *word = find_word(dictionary, text);
    if (word == NULL || word->first > dictionary->posting_count)
        return;
    size_t left = dictionary->posting_count - word->first;
    size_t count = word->count < left ? word->count : left;
    const uint32_t *postings = dictionary->postings + word->first;
    for (size_t i = 0; i < count; i++) {
        uint32_t entry = postings[i] & (DICTIONARY_ENTRIES_MOST - 1);
        uint32_t rank = postings[i] >> DICTIONARY_RANK_SHIFT;
        if (!same_form)
            rank |= gloss_rank(true, false, 0);
        if (entry < dictionary->count)
            VECTOR_PUSH(hits, (struct dictionary_hit){ entry, 0, rank });
    }
}

static void add_word(const struct dictionary *dictionary, const struct term_word *word,
                     struct dictionary_hits *hits)
{
    add_postings(dictionary, word->text, true, hits);
    for (size_t i = 0; i < word->bases.count; i++)
        add_postings(dictionary, word->bases.items[i], false, hits);
}

/* How many entries a word is found in at most. */
static size_t weigh(const struct dictionary *dictionary, const struct term_word *word)
{
    const struct dictionary_word *found = find_word(dictionary, word->text);
    size_t count = found != NULL ? found->count : 0;
    for (size_t i = 0; i < word->bases.count; i++) {
        found = find_word(dictionary, word->bases.items[i]);
        count += found != NULL ? found->count : 0;
    }
    return count;
}

struct numbered {
    struct dictionary_hit hit;
    size_t number;
};

static int by_entry(const void *left, const void *right)
{
    const struct numbered *a = left;
    const struct numbered *b = right;
    if (a->hit.entry != b->hit.entry)
        return a->hit.entry < b->hit.entry ? -1 : 1;
    if (a->hit.rank != b->hit.rank)
        return a->hit.rank < b->hit.rank ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_rank(const void *left, const void *right)
{
    const struct numbered *a = left;
    const struct numbered *b = right;
    if (a->hit.rank != b->hit.rank)
        return a->hit.rank < b->hit.rank ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Each entry once, at its best rank; by rank, within one in the order they came in. */
static void sort_hits(struct dictionary_hits *hits, size_t first)
{
    size_t count = hits->count - first;
    if (count == 0)
        return;
    struct numbered *items = xreallocarray(NULL, count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct numbered){ hits->items[first + i], i };
    qsort(items, count, sizeof *items, by_entry);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || items[kept - 1].hit.entry != items[i].hit.entry)
            items[kept++] = items[i];
    }
    qsort(items, kept, sizeof *items, by_rank);
    for (size_t i = 0; i < kept; i++)
        hits->items[first + i] = items[i].hit;
    hits->count = first + kept;
    free(items);
}

static bool has_entry(const struct dictionary_hits *hits, size_t first, uint32_t entry)
{
    for (size_t i = first; i < hits->count; i++) {
        if (hits->items[i].entry == entry)
            return true;
    }
    return false;
}

/* What sort_hits leaves at the top: of a word like “the”, which thousands of entries have, only a
 * few are wanted. */
static void keep_best(struct dictionary_hits *hits, size_t first, size_t limit)
{
    size_t starts[GLOSS_RANK_MOST + 2] = { 0 };
    size_t count = hits->count - first;
    struct dictionary_hit *ranked = xreallocarray(NULL, count + 1, sizeof *ranked);
    for (size_t i = 0; i < count; i++)
        starts[(hits->items[first + i].rank & GLOSS_RANK_MOST) + 1]++;
    for (size_t rank = 0; rank < GLOSS_RANK_MOST; rank++)
        starts[rank + 1] += starts[rank];
    for (size_t i = 0; i < count; i++)
        ranked[starts[hits->items[first + i].rank & GLOSS_RANK_MOST]++] = hits->items[first + i];
    hits->count = first;
    for (size_t i = 0; i < count && hits->count - first < limit; i++) {
        if (!has_entry(hits, first, ranked[i].entry))
            hits->items[hits->count++] = ranked[i];
    }
    free(ranked);
}

/* Whether two words could be forms of one by their first letters. Those of be, go, good and bad
 * could not; glosses have these in their base form. */
static bool begin_alike(const struct term_word *word, const char *other)
{
    bool alike = word->text[0] == other[0];
    for (size_t i = 0; i < word->bases.count; i++)
        alike = alike || word->bases.items[i][0] == other[0];
    return alike;
}

/* 2 the same word, 1 a form of one, 0 another. */
static int agree(const struct dictionary *dictionary, const struct term_word *word,
                 const char *other)
{
    if (!begin_alike(word, other))
        return 0;
    if (strcmp(word->text, other) == 0)
        return 2;
    struct inflection_bases bases;
    inflection_known_bases(other, is_known, dictionary, &bases);
    for (size_t i = 0; i <= bases.count; i++) {
        const char *base = i < bases.count ? bases.items[i] : other;
        if (strcmp(base, word->text) == 0)
            return 1;
        for (size_t j = 0; j < word->bases.count; j++) {
            if (strcmp(base, word->bases.items[j]) == 0)
                return 1;
        }
    }
    return 0;
}

/* Whether the term stands in the sense at `at`; *same when in the same forms. */
static bool stands_at(const struct dictionary *dictionary, const struct term *term,
                      const struct gloss_walk *walk, size_t at, bool *same)
{
    *same = true;
    for (size_t i = 0; i < term->count; i++) {
        int agreement = agree(dictionary, &term->words[i], gloss_word(walk, at + i));
        if (agreement == 0)
            return false;
        *same = *same && agreement == 2;
    }
    return true;
}

/* The best sense in which the term stands. */
struct found {
    uint32_t rank; /* more than GLOSS_RANK_MOST: none */
    const char *start;
    size_t length;
};

static void search_glosses(const struct dictionary *dictionary, const struct term *term,
                           const char *glosses, struct gloss_walk *walk, struct found *found)
{
    gloss_begin(walk, glosses);
    while (gloss_next(walk)) {
        for (size_t at = 0; at + term->count <= walk->count; at++) {
            bool same;
            if (!stands_at(dictionary, term, walk, at, &same))
                continue;
            bool alone = at == walk->first && walk->core == term->count;
            uint32_t rank = gloss_rank(alone, same, walk->sense);
            if (rank < found->rank)
                *found = (struct found){ rank, walk->start, walk->length };
        }
    }
}

/* The headword's own words are looked at first, for an English headword is nearest. */
static struct found search_entry(const struct dictionary *dictionary, const struct term *term,
                                 size_t index, struct gloss_walk *walk)
{
    struct dictionary_entry entry = dictionary_entry_at(dictionary, index);
    struct found found = { GLOSS_RANK_MOST + 1, NULL, 0 };
    if (!han_any(entry.simplified))
        search_glosses(dictionary, term, entry.simplified, walk, &found);
    search_glosses(dictionary, term, entry.glosses, walk, &found);
    return found;
}

/* Counts in `marks`, a byte an entry, those that have a word; `before`: of how many words such an
 * entry has been counted already. */
static void mark_word(const struct dictionary *dictionary, const struct term_word *word,
                      unsigned char before, unsigned char *marks)
{
    struct dictionary_hits hits = { 0 };
    add_word(dictionary, word, &hits);
    for (size_t i = 0; i < hits.count; i++) {
        if (marks[hits.items[i].entry] == before)
            marks[hits.items[i].entry] = (unsigned char)(before + 1);
    }
    dictionary_hits_free(&hits);
}

/* Leaves those of the hits that have all words of the term somewhere. */
static void keep_complete(const struct dictionary *dictionary, const struct term *term,
                          size_t rarest, size_t first, struct dictionary_hits *hits)
{
    unsigned char *marks = xcalloc(dictionary->count + 1, 1);
    unsigned char marked = 0;
    for (size_t i = 0; i < term->count; i++) {
        if (i != rarest)
            mark_word(dictionary, &term->words[i], marked++, marks);
    }
    size_t kept = first;
    for (size_t i = first; i < hits->count; i++) {
        if (marks[hits->items[i].entry] == marked)
            hits->items[kept++] = hits->items[i];
    }
    hits->count = kept;
    free(marks);
}

/* Of the entries that have the term's rarest word, those that have the term. */
static void find_phrase(const struct dictionary *dictionary, const struct term *term,
                        struct dictionary_hits *hits)
{
    size_t rarest = 0;
    for (size_t i = 1; i < term->count; i++) {
        if (weigh(dictionary, &term->words[i]) < weigh(dictionary, &term->words[rarest]))
            rarest = i;
    }
    size_t first = hits->count;
    add_word(dictionary, &term->words[rarest], hits);
    if (hits->count - first > MANY)
        keep_complete(dictionary, term, rarest, first, hits);
    sort_hits(hits, first);
    size_t kept = first;
    struct gloss_walk walk = { 0 };
    for (size_t i = first; i < hits->count; i++) {
        struct dictionary_hit hit = hits->items[i];
        hit.rank = search_entry(dictionary, term, hit.entry, &walk).rank;
        if (hit.rank <= GLOSS_RANK_MOST)
            hits->items[kept++] = hit;
    }
    hits->count = kept;
    gloss_walk_free(&walk);
}

void dictionary_english(const struct dictionary *dictionary, const char *term, size_t length,
                        size_t limit, struct dictionary_hits *hits)
{
    struct term words;
    size_t first = hits->count;
    if (!read_term(dictionary, term, length, &words))
        return;
    if (words.count == 1)
        add_word(dictionary, &words.words[0], hits);
    else
        find_phrase(dictionary, &words, hits);
    if (limit > 0 && hits->count - first > limit)
        keep_best(hits, first, limit);
    else
        sort_hits(hits, first);
}

bool dictionary_sense(const struct dictionary *dictionary, size_t entry, const char *term,
                      size_t length, const char **start, size_t *sense_length)
{
    struct term words;
    struct gloss_walk walk = { 0 };
    if (!read_term(dictionary, term, length, &words))
        return false;
    struct found found = search_entry(dictionary, &words, entry, &walk);
    gloss_walk_free(&walk);
    *start = found.start;
    *sense_length = found.length;
    return found.start != NULL;
}
