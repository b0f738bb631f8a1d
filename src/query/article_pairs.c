#include "query/article_pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/version_name.h"
#include "query/content_match.h"
#include "query/versions.h"

#define READING 0.5 /* the part of the work that is reading the texts */
#define MATCHING 0.1

/* Two texts tell the same where, of n texts of a side,
 *
 *     cosine + 0.3 * confidence >= 0.09 + 0.027 * ln(n)
 *     and confidence + 0.3 * cosine + 2.5 * (cosine - that of the next nearest) >= 0.16 * ln(n)
 *
 * since of more texts the nearest that tells something else is nearer: pages of one manual are alike
 * sentence by sentence, so what only these two share counts, too. Set on manual pages and parts of
 * guides (222 pairs among as many without a counterpart), on help pages where those have near relations,
 * and on folders of one to sixty texts of either language. Reports of one event are not alike
 * sentence by sentence, but far nearer than others. */
#define COSINE_LEAST 0.04
#define ALIGNED_WEIGHT 0.3
#define ENOUGH 0.09
#define ENOUGH_MORE 0.027
#define APART_WEIGHT 2.5
#define ALIKE_MORE 0.16
#define SURE 1.5 /* so alike, no other is looked at */
#define STEEPNESS 15.0

struct search {
    const struct article *articles;
    size_t count;
    struct aligner *aligner;
    struct conversion *conversion;
    struct reader_wish wish;
    bool (*go_on)(void *data, double done);
    void *data;
    bool *paired;    /* by article */
    size_t *numbers; /* by text that is matched: its article */
    size_t text_count;
    size_t sides[2]; /* English, Chinese texts among them */
    struct article_pairs *pairs;
};

const char *article_pair_how_name(enum article_pair_how how)
{
    static const char *const names[] = { "name", "front-matter", "content" };
    return names[how];
}

void article_pairs_free(struct article_pairs *pairs)
{
    free(pairs->items);
    *pairs = (struct article_pairs){ 0 };
}

static bool is_language(const struct article *article, const char *language)
{
    char own[VERSION_NAME_LANGUAGE];
    version_name_language(article->lang, own);
    return strcmp(own, language) == 0;
}

static int compare_pairs(const void *left, const void *right)
{
    const struct article_pair *one = left;
    const struct article_pair *other = right;
    int order = strcmp(one->a->id, other->a->id);
    return order != 0 ? order : strcmp(one->b->id, other->b->id);
}

/* ---- what names and front matter say ---- */

static void add_known(struct search *search, const struct article *a, const struct article *b)
{
    char a_language[VERSION_NAME_LANGUAGE];
    char b_language[VERSION_NAME_LANGUAGE];
    version_name_language(a->lang, a_language);
    version_name_language(b->lang, b_language);
    bool told = (*a->story != '\0' && strcmp(a->story, b->story) == 0) || versions_translated(a, b);
    if (!told || strcmp(a_language, b_language) == 0)
        return;
    search->paired[a - search->articles] = search->paired[b - search->articles] = true;
    bool swapped = article_compare_languages(a->lang, b->lang) > 0;
    enum article_pair_how how =
        version_name_is_same(a->id, b->id) ? PAIRED_BY_NAME : PAIRED_BY_FRONT_MATTER;
    VECTOR_PUSH(search->pairs, (struct article_pair){ swapped ? b : a, swapped ? a : b, how, 1 });
}

