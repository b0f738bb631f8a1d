/* learn_parts: learns the weights by which a text is known as a part of another (part_chance.h).
 *
 *     learn_parts [-d DATA]... CACHE COLLECTION WHAT=FOLDER...
 *
 * All is read once with the dictionaries of each DATA, a folder without any being none; CACHE holds
 * their compiled form, COLLECTION the notes that are read along. WHAT is
 *
 *   documents  NAME.zh.md and NAME.en.md, a translation each
 *   chapters   NAME.zh and NAME.en, the same, a sentence a line
 *   reports    pairs of reports (report_pair.h), which are none
 *
 * Parts of either side are held against the other side, which is a translation but for reports, and
 * against that of the next text, which never is. What is learned of five sixths of the texts is tried
 * on the last sixth, six times: for some least chances, which parts are found, and how many others
 * are taken for parts; before that the same for the weights as they are. At the end what
 * part_chance.c takes, learned of all. Logistic regression by Newton's method; five minutes, and the
 * same each time. The weights there are of
 *
 *     learn_parts -d none -d DATA CACHE data/collection documents=tests/align/translations
 *         documents=data/collection/articles and reports= each of reports, kept, english,
 *         kept-english, chinese, kept-chinese, kept-mixed in tests/align
 *
 * DATA being that of CC-CEDICT. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "align/align_mode.h"
#include "align/part_chance.h"
#include "align/opened_text.h"
#include "align/report_pair.h"
#include "align/turned_side.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "query/aligner.h"

#define FACTS PART_CHANCE_FACTS
#define PLACES 5    /* of parts of one size */
#define FOLDS 6
#define ROUNDS 30
#define PENALTY 0.5
#define FEW 8 /* sentences */
#define DATA_MOST 4

struct pair {
    struct text sides[2];
    bool translation;
};

struct pairs {
    struct pair *items;
    size_t count;
    size_t capacity;
};

struct example {
    double facts[FACTS];
    double chance; /* as the program has it */
    bool part;
    bool few; /* sentences */
    unsigned fold;
};

struct examples {
    struct example *items;
    size_t count;
    size_t capacity;
};

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "learn_parts: %s: %s\n", what, why);
    exit(2);
}

/* ---- reading ---- */

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void read_translations(struct aligner *aligner, const char *folder, const char *ending,
                              struct pairs *pairs)
{
    struct dirent **files;
    char *own = xasprintf(".en%s", ending);
    int count = scandir(folder, &files, NULL, compare_names);
    for (int i = 0; i < count; i++) {
        size_t length = strlen(files[i]->d_name), end = strlen(own);
        if (length > end && strcmp(files[i]->d_name + length - end, own) == 0) {
            struct pair pair = { .translation = true };
            for (size_t side = 0; side < 2; side++) {
                char *path = xasprintf("%s/%.*s.%s%s", folder, (int)(length - end),
                                       files[i]->d_name, side == 0 ? "zh" : "en", ending);
                if (ending[0] == '\0')
                    must_read_lines(path, &pair.sides[side]);
                else
                    must_read_text(aligner, path, &pair.sides[side]);
                free(path);
            }
            VECTOR_PUSH(pairs, pair);
        }
        free(files[i]);
    }
    if (count >= 0)
        free(files);
    free(own);
}

static void read_reports(struct aligner *aligner, const char *folder, struct pairs *pairs)
{
    struct report_pairs reports = { 0 };
    if (!report_pairs_read(&reports, folder, 0))
        fail(folder, "has no pairs");
    for (size_t i = 0; i < reports.count; i++) {
        struct pair pair = { .translation = false };
        must_read_text(aligner, reports.items[i].paths[0], &pair.sides[0]);
        must_read_text(aligner, reports.items[i].paths[1], &pair.sides[1]);
        VECTOR_PUSH(pairs, pair);
    }
    report_pairs_free(&reports);
}

static void free_pairs(struct pairs *pairs)
{
    for (size_t i = 0; i < 2 * pairs->count; i++) {
        struct text *text = &pairs->items[i / 2].sides[i % 2];
        aligner_text_free(&text->text);
        document_free(text->document);
        buffer_free(&text->lines);
    }
    free(pairs->items);
}

/* ---- what is told of a part ---- */

