/* type_role: the role that names of a type are painted in. */
#ifndef DIPTYCH_SESSION_TYPE_ROLE_H
#define DIPTYCH_SESSION_TYPE_ROLE_H

#include "library/note.h"

unsigned type_role_of(enum note_type type);

#endif
