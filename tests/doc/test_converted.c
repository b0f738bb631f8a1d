/* The reader of what the converter gives back: statements become blocks, links find their places,
 * and what is out of order is passed over. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/converted.h"
#include "notation.h"

struct converted_case {
    const char *statements;
    const char *expected;
};

static const struct converted_case cases[] = {
    { "", "" },
    { "h2\nx0 Title\n.\np\nx0 One \nx2 two\nx0  three\n.", "H2|Title\nP|One {s:two} three" },
    { "p\nx0 a\nb\nx0 b\n.", "P|a/b" },
    { "p\nx0 江水\ns0\nx0 涨了\ns0\nx0 again\n.", "P|江水涨了 again" },
    { "p\nx0 a\\\\n b\\nc\td\n.", "P|a\\n b c d" },
    { "c\nx0 one\\n  two\\n\nx0 \\nthree\n.", "C|one\nC'|  two\nC'|\nC'|three" },
    { "ut\ni\np\nx0 a\n.\ne\ni\np\nx0 b\n.\ne\ne\np\nx0 c\n.", "P{• 2}|a\nP'{• 2}|b\nP|c" },
    { "o.9\ni\nx0 a\n.\ne\nix\nx0 b\n.\ne\ne", "P{9. 6}|a\nP{10. ☑ 6}|b" },
    { "q\np\nx0 a\n.\nq\nx0 b\n.\ne\ne\nx0 c", "P>|a\nP>>|b\nP|c" },
    { "r\nx0 a\n.\nr", "R|\nP|a\nR|" },
    { "t2\nH\n|l\nx2 A\n|r\nx0 B\n.\nR\n|l\nx0 1\n|l\n.", "T2^1|{s:A}\\B\nT2'|1\\" },
    { "p\nx0 see \nlhttps://a.example/\nx0 it\nL\n.", "P|see <it=>https://a.example/>" },
    { "p\nl#x\nx0 down\nL\n.\nax\nh1\nx0 Here\n.", "P|<down=>@1>\nH1|Here" },
    { "p\nl#x\nx0 lost\nL\n.", "P|<lost=>#x>" },
    { "p\nx0 a\nf1\n.\nn1\np\nx0 note\n.\ne", "P|a<{n:[1]}=>@1>\nP~{[1] 4}|note" },
    { "n1\np\nx0 a\n.\nu\ni\nx0 b\n.\ne\ne\ne\nn2\nx0 c\n.\ne\np\nx0 d\n.",
      "P~{[1] 4}|a\nP'~{◦ 6}|b\nP~{[2] 4}|c\nP|d" },
    /* Out of order, or none of it: passed over. */
    { "e\ne\n.\nL\nx0 a\n|l\nL\nb\n?\n\n", "P|a" },
    { "i\ni\ni\nx0 a", "P{• • • 6}|a" },
};

static struct document *read_statements(const char *statements, struct error *error)
{
    char *text = xasprintf("%s\n%s", CONVERTED_MAGIC, statements);
    struct document *document = converted_read(text, strlen(text), error);
    free(text);
    return document;
}

static void statements_become_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document *document = read_statements(cases[i].statements, NULL);
        struct buffer seen = notation_of(document);
        if (strcmp(buffer_text(&seen), cases[i].expected) != 0)
            print_error("%s\ngives\n%s\n", cases[i].statements, buffer_text(&seen));
        assert_string_equal(buffer_text(&seen), cases[i].expected);
        buffer_free(&seen);
        document_free(document);
    }
}

static void anchor_behind_last_blanks_is_within_text(void **state)
{
    (void)state;
    struct document *document = read_statements("p\nl#x\nx0 down\nL\nx0  to  \nax\nx0 \n.", NULL);
    assert_string_equal(document->text, "down to");
    assert_int_equal(document->link_count, 1);
    assert_int_equal(document->links[0].place, document->length);
    document_free(document);
}

static void front_matter_comes_along(void **state)
{
    (void)state;
    struct document *document =
        read_statements("CGB18030 2\nmtitle A title: of two parts\nmlang zh\nmodd\np\nx0 text\n.", NULL);
    assert_string_equal(frontmatter_get(document->frontmatter, "title"), "A title: of two parts");
    assert_string_equal(frontmatter_get(document->frontmatter, "lang"), "zh");
    assert_int_equal(document->frontmatter->count, 2);
    document_free(document);
}

static void sentence_of_converter_is_the_error(void **state)
{
    (void)state;
    struct error error = { "" };
    assert_null(read_statements("p\nx0 half\n!it is damaged", &error));
    assert_string_equal(error.text, "it is damaged");
    assert_null(converted_read("hello", 5, &error));
    assert_non_null(strstr(error.text, "something else than a text"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statements_become_blocks),
        cmocka_unit_test(anchor_behind_last_blanks_is_within_text),
        cmocka_unit_test(front_matter_comes_along),
        cmocka_unit_test(sentence_of_converter_is_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
