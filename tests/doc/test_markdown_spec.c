/* The visible text of the examples of CommonMark and of GFM, outside raw HTML, is that of the
 * reference's HTML: of examples of our own always, and of every spec.txt found in the folder that
 * DIPTYCH_SPECS names (npm install commonmark-spec). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "doc/html_tag.h"
#include "doc/markdown.h"

/* Blanks are one blank, those at the ends none. */
static void squeeze(const char *text, struct buffer *out)
{
    bool blank = false;
    buffer_reserve(out, 0);
    for (; *text != '\0'; text++) {
        size_t size = strncmp(text, "\xc2\xa0", 2) == 0 ? 2 : 1;
        if (size == 2 || strchr(" \t\n", *text) != NULL) {
            blank = out->length > 0;
            text += size - 1;
            continue;
        }
        if (blank)
            buffer_add_byte(out, ' ');
        blank = false;
        buffer_add_byte(out, *text);
    }
}

/* What a browser shows of the HTML, with the descriptions of images. */
static void add_visible(const char *html, size_t length, struct buffer *out)
{
    struct buffer text = { 0 };
    for (size_t at = 0; at < length;) {
        struct html_tag tag;
        size_t size = html[at] == '<' ? html_tag_read(html + at, length - at, &tag) : 0;
        const char *next = memchr(html + at + 1, '<', length - at - 1);
        size_t to = size > 0 ? at + size : next != NULL ? (size_t)(next - html) : length;
        enum html_effect effect = size > 0 ? html_tag_effect(&tag) : HTML_NOTHING;
        if (size == 0)
            html_text_add(&text, html + at, to - at);
        else if (effect == HTML_IMAGE)
            (void)html_tag_attribute(&tag, "alt", &text);
        else if (effect >= HTML_BLOCK || effect == HTML_BREAK)
            buffer_add_byte(&text, ' ');
        at = to;
    }
    squeeze(buffer_text(&text), out);
    buffer_free(&text);
}

static void add_shown(const char *source, size_t length, struct buffer *out)
{
    struct document *document = markdown_read(source, length, 1);
    squeeze(document->text, out);
    document_free(document);
}

static bool is_same(const char *source, const char *html)
{
    struct buffer shown = { 0 };
    struct buffer wanted = { 0 };
    add_shown(source, strlen(source), &shown);
    add_visible(html, strlen(html), &wanted);
    bool same = strcmp(shown.data, wanted.data) == 0;
    if (!same)
        print_message("of: %s\nwanted: %s\nshown:  %s\n", source, wanted.data, shown.data);
    buffer_free(&shown);
    buffer_free(&wanted);
    return same;
}

static const char *const examples[][2] = {
    { "a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>" },
    { "- a\n- b\n\n  c", "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>" },
    { "| a | b |\n| - | - |\n| `x\\|y` | z |", "<table><tr><th>a</th><th>b</th></tr>"
      "<tr><td><code>x|y</code></td><td>z</td></tr></table>" },
    { "| abc | def |\n| --- |\n| bar |", "<p>| abc | def |\n| --- |\n| bar |</p>" },
    { "a | b\n- | -\n1 | 2\n\nend", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td>"
      "</tr></table><p>end</p>" },
    { "~~a~~ <b>c</b> <!-- d --> e<br/>f", "<p><del>a</del> <b>c</b> e<br/>f</p>" },
    { "foo <a\nhref='x'>bar</a>", "<p>foo <a href='x'>bar</a></p>" },
    { "[foo]: <bar>(baz)\n\n[foo]", "<p>[foo]: <bar>(baz)</p><p>[foo]</p>" },
    { "[[*foo* bar]]\n\n[*foo* bar]: /url", "<p>[<a href='/url'>foo bar</a>]</p>" },
    { "&Dcaron; &HilbertSpace; &ngE; &nosuch;", "<p>\xc4\x8e \xe2\x84\x8b \xe2\x89\xa7\xcc\xb8 "
      "&amp;nosuch;</p>" },
    { "**\xe3\x80\x8ax\xe3\x80\x8b**\xe5\xb7\xb2", "<p><strong>\xe3\x80\x8ax\xe3\x80\x8b</strong>"
      "\xe5\xb7\xb2</p>" },
    { "`**\xef\xbc\x88x\xef\xbc\x89**y` \\[[a\\]]", "<p><code>**\xef\xbc\x88x\xef\xbc\x89**y</code> "
      "[[a]]</p>" },
    { "a\\\nb  \nc", "<p>a<br />b<br />c</p>" },
    { "***\n\n> q\n\n1) x", "<hr /><blockquote><p>q</p></blockquote><ol><li>x</li></ol>" },
};

