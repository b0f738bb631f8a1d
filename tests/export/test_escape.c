/* Text that is put into a format stays text there. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "doc/reader.h"
#include "export/clean.h"
#include "export/escape_csv.h"
#include "export/escape_json.h"
#include "export/escape_markdown.h"
#include "export/escape_markup.h"
#include "export/escape_org.h"
#include "export/escape_yaml.h"
#include "record_of.h"
#include "wellformed.h"

struct pair {
    const char *text;
    const char *escaped;
};

#define ALL(pairs) (sizeof(pairs) / sizeof *(pairs))

static void check(const struct pair *pair, struct buffer *out)
{
    assert_string_equal(buffer_text(out), pair->escaped);
    buffer_free(out);
}

static void test_clean(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "a\tb", "a\tb" },
        { "a\r\nb\rc\nd", "a|b|c|d" },
        { "\x1b[31m", "␛[31m" },
        { "x\xffy", "x\xEF\xBF\xBDy" },
        { "x\xe2\x80\xaey", "x<U+202E>y" },
        { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
          "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb" },
        { "e\xcc\x81 \xe4\xb8\xad", "e\xcc\x81 \xe4\xb8\xad" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        clean_add(&out, pairs[i].text, strlen(pairs[i].text), "|");
        check(&pairs[i], &out);
    }
}

static void test_markup(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "<b a=\"1\">&amp;</b>", "&#x3C;b a=&#x22;1&#x22;&#x3E;&#x26;amp;&#x3C;/b&#x3E;" },
        { "two\nlines", "two<br>lines" },
        { "x\xe2\x80\xaey", "x&#x202E;y" },
        { "\xef\xbf\xbf", "\xef\xbf\xbd" },
        { "it's", "it's" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_markup(&out, pairs[i].text, strlen(pairs[i].text), "<br>");
        check(&pairs[i], &out);
    }
}

static void test_address(void **state)
{
    (void)state;
    assert_true(escape_is_address("https://example.org/"));
    assert_true(escape_is_address("HTTP://example.org/"));
    assert_true(escape_is_address("mailto:a@example.org"));
    assert_false(escape_is_address("javascript:alert(1)"));
    assert_false(escape_is_address(" javascript:alert(1)"));
    assert_false(escape_is_address("java\tscript:alert(1)"));
    assert_false(escape_is_address("data:text/html,x"));
    assert_false(escape_is_address("//example.org"));
    assert_false(escape_is_address(""));
}

static void test_json(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "a\"b\\c/", "\"a\\\"b\\\\c/\"" },
        { "\n\t\r\b\f\x1b\x7f", "\"\\n\\t\\r\\b\\f\\u001b\\u007f\"" },
        { "\xc2\x85\xe2\x80\xa8\xe2\x80\xae", "\"\\u0085\\u2028\\u202e\"" },
        { "中\xf0\x9f\x98\x80", "\"中\xf0\x9f\x98\x80\"" },
        { "\xf3\xa0\x80\x81", "\"\\udb40\\udc01\"" },
        { "\xff", "\"\xef\xbf\xbd\"" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_json(&out, pairs[i].text, strlen(pairs[i].text));
        check(&pairs[i], &out);
    }
}

static void test_iri(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    escape_iri(&out, "a b/中\xff~.-_%");
    assert_string_equal(buffer_text(&out), "a%20b%2F%E4%B8%AD%FF~.-_%25");
    buffer_free(&out);
}

static void test_csv(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "plain text", "plain text" },
        { "a,b", "\"a,b\"" },
        { "say \"hi\"", "\"say \"\"hi\"\"\"" },
        { "two\r\nlines", "\"two\nlines\"" },
        { "=1+1", "'=1+1" },
        { "+1", "'+1" },
        { "-1", "'-1" },
        { "@a", "'@a" },
        { "\t=1", "\"'\t=1\"" },
        { " =1", "\"' =1\"" },
        { "\r=1", "\"'\n=1\"" },
        { "＝1", "'＝1" },
        { "=a,\"b\"", "\"'=a,\"\"b\"\"\"" },
        { "1=1", "1=1" },
        { "", "" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_csv(&out, pairs[i].text, strlen(pairs[i].text));
        check(&pairs[i], &out);
    }
}

static void test_tsv(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    escape_tsv(&out, "a\tb\nc\\d \"e\" =f", strlen("a\tb\nc\\d \"e\" =f"));
    assert_string_equal(buffer_text(&out), "a\\tb\\nc\\\\d \"e\" =f");
    buffer_free(&out);
}

static void test_yaml(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    escape_yaml(&out, "<b>[x](javascript:y)");
    assert_string_equal(buffer_text(&out), "\"\\x3cb>[x\\x5d(javascript:y)\"");
    buffer_truncate(&out, 0);
    escape_yaml(&out, "a: \"b\" \\ #c\n- d\xe2\x80\xae\x1b");
    assert_string_equal(buffer_text(&out), "\"a: \\\"b\\\" \\\\ #c\\n- d\\u202e␛\"");
    buffer_free(&out);
}

static void test_markdown(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "37.6 percent, a_b and 11 Main.", "37.6 percent, a_b and 11 Main." },
        { "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`" },
        { "[x](y) <b> &amp; & b", "\\[x\\](y) \\<b\\> \\&amp; & b" },
        { "# a", "\\# a" },
        { "- a", "\\- a" },
        { "2014. It", "2014\\. It" },
        { "2014) It", "2014\\) It" },
        { "    code", "&#x20;&#x20;&#x20;&#x20;code" },
        { "a \n> b", "a\\\n> \\> b" },
        { "$5 and $6", "\\$5 and \\$6" },
        { "x\xe2\x80\xaey", "x&#x202E;y" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_markdown(&out, pairs[i].text, strlen(pairs[i].text), "\\\n> ");
        check(&pairs[i], &out);
    }
}

static void test_markdown_source(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "Why *now*?\n\nAsk.", "- Why *now*?\n\n  Ask.\n" },
        { "\n\n  \nlate  \n\n", "- late\n" },
        { "- - -\nx", "-\n  - - -\n  x\n" },
        { "<b>x</b> a < b", "- \\<b>x\\</b> a < b\n" },
        { "\\<b>", "- \\<b>\n" },
        { "\\\\<b>", "- \\\\\\<b>\n" },
        { "[a](https://example.org/?a:b)", "- [a](https://example.org/?a:b)\n" },
        { "[a](notes/b.md)", "- [a](notes/b.md)\n" },
        { "[a](javascript:x)", "- [a\\](javascript:x)\n" },
        { "[a]( \nJavaScript:x)", "- [a\\]( \n  JavaScript:x)\n" },
        { "[a](java&#115;cript:x)", "- [a\\](java&#115;cript:x)\n" },
        { "[a]: data:x", "- [a\\]: data:x\n" },
        { " \n", "" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_markdown_source(&out, pairs[i].text, strlen(pairs[i].text), 0);
        check(&pairs[i], &out);
    }
}

/* What a reader of the Markdown sees is the text itself, in one quote. */
static void test_markdown_reads_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORD_ATTACKS; i++) {
        struct buffer out = { 0 }, wanted = { 0 }, got = { 0 };
        const char *attack = record_attacks[i];
        sanitize_source(attack, strlen(attack), &wanted, NULL);
        buffer_add_text(&out, "> ");
        escape_markdown(&out, attack, strlen(attack), "\\\n> ");
        buffer_add_byte(&out, '\n');
        struct document *document = reader_parse(out.data, out.length, READER_MARKDOWN, NULL);
        for (size_t block = 0; block < document->block_count; block++) {
            const struct block *one = &document->blocks[block];
            assert_int_equal(one->kind, BLOCK_PARAGRAPH);
            assert_int_equal(one->quote, 1);
            buffer_add(&got, document->text + one->start, one->end - one->start);
        }
        assert_int_equal(document->style_count, 0);
        for (size_t link = 0; link < document->link_count; link++)
            assert_true(strncmp(document->links[link].target, "http://example.org", 18) == 0);
        /* White space at the ends of lines is nothing that anybody sees. */
        for (const char *a = buffer_text(&wanted), *b = buffer_text(&got);;) {
            a += strspn(a, " \t\n");
            b += strspn(b, " \t\n");
            if (*a != *b)
                print_error("attack %zu: \"%s\", read back as \"%s\"\n", i, attack,
                            buffer_text(&got));
            assert_int_equal(*a, *b);
            if (*a == '\0')
                break;
            a++;
            b++;
        }
        document_free(document);
        buffer_free(&out);
        buffer_free(&wanted);
        buffer_free(&got);
    }
}

