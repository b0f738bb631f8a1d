/* train: learns src/align/weights.c from texts that people have aligned.
 *
 *     train [--leave-one-out] CEDICT FOLDER >weights.c
 *
 * CEDICT is CC-CEDICT's text, unpacked. FOLDER holds NAME.zh, NAME.en, a sentence a line, and
 * NAME.gold, a bead a line: [0, 1]:[0]. All of them are learned from; with --leave-one-out each is
 * aligned with the weights that the others give and nothing is written but the scores. The scores
 * of the weights that the program was built with come first, on standard error. It takes a minute,
 * six times that with --leave-one-out.
 *
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004): the gradient of the gold's
 * likelihood is what a feature is worth in alignments that keep to the gold, less its worth in all,
 * by forward and backward sums; steps as Kingma and Ba's (2015); an L2 penalty; stopping early
 * matters. Gold beads that cross others, or are of no type that there is, are left free. The second
 * set goes on from the first with the lexicon that the first has taught. */

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "align/omission.h"
#include "align/coarse.h"
#include "align/sentence_model.h"
#include "align/lattice.h"
#include "align/lexicon_induction.h"
#include "dictionary/lexicon.h"
#include "dictionary/lexicon_build.h"
#include "align/weights.h"

#define REACH 6
#define FIRST_ROUNDS 150
#define SECOND_ROUNDS 30
#define STEP 0.08
#define PENALTY 2.0
#define WEIGHT_COUNT (BEAD_TYPES + FEATURE_COUNT + 1)
#define AGAIN (BEAD_TYPES + FEATURE_COUNT)
#define BY_HAND FEATURE_MARKS_EQUAL /* this one and all after it */
#define FREE UINT32_MAX
#define UNREACHED (-1e299)
#define THIN_EVERY 25 /* beads to a run that is left out */

struct lines {
    struct side_sentence *items;
    size_t count;
    size_t capacity;
};

struct text {
    struct buffer bytes;
    struct lines lines;
    struct side side;
};

/* A bead that may be in the alignment, as training sees it. */
struct candidate {
    size_t at; /* in the lattice's scores */
    bool gold; /* an alignment that keeps to the gold may have it */
    uint8_t type;
    float features[FEATURE_COUNT];
};

struct candidates {
    struct candidate *items;
    size_t count;
    size_t capacity;
};

struct chapter {
    char *name;
    size_t origin; /* the chapter that it was thinned from, itself for a whole one */
    bool thinned;
    struct text source;
    struct text target;
    struct beads gold;
    struct corpus corpus;
    struct lattice lattice;
    struct candidates candidates;
};

struct chapters {
    struct chapter *items;
    size_t count;
    size_t capacity;
};

/* For strict F1: what was found and right, what was wanted and hit. */
struct tally {
    double found;
    double right;
    double wanted;
    double hit;
};

static void stop(const struct error *error)
{
    fprintf(stderr, "train: %s\n", error->text);
    exit(1);
}

/* ---- reading ---- */

static void read_file(const char *folder, const char *name, const char *extension,
                      struct buffer *bytes)
{
    struct error error;
    char *path = xasprintf("%s/%s.%s", folder, name, extension);
    if (!file_read(path, 0, bytes, &error))
        stop(&error);
    free(path);
}

