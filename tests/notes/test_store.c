#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "library/scratch.h"
#include "notes/annotation_of.h"
#include "notes/rows.h"
#include "notes/schema.h"
#include "notes/sql.h"
#include "notes/store.h"
#include "notes/store_scene.h"

static void keeps_what_it_was_given(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store *store = open_store(STORE_WRITE);
    struct annotation made = annotation_of(1, "sold\n\x1b[31m\xff");
    struct annotation read;
    made.id[0] = made.created[0] = made.modified[0] = '\0';
    assert_true(store_add(store, &made, &error));
    assert_int_equal(strlen(made.id), 12);
    assert_int_equal(strlen(made.created), 20);
    store_close(store);
    store = open_store(STORE_READ);
    assert_true(store_get(store, made.id, &read, &error));
    assert_true(annotation_same(&made, &read));
    assert_string_equal(read.created, made.created);
    notices_nothing(store);
    annotation_free(&read);
    annotation_free(&made);
    store_close(store);
}

static void reading_makes_no_file(void **state)
{
    (void)state;
    struct error error = { "" };
    struct annotation made = annotation_of(1, "sold");
    struct store *store = open_store(STORE_READ);
    assert_int_equal(store_count(store), 0);
    assert_false(store_add(store, &made, &error));
    says(&error, "may only be read");
    assert_false(file_exists(scratch_path("notes")));
    struct store *writer = open_store(STORE_WRITE);
    add(writer, 7, "sold");
    assert_true(store_changed(store));
    assert_string_equal(ids(store, NULL), "7");
    store_close(writer);
    store_close(store);
    annotation_free(&made);
}

