#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/article_locator.h"
#include "base/xalloc.h"
#include "doc/reader.h"
#include "library/scratch.h"
#include "notes/mark.h"
#include "text/utf8.h"

#define FERRY                                                                                      \
    "---\ntitle: The ferry\nlang: en\nstory: ferry\n---\nThe ferry left at noon with forty "       \
    "people.\n"
#define TIDES                                                                                      \
    "---\ntitle: Tides\nlang: en\nstory: tides\nsource: http://x/tides\n---\nThe tide came in at " \
    "six.\n"

static int set_up(void **state)
{
    *state = (void *)(uintptr_t)scratch_make();
    scratch_file("shelf/collection.yaml", "title: Shelf\n");
    scratch_file("shelf/articles/ferry.en.md", FERRY);
    scratch_file("shelf/articles/tides.en.md", TIDES);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

/* "forty people" in the ferry, marked before anything changes. */
static struct annotation mark_ferry(void)
{
    struct annotation made;
    struct error error = { "" };
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    struct article_locator *locator = article_locator_new(NULL, NULL);
    struct located_text *located = article_locator_open(
        locator, "ferry.en", scratch_path("shelf/articles/ferry.en.md"), &error);
    if (located == NULL)
        fail_msg("%s", error.text);
    const char *at = strstr(located->document->text, "forty people");
    size_t start = (size_t)(at - located->document->text);
    mark_describe(located->document, NULL, (struct span){ start, start + 12 }, target);
    annotation_set(&target->article, "ferry.en");
    annotation_set(&target->path, located->path);
    article_locator_free(locator);
    return made;
}

/* Where it is found now: "ID STATE". */
static void is_found(const struct annotation *made, const char *file, const char *wanted)
{
    char found[200];
    struct error error = { "" };
    struct located_text *located;
    struct collection *collection = collection_open(scratch_path("shelf"), NULL, NULL, &error);
    struct article_locator *locator = article_locator_new(collection, NULL);
    if (file != NULL)
        article_locator_add_file(locator, scratch_path(file));
    struct anchor anchor = article_locator_find(locator, &made->targets[0], &located);
    snprintf(found, sizeof found, "%s %s",
             located == NULL ? "nowhere" : file_base_name(located->id),
             anchor_state_name(anchor.state));
    assert_string_equal(found, wanted);
    article_locator_free(locator);
    collection_free(collection);
}

static void move(const char *from, const char *to)
{
    char old[512];
    snprintf(old, sizeof old, "%s", scratch_path(from));
    assert_int_equal(rename(old, scratch_path(to)), 0);
}

static void follows_an_article(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    is_found(&made, NULL, "ferry.en exact");
    move("shelf/articles/ferry.en.md", "shelf/articles/boat.en.md");
    is_found(&made, NULL, "boat.en exact");
    scratch_file(
        "shelf/articles/boat.en.md",
        "---\ntitle: The ferry\nlang: en\nstory: ferry\n---\nAt last. The ferry left at noon "
        "with forty poeple.\n");
    is_found(&made, NULL, "boat.en moved");
    remove(scratch_path("shelf/articles/boat.en.md"));
    is_found(&made, NULL, "nowhere lost");
    annotation_free(&made);
}

/* Another article has the old name now. */
static void is_not_taken_in_by_a_name(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    move("shelf/articles/ferry.en.md", "shelf/articles/boat.en.md");
    move("shelf/articles/tides.en.md", "shelf/articles/ferry.en.md");
    is_found(&made, NULL, "boat.en exact");
    annotation_free(&made);
}

static void follows_a_file_that_left_the_collection(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    move("shelf/articles/ferry.en.md", "away.md");
    is_found(&made, NULL, "nowhere lost");
    is_found(&made, "away.md", "away.md exact");
    annotation_free(&made);
}

static const struct located_text *text_of(struct article_locator *locator,
                                          const struct annotation_target *target)
{
    struct located_text *located;
    (void)article_locator_find(locator, target, &located);
    return located;
}

/* The page was saved anew under another name, with another head, in another encoding. */
static void follows_a_page_through_conversion(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    remove(scratch_path("shelf/articles/ferry.en.md"));
    scratch_file("shelf/articles/saved-page.md",
                 "# The ferry\n\nThe ferry left at noon with forty people.\n");
    is_found(&made, NULL, "saved-page moved");
    annotation_free(&made);
}

/* Two say that they are the article; the quote is in the second. */
/* Notes made while the source was shown, or by a program that did not understand its markup, have their
 * place in the text as it reads now; what is markup in their quotes does not count. */
static void follows_passages_of_the_source(void **state)
{
    static const char source[] =
        "---\ntitle: The mill\n---\n<!-- draft: to be checked -->\n# The mill {#mill}\n\n"
        "The mill had <span class=\"n\">forty</span> windows and one door. It burned in **May**, "
        "when nobody was there.\n\n!!! note \"Later\"\n    The door was found in the river.\n\n"
        "| When | What |\n|------|------|\n| 1884 | the wheel was *stopped* |\n\n"
        "It was [built again](https://mill.example) in stone{: .late} the year after.\n";
    static const char *const quotes[][2] = {
        { "windows and one door", "windows and one door" },
        { "<span class=\"n\">forty</span> windows", "forty windows" },
        { "burned in **May**, when nobody", "burned in May, when nobody" },
        { "the wheel was *stopped*", "the wheel was stopped" },
        { "The door was found in the river.", "The door was found in the river." },
        { "[built again](https://mill.example) in stone", "built again in stone" },
    };
    struct error error = { "" };
    (void)state;
    scratch_file("mill.md", source);
    struct document *raw = reader_open_as(NULL, scratch_path("mill.md"),
                                          &(struct reader_wish){ .raw = true }, &error);
    assert_non_null(raw);
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        struct annotation made;
        annotation_begin(&made);
        struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
        const char *at = strstr(raw->text, quotes[i][0]);
        size_t start = (size_t)(at - raw->text);
        mark_describe(raw, NULL, (struct span){ start, start + strlen(quotes[i][0]) }, target);
        annotation_set(&target->path, scratch_path("mill.md"));
        struct article_locator *locator = article_locator_new(NULL, NULL);
        struct located_text *located;
        struct anchor anchor = article_locator_find(locator, target, &located);
        if (located == NULL || (anchor.state != ANCHOR_EXACT && anchor.state != ANCHOR_MOVED))
            fail_msg("%s: state %d", quotes[i][0], (int)anchor.state);
        const struct document *read = located->document;
        size_t from = utf8_offset(read->text, read->length, anchor.place.start);
        size_t to = utf8_offset(read->text, read->length, anchor.place.end);
        char *found = xstrndup(read->text + from, to - from);
        assert_string_equal(found, quotes[i][1]);
        free(found);
        article_locator_free(locator);
        annotation_free(&made);
    }
    document_free(raw);
}