static void read_text(const char *folder, const char *name, const char *extension,
                      struct text *text)
{
    read_file(folder, name, extension, &text->bytes);
    const char *bytes = buffer_text(&text->bytes);
    for (size_t at = 0; at < text->bytes.length;) {
        const char *newline = memchr(bytes + at, '\n', text->bytes.length - at);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : text->bytes.length;
        VECTOR_PUSH(&text->lines, (struct side_sentence){ .span = { at, end } });
        at = end + 1;
    }
    text->side = (struct side){ .text = bytes,
                                .length = text->bytes.length,
                                .sentences = text->lines.items,
                                .count = text->lines.count };
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Marks runs of gold beads to be left out. */
static bool *choose_beads(const struct beads *gold, uint32_t seed)
{
    static const size_t runs[] = { 1, 1, 1, 2, 4, 8 };
    bool *out = xcalloc(gold->count + 1, sizeof *out);
    for (size_t i = 0; i < gold->count; i++) {
        if (next_random(&seed) % THIN_EVERY != 0)
            continue;
        size_t run = runs[next_random(&seed) % (sizeof runs / sizeof *runs)];
        for (size_t k = 0; k < run && i + k < gold->count; k++)
            out[i + k] = true;
        i += run;
    }
    return out;
}

/* Copies the sentences that are kept; `number` is the new number of each. */
static void thin_text(const struct text *whole, const bool *drop, struct text *text,
                      uint32_t *number)
{
    for (size_t i = 0; i < whole->lines.count; i++) {
        struct span span = whole->lines.items[i].span;
        number[i] = (uint32_t)text->lines.count;
        if (drop[i])
            continue;
        size_t start = text->bytes.length;
        buffer_add(&text->bytes, whole->side.text + span.start, span.end - span.start);
        VECTOR_PUSH(&text->lines, (struct side_sentence){ .span = { start, text->bytes.length } });
    }
    text->side = (struct side){ .text = buffer_text(&text->bytes),
                                .length = text->bytes.length,
                                .sentences = text->lines.items,
                                .count = text->lines.count };
}

/* What is left of a bead whose source (or target) is gone: each sentence alone. */
static void add_gaps(struct beads *gold, const struct bead *bead, bool source)
{
    for (uint32_t k = 0; source && k < bead->target_count; k++)
        VECTOR_PUSH(gold, (struct bead){ 0, bead->target + k, 0, 1, 0 });
    for (uint32_t k = 0; !source && k < bead->source_count; k++)
        VECTOR_PUSH(gold, (struct bead){ bead->source + k, 0, 1, 0, 0 });
}

/* A chapter without the source (or target) sentences of some beads: what an abridged version looks
 * like, of which the gold has hardly any. */
static struct chapter thin(const struct chapter *whole, size_t origin, bool source)
{
    struct chapter chapter = { .name = xstrdup(whole->name), .origin = origin, .thinned = true };
    bool *out = choose_beads(&whole->gold, (uint32_t)origin * 2 + source);
    bool *drop[2] = { xcalloc(whole->source.lines.count + 1, 1),
                      xcalloc(whole->target.lines.count + 1, 1) };
    uint32_t *numbers[2] = { xcalloc(whole->source.lines.count + 1, sizeof(uint32_t)),
                             xcalloc(whole->target.lines.count + 1, sizeof(uint32_t)) };
    for (size_t i = 0; i < whole->gold.count; i++) {
        const struct bead *bead = &whole->gold.items[i];
        for (uint32_t k = 0; out[i] && source && k < bead->source_count; k++)
            drop[0][bead->source + k] = true;
        for (uint32_t k = 0; out[i] && !source && k < bead->target_count; k++)
            drop[1][bead->target + k] = true;
    }
    thin_text(&whole->source, drop[0], &chapter.source, numbers[0]);
    thin_text(&whole->target, drop[1], &chapter.target, numbers[1]);
    for (size_t i = 0; i < whole->gold.count; i++) {
        struct bead bead = whole->gold.items[i];
        bead.source = numbers[0][bead.source];
        bead.target = numbers[1][bead.target];
        if (!out[i])
            VECTOR_PUSH(&chapter.gold, bead);
        else
            add_gaps(&chapter.gold, &bead, source);
    }
    for (int side = 0; side < 2; side++) {
        free(drop[side]);
        free(numbers[side]);
    }
    free(out);
    return chapter;
}

/* "[3, 4]" becomes 3 and 2, "[]" 0 and 0; where it ends. */
static char *read_run(char *at, uint32_t *first, uint32_t *count)
{
    *first = *count = 0;
    for (at = strchr(at, '['); *at != ']'; at++) {
        if (at[1] >= '0' && at[1] <= '9') {
            uint32_t number = (uint32_t)strtoul(at + 1, &at, 10);
            if ((*count)++ == 0)
                *first = number;
            at--;
        }
    }
    return at + 1;
}

static void read_gold(const char *folder, struct chapter *chapter)
{
    struct buffer bytes = { 0 };
    read_file(folder, chapter->name, "gold", &bytes);
    char *rest = NULL;
    for (char *line = strtok_r(bytes.data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        struct bead bead = { 0 };
        char *second = read_run(line, &bead.source, &bead.source_count);
        read_run(second, &bead.target, &bead.target_count);
        if (bead.source_count + bead.target_count > 0)
            VECTOR_PUSH(&chapter->gold, bead);
    }
    buffer_free(&bytes);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct chapter *)a)->name, ((const struct chapter *)b)->name);
}

