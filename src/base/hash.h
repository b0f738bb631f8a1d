/* hash: FNV-1a (Fowler, Noll, Vo), 64 bits: for hash tables and against damage, not against malice.
 *
 * What they return is part of file formats: caches, and the names of files. */
#ifndef DIPTYCH_BASE_HASH_H
#define DIPTYCH_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HASH_START UINT64_C(14695981039346656037)
#define HASH_PRIME UINT64_C(1099511628211)

/* One byte more; the first one comes to HASH_START. */
static inline uint64_t hash_add(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * HASH_PRIME;
}

static inline uint64_t hash_bytes(const char *bytes, size_t length)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < length; i++)
        hash = hash_add(hash, (unsigned char)bytes[i]);
    return hash;
}

/* One number more, of which every bit counts. */
static inline uint64_t hash_mix(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* Over words of 8 bytes, as fast as memory: a checksum of much. */
static inline uint64_t hash_checksum(const char *bytes, size_t length)
{
    uint64_t sum = HASH_START ^ length;
    for (; length >= 8; length -= 8, bytes += 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        sum = (sum ^ word) * HASH_PRIME;
        sum ^= sum >> 29;
    }
    for (; length > 0; length--, bytes++)
        sum = (sum ^ (unsigned char)*bytes) * HASH_PRIME;
    return sum;
}

#endif