static void test_our_examples(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        failed += !is_same(examples[i][0], examples[i][1]);
    assert_int_equal(failed, 0);
}

/* Examples that are read otherwise here, and why. */
static const char *const otherwise[] = {
    "![](/url)\n",                               /* an image's file name stands for it */
    "[](./target.md)\n",                         /* so does a link's address */
    "![[foo]]\n\n[[foo]]: /url \"title\"\n",     /* [[foo]] is a link to a note */
    "*$*alpha.\n\n*\xc2\xa3*bravo.\n\n*\xe2\x82\xac*charlie.\n", /* 0.31; the parser is of 0.30 */
    "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n", /* no cell is lost */
    NULL
};

static bool is_otherwise(const char *source)
{
    for (size_t i = 0; otherwise[i] != NULL; i++) {
        if (strcmp(source, otherwise[i]) == 0)
            return true;
    }
    return false;
}

/* The lines up to one that begins with `end`; the arrow of the spec is a tab. */
static char *take_lines(char **at, const char *end)
{
    struct buffer out = { 0 };
    buffer_reserve(&out, 0);
    while (**at != '\0' && strncmp(*at, end, strlen(end)) != 0) {
        size_t length = strcspn(*at, "\n");
        for (size_t i = 0; i < length; i++) {
            bool arrow = strncmp(*at + i, "\xe2\x86\x92", 3) == 0;
            buffer_add_byte(&out, arrow ? '\t' : (*at)[i]);
            i += arrow ? 2 : 0;
        }
        buffer_add_byte(&out, '\n');
        *at += length + ((*at)[length] == '\n');
    }
    *at += strcspn(*at, "\n");
    *at += **at == '\n';
    return buffer_take(&out);
}

static size_t check_spec(char *at, size_t *examples_run)
{
    static const char fence[] = "````````````````````````````````";
    size_t failed = 0;
    bool html = false;
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        if (strncmp(at, "## ", 3) == 0 || strncmp(at, "# ", 2) == 0)
            html = strncmp(at, "## HTML blocks", 14) == 0 || strncmp(at, "## Raw HTML", 11) == 0 ||
                   strncmp(at, "## Disallowed", 13) == 0;
        if (strncmp(at, fence, 32) != 0 || strncmp(at + 32, " example", 8) != 0) {
            at += length + (at[length] == '\n');
            continue;
        }
        at += length + 1;
        char *source = take_lines(&at, ".\n");
        char *wanted = take_lines(&at, fence);
        ++*examples_run;
        if (!html && !is_otherwise(source))
            failed += !is_same(source, wanted);
        free(source);
        free(wanted);
    }
    return failed;
}

static void test_the_specs(void **state)
{
    (void)state;
    const char *folder = getenv("DIPTYCH_SPECS");
    static const char *const files[] = { "commonmark-spec/spec.txt", "gfm-spec/spec.txt",
                                         "spec.txt", NULL };
    size_t run = 0;
    size_t failed = 0;
    for (size_t i = 0; folder != NULL && files[i] != NULL; i++) {
        char *path = file_join(folder, files[i]);
        struct buffer text = { 0 };
        if (file_read(path, 0, &text, NULL))
            failed += check_spec(text.data, &run);
        buffer_free(&text);
        free(path);
    }
    if (run == 0) {
        print_message("DIPTYCH_SPECS names no folder with commonmark-spec/spec.txt: skipped\n");
        skip();
    }
    print_message("%zu examples, %zu otherwise than the reference\n", run, failed);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_our_examples),
        cmocka_unit_test(test_the_specs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
