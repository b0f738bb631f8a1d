/* What the store has said to be done stays done, and nothing is half done: after kill -9 anywhere,
 * with a disk that fails or is full, and with a file that was damaged.
 *
 * DURABLE_KILLS (30), DURABLE_DAMAGES (30) and DURABLE_STEP (10: at every tenth call) have a long
 * form: 1000, 200 and 1. */
#ifdef __linux__
#define _GNU_SOURCE
#endif
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#endif

#include <sqlite3.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "library/scratch.h"
#include "notes/annotation_of.h"
#include "notes/editing.h"
#include "notes/faulty.h"
#include "notes/model.h"
#include "notes/store.h"

static int set_up(void **state)
{
    *state = (void *)(uintptr_t)scratch_make();
    faulty_begin();
    faulty_set(FAULT_NONE, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    faulty_set(FAULT_NONE, 0);
    scratch_remove();
    return 0;
}

static size_t number_of(const char *variable, size_t otherwise)
{
    const char *text = getenv(variable);
    return text != NULL && text[0] != '\0' ? strtoul(text, NULL, 10) : otherwise;
}

/* --- one change --- */

static bool change(struct store *store, unsigned number, unsigned version, unsigned before,
                   struct error *error)
{
    char id[ANNOTATION_ID_SIZE];
    snprintf(id, sizeof id, "0m%010u", number);
    if (version == 0)
        return store_remove(store, id, error);
    struct annotation made = note_of(number, version);
    bool ok = before == 0 ? store_add(store, &made, error) : store_update(store, &made, error);
    annotation_free(&made);
    return ok;
}

/* --- kill -9 at random points --- */

struct line {
    unsigned number;
    unsigned version;
    unsigned done; /* 0 about to, 1 done */
};

static void tell(int pipe, struct line line)
{
    if (write(pipe, &line, sizeof line) != (ssize_t)sizeof line)
        _exit(3);
}

/* Changes notes at random for ever, and says so before and after. */
static void work(int pipe, struct model *model, uint64_t seed)
{
    struct edited dice = { .seed = seed };
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, NULL);
    if (store == NULL)
        _exit(2);
    for (unsigned round = 1;; round++) {
        unsigned number = editing_draw(&dice, NOTES);
        unsigned before = model->version[number];
        unsigned version = before > 0 && editing_draw(&dice, 3) == 0 ? 0 : before + round;
        tell(pipe, (struct line){ number, version, 0 });
        if (!change(store, number, version, before, NULL))
            _exit(4);
        model->version[number] = version;
        tell(pipe, (struct line){ number, version, 1 });
    }
}

static void spin(long nanoseconds)
{
    struct timespec began, now;
    clock_gettime(CLOCK_MONOTONIC, &began);
    do
        clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - began.tv_sec) * 1000000000 + now.tv_nsec - began.tv_nsec < nanoseconds);
}

/* Reads what the worker says; kills it after some changes and a moment. *last is what it was at. */
static void follow(int pipe, pid_t worker, uint64_t seed, struct model *model, struct line *last)
{
    struct edited dice = { .seed = seed ^ 99 };
    unsigned left = editing_draw(&dice, 6);
    struct line line;
    bool killed = false;
    *last = (struct line){ .done = 1 };
    while (read(pipe, &line, sizeof line) == (ssize_t)sizeof line) {
        *last = line;
        if (line.done)
            model->version[line.number] = line.version;
        if (!killed && left-- == 0) {
            spin((long)editing_draw(&dice, 2000000));
            kill(worker, SIGKILL);
            killed = true;
        }
    }
}

