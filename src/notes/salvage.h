/* salvage: what can be saved of a file of notes that is damaged, empty, another program's, or gone.
 *
 * A record counts when its seal is right (pack.h), so nothing half or altered comes through.
 * Sources, the best first:
 *   1. rows that the table still gives, from both of its ends and around what cannot be read;
 *   2. for what is missing then: what the journal of changes says they became; records anywhere in
 *      the file's bytes and in the sound backup that has seen most changes, of each annotation the one modified last.
 *      What is known to have been removed stays removed; where neither table nor journal can
 *      tell, it may come back, which is better than to lose one that was not.
 * A journal that is whole, the file's own or else that backup's, goes along, so that changes can still be taken back.
 * What is saved goes to a new file, which takes the old one's place by a rename; the old one is
 * kept as notes.db.damaged-DATE. A lock (notes.lock) keeps two programs from doing so at once.
 *
 * Ownership: nothing outlives the call. */
#ifndef DIPTYCH_NOTES_SALVAGE_H
#define DIPTYCH_NOTES_SALVAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct salvage_report {
    bool done;     /* false: another program has just done all this */
    char kept[64]; /* the old file's name now, "" when there was nothing in it */
    size_t saved;
    size_t older; /* of these from source 2 */
};

/* False with a sentence when nothing could be written; then all is as it was. */
bool salvage(const char *folder, const char *path, struct salvage_report *report,
             struct error *error);

#endif
