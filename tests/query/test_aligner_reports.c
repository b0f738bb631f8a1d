/* Two texts as a reader opens them, nothing said of what they are: translations are taken as
 * parallel, with omissions too, reports as comparable, and texts that have nothing to do with each
 * other get no links. The links of the reports are held against those that a reader has found
 * (tests/align/reports.tsv); precision and recall are in the log.
 *
 * Without any dictionary, and with CC-CEDICT where DIPTYCH_CEDICT names its text (plain or .gz). The
 * originals of the reports are tried where DIPTYCH_SEEDS names their folder, chapters of novels
 * where DIPTYCH_CHAPTERS names one with NAME.en and NAME.zh, a sentence a line. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/aligner.h"
#include "base/file.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "dictionary/dictionaries.h"
#include "dictionary/dictionary_import.h"
#include "align/align_mode.h"
#include "align/opened_text.h"
#include "align/report_pair.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "text/hanpairs.h"
#include "text/utf8.h"

#define PRECISION 0.95
#define RECALL 0.8
#define RECALL_SEEDS 0.6
#define RECALL_NEWSPAPERS 0.74
#define ROW_FIELDS 5
#define CHAPTER_MOST 64

static const char *const articles[] = {
    "11-main-opensky.en", "11-main-opensky.zh", "11-main-sale.en",    "11-main-sale.zh",
    "going-global.en",    "going-global.zh",    "ma-us-exporters.en", "ma-us-exporters.zh",
    "weibo-stake.en",     "weibo-stake.zh",
};

#define ARTICLE_COUNT (sizeof articles / sizeof *articles)

struct room {
    struct collection *collection;
    struct entity_index *entity_index;
    struct aligner *aligner;
};

struct tally {
    size_t found;
    size_t right;
    size_t wanted;
    size_t hit;
    size_t graded; /* of the right ones that were asked for, as the reader grades them */
};

static void open_room(struct room *room, bool with_dictionary)
{
    const char *folder = getenv("COLLECTION");
    struct error error = { "" };
    room->collection = collection_open(folder != NULL ? folder : "data/collection", NULL, NULL, &error);
    assert_non_null(room->collection);
    room->entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = room->collection });
    char *data = xstrdup(scratch_path("data"));
    room->aligner = aligner_new(room->collection, room->entity_index, with_dictionary ? data : NULL,
                                with_dictionary ? scratch_path("cache") : NULL);
    free(data);
}

static void close_room(struct room *room)
{
    aligner_free(room->aligner);
    entity_index_free(room->entity_index);
    collection_free(room->collection);
}

static void open_text(const struct room *room, const char *path, struct text *text)
{
    struct error error = { "" };
    assert_true(read_text(room->aligner, path, text, &error));
}

static void open_article(const struct room *room, const char *id, struct text *text)
{
    char *path = xasprintf("%s/%s.md", collection_root(room->collection), id);
    open_text(room, path, text);
    free(path);
}

static void open_lines(const char *path, struct text *text)
{
    struct error error = { "" };
    assert_true(read_lines(path, text, &error));
}

static void align(const struct room *room, const struct text *a, const struct text *b,
                  struct alignment *alignment)
{
    struct error error = { "" };
    struct parallel_task task = { .a = &a->text.side, .b = &b->text.side };
    *alignment = (struct alignment){ 0 };
    assert_true(aligner_align(room->aligner, &task, alignment, &error));
}

static bool is_link(const struct alignment_item *item)
{
    return item->a_count > 0 && item->b_count > 0;
}

static size_t count_links(const struct alignment *alignment)
{
    size_t links = 0;
    for (size_t i = 0; i < alignment->count; i++)
        links += is_link(&alignment->items[i]);
    return links;
}

/* ---- the gold ---- */

struct row {
    char *fields[ROW_FIELDS]; /* a, b, grade, sentences of a, sentences of b */
    bool hit;
    bool graded;
};

struct gold {
    struct buffer bytes;
    struct row *items;
    size_t count;
    size_t capacity;
};

