/* edit: the reader's editor: on the file of a text or row, and on notes that are not there yet. */
#ifndef DIPTYCH_SESSION_EDIT_H
#define DIPTYCH_SESSION_EDIT_H

#include <stdbool.h>

struct invocation;
struct pane;
struct session;

/* Calls the editor on the comment of an annotation; `done` gets what was written, NULL when it was
 * not saved. False with a message when there is no editor. */
bool edit_comment(struct session *session, const char *text,
                  void (*done)(struct session *session, const char *text));

/* The reader's editor, NULL none. */
const char *edit_program(const struct session *session);

/* The program that was asked for has ended; whether it ran at all. */
void edit_ended(struct session *session, bool ran);

void edit_file(struct session *session, const char *path, unsigned line); /* 0: no line */
void edit_text(struct session *session, struct pane *pane); /* the one that the pane shows */

/* Says that there is no such note; the next key writes it if it is y, and is then taken. */
void edit_offer_note(struct session *session, const char *target);

void edit_run(struct session *session, const struct invocation *invocation);
void edit_run_new_note(struct session *session, const struct invocation *invocation);

#endif
