/* learn: learns the weights that reports are linked by, and measures them.
 *
 *     learn [-c COLLECTION] [-k KINDS] [-r FOLDERS] [-t EVENT,EVENT...] DATA CACHE FOLDER...
 *
 * DATA holds the dictionaries (or none), CACHE their compiled form. Each FOLDER has pairs of
 * reports (report_pair.h); one without gold is but crossed with others. With -c each pair is read
 * twice, with the notes of a collection as well; -t names events of which reports may tell in one
 * breath, which are crossed with each other no more than with themselves; with -r the pairs of the
 * first so many folders, which are of real reports, count REAL_WEIGHT times. With -k, a file that
 * names events of one kind (report_pair.h), their reports are crossed as well, and what is learned is
 * CHANCE_STRANGE alone, beside the weights that the program has. Texts decide which
 * weights are learned; put together pairs of one kind.
 *
 * Logistic regressions (linking_chance.h): a pair of sentences is positive when a reader accepts
 * it. Beside the pairs there are CROSSED ones of reports of different events, in which nothing is.
 * What is learned of five sixths of the events is tried on the last sixth, six times: for some
 * least chances of a link, which facts are found, how many links are right, how many there are in
 * the crossed pairs. With the least chance as the program has it,
 * the links that are wrong and the facts that are missing. At the
 * end what linking_weights.c takes, learned of all. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "align/clues.h"
#include "align/linking_chance.h"
#include "align/linking_event.h"
#include "align/report_pair.h"
#include "align/simplified.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "query/aligner.h"

#define CROSSED 500
#define CROSSED_WEIGHT 0.3 /* of a pair in which nothing is */
#define REAL_WEIGHT 4
#define FOLDS 6
#define FOLDERS_MOST 16
#define PENALTY 10.0 /* on weights of standardised facts */
#define ROUNDS 40
#define FACTS (FACT_COUNT + 1) /* the bias first */
#define FACTS_MOST (FACTS > CHANCE_COUNT ? FACTS : CHANCE_COUNT)

/* A pair of reports, made ready to be linked. */
struct example {
    const struct report_pair *pair; /* NULL for a crossed one */
    const struct report_pair *from[2];
    unsigned fold;
    double weight;
    struct document *documents[2];
    struct aligner_text texts[2];
    struct simplified simplified[2];
    struct clues clues;
    struct candidates candidates;
    struct links links;
    bool *out[2];
    float (*facts)[FACTS];
    float (*chances)[CHANCE_COUNT];
    bool *positive; /* by candidate */
};

struct examples {
    struct example **items;
    size_t count;
    size_t capacity;
};

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "learn: %s: %s\n", what, why);
    exit(2);
}

/* ---- reading ---- */

/* The unit of a sentence: paragraphs are units. */
static uint32_t unit_of(const struct side *side, uint32_t sentence)
{
    return side->sentences[sentence].paragraph;
}

static void read_facts(struct example *example)
{
    struct pair_facts facts;
    bool swapped = example->clues.swapped;
    size_t count = example->candidates.rows.count;
    example->facts = xcalloc(count + 1, sizeof *example->facts);
    example->chances = xcalloc(count + 1, sizeof *example->chances);
    example->positive = xcalloc(count + 1, sizeof *example->positive);
    pair_facts_begin(&facts, &example->clues);
    for (size_t i = 0; i < count; i++) {
        const struct candidate *candidate = &example->candidates.rows.items[i];
        uint32_t a = swapped ? candidate->target : candidate->source;
        uint32_t b = swapped ? candidate->source : candidate->target;
        pair_facts_read(&facts, candidate);
        example->facts[i][0] = 1;
        memcpy(example->facts[i] + 1, facts.items, sizeof facts.items);
        example->positive[i] =
            example->pair != NULL &&
            report_pair_accepts(example->pair, unit_of(&example->texts[0].side, a),
                                unit_of(&example->texts[1].side, b), NULL);
    }
    pair_facts_free(&facts);
}

