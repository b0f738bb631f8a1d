/* english_sources: what tells an English statement's source without a verb of saying of its own.
 *
 * According to X, ...; in X's view, ...; X expressed the belief that ...; X was quoted (as saying)
 * ...; as X reported, ...; X was blunt: “...”. */
#ifndef DIPTYCH_QUOTE_ENGLISH_SOURCES_H
#define DIPTYCH_QUOTE_ENGLISH_SOURCES_H

#include <stddef.h>

#include "quote/english_frame.h"

/* Appends the statement of such a source at the token, which is no verb of saying, where one begins there. */
void english_sources_take(struct english_frame *frame, size_t at);

#endif
