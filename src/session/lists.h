/* lists: what the lists of the room have in common: opening one, and where a chosen row leads.
 *
 * Each list is a const struct list_source (ui/list.h) in a file of its own; one more touches that
 * file, this header and the command that opens it. */
#ifndef DIPTYCH_SESSION_LISTS_H
#define DIPTYCH_SESSION_LISTS_H

#include "base/message.h"
#include "ui/list.h"
#include "ui/pane.h"

struct session;

#define LISTS_HINT N_("Enter opens · C-v beside · F filters · q closes")
#define LISTS_SORTED_HINT N_("Enter opens · C-v beside · F filters · s sorts · q closes")

extern const struct list_source lists_library, lists_collections, lists_outline, lists_entities,
    lists_hits, lists_versions, lists_notes, lists_review, lists_deleted, lists_marks, lists_jumps;

/* A new list with the rows that there are for the pane, for session_show_list; lists_open shows it over
 * that pane. `title`: NULL where the source has one. NULL, with the message of source->fill or
 * source->none, when there is nothing to show. */
struct list *lists_make(struct session *session, struct pane *pane,
                        const struct list_source *source, const char *title);
struct list *lists_open(struct session *session, struct pane *pane,
                        const struct list_source *source, const char *title);

/* Fills the lists of that source anew, wherever they are open; the chosen row stays. */
void lists_refill(struct session *session, const struct list_source *source);

/* The focused pane, its list closed, or a new one: NULL with a message when there is no room.
 * lists_opened closes it again where nothing was opened in it. */
struct pane *lists_target(struct session *session, enum view_target target);
void lists_opened(struct session *session, struct pane *pane, bool ok, enum view_target target);

/* The id of the library's row that the article stands in. */
const char *lists_library_row(const struct session *session, const char *id);

/* For struct list_source: opens the article or file that the row stands for; opens it in the
 * editor (edit.c). */
void lists_choose(struct session *session, struct list *list, enum view_target target);
void edit_list_row(struct session *session, struct list *list, bool in_editor);

#endif
