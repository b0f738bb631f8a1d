/* backup: copies of the notes, made whole or not at all, in the folder backups/ beside them.
 *
 * A copy is taken by SQLite's backup interface from what is committed, checked, synced, and
 * renamed into place. Copies are as private as the notes. */
#ifndef DIPTYCH_NOTES_BACKUP_H
#define DIPTYCH_NOTES_BACKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "notes/sql.h"

#define BACKUP_FOLDER "backups"

/* Whether there is a backup of that day ("2015-06-23"). */
bool backup_is_there(const char *folder, const char *day);

/* Makes backups/notes-DAY.db. `keep` of them are kept, this one and those that know most: the days
 * in their names are what a clock said, which may have been wrong. */
bool backup_daily(struct sql *sql, const char *folder, const char *day, size_t keep,
                  struct error *error);

/* backups/notes-before-schema-N.db, for a step up from `version`. One that is there is kept. */
bool backup_before_schema(struct sql *sql, const char *folder, int64_t version,
                          struct error *error);

/* Whether there is any daily backup. */
bool backup_is_any(const char *folder);

/* Visits the paths of the daily backups, until `visit` returns false: first the one that has seen the
 * most changes, whatever its name says. */
void backup_each(const char *folder, bool (*visit)(void *context, const char *path), void *context);

#endif
