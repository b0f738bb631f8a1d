/* reader_rules: the lines `set reader ...` of diptychrc, for commands and the room alike. */
#ifndef DIPTYCH_CLI_READER_RULES_H
#define DIPTYCH_CLI_READER_RULES_H

struct conversion;

/* Puts them in force in `conversion` (doc/outside_reader.h). Lines that are wrong are passed over: the room, which reads
 * the whole file, tells of them. `config_folder` may be NULL. */
void reader_rules_load(const char *config_folder, struct conversion *conversion);

#endif
