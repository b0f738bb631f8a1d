#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/markdown.h"
#include "notation.h"

/* A section of CommonMark (or of what stands beside it), a source, and the document in the
 * notation of notation.h. */
struct markdown_case {
    const char *section;
    const char *source;
    const char *expected;
};

static const struct markdown_case cases[] = {
    { "tabs", "\tfoo\tbar",
      "C|foo\\bar" },
    { "tabs", "- a\n\n\tb",
      "P{• 2}|a\nP{2}|b" },
    { "tabs", "a\tb",
      "P|a b" },
    { "backslash escapes", "\\*not\\* \\[a\\] \\# \\\\",
      "P|*not* [a] # \\" },
    { "backslash escapes", "`\\a` \\q",
      "P|{c:\\a} \\q" },
    { "backslash escapes", "a\\\nb",
      "P|a/b" },
    { "character references", "&lt;b&gt; &copy;&nbsp;&eacute; &#8212;&#x41; &nosuch; &amp",
      "P|<b> © é —A &nosuch; &amp" },
    { "character references", "&#27;[31m &#0; &#x110000; &#10;x",
      "P|␛[31m � �  x" },
    { "character references", "[a](/&uuml; \"t\")",
      "P|<a=>/ü>" },
    { "character references", "&#42;a&#42;",
      "P|*a*" },
    { "precedence", "- `one\n- two`",
      "P{• 2}|`one\nP'{• 2}|two`" },
    { "thematic breaks", "a\n\n---\n\nb",
      "P|a\nR|\nP|b" },
    { "thematic breaks", "***\n* * *\n___",
      "R|\nR|\nR|" },
    { "thematic breaks", "--\n**",
      "P|-- **" },
    { "thematic breaks", "- a\n***\n- b",
      "P{• 2}|a\nR|\nP{• 2}|b" },
    { "atx headings", "# one\n## two ##\n###### six\n####### seven",
      "H1|one\nH2|two\nH6|six\nP|####### seven" },
    { "atx headings", "#none\n\n\\# a",
      "P|#none\nP|# a" },
    { "atx headings", "## *a* `b`",
      "H2|{e:a} {c:b}" },
    { "atx headings", "#\n\nx",
      "P|x" },
    { "setext headings", "One\n===\n\nTwo\nlines\n---",
      "H1|One\nH2|Two lines" },
    { "setext headings", "> a\n---",
      "P>|a\nR|" },
    { "indented code", "a\n\n    x\n      y\n\n    z\n\nb",
      "P|a\nC|x\nC'|  y\nC'|\nC'|z\nP|b" },
    { "indented code", "a\n    b",
      "P|a b" },
    { "fenced code", "```c\nint x;\n\n  <b> &amp; *y*\n```",
      "C|int x;\nC'|\nC'|  <b> &amp; *y*" },
    { "fenced code", "~~~\n```\n~~~",
      "C|```" },
    { "fenced code", "````\nopen",
      "C|open" },
    { "fenced code", "- a\n  ```\n  b\n  ```\n- c",
      "P{• 2}|a\nC'{2}|b\nP'{• 2}|c" },
    { "fenced code", "```\n```",
      "" },
    { "html", "<div>\n*a*\n</div>",
      "P|*a*" },
    { "html", "x <b>y</b> <!-- z --> <br>w<br />v",
      "P|x {s:y}/w/v" },
    { "html", "<!-- a\n```\nb -->\n\nc",
      "P|c" },
    { "html", "<p align=center>A <b>b</b><img alt='p &amp; q' src=i.png></p>\n\n<details>\n"
      "<summary>S</summary>\n\nb\n\n</details>",
      "P|A {s:b}<p & q=>i.png>\nP|S\nP|b" },
    { "html", "<ul><li>a<li>b <i>c</i></ul><ol><li>d</ol><blockquote>q</blockquote>\n\nx",
      "P{• 2}|a\nP'{• 2}|b {e:c}\nP{1. 3}|d\nP>|q\nP|x" },
    { "html", "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2<br>3</td></tr>\n</table>",
      "T2^1|A\\B\nT2'|1\\2 3" },
    { "html", "<h2 id=x>A</h2>\n<pre>\na  b\n <b>c</b>\n</pre>\n<hr>\n<script>n</script>",
      "H2|A\nC|a  b\nC'| c\nR|" },
    { "html", "see <ruby>漢<rt>kan</rt></ruby> H<sub>2</sub>O <a href='/u'>l *x*</a> <kbd>C</kbd>",
      "P|see 漢(kan) H2O <l {e:x}=>/u> {c:C}" },
    { "html", "use <your-name> now <Tabs>x</Tabs> <a\nhref='y'>z</a>",
      "P|use <your-name> now x <z=>y>" },
    { "html", "a <b>b\n\nc</b> d <i>e\n\n# f",
      "P|a {s:b}\nP|c d {e:e}\nH1|f" },
    { "boxes", ":::note\nhello\n\n- x\n:::\nafter",
      "P>|{s:Note}\nP>|hello\nP>{• 2}|x\nP|after" },
    { "boxes", "::: warning Be careful\ntext\n:::\n\n!!! note \"My title\"\n    in\n\n    more\nafter",
      "P>|{s:Be careful}\nP>|text\nP>|{s:My title}\nP>|in\nP>|more\nP|after" },
    { "boxes", "> [!note]\n> hello\n> there\n\n> [!WARNING]- Own *t*\n> x\n\n> plain",
      "P>|{s:Note}\nP>|hello there\nP>|{s:Own }{es:t}\nP>|x\nP>|plain" },
    { "a cry", "!!! MIND THE GAP: IT IS WIDE !!!\n\ntext\n\n!!! tip Mind it\n    in", "P|!!! MIND THE GAP: IT IS WIDE !!!\nP|text\nP>|{s:Mind it}\nP>|in" },
    { "boxes", "::: {.columns}\na\n:::\n\n::: not ended\nb\n\n!!! \n",
      "P|a\nP|::: not ended b\nP|!!!" },
    { "shortcodes", "a {{< ref \"x\" >}}b{{< /ref >}} c\n\n{{< note >}}\nd\n{{< /note >}}\n\n{{% x\ny %}}z "
      "{% raw %}{{ v }}",
      "P|a b c\nP|d\nP|z {{ v }}" },
    { "shortcodes", "the {{< tip id=\"u\" text=\"unit\" >}}.\n\n{{% tab name=\"Linux\" %}}\n\n"
      "{{< figure src=\"a\" caption='A mill' >}} `{{< t text=\"x\" >}}`",
      "P|the unit.\nP|Linux\nP|A mill {c:{{< t text=\"x\" >}}}" },
    { "shortcodes", "a\n{{< tab name=\"Linux\" >}}\nls\n{{< /tab >}}\n> {{< tab name=\"B\" >}}\n> dir",
      "P|a\nP|Linux\nP|ls\nP>|B dir" },
    { "macros", "{{JSRef}}\n\nSee {{Glossary(\"Value\", \"values\")}}, {{jsxref('Array.map()')}}, {{ msg }}, "
      "{{name}} and `{{f(\"x\")}}`.\n\n{{EmbedLiveSample(\"X\", 600, 100)}}\n\n{{Compat}}",
      "P|See values, Array.map(), {{ msg }}, {{name}} and {c:{{f(\"x\")}}}." },
    { "macros", "- {{cssxref(\"color\")}} {{optional_inline}}\n  - : A colour.\n\n{{f(x + 1)}} {{g(\"a\", h())}}",
      "P{• 2}|color\nP'{◦ 4}|A colour.\nP|{{f(x + 1)}} {{g(\"a\", h())}}" },
    { "marks", "a ==b *c*== d == e == f==g==h",
      "P|a {s:b }{es:c} d == e == f==g==h" },
    { "comments", "a %%b%% c\n\n%%\nd\n\ne\n%%\n\n50%% and 60%%",
      "P|a c\nP|50%% and 60%%" },
    { "ids", "# A {#one}\n\nb ^two\n\nc {.class} 2^n\n\nB {#three}\n---",
      "H1|A\nP|b\nP|c {.class} 2^n\nH2|B" },
    { "definitions", "Term\n: one *x*\n: two\n\nT2\n: d2\nT3\n: d3\n\n: none",
      "P|Term\nP{4}|one {e:x}\nP'{4}|two\nP|T2\nP{4}|d2\nP|T3\nP{4}|d3\nP{4}|none" },
    { "emphasis", "据**《x》**已。**提示：**两班。她说**“不行。”**便走，（**附**）见。**H（港）**已 a**\"b\"**c",
      "P|据{s:《x》}已。{s:提示：}两班。她说{s:“不行。”}便走，（{s:附}）见。{s:H（港）}已 a**\"b\"**c" },
    { "autolinks", "看https://e.x/a，另（https://e.x/b）。《c》http://e.x《d》 (http://e.x/e); `http://e.x/f`",
      "P|看<https://e.x/a=>https://e.x/a>，另（<https://e.x/b=>https://e.x/b>）。《c》"
      "<http://e.x=>http://e.x>《d》 (<http://e.x/e=>http://e.x/e>); {c:http://e.x/f}" },
    { "wikilinks", "[[n#h]] [[#h]] [[n.md]] [[ n ]] ![[e]] ![[p.png|100]] [[a|b c]] [[1]](u) \\[[x]] `[[y]]`",
      "P|<n > h=>[[n#h]]> <h=>#h> <n.md=>[[n.md]]> <n=>[[n]]> <e=>[[e]]> <p.png=>p.png> "
      "<b c=>[[a]]> <[1]=>u> [[x]] {c:[[y]]}" },
    { "tables", "text\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| `x\\|y` | [[n\\|L]] |",
      "P|text\nT3^1|a\\b\\\nT3'|1\\2\\3\nT3'|{c:x|y}\\<L=>[[n]]>\\" },
    { "tables", "> q\n> | a |\n> |---|\n\na | b\n- | -:\n1 | 2",
      "P>|q\nT1^1>|a\nT2^1|a\\b\nT2'|1\\2" },
    { "tables", "a | b\n- -|\nc | d", "P|a | b\nP{• 2}|-| c | d" },
    { "tables", "| a | b |\n| --- |\n| c |",
      "P|| a | b | | --- | | c |" },
    { "footnotes", "x^[in *line*] y[^1]\n\n> [^1]: quoted\n\n- `a^[b]`",
      "P|x<{n:[1]}=>@3> y<{n:[2]}=>@1>\nP~>{[2] 4}|quoted\nP{• 2}|{c:a^[b]}\nP~{[1] 4}|in {e:line}" },
    { "reference definitions", "[a]: /url 'T'\n\n[a] [b][a] [A][] [c]",
      "P|<a=>/url> <b=>/url> <A=>/url> [c]" },
    { "reference definitions", "[x]:\n/y",
      "" },
    { "paragraphs", "one\ntwo\n\nthree",
      "P|one two\nP|three" },
    { "paragraphs", "  a\n     b",
      "P|a b" },
    { "paragraphs", "前面的话\n后面的话，\n“引号”\nand English\n汉字",
      "P|前面的话后面的话，“引号” and English 汉字" },
    { "block quotes", "> a\n> b\n\nc",
      "P>|a b\nP|c" },
    { "block quotes", "> > a\n>\n> b",
      "P>>|a\nP>|b" },
    { "block quotes", "> a\nlazy",
      "P>|a lazy" },
    { "block quotes", "> # h\n> - x",
      "H1>|h\nP>{• 2}|x" },
    { "block quotes", ">\n\nx",
      "P|x" },
    { "list items", "- a\n\n  b\n- c",
      "P{• 2}|a\nP{2}|b\nP{• 2}|c" },
    { "list items", "1. a\n2. b\n   c",
      "P{1. 3}|a\nP'{2. 3}|b c" },
    { "list items", "7) a\n8) b",
      "P{7) 3}|a\nP'{8) 3}|b" },
    { "list items", "-\n- a\n-",
      "P{• 2}|\nP'{• 2}|a\nP'{• 2}|" },
    { "list items", "- - 1. x",
      "P{• ◦ 1. 7}|x" },
    { "list items", "10. a\n\n    > q",
      "P{10. 4}|a\nP>{4}|q" },
    { "list items", "* # h\n* ---",
      "H1{• 2}|h\nR'{• 2}|" },
    { "lists", "- a\n- b\n+ c",
      "P{• 2}|a\nP'{• 2}|b\nP{• 2}|c" },
    { "lists", "- a\n  - b\n    - c\n      - d\n- e",
      "P{• 2}|a\nP'{◦ 4}|b\nP'{▪ 6}|c\nP'{▪ 8}|d\nP'{• 2}|e" },
    { "lists", "9. nine\n10. ten\n    more\n11. eleven",
      "P{9. 4}|nine\nP'{10. 4}|ten more\nP'{11. 4}|eleven" },
    { "lists", "a\n- b\n- c\n\nd",
      "P|a\nP{• 2}|b\nP'{• 2}|c\nP|d" },
    { "lists", "1. a\n   - b\n\n     c\n2. d",
      "P{1. 3}|a\nP'{• 5}|b\nP{5}|c\nP'{2. 3}|d" },
    { "code spans", "`a` ``b`c`` ` d ` `e\nf`",
      "P|{c:a} {c:b`c} {c:d} {c:e f}" },
    { "code spans", "`*a*` `open",
      "P|{c:*a*} `open" },
    { "emphasis", "*a* _b_ **c** __d__ ***e***",
      "P|{e:a} {e:b} {s:c} {s:d} {es:e}" },
    { "emphasis", "a*b*c a_b_c * x *",
      "P|a{e:b}c a_b_c * x *" },
    { "emphasis", "**a *b* c**",
      "P|{s:a }{es:b}{s: c}" },
    { "emphasis", "*a\nb*",
      "P|{e:a b}" },
    { "emphasis", "**汉字**和*文*",
      "P|{s:汉字}和{e:文}" },
    { "strike-through", "~~a **b**~~",
      "P|{d:a }{sd:b}" },
    { "links", "[a](/u) [b](<x y> 't') [c]()",
      "P|<a=>/u> <b=>x y> <c=>>" },
    { "links", "[*a* b](/u)[c](/v)",
      "P|<{e:a} b=>/u><c=>/v>" },
    { "links", "[a [b](/x)](/y)",
      "P|[a <b=>/x>](/y)" },
    { "links", "[](http://e.x)",
      "P|<http://e.x=>http://e.x>" },
    { "links", "[a] (b) \\[c](d)",
      "P|[a] (b) [c](d)" },
    { "images", "![alt *x*](/i.png) ![](/p/q.jpg) [![in](a)](b)",
      "P|<alt {e:x}=>/i.png> <q.jpg=>/p/q.jpg> <in=>b>" },
    { "autolinks", "<https://a.b/c> <m@x.org> <a b>",
      "P|<https://a.b/c=>https://a.b/c> <m@x.org=>mailto:m@x.org>" },
    { "autolinks", "<ftp://a.b/?==x==> and <a title=\"[[b]]\" href=\"c.md\">this</a>",
      "P|<ftp://a.b/?==x===>ftp://a.b/?==x==> and <this=>c.md>" },
    { "autolinks", "see www.x.org, http://y.z/a_(b). or me@x.org",
      "P|see <www.x.org=>http://www.x.org>, <http://y.z/a_(b)=>http://y.z/a_(b)>. or "
      "<me@x.org=>mailto:me@x.org>" },
    { "wikilinks", "[[alibaba|Alibaba]] and [[马云]] ([[a.en]])",
      "P|<Alibaba=>[[alibaba]]> and <马云=>[[马云]]> (<a.en=>[[a.en]]>)" },
    { "hard line breaks", "a  \nb\\\nc\nd  ",
      "P|a/b/c d" },
    { "hard line breaks", "*a  \nb*",
      "P|{e:a}/{e:b}" },
    { "hard line breaks", "`a  \nb`",
      "P|{c:a   b}" },
    { "soft line breaks", "完了。\nOpenSky，\nVendio（\nx）\n买 A\n买",
      "P|完了。OpenSky，Vendio（x）买 A 买" },
    { "soft line breaks", "a \n b",
      "P|a b" },
    { "tables", "| a | b |\n|---|:-:|\n| *1* | 2 |\n| 3 |\n\nx",
      "T2^1|a\\b\nT2'|{e:1}\\2\nT2'|3\\\nP|x" },
    { "tables", "|a|b|\n|---|---|\n|x<br>y|`c`|",
      "T2^1|a\\b\nT2'|x y\\{c:c}" },
    { "tables", "- |a|b|\n  |---|---|\n  |1|2|",
      "T2^1{• 2}|a\\b\nT2'{2}|1\\2" },
    { "task lists", "- [ ] a\n- [x] b\n- c",
      "P{☐ 2}|a\nP'{☑ 2}|b\nP'{• 2}|c" },
    { "task lists", "1. [x] a\n2. b",
      "P{1. ☑ 5}|a\nP'{2. 5}|b" },
    { "footnotes", "a[^1] b[^n].\n\n[^1]: one\n[^n]: Two *words*\n    go on.\n\n    More.\n\nend",
      "P|a<{n:[1]}=>@1> b<{n:[2]}=>@2>.\nP~{[1] 4}|one\n"
      "P~{[2] 4}|Two {e:words} go on.\nP~{4}|More.\nP|end" },
    { "footnotes", "x[^no] `[^1]`\n\n```\n[^1]: code\n```\n\n[^1]: used[^1]",
      "P|x[^no] {c:[^1]}\nC|[^1]: code\nP~{[1] 4}|used<{n:[1]}=>@2>" },
    { "footnotes", "[a[^1]](/u)\n\n[^1]: word",
      "P|<a{n:[1]}=>/u>\nP~{[1] 4}|word" },
    { "footnotes", "- i[^1]\n[^1]: w",
      "P{• 2}|i<{n:[1]}=>@1>\nP~{[1] 4}|w" },
    { "footnotes", "汉字[^注]。\n\n[^注]: 注文",
      "P|汉字<{n:[1]}=>@1>。\nP~{[1] 4}|注文" },
    { "footnotes", "[^1](u) \\[^1]\n\n[^1]: n",
      "P|<^1=>u> [^1]\nP~{[1] 4}|n" },
    { "footnotes", "x[^1]\n\n```\n[^1]: code\n```",
      "P|x[^1]\nC|[^1]: code" },
    { "character references", "a&#9;b&#xFEFF;c",
      "P|a b\xef\xbb\xbf" "c" },
    { "nothing", "",
      "" },
    { "nothing", "\n  \n",
      "" },
    { "nothing", "[a]: /u",
      "" },
    { "blank matter", "a\n\n\n\n\nb",
      "P|a\nP|b" },
};

