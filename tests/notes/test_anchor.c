#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/reader.h"
#include "notes/anchor.h"
#include "notes/approximate.h"
#include "notes/mark.h"
#include "notes/trial.h"
#include "text/utf8.h"

/* --- approximate matching, against the table filled in by hand --- */

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static void fill_table(const uint32_t *pattern, size_t m, const uint32_t *text, size_t n,
                       bool anchored, uint32_t *last)
{
    uint32_t *column = xcalloc(m + 1, sizeof *column);
    for (size_t i = 0; i <= m; i++)
        column[i] = (uint32_t)i;
    last[0] = (uint32_t)m;
    for (size_t k = 1; k <= n; k++) {
        uint32_t diagonal = column[0];
        column[0] = anchored ? (uint32_t)k : 0;
        for (size_t i = 1; i <= m; i++) {
            uint32_t above = column[i];
            uint32_t here = diagonal + (pattern[i - 1] != text[k - 1]);
            here = smaller(here, smaller(column[i - 1], above) + 1);
            diagonal = above;
            column[i] = here;
        }
        last[k] = column[m];
    }
    free(column);
}

static void reverse(uint32_t *points, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t point = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = point;
    }
}

static void distances_are_those_of_the_table(void **state)
{
    (void)state;
    struct edited dice = { .seed = 7 };
    for (int round = 0; round < 400; round++) {
        uint32_t pattern[200], text[300], got[301], wanted[301];
        size_t m = 1 + editing_draw(&dice, round % 4 == 0 ? 200 : 70);
        size_t n = editing_draw(&dice, 300);
        uint32_t letters = 2 + editing_draw(&dice, 5);
        bool anchored = round % 2 == 0;
        bool reversed = round % 3 == 0;
        for (size_t i = 0; i < m; i++)
            pattern[i] = 0x4E00 + editing_draw(&dice, letters);
        for (size_t i = 0; i < n; i++)
            text[i] = 0x4E00 + editing_draw(&dice, letters);
        struct approximate *made = approximate_new(pattern, m, reversed);
        approximate_run(made, text, n, anchored, got);
        approximate_free(made);
        if (reversed) {
            reverse(pattern, m);
            reverse(text, n);
        }
        fill_table(pattern, m, text, n, anchored, wanted);
        assert_memory_equal(got, wanted, (n + 1) * sizeof *got);
    }
}

/* --- anchors --- */

static const char story[] =
    "The ferry left at noon. It carried forty people and a cow. Nobody on the north bank had seen "
    "it leave.\n\n"
    "In the evening the ferry came back. It carried nobody. The harbour master wrote “no cow” in "
    "his book and went home.\n\n"
    "渡轮中午离港，载着四十个人和一头牛。北岸没有人看见它离开。傍晚，渡轮回来了，船上空无一人。\n";

struct case_of {
    const char *before; /* the text when the quote was marked */
    const char *quote;  /* its first occurrence in it, or the one after `skip` */
    const char *after;  /* the text now */
    enum anchor_state state;
    const char *words; /* at the place found; NULL: not looked at */
};

static void mark(const char *text, const char *quote, struct annotation_target *target)
{
    struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
    const char *at = strstr(document->text, quote);
    assert_non_null(at);
    size_t start = (size_t)(at - document->text);
    mark_describe(document, NULL, (struct span){ start, start + strlen(quote) }, target);
    document_free(document);
}

static struct anchor find(const char *text, const struct annotation_target *target, char words[400])
{
    struct anchor_text *ready = anchor_text_new(text, strlen(text));
    struct anchor anchor = anchor_find(ready, target);
    size_t start = utf8_offset(text, strlen(text), anchor.place.start);
    size_t end = utf8_offset(text, strlen(text), anchor.place.end);
    snprintf(words, 400, "%.*s", (int)(end - start), text + start);
    anchor_text_free(ready);
    return anchor;
}

