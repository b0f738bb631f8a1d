/* How sentences look from outside. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "align/sentence_shape.h"

#define MOST 4

/* The shapes of sentences; "|" ends each of them. */
static void read_shapes(struct passages *passages, const char *text)
{
    struct side_sentence sentences[MOST];
    struct side side = { .text = text, .length = strlen(text), .sentences = sentences };
    for (const char *at = text; *at != '\0';) {
        const char *end = strchr(at, '|');
        assert_non_null(end);
        assert_true(side.count < MOST);
        sentences[side.count++] = (struct side_sentence){
            .span = { (size_t)(at - text), (size_t)(end - text) } };
        at = end + 1;
    }
    assert_true(sentence_shape_read(passages, &side, NULL, NULL));
    assert_int_equal(passages->count, side.count);
}

static void tells_how_a_sentence_ends(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum passage_end end;
    } cases[] = {
        { "Who?|", END_QUESTION },       { "Who?\"|", END_QUESTION },
        { "Who?’|", END_QUESTION },      { "“Who?”|", END_QUESTION },
        { "(who?)|", END_QUESTION },     { "「谁？」|", END_QUESTION },
        { "『谁？』|", END_QUESTION },   { "（谁？）|", END_QUESTION },
        { "谁？ |", END_QUESTION },      { "No! |", END_EXCLAMATION },
        { "不！』|", END_EXCLAMATION },  { "Who? Me.|", END_OTHER },
        { "Who?]|", END_OTHER },         { "谁？》|", END_OTHER },
        { "\"')|", END_OTHER },          { "What?!|", END_EXCLAMATION },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct passages passages = { 0 };
        read_shapes(&passages, cases[i].text);
        if (passages.items[0].end != cases[i].end)
            fail_msg("%s ends with %d", cases[i].text, passages.items[0].end);
        sentence_shape_free(&passages);
    }
}

static void follows_quotations_from_one_to_the_next(void **state)
{
    (void)state;
    struct passages passages = { 0 };
    read_shapes(&passages, "“I go,” he said.|“I stay.|All of us.”|the end...|");
    const struct passage *items = passages.items;
    assert_true(items[0].opens && !items[0].closes && !items[0].in_before && !items[0].in_after);
    assert_true(items[1].opens && !items[1].closes && items[1].in_after);
    assert_true(items[2].in_before && items[2].closes && !items[2].in_after);
    assert_false(items[3].in_before);
    assert_true(items[3].ellipsis && items[3].lower_case);
    assert_false(items[2].ellipsis || items[2].lower_case);
    assert_true(items[1].quoted > 0 && items[3].quoted == 0);
    sentence_shape_free(&passages);
}

static void counts_characters_and_numbers(void **state)
{
    (void)state;
    struct passages passages = { 0 };
    read_shapes(&passages, "三十七人？是！|");
    assert_int_equal(passages.items[0].length, 7);
    assert_int_equal(passages.items[0].questions, 1);
    assert_int_equal(passages.items[0].exclamations, 1);
    assert_int_equal(passages.items[0].number_count, 1);
    sentence_shape_free(&passages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_how_a_sentence_ends),
        cmocka_unit_test(follows_quotations_from_one_to_the_next),
        cmocka_unit_test(counts_characters_and_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
