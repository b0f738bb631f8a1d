/* import_markdown: our own Markdown export, with what was changed in its blocks.
 *
 *     <!-- diptych:note 0m8x4k2p9qrs -->
 *     > the quote                              perhaps below "> [!note] title"
 *     >
 *     > the counterpart
 *     >
 *     > - the comment,
 *     >   indented by two
 *
 *     ^0m8x4k2p9qrs
 *
 *     - origin and facts: "comment, TIME, changed TIME; ..."
 *
 *     #tag #another
 *     <!-- /diptych:note 0m8x4k2p9qrs -->
 *
 * What is given has the id, the comment as it stands (still escaped where the export escaped it), the
 * tags as they stand, with their #, the time of the last change before the export, and the quote
 * without its escapes; of the article what the file's front matter says. The job's `edited` tells
 * the taker; nothing else of the note is known. */
#ifndef DIPTYCH_NOTES_IMPORT_MARKDOWN_H
#define DIPTYCH_NOTES_IMPORT_MARKDOWN_H

#include "notes/import.h"

bool import_is_own_markdown(const char *bytes, size_t length);

/* False when the job was ended. */
bool import_own_markdown(const char *bytes, size_t length, struct import_job *job);

/* The lines of the list item "- a\n  b\n" as they were before they were one. Caller frees. */
char *import_markdown_unitem(const char *item);

#endif
