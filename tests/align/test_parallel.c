/* Aligning: every sentence once, pins kept, moved paragraphs found, and what a reader could send.
 */
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
#include "align/alignment_file.h"
#include "align/align_mode.h"
#include "align/bead.h"
#include "align/clues.h"
#include "align/coarse.h"
#include "align/lexicon_induction.h"
#include "align/paragraphs.h"
#include "align/parallel.h"
#include "align/version.h"
#include "library/scratch.h"

static struct lexicon *lexicon_of_tests(void)
{
    static const char *const entries[][2] = {
        { "灯", "lamp" },      { "门", "door" },      { "船", "ship" },     { "雨", "rain" },
        { "商店", "shop" },    { "卖", "sell" },      { "买", "buy" },      { "老板", "boss" },
        { "股权", "equity" },  { "公司", "company" }, { "城市", "city" },   { "夜晚", "night" },
        { "马", "horse" },     { "河", "river" },     { "桥", "bridge" },   { "书", "book" },
        { "学生", "student" }, { "老师", "teacher" }, { "冬天", "winter" }, { "雪", "snow" },
    };
    struct lexicon *lexicon = lexicon_new();
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        lexicon_add(lexicon, entries[i][0], strlen(entries[i][0]), entries[i][1],
                    strlen(entries[i][1]));
    return lexicon;
}

/* "0:0 1,2:1 :2p": what belongs together, p pinned, m moved. */
static void write_items(const struct alignment *alignment, struct buffer *out)
{
    buffer_truncate(out, 0);
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        buffer_add_text(out, i > 0 ? " " : "");
        for (uint32_t k = 0; k < item->a_count; k++)
            buffer_add_format(out, "%s%u", k > 0 ? "," : "", (unsigned)(item->a + k));
        buffer_add_text(out, ":");
        for (uint32_t k = 0; k < item->b_count; k++)
            buffer_add_format(out, "%s%u", k > 0 ? "," : "", (unsigned)(item->b + k));
        buffer_add_text(out, item->kind == ALIGNED_PINNED  ? "p"
                             : item->kind == ALIGNED_MOVED ? "m"
                                                           : "");
    }
}

/* With pins `expected` is a part of what comes out. */
static void aligned_with(const char *a, const char *b, const struct pin *pins, size_t count,
                         const char *expected)
{
    struct error error = { "" };
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(a), other = version_of(b);
    struct alignment alignment = { 0 };
    struct buffer got = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, pins,
                                  count,     NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, &error));
    write_items(&alignment, &got);
    if (count == 0)
        assert_string_equal(buffer_text(&got), expected);
    else
        assert_non_null(strstr(buffer_text(&got), expected));
    buffer_free(&got);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

static void aligned(const char *a, const char *b, const char *expected)
{
    aligned_with(a, b, NULL, 0, expected);
}

#define ENGLISH                                                                                    \
    "The lamp burns at night.|The boss sells the shop.|Rain fell on the city.|"                    \
    "A horse crossed the bridge over the river.|The student reads a book.|Snow fell in winter.|"
#define CHINESE                                                                                    \
    "夜晚灯亮着。|老板卖掉了商店。|城市下雨了。|"                              \
    "一匹马过了河上的桥。|学生在看书。|冬天下雪了。|"

static void finds_counterparts(void **state)
{
    (void)state;
    aligned(ENGLISH, CHINESE, "0:0 1:1 2:2 3:3 4:4 5:5");
    aligned(CHINESE, ENGLISH, "0:0 1:1 2:2 3:3 4:4 5:5");
    aligned("The lamp burns at night.|The boss sells the shop.|Rain fell on the city.|",
            "夜晚灯亮着，老板卖掉了商店。|城市下雨了。|", "0,1:0 2:1");
}

static void aligns_one_language(void **state)
{
    (void)state;
    aligned(ENGLISH, ENGLISH, "0:0 1:1 2:2 3:3 4:4 5:5");
    aligned(CHINESE, CHINESE, "0:0 1:1 2:2 3:3 4:4 5:5");
    aligned("Winter came with snow and the river froze.|Ships stayed in the harbour of the city.|",
            "Winter came with snow.|The river froze.|The ships stayed in the city's harbour.|",
            "0:0,1 1:2");
}

