/* subtitles: SubRip (.srt) and WebVTT files become what is said in them.
 *
 * A cue is a paragraph with the time at which it is shown as its marker ("0:05", "1:02:03"); its number, how long it
 * is shown and where are left out. Its lines are joined; where two speak, with a dash each, they are two paragraphs.
 * A cue stands apart from the one before where nothing is shown for SUBTITLES_PAUSE seconds. Slanted and bold text is
 * emphasis and strong, the voice in <v NAME> a label, NAME:. Any other tag is dropped, as is {\an8}. In
 * WebVTT references to characters, &amp;, become these.
 * Ownership: the caller frees the document with document_free. */
#ifndef DIPTYCH_DOC_SUBTITLES_H
#define DIPTYCH_DOC_SUBTITLES_H

#include <stdbool.h>
#include <stddef.h>

#include "doc/document.h"

#define SUBTITLES_PAUSE 4

/* Whether clean text begins as such a file does. */
bool subtitles_is(const char *text, size_t length);

/* What begins a file reads as the beginning of the whole does, if it ends between two cues. */
struct document *subtitles_read(const char *text, size_t length);

#endif
