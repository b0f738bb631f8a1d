/* import_org: our own Org export, with what was changed in its blocks.
 *
 *     # diptych:note 0m8x4k2p9qrs
 *     * “The beginning of the quote…” :tag:another:
 *     :PROPERTIES:
 *     :NOTE_KIND: comment
 *     ...
 *     :END:
 *     #+begin_quote
 *     the quote; then the counterpart, where the properties tell of one
 *     #+end_quote
 *
 *     the comment
 *     # /diptych:note 0m8x4k2p9qrs
 *
 * What is given has the id, the comment without the zero width spaces that the export put in
 * (export/escape_org.h), the tags of the headline with a # before them, the time of the last change before
 * the export, the quote, and of the article its title and address. The job's `edited` tells the taker;
 * nothing else of the note is known. */
#ifndef DIPTYCH_NOTES_IMPORT_ORG_H
#define DIPTYCH_NOTES_IMPORT_ORG_H

#include "notes/import.h"

bool import_is_own_org(const char *bytes, size_t length);

/* False when the job was ended. */
bool import_own_org(const char *bytes, size_t length, struct import_job *job);

/* What the text was before the export made it harmless, without blank lines around it. Caller frees. */
char *import_org_plain(const char *text, size_t length);

#endif
