#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "query/note_placement.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "notes/mark.h"

static const char tale[] = "---\nlang: en\nstory: tale\n---\nThe mill by the river grinds no more. "
                           "Nobody knows who owned the mill by the river.\n";

struct scene {
    struct store *store;
    struct document *document;
    struct placements *placements;
    bool old_is_there; /* the article old.en can be opened */
};

static int make(void **state)
{
    struct error error = { "" };
    struct scene *scene = calloc(1, sizeof *scene);
    scratch_make();
    scene->store = store_open(scratch_path("data"), STORE_WRITE, &error);
    assert_non_null(scene->store);
    scene->document = reader_parse(tale, strlen(tale), READER_MARKDOWN, NULL);
    scene->placements = note_placement_new();
    *state = scene;
    return 0;
}

static int clear(void **state)
{
    struct scene *scene = *state;
    note_placement_free(scene->placements);
    document_free(scene->document);
    store_close(scene->store);
    free(scene);
    scratch_remove();
    return 0;
}

static struct span span_of(const struct document *document, const char *words)
{
    const char *at = strstr(document->text, words);
    assert_non_null(at);
    size_t start = (size_t)(at - document->text);
    return (struct span){ start, start + strlen(words) };
}

/* A comment on the first `words` of the document, made in `article`. */
static void add(struct scene *scene, const struct document *document, const char *article,
                const char *words, const char *comment)
{
    struct annotation note;
    struct error error = { "" };
    annotation_begin(&note);
    note.kind = ANNOTATION_COMMENT;
    annotation_set(&note.comment, comment);
    struct annotation_target *target = annotation_add_target(&note, TARGET_SELECTION);
    mark_describe(document, NULL, span_of(document, words), target);
    annotation_set(&target->article, article);
    assert_true(store_add(scene->store, &note, &error));
    annotation_free(&note);
}

static bool is_there(void *context, const char *article)
{
    const struct scene *scene = context;
    return strcmp(article, "old.en") != 0 || scene->old_is_there;
}

static void look(struct scene *scene)
{
    struct error error = { "" };
    struct placement_text text = { "tale.en", scene->document, is_there, scene };
    assert_true(note_placement_update(scene->placements, &text, scene->store, &error));
}

static void test_overlapping_ones_are_counted(void **state)
{
    struct scene *scene = *state;
    add(scene, scene->document, "tale.en", "The mill by", "a");
    add(scene, scene->document, "tale.en", "mill by the river", "b\nand more");
    add(scene, scene->document, "tale.en", "by", "c");
    look(scene);
    const struct placements *placements = scene->placements;
    static const struct placement_run runs[] = {
        { 0, 4, 1, 0 }, { 4, 9, 2, 1 }, { 9, 11, 3, 2 }, { 11, 21, 1, 1 }
    };
    assert_int_equal(placements->placed, 3);
    assert_int_equal(placements->run_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(placements->runs[i].start, runs[i].start);
        assert_int_equal(placements->runs[i].end, runs[i].end);
        assert_int_equal(placements->runs[i].count, runs[i].count);
        assert_int_equal(placements->runs[i].last, runs[i].last);
    }
    size_t count;
    assert_string_equal(note_placement_at(placements, 10, &count)->words, "c");
    assert_int_equal(count, 3);
    assert_string_equal(note_placement_at(placements, 12, &count)->words, "b");
    assert_null(note_placement_at(placements, 21, &count));
    assert_int_equal(note_placement_from(placements, 0), 0);
    assert_int_equal(note_placement_from(placements, 1), 1);
    assert_int_equal(note_placement_from(placements, 10), 3);
}

static void test_notes_of_other_articles_stay_away(void **state)
{
    struct scene *scene = *state;
    struct document *other = reader_parse("Nobody knows who owned it.", 26, READER_MARKDOWN, NULL);
    add(scene, other, "other.en", "Nobody knows who owned", "a");
    look(scene);
    assert_int_equal(scene->placements->count, 0);
    document_free(other);
}

/* The same words under another name are the same text. */
static void test_a_copy_has_them_too(void **state)
{
    struct scene *scene = *state;
    add(scene, scene->document, "copy.en", "grinds no more", "a");
    look(scene);
    assert_int_equal(scene->placements->placed, 1);
    assert_int_equal(scene->placements->items[0].state, ANCHOR_EXACT);
}

static void test_a_version_that_is_gone_may_have_been_renamed(void **state)
{
    struct scene *scene = *state;
    char *source = strdup(tale);
    memcpy(strstr(source, "grinds"), "milled", 6);
    struct document *old = reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
    free(source);
    add(scene, old, "old.en", "by the river milled no more", "a");
    scene->old_is_there = true;
    look(scene);
    assert_int_equal(scene->placements->count, 0);
    scene->old_is_there = false;
    look(scene);
    assert_int_equal(scene->placements->placed, 1);
    assert_int_equal(scene->placements->items[0].state, ANCHOR_MOVED);
    assert_int_equal(note_placement_count(scene->placements, ANCHOR_MOVED), 1);
    document_free(old);
}

static void test_what_has_no_place_is_counted(void **state)
{
    struct scene *scene = *state;
    struct document *old =
        reader_parse("Quite another story than that.", 30, READER_MARKDOWN, NULL);
    add(scene, old, "tale.en", "another story", "a");
    add(scene, scene->document, "tale.en", "Nobody", "b");
    look(scene);
    assert_int_equal(scene->placements->count, 2);
    assert_int_equal(scene->placements->placed, 1);
    assert_string_equal(scene->placements->items[0].words, "b");
    assert_int_equal(note_placement_count(scene->placements, ANCHOR_LOST), 1);
    document_free(old);
}

/* What stands only elsewhere, word for word, is no reason to call the reader. */
static void test_the_same_words_elsewhere(void **state)
{
    struct scene *scene = *state;
    static const char before[] = "Longer ago than anybody can tell. Nobody knows who owned it.";
    struct document *old = reader_parse(before, sizeof before - 1, READER_MARKDOWN, NULL);
    add(scene, old, "tale.en", "Nobody knows who owned", "a");
    look(scene);
    assert_int_equal(scene->placements->placed, 1);
    assert_true(scene->placements->items[0].same_words);
    assert_int_equal(note_placement_count(scene->placements, ANCHOR_MOVED), 0);
    document_free(old);
}

static void test_without_a_store_there_are_none(void **state)
{
    struct scene *scene = *state;
    struct error error = { "" };
    add(scene, scene->document, "tale.en", "Nobody", "b");
    look(scene);
    struct placement_text text = { "tale.en", scene->document, is_there, scene };
    assert_true(note_placement_update(scene->placements, &text, NULL, &error));
    assert_int_equal(scene->placements->count, 0);
    assert_null(note_placement_at(scene->placements, 0, NULL));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_overlapping_ones_are_counted),
        TEST(test_notes_of_other_articles_stay_away),
        TEST(test_a_copy_has_them_too),
        TEST(test_a_version_that_is_gone_may_have_been_renamed),
        TEST(test_what_has_no_place_is_counted),
        TEST(test_the_same_words_elsewhere),
        TEST(test_without_a_store_there_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
