#include "entity/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "entity/filter_key.h"
#include "entity/units.h"
#include "text/utf8.h"

#define BITS_A_NAME 16
#define SMALLEST_BITS 17 /* log2: 16 kB */

static void put(const struct filter *filter, uint64_t *bits, uint64_t key)
{
    uint64_t bit = filter_key_bit(filter->mask, key);
    bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* The key of a beginning, with what follows it; 0 for anything. */
static void put_both(const struct filter *filter, uint64_t key, uint64_t more)
{
    put(filter, filter->bits, key);
    put(filter, filter->further, filter_key_further(key, more));
}

/* ---- runs ---- */

/* The letters and digits a name begins with, as far as a text may write them together, and the
 * two letters behind the blank after them, 0 for anything else. */
struct run {
    char bytes[KEY_RUN_MAX + 9];
    size_t length; /* may be more than KEY_RUN_MAX */
    char more[3];
};

static void run_add(struct run *run, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++, run->length++) {
        if (run->length < sizeof run->bytes)
            run->bytes[run->length] = bytes[i];
    }
}

static void put_run(const struct filter *filter, const struct run *run)
{
    unsigned length = run->length < KEY_RUN_MAX ? (unsigned)run->length : KEY_RUN_MAX;
    uint64_t more = (unsigned char)run->more[0] | (uint64_t)(unsigned char)run->more[1] << 8;
    put_both(filter, filter_key_run(filter_key_load(run->bytes), length), more);
}

static void capitalise(char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        bytes[i] =
            filter_key_is_letter((unsigned char)bytes[i]) ? (char)(bytes[i] & ~0x20) : bytes[i];
}

/* A run in capitals, and what is known behind it. */
static void capitalise_run(struct run *run)
{
    capitalise(run->bytes, run->length < sizeof run->bytes ? run->length : sizeof run->bytes);
    capitalise(run->more, 2);
}

/* As the scan reads runs for names in any letters. */
static void put_small_run(const struct filter *filter, struct run run)
{
    for (size_t i = 0; i < run.length && i < sizeof run.bytes; i++)
        run.bytes[i] = (char)(run.bytes[i] | 0x20);
    put_run(filter, &run);
}

static void put_run_cases(const struct filter *filter, struct run run, unsigned flags)
{
    put_run(filter, &run);
    if ((flags & NAME_ANY_CASE) != 0)
        put_small_run(filter, run);
    if ((flags & NAME_AS_WRITTEN) != 0)
        return;
    capitalise_run(&run);
    put_run(filter, &run);
}

/* The Porters’, THE PORTERS’, the PORTERs’. */
static void put_run_plural(const struct filter *filter, struct run run, unsigned flags)
{
    run.more[0] = '\0';
    run.more[1] = '\0';
    run_add(&run, "s", 1);
    if ((flags & NAME_ANY_CASE) != 0)
        put_small_run(filter, run);
    size_t last = run.length - 1 < sizeof run.bytes ? run.length - 1 : sizeof run.bytes - 1;
    for (int capitals = 0; capitals < 2; capitals++) {
        run.bytes[last] = 's';
        put_run(filter, &run);
        run.bytes[last] = 'S';
        put_run(filter, &run);
        capitalise_run(&run);
    }
}

static bool is_run_unit(const struct units *units)
{
    return units->tail >= TAIL_DIGITS && units->tail <= TAIL_LETTER &&
           filter_key_is_alphanumeric((unsigned char)units->text[units->start]);
}

/* Looks at the unit behind a run: *more is what is known of it. */
static void look_behind_run(struct units units, char more[2])
{
    memset(more, 0, 2);
    if (!units_next(&units) || !units.spaced || units.at - units.start < 2)
        return;
    const char *word = units.text + units.start;
    if (filter_key_is_letter((unsigned char)word[0]) &&
        filter_key_is_letter((unsigned char)word[1]))
        memcpy(more, word, 2);
}

static void put_runs(const struct filter *filter, const struct variants *variants,
                     const char *name, const struct name *item)
{
    struct run run = { { 0 }, 0, { 0 } };
    struct units units = units_begin(variants, name, item->length, 0, item->length);
    while (units_next(&units)) {
        if (!is_run_unit(&units) || units.spaced)
            return;
        run_add(&run, name + units.start, units.at - units.start);
        look_behind_run(units, run.more);
        put_run_cases(filter, run, item->flags);
    }
    if (units.tail == TAIL_LETTERS)
        put_run_plural(filter, run, item->flags);
}

/* ---- characters beyond ASCII ---- */

/* A name's first character, in one spelling, and the two units behind it where they are Han. */
struct start {
    char bytes[16]; /* well-formed UTF-8, padded for filter_key_load */
    size_t size;
    uint32_t second; /* 0 when it is not Han */
    uint32_t third;
};

