/* The matcher: known spellings, boundaries, and the same matches as a naive search on random
 * texts over a small alphabet. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "entity/matcher.h"
#include "entity/units.h"

struct found {
    struct match *items;
    size_t count;
    size_t capacity;
};

static bool keep(void *context, const struct match *match)
{
    struct found *found = context;
    VECTOR_PUSH(found, *match);
    return true;
}

static void add(struct names *names, const char *name, unsigned flags)
{
    assert_true(names_add(names, name, strlen(name), (uint32_t)names->count, ROLE_FULL, flags));
}

/* Checks that in a text with [brackets] around what should be found just that is found. */
static void check_with(struct names *names, const char *marked)
{
    struct buffer text = { 0 };
    struct buffer again = { 0 };
    for (const char *at = marked; *at != '\0'; at++) {
        if (*at != '[' && *at != ']')
            buffer_add_byte(&text, *at);
    }
    struct matcher *matcher = matcher_new(names);
    struct found found = { 0 };
    matcher_run(matcher, buffer_text(&text), text.length, 0, text.length, keep, &found);
    size_t at = 0;
    for (size_t i = 0; i < found.count; i++) {
        buffer_add(&again, text.data + at, found.items[i].start - at);
        buffer_add_byte(&again, '[');
        buffer_add(&again, text.data + found.items[i].start,
                   found.items[i].end - found.items[i].start);
        buffer_add_byte(&again, ']');
        at = found.items[i].end;
    }
    buffer_add(&again, buffer_text(&text) + at, text.length - at);
    assert_string_equal(buffer_text(&again), marked);
    matcher_free(matcher);
    free(found.items);
    buffer_free(&text);
    buffer_free(&again);
}

static void check(const char *name, unsigned flags, const char *marked)
{
    struct names names = { 0 };
    add(&names, name, flags);
    check_with(&names, marked);
    names_free(&names);
}

static void test_word_boundaries(void **state)
{
    (void)state;
    check("Ma", 0, "[Ma] is not in Main, Mary, 2Ma, Ma2, a_Ma or Ma_b; Éma, Maé; ([Ma]) [Ma]-led");
    check("Sina", 0, "Sinatra sang; [Sina] did not. [Sina]");
    check("OpenSky", 0, "收购[OpenSky]的，在[OpenSky]上，《[OpenSky]》");
    check("11 Main", 0, "在[11 Main]上2015年[11Main]开业，在111 Main上");
    check("马云", 0, "2015年[马云]说Jack[马云]Ma");
    check("Apple Inc.", 0, "[Apple Inc.] and [Apple Inc.]今天, not Apple Inc.x");
    check("U.S.", 0, "the [U.S.] and the [U.S.]-led; U.S.A.");
}

static void test_letter_case(void **state)
{
    (void)state;
    check("Alibaba", 0, "[Alibaba] [ALIBABA] alibaba AliBaba ALIBABa");
    check("eBay", 0, "[eBay] [EBAY] Ebay ebay");
    check("Fab", NAME_AS_WRITTEN, "[Fab] FAB fab");
    check("Amazon", NAME_ANY_CASE, "[Amazon] [AMAZON] [amazon] [aMaZoN]");
    check("Nestlé", 0, "[Nestlé] [NESTLÉ] Nestle Nestlés");
    check("Élan Vital", 0, "[Élan Vital] [ÉLAN VITAL] élan vital");
}

static void test_possessives(void **state)
{
    (void)state;
    check("Ma", 0, "[Ma]’s [Ma]'s [MA]’S [Ma]’ll [Ma]’d Ma’am Ma’t");
    check("Don", 0, "Don’t! [Don]’s");
    check("Reuters", 0, "[Reuters]’ report");
    check("Porter", 0, "the [Porter]s’ house, the [PORTER]S’, the Porters, Porters’x");
    check("Apple Inc.", 0, "[Apple Inc.] ’s");
}