static struct example *read_example(struct aligner *aligner, const struct report_pair *a,
                                    const struct report_pair *b)
{
    struct example *example = xcalloc(1, sizeof *example);
    example->pair = a == b && a->gold.count > 0 ? a : NULL;
    example->from[0] = a;
    example->from[1] = b;
    for (size_t i = 0; i < 2; i++) {
        struct error error;
        const char *path = example->from[i]->paths[i];
        example->documents[i] = reader_open(NULL, path, &error);
        if (example->documents[i] == NULL)
            fail(path, error.text);
        aligner_read(aligner, example->documents[i], &example->texts[i]);
        (void)simplified_begin(&example->simplified[i], &example->texts[i].side, NULL, NULL);
    }
    clues_build(&example->clues, &example->simplified[0].side, &example->simplified[1].side,
                aligner_lexicon(aligner), NULL, NULL);
    example->out[0] = xcalloc(example->clues.source.side->count + 1, sizeof(bool));
    example->out[1] = xcalloc(example->clues.target.side->count + 1, sizeof(bool));
    candidates_find(&example->candidates, &example->clues, example->out[0], example->out[1], NULL,
                    NULL);
    read_facts(example);
    return example;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void read_crossed(struct aligner *aligner, const struct report_pairs *pairs,
                         const char *together, struct examples *examples)
{
    uint32_t seed = 3;
    for (size_t tries = 0, count = 0; tries < 20 * CROSSED && count < CROSSED; tries++) {
        const struct report_pair *a = &pairs->items[next_random(&seed) % pairs->count];
        const struct report_pair *b = &pairs->items[next_random(&seed) % pairs->count];
        if (report_pairs_are_one(a, b, together))
            continue;
        VECTOR_PUSH(examples, read_example(aligner, a, b));
        count++;
    }
}

/* All of different events of one kind, of which names alone tell that they are not one. */
static void read_rivals(struct aligner *aligner, const struct report_pairs *pairs,
                        const char *kinds, struct examples *examples)
{
    for (size_t i = 0; i < pairs->count; i++) {
        for (size_t k = 0; k < pairs->count; k++) {
            if (report_pairs_are_rivals(&pairs->items[i], &pairs->items[k], kinds))
                VECTOR_PUSH(examples, read_example(aligner, &pairs->items[i], &pairs->items[k]));
        }
    }
}

/* Events in the order in which they come are dealt out to the folds; pairs get their weights. */
static void deal_out(const struct report_pairs *pairs, const char *together, unsigned real,
                     struct examples *examples)
{
    unsigned *folds = xcalloc(pairs->count + 1, sizeof *folds), next = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        size_t k = 0;
        while (k < i && !report_pairs_are_one(&pairs->items[i], &pairs->items[k], together))
            k++;
        folds[i] = k < i ? folds[k] : next++ % FOLDS;
    }
    for (size_t i = 0; i < examples->count; i++) {
        struct example *example = examples->items[i];
        example->fold = folds[example->from[0] - pairs->items];
        example->weight = example->pair == NULL                ? CROSSED_WEIGHT
                          : example->from[0]->folder < real ? REAL_WEIGHT
                                                               : 1;
    }
    free(folds);
}

/* ---- learning ---- */

/* The facts of step 1, or of step 2. */
static const float *facts_of(const struct example *example, size_t candidate, bool chances)
{
    return chances ? example->chances[candidate] : example->facts[candidate];
}

/* What is summed over all candidates to learn from. */
struct sums {
    size_t size;
    double mean[FACTS_MOST];
    double spread[FACTS_MOST];
    double gradient[FACTS_MOST];
    double curve[FACTS_MOST][FACTS_MOST];
};

static void standardise(const struct examples *examples, unsigned left_out, bool chances,
                        struct sums *sums)
{
    double count = 0;
    for (size_t e = 0; e < examples->count; e++) {
        const struct example *example = examples->items[e];
        for (size_t i = 0; example->fold != left_out && i < example->candidates.rows.count; i++) {
            const float *facts = facts_of(example, i, chances);
            count++;
            for (size_t k = 0; k < sums->size; k++) {
                sums->mean[k] += (double)facts[k];
                sums->spread[k] += (double)facts[k] * (double)facts[k];
            }
        }
    }
    for (size_t k = 0; k < sums->size; k++) {
        sums->mean[k] /= count;
        sums->spread[k] = sqrt(sums->spread[k] / count - sums->mean[k] * sums->mean[k]) + 1e-6;
    }
    sums->mean[0] = 0;
    sums->spread[0] = 1;
}