static void answers_when_there_is_nothing(void **state)
{
    (void)state;
    aligned("", "", "");
    aligned("Rain fell.|", "", "0:");
    aligned("", "雨。|雪。|", ":0 :1");
    aligned("...|", "!!!|", "0:0");
}

static void keeps_headings_apart(void **state)
{
    (void)state;
    aligned("#The shop||The boss sells the shop.|Rain fell on the city.|",
            "老板卖掉了商店。|城市下雨了。|", "0: 1:0 2:1");
}

/* The span of sentence `number`. */
static struct span span_of(const char *text, size_t number)
{
    struct version version = version_of(text);
    struct span span = version.items[number].span;
    free(version.items);
    return span;
}

static void keeps_to_pins(void **state)
{
    (void)state;
    struct pin wrong = { span_of(ENGLISH, 1), span_of(CHINESE, 2) };
    aligned_with(ENGLISH, CHINESE, &wrong, 1, " 1:2p ");
    /* What stands before a pin cannot belong to what stands behind it. */
    static const char *const shop = "The boss sells the shop.|Rain fell.|The boss sells the shop.|"
                                    "Snow fell.|The boss sells the shop.|";
    static const char *const store = "老板卖掉了商店。|老板卖掉了商店。|下雪了。|";
    struct pin last = { span_of(shop, 4), span_of(store, 0) };
    aligned_with(shop, store, &last, 1, "0: 1: 2: 3: 4:0p :1 :2");
    /* Half a sentence is the whole; the later of two that overlap counts. */
    struct pin two[] = { { span_of(ENGLISH, 1), span_of(CHINESE, 2) },
                         { { span_of(ENGLISH, 1).start + 4, span_of(ENGLISH, 2).start + 1 },
                           { span_of(CHINESE, 1).start + 3, span_of(CHINESE, 2).end } } };
    aligned_with(ENGLISH, CHINESE, two, 2, "0:0 1,2:1,2p 3:3 4:4 5:5");
}

/* A passage that the reader says has no counterpart. */
static void keeps_to_pins_of_one_side(void **state)
{
    (void)state;
    struct pin alone[] = { { span_of(ENGLISH, 4), { 0, 0 } }, { { 0, 0 }, span_of(CHINESE, 1) } };
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(ENGLISH), other = version_of(CHINESE);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, alone,
                                  2,         NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, NULL));
    const struct alignment_item *item = &alignment.items[alignment_with_a(&alignment, 4)];
    assert_int_equal(item->kind, ALIGNED_PINNED);
    assert_int_equal(item->a_count, 1);
    assert_int_equal(item->b_count, 0);
    item = &alignment.items[alignment_with_b(&alignment, 1)];
    assert_int_equal(item->kind, ALIGNED_PINNED);
    assert_int_equal(item->a_count, 0);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

static void keeps_to_pins_that_cross(void **state)
{
    (void)state;
    struct pin cross[] = { { span_of(ENGLISH, 1), span_of(CHINESE, 4) },
                           { span_of(ENGLISH, 3), span_of(CHINESE, 3) },
                           { span_of(ENGLISH, 5), span_of(CHINESE, 5) } };
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(ENGLISH), other = version_of(CHINESE);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, cross,
                                  3,         NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, NULL));
    for (size_t i = 0; i < 3; i++) {
        size_t number = 2 * i + 1;
        const struct alignment_item *item = &alignment.items[alignment_with_a(&alignment, number)];
        assert_int_equal(item->kind, ALIGNED_PINNED);
        assert_int_equal(item->a_count, 1);
        assert_int_equal(item->b_span.start, cross[i].b.start);
        assert_int_equal(item->b_span.end, cross[i].b.end);
    }
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

