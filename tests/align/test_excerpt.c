/* A text against a part of it: the part is found where it is, and all the rest is alone. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "align/parallel.h"
#include "align/version.h"
#include "base/buffer.h"

#define SENTENCES 60

/* Sentences from `first` on, each with words of its own. */
static void write_lines(struct buffer *out, unsigned first, unsigned end)
{
    for (unsigned i = first; i < end; i++)
        buffer_add_format(out, "The keeper%u counted lantern%u beside harbour%u.|", i, i, i);
}

static void finds(unsigned first, unsigned end, bool swapped)
{
    struct lexicon *lexicon = lexicon_new();
    struct buffer all = { 0 }, part = { 0 };
    struct alignment alignment = { 0 };
    struct error error;
    write_lines(&all, 0, SENTENCES);
    write_lines(&part, first, end);
    struct version whole = version_of(buffer_text(&all)), excerpt = version_of(buffer_text(&part));
    struct parallel_task task = { .a = swapped ? &excerpt.side : &whole.side,
                                  .b = swapped ? &whole.side : &excerpt.side,
                                  .lexicon = lexicon };
    assert_true(parallel_align(&task, &alignment, &error));
    size_t linked = 0, alone = 0;
    for (size_t i = 0; i < alignment.count; i++) {
        const struct aligned *item = &alignment.items[i];
        if (item->a_count > 0 && item->b_count > 0) {
            assert_int_equal(swapped ? item->b : item->a, (swapped ? item->a : item->b) + first);
            linked++;
        } else {
            alone += item->a_count + item->b_count;
        }
    }
    assert_int_equal(linked, end - first);
    assert_int_equal(alone, SENTENCES - (end - first));
    alignment_free(&alignment);
    free(whole.items);
    free(excerpt.items);
    buffer_free(&all);
    buffer_free(&part);
    lexicon_free(lexicon);
}

static void finds_a_part_wherever_it_is(void **state)
{
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        finds(0, 10, swapped != 0);
        finds(25, 35, swapped != 0);
        finds(50, 60, swapped != 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_part_wherever_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
