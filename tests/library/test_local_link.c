/* Where [x](other.md) and [y](#heading) lead. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "doc/reader.h"
#include "library/local_link.h"
#include "scratch.h"

static int setup(void **state)
{
    *state = NULL;
    scratch_make();
    scratch_file("d/here.md", "x");
    scratch_file("d/other.md", "x");
    scratch_file("d/with space.md", "x");
    scratch_file("d/as%20written.md", "x");
    scratch_file("above.md", "x");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static struct document *parse(const char *text)
{
    return reader_parse(text, strlen(text), READER_MARKDOWN, NULL);
}

static void test_what_is_local(void **state)
{
    (void)state;
    static const char *const local[] = { "a.md", "#a", "../a:b", "a/b:c", "", "/a", "c:/x", ":a" };
    static const char *const others[] = { "http://a", "HTTPS:x", "mailto:a@b", "//host/a",
                                          "x-y+z.1:a" };
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        assert_true(local_link_is_local(local[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(local_link_is_local(others[i]));
}

static void test_anchors(void **state)
{
    (void)state;
    static const struct { const char *text, *anchor; } cases[] = {
        { "The Sale", "the-sale" },
        { "What's new, in 2.0?", "whats-new-in-20" },
        { "A – B", "a--b" },
        { "snake_case and well-known", "snake_case-and-well-known" },
        { "第一章：出售（上）", "第一章出售上" },
        { "ÉTÉ 11 Main", "été-11-main" },
        { "e\xCC\x81t", "ét" },
        { "かな カナ 한글", "かな-カナ-한글" },
        { "!!!", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer anchor = { 0 };
        local_link_anchor(cases[i].text, strlen(cases[i].text), &anchor);
        assert_string_equal(buffer_text(&anchor), cases[i].anchor);
        buffer_free(&anchor);
    }
}

/* The text that stands where the heading leads, "" when it leads nowhere. */
static const char *find(const struct document *document, const char *heading)
{
    size_t offset;
    return local_link_heading(document, heading, &offset) ? document->text + offset : "";
}

static void test_headings(void **state)
{
    (void)state;
    struct document *document = parse("Start\n\n# More *to* say\n\nA\n\n# Same\n\n1\n\n# Same\n\n2\n\n"
                                      "# Same\n\n3\n\n# Part-2\n\n## 第 一 章\n\n# Part\n\n# Part\n");
    assert_int_equal(strncmp(find(document, "more-to-say"), "More to say", 11), 0);
    assert_int_equal(strncmp(find(document, "More to say"), "More to say", 11), 0);
    assert_int_equal(strncmp(find(document, "same"), "Same\n1", 6), 0);
    assert_int_equal(strncmp(find(document, "same-1"), "Same\n2", 6), 0);
    assert_int_equal(strncmp(find(document, "same-2"), "Same\n3", 6), 0);
    assert_string_equal(find(document, "same-3"), "");
    assert_string_equal(find(document, "same-99999999999999999999"), "");
    assert_int_equal(strncmp(find(document, "part-2"), "Part-2", 6), 0);
    assert_string_equal(find(document, "part-1"), "Part");
    assert_int_equal(strncmp(find(document, "第-一-章"), "第 一 章", 11), 0);
    assert_int_equal(strncmp(find(document, "top"), "Start", 5), 0);
    assert_int_equal(strncmp(find(document, ""), "Start", 5), 0);
    assert_string_equal(find(document, "zip"), "");
    assert_string_equal(find(document, "-"), "");
    document_free(document);
    document = parse("");
    assert_string_equal(find(document, "zip"), "");
    document_free(document);
}

static void test_files(void **state)
{
    (void)state;
    static const struct { const char *target, *file, *heading; } cases[] = {
        { "other.md", "d/other.md", NULL },
        { "./other.md#Part%201", "d/other.md", "Part 1" },
        { "../above.md", "above.md", NULL },
        { "with%20space.md", "d/with space.md", NULL },
        { "with space.md", "d/with space.md", NULL },
        { "as%20written.md", "d/as%20written.md", NULL },
        { "other.md#", "d/other.md", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct local_target target;
        struct error error = { "" };
        assert_true(local_link_resolve(NULL, scratch_path("d/here.md"), cases[i].target, &target,
                                       &error));
        char *wanted = realpath(scratch_path(cases[i].file), NULL);
        char *found = realpath(target.path, NULL);
        assert_string_equal(found, wanted);
        if (cases[i].heading == NULL)
            assert_null(target.heading);
        else
            assert_string_equal(target.heading, cases[i].heading);
        free(found);
        free(wanted);
        local_target_free(&target);
    }
}

static void test_places_in_the_document_itself(void **state)
{
    (void)state;
    struct document *document = parse("Start\n\n# Zip & Zap\n");
    struct local_target target;
    struct error error = { "" };
    assert_true(local_link_resolve(document, "no/such.md", "#zip--zap", &target, &error));
    assert_null(target.path);
    assert_string_equal(document->text + target.offset, "Zip & Zap");
    local_target_free(&target);
    document_free(document);
}

static void test_what_leads_nowhere(void **state)
{
    (void)state;
    static const struct { const char *target, *reason; } cases[] = {
        { "nope.md", "nope.md: no such file" },
        { "nope.md#zip", "nope.md: no such file" },
        { "%00", "%00: no such file" },
        { "%", "%: no such file" },
        { "%4", "%4: no such file" },
        { "/no/such/file.md", "/no/such/file.md: no such file" },
        { "#zip", "#zip: no such heading" },
        { "#z%69p", "#zip: no such heading" },
        { "", "an empty link leads nowhere" },
    };
    struct document *document = parse("# Zap\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct local_target target;
        struct error error = { "" };
        assert_false(local_link_resolve(document, scratch_path("d/here.md"), cases[i].target,
                                        &target, &error));
        assert_string_equal(error.text, cases[i].reason);
        assert_null(target.path);
        assert_null(target.heading);
    }
    document_free(document);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_local), cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_headings),      TEST(test_files),
        TEST(test_places_in_the_document_itself), TEST(test_what_leads_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
