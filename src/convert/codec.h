/* codec: the encodings that texts come in, as iconv knows them.
 *
 * Labels are those that pages declare, read as browsers read them: "gb2312" is GB18030, "latin1"
 * is windows-1252 (WHATWG Encoding Standard, section 4.2). iconv loads tables from disk, so
 * every encoding that may be wanted is opened before the program gives its rights away.
 *
 * Ownership: codecs_close. */
#ifndef DIPTYCH_CONVERT_CODEC_H
#define DIPTYCH_CONVERT_CODEC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct codecs;

/* NULL `codecs` knows UTF-8, UTF-16 and UTF-32 only. */
struct codecs *codecs_open(void);
void codecs_close(struct codecs *codecs);

/* The name by which an encoding is told, of a label in any case; NULL when it is not known. */
const char *codec_name(const char *label, size_t length);

/* Appends `bytes` as UTF-8. Each byte that is none in this encoding becomes U+FFFD and is counted.
 * False when the encoding `name` (of codec_name) cannot be used here. */
bool codecs_decode(struct codecs *codecs, const char *name, const char *bytes, size_t length,
                   struct buffer *out, size_t *repaired);

#endif
