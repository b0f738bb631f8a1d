/* measure: prints how well texts are linked, as `make measure` does.
 *
 *     measure [-t EVENT,EVENT...] [-k KINDS] DATA CACHE COLLECTION [reports=FOLDER] [chapters=FOLDER] [documents=FOLDER]...
 *
 * DATA holds the dictionaries (or none), CACHE their compiled form, COLLECTION the notes that are
 * read along. Rows of what, value and remark:
 *
 *   reports   a folder of pairs of reports (report_pair.h), as the texts themselves decide: facts
 *             that are found, links that are right, pairs taken for translations; links between
 *             CROSSED pairs of reports of different events (-t names events that are one), and
 * those of them taken for translations
 *
 *   chapters  a folder of NAME.zh and NAME.en, a sentence a line, and NAME.gold, a bead a line: how
 * many are taken for translations, and strict F1 of those taken so; and of chapters that are 001 to
 * 999, of which something is left out or moved in English, what links of the whole are still found
 *
 *   documents  a folder of NAME.en.md and NAME.zh.md: of parts of either side what links of the whole
 * are still found, and how many of the parts are taken for translations
 *
 *   for certain parts     the bundled translations, of one side of which a half, a third, a sixth is
 * left, from the beginning, the middle and the end: links of the whole that are still found
 *
 * With -k, a file that names events of one kind (report_pair.h), also links between an English and a
 * Chinese report of different events of one kind, of all folders of reports together.
 *
 * A folder that is not there is told of and passed over. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "align/align_mode.h"
#include "align/bead.h"
#include "align/opened_text.h"
#include "align/report_pair.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "query/aligner.h"

#define CROSSED 300

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "measure: %s: %s\n", what, why);
    exit(2);
}

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

static bool is_link(const struct alignment_item *item)
{
    return item->a_count > 0 && item->b_count > 0;
}

/* ---- reports ---- */

struct tally {
    size_t facts;
    size_t found;
    size_t links;
    size_t right;
    size_t translations;
};

static bool is_accepted(const struct report_pair *pair, const struct text texts[2],
                        const struct alignment_item *item, bool *found)
{
    bool accepted = false;
    for (uint32_t i = item->a; i < item->a + item->a_count; i++) {
        for (uint32_t k = item->b; k < item->b + item->b_count; k++)
            accepted |= report_pair_accepts(pair, texts[0].text.sentences.items[i].paragraph,
                                            texts[1].text.sentences.items[k].paragraph, found);
    }
    return accepted;
}

/* Links of two reports, which are not of one event where `pair` is NULL. */
static void judge(struct aligner *aligner, char *const paths[2], const struct report_pair *pair,
                  struct tally *tally)
{
    struct text texts[2];
    struct alignment alignment;
    bool *found = xcalloc(pair != NULL ? pair->facts + 1 : 1, sizeof *found);
    for (size_t i = 0; i < 2; i++)
        must_read_text(aligner, paths[i], &texts[i]);
    align(aligner, &texts[0].text.side, &texts[1].text.side, ALIGN_AUTO, &alignment);
    bool translation = align_mode_of(&alignment) == ALIGN_PARALLEL;
    tally->translations += translation;
    for (size_t i = 0; i < alignment.count && (pair != NULL || !translation); i++) {
        tally->links += is_link(&alignment.items[i]);
        tally->right += pair != NULL && is_accepted(pair, texts, &alignment.items[i], found);
    }
    for (unsigned fact = 1; pair != NULL && fact <= pair->facts; fact++) {
        tally->facts++;
        tally->found += found[fact];
    }
    alignment_free(&alignment);
    close_text(&texts[0]);
    close_text(&texts[1]);
    free(found);
}

static void cross(struct aligner *aligner, const struct report_pairs *pairs, const char *together,
                  struct tally *tally)
{
    uint32_t seed = 3;
    size_t count = 0;
    for (size_t tries = 0; tries < 20 * CROSSED && count < CROSSED; tries++) {
        size_t numbers[2];
        for (size_t i = 0; i < 2; i++) {
            seed = seed * 1664525u + 1013904223u;
            numbers[i] = (seed >> 8) % pairs->count;
        }
        const struct report_pair *a = &pairs->items[numbers[0]], *b = &pairs->items[numbers[1]];
        if (report_pairs_are_one(a, b, together))
            continue;
        judge(aligner, (char *[]){ a->paths[0], b->paths[1] }, NULL, tally);
        count++;
    }
}

