/* sanitize: the one place where bytes from outside become text that can be shown.
 *
 * Two steps, one choice each, documented in diptych(1):
 *
 * 1. Source (sanitize_source): any bytes -> well-formed UTF-8 without controls, one
 *    code point for one code point, so that offsets survive.
 *      BOM at the start        dropped
 *      CR LF, lone CR          LF
 *      C0 but tab, LF          its picture, U+2400 + code (ESC -> U+241B, NUL -> U+2400)
 *      DEL                     U+2421
 *      C1 (U+0080-009F)        U+2426
 *      ill-formed UTF-8        U+FFFD for each maximal subpart, counted
 *      U+2028, U+2029, NEL     LF
 * 2. Sight (sanitize_label): code points that are well-formed but would steer the
 *    terminal or deceive the eye stay in the text and are shown as an ASCII label, as
 *    less does: <U+202E>. These are: bidirectional controls (U+061C 200E 200F 202A-202E
 *    2066-2069), invisible format characters (general category Cf: U+200B 2060 FEFF
 *    E0001..., soft hyphen U+00AD), Hangul fillers, private use and unassigned. Two exceptions stay
 *    invisible because scripts and emoji need them: ZWJ U+200D and ZWNJ U+200C between
 *    visible characters, and variation selectors after a visible one; the caller that
 *    knows the neighbours (grapheme clusters) does not ask for a label then.
 *
 * Everything that is printed passes through sanitize_line or the grid (layout/grid),
 * which asks sanitize_label itself. Nothing here allocates but through `struct buffer`. */
#ifndef DIPTYCH_TEXT_SANITIZE_H
#define DIPTYCH_TEXT_SANITIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

#define SANITIZE_LABEL_SIZE 16

struct sanitize_counts {
    size_t ill_formed; /* subparts that became U+FFFD */
    size_t controls;   /* C0, DEL, C1 that became pictures */
};

/* Appends the clean text of `bytes` to `out`; `counts` is added to and may be NULL. */
void sanitize_source(const char *bytes, size_t length, struct buffer *out,
                     struct sanitize_counts *counts);

/* The same in place where nothing has to change (the usual case for large files): true
 * when `bytes` is already clean and free of BOM and CR, so that it may be used as it is. */
bool sanitize_is_clean(const char *bytes, size_t length);

/* NULL when the code point may be painted as itself; else its label in `out` (ASCII,
 * NUL-terminated, also returned). Controls get the picture's bytes. */
const char *sanitize_label(uint32_t code_point, char out[SANITIZE_LABEL_SIZE]);

/* True where `code_point` is one of the two exceptions and `previous`, the code point
 * before it (0 at the start), is something it can belong to: a ZWJ or ZWNJ after a visible
 * character or a variation selector, a variation selector after a visible character. It
 * is then sent as it is, no cells wide, and sanitize_label is not asked. */
bool sanitize_is_joined(uint32_t previous, uint32_t code_point);

/* The ASCII character that comes nearest to a typographic one of the same width (quotes, dashes,
 * dots, arrows, the no-break space), for terminals that take no UTF-8; 0 when there is none. */
char sanitize_ascii(uint32_t code_point);

/* One line for a terminal, prompt or log: ill-formed bytes become U+FFFD, controls
 * (tab and newline too) their pictures, the rest of step 2 its labels. More than eight
 * combining marks on one base are cut. */
void sanitize_line(struct buffer *out, const char *text, size_t length);

#endif
