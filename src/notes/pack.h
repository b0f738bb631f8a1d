/* pack: an annotation as the bytes that the store keeps, and can find in a wreck.
 *
 *     diptych-note 1\n
 *     id 12:0m8x...\n            NAME LENGTH:BYTES\n for every field that is not empty,
 *     tag 7:Alibaba\n            for every tag,
 *     target 9:selection\n       and for every target, whose fields follow it
 *     start 1:7\n
 *     seal 64:...\n             SHA-256 of all that stands before this line, in hexadecimal
 *
 * Any bytes may stand in a value, the order is fixed: one annotation has one packed form.
 * pack_read takes nothing else, and only with the right seal; fields that it does not know are
 * refused, for a newer schema has been refused before it gets here. */
#ifndef DIPTYCH_NOTES_PACK_H
#define DIPTYCH_NOTES_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "notes/annotation.h"

#define PACK_MAGIC "diptych-note 1\n"

/* Appends the packed form. */
void pack_write(const struct annotation *annotation, struct buffer *out);

/* Reads the packed form at `bytes`, of which `length` are there, into an annotation that the caller
 * frees; *used is its length. False, with an empty annotation, when there is none. */
bool pack_read(const char *bytes, size_t length, struct annotation *annotation, size_t *used);

#endif