static void test_markdown_tag(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "Alibaba", "#Alibaba" }, { "收购", "#收购" }, { "a b", "#a-b" },
        { "2015", "#2015_" },      { "a<b>", "#a-b-" }, { "", "" },
        { "x/y-z_1", "#x/y-z_1" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_markdown_tag(&out, pairs[i].text);
        check(&pairs[i], &out);
    }
}

#define Z ORG_ZERO_WIDTH

static void test_org(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "plain 37.6, a - b", "plain 37.6, a - b" },
        { "* head", Z "* head" },
        { "a\n* b\n#+end_quote", "a\n" Z "* b\n" Z "#+end" Z "_" Z "quote" },
        { "  #+end", "  " Z "#+end" },
        { ":END:", Z ":END:" },
        { "a\n-----\nb", "a\n" Z "-----\nb" },
        { "--------", Z "--------" },
        { "----", "----" },
        { "| a |", Z "| a |" },
        { "CLOCK: x", Z "CLOCK: x" },
        { "DEADLINE: x", Z "DEADLINE: x" },
        { "SCHEDULED: x", Z "SCHEDULED: x" },
        { "CLOSED: x", Z "CLOSED: x" },
        { "%%(f)", Z "%%(f)" },
        { "*bold* /i/ =v=", "*" Z "bold* /" Z "i/ =" Z "v=" },
        { "[[link]] <2015>", "[" Z "[" Z "link]] <" Z "2015>" },
        { "src_sh{x}", "src" Z "_" Z "sh{x}" },
        { "@@html:x@@", "@" Z "@html" Z ":x@" Z "@" },
        { "{{{m}}}", "{" Z "{" Z "{m}}}" },
        { "\\alpha $x$", Z "\\" Z "alpha $x\\dollar{}" },
        { "$5 or US$ 6, $$y$$", "$5 or US\\dollar{} 6, \\dollar{}$y\\dollar{}\\dollar{}" },
        { "elisp:(x) 12:30 a: b http://x mailto:a@b", "elisp" Z ":(x) 12:30 a: b http://x mailto:a@b" },
        { "\xe4\xb8\xadshell:ls _file:x file+sys:y", "\xe4\xb8\xadshell" Z ":ls " Z "_" Z "file" Z ":x file+sys" Z ":y" },
        { "Local Variables:", "Local Variables" Z ":" },
        { "-*- x -*-", "-" Z "*" Z "- x -" Z "*" Z "-" },
        { "https://a/b", "https://a/b" },
        { "*/x/*", "*" Z "/" Z "x/*" },
        { "- a\n- b", "- a\n- b" },
        { "x\xe2\x80\x8by", "x<"
                            "U+200B>y" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_org(&out, pairs[i].text, strlen(pairs[i].text), "\n");
        check(&pairs[i], &out);
    }
}