static void measure_reports(struct aligner *aligner, const char *folder, const char *together)
{
    struct report_pairs pairs = { 0 };
    struct tally tally = { 0 }, crossed = { 0 };
    if (!report_pairs_read(&pairs, folder, 0)) {
        printf("reports\t\tskipped: %s has no pairs\n", folder);
        return;
    }
    for (size_t i = 0; i < pairs.count; i++)
        judge(aligner, pairs.items[i].paths, &pairs.items[i], &tally);
    cross(aligner, &pairs, together, &crossed);
    printf("facts found\t%zu of %zu\t%zu pairs of reports\n", tally.found, tally.facts,
           pairs.count);
    printf("links right\t%.3f\t%zu of %zu\n",
           tally.links > 0 ? (double)tally.right / (double)tally.links : 1, tally.right,
           tally.links);
    printf("taken for translations\t%zu\tof these\n", tally.translations);
    printf("false links\t%zu\t%d pairs of different events\n", crossed.links, CROSSED);
    printf("taken for translations\t%zu\tof these\n", crossed.translations);
    report_pairs_free(&pairs);
}

static bool is_bilingual(const struct report_pair *a, const struct report_pair *b)
{
    return strstr(a->paths[0], ".en.") != NULL && strstr(b->paths[1], ".zh.") != NULL;
}

static void measure_rivals(struct aligner *aligner, const struct report_pairs *pairs,
                           const char *path)
{
    struct buffer kinds = { 0 };
    struct tally tally = { 0 };
    size_t count = 0;
    if (!file_read(path, 0, &kinds, NULL))
        fail(path, "no kinds of events");
    for (size_t i = 0; i < pairs->count; i++) {
        for (size_t k = 0; k < pairs->count; k++) {
            const struct report_pair *a = &pairs->items[i], *b = &pairs->items[k];
            if (!is_bilingual(a, b) || !report_pairs_are_rivals(a, b, buffer_text(&kinds)))
                continue;
            judge(aligner, (char *[]){ a->paths[0], b->paths[1] }, NULL, &tally);
            count++;
        }
    }
    printf("rivals\t\t\nfalse links\t%zu\t%zu pairs of different events of one kind\n", tally.links,
           count);
    printf("taken for translations\t%zu\tof these\n", tally.translations);
    buffer_free(&kinds);
}

/* ---- chapters ---- */

/* "[3, 4]" becomes 3 and 2; where it ends. */
static const char *read_run(const char *at, uint32_t *first, uint32_t *count)
{
    *first = *count = 0;
    at = strchr(at, '[');
    for (at++; *at != ']' && *at != '\0';) {
        char *end;
        unsigned long number = strtoul(at, &end, 10);
        *first = *count == 0 ? (uint32_t)number : *first;
        *count += end > at;
        at = end > at ? end : at + 1;
    }
    return at;
}

static bool is_in(const struct alignment *alignment, const struct bead *bead)
{
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (item->a_count == bead->source_count && item->b_count == bead->target_count &&
            (bead->source_count == 0 || item->a == bead->source) &&
            (bead->target_count == 0 || item->b == bead->target))
            return true;
    }
    return false;
}

/* Strict F1 as it is used: omissions count as found, and not as asked for. */
struct strict {
    double found;
    double right;
    double wanted;
    double hit;
    size_t chapters;
    size_t translations;
};

