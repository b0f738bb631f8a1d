/* Base forms of English words (stem.h) and the words of glosses (gloss.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "dictionary/gloss.h"
#include "language/inflection.h"

/* A small dictionary's words. */
static bool is_known(const char *word, const void *context)
{
    static const char *const words[] = {
        "sell", "stop",   "hop",   "hope",  "rate",   "visit", "add",  "ad",   "agree", "company",
        "box",  "house",  "cache", "life",  "live",   "find",  "go",   "see",  "tie",   "carry",
        "use",  "relate", "movie", "staff", "travel", "echo",  "buzz", "new",  "good",  "k",
        "str",  "rat",    "leave", "leaf",  "make",   "man",   "bus",  "play", "be",    "class",
    };
    (void)context;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0)
            return true;
    }
    return false;
}

static void check(const char *word, const char *expected)
{
    struct inflection_bases stems;
    char found[256] = "";
    inflection_known_bases(word, is_known, NULL, &stems);
    for (size_t i = 0; i < stems.count; i++) {
        strcat(found, i > 0 ? " " : "");
        strcat(found, stems.items[i]);
    }
    if (strcmp(found, expected) != 0)
        print_message("%s: %s\n", word, found);
    assert_string_equal(found, expected);
}

static void test_regular_forms(void **state)
{
    (void)state;
    check("sells", "sell");
    check("selling", "sell");
    check("stopped", "stop");
    check("hopping", "hop");
    check("hoping", "hope");
    check("hoped", "hope");
    check("rating", "rate");
    check("visiting", "visit");
    check("visited", "visit");
    check("adding", "add");
    check("ads", "");
    check("agreed", "agree");
    check("companies", "company");
    check("carried", "carry");
    check("movies", "movie");
    check("boxes", "box");
    check("buses", "bus");
    check("houses", "house");
    check("caches", "cache");
    check("classes", "class");
    check("echoes", "echo");
    check("buzzing", "buzz");
    check("using", "use");
    check("related", "relate");
    check("travelling", "travel");
    check("plays", "play");
    check("staffed", "staff");
}

static void test_irregular_forms(void **state)
{
    (void)state;
    check("sold", "sell");
    check("found", "find");
    check("went", "go");
    check("lives", "life live");
    check("leaves", "leaf leave");
    check("men", "man");
    check("made", "make");
    check("tying", "tie");
    check("being", "be");
}

static void test_what_only_looks_inflected(void **state)
{
    (void)state;
    check("news", "");
    check("goods", "");
    check("king", "");
    check("string", "");
    check("seed", "");
    check("class", "");
    check("bus", "");
    check("s", "");
    check("ing", "");
    check("", "");
    check("a-word-so-long-that-no-dictionary-of-any-language-has-it-in-it-at-alls", "");
}

static void test_candidates_need_no_dictionary(void **state)
{
    (void)state;
    struct inflection_bases stems;
    inflection_bases_of("bought", &stems);
    assert_int_equal(stems.count, 1);
    assert_int_equal(stems.irregular, 1);
    assert_string_equal(stems.items[0], "buy");
    inflection_bases_of("quizzes", &stems);
    assert_true(stems.count > 0);
    assert_int_equal(stems.irregular, 0);
}

/* Of each sense its number, its words (those aside in parentheses), and where its core begins + how
 * many words it has. */
static void check_glosses(const char *glosses, const char *expected)
{
    struct gloss_walk walk = { 0 };
    struct buffer found = { 0 };
    gloss_begin(&walk, glosses);
    while (gloss_next(&walk)) {
        buffer_add_format(&found, "%s%zu:", found.length > 0 ? " " : "", walk.sense);
        for (size_t i = 0; i < walk.count; i++)
            buffer_add_format(&found, walk.items[i].aside ? " (%s)" : " %s", gloss_word(&walk, i));
        buffer_add_format(&found, " %zu+%zu", walk.first, walk.core);
    }
    assert_string_equal(buffer_text(&found), expected);
    buffer_free(&found);
    gloss_walk_free(&walk);
}

static void test_words_of_glosses(void **state)
{
    (void)state;
    check_glosses("to sell", "0: to sell 1+1");
    check_glosses("(coll.) to sell out; to betray/variant of 賣|卖[mai4]",
                  "0: (coll) to sell out 2+2 1: to betray 1+1 2: variant of 0+2");
    check_glosses("Down's syndrome/café; G-string",
                  "0: down syndrome 0+2 1: cafe 0+1 2: g string 0+2");
    check_glosses("the/to be", "0: the 0+1 1: to be 0+2");
    check_glosses("a (b; c) d", "0: a (b) (c) d 3+1");
    check_glosses("//;; 股权 /", "");
    check_glosses("", "");
    check_glosses("unclosed [word/ (and more", "0: unclosed 0+1 1: (and) (more) 2+0");
    check_glosses("don’t; JK “uniform”", "0: don't 0+1 1: jk uniform 0+2");
}

static void test_ranks(void **state)
{
    (void)state;
    assert_true(gloss_rank(true, true, 0) < gloss_rank(true, true, 1));
    assert_true(gloss_rank(true, true, 0) < gloss_rank(true, false, 0));
    assert_true(gloss_rank(true, false, 0) < gloss_rank(true, true, 1));
    assert_true(gloss_rank(true, false, 1000) < gloss_rank(false, true, 0));
    assert_true(gloss_rank(false, false, 1000) <= GLOSS_RANK_MOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regular_forms),
        cmocka_unit_test(test_irregular_forms),
        cmocka_unit_test(test_what_only_looks_inflected),
        cmocka_unit_test(test_candidates_need_no_dictionary),
        cmocka_unit_test(test_words_of_glosses),
        cmocka_unit_test(test_ranks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
