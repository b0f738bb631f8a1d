/* import_field: what the readers of foreign notes (import_csv.h, import_json.h, import_readwise.h,
 * import_w3c.h) have in common. */
#ifndef DIPTYCH_NOTES_IMPORT_FIELD_H
#define DIPTYCH_NOTES_IMPORT_FIELD_H

#include "notes/import.h"
#include "text/json.h"

/* Fills a string field with a member's text when it is a string. */
void import_set(char **field, struct json object, const char *name);

/* Sets a place in a text from a member that is a whole number; one beyond the largest text that is
 * read (FILE_LIMIT_DEFAULT) is passed over. */
void import_place(size_t *place, struct json object, const char *name);

/* Sets created and modified from the member when it is a time. */
void import_times(struct annotation *annotation, struct json object, const char *created,
                  const char *modified);

/* The tags of a list: texts, or objects that have the text as `name`; NULL: texts. */
void import_tags(struct annotation *annotation, struct json tags, const char *name);

/* What it is called where it comes from: "WHERE:ID", of a text or a number. */
void import_origin(struct annotation *annotation, const char *where, struct json id);

/* Gives away what is worth it and frees it. The kind of a foreign one follows from what it has,
 * when it was not told. */
bool import_give(struct import_job *job, struct annotation *annotation, bool own);
enum annotation_kind import_kind(const struct annotation *annotation);

#endif