static void test_spellings(void **state)
{
    (void)state;
    check("Wal-Mart", 0, "[Wal-Mart] [Wal‑Mart] [Wal‐Mart] [Wal-\nMart] Walmart Wal Mart");
    check("Levi's", 0, "[Levi's] [Levi’s] [LEVI’S]");
    check("Jack Ma", 0, "[Jack Ma] [Jack  \t Ma] [Jack\nMa] [Jack\u00A0Ma] Jack\n\nMa [JACK MA] JackMa");
    check("11 Main", 0, "[11 Main] [11Main] [11\nMain] 111 Main 11 Mains 11Mainly [11Main].com");
    check("11Main", 0, "[11 Main] [11Main]");
    check("3M", 0, "[3M] 3 M");
    check("Alibaba", 0, "[Ａｌｉｂａｂａ] [ＡＬＩＢＡＢＡ] Ａlibaba Alibabaａ");
    check("11 Main", 0, "[１１　Ｍａｉｎ] [１１Main]");
    check("罗恩·康韦", 0, "[罗恩·康韦][罗恩•康韦][罗恩・康韦][罗恩康韦][羅恩‧康韋]罗恩 康韦[罗恩\n康韦]");
    check("罗恩康韦", 0, "[罗恩·康韦]");
    check("阿里巴巴", 0, "[阿里巴巴][阿裡巴巴][阿里\n  巴巴]阿里巴");
    check("台湾", 0, "[臺灣][台灣][台湾]");
    check("臺灣", 0, "[臺灣][台灣][台湾]");
    check("Infomedia India 公司", 0, "[Infomedia India公司][Infomedia India 公司]");
    check(".NET", 0, "a [.NET] b");
    check("马", 0, "[马]云[馬]");
}

static void test_longest_and_left(void **state)
{
    (void)state;
    struct names names = { 0 };
    add(&names, "Sina", 0);
    add(&names, "Sina Weibo", 0);
    add(&names, "新浪", 0);
    add(&names, "新浪微博", 0);
    add(&names, "Apple", 0);
    add(&names, "Apple Pay", 0);
    check_with(&names, "[Sina Weibo] [Sina] Weibos [新浪微博][新浪]微 [Apple Pay] [Apple] Pays");
    names_free(&names);
}

static bool refuse_long(void *context, const struct match *match)
{
    size_t *calls = context;
    ++*calls;
    return match->end - match->start <= 4;
}

static void test_refusal_tries_the_next_shorter(void **state)
{
    (void)state;
    struct names names = { 0 };
    char name[64] = "";
    for (int i = 0; i < 40; i++) { /* more ends than one walk remembers */
        strcat(name, i % 2 == 0 ? "a" : "-");
        if (i % 2 == 0)
            add(&names, name, 0);
    }
    struct matcher *matcher = matcher_new(&names);
    size_t calls = 0;
    char text[64];
    snprintf(text, sizeof text, "%s", name);
    assert_int_equal(matcher_run(matcher, text, 39, 0, 39, refuse_long, &calls), 10);
    matcher_free(matcher);
    names_free(&names);
}

static void test_twins_are_chained(void **state)
{
    (void)state;
    struct names names = { 0 };
    add(&names, "FANCY", 0);
    add(&names, "Fancy", 0);
    add(&names, "Fancy", 0);
    struct matcher *matcher = matcher_new(&names);
    struct found found = { 0 };
    assert_int_equal(matcher_run(matcher, "Fancy FANCY", 11, 0, 11, keep, &found), 2);
    assert_int_equal(found.items[0].name, 1);
    assert_int_equal(names.items[1].twin, 2);
    assert_int_equal(found.items[1].name, 0);
    free(found.items);
    matcher_free(matcher);
    names_free(&names);
}

/* A name that goes on behind the range, whatever joins its words, is not in it. */
static void test_range_ends_within_a_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
    } cases[] = {
        { "Jack Ma", "Jack Ma" },    { "Jack Ma", "Jack \n Ma" }, { "11 Main", "11Main" }, { "马云云", "马云云" },
        { "Wal-Mart", "Wal-Mart" },  { "马·云", "马·云" },        { "马 Yun", "马 Yun" },   { "Apple Inc.", "Apple Inc." },
        { "Levi's", "Levi’s" },      { "A. B", "A. B" },          { "马云 11", "马云11" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct names names = { 0 };
        size_t length = strlen(cases[i].text);
        add(&names, cases[i].name, 0);
        struct matcher *matcher = matcher_new(&names);
        for (size_t end = 0; end <= length; end++) {
            if (matcher_run(matcher, cases[i].text, length, 0, end, NULL, NULL) != (end == length))
                fail_msg("%s within %zu bytes of %s", cases[i].name, end, cases[i].text);
        }
        matcher_free(matcher);
        names_free(&names);
    }
}

