#include "base/sha256.h"

#include <string.h>

static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t word, unsigned by)
{
    return word >> by | word << (32 - by);
}

static void expand(const unsigned char block[64], uint32_t words[64])
{
    for (size_t i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | (uint32_t)block[4 * i + 3];
    for (size_t i = 16; i < 64; i++) {
        uint32_t low = words[i - 15];
        uint32_t high = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + (rotate(low, 7) ^ rotate(low, 18) ^ low >> 3) +
                   (rotate(high, 17) ^ rotate(high, 19) ^ high >> 10);
    }
}

/* One round on the standard's working variables a to h, of which only d and h change: the next round
 * has them one place further on. */
static inline void turn(const uint32_t *a, const uint32_t *b, const uint32_t *c, uint32_t *d,
                 const uint32_t *e, const uint32_t *f, const uint32_t *g, uint32_t *h, uint32_t word)
{
    uint32_t choice = (*e & *f) ^ (~*e & *g);
    uint32_t majority = (*a & *b) ^ (*a & *c) ^ (*b & *c);
    uint32_t first = *h + (rotate(*e, 6) ^ rotate(*e, 11) ^ rotate(*e, 25)) + choice + word;
    *d += first;
    *h = first + (rotate(*a, 2) ^ rotate(*a, 13) ^ rotate(*a, 22)) + majority;
}

static void take_block(uint32_t state[8], const unsigned char block[64])
{
    uint32_t w[64];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    expand(block, w);
    for (size_t i = 0; i < 64; i++)
        w[i] += constants[i];
    for (size_t i = 0; i < 64; i += 8) {
        turn(&a, &b, &c, &d, &e, &f, &g, &h, w[i]);
        turn(&h, &a, &b, &c, &d, &e, &f, &g, w[i + 1]);
        turn(&g, &h, &a, &b, &c, &d, &e, &f, w[i + 2]);
        turn(&f, &g, &h, &a, &b, &c, &d, &e, w[i + 3]);
        turn(&e, &f, &g, &h, &a, &b, &c, &d, w[i + 4]);
        turn(&d, &e, &f, &g, &h, &a, &b, &c, w[i + 5]);
        turn(&c, &d, &e, &f, &g, &h, &a, &b, w[i + 6]);
        turn(&b, &c, &d, &e, &f, &g, &h, &a, w[i + 7]);
    }
    const uint32_t after[8] = { a, b, c, d, e, f, g, h };
    for (size_t i = 0; i < 8; i++)
        state[i] += after[i];
}

void sha256_begin(struct sha256 *sha)
{
    *sha = (struct sha256){ .state = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                                       0x9b05688c, 0x1f83d9ab, 0x5be0cd19 } };
}

void sha256_add(struct sha256 *sha, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    while (length > 0) {
        size_t held = (size_t)(sha->length % 64);
        size_t taken = 64 - held < length ? 64 - held : length;
        memcpy(sha->block + held, at, taken);
        sha->length += taken;
        at += taken;
        length -= taken;
        if (held + taken == 64)
            take_block(sha->state, sha->block);
    }
}

void sha256_end(struct sha256 *sha, unsigned char out[SHA256_SIZE])
{
    static const unsigned char padding[64] = { 0x80 };
    uint64_t bits = sha->length * 8;
    unsigned char length[8];
    for (size_t i = 0; i < 8; i++)
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    size_t held = (size_t)(sha->length % 64);
    sha256_add(sha, padding, held < 56 ? 56 - held : 120 - held);
    sha256_add(sha, length, sizeof length);
    for (size_t i = 0; i < SHA256_SIZE; i++)
        out[i] = (unsigned char)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
}

void sha256(const void *bytes, size_t length, unsigned char out[SHA256_SIZE])
{
    struct sha256 sha;
    sha256_begin(&sha);
    sha256_add(&sha, bytes, length);
    sha256_end(&sha, out);
}

void sha256_hex(const void *bytes, size_t length, char out[SHA256_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SHA256_SIZE];
    sha256(bytes, length, digest);
    for (size_t i = 0; i < SHA256_SIZE; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[2 * SHA256_SIZE] = '\0';
}
