#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "doc/builder.h"
#include "setting.h"

/* One document painted into a grid from (0, 0) to its column's end. */
struct scene {
    struct document *document;
    struct layout *layout;
    struct grid *grid;
};

static struct scene scene_new(const char *markdown, int width, int rows,
                              const struct paint_set *sets, size_t set_count)
{
    struct scene scene = { .document = setting_markdown(markdown) };
    scene.layout = setting_layout(scene.document, width);
    scene.grid = grid_new(rows, width);
    struct paint_job job = { scene.layout, sets, set_count, false };
    struct place place = { 0, 0 };
    for (int row = 0; row < rows; row++) {
        paint_row(scene.grid, row, 0, width, &job, place);
        if (layout_move(scene.layout, &place, 1) == 0)
            break;
    }
    return scene;
}

static void scene_free(struct scene *scene)
{
    grid_free(scene->grid);
    layout_free(scene->layout);
    document_free(scene->document);
}

static unsigned style_of(const struct scene *scene, int row, int column)
{
    return grid_row(scene->grid, row)[column].style;
}

static void assert_styles(const struct scene *scene, int row, int column, int cells,
                          unsigned style)
{
    for (int i = 0; i < cells; i++)
        assert_int_equal(style_of(scene, row, column + i), style);
}

static void blocks_have_their_roles(void **state)
{
    (void)state;
    struct scene scene = scene_new("# top\n\n## sub\n\n> said\n\n- item\n\n```\ncode\n```\n\n***\n",
                                   20, 12, NULL, 0);
    assert_styles(&scene, 0, 0, 3, ROLE_HEADING | ATTRIBUTE_UNDERLINE);
    assert_styles(&scene, 2, 0, 3, ROLE_HEADING);
    assert_styles(&scene, 4, 0, 1, ROLE_MARKER);
    assert_styles(&scene, 4, 2, 4, ROLE_QUOTE);
    assert_styles(&scene, 6, 0, 1, ROLE_MARKER);
    assert_styles(&scene, 6, 2, 4, ROLE_TEXT);
    assert_styles(&scene, 8, 0, 4, ROLE_CODE);
    assert_styles(&scene, 10, 0, 20, ROLE_TABLE_RULE);
    scene_free(&scene);
}

static void inline_styles_lie_over_the_block(void **state)
{
    (void)state;
    struct scene scene = scene_new("a *em* **st** ~~no~~ `co` [li](/u) *a [b](/v)* c", 60, 1,
                                   NULL, 0);
    assert_styles(&scene, 0, 0, 2, ROLE_TEXT);
    assert_styles(&scene, 0, 2, 2, ROLE_TEXT | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 0, 5, 2, ROLE_TEXT | ATTRIBUTE_BOLD);
    assert_styles(&scene, 0, 8, 2, ROLE_TEXT | ATTRIBUTE_STRIKE);
    assert_styles(&scene, 0, 11, 2, ROLE_CODE);
    assert_styles(&scene, 0, 13, 1, ROLE_TEXT);
    assert_styles(&scene, 0, 14, 2, ROLE_LINK);
    assert_styles(&scene, 0, 17, 2, ROLE_TEXT | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 0, 19, 1, ROLE_LINK | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 0, 20, 2, ROLE_TEXT);
    scene_free(&scene);
}

static void styles_go_on_over_rows(void **state)
{
    (void)state;
    struct scene scene = scene_new("one *two three four* five [six seven](/x)", 9, 5, NULL, 0);
    assert_styles(&scene, 0, 0, 4, ROLE_TEXT);
    assert_styles(&scene, 0, 4, 3, ROLE_TEXT | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 1, 0, 5, ROLE_TEXT | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 2, 0, 4, ROLE_TEXT | ATTRIBUTE_ITALIC);
    assert_styles(&scene, 2, 5, 4, ROLE_TEXT);
    assert_styles(&scene, 3, 0, 9, ROLE_LINK);
    scene_free(&scene);
}

static void footnote_marks_keep_their_role(void **state)
{
    (void)state;
    struct scene scene = scene_new("word[^1]\n\n[^1]: note\n", 20, 3, NULL, 0);
    assert_int_equal(STYLE_ROLE(style_of(&scene, 0, 0)), ROLE_TEXT);
    assert_int_equal(STYLE_ROLE(style_of(&scene, 0, 4)), ROLE_NOTE_MARK);
    scene_free(&scene);
}

/* A later set wins the role; attributes add up through all layers. */
static void later_sets_win(void **state)
{
    (void)state;
    const struct paint_span below[] = { { 0, 6, ROLE_COMPANY | ATTRIBUTE_UNDERLINE },
                                        { 8, 9, ROLE_PERSON } };
    const struct paint_span above[] = { { 2, 4, ROLE_HIT | ATTRIBUTE_REVERSE } };
    const struct paint_set sets[] = { { below, 2 }, { above, 1 }, { NULL, 0 } };
    struct scene scene = scene_new("**abcdefghij**", 20, 1, sets, 3);
    const unsigned bold = ATTRIBUTE_BOLD;
    assert_styles(&scene, 0, 0, 2, ROLE_COMPANY | ATTRIBUTE_UNDERLINE | bold);
    assert_styles(&scene, 0, 2, 2,
                  ROLE_HIT | ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE | bold);
    assert_styles(&scene, 0, 4, 2, ROLE_COMPANY | ATTRIBUTE_UNDERLINE | bold);
    assert_styles(&scene, 0, 6, 2, ROLE_TEXT | bold);
    assert_styles(&scene, 0, 8, 1, ROLE_PERSON | bold);
    assert_styles(&scene, 0, 9, 1, ROLE_TEXT | bold);
    scene_free(&scene);
}

