/* note: adds, lists, removes, reviews and imports the reader's annotations (notes/store.h).
 *
 * note_add.c, note_list.c and note_import.c have what is said of each. */
#ifndef DIPTYCH_CLI_NOTE_H
#define DIPTYCH_CLI_NOTE_H

#include "cli/context.h"
#include "notes/store.h"

int cli_note(struct context *context, const char *const *names, size_t count);

/* The parts: names are those after the action's. The store is open; they return an exit status. */
int note_add(struct context *context, struct store *store, const char *name);
int note_list(struct context *context, struct store *store, const char *const *names, size_t count);
int note_review(struct context *context, struct store *store, const char *const *names,
                size_t count);
int note_import_file(struct context *context, struct store *store, const char *path);

/* What was deleted or undone; brings such back, and prints their ids; takes all away for good. */
int note_deleted(struct context *context, struct store *store);
int note_restore(struct context *context, struct store *store, const char *const *ids,
                 size_t count);
int note_empty(struct context *context, struct store *store);

#endif
