#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "ui/article_view.h"
#include "doc/reader.h"
#include "text/grapheme.h"

/* A heading, five paragraphs of which one is Chinese, a list, a footnote. */
static const char article[] =
    "# The mill\n\n"
    "The mill at the bend grinds no more corn. Its wheel stands still, its stones are cracked. "
    "Who would mend it? Mr. Bell would not.\n\n"
    "磨坊停了。水轮不转，石磨裂了！谁来修？没有人愿意出这笔钱，村里的人都说，等到明年再看。\n\n"
    "## Later\n\n"
    "A baker came and looked at it for a long time, from the road and from the water, and went "
    "home again without a word, for he had seen what everybody sees: a roof that will not last "
    "the winter. See [the road](https://road.example/) and [the bend](#bend).\n\n"
    "- One stone\n- Two stones e\xCC\x81\xCC\x82 end\n\n"
    "The last paragraph is short.\n";

struct stand {
    struct options options;
    struct open_texts open_texts;
    struct article_view *view;
};

static void stand_up(struct stand *stand, const char *text, int width, int height)
{
    *stand = (struct stand){ .open_texts = { 0 } };
    options_default(&stand->options);
    struct document *document = reader_parse(text, strlen(text), READER_MARKDOWN, "mill");
    struct text *shelved = open_texts_adopt(&stand->open_texts, "mill", document);
    stand->view = article_view_new(&stand->open_texts, shelved, &stand->options);
    article_view_resize(stand->view, width, height, &stand->options);
}

static void stand_down(struct stand *stand)
{
    article_view_free(stand->view);
    assert_null(stand->open_texts.texts);
    open_texts_free(&stand->open_texts);
}

static const char *at_cursor(const struct article_view *view)
{
    return view->text->document->text + view->cursor;
}

static void reads(const struct article_view *view, const char *beginning)
{
    assert_memory_equal(at_cursor(view), beginning, strlen(beginning));
}

static size_t place_of(const struct article_view *view, const char *words)
{
    const char *found = strstr(view->text->document->text, words);
    assert_non_null(found);
    return (size_t)(found - view->text->document->text);
}

/* The cursor is on the screen. */
static void is_seen(struct article_view *view)
{
    struct place place = layout_place(view->layout, view->cursor);
    long row = layout_distance(view->layout, view->top, place, 1000);
    assert_in_range(row, 0, view->height - 1);
    assert_in_range(article_view_cursor_x(view), 0, layout_width(view->layout));
    assert_in_range(article_view_progress(view), 0, 100);
}

/* What holds whatever was done: the cursor begins a cluster, in its block, on the screen. */
static void is_sound(struct article_view *view)
{
    const struct document *document = view->text->document;
    const struct block *block = &document->blocks[document_block_at(document, view->cursor)];
    assert_true(view->cursor >= block->start && view->cursor <= block->end);
    size_t next = block->start;
    while (next < view->cursor)
        next = grapheme_next(document->text, block->end, next);
    assert_int_equal(next, view->cursor);
    is_seen(view);
}

static void test_sentences(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    static const char *const starts[] = { "The mill at", "Its wheel", "Who would", "Mr. Bell",
                                          "磨坊停了", "水轮不转", "谁来修", "没有人愿意",
                                          "Later", "A baker" };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        assert_true(article_view_sentences(stand.view, 1));
        reads(stand.view, starts[i]);
        is_sound(stand.view);
    }
    article_view_go(stand.view, place_of(stand.view, "looked at"));
    assert_true(article_view_sentences(stand.view, -1));
    reads(stand.view, "A baker");
    assert_true(article_view_sentences(stand.view, -3));
    reads(stand.view, "谁来修");
    assert_true(article_view_sentences(stand.view, -1000));
    reads(stand.view, "The mill");
    assert_false(article_view_sentences(stand.view, -1));
    assert_true(article_view_sentences(stand.view, 1000));
    assert_false(article_view_sentences(stand.view, 1));
    struct span sentence = article_view_sentence(stand.view);
    assert_int_equal(sentence.start, place_of(stand.view, "The last"));
    stand_down(&stand);
}