static void finds_by_what_is_asked(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    struct error error = { "" };
    add(store, 1, "sold");
    add(store, 2, "bought");
    struct annotation other = annotation_of(3, "ferry");
    other.kind = ANNOTATION_QUESTION;
    annotation_set(&other.comment, "ＷＨＹ so late?");
    annotation_set(&other.origin, "urn:x:3");
    snprintf(other.created, sizeof other.created, "2016-01-02T00:00:00Z");
    annotation_drop_target(&other, TARGET_COUNTERPART);
    annotation_set(&other.targets[0].article, "ferry.en");
    annotation_set(&other.targets[0].story, "ferry");
    annotation_set(&other.targets[0].hash, "abc");
    annotation_add_tag(&other, "Tide");
    assert_true(store_add(store, &other, &error));
    annotation_free(&other);
    static const struct {
        struct store_filter filter;
        const char *wanted;
    } cases[] = {
        { { 0 }, "1 2 3" },
        { { .article = "sale.en" }, "1 2" },
        { { .article = "sale.zh" }, "1 2" },
        { { .article = "sale" }, "" },
        { { .story = "ferry" }, "3" },
        { { .story = "sale", .title = "The Sale" }, "1 2" },
        { { .story = "sale", .title = "Another" }, "" },
        { { .hash = "abc" }, "3" },
        { { .tag = "Alibaba" }, "1 2 3" },
        { { .tag = "Tide" }, "3" },
        { { .text = "why" }, "1 2 3" },
        { { .text = "why so" }, "3" },
        { { .text = "BOUGHT" }, "2" },
        { { .text = "收购", .story = "ferry" }, "3" },
        { { .origin = "urn:x:3" }, "3" },
        { { .since = "2015-07" }, "3" },
        { { .until = "2015-06" }, "1 2" },
        { { .since = "2015-06-23", .until = "2015-06-23T10:00:01" }, "1" },
        { { .kinds = 1u << ANNOTATION_QUESTION }, "3" },
        { { .kinds = 1u << ANNOTATION_COMMENT | 1u << ANNOTATION_TAG }, "1 2" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(ids(store, &cases[i].filter), cases[i].wanted);
    store_close(store);
}

static void append_tag(void *context, const char *tag, size_t count)
{
    char *list = context;
    size_t length = strlen(list);
    snprintf(list + length, 200 - length, "%s:%zu ", tag, count);
}

static void lists_tags_with_their_use(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    char list[200] = "";
    add(store, 1, "sold");
    add(store, 2, "bought");
    assert_true(store_remove(store, "0m0000000001", NULL));
    assert_true(store_tags(store, append_tag, list, NULL));
    assert_string_equal(list, "Alibaba:1 收购:1 ");
    store_close(store);
}

static void refuses_an_id_twice_but_not_a_second_try(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store *store = open_store(STORE_WRITE);
    struct annotation made = annotation_of(1, "sold");
    assert_true(store_add(store, &made, &error));
    assert_true(store_add(store, &made, &error));
    assert_int_equal(store_count(store), 1);
    annotation_set(&made.comment, "other");
    assert_false(store_add(store, &made, &error));
    says(&error, "there is a note of that id already");
    assert_false(store_remove(store, "0m9999999999", &error));
    says(&error, "0m9999999999: there is no such note");
    annotation_free(&made);
    store_close(store);
}

static void set_comment(struct store *store, const char *comment)
{
    struct annotation read;
    assert_true(store_get(store, "0m0000000001", &read, NULL));
    annotation_set(&read.comment, comment);
    assert_true(store_update(store, &read, NULL));
    annotation_free(&read);
}

static void has_comment(struct store *store, const char *comment)
{
    struct annotation read;
    assert_true(store_get(store, "0m0000000001", &read, NULL));
    assert_string_equal(read.comment, comment);
    annotation_free(&read);
}

static void takes_changes_back_after_a_restart(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store_step step;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    set_comment(store, "second");
    assert_true(store_remove(store, "0m0000000001", NULL));
    store_close(store);
    store = open_store(STORE_WRITE);
    assert_true(store_undo(store, &step, NULL));
    assert_int_equal(step.action, STORE_REMOVED);
    assert_string_equal(step.id, "0m0000000001");
    has_comment(store, "second");
    assert_true(store_undo(store, &step, NULL));
    assert_int_equal(step.action, STORE_EDITED);
    has_comment(store, "Why *now*?\n\nAsk.");
    assert_true(store_undo(store, &step, NULL));
    assert_int_equal(step.action, STORE_ADDED);
    assert_int_equal(store_count(store), 0);
    assert_false(store_undo(store, &step, &error));
    says(&error, "undo: there is no change to take back");
    store_close(store);
    store = open_store(STORE_WRITE);
    assert_true(store_redo(store, NULL, NULL));
    assert_true(store_redo(store, NULL, NULL));
    has_comment(store, "second");
    assert_string_equal(ids(store, &(struct store_filter){ .tag = "Alibaba" }), "1");
    set_comment(store, "third");
    assert_false(store_redo(store, &step, &error));
    says(&error, "redo: no change was taken back");
    assert_true(store_undo(store, NULL, NULL));
    has_comment(store, "second");
    store_close(store);
}

/* Times are whole seconds; that two changes followed each other can still be seen. */
static void a_later_change_has_a_later_time(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    struct annotation made = annotation_of(1, "one");
    char before[ANNOTATION_TIME_SIZE];
    made.modified[0] = made.created[0] = '\0';
    assert_true(store_add(store, &made, NULL));
    for (int i = 0; i < 5; i++) {
        memcpy(before, made.modified, sizeof before);
        assert_true(store_update(store, &made, NULL));
        assert_true(strcmp(made.modified, before) > 0);
    }
    annotation_free(&made);
    store_close(store);
}

/* What was deleted, and what undo took away, can be had back after other changes. */
static void the_bin_keeps_what_was_deleted_or_undone(void **state)
{
    (void)state;
    struct error error = { "" };
    char id[ANNOTATION_ID_SIZE];
    size_t count;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    add(store, 2, "bought");
    assert_true(store_remove(store, "0m0000000001", NULL));
    assert_string_equal(bin(store), "1");
    assert_true(store_undo(store, NULL, NULL));
    assert_string_equal(bin(store), "");
    assert_true(store_redo(store, NULL, NULL));
    assert_true(store_undo(store, NULL, NULL));
    assert_true(store_undo(store, NULL, NULL));
    assert_string_equal(bin(store), "2");
    add(store, 3, "a new change");
    assert_false(store_redo(store, NULL, NULL));
    store_close(store);
    store = open_store(STORE_WRITE);
    assert_true(store_bin_restore(store, "0m0000000002", id, &error));
    assert_string_equal(id, "0m0000000002");
    assert_string_equal(ids(store, NULL), "1 2 3");
    assert_string_equal(bin(store), "");
    assert_true(store_undo(store, NULL, NULL));
    assert_string_equal(ids(store, NULL), "1 3");
    assert_false(store_bin_restore(store, "0m0000000009", id, &error));
    says(&error, "there is no deleted note of that id");
    assert_true(store_bin_empty(store, &count, NULL));
    assert_int_equal(count, 1);
    assert_string_equal(bin(store), "");
    store_close(store);
}

/* Another version than the one that is there: under an id of its own. */
static void the_bin_keeps_an_undone_version(void **state)
{
    (void)state;
    char id[ANNOTATION_ID_SIZE];
    struct annotation found;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    set_comment(store, "a long thought");
    assert_true(store_undo(store, NULL, NULL));
    add(store, 2, "bought");
    assert_true(store_bin_restore(store, "0m0000000001", id, NULL));
    assert_string_not_equal(id, "0m0000000001");
    assert_true(store_get(store, id, &found, NULL));
    assert_string_equal(found.comment, "a long thought");
    annotation_free(&found);
    assert_int_equal(store_count(store), 3);
    store_close(store);
}

static void peeking_tells_whose_change_is_next(void **state)
{
    (void)state;
    struct store_step step;
    struct annotation note;
    struct store *one = open_store(STORE_WRITE);
    add(one, 1, "sold");
    assert_true(store_peek(one, true, &step, &note, NULL));
    assert_true(step.own);
    assert_int_equal(step.action, STORE_ADDED);
    assert_string_equal(note.targets[0].quote, "sold");
    annotation_free(&note);
    struct store *other = open_store(STORE_WRITE);
    assert_true(store_remove(other, "0m0000000001", NULL));
    assert_true(store_peek(one, true, &step, &note, NULL));
    assert_false(step.own);
    assert_int_equal(step.action, STORE_REMOVED);
    annotation_free(&note);
    assert_false(store_peek(one, false, &step, &note, NULL));
    store_close(other);
    store_close(one);
}

static void a_batch_is_one_change(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store_step step;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    assert_true(store_begin(store, &error));
    add(store, 2, "a");
    add(store, 3, "b");
    assert_true(store_end(store, &error));
    assert_true(store_begin(store, &error));
    add(store, 4, "c");
    store_abandon(store);
    assert_string_equal(ids(store, NULL), "1 2 3");
    assert_true(store_begin(store, &error));
    add(store, 5, "d");
    assert_false(store_remove(store, "0m0000000009", &error));
    assert_false(store_end(store, &error));
    says(&error, "a change before this one failed");
    assert_string_equal(ids(store, NULL), "1 2 3");
    assert_true(store_undo(store, &step, NULL));
    assert_int_equal(step.count, 2);
    assert_string_equal(ids(store, NULL), "1");
    assert_true(store_redo(store, &step, NULL));
    assert_string_equal(step.id, "0m0000000002");
    assert_string_equal(ids(store, NULL), "1 2 3");
    store_close(store);
}

static void two_see_each_other(void **state)
{
    (void)state;
    struct store *one = open_store(STORE_WRITE);
    struct store *two = open_store(STORE_WRITE);
    add(one, 1, "sold");
    assert_true(store_changed(two));
    assert_false(store_changed(two));
    assert_false(store_changed(one));
    assert_string_equal(ids(two, NULL), "1");
    add(two, 2, "bought");
    assert_true(store_changed(one));
    assert_string_equal(ids(one, NULL), "1 2");
    assert_true(store_undo(one, NULL, NULL));
    assert_string_equal(ids(two, NULL), "1");
    store_close(one);
    store_close(two);
}

/* As when the notes are synchronised by another program, or mended by another instance. */
static void follows_the_file_when_another_takes_its_place(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    assert_int_equal(rename(scratch_path("notes/notes.db"), scratch_path("notes/away.db")), 0);
    struct store *other = open_store(STORE_WRITE);
    add(other, 2, "bought");
    assert_true(store_changed(store));
    add(store, 3, "ferry");
    assert_string_equal(ids(other, NULL), "2 3");
    store_close(other);
    store_close(store);
}

static void reads_what_a_newer_version_wrote(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    store_close(store);
    run_sql("notes/notes.db", "PRAGMA user_version = 99");
    store = open_store(STORE_WRITE);
    notices(store, "written by a newer version of diptych (schema 99, this one knows 4)");
    assert_string_equal(ids(store, NULL), "1");
    assert_false(store_remove(store, "0m0000000001", &error));
    says(&error, "may only be read");
    assert_string_equal(ids(store, NULL), "1");
    store_close(store);
}

static void brings_an_older_file_up_to_date_with_a_backup(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    store_close(store);
    run_sql("notes/notes.db", "DROP TABLE change; DROP TABLE bin; PRAGMA user_version = 1");
    store = open_store(STORE_WRITE);
    notices_nothing(store);
    assert_true(file_exists(scratch_path("notes/backups/notes-before-schema-2.db")));
    assert_true(store_remove(store, "0m0000000001", NULL));
    assert_true(store_undo(store, NULL, NULL));
    assert_string_equal(ids(store, NULL), "1");
    store_close(store);
}

/* Records of words are what older programs do not know, so that a file of schema 3 becomes one of 4. */
static void keeps_words_apart_from_notes(void **state)
{
    (void)state;
    struct annotation word;
    struct error error = { "" };
    const struct store_filter words = { .kinds = 1u << ANNOTATION_WORD };
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    store_close(store);
    run_sql("notes/notes.db", "PRAGMA user_version = 3");
    store = open_store(STORE_WRITE);
    notices_nothing(store);
    assert_true(file_exists(scratch_path("notes/backups/notes-before-schema-4.db")));
    annotation_begin(&word);
    word.kind = ANNOTATION_WORD;
    strcpy(word.id, "0m0000000002");
    annotation_set(&word.word, "股份");
    annotation_set(&word.reading, "gǔfèn");
    annotation_add_tag(&word, ANNOTATION_KNOWN);
    assert_true(store_add(store, &word, &error));
    annotation_free(&word);
    assert_string_equal(ids(store, NULL), "1");
    assert_string_equal(ids(store, &words), "2");
    store_close(store);
    store = open_store(STORE_WRITE);
    assert_true(store_get(store, "0m0000000002", &word, &error));
    assert_string_equal(annotation_word(&word), "股份");
    assert_string_equal(word.reading, "gǔfèn");
    annotation_drop_tag(&word, ANNOTATION_KNOWN);
    assert_true(store_update(store, &word, &error));
    annotation_free(&word);
    assert_true(store_remove(store, "0m0000000002", &error));
    assert_true(store_undo(store, NULL, &error));
    assert_string_equal(ids(store, &words), "2");
    assert_true(store_get(store, "0m0000000002", &word, &error));
    assert_false(annotation_has_tag(&word, ANNOTATION_KNOWN));
    annotation_free(&word);
    store_close(store);
}

static void leaves_other_programs_files_alone(void **state)
{
    (void)state;
    struct error error = { "" };
    assert_true(file_make_folders(scratch_path("notes"), NULL));
    run_sql("notes/notes.db", "CREATE TABLE other (x); PRAGMA application_id = 7");
    assert_null(store_open(scratch_path("notes"), STORE_WRITE, &error));
    says(&error, "is a database of another program");
    scratch_file("file", "no folder");
    assert_null(store_open(scratch_path("file"), STORE_WRITE, &error));
    says(&error, "file");
}

static void keeps_a_backup_of_each_of_the_last_days(void **state)
{
    (void)state;
    char day[32];
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    store_close(store);
    for (int i = 1; i <= 9; i++) {
        char name[48];
        snprintf(name, sizeof name, "notes/backups/notes-2015-01-%02d.db", i);
        scratch_file(name, "old");
    }
    scratch_file("notes/backups/notes-2015-01-09.db.123.new", "left by one that was killed");
    store = open_store(STORE_WRITE);
    today(day);
    add(store, 2, "bought");
    add(store, 3, "ferry");
    notices_nothing(store);
    assert_int_equal(count_files(scratch_path("notes/backups"), "notes-"), STORE_BACKUPS);
    assert_false(file_exists(scratch_path("notes/backups/notes-2015-01-03.db")));
    assert_true(file_exists(scratch_path("notes/backups/notes-2015-01-04.db")));
    store_close(store);
    char *path = file_join(scratch_path("notes/backups"), day);
    assert_int_equal(rename(path, scratch_path("notes/notes.db")), 0);
    free(path);
    store = open_store(STORE_READ);
    assert_string_equal(ids(store, NULL), "1");
    store_close(store);
}

static void tells_when_there_can_be_no_backup(void **state)
{
    (void)state;
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    store_close(store);
    scratch_file("notes/backups", "in the way");
    store = open_store(STORE_WRITE);
    add(store, 2, "bought");
    notices(store, "there is no backup of today");
    assert_string_equal(ids(store, NULL), "1 2");
    store_close(store);
}

/* --- damage --- */

static struct buffer read_whole(const char *name)
{
    struct buffer bytes = { 0 };
    assert_true(file_read(scratch_path(name), 0, &bytes, NULL));
    return bytes;
}

static void overwrite(size_t at, const char *bytes, size_t length)
{
    FILE *file = fopen(scratch_path("notes/notes.db"), "r+");
    assert_non_null(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static size_t find(const struct buffer *bytes, const char *text, size_t from)
{
    for (size_t at = from; at + strlen(text) <= bytes->length; at++) {
        if (memcmp(bytes->data + at, text, strlen(text)) == 0)
            return at;
    }
    fail_msg("%s is not in the file", text);
    return 0;
}

static void make_three(void)
{
    struct store *store = open_store(STORE_WRITE);
    add(store, 1, "sold");
    add(store, 2, "bought");
    add(store, 3, "ferry");
    assert_true(store_remove(store, "0m0000000003", NULL));
    store_close(store);
}

static void mends_a_note_from_an_older_copy(void **state)
{
    (void)state;
    make_three();
    struct buffer bytes = read_whole("notes/notes.db");
    overwrite(find(&bytes, "bought", 0), "B", 1);
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged; 2 notes were saved, some of them from older copies; the old file "
                   "is kept as notes.db.damaged-");
    assert_string_equal(ids(store, NULL), "1 2");
    assert_string_equal(ids(store, &(struct store_filter){ .text = "bought" }), "2");
    assert_true(store_undo(store, NULL, NULL));
    assert_string_equal(ids(store, NULL), "1 2 3");
    add(store, 4, "more");
    store_close(store);
    assert_int_equal(count_files(scratch_path("notes"), "notes.db.damaged-"), 1);
    store = open_store(STORE_WRITE);
    notices_nothing(store);
    store_close(store);
    buffer_free(&bytes);
}

static void mends_what_can_no_longer_be_found(void **state)
{
    (void)state;
    make_three();
    run_sql("notes/notes.db", "UPDATE target SET article = 'sale.eo' WHERE article = 'sale.en' "
                              "AND annotation = 1");
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged; 2 notes were saved; the old file");
    assert_string_equal(ids(store, &(struct store_filter){ .article = "sale.en" }), "1 2");
    store_close(store);
}

static bool keep_gone(void *context, const struct annotation *annotation, const char *gone)
{
    (void)annotation;
    snprintf(context, ANNOTATION_TIME_SIZE, "%s", gone);
    return true;
}

/* What is in the bin is saved as the notes are, and what is damaged in it stays behind. */
static void mends_the_bin_with_the_notes(void **state)
{
    (void)state;
    char id[ANNOTATION_ID_SIZE];
    char gone[ANNOTATION_TIME_SIZE] = "";
    make_three();
    run_sql("notes/notes.db", "UPDATE target SET article = 'sale.eo' WHERE annotation = 1");
    run_sql("notes/notes.db", "INSERT INTO bin (id, gone, record) "
                              "SELECT '0m0000000009', gone, x'00' FROM bin");
    run_sql("notes/notes.db", "UPDATE bin SET gone = '2031-04-09T08:00:00Z'");
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged; 2 notes were saved; the old file");
    assert_string_equal(bin(store), "3");
    assert_true(store_bin_each(store, keep_gone, gone, NULL));
    assert_string_equal(gone, "2031-04-09T08:00:00Z");
    assert_true(store_bin_restore(store, "0m0000000003", id, NULL));
    assert_string_equal(ids(store, &(struct store_filter){ .text = "ferry" }), "3");
    assert_string_equal(bin(store), "");
    store_close(store);
}

static void carves_notes_out_of_a_file_without_a_header(void **state)
{
    (void)state;
    make_three();
    overwrite(0, "not a database at all", 21);
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged");
    /* Nothing tells any more that the third was removed. */
    assert_string_equal(ids(store, NULL), "1 2 3");
    store_close(store);
}

static void starts_anew_beside_a_file_of_rubbish(void **state)
{
    (void)state;
    char rubbish[3000];
    memset(rubbish, 'x', sizeof rubbish);
    scratch_bytes("notes/notes.db", rubbish, sizeof rubbish);
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged; 0 notes were saved; the old file is kept as");
    add(store, 1, "sold");
    store_close(store);
    assert_int_equal(count_files(scratch_path("notes"), "notes.db.damaged-"), 1);
}

/* One that has the old file open goes on with the new one. */
static void others_follow_a_mended_file(void **state)
{
    (void)state;
    make_three();
    struct store *other = open_store(STORE_WRITE);
    struct buffer bytes = read_whole("notes/notes.db");
    overwrite(find(&bytes, "bought", 0), "B", 1);
    struct store *store = open_store(STORE_WRITE);
    notices(store, "was damaged");
    add(other, 5, "ferry");
    assert_string_equal(ids(store, NULL), "1 2 5");
    assert_string_equal(ids(other, NULL), "1 2 5");
    store_close(other);
    store_close(store);
    buffer_free(&bytes);
}

/* Too large to be read through at every opening: told when it is met, mended within the day. */
static void tells_a_damaged_note_in_a_large_file(void **state)
{
    (void)state;
    struct error error = { "" };
    struct store *store = open_store(STORE_WRITE);
    char *long_text = xcalloc(1, 100001);
    memset(long_text, 'z', 100000);
    assert_true(store_begin(store, &error));
    for (unsigned i = 1; i <= 30; i++)
        add(store, i, long_text);
    assert_true(store_end(store, &error));
    free(long_text);
    add(store, 31, "bought");
    store_close(store);
    struct buffer bytes = read_whole("notes/notes.db");
    assert_true(bytes.length > (size_t)4 << 20);
    run_sql("notes/notes.db", "UPDATE annotation SET record = replace(record, 'bought', 'Bought')");
    store = open_store(STORE_READ);
    size_t damaged = 0;
    assert_true(store_each(store, &(struct store_filter){ .text = "sold" }, append_id,
                           (char[400]){ "" }, &damaged, &error));
    assert_true(damaged >= 1);
    notices(store, "notes in it are damaged");
    store_close(store);
    store = open_store(STORE_WRITE);
    add(store, 40, "sold");
    notices(store, "was damaged; 31 notes were saved");
    assert_int_equal(store_count(store), 32);
    store_close(store);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(keeps_what_it_was_given),
        TEST(reading_makes_no_file),
        TEST(finds_by_what_is_asked),
        TEST(lists_tags_with_their_use),
        TEST(refuses_an_id_twice_but_not_a_second_try),
        TEST(takes_changes_back_after_a_restart),
        TEST(a_later_change_has_a_later_time),
        TEST(the_bin_keeps_what_was_deleted_or_undone),
        TEST(the_bin_keeps_an_undone_version),
        TEST(peeking_tells_whose_change_is_next),
        TEST(a_batch_is_one_change),
        TEST(two_see_each_other),
        TEST(follows_the_file_when_another_takes_its_place),
        TEST(reads_what_a_newer_version_wrote),
        TEST(brings_an_older_file_up_to_date_with_a_backup),
        TEST(keeps_words_apart_from_notes),
        TEST(leaves_other_programs_files_alone),
        TEST(keeps_a_backup_of_each_of_the_last_days),
        TEST(tells_when_there_can_be_no_backup),
        TEST(mends_a_note_from_an_older_copy),
        TEST(mends_what_can_no_longer_be_found),
        TEST(mends_the_bin_with_the_notes),
        TEST(carves_notes_out_of_a_file_without_a_header),
        TEST(starts_anew_beside_a_file_of_rubbish),
        TEST(others_follow_a_mended_file),
        TEST(tells_a_damaged_note_in_a_large_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
