/* editbench: marks passages, edits the texts, finds the passages again, and prints the share that
 * was placed right, placed wrong, ambiguous, and lost; then what became of deleted passages
 * that had a lookalike, and how long finding takes. A passage of which the edit changed a name, a
 * figure or a negation is right when it is ambiguous and its place is offered ("of these").
 *
 *     editbench FOLDER [TRIALS] [PERCENT] [SEED]
 *
 * FOLDER holds the articles, TRIALS is for each article and kind of edit (200), PERCENT the part of
 * a passage's characters that may change (10). What is not right is listed on standard error when
 * TRIAL_SHOW is set. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "doc/reader.h"
#include "notes/anchor.h"
#include "notes/mark.h"
#include "notes/trial.h"
#include "text/utf8.h"

#define ARTICLES 64

static struct document *documents[ARTICLES];
static size_t document_count;

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void open_all(const char *folder)
{
    char *names[ARTICLES];
    size_t count = 0;
    DIR *opened = opendir(folder);
    struct dirent *entry;
    while (opened != NULL && (entry = readdir(opened)) != NULL && count < ARTICLES) {
        if (strstr(entry->d_name, ".md") != NULL)
            names[count++] = file_join(folder, entry->d_name);
    }
    if (opened != NULL)
        closedir(opened);
    qsort(names, count, sizeof *names, compare);
    for (size_t i = 0; i < count; i++) {
        struct document *document = reader_open(NULL, names[i], NULL);
        if (document != NULL)
            documents[document_count++] = document;
        free(names[i]);
    }
}

static void print(const char *name, const char *language, const struct tally *tally)
{
    double all = tally->count > 0 ? (double)tally->count / 100.0 : 1.0;
    printf("%-11s %-3s %6zu  %6.2f%%  %6.2f%%  %6.2f%%  %6.2f%% (%zu offered)  %6.2f%%  %zu\n", name,
           language, tally->count, (double)(tally->right + tally->touched) / all,
           (double)tally->touched / all, (double)tally->wrong / all,
           (double)tally->ambiguous / all, tally->offered, (double)tally->lost / all,
           tally->false_exact);
}

static void add(struct tally *sum, const struct tally *tally)
{
    sum->count += tally->count;
    sum->right += tally->right;
    sum->touched += tally->touched;
    sum->wrong += tally->wrong;
    sum->ambiguous += tally->ambiguous;
    sum->offered += tally->offered;
    sum->lost += tally->lost;
    sum->false_exact += tally->false_exact;
}

static void run_kinds(size_t trials, unsigned percent, uint64_t seed)
{
    struct tally sum = { 0 };
    printf("edits       lang marked   right  of these  wrong   ambiguous            lost   wrong exact\n");
    for (enum edit_kind kind = EDIT_TYPOS; kind < EDIT_KINDS; kind++) {
        struct tally tallies[2] = { { 0 }, { 0 } };
        for (size_t i = 0; i < document_count; i++) {
            struct tally *tally = &tallies[documents[i]->language == LANGUAGE_CHINESE];
            for (size_t k = 0; k < trials; k++)
                trial_run(documents[i], kind, percent, seed + i * 1000003 + k * 7919 + kind, tally);
        }
        print(editing_kind_name(kind), "en", &tallies[0]);
        print(editing_kind_name(kind), "zh", &tallies[1]);
        if (kind == EDIT_REMOVAL)
            continue; /* these are right when they are lost */
        add(&sum, &tallies[0]);
        add(&sum, &tallies[1]);
    }
    print("together", "", &sum);
}

#define LOOKALIKES ((size_t)2000)

static size_t run_lookalikes(uint64_t seed)
{
    struct tally tally = { 0 };
    for (size_t i = 0; tally.count < LOOKALIKES && i < 20 * LOOKALIKES; i++)
        (void)trial_lookalike(documents[i % document_count], seed + i * 7919, &tally);
    printf("deleted, a lookalike left: %zu; placed on it: %zu\n", tally.count, tally.wrong);
    return tally.wrong;
}