static void takes_the_one_that_has_the_quote(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    annotation_set(&made.targets[0].source, "http://x/ferry");
    remove(scratch_path("shelf/articles/ferry.en.md"));
    scratch_file("shelf/articles/a.md", "---\ntitle: The ferry\nlang: en\nstory: ferry\nsource: "
                                        "http://x/ferry\n---\nPage one: it is for sale.\n");
    scratch_file("shelf/articles/b.md", "---\ntitle: The ferry\nlang: en\nstory: ferry\nsource: "
                                        "http://x/ferry\n---\nPage two. The ferry left at noon "
                                        "with forty people.\n");
    is_found(&made, NULL, "b moved");
    annotation_set(&made.targets[0].hash, "");
    is_found(&made, NULL, "b moved");
    annotation_set(&made.targets[0].title, "");
    annotation_set(&made.targets[0].story, "");
    is_found(&made, NULL, "b moved");
    annotation_free(&made);
}

/* Records of old kept the path as it was typed: here that of the scratch folder, relative but where
 * TMPDIR says otherwise. A relative one that leads to another text may be another file's. */
static void finds_relative_paths(void **state)
{
    (void)state;
    struct annotation made = mark_ferry();
    move("shelf/articles/ferry.en.md", "away.md");
    annotation_set(&made.targets[0].article, "away.md");
    annotation_set(&made.targets[0].path, scratch_path("away.md"));
    is_found(&made, NULL, "away.md exact");
    scratch_file("away.md", "Something else altogether.\n");
    is_found(&made, NULL, scratch_path("away.md")[0] == '/' ? "away.md lost" : "nowhere lost");
    annotation_free(&made);
}

static void finds_foreign_ones_by_source_title_or_quote(void **state)
{
    (void)state;
    struct annotation made;
    struct collection *collection = collection_open(scratch_path("shelf"), NULL, NULL, NULL);
    struct article_locator *locator = article_locator_new(collection, NULL);
    annotation_begin(&made);
    struct annotation_target *target = annotation_add_target(&made, TARGET_SELECTION);
    annotation_set(&target->quote, "at noon");
    assert_null(text_of(locator, target));
    assert_string_equal(article_locator_search(locator, target)->id, "ferry.en");
    annotation_set(&target->quote, "The");
    assert_null(article_locator_search(locator, target));
    annotation_set(&target->source, "http://x/tides");
    assert_string_equal(text_of(locator, target)->id, "tides.en");
    annotation_set(&target->source, "");
    annotation_set(&target->title, "The ferry");
    assert_string_equal(text_of(locator, target)->id, "ferry.en");
    annotation_free(&made);
    article_locator_free(locator);
    collection_free(collection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(follows_an_article),
        TEST(is_not_taken_in_by_a_name),
        TEST(follows_a_file_that_left_the_collection),
        TEST(follows_a_page_through_conversion),
        TEST(follows_passages_of_the_source),
        TEST(takes_the_one_that_has_the_quote),
        TEST(finds_relative_paths),
        TEST(finds_foreign_ones_by_source_title_or_quote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