static void add_candidate(struct sums *sums, const float *facts, bool positive, double weight,
                          const double *learned)
{
    double x[FACTS_MOST], sum = 0;
    for (size_t k = 0; k < sums->size; k++) {
        x[k] = ((double)facts[k] - sums->mean[k]) / sums->spread[k];
        sum += learned[k] * x[k];
    }
    double chance = 1 / (1 + exp(-sum));
    for (size_t k = 0; k < sums->size; k++) {
        sums->gradient[k] += weight * (positive - chance) * x[k];
        for (size_t l = 0; l <= k; l++)
            sums->curve[k][l] += weight * chance * (1 - chance) * x[k] * x[l];
    }
}

/* One step of Newton's method: Cholesky, since the curve is positive. */
static void step(struct sums *sums, double *learned)
{
    double(*c)[FACTS_MOST] = sums->curve, *g = sums->gradient;
    for (size_t k = 0; k < sums->size; k++) {
        g[k] -= k > 0 ? PENALTY * learned[k] : 0;
        c[k][k] += k > 0 ? PENALTY : 1e-6;
    }
    for (size_t i = 0; i < sums->size; i++) {
        for (size_t j = 0; j <= i; j++) {
            for (size_t k = 0; k < j; k++)
                c[i][j] -= c[i][k] * c[j][k];
            c[i][j] = i == j ? sqrt(c[i][i]) : c[i][j] / c[j][j];
        }
        for (size_t k = 0; k < i; k++)
            g[i] -= c[i][k] * g[k];
        g[i] /= c[i][i];
    }
    for (size_t i = sums->size; i-- > 0;) {
        for (size_t k = i + 1; k < sums->size; k++)
            g[i] -= c[k][i] * g[k];
        g[i] /= c[i][i];
        learned[i] += g[i];
    }
}

/* Learns of all examples but one fold's; `weights` are those of facts as they are. */
static void learn(const struct examples *examples, unsigned left_out, bool chances, float *weights)
{
    struct sums sums = { .size = chances ? CHANCE_COUNT : FACTS };
    double learned[FACTS_MOST] = { 0 };
    standardise(examples, left_out, chances, &sums);
    for (size_t round = 0; round < ROUNDS; round++) {
        memset(sums.gradient, 0, sizeof sums.gradient);
        memset(sums.curve, 0, sizeof sums.curve);
        for (size_t e = 0; e < examples->count; e++) {
            const struct example *example = examples->items[e];
            for (size_t i = 0; example->fold != left_out && i < example->candidates.rows.count; i++)
                add_candidate(&sums, facts_of(example, i, chances), example->positive[i],
                              example->weight, learned);
        }
        step(&sums, learned);
    }
    for (size_t k = 1; k < sums.size; k++) {
        weights[k] = (float)(learned[k] / sums.spread[k]);
        learned[0] -= learned[k] * sums.mean[k] / sums.spread[k];
    }
    weights[0] = (float)learned[0];
}

/* What CHANCE_STRANGE should weigh, all else being as it is: Newton's method. */
static float learn_strange(const struct examples *examples, unsigned left_out,
                           const struct linking_weights *known)
{
    double weight = (double)known->chances[CHANCE_STRANGE];
    for (int round = 0; round < ROUNDS; round++) {
        double gradient = -weight, curve = 1;
        for (size_t e = 0; e < examples->count; e++) {
            const struct example *example = examples->items[e];
            for (size_t i = 0; example->fold != left_out && i < example->candidates.rows.count;
                 i++) {
                const float *facts = example->chances[i];
                double fact = (double)facts[CHANCE_STRANGE], sum = weight * fact;
                for (size_t k = 0; k < CHANCE_STRANGE; k++)
                    sum += (double)(known->chances[k] * facts[k]);
                double chance = 1 / (1 + exp(-sum));
                gradient += (example->positive[i] - chance) * fact;
                curve += chance * (1 - chance) * fact * fact;
            }
        }
        weight += gradient / curve;
    }
    return (float)weight;
}