/* --- time --- */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A megabyte made of scraps of all the texts of one language, so that it repeats itself no more
 * than a text does. */
static struct document *make_large(enum language language, uint64_t seed)
{
    struct buffer text = { 0 };
    struct edited dice = { .seed = seed };
    while (text.length < (size_t)1 << 20) {
        const struct document *from = documents[editing_draw(&dice, (uint32_t)document_count)];
        if (from->language != language)
            continue;
        size_t points = utf8_count(from->text, from->length);
        size_t start = editing_draw(&dice, (uint32_t)points - 24);
        struct span scrap = mark_span(from, start, start + 4 + editing_draw(&dice, 20));
        buffer_add(&text, from->text + scrap.start, scrap.end - scrap.start);
        if (editing_draw(&dice, 40) == 0)
            buffer_add_text(&text, "\n\n");
    }
    struct document *large = reader_parse(buffer_text(&text), text.length, READER_PLAIN, NULL);
    buffer_free(&text);
    return large;
}

static void time_one(const char *name, struct document *large, bool inside, uint64_t seed)
{
    enum { NOTES = 1000 };
    static struct annotation notes[NOTES];
    struct edited edited;
    size_t states[4] = { 0 };
    size_t length;
    size_t points = utf8_count(large->text, large->length);
    editing_begin(&edited, large->text, large->length, seed);
    for (size_t i = 0; i < NOTES; i++) {
        size_t start = editing_draw(&edited, (uint32_t)(points - 400));
        size_t end = start + 8 + editing_draw(&edited, 200);
        annotation_begin(&notes[i]);
        mark_describe(large, "none", mark_span(large, start, end),
                      annotation_add_target(&notes[i], TARGET_SELECTION));
    }
    /* One more word at the beginning moves all; with `inside` a typo in every 40 changes most. */
    struct edit edit = { EDIT_TYPOS, 2, 0, inside ? points : 40 };
    if (inside) {
        for (size_t i = 20; i < edited.count; i += 40)
            edited.points[i] = 'x';
    } else {
        editing_apply(&edited, &edit);
    }
    char *text = editing_text(&edited, &length);
    double began = seconds();
    struct anchor_text *ready = anchor_text_new(text, length);
    for (size_t i = 0; i < NOTES; i++)
        states[anchor_find(ready, &notes[i].targets[0]).state]++;
    printf("%-28s %zu bytes, %d notes: %.3f s (exact %zu, moved %zu, ambiguous %zu, lost %zu)\n",
           name, length, NOTES, seconds() - began, states[0], states[1], states[2], states[3]);
    anchor_text_free(ready);
    free(text);
    for (size_t i = 0; i < NOTES; i++)
        annotation_free(&notes[i]);
    editing_free(&edited);
}

static void time_all(uint64_t seed)
{
    struct document *english = make_large(LANGUAGE_ENGLISH, seed);
    struct document *chinese = make_large(LANGUAGE_CHINESE, seed);
    time_one("English, edited elsewhere", english, false, seed);
    time_one("English, edited everywhere", english, true, seed);
    time_one("Chinese, edited elsewhere", chinese, false, seed);
    time_one("Chinese, edited everywhere", chinese, true, seed);
    document_free(english);
    document_free(chinese);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: editbench FOLDER [TRIALS] [PERCENT] [SEED]\n");
        return 2;
    }
    open_all(argv[1]);
    if (document_count == 0) {
        fprintf(stderr, "editbench: %s: no articles\n", argv[1]);
        return 1;
    }
    size_t trials = argc > 2 ? strtoul(argv[2], NULL, 10) : 200;
    unsigned percent = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 10;
    uint64_t seed = argc > 4 ? strtoull(argv[4], NULL, 10) : 1;
    run_kinds(trials, percent, seed);
    size_t wrong = run_lookalikes(seed);
    time_all(seed);
    for (size_t i = 0; i < document_count; i++)
        document_free(documents[i]);
    return wrong > 0;
}
