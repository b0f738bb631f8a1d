/* The first look at a library of many articles: the room is there before they are read. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <locale.h>

#include "app/room_of.h"
#include "base/clock.h"
#include "query/concordance.h"
#include "session/known_names.h"
#include "session/parts.h"
#include "ui/list.h"

#define MANY 600

/* A second goes by between two looks at the clock, so that every bar is shown; and a concordance that finds
 * nothing is never done. */
int64_t __wrap_clock_now(void);
bool __wrap_concordance_step(struct concordance *concordance);

int64_t __wrap_clock_now(void)
{
    static int64_t now;
    return now += 1000;
}

bool __wrap_concordance_step(struct concordance *concordance)
{
    (void)concordance;
    return true;
}

static int setup(void **state)
{
    (void)state;
    scratch_make();
    scratch_file("c/.keep", "");
    scratch_file("data/.keep", "");
    scratch_file("config/.keep", "");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static void write_articles(int count)
{
    char name[32];
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "c/%d.txt", i);
        scratch_file(name, "A ferry.\n");
    }
}

/* With a note. */
static void write_declared(int count)
{
    char name[48];
    scratch_file("c/collection.yaml", "title: Many\n");
    scratch_file("c/entities/ferry.md", "---\nnames: {en: Ferry}\ntype: company\n---\nIt sails.\n");
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "c/articles/%d.en.md", i);
        scratch_file(name, "The Ferry left.\n");
    }
}

static size_t rows_of(struct session *session)
{
    struct pane *pane = session_pane(session);
    return pane->list != NULL ? pane->list->count : 0;
}

/* Until nothing is left to do. Returns the number of slices that took. */
static int work_on(struct session *session)
{
    int slices = 0;
    for (; slices < MANY && session_timeout(session) == 0; slices++)
        (void)session_tick(session);
    return slices;
}

static void a_small_one_is_there_at_once(void **state)
{
    (void)state;
    write_articles(40);
    struct session *session = room_open_it(true);
    assert_int_equal(rows_of(session), 40);
    session_free(session);
}

static void the_room_opens_before_a_large_one_is_read(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    assert_int_equal(rows_of(session), 0);
    assert_int_equal(session_timeout(session), 0);
    assert_true(work_on(session) > 5); /* keys and signals are heard between them */
    assert_int_equal(rows_of(session), MANY);
    assert_int_equal(session->message.text.length, 0);
    session_free(session);
}

static void escape_stops_and_L_goes_on(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    (void)session_tick(session);
    room_press(session, "<Esc>");
    assert_string_equal(buffer_text(&session->message.text), "library: stopped; L goes on");
    (void)work_on(session);
    assert_int_equal(rows_of(session), 0);
    room_press(session, "L");
    (void)work_on(session);
    assert_int_equal(rows_of(session), MANY);
    session_free(session);
}

/* What needs all articles takes the place of the list that waited, in slices as well. */
static void a_search_goes_on_in_slices(void **state)
{
    (void)state;
    write_articles(MANY);
    scratch_file("c/7.txt", "A lighthouse.\n");
    struct session *session = room_open_it(true);
    command_run_line(session, "search-library lighthouse", 1, false);
    assert_int_equal(rows_of(session), 0);
    assert_true(work_on(session) > 5);
    assert_int_equal(rows_of(session), 1);
    session_free(session);
}

static void what_waits_is_stopped_and_goes_on(void **state)
{
    static const char *const lines[] = { "hinge", "concordance ferry" };
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char *told = xasprintf("%.*s: stopped; the same command goes on", (int)strcspn(lines[i], " "), lines[i]);
        command_run_line(session, lines[i], 1, false);
        (void)session_tick(session);
        room_press(session, "<Esc>");
        assert_string_equal(room_message(session), told);
        free(told);
    }
    command_run_line(session, "coverage", 1, false);
    (void)work_on(session);
    assert_string_equal(room_message(session),
                        "coverage: the collection has no notes of people, companies or places");
    session_free(session);
}

/* The answer would stand in the way there. */
static void what_waits_is_for_its_pane(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    room_press(session, "<Esc>");
    command_run_line(session, "open 5", 1, false);
    command_run_line(session, "search-library ferry", 1, false);
    command_run_line(session, "split", 1, false);
    (void)work_on(session);
    assert_int_equal(rows_of(session), 0);
    session_free(session);
}

/* A look-up tells what it knows without. */
static void a_look_up_does_not_wait(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    room_press(session, "<Esc>");
    command_run_line(session, "open 5", 1, false);
    room_press(session, "wK");
    for (int i = 0; i < 2; i++)
        (void)session_tick(session);
    assert_int_equal(collection_scans(session->collection), 0);
    command_run_line(session, "library", 1, false);
    (void)work_on(session);
    assert_int_equal(rows_of(session), MANY);
    session_free(session);
}

/* Until the row tells what goes on. */
static void wait_for(struct session *session, const struct session_part *part, const char *what)
{
    for (int i = 0; i < 100000 && strstr(room_message(session), what) == NULL; i++) {
        (void)session_tick(session);
        if (part != NULL)
            (void)part->poll(session, false);
    }
}

static void a_count_of_names_shows_a_bar(void **state)
{
    (void)state;
    write_declared(100);
    struct session *session = room_open_it(true);
    (void)work_on(session);
    session_say(session, "%s", "");
    command_run_line(session, "coverage all", 1, false);
    wait_for(session, NULL, "counting names [");
    room_press(session, "<Esc>");
    assert_non_null(strstr(room_message(session), " of 100 articles were counted; the same command goes on"));
    assert_memory_equal(room_message(session), "names: stopped: ", strlen("names: stopped: "));
    assert_int_equal(session_timeout(session), -1);
    command_run_line(session, "coverage all", 1, false);
    (void)work_on(session);
    assert_null(strstr(room_message(session), "counting names"));
    session_free(session);
}