/* A value is not markup, and is left as it is but for what Emacs follows there. */
static void test_org_value(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        { "a_b *c* $d$ [e] https://a/b", "a_b *c* $d$ [e] https://a/b" },
        { "2015-06-23T10:00:00Z", "2015-06-23T10:00:00Z" },
        { "[[elisp:(x)][y]]", "[" Z "[elisp" Z ":(x)][y]]" },
        { "shell:ls\nx", "shell" Z ":ls x" },
        { "<%%(x)> <id:y>", "<" Z "%%(x)> <" Z "id" Z ":y>" },
    };
    for (size_t i = 0; i < ALL(pairs); i++) {
        struct buffer out = { 0 };
        escape_org_value(&out, pairs[i].text);
        check(&pairs[i], &out);
    }
}

static void test_org_tag(void **state)
{
    (void)state;
    struct buffer out = { 0 };
    escape_org_tag(&out, "Jack Ma");
    escape_org_tag(&out, "收购");
    escape_org_tag(&out, "");
    assert_string_equal(buffer_text(&out), "Jack_Ma:收购:");
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_markup),
        cmocka_unit_test(test_address),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_iri),
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_tsv),
        cmocka_unit_test(test_yaml),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_markdown_source),
        cmocka_unit_test(test_markdown_reads_back),
        cmocka_unit_test(test_markdown_tag),
        cmocka_unit_test(test_org),
        cmocka_unit_test(test_org_value),
        cmocka_unit_test(test_org_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