static void test_paragraphs_and_headings(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    assert_true(article_view_paragraphs(stand.view, 2));
    reads(stand.view, "磨坊");
    article_view_go(stand.view, place_of(stand.view, "谁来修"));
    assert_true(article_view_paragraphs(stand.view, -1));
    reads(stand.view, "磨坊");
    assert_true(article_view_headings(stand.view, 1));
    reads(stand.view, "Later");
    assert_false(article_view_headings(stand.view, 1));
    assert_true(article_view_headings(stand.view, -5));
    reads(stand.view, "The mill");
    assert_false(article_view_headings(stand.view, -1));
    assert_true(article_view_paragraphs(stand.view, 100));
    reads(stand.view, "The last");
    assert_false(article_view_paragraphs(stand.view, 1));
    struct span block = article_view_block(stand.view);
    assert_int_equal(block.end - block.start, strlen("The last paragraph is short."));
    stand_down(&stand);
}

static void test_words_and_clusters(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    assert_true(article_view_words(stand.view, 3));
    reads(stand.view, "mill at");
    assert_true(article_view_words(stand.view, -1));
    reads(stand.view, "The mill at");
    assert_false(article_view_words(stand.view, -100) && article_view_words(stand.view, -1));
    article_view_go(stand.view, place_of(stand.view, "e\xCC\x81\xCC\x82"));
    assert_true(article_view_clusters(stand.view, 1));
    reads(stand.view, " end");
    assert_true(article_view_clusters(stand.view, -1));
    reads(stand.view, "e\xCC\x81\xCC\x82");
    /* From a paragraph's last character to the next one's first, and back. */
    article_view_go(stand.view, place_of(stand.view, "Later"));
    assert_true(article_view_clusters(stand.view, -1));
    reads(stand.view, "。");
    assert_true(article_view_clusters(stand.view, 1));
    reads(stand.view, "Later");
    assert_true(article_view_clusters(stand.view, 100000));
    assert_false(article_view_clusters(stand.view, 1));
    assert_true(article_view_clusters(stand.view, -100000));
    assert_int_equal(stand.view->cursor, 0);
    stand_down(&stand);
}

static void test_links(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    assert_false(article_view_links(stand.view, -1));
    assert_true(article_view_links(stand.view, 1));
    reads(stand.view, "the road");
    assert_true(article_view_links(stand.view, 1));
    reads(stand.view, "the bend");
    assert_false(article_view_links(stand.view, 1));
    article_view_clusters(stand.view, 3);
    assert_true(article_view_links(stand.view, -1));
    reads(stand.view, "the bend");
    assert_true(article_view_links(stand.view, -1));
    reads(stand.view, "the road");
    stand_down(&stand);
}

static void test_percent(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    for (int percent = 0; percent <= 100; percent++) {
        article_view_percent(stand.view, percent);
        is_seen(stand.view);
    }
    assert_int_equal(article_view_progress(stand.view), 100);
    article_view_percent(stand.view, -5);
    assert_int_equal(stand.view->cursor, 0);
    article_view_percent(stand.view, 5000);
    reads(stand.view, ".");
    stand_down(&stand);
}

static void test_row_edges(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    article_view_go(stand.view, place_of(stand.view, "grinds"));
    article_view_row_edge(stand.view, false);
    reads(stand.view, "The mill at");
    article_view_row_edge(stand.view, true);
    is_sound(stand.view);
    int x = article_view_cursor_x(stand.view);
    assert_in_range(x, 30, 40);
    stand_down(&stand);
}

