/* The bundled translations against what a reader has found, sentence by sentence
 * (tests/align/gold): without any dictionary, and with CC-CEDICT where DIPTYCH_CEDICT names its
 * text (plain or .gz). The scores are in the log. */
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
#include "base/buffer.h"
#include "base/xalloc.h"
#include "dictionary/dictionaries.h"
#include "dictionary/dictionary_import.h"
#include "doc/reader.h"
#include "library/scratch.h"

static const char *const stories[] = {
    "11-main-sale", "11-main-opensky", "going-global", "ma-us-exporters", "weibo-stake",
};

#define STORY_COUNT (sizeof stories / sizeof *stories)
#define PASSES 0.97 /* strict F1 over all of them */

struct tally {
    size_t found;
    size_t wanted;
    size_t right;
};

static struct document *open_version(struct collection *collection, const char *story,
                                     const char *language)
{
    char *path = xasprintf("%s/%s.%s.md", collection_root(collection), story, language);
    struct document *document = reader_open(NULL, path, NULL);
    assert_non_null(document);
    free(path);
    return document;
}

static void add_run(struct buffer *line, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        buffer_add_format(line, "%s%u", i > 0 ? ", " : "", (unsigned)(first + i));
}

/* Whether the gold, a bead a line, has that item. */
static bool is_wanted(const struct buffer *gold, const struct alignment_item *item)
{
    struct buffer line = { 0 };
    buffer_add_text(&line, "\n[");
    add_run(&line, item->a, item->a_count);
    buffer_add_text(&line, "]:[");
    add_run(&line, item->b, item->b_count);
    buffer_add_text(&line, "]\n");
    bool there = strstr(buffer_text(gold), buffer_text(&line)) != NULL;
    if (!there)
        print_message("not in the gold:%.*s\n", (int)line.length - 2, buffer_text(&line) + 1);
    buffer_free(&line);
    return there;
}

static void read_gold(const char *story, struct buffer *gold)
{
    const char *source = getenv("srcdir");
    char *path = xasprintf("%s/tests/align/gold/%s.ladder", source != NULL ? source : ".", story);
    buffer_add_byte(gold, '\n');
    assert_true(file_read(path, 0, gold, NULL));
    free(path);
}

static void judge(struct aligner *aligner, struct collection *collection, const char *story,
                  struct tally *tally)
{
    struct document *english = open_version(collection, story, "en");
    struct document *chinese = open_version(collection, story, "zh");
    struct aligner_text a = { .side = { 0 } }, b = { .side = { 0 } };
    struct alignment alignment = { 0 };
    struct buffer gold = { 0 };
    struct parallel_task task = { .a = &a.side, .b = &b.side };
    aligner_read(aligner, english, &a);
    aligner_read(aligner, chinese, &b);
    assert_true(aligner_align(aligner, &task, &alignment, NULL));
    read_gold(story, &gold);
    for (size_t i = 0; i < alignment.count; i++)
        tally->right += is_wanted(&gold, &alignment.items[i]);
    tally->found += alignment.count;
    for (size_t i = 1; i < gold.length; i++)
        tally->wanted += gold.data[i] == '\n';
    buffer_free(&gold);
    alignment_free(&alignment);
    aligner_text_free(&a);
    aligner_text_free(&b);
    document_free(english);
    document_free(chinese);
}

static void judge_all(const char *what, const char *data_folder, const char *cache_folder)
{
    const char *folder = getenv("COLLECTION");
    struct error error = { "" };
    struct tally tally = { 0 };
    struct collection *collection =
        collection_open(folder != NULL ? folder : "data/collection", NULL, NULL, &error);
    assert_non_null(collection);
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = collection });
    struct aligner *aligner = aligner_new(collection, entity_index, data_folder, cache_folder);
    for (size_t i = 0; i < STORY_COUNT; i++)
        judge(aligner, collection, stories[i], &tally);
    double f1 = 2 * (double)tally.right / (double)(tally.found + tally.wanted);
    print_message(
        "bundled translations, %s: %zu beads, %zu in the gold, %zu right: strict F1 %.4f\n", what,
        tally.found, tally.wanted, tally.right, f1);
    aligner_free(aligner);
    entity_index_free(entity_index);
    collection_free(collection);
    assert_true(f1 >= PASSES);
}

static void without_a_dictionary(void **state)
{
    (void)state;
    judge_all("no dictionary", NULL, NULL);
}