static void read_gold(struct gold *gold)
{
    const char *source = getenv("srcdir");
    struct error error = { "" };
    char *path = xasprintf("%s/tests/align/reports.tsv", source != NULL ? source : ".");
    char *rest = NULL, *inner = NULL;
    *gold = (struct gold){ .count = 0 };
    assert_true(file_read(path, 0, &gold->bytes, &error));
    free(path);
    buffer_text(&gold->bytes);
    for (char *line = strtok_r(gold->bytes.data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        struct row row = { .hit = false };
        if (line[0] == '#')
            continue;
        for (size_t i = 0; i < ROW_FIELDS; i++) {
            row.fields[i] = strtok_r(i == 0 ? line : NULL, "\t", &inner);
            assert_non_null(row.fields[i]);
        }
        VECTOR_PUSH(gold, row);
    }
}

static void free_gold(struct gold *gold)
{
    free(gold->items);
    buffer_free(&gold->bytes);
}

/* Whether all sentences of a run are in "4,5". */
static bool is_among(const char *list, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++) {
        bool there = false;
        for (const char *at = list; *at != '\0';) {
            char *end;
            unsigned long sentence = strtoul(at, &end, 10);
            there = there || sentence == i;
            at = *end == ',' ? end + 1 : end;
        }
        if (!there)
            return false;
    }
    return true;
}

static bool is_right(struct gold *gold, const char *a, const char *b,
                     const struct alignment_item *item)
{
    bool right = false;
    char grade[ALIGNED_NAME];
    for (size_t i = 0; i < gold->count; i++) {
        struct row *row = &gold->items[i];
        if (strcmp(row->fields[0], a) != 0 || strcmp(row->fields[1], b) != 0 ||
            !is_among(row->fields[3], item->a, item->a_count) ||
            !is_among(row->fields[4], item->b, item->b_count))
            continue;
        row->hit = true;
        row->graded = strcmp(row->fields[2], alignment_item_name(item, grade)) == 0;
        right = true;
    }
    return right;
}

static void judge(struct gold *gold, const char *a, const char *b,
                  const struct alignment *alignment, struct tally *tally)
{
    struct tally own = { 0 };
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        if (!is_link(item))
            continue;
        bool right = is_right(gold, a, b, item);
        own.found++;
        own.right += right;
        if (!right)
            print_message("not in the gold: %s %u+%u, %s %u+%u\n", a, (unsigned)item->a,
                          (unsigned)item->a_count, b, (unsigned)item->b, (unsigned)item->b_count);
    }
    for (size_t i = 0; i < gold->count; i++) {
        const struct row *row = &gold->items[i];
        bool asked = strcmp(row->fields[0], a) == 0 && strcmp(row->fields[1], b) == 0 &&
                     strcmp(row->fields[2], "may") != 0;
        own.wanted += asked;
        own.hit += asked && row->hit;
        own.graded += asked && row->graded;
    }
    print_message("%s %s: %zu links, %zu right; %zu of %zu found\n", a, b, own.found, own.right,
                  own.hit, own.wanted);
    tally->found += own.found;
    tally->right += own.right;
    tally->wanted += own.wanted;
    tally->hit += own.hit;
    tally->graded += own.graded;
}

static void check_tally(const char *what, const struct tally *tally, double recall)
{
    double precision = (double)tally->right / (double)tally->found;
    double found = (double)tally->hit / (double)tally->wanted;
    print_message("%s: precision %.3f, recall %.3f, %zu of %zu graded as by the reader\n", what,
                  precision, found, tally->graded, tally->hit);
    assert_true(precision >= PRECISION);
    assert_true(found >= recall);
    assert_true(tally->graded * 10 >= tally->hit * 7);
}

/* ---- what is tried ---- */

static void judge_reports(bool with_dictionary)
{
    static const char *const pairs[][2] = {
        { "11-main-sale.en", "11-main-opensky.zh" },
        { "11-main-opensky.en", "11-main-sale.zh" },
        { "11-main-opensky.en", "11-main-sale.en" },
        { "11-main-opensky.zh", "11-main-sale.zh" },
    };
    struct room room;
    struct gold gold;
    struct tally tally = { 0 };
    open_room(&room, with_dictionary);
    read_gold(&gold);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct text a, b;
        struct alignment alignment;
        open_article(&room, pairs[i][0], &a);
        open_article(&room, pairs[i][1], &b);
        align(&room, &a, &b, &alignment);
        assert_int_equal(align_mode_of(&alignment), ALIGN_COMPARABLE);
        judge(&gold, pairs[i][0], pairs[i][1], &alignment, &tally);
        alignment_free(&alignment);
        close_text(&a);
        close_text(&b);
    }
    check_tally(with_dictionary ? "bundled reports, CC-CEDICT" : "bundled reports, no dictionary",
                &tally, RECALL);
    free_gold(&gold);
    close_room(&room);
}

