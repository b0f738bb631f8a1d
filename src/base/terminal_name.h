/* terminal_name: what is known of a terminal by its name, for its description (terminfo) tells nothing of it. */
#ifndef DIPTYCH_BASE_TERMINAL_NAME_H
#define DIPTYCH_BASE_TERMINAL_NAME_H

#include <stdbool.h>

/* Whether it begins with one of the words, which have blanks between them. A name may be NULL. */
bool terminal_name_begins(const char *name, const char *words);

bool terminal_name_keeps_titles(const char *name); /* of its window, and has that of before again */
bool terminal_name_shows_frames(const char *name); /* what comes between two marks at once */
bool terminal_name_opens_links(const char *name);  /* that are told with the text (OSC 8) */
bool terminal_name_is_console(const char *name);   /* knows no OSC 52, and may print it */

#endif
