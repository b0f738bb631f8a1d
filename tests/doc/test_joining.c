#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "doc/joining.h"
#include "doc/reader.h"

static struct document *read_markdown(const char *source)
{
    return reader_parse(source, strlen(source), READER_MARKDOWN, NULL);
}

static struct document *join(const char *first, const char *second)
{
    struct builder builder;
    builder_begin(&builder, (size_t)1 << 20);
    const char *const sources[] = { first, second };
    for (size_t i = 0; i < 2; i++) {
        struct document *part = read_markdown(sources[i]);
        joining_add(&builder, part);
        document_free(part);
    }
    return builder_end(&builder);
}

/* Two documents joined are what their sources read as one give. */
static void assert_joined(const char *first, const char *second)
{
    char source[2000];
    strcpy(source, first);
    strcat(source, "\n\n");
    strcat(source, second);
    struct document *expected = read_markdown(source);
    struct document *joined = join(first, second);
    assert_string_equal(joined->text, expected->text);
    assert_int_equal(joined->block_count, expected->block_count);
    for (size_t i = 0; i < expected->block_count; i++) {
        assert_int_equal(joined->blocks[i].start, expected->blocks[i].start);
        assert_int_equal(joined->blocks[i].end, expected->blocks[i].end);
        assert_int_equal(joined->blocks[i].kind, expected->blocks[i].kind);
        assert_int_equal(document_bars(joined, i), document_bars(expected, i));
        if (expected->blocks[i].marker > 0)
            assert_string_equal(joined->markers[joined->blocks[i].marker - 1],
                                expected->markers[expected->blocks[i].marker - 1]);
        const struct table_alignment *table = document_alignment(expected, i);
        const struct table_alignment *other = document_alignment(joined, i);
        assert_int_equal(table != NULL, other != NULL);
        if (table != NULL)
            assert_int_equal(table->right, other->right);
    }
    for (size_t at = 0; at < expected->length; at++)
        assert_int_equal(document_style_at(joined, at), document_style_at(expected, at));
    assert_int_equal(joined->link_count, expected->link_count);
    for (size_t i = 0; i < expected->link_count; i++) {
        assert_int_equal(joined->links[i].span.start, expected->links[i].span.start);
        assert_string_equal(joined->links[i].target, expected->links[i].target);
    }
    document_free(joined);
    document_free(expected);
}

static void parts_keep_what_they_have(void **state)
{
    (void)state;
    assert_joined("# One\n\nSome *text* with a [[link|note]].", "- item\n- **two** [a](b.md)");
    assert_joined("> quoted\n> - deep", "> again\n\n| a | b |\n|---|--:|\n| c | d |");
    assert_joined("| x |\n|--:|\n| y |", "| a | b |\n|---|--:|\n| c | d |");
}

static void footnotes_lead_to_their_own_part(void **state)
{
    (void)state;
    struct document *joined = join("First.", "Said so[^a].\n\n[^a]: there");
    assert_true(joined->link_count >= 1);
    const struct link *link = &joined->links[0];
    assert_int_equal(link->kind, LINK_PLACE);
    assert_memory_equal(joined->text + link->place, "there", 5);
    document_free(joined);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_keep_what_they_have),
        cmocka_unit_test(footnotes_lead_to_their_own_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
