/* colours: the palette in force, with what the reader changed in it. */
#ifndef DIPTYCH_SESSION_COLOURS_H
#define DIPTYCH_SESSION_COLOURS_H

#include <stdbool.h>

struct error;
struct invocation;
struct session;

/* A line of diptychrc without its first word: "person #ffaf87", "light hit black on yellow bold".
 * With a theme's name before the role it holds in that theme alone. */
bool colours_set(struct session *session, const char *line, struct error *error);

/* The command `color`. */
void colours_run(struct session *session, const struct invocation *invocation);

#endif
