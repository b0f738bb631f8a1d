/* UTF-16 and UTF-32 are known by mark, by zeros or by common ideographs; other bytes are neither. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/wide_text.h"

#define FORM(text) wide_text_form(text, sizeof(text) - 1)

static void marks_tell(void **state)
{
    enum wide_text form = WIDE_TEXT_NONE;
    (void)state;
    assert_int_equal(FORM("\xff\xfe" "a"), WIDE_TEXT_16LE);
    assert_int_equal(FORM("\xfe\xff" "a"), WIDE_TEXT_16BE);
    assert_int_equal(FORM("\xff\xfe\0\0"), WIDE_TEXT_32LE);
    assert_int_equal(FORM("\0\0\xfe\xff"), WIDE_TEXT_32BE);
    assert_int_equal(wide_text_mark("\xff\xfe\0\0", 4, &form), 4);
    assert_int_equal(form, WIDE_TEXT_32LE);
    assert_int_equal(wide_text_mark("plain", 5, &form), 0);
    assert_int_equal(form, WIDE_TEXT_32LE);
}

static void zeros_tell(void **state)
{
    (void)state;
    assert_int_equal(FORM("T\0h\0e\0 \0m\0i\0l\0l\0"), WIDE_TEXT_16LE);
    assert_int_equal(FORM("\0T\0h\0e\0 \0m\0i\0l\0l"), WIDE_TEXT_16BE);
    assert_int_equal(FORM("T\0\0\0h\0\0\0e\0\0\0"), WIDE_TEXT_32LE);
    assert_int_equal(FORM("\0\0\0T\0\0\0h\0\0\0e"), WIDE_TEXT_32BE);
    /* 磨坊停了 and a line end */
    assert_int_equal(FORM("\xe8\x78\x4a\x57\x5c\x50\x86\x4e\x0a\0"), WIDE_TEXT_16LE);
    assert_int_equal(FORM("A stray \0 is one\0 here, and\0 another\0."), WIDE_TEXT_NONE);
    assert_int_equal(FORM("The mill"), WIDE_TEXT_NONE);
    assert_int_equal(FORM(""), WIDE_TEXT_NONE);
}

static void ideographs_tell(void **state)
{
    static const char mill[] = "\xe8\x78\x4a\x57\x5c\x50\x86\x4e\xe8\x78\x4a\x57\x5c\x50\x86\x4e";
    static const char words[] = "\xc4\xa5\xb7\xbb\xcd\xa3\xc1\xcb\xc4\xa5\xb7\xbb\xcd\xa3\xc1\xcb"; /* GB18030 */
    (void)state;
    assert_true(wide_text_may_be_han(mill, sizeof mill - 1));
    assert_int_equal(wide_text_form(mill, sizeof mill - 1), WIDE_TEXT_NONE);
    assert_false(wide_text_may_be_han(words, sizeof words - 1));
    assert_true(wide_text_may_be_han(mill, 8));
    assert_false(wide_text_may_be_han(mill, 2)); /* too little to tell */
    /* 一开始磨坊停了 and 最后磨坊停了一天: 一, 开 and 最 have a zero as well */
    assert_int_equal(FORM("\x00\x4e\x00\x5f\xcb\x59\xe8\x78\x4a\x57\x5c\x50\x86\x4e\x02\x30"), WIDE_TEXT_16LE);
    assert_int_equal(FORM("\x67\x00\x54\x0e\x78\xe8\x57\x4a\x50\x5c\x4e\x86\x4e\x00\x59\x29"), WIDE_TEXT_16BE);
}

/* A few characters: those that texts have, in the order of bytes that makes all of them such. */
static void a_few_tell(void **state)
{
    (void)state;
    assert_int_equal(FORM("\0\x4e\0\x4e\x0a\0"), WIDE_TEXT_16LE);         /* 一一 */
    assert_int_equal(FORM("\x4e\0\x4e\0\0\x0a"), WIDE_TEXT_16BE);
    assert_int_equal(FORM("\0\x4e\x29\x59"), WIDE_TEXT_16LE);             /* 一天 */
    assert_int_equal(FORM("\x3d\xd8\0\xde\x7d\x59\x0a\0"), WIDE_TEXT_16LE); /* a face, 好 */
    assert_int_equal(FORM("\0a\0b"), WIDE_TEXT_16BE);
    assert_int_equal(FORM("a\0b\0"), WIDE_TEXT_16LE);
    assert_int_equal(FORM("\0\x4e\0\0\x0a\0\0\0"), WIDE_TEXT_32LE);
    assert_int_equal(FORM("\0\0\x4e\0\0\0\0\x0a"), WIDE_TEXT_32BE);
    assert_false(wide_text_may_be_han("`O}Y", 4)); /* 你好, but ASCII as well */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_tell),
        cmocka_unit_test(zeros_tell),
        cmocka_unit_test(ideographs_tell),
        cmocka_unit_test(a_few_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