static void read_chapters(const char *folder, const struct lexicon *lexicon,
                          struct chapters *chapters)
{
    DIR *names = opendir(folder);
    for (struct dirent *entry; names != NULL && (entry = readdir(names)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length > 5 && strcmp(entry->d_name + length - 5, ".gold") == 0)
            VECTOR_PUSH(chapters, (struct chapter){ .name = xstrndup(entry->d_name, length - 5) });
    }
    if (names != NULL)
        closedir(names);
    if (chapters->count > 1)
        qsort(chapters->items, chapters->count, sizeof *chapters->items, compare_names);
    size_t count = chapters->count;
    for (size_t i = 0; i < count; i++) {
        struct chapter *chapter = &chapters->items[i];
        chapter->origin = i;
        read_text(folder, chapter->name, "zh", &chapter->source);
        read_text(folder, chapter->name, "en", &chapter->target);
        read_gold(folder, chapter);
        struct chapter one = thin(chapter, i, false), other = thin(chapter, i, true);
        VECTOR_PUSH(chapters, one);
        VECTOR_PUSH(chapters, other);
    }
    for (size_t i = 0; i < chapters->count; i++) {
        struct chapter *chapter = &chapters->items[i];
        corpus_build(&chapter->corpus, &chapter->source.side, &chapter->target.side, lexicon, NULL,
                     NULL);
    }
}

/* "Traditional Simplified [pin1 yin1] /gloss/gloss/" */
static void add_entry(struct lexicon_builder *builder, char *line)
{
    char *simplified = strchr(line, ' ');
    char *pinyin = simplified != NULL ? strstr(simplified + 1, " [") : NULL;
    char *glosses = pinyin != NULL ? strstr(pinyin + 2, "] /") : NULL;
    if (line[0] == '#' || glosses == NULL)
        return;
    *simplified++ = *pinyin = *glosses = '\0';
    lexicon_builder_add(builder, simplified, line, pinyin + 2, glosses + 3);
}

static struct lexicon *read_lexicon(const char *path)
{
    struct error error;
    struct buffer bytes = { 0 };
    struct buffer compiled = { 0 };
    struct lexicon_builder *builder = lexicon_builder_new();
    char *rest = NULL;
    if (!file_read(path, 0, &bytes, &error))
        stop(&error);
    for (char *line = strtok_r(bytes.data, "\r\n", &rest); line != NULL;
         line = strtok_r(NULL, "\r\n", &rest))
        add_entry(builder, line);
    lexicon_builder_finish(builder, 1, NULL, NULL, &compiled);
    struct lexicon *lexicon = lexicon_from_bytes(&compiled, 1, &error);
    if (lexicon == NULL)
        stop(&error);
    lexicon_builder_free(builder);
    buffer_free(&bytes);
    return lexicon;
}

/* ---- what the gold allows ---- */

static bool is_type(const struct bead *bead)
{
    for (size_t i = 0; i < BEAD_TYPES; i++) {
        if (bead_types[i].source == bead->source_count &&
            bead_types[i].target == bead->target_count)
            return true;
    }
    return false;
}

static bool is_gap(const struct bead *bead)
{
    return bead->source_count == 0 || bead->target_count == 0;
}

static bool crosses(const struct beads *gold, const struct bead *bead)
{
    for (size_t i = 0; i < gold->count; i++) {
        const struct bead *other = &gold->items[i];
        if (other != bead && !is_gap(other) &&
            (other->source < bead->source) != (other->target < bead->target))
            return true;
    }
    return false;
}

/* Which gold bead owns each sentence; FREE where none does that could be found. */
static void find_owners(const struct beads *gold, uint32_t *sources, size_t source_count,
                        uint32_t *targets, size_t target_count)
{
    memset(sources, 0xFF, source_count * sizeof *sources);
    memset(targets, 0xFF, target_count * sizeof *targets);
    for (uint32_t i = 0; i < gold->count; i++) {
        const struct bead *bead = &gold->items[i];
        if (is_gap(bead) || !is_type(bead) || crosses(gold, bead))
            continue;
        for (uint32_t k = 0; k < bead->source_count; k++)
            sources[bead->source + k] = i;
        for (uint32_t k = 0; k < bead->target_count; k++)
            targets[bead->target + k] = i;
    }
}

