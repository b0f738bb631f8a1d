#include "convert/mhtml.h"

#include <string.h>
#include <strings.h>

#include "text/ascii.h"

#define PARTS 2000

struct part {
    const char *at; /* its headers */
    const char *end;
};

/* The value of a header field, folded lines joined, in `out`; "" when it is not there. Returns where
 * the body begins. */
static const char *read_header(struct part part, const char *name, char *out, size_t size)
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
        if (*at != ' ' && *at != '\t') {
            inside = (size_t)(end - at) > length && strncasecmp(at, name, length) == 0 &&
                     at[length] == ':' && used == 0;
            if (inside)
                at += length + 1;
        }
        while (inside && at < end && (*at == ' ' || *at == '\t'))
            at++;
        for (; inside && at < end && used + 1 < size; at++)
            out[used++] = *at;
        out[used] = '\0';
        at = newline != NULL ? newline + 1 : part.end;
    }
    return part.end;
}

/* "boundary" of multipart/related; boundary="x". */
static void read_parameter(const char *value, const char *name, char *out, size_t size)
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

/* The part is HTML: its bytes decoded. */
static bool take_page(struct part part, struct buffer *out, char *charset, char *address,
                      size_t size)
{
    char type[512];
    char coding[64];
    char place[512];
    const char *body = read_header(part, "Content-Type", type, sizeof type);
    read_header(part, "Content-Transfer-Encoding", coding, sizeof coding);
    if (strncasecmp(type, "text/html", 9) != 0 && strncasecmp(type, "application/xhtml", 17) != 0)
        return false;
    read_header(part, "Content-Location", place, sizeof place);
    if (place[0] != '\0' && strlen(place) < size && strncmp(place, "http", 4) == 0)
        memcpy(address, place, strlen(place) + 1);
    read_parameter(type, "charset", charset, size);
    if (strncasecmp(coding, "quoted-printable", 16) == 0)
        decode_quoted(body, part.end, out);
    else if (strncasecmp(coding, "base64", 6) == 0)
        decode_base64(body, part.end, out);
    else
        buffer_add(out, body, (size_t)(part.end - body));
    buffer_reserve(out, 0);
    return true;
}

bool mhtml_find_page(const char *bytes, size_t length, struct buffer *out, char *charset,
                     char *address, size_t size, struct error *error)
{
    struct part whole = { bytes, bytes + length };
    char type[512];
    char boundary[200];
    char line[204];
    charset[0] = address[0] = '\0';
    read_header(whole, "Snapshot-Content-Location", address, size);
    const char *at = read_header(whole, "Content-Type", type, sizeof type);
    read_parameter(type, "boundary", boundary, sizeof boundary - 2);
    if (boundary[0] == '\0' && take_page(whole, out, charset, address, size))
        return true;
    memcpy(line, "--", 2);
    memcpy(line + 2, boundary, strlen(boundary) + 1);
    for (int i = 0; boundary[0] != '\0' && i < PARTS; i++) {
        at = find(at, whole.end, line);
        const char *begin = at != NULL ? memchr(at, '\n', (size_t)(whole.end - at)) : NULL;
        if (begin == NULL)
            break;
        at = begin + 1;
        const char *end = find(at, whole.end, line);
        struct part part = { at, end != NULL ? end : whole.end };
        if (take_page(part, out, charset, address, size))
            return true;
    }
    error_set(error, "no web page is in this file");
    return false;
}