/* Where the name ends that versions of one story share. */
static size_t story_length(const char *id)
{
    return (size_t)(strrchr(id, '.') - id);
}

static bool is_same_event(const char *a, const char *b)
{
    return strncmp(a, "11-main", strlen("11-main")) == 0 &&
           strncmp(b, "11-main", strlen("11-main")) == 0;
}

static void try_pair(const struct room *room, const char *a, const char *b, size_t *stray)
{
    struct text texts[2];
    struct alignment alignment;
    size_t length = story_length(a);
    bool translation = length == story_length(b) && strncmp(a, b, length) == 0;
    open_article(room, a, &texts[0]);
    open_article(room, b, &texts[1]);
    align(room, &texts[0], &texts[1], &alignment);
    if (align_mode_of(&alignment) != (translation ? ALIGN_PARALLEL : ALIGN_COMPARABLE))
        fail_msg("%s and %s: taken as %s", a, b,
                 align_mode_of(&alignment) == ALIGN_PARALLEL ? "parallel" : "comparable");
    if (!translation && !is_same_event(a, b) && count_links(&alignment) > 0) {
        print_message("%s and %s: %zu links\n", a, b, count_links(&alignment));
        *stray += count_links(&alignment);
    }
    alignment_free(&alignment);
    close_text(&texts[0]);
    close_text(&texts[1]);
}

static void try_all_pairs(bool with_dictionary)
{
    struct room room;
    size_t stray = 0, pairs = 0;
    open_room(&room, with_dictionary);
    for (size_t i = 0; i < ARTICLE_COUNT; i++) {
        for (size_t k = i + 1; k < ARTICLE_COUNT; k++, pairs++)
            try_pair(&room, articles[i], articles[k], &stray);
    }
    print_message("%zu pairs of articles, %s: %zu links between different stories\n", pairs,
                  with_dictionary ? "CC-CEDICT" : "no dictionary", stray);
    assert_true(stray <= 1);
    close_room(&room);
}

/* Leaves out the sentences whose number, counted in blocks of `block`, is odd. */
static void cut(struct text *text, size_t block)
{
    struct aligner_sentences *sentences = &text->text.sentences;
    size_t kept = 0;
    for (size_t i = 0; i < sentences->count; i++) {
        if (i / block % 3 != 1)
            sentences->items[kept++] = sentences->items[i];
    }
    text->text.side.count = sentences->count = kept;
}

/* A translation of which a third is missing, here and there or in long pieces, is one still. */
static void try_omissions(bool with_dictionary)
{
    struct room room;
    open_room(&room, with_dictionary);
    for (size_t i = 0; i < ARTICLE_COUNT; i += 2) {
        for (size_t block = 1; block <= 5; block += 4) {
            struct text a, b;
            struct alignment alignment;
            open_article(&room, articles[i], &a);
            open_article(&room, articles[i + 1], &b);
            cut(&b, block);
            align(&room, &a, &b, &alignment);
            print_message("%s without a third, %zu at a time: fit %.3f\n", articles[i + 1], block,
                          align_mode_fit(&alignment));
            assert_int_equal(align_mode_of(&alignment), ALIGN_PARALLEL);
            alignment_free(&alignment);
            close_text(&a);
            close_text(&b);
        }
    }
    close_room(&room);
}

static bool is_accepted(const struct report_pair *pair, const struct text *a, const struct text *b,
                        const struct alignment_item *item, bool *found)
{
    bool accepted = false;
    for (uint32_t i = item->a; i < item->a + item->a_count; i++) {
        for (uint32_t k = item->b; k < item->b + item->b_count; k++)
            accepted |= report_pair_accepts(pair, a->text.sentences.items[i].paragraph,
                                            b->text.sentences.items[k].paragraph, found);
    }
    return accepted;
}

