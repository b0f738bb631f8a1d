/* outbytes: watches every byte a program sends to its terminal.
 *
 * Allowed are printable text (well-formed UTF-8, no controls, no bidirectional or invisible format
 * characters, no private use), CR, LF, BS, BEL, and the sequences that diptych (curses) sends on an
 * xterm-256color: listed in outbytes.c by form. Anything else is a fault: text from a file has
 * reached the terminal unsanitised, or the program sends something new, which then belongs in the
 * list.
 *
 * Bytes may come in any pieces. Plain struct: start with { 0 }, no memory is owned. */
#ifndef DIPTYCH_TESTS_PTY_OUTBYTES_H
#define DIPTYCH_TESTS_PTY_OUTBYTES_H

#include <stdbool.h>
#include <stddef.h>

#define OUTBYTES_CLIPBOARD 140000

struct outbytes {
    char sequence[64]; /* the sequence or code point under way, from its first byte */
    size_t length;
    size_t payload; /* base64 bytes of a clipboard sequence under way */
    size_t seen;    /* bytes before `sequence` */
    bool clipboard;
    bool title; /* of the window, up to BEL: nothing but clean text */
    bool link, ends;   /* inside OSC 8; after the ESC of its end */
    char fault[200]; /* "" while all is well; else what came, at which byte */
};

/* False from the first fault on. */
bool outbytes_feed(struct outbytes *watch, const char *bytes, size_t length);

#endif
