/* escape_yaml: scalars of YAML 1.2 in double quotes, the one form that any text fits in.
 *
 * Front matter stands in Markdown, and who does not know it takes it for that: < and ] are escaped,
 * too, where a tag or a link's address would begin. */
#ifndef DIPTYCH_EXPORT_ESCAPE_YAML_H
#define DIPTYCH_EXPORT_ESCAPE_YAML_H

#include "base/buffer.h"

/* The text with its quotation marks, on one line. */
void escape_yaml(struct buffer *out, const char *text);

#endif
