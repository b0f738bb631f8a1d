/* completion: completion in the prompt: commands, options and their values, articles, files, help
 * topics. */
#ifndef DIPTYCH_SESSION_COMPLETION_H
#define DIPTYCH_SESSION_COMPLETION_H

struct prompt_ops;
struct session;

/* The prompt that takes a command line, and opening it with the beginning of one. */
extern const struct prompt_ops command_prompt;
void completion_open_line(struct session *session, const char *text);

void completion_cells(void *context);
void completion_comment(void *context);

#endif