static void learn_facts(const struct examples *examples, unsigned left_out,
                        struct linking_weights *weights)
{
    float facts[FACTS];
    learn(examples, left_out, false, facts);
    weights->bias = facts[0];
    memcpy(weights->facts, facts + 1, sizeof weights->facts);
}

static void begin_links(struct example *example)
{
    links_free(&example->links);
    example->links = (struct links){ 0 };
    links_begin(&example->links, &example->candidates, example->out[0], example->out[1]);
}

/* Step 2 learns of what step 1 says of texts that it has not learned of. */
static void read_chances(struct examples *examples, const struct linking_weights folds[FOLDS])
{
    for (size_t e = 0; e < examples->count; e++) {
        struct example *example = examples->items[e];
        begin_links(example);
        linking_chance_read(&example->links, &folds[example->fold], example->chances);
    }
}

/* ---- measuring ---- */

struct score {
    size_t facts;
    size_t found;
    size_t links;
    size_t right;
    size_t crossed; /* links in crossed pairs */
};

/* Whether any pair of sentences of a link is accepted. */
static bool judge_link(const struct example *example, const struct bead *bead, bool *found)
{
    bool swapped = example->clues.swapped, right = false;
    for (uint32_t i = bead->source; i < bead->source + bead->source_count; i++) {
        for (uint32_t k = bead->target; k < bead->target + bead->target_count; k++) {
            uint32_t a = unit_of(&example->texts[0].side, swapped ? k : i);
            uint32_t b = unit_of(&example->texts[1].side, swapped ? i : k);
            right |= report_pair_accepts(example->pair, a, b, found);
        }
    }
    return right;
}

static void print_sentences(const struct example *example, const struct candidate *pair)
{
    const struct side *source = example->clues.source.side, *target = example->clues.target.side;
    struct span spans[2] = { source->sentences[pair->source].span,
                             target->sentences[pair->target].span };
    printf("%s %s: %.*s | %.*s\n", example->from[0]->name, example->from[1]->name,
           (int)(spans[0].end - spans[0].start), source->text + spans[0].start,
           (int)(spans[1].end - spans[1].start), target->text + spans[1].start);
}

/* A fact that no link has found, with the pair of its that comes nearest to one. */
static void print_missing(const struct example *example, unsigned fact)
{
    const struct candidate *best = NULL;
    bool *found = xcalloc(example->pair->facts + 1, sizeof *found);
    for (size_t i = 0; i < example->candidates.rows.count; i++) {
        const struct candidate *pair = &example->candidates.rows.items[i];
        found[fact] = false;
        judge_link(example, &(struct bead){ pair->source, pair->target, 1, 1, 0 }, found);
        if (found[fact] && (best == NULL || pair->chance > best->chance))
            best = pair;
    }
    printf("missing %u %.2f ", fact, best != NULL ? (double)best->chance : 0);
    if (best != NULL)
        print_sentences(example, best);
    else
        printf("%s: no candidate\n", example->pair->name);
    free(found);
}

static void judge(struct example *example, struct score *score, bool telling)
{
    bool *found = xcalloc(example->pair != NULL ? example->pair->facts + 1 : 1, sizeof *found);
    for (size_t i = 0; i < example->links.count; i++) {
        const struct linked *link = &example->links.items[i];
        bool right = example->pair != NULL && judge_link(example, &link->bead, found);
        score->crossed += example->pair == NULL;
        score->links += example->pair != NULL;
        score->right += right;
        if (telling && !right) {
            printf("wrong %.2f ", (double)link->score);
            print_sentences(example, &(struct candidate){ .source = link->bead.source,
                                                          .target = link->bead.target });
        }
    }
    for (unsigned fact = 1; example->pair != NULL && fact <= example->pair->facts; fact++) {
        score->facts++;
        score->found += found[fact];
        if (telling && !found[fact])
            print_missing(example, fact);
    }
    free(found);
}

