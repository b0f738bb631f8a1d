/* text_head: what a plain text says of itself before it begins, as the books of Project Gutenberg, proposals
 * and notes on releases do: lines “Title: ...” and “Author: ...”, “*** START OF THE ... EBOOK NAME ***”; or as
 * a letter does: “From: ...”, “Subject: ...”, unless that is encoded, as where there is no converter. */
#ifndef DIPTYCH_DOC_TEXT_HEAD_H
#define DIPTYCH_DOC_TEXT_HEAD_H

#include <stdbool.h>

#include "base/span.h"
#include "doc/document.h"

/* The title that such a head gives, bytes of the document, line ends possibly among them. False when it gives
 * none. Looks at the first blocks alone. */
bool text_head_title(const struct document *document, struct span *title);

#endif