static void survives_being_killed_at_any_time(void **state)
{
    (void)state;
    size_t kills = number_of("DURABLE_KILLS", 30);
    struct model model = { { 0 } };
    size_t changes = 0;
    for (size_t i = 0; i < kills; i++) {
        int ends[2];
        int status;
        struct line last;
        assert_int_equal(pipe(ends), 0);
        pid_t worker = fork();
        assert_true(worker >= 0);
        if (worker == 0) {
            close(ends[0]);
            work(ends[1], &model, i + 1);
        }
        close(ends[1]);
        follow(ends[0], worker, i + 1, &model, &last);
        close(ends[0]);
        waitpid(worker, &status, 0);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        struct model other = model;
        if (!last.done)
            other.version[last.number] = last.version;
        struct store *store = open_store();
        agrees(store, &model, &other);
        store_close(store);
        model = read_model();
        changes++;
    }
    print_message("%zu kills\n", changes);
}

/* --- a call that fails, at every call --- */

#define SCENES 5

/* A store of three notes as it was yesterday, so that the first change makes a backup. */
static struct model prepare(void)
{
    static struct buffer made; /* written once, for syncing takes long */
    struct model model = { { 1, 2, 3 } };
    if (made.length == 0) {
        struct store *store = open_store();
        for (unsigned i = 0; i < 3; i++)
            assert_true(change(store, i, i + 1, 0, NULL));
        store_close(store);
        assert_true(file_read(scratch_path("notes/notes.db"), 0, &made, NULL));
        scratch_remove();
        (void)scratch_make();
    }
    scratch_bytes("notes/notes.db", made.data, made.length);
    return model;
}

/* Scene by scene: add, edit, remove, undo, a batch. */
static bool play(struct store *store, unsigned scene, struct model *model, struct error *error)
{
    bool ok = false;
    switch (scene) {
    case 0: model->version[7] = 5; return change(store, 7, 5, 0, error);
    case 1: model->version[1] = 20; return change(store, 1, 20, 2, error);
    case 2: model->version[2] = 0; return change(store, 2, 0, 3, error);
    case 3: model->version[2] = 0; return store_undo(store, NULL, error);
    default:
        model->version[8] = 5;
        model->version[9] = 6;
        model->version[1] = 0;
        ok = store_begin(store, error);
        ok = ok && change(store, 8, 5, 0, error) && change(store, 9, 6, 0, error) &&
             change(store, 1, 0, 2, error);
        if (ok)
            return store_end(store, error);
        store_abandon(store);
        return false;
    }
}

/* All of the batch or none of it. */
static void agrees_with_either(struct store *store, const struct model *before,
                               const struct model *after)
{
    struct model now = { { 0 } };
    agrees(store, before, after);
    assert_true(store_each(store, NULL, take_in, &now, NULL, NULL));
    if (memcmp(&now, before, sizeof now) != 0 && memcmp(&now, after, sizeof now) != 0)
        fail_msg("half of a change is there");
}

/* Plays the scene with the nth call failing; false when there are fewer calls. Where but one call
 * fails, what is said not to be done is not done. */
static bool play_faulty(unsigned scene, enum fault_kind kind, size_t nth)
{
    struct error error = { "" };
    struct model before = prepare();
    struct model after = before;
    faulty_set(kind, nth);
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    struct model wanted = before;
    bool done = store != NULL && play(store, scene, &wanted, &error);
    if (store != NULL)
        after = wanted;
    bool hit = faulty_calls() >= nth;
    bool strict = kind == FAULT_ONCE;
    faulty_set(FAULT_NONE, 0);
    if (!done)
        assert_string_not_equal(error.text, "");
    /* The same instance goes on, and so does a fresh one. */
    if (store != NULL) {
        agrees_with_either(store, done ? &after : &before, strict && !done ? &before : &after);
        store_close(store);
    }
    store = open_store();
    agrees_with_either(store, done ? &after : &before, strict && !done ? &before : &after);
    store_close(store);
    scratch_remove();
    (void)scratch_make();
    return hit;
}

static void survives_every_call_failing(enum fault_kind kind)
{
    size_t faults = 0;
    for (unsigned scene = 0; scene < SCENES; scene++) {
        size_t step = number_of("DURABLE_STEP", 10);
        size_t nth = 1 + scene % step;
        for (; play_faulty(scene, kind, nth); nth += step)
            faults++;
        assert_true(nth > 10);
    }
    print_message("%zu faults\n", faults);
}

