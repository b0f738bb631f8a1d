#include "notes/import.h"

#include <string.h>

#include "notes/import_clippings.h"
#include "notes/import_csv.h"
#include "notes/import_json.h"
#include "notes/import_koreader.h"
#include "notes/import_markdown.h"
#include "notes/import_org.h"
#include "notes/import_zotero.h"
#include "text/lua_table.h"

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

static bool read_lua(const char *bytes, size_t length, struct import_job *job, bool *ended,
                     struct error *error)
{
    job->kind = "KOReader's metadata";
    if (import_koreader_lua(bytes, length, job, ended, error))
        return true;
    if (!*ended && strncmp(error->text, "is a", 4) != 0)
        error_prefix(error, "is no Lua table that is read");
    return false;
}

/* Texts that are known by what stands in them. */
static const struct {
    const char *kind;
    bool (*is)(const char *bytes, size_t length);
    bool (*read)(const char *bytes, size_t length, struct import_job *job);
} texts[] = {
    { "Kindle clippings", import_is_clippings, import_clippings },
    { "diptych's Markdown", import_is_own_markdown, import_own_markdown },
    { "diptych's Org", import_is_own_org, import_own_org },
    { "KOReader's Markdown", import_is_koreader_markdown, import_koreader_markdown },
    { "Zotero's Markdown", import_is_zotero_markdown, import_zotero_markdown },
};

bool import_read(const char *bytes, size_t length, struct import_job *job, struct error *error)
{
    bool ended = false;
    job->left_out = 0;
    job->kind = NULL;
    job->edited = IMPORT_NOT_EDITED;
    if (length == 0) {
        error_set(error, "is empty");
        return false;
    }
    if (looks_like_json(bytes, length))
        return read_json(bytes, length, job, &ended, error);
    if (lua_table_begins(bytes, length))
        return read_lua(bytes, length, job, &ended, error);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!texts[i].is(bytes, length))
            continue;
        job->kind = texts[i].kind;
        return texts[i].read(bytes, length, job);
    }
    if (import_is_csv(bytes, length, &job->kind))
        return import_csv(bytes, length, job, &ended, error);
    error_set(error, "is no file of notes that is known: neither JSON, CSV, Markdown, KOReader's "
                     "metadata nor a Kindle's My Clippings.txt");
    return false;
}
