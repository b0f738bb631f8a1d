/* lettercase: the small and capital form of one letter, one code point to one (Unicode's simple
 * case mapping). Full folding, where a letter may become two, is fold.h's. */
#ifndef DIPTYCH_TEXT_LETTERCASE_H
#define DIPTYCH_TEXT_LETTERCASE_H

#include <stdint.h>

/* The code point itself where it has no such form. */
uint32_t lettercase_small(uint32_t code);
uint32_t lettercase_capital(uint32_t code);

#endif
