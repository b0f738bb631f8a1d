/* version_files: the versions of a file that belongs to no collection, by their names alone
 * (version_name.h): those beside it, and those in folders of languages beside its own.
 *
 * Looks at 4,000 names of a folder at most, opens no file. */
#ifndef DIPTYCH_LIBRARY_VERSION_FILES_H
#define DIPTYCH_LIBRARY_VERSION_FILES_H

#include "library/version_group.h"

/* Appends their paths, sorted; version_names_free. */
void version_files(const char *path, struct version_names *paths);

#endif
