/* Looking a term up in glossary, notes and dictionaries (lookup.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "query/lookup.h"
#include "dictionary/dictionary_import.h"
#include "library/scratch.h"

static struct collection *collection;
static struct lookup *lookup;

static void write_collection(void)
{
    scratch_file("shelf/collection.yaml", "title: Shelf\n");
    scratch_file("shelf/glossary.tsv", "en\tzh\tpinyin\tremark\n"
                                       "stake\t股权\tgǔquán\t\n"
                                       "sell out\t售罄\tshòuqìng\t\n");
    scratch_file("shelf/entities/alibaba.md",
                 "---\nnames: {en: Alibaba Group, zh: 阿里巴巴集团}\n"
                 "aliases: [Alibaba, 阿里巴巴]\nshort: [阿里]\ntype: company\n---\n");
    scratch_file("shelf/entities/etsy.md", "---\nnames: {en: Etsy}\ntype: company\n---\n");
    scratch_file("shelf/entities/opensky.md",
                 "---\nnames: {en: OpenSky, zh: OpenSky}\ntype: company\n---\n");
}

static void write_dictionaries(void)
{
    struct import_report report;
    char target[2048];
    scratch_file("cedict.u8", "股權 股权 [gu3 quan2] /equity shares/stock right/\n"
                              "股 股 [gu3] /share/CL:項|项[xiang4]/\n"
                              "權 权 [quan2] /right/\n"
                              "收購 收购 [shou1 gou4] /to buy; to purchase/\n"
                              "賣 卖 [mai4] /to sell/to betray/\n"
                              "阿里巴巴 阿里巴巴 [A1 li3 ba1 ba1] /Ali Baba/\n"
                              "啤酒 啤酒 [pi2 jiu3] /beer/\n"
                              "B股 B股 [B gu3] /B shares/\n"
                              "唱K 唱K [chang4 K] /to go singing/\n"
                              "峯 峰 [feng1] /old variant of 峰[feng1]/\n"
                              "峰 峰 [feng1] /peak/\n"
                              "豐 峰 [feng1] /variant of 峰[feng1]/summit/\n"
                              "山峯 山峯 [shan1 feng1] /variant of 山峰[shan1 feng1]/\n"
                              "山峰 山峰 [shan1 feng1] /see 峰頂|峰顶[feng1 ding3]/\n"
                              "峰頂 峰顶 [Feng1 ding3] /Fengding (name)/\n"
                              "峰頂 峰顶 [feng1 ding3] /mountain top/\n"
                              "環甲 环甲 [huan2 jia3] /see 環乙|环乙[huan2 yi3]/\n"
                              "環乙 环乙 [huan2 yi3] /see 環甲|环甲[huan2 jia3]/\n"
                              "瓣兒 瓣儿 [ban4 r5] /erhua variant of 瓣[ban4]/\n"
                              "瓣 瓣 [ban4] /petal/\n"
                              "恤 恤 [xu4] /sympathy/\n"
                              "卹 恤 [xu4] /to pity/\n"
                              "賉 恤 [xu4] /sympathy/\n"
                              "弍 弍 [er4] /variant of 弍[er4]/\n");
    scratch_file("plain.u8", "买卖 买卖 [mai3 mai4] /business/\n"
                             "sell sell [] /卖, 出售/\n");
    assert_true(file_make_folders(scratch_path("dictionaries"), NULL));
    strcpy(target, scratch_path("dictionaries/cedict.dictionary"));
    assert_true(dictionary_import_file(scratch_path("cedict.u8"), target, &report, NULL));
    strcpy(target, scratch_path("dictionaries/plain.dictionary"));
    assert_true(dictionary_import_file(scratch_path("plain.u8"), target, &report, NULL));
    scratch_file("dictionaries/broken.dictionary", "no dictionary");
}

static int make(void **state)
{
    (void)state;
    scratch_make();
    write_collection();
    write_dictionaries();
    collection = collection_open(scratch_path("shelf"), NULL, NULL, NULL);
    assert_non_null(collection);
    lookup = lookup_open(collection, scratch_path("dictionaries"));
    return 0;
}

static int clear(void **state)
{
    (void)state;
    lookup_free(lookup);
    collection_free(collection);
    scratch_remove();
    return 0;
}

/* A line for each item: kind, term, reading, translation, source. */
static void check_items(struct lookup_items *items, const char *expected)
{
    static const char kinds[] = "HSCRA";
    struct buffer found = { 0 };
    for (size_t i = 0; i < items->count; i++) {
        const struct lookup_item *item = &items->items[i];
        buffer_add_format(&found, "%c|%s|%s|%s|%s\n", kinds[item->kind], item->term, item->reading,
                          item->translation, item->source);
    }
    assert_string_equal(buffer_text(&found), expected);
    buffer_free(&found);
    lookup_items_free(items);
}