static struct document *read_text(const char *text)
{
    return markdown_read(text, strlen(text), 1);
}

static void test_each_section(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct document *document = read_text(cases[i].source);
        struct buffer got = notation_of(document);
        if (strcmp(got.data, cases[i].expected) != 0)
            print_error("%s: %s\n", cases[i].section, cases[i].source);
        assert_string_equal(got.data, cases[i].expected);
        buffer_free(&got);
        document_free(document);
    }
}

/* Between Han letters any punctuation may begin or end what is set off, wide one also between Latin letters. */
static void test_emphasis_beside_any_mark(void **state)
{
    (void)state;
    static const char *const marks[] = {
        "!",  "/",  ":",  "@",  "[",  "`",  "{",  "~",  "¡",  "§",  "«",  "¶",  "·",  "»",  "¿",  "‐",  "‧",
        "‰",  "⁞",  "、", "〃", "〈", "】", "〔", "〟", "〰", "〽", "゠", "・", "︐", "﹫", "！",
        "／", "：", "＠", "［", "＿", "｛", "･",
    };
    const size_t narrow = 19;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        for (size_t turn = 0; turn < (i < narrow ? 2 : 4); turn++) {
            const char *letter = turn < 2 ? "渡" : "a";
            const char *before = turn % 2 == 0 ? marks[i] : "";
            const char *after = turn % 2 == 1 ? marks[i] : "";
            char *source = xasprintf("%s**%sx%s**%s", letter, before, after, letter);
            char *expected = xasprintf("P|%s{s:%sx%s}%s", letter, before, after, letter);
            struct document *document = read_text(source);
            struct buffer got = notation_of(document);
            assert_string_equal(got.data, expected);
            buffer_free(&got);
            document_free(document);
            free(source);
            free(expected);
        }
    }
}