/* A span that ends between a letter and its mark takes both. */
static void styles_do_not_cut_clusters(void **state)
{
    (void)state;
    const struct paint_span spans[] = { { 0, 1, ROLE_HIT } };
    const struct paint_set set = { spans, 1 };
    struct scene scene = scene_new("e\xCC\x81x", 20, 1, &set, 1);
    struct buffer out = { 0 };
    grid_dump(scene.grid, &out);
    assert_string_equal(out.data, "e\xCC\x81x\n");
    assert_styles(&scene, 0, 0, 1, ROLE_HIT);
    assert_styles(&scene, 0, 1, 1, ROLE_TEXT);
    buffer_free(&out);
    scene_free(&scene);
}

static void hanging_blanks_are_not_lit(void **state)
{
    (void)state;
    const struct paint_span spans[] = { { 0, 9, ROLE_SELECTION } };
    const struct paint_set set = { spans, 1 };
    struct scene scene = scene_new("abcd efgh", 6, 2, &set, 1);
    assert_styles(&scene, 0, 0, 4, ROLE_SELECTION);
    assert_styles(&scene, 0, 4, 2, ROLE_TEXT);
    assert_styles(&scene, 1, 0, 4, ROLE_SELECTION);
    scene_free(&scene);
}

static void tabs_go_to_their_stops(void **state)
{
    (void)state;
    const struct paint_span spans[] = { { 1, 2, ROLE_HIT } };
    const struct paint_set set = { spans, 1 };
    struct scene scene = scene_new("```\na\tb一\tc\n```\n", 30, 1, &set, 1);
    struct buffer out = { 0 };
    grid_dump(scene.grid, &out);
    assert_string_equal(out.data, "a       b一     c\n");
    assert_styles(&scene, 0, 0, 1, ROLE_CODE);
    assert_styles(&scene, 0, 1, 7, ROLE_HIT);
    assert_styles(&scene, 0, 8, 3, ROLE_CODE);
    buffer_free(&out);
    scene_free(&scene);
}

static void cut_words_are_marked(void **state)
{
    (void)state;
    struct scene scene = scene_new("incomprehensible", 8, 3, NULL, 0);
    struct buffer out = { 0 };
    grid_dump(scene.grid, &out);
    assert_string_equal(out.data, "incompr\\\nehensib\\\nle\n");
    assert_styles(&scene, 0, 0, 7, ROLE_TEXT);
    assert_styles(&scene, 0, 7, 1, ROLE_LABEL);
    buffer_free(&out);
    scene_free(&scene);
}

static void ascii_borders_are_ascii(void **state)
{
    (void)state;
    struct document *document = setting_markdown(
        "> quote\n>\n> more\n\n- item\n  - deep\n- [ ] open\n- [x] done\n- 1. both\n\n***\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n");
    struct layout *layout = setting_layout(document, 13);
    struct buffer out = setting_dump(layout, true);
    assert_string_equal(out.data, "| quote\n|\n| more\n\n* item\n  * deep\no open\nx done\n"
                                  "* 1. both\n\n-------------\n\na   | b\n----+----\n1   | 2\n");
    buffer_free(&out);
    layout_free(layout);
    document_free(document);
}

static void place_outside_paints_nothing(void **state)
{
    (void)state;
    struct scene scene = scene_new("text", 10, 1, NULL, 0);
    struct paint_job job = { .layout = scene.layout };
    struct buffer out = { 0 };
    grid_fill(scene.grid, 0, 0, 1, 10, ROLE_TEXT);
    paint_row(scene.grid, 0, 0, 10, &job, (struct place){ 1, 0 });
    paint_row(scene.grid, 0, 0, 10, &job, (struct place){ 0, 7 });
    grid_dump(scene.grid, &out);
    assert_string_equal(out.data, "\n");
    buffer_free(&out);
    scene_free(&scene);
}

/* Whatever is painted stays within the column, on a wider and on a narrower pane. */
static void judge_row(struct layout *layout, struct place place, bool ascii)
{
    const struct paint_span spans[] = { { 3, 40, ROLE_HIT }, { 41, 42, ROLE_PERSON } };
    const struct paint_set set = { spans, 2 };
    struct paint_job job = { layout, &set, 1, ascii };
    int width = layout_width(layout);
    for (int room = width - 1; room <= width + 5; room += 3) {
        struct grid *grid = grid_new(1, width + 10);
        grid_fill(grid, 0, 0, 1, width + 10, ROLE_BORDER);
        grid_fill(grid, 0, 4, 1, room, ROLE_TEXT);
        paint_row(grid, 0, 4, 4 + room, &job, place);
        int last = room < width ? room : width;
        for (int x = 0; x < width + 10; x++) {
            if (x < 4 || x >= 4 + room)
                assert_int_equal(grid_row(grid, 0)[x].style, ROLE_BORDER);
            if (x < 4 || x >= 4 + last)
                assert_int_equal(grid_row(grid, 0)[x].glyph, ' ');
        }
        grid_free(grid);
    }
}

