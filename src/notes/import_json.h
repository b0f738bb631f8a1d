/* import_json: the JSON formats of import.h, each as values that were checked (text/json.h). */
#ifndef DIPTYCH_NOTES_IMPORT_JSON_H
#define DIPTYCH_NOTES_IMPORT_JSON_H

#include "notes/import.h"
#include "text/json.h"

/* False when `take` ended it; *known is false when the document is of no format that is known. */
bool import_json(struct json root, struct import_job *job, bool *known);

/* One W3C annotation, own or not. */
bool import_w3c(struct json item, struct import_job *job);

/* Fills a string field with a member's text when it is a string. */
void import_set(char **field, struct json object, const char *name);

/* Sets created and modified from the member when it is a time. */
void import_times(struct annotation *annotation, struct json object, const char *created,
                  const char *modified);

/* Gives away what is worth it and frees it. The kind of a foreign one follows from what it has,
 * when it was not told. */
bool import_give(struct import_job *job, struct annotation *annotation, bool own);
enum annotation_kind import_kind(const struct annotation *annotation);

#endif