static void test_source_lines(void **state)
{
    (void)state;
    static const char source[] = "# one\n\ntwo\nstill two\n\n- five\n- six\n\n---\n\n```\n"
                                 "eleven\n\n thirteen\n```\n|a|b|\n|---|---|\n|c|d|\n\n> q\n";
    static const uint32_t lines[] = { 10, 12, 15, 16, 18, 21, 22, 23, 25, 27, 29 };
    struct document *document = markdown_read(source, strlen(source), 10);
    assert_int_equal(document->block_count, sizeof lines / sizeof lines[0]);
    for (size_t i = 0; i < document->block_count; i++)
        assert_int_equal(document->blocks[i].line, lines[i]);
    document_free(document);
}

static void repeat(struct buffer *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_add_text(out, text);
}

static void test_ten_thousand_quotes(void **state)
{
    (void)state;
    struct buffer source = { 0 };
    repeat(&source, ">", 10000);
    buffer_add_text(&source, " deep\n");
    struct document *document = markdown_read(source.data, source.length, 1);
    assert_int_equal(document->block_count, 1);
    assert_int_equal(document->blocks[0].quote, 255);
    assert_string_equal(document->text, "deep");
    document_free(document);
    buffer_free(&source);
}

static void test_deep_lists(void **state)
{
    (void)state;
    struct buffer source = { 0 };
    repeat(&source, "- ", 500);
    buffer_add_text(&source, "deep\n");
    struct document *document = markdown_read(source.data, source.length, 1);
    assert_string_equal(document->text, "deep");
    assert_int_equal(document->blocks[0].indent, 120);
    document_free(document);

    buffer_truncate(&source, 0); /* so many that they are only text */
    repeat(&source, "- ", 100000);
    repeat(&source, "\n", 100000);
    document = markdown_read(source.data, source.length, 1);
    assert_memory_equal(document->text, "- - ", 4);
    document_free(document);
    buffer_free(&source);
}

