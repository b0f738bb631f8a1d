/* saved_state: the visit: which panes stood where, and how far every text was read. One small file
 * a collection under the data folder, visits/HASH.tsv, written whole when the room closes.
 *
 *     diptych-visit 1
 *     panes TREE FOCUS           pane.h's description, index of the focused pane
 *     pane INDEX NAME PATH CURSOR ANCHOR
 *     place PATH CURSOR ANCHOR   latest first, at most PLACES
 *     past KIND TEXT             the prompt's histories, oldest first
 *
 * Fields are parted by tabs; offsets are code points, so that they survive a change of how
 * the program stores text. A line that makes no sense is skipped. */
#ifndef DIPTYCH_SESSION_SAVED_STATE_H
#define DIPTYCH_SESSION_SAVED_STATE_H

#include <stdbool.h>
#include <stddef.h>

struct error;
struct session;
struct article_view;

/* Takes up the last visit, with its panes if asked for. False: no pane of it is there. */
bool saved_state_load(struct session *session, bool panes);
bool saved_state_is_first(const struct session *session); /* no visit of any collection was ever kept */
bool saved_state_save(struct session *session, struct error *error);

/* Closing pane after pane is one way to leave: the panes as they were before the first q are those
 * that come back. saved_state_keep_panes remembers them (once), visit_forget_panes lets go. */
void saved_state_keep_panes(struct session *session);
void saved_state_note_place(struct session *session, const struct article_view *view);

/* How far the text at `path`, of so many characters, was read, in percent, as far as anybody
 * remembers. */
int saved_state_read(const struct session *session, const char *path, size_t characters);

#endif
