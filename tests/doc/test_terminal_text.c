#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "doc/terminal_text.h"
#include "notation.h"

static void documents_are_what_was_meant(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        const char *expected;
    } cases[] = {
        { "N\bNA\bAM\bME\bE\n       _\bl_\bs - list\n", "P|{s:NAME}\nP'{7}|{e:ls} - list" },
        { "l\b_s\b_\n", "P|{e:ls}" },
        { "_\ba\ba b\n", "P|{es:a} b" },
        { "+\bo one\n", "P|o one" },
        { "股\b股_\b权\n", "P|{s:股}{e:权}" },
        { "\033[1mbold\033[0m \033[4munder\033[24m plain\n", "P|{s:bold} {e:under} plain" },
        { "\033[32m+added\033[m\n\033[31m-gone\033[m\n", "P|{s:+added}\nP'|{:-gone}" },
        { "\033[38;5;1mx\033[0m \033[38;2;1;2;3my\033[m z\n", "P|x y z" },
        { "\033[1;33mcommit\033[m\n\n\n    text\n", "P|{sc:commit}\nP{4}|text" },
        { "\033]8;;http://a.example\033\\link\033]8;;\033\\ \033[1mx\033[m\n", "P|link {s:x}" },
        { "\033[1mone\ntwo\033[m three\n", "P|{s:one}\nP'|{s:two} three" },
        { "\033[2K\033[1mx\033[m\r\n\033(By\n", "P|{s:x}\nP'|y" },
        { "\tindented \033[1mx\033[m\n", "P{8}|indented {s:x}" },
        { "\033[1mx\033[m \001 \033", "P|{s:x} ␁ ␛" },
        { "\bx \033[1my\033[m\n", "P|x {s:y}" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(terminal_text_is(cases[i].source, strlen(cases[i].source)));
        struct document *document = terminal_text_read(cases[i].source, strlen(cases[i].source));
        struct buffer got = notation_of(document);
        assert_string_equal(buffer_text(&got), cases[i].expected);
        buffer_free(&got);
        document_free(document);
    }
}

static void other_texts_are_left_alone(void **state)
{
    (void)state;
    static const char *const texts[] = { "", "plain", "a \033[2J b", "\033", "\b", "\bx", "x\b", "\033[1",
                                         "\033[1x" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(terminal_text_is(texts[i], strlen(texts[i])));
}

/* A document of `unit` again and again is read in no time, whatever it is. */
static void much_of_anything_is_read_at_once(void **state)
{
    (void)state;
    static const char *const units[] = { "x\bx", "\b", "\033[1m", "\033]", "\033[", "_\b", "\033[1mx\n", "\xFF\b" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct buffer text = { 0 };
        while (text.length < 100000)
            buffer_add_text(&text, units[i]);
        clock_t start = clock();
        struct document *document = terminal_text_read(text.data, text.length);
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 3);
        document_free(document);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_what_was_meant),
        cmocka_unit_test(other_texts_are_left_alone),
        cmocka_unit_test(much_of_anything_is_read_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
