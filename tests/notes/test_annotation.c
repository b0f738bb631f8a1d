#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/sha256.h"
#include "notes/annotation.h"
#include "notes/annotation_of.h"
#include "notes/pack.h"
#include "notes/record.h"
#include "notes/stamp.h"

static void copies_share_nothing(void **state)
{
    (void)state;
    struct annotation first = annotation_of(1, "sold");
    struct annotation second;
    annotation_copy(&second, &first);
    assert_true(annotation_same(&first, &second));
    annotation_set(&second.targets[1].quote, "卖出");
    assert_false(annotation_same(&first, &second));
    assert_string_equal(first.targets[1].quote, "出售");
    annotation_free(&first);
    assert_string_equal(second.comment, "Why *now*?\n\nAsk.");
    annotation_free(&second);
}

static void keeps_tags_and_targets_once(void **state)
{
    (void)state;
    struct annotation made;
    annotation_begin(&made);
    annotation_add_tag(&made, "b");
    annotation_add_tag(&made, "");
    annotation_add_tag(&made, "a");
    annotation_add_tag(&made, "b");
    assert_int_equal(made.tag_count, 2);
    assert_string_equal(made.tags[0], "b");
    annotation_set(&annotation_add_target(&made, TARGET_COUNTERPART)->quote, "right");
    annotation_set(&annotation_add_target(&made, TARGET_SELECTION)->quote, "left");
    assert_int_equal(made.targets[0].role, TARGET_SELECTION);
    assert_string_equal(annotation_add_target(&made, TARGET_COUNTERPART)->quote, "right");
    struct note_record record = { .annotation = &made };
    assert_string_equal(record_selection(&record)->quote, "left");
    annotation_drop_target(&made, TARGET_SELECTION);
    assert_null(annotation_target(&made, TARGET_SELECTION));
    assert_string_equal(annotation_target(&made, TARGET_COUNTERPART)->quote, "right");
    annotation_free(&made);
}

static void packs_every_byte(void **state)
{
    (void)state;
    struct annotation made = annotation_of(1, "seal 1:x\nend\n");
    annotation_set(&made.comment, "\x1b[31m\r\n\xff\xfe tag 3:abc\n");
    struct buffer packed = { 0 };
    pack_write(&made, &packed);
    size_t length = packed.length;
    buffer_add_text(&packed, "more");
    struct annotation read;
    size_t used;
    assert_true(pack_read(packed.data, packed.length, &read, &used));
    assert_int_equal(used, length);
    assert_true(annotation_same(&made, &read));
    assert_string_equal(read.id, made.id);
    assert_string_equal(read.created, made.created);
    assert_string_equal(read.comment, made.comment);
    struct buffer again = { 0 };
    pack_write(&read, &again);
    assert_int_equal(again.length, length);
    assert_memory_equal(again.data, packed.data, length);
    annotation_free(&read);
    for (size_t cut = 0; cut < length; cut++) {
        assert_false(pack_read(packed.data, cut, &read, &used));
        annotation_free(&read);
    }
    buffer_free(&again);
    buffer_free(&packed);
    annotation_free(&made);
}

static void refuses_what_is_not_packed(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "diptych-note 2\n",
        "diptych-note 1\nname 1:x\n",
        "diptych-note 1\nid 13:0123456789abc\n",
        "diptych-note 1\nkind 4:nope\n",
        "diptych-note 1\ncomment 01:x\n",
        "diptych-note 1\ncomment 99999999999999999999:x\n",
        "diptych-note 1\ncomment -1:x\n",
        "diptych-note 1\ncomment 1:xy",
        "diptych-note 1\ntarget 5:third\n",
        "diptych-note 1\nquote 1:x\n",
        "diptych-note 1\ntarget 9:selection\nstart 1:x\n",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer sealed = { 0 };
        char hash[SHA256_HEX_SIZE];
        struct annotation read;
        size_t used;
        sha256_hex(cases[i], strlen(cases[i]), hash);
        buffer_add_format(&sealed, "%sseal 64:%s\n", cases[i], hash);
        assert_false(pack_read(sealed.data, sealed.length, &read, &used));
        assert_string_equal(read.comment, "");
        annotation_free(&read);
        buffer_free(&sealed);
    }
}

