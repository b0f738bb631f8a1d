/* open: texts, files and folders on their way into a pane, and lists over it. */
#ifndef DIPTYCH_SESSION_OPEN_H
#define DIPTYCH_SESSION_OPEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct list;
struct pane;
struct session;
struct text;

/* Shows an article, note, file or folder in a pane; the old text goes to the jump list. False with
 * a message when it cannot be opened. */
bool session_open(struct session *session, struct pane *pane, const char *name);
bool session_open_path(struct session *session, struct pane *pane, const char *path,
                       const char *name);
void session_show(struct session *session, struct pane *pane, struct text *text);

/* Tells what a reader should know of a text that has come: its encoding, its damage. */
void open_told(struct session *session, const struct text *text);

/* Goes to a remembered place, opening its text if need be. */
bool session_go(struct session *session, struct pane *pane, const char *name, const char *path,
                size_t cursor, size_t anchor);

/* Opens the page of an entity from a mention of it: in the other pane where there is one. */
void session_open_entity(struct session *session, uint32_t entity);

/* Goes to a place of an article beside the focused pane: in a pane that shows it, else in the next
 * one, else here; Ctrl-O leads back to where the reader came from. False with a message when it
 * cannot be opened. */
bool session_go_beside(struct session *session, const char *path, const char *id, size_t offset);

/* Puts a list over a pane (takes it over). */
void session_show_list(struct session *session, struct pane *pane, struct list *list);
void session_close_list(struct session *session, struct pane *pane);

/* A new pane beside or below the focused one, focused; NULL with a message. */
struct pane *session_split(struct session *session, bool side_by_side);

#endif
