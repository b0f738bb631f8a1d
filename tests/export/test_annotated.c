/* Whole articles with their notes: where numbers stand, how marks nest, that nothing is lost. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "doc/reader.h"
#include "export/annotated.h"
#include "export/markdown_document.h"
#include "record_of.h"
#include "text/utf8.h"
#include "wellformed.h"

#define MOST 12

/* An article in Markdown and notes on it, each on one of its passages. */
struct scene {
    struct document *document;
    struct annotation about;
    struct annotated_sheet sheet;
    struct annotation annotations[MOST];
    struct note_record records[MOST];
    struct annotated annotated;
};

static void begin(struct scene *scene, const char *markdown)
{
    *scene = (struct scene){ .document =
                                 reader_parse(markdown, strlen(markdown), READER_MARKDOWN, NULL) };
    annotation_begin(&scene->about);
    struct annotation_target *about = annotation_add_target(&scene->about, TARGET_SELECTION);
    annotation_set(&about->article, "sale.en");
    annotation_set(&about->title, "The Sale");
    annotation_set(&about->lang, "en");
    scene->sheet = (struct annotated_sheet){ scene->document, about };
    scene->annotated = (struct annotated){ &scene->sheet, 1, scene->records, 0 };
}

/* Marks from the first place of `from` to the end of the next `to`. */
static struct note_record *mark(struct scene *scene, const char *from, const char *to)
{
    size_t index = scene->annotated.count++;
    const char *text = scene->document->text;
    const char *start = strstr(text, from);
    assert_non_null(start);
    const char *end = strstr(start, to);
    assert_non_null(end);
    end += strlen(to);
    scene->annotations[index] = annotation_of((unsigned)index + 1, "quote");
    annotation_drop_target(&scene->annotations[index], TARGET_COUNTERPART);
    struct note_record *record = &scene->records[index];
    *record = record_of(&scene->annotations[index]);
    record->places[TARGET_SELECTION].start = utf8_count(text, (size_t)(start - text));
    record->places[TARGET_SELECTION].end = utf8_count(text, (size_t)(end - text));
    return record;
}

static void finish(struct scene *scene)
{
    for (size_t i = 0; i < scene->annotated.count; i++)
        annotation_free(&scene->annotations[i]);
    annotation_free(&scene->about);
    document_free(scene->document);
}

typedef void printer(struct buffer *out, const struct annotated *annotated);

static void check_has(printer *print, const struct scene *scene, const char *wanted)
{
    struct buffer out = { 0 };
    print(&out, &scene->annotated);
    if (strstr(buffer_text(&out), wanted) == NULL)
        print_error("wanted: %s\nprinted: %.900s\n", wanted,
                    print == annotated_html ? strstr(out.data, "<main") : buffer_text(&out));
    assert_non_null(strstr(buffer_text(&out), wanted));
    buffer_free(&out);
}

#define REF(number)                                                                                \
    "<sup class=\"ref\"><a id=\"ref" number "\" href=\"#note" number "\">" number "</a></sup>"
#define MARK(number) "<mark class=\"comment\" data-note=\"" number "\">"

static void test_one_mark(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "See [the text ](http://example.org/) of it.\n");
    check_has(annotated_markdown, &scene, "See [the text](<http://example.org/>)  of it.\n");
    finish(&scene);
    begin(&scene, "# The Sale\n\nIt was sold for 37.6 percent.\n");
    mark(&scene, "sold", "sold");
    check_has(annotated_markdown, &scene, "It was sold[^0m0000000001] for 37.6 percent.\n");
    check_has(annotated_markdown, &scene,
              "\n[^0m0000000001]: comment\n\n    - Why *now*?\n\n      Ask.\n");
    check_has(annotated_html, &scene, "It was " MARK("1") "sold</mark>" REF("1") " for");
    check_has(annotated_html, &scene,
              "<aside class=\"comment\" id=\"note1\"><a href=\"#ref1\">1</a>\n");
    check_has(annotated_text, &scene, "It was sold{1} for 37.6 percent.\n");
    check_has(annotated_text, &scene,
              "\nNotes\n\n{1} comment\n    “quote”\n    Why *now*?\n    \n    Ask.\n");
    finish(&scene);
}

