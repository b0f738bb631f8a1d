/* escape_json: strings of JSON (RFC 8259).
 *
 * Nothing is lost but ill-formed UTF-8, which is U+FFFD: a control is \u001b, not its picture, so
 * that what is read in again is what was written. Hidden characters (clean.h) and U+2028 and
 * U+2029 are escaped, too. */
#ifndef DIPTYCH_EXPORT_ESCAPE_JSON_H
#define DIPTYCH_EXPORT_ESCAPE_JSON_H

#include <stddef.h>

#include "base/buffer.h"

/* The string with its quotation marks. */
void escape_json(struct buffer *out, const char *text, size_t length);

/* Bytes as a part of an IRI: all but unreserved characters percent-encoded (RFC 3986), with no loss
 * whatever they are. */
void escape_iri(struct buffer *out, const char *text);

#endif
