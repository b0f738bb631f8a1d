/* Templates, category by category of the Mustache specification, and what a note offers them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/mustache.h"
#include "export/template.h"
#include "record_of.h"
#include "text/json.h"

static void fill(struct value *value, struct json json)
{
    char *text;
    switch (json_kind(json)) {
    case JSON_TRUE: value->kind = VALUE_TRUE; break;
    case JSON_STRING:
        text = json_text(json);
        value_set_text(value, text);
        free(text);
        break;
    case JSON_NUMBER:
        text = xstrndup(json.at, strspn(json.at, "0123456789.-"));
        value_set_text(value, text);
        free(text);
        break;
    case JSON_ARRAY:
        value->kind = VALUE_LIST;
        for (struct json item = json_first(json); json_kind(item) != JSON_NOTHING;
             item = json_next(item))
            fill(value_add_item(value), item);
        break;
    default: break;
    }
}

/* Objects: json.h gives members by name only, so the names are said beside them. */
static void fill_object(struct value *value, struct json json, const char *const *names)
{
    value->kind = VALUE_OBJECT;
    for (; *names != NULL; names++) {
        struct json member = json_member(json, *names);
        if (json_kind(member) == JSON_NOTHING)
            continue;
        static const char *const inner[] = { "a", "b", "c", "d", "name", "n", "list", NULL };
        struct value *made = value_add_member(value, *names);
        if (json_kind(member) == JSON_OBJECT) {
            fill_object(made, member, inner);
        } else if (json_kind(member) == JSON_ARRAY &&
                   json_kind(json_first(member)) == JSON_OBJECT) {
            made->kind = VALUE_LIST;
            for (struct json item = json_first(member); json_kind(item) != JSON_NOTHING;
                 item = json_next(item))
                fill_object(value_add_item(made), item, inner);
        } else {
            fill(made, member);
        }
    }
}

struct one {
    const char *data;
    const char *template;
    const char *expected;
};

static void check(const struct one *one)
{
    static const char *const names[] = {
        "a", "b", "c", "d", "name", "n", "list", "yes", "no", NULL
    };
    struct value value = { .kind = VALUE_NOTHING };
    struct buffer out = { 0 };
    struct error error = { "" };
    struct json root;
    assert_true(json_check(one->data, strlen(one->data), &root, &error));
    fill_object(&value, root, names);
    struct mustache *mustache = mustache_parse(one->template, strlen(one->template), NULL, &error);
    assert_string_equal(error.text, "");
    mustache_render(mustache, &value, &out);
    assert_string_equal(buffer_text(&out), one->expected);
    mustache_free(mustache);
    value_free(&value);
    buffer_free(&out);
}

#define CHECK_ALL(cases)                                                                           \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++)                                   \
    check(&(cases)[i])

static void test_variables(void **state)
{
    (void)state;
    static const struct one cases[] = {
        { "{}", "Plain text.\n", "Plain text.\n" },
        { "{\"a\": \"world\"}", "Hello, {{a}}!", "Hello, world!" },
        { "{\"a\": \"& \\\" < >\"}", "{{a}}|{{{a}}}|{{&a}}",
          "&amp; &quot; &lt; &gt;|& \" < >|& \" < >" },
        { "{\"a\": 85}", "{{a}} {{{a}}} {{&a}}", "85 85 85" },
        { "{\"a\": 1.21}", "{{a}} gigawatts", "1.21 gigawatts" },
        { "{\"a\": null}", "({{a}}|{{{a}}}|{{&a}})", "(||)" },
        { "{}", "({{a}}|{{{a}}}|{{&a}})", "(||)" },
        { "{\"a\": {\"name\": \"Joe\"}}", "{{a.name}} {{#a}}{{name}}{{/a}}", "Joe Joe" },
        { "{\"a\": {\"b\": {\"c\": {\"d\": \"Phil\"}}}}", "{{a.b.c.d}}", "Phil" },
        { "{\"a\": {}}", "({{a.b.c}})", "()" },
        /* The first part is found, the second is not: what lies further out does not count. */
        { "{\"a\": {\"b\": {}}, \"c\": {\"name\": \"Jim\"}}", "({{a.b.c.name}})", "()" },
        { "{\"a\": {\"b\": {}}, \"b\": {\"c\": \"wrong\"}}", "{{#a}}({{b.c}}){{/a}}", "()" },
        { "{\"a\": \"x\"}", "| {{a}} |", "| x |" },
        { "{\"a\": \"x\"}", "  {{a}}\n", "  x\n" },
        { "{\"a\": \"x\"}", "  {{{a}}}\n", "  x\n" },
        { "{\"a\": \"x\"}", "|{{ a }}|{{{ a }}}|{{& a }}|", "|x|x|x|" },
        { "{\"yes\": true}", "{{yes}}", "true" },
        { "{\"a\": [1]}", "({{a}})", "()" },
    };
    CHECK_ALL(cases);
}

