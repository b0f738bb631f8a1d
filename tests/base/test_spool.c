#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spool.h"
#include "base/xalloc.h"

static void file_has(const char *path, const char *wanted)
{
    struct buffer bytes = { 0 };
    assert_true(file_read(path, 0, &bytes, NULL));
    assert_string_equal(buffer_text(&bytes), wanted);
    buffer_free(&bytes);
}

static void keeps_what_comes_in(void **state)
{
    (void)state;
    int ends[2];
    struct error error;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "one\n", 4), 4);
    struct spool *spool = spool_begin(ends[0], ".", SPOOL_STDIN, &error);
    assert_non_null(spool);
    assert_true(spool_is_path(spool_path(spool)));
    assert_string_equal(file_base_name(spool_path(spool)), "(stdin)");
    assert_int_equal(write(ends[1], "two\n", 4), 4);
    close(ends[1]);
    spool_wait(spool, -1);
    file_has(spool_path(spool), "one\ntwo\n");
    char *path = xstrdup(spool_path(spool));
    spool_end(spool);
    assert_false(file_exists(path));
    *strrchr(path, '/') = '\0';
    assert_false(file_exists(path));
    free(path);
}

/* A pipe that nobody writes to and nobody closes must hold up neither a look nor the end. */
static void waits_no_longer_than_it_should(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct spool *spool = spool_begin(ends[0], ".", SPOOL_STDIN, NULL);
    assert_non_null(spool);
    spool_wait(spool, 1);
    file_has(spool_path(spool), "");
    spool_end(spool);
    close(ends[1]);
}

static void says_where_it_cannot_write(void **state)
{
    (void)state;
    int ends[2];
    struct error error;
    assert_int_equal(pipe(ends), 0);
    assert_null(spool_begin(ends[0], "./no-such-folder", SPOOL_STDIN, &error));
    assert_non_null(strstr(error.text, "(stdin): cannot be kept while it is read"));
    close(ends[1]);
}

static void other_files_are_no_spools(void **state)
{
    (void)state;
    assert_false(spool_is_path("(stdin)"));
    assert_false(spool_is_path("/tmp/(stdin)"));
    assert_false(spool_is_path("/tmp/diptych-pipe.x/notes.txt"));
    assert_false(spool_is_path("/tmp/diptych-pipe.x/sub/(stdin)"));
    assert_true(spool_is_path("/tmp/diptych-pipe.x/(pipe 2)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_comes_in),
        cmocka_unit_test(waits_no_longer_than_it_should),
        cmocka_unit_test(says_where_it_cannot_write),
        cmocka_unit_test(other_files_are_no_spools),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