static void score_chapter(struct aligner *aligner, const char *folder, const char *name,
                          struct strict *strict)
{
    struct text texts[2];
    struct alignment alignment;
    struct buffer gold = { 0 };
    char *paths[3] = { xasprintf("%s/%s.zh", folder, name), xasprintf("%s/%s.en", folder, name),
                       xasprintf("%s/%s.gold", folder, name) };
    must_read_lines(paths[0], &texts[0]);
    must_read_lines(paths[1], &texts[1]);
    if (!file_read(paths[2], 0, &gold, NULL))
        fail(paths[2], "cannot be read");
    align(aligner, &texts[0].text.side, &texts[1].text.side, ALIGN_AUTO, &alignment);
    strict->chapters++;
    strict->translations += align_mode_of(&alignment) == ALIGN_PARALLEL;
    buffer_text(&gold);
    char *rest = NULL;
    for (char *line = strtok_r(gold.data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        struct bead bead = { 0 };
        read_run(read_run(line, &bead.source, &bead.source_count), &bead.target,
                 &bead.target_count);
        bool linked = bead.source_count > 0 && bead.target_count > 0;
        bool hit = is_in(&alignment, &bead);
        strict->right += hit;
        strict->wanted += linked;
        strict->hit += linked && hit;
    }
    strict->found += (double)alignment.count;
    alignment_free(&alignment);
    buffer_free(&gold);
    for (size_t i = 0; i < 3; i++)
        free(paths[i]);
    close_text(&texts[0]);
    close_text(&texts[1]);
}

static void measure_chapters(struct aligner *aligner, const char *folder)
{
    struct strict strict = { 0 };
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        size_t length = strlen(file->d_name);
        if (length <= 5 || strcmp(file->d_name + length - 5, ".gold") != 0)
            continue;
        char *name = xstrndup(file->d_name, length - 5);
        score_chapter(aligner, folder, name, &strict);
        free(name);
    }
    if (files != NULL)
        closedir(files);
    if (strict.chapters == 0) {
        printf("chapters\t\tskipped: %s has none\n", folder);
        return;
    }
    double precision = strict.right / strict.found, recall = strict.hit / strict.wanted;
    printf("chapters taken for translations\t%zu of %zu\t\n", strict.translations, strict.chapters);
    printf("strict F1\t%.4f\tof all chapters\n",
           precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
}

/* ---- parts ---- */

/* Links of wholes that parts may have, and those they have. */
struct kept {
    size_t kept;
    size_t links;
    size_t parts;
    size_t translations; /* parts taken for such */
};

/* Of the links of the whole whose sentences of B are left, how many are links of the part. */
static void count_kept(const struct alignment *whole, const struct alignment *part, size_t first,
                       size_t end, struct kept *kept)
{
    kept->parts++;
    kept->translations += align_mode_of(part) == ALIGN_PARALLEL;
    for (size_t i = 0; i < whole->count; i++) {
        const struct alignment_item *item = &whole->items[i];
        if (!is_link(item) || item->b < first || item->b + item->b_count > end)
            continue;
        struct bead bead = { item->a, item->b - (uint32_t)first, item->a_count, item->b_count, 0 };
        kept->links++;
        kept->kept += is_in(part, &bead);
    }
}

static void cut(struct aligner *aligner, const struct text texts[2], size_t parts, struct kept *kept)
{
    const struct side *a = &texts[0].text.side, *b = &texts[1].text.side;
    size_t size = b->count / parts;
    struct alignment whole, part;
    align(aligner, a, b, ALIGN_PARALLEL, &whole);
    for (size_t place = 0; place < 3; place++) {
        size_t first = place * (b->count - size) / 2;
        struct side left = *b;
        left.sentences = b->sentences + first;
        left.count = size;
        align(aligner, a, &left, ALIGN_AUTO, &part);
        count_kept(&whole, &part, first, first + size, kept);
        alignment_free(&part);
    }
    alignment_free(&whole);
}

static const size_t sizes[] = { 2, 3, 6 };

static void measure_parts(struct aligner *aligner, const char *collection)
{
    static const char *const names[] = { "11-main-opensky", "11-main-sale", "going-global",
                                         "ma-us-exporters", "weibo-stake" };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct kept kept = { 0 };
        for (size_t k = 0; k < 2 * sizeof names / sizeof *names; k++) {
            struct text texts[2];
            for (size_t side = 0; side < 2; side++) {
                char *path = xasprintf("%s/articles/%s.%s.md", collection, names[k / 2],
                                       side == k % 2 ? "en" : "zh");
                must_read_text(aligner, path, &texts[side]);
                free(path);
            }
            cut(aligner, texts, sizes[i], &kept);
            close_text(&texts[0]);
            close_text(&texts[1]);
        }
        printf("links of one part in %zu\t%.3f\t%zu of %zu of the whole's, bundled translations\n",
               sizes[i], (double)kept.kept / (double)kept.links, kept.kept, kept.links);
    }
}