static void finds_moved_paragraphs(void **state)
{
    (void)state;
    aligned("The lamp burns at night.|The boss sells the shop.||Rain fell on the city.|"
            "The company has equity.||A horse crossed the bridge.|The river froze.||"
            "The student reads a book.|The teacher buys a ship.||Snow fell in winter.|",
            "夜晚灯亮着。|老板卖掉了商店。||学生在看书。|老师买了船。||城市下雨了。|"
            "公司有股权。||马过了桥。|河冻住了。||冬天下雪了。|",
            "0:0 1:1 2:4 3:5 4:6 5:7 6:2m 7:3m 8:8");
}

static bool stop_soon(void *data, double done)
{
    int *calls = data;
    assert_true(done >= 0 && done <= 1);
    return ++*calls < 2;
}

static void stops_when_told(void **state)
{
    (void)state;
    int calls = 0;
    struct error error = { "" };
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(ENGLISH), other = version_of(CHINESE);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         stop_soon,   &calls,  ALIGN_PARALLEL };
    assert_false(parallel_align(&task, &alignment, &error));
    assert_int_equal(calls, 2);
    assert_int_equal(alignment.count, 0);
    assert_string_not_equal(error.text, "");
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

static bool has_evidence(const struct alignment *alignment, const struct alignment_item *item,
                         enum support_kind kind, const char *a, const char *a_text, const char *b,
                         const char *b_text)
{
    for (uint32_t i = 0; i < item->evidence_count; i++) {
        const struct evidence *evidence = &alignment->evidence.items[item->first_evidence + i];
        size_t a_size = evidence->a.end - evidence->a.start;
        size_t b_size = evidence->b.end - evidence->b.start;
        if (evidence->kind == kind && a_size == strlen(a_text) && b_size == strlen(b_text) &&
            memcmp(a + evidence->a.start, a_text, a_size) == 0 &&
            memcmp(b + evidence->b.start, b_text, b_size) == 0)
            return true;
    }
    return false;
}

static void shows_evidence(void **state)
{
    (void)state;
    const char *a = "The equity of OpenSky.|Rain fell.|", *b = "股权归开天公司，开天公司。|下雨了。|";
    struct side_mark a_marks[] = { { { 14, 21 }, 4, MARK_NAME } };
    struct side_mark b_marks[] = { { { 9, 21 }, 4, MARK_NAME }, { { 24, 36 }, 4, MARK_NAME } };
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(a), other = version_of(b);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_PARALLEL };
    one.side.marks = a_marks;
    other.side.marks = b_marks;
    one.side.mark_count = 1;
    other.side.mark_count = 2;
    assert_true(parallel_align(&task, &alignment, NULL));
    const struct alignment_item *item = &alignment.items[0];
    assert_int_equal(item->evidence_count, 2); /* a name that is there once answers one */
    assert_true(has_evidence(&alignment, item, SUPPORT_NAME, a, "OpenSky", b, "开天公司"));
    assert_true(has_evidence(&alignment, item, SUPPORT_TERM, a, "equity", b, "股权"));
    assert_int_equal(alignment.evidence.items[item->first_evidence].kind, SUPPORT_NAME);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

/* Words that any two texts share are no evidence; what is written alike and is not common, is. */
static void points_at_no_common_words(void **state)
{
    (void)state;
    const char *a = "He was using the kubelet.|Rain fell.|", *b = "Was using Kubelet 。|下雨了。|";
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(a), other = version_of(b);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, NULL));
    const struct alignment_item *item = &alignment.items[0];
    assert_true(has_evidence(&alignment, item, SUPPORT_TERM, a, "kubelet", b, "Kubelet"));
    assert_int_equal(item->evidence_count, 1);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

/* Ids, addresses and what stands in code are alike in any two versions: nobody has rendered them. */
static void points_at_no_labels(void **state)
{
    (void)state;
    const char *a = "The kubelet is lost. ^kubelet-lamp|{#harbourage} See "
                    "https://quay.example/harbourage now.||`kubelet --lamp|";
    const char *b = "它丢了。 ^kubelet-lamp|{#harbourage} 见 https://quay.example/harbourage "
                    "。||`kubelet --lamp|";
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(a), other = version_of(b);
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, NULL));
    assert_int_equal(alignment.count, 3);
    assert_int_equal(alignment.items[0].evidence_count, 0);
    assert_int_equal(alignment.items[1].evidence_count, 0);
    assert_int_equal(alignment.items[2].evidence_count, 1);
    assert_true(has_evidence(&alignment, &alignment.items[2], SUPPORT_TERM, a, "`kubelet --lamp",
                             b, "`kubelet --lamp"));
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