/* No change of a single bit goes unnoticed. */
static void sees_every_flipped_bit(void **state)
{
    (void)state;
    struct annotation made = annotation_of(1, "sold");
    struct buffer packed = { 0 };
    pack_write(&made, &packed);
    for (size_t bit = 0; bit < packed.length * 8; bit++) {
        struct annotation read;
        size_t used;
        packed.data[bit / 8] = (char)(packed.data[bit / 8] ^ 1 << bit % 8);
        assert_false(pack_read(packed.data, packed.length, &read, &used));
        annotation_free(&read);
        packed.data[bit / 8] = (char)(packed.data[bit / 8] ^ 1 << bit % 8);
    }
    buffer_free(&packed);
    annotation_free(&made);
}

static void ids_sort_by_time_and_differ(void **state)
{
    (void)state;
    static const struct timespec times[] = {
        { 1435050000, 0 }, { 1435050000, 0 }, { 1435050000, 500000000 }, { 1800000000, 0 },
    };
    char ids[4][ANNOTATION_ID_SIZE];
    for (int i = 0; i < 4; i++)
        stamp_id(&times[i], ids[i]);
    for (int i = 0; i < 4; i++)
        assert_true(stamp_is_id(ids[i]));
    assert_string_not_equal(ids[0], ids[1]);
    assert_true(strcmp(ids[1], ids[2]) < 0);
    assert_true(strcmp(ids[2], ids[3]) < 0);
    char next[ANNOTATION_ID_SIZE] = "0m00000000zz";
    stamp_next_id(next);
    assert_string_equal(next, "0m0000000100");
    assert_false(stamp_is_id("0123456789ab "));
    assert_false(stamp_is_id("0123456789al"));
    assert_false(stamp_is_id(""));
}

static void reads_times_of_any_zone(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *utc; /* NULL: none */
    } cases[] = {
        { "2015-06-23", "2015-06-23T00:00:00Z" },
        { "2015-06-23T10:00:00Z", "2015-06-23T10:00:00Z" },
        { "2015-06-23T10:00", "2015-06-23T10:00:00Z" },
        { "2015-06-23 10:00:01", "2015-06-23T10:00:01Z" },
        { "2015-06-23T10:00:00.123456+00:00", "2015-06-23T10:00:00Z" },
        { "2015-06-23T01:30:00+0800", "2015-06-22T17:30:00Z" },
        { "2015-12-31T23:30:00-01", "2016-01-01T00:30:00Z" },
        { "2016-02-29T00:00:00Z", "2016-02-29T00:00:00Z" },
        { "", NULL },
        { "2015", NULL },
        { "2015-13-01", NULL },
        { "2015-06-23T", NULL },
        { "2015-06-23T25:00", NULL },
        { "2015-06-23T10:00:00Q", NULL },
        { "2015-06-23T10:00:00Z and more", NULL },
        { "23.6.2015", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char utc[ANNOTATION_TIME_SIZE];
        assert_int_equal(stamp_parse(cases[i].text, utc), cases[i].utc != NULL);
        if (cases[i].utc != NULL)
            assert_string_equal(utc, cases[i].utc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_share_nothing),
        cmocka_unit_test(keeps_tags_and_targets_once),
        cmocka_unit_test(packs_every_byte),
        cmocka_unit_test(refuses_what_is_not_packed),
        cmocka_unit_test(sees_every_flipped_bit),
        cmocka_unit_test(ids_sort_by_time_and_differ),
        cmocka_unit_test(reads_times_of_any_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
