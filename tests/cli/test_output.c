/* What leaves the program: TSV, JSON, aligned text, and writes that fail. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/progress.h"
#include "text/width.h"

/* Closes the pipe and returns what was written into it; good until the next call. */
static char *drain(const int ends[2])
{
    static char text[65536];
    close(ends[1]);
    ssize_t got = read(ends[0], text, sizeof text - 1);
    assert_true(got >= 0);
    text[got] = '\0';
    close(ends[0]);
    return text;
}

/* Prints into a pipe and returns what came out. */
static char *print_rows(enum output_format format, bool ascii, bool measure,
                        const char *const (*rows)[3], size_t count)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct output out = { .file = ends[1], .ascii = ascii };
    output_table(&out, format, "name size# note");
    for (size_t i = 0; i < count && measure; i++)
        output_measure(&out, rows[i]);
    for (size_t i = 0; i < count; i++)
        output_row(&out, rows[i]);
    output_table_end(&out);
    struct error error;
    assert_true(output_end(&out, &error));
    return drain(ends);
}

static const char *const plain[][3] = { { "a", "1", "first" }, { "阿里", "200", "second" } };

static void test_tables(void **state)
{
    (void)state;
    assert_string_equal(print_rows(OUTPUT_TSV, false, false, plain, 2),
                        "name\tsize\tnote\na\t1\tfirst\n阿里\t200\tsecond\n");
    assert_string_equal(print_rows(OUTPUT_JSON, false, false, plain, 2),
                        "[\n  {\"name\": \"a\", \"size\": 1, \"note\": \"first\"},\n"
                        "  {\"name\": \"阿里\", \"size\": 200, \"note\": \"second\"}\n]\n");
    const char *aligned = "name  size  note\na        1  first\n阿里   200  second\n";
    assert_string_equal(print_rows(OUTPUT_TEXT, false, false, plain, 2), aligned);
    assert_string_equal(print_rows(OUTPUT_TEXT, false, true, plain, 2), aligned);
}

static void test_nothing(void **state)
{
    (void)state;
    assert_string_equal(print_rows(OUTPUT_TSV, false, false, NULL, 0), "name\tsize\tnote\n");
    assert_string_equal(print_rows(OUTPUT_JSON, false, false, NULL, 0), "[]\n");
    assert_string_equal(print_rows(OUTPUT_TEXT, false, false, NULL, 0), "");
}

static void test_hostile_values(void **state)
{
    (void)state;
    static const char *const rows[][3] = { { "\033[31m\tx\n\\", "1", "\xE2\x80\xAE\"\xFF\x7F" } };
    assert_string_equal(print_rows(OUTPUT_TSV, false, false, rows, 1),
                        "name\tsize\tnote\n␛[31m\\tx\\n\\\\\t1\t<U+202E>\"\xEF\xBF\xBD␡\n");
    assert_string_equal(print_rows(OUTPUT_JSON, false, false, rows, 1),
                        "[\n  {\"name\": \"\\u001b[31m\\tx\\n\\\\\", \"size\": 1, "
                        "\"note\": \"\\u202e\\\"\xEF\xBF\xBD\\u007f\"}\n]\n");
    assert_string_equal(print_rows(OUTPUT_TEXT, false, false, rows, 1),
                        "name       size  note\n␛[31m␉x␊\\     1  <U+202E>\"\xEF\xBF\xBD␡\n");
}

static void test_ascii(void **state)
{
    (void)state;
    static const char *const rows[][3] = { { "é阿", "1", "\xF0\xA0\x80\x80" } };
    assert_string_equal(print_rows(OUTPUT_TEXT, true, false, rows, 1),
                        "name  size  note\n???      1  ??\n");
    assert_string_equal(print_rows(OUTPUT_JSON, true, false, rows, 1),
                        "[\n  {\"name\": \"\\u00e9\\u963f\", \"size\": 1, "
                        "\"note\": \"\\ud840\\udc00\"}\n]\n");
}

/* Returns what a complaint prints on standard error; good until the next call. */
static const char *complained(const char *message, bool ascii)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int own = dup(STDERR_FILENO);
    dup2(ends[1], STDERR_FILENO);
    output_complain(message, ascii);
    dup2(own, STDERR_FILENO);
    close(own);
    return drain(ends);
}

static void test_complaints(void **state)
{
    (void)state;
    assert_string_equal(complained("阿里.txt: no\x1b[31m", false), "diptych: 阿里.txt: no␛[31m\n");
    assert_string_equal(complained("阿里.txt: no", true), "diptych: ????.txt: no\n");
}

/* More rows than may wait: the widths of the first hold for the rest. */
static void test_many_rows(void **state)
{
    (void)state;
    static char wide[100001];
    memset(wide, 'w', sizeof wide - 1);
    int null = open("/dev/null", O_WRONLY);
    struct output out = { .file = null };
    const char *const row[3] = { "n", "1", wide };
    output_table(&out, OUTPUT_TEXT, "name size# note");
    for (size_t i = 0; i < 400; i++)
        output_row(&out, row);
    assert_true(out.aligned);
    assert_true(out.waiting.capacity < (size_t)40 << 20);
    output_table_end(&out);
    assert_true(output_end(&out, NULL));
    close(null);
}

static void test_full_disk(void **state)
{
    (void)state;
    int full = open("/dev/full", O_WRONLY);
    if (full < 0) {
        print_message("there is no /dev/full here\n");
        skip();
    }
    struct output out = { .file = full };
    struct error error;
    output_text(&out, "x\n", 2);
    assert_false(output_end(&out, &error));
    assert_string_equal(error.text, "standard output: No space left on device");
    close(full);
}

static void test_reader_goes_away(void **state)
{
    (void)state;
    int ends[2];
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    struct output out = { .file = ends[1] };
    struct error error = { "something" };
    char text[1000] = { 0 };
    memset(text, 'x', sizeof text);
    for (int i = 0; i < 1000; i++)
        output_text(&out, text, sizeof text);
    assert_true(out.failed);
    assert_true(out.bytes.capacity < 1000000);
    assert_false(output_end(&out, &error));
    assert_string_equal(error.text, "");
    close(ends[1]);
    signal(SIGPIPE, SIG_DFL);
}

static int setup(void **state)
{
    *state = NULL;
    width_begin();
    return 0;
}

/* An estimate goes by the pace so far, and is not made too early, too late or at the end. */
static void test_time_left(void **state)
{
    (void)state;
    static const struct {
        int64_t elapsed;
        size_t done, count;
        const char *left;
    } cases[] = {
        { 900, 50, 100, "" },        { 2000, 50, 100, " 0:02 left" },
        { 10000, 10, 100, " 1:30 left" }, { 65000, 1, 2, " 1:05 left" },
        { 5000, 100, 100, "" },      { 5000, 0, 100, "" },
        { 5000, 0, 0, "" },          { 3600000, 1, 1000000, "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char left[PROGRESS_LEFT];
        progress_left(cases[i].elapsed, cases[i].done, cases[i].count, left);
        assert_string_equal(left, cases[i].left);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),    cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_hostile_values), cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_complaints),
        cmocka_unit_test(test_many_rows), cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_reader_goes_away), cmocka_unit_test(test_time_left),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