static size_t count_files(const char *folder)
{
    size_t count = 0;
    DIR *files = opendir(folder);
    for (struct dirent *file; files != NULL && (file = readdir(files)) != NULL;)
        count += file->d_name[0] != '.';
    if (files != NULL)
        closedir(files);
    return count;
}

static void with_cedict(void **state)
{
    const char *cedict = getenv("DIPTYCH_CEDICT");
    struct import_report report;
    (void)state;
    if (cedict == NULL) {
        print_message("DIPTYCH_CEDICT is not set: not tried with CC-CEDICT\n");
        skip();
    }
    scratch_make();
    scratch_file("data/dictionaries/.keep", "");
    assert_true(dictionary_import_file(cedict, scratch_path("data/dictionaries/cedict.dictionary"),
                                       &report, NULL));
    judge_all("CC-CEDICT", scratch_path("data"), scratch_path("cache"));
    assert_true(file_exists(scratch_path("cache/bitext/lexicon")));
    judge_all("CC-CEDICT, compiled before", scratch_path("data"), scratch_path("cache"));
    scratch_remove();
}

/* A small dictionary is compiled, kept, and compiled anew when it changes; a cache that cannot be
 * used costs nothing but time. */
static void keeps_the_lexicon(void **state)
{
    (void)state;
    struct import_report report;
    scratch_make();
    scratch_file("small.u8", "船 船 [chuan2] /ship/\n");
    scratch_file("data/dictionaries/.keep", "");
    char *target = xstrdup(scratch_path("data/dictionaries/small.dictionary"));
    assert_true(dictionary_import_file(scratch_path("small.u8"), target, &report, NULL));
    for (int round = 0; round < 4; round++) {
        if (round == 2) {
            scratch_file("small.u8", "船 船 [chuan2] /ship/\n缶 缶 [fou3] /jar/\n");
            assert_true(dictionary_import_file(scratch_path("small.u8"), target, &report, NULL));
        }
        if (round == 3)
            scratch_file("cache/bitext/lexicon", "damaged");
        struct aligner *aligner =
            aligner_new(NULL, NULL, scratch_path("data"), scratch_path("cache"));
        const struct lexicon *lexicon = aligner_lexicon(aligner);
        assert_int_not_equal(lexicon_word(lexicon, "船", 3), LEXICON_NONE);
        assert_int_equal(lexicon_word(lexicon, "缶", 3) != LEXICON_NONE, round >= 2);
        aligner_free(aligner);
    }
    assert_int_equal(count_files(scratch_path("cache/bitext")), 1);
    scratch_file("blocked", "");
    struct aligner *aligner =
        aligner_new(NULL, NULL, scratch_path("data"), scratch_path("blocked"));
    assert_int_not_equal(lexicon_word(aligner_lexicon(aligner), "船", 3), LEXICON_NONE);
    aligner_free(aligner);
    free(target);
    scratch_remove();
}

/* What is open says that its dictionaries were replaced or its glossary written: an interrupted
 * installation, which leaves a file of another name, is no dictionary. */
static void notices_other_dictionaries(void **state)
{
    (void)state;
    struct import_report report;
    scratch_make();
    scratch_file("small.u8", "船 船 [chuan2] /ship/\n");
    scratch_file("data/dictionaries/.keep", "");
    char *target = xstrdup(scratch_path("data/dictionaries/small.dictionary"));
    assert_true(dictionary_import_file(scratch_path("small.u8"), target, &report, NULL));
    struct aligner *aligner = aligner_new(NULL, NULL, scratch_path("data"), scratch_path("cache"));
    assert_false(aligner_is_stale(aligner)); /* nothing is open */
    (void)aligner_lexicon(aligner);
    assert_false(aligner_is_stale(aligner));
    scratch_file("small.u8", "船 船 [chuan2] /ship/\n缶 缶 [fou3] /jar/\n");
    assert_true(dictionary_import_file(scratch_path("small.u8"), target, &report, NULL));
    assert_true(aligner_is_stale(aligner));
    /* What it has opened stays whole. */
    assert_int_not_equal(lexicon_word(aligner_lexicon(aligner), "船", 3), LEXICON_NONE);
    aligner_free(aligner);
    scratch_file("data/dictionaries/half.dictionary.tmp", "half of a dictio");
    scratch_file("data/dictionaries/broken.dictionary", "half of a dictio");
    aligner = aligner_new(NULL, NULL, scratch_path("data"), scratch_path("cache"));
    assert_int_not_equal(lexicon_word(aligner_lexicon(aligner), "缶", 3), LEXICON_NONE);
    assert_false(aligner_is_stale(aligner));
    aligner_free(aligner);
    free(target);
    scratch_remove();
}