static void test_sections(void **state)
{
    (void)state;
    static const struct one cases[] = {
        { "{\"yes\": true}", "<{{#yes}}in{{/yes}}>", "<in>" },
        { "{\"no\": false}", "<{{#no}}in{{/no}}>", "<>" },
        { "{\"no\": null}", "<{{#no}}in{{/no}}>", "<>" },
        { "{}", "<{{#no}}in{{/no}}>", "<>" },
        { "{\"a\": \"\"}", "<{{#a}}in{{/a}}>", "<>" },
        { "{\"a\": {\"name\": \"Joe\"}}", "{{#a}}Hi {{name}}.{{/a}}", "Hi Joe." },
        { "{\"a\": \"foo\", \"b\": \"wrong\", \"c\": {\"b\": \"bar\"}, \"d\": {\"d\": \"baz\"}}",
          "{{#c}}{{a}}, {{b}}, {{d.d}}{{/c}}", "foo, bar, baz" },
        { "{\"a\": \"bar\"}", "{{#a}}{{.}} is {{a}}{{/a}}", "bar is bar" },
        { "{\"list\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}", "{{#list}}{{n}}{{/list}}", "123" },
        { "{\"list\": []}", "<{{#list}}in{{/list}}>", "<>" },
        { "{\"yes\": true, \"b\": \"second\"}",
          "{{#yes}}\n* first\n{{/yes}}\n* {{b}}\n{{#yes}}\n* third\n{{/yes}}\n",
          "* first\n* second\n* third\n" },
        { "{\"yes\": true}", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", "| A B C D E |" },
        { "{\"no\": false}", "| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", "| A  E |" },
        { "{\"list\": [\"a\", \"b\"]}", "{{#list}}({{.}}){{/list}}", "(a)(b)" },
        { "{\"list\": [1.1, 2]}", "{{#list}}({{.}}){{/list}}", "(1.1)(2)" },
        { "{\"list\": [[1, 2], [\"a\"]]}", "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", "(12)(a)" },
        { "{\"list\": [\"&\", \"<\"]}", "{{#list}}{{.}}{{{.}}}{{&.}}{{/list}}", "&amp;&&&lt;<<" },
        { "{\"a\": {\"b\": {\"c\": true}}}", "<{{#a.b.c}}in{{/a.b.c}}>", "<in>" },
        { "{\"a\": {}}", "<{{#a.b.c}}in{{/a.b.c}}>", "<>" },
        { "{\"yes\": true}", " | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n" },
        { "{\"yes\": true}", " | {{#yes}} {{! x }}\n {{/yes}} | \n", " |  \n  | \n" },
        { "{\"yes\": true}", " {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", " YES\n GOOD\n" },
        { "{\"yes\": true}", "| A\n  {{#yes}}\n|\n  {{/yes}}\n| B\n", "| A\n|\n| B\n" },
        { "{\"yes\": true}", "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|" },
        { "{\"yes\": true}", "  {{#yes}}\n#{{/yes}}\n/", "#\n/" },
        { "{\"yes\": true}", "#{{#yes}}\n/\n  {{/yes}}", "#\n/\n" },
        { "{\"yes\": true}", "|{{# yes }}={{/ yes }}|", "|=|" },
    };
    CHECK_ALL(cases);
}

static void test_inverted(void **state)
{
    (void)state;
    static const struct one cases[] = {
        { "{\"no\": false}", "<{{^no}}in{{/no}}>", "<in>" },
        { "{\"yes\": true}", "<{{^yes}}in{{/yes}}>", "<>" },
        { "{\"a\": {\"b\": \"x\"}}", "<{{^a}}in{{/a}}>", "<>" },
        { "{\"list\": [{\"n\": 1}]}", "<{{^list}}in{{/list}}>", "<>" },
        { "{\"list\": []}", "<{{^list}}in{{/list}}>", "<in>" },
        { "{}", "<{{^a.b.c}}in{{/a.b.c}}>", "<in>" },
        { "{\"no\": false}", "{{^no}}\n* a\n{{/no}}\n* b\n", "* a\n* b\n" },
        { "{\"no\": false}", "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", "| A B C D E |" },
        { "{\"no\": false}", "|\r\n{{^no}}\r\n{{/no}}\r\n|", "|\r\n|" },
    };
    CHECK_ALL(cases);
}

static void test_comments_and_delimiters(void **state)
{
    (void)state;
    static const struct one cases[] = {
        { "{}", "12345{{! a comment }}67890", "1234567890" },
        { "{}", "1{{!\n  of several\n  lines }}2", "12" },
        { "{}", "Begin.\n{{! alone }}\nEnd.\n", "Begin.\nEnd.\n" },
        { "{}", "Begin.\n  {{! alone }}\nEnd.\n", "Begin.\nEnd.\n" },
        { "{}", "Begin.\n{{!\nof lines\n}}\nEnd.\n", "Begin.\nEnd.\n" },
        { "{}", "  12 {{! 34 }}\n", "  12 \n" },
        { "{}", "a {{!}} b", "a  b" },
        { "{\"a\": \"Hey!\"}", "{{=<% %>=}}(<%a%>)", "(Hey!)" },
        { "{\"a\": \"It worked!\"}", "({{=[ ]=}}[a])", "(It worked!)" },
        { "{\"yes\": true, \"a\": \"x\"}",
          "[\n{{#yes}}\n  {{a}}\n  |a|\n{{/yes}}\n\n{{= | | =}}\n|#yes|\n  {{a}}\n  "
          "|a|\n|/yes|\n]\n",
          "[\n  x\n  |a|\n\n  {{a}}\n  x\n]\n" },
        { "{}", "Begin.\n{{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n" },
        { "{}", "|{{= @   @ =}}|", "||" },
        { "{\"a\": \"x\"}", "{{=| |=}}|&a||={{ }}=|{{a}}", "xx" },
    };
    CHECK_ALL(cases);
}

static void test_wrong_templates(void **state)
{
    (void)state;
    static const struct {
        const char *template;
        const char *reason;
    } cases[] = {
        { "a\n{{b", "line 2: a tag has no end" },
        { "{{}}", "line 1: a tag has no name" },
        { "{{#a}}\n{{/b}}", "line 2: another section ends than the one that is open" },
        { "\n\n{{#a}}", "line 3: a section has no end" },
        { "{{/a}}", "line 1: a section ends that has not begun" },
        { "{{>other}}", "line 1: there are no templates within this one" },
        { "{{=one=}}", "line 1: new delimiters are two words of at most 15 bytes" },
        { "{{=a b c=}}", "line 1: new delimiters are two words of at most 15 bytes" },
        { "{{=0123456789012345 x=}}", "line 1: new delimiters are two words of at most 15 bytes" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = { "" };
        assert_null(mustache_parse(cases[i].template, strlen(cases[i].template), NULL, &error));
        assert_string_equal(error.text, cases[i].reason);
    }
    struct buffer deep = { 0 };
    struct error error;
    for (int i = 0; i <= MUSTACHE_DEPTH; i++)
        buffer_add_text(&deep, "{{#a}}");
    assert_null(mustache_parse(deep.data, deep.length, NULL, &error));
    assert_string_equal(error.text, "line 1: too many sections within one another");
    buffer_free(&deep);
}

/* As the specification's partials.json has them, and what it leaves open. */
static bool load(void *context, const char *name, struct buffer *text, struct error *error)
{
    static const char *const partials[] = { "text",  "from partial", "lines", "|\n{{a}}\n|\n",
                                            "inner", "[{{>text}}]",  "self",  "x{{>self}}",
                                            "wrong", "{{#a}}\n",     NULL };
    (void)context;
    for (size_t i = 0; partials[i] != NULL; i += 2)
        if (strcmp(name, partials[i]) == 0) {
            buffer_add_text(text, partials[i + 1]);
            return true;
        }
    error_set(error, "%s: is not there", name);
    return false;
}

static void test_partials(void **state)
{
    (void)state;
    static const struct {
        const char *template;
        const char *expected; /* or what is wrong */
    } cases[] = {
        { "\"{{>text}}\"", "\"from partial\"" },
        { "|{{> text }}|", "|from partial|" },
        { "\\\n {{>lines}}\n/", "\\\n |\n A&lt;\n |\n/" },
        { "{{#list}}{{>inner}}{{/list}}", "[from partial][from partial]" },
        { "  {{b}}  {{>lines}}\n", "  B  |\nA&lt;\n|\n\n" },
        { "{{>self}}", "self: line 1: too many templates within one another, or one within itself" },
        { "{{>none}}", "none: is not there" },
        { "{{>wrong}}", "wrong: line 1: a section has no end" },
    };
    struct value value = { .kind = VALUE_OBJECT };
    value_add_text(&value, "a", "A<");
    value_add_text(&value, "b", "B");
    struct value *list = value_add_member(&value, "list");
    list->kind = VALUE_LIST;
    value_add_item(list)->kind = VALUE_TRUE;
    value_add_item(list)->kind = VALUE_TRUE;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mustache_loader loader = { load, NULL };
        struct buffer out = { 0 };
        struct error error = { "" };
        struct mustache *mustache =
            mustache_parse(cases[i].template, strlen(cases[i].template), &loader, &error);
        if (mustache != NULL)
            mustache_render(mustache, &value, &out);
        else
            buffer_add_text(&out, error.text);
        assert_string_equal(buffer_text(&out), cases[i].expected);
        mustache_free(mustache);
        buffer_free(&out);
    }
    value_free(&value);
}

static void run_template(const char *template, const struct export_set *set, const char *expected)
{
    struct buffer out = { 0 };
    struct error error = { "" };
    struct template_text text = { .path = NULL };
    buffer_add_text(&text.text, template);
    assert_true(template_run(&text, set, &out, &error));
    assert_string_equal(buffer_text(&out), expected);
    template_free(&text);
    buffer_free(&out);
}

static void test_notes(void **state)
{
    (void)state;
    struct annotation annotations[2] = { annotation_full(1, "a <b>"), annotation_full(2, "c\x1b") };
    annotation_drop_target(&annotations[1], TARGET_COUNTERPART);
    annotation_set(&annotations[1].comment, "");
    struct note_record records[2] = { record_of(&annotations[0]), record_of(&annotations[1]) };
    struct export_set set = { .records = records, .count = 2 };
    run_template("{{count}}{{#notes}} {{number}} {{id}}{{/notes}}", &set,
                 "2 1 0m0000000001 2 0m0000000002");
    run_template("{{#notes}}{{quote}}{{^last}}, {{/last}}{{/notes}}", &set, "a &lt;b&gt;, c␛");
    run_template(
        "{{#notes}}({{{quote}}}{{#bilingual}} = {{counterpart_quote}}{{/bilingual}}){{/notes}}",
        &set, "(a <b> = 出售)(c␛)");
    run_template("{{#notes}}{{#comment}}said{{/comment}}{{^comment}}nothing{{/comment}} {{/notes}}",
                 &set, "said nothing ");
    run_template("{{#notes}}{{#is_comment}}{{#each_tag}}#{{.}} {{/each_tag}}{{/is_comment}}"
                 "{{#is_tag}}no{{/is_tag}}{{/notes}}",
                 &set, "#Alibaba #收购 #Alibaba #收购 ");
    run_template("{{#notes}}{{#each_entity}}{{name}} ({{type}}), {{/each_entity}}"
                 "{{#each_heading}}/{{.}}{{/each_heading}};{{/notes}}",
                 &set,
                 "Alibaba Group (company), OpenSky (company), /The Sale/Price;"
                 "Alibaba Group (company), OpenSky (company), /The Sale/Price;");
    annotation_free(&annotations[0]);
    annotation_free(&annotations[1]);
}

static void test_articles(void **state)
{
    (void)state;
    struct annotation annotations[3];
    struct note_record records[3];
    for (unsigned i = 0; i < 3; i++) {
        annotations[i] = annotation_full(i + 1, i == 0 ? "a" : i == 1 ? "b" : "c");
        records[i] = record_of(&annotations[i]);
    }
    struct annotation_target *other = annotation_add_target(&annotations[1], TARGET_SELECTION);
    annotation_set(&other->article, "other");
    annotation_set(&other->title, "Other: \"one\"");
    annotation_add_tag(&annotations[2], "new");
    struct export_set set = { .records = records, .count = 3 };
    run_template("{{#articles}}{{{title}}} ({{count}}):{{#notes}} {{number}}{{quote}}{{/notes}}"
                 "{{^last}}; {{/last}}{{/articles}} of {{count}}",
                 &set, "The Sale (2): 1a 2c; Other: \"one\" (1): 1b of 3");
    run_template("{{#articles}}{{#each_tag}}#{{.}} {{/each_tag}}{{{quoted.title}}};{{/articles}}",
                 &set, "#Alibaba #收购 #new \"The Sale\";#Alibaba #收购 \"Other: \\\"one\\\"\";");
    for (size_t i = 0; i < 3; i++)
        annotation_free(&annotations[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_variables),       cmocka_unit_test(test_sections),
        cmocka_unit_test(test_inverted),        cmocka_unit_test(test_comments_and_delimiters),
        cmocka_unit_test(test_wrong_templates), cmocka_unit_test(test_notes),
        cmocka_unit_test(test_partials),        cmocka_unit_test(test_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
