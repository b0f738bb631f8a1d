/* note_marks: the reader's annotations as marks: found in the texts that are shown, painted, told
 * of in the status line. */
#ifndef DIPTYCH_SESSION_NOTE_MARKS_H
#define DIPTYCH_SESSION_NOTE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct annotation_target;
struct buffer;
struct error;
struct placement;
struct placements;
struct session;
struct text;

bool note_marks_can_annotate(const struct text *text); /* it is an article's or file's, and whole */
char *note_marks_article(const struct session *session, const struct text *text); /* caller frees */
/* Describes a passage as one of an article, where its file lies now. */
void note_marks_describe(const struct session *session, const struct text *text, struct span span,
                         struct annotation_target *target);
const char *note_marks_label(const char *article); /* a file is called by its own name alone */
struct text *note_marks_open_text(struct session *session,
                                  const char *article); /* NULL: none is open */
struct placements *note_marks_placements(struct session *session, struct text *text); /* or NULL */
void note_marks_find(struct session *session); /* brings what is shown up to date */
/* Notes were changed: all who show them look again, and what the store has to say is said. */
void note_marks_tell_change(struct session *session);
void note_marks_tell_notice(struct session *session);
void note_marks_fail(struct session *session, const char *what, const struct error *error);
const struct placement *note_marks_here(struct session *session, size_t *count); /* or NULL */
void note_marks_status(struct session *session, struct buffer *out);
void note_marks_add(struct session *session, struct buffer *out); /* those here, as for a popup */
bool note_marks_show(struct session *session); /* in a popup; false: none is here */

#endif