static void survives_a_fault_at_every_call(void **state)
{
    (void)state;
    survives_every_call_failing(FAULT_ONCE);
}

static void survives_a_disk_that_fills_up_at_every_call(void **state)
{
    (void)state;
    survives_every_call_failing(FAULT_FULL);
}

/* What was refused for want of room is still the caller's, and goes in when there is room. */
static void takes_the_pending_note_when_there_is_room_again(void **state)
{
    (void)state;
    struct error error = { "" };
    struct model model = prepare();
    struct store *store = open_store();
    struct annotation pending = note_of(7, 5);
    faulty_set(FAULT_FULL, 1);
    assert_false(store_add(store, &pending, &error));
    assert_non_null(strstr(error.text, "notes.db: "));
    faulty_set(FAULT_NONE, 0);
    assert_true(is_version(&pending, 7, 5));
    if (!store_add(store, &pending, &error))
        fail_msg("%s", error.text);
    model.version[7] = 5;
    agrees(store, &model, &model);
    annotation_free(&pending);
    store_close(store);
}

/* A file that could not be made whole is not half there, and a store that was opened after all takes
 * notes. */
static void makes_its_file_whole_or_not_at_all(void **state)
{
    (void)state;
    size_t refused = 0;
    bool hit = true;
    for (size_t nth = 1; hit; nth++) {
        struct model model = { { 0 } };
        struct error error = { "" };
        struct error notice;
        scratch_remove();
        (void)scratch_make();
        faulty_set(FAULT_FULL, nth);
        struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
        hit = faulty_calls() >= nth;
        faulty_set(FAULT_NONE, 0);
        if (store == NULL) {
            refused++;
            assert_non_null(strstr(error.text, "notes.db: "));
            store = open_store();
        }
        assert_true(change(store, 7, 5, 0, NULL));
        model.version[7] = 5;
        store_close(store);
        store = open_store();
        store_notice(store, &notice);
        assert_string_equal(notice.text, "");
        agrees(store, &model, &model);
        store_close(store);
    }
    assert_true(refused > 2);
}

/* --- killed at every call --- */

static bool play_killed(unsigned scene, enum fault_kind kind, size_t nth)
{
    int status;
    struct model before = prepare();
    struct model after = before;
    pid_t worker = fork();
    assert_true(worker >= 0);
    if (worker == 0) {
        faulty_set(kind, nth);
        struct store *store = store_open(scratch_path("notes"), STORE_WRITE, NULL);
        bool done = store != NULL && play(store, scene, &after, NULL);
        _exit(done ? 0 : 1);
    }
    waitpid(worker, &status, 0);
    bool killed = WIFSIGNALED(status);
    switch (scene) {
    case 0: after.version[7] = 5; break;
    case 1: after.version[1] = 20; break;
    case 2:
    case 3: after.version[2] = 0; break;
    default:
        after.version[8] = 5;
        after.version[9] = 6;
        after.version[1] = 0;
        break;
    }
    struct store *store = open_store();
    agrees_with_either(store, killed ? &before : &after, &after);
    store_close(store);
    scratch_remove();
    (void)scratch_make();
    return killed;
}

static void survives_being_killed_at_every_call(void **state)
{
    (void)state;
    size_t kills = 0;
    for (unsigned scene = 0; scene < SCENES; scene++) {
        size_t step = number_of("DURABLE_STEP", 10);
        for (size_t nth = 1 + scene % step; play_killed(scene, FAULT_KILL, nth); nth += step)
            kills++;
        /* A call that does not write is not torn: the scene plays to its end. */
        for (size_t nth = 1 + scene % step; nth < 120; nth += step)
            kills += play_killed(scene, FAULT_TORN, nth);
    }
    assert_true(kills > 50);
    print_message("%zu kills\n", kills);
}

/* --- damage --- */

