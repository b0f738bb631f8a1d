/* Exporting again into a file that a person has written in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/printers.h"
#include "export/weave.h"
#include "record_of.h"

#define COUNT 3

struct notes {
    struct annotation annotations[COUNT];
    struct note_record records[COUNT];
    struct export_set set;
};

static void begin(struct notes *notes, size_t count)
{
    for (size_t i = 0; i < COUNT; i++) {
        char quote[] = "quote 0";
        quote[6] = (char)('1' + i);
        notes->annotations[i] = annotation_full((unsigned)i + 1, quote);
        notes->records[i] = record_of(&notes->annotations[i]);
    }
    notes->set = (struct export_set){ .records = notes->records, .count = count };
}

static void finish(struct notes *notes)
{
    for (size_t i = 0; i < COUNT; i++)
        annotation_free(&notes->annotations[i]);
}

static char *weave(const char *format, const struct notes *notes, const char *old)
{
    struct buffer out = { 0 };
    struct error error = { "" };
    bool ok = weave_run(printer_find(format, NULL), &notes->set, old, strlen(old), &out, &error);
    assert_string_equal(error.text, "");
    assert_true(ok);
    return buffer_take(&out);
}

/* `text` with what is put in front of the place where `before` stands. */
static char *insert(const char *text, const char *before, const char *what)
{
    const char *at = strstr(text, before);
    assert_non_null(at);
    return xasprintf("%.*s%s%s", (int)(at - text), text, what, at);
}

static const char *const formats[] = { "markdown", "org" };

static void test_unchanged(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct notes notes;
        begin(&notes, COUNT);
        char *once = weave(formats[i], &notes, "");
        char *twice = weave(formats[i], &notes, once);
        assert_string_equal(once, twice);
        free(once);
        free(twice);
        finish(&notes);
    }
}

/* What a person writes before, between and after blocks, with whatever ends of lines, is kept; what
 * has changed in a note is there. */
static void test_kept_around(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct notes notes;
        begin(&notes, COUNT);
        const char *second =
            i == 0 ? "<!-- diptych:note 0m0000000002" : "# diptych:note 0m0000000002";
        char *once = weave(formats[i], &notes, "");
        char *mine = insert(once, second, "My own words.\r\n\ttab  \n\n\xff\xfe\n");
        char *more = xasprintf("Before.\n%s\nAfter, without an end", mine);
        annotation_set(&notes.annotations[1].comment, "Changed!");
        char *woven = weave(formats[i], &notes, more);
        char *fresh = weave(formats[i], &notes, "");
        char *there = insert(fresh, second, "My own words.\r\n\ttab  \n\n\xff\xfe\n");
        char *wanted = xasprintf("Before.\n%s\nAfter, without an end", there);
        assert_string_equal(woven, wanted);
        char *texts[] = { once, mine, more, woven, fresh, there, wanted };
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            free(texts[k]);
        finish(&notes);
    }
}

/* A line with a NUL, and a blank one at the beginning, are the reader's own words. */
static void test_bytes_around(void **state)
{
    (void)state;
    static const char *const tails[] = { " -->", "" };
    for (size_t i = 0; i < 2; i++) {
        struct notes notes;
        struct buffer old = { 0 }, out = { 0 };
        struct error error = { "" };
        begin(&notes, 1);
        char *once = weave(formats[i], &notes, "");
        buffer_add_text(&old, "\n");
        buffer_add_text(&old, once);
        buffer_add_text(&old, i == 0 ? "<!-- diptych:note x" : "# diptych:note x");
        buffer_add_text(&old, tails[i]);
        buffer_add(&old, " \0\nlast", 7);
        bool ok = weave_run(printer_find(formats[i], NULL), &notes.set, old.data, old.length, &out,
                            &error);
        assert_string_equal(error.text, "");
        assert_true(ok);
        assert_int_equal(out.length, old.length);
        assert_memory_equal(out.data, old.data, old.length);
        buffer_free(&old);
        buffer_free(&out);
        free(once);
        finish(&notes);
    }
}

static void test_new_at_the_end(void **state)
{
    (void)state;
    struct notes notes;
    begin(&notes, 2);
    char *two = weave("markdown", &notes, "");
    char *mine = xasprintf("%s\nAfter.", two);
    notes.set.count = 3;
    char *three = weave("markdown", &notes, mine);
    assert_memory_equal(three, mine, strlen(mine));
    assert_memory_equal(three + strlen(mine), "\n\n<!-- diptych:note 0m0000000003 -->\n", 37);
    char *again = weave("markdown", &notes, three);
    assert_string_equal(again, three);
    free(two);
    free(mine);
    free(three);
    free(again);
    finish(&notes);
}

/* The order of blocks is the file's; those of notes that are not exported stay. */
static void test_foreign_blocks(void **state)
{
    (void)state;
    struct notes notes;
    begin(&notes, 2);
    const char *old =
        "<!-- diptych:note 0m0000000002 -->\r\nold\r\n<!-- /diptych:note 0m0000000002 -->\r\n"
        "x\n<!-- diptych:note gone -->\nkept\n<!-- /diptych:note gone -->\n"
        "<!-- diptych:note 0m0000000001 -->\n<!-- /diptych:note 0m0000000001 -->";
    char *woven = weave("markdown", &notes, old);
    assert_non_null(
        strstr(woven, "x\n<!-- diptych:note gone -->\nkept\n<!-- /diptych:note gone -->\n"));
    assert_null(strstr(woven, "old"));
    const char *second = strstr(woven, "quote 2"), *first = strstr(woven, "quote 1");
    assert_true(second != NULL && first != NULL && second < first);
    free(woven);
    finish(&notes);
}

static void test_damaged(void **state)
{
    (void)state;
    static const struct {
        const char *old;
        const char *reason;
    } cases[] = {
        { "\n<!-- diptych:note a -->\nx\n", "line 2: the block of note a has no end" },
        { "<!-- /diptych:note a -->\n", "line 1: the block of note a ends, but has not begun" },
        { "<!-- diptych:note a -->\n<!-- diptych:note b -->\n",
          "line 1: the block of note a does not end before the next one begins" },
        { "<!-- diptych:note a -->\n<!-- /diptych:note b -->\n",
          "line 2: the block of note b ends, but has not begun" },
        { "<!-- diptych:note a -->\n<!-- /diptych:note a -->\n"
          "<!-- diptych:note a -->\n<!-- /diptych:note a -->\n",
          "the block of note a is there twice" },
    };
    struct notes notes;
    begin(&notes, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = { 0 };
        struct error error;
        assert_false(weave_run(printer_find("markdown", NULL), &notes.set, cases[i].old,
                               strlen(cases[i].old), &out, &error));
        assert_non_null(strstr(error.text, cases[i].reason));
        buffer_free(&out);
    }
    finish(&notes);
}

/* No quote, comment or tag can pass for the lines around a block. */
static void test_no_forged_marks(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < RECORD_ATTACKS; k++) {
            struct annotation annotation = annotation_attack(7, record_attacks[k]);
            struct note_record record = record_of(&annotation);
            struct notes notes = { .set = { .records = &record, .count = 1 } };
            char *once = weave(formats[i], &notes, "");
            char *twice = weave(formats[i], &notes, once);
            assert_string_equal(once, twice);
            free(once);
            free(twice);
            annotation_free(&annotation);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unchanged),      cmocka_unit_test(test_kept_around),
        cmocka_unit_test(test_bytes_around),
        cmocka_unit_test(test_new_at_the_end), cmocka_unit_test(test_foreign_blocks),
        cmocka_unit_test(test_damaged),        cmocka_unit_test(test_no_forged_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