static void check(const struct case_of *wanted)
{
    struct annotation made;
    char words[400];
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark(wanted->before, wanted->quote, target);
    struct anchor anchor = find(wanted->after, target, words);
    if (anchor.state != wanted->state)
        fail_msg("\"%s\" is %s, not %s (%s)", wanted->quote, anchor_state_name(anchor.state),
                 anchor_state_name(wanted->state), words);
    if (wanted->words != NULL)
        assert_string_equal(words, wanted->words);
    annotation_free(&made);
}

static void check_not_placed(const struct case_of *wanted)
{
    struct annotation made;
    char words[400];
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark(wanted->before, wanted->quote, target);
    struct anchor anchor = find(wanted->after, target, words);
    if (anchor.state == ANCHOR_EXACT || anchor.state == ANCHOR_MOVED)
        fail_msg("\"%s\" is %s in \"%s\"", wanted->quote, anchor_state_name(anchor.state),
                 wanted->after);
    annotation_free(&made);
}

static void finds_what_has_moved_and_changed(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        { story, "forty people", story, ANCHOR_EXACT, "forty people" },
        { story, "北岸没有人看见它离开", story, ANCHOR_EXACT, "北岸没有人看见它离开" },
        /* Something else has changed, and the place not. */
        { "One two three four. End.", "two three", "One two three four. Fin.", ANCHOR_EXACT,
          "two three" },
        { "One two three four. End.", "two three", "So one two three four. End.", ANCHOR_MOVED,
          "two three" },
        /* White space and the shape of quotation marks. */
        { "One two three four. End.", "two three", "One two\nthree four. End.", ANCHOR_EXACT,
          "two\nthree" },
        { "One two three four. End.", "two three", "One two  \n three four. End.", ANCHOR_EXACT,
          "two  \n three" },
        { "He wrote “no cow” in it.", "“no cow”", "He wrote \"no cow\" in it.", ANCHOR_EXACT,
          "\"no cow\"" },
        { "It left — late as ever — at noon.", "late as ever — at", "It left - late as ever -- at noon.",
          ANCHOR_EXACT, "late as ever -- at" },
        { "他说：“渡轮空了”，就走。", "“渡轮空了”", "他说：「渡轮空了」，就走。", ANCHOR_EXACT,
          "「渡轮空了」" },
        /* What nobody sees: a soft hyphen, a zero-width space, a byte order mark. */
        { "It carried forty people.", "carried forty", "It car\xC2\xADried\xE2\x80\x8B forty people.",
          ANCHOR_EXACT, "car\xC2\xADried\xE2\x80\x8B forty" },
        /* A typo, a word put in, a word left out. */
        { "It carried forty people and a cow, they say.", "forty people and a cow",
          "It carried forty poeple and a cow, they say.", ANCHOR_MOVED, "forty poeple and a cow" },
        { "It carried forty people and a cow, they say.", "forty people and a cow",
          "It carried forty angry people and a cow, they say.", ANCHOR_MOVED,
          "forty angry people and a cow" },
        { "载着四十个人和一头牛。北岸没有人看见它离开。", "北岸没有人看见它离开",
          "新的一段。载着四十个人和一头牛。北岸没人看见它走开。", ANCHOR_MOVED,
          "北岸没人看见它走开" },
        /* The words at both edges. */
        { "They said that the ferry left at noon, as always.", "the ferry left at noon",
          "They said that a ferry left at dusk, as always.", ANCHOR_MOVED, "a ferry left at dusk" },
        /* Torn apart by a sentence in its middle. */
        { "Start. The old ferry left the harbour at noon with forty people on board. End.",
          "The old ferry left the harbour at noon with forty people on board.",
          "Start. The old ferry left the harbour at noon. Nobody saw it leave, for the fog had "
          "come "
          "in from the sea again. It sailed with forty people on board. End.",
          ANCHOR_MOVED, NULL },
        /* Nothing tells them apart any more. */
        { "One. The ferry left the old harbour at noon with forty people. Two.",
          "The ferry left the old harbour at noon with forty people.",
          "The ferry left the old harbour at noon with forty people. Three. The ferry left the old "
          "harbour at noon with forty people.",
          ANCHOR_AMBIGUOUS, NULL },
        /* So short a quote in other words may well be another. */
        { "In spring Ma came to the bank of the river.", "Ma", "Nobody could tell where Ma went.",
          ANCHOR_AMBIGUOUS, NULL },
        /* A long one is not. */
        { "One. The ferry left the old harbour at noon. Two.",
          "The ferry left the old harbour at noon.",
          "Something else, and then: The ferry left the old harbour at noon. No more of it.",
          ANCHOR_MOVED, "The ferry left the old harbour at noon." },
        /* A short one whose neighbourhood is half gone, and nothing else is like it. */
        { "Some rain fell. Then the harbour bell rang out, and no boat came in from the sea.",
          "harbour bell", "It was a dry day. Then the harbour bell rang once. The boats were all in.",
          ANCHOR_MOVED, "harbour bell" },
        { "Some rain fell. Then the harbour bell rang out, and no boat came in from the sea.",
          "harbour bell",
          "It was a dry day. Then the harbour bell rang once. The boats were all in. Then the harbour "
          "bell was sold.",
          ANCHOR_AMBIGUOUS, NULL },
        { "A yes. B yes. C yes.", "yes", "yes or yes or yes", ANCHOR_AMBIGUOUS, NULL },
        { "The ferry left at noon. It carried a cow.", "It carried a cow.",
          "The ferry left at noon.", ANCHOR_LOST, NULL },
        { story, "forty people", "Something else altogether.", ANCHOR_LOST, NULL },
        { story, "forty people", "", ANCHOR_LOST, NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i]);
}