/* The column that up and down aim at outlives shorter rows. */
static void test_the_goal_column(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    article_view_go(stand.view, place_of(stand.view, "at the bend grinds") + 12);
    int x = article_view_cursor_x(stand.view);
    assert_true(x > 15);
    assert_true(article_view_rows(stand.view, -1));
    assert_true(article_view_cursor_x(stand.view) < x);
    assert_true(article_view_rows(stand.view, 1));
    assert_int_equal(article_view_cursor_x(stand.view), x);
    stand_down(&stand);
}

static void test_placing(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 20, 9);
    size_t place = place_of(stand.view, "from the road");
    static const int rows[] = { 2, 4, 6 };
    for (int where = 0; where < 3; where++) {
        article_view_go(stand.view, place);
        article_view_place_cursor(stand.view, where);
        assert_int_equal(article_view_cursor_row(stand.view), rows[where]);
        assert_int_equal(stand.view->cursor, place);
    }
    stand_down(&stand);
}

static void test_scrolling_and_pages(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 20, 9);
    article_view_scroll(stand.view, 5);
    is_sound(stand.view);
    assert_true(stand.view->cursor > 0);
    article_view_scroll(stand.view, -5);
    assert_int_equal(layout_row_offset(stand.view->layout, stand.view->top), 0);
    size_t steps = 0;
    while (article_view_page(stand.view, 7) && steps++ < 100)
        is_sound(stand.view);
    assert_in_range(steps, 3, 20);
    assert_int_equal(article_view_progress(stand.view), 100);
    while (article_view_page(stand.view, -7) && steps++ < 100)
        is_sound(stand.view);
    assert_int_equal(stand.view->cursor, 0);
    assert_false(article_view_page(stand.view, -7));
    stand_down(&stand);
}

/* The text that began the top row still stands in it, whatever sizes came between. */
static void test_resizing_keeps_the_place(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 8);
    article_view_scroll(stand.view, 6);
    struct place top = stand.view->top;
    size_t cursor = stand.view->cursor;
    static const int sizes[][2] = { { 20, 5 }, { 33, 5 }, { 25, 7 },
                                    { 61, 6 }, { 1, 1 },  { 20, 3 } };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        article_view_resize(stand.view, sizes[i][0], sizes[i][1], &stand.options);
        is_sound(stand.view);
        assert_int_equal(stand.view->cursor, cursor);
    }
    article_view_resize(stand.view, 40, 8, &stand.options);
    assert_int_equal(stand.view->top.block, top.block);
    assert_int_equal(stand.view->top.row, top.row);
    stand_down(&stand);
}

static void test_restoring(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 8);
    article_view_scroll(stand.view, 7);
    article_view_rows(stand.view, 2);
    size_t cursor = stand.view->cursor;
    size_t anchor = stand.view->anchor;
    struct place top = stand.view->top;
    article_view_percent(stand.view, 0);
    article_view_restore(stand.view, cursor, anchor);
    assert_int_equal(stand.view->cursor, cursor);
    assert_int_equal(stand.view->top.block, top.block);
    assert_int_equal(stand.view->top.row, top.row);
    article_view_restore(stand.view, SIZE_MAX,
                         0); /* of another version of the file: nothing happens */
    assert_int_equal(stand.view->cursor, cursor);
    article_view_restore(stand.view, 1, stand.view->text->document->length);
    is_sound(stand.view);
    stand_down(&stand);
}

static void test_filter(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 8);
    const struct document *document = stand.view->text->document;
    unsigned char visible[64] = { 0 };
    assert_in_range(document->block_count, 5, 64);
    visible[2] = visible[4] = 1;
    article_view_filter(stand.view, visible);
    assert_int_equal(stand.view->visible_count, 2);
    reads(stand.view, "磨坊");
    is_sound(stand.view);
    assert_true(article_view_paragraphs(stand.view, 1));
    reads(stand.view, "A baker");
    assert_false(article_view_paragraphs(stand.view, 1));
    assert_true(article_view_sentences(stand.view, -1));
    reads(stand.view, "没有人愿意");
    article_view_filter(stand.view, NULL);
    assert_null(stand.view->visible);
    is_sound(stand.view);
    stand_down(&stand);
}

