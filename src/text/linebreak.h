/* linebreak: where a line may end.
 *
 * UAX #14 through libunistring, and over it the rules of Chinese typesetting (CLREQ
 * section 3.1.3 "prohibition rules for line start and line end", GB/T 15834) and what a
 * careful reader expects:
 *   - no closing punctuation ，。、；：？！）》」』】〉”’… —— · at a line's start, no opening
 *     “‘（《「『【〈 at its end; typographic quotes open or close by their neighbours;
 *   - —— and …… are not cut in two;
 *   - a number keeps its sign, currency and unit: $586m, -3, 37.6%, № 5, 5 万, 3.5 亿,
 *     also over the space that typographers put between a digit and 万, 亿 or %;
 *   - a range of numbers keeps its dash (1990—2000), a tag its # (#标签, #话题#);
 *   - a Latin word is never cut; URLs may break after / ? & = - as UAX #14 allows.
 * Positions are bytes. Speed: at least 30 MB/s. */
#ifndef DIPTYCH_TEXT_LINEBREAK_H
#define DIPTYCH_TEXT_LINEBREAK_H

#include <stddef.h>

enum linebreak { LINEBREAK_NO = 0, LINEBREAK_MAY = 1, LINEBREAK_MUST = 2 };

/* marks[i] says whether a line may end before byte i (so it may start there); marks has
 * `length` entries, marks[0] is LINEBREAK_NO. Continuation bytes get LINEBREAK_NO. */
void linebreak_mark(const char *text, size_t length, unsigned char *marks);

/* The same without our rules, for the conformance test against LineBreakTest.txt. */
void linebreak_mark_uax14(const char *text, size_t length, unsigned char *marks);

#endif