static void align(struct aligner *aligner, const struct side *a, const struct side *b,
                  enum align_mode mode, struct alignment *alignment)
{
    struct error error;
    struct parallel_task task = {
        .a = a, .b = b, .lexicon = aligner_lexicon(aligner), .mode = mode
    };
    *alignment = (struct alignment){ 0 };
    if (!align_mode_align(&task, alignment, &error))
        fail("align", error.text);
}

static void add_example(struct aligner *aligner, const struct side *whole,
                        const struct side *part, bool is_part, unsigned fold,
                        struct examples *examples)
{
    struct rendered_signs signs, turned_signs;
    struct alignment alignment, reports, other;
    struct turned_side turned;
    struct example example = { .part = is_part, .few = part->count < FEW, .fold = fold };
    align(aligner, whole, part, ALIGN_PARALLEL, &alignment);
    align(aligner, whole, part, ALIGN_COMPARABLE, &reports);
    rendered_read(&signs, whole, part, &alignment);
    rendered_read_links(&signs, &alignment, &reports);
    turned_side_begin(&turned, part);
    align(aligner, whole, &turned.side, ALIGN_PARALLEL, &other);
    rendered_read(&turned_signs, whole, &turned.side, &other);
    part_chance_facts(&signs, &turned_signs, example.facts);
    example.chance = part_chance_find(&signs, &turned_signs, false);
    if (part_chance_has_evidence(&signs))
        VECTOR_PUSH(examples, example);
    alignment_free(&alignment);
    alignment_free(&reports);
    alignment_free(&other);
    turned_side_end(&turned);
}

/* Every third sentence of a text, every fourth, from the first or the second on. */
static void add_summaries(struct aligner *aligner, const struct side *text,
                          const struct side *whole, const struct side *next, bool is_part,
                          unsigned fold, struct examples *examples)
{
    struct side_sentence *sentences = xcalloc(text->count + 1, sizeof *sentences);
    for (size_t step = 3; step <= 4; step++) {
        for (size_t first = 0; first < 2; first++) {
            struct side part = *text;
            part.sentences = sentences;
            part.count = 0;
            for (size_t i = first; i < text->count; i += step)
                sentences[part.count++] = text->sentences[i];
            if (part.count < PART_CHANCE_LEAST)
                continue;
            add_example(aligner, whole, &part, is_part, fold, examples);
            add_example(aligner, next, &part, false, fold, examples);
        }
    }
    free(sentences);
}

/* Parts of one side of a pair, held against the other side of this one and of the next. */
static void add_parts(struct aligner *aligner, const struct pairs *pairs, size_t number,
                      size_t side, struct examples *examples)
{
    static const size_t sizes[] = { 1, 2, 3, 4, 6, 9, 12 };
    const struct pair *pair = &pairs->items[number];
    const struct pair *next = &pairs->items[(number + 1) % pairs->count];
    const struct side *whole = &pair->sides[1 - side].text.side;
    const struct side *other = &next->sides[1 - side].text.side;
    const struct side *text = &pair->sides[side].text.side;
    unsigned fold = (unsigned)(number % FOLDS);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct side part = *text;
        part.count = text->count / sizes[i];
        size_t places = part.count < PART_CHANCE_LEAST ? 0 : sizes[i] > 1 ? PLACES : 1;
        for (size_t place = 0; place < places; place++) {
            part.sentences = text->sentences + place * (text->count - part.count) / (PLACES - 1);
            add_example(aligner, whole, &part, pair->translation, fold, examples);
            if (place % 2 == 0)
                add_example(aligner, other, &part, false, fold, examples);
        }
    }
    add_summaries(aligner, text, whole, other, pair->translation, fold, examples);
}

/* ---- learning ---- */

static double chance(const double weights[FACTS], const double facts[FACTS])
{
    double sum = 0;
    for (size_t i = 0; i < FACTS; i++)
        sum += weights[i] * facts[i];
    return 1 / (1 + exp(-sum));
}

/* Solves for a step (Gauss); what it is given is lost. */
static void solve(double matrix[FACTS][FACTS], double vector[FACTS])
{
    for (size_t i = 0; i < FACTS; i++) {
        for (size_t k = i + 1; k < FACTS; k++) {
            double times = matrix[k][i] / matrix[i][i];
            for (size_t m = i; m < FACTS; m++)
                matrix[k][m] -= times * matrix[i][m];
            vector[k] -= times * vector[i];
        }
    }
    for (size_t i = FACTS; i-- > 0;) {
        for (size_t k = i + 1; k < FACTS; k++)
            vector[i] -= matrix[i][k] * vector[k];
        vector[i] /= matrix[i][i];
    }
}

