/* The compiled lexicon: what it answers, what is added to it, and that damage is seen. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "language/english_stem.h"
#include "dictionary/core_words.h"
#include "dictionary/lexicon.h"
#include "dictionary/lexicon_build.h"
#include "library/scratch.h"

#define KEY 7

static void build(struct buffer *out)
{
    struct lexicon_builder *builder = lexicon_builder_new();
    lexicon_builder_add(builder, "股权", "股權", "gu3 quan2", "equity shares/stock right");
    lexicon_builder_add(builder, "卖", "賣", "mai4", "to sell/to betray; to spare no effort");
    lexicon_builder_add(builder, "出售", "出售", "chu1 shou4", "to sell/to offer for sale");
    lexicon_builder_add(builder, "变", "變", "bian4", "to sell/to vend");
    lexicon_builder_add(builder, "马", "馬", "Ma3", "surname Ma");
    lexicon_builder_add(builder, "绿", "綠", "lu:4", "green");
    lexicon_builder_finish(builder, KEY, NULL, NULL, out);
    lexicon_builder_free(builder);
}

static struct lexicon *open_it(void)
{
    struct error error;
    struct buffer bytes = { 0 };
    build(&bytes);
    struct lexicon *lexicon = lexicon_from_bytes(&bytes, KEY, &error);
    assert_non_null(lexicon);
    return lexicon;
}

/* The weight with which `word` is rendered by the stem of `english`. */
static double renders(const struct lexicon *lexicon, const char *word, const char *english)
{
    char stem[ENGLISH_WORD_LIMIT + 2];
    size_t length = english_stem(english, strlen(english), stem);
    uint32_t number = lexicon_word(lexicon, word, strlen(word));
    uint32_t wanted = lexicon_stem(lexicon, stem, length);
    const struct lexicon_pair *pairs;
    size_t count = number == LEXICON_NONE ? 0 : lexicon_renderings(lexicon, number, &pairs);
    for (size_t i = 0; i < count; i++) {
        if (pairs[i].stem == wanted)
            return (double)pairs[i].weight;
    }
    return 0;
}

static void renders_both_forms(void **state)
{
    (void)state;
    struct lexicon *lexicon = open_it();
    assert_true(renders(lexicon, "卖", "sold") > 0);
    assert_true(renders(lexicon, "賣", "sold") == renders(lexicon, "卖", "sold"));
    assert_true(renders(lexicon, "股权", "equity") > renders(lexicon, "股权", "green"));
    assert_true(renders(lexicon, "出售", "sell") > renders(lexicon, "出售", "sale"));
    assert_int_equal(lexicon_word(lexicon, "马", 3), LEXICON_NONE); /* a surname says nothing */
    assert_int_equal(lexicon_word(lexicon, "", 0), LEXICON_NONE);
    lexicon_free(lexicon);
}

static void knows_synonyms(void **state)
{
    (void)state;
    struct lexicon *lexicon = open_it();
    const struct lexicon_pair *pairs;
    uint32_t vend = lexicon_stem(lexicon, "vend", 4), sell = lexicon_stem(lexicon, "sell", 4);
    assert_int_equal(lexicon_synonyms(lexicon, vend, &pairs), 1);
    assert_int_equal(pairs[0].stem, sell);
    lexicon_free(lexicon);
}

static void knows_readings(void **state)
{
    (void)state;
    struct lexicon *lexicon = open_it();
    const struct lexicon_reading *readings;
    assert_int_equal(lexicon_readings(lexicon, 0x7EFF, &readings), 1);
    assert_string_equal(lexicon_syllable(lexicon, readings[0].syllable), "lu");
    assert_int_equal(lexicon_readings(lexicon, 0x7DA0, &readings), 1); /* 綠 */
    assert_int_equal(lexicon_readings(lexicon, 0x4E00, &readings), 0);
    lexicon_free(lexicon);
}

static void takes_additions(void **state)
{
    (void)state;
    struct lexicon *lexicon = open_it();
    uint64_t before = lexicon_fingerprint(lexicon);
    lexicon_add(lexicon, "卖", 3, "Flog", 4);
    lexicon_add(lexicon, "阿里巴巴", 12, "Alibaba", 7);
    lexicon_add(lexicon, "ABC", 3, "Alphabet", 8);
    lexicon_add(lexicon, "绿", 3, "the", 3);
    assert_true(renders(lexicon, "卖", "flog") == 1);
    assert_true(renders(lexicon, "卖", "sell") > 0); /* what the file has stays */
    assert_true(renders(lexicon, "阿里巴巴", "alibaba") == 1);
    assert_true(renders(lexicon, "绿", "green") > 0);
    assert_true(lexicon_fingerprint(lexicon) != before);
    lexicon_free(lexicon);
}