static void test_empty(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, "", 40, 8);
    struct article_view *view = stand.view;
    article_view_rows(view, 1);
    article_view_scroll(view, 3);
    article_view_page(view, 7);
    article_view_percent(view, 50);
    article_view_row_edge(view, true);
    article_view_place_cursor(view, 1);
    article_view_filter(view, NULL);
    article_view_restore(view, 0, 0);
    assert_false(article_view_words(view, 1) || article_view_sentences(view, -1) ||
                 article_view_paragraphs(view, 1) || article_view_headings(view, 1) ||
                 article_view_links(view, 1) || article_view_clusters(view, 1));
    assert_int_equal(view->cursor, 0);
    assert_int_equal(article_view_progress(view), 100);
    assert_int_equal(article_view_cursor_row(view), 0);
    assert_int_equal(article_view_sentence(view).end, 0);
    stand_down(&stand);
}

/* A step of some kind, by the throw of a die; `scrolling` lets the text move too. */
static void step(struct stand *stand, uint32_t dice, bool scrolling)
{
    struct article_view *view = stand->view;
    long count = (long)(dice >> 16) % 7 - 3;
    switch ((dice >> 24) % 12) {
    case 0: article_view_rows(view, count); break;
    case 1: article_view_clusters(view, count); break;
    case 2: article_view_words(view, count); break;
    case 3: article_view_sentences(view, count); break;
    case 4: article_view_paragraphs(view, count); break;
    case 5: article_view_headings(view, count); break;
    case 6: article_view_links(view, count != 0 ? count : 1); break;
    case 7: article_view_row_edge(view, count > 0); break;
    case 8: article_view_place_cursor(view, (int)(count + 3) % 3); break;
    case 9: scrolling ? article_view_scroll(view, count) : (void)0; break;
    case 10: scrolling ? (void)article_view_page(view, count * 5) : (void)0; break;
    default:
        article_view_resize(view, 1 + (int)((dice >> 8) % 70), 1 + (int)((dice >> 12) % 20),
                            &stand->options);
    }
}

static void test_any_walk_is_sound(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    uint32_t dice = 7;
    for (int i = 0; i < 10000; i++) {
        dice = dice * 1664525u + 1013904223u;
        step(&stand, dice, false);
        is_sound(stand.view);
    }
    stand_down(&stand);
}

/* Wherever the reader goes, the cursor is on the screen. */
static void test_any_walk_with_scrolling(void **unused)
{
    (void)unused;
    struct stand stand;
    stand_up(&stand, article, 40, 10);
    uint32_t dice = 7;
    int lost = 0;
    for (int i = 0; i < 10000; i++) {
        dice = dice * 1664525u + 1013904223u;
        step(&stand, dice, true);
        struct article_view *view = stand.view;
        struct place place = layout_place(view->layout, view->cursor);
        long row = layout_distance(view->layout, view->top, place, 1000);
        lost += row < 0 || row >= view->height;
    }
    stand_down(&stand);
    assert_int_equal(lost, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences), cmocka_unit_test(test_paragraphs_and_headings),
        cmocka_unit_test(test_words_and_clusters), cmocka_unit_test(test_links),
        cmocka_unit_test(test_percent), cmocka_unit_test(test_row_edges),
        cmocka_unit_test(test_the_goal_column), cmocka_unit_test(test_placing),
        cmocka_unit_test(test_scrolling_and_pages),
        cmocka_unit_test(test_resizing_keeps_the_place), cmocka_unit_test(test_restoring),
        cmocka_unit_test(test_filter), cmocka_unit_test(test_empty),
        cmocka_unit_test(test_any_walk_is_sound),
        cmocka_unit_test(test_any_walk_with_scrolling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
