/* mail: a letter as a text: who wrote to whom, when and about what, in lines "From: ...", "Subject: ..." as
 * doc/text_head reads them, and what it says.
 *
 * Words of the head that are encoded (RFC 2047) are decoded; of the parts the first plain text counts, or where
 * there is none the first page. Parts lie in parts MAIL_DEPTH deep at most; what is attached is left out. */
#ifndef DIPTYCH_CONVERT_MAIL_H
#define DIPTYCH_CONVERT_MAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "convert/codec.h"

#define MAIL_DEPTH 8

struct mail_body {
    struct buffer bytes; /* decoded, in the encoding that `charset` names; the caller's */
    char charset[128];   /* "" when nothing is said */
    bool page;           /* HTML */
};

/* False when the mail has no text. */
bool mail_find_body(const char *bytes, size_t length, struct mail_body *body);

/* Appends the lines of the head, in UTF-8, and an empty one. */
void mail_add_head(struct codecs *codecs, const char *bytes, size_t length, struct buffer *out);

/* Appends the field's value, decoded. */
void mail_add_field(struct codecs *codecs, const char *bytes, size_t length, const char *name, struct buffer *out);

#endif
