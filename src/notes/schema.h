/* schema: the tables of the store, and how an older file gets them.
 *
 * user_version is the number of steps that made the file, application_id tells whose it is. */
#ifndef DIPTYCH_NOTES_SCHEMA_H
#define DIPTYCH_NOTES_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "notes/sql.h"

enum schema_age {
    SCHEMA_NONE, /* an empty database */
    SCHEMA_OLDER,
    SCHEMA_CURRENT,
    SCHEMA_NEWER,
    SCHEMA_FOREIGN /* another program's */
};

int64_t schema_version(void); /* of this program */

bool schema_look(struct sql *sql, enum schema_age *age, int64_t *version, struct error *error);

/* Whether the tables of a file of that version are all there. False when it cannot be asked. */
bool schema_is_whole(struct sql *sql, int64_t version, bool *whole, struct error *error);

/* Brings an empty or older database up to date, in one transaction. Another program that does so at
 * the same time is waited for. */
bool schema_update(struct sql *sql, struct error *error);

#endif