static void painting_keeps_to_the_column(void **state)
{
    (void)state;
    struct setting_random random = { 808 };
    for (int i = 0; i < 150; i++) {
        struct document *document = setting_random_document(&random);
        struct layout *layout = setting_layout(document, 1 + (int)setting_below(&random, 70));
        struct place place = { 0, 0 };
        do
            judge_row(layout, place, i % 2 == 0);
        while (layout_move(layout, &place, 1) == 1);
        layout_free(layout);
        document_free(document);
    }
}

/* The cursor's cell, as the layout tells it, is where the cluster was painted. */
static void painted_where_the_layout_says(void **state)
{
    (void)state;
    struct setting_random random = { 909 };
    for (int i = 0; i < 150; i++) {
        struct document *document = setting_random_document(&random);
        int width = 10 + (int)setting_below(&random, 60);
        struct layout *layout = setting_layout(document, width);
        struct grid *grid = grid_new(1, width);
        struct paint_job job = { .layout = layout };
        for (size_t at = 0; at < document->length; at++) {
            char letter = document->text[at];
            bool lone = at + 1 < document->length && (document->text[at + 1] & 0x80) == 0;
            size_t block = document_block_at(document, at);
            if (letter < 'a' || letter > 'z' || !lone || at >= document->blocks[block].end ||
                (at > 0 && (document->text[at - 1] & 0x80) != 0))
                continue;
            struct place place = layout_place(layout, at);
            grid_fill(grid, 0, 0, 1, width, ROLE_TEXT);
            paint_row(grid, 0, 0, width, &job, place);
            assert_int_equal(grid_row(grid, 0)[layout_x(layout, at)].glyph, letter);
        }
        grid_free(grid);
        layout_free(layout);
        document_free(document);
    }
}

/* Rows of an index, a key in each, at a width. */
static void assert_contexts(const char *const rows[][3], size_t count, int width, bool ascii,
                            const char *expected)
{
    struct builder builder;
    builder_begin(&builder, 10000);
    for (size_t i = 0; i < count; i++) {
        builder_open(&builder, (struct block){ .kind = BLOCK_CONTEXT, .flags = BLOCK_TIGHT });
        builder_link_begin(&builder, LINK_CONTEXT, NULL, 0);
        for (size_t part = 0; part < 3; part++)
            builder_text(&builder, rows[i][part], strlen(rows[i][part]),
                         part == 1 ? STYLE_STRONG : 0);
        builder_link_end(&builder);
    }
    struct document *document = builder_end(&builder);
    struct layout *layout = setting_layout(document, width);
    struct buffer dump = setting_dump(layout, ascii);
    assert_string_equal(buffer_text(&dump), expected);
    /* The cursor can stand on every character, seen or not. */
    for (size_t at = 0; at < document->length; at++)
        assert_in_range(layout_x(layout, at), 0, (unsigned)width - 1);
    buffer_free(&dump);
    layout_free(layout);
    document_free(document);
}

static void keys_stand_in_one_column(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        { "a stake in the ", "OpenSky", " of New York, once more" },
        { "", "OpenSky", " did" },
        { "阿里巴巴把网站交给", "OpenSky", "，换得股份" },
    };
    assert_contexts(rows, 3, 30, false,
                    "…ake in the OpenSky of New Yo…\n"
                    "            OpenSky did\n"
                    " …把网站交给OpenSky，换得股份\n");
    assert_contexts(rows, 2, 30, true,
                    "~ake in the OpenSky of New Yo~\n"
                    "            OpenSky did\n");
    assert_contexts(rows, 2, 5, false, "… Op…\n  Op…\n");
    assert_contexts(rows, 2, 1, false, "…\n…\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_stand_in_one_column),
        cmocka_unit_test(blocks_have_their_roles),
        cmocka_unit_test(inline_styles_lie_over_the_block),
        cmocka_unit_test(styles_go_on_over_rows),
        cmocka_unit_test(footnote_marks_keep_their_role),
        cmocka_unit_test(later_sets_win),
        cmocka_unit_test(styles_do_not_cut_clusters),
        cmocka_unit_test(hanging_blanks_are_not_lit),
        cmocka_unit_test(tabs_go_to_their_stops),
        cmocka_unit_test(cut_words_are_marked),
        cmocka_unit_test(ascii_borders_are_ascii),
        cmocka_unit_test(place_outside_paints_nothing),
        cmocka_unit_test(painting_keeps_to_the_column),
        cmocka_unit_test(painted_where_the_layout_says),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
