#include "wellformed.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

bool wellformed_text(const char *text, size_t length, bool cr)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool line = byte == '\r' && cr && i + 1 < length && text[i + 1] == '\n';
        if ((byte < 0x20 && byte != '\n' && byte != '\t' && !line) || byte == 0x7F)
            return false;
        /* C1 in UTF-8. */
        if (byte == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] < 0xA0)
            return false;
    }
    return utf8_is_valid(text, length);
}

/* ---- JSON ---- */

struct json {
    const char *at;
    const char *end;
    size_t depth;
    struct buffer *out; /* where the scalar at hand goes, NULL: nowhere */
};

static bool value(struct json *json, const char *path);

static void blanks(struct json *json)
{
    while (json->at < json->end && strchr(" \n", *json->at) != NULL && *json->at != '\0')
        json->at++;
}

static bool take(struct json *json, char byte)
{
    blanks(json);
    if (json->at >= json->end || *json->at != byte)
        return false;
    json->at++;
    return true;
}

static bool unit(struct json *json, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++, json->at++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit =
            json->at < json->end && *json->at != '\0' ? strchr(digits, *json->at) : NULL;
        if (digit == NULL)
            return false;
        *code = *code << 4 | (uint32_t)(digit - digits);
    }
    return true;
}

static bool escape(struct json *json, struct buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char bytes[4];
    uint32_t code, low;
    char letter = *json->at++;
    const char *found = letter != '\0' ? strchr(letters, letter) : NULL;
    if (found != NULL) {
        buffer_add_byte(out, values[found - letters]);
        return true;
    }
    if (letter != 'u' || !unit(json, &code))
        return false;
    if (code >= 0xD800 && code < 0xDC00) {
        if (json->at[0] != '\\' || json->at[1] != 'u')
            return false;
        json->at += 2;
        if (!unit(json, &low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    buffer_add(out, bytes, utf8_encode(code, bytes));
    return true;
}

static bool string(struct json *json, struct buffer *out)
{
    if (!take(json, '"'))
        return false;
    while (json->at < json->end && *json->at != '"') {
        char byte = *json->at++;
        if ((unsigned char)byte < 0x20)
            return false;
        if (byte != '\\')
            buffer_add_byte(out, byte);
        else if (!escape(json, out))
            return false;
    }
    return take(json, '"');
}

/* What of `path` follows a step to `key` or to item `index`; NULL when it does not lead there. */
static const char *step(const char *path, const char *key, size_t index)
{
    if (path == NULL || path[0] == '\0')
        return NULL;
    if (key == NULL) {
        char *end;
        if (path[0] != '[' || strtoul(path + 1, &end, 10) != index || *end != ']')
            return NULL;
        path = end + 1;
    } else {
        size_t length = strcspn(path, ".[");
        if (strlen(key) != length || strncmp(path, key, length) != 0)
            return NULL;
        path += length;
    }
    return path[0] == '.' ? path + 1 : path;
}

static bool container(struct json *json, const char *path, bool object)
{
    struct buffer key = { 0 };
    bool ok = ++json->depth < 100, more = true;
    json->at++;
    if (take(json, object ? '}' : ']')) {
        json->depth--;
        return true;
    }
    for (size_t i = 0; ok && more; i++) {
        buffer_truncate(&key, 0);
        if (object)
            ok = string(json, &key) && take(json, ':');
        ok = ok && value(json, step(path, object ? buffer_text(&key) : NULL, i));
        more = ok && take(json, ',');
    }
    buffer_free(&key);
    json->depth--;
    return ok && take(json, object ? '}' : ']');
}

static bool value(struct json *json, const char *path)
{
    struct buffer ignored = { 0 };
    bool wanted = path != NULL && path[0] == '\0' && json->out != NULL;
    blanks(json);
    if (json->at >= json->end)
        return false;
    if (*json->at == '{' || *json->at == '[')
        return container(json, path, *json->at == '{');
    if (*json->at == '"') {
        bool ok = string(json, wanted ? json->out : &ignored);
        buffer_free(&ignored);
        if (wanted)
            json->out = NULL;
        return ok;
    }
    size_t digits = strspn(json->at, "0123456789");
    if (wanted) {
        buffer_add(json->out, json->at, digits);
        json->out = NULL;
    }
    json->at += digits;
    return digits > 0 && (digits == 1 || json->at[-(ptrdiff_t)digits] != '0');
}

bool wellformed_json(const char *text, size_t length)
{
    struct json json = { text, text + length, 0, NULL };
    if (!value(&json, NULL))
        return false;
    return json.at + 1 == json.end && *json.at == '\n';
}

bool wellformed_json_at(const char *text, const char *path, struct buffer *out)
{
    struct json json = { text, text + strlen(text), 0, out };
    buffer_truncate(out, 0);
    return value(&json, path) && json.out == NULL;
}

/* ---- CSV ---- */

/* Reads the cell at *at; *last: it is the record's last one. */
static bool cell(const char *text, size_t length, size_t *at, bool *last, struct buffer *out)
{
    bool quoted = *at < length && text[*at] == '"';
    *at += quoted;
    for (; *at < length; (*at)++) {
        char byte = text[*at];
        if (quoted && byte == '"' && *at + 1 < length && text[*at + 1] == '"')
            (*at)++;
        else if (quoted ? byte == '"' : byte == ',' || byte == '\r')
            break;
        else if (!quoted && (byte == '"' || byte == '\n'))
            return false;
        buffer_add_byte(out, byte);
    }
    *at += quoted;
    *last = *at + 1 < length && text[*at] == '\r' && text[*at + 1] == '\n';
    bool comma = *at < length && text[*at] == ',';
    *at += *last ? 2 : 1;
    return *last || comma;
}

static bool each_cell(const char *text, size_t length, size_t *rows, size_t row, size_t column,
                      struct buffer *wanted)
{
    struct buffer out = { 0 };
    size_t cells = 0, columns = 0;
    bool last, ok = true;
    *rows = 0;
    for (size_t at = 0; at < length && ok;) {
        buffer_truncate(&out, 0);
        ok = cell(text, length, &at, &last, &out);
        if (ok && wanted != NULL && *rows == row && cells == column)
            buffer_add(wanted, buffer_text(&out), out.length);
        cells++;
        if (ok && last) {
            ok = columns == 0 || cells == columns;
            columns = cells;
            cells = 0;
            (*rows)++;
        }
    }
    buffer_free(&out);
    return ok && cells == 0;
}

bool wellformed_csv(const char *text, size_t length, size_t *rows)
{
    return each_cell(text, length, rows, 0, 0, NULL);
}

bool wellformed_csv_at(const char *text, size_t length, size_t row, size_t column,
                       struct buffer *out)
{
    size_t rows;
    buffer_truncate(out, 0);
    return each_cell(text, length, &rows, row, column, out) && row < rows;
}

/* ---- markup ---- */

#define DEEPEST 4096
#define NAME 16

static bool is_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == ':' ||
           byte == '-';
}

static bool is_void(const char *name)
{
    static const char *const names[] = { "meta", "br", "hr" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

static const char *reference(const char *at)
{
    static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strncmp(at, names[i], strlen(names[i])) == 0)
            return at + strlen(names[i]);
    }
    if (strncmp(at, "&#x", 3) != 0)
        return NULL;
    size_t digits = strspn(at + 3, "0123456789ABCDEF");
    return digits > 0 && digits <= 6 && at[3 + digits] == ';' ? at + digits + 4 : NULL;
}

/* The attributes of a tag, up to its ">". */
static const char *attributes(const char *at)
{
    while (*at == ' ') {
        at++;
        if (!is_name(*at))
            return NULL;
        while (is_name(*at))
            at++;
        if (at[0] != '=' || at[1] != '"')
            return NULL;
        for (at += 2; *at != '"';) {
            if (*at == '<' || *at == '\0')
                return NULL;
            at = *at == '&' ? reference(at) : at + 1;
            if (at == NULL)
                return NULL;
        }
        at++;
    }
    return *at == '>' ? at + 1 : NULL;
}

bool wellformed_markup(const char *text, size_t length, bool html)
{
    char(*open)[NAME] = malloc(sizeof(char[NAME]) * DEEPEST);
    size_t depth = 0;
    const char *at = text, *end = text + length;
    if (!html && strncmp(at, "<?xml", 5) == 0)
        at = strstr(at, "?>\n") + 3;
    if (strncmp(at, "<!DOCTYPE", 9) == 0)
        at = strchr(at, '>') + 1;
    while (at != NULL && at < end) {
        if (*at == '&') {
            at = reference(at);
        } else if (*at == '<') {
            char name[NAME] = "";
            bool closing = at[1] == '/';
            at += closing ? 2 : 1;
            size_t size = 0;
            while (is_name(at[size]))
                size++;
            if (size == 0 || size >= NAME)
                break;
            memcpy(name, at, size);
            at = attributes(at + size);
            if (strcmp(name, "script") == 0 || at == NULL)
                break;
            if (closing) {
                if (depth == 0 || strcmp(open[--depth], name) != 0)
                    break;
            } else if (!html || !is_void(name)) {
                if (depth == DEEPEST)
                    break;
                memcpy(open[depth++], name, NAME);
                if (html && strcmp(name, "style") == 0)
                    at = strstr(at, "</style>");
            }
        } else {
            at++;
        }
    }
    free(open);
    return at == end && depth == 0;
}
