/* table: all commands of the reading room, joined from the files that define them.
 *
 * Each file NAME.c of this folder ends in NAME_commands[]: a new command is a row there and in the
 * manual, a new file one line here and one in table.c. */
#ifndef DIPTYCH_COMMAND_TABLE_H
#define DIPTYCH_COMMAND_TABLE_H

#include "session/registry.h"

/* For struct session_setup. */
extern const struct command_set command_all;

extern const struct command move_commands[];
extern const struct command pane_commands[];
extern const struct command link_commands[];
extern const struct command search_commands[];
extern const struct command bilingual_commands[];
extern const struct command figure_commands[];
extern const struct command story_commands[];
extern const struct command entity_commands[];
extern const struct command select_commands[];
extern const struct command note_commands[];
extern const struct command export_commands[];
extern const struct command list_commands[];
extern const struct command general_commands[];
extern const struct command write_commands[];
extern const struct command tutor_commands[];

#endif
