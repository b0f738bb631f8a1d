#include "convert/mhtml.h"

#include <string.h>
#include <strings.h>

#include "convert/mime.h"

#define PARTS 2000

/* The part is HTML: its bytes decoded. */
static bool take_page(struct mime_part part, struct buffer *out, char *charset, char *address,
                      size_t size)
{
    char type[512];
    char coding[64];
    char place[512];
    const char *body = mime_header(part, "Content-Type", type, sizeof type);
    mime_header(part, "Content-Transfer-Encoding", coding, sizeof coding);
    if (strncasecmp(type, "text/html", 9) != 0 && strncasecmp(type, "application/xhtml", 17) != 0)
        return false;
    mime_header(part, "Content-Location", place, sizeof place);
    if (place[0] != '\0' && strlen(place) < size && strncmp(place, "http", 4) == 0)
        memcpy(address, place, strlen(place) + 1);
    mime_parameter(type, "charset", charset, size);
    mime_decode(coding, body, part.end, out);
    buffer_reserve(out, 0);
    return true;
}

bool mhtml_find_page(const char *bytes, size_t length, struct buffer *out, char *charset,
                     char *address, size_t size)
{
    struct mime_part whole = { bytes, bytes + length };
    char type[512];
    char boundary[200];
    char line[204];
    charset[0] = address[0] = '\0';
    mime_header(whole, "Snapshot-Content-Location", address, size);
    const char *at = mime_header(whole, "Content-Type", type, sizeof type);
    mime_parameter(type, "boundary", boundary, sizeof boundary - 2);
    if (boundary[0] == '\0' && take_page(whole, out, charset, address, size))
        return true;
    memcpy(line, "--", 2);
    memcpy(line + 2, boundary, strlen(boundary) + 1);
    for (int i = 0; boundary[0] != '\0' && i < PARTS; i++) {
        at = mime_find(at, whole.end, line);
        const char *begin = at != NULL ? memchr(at, '\n', (size_t)(whole.end - at)) : NULL;
        if (begin == NULL)
            break;
        at = begin + 1;
        const char *end = mime_find(at, whole.end, line);
        struct mime_part part = { at, end != NULL ? end : whole.end };
        if (take_page(part, out, charset, address, size))
            return true;
    }
    return false;
}