static void works_empty(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    const struct lexicon_reading *readings;
    assert_int_equal(lexicon_word(lexicon, "卖", 3), LEXICON_NONE);
    assert_int_equal(lexicon_stem(lexicon, "sell", 4), LEXICON_NONE);
    assert_int_equal(lexicon_readings(lexicon, 0x5356, &readings), 0);
    lexicon_add(lexicon, "卖", 3, "to sell", 7);
    assert_true(renders(lexicon, "卖", "sell") == 1);
    lexicon_free(lexicon);
}

static void opens_a_file(void **state)
{
    (void)state;
    struct error error = { "" };
    struct buffer bytes = { 0 };
    scratch_make();
    build(&bytes);
    assert_true(file_write(scratch_path("lexicon"), bytes.data, bytes.length, &error));
    struct lexicon *lexicon = lexicon_open(scratch_path("lexicon"), KEY, &error);
    assert_non_null(lexicon);
    assert_true(renders(lexicon, "卖", "sell") > 0);
    lexicon_free(lexicon);
    assert_null(lexicon_open(scratch_path("lexicon"), KEY + 1, &error));
    assert_null(lexicon_open(scratch_path("none"), KEY, &error));
    assert_null(lexicon_open(scratch_folder, KEY, &error));
    buffer_free(&bytes);
    scratch_remove();
}

/* Every byte changed, every length cut: refused, and nothing is read where it should not be. */
static void sees_damage(void **state)
{
    (void)state;
    struct buffer good = { 0 };
    build(&good);
    for (size_t at = 0; at < good.length; at++) {
        struct buffer bad = { 0 };
        buffer_add(&bad, good.data, good.length);
        bad.data[at] = (char)(bad.data[at] ^ 0x55);
        assert_null(lexicon_from_bytes(&bad, KEY, NULL));
        buffer_add(&bad, good.data, at);
        assert_null(lexicon_from_bytes(&bad, KEY, NULL));
        buffer_free(&bad);
    }
    buffer_free(&good);
}

/* Words of news are there without any dictionary, and are none. */
static void knows_core_words(void **state)
{
    struct buffer bytes = { 0 };
    struct lexicon_builder *builder = lexicon_builder_new();
    (void)state;
    core_words_add(builder);
    lexicon_builder_finish(builder, KEY, NULL, NULL, &bytes);
    lexicon_builder_free(builder);
    struct lexicon *lexicon = lexicon_from_bytes(&bytes, KEY, NULL);
    assert_non_null(lexicon);
    assert_float_equal(renders(lexicon, "地震", "earthquakes"), 0.31, 0.01);
    assert_float_equal(renders(lexicon, "默克尔", "merkel"), 1, 0.01);
    assert_true(renders(lexicon, "法兰克福", "frankfurt") > 0.9);
    assert_true(renders(lexicon, "外交部长", "minister") > 0.2);
    assert_true(renders(lexicon, "名人堂", "fame") > 0.2);
    assert_true(lexicon_word_count(lexicon) > 4000);
    assert_false(lexicon_has_dictionary(lexicon));
    lexicon_free(lexicon);
}

/* What a dictionary says of a word is what holds; words that nobody renders part others. */
static void knows_words_of_other_texts(void **state)
{
    struct buffer bytes = { 0 };
    struct lexicon_builder *builder = lexicon_builder_new();
    (void)state;
    lexicon_builder_add(builder, "眼泪", NULL, NULL, "teardrop");
    core_words_add(builder);
    core_words_add_others(builder);
    lexicon_builder_finish(builder, KEY, NULL, NULL, &bytes);
    lexicon_builder_free(builder);
    struct lexicon *lexicon = lexicon_from_bytes(&bytes, KEY, NULL);
    assert_non_null(lexicon);
    assert_float_equal(renders(lexicon, "眼泪", "teardrop"), 1, 0.01);
    assert_float_equal(renders(lexicon, "眼泪", "tear"), 0, 0.01);
    assert_true(renders(lexicon, "蜡烛", "candles") > 0.9);
    assert_int_not_equal(lexicon_word(lexicon, "如果", 6), LEXICON_NONE);
    assert_true(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "慢慢", 6)));
    assert_false(lexicon_is_grammar(lexicon, lexicon_word(lexicon, "眼泪", 6)));
    assert_false(lexicon_has_dictionary(lexicon));
    lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(renders_both_forms), cmocka_unit_test(knows_synonyms),
        cmocka_unit_test(knows_readings),     cmocka_unit_test(takes_additions),
        cmocka_unit_test(works_empty),        cmocka_unit_test(opens_a_file),
        cmocka_unit_test(sees_damage),        cmocka_unit_test(knows_core_words),
        cmocka_unit_test(knows_words_of_other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
