/* What renders a term in the version beside (counterpart.h, translations.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "query/counterpart.h"
#include "query/aligner.h"
#include "doc/reader.h"
#include "base/xalloc.h"
#include "library/scratch.h"

static struct collection *collection;
static struct lookup *lookup;

static int make(void **state)
{
    (void)state;
    scratch_make();
    scratch_file("shelf/collection.yaml", "title: Shelf\n");
    scratch_file("shelf/glossary.tsv", "en\tzh\tpinyin\tremark\n"
                                       "stake\t股份\t\t\n"
                                       "stake\t控股股份\t\t\n"
                                       "take over\t接管\t\t\n"
                                       "joint venture\t合资企业\t\t\n");
    scratch_file("shelf/entities/bank.md", "---\nnames: {en: North Bank, zh: 北岸公司}\n---\n");
    scratch_file("a.en.md", "---\nlang: en\n---\n\nNorth Bank takes a stake of 12 percent.\n\n"
                            "It drizzled all day.\n\nBoth WTO and UNESCO agreed.\n\nThe firm took the boat over.\n");
    scratch_file("a.zh.md", "---\nlang: zh\n---\n\n北岸公司取得百分之十二的控股股份。\n\n"
                            "整天都在下雨。\n\n世界组织 WTO 与 UNESCO 都同意了。\n\n公司接管了这条船。\n");
    collection = collection_open(scratch_path("shelf"), NULL, NULL, NULL);
    lookup = lookup_open(collection, NULL);
    return 0;
}

static int drop(void **state)
{
    (void)state;
    lookup_free(lookup);
    collection_free(collection);
    scratch_remove();
    return 0;
}

static void finds(const char *term, const char *passage, const char *wanted)
{
    struct translations *translations = translations_new(lookup, term, strlen(term));
    struct span found;
    bool any = translations_find(translations, passage, (struct span){ 0, strlen(passage) },
                                 &found);
    assert_int_equal(any, wanted != NULL);
    if (wanted != NULL) {
        char *text = xstrndup(passage + found.start, found.end - found.start);
        assert_string_equal(text, wanted);
        free(text);
    }
    translations_free(translations);
}

/* The longest that is there; inflected; another word between; nothing of a part of a word. */
static void test_translations(void **unused)
{
    (void)unused;
    finds("stake", "他们取得股份", "股份");
    finds("stakes", "他们取得控股股份", "控股股份");
    finds("stake", "他们取得股权", NULL);
    finds("股份", "Both held stakes in it", "stakes");
    finds("股份", "A stakeholder came", NULL);
    finds("接管", "He took it over", "took"); /* over says nothing by itself */
    finds("合资企业", "in joint online ventures of two", "joint online ventures");
    finds("合资企业", "jointly in some other venture", NULL);
    finds("北岸公司", "the north bank and North Bank", "north bank");
    finds("nothing", "无", NULL);
}

static void renders(const struct counterpart *opposite, int side, const char *term,
                    const char *wanted)
{
    const char *here = opposite->side[side]->text;
    size_t start = (size_t)(strstr(here, term) - here);
    struct span span = { start, start + strlen(term) };
    struct span words;
    const struct alignment_item *item = counterpart_item(opposite, side, start);
    assert_non_null(item);
    struct translations *translations = translations_new(lookup, term, strlen(term));
    bool told = counterpart_words(opposite, side, item, span, 0, translations, &words);
    translations_free(translations);
    assert_int_equal(told, wanted != NULL);
    if (!told)
        return;
    const char *there = opposite->side[1 - side]->text;
    char *text = xstrndup(there + words.start, words.end - words.start);
    assert_string_equal(text, wanted);
    free(text);
}

static void test_pair(void **unused)
{
    (void)unused;
    struct entity_index *entity_index =
        entity_index_new(&(struct entity_index_sources){ .collection = collection });
    struct aligner *aligner = aligner_new(collection, entity_index, NULL, NULL);
    struct aligner_text texts[2] = { { .sentences = { 0 } }, { .sentences = { 0 } } };
    struct document *documents[2] = { reader_open(NULL, scratch_path("a.en.md"), NULL),
                                      reader_open(NULL, scratch_path("a.zh.md"), NULL) };
    struct alignment alignment = { 0 };
    for (int side = 0; side < 2; side++)
        aligner_read(aligner, documents[side], &texts[side]);
    struct parallel_task task = { .a = &texts[0].side, .b = &texts[1].side };
    assert_true(aligner_align(aligner, &task, &alignment, NULL));
    struct counterpart opposite = { { task.a, task.b }, &alignment, true };
    renders(&opposite, 0, "North Bank", "北岸公司");
    renders(&opposite, 0, "stake", "控股股份");
    renders(&opposite, 1, "股份", "stake");
    renders(&opposite, 1, "接管", "took");
    renders(&opposite, 0, "UNESCO", "UNESCO");
    renders(&opposite, 1, "WTO", "WTO");
    renders(&opposite, 0, "drizzled", NULL);
    alignment_free(&alignment);
    for (int side = 0; side < 2; side++) {
        aligner_text_free(&texts[side]);
        document_free(documents[side]);
    }
    aligner_free(aligner);
    entity_index_free(entity_index);
}

/* Between independent reports only what has evidence and is likely counts. */
static void test_independent(void **unused)
{
    (void)unused;
    struct side_sentence sentence = { .span = { 0, 4 } };
    struct side side = { .text = "text", .length = 4, .sentences = &sentence, .count = 1 };
    struct alignment_item item = { .a_count = 1, .b_count = 1, .confidence = 0.9F };
    struct alignment alignment = { .items = &item, .count = 1 };
    struct counterpart opposite = { { &side, &side }, &alignment, true };
    assert_ptr_equal(counterpart_item(&opposite, 0, 2), &item);
    opposite.translated = false;
    assert_null(counterpart_item(&opposite, 0, 2));
    item.evidence_count = 1;
    assert_ptr_equal(counterpart_item(&opposite, 1, 2), &item);
    item.confidence = 0.2F;
    assert_null(counterpart_item(&opposite, 0, 2));
    opposite.translated = true;
    item.b_count = 0;
    assert_null(counterpart_item(&opposite, 0, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_translations),
        cmocka_unit_test(test_pair),
        cmocka_unit_test(test_independent),
    };
    return cmocka_run_group_tests(tests, make, drop);
}