static void test_range(void **state)
{
    (void)state;
    struct names names = { 0 };
    add(&names, "Ma", 0);
    add(&names, "Ma Yun", 0);
    struct matcher *matcher = matcher_new(&names);
    const char *text = "xMa Yun Ma";
    assert_int_equal(matcher_run(matcher, text, 10, 1, 10, NULL, NULL), 1);
    struct found found = { 0 };
    matcher_run(matcher, text + 1, 9, 0, 4, keep, &found);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].end, 2);
    assert_int_equal(matcher_run(matcher, "", 0, 0, 0, NULL, NULL), 0);
    free(found.items);
    matcher_free(matcher);
    names_free(&names);
}

/* ---- the naive search ---- */

enum { MARK_SPACE = 0x110000, MARK_CUT, MARK_END };

struct item {
    uint32_t code; /* folded, or a mark */
    struct symbol symbol;
    size_t start;
    size_t end;
};

#define ITEMS 12000

struct reading {
    struct item items[ITEMS];
    size_t count;
};

static struct variants *table;

static struct symbol get(const char *text, size_t length, size_t at)
{
    return variants_at(table, text, length, at);
}

static bool is_blank(struct symbol symbol)
{
    return symbol.kind >= SYMBOL_SPACE;
}

/* Letters of one width around the symbol at `at`, within the text from `first` on. */
static bool has_neighbour(const char *text, size_t length, size_t first, size_t at)
{
    struct symbol symbol = get(text, length, at);
    struct symbol after = get(text, length, at + symbol.size);
    if (after.size > 0 && after.kind == symbol.kind && after.wide == symbol.wide)
        return true;
    if (at <= first)
        return false;
    struct symbol before = variants_before(table, text, at);
    return before.kind == symbol.kind && before.wide == symbol.wide;
}

/* Whether a word is two units between the symbols at a and b. */
static bool cut_between(const char *text, size_t length, size_t first, size_t a, size_t b)
{
    struct symbol left = get(text, length, a);
    struct symbol right = get(text, length, b);
    if (left.kind == SYMBOL_DIGIT && right.kind == SYMBOL_LETTER)
        return has_neighbour(text, length, b, b);
    return left.kind == SYMBOL_LETTER && right.kind == SYMBOL_DIGIT &&
           has_neighbour(text, a + left.size, first, a);
}

static void put_item(struct reading *reading, uint32_t code, struct symbol symbol, size_t at)
{
    if (reading->count < ITEMS)
        reading->items[reading->count++] = (struct item){ code, symbol, at, at + symbol.size };
}

static size_t read_blank(struct reading *reading, const char *text, size_t length, size_t first,
                         size_t at)
{
    size_t lines = 0;
    size_t end = at;
    while (is_blank(get(text, length, end))) {
        lines += get(text, length, end).kind == SYMBOL_LINE;
        end += get(text, length, end).size;
    }
    struct symbol next = get(text, length, end);
    const struct item *last = reading->count > 0 ? &reading->items[reading->count - 1] : NULL;
    bool han = last != NULL && last->symbol.kind == SYMBOL_HAN;
    bool word = last != NULL && variants_is_word(last->symbol);
    bool hyphen = last != NULL && last->code == '-' && reading->count > 1 &&
                  variants_is_word(last[-1].symbol) && last[-1].end == last->start;
    bool nothing = (han && next.kind == SYMBOL_HAN && lines == 1) ||
                   (han && variants_is_word(next)) || (word && next.kind == SYMBOL_HAN) ||
                   (hyphen && variants_is_word(next)) ||
                   (word && cut_between(text, length, first, last->start, end));
    if (lines > 1 || next.size == 0)
        put_item(reading, MARK_END, get(text, length, at), at);
    else if (!nothing)
        put_item(reading, MARK_SPACE, get(text, length, at), at);
    return end;
}