static void judge_pair(const struct room *room, const struct report_pair *pair, struct tally *tally)
{
    struct text a, b;
    struct alignment alignment;
    bool *found = xcalloc(pair->facts + 1, sizeof *found);
    open_text(room, pair->paths[0], &a);
    open_text(room, pair->paths[1], &b);
    align(room, &a, &b, &alignment);
    if (align_mode_of(&alignment) != ALIGN_COMPARABLE)
        fail_msg("%s: taken as parallel", pair->name);
    for (size_t i = 0; i < alignment.count; i++) {
        tally->found += is_link(&alignment.items[i]);
        tally->right += is_accepted(pair, &a, &b, &alignment.items[i], found);
    }
    for (unsigned fact = 1; fact <= pair->facts; fact++) {
        tally->wanted++;
        tally->hit += found[fact];
    }
    free(found);
    alignment_free(&alignment);
    close_text(&a);
    close_text(&b);
}

static char *path_of(const char *name)
{
    const char *source = getenv("srcdir");
    return xasprintf("%s/tests/align/%s", source != NULL ? source : ".", name);
}

static void read_folders(const char *const *folders, struct report_pairs *pairs)
{
    for (unsigned i = 0; folders[i] != NULL; i++) {
        char *folder = path_of(folders[i]);
        assert_true(report_pairs_read(pairs, folder, i));
        free(folder);
    }
}

static void read_newspapers(struct report_pairs *pairs)
{
    read_folders((const char *const[]){ "reports", "kept", NULL }, pairs);
}

/* The traditional character that the table has first for one; the same when there is none. */
static void add_traditional(struct buffer *out, const char *character, size_t size)
{
    for (size_t i = 0; i < hanpairs_count && size == 3; i++) {
        if (memcmp(hanpair(i) + 3, character, 3) == 0) {
            buffer_add(out, hanpair(i), 3);
            return;
        }
    }
    buffer_add(out, character, size);
}

/* The same text in traditional characters, which are as long. */
static void open_traditional(const struct room *room, const char *path, struct text *text)
{
    struct buffer bytes = { 0 }, traditional = { 0 };
    assert_true(file_read(path, 0, &bytes, NULL));
    for (size_t at = 0, size; at < bytes.length; at += size) {
        uint32_t code;
        size = utf8_decode(bytes.data + at, bytes.length - at, &code);
        add_traditional(&traditional, bytes.data + at, size);
    }
    scratch_file("traditional.txt", buffer_text(&traditional));
    open_text(room, scratch_path("traditional.txt"), text);
    buffer_free(&bytes);
    buffer_free(&traditional);
}

/* Traditional characters are linked as simplified ones are. */
static void traditional(void **state)
{
    struct report_pairs pairs = { 0 };
    struct room room;
    size_t links = 0;
    (void)state;
    scratch_make();
    open_room(&room, false);
    read_newspapers(&pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        struct text a, b, other;
        struct alignment one, two;
        open_text(&room, pairs.items[i].paths[0], &a);
        open_text(&room, pairs.items[i].paths[1], &b);
        open_traditional(&room, pairs.items[i].paths[1], &other);
        align(&room, &a, &b, &one);
        align(&room, &a, &other, &two);
        assert_int_equal(one.count, two.count);
        for (size_t k = 0; k < one.count; k++) {
            assert_int_equal(one.items[k].kind, two.items[k].kind);
            assert_int_equal(one.items[k].a, two.items[k].a);
            assert_int_equal(one.items[k].b, two.items[k].b);
        }
        links += count_links(&one);
        alignment_free(&one);
        alignment_free(&two);
        close_text(&a);
        close_text(&b);
        close_text(&other);
    }
    assert_true(links > 0);
    report_pairs_free(&pairs);
    close_room(&room);
    scratch_remove();
}

/* How many links there are between two reports that have nothing to do with each other. */
static size_t cross_pair(const struct room *room, const struct report_pair *a,
                         const struct report_pair *b)
{
    struct text texts[2];
    struct alignment alignment;
    open_text(room, a->paths[0], &texts[0]);
    open_text(room, b->paths[1], &texts[1]);
    align(room, &texts[0], &texts[1], &alignment);
    size_t links = count_links(&alignment);
    if (align_mode_of(&alignment) != ALIGN_COMPARABLE)
        fail_msg("%s and %s: taken as parallel", a->name, b->name);
    if (links > 0)
        print_message("%s and %s: %zu links\n", a->name, b->name, links);
    alignment_free(&alignment);
    close_text(&texts[0]);
    close_text(&texts[1]);
    return links;
}