/* A sentence in its paragraph, and one that is built alike and tells something else. */
struct lookalike {
    const char *quote;
    const char *other;
};

static const struct lookalike lookalikes[] = {
    { "Norsk Hydro said it would close the smelter near Bergen.",
      "Rio Tinto said it would close the smelter near Bergen." },
    { "The board of Team Alpha met in the old library.",
      "The board of Team Delta met in the old library." },
    { "Ice thickness on the lake fell by 12 % in a single winter.",
      "Ice thickness on the lake fell by 21 % in a single winter." },
    { "The fund holds twelve million shares of the company.",
      "The fund holds twelve billion shares of the company." },
    { "Fares on the island line cost $5 from the harbour.",
      "Fares on the island line cost €5 from the harbour." },
    { "The survey of wells was finished on 3 March 2011.",
      "The survey of wells was finished on 3 April 2011." },
    { "The vote on the new bridge is due next Thursday.",
      "The vote on the new bridge is due next Tuesday." },
    { "The council will meet again about the quay tomorrow.",
      "The council will meet again about the quay today." },
    { "The mill was sold to its workers after the flood.",
      "The mill was not sold to its workers after the flood." },
    { "The union has never agreed to night shifts at the port.",
      "The union has agreed to night shifts at the port." },
    { "The museum can no longer lend the painted screens.",
      "The museum can still lend the painted screens." },
    { "The pilots don’t want a second inspection this year.",
      "The pilots do want a second inspection this year." },
    { "Talks with Iran about the pipeline began in the spring.",
      "Talks with Iraq about the pipeline began in the spring." },
    { "Li told the paper that the dam would hold.", "Lu told the paper that the dam would hold." },
    { "The Q3 report lists every ship that was sold.",
      "The Q4 report lists every ship that was sold." },
    { "One answer is simpler.", "One answer is no longer simpler." },
    { "这里没有一个字表示百万的意思。", "这里没有一个字表示百亿的意思。" },
    { "这件事有两种说法，都登在报上。", "这件事有六种说法，都登在报上。" },
    { "镇上开了三间书店，都在河边。", "镇上开了五间书店，都在河边。" },
    { "有目击者说船已经离港。", "没有目击者说船已经离港。" },
    { "That is stinting, though it takes much money to start such a shop by the sea.",
      "That is no longer stinting, though it takes much money to start such a shop by the sea." },
    { "海尔集团表示，将在青岛扩建冰箱工厂。", "格力集团表示，将在青岛扩建冰箱工厂。" },
    { "他们打算把总部从深圳搬到海边。", "他们打算把总部从厦门搬到海边。" },
    { "这条铁路去年运送旅客三百万人次。", "这条铁路去年运送旅客三千万人次。" },
    { "这条铁路去年运送旅客 35 万人次。", "这条铁路今年运送旅客 35 万人次。" },
    { "大桥将于三月十二日通车。", "大桥将于四月十二日通车。" },
    { "公司在例会上说，订单没有减少。", "公司在例会上说，订单有减少。" },
    { "评审会认为这份方案可行。", "评审会认为这份方案不可行。" },
    { "双方已就价格达成一致。", "双方未就价格达成一致。" },
    { "王教授认为这批竹简出自楚地。", "李教授认为这批竹简出自楚地。" },
};

