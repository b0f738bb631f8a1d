#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "library/note_template.h"
#include "doc/reader.h"
#include "library/note.h"
#include "library/scratch.h"

/* The name at `words` in a text that holds them. */
static void assert_name(const char *text, const char *words, const char *name, bool sure)
{
    struct document *document = reader_parse(text, strlen(text), READER_PLAIN, NULL);
    bool told = false;
    const char *at = strstr(document->text, words);
    assert_non_null(at);
    char *found = note_template_name_at(document, (size_t)(at - document->text), &told);
    if (name == NULL) {
        assert_null(found);
    } else {
        assert_non_null(found);
        assert_string_equal(found, name);
        assert_int_equal(told, sure);
    }
    free(found);
    document_free(document);
}

static void test_capitalised_words_in_a_row(void **state)
{
    (void)state;
    static const char text[] = "Yesterday Ada Winter’s boat left the Old Mill. Lower Marsh waved, "
                               "11 Main did not; ÉTIENNE Dupont may.";
    assert_name(text, "Winter", "Yesterday Ada Winter", true);
    assert_name(text, "boat", "boat", true);
    assert_name(text, "Mill", "Old Mill", true);
    assert_name(text, "Marsh", "Lower Marsh", true);
    assert_name(text, "Main", "11 Main", true);
    assert_name(text, "Dupont", "ÉTIENNE Dupont", true);
    assert_name("Jack Ma's Alibaba", "Alibaba", "Alibaba", true);
    assert_name("Jack Ma's Alibaba", "Jack", "Jack Ma", true);
}

static void test_a_run_of_han(void **state)
{
    (void)state;
    assert_name("他说：“罗恩·康韦来了”，然后走了。", "康韦", "罗恩·康韦来了", true);
    assert_name("收购Alibaba旗下公司", "旗下", "旗下公司", true);
    assert_name("星期一下沼村把村里唯一的渡船交给了北岸公司", "渡船", "渡船交给了北岸公", false);
}

static void test_no_word_no_name(void **state)
{
    (void)state;
    assert_name("one -- two", "-- two", NULL, true);
}

static void assert_file(const char *name, const char *file)
{
    char *made = note_template_file_name(name);
    if (file == NULL) {
        assert_null(made);
    } else {
        assert_non_null(made);
        assert_string_equal(made, file);
    }
    free(made);
}

static void test_file_names_are_safe(void **state)
{
    (void)state;
    assert_file("North Bank", "north-bank.md");
    assert_file("11Main.com", "11maincom.md");
    assert_file("../../etc/passwd", "etc-passwd.md");
    assert_file(".hidden", "hidden.md");
    assert_file("-rf *", "rf.md");
    assert_file("AT&T", "at-t.md");
    assert_file("O’Hara", "ohara.md");
    assert_file("北岸公司", "北岸公司.md");
    assert_file("罗恩·康韦", "罗恩-康韦.md");
    assert_file("Café Zoë", "café-zoë.md");
    assert_file("???", NULL);
    assert_file("", NULL);
    char longest[1000];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    char *made = note_template_file_name(longest);
    assert_in_range(strlen(made), 40, 90);
    free(made);
}

/* What is written is a note with that name and no other. */
static void assert_note(const char *name, enum name_kind kind)
{
    struct error error = { "" };
    char *text = note_template_text(name, "a: b.en");
    scratch_file("draft.md", text);
    free(text);
    struct note *note = note_read(scratch_path("draft.md"), "draft", &error);
    assert_non_null(note);
    assert_null(note->matter.fault);
    assert_int_equal(note->count, 1);
    assert_string_equal(note_name(note, kind), name);
    assert_int_equal(note->type, NOTE_UNKNOWN);
    assert_string_equal(frontmatter_get(&note->matter, "source"), "a: b.en");
    note_free(note);
}

static void test_the_front_matter_is_read_back(void **state)
{
    (void)state;
    scratch_make();
    assert_note("North Bank", NAME_ENGLISH);
    assert_note("北岸公司", NAME_CHINESE);
    assert_note("Yahoo!: \"the\" \\ company, # 1 {x} [y]", NAME_ENGLISH);
    assert_note("- dash", NAME_ENGLISH);
    assert_note("阿里巴巴: #1", NAME_CHINESE);
    scratch_remove();
    char *text = note_template_text("North Bank", NULL);
    assert_string_equal(text, "---\nnames:\n  en: North Bank\n  zh:\naliases: []\n"
                              "type: # person, company, product, publication, place or event\n---\n\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_capitalised_words_in_a_row),
        cmocka_unit_test(test_a_run_of_han),
        cmocka_unit_test(test_no_word_no_name),
        cmocka_unit_test(test_file_names_are_safe),
        cmocka_unit_test(test_the_front_matter_is_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
