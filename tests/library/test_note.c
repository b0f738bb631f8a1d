/* The front matter of notes, and what their names are worth. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "library/note.h"
#include "base/buffer.h"
#include "scratch.h"

static struct note *note_of(const char *name, const char *text)
{
    scratch_file(name, text);
    struct note *note = note_read(scratch_path(name), "id", NULL);
    assert_non_null(note);
    return note;
}

static void assert_type(const char *text, enum note_type type)
{
    struct note *note = note_of("note.md", text);
    assert_int_equal(note->type, type);
    note_free(note);
}

static void test_types_of_a_vault(void **state)
{
    (void)state;
    assert_type("---\ntype: person\n---\nx\n", NOTE_PERSON);
    assert_type("---\ntype: Company\n---\nx\n", NOTE_COMPANY);
    assert_type("---\ntags: [news, place]\n---\nx\n", NOTE_PLACE);
    assert_type("---\ntype: event\n---\nx\n", NOTE_EVENT);
    assert_type("---\ntags: '#business, #Company'\n---\nx\n", NOTE_COMPANY);
    assert_type("---\ntags:\n  - entity/person\n---\nx\n", NOTE_PERSON);
    assert_type("---\ntype: note\ntags: product\n---\nx\n", NOTE_PRODUCT);
    assert_type("# Jack\n\nMet him. #friend #person\n", NOTE_PERSON);
    assert_type("No tag here: C#person.\n", NOTE_UNKNOWN);
    assert_type("# person\n", NOTE_UNKNOWN);
    assert_type("", NOTE_UNKNOWN);
}

static void test_file_name_is_the_name(void **state)
{
    (void)state;
    struct note *note = note_of("Jack Ma.md", "---\naliases: [马云, Ma Yun]\nshort: Ma\n---\n");
    assert_int_equal(note->count, 4);
    assert_string_equal(note_name(note, NAME_FILE), "Jack Ma");
    assert_string_equal(note_name(note, NAME_ALIAS), "马云");
    note_free(note);
    note = note_of("Jack Ma.md", "---\nnames: { zh: 马云 }\n---\n");
    assert_null(note_name(note, NAME_FILE));
    note_free(note);
}

static void test_fitness_of_names(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum name_kind kind;
        enum name_fault fault;
    } cases[] = {
        { "Alibaba", NAME_ALIAS, NAME_FIT },      { "阿里", NAME_ALIAS, NAME_FIT },
        { "x", NAME_ALIAS, NAME_TOO_SHORT },      { "马", NAME_ALIAS, NAME_TOO_SHORT },
        { "马", NAME_SHORT, NAME_FIT },           { "X", NAME_ENGLISH, NAME_FIT },
        { "the", NAME_ALIAS, NAME_STOPWORD },       { "Company", NAME_ALIAS, NAME_STOPWORD },
        { "公司", NAME_ALIAS, NAME_STOPWORD },      { "US", NAME_ALIAS, NAME_FIT },
        { "us", NAME_ALIAS, NAME_STOPWORD },        { "Market", NAME_ENGLISH, NAME_FIT },
        { "Inbox", NAME_FILE, NAME_STOPWORD },      { "2015-06-22", NAME_FILE, NAME_UNREADABLE },
        { "163", NAME_ALIAS, NAME_FIT },          { "!?", NAME_ALIAS, NAME_UNREADABLE },
        { "……", NAME_ENGLISH, NAME_UNREADABLE }, { "Ólafur", NAME_FILE, NAME_FIT },
        { "Ж", NAME_ALIAS, NAME_TOO_SHORT },      { "2015年大事", NAME_FILE, NAME_FIT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct note_name name = { cases[i].text, cases[i].kind, 0 };
        if (note_name_fault(&name) != cases[i].fault)
            fail_msg("%s: fault %d", cases[i].text, (int)note_name_fault(&name));
    }
}

static void test_long_names(void **state)
{
    (void)state;
    char text[NOTE_NAME_LIMIT + 2];
    memset(text, 'x', sizeof text);
    text[NOTE_NAME_LIMIT] = '\0';
    assert_int_equal(note_name_fault(&(struct note_name){ text, NAME_ENGLISH, 0 }), NAME_FIT);
    text[NOTE_NAME_LIMIT] = 'x';
    text[NOTE_NAME_LIMIT + 1] = '\0';
    assert_int_equal(note_name_fault(&(struct note_name){ text, NAME_ENGLISH, 0 }),
                     NAME_TOO_LONG);
}

/* A head larger than is read at first: all of it counts, up to the limit. */
static void test_many_names(void **state)
{
    (void)state;
    struct buffer text = { 0 };
    buffer_add_text(&text, "---\naliases:\n");
    for (int i = 1; i <= 5000; i++)
        buffer_add_format(&text, "  - a rather long name that ends in the number %d\n", i);
    buffer_add_text(&text, "type: company\n---\nText.\n");
    assert_true(text.length > NOTE_HEAD);
    struct note *note = note_of("many.md", text.data);
    assert_int_equal(note->count, NOTE_NAMES);
    assert_int_equal(note->left_out, 5000 + 1 - NOTE_NAMES);
    assert_int_equal(note->left_out_line, 2 + NOTE_NAMES);
    assert_int_equal(note->type, NOTE_COMPANY);
    note_free(note);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_types_of_a_vault, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_file_name_is_the_name, scratch_setup, scratch_teardown),
        cmocka_unit_test(test_fitness_of_names),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test_setup_teardown(test_many_names, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