/* Reads the text from `first` on, as units.h says a name would be read that begins there. */
static void read_all(struct reading *reading, const char *text, size_t length, size_t first)
{
    reading->count = 0;
    for (size_t at = first; at < length;) {
        struct symbol symbol = get(text, length, at);
        if (is_blank(symbol)) {
            at = read_blank(reading, text, length, first, at);
            continue;
        }
        const struct item *last = reading->count > 0 ? &reading->items[reading->count - 1] : NULL;
        bool joined = last != NULL && last->end == at && last->code < MARK_SPACE;
        struct symbol next = get(text, length, at + symbol.size);
        if (joined && last->symbol.kind == SYMBOL_HAN && next.kind == SYMBOL_HAN &&
            (symbol.kind == SYMBOL_DOT || symbol.code == '.')) {
            at += symbol.size;
            put_item(reading, variants_fold(next.code), next, at);
            at += next.size;
            continue;
        }
        bool words = joined && last->symbol.kind <= SYMBOL_DIGIT && symbol.kind <= SYMBOL_DIGIT &&
                     last->symbol.kind >= SYMBOL_LETTER && symbol.kind >= SYMBOL_LETTER;
        if (words && last->symbol.wide != symbol.wide &&
            !cut_between(text, length, first, last->start, at))
            put_item(reading, MARK_CUT, (struct symbol){ 0 }, at);
        put_item(reading, variants_fold(symbol.code), symbol, at);
        at += symbol.size;
    }
}

static bool begins(const char *text, size_t length, size_t at)
{
    return at == 0 || !variants_is_word(get(text, length, at)) ||
           !variants_is_word(variants_before(table, text, at));
}

static bool ends(const char *text, size_t length, const struct item *last)
{
    struct symbol next = get(text, length, last->end);
    if (last->symbol.kind == SYMBOL_HAN)
        return true;
    if (variants_is_word(next))
        return !variants_is_word(last->symbol) && last->symbol.code >= 0x80;
    if (next.code != '\'' || !variants_is_word(last->symbol))
        return true;
    char rest[5] = "";
    size_t count = 0;
    for (size_t at = last->end + next.size; count < 4; count++) {
        struct symbol letter = get(text, length, at);
        if (!variants_is_word(letter))
            break;
        rest[count] = letter.kind == SYMBOL_LETTER ? (char)(letter.code | 0x20) : '?';
        at += letter.size;
    }
    return strcmp(rest, "") == 0 || strcmp(rest, "s") == 0 || strcmp(rest, "d") == 0 ||
           strcmp(rest, "m") == 0 || strcmp(rest, "ll") == 0 || strcmp(rest, "re") == 0 ||
           strcmp(rest, "ve") == 0;
}

static bool ends_in_plural(const char *text, size_t length, const struct item *last)
{
    struct symbol s = get(text, length, last->end);
    if (last->symbol.kind != SYMBOL_LETTER || last[-1].symbol.kind != SYMBOL_LETTER ||
        last[-1].code >= MARK_SPACE || last->symbol.wide || last[-1].end != last->start ||
        s.wide || (s.code | 0x20) != 's')
        return false;
    struct symbol mark = get(text, length, last->end + 1);
    return mark.code == '\'' && !variants_is_word(get(text, length, last->end + 1 + mark.size));
}

/* End of the name in the text that `reading` was made of, 0 when it does not begin so. */
static size_t match_name(const struct names *names, uint32_t number, const struct reading *reading,
                         const char *text, size_t length)
{
    static struct reading name;
    bool exact = true;
    bool capitals = true;
    read_all(&name, names_text(names, number), names->items[number].length, 0);
    if (name.count == 0 || name.count > reading->count)
        return 0;
    for (size_t i = 0; i < name.count; i++) {
        const struct item *a = &name.items[i];
        const struct item *b = &reading->items[i];
        if (a->code != b->code)
            return 0;
        if (a->code >= MARK_SPACE)
            continue;
        exact &= a->symbol.code == b->symbol.code;
        capitals &= variants_capital(b->symbol.code) == b->symbol.code;
    }
    unsigned flags = names->items[number].flags;
    const struct item *last = &reading->items[name.count - 1];
    if (!exact && !(capitals && (flags & NAME_AS_WRITTEN) == 0) && (flags & NAME_ANY_CASE) == 0)
        return 0;
    if (ends(text, length, last) || (name.count > 1 && ends_in_plural(text, length, last)))
        return last->end;
    return 0;
}

