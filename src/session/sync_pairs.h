/* sync_pairs: two versions of a story for a command: which two, their alignment, a page that the
 * program made of both. */
#ifndef DIPTYCH_SESSION_SYNC_PAIRS_H
#define DIPTYCH_SESSION_SYNC_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

struct text_pair;
struct document;
struct session;
struct text;

/* For commands on two versions. The text that the focused one is compared with: in
 * the other pane, else the story's other version, which is opened on the shelf; the caller releases
 * it. NULL with a message. */
struct text *sync_pairs_text(struct session *session, const char *command);

/* The focused text, held. On a page of texts side by side, the first that it leads to. */
struct text *sync_pairs_text_here(struct session *session);

/* Adds the texts in the panes that are not among the `count` yet, each held, up to `most`; the new
 * count. */
size_t sync_pairs_hold_panes(struct session *session, struct text **texts, size_t count, size_t most);

/* The texts in the panes, from the first on; where there is one alone, it and the story's other
 * version; those that a page of texts side by side leads to. How many, each held; 0 with a message. */
size_t sync_pairs_texts(struct session *session, struct text **texts, size_t most);

/* The coupling of the two, waited for a moment. NULL with a message. */
struct text_pair *sync_pairs_wait(struct session *session, struct text *text, struct text *other,
                                  int *side);

/* Shows a page of both in the whole room, the cursor at `place`; takes over title and document. */
void sync_pairs_show_page(struct session *session, char *title, struct document *document,
                          size_t place);

bool sync_pairs_open(struct session *session); /* the other version, beside this text */

#endif
