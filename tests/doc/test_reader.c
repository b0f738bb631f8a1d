#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "doc/reader.h"

struct place {
    char folder[64];
    char *path; /* of the file written last */
};

static int set_up(void **state)
{
    struct place *place = xcalloc(1, sizeof *place);
    snprintf(place->folder, sizeof place->folder, "/tmp/diptych-reader-XXXXXX");
    *state = place;
    return mkdtemp(place->folder) == NULL;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    if (place->path != NULL)
        unlink(place->path);
    rmdir(place->folder);
    free(place->path);
    free(place);
    return 0;
}

static const char *write_file(struct place *place, const char *name, const char *bytes,
                              size_t length)
{
    struct error error = { "" };
    if (place->path != NULL)
        unlink(place->path);
    free(place->path);
    place->path = file_join(place->folder, name);
    assert_true(file_write(place->path, bytes, length, &error));
    return place->path;
}

static struct document *open_text(struct place *place, const char *name, const char *text)
{
    struct error error = { "" };
    struct document *document = reader_open(NULL, write_file(place, name, text, strlen(text)), &error);
    assert_non_null(document);
    return document;
}

static void test_kind_goes_by_the_name(void **state)
{
    static const char *const names[] = { "a.md", "a.MD", "a.markdown", "a.mkd" };
    static const char *const plain[] = { "a.txt", "a", "a.md.bak", "md" };
    for (size_t i = 0; i < 4; i++) {
        struct document *document = open_text(*state, names[i], "# *x*\n");
        assert_string_equal(document->text, "x");
        assert_int_equal(document->blocks[0].kind, BLOCK_HEADING);
        document_free(document);
        document = open_text(*state, plain[i], "# *x*\n");
        assert_string_equal(document->text, "# *x*\n");
        document_free(document);
    }
}

/* What man or git wrote into a file is read as it is in a pipe; Markdown means what it says. */
static void test_saved_terminal_text(void **state)
{
    static const char text[] = "N\bNA\bAM\bME\bE\n    \033[31mls\033[m - _\bl_\bi_\bs_\bt\n";
    struct document *document = open_text(*state, "ls.1.txt", text);
    assert_string_equal(document->text, "NAME\nls - list");
    document_free(document);
    document = open_text(*state, "ls.md", text);
    assert_non_null(strstr(document->text, "\u2408"));
    document_free(document);
}

static void check_subtitles(void *state, const char *name, const char *text, const char *wanted,
                            const char *const *markers)
{
    struct document *document = open_text(state, name, text);
    assert_string_equal(document->text, wanted);
    for (size_t i = 0; i < document->block_count; i++) {
        uint32_t marker = document->blocks[i].marker;
        assert_string_equal(marker > 0 ? document->markers[marker - 1] : "", markers[i]);
    }
    document_free(document);
}

/* Of subtitles what is said is the text: no numbers, no times, no tags. */
static void test_subtitles(void **state)
{
    check_subtitles(*state, "a.srt",
                    "1\n00:00:05,000 --> 00:00:08,000\n<i>The boat is late.</i>\n\n"
                    "2\n00:00:08,200 --> 00:00:12,000\n- Where is Holt?\n- He left at <b>2</b> --> home.\n\n"
                    "3\n01:02:13,000 --> 01:02:16,500\n{\\an8}Forty people\nwere waiting.\n"
                    "4\n01:02:17,000 --> 01:02:18,000\n1240\n\nwere more.\n",
                    "The boat is late.\n- Where is Holt?\n- He left at 2 --> home.\nForty people were waiting.\n"
                    "1240\nwere more.",
                    (const char *const[]){ "0:05", "0:08", "", "1:02:13", "1:02:17", "" });
    check_subtitles(*state, "a.vtt",
                    "WEBVTT - ferry\n\nNOTE\nby hand\n\nintro\n00:05.000 --> 00:08.000 line:0\n<v Ada Holt>No <c.loud>boat"
                    "</c>.\n\n00:09.000 --> 00:10.000\n没有\n船。\n"
                    "\n00:11.000 --> 00:12.000\nHolt &amp; Son &lt;b> R&D;\n",
                    "Ada Holt: No boat.\n没有船。\nHolt & Son <b> R&D;", (const char *const[]){ "0:05", "0:09", "0:11" });
    check_subtitles(*state, "a.txt", "1\n2 --> 3\n", "1\n2 --> 3\n", (const char *const[]){ "", "" });
    struct document *document = open_text(*state, "a.srt", "1\n00:00:05,000 --> 00:00:08,000\nA <i>b</i>\n");
    assert_int_equal(document_style_at(document, 2), STYLE_EMPHASIS);
    assert_int_equal(document->blocks[0].line, 3);
    document_free(document);
    document = open_text(*state, "a.srt", "1\n00:00:05,000 --> 00:00:08,000\nPreviously on the Ferry Show\n");
    char *title = document_title(document);
    assert_string_equal(title, "");
    free(title);
    document_free(document);
}

