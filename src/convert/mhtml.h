/* mhtml: a web page saved with all its parts, as browsers write it (RFC 2557): a mail whose first
 * HTML part is the page. */
#ifndef DIPTYCH_CONVERT_MHTML_H
#define DIPTYCH_CONVERT_MHTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Appends the page's bytes, decoded; `charset` gets what its part declares, `address` where it came
 * from. Both "" when nothing is said; each holds `size` bytes. False when
 * no part is a page. */
bool mhtml_find_page(const char *bytes, size_t length, struct buffer *out, char *charset,
                     char *address, size_t size);

#endif
