/* show: articles printed as on screen; and what the program prints instead of opening the reading
 * room when standard output is no terminal. */
#ifndef DIPTYCH_CLI_SHOW_H
#define DIPTYCH_CLI_SHOW_H

#include "cli/context.h"

int cli_show(struct context *context, const char *const *names, size_t count);

/* The plain print: one article as show, two beside each other, more one after another, a folder's
 * list; without names, the articles that the collection opens first, else its list. */
int show_room(struct context *context, const char *const *names, size_t count);

#endif
