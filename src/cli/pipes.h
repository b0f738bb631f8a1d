/* pipes: names on the command line that are pipes, made files.
 *
 * "-", a pipe such as a shell makes of <(cmd), and, where no name is given, a standard input that is a pipe or a
 * file become spools (base/spool.h); the names of their files take their place.
 * Ownership: pipes_end frees and removes them; until then the names in `arguments` stand. */
#ifndef DIPTYCH_CLI_PIPES_H
#define DIPTYCH_CLI_PIPES_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/arguments.h"
#include "cli/environment.h"

struct spool;

struct pipes {
    struct spool **items;
    size_t count;
    bool standard_input; /* one of them is it */
};

/* False with a sentence. Waits for nothing. */
bool pipes_begin(struct pipes *pipes, const struct environment *environment,
                 struct arguments *arguments, struct error *error);
void pipes_end(struct pipes *pipes);

/* Waits until all have come in whole; or, `first`, until there is something to show. */
void pipes_wait(const struct pipes *pipes, bool first);

/* Puts the terminal that standard output is in the place of a standard input that is none. */
bool pipes_take_terminal(struct error *error);

#endif
