/* A program of the reader's own and what it prints (subprocess.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/subprocess.h"
#include "library/scratch.h"

static void says(const char *words, const char *term, const char *text, const char *fault)
{
    struct error error = { "" };
    struct subprocess *asking = subprocess_start(words, term, &error);
    size_t length;
    assert_non_null(asking);
    assert_true(subprocess_poll(asking, true));
    assert_string_equal(subprocess_text(asking, &length), text);
    assert_int_equal(length, strlen(text));
    assert_string_equal(subprocess_fault(asking), fault);
    subprocess_free(asking);
}

/* The term is one argument, whatever is in it, and no shell reads it. */
static void test_term_is_one_argument(void **unused)
{
    (void)unused;
    says("printf [%s][%s]", "a b; $(id) `id` > x", "[a b; $(id) `id` > x][]", "");
    says("  echo   -n ", "股份", "股份", "");
    says("cat -", "/dev/null", "", "cat: says nothing"); /* standard input is empty */
}

static void test_errors_are_shown(void **unused)
{
    (void)unused;
    scratch_make();
    char program[2048];
    strcpy(program, scratch_path("program"));
    says("cat /nowhere/none", "/dev/null", "cat: /nowhere/none: No such file or directory\n", "");
    strcpy(program, "sh ");
    scratch_file("program", "echo said; echo wrong >&2; exit 3\n");
    strcat(program, scratch_path("program"));
    says(program, "x", "said\nwrong\n", "");
    scratch_remove();
}

static void test_cannot_be_run(void **unused)
{
    (void)unused;
    struct error error = { "" };
    assert_null(subprocess_start("no-such-program", "x", &error));
    assert_string_equal(error.text, "no-such-program: cannot be run: No such file or directory");
    assert_null(subprocess_start("  ", "x", &error));
}

/* Whoever never stops is cut off by bytes, and is killed when nobody waits any more. */
static void test_too_much(void **unused)
{
    (void)unused;
    struct subprocess *asking = subprocess_start("yes", "x", NULL);
    size_t length;
    assert_true(subprocess_poll(asking, true));
    subprocess_text(asking, &length);
    assert_int_equal(length, ASKING_MOST);
    assert_string_equal(subprocess_fault(asking), "yes: says more than fits here");
    subprocess_free(asking);
    asking = subprocess_start("sleep", "1000", NULL);
    assert_false(subprocess_poll(asking, false));
    subprocess_free(asking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_term_is_one_argument),
        cmocka_unit_test(test_errors_are_shown),
        cmocka_unit_test(test_cannot_be_run),
        cmocka_unit_test(test_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
