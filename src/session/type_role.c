#include "session/type_role.h"

#include "layout/style.h"

unsigned type_role_of(enum note_type type)
{
    static const unsigned roles[] = {
        [NOTE_UNKNOWN] = ROLE_PRODUCT,         [NOTE_PERSON] = ROLE_PERSON,
        [NOTE_COMPANY] = ROLE_COMPANY,         [NOTE_PRODUCT] = ROLE_PRODUCT,
        [NOTE_PUBLICATION] = ROLE_PUBLICATION, [NOTE_PLACE] = ROLE_PLACE,
        [NOTE_EVENT] = ROLE_EVENT,
    };
    return roles[type];
}
