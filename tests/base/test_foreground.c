/* Programs run to their end: what they read, what they say, and how they end. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/foreground.h"
#include "base/xalloc.h"
#include "library/scratch.h"

static int never(void)
{
    return 0;
}

static int at_once(void)
{
    return 15;
}

/* Runs the shell's `script`; `said` gets what it prints. */
static int run(const char *script, const char *input, char said[256], struct error *error)
{
    const char *argv[] = { "sh", "-c", script, NULL };
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int status = foreground_run(argv, NULL, input, input != NULL ? strlen(input) : 0, STDIN_FILENO,
                                ends[1], never, error);
    close(ends[1]);
    ssize_t length = read(ends[0], said, 255);
    said[length > 0 ? length : 0] = '\0';
    close(ends[0]);
    return status;
}

static void test_input_output_and_status(void **unused)
{
    (void)unused;
    struct error error = { "" };
    char said[256];
    assert_int_equal(run("read a; echo \"<$a>\"; exit 3", "words\nmore\n", said, &error), 3);
    assert_string_equal(said, "<words>\n");
    assert_int_equal(run("echo plain", NULL, said, &error), 0);
    assert_string_equal(said, "plain\n");
    assert_string_equal(error.text, "");
}

/* It may end before it has read everything. */
static void test_unread_input_is_no_failure(void **unused)
{
    (void)unused;
    struct error error = { "" };
    char said[256];
    char *large = malloc(1000001);
    assert_non_null(large);
    memset(large, 'x', 1000000);
    large[1000000] = '\0';
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(run("exit 0", large, said, &error), 0);
    assert_int_equal(run("wc -c | tr -d ' '", large, said, &error), 0);
    assert_string_equal(said, "1000000\n");
    free(large);
}

/* What we ignore the program does not. */
static void test_dispositions_are_the_programs_own(void **unused)
{
    (void)unused;
    struct error error = { "" };
    char said[256];
    signal(SIGINT, SIG_IGN);
    assert_int_equal(run("kill -INT $$; echo ignored", NULL, said, &error), -1);
    signal(SIGINT, SIG_DFL);
    assert_string_equal(said, "");
    assert_string_equal(error.text, "ended by signal 2");
}

static void test_a_program_that_is_not_there(void **unused)
{
    (void)unused;
    struct error error = { "" };
    const char *argv[] = { "no-such-program-anywhere", NULL };
    assert_int_equal(foreground_run(argv, NULL, "x", 1, STDIN_FILENO, STDOUT_FILENO, never, &error), -1);
    assert_string_equal(error.text,
                        "no-such-program-anywhere: cannot run: No such file or directory");
}

static void says_on_path(const char *path, const char *program, const char *why)
{
    struct error error = { "" };
    char wanted[256];
    const char *argv[] = { program, NULL };
    char *before = xstrdup(getenv("PATH"));
    setenv("PATH", path, 1);
    int status = foreground_run(argv, NULL, "x", 1, STDIN_FILENO, STDOUT_FILENO, never, &error);
    setenv("PATH", before, 1);
    free(before);
    assert_int_equal(status, -1);
    snprintf(wanted, sizeof wanted, "%s: cannot run: %s", program, why);
    assert_string_equal(error.text, wanted);
}

/* A folder of PATH that may not be looked into does not make a misspelled name a forbidden program;
 * a file that is there and may not be run is one. */
static void test_the_reason_along_the_path(void **unused)
{
    (void)unused;
    scratch_make();
    scratch_file("tools/plain", "echo never\n");
    scratch_file("closed/hidden", "echo never\n");
    char closed[2048];
    char path[4200];
    strcpy(closed, scratch_path("closed"));
    assert_int_equal(chmod(closed, 0), 0);
    snprintf(path, sizeof path, "%s:%s", closed, scratch_path("tools"));
    says_on_path(path, "misspelled", "No such file or directory");
    says_on_path(path, "plain", "Permission denied");
    snprintf(path, sizeof path, "%s:%s:", scratch_path("tools"), closed);
    says_on_path(path, "misspelled", "No such file or directory");
    says_on_path(path, "plain", "Permission denied");
    says_on_path(scratch_path("tools/plain"), "misspelled", "No such file or directory");
    says_on_path(path, scratch_path("tools/plain"), "Permission denied");
    assert_int_equal(chmod(closed, 0700), 0);
    scratch_remove();
}

/* Who is asked to end feeds nobody any more. */
static void test_ending_stops_feeding(void **unused)
{
    (void)unused;
    struct error error = { "" };
    const char *argv[] = { "sh", "-c", "test -z \"$(cat)\"", NULL };
    assert_int_equal(foreground_run(argv, NULL, "x", 1, STDIN_FILENO, STDOUT_FILENO, at_once, &error), 0);
}

static void test_going_on_with_enter(void **unused)
{
    (void)unused;
    int keys[2];
    int screen[2];
    char said[64] = "";
    assert_int_equal(pipe(keys), 0);
    assert_int_equal(pipe(screen), 0);
    assert_int_equal(write(keys[1], "x\ny", 3), 3);
    foreground_wait_for_enter(keys[0], screen[1], never);
    assert_int_equal(read(keys[0], said, 1), 1); /* what follows Enter stays */
    assert_int_equal(said[0], 'y');
    foreground_wait_for_enter(keys[0], screen[1], at_once);
    close(keys[1]);
    foreground_wait_for_enter(keys[0], screen[1], never);
    assert_true(read(screen[0], said, sizeof said - 1) > 0);
    assert_non_null(strstr(said, "press Enter to go on"));
    close(keys[0]);
    close(screen[0]);
    close(screen[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input_output_and_status),
        cmocka_unit_test(test_unread_input_is_no_failure),
        cmocka_unit_test(test_dispositions_are_the_programs_own),
        cmocka_unit_test(test_a_program_that_is_not_there),
        cmocka_unit_test(test_the_reason_along_the_path),
        cmocka_unit_test(test_ending_stops_feeding),
        cmocka_unit_test(test_going_on_with_enter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
