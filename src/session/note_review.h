/* note_review: the notes that are not where they were: what they said then, and where they may be
 * now. Nothing is moved unless the reader chooses a place. */
#ifndef DIPTYCH_SESSION_NOTE_REVIEW_H
#define DIPTYCH_SESSION_NOTE_REVIEW_H

struct annotation_target;
struct list;
struct session;
struct text;

/* Those that are not where they were (note_review_show.c). */
void note_review_show(struct session *session);

/* The text of the article that a passage was taken from, held; NULL: there is none. */
struct text *note_review_hold_article(struct session *session,
                                      const struct annotation_target *passage);
void note_review_place_here(struct session *session); /* the lost one that was chosen */
void note_review_settle(
    struct session *session); /* places of those whose words only stand elsewhere */

#endif
