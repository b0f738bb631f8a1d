#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

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
    static const char text[] = "They zorb-\nlike it, and zorb-\nlike it again.\n";
    static const struct hyphen_case cases[] = { { "the zor-", "blike", "the zorblike" },
                                                { "a zorb-", "issued", "a zorbissued" } };
    struct hyphenation hyphenation = { 0 };
    hyphenation_learn(&hyphenation, text, strlen(text));
    check(&hyphenation, cases, sizeof cases / sizeof *cases);
    hyphenation_free(&hyphenation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_english),
        cmocka_unit_test(test_names_and_numbers),
        cmocka_unit_test(test_words_of_the_text),
        cmocka_unit_test(test_cut_words_teach_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
