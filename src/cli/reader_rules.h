/* reader_rules: the lines of diptychrc that hold for commands, too: set language, set reader, set search-engine. */
#ifndef DIPTYCH_CLI_READER_RULES_H
#define DIPTYCH_CLI_READER_RULES_H

#include "cli/environment.h"

/* Puts the language of `set language` in force, else that of the locale; before anything is said. */
void reader_rules_choose_language(const struct environment *environment);

/* Puts them in force in the environment's conversion (doc/outside_reader.h). Lines that are wrong are
 * passed over: the room, which reads the whole file, tells of them, and so does --check-config. */
void reader_rules_load(const struct environment *environment);

/* The words of search-engine, "" none. Caller frees. */
char *reader_rules_search_engine(const struct environment *environment);

#endif