/* Wherever it stands: before, behind, in the place of the quote, or alone. */
static void a_passage_that_tells_something_else_is_not_the_one(void **state)
{
    (void)state;
    static const char *const frames[] = {
        "Rain fell on the fields all day. %s\n\nNobody swam.\n\n%s And so on, they said.",
        "Rain fell on the fields all day.\n\n%s %s Nobody swam there after dark.",
        "%s\n\n%s\n\nThe machines hum all day in the room.",
        "雨下了一整天，田里没有人。%s %s 天黑以后才停。",
        "%s%s",
    };
    for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++) {
        for (size_t frame = 0; frame < sizeof frames / sizeof *frames; frame++) {
            const struct lookalike *pair = &lookalikes[i];
            const char *format = frames[frame];
            const char *second = strstr(strstr(format, "%s") + 2, "%s");
            int head = (int)(strstr(format, "%s") - format);
            int middle = (int)(second - format) - head - 2;
            char before[600], after[600], alone[600];
            snprintf(before, sizeof before, "%.*s%s%.*s%s%s", head, format, pair->quote, middle,
                     format + head + 2, pair->other, second + 2);
            snprintf(after, sizeof after, "%.*s%.*s%s%s", head, format, middle, format + head + 2,
                     pair->other, second + 2);
            snprintf(alone, sizeof alone, "%.*s%s%s", head, format, pair->quote, second + 2);
            struct case_of left = { before, pair->quote, after, ANCHOR_AMBIGUOUS, NULL };
            check_not_placed(&left);
            snprintf(after, sizeof after, "%.*s%s%s", head, format, pair->other, second + 2);
            struct case_of changed = { alone, pair->quote, after, ANCHOR_AMBIGUOUS, NULL };
            check_not_placed(&changed);
        }
    }
}

/* The same facts in other words or with a slip in them: still the passage. */
static void other_words_for_the_same_keep_the_place(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        { "Then it stopped. The ferry lost 12 percent of its riders to the tunnel. So they say.",
          "The ferry lost 12 percent of its riders to the tunnel.",
          "Then it stopped. The ferry has lost 12% of its riders to the new tunnel. So they say.",
          ANCHOR_MOVED, NULL },
        { "Then it stopped. Norsk Hydro isn’t going to close the smelter. So they all say.",
          "Norsk Hydro isn’t going to close the smelter.",
          "Then it stopped. Norsk Hydro is not going to shut the smelter. So they all say.",
          ANCHOR_MOVED, NULL },
        { "Then it stopped. They sold twelve boats to the islanders that week. So they all say.",
          "They sold twelve boats to the islanders that week.",
          "Then it stopped. They sold 12 boats to the islanders that week. So they all say.",
          ANCHOR_MOVED, NULL },
        { "Then it stopped. Alibaba and its bank agreed on the terms. So they all say.",
          "Alibaba and its bank agreed on the terms.",
          "Then it stopped. Alibbaa and its bank agreed on terms. So they all say.", ANCHOR_MOVED,
          NULL },
        { "雨停了，人都回来了。这座桥是几位木匠用旧船板修起来的。后来的事谁也说不清。",
          "这座桥是几位木匠用旧船板修起来的。",
          "雨停了，人都回来了。这座桥是几个木匠用旧船板搭起来的。后来的事谁也说不清。", ANCHOR_MOVED,
          NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i]);
}