/* Of all but one fold. */
static void learn(const struct examples *examples, unsigned fold, double weights[FACTS])
{
    memset(weights, 0, FACTS * sizeof *weights);
    for (size_t round = 0; round < ROUNDS; round++) {
        double matrix[FACTS][FACTS] = { { 0 } }, step[FACTS];
        for (size_t i = 0; i < FACTS; i++) {
            matrix[i][i] = PENALTY;
            step[i] = -PENALTY * weights[i];
        }
        for (size_t n = 0; n < examples->count; n++) {
            const struct example *example = &examples->items[n];
            double found = chance(weights, example->facts);
            for (size_t i = 0; example->fold != fold && i < FACTS; i++) {
                step[i] += (example->part - found) * example->facts[i];
                for (size_t k = 0; k < FACTS; k++)
                    matrix[i][k] += found * (1 - found) * example->facts[i] * example->facts[k];
            }
        }
        solve(matrix, step);
        for (size_t i = 0; i < FACTS; i++)
            weights[i] += step[i];
    }
}

/* What is found where a chance is enough, and by mistake: of few sentences and of more. */
static void print_found(const struct examples *examples, const double *chances, const char *what)
{
    static const double enough[] = { 0.5, 0.6, 0.7, 0.8, 0.9, 0.96 };
    for (size_t n = 0; n < sizeof enough / sizeof *enough; n++) {
        size_t found[2][2] = { { 0 } }, all[2][2] = { { 0 } };
        for (size_t i = 0; i < examples->count; i++) {
            const struct example *example = &examples->items[i];
            all[example->few][example->part]++;
            found[example->few][example->part] += chances[i] >= enough[n];
        }
        printf("%s\t%.2f\t%zu of %zu parts, %zu of %zu others\tfew: %zu of %zu parts, %zu of %zu "
               "others\n",
               what, enough[n], found[0][1], all[0][1], found[0][0], all[0][0], found[1][1],
               all[1][1], found[1][0], all[1][0]);
    }
}

static void print_all(const struct examples *examples)
{
    double weights[FACTS], *chances = xcalloc(examples->count + 1, sizeof *chances);
    for (size_t i = 0; i < examples->count; i++)
        chances[i] = examples->items[i].chance;
    print_found(examples, chances, "as the program has it");
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        learn(examples, fold, weights);
        for (size_t i = 0; i < examples->count; i++) {
            if (examples->items[i].fold == fold)
                chances[i] = chance(weights, examples->items[i].facts);
        }
    }
    print_found(examples, chances, "left out by text");
    learn(examples, FOLDS, weights);
    for (size_t i = 0; i < FACTS; i++)
        printf("%.3f\n", weights[i]);
    free(chances);
}

int main(int count, char **arguments)
{
    const char *data[DATA_MOST];
    size_t data_count = 0;
    struct examples examples = { 0 };
    for (int option; (option = getopt(count, arguments, "d:")) != -1;) {
        if (option != 'd' || data_count == DATA_MOST)
            return 2;
        data[data_count++] = optarg;
    }
    if (count - optind < 3 || data_count == 0)
        fail("usage", "learn_parts [-d DATA]... CACHE COLLECTION WHAT=FOLDER...");
    struct entity_index *entity_index = entity_index_new(
        &(struct entity_index_sources){ .standard = arguments[optind + 1] });
    for (size_t n = 0; n < data_count; n++) {
        struct aligner *aligner = aligner_new(NULL, entity_index, data[n], arguments[optind]);
        struct pairs pairs = { 0 };
        for (int i = optind + 2; i < count; i++) {
            const char *folder = strchr(arguments[i], '=');
            if (folder == NULL)
                fail(arguments[i], "no documents=FOLDER, chapters=FOLDER or reports=FOLDER");
            if (strncmp(arguments[i], "reports", 7) == 0)
                read_reports(aligner, folder + 1, &pairs);
            else
                read_translations(aligner, folder + 1,
                                  strncmp(arguments[i], "chapters", 8) == 0 ? "" : ".md", &pairs);
        }
        for (size_t i = 0; i < 2 * pairs.count; i++)
            add_parts(aligner, &pairs, i / 2, i % 2, &examples);
        free_pairs(&pairs);
        aligner_free(aligner);
    }
    print_all(&examples);
    free(examples.items);
    entity_index_free(entity_index);
    return 0;
}
