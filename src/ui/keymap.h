/* keymap: key sequences and the command lines they stand for, as data.
 *
 * A sequence is key names in a row, separated by spaces ("g g", "C-w s"); a binding
 * belongs to a mode. A count typed before it and characters after it (m a) are not its
 * business. The standard table is keymap_standard(); diptychrc and `:bind` add to it or
 * replace.
 * Ownership: keymap_free; strings are copied. */
#ifndef DIPTYCH_UI_KEYMAP_H
#define DIPTYCH_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/key.h"
#include "base/error.h"

#define KEYMAP_LONGEST 4 /* keys in a sequence */

enum keymap_mode {
    KEYMAP_READ = 1, /* an article */
    KEYMAP_LIST = 2, /* the library, the outline, ... */
    KEYMAP_TABLE = 4, /* the coverage table */
    KEYMAP_ALL = 7,
    KEYMAP_SELECT = 8 /* beside KEYMAP_READ, while a passage is being selected */
};

/* A row of the standard table. */
struct keymap_row {
    enum keymap_mode mode;
    const char *keys;
    const char *command;
};

const struct keymap_row *keymap_standard(size_t *count);

struct keymap;

struct keymap *keymap_new(void); /* with the standard table */
void keymap_free(struct keymap *keymap);

/* Binds in the given modes; a command of "" unbinds. */
bool keymap_bind(struct keymap *keymap, enum keymap_mode mode, const char *keys,
                 const char *command, struct error *error);

enum keymap_answer { KEYMAP_NONE, KEYMAP_PARTIAL, KEYMAP_FULL };

/* What the keys typed so far mean in `mode`; *command is set for KEYMAP_FULL and lives as
 * long as the binding. */
enum keymap_answer keymap_look(struct keymap *keymap, enum keymap_mode mode,
                               const struct key *keys, size_t count, const char **command);

/* The first keys that mean `command`, which is a constant, in `mode`, NULL when none do; they live as long as
 * the binding. Quick when the same is asked again, as every frame does. */
const char *keymap_keys(struct keymap *keymap, enum keymap_mode mode, const char *command);

/* Walks the bindings in table order: for the help. Returns false past the last. */
bool keymap_nth(const struct keymap *keymap, size_t index, struct keymap_row *row);

#endif
