#include "convert/mime.h"

#include <string.h>
#include <strings.h>

#include "text/ascii.h"

#define PARTS 2000

const char *mime_header(struct mime_part part, const char *name, char *out, size_t size)
{
    size_t used = 0;
    bool inside = false;
    const char *at = part.at;
    out[0] = '\0';
    while (at < part.end) {
        const char *newline = memchr(at, '\n', (size_t)(part.end - at));
        const char *stop = newline != NULL ? newline : part.end;
        const char *end = stop > at && stop[-1] == '\r' ? stop - 1 : stop;
        size_t length = strlen(name);
        if (end == at)
            return newline != NULL ? newline + 1 : part.end;
        bool begins = *at != ' ' && *at != '\t';
        if (begins) {
            inside = (size_t)(end - at) > length && strncasecmp(at, name, length) == 0 &&
                     at[length] == ':' && used == 0;
            if (inside)
                at += length + 1;
        }
        while (inside && at < end && (*at == ' ' || *at == '\t'))
            at++;
        if (inside && !begins && used > 0 && used + 1 < size)
            out[used++] = ' ';
        for (; inside && at < end && used + 1 < size; at++)
            out[used++] = *at;
        out[used] = '\0';
        at = newline != NULL ? newline + 1 : part.end;
    }
    return part.end;
}

void mime_parameter(const char *value, const char *name, char *out, size_t size)
{
    size_t length = strlen(name);
    size_t used = 0;
    out[0] = '\0';
    for (const char *at = strchr(value, ';'); at != NULL; at = strchr(at + 1, ';')) {
        const char *from = at + 1 + strspn(at + 1, " \t");
        if (strncasecmp(from, name, length) != 0 || from[length] != '=')
            continue;
        from += length + 1;
        bool quoted = *from == '"';
        for (from += quoted; *from != '\0' && used + 1 < size; from++) {
            if (quoted ? *from == '"' : strchr("; \t", *from) != NULL)
                break;
            out[used++] = *from;
        }
        out[used] = '\0';
        return;
    }
}

/* Where `word` is next; NULL if it is not. */
static const char *find(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    while (at != NULL && (size_t)(end - at) >= length) {
        at = memchr(at, word[0], (size_t)(end - at) - length + 1);
        if (at == NULL || memcmp(at, word, length) == 0)
            return at;
        at++;
    }
    return NULL;
}

/* The next line that is this boundary and not the beginning of a longer one; NULL if there is none. */
static const char *find_boundary(const char *at, const char *end, const char *line)
{
    size_t length = strlen(line);
    while ((at = find(at, end, line)) != NULL) {
        const char *rest = at + length;
        size_t left = (size_t)(end - rest);
        if (left == 0 || strchr("\r\n \t", *rest) != NULL || (left > 1 && rest[0] == '-' && rest[1] == '-'))
            return at;
        at = rest;
    }
    return NULL;
}

struct mime_parts mime_parts_begin(const char *type, const char *at, const char *end)
{
    struct mime_parts parts = { NULL, end, PARTS, "--" };
    mime_parameter(type, "boundary", parts.line + 2, sizeof parts.line - 2);
    parts.at = parts.line[2] != '\0' ? find_boundary(at, end, parts.line) : NULL;
    return parts;
}

bool mime_parts_next(struct mime_parts *parts, struct mime_part *part)
{
    const char *begin = parts->at != NULL ? memchr(parts->at, '\n', (size_t)(parts->end - parts->at)) : NULL;
    if (begin == NULL || parts->at[strlen(parts->line)] == '-' || parts->left-- == 0) /* behind the last part */
        return false;
    parts->at = find_boundary(begin, parts->end, parts->line);
    *part = (struct mime_part){ begin + 1, parts->at != NULL ? parts->at : parts->end };
    return true;
}

static void decode_quoted(const char *at, const char *end, struct buffer *out)
{
    while (at < end) {
        if (*at != '=') {
            buffer_add_byte(out, *at++);
        } else if (end - at > 2 && ascii_hex(at[1]) >= 0 && ascii_hex(at[2]) >= 0) {
            buffer_add_byte(out, (char)(ascii_hex(at[1]) * 16 + ascii_hex(at[2])));
            at += 3;
        } else { /* a soft line end */
            at++;
            at += at < end && *at == '\r';
            at += at < end && *at == '\n';
        }
    }
}

static void decode_base64(const char *at, const char *end, struct buffer *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0;
    unsigned count = 0;
    for (; at < end && *at != '='; at++) {
        const char *digit = *at != '\0' ? strchr(digits, *at) : NULL;
        if (digit == NULL)
            continue;
        bits = bits << 6 | (unsigned)(digit - digits);
        if (++count % 4 != 1)
            buffer_add_byte(out, (char)(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFF));
    }
}

void mime_decode(const char *coding, const char *at, const char *end, struct buffer *out)
{
    if (strncasecmp(coding, "quoted-printable", 16) == 0)
        decode_quoted(at, end, out);
    else if (strncasecmp(coding, "base64", 6) == 0)
        decode_base64(at, end, out);
    else
        buffer_add(out, at, (size_t)(end - at));
}
