/* sha256: the Secure Hash Algorithm with 256 bits (FIPS 180-4, section 6.2).
 *
 * What an article's text and a stored annotation are known by. Written here because none of the
 * libraries that the program links anyway offers it to its callers, and eighty lines are less
 * to look after than one more library.
 *
 * Nothing is allocated. Start with sha256_begin; after sha256_end begin anew. */
#ifndef DIPTYCH_BASE_SHA256_H
#define DIPTYCH_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_SIZE 32
#define SHA256_HEX_SIZE (2 * SHA256_SIZE + 1)

struct sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes so far */
    unsigned char block[64];
};

void sha256_begin(struct sha256 *sha);
void sha256_add(struct sha256 *sha, const void *bytes, size_t length);
void sha256_end(struct sha256 *sha, unsigned char out[SHA256_SIZE]);

/* All at once; and as 64 lower-case hexadecimal digits with a NUL. */
void sha256(const void *bytes, size_t length, unsigned char out[SHA256_SIZE]);
void sha256_hex(const void *bytes, size_t length, char out[SHA256_HEX_SIZE]);

#endif
