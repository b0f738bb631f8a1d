/* Filters that nobody waits for, and what is remembered of them (filter_jobs.h). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/filter_jobs.h"
#include "library/scratch.h"

/* Each run of a job leaves a byte in one file, and says its key. */
static char counter[2048];

static size_t runs(void)
{
    struct buffer bytes = { 0 };
    struct error error = { "" };
    size_t count = file_read(counter, 1000, &bytes, &error) ? bytes.length : 0;
    buffer_free(&bytes);
    return count;
}

static void ask(struct filter_jobs *jobs, const char *key)
{
    char *const argv[] = { "sh", "-c", "printf x >> \"$1\"; printf %s \"$2\"", "sh", counter,
                           (char *)(uintptr_t)key, NULL };
    struct filter_task task = { .key = key, .argv = argv,
                                .limits = { .milliseconds = 20000, .output = 1000 } };
    struct buffer out = { 0 };
    int status;
    assert_int_equal(filter_jobs_run(jobs, &task, FILTER_JOBS_FOREVER, NULL, &out, &status),
                     FILTER_DONE);
    assert_string_equal(buffer_text(&out), key);
    buffer_free(&out);
}

static void test_the_last_few_are_remembered(void **unused)
{
    (void)unused;
    struct filter_jobs *jobs = filter_jobs_new();
    char key[32];
    scratch_make();
    strcpy(counter, scratch_path("runs"));
    for (int i = 0; i < FILTER_JOBS_KEPT; i++) {
        snprintf(key, sizeof key, "job %d", i);
        ask(jobs, key);
    }
    assert_int_equal(runs(), FILTER_JOBS_KEPT);
    ask(jobs, "job 0"); /* not run again */
    ask(jobs, "job 1");
    assert_int_equal(runs(), FILTER_JOBS_KEPT);
    ask(jobs, "one more"); /* the oldest goes, and no other */
    ask(jobs, "job 1");
    assert_int_equal(runs(), FILTER_JOBS_KEPT + 1);
    ask(jobs, "job 0");
    assert_int_equal(runs(), FILTER_JOBS_KEPT + 2);
    filter_jobs_free(jobs);
    scratch_remove();
}

static void test_what_is_forgotten_makes_room(void **unused)
{
    (void)unused;
    struct filter_jobs *jobs = filter_jobs_new();
    char key[32];
    scratch_make();
    strcpy(counter, scratch_path("runs"));
    for (int i = 0; i < FILTER_JOBS_KEPT; i++) {
        snprintf(key, sizeof key, "job %d", i);
        ask(jobs, key);
    }
    filter_jobs_forget(jobs, "job 3");
    filter_jobs_forget(jobs, "never asked for");
    ask(jobs, "one more");
    ask(jobs, "job 0");
    assert_int_equal(runs(), FILTER_JOBS_KEPT + 1);
    ask(jobs, "job 3");
    assert_int_equal(runs(), FILTER_JOBS_KEPT + 2);
    filter_jobs_free(jobs);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_last_few_are_remembered),
        cmocka_unit_test(test_what_is_forgotten_makes_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
