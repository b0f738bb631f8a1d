/* note_import_part: :import, the notes of a file, which a thread looks for while one reads on; cancel stops it,
 * and nothing was taken in. */
#ifndef DIPTYCH_SESSION_NOTE_IMPORT_PART_H
#define DIPTYCH_SESSION_NOTE_IMPORT_PART_H

struct session;
struct invocation;

void note_import_part_run(struct session *session, const struct invocation *invocation);

#endif
