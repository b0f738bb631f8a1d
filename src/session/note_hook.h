/* note_hook: the program that is told of every note that is written in the room: option on-note. It runs
 * beside the room, which waits for nothing and only says when it fails. */
#ifndef DIPTYCH_SESSION_NOTE_HOOK_H
#define DIPTYCH_SESSION_NOTE_HOOK_H

struct annotation;
struct session;

/* A note was stored. */
void note_hook_tell(struct session *session, const struct annotation *note);

#endif
