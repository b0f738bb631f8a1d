#include "notes/import.h"

#include <string.h>

#include "notes/import_clippings.h"
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

/* JSON lines: one annotation a line, all of which must be whole and of a kind that is known. */
static bool read_lines(const char *bytes, size_t length, struct import_job *job, bool *ended)
{
    for (int round = 0; round < 2; round++) {
        size_t lines = 0;
        for (size_t at = 0; at < length && !*ended;) {
            const char *end = memchr(bytes + at, '\n', length - at);
            size_t size = end != NULL ? (size_t)(end - bytes) - at : length - at;
            struct json root;
            bool known = true;
            if (size > 1 && (!json_check(bytes + at, size, &root, NULL) ||
                             json_kind(root) != JSON_OBJECT || !import_json_knows(root)))
                return false;
            if (round == 1 && size > 1)
                *ended = !import_json(root, job, &known);
            lines += size > 1;
            at += size + 1;
        }
        if (lines < 2)
            return false;
    }
    return true;
}

static bool read_json(const char *bytes, size_t length, struct import_job *job, bool *ended,
                      struct error *error)
{
    struct json root;
    bool known;
    if (!json_check(bytes, length, &root, error)) {
        if (read_lines(bytes, length, job, ended))
            return !*ended;
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
    if (import_is_clippings(bytes, length)) {
        ended = !import_clippings(bytes, length, job);
        return !ended;
    }
    if (import_is_csv(bytes, length))
        return import_csv(bytes, length, job, &ended, error);
    error_set(error, length == 0
                         ? "is empty"
                         : "is neither JSON, Readwise's CSV nor a Kindle's My Clippings.txt");
    return false;
}
