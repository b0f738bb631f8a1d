#include "cli/note.h"

#include <string.h>

#include "base/message.h"

#define ADDING                                                                                     \
    (FLAG_QUOTE | FLAG_PREFIX | FLAG_SUFFIX | FLAG_COUNTERPART | FLAG_COMMENT | FLAG_TAG | FLAG_KIND)
#define LISTING (FLAG_FORMAT | FLAG_TAG | FLAG_KIND | FLAG_SINCE | FLAG_UNTIL)

enum action { ADD, LIST, REMOVE, REVIEW, IMPORT, DELETED, RESTORE, EMPTY, ACTIONS };

static const struct {
    const char *name;
    const char *usage;
    enum store_mode mode;
    uint64_t flags; /* that it takes besides those that every command does */
    size_t least;   /* names behind it */
    size_t most;
} actions[ACTIONS] = {
    { "add", "add --quote TEXT [OPTION]... ARTICLE", STORE_WRITE, ADDING, 1, 1 },
    { "list", "list [ARTICLE]...", STORE_READ, LISTING, 0, (size_t)-1 },
    { "remove", "remove ID...", STORE_WRITE, 0, 1, (size_t)-1 },
    { "review", "review [ARTICLE]...", STORE_READ, LISTING, 0, (size_t)-1 },
    { "import", "import FILE", STORE_WRITE, FLAG_FORMAT, 1, 1 },
    { "deleted", "deleted", STORE_READ, FLAG_FORMAT, 0, 0 },
    { "restore", "restore ID...", STORE_WRITE, 0, 1, (size_t)-1 },
    { "empty", "empty", STORE_WRITE, 0, 0, 0 },
};

#define OF_NOTE (ADDING | LISTING)

static int remove_all(struct context *context, struct store *store, const char *const *ids,
                      size_t count)
{
    int status = STATUS_DONE;
    for (size_t i = 0; i < count; i++) {
        struct error error;
        if (!store_remove(store, ids[i], &error))
            status = context_fail(context, &error, STATUS_NOT_DONE);
    }
    return status;
}

static int run(struct context *context, struct store *store, enum action action,
               const char *const *names, size_t count)
{
    switch (action) {
    case ADD: return note_add(context, store, names[0]);
    case LIST: return note_list(context, store, names, count);
    case REMOVE: return remove_all(context, store, names, count);
    case REVIEW: return note_review(context, store, names, count);
    case IMPORT: return note_import_file(context, store, names[0]);
    case DELETED: return note_deleted(context, store);
    case RESTORE: return note_restore(context, store, names, count);
    case EMPTY: return note_empty(context, store);
    case ACTIONS: break;
    }
    return STATUS_USAGE;
}

static bool find_action(struct context *context, const char *const *names, size_t count,
                        enum action *action, struct error *error)
{
    for (*action = ADD; *action < ACTIONS; ++*action) {
        if (strcmp(names[0], actions[*action].name) == 0)
            break;
    }
    if (*action == ACTIONS) {
        error_set(error, "note: %s: is not add, list, remove, review, import, deleted, restore or empty", names[0]);
        return false;
    }
    if (count - 1 < actions[*action].least || count - 1 > actions[*action].most) {
        error_set(error, "note %s: %s; usage: diptych note %s", names[0],
                  count - 1 < actions[*action].least ? _("a name is missing") : _("too many names"),
                  actions[*action].usage);
        return false;
    }
    const char *refused = arguments_refused(context->arguments, OF_NOTE & ~actions[*action].flags);
    if (refused != NULL) {
        error_set(error, "%s: is no option of note %s", refused, names[0]);
        return false;
    }
    if (*action == ADD && context->arguments->note.quote == NULL) {
        error_set(error, "note add: the text to mark is missing; usage: diptych note %s",
                  actions[ADD].usage);
        return false;
    }
    return true;
}

int cli_note(struct context *context, const char *const *names, size_t count)
{
    struct error error;
    enum action action;
    if (!find_action(context, names, count, &action, &error))
        return context_fail(context, &error, STATUS_USAGE);
    const char *folder = context->environment->data_folder;
    if (folder == NULL) {
        error_set(&error, "note: there is no home folder to keep notes in");
        return context_fail(context, &error, STATUS_NOT_DONE);
    }
    struct store *store = store_open(folder, actions[action].mode, &error);
    if (store == NULL)
        return context_fail(context, &error, STATUS_NOT_DONE);
    context_tell_notice(context, store);
    int status = run(context, store, action, names + 1, count - 1);
    context_tell_notice(context, store);
    store_close(store);
    return status;
}