struct guess_case {
    const char *text;
    bool is_markdown;
};

static const struct guess_case guess_cases[] = {
    { "# Title\n\n> quoted\n", true },
    { "# Title\n\ntext [a](http://b.c)\n", true },
    { "Some **strong** words and\n\n```\ncode\n```\n", true },
    { "|a|b|\n|---|---|\n\n# h\n", true },
    { "# Title\n\n# Another\n", false },
    { "text\n# comment\n> not after a blank line\n", false },
    { "On Monday he wrote:\n\n> quoted\n> mail\n", false },
    { "2 ** 3 ** 4 and a * b\n\n> q\n", false },
    { "text\n# comment\n\n> q\n", false },
    { "#hashtag\n\n> q\n", false },
    { "Just text.\n", false },
};

static void test_markdown_that_is_called_txt(void **state)
{
    for (size_t i = 0; i < sizeof guess_cases / sizeof guess_cases[0]; i++) {
        const struct guess_case *one = &guess_cases[i];
        struct document *document = open_text(*state, "a.txt", one->text);
        bool is_markdown = strcmp(document->text, one->text) != 0;
        document_free(document);
        if (is_markdown != one->is_markdown)
            print_error("%s\n", one->text);
        assert_int_equal(is_markdown, one->is_markdown);
        document = open_text(*state, "a.log", one->text);
        assert_string_equal(document->text, one->text);
        document_free(document);
    }
}

static void test_front_matter_is_cut(void **state)
{
    static const char *const names[] = { "a.md", "a.txt" };
    for (size_t i = 0; i < 2; i++) {
        struct document *document =
            open_text(*state, names[i], "---\ntitle: T\nlang: zh-Hans\n---\n\nText\n");
        assert_string_equal(frontmatter_get(document->frontmatter, "title"), "T");
        assert_int_equal(document->language, LANGUAGE_CHINESE);
        assert_int_equal(document->block_count, 1);
        assert_int_equal(document->blocks[0].line, 6);
        assert_null(strstr(document->text, "lang"));
        document_free(document);
    }
}

/* `:set raw`: a block a line, whatever it holds, none for what follows the last newline. */
static void test_raw_is_line_by_line(void **state)
{
    static const char *const lines[] = { "---", "title: T", "---", "", "# Head", "two  spaces" };
    struct error error = { "" };
    struct reader_wish wish = { .raw = true };
    const char *path =
        write_file(*state, "a.md", "---\ntitle: T\n---\n\n# Head\ntwo  spaces\n", 37);
    struct document *document = reader_open_as(NULL, path, &wish, &error);
    assert_non_null(document);
    assert_int_equal(document->block_count, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct block *block = &document->blocks[i];
        assert_int_equal(block->line, i + 1);
        assert_int_equal(block->end - block->start, strlen(lines[i]));
        assert_memory_equal(document->text + block->start, lines[i], strlen(lines[i]));
    }
    document_free(document);
}

static void test_broken_front_matter_still_opens(void **state)
{
    struct document *document = open_text(*state, "a.md", "---\nlang: en\nx: \"open\n---\nText\n");
    assert_string_equal(document->text, "Text");
    assert_int_equal(document->frontmatter->fault_line, 3);
    assert_int_equal(document->language, LANGUAGE_ENGLISH);
    document_free(document);
}

