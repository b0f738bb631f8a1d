/* Texts on their way into a library while others add to it, take files away, or leave no room. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <locale.h>

#include "library/scratch.h"
#include "query/addition.h"
#include "query/addition_list.h"

/* What writing a file says from now on, 0 nothing. */
static int write_fault;

bool __real_file_create(const char *path, const char *bytes, size_t length, bool *exists, struct error *error);
bool __wrap_file_create(const char *path, const char *bytes, size_t length, bool *exists, struct error *error);

bool __wrap_file_create(const char *path, const char *bytes, size_t length, bool *exists, struct error *error)
{
    if (write_fault == 0)
        return __real_file_create(path, bytes, length, exists, error);
    *exists = false;
    if (error != NULL)
        error_set(error, "%s: cannot be written: %s", path, strerror(write_fault));
    errno = write_fault;
    return false;
}

static struct addition *begin(struct error *error)
{
    static char library[2048];
    strcpy(library, scratch_path("library"));
    return addition_new(&(struct addition_wish){ .library = library }, error);
}

static enum addition_outcome add(struct addition *addition, const char *name, const char *id)
{
    struct error error = { "" };
    struct added added;
    (void)addition_add(addition, scratch_path(name), "", &added, &error);
    enum addition_outcome outcome = added.outcome;
    if (id != NULL)
        assert_string_equal(added.id, id);
    added_free(&added);
    return outcome;
}

/* Both have looked at what the library has before either adds; one of the same name is taken for what it is. */
static void two_who_add_at_once_add_it_once(void **state)
{
    (void)state;
    struct error error = { "" };
    scratch_make();
    scratch_file("mine/tale.txt", "The tale of the lamp.\n");
    scratch_file("theirs/tale.md", "The tale of the lamp.\n");
    scratch_file("others/tale.txt", "Another tale.\n");
    struct addition *one = begin(&error), *other = begin(&error);
    assert_non_null(one);
    assert_non_null(other);
    assert_int_equal(add(one, "mine/tale.txt", "tale"), ADDITION_ADDED);
    assert_int_equal(add(other, "theirs/tale.md", "tale"), ADDITION_DOUBLE);
    assert_int_equal(add(other, "mine/tale.txt", "tale"), ADDITION_DOUBLE);
    assert_int_equal(add(other, "others/tale.txt", "tale-2"), ADDITION_ADDED);
    assert_int_equal(add(one, "others/tale.txt", "tale-2"), ADDITION_DOUBLE);
    addition_free(one);
    addition_free(other);
    scratch_remove();
}

static void a_file_that_vanishes_is_one_that_failed(void **state)
{
    (void)state;
    struct error error = { "" };
    struct addition_list list = { 0 };
    struct added added;
    scratch_make();
    scratch_file("mine/a.txt", "One.\n");
    scratch_file("mine/b.txt", "Two.\n");
    scratch_file("mine/c/d.txt", "Three.\n");
    assert_true(addition_list_take(&list, scratch_path("mine"), &error));
    assert_int_equal(list.count, 3);
    assert_int_equal(unlink(scratch_path("mine/b.txt")), 0);
    assert_int_equal(unlink(scratch_path("mine/c/d.txt")), 0);
    assert_int_equal(rmdir(scratch_path("mine/c")), 0);
    struct addition *addition = begin(&error);
    for (size_t i = 0; i < list.count; i++) {
        error.text[0] = '\0';
        bool ok = addition_add(addition, list.items[i].path, list.items[i].below, &added, &error);
        assert_int_equal(ok, i == 0);
        assert_true(ok || strstr(error.text, "No such file or directory") != NULL);
        assert_false(addition_is_full(addition));
        added_free(&added);
    }
    addition_free(addition);
    addition_list_free(&list);
    scratch_remove();
}

/* A full disk stops all that follow, one that may only be read is told; and nothing is half there. */
static void a_disk_that_takes_nothing_is_told(void **state)
{
    (void)state;
    static const int faults[] = { ENOSPC, EDQUOT, EROFS, EIO };
    struct error error = { "" };
    struct added added;
    scratch_make();
    scratch_file("mine/a.txt", "One.\n");
    struct addition *addition = begin(&error);
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        write_fault = faults[i];
        assert_false(addition_add(addition, scratch_path("mine/a.txt"), "", &added, &error));
        assert_int_equal(added.outcome, ADDITION_FAILED);
        assert_non_null(strstr(error.text, strerror(faults[i])));
        assert_int_equal(addition_is_full(addition), faults[i] == ENOSPC || faults[i] == EDQUOT);
        assert_false(file_exists(scratch_path("library/articles/a.txt")));
        added_free(&added);
    }
    write_fault = 0;
    assert_int_equal(add(addition, "mine/a.txt", "a"), ADDITION_ADDED);
    addition_free(addition);
    scratch_remove();
    scratch_make();
    write_fault = EROFS;
    addition = begin(&error);
    write_fault = 0;
    assert_null(addition);
    assert_non_null(strstr(error.text, strerror(EROFS)));
    assert_false(file_exists(scratch_path("library/collection.yaml")));
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_who_add_at_once_add_it_once),
        cmocka_unit_test(a_file_that_vanishes_is_one_that_failed),
        cmocka_unit_test(a_disk_that_takes_nothing_is_told),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
