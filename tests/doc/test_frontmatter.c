#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/frontmatter.h"
#include "doc/frontmatter_date.h"

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
    { "---\na: b\nc: &x d\n---\n", "line 3: anchors", 3, 2 },
    { "---\na: b\nc: *x\n---\n", "line 3: aliases", 3, 2 },
    { "---\na: &x {b: c}\n---\n", "line 2: anchors", 2, 1 },
    { "---\na: b\n\nc: \"open\n---\n", "line 4: ", 4, 2 },
    { "---\na: b\n? [x]\n: c\n---\n", "line 3: a key must be plain text", 3, 1 },
    { "---\na: b\nc: [1,\nd: 2\n---\n", "line 3: while parsing a flow", 3, 3 },
    { "---\na: b\n- c\n---\n", "line 3: ", 3, 2 },
};

static void test_faults_are_told_and_read_over(void **state)
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

/* What one line says when YAML refuses it or takes it for something else; a line behind it is
 * read in any case. */
struct line_case {
    const char *line;
    const char *value; /* of "k" */
    bool fault;
};

static const struct line_case line_cases[] = {
    { "k: Alibaba: the sale", "Alibaba: the sale", true },
    { "k: [Draft] The second report", "[Draft] The second report", true },
    { "k: {x} of y", "{x} of y", true },
    { "k: \"Gone\", says the mayor", "\"Gone\", says the mayor", true },
    { "k: \"Gone\" and \"back\"", "\"Gone\" and \"back\"", true },
    { "k: 'It's here'", "It's here", true },
    { "k: @who", "@who", true },
    { "k: 50%", "50%", false },
    { "k: % of all", "% of all", true },
    { "k: `code`", "`code`", true },
    { "k: *Stars* above", "*Stars* above", true },
    { "k: & more", "& more", true },
    { "k:\ta tab", "a tab", false },
    { "k: a\ttab", "a\ttab", false },
    { "k: - not a list", "- not a list", true },
    { "k: \xe9\xa9\xac\xe4\xba\x91: x", "\xe9\xa9\xac\xe4\xba\x91: x", true },
    { "k\xef\xbc\x9awide", "wide", true },
    { "k: null", "", false },
    { "k: ~", "", false },
    { "k: 'null'", "null", false },
    { "k: one: two\n  and: three", "one: two and: three", true },
    { "k:\n\t- a: b: c\n\t- d", "a: b: c", true },
};

static void test_a_line_is_taken_literally(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof line_cases / sizeof line_cases[0]; i++) {
        const struct line_case *one = &line_cases[i];
        struct buffer text = { 0 };
        struct frontmatter matter;
        buffer_add_format(&text, "---\na: before\n%s\nz: 'after'\n---\nBody", one->line);
        assert_int_equal(frontmatter_read(text.data, text.length, &matter), text.length - 4);
        assert_string_equal(frontmatter_get(&matter, "k"), one->value);
        assert_string_equal(frontmatter_get(&matter, "a"), "before");
        assert_string_equal(frontmatter_get(&matter, "z"), "after");
        assert_int_equal(matter.fault != NULL, one->fault);
        frontmatter_free(&matter);
        buffer_free(&text);
    }
}

static void test_what_stands_below_a_refused_line(void **state)
{
    (void)state;
    struct frontmatter matter;
    assert_true(read_text("---\nsource: Report: 2014\nnames: {en: Gale, zh: \xe5\xa4\xa7\xe9\xa3\x8e}\n"
                          "aliases:\n- Gale: the: Lines\n- 'The Gale'\nmore:\n  en: A: B\n  zh: C\n---\n",
                          &matter) > 0);
    assert_string_equal(frontmatter_get(&matter, "names.en"), "Gale");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 0)->value, "Gale: the: Lines");
    assert_true(frontmatter_nth(&matter, "aliases", 0)->listed);
    assert_string_equal(frontmatter_nth(&matter, "aliases", 1)->value, "The Gale");
    assert_int_equal(frontmatter_nth(&matter, "aliases", 1)->line, 6);
    assert_string_equal(frontmatter_get(&matter, "more.en"), "A: B");
    assert_string_equal(frontmatter_get(&matter, "more.zh"), "C");
    frontmatter_free(&matter);
}

