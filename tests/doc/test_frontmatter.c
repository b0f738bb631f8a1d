#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/frontmatter.h"

static size_t read_text(const char *text, struct frontmatter *out)
{
    return frontmatter_read(text, strlen(text), out);
}

static void test_flattens_mappings_and_sequences(void **state)
{
    (void)state;
    static const char text[] = "---\n"
                               "names:\n"
                               "  en: Alibaba Group\n"
                               "  zh: '阿里巴巴集团'\n"
                               "aliases: [Alibaba, \"A:B\"]\n"
                               "facts:\n"
                               "- who: {x: 1}\n"
                               "  when: 2015-06-22\n"
                               "- plain\n"
                               "last: no\n"
                               "---\n"
                               "Body\n";
    struct frontmatter matter;
    assert_int_equal(read_text(text, &matter), strlen(text) - 5);
    assert_null(matter.fault);
    assert_string_equal(frontmatter_get(&matter, "names.en"), "Alibaba Group");
    assert_string_equal(frontmatter_get(&matter, "names.zh"), "阿里巴巴集团");
    assert_string_equal(frontmatter_get(&matter, "aliases"), "Alibaba");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 1)->value, "A:B");
    assert_null(frontmatter_nth(&matter, "aliases", 2));
    assert_string_equal(frontmatter_get(&matter, "facts.who.x"), "1");
    assert_string_equal(frontmatter_get(&matter, "facts.when"), "2015-06-22");
    assert_string_equal(frontmatter_get(&matter, "facts"), "plain");
    assert_string_equal(frontmatter_get(&matter, "last"), "no");
    assert_null(frontmatter_get(&matter, "names"));
    assert_int_equal(frontmatter_nth(&matter, "names.en", 0)->line, 3);
    assert_int_equal(frontmatter_nth(&matter, "facts", 0)->line, 9);
    frontmatter_free(&matter);
}

static void test_texts_without_front_matter(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "---", "---\n", "text", "--- a\nb: c\n---\n", "\n---\na: b\n---\n",
        "---\nno closing line: here\n", "----\na: b\n----\n",
        "---\nJust prose between rules\n---\n", "---\n- a\n- b\n---\n", "---\n\t\n---x\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct frontmatter matter;
        assert_int_equal(read_text(texts[i], &matter), 0);
        assert_int_equal(matter.count, 0);
        assert_null(matter.fault);
        frontmatter_free(&matter);
    }
}

static void test_fences(void **state)
{
    (void)state;
    struct frontmatter matter;
    assert_int_equal(read_text("--- \na: b\n...\t\nx", &matter), 15);
    assert_string_equal(frontmatter_get(&matter, "a"), "b");
    frontmatter_free(&matter);
    assert_int_equal(read_text("---\n---\nx", &matter), 8);
    assert_int_equal(matter.count, 0);
    frontmatter_free(&matter);
    assert_int_equal(read_text("---\na:\n---", &matter), 10);
    assert_string_equal(frontmatter_get(&matter, "a"), "");
    frontmatter_free(&matter);
}

struct fault_case {
    const char *text;
    const char *fault; /* how it begins */
    unsigned line;
    size_t kept;
};

static const struct fault_case fault_cases[] = {
    { "---\na: b\nc: &x d\n---\n", "line 3: anchors", 3, 1 },
    { "---\na: b\nc: *x\n---\n", "line 3: aliases", 3, 1 },
    { "---\na: &x {b: c}\n---\n", "line 2: anchors", 2, 0 },
    { "---\na: b\n\nc: \"open\n---\n", "line 4: ", 4, 1 },
    { "---\na: b\n? [x]\n: c\n---\n", "line 3: a key must be plain text", 3, 1 },
    { "---\na: b\nc: [1,\nd: 2\n---\n", "line 3: while parsing a flow", 3, 3 },
    { "---\na: b\n- c\n---\n", "line 3: ", 3, 1 },
};

static void test_faults_keep_what_came_before(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fault_cases / sizeof fault_cases[0]; i++) {
        const struct fault_case *one = &fault_cases[i];
        struct frontmatter matter;
        assert_int_equal(read_text(one->text, &matter), strlen(one->text));
        assert_non_null(matter.fault);
        assert_memory_equal(matter.fault, one->fault, strlen(one->fault));
        assert_int_equal(matter.fault_line, one->line);
        assert_int_equal(matter.count, one->kept);
        frontmatter_free(&matter);
    }
}

static void repeat(struct buffer *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_add_text(out, text);
}

