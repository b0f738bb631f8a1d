#include "export/escape_yaml.h"

#include <string.h>

#include "export/clean.h"

/* Whether a tag or a link's address would begin here. */
static bool is_markdown(const struct clean_point *point)
{
    char next = point->bytes[1];
    return (point->code == '<' && next != ' ' && next != '\0') ||
           (point->code == ']' && (next == '(' || next == '[' || next == ':'));
}

void escape_yaml(struct buffer *out, const char *text)
{
    struct cleaner cleaner;
    struct clean_point point;
    clean_begin(&cleaner, text, strlen(text));
    buffer_add_byte(out, '"');
    while (clean_next(&cleaner, &point)) {
        if (point.code == '\n')
            buffer_add_text(out, "\\n");
        else if (point.code == '\t')
            buffer_add_text(out, "\\t");
        else if (point.hidden || point.code == 0xFFFE || point.code == 0xFFFF)
            buffer_add_format(out, point.code > 0xFFFF ? "\\U%08lx" : "\\u%04lx",
                              (unsigned long)point.code);
        else if (is_markdown(&point))
            buffer_add_format(out, "\\x%02lx", (unsigned long)point.code);
        else if (point.code == '"' || point.code == '\\')
            buffer_add_format(out, "\\%c", (int)point.code);
        else
            buffer_add(out, point.bytes, point.size);
    }
    buffer_add_byte(out, '"');
    clean_end(&cleaner);
}