static void print_score(const struct score *score)
{
    printf(" facts %zu of %zu, links %zu, right %zu: %.3f;", score->found, score->facts,
           score->links, score->right,
           score->links > 0 ? (double)score->right / (double)score->links : 1);
}

/* By folder, then all, and the links that are in crossed pairs. */
static void measure(struct examples *examples, const struct linking_weights folds[FOLDS],
                    float least, bool telling)
{
    struct score scores[FOLDERS_MOST] = { { 0 } }, score = { 0 };
    for (size_t e = 0; e < examples->count; e++) {
        struct example *example = examples->items[e];
        struct linking_weights weights = folds[example->fold];
        weights.link = least;
        begin_links(example);
        linking_chance_find(&example->links, &weights, NULL, NULL);
        judge(example, &scores[example->from[0]->folder], telling);
    }
    printf("%.2f:", (double)least);
    for (size_t i = 0; i < FOLDERS_MOST; i++) {
        score.facts += scores[i].facts;
        score.found += scores[i].found;
        score.links += scores[i].links;
        score.right += scores[i].right;
        score.crossed += scores[i].crossed;
        if (scores[i].facts + scores[i].links > 0)
            print_score(&scores[i]);
    }
    print_score(&score);
    printf(" %zu in %d crossed pairs\n", score.crossed, CROSSED);
}

#define NAMED(fact) [fact] = #fact

static const char *const fact_names[FACT_COUNT] = {
    NAMED(FACT_SCORE),  NAMED(FACT_SUM),    NAMED(FACT_FIRST),       NAMED(FACT_SECOND),
    NAMED(FACT_THIRD),  NAMED(FACT_FIGURE), NAMED(FACT_PROPER),      NAMED(FACT_LEAD),
    NAMED(FACT_COVER),  NAMED(FACT_SOFT),   NAMED(FACT_SOURCE_SIZE), NAMED(FACT_TARGET_SIZE),
    NAMED(FACT_BACK),   NAMED(FACT_NAMES),  NAMED(FACT_TITLE),       NAMED(FACT_EARLY),
    NAMED(FACT_DIFFER), NAMED(FACT_TOPIC),  NAMED(FACT_SPEECH),
};

static const char *const chance_names[CHANCE_COUNT] = {
    NAMED(CHANCE_BIAS),   NAMED(CHANCE_LOGIT),       NAMED(CHANCE_ROW),
    NAMED(CHANCE_COLUMN), NAMED(CHANCE_SUPPORT),     NAMED(CHANCE_STRONGEST),
    NAMED(CHANCE_SHARED), NAMED(CHANCE_EVENT_NAMES), NAMED(CHANCE_EVENT_FIGURES),
    NAMED(CHANCE_STRANGE),
};

static void print_named(const char *what, const char *const *names, const float *weights,
                        size_t count)
{
    printf("        .%s = {\n", what);
    for (size_t i = 0; i < count; i++)
        printf("            [%s] = %.4fF,\n", names[i], (double)weights[i]);
    printf("        },\n");
}

static void print_weights(const struct linking_weights *weights)
{
    printf("        .bias = %.4fF,\n", (double)weights->bias);
    print_named("facts", fact_names, weights->facts, FACT_COUNT);
    print_named("chances", chance_names, weights->chances, CHANCE_COUNT);
}

/* ---- all of it ---- */

static void learn_all(struct examples *examples, const struct linking_weights *known)
{
    struct linking_weights folds[FOLDS], all = *known;
    for (unsigned i = 0; i < FOLDS; i++) {
        folds[i] = *known;
        learn_facts(examples, i, &folds[i]);
    }
    read_chances(examples, folds);
    for (unsigned i = 0; i < FOLDS; i++)
        learn(examples, i, true, folds[i].chances);
    for (int percent = 50; percent < 100; percent += 5)
        measure(examples, folds, (float)percent / 100, false);
    measure(examples, folds, known->link, true);
    learn(examples, FOLDS, true, all.chances);
    learn_facts(examples, FOLDS, &all);
    print_weights(&all);
    for (unsigned i = 0; i < FOLDS; i++)
        folds[i] = *known;
    printf("as the program is: ");
    measure(examples, folds, known->link, false);
    for (unsigned i = 0; i < FOLDS; i++)
        folds[i] = all;
    printf("learned of all: ");
    measure(examples, folds, known->link, false);
}