static void cross_all(const struct room *room, const struct report_pairs *pairs)
{
    size_t stray = 0, count = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        for (size_t k = 0; k < pairs->count; k++) {
            stray += i != k ? cross_pair(room, &pairs->items[i], &pairs->items[k]) : 0;
            count += i != k;
        }
    }
    print_message("newspapers: %zu links in %zu pairs of different events\n", stray, count);
    assert_true(stray * 600 <= count);
}

/* Reports as newspapers write them (tests/align/reports, and tests/align/kept that nothing was
 * learned from): they go through the same things in much the same order now and then, and are none
 * the less no translations. */
static void judge_newspapers(bool with_dictionary)
{
    struct report_pairs pairs = { 0 };
    struct tally tallies[2] = { { 0 } };
    struct room room;
    open_room(&room, with_dictionary);
    read_newspapers(&pairs);
    for (size_t i = 0; i < pairs.count; i++)
        judge_pair(&room, &pairs.items[i], &tallies[pairs.items[i].folder]);
    for (size_t i = 0; i < 2; i++) {
        const struct tally *tally = &tallies[i];
        print_message("newspapers, %s%s: %zu links, %zu right; %zu of %zu facts found\n",
                      with_dictionary ? "CC-CEDICT" : "no dictionary", i == 0 ? "" : ", kept",
                      tally->found, tally->right, tally->hit, tally->wanted);
        assert_true((double)tally->right >= PRECISION * (double)tally->found);
        assert_true((double)tally->hit >= RECALL_NEWSPAPERS * (double)tally->wanted);
    }
    cross_all(&room, &pairs);
    report_pairs_free(&pairs);
    close_room(&room);
}

/* Two takeovers, two floods or two trials are told in much the same words, and are none the less two: one
 * link in ten pairs at most. */
static void judge_rivals(bool with_dictionary)
{
    struct report_pairs pairs = { 0 };
    struct buffer kinds = { 0 };
    struct room room;
    size_t links = 0, count = 0;
    char *path = path_of("kinds.txt");
    assert_true(file_read(path, 0, &kinds, NULL));
    open_room(&room, with_dictionary);
    read_folders((const char *const[]){ "rivals", "kept-rivals", "kept", NULL }, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        for (size_t k = 0; k < pairs.count; k++) {
            if (!report_pairs_are_rivals(&pairs.items[i], &pairs.items[k], buffer_text(&kinds)))
                continue;
            links += cross_pair(&room, &pairs.items[i], &pairs.items[k]);
            count++;
        }
    }
    print_message("rivals: %zu links in %zu pairs of different events of one kind\n", links, count);
    assert_true(count > 0 && links * 10 <= count);
    report_pairs_free(&pairs);
    close_room(&room);
    buffer_free(&kinds);
    free(path);
}

static void try_all(bool with_dictionary)
{
    judge_newspapers(with_dictionary);
    judge_rivals(with_dictionary);
    judge_reports(with_dictionary);
    try_all_pairs(with_dictionary);
    try_omissions(with_dictionary);
}

static void without_a_dictionary(void **state)
{
    (void)state;
    try_all(false);
}

/* False, and said in the log, when there is none. */
static bool install_cedict(void)
{
    const char *cedict = getenv("DIPTYCH_CEDICT");
    struct import_report report;
    if (cedict == NULL) {
        print_message("DIPTYCH_CEDICT is not set: not tried with CC-CEDICT\n");
        return false;
    }
    scratch_file("data/dictionaries/.keep", "");
    assert_true(dictionary_import_file(cedict, scratch_path("data/dictionaries/cedict.dictionary"),
                                       &report, NULL));
    return true;
}

static void with_cedict(void **state)
{
    (void)state;
    scratch_make();
    bool installed = install_cedict();
    if (installed)
        try_all(true);
    scratch_remove();
    if (!installed)
        skip();
}

