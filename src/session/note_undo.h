/* note_undo: u, C-r and the bin. What this visit did in the article that is shown is undone at
 * once; what is older or in another article only when the reader says y. */
#ifndef DIPTYCH_SESSION_NOTE_UNDO_H
#define DIPTYCH_SESSION_NOTE_UNDO_H

struct annotation;
struct buffer;
struct invocation;
struct session;

void note_undo_run(struct session *session, const struct invocation *invocation);
/* u while reading: undoes what this visit did if that was the last that was done, else half a page back. */
void note_undo_run_or_back(struct session *session, const struct invocation *invocation);
void note_undo_show_deleted(struct session *session); /* :notes deleted */
void note_undo_empty(struct session *session);        /* :notes empty */

/* Adds “first words” in ARTICLE: its comment's, else its quote's. */
void note_undo_name(struct buffer *out, const struct annotation *annotation);

#endif
