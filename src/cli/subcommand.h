/* subcommand: the table of subcommands, from which usage, help and the manual come. */
#ifndef DIPTYCH_CLI_SUBCOMMAND_H
#define DIPTYCH_CLI_SUBCOMMAND_H

#include "cli/context.h"

/* Ends with a record without a name. */
const struct subcommand *subcommand_table(void);

#endif
