#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/sanitize.h"
#include "text/utf8.h"

#define SOURCE(given, wanted) check_source(given, sizeof(given) - 1, wanted)
#define LINE(given, wanted) check_line(given, sizeof(given) - 1, wanted)

static struct sanitize_counts check_source(const char *given, size_t length, const char *wanted)
{
    struct buffer out = { 0 };
    struct sanitize_counts counts = { 0 };
    sanitize_source(given, length, &out, &counts);
    assert_string_equal(buffer_text(&out), wanted);
    assert_int_equal(out.length, strlen(wanted));
    bool same = length == out.length && memcmp(given, out.data, length) == 0;
    assert_int_equal(sanitize_is_clean(given, length), same);
    buffer_free(&out);
    return counts;
}

static void check_line(const char *given, size_t length, const char *wanted)
{
    struct buffer out = { 0 };
    sanitize_line(&out, given, length);
    assert_string_equal(buffer_text(&out), wanted);
    buffer_free(&out);
}

static void clean_text_stays_as_it_is(void **state)
{
    (void)state;
    SOURCE("", "");
    SOURCE("Alibaba\tsells 11 Main.\n阿里巴巴出售 11 Main。\n",
           "Alibaba\tsells 11 Main.\n阿里巴巴出售 11 Main。\n");
    SOURCE("a\u202Eb\u00ADc\uFEFF", "a\u202Eb\u00ADc\uFEFF"); /* labels come with the sight */
}

static void line_ends_become_newlines(void **state)
{
    (void)state;
    struct sanitize_counts counts =
        SOURCE("a\r\nb\rc\r\r\nd\u2028e\u2029f\xC2\x85g\r", "a\nb\nc\n\nd\ne\nf\ng\n");
    assert_int_equal(counts.controls, 0);
    assert_int_equal(counts.ill_formed, 0);
}

static void byte_order_mark_is_dropped_at_the_start_only(void **state)
{
    (void)state;
    SOURCE("\uFEFF文", "文");
    SOURCE("\uFEFF", "");
    SOURCE("\uFEFF\uFEFF文", "\uFEFF文");
    SOURCE("文\uFEFF", "文\uFEFF");
}

static void controls_become_pictures_and_are_counted(void **state)
{
    (void)state;
    struct sanitize_counts counts =
        SOURCE("\x1B[2J\0\a\v\f\x7F\xC2\x9B\xC2\x80", "␛[2J␀␇␋␌␡␦␦");
    assert_int_equal(counts.controls, 8);
    assert_int_equal(counts.ill_formed, 0);
}

static void ill_formed_bytes_are_replaced_and_counted(void **state)
{
    (void)state;
    struct sanitize_counts counts = SOURCE("a\xFF" "b\xE4\xB8" "c\xC0\x80\uFFFD", "a�b�c���");
    assert_int_equal(counts.ill_formed, 4); /* a true U+FFFD is no fault */
    assert_int_equal(counts.controls, 0);
}

static void counts_add_up_and_may_be_left_out(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    struct sanitize_counts counts = { 0 };
    sanitize_source("\xFF\x01", 2, &out, &counts);
    sanitize_source("\xFF\x01", 2, &out, &counts);
    sanitize_source("\xFF\x01", 2, &out, NULL);
    assert_string_equal(buffer_text(&out), "�␁�␁�␁");
    assert_int_equal(counts.ill_formed, 2);
    assert_int_equal(counts.controls, 2);
    buffer_free(&out);
}

static void check_label(uint32_t code_point, const char *wanted)
{
    char label[SANITIZE_LABEL_SIZE];
    const char *found = sanitize_label(code_point, label);
    if (wanted == NULL) {
        if (found != NULL)
            fail_msg("U+%04X got the label %s", (unsigned)code_point, found);
        return;
    }
    assert_non_null(found);
    assert_string_equal(found, wanted);
}

static void what_deceives_the_eye_gets_a_label(void **state)
{
    (void)state;
    check_label(0x202E, "<U+202E>");
    check_label(0x061C, "<U+061C>");
    check_label(0x2066, "<U+2066>");
    check_label(0x200B, "<U+200B>");
    check_label(0x200D, "<U+200D>");
    check_label(0x2060, "<U+2060>");
    check_label(0xFEFF, "<U+FEFF>");
    check_label(0x00AD, "<U+00AD>");
    check_label(0x3164, "<U+3164>");
    check_label(0xFFA0, "<U+FFA0>");
    check_label(0x115F, "<U+115F>");
    check_label(0xFE0F, "<U+FE0F>");
    check_label(0xE000, "<U+E000>");
    check_label(0xFFFF, "<U+FFFF>");
    check_label(0x0378, "<U+0378>");
    check_label(0x0600, "<U+0600>"); /* drawn, but around its neighbours */
    check_label(0xFFF9, "<U+FFF9>");
    check_label(0xE0041, "<U+E0041>");
    check_label(0x10FFFF, "<U+10FFFF>");
    check_label(0x200F, "<U+200F>"); /* beside the blocks that nearly all text is made of */
    check_label(0x2028, "<U+2028>");
    check_label(0x3040, "<U+3040>");
    check_label(0xFF00, "<U+FF00>");
    check_label(0xD800, "<U+D800>");
    check_label(0xFFFFFFFF, "<U+FFFFFFFF>");
}

