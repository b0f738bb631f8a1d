#include "language/irregular.h"

#include <string.h>

#include "base/bisect.h"

const struct irregular_form *irregular_find(const char *form, enum irregular_use use, size_t from)
{
    size_t at = from;
    BISECT(at, irregular_form_count, strcmp(irregular_forms[at].form, form) >= 0);
    for (; at < irregular_form_count && strcmp(irregular_forms[at].form, form) == 0; at++)
        if ((irregular_forms[at].use & (unsigned)use) != 0)
            return &irregular_forms[at];
    return NULL;
}
