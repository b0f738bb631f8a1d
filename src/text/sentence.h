/* sentence: cutting a paragraph into sentences, English, Chinese and mixed.
 *
 * Our own rules, since UAX #29 cuts after "Mr." and "U.S.". Spans are bytes of `text`,
 * in order, without overlap; white space between sentences belongs to none; each
 * non-blank character belongs to exactly one. A newline inside the text is white space.
 * English: . ! ? with closing quotes and brackets after them, then space and a start
 * (capital, digit, quote, Han). No end after abbreviations (Mr. Mrs. Dr. Prof. St. Gen.
 * Jan. vs. etc. No. e.g. i.e. Inc. Ltd. Co. Corp. U.S. U.K. a.m. p.m. ...) unless what
 * follows clearly starts a sentence, after initials (Dennis K. Berman), inside numbers
 * (37.6), names (11Main.com, Inc. ’s) and ellipses followed by lower case.
 * Chinese: 。！？…… and ；no; closing 」』”’）》 stay with their sentence; also 。 within a
 * quotation that the sentence goes on after (“……。”他说) does not end it.
 * "He left. 他走了。" and a Latin full stop after Han text end as well. */
#ifndef DIPTYCH_TEXT_SENTENCE_H
#define DIPTYCH_TEXT_SENTENCE_H

#include <stddef.h>

#include "base/span.h"

/* Appends the sentences of text[start, end) to `out`, offsets relative to `text`. */
void sentence_split(const char *text, size_t start, size_t end, struct spans *out);

#endif