/* ---- whatever comes ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* A text of a few words of either language, with empty sentences, headings and odd bytes. */
static char *random_text(uint32_t *seed)
{
    static const char *const words[] = { "ship ", "Rain ", "雨",  "商店", "37 ", "“", "” ",
                                         "卖",    "buy ",  "?",   "！",   "……",  "'", "三千",
                                         "\xC3",  "\n",    "Ma ", "马",   "b ",  "说" };
    struct buffer text = { 0 };
    size_t sentences = next_random(seed) % 40;
    for (size_t i = 0; i < sentences; i++) {
        if (next_random(seed) % 12 == 0)
            buffer_add_byte(&text, '#');
        for (size_t k = next_random(seed) % 9; k > 0; k--)
            buffer_add_text(&text, words[next_random(seed) % (sizeof words / sizeof *words)]);
        buffer_add_text(&text, next_random(seed) % 4 == 0 ? ".||" : ".|");
    }
    buffer_reserve(&text, 1);
    text.data[text.length] = '\0';
    return buffer_take(&text);
}

static void covers_once(const struct side *side, const struct alignment *alignment, bool b)
{
    uint8_t *seen = calloc(side->count + 1, 1);
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        uint32_t first = b ? item->b : item->a, count = b ? item->b_count : item->a_count;
        struct span span = b ? item->b_span : item->a_span;
        assert_true(item->confidence >= 0 && item->confidence <= 1.0001F);
        assert_true(first + count <= side->count);
        for (uint32_t k = 0; k < count; k++)
            assert_int_equal(seen[first + k]++, 0);
        if (count > 0) {
            assert_int_equal(span.start, side->sentences[first].span.start);
            assert_int_equal(span.end, side->sentences[first + count - 1].span.end);
        } else {
            assert_int_equal(span.start, span.end);
        }
    }
    for (size_t k = 0; k < side->count; k++)
        assert_int_equal(seen[k], 1);
    free(seen);
}

static void in_order_and_of_type(const struct alignment *alignment)
{
    uint32_t a = 0, b = 0;
    for (size_t i = 0; i < alignment->count; i++) {
        const struct alignment_item *item = &alignment->items[i];
        assert_true(item->a >= a);
        a = item->a + item->a_count;
        if (item->kind == ALIGNED_PINNED || item->kind == ALIGNED_MOVED)
            continue;
        assert_true(item->b >= b);
        b = item->b + item->b_count;
        assert_true(item->a_count <= BEAD_TARGET_MOST && item->b_count <= BEAD_TARGET_MOST);
        assert_true(item->a_count <= BEAD_SOURCE_MOST || item->b_count <= BEAD_SOURCE_MOST);
        assert_true(item->a_count > 0 || item->kind == ALIGNED_ONLY_B);
        assert_true(item->b_count > 0 || item->kind == ALIGNED_ONLY_A);
    }
}

static struct pin random_pin(const struct side *a, const struct side *b, uint32_t *seed)
{
    struct pin pin = { { 0, 0 }, { 0, 0 } };
    if (a->count > 0 && next_random(seed) % 5 > 0) {
        pin.a = a->sentences[next_random(seed) % a->count].span;
        pin.a.end += next_random(seed) % 30;
    }
    if (b->count > 0 && next_random(seed) % 5 > 0) {
        pin.b = b->sentences[next_random(seed) % b->count].span;
        pin.b.end += next_random(seed) % 30;
    }
    return pin;
}

