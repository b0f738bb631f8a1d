/* The power goes at any moment, and what was written reaches the disk in any order that the syncs
 * allow, whole, half or not at all (recorder.h): what was said to be stored is there, nothing is torn.
 *
 * POWERCUT_DRAWS is how many random choices are looked at after each call besides the simple ones: 2
 * after every thirteenth call (in a slow build every 39th), or that many after every call. The long form is
 * 60. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "library/scratch.h"
#include "notes/annotation_of.h"
#include "notes/editing.h"
#include "notes/model.h"
#include "notes/recorder.h"
#include "notes/store.h"
#include "test_scale.h"

#define STEPS 16
#define SEEN ((size_t)1 << 20)
#define SIMPLE 6 /* open calls of which all choices are looked at */

static const char *const exports[] = { "old export\n", "new export, which is longer than the old one\n" };

/* What stands on the disk once `calls` calls are done. */
struct step {
    size_t calls;
    struct model model;
    size_t exported; /* which of exports; SIZE_MAX: the file need not be there */
};

struct scene {
    struct step steps[STEPS];
    size_t count;
    struct model model;
    size_t exported;
    uint64_t seen[SEEN];
    size_t looked;
};

static int set_up(void **state)
{
    *state = xcalloc(1, sizeof(struct scene));
    ((struct scene *)*state)->exported = SIZE_MAX;
    (void)scratch_make();
    return 0;
}

static int tear_down(void **state)
{
    recorder_free();
    free(*state);
    scratch_remove();
    return 0;
}

/* ---- playing ---- */

static void done(struct scene *scene)
{
    assert_true(scene->count < STEPS);
    scene->steps[scene->count++] =
        (struct step){ recorder_calls(), scene->model, scene->exported };
}

static void change(struct scene *scene, struct store *store, unsigned number, unsigned version)
{
    struct error error = { "" };
    char id[ANNOTATION_ID_SIZE];
    snprintf(id, sizeof id, "0m%010u", number);
    struct annotation made = note_of(number, version);
    bool ok = version == 0 ? store_remove(store, id, &error)
              : scene->model.version[number] == 0 ? store_add(store, &made, &error)
                                                  : store_update(store, &made, &error);
    if (!ok)
        fail_msg("%s", error.text);
    annotation_free(&made);
    scene->model.version[number] = version;
}

static void export(struct scene *scene, size_t which)
{
    struct error error = { "" };
    if (!file_write(scratch_path("notes.md"), exports[which], strlen(exports[which]), &error))
        fail_msg("%s", error.text);
    scene->exported = which;
}

/* Adding, changing, deleting, undoing, a batch, a file written and written again. */
static void play(struct scene *scene)
{
    struct store *store = open_store();
    done(scene);
    change(scene, store, 1, 1);
    done(scene);
    change(scene, store, 7, 3);
    done(scene);
    change(scene, store, 1, 9);
    done(scene);
    export(scene, 0);
    done(scene);
    change(scene, store, 7, 0);
    done(scene);
    assert_true(store_undo(store, NULL, NULL));
    scene->model.version[7] = 3;
    done(scene);
    assert_true(store_begin(store, NULL));
    change(scene, store, 8, 5);
    change(scene, store, 9, 6);
    change(scene, store, 1, 0);
    assert_true(store_end(store, NULL));
    done(scene);
    export(scene, 1);
    done(scene);
    store_close(store);
}

/* ---- looking ---- */

static bool is_new(struct scene *scene, uint64_t hash)
{
    size_t at = (size_t)hash % SEEN;
    hash += hash == 0;
    while (scene->seen[at] != 0 && scene->seen[at] != hash)
        at = (at + 1) % SEEN;
    bool new = scene->seen[at] == 0;
    scene->seen[at] = hash;
    return new;
}

static void check_export(const struct step *before, const struct step *after)
{
    struct buffer bytes = { 0 };
    bool there = file_read(scratch_path("notes.md"), 0, &bytes, NULL);
    bool right = !there && before->exported == SIZE_MAX;
    for (size_t i = 0; there && i < 2; i++)
        right = right || (strcmp(buffer_text(&bytes), exports[i]) == 0 &&
                          (before->exported == i || after->exported == i));
    if (!right)
        fail_msg("the export is torn or lost: \"%s\"", buffer_text(&bytes));
    buffer_free(&bytes);
}

