/* digit: a decimal digit, ASCII or full-width. */
#ifndef DIPTYCH_TEXT_DIGIT_H
#define DIPTYCH_TEXT_DIGIT_H

#include <stdbool.h>
#include <stddef.h>

/* The value of the digit at `at`, its bytes in *size; -1 when it is none. */
int digit_at(const char *text, size_t length, size_t at, size_t *size);

/* Whether exactly `count` digits stand at `at`. */
bool digit_is_group(const char *text, size_t length, size_t at, int count);

#endif
