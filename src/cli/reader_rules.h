/* reader_rules: the lines of diptychrc that hold for commands, too: set reader, set search-engine. */
#ifndef DIPTYCH_CLI_READER_RULES_H
#define DIPTYCH_CLI_READER_RULES_H

struct conversion;

/* Puts them in force in `conversion` (doc/outside_reader.h). Lines that are wrong are passed over: the room, which reads
 * the whole file, tells of them. `config_folder` may be NULL. */
void reader_rules_load(const char *config_folder, struct conversion *conversion);

/* The words of search-engine, "" none. Caller frees. */
char *reader_rules_search_engine(const char *config_folder);

#endif