static void what_can_be_seen_gets_none(void **state)
{
    (void)state;
    static const uint32_t visible[] = { ' ', 'a', '~', 0xA0, 0xE9, 0x0301, 0x0416, 0x05D0,
                                        0x0E01, 0x2014, 0x201C, 0x2500, 0x3000, 0x3001, 0x3042,
                                        0x4E2D, 0xAC00, 0xFF0C, 0xFFFD, 0x1F600, 0x20000 };
    for (size_t i = 0; i < sizeof visible / sizeof *visible; i++)
        check_label(visible[i], NULL);
}

static void controls_are_labelled_with_their_pictures(void **state)
{
    (void)state;
    check_label(0, "␀");
    check_label('\n', "␊");
    check_label(0x1B, "␛");
    check_label(0x7F, "␡");
    check_label(0x9B, "␦");
}

static void a_line_shows_everything_that_is_in_it(void **state)
{
    (void)state;
    LINE("", "");
    LINE("阿里 11 Main", "阿里 11 Main");
    LINE("a\tb\nc\x1B[31m\xFF", "a␉b␊c␛[31m�");
    LINE("exe\u202Egnp.txt", "exe<U+202E>gnp.txt");
    LINE("a\0b", "a␀b");
    LINE("pay\u200Bpal", "pay<U+200B>pal");
}

static void joiners_pass_between_visible_characters(void **state)
{
    (void)state;
    LINE("👩\u200D👧", "👩\u200D👧");
    LINE("👁\uFE0F\u200D🗨\uFE0F", "👁\uFE0F\u200D🗨\uFE0F");
    LINE("می\u200Cخواهم", "می\u200Cخواهم");
    LINE("क्\u200Dष", "क्\u200Dष");
    LINE("1\uFE0F\u20E3", "1\uFE0F\u20E3");
    LINE("葛\U000E0100", "葛\U000E0100");
    LINE("葛\U000E01EF", "葛\U000E01EF");
    LINE("ᠠ\u180B ᠠ\u180D ᠠ\u180F", "ᠠ\u180B ᠠ\u180D ᠠ\u180F");
    LINE("文\uFE00", "文\uFE00");
}

static void stray_joiners_and_selectors_get_labels(void **state)
{
    (void)state;
    LINE("\u200Da", "<U+200D>a");
    LINE("a\u200D", "a<U+200D>");
    LINE("a\u200C b", "a<U+200C> b");
    LINE(" \u200Db", " <U+200D>b");
    LINE("\uFE0Fa", "<U+FE0F>a");
    LINE("a \uFE0F", "a <U+FE0F>");
    LINE("a\uFE0F\uFE0F", "a\uFE0F<U+FE0F>");
    LINE("a\u200D\u200Db", "a<U+200D><U+200D>b");
    LINE("a\x01\uFE0F", "a␁<U+FE0F>");
}

static void a_flood_of_marks_is_cut_at_eight(void **state)
{
    (void)state;
    LINE("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b",
         "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b");
    LINE("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0302b\u0301",
         "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b\u0301");
}

/* Nine of each behind a letter: the ninth mark is left out, the ninth of anything else is not. */
static void what_piles_up_on_a_letter_is_a_mark(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        size_t kept;
    } piled[] = {
        { 0x0301, 8 }, { 0x302A, 8 }, { 0x302F, 8 }, { 0x1161, 8 }, { 0x11FF, 8 }, { 0xD7B0, 8 }, { 0xD7FB, 8 },
        { 0x3029, 9 }, { 0x3030, 9 }, { 0x115E, 9 }, { 0x1200, 9 }, { 0xD7A3, 9 }, { 'b', 9 },
    };
    for (size_t i = 0; i < sizeof piled / sizeof *piled; i++) {
        char text[64] = "a";
        size_t length = 1, size = 0;
        struct buffer out = { 0 };
        for (int n = 0; n < 9; n++)
            length += size = utf8_encode(piled[i].code_point, text + length);
        sanitize_line(&out, text, length);
        assert_int_equal(out.length, 1 + piled[i].kept * size);
        buffer_free(&out);
    }
}