static void holds_whatever_comes(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_of_tests();
    for (uint32_t round = 0; round < 400; round++) {
        uint32_t seed = round * 77 + 5;
        char *a = random_text(&seed), *b = random_text(&seed);
        struct version one = version_of(a), other = version_of(b);
        struct alignment alignment = { 0 }, paragraphs = { 0 };
        struct pin pins[3];
        size_t count = round % 4;
        for (size_t i = 0; i < count; i++)
            pins[i] = random_pin(&one.side, &other.side, &seed);
        struct parallel_task task = { &one.side, &other.side, lexicon, pins,
                                      count,     NULL,        NULL,    ALIGN_PARALLEL };
        assert_true(parallel_align(&task, &alignment, NULL));
        covers_once(&one.side, &alignment, false);
        covers_once(&other.side, &alignment, true);
        in_order_and_of_type(&alignment);
        paragraphs_align(&one.side, &other.side, &alignment, &paragraphs);
        assert_true(paragraphs.count <= alignment.count);
        alignment_free(&alignment);
        alignment_free(&paragraphs);
        free(one.items);
        free(other.items);
        free(a);
        free(b);
    }
    lexicon_free(lexicon);
}

/* A long text in a narrow band: the diagonal is found without help, and with a hole in it. */
static void finds_its_way_in_long_texts(void **state)
{
    (void)state;
    struct buffer a = { 0 }, b = { 0 };
    struct lexicon *lexicon = lexicon_of_tests();
    for (int i = 0; i < 1500; i++) {
        buffer_add_format(&a, "The ship number %d sails to city %d.|", i * 7 + 1000, i);
        if (i < 400 || i >= 460)
            buffer_add_format(&b, "第%d号船开往城市%d。|", i * 7 + 1000, i);
    }
    struct version one = version_of(buffer_text(&a)), other = version_of(buffer_text(&b));
    struct alignment alignment = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, NULL));
    size_t right = 0;
    for (size_t i = 0; i < alignment.count; i++) {
        const struct alignment_item *item = &alignment.items[i];
        right += item->a_count == 1 && item->b_count == 1 &&
                 item->a == item->b + (item->a >= 460 ? 60u : 0u);
    }
    assert_true(right > 1420);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    buffer_free(&a);
    buffer_free(&b);
    lexicon_free(lexicon);
}

/* ---- on disk ---- */

static void is_kept_on_disk(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_of_tests();
    struct version one = version_of(ENGLISH), other = version_of(CHINESE);
    struct alignment alignment = { 0 }, again = { 0 };
    struct buffer first = { 0 }, second = { 0 }, bytes = { 0 };
    struct parallel_task task = { &one.side, &other.side, lexicon, NULL,
                                  0,         NULL,        NULL,    ALIGN_PARALLEL };
    uint64_t key = alignment_key(&task);
    scratch_make();
    assert_true(parallel_align(&task, &alignment, NULL));
    assert_true(alignment_save(scratch_path("x"), key, &alignment, NULL));
    assert_true(alignment_load(scratch_path("x"), key, &task, &again));
    write_items(&alignment, &first);
    write_items(&again, &second);
    assert_string_equal(buffer_text(&first), buffer_text(&second));
    assert_int_equal(again.evidence.count, alignment.evidence.count);
    alignment_free(&again);
    assert_false(alignment_load(scratch_path("x"), key + 1, &task, &again));
    assert_false(alignment_load(scratch_path("none"), key, &task, &again));
    assert_true(file_read(scratch_path("x"), 0, &bytes, NULL));
    for (size_t at = 0; at < bytes.length; at += 7) {
        bytes.data[at] = (char)(bytes.data[at] ^ 0x21);
        assert_true(file_write(scratch_path("y"), bytes.data, bytes.length, NULL));
        assert_false(alignment_load(scratch_path("y"), key, &task, &again));
        bytes.data[at] = (char)(bytes.data[at] ^ 0x21);
    }
    /* What an alignment depends on is in its key. */
    struct pin pin = { span_of(ENGLISH, 1), span_of(CHINESE, 2) };
    struct parallel_task pinned = task;
    pinned.pins = &pin;
    pinned.pin_count = 1;
    assert_true(alignment_key(&pinned) != key);
    one.items[2].heading = true;
    assert_true(alignment_key(&task) != key);
    scratch_remove();
    buffer_free(&first);
    buffer_free(&second);
    buffer_free(&bytes);
    alignment_free(&alignment);
    free(one.items);
    free(other.items);
    lexicon_free(lexicon);
}