/* One begins in the other and ends after it; styles begin and end where they like. */
static void test_overlap(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "one **two three** four five\n");
    mark(&scene, "one", "two");
    mark(&scene, "two", "four");
    mark(&scene, "three", "three");
    /* Numbers go by where marks end. */
    check_has(annotated_html, &scene,
              "<p>" MARK("1") "one " MARK("3") "<strong>two</strong></mark></mark>" REF("1")
                  MARK("3") "<strong> </strong>" MARK("2") "<strong>three</strong></mark>" REF(
                      "2") " four</mark>" REF("3") " five</p>");
    finish(&scene);
}

/* Two blocks, in a quote and a table: a mark is closed and opened again, its number stands once. */
static void test_across_blocks(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "first words\n\n> second *words*\n\n| A | B |\n|---|---|\n| C | D |\n\nlast\n");
    mark(&scene, "words", "second");
    mark(&scene, "second", "C");
    mark(&scene, "B", "last");
    struct buffer out = { 0 };
    annotated_html(&out, &scene.annotated);
    assert_true(wellformed_markup(out.data, out.length, true));
    for (const char *number = "123"; *number != '\0'; number++) {
        char wanted[32];
        size_t count = 0;
        snprintf(wanted, sizeof wanted, "href=\"#note%c\"", *number);
        for (const char *at = out.data; (at = strstr(at, wanted)) != NULL; at++)
            count++;
        assert_int_equal(count, 1);
    }
    buffer_free(&out);
    check_has(annotated_html, &scene, "<p>first " MARK("1") "words</mark></p>\n");
    check_has(annotated_html, &scene, "<th>" MARK("2") "A</mark></th>");
    check_has(annotated_html, &scene, "<p>" MARK("3") "last</mark>" REF("3") "</p>\n</div>\n");
    /* A note comes before its own block, within one division: it floats from the block's top. */
    check_has(annotated_html, &scene, "<div class=\"noted\">\n<aside class=\"comment\" id=\"note1\">");
    check_has(annotated_html, &scene, "</aside>\n<p><mark class=\"comment\"");
    check_has(annotated_html, &scene, "</aside>\n<table>\n<tr>");
    check_has(annotated_html, &scene, "</aside>\n<p>" MARK("3") "last");
    check_has(annotated_markdown, &scene, "> second[^0m0000000001] *words*\n");
    check_has(annotated_markdown, &scene, "| C[^0m0000000002] | D |\n");
    finish(&scene);
}

static void test_without_place(void **state)
{
    (void)state;
    static printer *const printers[] = { annotated_markdown, annotated_html, annotated_text };
    struct scene scene;
    begin(&scene, "some text\n");
    mark(&scene, "some", "some")->places[TARGET_SELECTION].state = ANCHOR_LOST;
    mark(&scene, "text", "text")->places[TARGET_SELECTION].state = ANCHOR_AMBIGUOUS;
    annotation_set(&scene.annotations[0].comment, "FIRST");
    annotation_set(&scene.annotations[1].comment, "SECOND");
    for (size_t i = 0; i < 3; i++) {
        check_has(printers[i], &scene, "Notes without a place");
        check_has(printers[i], &scene, "FIRST");
        check_has(printers[i], &scene, "SECOND");
    }
    finish(&scene);
}

/* An article that was renamed is known by what it is called now. */
static void test_renamed(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "some text\n");
    struct note_record *record = mark(&scene, "some", "some");
    annotation_set(&scene.annotations[0].targets[0].article, "old.en");
    struct buffer out = { 0 };
    annotated_text(&out, &scene.annotated);
    assert_string_equal(out.data, "some text\n");
    buffer_free(&out);
    record->places[TARGET_SELECTION].article = "sale.en";
    check_has(annotated_text, &scene, "some{1} text\n");
    finish(&scene);
}

/* Code is one block, blank lines and all, and a number in it does not become code. */
static void test_code(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "```\nint x;\n\n  ``` y;\n```\n\nend\n");
    mark(&scene, "x;", "x;");
    check_has(annotated_markdown, &scene,
              "````\nint x;\n\n  ``` y;\n````\n\n[^0m0000000001]\n\nend\n");
    check_has(annotated_html, &scene,
              "<pre><code>int " MARK("1") "x;</mark>" REF("1") "\n\n  ``` y;</code></pre>\n");
    check_has(annotated_text, &scene, "int x;{1}\n\n  ``` y;\n\nend\n");
    finish(&scene);
}

/* The article's own footnotes are footnotes again. */
static void test_own_footnotes(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene, "A claim.[^x]\n\n[^x]: Its *source*.\n");
    check_has(annotated_markdown, &scene, "A claim.[^1]\n\n[^1]: Its *source*.\n");
    finish(&scene);
}

