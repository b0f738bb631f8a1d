#include "text/lettercase.h"

#include <unicase.h>

uint32_t lettercase_small(uint32_t code)
{
    return uc_tolower(code);
}

uint32_t lettercase_capital(uint32_t code)
{
    return uc_toupper(code);
}
