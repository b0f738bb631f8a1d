#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/plain.h"
#include "notation.h"
#include "text/utf8.h"

static struct document *read_text(const char *text)
{
    return plain_read(xstrdup(text), strlen(text));
}

/* Source and document, in the notation of notation.h. */
struct plain_case {
    const char *name;
    const char *source;
    const char *expected;
};

static const struct plain_case cases[] = {
    { "nothing", "", "" },
    { "only blanks", "\n \n\t\n　\n", "" },
    { "no newline at the end", "a", "P|a" },
    { "blanks around", "\n  a  \n\n\n　　b　\n", "P|a\nP|b" },
    { "blanks that hold together around", "\xC2\xA0 a \xC2\xA0\n\nb\xC2\xA0", "P|a\nP|b" },
    { "paragraphs by blank line", "One.\n\nTwo.\n \nThree.\n", "P|One.\nP|Two.\nP|Three." },
    { "head and foot of a manual page set wide",
      "MILL(1)                                               User Commands                                              MILL(1)\n\n"
      "NAME\n       mill - grind corn\n\n"
      "Mill 2.0                                            May 2031                                                     MILL(1)\n",
      "P|MILL(1)                          User Commands                         MILL(1)\n"
      "H2|NAME\nP|mill - grind corn\n"
      "P|Mill 2.0                       May 2031                                MILL(1)" },
    { "a wide row amid the text keeps its blanks",
      "Before.\n\nMILL(1)                                               User Commands                                              MILL(1)\n\nAfter.\n",
      "P|Before.\nP|MILL(1)                                               User Commands                                              MILL(1)\nP|After." },
    { "a text set wide is joined",
      "The ferry of the village went over the river for forty years, in fog and in ice, and nobody could "
      "remember a winter in\nwhich it had not been late at least once a week, for its engine was older "
      "than its crew.\n\nWhen the offer came, by letter and without much warning, the council read it "
      "aloud, asked three questions of which\nnone was answered, and voted on the same evening with two "
      "voices against it, both of them the miller's.\n",
      "P|The ferry of the village went over the river for forty years, in fog and in ice, and nobody could "
      "remember a winter in which it had not been late at least once a week, for its engine was older than "
      "its crew.\nP|When the offer came, by letter and without much warning, the council read it aloud, "
      "asked three questions of which none was answered, and voted on the same evening with two voices "
      "against it, both of them the miller's." },
    { "long lines are paragraphs",
      "A headline\n"
      "A line that is so much longer than what anybody would wrap that it has to be a paragraph "
      "of its own, no doubt.\n"
      "Another.\n",
      "P|A headline\n"
      "P|A line that is so much longer than what anybody would wrap that it has to be a paragraph "
      "of its own, no doubt.\n"
      "P|Another." },
    { "verse keeps its lines",
      "Tyger Tyger, burning bright,\n  In the forests of the night;\nWhat immortal hand or eye,\n",
      "P|Tyger Tyger, burning bright,\nP'{2}|In the forests of the night;\n"
      "P'|What immortal hand or eye," },
    { "Chinese verse", "床前明月光，\n疑是地上霜。\n\n举头望明月，\n",
      "P|床前明月光，\nP'|疑是地上霜。\nP|举头望明月，" },
    { "hard-wrapped English",
      "The company did not say what the deal is worth, only that it will \n"
      " get a minority stake of 37.6 percent in return. A spokesman for the\n"
      "firm declined to say more than what had been said be-\n"
      "fore in an interview with a newspaper.\n",
      "P|The company did not say what the deal is worth, only that it will get a minority stake "
      "of 37.6 percent in return. A spokesman for the firm declined to say more than what had "
      "been said before in an interview with a newspaper." },
    { "hard-wrapped Chinese",
      "阿里巴巴把美国市场交给总部在纽约的公司，换得合并后公司约百分之三十\n"
      "七的股份，而这笔交易将于七月底敲定，马云说“这是一个好的结果”，\n"
      "“但是”他还说 OpenSky 会继续在美国经营下去，并且会保留 11 Main\n"
      "这个牌子。\n",
      "P|阿里巴巴把美国市场交给总部在纽约的公司，换得合并后公司约百分之三十"
      "七的股份，而这笔交易将于七月底敲定，马云说“这是一个好的结果”，"
      "“但是”他还说 OpenSky 会继续在美国经营下去，并且会保留 11 Main "
      "这个牌子。" },
    { "indented first lines",
      "    The company did not say what the deal is worth, only that it\n"
      "will get a minority stake of thirty-seven percent in return.\n"
      "    A spokesman for the firm in New York declined to say more than\n"
      "what had been said before in an interview with a newspaper.\n",
      "P|The company did not say what the deal is worth, only that it "
      "will get a minority stake of thirty-seven percent in return.\n"
      "P|A spokesman for the firm in New York declined to say more than "
      "what had been said before in an interview with a newspaper." },
    { "lists in wrapped text",
      "The company did not say what the deal is worth, only that it will\n"
      "get these, which are wrapped at the same margin as all the others:\n"
      "- a minority stake of 37.6 percent in the company that is to come\n"
      "  out of it\n"
      "- nothing else\n"
      "1. one\n"
      "(b) two\n"
      "三、三\n",
      "P|The company did not say what the deal is worth, only that it will "
      "get these, which are wrapped at the same margin as all the others:\n"
      "P'|- a minority stake of 37.6 percent in the company that is to come out of it\n"
      "P'|- nothing else\nP'|1. one\nP'|(b) two\nP'|三、三" },
    { "brackets in wrapped text are no number",
      "The company did not say what the deal is worth, only that it, so far,\n"
      "() will get a minority stake of thirty-seven percent in return for it\n"
      "all, which it had opened only one year before in the same town as\n"
      ". the others.\n",
      "P|The company did not say what the deal is worth, only that it, so far, "
      "() will get a minority stake of thirty-seven percent in return for it "
      "all, which it had opened only one year before in the same town as "
      ". the others." },
    { "an address in wrapped text keeps its lines",
      "The company did not say what the deal is worth, only that it will\n"
      "get a minority stake of thirty-seven percent in return for the\n"
      "shop, which it had opened only one year before in the same town\n"
      "and for the same buyers.\n"
      "\n"
      "12 High Street\n"
      "London\n",
      "P|The company did not say what the deal is worth, only that it will "
      "get a minority stake of thirty-seven percent in return for the "
      "shop, which it had opened only one year before in the same town "
      "and for the same buyers.\n"
      "P|12 High Street\nP'|London" },
    { "short last lines end paragraphs",
      "The company did not say what the deal is worth, only that it will\n"
      "get a minority stake.\n"
      "The spokesman for the firm in New York declined to say more about\n"
      "the whole thing than that.\n",
      "P|The company did not say what the deal is worth, only that it will get a minority stake.\n"
      "P|The spokesman for the firm in New York declined to say more about "
      "the whole thing than that." },
    { "a table", "name      amount\nopensky   37.6\n  x       3\n",
      "C|name      amount\nC'|opensky   37.6\nC'|  x       3" },
    { "a drawing", "+--+\n|a |\n+--+\n", "C|+--+\nC'||a |\nC'|+--+" },
    { "columns by bars", "a | b | c\nd | e | f\n", "C|a | b | c\nC'|d | e | f" },
    { "mail", "> quoted\n> mail\n", "C|> quoted\nC'|> mail" },
    { "underlined titles", "Title\n=====\n\nSub\n---\ntext\n",
      "H1|Title\nP'|=====\nH2|Sub\nP'|---\nP'|text" },
    { "underlined titles in wrapped text",
      "A title\n=======\n\nThe company did not say what the deal is worth, only that it will\n"
      "get a minority stake of thirty-seven percent in return, and also that\n"
      "is all there is to be known of it.\n",
      "H1|A title\nP'|=======\nP|The company did not say what the deal is worth, only that it will "
      "get a minority stake of thirty-seven percent in return, and also that "
      "is all there is to be known of it." },
    { "no underline", "Title\n--\n\na title that is very much longer\n---\n",
      "P|Title\nP'|--\nP|a title that is very much longer\nP'|---" },
    { "chapters of a wrapped book",
      "THE LAMPLIGHTER\n\nCHAPTER I. The Quay\nCHAPTER II. The Storm\n\nCHAPTER I. The Quay\n\n"
      "The lamplighter went down to the quay every evening at six, whatever the\n"
      "weather, and lit the nine lamps that stood between the customs house and\n"
      "the inn. Chapter 3 of his log book said that he had missed one evening in\n"
      "twenty years, and that was the evening of the storm.\n\n"
      "    \"You are late,\" said the innkeeper.\n    \"I am never late.\"\n\n"
      "CHAPTER II.\nThe Storm\n\nIt came from the north.\n\nEPILOGUE\n\nHe lit them again.\n",
      "H1|THE LAMPLIGHTER\nP|CHAPTER I. The Quay\nP'|CHAPTER II. The Storm\nH2|CHAPTER I. The Quay\n"
      "P|The lamplighter went down to the quay every evening at six, whatever the "
      "weather, and lit the nine lamps that stood between the customs house and "
      "the inn. Chapter 3 of his log book said that he had missed one evening in "
      "twenty years, and that was the evening of the storm.\n"
      "P{4}|\"You are late,\" said the innkeeper.\nP'{4}|\"I am never late.\"\n"
      "H2|CHAPTER II.\nP'|The Storm\nP|It came from the north.\nH2|EPILOGUE\nP|He lit them again." },
    { "chapters of a Chinese book",
      "灯塔纪事\n\n第一回　渔人夜半闻钟声\n话说海边有一座灯塔。\n第二回 孤灯照浪\n第三回合潮水高了一尺。\n"
      "第一章规定，灯不得灭。\n尾声\n",
      "P|灯塔纪事\nH2|第一回　渔人夜半闻钟声\nP'|话说海边有一座灯塔。\nH2|第二回 孤灯照浪\n"
      "P'|第三回合潮水高了一尺。\nP'|第一章规定，灯不得灭。\nP'|尾声" },
    { "a contents of chapters", "目录\n第一章 海\n第二章 风\n\n第一章 海\n风起。\n",
      "P|目录\nP'|第一章 海\nP'|第二章 风\nH2|第一章 海\nP|风起。" },
    { "no chapters",
      "Chapter 4 of the rules says so.\n\nPart of it.\n\nSection 3.2 forbids it\n\nbook 7\n\nLetters\n",
      "P|Chapter 4 of the rules says so.\nP|Part of it.\nP|Section 3.2 forbids it\nP|book 7\nP|Letters" },
    { "sections of a manual page",
      "FROB(1)                      User Commands                     FROB(1)\n\n"
      "NAME\n       frob - turn the knobs of a machine until it behaves in the way\n"
      "       that was asked for by those who own it and have it in the inter-\n"
      "       val between two others\n\n"
      "SEE ALSO\n       twiddle(1)\n",
      "P|FROB(1)                      User Commands                     FROB(1)\n"
      "H2|NAME\nP'|frob - turn the knobs of a machine until it behaves in the way "
      "that was asked for by those who own it and have it in the interval between two others\n"
      "H2|SEE ALSO\nP'|twiddle(1)" },
    { "a telegram shouts", "ARRIVED SAFELY\n\nALL WELL\n\nSEND MONEY\n",
      "P|ARRIVED SAFELY\nP|ALL WELL\nP|SEND MONEY" },
    { "records are no sentences",
      "2015-06-22 10:00:01 the server at the other end did not answer\n"
      "2015-06-22 10:00:02 the server at the other end has answered us\n"
      "2015-06-22 10:00:03 the server at the other end is gone for good\n"
      "2015-06-22 10:00:04 the server at the other end has come back on\n",
      "P|2015-06-22 10:00:01 the server at the other end did not answer\n"
      "P'|2015-06-22 10:00:02 the server at the other end has answered us\n"
      "P'|2015-06-22 10:00:03 the server at the other end is gone for good\n"
      "P'|2015-06-22 10:00:04 the server at the other end has come back on" },
};

