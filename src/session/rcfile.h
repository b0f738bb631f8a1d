/* rcfile: what a line of diptychrc means: set, bind, bind-list, unbind, unbind-list, color, palette; the files
 * and their remarks are config_file.h's.
 *
 *     set measure 72
 *     bind C-w n vsplit        keys in sequence, then the command line
 *     bind , next-link ; follow    several, one after the other (command_line_length)
 *     unbind q                 these keys do nothing any more
 *     bind-list x choose       the same for lists and tables */
#ifndef DIPTYCH_SESSION_RCFILE_H
#define DIPTYCH_SESSION_RCFILE_H

#include <stdbool.h>

#include "library/fault.h"

struct error;
struct session;

/* Reads diptychrc of the configuration folder, if there is one. */
void rcfile_read(struct session *session, struct faults *faults);

/* Takes a file in, as `source` does. */
void rcfile_source(struct session *session, const char *path, struct faults *faults);

/* Shows faults: one as a message, several in a box, each with its file and line. */
void rcfile_tell(struct session *session, const struct faults *faults);

/* "measure 72": sets an option. What names a palette that there is not is a fault. */
bool rcfile_set(struct session *session, const char *line, struct error *error);

bool rcfile_line(struct session *session, const char *line, struct error *error);

#endif