static bool is_allowed(const struct beads *gold, const uint32_t *sources, const uint32_t *targets,
                       size_t source, size_t target, struct bead_type type)
{
    uint32_t owner = type.source > 0 ? sources[source] : targets[target];
    for (size_t i = 0; i < type.source; i++) {
        if (sources[source + i] != owner)
            return false;
    }
    for (size_t j = 0; j < type.target; j++) {
        if (targets[target + j] != owner)
            return false;
    }
    if (owner == FREE)
        return true;
    const struct bead *bead = &gold->items[owner];
    return bead->source == source && bead->target == target && bead->source_count == type.source &&
           bead->target_count == type.target;
}

/* ---- candidates ---- */

/* Scores the chapter's beads with `weights` and decodes; the lattice stays. */
static void align(struct chapter *chapter, const struct weights *weights, struct beads *found)
{
    struct scorer *scorer = scorer_new(&chapter->corpus);
    struct band coarse, band;
    struct beads path = { 0 };
    band_begin(&coarse, 0, chapter->source.side.count, 0, chapter->target.side.count);
    coarse_band(&chapter->corpus, false, &coarse);
    lattice_first_path(scorer, weights, &coarse, NULL, NULL, &path);
    band_around(&band, &coarse, &path, REACH);
    lattice_free(&chapter->lattice);
    lattice_fill(&chapter->lattice, band, scorer, weights, NULL, NULL);
    lattice_decode(&chapter->lattice, found);
    band_free(&coarse);
    free(path.items);
    scorer_free(scorer);
}

/* Scores the same beads anew, when the corpus has learned or the weights are others. */
static void align_again(struct chapter *chapter, const struct weights *weights, struct beads *found)
{
    struct scorer *scorer = scorer_new(&chapter->corpus);
    struct lattice lattice;
    struct band band;
    bool *likely = lattice_likely(&chapter->lattice);
    band_begin(&band, 0, chapter->source.side.count, 0, chapter->target.side.count);
    for (size_t i = 0; i <= chapter->source.side.count; i++)
        band_widen(&band, i, chapter->lattice.band.rows[i].low, chapter->lattice.band.rows[i].high);
    band_settle(&band);
    lattice_fill(&lattice, band, scorer, weights, likely, NULL);
    lattice_decode(&lattice, found);
    lattice_free(&lattice);
    free(likely);
    scorer_free(scorer);
}

static void collect_row(struct chapter *chapter, const struct scorer *scorer, const bool *likely,
                        const uint32_t *sources, const uint32_t *targets, size_t source)
{
    const struct band *band = &chapter->lattice.band;
    const struct band_row *row = band_row(band, source);
    for (size_t target = row->low; target <= row->high; target++) {
        size_t node = row->offset + target - row->low;
        for (size_t type = 0; type < BEAD_TYPES; type++) {
            struct bead_type size = bead_types[type];
            size_t next = band_node(band, source + size.source, target + size.target);
            if (next == BAND_NONE)
                continue;
            struct candidate candidate = { .at = node * BEAD_TYPES + type, .type = (uint8_t)type };
            candidate.gold = is_allowed(&chapter->gold, sources, targets, source, target, size);
            if (!candidate.gold && !(likely[node] && likely[next]))
                continue;
            scorer_features(scorer, target, type, candidate.features);
            VECTOR_PUSH(&chapter->candidates, candidate);
        }
    }
}

static void collect(struct chapter *chapter)
{
    struct scorer *scorer = scorer_new(&chapter->corpus);
    const struct band *band = &chapter->lattice.band;
    bool *likely = lattice_likely(&chapter->lattice);
    uint32_t *sources = xcalloc(chapter->source.side.count + 1, sizeof *sources);
    uint32_t *targets = xcalloc(chapter->target.side.count + 1, sizeof *targets);
    find_owners(&chapter->gold, sources, chapter->source.side.count, targets,
                chapter->target.side.count);
    chapter->candidates.count = 0;
    for (size_t source = band->source; source <= band->source_end; source++) {
        (void)lattice_begin_row(scorer, band, source, false, NULL);
        collect_row(chapter, scorer, likely, sources, targets, source);
    }
    free(sources);
    free(targets);
    free(likely);
    scorer_free(scorer);
}

/* ---- learning ---- */

/* The weights as one vector, types first, with what each step needs. */
struct learner {
    double weights[WEIGHT_COUNT];
    double gradient[WEIGHT_COUNT];
    double mean[WEIGHT_COUNT];
    double square[WEIGHT_COUNT];
    double spread[WEIGHT_COUNT];
};