static void damage(struct buffer *bytes, struct edited *dice)
{
    size_t at = editing_draw(dice, (uint32_t)bytes->length);
    size_t length = 1 + editing_draw(dice, 3000);
    if (length > bytes->length - at)
        length = bytes->length - at;
    switch (editing_draw(dice, 4)) {
    case 0:
        for (uint32_t i = 1 + editing_draw(dice, 4); i > 0; i--) {
            at = editing_draw(dice, (uint32_t)bytes->length);
            bytes->data[at] = (char)(bytes->data[at] ^ 1 << editing_draw(dice, 8));
        }
        break;
    case 1: buffer_truncate(bytes, at); break;
    case 2: memset(bytes->data + at, 0, length); break;
    default:
        for (size_t i = 0; i < length; i++)
            bytes->data[at + i] = (char)editing_draw(dice, 256);
        break;
    }
}

static bool is_untouched(const struct buffer *bytes)
{
    struct buffer now = { 0 };
    assert_true(file_read(scratch_path("notes/notes.db"), 0, &now, NULL));
    bool same = now.length == bytes->length &&
                memcmp(buffer_text(&now), buffer_text(bytes), now.length) == 0;
    buffer_free(&now);
    return same;
}

/* Opens a damaged copy. Counts what is there; nothing strange may be. */
static size_t count_saved(const struct buffer *bytes, const struct model *model)
{
    struct error error = { "" };
    struct reading reading = { .model = model, .other = model };
    struct error notice;
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    if (store == NULL) {
        /* Taken for another program's, or a newer version's that cannot be read. */
        assert_string_not_equal(error.text, "");
        assert_true(is_untouched(bytes));
        return 0;
    }
    if (!store_each(store, NULL, look_at, &reading, NULL, &error))
        fail_msg("%s", error.text);
    assert_int_equal(reading.strange, 0);
    store_notice(store, &notice);
    bool told = notice.text[0] != '\0';
    for (size_t i = 0; i < NOTES; i++) {
        if (model->version[i] > 0 && !reading.present[i] && !told)
            fail_msg("note %zu is lost, and nothing was said", i);
    }
    store_close(store);
    return reading.seen;
}

static void saves_what_it_can_of_damaged_files(void **state)
{
    (void)state;
    size_t damages = number_of("DURABLE_DAMAGES", 30);
    struct model model = { { 0 } };
    struct buffer whole = { 0 };
    size_t saved = 0;
    size_t total = 0;
    struct store *store = open_store();
    for (unsigned i = 0; i < NOTES; i++) {
        model.version[i] = i + 1;
        assert_true(change(store, i, i + 1, 0, NULL));
    }
    store_close(store);
    assert_true(file_read(scratch_path("notes/notes.db"), 0, &whole, NULL));
    for (size_t i = 0; i < damages; i++) {
        struct edited dice = { .seed = i + 1 };
        struct buffer bytes = { 0 };
        scratch_remove();
        (void)scratch_make();
        buffer_add(&bytes, whole.data, whole.length);
        damage(&bytes, &dice);
        scratch_bytes("notes/notes.db", buffer_text(&bytes), bytes.length);
        saved += count_saved(&bytes, &model);
        total += NOTES;
        buffer_free(&bytes);
    }
    buffer_free(&whole);
    print_message("%zu damaged files, %zu of %zu notes saved without a backup\n", damages, saved,
                  total);
    assert_true(saved * 10 >= total * 7);
}

