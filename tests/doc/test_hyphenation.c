#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/hyphenation.h"

/* The end of a line, the next one, and both joined. */
struct hyphen_case {
    const char *line;
    const char *next;
    const char *joined;
};

static void join(const struct hyphenation *hyphenation, const struct hyphen_case *one,
                 struct buffer *out)
{
    struct buffer both = { 0 };
    size_t end = strlen(one->line);
    buffer_add_format(&both, "%s\n%s", one->line, one->next);
    enum hyphen hyphen =
        hyphenation_judge(hyphenation, both.data, 0, end, end + 1, both.length);
    size_t size = hyphen == HYPHEN_CUT ? hyphenation_at_end(both.data, 0, end) : 0;
    buffer_add_format(out, "%.*s%s%s", (int)(end - size), one->line,
                      hyphen == HYPHEN_NONE ? " " : "", one->next);
    buffer_free(&both);
}

static void check(const struct hyphenation *hyphenation, const struct hyphen_case *cases,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer got = { 0 };
        join(hyphenation, &cases[i], &got);
        assert_string_equal(got.data, cases[i].joined);
        buffer_free(&got);
    }
}

/* What nothing but English decides. */
static void test_words_of_english(void **state)
{
    (void)state;
    static const struct hyphen_case cases[] = {
        { "the manu-", "facturer of", "the manufacturer of" },
        { "a govern-", "ment, they", "a government, they" },
        { "the under-", "standing", "the understanding" },
        { "it was car-", "ried off", "it was carried off" },
        { "Inter-", "nationally,", "Internationally," },
        { "swim-", "ming", "swimming" },
        { "THE ANNI-", "VERSARY OF", "THE ANNIVERSARY OF" },
        { "co-", "operation", "cooperation" },
        { "a \xE2\x80\x9Cphotog-", "rapher\xE2\x80\x9D", "a \xE2\x80\x9Cphotographer\xE2\x80\x9D" },
        { "a well-", "known harbour", "a well-known harbour" },
        { "hand-", "painted", "hand-painted" },
        { "the so-", "called", "the so-called" },
        { "low-", "cost", "low-cost" },
        { "his ex-", "husband", "his ex-husband" },
        { "the non-", "smokers", "the non-smokers" },
        { "x-", "rays", "x-rays" },
        { "an e-", "reader", "an e-reader" },
        { "ferry\xE2\x80\x90", "man", "ferryman" },
    };
    check(&(struct hyphenation){ 0 }, cases, sizeof cases / sizeof *cases);
}

static void test_names_and_numbers(void **state)
{
    (void)state;
    static const struct hyphen_case cases[] = {
        { "said Ten-", "cent, which", "said Tencent, which" },
        { "Low-", "cost carriers", "Low-cost carriers" },
        { "Lowen-", "thal", "Lowenthal" },
        { "the Anglo-", "Norman", "the Anglo-Norman" },
        { "Baden-", "Baden", "Baden-Baden" },
        { "the EU-", "wide rule", "the EU-wide rule" },
        { "a 30-", "year lease", "a 30-year lease" },
        { "the A-", "320 fleet", "the A-320 fleet" },
        { "Temasek-", "backed", "Temasek-backed" },
        { "state-of-", "the-art", "state-of-the-art" },
        { "up-to-", "date", "up-to-date" },
        { "two-", "and three-storey", "two- and three-storey" },
        { "rough-", "and-ready", "rough-and-ready" },
        { "a dash -", "and more", "a dash - and more" },
        { "a dash --", "and more", "a dash -- and more" },
        { "no hyphen", "here", "no hyphen here" },
        { "soft\xC2\xAD", "ening", "softening" },
        { "ten\xE2\x80\x93", "twelve", "ten\xE2\x80\x93 twelve" },
        { "Jean-Lo-", "wen", "Jean-Lo-wen" },
        { "Lo-", "wen-tal", "Lo-wen-tal" },
        { "It fell. Hand-", "painted signs", "It fell. Hand-painted signs" },
        { "the x-", "and y-axis", "the x- and y-axis" },
        { "Metz-", "born", "Metz-born" },
        { "an add-", "on module", "an add-on module" },
        { "to re-", "lantern it", "to relantern it" },
        { "the lantern-", "man", "the lanternman" },
    };
    check(&(struct hyphenation){ 0 }, cases, sizeof cases / sizeof *cases);
}

