/* annotate: writing an annotation: what it is about is described when it is begun, and from then
 * on kept until it is stored or the reader gives it up. */
#ifndef DIPTYCH_SESSION_ANNOTATE_H
#define DIPTYCH_SESSION_ANNOTATE_H

#include <stdbool.h>

struct invocation;
struct session;

/* Changes the annotation of that id, in the prompt or in the reader's editor. */
void annotate_edit(struct session *session, const char *id, bool in_editor);

/* The command. */
void annotate_run(struct session *session, const struct invocation *invocation);

#endif