static void test_lists_between_commas(void **state)
{
    (void)state;
    struct frontmatter matter;
    assert_true(read_text("---\naliases: A B, C\xef\xbc\x8c D\nlist: ['x, y']\n---\n", &matter) > 0);
    frontmatter_split(&matter, "aliases");
    frontmatter_split(&matter, "list");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 0)->value, "");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 1)->value, "A B");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 2)->value, "C");
    assert_string_equal(frontmatter_nth(&matter, "aliases", 3)->value, "D");
    assert_null(frontmatter_nth(&matter, "aliases", 4));
    assert_string_equal(frontmatter_get(&matter, "list"), "x, y");
    frontmatter_free(&matter);
}

static void test_toml(void **state)
{
    (void)state;
    static const char text[] = "+++\n"
                               "title = \"A \\\"b\\\" \\u4e2d\" # remark\n"
                               "draft = false\n"
                               "date = 2014-06-05T10:00:00Z\n"
                               "tags = [ 'x', # one\n  \"y\",\n]\n"
                               "long = \"\"\"\none\ntwo\"\"\"\n"
                               "bad line\n"
                               "who = @me\n"
                               "pair = { a = 1, 'b c' = [2] }\n"
                               "[names]\n"
                               "en = 'Gale # Lines'\n"
                               "\"zh-cn\".x = 'y'\n"
                               "[[item]]\n"
                               "n = 1\n"
                               "+++\n"
                               "Body\n";
    struct frontmatter matter;
    assert_int_equal(read_text(text, &matter), strlen(text) - 5);
    assert_string_equal(frontmatter_get(&matter, "title"), "A \"b\" \xe4\xb8\xad");
    assert_string_equal(frontmatter_get(&matter, "draft"), "false");
    assert_string_equal(frontmatter_get(&matter, "published"), "2014-06-05");
    assert_string_equal(frontmatter_nth(&matter, "tags", 1)->value, "y");
    assert_int_equal(frontmatter_nth(&matter, "tags", 1)->line, 6);
    assert_string_equal(frontmatter_get(&matter, "long"), "one\ntwo");
    assert_string_equal(frontmatter_get(&matter, "who"), "@me");
    assert_string_equal(frontmatter_get(&matter, "pair.a"), "1");
    assert_string_equal(frontmatter_get(&matter, "pair.b c"), "2");
    assert_string_equal(frontmatter_get(&matter, "names.en"), "Gale # Lines");
    assert_string_equal(frontmatter_get(&matter, "names.zh-cn.x"), "y");
    assert_string_equal(frontmatter_get(&matter, "item.n"), "1");
    assert_string_equal(matter.fault, "line 11: cannot be read as TOML");
    frontmatter_free(&matter);
    assert_int_equal(read_text("+++\nprose\n+++\n", &matter), 0);
    assert_int_equal(read_text("+++\na = 1\n", &matter), 0);
}

static void test_json(void **state)
{
    (void)state;
    static const char text[] = "{\n  \"title\": \"A: \\\"b\\\" }\",\n\t\"tags\":[\"x\", \"y\"],\n"
                               "  \"names\": {\"en\": \"\\u4e2d\"},\n  \"date\": \"June 5, 2014\"\n}\n\nBody";
    struct frontmatter matter;
    assert_int_equal(read_text(text, &matter), strlen(text) - 5);
    assert_null(matter.fault);
    assert_string_equal(frontmatter_get(&matter, "title"), "A: \"b\" }");
    assert_string_equal(frontmatter_nth(&matter, "tags", 1)->value, "y");
    assert_string_equal(frontmatter_get(&matter, "names.en"), "\xe4\xb8\xad");
    assert_string_equal(frontmatter_get(&matter, "published"), "2014-06-05");
    frontmatter_free(&matter);
    static const char *const none[] = { "{", "{\"a\"", "{\"a\": 1} text", "{x}\n", "{}\n",
                                        "{\"a\": [1}]\n" };
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        size_t taken = read_text(none[i], &matter);
        assert_true(taken == 0 || matter.count > 0);
        frontmatter_free(&matter);
    }
}

