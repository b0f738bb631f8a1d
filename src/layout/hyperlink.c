#include "layout/hyperlink.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct hyperlinks {
    char *addresses[UINT8_MAX]; /* encoded */
    unsigned count;
    bool full; /* one more was asked for */
};

struct hyperlinks *hyperlinks_new(void)
{
    return xcalloc(1, sizeof(struct hyperlinks));
}

static void forget_all(struct hyperlinks *links)
{
    while (links->count > 0)
        free(links->addresses[--links->count]);
    links->full = false;
}

void hyperlinks_free(struct hyperlinks *links)
{
    if (links != NULL)
        forget_all(links);
    free(links);
}

/* None of the files of this computer: a text that comes from elsewhere shall not open them. */
static bool is_of_the_web(const char *address)
{
    static const char *const schemes[] = { "https://", "http://", "ftp://", "mailto:" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(address, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return strncmp(address, "www.", 4) == 0;
}

static void encode(const char *address, struct buffer *out)
{
    if (strncmp(address, "www.", 4) == 0)
        buffer_add_text(out, "http://");
    for (; *address != '\0' && out->length <= HYPERLINK_LONGEST; address++) {
        unsigned char byte = (unsigned char)*address;
        if (byte > ' ' && byte < 0x7F)
            buffer_add_byte(out, *address);
        else
            buffer_add_format(out, "%%%02X", byte);
    }
}

uint8_t hyperlinks_number(struct hyperlinks *links, const char *address)
{
    struct buffer encoded = { 0 };
    unsigned at = 0;
    if (!is_of_the_web(address))
        return 0;
    encode(address, &encoded);
    if (encoded.length > HYPERLINK_LONGEST) {
        buffer_free(&encoded);
        return 0;
    }
    while (at < links->count && strcmp(links->addresses[at], buffer_text(&encoded)) != 0)
        at++;
    links->full = links->full || at == UINT8_MAX;
    if (at == links->count && at < UINT8_MAX)
        links->addresses[links->count++] = xstrdup(buffer_text(&encoded));
    buffer_free(&encoded);
    return at < UINT8_MAX ? (uint8_t)(at + 1) : 0;
}

bool hyperlinks_renew(struct hyperlinks *links)
{
    bool full = links->full;
    if (full)
        forget_all(links);
    return full;
}

void hyperlinks_put(const struct hyperlinks *links, uint8_t number, struct buffer *out)
{
    if (number > 0 && number <= links->count)
        buffer_add_format(out, "\033]8;id=d%u;%s\033\\", number, links->addresses[number - 1]);
    else
        buffer_add_text(out, "\033]8;;\033\\");
}
