/* completion: completion in the prompt: commands, options and their values, articles, files, help
 * topics. */
#ifndef DIPTYCH_SESSION_COMPLETION_H
#define DIPTYCH_SESSION_COMPLETION_H

struct prompt_ops;

extern const struct prompt_ops command_prompt;

void completion_cells(void *context);
void completion_comment(void *context);

#endif