static void check_term(const char *term, const char *expected)
{
    struct lookup_items items = { 0 };
    lookup_term(lookup, term, strlen(term), &items);
    check_items(&items, expected);
}

static void check_at(const char *text, const char *expected)
{
    struct lookup_items items = { 0 };
    lookup_at(lookup, text, strlen(text), &items);
    check_items(&items, expected);
}

static void test_chinese_terms(void **state)
{
    (void)state;
    check_term("股权收购", "H|股权|gǔquán|stake|glossary\n"
                           "H|股权|gǔ quán|equity shares / stock right|cedict\n"
                           "S|股|gǔ|share / CL:項|项[xiàng]|cedict\n"
                           "C|权|quán|right|cedict\n"
                           "C|收购|shōu gòu|to buy; to purchase|cedict\n");
    check_term(" 阿里巴巴集团 ",
               "H|阿里巴巴集团|ā lǐ bā bā jí tuán|Alibaba Group / Alibaba|entity:alibaba\n"
               "S|阿里巴巴|ā lǐ bā bā|Alibaba Group / Alibaba|entity:alibaba\n"
               "S|阿里巴巴|Ā lǐ bā bā|Ali Baba|cedict\n");
}

static void test_traditional_terms(void **state)
{
    (void)state;
    check_term("股權", "H|股權|gǔquán|stake|glossary\n"
                       "H|股權|gǔ quán|equity shares / stock right|cedict\n"
                       "S|股|gǔ|share / CL:項|项[xiàng]|cedict\n"
                       "C|權|quán|right|cedict\n");
    check_term("阿里巴巴集團",
               "H|阿里巴巴集團|ā lǐ bā bā jí tuán|Alibaba Group / Alibaba|entity:alibaba\n"
               "S|阿里巴巴|ā lǐ bā bā|Alibaba Group / Alibaba|entity:alibaba\n"
               "S|阿里巴巴|Ā lǐ bā bā|Ali Baba|cedict\n");
    /* A dictionary of simplified words alone. */
    check_term("買賣", "H|買賣|mǎi mài|business|plain\n"
                       "C|賣|mài|to sell / to betray|cedict\n");
}

static void test_characters_without_an_entry(void **state)
{
    (void)state;
    check_term("甲，乙x", "R|甲|jiǎ||unihan\nR|乙|yǐ||unihan\n");
    check_term("股权团", "H|股权|gǔquán|stake|glossary\n"
                         "H|股权|gǔ quán|equity shares / stock right|cedict\n"
                         "S|股|gǔ|share / CL:項|项[xiàng]|cedict\n"
                         "C|权|quán|right|cedict\n"
                         "R|团|tuán||unihan\n");
    check_term("甲股甲股",
               "R|甲|jiǎ||unihan\nC|股|gǔ|share / CL:項|项[xiàng]|cedict\n");
    /* two traditional forms of one word that mean the same */
    check_term("恤", "H|恤|xù|sympathy|cedict\nH|恤|xù|to pity|cedict\n");
}

static void test_english_terms(void **state)
{
    (void)state;
    check_term("sold", "A|sell out|shòuqìng|售罄|glossary\n"
                       "H|to sell|mài|卖|cedict\n"
                       "H|sell||卖, 出售|plain\n");
    check_term("sells  out", "H|sell out|shòuqìng|售罄|glossary\n");
    check_term("Alibaba", "H|Alibaba|ā lǐ bā bā|阿里巴巴|entity:alibaba\n"
                          "H|Alibaba|ā lǐ bā bā jí tuán|阿里巴巴集团|entity:alibaba\n");
    check_term("opensky", "H|OpenSky||OpenSky|entity:opensky\n");
    check_term("etsy", "H|Etsy||company|entity:etsy\n");
    check_term("items", "");
    check_term("nothing", "");
    check_term("", "");
    check_term(" \n", "");
    check_term("…!", "");
}

