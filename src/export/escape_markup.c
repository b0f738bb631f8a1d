#include "export/escape_markup.h"

#include <string.h>
#include <strings.h>

#include "export/clean.h"

void escape_markup(struct buffer *out, const char *text, size_t length, const char *newline)
{
    struct cleaner cleaner;
    struct clean_point point;
    clean_begin(&cleaner, text, length);
    while (clean_next(&cleaner, &point)) {
        if (point.code == '\n')
            buffer_add_text(out, newline);
        else if (point.code == 0xFFFE || point.code == 0xFFFF)
            buffer_add_text(out, "\xEF\xBF\xBD");
        else if (point.hidden || strchr("&<>\"", (int)point.bytes[0]) != NULL)
            buffer_add_format(out, "&#x%lX;", (unsigned long)point.code);
        else
            buffer_add(out, point.bytes, point.size);
    }
    clean_end(&cleaner);
}

void escape_markup_text(struct buffer *out, const char *text)
{
    escape_markup(out, text, strlen(text), " ");
}

bool escape_is_address(const char *address)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (strncasecmp(address, schemes[i], strlen(schemes[i])) == 0)
            return true;
    }
    return false;
}