/* A word that could be a slip is another one where the text uses it elsewhere, as a whole word. */
static void a_word_that_is_used_elsewhere_is_no_slip(void **state)
{
    (void)state;
    static const struct {
        const char *before, *quote, *after, *elsewhere, *not_it;
    } cases[] = {
        { "Then it stopped. Rain fell. Ravenhall and its bank agreed on the terms. So they all say.",
          "Ravenhall and its bank agreed on the terms.",
          "Then it stopped. Rain fell. Ravenhill and its bank agreed on the terms. So they all say.",
          " Nobody from Ravenhill was there.", " Nobody from Ravenhills or Newravenhill was there." },
        { "雨停了，人都回来了。工人用石料把河边的旧桥修好了。后来的事谁也说不清。",
          "工人用石料把河边的旧桥修好了。",
          "雨停了，人都回来了。工人用木板把河边的旧桥修好了。后来的事谁也说不清。",
          "有人说木板不牢。", "有人说木头和板子都不牢。" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char after[400];
        struct case_of placed = { cases[i].before, cases[i].quote, after, ANCHOR_MOVED, NULL };
        snprintf(after, sizeof after, "%s%s", cases[i].after, cases[i].not_it);
        check(&placed);
        struct case_of other = { cases[i].before, cases[i].quote, after, ANCHOR_AMBIGUOUS, NULL };
        snprintf(after, sizeof after, "%s%s", cases[i].after, cases[i].elsewhere);
        check_not_placed(&other);
    }
}

static void takes_the_one_of_two_that_has_the_context(void **state)
{
    (void)state;
    struct annotation made;
    char words[400];
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    mark("Ma came. Then the bank failed. Ma went home.", "Ma came", target);
    target->end = target->start + 2;
    annotation_set(&target->quote, "Ma");
    annotation_set(&target->suffix, " came. Then the bank failed. Ma ");
    struct anchor anchor = find("Then the bank failed. Ma went home. Ma came.", target, words);
    assert_int_equal(anchor.state, ANCHOR_AMBIGUOUS);
    assert_int_equal(anchor.candidate_count, 2);
    anchor = find("At last Ma came. Then the bank failed. Ma went home.", target, words);
    assert_int_equal(anchor.state, ANCHOR_MOVED);
    assert_int_equal(anchor.place.start, 8);
    annotation_free(&made);
}

/* What was at the place is gone, and by chance the same words stand there now. */
static void same_place_and_words_are_not_enough(void **state)
{
    (void)state;
    struct annotation made;
    char words[400];
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    const char *old = "Yes, said the captain of the boat. No. Yes, said the cook in his galley.";
    const char *new = "Yes, said the cook in his galley. No. Yes, said the captain of the boat.";
    mark(old, "Yes", target);
    struct anchor anchor = find(new, target, words);
    assert_int_not_equal(anchor.state, ANCHOR_EXACT);
    if (anchor.state == ANCHOR_MOVED)
        assert_int_equal(anchor.place.start, 38);
    annotation_free(&made);
}

static void an_empty_quote_is_lost(void **state)
{
    (void)state;
    struct annotation made;
    char words[400];
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    assert_int_equal(find(story, target, words).state, ANCHOR_LOST);
    annotation_set(&target->quote, " \n");
    target->start = 5000000;
    assert_int_not_equal(find("no blank", target, words).state, ANCHOR_EXACT);
    annotation_free(&made);
}

static void describes_what_is_marked(void **state)
{
    (void)state;
    static const char text[] =
        "---\ntitle: The Sale\nstory: sale\nlang: en\npublisher: Daily\n---\n"
        "# One\n\nFirst.\n\n## Two\n\nSecond.\n\n### Deep\n\n## Three\n\n"
        "Third “is” here, 收购.\n";
    struct document *document = reader_parse(text, strlen(text), READER_MARKDOWN, NULL);
    struct annotation made;
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    const char *at = strstr(document->text, "is”");
    assert_non_null(at);
    size_t start = (size_t)(at - document->text);
    mark_describe(document, NULL, (struct span){ start, start + 2 }, target);
    assert_string_equal(target->quote, "is");
    assert_string_equal(target->suffix, "” here, 收购.");
    assert_string_equal(target->headings, "One\nThree");
    assert_string_equal(target->title, "The Sale");
    assert_string_equal(target->story, "sale");
    assert_string_equal(target->lang, "en");
    assert_string_equal(target->publisher, "Daily");
    assert_int_equal(target->end - target->start, 2);
    assert_int_equal(utf8_count(target->prefix, strlen(target->prefix)), 32);
    struct span span = mark_span(document, target->start, target->end);
    assert_int_equal(span.start, start);
    assert_int_equal(span.end, start + 2);
    annotation_free(&made);
    document_free(document);
}

/* --- the edit benchmark, a part of it (editbench.c has the whole) --- */

static const char *const articles[] = { "going-global.en.md", "going-global.zh.md",
                                        "weibo-stake.en.md", "ma-us-exporters.zh.md" };

#define TRIALS 15

static void finds_nearly_all_after_edits(void **state)
{
    (void)state;
    const char *collection = getenv("COLLECTION");
    struct tally kept = { 0 };
    struct tally removed = { 0 };
    struct tally lookalike = { 0 };
    if (collection == NULL)
        skip();
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        char *path = xasprintf("%s/articles/%s", collection, articles[i]);
        struct document *document = reader_open(NULL, path, NULL);
        assert_non_null(document);
        for (enum edit_kind kind = EDIT_TYPOS; kind < EDIT_KINDS; kind++) {
            for (uint64_t seed = 0; seed < TRIALS; seed++)
                trial_run(document, kind, 10, seed * 31 + i,
                          kind == EDIT_REMOVAL ? &removed : &kept);
        }
        for (uint64_t seed = 0; seed < 60; seed++)
            (void)trial_lookalike(document, seed * 31 + i, &lookalike);
        document_free(document);
        free(path);
    }
    print_message("%zu marked: %zu right, %zu wrong, %zu ambiguous, %zu lost\n", kept.count,
                  kept.right + kept.touched, kept.wrong, kept.ambiguous, kept.lost);
    assert_true(kept.count > 300);
    assert_true((kept.right + kept.touched) * 100 >= kept.count * 98);
    assert_true(kept.wrong * 1000 <= kept.count * 5);
    assert_int_equal(kept.false_exact, 0);
    assert_int_equal(removed.false_exact, 0);
    assert_int_equal(lookalike.wrong, 0);
    assert_true(lookalike.count > 100);
    assert_true(removed.wrong * 100 <= removed.count * 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_those_of_the_table),
        cmocka_unit_test(finds_what_has_moved_and_changed),
        cmocka_unit_test(a_passage_that_tells_something_else_is_not_the_one),
        cmocka_unit_test(other_words_for_the_same_keep_the_place),
        cmocka_unit_test(a_word_that_is_used_elsewhere_is_no_slip),
        cmocka_unit_test(takes_the_one_of_two_that_has_the_context),
        cmocka_unit_test(same_place_and_words_are_not_enough),
        cmocka_unit_test(an_empty_quote_is_lost),
        cmocka_unit_test(describes_what_is_marked),
        cmocka_unit_test(finds_nearly_all_after_edits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
