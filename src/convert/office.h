/* office: text documents of Word (.docx, ECMA-376) and OpenDocument (.odt, ISO/IEC 26300).
 *
 * Headings, lists, tables, quotes, code, links and footnotes; of tracked changes the text as it is now;
 * fields, comments and page furniture are left out. */
#ifndef DIPTYCH_CONVERT_OFFICE_H
#define DIPTYCH_CONVERT_OFFICE_H

#include <stdbool.h>

#include "base/error.h"
#include "convert/package.h"
#include "convert/stream.h"

bool docx_is(const struct package *package);
bool docx_convert(const struct package *package, struct stream *stream, struct error *error);

bool odt_is(const struct package *package);
bool odt_convert(const struct package *package, struct stream *stream, struct error *error);

#endif