/* Where a terminal has ASCII alone, what looks like one of its characters is shown as that. */
static void what_looks_like_ascii_becomes_it(void **state)
{
    (void)state;
    static const char signs[] = "a~\n\u00A0§«·»×‐‑‒–—―‘’“”•…\u202F′″‹›←→−─│▌▏⇄◦▪☐☑é文←";
    static const char wanted[] = "a~\n #\"-\"x------''\"\"*. '\"<><>--|>:=o*.x\0\0<";
    size_t count = 0;
    for (size_t at = 0; signs[at] != '\0'; count++) {
        uint32_t code_point;
        at += utf8_decode(signs + at, strlen(signs + at), &code_point);
        assert_int_equal(sanitize_ascii(code_point), wanted[count]);
    }
    assert_int_equal(count, sizeof wanted - 1);
}

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Bytes that are random, or random characters from the blocks where the traps are. */
static size_t random_bytes(uint32_t *seed, char *text, size_t room)
{
    size_t length = 0;
    while (length + 4 < room) {
        uint32_t kind = random_next(seed) % 8;
        if (kind < 3)
            text[length++] = (char)random_next(seed);
        else
            length += utf8_encode((kind == 3   ? 0x2000
                                   : kind == 4 ? 0x0300
                                   : kind == 5 ? 0xFE00
                                   : kind == 6 ? 0xE0000
                                               : 0x4E00) + random_next(seed) % 0x110,
                                  text + length);
    }
    return length;
}

static void assert_printable(const char *text, size_t length)
{
    uint32_t previous = 0;
    assert_true(utf8_is_valid(text, length));
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        char label[SANITIZE_LABEL_SIZE];
        at += utf8_decode(text + at, length - at, &code_point);
        assert_true(code_point >= 0x20 && code_point != 0x7F);
        assert_false(code_point >= 0x80 && code_point < 0xA0);
        if (!sanitize_is_joined(previous, code_point))
            assert_null(sanitize_label(code_point, label));
        previous = code_point;
    }
}

static void no_bytes_whatever_make_a_line_unprintable(void **state)
{
    (void)state;
    uint32_t seed = 11;
    struct buffer out = { 0 };
    for (int round = 0; round < 5000; round++) {
        char text[200];
        size_t length = random_bytes(&seed, text, 8 + random_next(&seed) % 192);
        buffer_truncate(&out, 0);
        sanitize_line(&out, text, length);
        assert_printable(buffer_text(&out), out.length);
    }
    buffer_free(&out);
}

/* The source step leaves no control but tab and newline, keeps a code point a code point,
 * and has nothing to do the second time. */
static void source_text_is_clean_and_keeps_its_offsets(void **state)
{
    (void)state;
    uint32_t seed = 13;
    struct buffer once = { 0 };
    struct buffer twice = { 0 };
    for (int round = 0; round < 5000; round++) {
        char text[200];
        size_t length = random_bytes(&seed, text, 8 + random_next(&seed) % 192);
        size_t characters = 0;
        for (size_t at = 0; at < length; characters++) {
            uint32_t code_point;
            at += utf8_decode(text + at, length - at, &code_point);
            if (code_point == '\r' && at < length && text[at] == '\n')
                at++;
        }
        if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
            characters--;
        buffer_truncate(&once, 0);
        buffer_truncate(&twice, 0);
        sanitize_source(text, length, &once, NULL);
        sanitize_source(once.data, once.length, &twice, NULL);
        assert_int_equal(utf8_count(once.data, once.length), characters);
        assert_int_equal(utf8_clean_prefix(once.data, once.length), once.length);
        if (memcmp(buffer_text(&once), "\xEF\xBB\xBF", 3) != 0)
            assert_string_equal(once.data, twice.data);
    }
    buffer_free(&once);
    buffer_free(&twice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text_stays_as_it_is),
        cmocka_unit_test(line_ends_become_newlines),
        cmocka_unit_test(byte_order_mark_is_dropped_at_the_start_only),
        cmocka_unit_test(controls_become_pictures_and_are_counted),
        cmocka_unit_test(ill_formed_bytes_are_replaced_and_counted),
        cmocka_unit_test(counts_add_up_and_may_be_left_out),
        cmocka_unit_test(what_deceives_the_eye_gets_a_label),
        cmocka_unit_test(what_can_be_seen_gets_none),
        cmocka_unit_test(controls_are_labelled_with_their_pictures),
        cmocka_unit_test(a_line_shows_everything_that_is_in_it),
        cmocka_unit_test(joiners_pass_between_visible_characters),
        cmocka_unit_test(stray_joiners_and_selectors_get_labels),
        cmocka_unit_test(a_flood_of_marks_is_cut_at_eight),
        cmocka_unit_test(what_piles_up_on_a_letter_is_a_mark),
        cmocka_unit_test(what_looks_like_ascii_becomes_it),
        cmocka_unit_test(no_bytes_whatever_make_a_line_unprintable),
        cmocka_unit_test(source_text_is_clean_and_keeps_its_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