static void test_documents(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct document *document = read_text(cases[i].source);
        struct buffer got = notation_of(document);
        if (strcmp(got.data, cases[i].expected) != 0)
            print_error("%s\n", cases[i].name);
        assert_string_equal(got.data, cases[i].expected);
        buffer_free(&got);
        document_free(document);
    }
}

/* Where nothing is joined the text is the file's own. */
static void test_text_is_kept(void **state)
{
    (void)state;
    static const char text[] = "  One \n\n\n\tTwo\t\nThree\n \n";
    struct document *document = read_text(text);
    assert_string_equal(document->text, text);
    assert_int_equal(document->length, strlen(text));
    document_free(document);
}

static void test_source_lines(void **state)
{
    (void)state;
    struct document *document = read_text("\nsecond\n\n\nfifth\nsixth\n\neighth");
    static const uint32_t lines[] = { 2, 5, 6, 8 };
    assert_int_equal(document->block_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(document->blocks[i].line, lines[i]);
    document_free(document);
}

static void repeat(struct buffer *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_add_text(out, text);
}

/* Blocks of one long line: within the limit, in order, cut between what `unit` repeats. */
static void check_cuts(const char *unit, size_t blank)
{
    struct buffer text = { 0 };
    repeat(&text, unit, 200000 / strlen(unit));
    struct document *document = plain_read(text.data, text.length);
    size_t end = 0;
    assert_in_range(document->block_count, 6, 8);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        assert_true(block->end - block->start <= DOCUMENT_BLOCK_LIMIT);
        assert_int_equal(block->start, i > 0 ? end + blank : 0);
        assert_memory_equal(document->text + block->start, unit, strlen(unit) - blank);
        assert_int_equal((block->flags & BLOCK_CONTINUES) != 0, i > 0);
        end = block->end;
    }
    document_free(document);
}

