#include "cli/counter.h"

#include <stdio.h>

#include "text/utf8.h"

const char *counter_at(struct counter *counter, size_t byte, char out[COUNTER_SIZE])
{
    counter->code_points += utf8_count(counter->text + counter->byte, byte - counter->byte);
    counter->byte = byte;
    snprintf(out, COUNTER_SIZE, "%zu", counter->code_points);
    return out;
}
