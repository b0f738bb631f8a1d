/* import_json: the JSON formats of import.h, each as values that were checked (text/json.h). */
#ifndef DIPTYCH_NOTES_IMPORT_JSON_H
#define DIPTYCH_NOTES_IMPORT_JSON_H

#include "notes/import.h"
#include "text/json.h"

/* Whether the document is of a format that is known, by the first of its items. */
bool import_json_knows(struct json root);

/* False when `take` ended it; *known is false when the document is of no format that is known. */
bool import_json(struct json root, struct import_job *job, bool *known);

#endif