static void test_deep_spans(void **state)
{
    (void)state;
    static const char *const openings[] = { "*a **b ", "[", "![", "[[", "~~a", "[a](", "<http:" };
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        struct buffer source = { 0 };
        repeat(&source, openings[i], 10000);
        struct document *document = markdown_read(source.data, source.length, 1);
        assert_true(document->length > 0 && document->length <= source.length * 4 + 65536);
        document_free(document);
        buffer_free(&source);
    }
}

/* One long address named in a definition and used everywhere, and a table of many columns
 * with empty rows: the source is shown instead. */
static void test_nothing_is_inflated(void **state)
{
    (void)state;
    struct buffer source = { 0 };
    buffer_add_text(&source, "[a]: <");
    repeat(&source, "u", 100000);
    buffer_add_text(&source, ">\n\n");
    repeat(&source, "[a] ", 8000);
    struct document *document = markdown_read(source.data, source.length, 1);
    assert_int_equal(document->link_count, 0);
    assert_memory_equal(document->text, "[a]: <uuu", 9);
    assert_true(document->length <= source.length);
    document_free(document);

    buffer_truncate(&source, 0);
    repeat(&source, "a|", 2000);
    buffer_add_text(&source, "a\n");
    repeat(&source, "---|", 2000);
    buffer_add_text(&source, "---\n");
    repeat(&source, "x|\n", 3000);
    document = markdown_read(source.data, source.length, 1);
    assert_true(document->length <= source.length * 4 + 65536);
    document_free(document);
    buffer_free(&source);
}

