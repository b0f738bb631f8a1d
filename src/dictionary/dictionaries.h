/* dictionaries: the compiled dictionaries of a reader, all those in one folder.
 *
 * A dictionary called NAME is the file NAME.dictionary. One that cannot be opened is there with
 * its fault, so that it can be told of and removed. Opening all of them costs the opening of as
 * many files, no more.
 * Ownership: dictionaries_free closes what was opened. */
#ifndef DIPTYCH_DICTIONARY_DICTIONARIES_H
#define DIPTYCH_DICTIONARY_DICTIONARIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/file.h"
#include "dictionary/dictionary.h"

#define DICTIONARIES_FOLDER "dictionaries" /* in the reader's data folder */

struct installed {
    char *name;
    char *path;
    struct dictionary *dictionary; /* NULL when it cannot be opened: */
    char *fault;                   /* then why, else NULL */
};

struct dictionaries {
    struct installed *items; /* by name */
    size_t count;
    size_t capacity;
};

/* `folder` may be NULL or no folder: then there are none. */
struct dictionaries *dictionaries_open(const char *folder);
void dictionaries_free(struct dictionaries *dictionaries);

/* Tells whether what dictionaries_open would open is another than it was: files that came, went, or were written
 * over where they lie. No dictionary is opened. */
struct file_stamp dictionaries_stamp(const char *folder);

/* The file of the dictionary called `name`; NULL when that can be no name. Caller frees. */
char *dictionaries_path(const char *folder, const char *name);

#endif
