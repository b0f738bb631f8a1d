/* model: which notes a store should have, and the asking whether it has. */
#ifndef DIPTYCH_TESTS_NOTES_MODEL_H
#define DIPTYCH_TESTS_NOTES_MODEL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "library/scratch.h"
#include "notes/annotation_of.h"
#include "notes/store.h"

#define NOTES 40

/* version[i]: 0, note i is absent; else its text is that version's. */
struct model {
    unsigned version[NOTES];
};

static struct annotation note_of(unsigned number, unsigned version)
{
    char quote[64];
    struct annotation made = annotation_of(number, "");
    snprintf(quote, sizeof quote, "note %u version %u", number, version);
    annotation_set(&made.targets[0].quote, quote);
    /* From a line to a few pages, so that overflow pages are met. */
    char *comment = xcalloc(1, 20000);
    memset(comment, 'a' + (int)(version % 26), (size_t)(number * 37 + version * 911) % 19000);
    annotation_set(&made.comment, comment);
    free(comment);
    return made;
}

static bool is_version(const struct annotation *read, unsigned number, unsigned version)
{
    struct annotation wanted = note_of(number, version);
    bool same = annotation_same(read, &wanted);
    annotation_free(&wanted);
    return same;
}

struct reading {
    const struct model *model;
    const struct model *other; /* what would be right as well */
    size_t seen;
    size_t strange; /* notes that are neither */
    bool present[NOTES];
};

static bool look_at(void *context, const struct annotation *annotation)
{
    struct reading *reading = context;
    unsigned number = (unsigned)strtoul(annotation->id + 2, NULL, 10);
    bool known =
        number < NOTES && ((reading->model->version[number] > 0 &&
                            is_version(annotation, number, reading->model->version[number])) ||
                           (reading->other->version[number] > 0 &&
                            is_version(annotation, number, reading->other->version[number])));
    reading->seen++;
    reading->strange += !known;
    if (number < NOTES)
        reading->present[number] = true;
    return true;
}

/* Nothing but the model, or the other, is there, each note whole. */
static void agrees(struct store *store, const struct model *model, const struct model *other)
{
    struct reading reading = { .model = model, .other = other };
    struct error error = { "" };
    size_t damaged = 0;
    if (!store_each(store, NULL, look_at, &reading, &damaged, &error))
        fail_msg("%s", error.text);
    assert_int_equal(damaged, 0);
    assert_int_equal(reading.strange, 0);
    for (size_t i = 0; i < NOTES; i++) {
        if (reading.present[i] != (model->version[i] > 0) &&
            reading.present[i] != (other->version[i] > 0))
            fail_msg("note %zu is %s", i, reading.present[i] ? "there" : "lost");
    }
    struct error notice;
    store_notice(store, &notice);
    if (strstr(notice.text, "damaged") != NULL)
        fail_msg("%s", notice.text);
}

static struct store *open_store(void)
{
    struct error error = { "" };
    struct store *store = store_open(scratch_path("notes"), STORE_WRITE, &error);
    if (store == NULL)
        fail_msg("%s", error.text);
    return store;
}

/* What is there now becomes the model. */
static bool take_in(void *context, const struct annotation *annotation)
{
    struct model *model = context;
    unsigned number = (unsigned)strtoul(annotation->id + 2, NULL, 10);
    unsigned version = 0;
    assert_true(sscanf(annotation->targets[0].quote, "note %*u version %u", &version) == 1);
    model->version[number] = version;
    return true;
}

static inline struct model read_model(void)
{
    struct model model = { { 0 } };
    struct store *store = open_store();
    assert_true(store_each(store, NULL, take_in, &model, NULL, NULL));
    store_close(store);
    return model;
}

#endif
