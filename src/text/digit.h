/* digit: a decimal digit, ASCII or full-width. */
#ifndef DIPTYCH_TEXT_DIGIT_H
#define DIPTYCH_TEXT_DIGIT_H

#include <stddef.h>

/* The value of the digit at `at`, its bytes in *size; -1 when it is none. */
int digit_at(const char *text, size_t length, size_t at, size_t *size);

#endif
