/* import_koreader: what KOReader keeps and writes of a book's highlights.
 *
 *     metadata.EXT.lua   beside the book, in its .sdr folder: "annotations" (since 2024), before
 *                        that "highlight", page by page, and "bookmarks", which have the notes
 *     Markdown           of its exporter, plugins/exporter.koplugin/template/md.lua:
 *                            # Title
 *                            ##### Author
 *                            ## Chapter
 *                            ### Page 12 @ 01 May 2024 10:00:00 AM
 *                            the text, perhaps in *, **, ==, ++, ~~ or <u>
 *                            ---
 *                            the note
 * Its JSON is import_json's. */
#ifndef DIPTYCH_NOTES_IMPORT_KOREADER_H
#define DIPTYCH_NOTES_IMPORT_KOREADER_H

#include "notes/import.h"

/* False with a sentence when the file is no table (lua_table.h), has no annotations or the job
 * was ended; *ended tells the last. */
bool import_koreader_lua(const char *bytes, size_t length, struct import_job *job, bool *ended,
                         struct error *error);

bool import_is_koreader_markdown(const char *bytes, size_t length);

/* False when the job was ended. */
bool import_koreader_markdown(const char *bytes, size_t length, struct import_job *job);

#endif