/* ---- chapters of which something is left out or moved ---- */

enum cut { CUT_SIXTH, CUT_SECTIONS, CUT_FOURTHS, CUT_HALVES, CUT_THIRDS, CUTS };

static const char *const cut_names[CUTS] = { "one sixth, from the middle", "three sections of five",
                                             "every fourth sentence", "halves that changed places",
                                             "every third sentence" };

/* The sentences that are left, in their order. */
struct order {
    size_t *items;
    size_t count;
};

static void take(struct order *order, size_t first, size_t end, size_t step)
{
    for (size_t i = first; i < end; i += step)
        order->items[order->count++] = i;
}

static void plan(struct order *order, enum cut cut, size_t count)
{
    order->count = 0;
    switch (cut) {
    case CUT_SIXTH: take(order, count * 5 / 12, count * 7 / 12, 1); break;
    case CUT_SECTIONS:
        take(order, 0, count / 5, 1);
        take(order, count * 7 / 20, count * 3 / 5, 1);
        take(order, count * 4 / 5, count, 1);
        break;
    case CUT_FOURTHS: take(order, 0, count, 4); break;
    case CUT_HALVES:
        take(order, count / 2, count, 1);
        take(order, 0, count / 2, 1);
        break;
    case CUT_THIRDS: take(order, 0, count, 3); break;
    case CUTS: break;
    }
}

/* Where sentences [first, first + count) of the whole stand side by side in what is left; SIZE_MAX. */
static size_t place_of(const struct order *order, size_t first, size_t count)
{
    size_t at = 0, same = 0;
    while (at < order->count && order->items[at] != first)
        at++;
    while (same < count && at + same < order->count && order->items[at + same] == first + same)
        same++;
    return same == count ? at : SIZE_MAX;
}

static void cut_chapter(struct aligner *aligner, const struct text texts[2],
                        const struct alignment *whole, enum cut cut, struct kept *tally)
{
    const struct side *b = &texts[1].text.side;
    struct side left = *b;
    struct order order = { xcalloc(b->count + 1, sizeof *order.items), 0 };
    struct side_sentence *sentences = xcalloc(b->count + 1, sizeof *sentences);
    struct alignment part;
    plan(&order, cut, b->count);
    for (size_t i = 0; i < order.count; i++)
        sentences[i] = b->sentences[order.items[i]];
    left.sentences = sentences;
    left.count = order.count;
    align(aligner, &texts[0].text.side, &left, ALIGN_AUTO, &part);
    tally->parts++;
    tally->translations += align_mode_of(&part) == ALIGN_PARALLEL;
    for (size_t i = 0; i < whole->count; i++) {
        const struct alignment_item *item = &whole->items[i];
        size_t place = is_link(item) ? place_of(&order, item->b, item->b_count) : SIZE_MAX;
        struct bead bead = { item->a, (uint32_t)place, item->a_count, item->b_count, 0 };
        tally->kept += place != SIZE_MAX && is_in(&part, &bead);
        tally->links += place != SIZE_MAX;
    }
    alignment_free(&part);
    free(sentences);
    free(order.items);
}

static void cut_all(struct aligner *aligner, const struct text texts[2], struct kept tallies[CUTS])
{
    struct alignment whole;
    align(aligner, &texts[0].text.side, &texts[1].text.side, ALIGN_PARALLEL, &whole);
    for (enum cut cut = CUT_SIXTH; cut < CUTS; cut++)
        cut_chapter(aligner, texts, &whole, cut, &tallies[cut]);
    alignment_free(&whole);
}

static void print_cuts(const char *what, const struct kept tallies[CUTS])
{
    for (size_t cut = 0; cut < CUTS && tallies[0].links > 0; cut++)
        printf("links of %s\t%.3f\t%zu of %zu of the whole's: %s\n", what,
               (double)tallies[cut].kept / (double)tallies[cut].links, tallies[cut].kept,
               tallies[cut].links, cut_names[cut]);
}

