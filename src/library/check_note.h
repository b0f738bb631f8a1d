/* check_note: the rules for the entity notes of a declared collection. */
#ifndef DIPTYCH_LIBRARY_CHECK_NOTE_H
#define DIPTYCH_LIBRARY_CHECK_NOTE_H

#include "library/checked_file.h"
#include "library/note.h"

/* Front matter of one note: names in both languages, a type, check_fitness, exceptions with a name
 * in them. What broken front matter does not say is no fault of its own. */
void check_note(const struct checked_file *file, const struct note *note, struct faults *faults);

/* Names that are not looked for in texts (note_name_fault), but for the names of files; those that
 * are too many; and aliases that are everyday words (text/commonword.h). */
void check_fitness(const char *path, const struct note *note, struct faults *faults);

/* Names and aliases that two notes share, or one gives twice; letter case does not tell them
 * apart. Short names may be shared: the article decides. */
void check_names(const struct notes *notes, struct faults *faults);

/* Short names that no article uses as a whole word. */
void check_short_names(const struct notes *notes, const struct checked_file *articles,
                       size_t count, struct faults *faults);

#endif
