/* import_w3c: W3C Web Annotations: this program's own, and others'. */
#ifndef DIPTYCH_NOTES_IMPORT_W3C_H
#define DIPTYCH_NOTES_IMPORT_W3C_H

#include "notes/import.h"
#include "text/json.h"

/* One annotation. False when job->take ended the import. */
bool import_w3c(struct json item, struct import_job *job);

#endif