/* The file of a folder that begins so. */
static char *file_of(const char *folder, const char *beginning)
{
    char *path = NULL;
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        if (path == NULL && strncmp(file->d_name, beginning, strlen(beginning)) == 0)
            path = file_join(folder, file->d_name);
    }
    if (files != NULL)
        closedir(files);
    assert_non_null(path);
    return path;
}

static void judge_seeds(const char *folder, bool with_dictionary)
{
    struct room room;
    struct gold gold;
    struct tally tally = { 0 };
    struct text a, b;
    struct alignment alignment;
    char *paths[2] = { file_of(folder, "000"), file_of(folder, "001") };
    open_room(&room, with_dictionary);
    read_gold(&gold);
    open_text(&room, paths[0], &a);
    open_text(&room, paths[1], &b);
    /* It stands in the address of the second, where nobody reads it. */
    assert_true(figure_date_parse("2015-06-22", &b.text.side.published));
    align(&room, &a, &b, &alignment);
    assert_int_equal(align_mode_of(&alignment), ALIGN_COMPARABLE);
    judge(&gold, "000", "001", &alignment, &tally);
    check_tally(with_dictionary ? "originals, CC-CEDICT" : "originals, no dictionary", &tally,
                RECALL_SEEDS);
    alignment_free(&alignment);
    close_text(&a);
    close_text(&b);
    free_gold(&gold);
    close_room(&room);
    free(paths[0]);
    free(paths[1]);
}

static void originals(void **state)
{
    const char *folder = getenv("DIPTYCH_SEEDS");
    (void)state;
    if (folder == NULL) {
        print_message("DIPTYCH_SEEDS is not set: the originals are not tried\n");
        skip();
    }
    judge_seeds(folder, false);
    scratch_make();
    if (install_cedict())
        judge_seeds(folder, true);
    scratch_remove();
}

/* ---- chapters of novels ---- */

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static size_t chapters_of(const char *folder, char *names[CHAPTER_MOST])
{
    size_t count = 0;
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        size_t length = strlen(file->d_name);
        if (count < CHAPTER_MOST && length > 3 && strcmp(file->d_name + length - 3, ".en") == 0)
            names[count++] = xstrndup(file->d_name, length - 3);
    }
    if (files != NULL)
        closedir(files);
    qsort(names, count, sizeof *names, compare_strings);
    return count;
}

/* How many links there are between two chapters that have nothing to do with each other. */
static size_t try_chapters(const struct room *room, const char *folder, const char *english,
                           const char *chinese)
{
    struct text a, b;
    struct alignment alignment;
    char *paths[2] = { xasprintf("%s/%s.en", folder, english),
                       xasprintf("%s/%s.zh", folder, chinese) };
    bool translation = strcmp(english, chinese) == 0;
    open_lines(paths[0], &a);
    open_lines(paths[1], &b);
    align(room, &a, &b, &alignment);
    if (align_mode_of(&alignment) != (translation ? ALIGN_PARALLEL : ALIGN_COMPARABLE))
        fail_msg("%s.en and %s.zh: taken as %s", english, chinese,
                 align_mode_of(&alignment) == ALIGN_PARALLEL ? "parallel" : "comparable");
    size_t links = translation ? 0 : count_links(&alignment);
    alignment_free(&alignment);
    close_text(&a);
    close_text(&b);
    free(paths[0]);
    free(paths[1]);
    return links;
}

static void chapters(void **state)
{
    const char *folder = getenv("DIPTYCH_CHAPTERS");
    char *names[CHAPTER_MOST];
    struct room room;
    (void)state;
    scratch_make();
    if (folder == NULL || !install_cedict()) {
        print_message("DIPTYCH_CHAPTERS or DIPTYCH_CEDICT is not set: chapters are not tried\n");
        scratch_remove();
        skip();
    }
    size_t count = chapters_of(folder, names), stray = 0;
    assert_true(count > 0);
    open_room(&room, true);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++)
            stray += try_chapters(&room, folder, names[i], names[k]);
    }
    print_message("%zu chapters paired with all: %zu links between different ones\n", count, stray);
    assert_true(stray * 10 <= count * count);
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    close_room(&room);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_dictionary),
        cmocka_unit_test(traditional),
        cmocka_unit_test(with_cedict),
        cmocka_unit_test(originals),
        cmocka_unit_test(chapters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