/* The forms of a Han character that are common ones, three bytes each. */
static size_t common_forms(const struct variants *variants, uint32_t code,
                           char forms[VARIANTS_FORMS][4])
{
    uint32_t codes[VARIANTS_FORMS];
    size_t count = code == 0 ? 0 : variants_forms(variants, code, codes);
    size_t common = 0;
    for (size_t i = 0; i < count; i++) {
        size_t size = utf8_encode(codes[i], forms[common]);
        common += size == 3 && filter_key_is_han((unsigned char)forms[common][0]);
    }
    return common;
}

static void put_pairs(const struct filter *filter, const struct variants *variants,
                      const struct start *start)
{
    char seconds[VARIANTS_FORMS][4];
    char thirds[VARIANTS_FORMS][4];
    size_t second_count = common_forms(variants, start->second, seconds);
    size_t third_count = common_forms(variants, start->third, thirds);
    for (size_t i = 0; i < second_count; i++) {
        char bytes[16] = { 0 };
        memcpy(bytes, start->bytes, 3);
        memcpy(bytes + 3, seconds[i], 3);
        uint64_t key = filter_key_pair(filter_key_load(bytes));
        if (start->third == 0)
            put_both(filter, key, 0);
        else
            put(filter, filter->bits, key);
        for (size_t k = 0; k < third_count; k++) {
            memcpy(bytes + 6, thirds[k], 3);
            put(filter, filter->further,
                filter_key_further(key, filter_key_first(filter_key_load(bytes + 6), 3)));
        }
    }
}

/* One spelling of the first character. */
static void put_character(struct filter *filter, const struct variants *variants, uint32_t code,
                          struct start *start)
{
    memset(start->bytes, 0, sizeof start->bytes);
    start->size = utf8_encode(code, start->bytes);
    if (start->size == 1) {
        bool sign = !filter_key_is_alphanumeric((unsigned char)start->bytes[0]);
        filter->signs |= sign;
        filter->sign[code] |= sign;
        return;
    }
    put(filter, filter->bits, filter_key_character(filter_key_load(start->bytes)));
    if (start->size == 3)
        put_pairs(filter, variants, start);
}

static void put_forms(struct filter *filter, const struct variants *variants, uint32_t code,
                      struct start *start)
{
    uint32_t forms[VARIANTS_FORMS];
    size_t count = variants_forms(variants, code, forms);
    for (size_t i = 0; i < count; i++)
        put_character(filter, variants, forms[i], start);
}

/* The next unit when it is Han and nothing stands before it, else 0. */
static uint32_t next_han(struct units *units)
{
    if (!units_next(units) || units->tail != TAIL_HAN || units->spaced)
        return 0;
    return variants_at(units->variants, units->text, units->length, units->start).code;
}

/* `seen`: ASCII characters that have been put with nothing known behind them. */
static void put_first_character(struct filter *filter, const struct variants *variants,
                                const char *name, const struct name *item, bool seen[128])
{
    struct symbol first = variants_at(variants, name, item->length, 0);
    bool any_case = (item->flags & NAME_ANY_CASE) != 0;
    if (first.code < 0x80 && seen[first.code] && !any_case && item->length > 1 &&
        filter_key_is_alphanumeric((unsigned char)name[1])) /* so no Han follows */
        return;
    struct start start = { { 0 }, 0, 0, 0 };
    struct units units = units_begin(variants, name, item->length, 0, item->length);
    units_next(&units);
    filter->lone |= first.size == item->length;
    if (units.at == first.size)
        start.second = next_han(&units);
    if (start.second != 0)
        start.third = next_han(&units);
    if (first.code < 0x80 && start.second == 0 && !any_case) {
        if (seen[first.code])
            return;
        seen[first.code] = true;
    }
    put_forms(filter, variants, first.code, &start);
    uint32_t small = variants_fold(first.code);
    uint32_t capital = variants_capital(first.code);
    if (capital != first.code)
        put_forms(filter, variants, capital, &start);
    if (any_case && small != first.code)
        put_forms(filter, variants, small, &start);
}

/* ---- all names ---- */

void filter_build(struct filter *filter, const struct names *names)
{
    unsigned bits = SMALLEST_BITS;
    while (bits < 32 && ((size_t)1 << bits) < names->count * BITS_A_NAME)
        bits++;
    *filter = (struct filter){ .words = (size_t)1 << (bits - 6), .mask = ((uint64_t)1 << bits) - 1 };
    filter->bits = xcalloc(filter->words * 2, sizeof *filter->bits);
    filter->further = filter->bits + filter->words;
    bool seen[128] = { false };
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->items[i];
        const char *text = names->arena + name->at;
        filter->any_case |= (name->flags & NAME_ANY_CASE) != 0;
        put_runs(filter, names->variants, text, name);
        put_first_character(filter, names->variants, text, name, seen);
    }
}

void filter_free(struct filter *filter)
{
    free(filter->bits);
    *filter = (struct filter){ 0 };
}
