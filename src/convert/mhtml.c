#include "convert/mhtml.h"

#include <string.h>
#include <strings.h>

#include "convert/mime.h"

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
    charset[0] = address[0] = '\0';
    mime_header(whole, "Snapshot-Content-Location", address, size);
    const char *at = mime_header(whole, "Content-Type", type, sizeof type);
    struct mime_parts parts = mime_parts_begin(type, at, whole.end);
    if (parts.at == NULL)
        return take_page(whole, out, charset, address, size);
    for (struct mime_part part; mime_parts_next(&parts, &part);)
        if (take_page(part, out, charset, address, size))
            return true;
    return false;
}
