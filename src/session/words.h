/* words: the words that the reader has kept to learn, as the room knows them: annotations of kind
 * word (notes/annotation.h). They lie in the store of notes and not in a file beside it because all that
 * keeps notes safe keeps them safe so: transactions between several rooms, seals, daily copies,
 * salvage, undo and the bin. */
#ifndef DIPTYCH_SESSION_WORDS_H
#define DIPTYCH_SESSION_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct buffer;
struct invocation;
struct session;

/* What is known of a word that was looked up. */
struct words_item {
    const char *word;
    const char *reading;     /* "" unknown, so the next */
    const char *translation;
    bool placed; /* it stands in the text of the focused pane */
    size_t at;   /* ... at this byte of it */
};

/* Keeps it with the sentence that it stands in and what stands for that in the other version, unless it
 * is kept already. Says what was done. */
void words_keep(struct session *session, const struct words_item *item);

/* Marks it as known, or no longer; keeps it where it was not. */
void words_know(struct session *session, const struct words_item *item);

/* Remembers that the word was looked up. */
void words_looked_up(struct session *session, const char *word);

/* Adds "kept on 2026-11-29, known · looked up 3 times before, last on 2026-11-28", as far as there is
 * something to say. */
void words_add_past(struct session *session, const char *word, struct buffer *out);

/* gW, and gw in that list. */
void words_run(struct session *session, const struct invocation *invocation);
bool words_know_row(struct session *session); /* false: no list of words is open */

/* Whether the focused pane shows the list of words; writes those that it shows into a file that Anki
 * imports (export/anki_print.h), over one that is there. */
bool words_is_shown(struct session *session);
void words_export(struct session *session, const char *path);

#endif
