/* popup_part: a box of lines that a command has shown: facts, notes. The next key closes it. */
#ifndef DIPTYCH_SESSION_POPUP_PART_H
#define DIPTYCH_SESSION_POPUP_PART_H

struct session;

/* Opens it, in place of the one that is open; takes over the text. */
void popup_part_show(struct session *session, char *text);

#endif