static void test_long_paragraph_is_cut(void **state)
{
    (void)state;
    struct buffer source = { 0 };
    buffer_add_text(&source, "- ");
    repeat(&source, "word ", 20000);
    struct document *document = markdown_read(source.data, source.length, 1);
    assert_int_equal(document->block_count, 4);
    assert_true(document->blocks[0].marker > 0);
    for (size_t i = 0; i < 4; i++) {
        const struct block *block = &document->blocks[i];
        assert_true(block->end - block->start <= DOCUMENT_BLOCK_LIMIT);
        assert_int_equal((block->flags & BLOCK_CONTINUES) != 0, i > 0);
        assert_int_equal(block->marker != 0, i == 0);
        assert_int_equal(block->indent, 2);
        assert_memory_equal(document->text + block->start, "word", 4);
        assert_memory_equal(document->text + block->end - 4, "word", 4);
    }
    document_free(document);
    buffer_free(&source);
}

/* The source may end anywhere; md4c looks one byte further. */
static void test_source_without_terminator(void **state)
{
    (void)state;
    static const char *const sources[] = { "# a #", "`a`",  "a\\", "<http://a",
                                           "[a](b", "&#x4", "```" };
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        size_t length = strlen(sources[i]);
        char *exact = malloc(length);
        assert_non_null(exact);
        memcpy(exact, sources[i], length);
        document_free(markdown_read(exact, length, 1));
        free(exact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_section),
        cmocka_unit_test(test_emphasis_beside_any_mark),
        cmocka_unit_test(test_source_lines),
        cmocka_unit_test(test_ten_thousand_quotes),
        cmocka_unit_test(test_deep_lists),
        cmocka_unit_test(test_deep_spans),
        cmocka_unit_test(test_nothing_is_inflated),
        cmocka_unit_test(test_long_paragraph_is_cut),
        cmocka_unit_test(test_source_without_terminator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