struct date_case {
    const char *text;
    const char *iso; /* NULL: no date */
};

static const struct date_case date_cases[] = {
    { "2014-06-05", "2014-06-05" },
    { "2014/06/05", "2014-06-05" },
    { "2014/6/5", "2014-06-05" },
    { "2014.06.05", "2014-06-05" },
    { "20140605", "2014-06-05" },
    { "2014-06", "2014-06" },
    { "2014", "2014" },
    { "2014-06-05T10:00:00+08:00", "2014-06-05" },
    { "2014-06-05 10:00", "2014-06-05" },
    { "June 5, 2014", "2014-06-05" },
    { "Jun. 5 2014", "2014-06-05" },
    { "June 5th, 2014", "2014-06-05" },
    { "5 June 2014", "2014-06-05" },
    { "the 5th of June", NULL },
    { "5th of June 2014", "2014-06-05" },
    { "Sept 5, 2014", "2014-09-05" },
    { "05-Jun-2014", "2014-06-05" },
    { "Thu, 05 Jun 2014 10:00:00 GMT", "2014-06-05" },
    { "Thursday, June 5, 2014 at 10 a.m.", "2014-06-05" },
    { "June 2014", "2014-06" },
    { "June 5", NULL },
    { "2014\xe5\xb9\xb4" "6\xe6\x9c\x88" "5\xe6\x97\xa5", "2014-06-05" },
    { "2014 \xe5\xb9\xb4 6 \xe6\x9c\x88", "2014-06" },
    { "2014\xe5\xb9\xb4", "2014" },
    { "二〇一四年六月五日", "2014-06-05" },
    { "二〇一四年十二月二十五日 星期四", "2014-12-25" },
    { "二零一四年十月三十日", "2014-10-30" },
    { "13/6/2014", "2014-06-13" },
    { "6/13/2014", "2014-06-13" },
    { "6/5/2014", NULL },
    { "2015-02-29", NULL },
    { "2016-02-29", "2016-02-29" },
    { "2015-13", NULL },
    { "2015-1-32", NULL },
    { "2015-00-01", NULL },
    { "yesterday", NULL },
    { "Maya 5, 2014", NULL },
    { "5", NULL },
    { "", NULL },
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof date_cases / sizeof date_cases[0]; i++) {
        char iso[FRONTMATTER_DATE_SIZE] = "";
        bool is_date = frontmatter_date(date_cases[i].text, iso);
        assert_string_equal(is_date ? iso : "none",
                            date_cases[i].iso != NULL ? date_cases[i].iso : "none");
    }
    struct frontmatter matter;
    assert_true(read_text("---\npublished: soon\ndate: 2014/06/05\n---\n", &matter) > 0);
    assert_string_equal(frontmatter_get(&matter, "published"), "soon");
    frontmatter_free(&matter);
}

static void test_a_long_block_of_faults_costs_little(void **state)
{
    (void)state;
    static const char *const lines[] = { "a: [\n", "a: b: c\n", "a: {x: [\n", "a = [1,\n",
                                         "a = \"\"\"\n", "[[[\n", "\t- x: y: z\n", "a: \"\n" };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        for (int toml = 0; toml < 2; toml++) {
            struct buffer text = { 0 };
            struct frontmatter matter;
            buffer_add_text(&text, toml ? "+++\nk = 1\n" : "---\nk: 1\n");
            while (text.length < 100000)
                buffer_add_text(&text, lines[i]);
            buffer_add_text(&text, toml ? "+++\n" : "---\n");
            assert_int_equal(frontmatter_read(text.data, text.length, &matter), text.length);
            assert_string_equal(frontmatter_get(&matter, "k"), "1");
            frontmatter_free(&matter);
            buffer_free(&text);
        }
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
        cmocka_unit_test(test_faults_are_told_and_read_over),
        cmocka_unit_test(test_a_line_is_taken_literally),
        cmocka_unit_test(test_what_stands_below_a_refused_line),
        cmocka_unit_test(test_lists_between_commas),
        cmocka_unit_test(test_toml),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_a_long_block_of_faults_costs_little),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_long_keys_are_refused),
        cmocka_unit_test(test_values_are_clean),
        cmocka_unit_test(test_whole_yaml_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