static void to_weights(const struct learner *learner, const struct weights *fixed,
                       struct weights *weights)
{
    *weights = *fixed;
    weights->again = (float)learner->weights[AGAIN];
    for (size_t i = 0; i < BEAD_TYPES; i++)
        weights->types[i] = (float)learner->weights[i];
    for (size_t i = 0; i < BY_HAND; i++)
        weights->features[i] = (float)learner->weights[BEAD_TYPES + i];
}

static void from_weights(const struct weights *weights, struct learner *learner)
{
    for (size_t i = 0; i < BEAD_TYPES; i++)
        learner->weights[i] = (double)weights->types[i];
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        learner->weights[BEAD_TYPES + i] = (double)weights->features[i];
    learner->weights[AGAIN] = (double)weights->again;
}

static float worth(const struct learner *learner, const struct candidate *candidate)
{
    double sum = learner->weights[candidate->type];
    for (size_t i = 0; i < BY_HAND; i++)
        sum += learner->weights[BEAD_TYPES + i] * (double)candidate->features[i];
    return (float)sum;
}

static void place_of(const struct lattice *lattice, size_t node, size_t *source, size_t *target)
{
    while (*source < lattice->band.source_end &&
           band_row(&lattice->band, *source + 1)->offset <= node)
        ++*source;
    const struct band_row *row = band_row(&lattice->band, *source);
    *target = row->low + node - row->offset;
}

/* Adds `sign` times what each feature is worth in the alignments the lattice holds. */
static double add_expected(const struct chapter *chapter, struct lattice *lattice, bool gold,
                           double sign, struct learner *learner)
{
    size_t source = 0, target = 0;
    for (size_t i = 0; i < chapter->candidates.count; i++) {
        const struct candidate *candidate = &chapter->candidates.items[i];
        lattice->scores[candidate->at] =
            candidate->gold || !gold ? worth(learner, candidate) : LATTICE_NO;
    }
    lattice->again = (float)learner->weights[AGAIN];
    lattice_sum(lattice);
    for (size_t i = 0; i < chapter->candidates.count; i++) {
        const struct candidate *candidate = &chapter->candidates.items[i];
        place_of(lattice, candidate->at / BEAD_TYPES, &source, &target);
        double share = sign * lattice_posterior(lattice, source, target, candidate->type);
        if (fabs(share) < 1e-7)
            continue;
        learner->gradient[candidate->type] += share;
        learner->gradient[AGAIN] +=
            sign * lattice_posterior_again(lattice, source, target, candidate->type);
        for (size_t k = 0; k < BY_HAND; k++)
            learner->gradient[BEAD_TYPES + k] += share * (double)candidate->features[k];
    }
    return lattice->total;
}

static void measure_spread(struct chapters *chapters, size_t without, struct learner *learner)
{
    double count = 0, sums[FEATURE_COUNT] = { 0 }, squares[FEATURE_COUNT] = { 0 };
    for (size_t c = 0; c < chapters->count; c++) {
        const struct chapter *chapter = &chapters->items[c];
        if (chapter->origin == without || chapter->thinned)
            continue;
        for (size_t i = 0; i < chapter->candidates.count; i++, count++) {
            for (size_t k = 0; k < FEATURE_COUNT; k++) {
                double value = (double)chapter->candidates.items[i].features[k];
                sums[k] += value;
                squares[k] += value * value;
            }
        }
    }
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        learner->spread[i] = 1;
    for (size_t k = 0; k < FEATURE_COUNT; k++) {
        double variance = squares[k] / count - sums[k] * sums[k] / count / count;
        learner->spread[BEAD_TYPES + k] = sqrt(variance > 1e-4 ? variance : 1e-4);
    }
}

static void step(struct learner *learner, int round, int rounds)
{
    double size = STEP * (round < rounds * 0.6 ? 1 : round < rounds * 0.85 ? 0.3 : 0.1);
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        if (i >= BEAD_TYPES + BY_HAND && i != AGAIN)
            continue;
        double spread = learner->spread[i];
        double slope =
            (learner->gradient[i] - PENALTY * learner->weights[i] * spread * spread) / spread;
        learner->mean[i] = 0.9 * learner->mean[i] + 0.1 * slope;
        learner->square[i] = 0.98 * learner->square[i] + 0.02 * slope * slope;
        double mean = learner->mean[i] / (1 - pow(0.9, round));
        double square = learner->square[i] / (1 - pow(0.98, round));
        learner->weights[i] += size * mean / (sqrt(square) + 1e-8) / spread;
    }
}