/* ---- texts that repeat themselves ---- */

static char *repeat(const char *part, size_t times)
{
    struct buffer text = { 0 };
    for (size_t i = 0; i < times; i++)
        buffer_add_text(&text, part);
    char *all = strdup(buffer_text(&text));
    buffer_free(&text);
    return all;
}

/* Thousands of equal sentences are looked at along a line. */
static void looks_at_little_of_equal_sentences(void **state)
{
    (void)state;
    char *text = repeat("The kettle sang again.|", 3000);
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(text);
    struct corpus corpus = { 0 };
    struct band band;
    corpus_build(&corpus, &version.side, &version.side, lexicon, NULL, NULL);
    band_begin(&band, 0, version.count, 0, version.count);
    coarse_band(&corpus, false, &band);
    assert_true(band.nodes >= version.count);
    assert_true(band.nodes <= 20 * version.count);
    band_free(&band);
    corpus_free(&corpus);
    lexicon_free(lexicon);
    free(version.items);
    free(text);
}

static bool count_call(void *data, double done)
{
    (void)done;
    ++*(size_t *)data;
    return true;
}

/* No order is told in them: the search for one, which asks every few sentences, is not begun. */
static void tells_no_order_of_equal_sentences(void **state)
{
    (void)state;
    char *text = repeat("The kettle sang again.|", 3000);
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(text);
    struct alignment alignment = { 0 };
    struct error error = { "" };
    size_t calls = 0;
    struct parallel_task task = { &version.side, &version.side, lexicon,   NULL, 0,
                                  count_call,    &calls,        ALIGN_AUTO };
    assert_true(align_mode_align(&task, &alignment, &error));
    assert_in_range(calls, 1, 150);
    assert_int_equal(align_mode_of(&alignment), ALIGN_COMPARABLE);
    alignment_free(&alignment);
    calls = 0;
    task.mode = ALIGN_PARALLEL; /* taken as they come, without looking */
    assert_true(align_mode_align(&task, &alignment, &error));
    assert_in_range(calls, 0, 2); /* behind either text */
    assert_int_equal(alignment.count, version.count);
    assert_int_equal(alignment.items[2999].b, 2999);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(version.items);
    free(text);
}

/* Nor against a text that has one. */
static void tells_no_order_of_equal_sentences_and_others(void **state)
{
    (void)state;
    char *text = repeat("The kettle sang again.|", 3000);
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(text);
    struct version other = version_of("A cow slept.|The kettle sang.|It rained on Monday.|");
    struct alignment alignment = { 0 };
    struct error error = { "" };
    size_t calls = 0;
    struct parallel_task task = { &other.side, &version.side, lexicon,   NULL, 0,
                                  count_call,  &calls,        ALIGN_AUTO };
    assert_true(align_mode_align(&task, &alignment, &error));
    assert_in_range(calls, 1, 40);
    assert_int_equal(align_mode_of(&alignment), ALIGN_COMPARABLE);
    alignment_free(&alignment);
    lexicon_free(lexicon);
    free(version.items);
    free(other.items);
    free(text);
}

/* Stopped at its n-th call; how many there were. */
struct stopping {
    size_t calls;
    size_t last;
};

static bool stop_at(void *data, double done)
{
    struct stopping *stopping = data;
    assert_true(done >= 0 && done <= 1);
    return ++stopping->calls < stopping->last;
}