static int compare_stories(const void *left, const void *right)
{
    const struct article *a = *(const struct article *const *)left;
    const struct article *b = *(const struct article *const *)right;
    int order = strcmp(a->story, b->story);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static void add_translations(struct search *search, const struct collection *collection)
{
    for (size_t i = 0; i < search->count; i++) {
        const struct article *article = &search->articles[i];
        const struct article *original = collection_by_id(collection, article->translation_of);
        bool one_story = original != NULL && *article->story != '\0' &&
                         strcmp(article->story, original->story) == 0;
        if (original != NULL && original != article && !one_story)
            add_known(search, original, article);
    }
}

static void add_stories(struct search *search)
{
    const struct article **order = xcalloc(search->count + 1, sizeof(const struct article *));
    for (size_t i = 0; i < search->count; i++)
        order[i] = &search->articles[i];
    if (search->count > 0)
        qsort(order, search->count, sizeof *order, compare_stories);
    for (size_t i = 0; i < search->count; i++)
        for (size_t k = i + 1; k < search->count && *order[i]->story != '\0' &&
                               strcmp(order[k]->story, order[i]->story) == 0;
             k++)
            add_known(search, order[i], order[k]);
    free(order);
}

/* ---- what the texts say ---- */

static void add_text(struct search *search, struct content_match *match, size_t article,
                     bool chinese)
{
    struct aligner_text text = { 0 };
    struct document *document =
        reader_open_as(search->conversion, search->articles[article].path, &search->wish, NULL);
    if (document == NULL)
        return;
    aligner_read(search->aligner, document, &text);
    content_match_add(match, &text.side, chinese);
    search->numbers[search->text_count++] = article;
    search->sides[chinese]++;
    aligner_text_free(&text);
    document_free(document);
}

static bool match_go_on(void *data, double done)
{
    const struct search *search = data;
    return search->go_on == NULL || search->go_on(search->data, READING + MATCHING * done);
}

static bool read_texts(struct search *search, struct content_match *match)
{
    for (size_t i = 0; i < search->count; i++) {
        bool chinese = is_language(&search->articles[i], "zh");
        if (!search->paired[i] && (chinese || is_language(&search->articles[i], "en")))
            add_text(search, match, i, chinese);
        if (search->go_on != NULL &&
            !search->go_on(search->data, READING * (double)i / (double)search->count))
            return false;
    }
    return true;
}

/* How surely the sentences of the two belong together, on the mean of all; those of no counterpart
 * count nothing. */
static double confidence_of(struct aligner *aligner, const struct aligner_text texts[2])
{
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side, .mode = ALIGN_AUTO };
    struct alignment alignment = { 0 };
    double sum = 0;
    (void)aligner_align(aligner, &task, &alignment, NULL);
    for (size_t i = 0; i < alignment.count; i++) {
        const struct alignment_item *item = &alignment.items[i];
        if (item->a_count > 0 && item->b_count > 0)
            sum += (double)item->confidence * (item->a_count + item->b_count);
    }
    alignment_free(&alignment);
    return sum / (double)(texts[0].side.count + texts[1].side.count + 1);
}

/* What the aligner makes of the two; 0 when they cannot be read any more. */
static double align_texts(const struct search *search, const struct article *a,
                          const struct article *b)
{
    struct aligner *aligner = search->aligner;
    struct aligner_text texts[2] = { 0 };
    struct document *documents[2];
    documents[0] = reader_open_as(search->conversion, a->path, &search->wish, NULL);
    documents[1] = reader_open_as(search->conversion, b->path, &search->wish, NULL);
    double confidence = 0;
    if (documents[0] != NULL && documents[1] != NULL) {
        aligner_read(aligner, documents[0], &texts[0]);
        aligner_read(aligner, documents[1], &texts[1]);
        confidence = confidence_of(aligner, texts);
    }
    for (int i = 0; i < 2; i++) {
        aligner_text_free(&texts[i]);
        document_free(documents[i]);
    }
    return confidence;
}

/* Two texts that may tell the same. */
struct candidate {
    struct content_pair pair;
    double confidence;
    double alike; /* the second sum; 0: not looked at */
};

static int compare_candidates(const void *left, const void *right)
{
    const struct content_pair *one = left, *other = right;
    int order = (one->cosine < other->cosine) - (one->cosine > other->cosine);
    return order != 0 ? order : (one->english > other->english) - (one->english < other->english);
}

/* How alike the best candidate of each text is; by English and by Chinese text. */
struct best {
    double *english, *chinese;
};

