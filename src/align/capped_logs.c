#include "align/capped_logs.h"

#include <stdint.h>
#include <string.h>

#define AT_ONCE 4
#define MOST_RATIO 0x41A0AF2E /* the bits of e^3, and of its logarithm */
#define MOST_LOG 0x40400000

/* Each step a loop of its own without a branch, which compilers make one instruction for all four.
 */
static void take_four(float *values)
{
    int32_t bits[AT_ONCE], over[AT_ONCE];
    float parts[AT_ONCE], exponents[AT_ONCE];
    memcpy(bits, values, sizeof bits);
    for (size_t i = 0; i < AT_ONCE; i++)
        over[i] = -(bits[i] >= MOST_RATIO);
    for (size_t i = 0; i < AT_ONCE; i++)
        exponents[i] = (float)((bits[i] >> 23) - 127);
    for (size_t i = 0; i < AT_ONCE; i++)
        bits[i] = (bits[i] & 0x7FFFFF) | 0x3F800000;
    memcpy(parts, bits, sizeof parts);
    for (size_t i = 0; i < AT_ONCE; i++) {
        float x = (parts[i] - 1.41421356F) / (parts[i] + 1.41421356F);
        float square = x * x;
        float rest = 2 * x * (1 + square * (0.333333F + square * 0.2F));
        parts[i] = 0.693147181F * (exponents[i] + 0.5F) + rest;
    }
    memcpy(bits, parts, sizeof bits);
    for (size_t i = 0; i < AT_ONCE; i++)
        bits[i] = (over[i] & MOST_LOG) | (~over[i] & bits[i]);
    memcpy(values, bits, sizeof bits);
}

/* What is behind the last ratio is taken along and does no harm. */
void capped_logs_take(struct capped_logs *logs)
{
    for (size_t i = 0; i < logs->count; i += AT_ONCE)
        take_four(logs->values + i);
}
