/* check_vault: the reader's own notes beside those of a collection.
 *
 * A vault was not written for this program: it is held to what makes its names work. */
#ifndef DIPTYCH_LIBRARY_CHECK_VAULT_H
#define DIPTYCH_LIBRARY_CHECK_VAULT_H

#include "library/collection.h"
#include "library/fault.h"

/* Notes that cannot be read or are no UTF-8, broken front matter, aliases that no text is searched
 * for, names that two notes of the vault share; and what it takes from the collection's notes
 * (shadow.h): which are covered, which names are taken. Sorted with the other faults. */
void check_vault(struct collection *vault, struct collection *collection, struct faults *faults);

#endif