static void test_one_long_line(void **state)
{
    (void)state;
    check_cuts("word ", 1);
    check_cuts("汉", 0);
    check_cuts("x", 0);
    check_cuts("e\xcc\x81\xcc\x82", 0); /* clusters of three code points */
    check_cuts("👨‍👩‍👧", 0);
}

/* Between Han characters, never in or beside a Latin word. */
static void test_words_in_a_long_line_stay_whole(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    repeat(&text, "公司OpenSky", 8000);
    struct document *document = plain_read(text.data, text.length);
    assert_true(document->block_count > 3);
    for (size_t i = 1; i < document->block_count; i++)
        assert_memory_equal(document->text + document->blocks[i].start, "司OpenSky", 10);
    document_free(document);
}

/* The decision of the first 64 KiB holds for the rest, and long before it. */
static void test_decision_is_taken_at_the_head(void **state)
{
    (void)state;
    static const char wrapped[] =
        "The company did not say what the deal is worth, only that it will\n"
        "get a minority stake of thirty-seven percent in return for the shop.\n\n";
    struct buffer text = { 0 };
    repeat(&text, wrapped, 1000);
    repeat(&text, "one more of the very long lines ", 10);
    struct document *document = plain_read(text.data, text.length);
    assert_int_equal(document->block_count, 1001);
    document_free(document);
}

/* A file of one-letter lines: no more memory for blocks than for text, and nothing lost. */
static void test_many_short_lines(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    repeat(&text, "a\nb\n\n", 800000);
    size_t length = text.length;
    struct document *document = plain_read(text.data, text.length);
    assert_true(document->block_count * sizeof(struct block) < length + (2u << 20));
    size_t letters = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        assert_true(block->end - block->start <= DOCUMENT_BLOCK_LIMIT);
        for (size_t at = block->start; at < block->end; at++)
            letters += document->text[at] != '\n';
    }
    assert_int_equal(letters, 1600000);
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_text_is_kept),
        cmocka_unit_test(test_source_lines),
        cmocka_unit_test(test_one_long_line),
        cmocka_unit_test(test_words_in_a_long_line_stay_whole),
        cmocka_unit_test(test_decision_is_taken_at_the_head),
        cmocka_unit_test(test_many_short_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
