/* Programs started and left to themselves: what they may read and say, and what is told of their end. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <fcntl.h>
#include <unistd.h>

#include "base/hook.h"
#include "library/scratch.h"

/* Runs the shell's `script` on `path` to its end. */
static bool run(const char *script, const char *path, struct error *error)
{
    struct hooks hooks = { 0 };
    char *argv[] = { "sh", "-c", (char *)script, "sh", (char *)path, NULL };
    assert_true(hook_start(&hooks, argv, NULL, error));
    bool well = hooks_poll(&hooks, true, error);
    assert_int_equal(hooks.count, 0);
    hooks_free(&hooks);
    return well;
}

/* What it says would stand across the room, and what it reads would be keys. */
static void test_a_hook_has_no_streams_of_ours(void **unused)
{
    (void)unused;
    int own[3], in[2], out[2];
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    assert_int_equal(write(in[1], "keys", 4), 4);
    close(in[1]);
    const int replaced[] = { in[0], out[1], out[1] };
    for (int i = 0; i < 3; i++) {
        own[i] = dup(i);
        dup2(replaced[i], i);
    }
    struct error error = { "" };
    bool well = run("echo said; echo wrong >&2; { cat; echo read; } >\"$1\"", scratch_path("told"), &error);
    for (int i = 0; i < 3; i++) {
        dup2(own[i], i);
        close(own[i]);
    }
    close(out[1]);
    char said[16], told[16] = "";
    assert_int_equal(read(out[0], said, sizeof said), 0);
    close(out[0]);
    close(in[0]);
    assert_true(well);
    int file = open(scratch_path("told"), O_RDONLY);
    assert_int_equal(read(file, told, sizeof told - 1), 5);
    close(file);
    assert_string_equal(told, "read\n");
}

static void test_how_it_ended_is_told(void **unused)
{
    (void)unused;
    struct error error = { "" };
    assert_true(run("exit 0", "", &error));
    assert_false(run("exit 7", "", &error));
    assert_string_equal(error.text, "sh: ended with status 7");
    assert_false(run("kill -9 $$", "", &error));
    assert_string_equal(error.text, "sh: was ended by signal 9");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_hook_has_no_streams_of_ours, scratch_setup, scratch_teardown),
        cmocka_unit_test(test_how_it_ended_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
