/* store_scene: a store of notes in a scratch folder, and what tests of it ask again and again. */
#ifndef DIPTYCH_TESTS_NOTES_STORE_SCENE_H
#define DIPTYCH_TESTS_NOTES_STORE_SCENE_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "library/scratch.h"
#include "notes/annotation_of.h"
#include "notes/sql.h"
#include "notes/store.h"

static inline int set_up(void **state)
{
    *state = (void *)(uintptr_t)scratch_make();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static inline struct store *open_store(enum store_mode mode)
{
    struct error error = { "" };
    struct store *store = store_open(scratch_path("notes"), mode, &error);
    if (store == NULL)
        fail_msg("%s", error.text);
    return store;
}

static inline void add(struct store *store, unsigned number, const char *quote)
{
    struct error error = { "" };
    struct annotation made = annotation_of(number, quote);
    if (!store_add(store, &made, &error))
        fail_msg("%s", error.text);
    annotation_free(&made);
}

static inline bool append_id(void *context, const struct annotation *annotation)
{
    char *list = context;
    size_t length = strlen(list);
    snprintf(list + length, 400 - length, "%s%s", length > 0 ? " " : "",
             annotation->id + strspn(annotation->id, "0m"));
    return true;
}

/* The ids, without the zeros they begin with. */
static inline const char *ids(struct store *store, const struct store_filter *filter)
{
    static char list[400];
    struct error error = { "" };
    list[0] = '\0';
    if (!store_each(store, filter, append_id, list, NULL, &error))
        fail_msg("%s", error.text);
    return list;
}

static inline bool append_gone(void *context, const struct annotation *annotation, const char *gone)
{
    assert_int_equal(strlen(gone), ANNOTATION_TIME_SIZE - 1);
    return append_id(context, annotation);
}

/* The ids of what is in the bin, what went last first. */
static inline const char *bin(struct store *store)
{
    static char list[400];
    list[0] = '\0';
    assert_true(store_bin_each(store, append_gone, list, NULL));
    return list;
}

static inline void says(const struct error *error, const char *part)
{
    if (strstr(error->text, part) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error->text, part);
}

static inline void notices(struct store *store, const char *part)
{
    struct error notice;
    store_notice(store, &notice);
    says(&notice, part);
    store_notice(store, &notice);
    assert_string_equal(notice.text, "");
}

static inline void notices_nothing(struct store *store)
{
    struct error notice;
    store_notice(store, &notice);
    assert_string_equal(notice.text, "");
}

/* How many files of the folder begin with `prefix`. */
static inline size_t count_files(const char *folder, const char *prefix)
{
    DIR *opened = opendir(folder);
    struct dirent *entry;
    size_t count = 0;
    while (opened != NULL && (entry = readdir(opened)) != NULL)
        count += strncmp(entry->d_name, prefix, strlen(prefix)) == 0;
    if (opened != NULL)
        closedir(opened);
    return count;
}

static inline void run_sql(const char *name, const char *text)
{
    struct error error = { "" };
    struct sql *sql = sql_open(scratch_path(name), SQL_WRITE, &error);
    if (sql == NULL || !sql_run(sql, text, &error))
        fail_msg("%s", error.text);
    sql_close(sql);
}

static inline void today(char day[32])
{
    time_t now = time(NULL);
    assert_true(strftime(day, 32, "notes-%Y-%m-%d.db", gmtime(&now)) > 0);
}

#endif