static void query(const char *text)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(scratch_path("notes/notes.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

/* The table can be read to its end: what it does not list was removed, though a backup and the
 * pages that are free still have it and the journal has forgotten it. */
static void what_was_removed_does_not_come_back(void **state)
{
    (void)state;
    struct model model = { { 0 } };
    struct buffer yesterday = { 0 };
    struct error notice;
    struct store *store = open_store();
    for (unsigned i = 0; i < 6; i++) {
        model.version[i] = i + 1;
        assert_true(change(store, i, i + 1, 0, NULL));
    }
    store_close(store);
    assert_true(file_read(scratch_path("notes/notes.db"), 0, &yesterday, NULL));
    store = open_store();
    assert_true(change(store, 3, 0, 4, NULL));
    store_close(store);
    model.version[3] = 0;
    scratch_bytes("notes/backups/notes-2015-06-23.db", yesterday.data, yesterday.length);
    buffer_free(&yesterday);
    query("DELETE FROM change; UPDATE annotation SET record = zeroblob(length(record)) "
          "WHERE sequence = 2");
    store = open_store();
    store_notice(store, &notice);
    assert_non_null(strstr(notice.text, "damaged"));
    agrees(store, &model, &model); /* the second comes from the backup */
    store_close(store);
}

/* --- mended while another program writes --- */

#define WRITTEN 60u
#define BETWEEN 8u /* notes written between two damages */

static void write_on(int pipe)
{
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, NULL);
    for (unsigned number = 1; store != NULL && number <= WRITTEN; number++) {
        bool done = false;
        /* Told that another program is at it, or that the file is damaged, a person tries again. */
        for (int tries = 0; !done && tries < 20; tries++)
            done = change(store, number, 1, 0, NULL);
        tell(pipe, (struct line){ number, 1, done });
    }
    store_close(store);
    _exit(store != NULL ? 0 : 2);
}

/* A letter of a note's words in the file, which only its seal can tell. */
static void change_a_letter(unsigned number)
{
    char words[32];
    size_t length = (size_t)snprintf(words, sizeof words, "note %u version 1", number);
    struct buffer bytes = { 0 };
    assert_true(file_read(scratch_path("notes/notes.db"), 0, &bytes, NULL));
    FILE *file = fopen(scratch_path("notes/notes.db"), "r+");
    for (size_t at = 0; file != NULL && at + length < bytes.length; at++) {
        if (memcmp(bytes.data + at, words, length) != 0)
            continue;
        assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
        assert_int_equal(fputc('N', file), 'N');
        break;
    }
    if (file != NULL)
        fclose(file);
    buffer_free(&bytes);
}

struct found {
    bool there[WRITTEN + 1];
    size_t strange;
};

static bool find_written(void *context, const struct annotation *annotation)
{
    struct found *found = context;
    unsigned number = (unsigned)strtoul(annotation->id + 2, NULL, 10);
    bool known = number <= WRITTEN && is_version(annotation, number, 1);
    found->strange += !known;
    if (known)
        found->there[number] = true;
    return true;
}

static void mends_while_another_program_writes(void **state)
{
    (void)state;
    int ends[2];
    int status;
    struct line line;
    bool done[WRITTEN + 1] = { false };
    size_t mended = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t worker = fork();
    assert_true(worker >= 0);
    if (worker == 0) {
        close(ends[0]);
        write_on(ends[1]);
    }
    close(ends[1]);
    while (read(ends[0], &line, sizeof line) == (ssize_t)sizeof line) {
        done[line.number] = line.done;
        if (line.number % BETWEEN != 0)
            continue;
        change_a_letter(line.number / BETWEEN); /* another note each time */
        struct error notice = { "" };
        struct store *store = store_open(scratch_path("notes"), STORE_WRITE, NULL);
        if (store != NULL)
            store_notice(store, &notice);
        mended += strstr(notice.text, "was damaged") != NULL;
        store_close(store);
    }
    close(ends[0]);
    waitpid(worker, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    struct found found = { .strange = 0 };
    struct store *store = open_store();
    assert_true(store_each(store, NULL, find_written, &found, NULL, NULL));
    store_close(store);
    assert_int_equal(found.strange, 0);
    for (unsigned i = 1; i <= WRITTEN; i++) {
        if (done[i] && !found.there[i])
            fail_msg("note %u is lost", i);
    }
    print_message("mended %zu times\n", mended);
    assert_true(mended > 0);
}

/* --- a disk of 512 KB, then one that may only be read --- */

#ifdef __linux__
static bool write_line(const char *path, const char *line)
{
    int file = open(path, O_WRONLY);
    ssize_t length = (ssize_t)strlen(line);
    bool written = file >= 0 && write(file, line, (size_t)length) == length;
    if (file >= 0)
        close(file);
    return written;
}

/* Mounts of its own: root's, or those of a namespace in which an ordinary user is root. There he has
 * to be told as the one he is outside, else no file can be made in his name. */
static bool unshare_mounts(void)
{
    char users[64];
    char groups[64];
    snprintf(users, sizeof users, "0 %ju 1", (uintmax_t)geteuid());
    snprintf(groups, sizeof groups, "0 %ju 1", (uintmax_t)getegid());
    if (unshare(CLONE_NEWNS) == 0)
        return true;
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_line("/proc/self/setgroups", "deny") &&
           write_line("/proc/self/uid_map", users) && write_line("/proc/self/gid_map", groups);
}

static bool mount_small(void)
{
    const char *folder = scratch_path("notes");
    return file_make_folders(folder, NULL) && unshare_mounts() &&
           mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("none", folder, "tmpfs", 0, "size=512k") == 0;
}

static bool count_one(void *context, const struct annotation *annotation)
{
    unsigned number = (unsigned)strtoul(annotation->id + 2, NULL, 10);
    if (is_version(annotation, number, 1))
        ++*(size_t *)context;
    return true;
}

/* The disk may only be read from now on. */
static int read_only_disk(size_t stored)
{
    struct error error = { "" };
    struct error notice;
    size_t found = 0;
    if (mount("none", scratch_path("notes"), NULL, MS_REMOUNT | MS_RDONLY, "size=512k") != 0)
        return 5;
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    if (store == NULL || !store_each(store, NULL, count_one, &found, NULL, &error) ||
        found != stored)
        return 6;
    store_notice(store, &notice);
    if (strstr(notice.text, "notes.db: may only be read") == NULL ||
        change(store, 4999, 1, 0, &error) || strstr(error.text, "may only be read") == NULL)
        return 7;
    store_close(store);
    return 0;
}

/* Exit status: 0 as it should be, 77 no such disk to be had, else what went wrong. */
static int fill_small_disk(void)
{
    struct error error = { "" };
    size_t stored = 0;
    size_t found = 0;
    if (!mount_small())
        return 77;
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    if (store == NULL)
        return 1;
    unsigned number = 1;
    for (; number < 5000 && change(store, number, 1, 0, &error); number++)
        stored++;
    if (number == 5000 || strstr(error.text, "the disk is full") == NULL || stored < 10)
        return 2;
    if (!store_each(store, NULL, count_one, &found, NULL, &error) || found != stored)
        return 3;
    store_close(store);
    store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    found = 0;
    if (store == NULL || !store_each(store, NULL, count_one, &found, NULL, &error) ||
        found != stored)
        return 4;
    printf("%zu notes on a disk of 512 KB\n", stored);
    store_close(store);
    return read_only_disk(stored);
}
#endif

static void loses_nothing_on_a_small_or_read_only_disk(void **state)
{
    (void)state;
#ifdef __linux__
    int status;
    pid_t worker = fork();
    assert_true(worker >= 0);
    if (worker == 0)
        _exit(fill_small_disk());
    waitpid(worker, &status, 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) {
        print_message("no small disk can be mounted here\n");
        skip();
    }
    assert_int_equal(WEXITSTATUS(status), 0);
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(survives_being_killed_at_any_time),
        TEST(survives_a_fault_at_every_call),
        TEST(survives_a_disk_that_fills_up_at_every_call),
        TEST(takes_the_pending_note_when_there_is_room_again),
        TEST(makes_its_file_whole_or_not_at_all),
        TEST(survives_being_killed_at_every_call),
        TEST(saves_what_it_can_of_damaged_files),
        TEST(what_was_removed_does_not_come_back),
        TEST(mends_while_another_program_writes),
        TEST(loses_nothing_on_a_small_or_read_only_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
