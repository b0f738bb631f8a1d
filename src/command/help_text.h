/* help_text: help and facts, written from the tables in the code, so that they cannot disagree
 * with it. */
#ifndef DIPTYCH_COMMAND_HELP_TEXT_H
#define DIPTYCH_COMMAND_HELP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct document;
struct session;
struct article_view;

/* Help and facts, as texts; of the help the card is set for a pane of `columns`. Caller frees. */
char *help_text(const struct session *session, const char *topic, int columns);
bool help_find(const struct document *help, const char *topic, size_t *place);
char *help_facts(struct session *session, struct article_view *view);

#endif
