/* command_words: a command of the reader's own as the arguments of a program that no shell sees.
 *
 * It is cut at blanks; a pair of ' or " binds what is between them. Then %(name) becomes the value of
 * that name, whatever is in it: one argument stays one argument. The values go into the environment too, as
 * DIPTYCH_NAME, for programs and shells that would rather look there.
 *
 * Ownership: command_words_free, command_values_free; start values with { 0 }. */
#ifndef DIPTYCH_BASE_COMMAND_WORDS_H
#define DIPTYCH_BASE_COMMAND_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define COMMAND_VALUE_MOST ((size_t)100000) /* bytes: systems take no longer argument */

struct command_value {
    char *name; /* "file" */
    char *value;
};

struct command_values {
    struct command_value *items;
    size_t count;
    size_t capacity;
};

struct command_words {
    char **items; /* NULL-terminated once it is cut */
    size_t count;
    size_t capacity;
};

/* Both are copied; NULL is "". */
void command_values_add(struct command_values *values, const char *name, const char *value);
void command_values_free(struct command_values *values);

/* Whether a %(...) stands in it. */
bool command_has_place(const char *command);

/* False with a sentence: a name there is none of, a value that is too long, a quotation mark without
 * its other, or no word at all. */
bool command_words_cut(const char *command, const struct command_values *values,
                       struct command_words *words, struct error *error);

/* "DIPTYCH_FILE=..." of those that are not empty and not too long. */
void command_words_environment(const struct command_values *values, struct command_words *words);
void command_words_free(struct command_words *words);

#endif
