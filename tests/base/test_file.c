/* Files read, written and unpacked, and what is said when that cannot be done. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <zlib.h>

#include "base/gzip.h"
#include "library/scratch.h"

/* The next close fails as on a network file system whose server is gone. */
static int close_fails;

int close(int file)
{
    FILE *stream = fdopen(file, "r");
    int status = stream != NULL ? fclose(stream) : -1;
    if (close_fails == 0)
        return status;
    errno = close_fails;
    close_fails = 0;
    return -1;
}

static int set_up(void **state)
{
    *state = (void *)(uintptr_t)scratch_make();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    close_fails = 0;
    scratch_remove();
    return 0;
}

static void says(const struct error *error, const char *path, const char *why)
{
    assert_memory_equal(error->text, path, strlen(path));
    assert_string_equal(error->text + strlen(path), why);
}

static void reads(const char *path, const char *text)
{
    struct buffer bytes = { 0 };
    assert_true(file_read(path, 0, &bytes, NULL));
    assert_string_equal(buffer_text(&bytes), text);
    buffer_free(&bytes);
}

static void writes_and_reads(void **state)
{
    (void)state;
    const char *path = scratch_path("note");
    struct error error = { "" };
    struct stat status;
    assert_true(file_write(path, "one", 3, &error));
    reads(path, "one");
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(file_write(path, "", 0, &error));
    reads(path, "");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
    (void)state;
    const char *path = scratch_path("note");
    struct error error = { "" };
    assert_true(file_write(path, "one", 3, &error));
    close_fails = EIO;
    assert_false(file_write(path, "two", 3, &error));
    char *why = strerror(EIO);
    char sentence[200];
    snprintf(sentence, sizeof sentence, ": cannot be written: %s", why);
    says(&error, path, sentence);
    reads(path, "one");
    assert_int_equal(remove(path), 0);
    assert_int_equal(rmdir(scratch_folder), 0); /* nothing else is left behind */
    snprintf(sentence, sizeof sentence, ": cannot be written: %s", strerror(ENOENT));
    assert_false(file_write(path, "two", 3, &error));
    says(&error, path, sentence);
}

static void the_place_of_a_folder_is_not_written(void **state)
{
    (void)state;
    const char *path = scratch_path("folder");
    struct error error = { "" };
    assert_true(file_make_folders(path, &error));
    assert_true(file_is_folder(path));
    assert_false(file_write(path, "two", 3, &error));
    assert_non_null(strstr(error.text, "folder: cannot be written: "));
    assert_true(file_is_folder(path));
    assert_false(file_read(path, 0, &(struct buffer){ 0 }, &error));
    assert_memory_equal(error.text, path, strlen(path));
}

static void moves_over_what_is_there(void **state)
{
    (void)state;
    struct error error = { "" };
    scratch_file("a", "new");
    scratch_file("b", "old");
    assert_true(file_move(scratch_path("a"), scratch_path("b"), &error));
    reads(scratch_path("b"), "new");
    assert_false(file_exists(scratch_path("a")));
    assert_false(file_move(scratch_path("a"), scratch_path("b"), &error));
    assert_memory_equal(error.text, scratch_path("b"), strlen(scratch_path("b")));
    assert_non_null(strstr(error.text, strerror(ENOENT)));
    reads(scratch_path("b"), "new");
}

static void make_old(const char *path)
{
    static const struct timespec long_ago[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
    assert_int_equal(utimensat(AT_FDCWD, path, long_ago, 0), 0);
}

static void sweeps_what_was_left_beside(void **state)
{
    (void)state;
    static const char *const kept[] = { "table", "table.backup", "table.new-abc", "table.new-abcdef.txt",
                                        "other.new-abcdef", "table.new-fresh1" };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        scratch_file(kept[i], "kept");
        if (strstr(kept[i], "fresh") == NULL)
            make_old(scratch_path(kept[i]));
    }
    scratch_file("table.new-abcdef", "left");
    make_old(scratch_path("table.new-abcdef"));
    file_sweep_beside(scratch_path("table"));
    assert_false(file_exists(scratch_path("table.new-abcdef")));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        reads(scratch_path(kept[i]), "kept");
}

static void a_limit_is_kept(void **state)
{
    (void)state;
    struct buffer bytes = { 0 };
    struct error error = { "" };
    bool whole = true;
    scratch_file("five", "12345");
    assert_true(file_read(scratch_path("five"), 5, &bytes, &error));
    assert_string_equal(buffer_text(&bytes), "12345");
    buffer_truncate(&bytes, 0);
    assert_false(file_read(scratch_path("five"), 4, &bytes, &error));
    assert_non_null(strstr(error.text, "five: "));
    buffer_truncate(&bytes, 0);
    assert_true(file_read_head(scratch_path("five"), 4, &bytes, &whole, &error));
    assert_false(whole);
    assert_string_equal(buffer_text(&bytes), "1234");
    buffer_truncate(&bytes, 0);
    assert_true(file_read_head(scratch_path("five"), 5, &bytes, &whole, &error));
    assert_string_equal(buffer_text(&bytes), "12345");
    buffer_free(&bytes);
}

