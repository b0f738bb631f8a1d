#include "notes/import.h"

#include <string.h>

#include "notes/import_csv.h"
#include "notes/import_json.h"

/* JSON begins with a bracket; anything else that could be one is too little for notes. */
static bool looks_like_json(const char *bytes, size_t length)
{
    size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0')
        at++;
    return at < length && (bytes[at] == '{' || bytes[at] == '[');
}

static bool read_json(const char *bytes, size_t length, struct import_job *job, bool *ended,
                      struct error *error)
{
    struct json root;
    bool known;
    if (!json_check(bytes, length, &root, error)) {
        error_prefix(error, "is not whole JSON");
        return false;
    }
    *ended = !import_json(root, job, &known);
    if (!known)
        error_set(error, "is JSON, but not of a kind that holds annotations");
    return known && !*ended;
}

bool import_read(const char *bytes, size_t length, struct import_job *job, struct error *error)
{
    bool ended = false;
    job->left_out = 0;
    if (looks_like_json(bytes, length))
        return read_json(bytes, length, job, &ended, error);
    if (import_is_csv(bytes, length))
        return import_csv(bytes, length, job, &ended, error);
    error_set(error, length == 0 ? "is empty" : "is neither JSON nor Readwise's CSV");
    return false;
}