static void search_naively(const struct names *names, const char *text, size_t length,
                           struct found *found)
{
    static struct reading reading;
    for (size_t at = 0; at < length;) {
        struct match best = { at, 0, 0 };
        struct symbol symbol = get(text, length, at);
        if (!is_blank(symbol) && begins(text, length, at)) {
            /* As far as the longest name can reach. */
            size_t seen = length - at < 200 ? length : at + 200;
            while (seen < length && (text[seen] & 0xC0) == 0x80)
                seen++;
            read_all(&reading, text, seen, at);
            for (uint32_t i = 0; i < names->count; i++) {
                size_t end = match_name(names, i, &reading, text, length);
                if (end > best.end)
                    best = (struct match){ at, end, i };
            }
        }
        if (best.end > 0)
            VECTOR_PUSH(found, best);
        at = best.end > 0 ? best.end : at + symbol.size;
    }
}

static uint64_t seed;

static unsigned below(unsigned bound)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(((seed >> 33) * bound) >> 31);
}

static const char *const pieces[] = {
    "a", "b", "A", "B", "s", "S", "1", "2", "ab", "AB", "Ab", "马", "馬", "云", "雲", "马云", "里",
    " ", " ", " ", "-", "'", "·", ".", /* names are made of those so far */
    "裡", "\n", "\n\n", "\t", "　", "\u00A0", "‑", "’", "’s", "s’", "•", "・", "．", "ａ", "Ｂ", "１",
    "２", "é", "É", "_", "，", "。", "ー", "𠀀", "abs’", "ABS’", "xyz", "xy zz", "，abc", "’t", "­"
};
#define NAME_PIECES 24
#define PIECES (sizeof pieces / sizeof *pieces)

static void random_text(struct buffer *text, unsigned count, size_t kinds)
{
    buffer_truncate(text, 0);
    for (unsigned i = 0; i < count; i++) {
        unsigned kind = below((unsigned)kinds);
        if (below(2) == 0)
            kind = below(NAME_PIECES);
        buffer_add_text(text, pieces[kind]);
    }
}

static void compare(const struct names *names, const struct matcher *matcher,
                    const struct buffer *text, unsigned round)
{
    struct found expected = { 0 };
    struct found found = { 0 };
    search_naively(names, text->data, text->length, &expected);
    matcher_run(matcher, text->data, text->length, 0, text->length, keep, &found);
    bool same = found.count == expected.count;
    for (size_t i = 0; same && i < found.count; i++)
        same = found.items[i].start == expected.items[i].start &&
               found.items[i].end == expected.items[i].end &&
               found.items[i].name == expected.items[i].name;
    if (!same) {
        print_message("round %u: <%s>\n", round, text->data);
        for (uint32_t i = 0; i < names->count; i++)
            print_message("name %u: <%.*s> %d\n", i, names->items[i].length,
                          names_text(names, i), names->items[i].flags);
        for (size_t i = 0; i < expected.count; i++)
            print_message("expected %zu-%zu %u\n", expected.items[i].start,
                          expected.items[i].end, expected.items[i].name);
        for (size_t i = 0; i < found.count; i++)
            print_message("found %zu-%zu %u\n", found.items[i].start, found.items[i].end,
                          found.items[i].name);
    }
    free(expected.items);
    free(found.items);
    assert_true(same);
}

static void test_as_a_naive_search(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    const char *rounds = getenv("MATCHER_ROUNDS");
    unsigned count = rounds == NULL ? 6000 : (unsigned)atoi(rounds);
    table = variants_new();
    for (unsigned round = 0; round < count; round++) {
        seed = round;
        below(2);
        struct names names = { 0 };
        unsigned wanted = 1 + below(12);
        while (names.count < wanted) {
            random_text(&text, 1 + below(6), below(6) == 0 ? PIECES : NAME_PIECES);
            unsigned flags = below(4) == 0 ? 1u << below(2) : 0;
            names_add(&names, text.data, text.length, (uint32_t)names.count, ROLE_FULL, flags);
        }
        struct matcher *matcher = matcher_new(&names);
        /* Now and then a text that is longer than what is judged at once. */
        random_text(&text, round % 50 == 0 ? 1500 : 4 + below(60), PIECES);
        compare(&names, matcher, &text, round);
        matcher_free(matcher);
        names_free(&names);
    }
    free(table);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_word_boundaries),
        cmocka_unit_test(test_letter_case),
        cmocka_unit_test(test_possessives),
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_longest_and_left),
        cmocka_unit_test(test_refusal_tries_the_next_shorter),
        cmocka_unit_test(test_twins_are_chained),
        cmocka_unit_test(test_range),
        cmocka_unit_test(test_range_ends_within_a_name),
        cmocka_unit_test(test_as_a_naive_search)
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