static void test_limits(void **state)
{
    (void)state;
    struct frontmatter matter;
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\na: ");
    repeat(&text, "[", 100);
    buffer_add_text(&text, "\n---\n");
    assert_true(frontmatter_read(text.data, text.length, &matter) > 0);
    assert_string_equal(matter.fault, "line 2: is nested deeper than 32 levels");
    frontmatter_free(&matter);

    buffer_truncate(&text, 0); /* the mapping and 31 sequences in it: just enough */
    buffer_add_text(&text, "---\na: ");
    repeat(&text, "[", 31);
    repeat(&text, "]", 31);
    buffer_add_text(&text, "\nb: ");
    repeat(&text, "[", 32);
    buffer_add_text(&text, " x\n---\n");
    assert_true(frontmatter_read(text.data, text.length, &matter) > 0);
    assert_string_equal(matter.fault, "line 3: is nested deeper than 32 levels");
    frontmatter_free(&matter);

    buffer_truncate(&text, 0);
    buffer_add_text(&text, "---\n");
    repeat(&text, "k: v\n", 10001);
    buffer_add_text(&text, "---\n");
    assert_true(frontmatter_read(text.data, text.length, &matter) > 0);
    assert_string_equal(matter.fault, "line 10002: there are more than 10000 entries");
    assert_int_equal(matter.count, 10000);
    frontmatter_free(&matter);

    buffer_truncate(&text, 0);
    buffer_add_text(&text, "---\nkey: >\n");
    repeat(&text, "  words and words\n", 70000);
    buffer_add_text(&text, "---\n");
    assert_int_equal(frontmatter_read(text.data, text.length, &matter), 0); /* over 1 MiB */
    frontmatter_free(&matter);
    buffer_free(&text);
}

static void test_long_keys_are_refused(void **state)
{
    (void)state;
    struct frontmatter matter;
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\n");
    for (int i = 0; i < 20; i++) {
        repeat(&text, " ", (size_t)i);
        repeat(&text, "k", 100);
        buffer_add_text(&text, ":\n");
    }
    buffer_add_text(&text, "---\n");
    assert_true(frontmatter_read(text.data, text.length, &matter) > 0);
    assert_non_null(strstr(matter.fault, "longer than 1024 bytes"));
    frontmatter_free(&matter);
    buffer_free(&text);
}

/* YAML's own escapes must not bring back what the reader of files took out. */
static void test_values_are_clean(void **state)
{
    (void)state;
    struct frontmatter matter;
    assert_true(read_text("---\n\"k\\e\": \"a\\e[31m\\0b\\x9b\"\n---\n", &matter) > 0);
    assert_string_equal(matter.items[0].key, "k␛");
    assert_string_equal(matter.items[0].value, "a␛[31m␀b␦");
    frontmatter_free(&matter);
}

static void test_whole_yaml_file(void **state)
{
    (void)state;
    struct frontmatter matter;
    struct error error = { "" };
    static const char good[] = "title: Library\npanes: [a.en, b.zh]\n";
    assert_true(frontmatter_read_yaml(good, strlen(good), &matter, &error));
    assert_string_equal(frontmatter_nth(&matter, "panes", 1)->value, "b.zh");
    assert_int_equal(frontmatter_nth(&matter, "panes", 1)->line, 2);
    frontmatter_free(&matter);

    static const char bad[] = "title: x\npanes: [a\nb: c\n";
    assert_false(frontmatter_read_yaml(bad, strlen(bad), &matter, &error));
    assert_memory_equal(error.text, "line ", 5);
    assert_string_equal(frontmatter_get(&matter, "title"), "x");
    frontmatter_free(&matter);

    assert_true(frontmatter_read_yaml("", 0, &matter, &error));
    frontmatter_free(&matter);
    static const char list[] = "- a\n";
    assert_false(frontmatter_read_yaml(list, strlen(list), &matter, &error));
    assert_string_equal(error.text, "line 1: has no \"key: value\" lines");
    frontmatter_free(&matter);
    static const char two[] = "a: b\n---\nc: d\n";
    assert_false(frontmatter_read_yaml(two, strlen(two), &matter, &error));
    assert_string_equal(error.text, "line 2: a second document begins");
    frontmatter_free(&matter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flattens_mappings_and_sequences),
        cmocka_unit_test(test_texts_without_front_matter),
        cmocka_unit_test(test_fences),
        cmocka_unit_test(test_faults_keep_what_came_before),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_long_keys_are_refused),
        cmocka_unit_test(test_values_are_clean),
        cmocka_unit_test(test_whole_yaml_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
