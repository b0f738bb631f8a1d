#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "notes/note_syntax.h"
#include "base/buffer.h"

/* "kind|comment|tag,tag|entity" of what was typed. */
static void describe(const struct annotation *annotation, struct buffer *out)
{
    buffer_add_format(out, "%s|%s|", annotation_kind_name(annotation->kind), annotation->comment);
    for (size_t i = 0; i < annotation->tag_count; i++)
        buffer_add_format(out, "%s%s", i > 0 ? "," : "", annotation->tags[i]);
    buffer_add_format(out, "|%s", annotation->entity);
}

static void assert_reads(const char *typed, const char *expected)
{
    struct annotation annotation;
    struct buffer said = { 0 };
    annotation_begin(&annotation);
    note_syntax_read(typed, false, &annotation);
    describe(&annotation, &said);
    assert_string_equal(buffer_text(&said), expected);
    buffer_free(&said);
    annotation_free(&annotation);
}

static void test_kinds(void **state)
{
    (void)state;
    assert_reads("", "highlight|||");
    assert_reads("  ", "highlight|||");
    assert_reads("x", "comment|x||");
    assert_reads("? who says so", "question|who says so||");
    assert_reads("？谁说的", "question|谁说的||");
    assert_reads("who says so?", "comment|who says so?||");
    assert_reads("#a", "tag||a|");
    assert_reads(" #a #b/c ", "tag||a,b/c|");
    assert_reads("[[opensky]] the buyer #who", "link|the buyer|who|opensky");
    assert_reads("[[]] nobody", "comment|[[]] nobody||");
    assert_reads("[[open", "comment|[[open||");
}

static void test_tags(void **state)
{
    (void)state;
    assert_reads("#first then words #last #tags", "comment|then words|first,last,tags|");
    assert_reads("in the #midst of it", "comment|in the #midst of it|midst|");
    assert_reads("no.#tag, C# and # no", "comment|no.#tag, C# and # no||");
    assert_reads("number #3 in a row", "comment|number #3 in a row||");
    assert_reads("#收购，再看", "comment|#收购，再看|收购|");
    assert_reads("twice #a #a", "comment|twice|a|");
    assert_reads("? #a", "question||a|");
}

static void test_of_several_lines_the_last_may_be_tags(void **state)
{
    (void)state;
    assert_reads("One\n\n- two\n\n#a #b\n", "comment|One\n\n- two|a,b|");
    assert_reads("# Heading\n#include <x>\nend #a\n", "comment|# Heading\n#include <x>\nend #a||");
    assert_reads("? One\ntwo\n", "question|One\ntwo||");
}

/* Typing what would have to be typed changes nothing. */
static void assert_comes_back(const char *typed, const char *written)
{
    struct annotation annotation;
    struct buffer line = { 0 };
    struct buffer before = { 0 };
    struct buffer after = { 0 };
    annotation_begin(&annotation);
    note_syntax_read(typed, false, &annotation);
    describe(&annotation, &before);
    note_syntax_write(&annotation, &line);
    assert_string_equal(buffer_text(&line), written);
    note_syntax_read(buffer_text(&line), false, &annotation);
    describe(&annotation, &after);
    assert_string_equal(buffer_text(&before), buffer_text(&after));
    buffer_free(&line);
    buffer_free(&before);
    buffer_free(&after);
    annotation_free(&annotation);
}

static void test_what_is_written_reads_back(void **state)
{
    (void)state;
    assert_comes_back("", "");
    assert_comes_back("#b why #a", "why #b #a");
    assert_comes_back("the #midst of it #end", "the #midst of it #end");
    assert_comes_back("? why #a", "? why #a");
    assert_comes_back("[[x]] #a", "[[x]] #a");
    assert_comes_back("One\n\nTwo\n#a #b", "One\n\nTwo\n\n#a #b");
}

static void test_tags_that_nobody_can_type_stay(void **state)
{
    (void)state;
    struct annotation annotation;
    struct buffer line = { 0 };
    annotation_begin(&annotation);
    annotation_add_tag(&annotation, "two words");
    annotation_add_tag(&annotation, "one");
    note_syntax_write(&annotation, &line);
    assert_string_equal(buffer_text(&line), "#one");
    note_syntax_read("#other", false, &annotation);
    assert_true(annotation_has_tag(&annotation, "two words"));
    assert_true(annotation_has_tag(&annotation, "other"));
    assert_false(annotation_has_tag(&annotation, "one"));
    buffer_free(&line);
    annotation_free(&annotation);
}

static void test_a_kind_that_was_chosen_stays(void **state)
{
    (void)state;
    struct annotation annotation;
    annotation_begin(&annotation);
    annotation.kind = ANNOTATION_HIGHLIGHT;
    note_syntax_read("words", true, &annotation);
    assert_int_equal(annotation.kind, ANNOTATION_HIGHLIGHT);
    assert_string_equal(annotation.comment, "words");
    annotation_free(&annotation);
}

static void test_the_tag_being_typed(void **state)
{
    (void)state;
    assert_int_equal(note_syntax_tag_begun("a #mo", 5), 3);
    assert_int_equal(note_syntax_tag_begun("#", 1), 1);
    assert_int_equal(note_syntax_tag_begun("a mo", 4), 5);
    assert_int_equal(note_syntax_tag_begun("", 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_of_several_lines_the_last_may_be_tags),
        cmocka_unit_test(test_what_is_written_reads_back),
        cmocka_unit_test(test_tags_that_nobody_can_type_stay),
        cmocka_unit_test(test_a_kind_that_was_chosen_stays),
        cmocka_unit_test(test_the_tag_being_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
