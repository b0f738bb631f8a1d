/* colours: the palettes there are, those of the themes and those that the reader named; what the reader changed
 * in them; and the one in force, which the option `theme` names. */
#ifndef DIPTYCH_SESSION_COLOURS_H
#define DIPTYCH_SESSION_COLOURS_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct session;

/* A line of diptychrc without its first word: "person #ffaf87", "light hit black on yellow bold".
 * With a palette's name before the role it holds in that one alone. */
bool colours_set(struct session *session, const char *line, struct error *error);

/* "night", "paper sepia": from now on there is a palette of that name, which begins as the other one is now
 * (dark). False with an error. */
bool colours_name_palette(struct session *session, const char *line, struct error *error);

/* The name of a palette, NULL behind the last one. */
const char *colours_name(const struct session *session, size_t index);

/* Whether the option `theme` names a palette that there is. False with an error. */
bool colours_known(const struct session *session, struct error *error);

#endif
