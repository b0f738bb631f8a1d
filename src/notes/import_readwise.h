/* import_readwise: the JSON of Readwise's two programming interfaces, each { "results": [...] }.
 *
 *     version 2    /api/v2/export: books, each with "highlights" and perhaps a "document_note"; and
 *                  /api/v2/highlights: highlights without their books
 *                  (https://readwise.io/api_deets)
 *     version 3    Reader's /api/v3/list: documents, of which those of the category "highlight"
 *                  have the words as "content" and name the document that they stand in as
 *                  "parent_id"; one of the category "note" names a highlight or a document so
 *                  (https://readwise.io/reader_api)
 *
 * What was deleted there is left out. */
#ifndef DIPTYCH_NOTES_IMPORT_READWISE_H
#define DIPTYCH_NOTES_IMPORT_READWISE_H

#include "notes/import.h"
#include "text/json.h"

/* Whether an item of the results is one of version 2, and one of version 3. */
bool import_readwise_is_book(struct json item);
bool import_readwise_is_document(struct json item);

/* The results. False when the job was ended. */
bool import_readwise(struct json results, struct import_job *job);

#endif
