#include "dictionary/dictionary_file.h"

#include <string.h>

uint64_t dictionary_sum(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    uint64_t sum = UINT64_C(0xCBF29CE484222325);
    for (; size >= sizeof sum; size -= sizeof sum, at += sizeof sum) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        sum = (sum ^ word) * UINT64_C(0x100000001B3);
        sum ^= sum >> 32;
    }
    return sum;
}