static void learn_rivals(struct examples *examples, const struct linking_weights *known)
{
    struct linking_weights folds[FOLDS];
    for (unsigned i = 0; i < FOLDS; i++)
        folds[i] = *known;
    read_chances(examples, folds);
    for (unsigned i = 0; i < FOLDS; i++)
        folds[i].chances[CHANCE_STRANGE] = learn_strange(examples, i, known);
    measure(examples, folds, known->link, true);
    printf("            [CHANCE_STRANGE] = %.4fF,\n",
           (double)learn_strange(examples, FOLDS, known));
    for (unsigned i = 0; i < FOLDS; i++)
        folds[i] = *known;
    printf("as the program is: ");
    measure(examples, folds, known->link, false);
}

static void free_example(struct example *example)
{
    links_free(&example->links);
    candidates_free(&example->candidates);
    clues_free(&example->clues);
    for (size_t i = 0; i < 2; i++) {
        simplified_end(&example->simplified[i]);
        aligner_text_free(&example->texts[i]);
        document_free(example->documents[i]);
        free(example->out[i]);
    }
    free(example->facts);
    free(example->chances);
    free(example->positive);
    free(example);
}

int main(int count, char **arguments)
{
    const char *collections[2] = { NULL, NULL }, *together = "", *kinds = NULL;
    struct buffer events = { 0 };
    size_t readings = 1;
    unsigned real = 0;
    for (int option; (option = getopt(count, arguments, "c:k:r:t:")) != -1;) {
        if (option == 'k')
            kinds = optarg;
        else if (option == 'c')
            collections[readings++] = optarg;
        else if (option == 'r')
            real = (unsigned)strtoul(optarg, NULL, 10);
        else if (option == 't')
            together = optarg;
        else
            return 2;
    }
    if (count - optind < 3)
        fail("usage", "learn [-c COLLECTION] [-k KINDS] [-r FOLDERS] [-t EVENT,...] DATA CACHE FOLDER...");
    struct report_pairs pairs = { 0 };
    struct examples examples = { 0 };
    struct entity_index *indexes[2];
    struct aligner *aligners[2];
    for (int i = optind + 2; i < count; i++) {
        if (!report_pairs_read(&pairs, arguments[i], (unsigned)(i - optind - 2) % FOLDERS_MOST))
            fail(arguments[i], "has no pairs of reports");
    }
    for (size_t i = 0; i < readings; i++) {
        indexes[i] = entity_index_new(&(struct entity_index_sources){ .standard = collections[i] });
        aligners[i] = aligner_new(NULL, indexes[i], arguments[optind], arguments[optind + 1]);
        for (size_t k = 0; k < pairs.count; k++) {
            if (pairs.items[k].gold.count > 0)
                VECTOR_PUSH(&examples, read_example(aligners[i], &pairs.items[k], &pairs.items[k]));
        }
    }
    read_crossed(aligners[0], &pairs, together, &examples);
    if (kinds != NULL && !file_read(kinds, 0, &events, NULL))
        fail(kinds, "no kinds of events");
    if (kinds != NULL)
        read_rivals(aligners[0], &pairs, buffer_text(&events), &examples);
    deal_out(&pairs, together, real, &examples);
    (kinds != NULL ? learn_rivals : learn_all)(
        &examples, &linking_weights[linking_event_kind(&examples.items[0]->clues)]);
    buffer_free(&events);
    for (size_t i = 0; i < examples.count; i++)
        free_example(examples.items[i]);
    free(examples.items);
    for (size_t i = 0; i < readings; i++) {
        aligner_free(aligners[i]);
        entity_index_free(indexes[i]);
    }
    report_pairs_free(&pairs);
    return 0;
}
