/* What reports share in another guise: derived words, how rare words are, transliterated names. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "language/english_stem.h"
#include "language/name_sounds.h"
#include "language/word_rarity.h"
#include "language/word_root.h"
#include "text/utf8.h"

static bool share_root(const char *one, const char *other)
{
    char stems[2][ENGLISH_WORD_LIMIT + 2], roots[2][ENGLISH_WORD_LIMIT + 2];
    size_t lengths[2] = { english_stem(one, strlen(one), stems[0]),
                          english_stem(other, strlen(other), stems[1]) };
    for (size_t i = 0; i < 2; i++)
        lengths[i] = word_root(stems[i], lengths[i], roots[i]);
    return lengths[0] == lengths[1] && memcmp(roots[0], roots[1], lengths[0]) == 0;
}

static void derived_words_share_a_root(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "escalate", "escalation" },
        { "negotiate", "negotiations" },
        { "spanish", "spain" },
        { "turkish", "turkey" },
        { "invasion", "invade" },
        { "protester", "protests" },
        { "demonstrators", "demonstration" },
        { "tensions", "tense" },
        { "detention", "detained" },
        { "description", "described" },
        { "poverty", "poor" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!share_root(pairs[i][0], pairs[i][1]))
            fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
    }
    assert_false(share_root("public", "publish"));
    assert_false(share_root("china", "russia"));
    assert_false(share_root("press", "president"));
}

static float rarity(const char *word)
{
    char stem[ENGLISH_WORD_LIMIT + 2];
    return word_rarity(stem, english_stem(word, strlen(word), stem));
}

static void common_words_weigh_little(void **state)
{
    (void)state;
    assert_true(rarity("according") < 0.9F);
    assert_true(rarity("they") < 0.2F);
    assert_true(rarity("time") < 0.3F);
    assert_true(rarity("government") < 0.6F);
    assert_true(rarity("they") < rarity("water"));
    assert_true(rarity("water") < rarity("hydroxychloroquine"));
    assert_true(rarity("hydroxychloroquine") == 1);
    assert_true(word_rarity("s", 1) == 0);
    assert_true(word_rarity("1234", 4) == 1);
}

static float alike(const char *word, const char *chinese, float least)
{
    struct name_sounds latin, han = { .count = 0 };
    name_sounds_read(&latin, word, strlen(word));
    for (size_t at = 0, length = strlen(chinese); at < length;) {
        uint32_t code;
        at += utf8_decode(chinese + at, length - at, &code);
        if (!name_sounds_add(&han, code))
            return 0;
    }
    return name_sounds_compare(&latin, &han, least);
}

static void transliterations_sound_alike(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "scholz", "肖尔茨" },       { "minneapolis", "明尼阿波利斯" }, { "abbott", "阿博特" },
        { "minsk", "明斯克" },        { "bolsonaro", "博索纳罗" },       { "merkel", "默克尔" },
        { "kowalski", "科瓦尔斯基" }, { "lindner", "林德纳" },           { "tokayev", "托卡耶夫" },
        { "barnier", "巴尼耶" },      { "sinner", "辛纳" },              { "worku", "沃尔库" },
        { "antwerp", "安特卫普" },    { "prigozhin", "普里戈任" },       { "savage", "萨维奇" },
        { "alvorada", "阿尔沃拉达" }, { "valverde", "巴尔韦德" },        { "wilson", "威尔逊" },
        { "silva", "席尔瓦" },        { "wolfgang", "沃尔夫冈" },        { "moore", "摩尔" },
        { "warwick", "沃里克" },      { "darwin", "达尔文" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (alike(pairs[i][0], pairs[i][1], 0.78F) == 0)
            fail_msg("%s and %s: %.2f", pairs[i][0], pairs[i][1],
                     (double)alike(pairs[i][0], pairs[i][1], 0.5F));
    }
}

static void other_names_do_not(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "scholz", "默克尔" },      { "minsk", "莫斯科" },       { "abbott", "约翰逊" },
        { "lindner", "科瓦尔斯基" }, { "bolsonaro", "托卡耶夫" }, { "water", "股份" },
        { "scholz", "阿尔卡拉斯" },  { "vance", "阿尔巴尼斯" },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (alike(pairs[i][0], pairs[i][1], 0.72F) > 0)
            fail_msg("%s and %s: %.2f", pairs[i][0], pairs[i][1],
                     (double)alike(pairs[i][0], pairs[i][1], 0.72F));
    }
}

static void long_words_do_no_harm(void **state)
{
    (void)state;
    struct name_sounds sounds;
    char word[200];
    memset(word, 'k', sizeof word);
    for (size_t i = 1; i < sizeof word; i += 2)
        word[i] = 'a';
    name_sounds_read(&sounds, word, sizeof word);
    assert_int_equal(sounds.count, NAME_SOUNDS_MOST);
    name_sounds_read(&sounds, "", 0);
    assert_int_equal(sounds.count, 0);
    assert_true(name_sounds_compare(&sounds, &sounds, 0.5F) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(derived_words_share_a_root),   cmocka_unit_test(common_words_weigh_little),
        cmocka_unit_test(transliterations_sound_alike), cmocka_unit_test(other_names_do_not),
        cmocka_unit_test(long_words_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
