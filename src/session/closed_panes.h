/* closed_panes: the panes that the reader closed, to be opened again, the last one first.
 *
 * A pane comes back beside the one that it stood by, with its text at its place; a page that the
 * program made does not, for it is gone. */
#ifndef DIPTYCH_SESSION_CLOSED_PANES_H
#define DIPTYCH_SESSION_CLOSED_PANES_H

struct invocation;
struct pane;
struct session;

/* Before a pane is closed for good. */
void closed_panes_remember(struct session *session, struct pane *pane);

/* The command `reopen`. */
void closed_panes_run(struct session *session, const struct invocation *invocation);

#endif