static void a_concordance_shows_a_bar(void **state)
{
    (void)state;
    write_articles(40);
    struct session *session = room_open_it(true);
    (void)work_on(session);
    session_say(session, "%s", "");
    command_run_line(session, "concordance ferry", 1, false);
    wait_for(session, &concordance_part, "looking for it [");
    room_press(session, "<Esc>");
    assert_string_equal(room_message(session), "concordance: stopped: 0 of 40 articles were looked at");
    session_free(session);
}

/* Escape may come between the bar of the reading and the next one. */
static void what_was_asked_is_stopped_before_its_bar(void **state)
{
    (void)state;
    write_declared(40);
    struct session *session = room_open_it(true);
    (void)work_on(session);
    command_run_line(session, "concordance ferry", 1, false);
    room_press(session, "<Esc>");
    assert_string_equal(room_message(session), "concordance: stopped: 0 of 40 articles were looked at");
    command_run_line(session, "entities", 1, false);
    room_press(session, "<Esc>");
    assert_non_null(strstr(room_message(session), " of 40 articles were counted; the same command goes on"));
    (void)work_on(session);
    assert_non_null(strstr(room_message(session), " of 40 articles were counted; the same command goes on"));
    session_free(session);
}

static struct session *open_article_with_a_name(void)
{
    write_declared(MANY);
    struct session *session = room_open_it(true);
    room_press(session, "<Esc>");
    command_run_line(session, "open 5.en", 1, false);
    known_names_find(session);
    room_press(session, "w<Enter>");
    return session;
}

/* The note is there at once, and what mentions it once the library is read. */
static void a_note_becomes_its_page_in_slices(void **state)
{
    (void)state;
    struct session *session = open_article_with_a_name();
    const struct text *text = session_view(session)->text;
    assert_string_equal(text->name, "ferry");
    assert_int_equal(collection_scans(session->collection), 0);
    assert_null(strstr(text->document->text, "Mentioned in"));
    (void)session_tick(session);
    assert_non_null(strstr(room_message(session), "reading the library ["));
    assert_true(work_on(session) > 5);
    assert_non_null(strstr(text->document->text, "Mentioned in"));
    assert_string_equal(room_message(session), "");
    session_free(session);
}

static void escape_leaves_a_note_without_its_page(void **state)
{
    (void)state;
    struct session *session = open_article_with_a_name();
    (void)session_tick(session);
    room_press(session, "<Esc>");
    assert_string_equal(room_message(session), "follow: stopped; the same command goes on");
    (void)work_on(session);
    assert_int_equal(collection_scans(session->collection), 0);
    room_press(session, "<C-o><Enter>");
    (void)work_on(session);
    assert_non_null(strstr(session_view(session)->text->document->text, "Mentioned in"));
    session_free(session);
}

/* One Escape for both; the page comes with the other command that goes on. */
static void escape_stops_a_note_and_a_list_at_once(void **state)
{
    (void)state;
    struct session *session = open_article_with_a_name();
    room_press(session, "E");
    (void)session_tick(session);
    room_press(session, "<Esc>");
    assert_string_equal(room_message(session), "entities: stopped; the same command goes on");
    (void)work_on(session);
    assert_int_equal(collection_scans(session->collection), 0);
    const struct text *text = session_view(session)->text;
    room_press(session, "E");
    (void)work_on(session);
    assert_non_null(strstr(text->document->text, "Mentioned in"));
    session_free(session);
}

/* Ids are known by the names of the files. */
static void ids_are_completed_before_all_is_read(void **state)
{
    (void)state;
    write_articles(MANY);
    scratch_file("c/lighthouse.txt", "A lamp.\n");
    struct session *session = room_open_it(true);
    room_press(session, ":open<Space>ligh<Tab><Enter>");
    assert_int_equal(collection_scans(session->collection), 0);
    assert_string_equal(session_view(session)->text->name, "lighthouse");
    session_free(session);
}

static void while_a_command_is_typed_it_stays(void **state)
{
    (void)state;
    write_articles(MANY);
    struct session *session = room_open_it(true);
    room_press(session, ":");
    for (int i = 0; i < MANY; i++)
        (void)session_tick(session);
    assert_int_equal(rows_of(session), 0);
    assert_non_null(session->prompt.ops);
    room_press(session, "<Esc>");
    (void)work_on(session);
    assert_int_equal(rows_of(session), MANY);
    session_free(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_small_one_is_there_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(the_room_opens_before_a_large_one_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(escape_stops_and_L_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_search_goes_on_in_slices, setup, teardown),
        cmocka_unit_test_setup_teardown(what_waits_is_stopped_and_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(what_waits_is_for_its_pane, setup, teardown),
        cmocka_unit_test_setup_teardown(a_look_up_does_not_wait, setup, teardown),
        cmocka_unit_test_setup_teardown(a_count_of_names_shows_a_bar, setup, teardown),
        cmocka_unit_test_setup_teardown(a_concordance_shows_a_bar, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_asked_is_stopped_before_its_bar, setup, teardown),
        cmocka_unit_test_setup_teardown(a_note_becomes_its_page_in_slices, setup, teardown),
        cmocka_unit_test_setup_teardown(escape_leaves_a_note_without_its_page, setup, teardown),
        cmocka_unit_test_setup_teardown(escape_stops_a_note_and_a_list_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(ids_are_completed_before_all_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(while_a_command_is_typed_it_stays, setup, teardown),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