static void look_at(struct search *search, struct candidate *candidate, struct best *best)
{
    const struct content_pair *pair = &candidate->pair;
    double *english = &best->english[pair->english], *chinese = &best->chinese[pair->chinese];
    if (pair->cosine < COSINE_LEAST || *english >= SURE || *chinese >= SURE)
        return;
    candidate->confidence = align_texts(search, &search->articles[search->numbers[pair->english]],
                                        &search->articles[search->numbers[pair->chinese]]);
    candidate->alike = candidate->confidence + ALIGNED_WEIGHT * pair->cosine +
                       APART_WEIGHT * (pair->cosine - pair->next);
    *english = fmax(*english, candidate->alike);
    *chinese = fmax(*chinese, candidate->alike);
}

/* Keeps the two where cosine and aligner together say enough, and neither has a better one. */
static void judge(struct search *search, const struct candidate *candidate, const struct best *best)
{
    const struct content_pair *pair = &candidate->pair;
    double texts = log(sqrt((double)search->sides[0] * (double)search->sides[1]));
    double weight = pair->cosine + ALIGNED_WEIGHT * candidate->confidence;
    double score = 1 / (1 + exp(STEEPNESS * (ENOUGH + ENOUGH_MORE * texts - weight)));
    if (score >= 0.5 && candidate->alike >= ALIKE_MORE * texts && candidate->alike > 0 &&
        candidate->alike >= best->english[pair->english] &&
        candidate->alike >= best->chinese[pair->chinese])
        VECTOR_PUSH(search->pairs,
                    (struct article_pair){ &search->articles[search->numbers[pair->english]],
                                           &search->articles[search->numbers[pair->chinese]],
                                           PAIRED_BY_CONTENT, score });
}

/* The nearest first: most tell the same, and need no other looked at. */
static bool judge_all(struct search *search, struct content_pairs *matches)
{
    struct candidate *candidates = xcalloc(matches->count + 1, sizeof *candidates);
    struct best best = { xcalloc(search->text_count + 1, sizeof *best.english),
                         xcalloc(search->text_count + 1, sizeof *best.chinese) };
    bool ok = true;
    if (matches->count > 1)
        qsort(matches->items, matches->count, sizeof *matches->items, compare_candidates);
    for (size_t i = 0; ok && i < matches->count; i++) {
        double done =
            READING + MATCHING + (1 - READING - MATCHING) * (double)i / (double)matches->count;
        candidates[i].pair = matches->items[i];
        look_at(search, &candidates[i], &best);
        ok = search->go_on == NULL || search->go_on(search->data, done);
    }
    for (size_t i = 0; ok && i < matches->count; i++)
        judge(search, &candidates[i], &best);
    free(candidates);
    free(best.english);
    free(best.chinese);
    return ok;
}

static bool add_matches(struct search *search)
{
    struct content_pairs matches = { 0 };
    struct content_match *match = content_match_new(aligner_lexicon(search->aligner));
    search->numbers = xcalloc(search->count + 1, sizeof *search->numbers);
    bool ok = read_texts(search, match) && content_match_find(match, match_go_on, search, &matches) &&
              judge_all(search, &matches);
    free(matches.items);
    free(search->numbers);
    content_match_free(match);
    return ok;
}

bool article_pairs_find(const struct collection *collection, struct aligner *aligner,
                        const struct article_pairs_wish *wish, struct article_pairs *pairs)
{
    struct search search = { .aligner = aligner, .go_on = wish->go_on, .data = wish->data,
                             .wish = { .stop = wish->stop }, .pairs = pairs };
    search.conversion = collection_conversion(collection);
    search.articles = collection_articles(collection, &search.count);
    search.paired = xcalloc(search.count + 1, sizeof *search.paired);
    add_translations(&search, collection);
    add_stories(&search);
    bool ok = add_matches(&search);
    if (pairs->count > 1)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    free(search.paired);
    return ok;
}
