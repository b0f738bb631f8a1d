/* clock: how much time has passed. */
#ifndef DIPTYCH_BASE_CLOCK_H
#define DIPTYCH_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds of a clock that never goes back; where it began means nothing. */
int64_t clock_now(void);

#endif