static void check_notes(const struct step *before, const struct step *after)
{
    struct model now = { { 0 } };
    struct store *store = open_store();
    struct error notice;
    agrees(store, &before->model, &after->model);
    store_notice(store, &notice);
    assert_string_equal(notice.text, "");
    assert_true(store_each(store, NULL, take_in, &now, NULL, NULL));
    if (memcmp(&now, &before->model, sizeof now) != 0 &&
        memcmp(&now, &after->model, sizeof now) != 0)
        fail_msg("half of a change is there");
    store_close(store);
}

/* The folder as the power cut left it takes the place of the one that was written. */
static void look(struct scene *scene, size_t count, const enum recorder_part *part)
{
    struct step none = { 0, { { 0 } }, SIZE_MAX };
    const struct step *before = &none, *after;
    size_t at = 0;
    while (at < scene->count && scene->steps[at].calls <= count)
        before = &scene->steps[at++];
    after = at < scene->count ? &scene->steps[at] : before;
    if (!is_new(scene, recorder_hash(count, part) + at))
        return;
    scratch_remove();
    (void)scratch_make();
    recorder_leave(scratch_folder, count, part);
    check_export(before, after);
    check_notes(before, after);
    scene->looked++;
}

/* All choices where there are few open calls; else none, all, each alone, each missing, each the last
 * that is there, and some at random. */
static void look_after(struct scene *scene, size_t count, size_t draws, struct edited *dice)
{
    size_t open_calls = recorder_open_calls(count);
    enum recorder_part *part = xcalloc(open_calls + 1, sizeof *part);
    bool few = open_calls <= SIMPLE;
    size_t choices = few ? (size_t)1 << open_calls : 3 * open_calls + 2;
    for (size_t choice = 0; choice < choices + draws; choice++) {
        for (size_t i = 0; i < open_calls; i++) {
            bool there = choice >= choices ? editing_draw(dice, 2) == 0
                         : few             ? (choice >> i & 1) != 0
                         : choice < 2      ? choice == 1
                         : choice % 3 == 0 ? i == choice / 3
                         : choice % 3 == 1 ? i != choice / 3
                                           : i <= choice / 3;
            bool half = choice >= choices && editing_draw(dice, 6) == 0;
            part[i] = !there ? RECORDER_NOTHING : half ? RECORDER_HALF : RECORDER_ALL;
        }
        look(scene, count, part);
    }
    free(part);
}

static void look_everywhere(struct scene *scene)
{
    const char *wanted = getenv("POWERCUT_DRAWS");
    size_t draws = wanted != NULL ? strtoul(wanted, NULL, 10) : 2;
    size_t step = wanted != NULL ? 1 : test_scale() > 1 ? 39 : 13;
    struct edited dice = { .seed = 11 };
    for (size_t count = 0; count <= recorder_calls(); count++)
        if (count % step == 0 || count == recorder_calls())
            look_after(scene, count, draws, &dice);
    print_message("%zu calls, %zu states after power cuts\n", recorder_calls(), scene->looked);
}

/* ---- scenes ---- */

static void a_new_store_loses_nothing(void **state)
{
    recorder_begin(scratch_folder);
    play(*state);
    recorder_end();
    look_everywhere(*state);
}

/* The first change of a day makes a copy of the store besides. */
static void a_store_of_yesterday_loses_nothing(void **state)
{
    struct scene *scene = *state;
    struct buffer bytes = { 0 };
    struct store *store = open_store();
    change(scene, store, 1, 1);
    change(scene, store, 3, 2);
    store_close(store);
    assert_true(file_read(scratch_path("notes/notes.db"), 0, &bytes, NULL));
    scratch_remove();
    (void)scratch_make();
    scratch_bytes("notes/notes.db", bytes.data, bytes.length);
    buffer_free(&bytes);
    recorder_begin(scratch_folder);
    done(scene);
    store = open_store();
    change(scene, store, 2, 4);
    done(scene);
    store_close(store);
    recorder_end();
    look_everywhere(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_store_loses_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_store_of_yesterday_loses_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
