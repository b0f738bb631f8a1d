/* epub: e-books of version 2 and 3 (IDPF OCF, OPF, NCX; W3C EPUB 3.3).
 *
 * The pages of the spine in their order as one text; the table of contents gives chapters that have no
 * heading of their own one. Notes on pages of their own are notes here. */
#ifndef DIPTYCH_CONVERT_EPUB_H
#define DIPTYCH_CONVERT_EPUB_H

#include <stdbool.h>

#include "base/error.h"
#include "convert/package.h"
#include "convert/stream.h"

bool epub_is(const struct package *package);
bool epub_convert(const struct package *package, struct stream *stream, struct error *error);

#endif
