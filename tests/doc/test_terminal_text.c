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
        { "\033[32m+added\033[m\n\033[31m-gone\033[m\n", "P|{s:+added}\nP'|{f:-gone}" },
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

/* What a rendition switches on, and which one switches it off again. */
static void renditions_begin_and_end(void **state)
{
    (void)state;
    static const struct {
        int on, off;
        const char *expected;
    } cases[] = {
        { 1, 22, "P|{s:x} y" },  { 1, 27, "P|{s:x} y" },  { 2, 22, "P|{f:x} y" },  { 3, 23, "P|{e:x} y" },
        { 4, 24, "P|{e:x} y" },  { 7, 27, "P|{s:x} y" },  { 9, 29, "P|{d:x} y" },  { 31, 39, "P|{f:x} y" },
        { 32, 39, "P|{s:x} y" }, { 33, 39, "P|{c:x} y" }, { 36, 39, "P|{c:x} y" }, { 37, 32, "P|x{s: y}" },
        { 90, 32, "P|x{s: y}" }, { 91, 30, "P|{f:x} y" }, { 92, 39, "P|{s:x} y" }, { 97, 0, "P|x y" },
        { 1, 23, "P|{s:x y}" },  { 2, 24, "P|{f:x y}" },  { 3, 22, "P|{e:x y}" },  { 9, 27, "P|{d:x y}" },
        { 5, 0, "P|x y" },       { 10, 0, "P|x y" },      { 40, 0, "P|x y" },      { 98, 0, "P|x y" },
        { 32, 0, "P|{s:x} y" },  { 9, 0, "P|{d:x} y" },   { 32, 22, "P|{s:x y}" }, { 31, 37, "P|{f:x} y" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *source = xasprintf("\033[%dmx\033[%dm y\n", cases[i].on, cases[i].off);
        struct document *document = terminal_text_read(source, strlen(source));
        struct buffer got = notation_of(document);
        assert_string_equal(buffer_text(&got), cases[i].expected);
        buffer_free(&got);
        document_free(document);
        free(source);
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
        cmocka_unit_test(renditions_begin_and_end),
        cmocka_unit_test(other_texts_are_left_alone),
        cmocka_unit_test(much_of_anything_is_read_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