static void test_words_of_letters_and_han(void **state)
{
    (void)state;
    check_term("ｂ股", "H|ｂ股|B gǔ|B shares|cedict\n"
                       "C|股|gǔ|share / CL:項|项[xiàng]|cedict\n");
    check_term("唱Ｋ", "H|唱Ｋ|chàng K|to go singing|cedict\n");
    check_term("唱KK", "R|唱|chàng||unihan\n");
    check_term("AB股", "C|股|gǔ|share / CL:項|项[xiàng]|cedict\n");
    check_term("Ｂ ｓｈａｒｅｓ", "H|B shares|B gǔ|B股|cedict\n");
    check_term("go singing", "H|to go singing|chàng K|唱K|cedict\n");
    check_at("B股和", "H|B股|B gǔ|B shares|cedict\n"
                      "C|股|gǔ|share / CL:項|项[xiàng]|cedict\n");
    check_at("B shares", "H|B shares|B gǔ|B股|cedict\nA|B shares|B gǔ|B股|cedict\n");
}

/* Bytes of `text` before the word that its character at `at` stands in. */
static size_t start_at(const char *text, const char *at)
{
    return lookup_word_start(lookup, text, strlen(text), (size_t)(strstr(text, at) - text));
}

static void test_where_a_mixed_word_begins(void **state)
{
    (void)state;
    assert_int_equal(start_at("买B股吧", "B股"), 3);
    assert_int_equal(start_at("买B股吧", "股"), 3);
    assert_int_equal(start_at("买B股吧", "吧"), 7);
    assert_int_equal(start_at("去唱Ｋ", "Ｋ"), 3);
    assert_int_equal(start_at("AB股", "股"), 2);
    assert_int_equal(start_at("B, 股", "股"), 3);
    assert_int_equal(start_at("股权", "权"), 3); /* of Han alone what begins there is meant */
    assert_int_equal(start_at("a share", "share"), 2);
}

/* What is another way to write a word leads to that word, and never to itself. */
static void test_words_that_stand_for_others(void **state)
{
    (void)state;
    check_term("峰", "H|峰|fēng|peak|cedict\nH|峰|fēng|summit|cedict\n");
    check_term("峯", "H|峯|fēng|old variant of 峰[fēng]|cedict\nH|峰|fēng|peak|cedict\n");
    check_at("山峯", "H|山峯|shān fēng|variant of 山峰[shān fēng]|cedict\n"
                      "H|峰顶|fēng dǐng|mountain top|cedict\n"
                      "C|峯|fēng|old variant of 峰[fēng]|cedict\n"
                      "C|峰|fēng|peak|cedict\n");
    check_term("环甲", "H|环甲|huán jiǎ|see 環乙|环乙[huán yǐ]|cedict\n");
    check_term("瓣儿", "H|瓣儿|bàn r|erhua variant of 瓣[bàn]|cedict\n"
                       "S|瓣|bàn|petal|cedict\n");
    check_term("弍", "R|弍|èr||unihan\n");
}

static void test_pinyin(void **state)
{
    (void)state;
    check_term("guquan", "H|股权|gǔquán|stake|glossary\n"
                         "H|股权|gǔ quán|equity shares / stock right|cedict\n");
    check_term("Gu3 quan2", "H|股权|gǔquán|stake|glossary\n"
                            "H|股权|gǔ quán|equity shares / stock right|cedict\n");
    check_term("pí'jiǔ", "H|啤酒|pí jiǔ|beer|cedict\n");
    check_term("pi3jiu3", "");
    check_term("feng", "H|峰|fēng|peak|cedict\nH|峰|fēng|summit|cedict\n");
    check_term("sell", "A|sell out|shòuqìng|售罄|glossary\n"
                       "H|to sell|mài|卖|cedict\n"
                       "H|sell||卖, 出售|plain\n");
    check_at("pijiu, please", "H|啤酒|pí jiǔ|beer|cedict\n");
}