struct language_case {
    const char *text;
    enum language language;
};

static const struct language_case language_cases[] = {
    { "", LANGUAGE_UNKNOWN },
    { "12 34\n", LANGUAGE_UNKNOWN },
    { "Alibaba sold it.\n", LANGUAGE_ENGLISH },
    { "The firm, 阿里巴巴, sold the market to another firm.\n", LANGUAGE_ENGLISH },
    { "阿里巴巴把 11 Main 卖给 OpenSky。\n", LANGUAGE_CHINESE },
    { "アリババは売った。\n", LANGUAGE_OTHER },
    { "日本経済新聞社の記事、東京証券取引所\n", LANGUAGE_OTHER },
    { "Алибаба продала.\n", LANGUAGE_OTHER },
    { "---\nlang: fr\n---\nVendu.\n", LANGUAGE_OTHER },
    { "---\nlang: en_US\n---\n中文\n", LANGUAGE_ENGLISH },
    { "---\nlang: ZH\n---\ntext\n", LANGUAGE_CHINESE },
    { "---\nlang: english\n---\n中文\n", LANGUAGE_ENGLISH },
    { "---\nlang: enx\n---\n中文\n", LANGUAGE_OTHER },
    { "---\nlang:\n---\ntext\n", LANGUAGE_ENGLISH },
};

static void test_languages(void **state)
{
    for (size_t i = 0; i < sizeof language_cases / sizeof language_cases[0]; i++) {
        struct document *document = open_text(*state, "a.txt", language_cases[i].text);
        if (document->language != language_cases[i].language)
            print_error("%s\n", language_cases[i].text);
        assert_int_equal(document->language, language_cases[i].language);
        document_free(document);
    }
}

static void test_dirty_bytes(void **state)
{
    static const char bytes[] = "\xef\xbb\xbf" "a\r\nb\0\x1b[3J \xff\xc2\x9b\r\n";
    struct error error = { "" };
    const char *path = write_file(*state, "a.txt", bytes, sizeof bytes - 1);
    struct document *document = reader_open(NULL, path, &error);
    assert_string_equal(document->text, "a\nb␀␛[3J \xef\xbf\xbd␦\n");
    assert_int_equal(document->repaired.ill_formed, 1);
    assert_int_equal(document->repaired.controls, 3);
    document_free(document);
}

static void test_from_memory(void **state)
{
    (void)state;
    struct document *document = reader_parse("*a*", 3, READER_MARKDOWN, NULL);
    assert_string_equal(document->text, "a");
    document_free(document);
    document = reader_parse("*a*", 3, READER_PLAIN, "a.md");
    assert_string_equal(document->text, "*a*");
    document_free(document);
    document = reader_parse("*a*", 3, READER_BY_NAME, "a.md");
    assert_string_equal(document->text, "a");
    document_free(document);
    document = reader_parse("*a*", 3, READER_BY_NAME, NULL);
    assert_string_equal(document->text, "*a*");
    document_free(document);
    document = reader_parse("", 0, READER_BY_NAME, NULL);
    assert_int_equal(document->block_count, 0);
    document_free(document);
}

static void expect_error(const char *path, const char *why)
{
    struct error error = { "" };
    bool found = false;
    assert_null(reader_open(NULL, path, &error));
    found = strncmp(error.text, path, strlen(path)) == 0 && strstr(error.text, why) != NULL;
    if (!found)
        print_error("%s\n", error.text);
    assert_true(found);
    assert_null(reader_open_head(NULL, path, 1000, &error));
    assert_non_null(strstr(error.text, why));
}

static void test_what_cannot_be_read(void **state)
{
    struct place *place = *state;
    expect_error(place->folder, "is a folder");
    expect_error("/dev/zero", "is a device");
    char *path = file_join(place->folder, "none.txt");
    expect_error(path, "No such file");
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_error(path, "is a pipe");
    unlink(path);
    free(path);
    if (geteuid() == 0)
        return; /* root may read all */
    const char *locked = write_file(place, "locked.txt", "x", 1);
    assert_int_equal(chmod(locked, 0), 0);
    expect_error(locked, "Permission denied");
}