/* Letters of other alphabets are letters; what stands beside them in UTF-8 is none. */
static void test_letters(void **state)
{
    (void)state;
    static const struct hyphen_case cases[] = {
        { "la r\u00E9-", "union", "la réunion" },
        { "Stra\u00DFe na\u00EF-", "ver", "Straße naïver" },
        { "\u03BB\u03CC-", "\u03B3\u03BF\u03C2", "λόγος" },
        { "\u0441\u043B\u043E-", "\u0432\u043E", "слово" },
        { "\u043C\u051B-", "\u0432\u043E", "мԛво" },
        { "\u0561-", "\u0562", "ա- բ" },
        { "at 20\u00B0-", "angles", "at 20°- angles" },
        { "\u6C34-", "\u5E73", "水- 平" },
    };
    check(&(struct hyphenation){ 0 }, cases, sizeof cases / sizeof *cases);
}

/* What stands elsewhere in the text goes before what English says. */
static void test_words_of_the_text(void **state)
{
    (void)state;
    static const char text[] = "Some Glimmerbank tellers co-operate with sea-ports, and a quay-\n"
                               "master of Glimmerbank is a fen-dweller who said so-\n"
                               "so much.\n";
    static const struct hyphen_case cases[] = {
        { "the Glimmer-", "bank teller", "the Glimmerbank teller" },
        { "to co-", "operate", "to co-operate" },
        { "the sea-", "ports", "the sea-ports" },
        { "a Fen-", "dweller", "a Fen-dweller" },
        { "Glimmerbank-", "issued", "Glimmerbank-issued" },
    };
    struct hyphenation hyphenation = { 0 };
    hyphenation_learn(&hyphenation, text, strlen(text));
    check(&hyphenation, cases, sizeof cases / sizeof *cases);
    hyphenation_free(&hyphenation);
}

/* What a line's end has cut is no word that the text knows. */
static void test_cut_words_teach_nothing(void **state)
{
    (void)state;
    static const char text[] = "They zorb-\nlike it, and zorb-\nlike it again, and glim-\nquork-blen too.\n";
    static const struct hyphen_case cases[] = { { "the zor-", "blike", "the zorblike" },
                                                { "a zorb-", "issued", "a zorbissued" },
                                                { "a hand-", "quork", "a handquork" },
                                                { "a hand-", "blen", "a hand-blen" } };
    struct hyphenation hyphenation = { 0 };
    hyphenation_learn(&hyphenation, text, strlen(text));
    check(&hyphenation, cases, sizeof cases / sizeof *cases);
    hyphenation_free(&hyphenation);
}

/* A word that stands for itself and within a longer one; no line but the last ends without a hyphen. */
static void test_words_within_words(void **state)
{
    (void)state;
    static const char text[] = "A zorb is a zorbquork, says the harbour-\nmaster.";
    static const struct hyphen_case cases[] = { { "two zorb-", "quork", "two zorbquork" },
                                                { "two zorb-", "issued", "two zorb-issued" } };
    struct hyphenation hyphenation = { 0 };
    hyphenation_learn(&hyphenation, text, strlen(text));
    check(&hyphenation, cases, sizeof cases / sizeof *cases);
    hyphenation_free(&hyphenation);
}

/* What has more than 64 letters is no word. */
static void test_no_word_is_as_long(void **state)
{
    (void)state;
    char line[80], next[80], joined[160];
    for (int length = 64; length <= 65; length++) {
        const char *hyphen = length > 64 ? "-" : "";
        memset(line, 'a', sizeof line);
        snprintf(line + length, sizeof line - (size_t)length, "-");
        snprintf(joined, sizeof joined, "%.*s%sblen", length, line, hyphen);
        check(&(struct hyphenation){ 0 }, &(struct hyphen_case){ line, "blen", joined }, 1);
        snprintf(next, sizeof next, "%.*s", length, line);
        snprintf(joined, sizeof joined, "quork%s%s", hyphen, next);
        check(&(struct hyphenation){ 0 }, &(struct hyphen_case){ "quork-", next, joined }, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_english),
        cmocka_unit_test(test_names_and_numbers),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_words_of_the_text),
        cmocka_unit_test(test_cut_words_teach_nothing),
        cmocka_unit_test(test_words_within_words),
        cmocka_unit_test(test_no_word_is_as_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
