#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "layout/tag.h"
#include "setting.h"

/* Tags `mark` behind each of the words, which are in the order of the text. */
static size_t tag_words(const struct document *document, const char *const *words, size_t count,
                        const char *mark, struct tag *tags)
{
    const char *at = document->text;
    for (size_t i = 0; i < count; i++) {
        at = strstr(at, words[i]);
        assert_non_null(at);
        at += strlen(words[i]);
        tags[i] = (struct tag){ (size_t)(at - document->text), mark,
                                (int)width_text(mark, strlen(mark)) };
    }
    return count;
}

static void assert_set(const char *source, const char *const *words, size_t count,
                       const char *mark, int width, const char *expected)
{
    struct tag tags[8];
    struct document *document = setting_markdown(source);
    struct layout *layout = setting_layout(document, width);
    tag_words(document, words, count, mark, tags);
    layout_set_tags(layout, (struct tags){ tags, count });
    struct buffer rows = setting_dump(layout, false);
    assert_string_equal(rows.data, expected);
    buffer_free(&rows);
    layout_free(layout);
    document_free(document);
}

static void a_tag_follows_its_word(void **state)
{
    (void)state;
    static const char *const words[] = { "Acme", "渡船" };
    assert_set("Acme sold 渡船。", words, 2, "ᶜ", 40, "Acmeᶜ sold 渡船ᶜ。\n");
    assert_set("Acme sold 渡船。", words, 2, "[C]", 40, "Acme[C] sold 渡船[C]。\n");
}

static void a_tag_never_begins_a_row(void **state)
{
    (void)state;
    static const char *const words[] = { "Acme", "Bolt" };
    assert_set("We saw Acme and Bolt", words, 2, "[C]", 11, "We saw\nAcme[C] and\nBolt[C]\n");
    static const char *const han[] = { "船" };
    assert_set("这是一条船。", han, 1, "ᶜ", 10, "这是一条\n船ᶜ。\n");
    assert_set("这是一条船。", han, 1, "ᶜ", 11, "这是一条\n船ᶜ。\n");
    assert_set("这是一条船。", han, 1, "ᶜ", 13, "这是一条船ᶜ。\n");
}

static void columns_of_tables_make_room(void **state)
{
    (void)state;
    static const char *const words[] = { "Acme", "Bolt" };
    assert_set("| Name | N |\n|---:|---|\n| Acme | 1 |\n| Bolt | 2 |\n", words, 2, "ᶜ", 20,
               " Name │ N\n──────┼────\nAcmeᶜ │ 1\nBoltᶜ │ 2\n");
}

/* A cell of the screen and a place of the text stand for one another as without tags. */
static void places_are_found_again(void **state)
{
    (void)state;
    static const char *const words[] = { "Acme", "Bolt", "渡船", "end" };
    struct document *document =
        setting_markdown("Acme, so they say, has bought Bolt for 12 crowns；那条渡船也归它。Then an end");
    for (int width = 6; width < 60; width++) {
        struct tag tags[4];
        struct layout *layout = setting_layout(document, width);
        tag_words(document, words, 4, "[C]", tags);
        layout_set_tags(layout, (struct tags){ tags, 4 });
        for (size_t at = 0; at < document->length; at++) {
            if (((unsigned char)document->text[at] & 0xC0) == 0x80 || document->text[at] == ' ')
                continue;
            struct place place = layout_place(layout, at);
            int x = layout_x(layout, at);
            assert_int_equal(layout_offset_at(layout, place, x), at);
        }
        size_t last = tags[3].offset - 1; /* a cell of the tag is its word's last character */
        int x = layout_x(layout, last);
        assert_int_equal(layout_offset_at(layout, layout_place(layout, last), x + 1), last);
        layout_free(layout);
    }
    document_free(document);
}

static void without_tags_all_is_as_before(void **state)
{
    (void)state;
    struct tag tag = { 4, "ᶜ", 1 };
    struct document *document = setting_markdown("Acme sold it.");
    struct layout *layout = setting_layout(document, 20);
    layout_set_tags(layout, (struct tags){ &tag, 1 });
    assert_int_equal(layout_x(layout, 5), 6);
    layout_set_tags(layout, (struct tags){ NULL, 0 });
    assert_int_equal(layout_x(layout, 5), 5);
    layout_free(layout);
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tag_follows_its_word),
        cmocka_unit_test(a_tag_never_begins_a_row),
        cmocka_unit_test(columns_of_tables_make_room),
        cmocka_unit_test(places_are_found_again),
        cmocka_unit_test(without_tags_all_is_as_before),
    };
    return cmocka_run_group_tests(tests, setting_begin, NULL);
}