/* Each chapter is NAME.zh and NAME.en; links are those of the whole. */
static void measure_cuts(struct aligner *aligner, const char *folder)
{
    struct kept tallies[CUTS] = { { 0 } };
    for (unsigned number = 1; number < 1000; number++) {
        struct text texts[2];
        char *paths[2] = { xasprintf("%s/%03u.zh", folder, number),
                           xasprintf("%s/%03u.en", folder, number) };
        if (file_exists(paths[0])) {
            must_read_lines(paths[0], &texts[0]);
            must_read_lines(paths[1], &texts[1]);
            cut_all(aligner, texts, tallies);
            close_text(&texts[0]);
            close_text(&texts[1]);
        }
        free(paths[0]);
        free(paths[1]);
    }
    print_cuts("chapters", tallies);
}

/* ---- documents ---- */

/* Parts of either side of one document. */
static void cut_document(struct aligner *aligner, const char *folder, const char *name,
                         struct kept parts[3], struct kept tallies[CUTS])
{
    for (size_t way = 0; way < 2; way++) {
        struct text texts[2];
        for (size_t side = 0; side < 2; side++) {
            char *path = xasprintf("%s/%s.%s.md", folder, name, side == way ? "en" : "zh");
            must_read_text(aligner, path, &texts[side]);
            free(path);
        }
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
            cut(aligner, texts, sizes[i], &parts[i]);
        cut_all(aligner, texts, tallies);
        close_text(&texts[0]);
        close_text(&texts[1]);
    }
}

static void measure_documents(struct aligner *aligner, const char *folder)
{
    static const char ending[] = ".en.md";
    struct kept parts[3] = { { 0 } }, tallies[CUTS] = { { 0 } }, all = { 0 };
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        size_t length = strlen(file->d_name), end = sizeof ending - 1;
        if (length <= end || strcmp(file->d_name + length - end, ending) != 0)
            continue;
        char *name = xstrndup(file->d_name, length - end);
        cut_document(aligner, folder, name, parts, tallies);
        free(name);
    }
    if (files != NULL)
        closedir(files);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && parts[i].links > 0; i++) {
        printf("links of one part in %zu\t%.3f\t%zu of %zu of the whole's, documents\n", sizes[i],
               (double)parts[i].kept / (double)parts[i].links, parts[i].kept, parts[i].links);
        all.parts += parts[i].parts;
        all.translations += parts[i].translations;
    }
    print_cuts("documents", tallies);
    for (size_t cut = 0; cut < CUTS; cut++) {
        all.parts += tallies[cut].parts;
        all.translations += tallies[cut].translations;
    }
    printf("parts taken for translations\t%zu of %zu\t\n", all.translations, all.parts);
}

/* ---- all of it ---- */

int main(int count, char **arguments)
{
    const char *together = "", *kinds = NULL;
    struct report_pairs pairs = { 0 };
    for (int option; (option = getopt(count, arguments, "k:t:")) != -1;) {
        if (option == 'k')
            kinds = optarg;
        else if (option == 't')
            together = optarg;
        else
            return 2;
    }
    if (count - optind < 3)
        fail("usage", "measure [-t EVENT,EVENT...] [-k KINDS] DATA CACHE COLLECTION [WHAT=FOLDER]...");
    const char *collection = arguments[optind + 2];
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ .standard = collection });
    struct aligner *aligner =
        aligner_new(NULL, entity_index, arguments[optind], arguments[optind + 1]);
    measure_parts(aligner, collection);
    for (int i = optind + 3; i < count; i++) {
        const char *folder = strchr(arguments[i], '=');
        if (folder == NULL)
            fail(arguments[i], "no reports=FOLDER, chapters=FOLDER or documents=FOLDER");
        printf("%s\t\t\n", arguments[i]);
        if (strncmp(arguments[i], "reports=", 8) == 0) {
            measure_reports(aligner, folder + 1, together);
            report_pairs_read(&pairs, folder + 1, 0);
        } else if (strncmp(arguments[i], "documents=", 10) == 0) {
            measure_documents(aligner, folder + 1);
        } else {
            measure_chapters(aligner, folder + 1);
            measure_cuts(aligner, folder + 1);
        }
    }
    if (kinds != NULL)
        measure_rivals(aligner, &pairs, kinds);
    report_pairs_free(&pairs);
    aligner_free(aligner);
    entity_index_free(entity_index);
    return 0;
}