/* Random bytes are no text; Han in UTF-16 without a single zero, as full of odd bytes, is. */
static void test_noise_is_no_text(void **state)
{
    char noise[4096];
    char han[4096];
    uint32_t random = 7;
    for (size_t i = 0; i < sizeof noise; i++) {
        random = random * 1103515245u + 12345u;
        noise[i] = (char)(random >> 16);
        han[i] = i % 2 == 0 ? (char)(random >> 16 | 1) : (char)(0x4E + (random >> 24) % 0x50);
    }
    assert_int_equal(file_kind_of(noise, sizeof noise, NULL), FILE_BINARY);
    assert_int_equal(file_kind_of(han, sizeof han, NULL), FILE_TEXT);
    struct error error = { "" };
    assert_null(reader_open(NULL, write_file(*state, "noise", noise, sizeof noise), &error));
    assert_non_null(strstr(error.text, "noise: is no text but binary data"));
}

/* A page without a name is known by how it begins, in any encoding and behind blanks and a mark. */
static void test_pages_without_a_name(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        enum file_kind kind;
    } cases[] = {
#define CASE(bytes, kind) { bytes, sizeof(bytes) - 1, kind }
        CASE("<html>", FILE_HTML),
        CASE("\xEF\xBB\xBF \r\n\t\f<HTML lang=en>", FILE_HTML),
        CASE("\xFF\xFE<\0h\0t\0m\0l\0>\0", FILE_HTML),
        CASE("\xFE\xFF\0<\0h\0t\0m\0l\0>", FILE_HTML),
        CASE("\0<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0h\0t\0m\0l\0>", FILE_HTML),
        CASE("\xFF\xFE\0\0<\0\0\0p\0\0\0>\0\0\0", FILE_HTML),
        CASE("<!-- saved --><?xml version='1.0'?>\n<title>", FILE_HTML),
        CASE("<!-- saved", FILE_TEXT),
        CASE("a <p>", FILE_TEXT),
        CASE("\xFF\xFE" "a\0<\0p\0>\0", FILE_TEXT),
        CASE("abc\xEF\xBB\xBF<p>", FILE_TEXT),
        CASE("MIME-Version: 1.0\nContent-Type: multipart/related\n", FILE_MHTML),
        CASE("Subject: MIME-Version: 1.0\nContent-Type: multipart/related\n", FILE_TEXT),
        CASE("MIME-Version: 1.0\nContent-Type: text/plain\n", FILE_TEXT),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(file_kind_of(cases[i].bytes, cases[i].length, NULL), cases[i].kind);
}

/* What is not UTF-8, and what is, damaged or cut. */
static void test_other_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        bool foreign;
    } cases[] = {
#define BYTES(bytes, foreign) { bytes, sizeof(bytes) - 1, foreign }
        BYTES("", false),
        BYTES("plain", false),
        BYTES("caf\xC3\xA9", false),
        BYTES("caf\xE9", true),
        BYTES("caf\xE9 au lait", true),
        BYTES("caf\xE9 caf\xC3\xA9", false), /* as many places as characters: damaged */
        BYTES("caf\xE9\xE9 caf\xC3\xA9", true),
        BYTES("\xEF\xBF\xBD caf\xE9", false), /* one that was written so is a character */
        BYTES("caf\xE9\033[1m", false),
        BYTES("caf\xE9\a\r\t", true),
        BYTES("caf\xE9\x0E", false),
        BYTES("\xFF\xFE" "a\0b\0", true),
        BYTES("\xC4\xE3\xBA\xC3", true), /* GB18030 */
        BYTES("\033$B%H\033(B", true),  /* ISO-2022-JP */
        BYTES("\033$)C\x0E", true),     /* ISO-2022-KR */
        BYTES("\033[$ \033", false),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (encoding_is_foreign(cases[i].bytes, cases[i].length) != cases[i].foreign)
            fail_msg("case %zu", i);
    }
    char cut[2000];
    memset(cut, 'a', sizeof cut);
    cut[sizeof cut - 2] = '\xE4'; /* a character that goes on behind what was read */
    cut[sizeof cut - 1] = '\xB8';
    assert_false(encoding_is_foreign(cut, sizeof cut));
    cut[9] = '\xE9';
    assert_true(encoding_is_foreign(cut, sizeof cut));
}

