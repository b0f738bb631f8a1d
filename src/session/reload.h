/* reload: replaces the document of an open text: when the rest of a long file has been read, or when
 * the file is read again. Cursors, scroll positions, jump lists and marks are kept. */
#ifndef DIPTYCH_SESSION_RELOAD_H
#define DIPTYCH_SESSION_RELOAD_H

#include <stdbool.h>

struct document;
struct session;
struct text;
struct article_view;

/* text->document is another one with the same offsets up to the old one's end. */
void session_relayout(struct session *session, struct text *text);

/* Waits for the rest of a long text that is still being read. */
void session_complete_text(struct session *session, struct article_view *view);
void session_complete_whole(struct session *session, struct text *text); /* shown or not */
bool session_poll_texts(struct session *session, bool wait);

/* Waits for the whole of every text whose head is shown, but not for what is being converted. */
void session_complete_texts(struct session *session);

/* Reads the text's file again. The cursor and the top of every pane that shows it, the jump lists,
 * marks and rows of lists that lead into it go where their words are now (position_remap.h).
 * False with a message when there is no file or it cannot be read: the text stays as it is. */
bool session_reload_text(struct session *session, struct text *text);

/* How files are read, as the options say; true when that is new. */
bool session_take_wish(struct session *session);

/* Reads all open files again, since they are to be read in another way. False with a message when one
 * cannot be: that and the others stay as they were. */
bool session_reload_all(struct session *session);

/* After text->document has taken the place of `old`: the same, and frees `old`. */
void session_text_moved(struct session *session, struct text *text, struct document *old);

#endif
