/* tmx: translation memories, TMX 1.4b (LISA OSCAR, 2005): what every writer of them here shares.
 *
 * A unit is opened, gets its properties and notes, then its variants, and is closed: that is the
 * order the document type asks for. Texts are escaped (escape_markup.h), their lines joined by
 * blanks. An unknown language is "und" (BCP 47). */
#ifndef DIPTYCH_EXPORT_TMX_H
#define DIPTYCH_EXPORT_TMX_H

#include <stddef.h>

#include "base/buffer.h"

/* The header is left open for properties; tmx_body ends it. `source` is the language that all
 * units are translated from, NULL: any. `version` is the program's, NULL: not told. */
void tmx_begin(struct buffer *out, const char *source, const char *version);
void tmx_body(struct buffer *out);
void tmx_end(struct buffer *out);

/* Attributes that are "" or NULL are left out; times in ISO 8601 as the store has them. */
void tmx_unit_begin(struct buffer *out, const char *id, const char *created, const char *modified);
void tmx_unit_end(struct buffer *out);

/* A property or note of the header or unit; nothing when the value is "". */
void tmx_property(struct buffer *out, size_t indent, const char *type, const char *value);
void tmx_note(struct buffer *out, const char *text);
void tmx_variant(struct buffer *out, const char *language, const char *text, size_t length);

#endif