static void makes_folders(void **state)
{
    (void)state;
    struct error error = { "" };
    assert_true(file_make_folders(scratch_path("a/b/c"), &error));
    assert_true(file_make_folders(scratch_path("a/b/c"), &error));
    assert_true(file_is_folder(scratch_path("a/b/c")));
    scratch_file("plain", "");
    assert_false(file_is_folder(scratch_path("plain")));
    assert_true(file_exists(scratch_path("plain")));
    assert_false(file_make_folders(scratch_path("plain/below"), &error));
    assert_non_null(strstr(error.text, "plain"));
}

static void joins_names(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        { "a", "b", "a/b" }, { "a/", "b", "a/b" }, { "/", "b", "/b" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *path = file_join(cases[i][0], cases[i][1]);
        assert_string_equal(path, cases[i][2]);
        free(path);
    }
    assert_string_equal(file_base_name("a/b/c"), "c");
    assert_string_equal(file_base_name("c"), "c");
}

/* ---- compressed ---- */

static size_t pack(unsigned char *out, size_t size, char *text, size_t length)
{
    z_stream stream = { 0 };
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = (unsigned char *)text;
    stream.avail_in = (unsigned)length;
    stream.next_out = out;
    stream.avail_out = (unsigned)size;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return size - stream.avail_out;
}

/* What comes out with that limit; NULL when it is refused. */
static char *unpack(const unsigned char *bytes, size_t length, size_t limit, bool *whole)
{
    struct buffer out = { 0 };
    struct error error = { "" };
    buffer_add_text(&out, "<");
    if (gzip_unpack((const char *)bytes, length, limit, "x.gz", &out, whole, &error))
        return buffer_take(&out);
    assert_memory_equal(error.text, "x.gz: is ", 9);
    buffer_free(&out);
    return NULL;
}

static void comes_out(const unsigned char *bytes, size_t length, size_t limit, const char *text,
                      bool to_the_end)
{
    bool whole = false;
    char *out = unpack(bytes, length, limit, &whole);
    if (text == NULL) {
        assert_null(out);
        return;
    }
    assert_non_null(out);
    assert_string_equal(out, text);
    assert_int_equal(whole, to_the_end);
    free(out);
}

static void unpacks_up_to_the_limit(void **state)
{
    (void)state;
    unsigned char bytes[400];
    char text[] = "twelve bytes";
    size_t length = pack(bytes, sizeof bytes, text, 12);
    comes_out(bytes, length, 13, "<twelve bytes", true);
    comes_out(bytes, length, 12, "<twelve bytes", true);
    comes_out(bytes, length, 11, NULL, false);
    comes_out(bytes, length, 0, NULL, false);
    comes_out(bytes, length - 9, 12, "<twelve bytes", false); /* it breaks off */
    comes_out((const unsigned char *)"twelve", 6, 12, NULL, false);
    /* Members, and padding. */
    size_t both = length + pack(bytes + length, sizeof bytes - length, text, 6);
    comes_out(bytes, both, 18, "<twelve bytestwelve", true);
    comes_out(bytes, both, 17, NULL, false);
    memset(bytes + both, 0, 8);
    comes_out(bytes, both + 8, 18, "<twelve bytestwelve", true);
}

static void unpacks_files(void **state)
{
    (void)state;
    unsigned char bytes[400];
    char text[] = "twelve bytes";
    struct buffer out = { 0 };
    struct error error = { "" };
    bool whole = false;
    size_t length = pack(bytes, sizeof bytes, text, 12);
    scratch_bytes("packed", (const char *)bytes, length);
    scratch_file("plain", "plain");
    assert_true(gzip_read_file(scratch_path("plain"), 100, &out, &whole, &error));
    assert_true(whole);
    assert_true(gzip_read_file(scratch_path("packed"), 100, &out, &whole, &error));
    assert_true(whole);
    assert_true(gzip_read_file(scratch_path("plain"), 100, &out, &whole, &error));
    assert_string_equal(buffer_text(&out), "plaintwelve bytesplain");
    assert_false(gzip_read_file(scratch_path("none"), 100, &out, &whole, &error));
    assert_non_null(strstr(error.text, "none: "));
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(writes_and_reads),
        TEST(a_failed_write_leaves_the_old_file),
        TEST(the_place_of_a_folder_is_not_written),
        TEST(moves_over_what_is_there),
        TEST(sweeps_what_was_left_beside),
        TEST(a_limit_is_kept),
        TEST(makes_folders),
        TEST(joins_names),
        TEST(unpacks_up_to_the_limit),
        TEST(unpacks_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