static void learn(struct chapters *chapters, size_t without, int rounds, struct weights *weights)
{
    struct learner learner = { { 0 }, { 0 }, { 0 }, { 0 }, { 0 } };
    from_weights(weights, &learner);
    measure_spread(chapters, without, &learner);
    for (int round = 1; round <= rounds; round++) {
        memset(learner.gradient, 0, sizeof learner.gradient);
        for (size_t c = 0; c < chapters->count; c++) {
            struct chapter *chapter = &chapters->items[c];
            if (chapter->origin == without || chapter->thinned)
                continue;
            size_t size = chapter->lattice.band.nodes * BEAD_TYPES;
            for (size_t i = 0; i < size; i++)
                chapter->lattice.scores[i] = LATTICE_NO;
            double gold = add_expected(chapter, &chapter->lattice, true, 1, &learner);
            if (gold > UNREACHED)
                add_expected(chapter, &chapter->lattice, false, -1, &learner);
            else if (round == 1)
                fprintf(stderr, "train: %s: the band misses the gold; not learned from\n",
                        chapter->name);
        }
        step(&learner, round, rounds);
    }
    to_weights(&learner, weights, weights);
}

/* Where training begins: what anyone would guess. */
static struct weights guess(void)
{
    struct weights weights = weights_first;
    memset(weights.features, 0, BY_HAND * sizeof *weights.features);
    for (size_t i = 0; i < BEAD_TYPES; i++) {
        struct bead_type type = bead_types[i];
        int lesser = type.source < type.target ? type.source : type.target;
        weights.types[i] = bead_type_is_gap(type) ? -6.0F
                                                  : -1.0F * (float)abs(type.source - type.target) -
                                                        (lesser > 1 ? 1.2F * (float)lesser : 0);
    }
    weights.features[FEATURE_TARGET_EXPLAINED] = 3;
    weights.features[FEATURE_SOURCE_EXPLAINED] = 3;
    weights.features[FEATURE_LENGTH_SQUARE] = -0.3F;
    return weights;
}

/* ---- scores ---- */

static bool holds(const struct beads *beads, const struct bead *wanted)
{
    for (size_t i = 0; i < beads->count; i++) {
        const struct bead *bead = &beads->items[i];
        if (bead->source_count == wanted->source_count &&
            bead->target_count == wanted->target_count &&
            (bead->source == wanted->source || bead->source_count == 0) &&
            (bead->target == wanted->target || bead->target_count == 0))
            return true;
    }
    return false;
}

static void count(struct tally *tally, const struct beads *gold, const struct beads *found)
{
    for (size_t i = 0; i < found->count; i++) {
        tally->found++;
        tally->right += holds(gold, &found->items[i]);
    }
    for (size_t i = 0; i < gold->count; i++) {
        if (is_gap(&gold->items[i]))
            continue;
        tally->wanted++;
        tally->hit += holds(found, &gold->items[i]);
    }
}

static double f1(const struct tally *tally)
{
    double precision = tally->right / tally->found, recall = tally->hit / tally->wanted;
    return 2 * precision * recall / (precision + recall);
}

/* Aligns a chapter as the program does, both passes; counts each. */
static void judge(struct chapter *chapter, const struct weights *first,
                  const struct weights *second, struct tally *one, struct tally *two)
{
    struct beads found = { 0 }, again = { 0 };
    sparse_rows_free(&chapter->corpus.learned);
    for (size_t i = 0; i < chapter->corpus.units.count; i++)
        sparse_rows_end(&chapter->corpus.learned);
    align(chapter, first, &found);
    count(one, &chapter->gold, &found);
    lexicon_induction_learn(&chapter->corpus, &found, NULL);
    struct omission omitted = omission_share(&found);
    struct weights adapted = omission_weights(second, &omitted, LINKED_NEITHER);
    align_again(chapter, &adapted, &again);
    count(two, &chapter->gold, &again);
    free(found.items);
    free(again.items);
}

static void forget(struct chapters *chapters)
{
    for (size_t c = 0; c < chapters->count; c++) {
        struct corpus *corpus = &chapters->items[c].corpus;
        sparse_rows_free(&corpus->learned);
        for (size_t i = 0; i < corpus->units.count; i++)
            sparse_rows_end(&corpus->learned);
    }
}