static void check_same(const struct document *document, const char *what)
{
    struct page_marks none = { 0 };
    struct buffer out = { 0 };
    markdown_document(&out, document, &none);
    struct document *again = reader_parse(out.data, out.length, READER_MARKDOWN, NULL);
    bool same = document->block_count == again->block_count &&
                document->style_count == again->style_count && document->length == again->length &&
                memcmp(document->text, again->text, document->length) == 0;
    for (size_t i = 0; same && i < document->block_count; i++) {
        const struct block *a = &document->blocks[i], *b = &again->blocks[i];
        same = a->kind == b->kind && a->level == b->level && a->quote == b->quote &&
               a->start == b->start && a->end == b->end;
    }
    if (!same)
        print_error("%s: not the same as Markdown again\n", what);
    assert_true(same);
    document_free(again);
    buffer_free(&out);
}

/* What a document becomes is a document of the same text, blocks and styles. */
static void test_reads_back(void **state)
{
    (void)state;
    static const char *const samples[] = {
        ("a **b** *c* `d``e` ~~f~~ ***g*** **h *i* j** [k **l**](https://x.org) **m "
         "[n](https://x.org) o**\n"),
        "- a\n\n  b\n\n  1. c\n  2. d\n\n     e\n- f\n",
        "> a\n>\n> - b\n> - c\n>\n> > d\n\ne\n",
        "a\\\n<https://x.org>\\\nb\n",
        "- [1\\. a](#b)\n- # c\n- > d\n",
        "| a | b |\n|:-:|--:|\n| `c` | **d** e |\n\n---\n\n### f #\n",
        "**a `b`**c\n\n* * *\n\n    code\n\n      more\n",
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct document *document =
            reader_parse(samples[i], strlen(samples[i]), READER_MARKDOWN, NULL);
        check_same(document, samples[i]);
        document_free(document);
    }
}

static void test_bundled_reads_back(void **state)
{
    (void)state;
    const char *collection = getenv("COLLECTION");
    if (collection == NULL)
        skip();
    char *path = file_join(collection, "articles");
    DIR *folder = opendir(path);
    size_t count = 0;
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (strstr(entry->d_name, ".md") == NULL)
            continue;
        char *file = file_join(path, entry->d_name);
        struct document *document = reader_open(NULL, file, NULL);
        assert_non_null(document);
        check_same(document, entry->d_name);
        document_free(document);
        free(file);
        count++;
    }
    closedir(folder);
    free(path);
    assert_true(count > 0);
}

/* Text that looks like markup stays text, in Markdown too: read again it is the same text. */
static void test_hostile_articles(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORD_ATTACKS; i++) {
        struct document *plain =
            reader_parse(record_attacks[i], strlen(record_attacks[i]), READER_PLAIN, NULL);
        struct annotation about = annotation_attack(1, record_attacks[i]);
        struct annotation note = annotation_attack(2, record_attacks[i]);
        struct note_record record = record_of(&note);
        for (int role = 0; role < RECORD_ROLES; role++) {
            record.places[role].start = 0;
            record.places[role].end = 1;
        }
        struct annotated_sheet sheets[2] = { { plain, &about.targets[0] },
                                             { plain, &about.targets[0] } };
        struct annotated annotated = { sheets, 2, &record, 1 };
        struct buffer out = { 0 };
        annotated_html(&out, &annotated);
        assert_true(wellformed_text(out.data, out.length, false));
        assert_true(wellformed_markup(out.data, out.length, true));
        buffer_truncate(&out, 0);
        annotated_text(&out, &annotated);
        assert_true(wellformed_text(out.data, out.length, false));
        buffer_truncate(&out, 0);
        annotated_markdown(&out, &annotated);
        assert_true(wellformed_text(out.data, out.length, false));
        struct document *again = reader_parse(out.data, out.length, READER_MARKDOWN, NULL);
        for (size_t link = 0; link < again->link_count; link++)
            assert_true(strncmp(again->links[link].target, "javascript", 10) != 0);
        document_free(again);
        document_free(plain);
        annotation_free(&about);
        annotation_free(&note);
        buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_mark),
        cmocka_unit_test(test_overlap),
        cmocka_unit_test(test_across_blocks),
        cmocka_unit_test(test_without_place),
        cmocka_unit_test(test_renamed),
        cmocka_unit_test(test_own_footnotes),
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_reads_back),
        cmocka_unit_test(test_bundled_reads_back),
        cmocka_unit_test(test_hostile_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
