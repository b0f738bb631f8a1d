/* The example messages of FIPS 180-4, as NIST publishes them with their digests. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/sha256.h"

static void agrees_with_the_standard(void **state)
{
    (void)state;
    static const struct {
        const char *message;
        const char *digest;
    } cases[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
        { "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char digest[SHA256_HEX_SIZE];
        sha256_hex(cases[i].message, strlen(cases[i].message), digest);
        assert_string_equal(digest, cases[i].digest);
    }
}

/* In pieces of all sizes, so that every filling of the block is met. */
static void takes_a_million_letters_in_pieces(void **state)
{
    (void)state;
    static const unsigned char wanted[SHA256_SIZE] = {
        0xcd, 0xc7, 0x6e, 0x5c, 0x99, 0x14, 0xfb, 0x92, 0x81, 0xa1, 0xc7,
        0xe2, 0x84, 0xd7, 0x3e, 0x67, 0xf1, 0x80, 0x9a, 0x48, 0xa4, 0x97,
        0x20, 0x0e, 0x04, 0x6d, 0x39, 0xcc, 0xc7, 0x11, 0x2c, 0xd0,
    };
    char letters[200];
    unsigned char digest[SHA256_SIZE];
    struct sha256 sha;
    memset(letters, 'a', sizeof letters);
    sha256_begin(&sha);
    size_t left = 1000000;
    for (size_t piece = 0; left > 0; piece = (piece + 1) % sizeof letters) {
        size_t taken = piece < left ? piece : left;
        sha256_add(&sha, letters, taken);
        left -= taken;
    }
    sha256_end(&sha, digest);
    assert_memory_equal(digest, wanted, SHA256_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_standard),
        cmocka_unit_test(takes_a_million_letters_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
