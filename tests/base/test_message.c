#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/message.h"
#include "base/message_catalogues.h"
#include "library/scratch.h"

struct pair {
    const char *english, *other; /* forms of a plural parted by | */
};

static const struct pair some[] = {
    { "", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n" },
    { "%s: not found", "%s: 找不到" },
    { "%zu note|%zu notes", "%zu 条批注" },
    { "empty here", "" },
    { "told by %s in %s", "%2$s里%1$s说的" },
};
#define COUNT (sizeof some / sizeof some[0])

static void put(struct buffer *out, uint32_t number, bool swapped)
{
    for (int i = 0; i < 4; i++)
        buffer_add_byte(out, (char)(number >> 8 * (swapped ? 3 - i : i)));
}

/* A .mo file as msgfmt writes it, for a little-endian machine unless swapped. */
static void write_mo(struct buffer *out, const struct pair *pairs, size_t count, bool swapped)
{
    uint32_t at = 28 + (uint32_t)count * 16;
    uint32_t head[] = { 0x950412DE, 0, (uint32_t)count, 28, 28 + (uint32_t)count * 8, 0, 28 };
    for (size_t i = 0; i < 7; i++)
        put(out, head[i], swapped);
    for (size_t table = 0; table < 2; table++)
        for (size_t i = 0; i < count; i++) {
            uint32_t length = (uint32_t)strlen(table == 0 ? pairs[i].english : pairs[i].other);
            put(out, length, swapped);
            put(out, at, swapped);
            at += length + 1;
        }
    for (size_t table = 0; table < 2; table++)
        for (size_t i = 0; i < count; i++) {
            for (const char *text = table == 0 ? pairs[i].english : pairs[i].other; *text != '\0'; text++)
                buffer_add_byte(out, *text == '|' ? '\0' : *text);
            buffer_add_byte(out, '\0');
        }
}

static bool is_little_endian(void)
{
    const uint16_t one = 1;
    return *(const unsigned char *)&one == 1;
}

static void says_it_in_the_language(void **state)
{
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        struct buffer bytes = { 0 };
        struct message_catalogue catalogue;
        struct error error;
        write_mo(&bytes, some, COUNT, swapped == (int)is_little_endian());
        assert_true(message_catalogue_read(&catalogue, bytes.data, bytes.length));
        message_use(&catalogue);
        error_set(&error, "%s: not found", "x.md");
        assert_string_equal(error.text, "x.md: 找不到");
        error_set(&error, "told by %s in %s", "Ma", "Wired");
        assert_string_equal(error.text, "Wired里Ma说的");
        assert_string_equal(_("empty here"), "empty here");
        assert_string_equal(_(""), "");
        assert_string_equal(_("nobody has this"), "nobody has this");
        assert_string_equal(message_count("%zu note", "%zu notes", 1), "%zu 条批注");
        assert_string_equal(message_count("%zu note", "%zu notes", 5), "%zu 条批注");
        message_use(NULL);
        assert_string_equal(_("%s: not found"), "%s: not found");
        assert_string_equal(message_count("%zu note", "%zu notes", 1), "%zu note");
        assert_string_equal(message_count("%zu note", "%zu notes", 0), "%zu notes");
        buffer_free(&bytes);
    }
}

static void counts_as_english_does(void **state)
{
    (void)state;
    static const struct pair german[] = { { "", "Plural-Forms: nplurals=2; plural=(n != 1);\n" },
                                          { "%zu word|%zu words", "%zu Wort|%zu Wörter" } };
    struct buffer bytes = { 0 };
    struct message_catalogue catalogue;
    write_mo(&bytes, german, 2, !is_little_endian());
    assert_true(message_catalogue_read(&catalogue, bytes.data, bytes.length));
    message_use(&catalogue);
    assert_string_equal(message_count("%zu word", "%zu words", 1), "%zu Wort");
    assert_string_equal(message_count("%zu word", "%zu words", 2), "%zu Wörter");
    message_use(NULL);
    buffer_free(&bytes);
}

/* Cut anywhere, or with any byte of its tables changed, a file is refused or serves; in its own memory,
 * so that sanitizers see a step beside it. */
static void refuses_what_is_damaged(void **state)
{
    (void)state;
    struct buffer whole = { 0 };
    struct message_catalogue catalogue;
    write_mo(&whole, some, COUNT, false);
    for (size_t length = 0; length < whole.length; length++) {
        char *bytes = malloc(length > 0 ? length : 1);
        memcpy(bytes, whole.data, length);
        assert_false(message_catalogue_read(&catalogue, bytes, length));
        free(bytes);
    }
    for (size_t at = 0; at < 28 + COUNT * 16; at++) {
        char *bytes = malloc(whole.length);
        memcpy(bytes, whole.data, whole.length);
        bytes[at] = (char)(bytes[at] ^ 0xFF);
        if (message_catalogue_read(&catalogue, bytes, whole.length)) {
            message_use(&catalogue);
            (void)_("%s: not found");
            (void)message_count("%zu note", "%zu notes", 2);
            message_use(NULL);
        }
        free(bytes);
    }
    buffer_free(&whole);
}

static void add_catalogue(const char *name, const char *other)
{
    const struct pair pairs[] = { { "", "Plural-Forms: nplurals=1; plural=0;\n" }, { "which one?", other } };
    struct buffer bytes = { 0 };
    struct error error;
    write_mo(&bytes, pairs, 2, !is_little_endian());
    scratch_file(name, "");
    assert_true(file_write(scratch_path(name), bytes.data, bytes.length, &error));
    buffer_free(&bytes);
}

static void finds_the_language_by_its_name(void **state)
{
    (void)state;
    static const struct {
        const char *name, *says;
    } cases[] = {
        { "zh", "哪个？" },       { "zh_CN.UTF-8", "哪个？" }, { "zh-Hans", "哪个？" },
        { "zh_SG", "哪个？" },    { "zh_TW.UTF-8", "哪個？" }, { "zh_HK", "哪個？" },
        { "zh-Hant", "哪個？" },  { "de_AT@euro", "Welches?" }, { "en_GB.UTF-8", "which one?" },
        { "C.UTF-8", "which one?" },
    };
    struct error error;
    scratch_make();
    add_catalogue("zh_CN/LC_MESSAGES/diptych.mo", "哪个？");
    add_catalogue("zh_TW.mo", "哪個？");
    add_catalogue("de.mo", "Welches?");
    scratch_file("it.mo", "no catalogue");
    struct message_catalogues *catalogues =
        message_catalogues_new(scratch_folder, "fr:it:de_DE.UTF-8:zh_CN");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_true(message_catalogues_use(catalogues, cases[i].name, &error));
        assert_string_equal(_("which one?"), cases[i].says);
    }
    assert_true(message_catalogues_use(catalogues, "auto", &error));
    assert_string_equal(_("which one?"), "Welches?");
    assert_false(message_catalogues_use(catalogues, "it", &error));
    assert_string_equal(error.text, "language: it: there is no catalogue of it here, the program speaks English");
    assert_string_equal(_("which one?"), "which one?");
    assert_false(message_catalogues_use(catalogues, "../zh_CN", &error));
    message_catalogues_free(catalogues);
    catalogues = message_catalogues_new(scratch_folder, "en_US:de");
    assert_true(message_catalogues_use(catalogues, "auto", &error));
    assert_string_equal(_("which one?"), "which one?");
    message_catalogues_free(catalogues);
    scratch_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_it_in_the_language),
        cmocka_unit_test(counts_as_english_does),
        cmocka_unit_test(refuses_what_is_damaged),
        cmocka_unit_test(finds_the_language_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