static void test_a_term_without_end(void **state)
{
    (void)state;
    struct buffer term = { 0 };
    struct lookup_items items = { 0 };
    for (size_t i = 1; i < LOOKUP_TERM_MOST / 3; i++)
        buffer_add_text(&term, "甲");
    buffer_add_text(&term, "乙");
    for (size_t i = 0; i < 100000; i++)
        buffer_add_text(&term, "团");
    lookup_term(lookup, term.data, term.length, &items);
    assert_int_equal(items.count, 2); /* 甲 and 乙 */
    lookup_items_free(&items);
    buffer_free(&term);
}

static void test_at_a_cursor(void **state)
{
    (void)state;
    check_at("股权收购", "H|股权|gǔquán|stake|glossary\n"
                         "H|股权|gǔ quán|equity shares / stock right|cedict\n"
                         "S|股|gǔ|share / CL:項|项[xiàng]|cedict\n"
                         "C|权|quán|right|cedict\n");
    check_at("stock rights of the buyers", "H|stock right|gǔ quán|股权|cedict\n"
                                           "A|stock right|gǔ quán|股权|cedict\n");
    check_at("sold\nout", "H|sell out|shòuqìng|售罄|glossary\n"
                          "A|sell out|shòuqìng|售罄|glossary\n"
                          "H|to sell|mài|卖|cedict\n"
                          "H|sell||卖, 出售|plain\n");
    check_at("right. Stock", "H|right|quán|权|cedict\n"
                             "A|stock right|gǔ quán|股权|cedict\n");
    check_at("out of it", "");
    check_at("", "");
    struct lookup_items items = { 0 };
    lookup_at(lookup, "sold out, again", 15, &items);
    assert_int_equal(items.items[0].start, 0);
    assert_int_equal(items.items[0].end, 8);
    lookup_items_free(&items);
    lookup_term(lookup, " 股权权", strlen(" 股权权"), &items);
    assert_int_equal(items.items[0].start, 1);
    assert_int_equal(items.items[0].end, 7);
    lookup_items_free(&items);
}

static void test_faults_are_told(void **state)
{
    (void)state;
    assert_non_null(
        strstr(lookup_fault(lookup, 0), "broken.dictionary: is no compiled dictionary"));
    assert_null(lookup_fault(lookup, 1));
    assert_int_equal(remove(scratch_path("shelf/glossary.tsv")), 0);
    assert_true(file_make_folders(scratch_path("shelf/glossary.tsv"), NULL));
    struct lookup *other = lookup_open(collection, NULL);
    assert_non_null(strstr(lookup_fault(other, 0), "glossary.tsv: is a folder"));
    assert_null(lookup_fault(other, 1));
    lookup_free(other);
}

static void test_without_any_source(void **state)
{
    (void)state;
    struct lookup *bare = lookup_open(NULL, NULL);
    struct lookup_items items = { 0 };
    lookup_term(bare, "sold", 4, &items);
    assert_int_equal(items.count, 0);
    lookup_term(bare, "股权", strlen("股权"), &items);
    check_items(&items, "R|股|gǔ||unihan\nR|权|quán||unihan\n");
    assert_null(lookup_fault(bare, 0));
    lookup_free(bare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_chinese_terms, make, clear),
        cmocka_unit_test_setup_teardown(test_traditional_terms, make, clear),
        cmocka_unit_test_setup_teardown(test_characters_without_an_entry, make, clear),
        cmocka_unit_test_setup_teardown(test_english_terms, make, clear),
        cmocka_unit_test_setup_teardown(test_words_of_letters_and_han, make, clear),
        cmocka_unit_test_setup_teardown(test_where_a_mixed_word_begins, make, clear),
        cmocka_unit_test_setup_teardown(test_words_that_stand_for_others, make, clear),
        cmocka_unit_test_setup_teardown(test_pinyin, make, clear),
        cmocka_unit_test_setup_teardown(test_a_term_without_end, make, clear),
        cmocka_unit_test_setup_teardown(test_at_a_cursor, make, clear),
        cmocka_unit_test_setup_teardown(test_faults_are_told, make, clear),
        cmocka_unit_test(test_without_any_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