/* What is told of a file in another encoding: on opening it, beside it, in its record. */
static void test_what_is_told_of_an_encoding(void **state)
{
    (void)state;
    static const struct {
        char *encoding, *undecoded;
        size_t lost;
        const char *note, *brief, *record;
    } cases[] = {
        { NULL, NULL, 0, NULL, "", "" },
        { NULL, NULL, 2, NULL, "UTF-8, 2 repaired", "UTF-8, 2 repaired" },
        { "Big5", NULL, 0, "a.txt: read as Big5", "Big5", "Big5" },
        { "Big5", NULL, 1, "a.txt: read as Big5; 1 place could not be read", "Big5, 1 repaired", "Big5, 1 repaired" },
        { "Big5", NULL, 3, "a.txt: read as Big5; 3 places could not be read", "Big5, 3 repaired", "Big5, 3 repaired" },
        { NULL, "a.txt: why", 9, "a.txt: why; it is not UTF-8, and what cannot be read shows as �",
          "unknown encoding, 9 repaired", "unknown, 9 repaired" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct document document = { .encoding = cases[i].encoding,
                                           .undecoded = cases[i].undecoded,
                                           .repaired.ill_formed = cases[i].lost };
        struct buffer brief = { 0 }, record = { 0 };
        char *note = encoding_note(&document, "/b/a.txt");
        encoding_brief(&document, &brief);
        encoding_record(&document, &record);
        assert_true((note == NULL) == (cases[i].note == NULL));
        if (note != NULL)
            assert_string_equal(note, cases[i].note);
        assert_string_equal(buffer_text(&brief), cases[i].brief);
        assert_string_equal(buffer_text(&record), cases[i].record);
        buffer_free(&brief);
        buffer_free(&record);
        free(note);
    }
}

/* A sparse file: nothing is read before it is refused. */
static void test_too_large(void **state)
{
    const char *path = write_file(*state, "large.txt", "x", 1);
    if (truncate(path, (off_t)3 << 30) != 0)
        skip();
    struct error error = { "" };
    assert_null(reader_open(NULL, path, &error));
    assert_non_null(strstr(error.text, "larger than"));
}

static void compare_head(const char *path, size_t length)
{
    struct error error = { "" };
    struct document *whole = reader_open(NULL, path, &error);
    struct document *head = reader_open_head(NULL, path, length, &error);
    assert_non_null(whole);
    assert_non_null(head);
    assert_true(head->partial);
    assert_false(whole->partial);
    assert_in_range(head->length, 60000, length * 7 / 3 + 1); /* controls become pictures */
    assert_true(head->block_count > 0 && head->block_count < whole->block_count);
    assert_memory_equal(head->text, whole->text, head->length);
    for (size_t i = 0; i < head->block_count; i++) {
        const struct block *one = &head->blocks[i];
        const struct block *other = &whole->blocks[i];
        assert_int_equal(one->start, other->start);
        assert_int_equal(one->end, other->end);
        assert_int_equal(one->line, other->line);
        assert_int_equal(one->kind, other->kind);
        assert_int_equal(one->flags, other->flags);
        assert_int_equal(one->indent, other->indent);
    }
    assert_int_equal(head->language, whole->language);
    assert_true(head->repaired.ill_formed <= whole->repaired.ill_formed);
    document_free(whole);
    document_free(head);
}

static const char *const head_units[] = {
    "The company did not say what the deal is worth, only that it will\n"
    "get a minority stake of thirty-seven percent in return for the shop.\n\n",
    "The company did not say what the deal is worth, only that it will\n"
    "get a minority stake of thirty-seven percent in return for shops.\n",
    "a line\n",
    "word ",
    "汉字",
    "x",
    "阿里巴巴把市场交给总部在纽约的公司。\r\n\r\n",
    "name      amount\nb         3\n",
    "\xff\x1b ",
};

static void test_head_is_the_beginning_of_the_whole(void **state)
{
    for (size_t i = 0; i < sizeof head_units / sizeof head_units[0]; i++) {
        struct buffer text = { 0 };
        while (text.length < 600000)
            buffer_add_text(&text, head_units[i]);
        const char *path = write_file(*state, "a.txt", text.data, text.length);
        for (size_t length = READER_HEAD_LEAST; length < 300000; length += 33333)
            compare_head(path, length);
        buffer_free(&text);
    }
}

static void test_head_of_subtitles(void **state)
{
    struct buffer text = { 0 };
    struct error error = { "" };
    for (unsigned i = 0; text.length < 300000; i++)
        buffer_add_format(&text, "%u\n%02u:%02u:05,000 --> %02u:%02u:08,000\n<i>The boat\nis late.</i>\n\n", i,
                          i / 60 % 60, i % 60, i / 60 % 60, i % 60);
    const char *path = write_file(*state, "a.srt", text.data, text.length);
    struct document *head = reader_open_head(NULL, path, 100000, &error);
    struct document *whole = reader_open(NULL, path, &error);
    assert_true(head->partial);
    assert_in_range(head->block_count, 100, whole->block_count - 100);
    assert_memory_equal(head->text, whole->text, head->length);
    for (size_t i = 0; i < head->block_count; i++) {
        assert_int_equal(head->blocks[i].end, whole->blocks[i].end);
        assert_string_equal(head->markers[head->blocks[i].marker - 1], whole->markers[whole->blocks[i].marker - 1]);
    }
    document_free(whole);
    document_free(head);
    buffer_free(&text);
}

static void test_head_of_a_short_file_is_all(void **state)
{
    struct error error = { "" };
    const char *path = write_file(*state, "a.txt", "one\n\ntwo\n", 9);
    struct document *head = reader_open_head(NULL, path, 4, &error);
    assert_false(head->partial);
    assert_int_equal(head->block_count, 2);
    document_free(head);
}

static void test_head_of_markdown_is_all(void **state)
{
    struct error error = { "" };
    struct buffer text = { 0 };
    while (text.length < 300000)
        buffer_add_text(&text, "*word* ");
    const char *path = write_file(*state, "a.md", text.data, text.length);
    struct document *head = reader_open_head(NULL, path, 1000, &error);
    assert_false(head->partial);
    assert_true(head->length > 200000);
    document_free(head);
    buffer_free(&text);
}

/* Front matter longer than the head, or nearly as long. */
static void check_much_front_matter(void **state, int entries)
{
    struct error error = { "" };
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\n");
    for (int i = 0; i < entries; i++)
        buffer_add_text(&text, "key: a value that is long\n");
    buffer_add_text(&text, "---\nText\n");
    for (int i = 0; i < 1000; i++)
        buffer_add_text(&text, "More and more text\n");
    const char *path = write_file(*state, "a.txt", text.data, text.length);
    struct document *head = reader_open_head(NULL, path, 1000, &error);
    assert_int_equal(head->block_count, 1001);
    assert_int_equal(head->frontmatter->count, entries);
    document_free(head);
    buffer_free(&text);
}

static void test_head_with_much_front_matter(void **state)
{
    check_much_front_matter(state, 9000);
    check_much_front_matter(state, 4900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kind_goes_by_the_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_saved_terminal_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_head_of_subtitles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_subtitles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_markdown_that_is_called_txt, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_front_matter_is_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_raw_is_line_by_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_broken_front_matter_still_opens, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_languages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_dirty_bytes, set_up, tear_down),
        cmocka_unit_test(test_from_memory),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_read, set_up, tear_down),
        cmocka_unit_test(test_pages_without_a_name),
        cmocka_unit_test(test_other_encodings),
        cmocka_unit_test(test_what_is_told_of_an_encoding),
        cmocka_unit_test_setup_teardown(test_too_large, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_noise_is_no_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_head_is_the_beginning_of_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_head_of_a_short_file_is_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_head_of_markdown_is_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_head_with_much_front_matter, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