/* Learns both sets from all chapters but one. */
static void learn_both(struct chapters *chapters, size_t without, struct weights *first,
                       struct weights *second)
{
    *first = guess();
    forget(chapters);
    for (size_t c = 0; c < chapters->count; c++) {
        struct beads found = { 0 };
        align(&chapters->items[c], &weights_first, &found);
        collect(&chapters->items[c]);
        free(found.items);
    }
    learn(chapters, without, FIRST_ROUNDS, first);
    for (size_t c = 0; c < chapters->count; c++) {
        struct beads found = { 0 };
        align(&chapters->items[c], first, &found);
        lexicon_induction_learn(&chapters->items[c].corpus, &found, NULL);
        collect(&chapters->items[c]);
        free(found.items);
    }
    *second = *first;
    learn(chapters, without, SECOND_ROUNDS, second);
}

static void report(const char *what, const struct tally *one, const struct tally *two)
{
    fprintf(stderr,
            "%s: strict F1 %.4f after the first pass, P %.4f R %.4f F1 %.4f after the second\n",
            what, f1(one), two->right / two->found, two->hit / two->wanted, f1(two));
}

/* Whole chapters in the first tally, thinned ones in the second. */
static void judge_all(struct chapters *chapters, size_t origin, const struct weights *first,
                      const struct weights *second, struct tally one[2], struct tally two[2])
{
    for (size_t c = 0; c < chapters->count; c++) {
        struct chapter *chapter = &chapters->items[c];
        if (origin == SIZE_MAX || chapter->origin == origin)
            judge(chapter, first, second, &one[chapter->thinned], &two[chapter->thinned]);
    }
}

static void report_both(const char *what, const struct tally one[2], const struct tally two[2])
{
    report(what, &one[0], &two[0]);
    report("  ... thinned", &one[1], &two[1]);
}

static void leave_one_out(struct chapters *chapters)
{
    struct tally one[2] = { { 0 } }, two[2] = { { 0 } };
    for (size_t c = 0; c < chapters->count && !chapters->items[c].thinned; c++) {
        struct weights first, second;
        struct tally mine[2] = { { 0 } }, mine_too[2] = { { 0 } };
        learn_both(chapters, c, &first, &second);
        judge_all(chapters, c, &first, &second, one, two);
        judge_all(chapters, c, &first, &second, mine, mine_too);
        report_both(chapters->items[c].name, mine, mine_too);
    }
    report_both("left out, all", one, two);
}

static void write_weights(const char *name, const struct weights *weights)
{
    printf("\nconst struct weights %s = {\n    .types = {\n", name);
    for (size_t i = 0; i < BEAD_TYPES; i++)
        printf("        %.3fF, /* %u-%u */\n", (double)weights->types[i], bead_types[i].source,
               bead_types[i].target);
    printf("    },\n    .features = {\n");
    for (size_t i = 0; i < FEATURE_COUNT; i++)
        printf("        %.3fF, /* %s */\n", (double)weights->features[i],
               feature_name((enum feature)i));
    printf("    },\n    .again = %.3fF,\n};\n", (double)weights->again);
}

int main(int argc, char **argv)
{
    struct chapters chapters = { 0 };
    struct tally one[2] = { { 0 } }, two[2] = { { 0 } };
    bool leave = argc > 1 && strcmp(argv[1], "--leave-one-out") == 0;
    bool evaluate = argc > 1 && strcmp(argv[1], "--evaluate") == 0;
    if (argc != 3 + leave + evaluate) {
        fprintf(stderr, "usage: train [--leave-one-out|--evaluate] CEDICT FOLDER\n");
        return 2;
    }
    struct lexicon *lexicon = read_lexicon(argv[argc - 2]);
    read_chapters(argv[argc - 1], lexicon, &chapters);
    judge_all(&chapters, SIZE_MAX, &weights_first, &weights_second, one, two);
    report_both("as built", one, two);
    if (leave) {
        leave_one_out(&chapters);
    } else if (!evaluate) {
        struct weights first, second;
        struct tally new_one[2] = { { 0 } }, new_two[2] = { { 0 } };
        learn_both(&chapters, SIZE_MAX, &first, &second);
        judge_all(&chapters, SIZE_MAX, &first, &second, new_one, new_two);
        report_both("learned", new_one, new_two);
        printf("#include \"align/weights.h\"\n");
        write_weights("weights_first", &first);
        write_weights("weights_second", &second);
    }
    lexicon_free(lexicon);
    return 0;
}
