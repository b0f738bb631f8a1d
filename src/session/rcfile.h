/* rcfile: diptychrc: one command a line, # begins a comment, `set` and `bind` are what it is for.
 *
 *     set measure 72
 *     bind C-w n vsplit        keys in sequence, then the command line
 *     bind-list x choose       the same for lists and tables */
#ifndef DIPTYCH_SESSION_RCFILE_H
#define DIPTYCH_SESSION_RCFILE_H

#include <stdbool.h>

struct error;
struct session;

void rcfile_read(struct session *session);
bool rcfile_line(struct session *session, const char *line, struct error *error);

#endif
