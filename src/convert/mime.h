/* mime: the parts of a mail, their header fields, and how their bytes are written (RFC 2045, 2046).
 *
 * A part is borrowed bytes: its header, an empty line, its body. */
#ifndef DIPTYCH_CONVERT_MIME_H
#define DIPTYCH_CONVERT_MIME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct mime_part {
    const char *at; /* its headers */
    const char *end;
};

/* The value of a header field in `out`, the lines that it is folded in parted by a blank; "" when it is not
 * there. Returns where the body begins. */
const char *mime_header(struct mime_part part, const char *name, char *out, size_t size);

/* "boundary" of multipart/related; boundary="x". */
void mime_parameter(const char *value, const char *name, char *out, size_t size);

/* The parts of a body whose Content-Type is `type`; their number is limited. */
struct mime_parts {
    const char *at; /* the boundary before the next one; NULL there is none */
    const char *end;
    int left;
    char line[204]; /* that parts them */
};
struct mime_parts mime_parts_begin(const char *type, const char *at, const char *end);
bool mime_parts_next(struct mime_parts *parts, struct mime_part *part);

/* Appends what stands in a body of that Content-Transfer-Encoding. */
void mime_decode(const char *coding, const char *at, const char *end, struct buffer *out);

#endif
