/* Pairs of texts that nobody aligns on purpose: each sentence is told of once, whatever they are, and
 * nothing is linked that does not belong together. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/align_mode.h"
#include "align/version.h"
#include "base/buffer.h"

#define LONG 300 /* sentences */

/* A text of so many sentences, `form` with the number of each. */
static char *text_of(const char *form, unsigned count)
{
    struct buffer text = { 0 };
    for (unsigned i = 0; i < count; i++) {
        const char *number = strchr(form, '#');
        buffer_add(&text, form, (size_t)(number - form));
        buffer_add_format(&text, "%u%s|", i * 37 % 1009, number + 1);
    }
    char *all = strdup(buffer_text(&text));
    buffer_free(&text);
    return all;
}

static void count_sides(const struct alignment *alignment, size_t *a, size_t *b, size_t *links)
{
    *a = *b = *links = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        *a += item->a_count;
        *b += item->b_count;
        *links += item->a_count > 0 && item->b_count > 0;
    }
}

/* How many links there are between two texts, aligned as they look. */
static size_t links_between(const char *a, const char *b)
{
    struct lexicon *lexicon = lexicon_new();
    struct alignment alignment = { 0 };
    struct error error = { "" };
    struct version one = version_of(a), other = version_of(b);
    size_t sources, targets, links;
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_AUTO };
    assert_true(align_mode_align(&task, &alignment, &error));
    count_sides(&alignment, &sources, &targets, &links);
    assert_int_equal(sources, one.count);
    assert_int_equal(targets, other.count);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(one.items);
    free(other.items);
    return links;
}

#define ENGLISH "The baker of house # sold his oven to a carpenter."
#define RUSSIAN "Лампа горела всю ночь в доме."
#define MIXED "The 灯 lamp 在 house # burned всю ночь."
#define CHINESE "面包师把#号房子里的炉子卖给了木匠。"

static void links_nothing_of_another_language(void **state)
{
    (void)state;
    char *english = text_of(ENGLISH, LONG), *russian = text_of(RUSSIAN "#", LONG);
    char *chinese = text_of(CHINESE, LONG);
    struct buffer plain = { 0 };
    for (unsigned i = 0; i < 40; i++)
        buffer_add_text(&plain, RUSSIAN "|");
    assert_int_equal(links_between(buffer_text(&plain), english), 0);
    assert_int_equal(links_between(chinese, buffer_text(&plain)), 0);
    (void)links_between(russian, english); /* which have the same numbers */
    (void)links_between(chinese, russian);
    buffer_free(&plain);
    free(english);
    free(russian);
    free(chinese);
}

/* A text against itself, in whatever languages its sentences are. */
static void links_a_text_with_itself(void **state)
{
    static const char *const forms[] = { ENGLISH, RUSSIAN "#", MIXED, CHINESE, "# 4,# (#)" };
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char *text = text_of(forms[i], LONG);
        assert_int_equal(links_between(text, text), LONG);
        free(text);
    }
}

/* One sentence is nowhere in a book, or at its one place. */
static void finds_one_sentence_in_a_book(void **state)
{
    (void)state;
    char *book = text_of(ENGLISH, 5000);
    assert_int_equal(links_between("Nobody saw the comet over Vesuvius.|", book), 0);
    assert_int_equal(links_between(book, "Nobody saw the comet over Vesuvius.|"), 0);
    assert_int_equal(links_between("|", book), 0);
    free(book);
}

/* Numbers alone tell nothing of prose. */
static void links_no_numbers_alone(void **state)
{
    (void)state;
    char *english = text_of("The baker of house # slept.", 40), *numbers = text_of("7#,5", 40);
    assert_int_equal(links_between(numbers, english), 0);
    assert_int_equal(links_between(english, numbers), 0);
    free(english);
    free(numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_nothing_of_another_language),
        cmocka_unit_test(links_a_text_with_itself),
        cmocka_unit_test(finds_one_sentence_in_a_book),
        cmocka_unit_test(links_no_numbers_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
