/* import_zotero: the annotations that Zotero has of PDF, EPUB and web pages.
 *
 *     JSON       items of its web API, [{ "data": { "itemType": "annotation", ... } }], with the
 *                attachments and items that they belong to where these are there, too; the same items
 *                without "data"; and Better BibTeX's export, { "items": [{ "attachments": [{
 *                "annotations": [...] }] }] }
 *                (https://www.zotero.org/support/dev/web_api/v3/basics)
 *     Markdown   of a note made from annotations, a line each:
 *                “words” ([Ma, 2015, p. 3](zotero://select/...)) ([pdf](zotero://open-pdf/...)) comment
 *
 * Ink and images mark no words: they are left out unless they have a comment. */
#ifndef DIPTYCH_NOTES_IMPORT_ZOTERO_H
#define DIPTYCH_NOTES_IMPORT_ZOTERO_H

#include "notes/import.h"
#include "text/json.h"

bool import_zotero_knows(struct json root);

/* False when the job was ended; the next one, too. */
bool import_zotero(struct json root, struct import_job *job);

bool import_is_zotero_markdown(const char *bytes, size_t length);
bool import_zotero_markdown(const char *bytes, size_t length, struct import_job *job);

#endif