/* Words of grammar and of any story are known, and no evidence between reports; a dictionary's are. */
static void knows_words_of_grammar(void **state)
{
    (void)state;
    struct aligner *aligner = aligner_new(NULL, NULL, NULL, NULL);
    const struct lexicon *lexicon = aligner_lexicon(aligner);
    assert_true(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "他们", 6)));
    assert_false(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "地震", 6)));
    assert_false(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "萤火虫", 9)));
    assert_false(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "默克尔", 9)));
    aligner_free(aligner);
}

/* An English-Chinese dictionary is read the other way round; one of German is none for it. */
static void reads_other_dictionaries(void **state)
{
    (void)state;
    struct import_report report;
    scratch_make();
    scratch_file("data/dictionaries/.keep", "");
    scratch_file("e.csv", "word,translation\nbarge,\"n. 驳船, 游艇 (大型)\"\n");
    scratch_file("g.u8", "# HanDeDict\n缶 缶 [fou3] /Krug/\n");
    char *target = xstrdup(scratch_path("data/dictionaries/e.dictionary"));
    assert_true(dictionary_import_file(scratch_path("e.csv"), target, &report, NULL));
    free(target);
    target = xstrdup(scratch_path("data/dictionaries/g.dictionary"));
    assert_true(dictionary_import_file(scratch_path("g.u8"), target, &report, NULL));
    free(target);
    struct aligner *aligner = aligner_new(NULL, NULL, scratch_path("data"), NULL);
    const struct lexicon *lexicon = aligner_lexicon(aligner);
    uint32_t word = lexicon_word(lexicon, "驳船", strlen("驳船"));
    uint32_t stem = lexicon_stem(lexicon, "barg", 4);
    assert_int_not_equal(word, LEXICON_NONE);
    assert_int_not_equal(stem, LEXICON_NONE);
    assert_int_not_equal(lexicon_word(lexicon, "游艇", strlen("游艇")), LEXICON_NONE);
    assert_int_equal(lexicon_word(lexicon, "缶", strlen("缶")), LEXICON_NONE);
    aligner_free(aligner);
    scratch_remove();
}

static enum align_mode mode_of(const char *a_id, const char *b_id, const char *original)
{
    char *source = xasprintf("---\ntranslation-of: %s\n---\n大桥已经关闭。\n", original);
    struct document *a = reader_parse("The quay is shut.\n", 18, READER_MARKDOWN, NULL);
    struct document *b = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    enum align_mode mode = aligner_mode(a, a_id, b, b_id);
    assert_int_equal(aligner_mode(b, b_id, a, a_id), mode);
    document_free(a);
    document_free(b);
    free(source);
    return mode;
}

/* A translation that says so is one, whether its original is an article or a file beside it. */
static void takes_a_translation_at_its_word(void **state)
{
    (void)state;
    assert_int_equal(mode_of("quay.en", "quay.zh", "quay.en"), ALIGN_PARALLEL);
    assert_int_equal(mode_of("quay.en.md", "quay.zh.md", "quay.en"), ALIGN_PARALLEL);
    assert_int_equal(mode_of("news/en/quay.md", "news/zh/quay.md", "en/quay"), ALIGN_PARALLEL);
    assert_int_equal(mode_of("news/quay.en.md", "news/quay.zh.md", "quay.en.md"), ALIGN_PARALLEL);
    assert_int_equal(mode_of("news/old-quay.en.md", "news/quay.zh.md", "quay.en"), ALIGN_AUTO);
    assert_int_equal(mode_of("old/quay.en", "new/quay.zh", "quay.en"), ALIGN_AUTO);
    assert_int_equal(mode_of("quay.en.md", "quay.zh.md", "bridge.en"), ALIGN_AUTO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_dictionary),
        cmocka_unit_test(with_cedict),
        cmocka_unit_test(keeps_the_lexicon),
        cmocka_unit_test(notices_other_dictionaries),
        cmocka_unit_test(reads_other_dictionaries),
        cmocka_unit_test(knows_words_of_grammar),
        cmocka_unit_test(takes_a_translation_at_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
