/* anki_print: kept words as a text file that Anki imports.
 *
 * Header lines say all that its import dialogue would ask: the separator, that no field is HTML, the
 * columns, and which of them are tags (docs.ankiweb.net, Text Files). The columns are those of
 * `diptych words`, and the tags at the end. Each field is one clean line; one that begins with # or
 * has a quotation mark stands in quotation marks. A blank in a tag becomes _, for blanks part tags. */
#ifndef DIPTYCH_EXPORT_ANKI_PRINT_H
#define DIPTYCH_EXPORT_ANKI_PRINT_H

#include "base/buffer.h"
#include "notes/annotation.h"

void anki_print_head(struct buffer *out);
void anki_print_word(struct buffer *out, const struct annotation *annotation);

#endif