/* Whatever it is at: each call that says no is the last one, and nothing is left. */
static void stops_in_every_loop(void **state)
{
    (void)state;
    char *text =
        repeat("The kettle sang 7 songs.|Nobody heard it.|A door stood open.|Rain fell.|", 100);
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(text);
    struct error error = { "" };
    struct alignment alignment = { 0 };
    struct stopping stopping = { 0, SIZE_MAX };
    struct parallel_task task = { &version.side, &version.side, lexicon,       NULL, 0,
                                  stop_at,       &stopping,     ALIGN_PARALLEL };
    assert_true(parallel_align(&task, &alignment, &error));
    size_t all = stopping.calls;
    assert_true(all > 150); /* a row of each pass in sixteen, and items */
    alignment_free(&alignment);
    for (size_t last = 1; last <= all; last += 7) {
        stopping = (struct stopping){ 0, last };
        assert_false(parallel_align(&task, &alignment, &error));
        assert_int_equal(stopping.calls, last);
        assert_int_equal(alignment.count, 0);
    }
    lexicon_free(lexicon);
    free(version.items);
    free(text);
}

/* What thirty sentences of so many other words have in common. */
static size_t learned_among(unsigned words)
{
    struct buffer text = { 0 };
    for (unsigned i = 0; i < 30 * words; i++)
        buffer_add_format(&text, "w%uq%s", i, i % words == words - 1 ? " lantern.|" : " ");
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(buffer_text(&text));
    struct corpus corpus = { 0 };
    struct beads beads = { 0 };
    corpus_build(&corpus, &version.side, &version.side, lexicon, NULL, NULL);
    for (uint32_t i = 0; i < version.count; i++)
        VECTOR_PUSH(&beads, (struct bead){ i, i, 1, 1, 1 });
    assert_true(lexicon_induction_learn(&corpus, &beads, NULL));
    size_t learned = corpus.learned.count;
    free(beads.items);
    corpus_free(&corpus);
    lexicon_free(lexicon);
    free(version.items);
    buffer_free(&text);
    return learned;
}

/* All pairs of the words of an endless sentence would be millions. */
static void learns_nothing_from_endless_sentences(void **state)
{
    (void)state;
    assert_true(learned_among(20) > 0);
    assert_int_equal(learned_among(240), 0);
}

/* A sentence of thousands of sums, against itself: each goes with one of its own. */
static void pairs_thousands_of_figures_in_a_sentence(void **state)
{
    (void)state;
    char *text = repeat("$4 million ", 20000);
    struct lexicon *lexicon = lexicon_of_tests();
    struct version version = version_of(text);
    struct clues clues;
    struct clue_list list = { 0 };
    size_t figures = 0;
    clues_build(&clues, &version.side, &version.side, lexicon, NULL, NULL);
    clues_between(&clues, &(struct bead){ 0, 0, 1, 1, 0 }, &list);
    for (size_t i = 0; i < list.count; i++)
        figures += list.items[i].kind == CLUE_FIGURE;
    assert_int_equal(figures, 20000);
    free(list.items);
    clues_free(&clues);
    lexicon_free(lexicon);
    free(version.items);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_counterparts),
        cmocka_unit_test(aligns_one_language),
        cmocka_unit_test(answers_when_there_is_nothing),
        cmocka_unit_test(keeps_headings_apart),
        cmocka_unit_test(keeps_to_pins),
        cmocka_unit_test(keeps_to_pins_of_one_side),
        cmocka_unit_test(keeps_to_pins_that_cross),
        cmocka_unit_test(finds_moved_paragraphs),
        cmocka_unit_test(stops_when_told),
        cmocka_unit_test(shows_evidence),
        cmocka_unit_test(points_at_no_common_words),
        cmocka_unit_test(points_at_no_labels),
        cmocka_unit_test(holds_whatever_comes),
        cmocka_unit_test(finds_its_way_in_long_texts),
        cmocka_unit_test(is_kept_on_disk),
        cmocka_unit_test(looks_at_little_of_equal_sentences),
        cmocka_unit_test(tells_no_order_of_equal_sentences),
        cmocka_unit_test(tells_no_order_of_equal_sentences_and_others),
        cmocka_unit_test(stops_in_every_loop),
        cmocka_unit_test(learns_nothing_from_endless_sentences),
        cmocka_unit_test(pairs_thousands_of_figures_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
