/* context: what a subcommand works with.
 *
 * A subcommand gets the context and the names after its own, prints through `out` and returns an
 * exit status. What it complains of goes through context_fail. */
#ifndef DIPTYCH_CLI_CONTEXT_H
#define DIPTYCH_CLI_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query/entity_index.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/output.h"
#include "library/collection.h"

enum exit_status { STATUS_DONE, STATUS_NOT_DONE, STATUS_USAGE };

struct context;
struct store;

struct subcommand {
    const char *name;
    const char *arguments; /* as in the usage */
    const char *help;      /* one line */
    int (*run)(struct context *context, const char *const *names, size_t count);
    uint64_t flags; /* enum cli_flag that it takes */
    size_t least;   /* names it wants */
    size_t most;
};

struct context {
    const struct environment *environment;
    const struct arguments *arguments;
    const struct subcommand *commands; /* the table (subcommand.h) */
    struct output *out;
    struct collection *collection; /* NULL until context_collection is called */
    struct entity_index *entity_index; /* NULL until context_entity_index is called */
    bool ascii_errors;             /* standard error is a terminal that takes no UTF-8 */
};

/* reader_open, and a note on standard error when the file was not in UTF-8. */
struct document *context_read(const struct context *context, const char *path,
                              struct error *error);

/* The subcommand of that name, NULL when there is none. */
const struct subcommand *context_find(const struct context *context, const char *name);

/* Complains of `error` and returns `status`. */
int context_fail(struct context *context, const struct error *error, int status);

/* A table (output.h) in the format that was asked for; its end, with the status: done if `ok` and
 * there are rows. */
void context_table(struct context *context, const char *columns);
int context_end_table(struct context *context, bool ok);

/* What the store has to say is told whatever else comes of it. */
void context_tell_notice(struct context *context, struct store *store);

/* Complains of what is wrong with the collection's collection.yaml, if anything is. */
void context_tell_fault(const struct context *context, const struct collection *collection);

/* The collection in force, opened at the first call, its fault complained of. NULL with a sentence
 * when there is none. */
struct collection *context_collection(struct context *context, struct error *error);

/* The entity index of that collection (without one: of the standard collection) and of the vault,
 * built at the first call. NULL with a sentence when the vault cannot be read. */
const struct entity_index *context_entity_index(struct context *context, struct error *error);

/* Cells a line may take: --width, else COLUMNS, else `otherwise`. */
int context_width(const struct context *context, int otherwise);

/* The same for lines that are no prose: else what the terminal has, else 80. */
int context_line_width(const struct context *context);

#endif
