#include "export/clean.h"

#include "text/utf8.h"

void clean_begin(struct cleaner *cleaner, const char *text, size_t length)
{
    *cleaner = (struct cleaner){ .previous = 0 };
    sanitize_source(text, length, &cleaner->text, NULL);
}

static bool is_hidden(struct cleaner *cleaner, struct clean_point *point)
{
    if (point->code < 0x80 || point->code == UTF8_REPLACEMENT ||
        sanitize_is_joined(cleaner->previous, point->code))
        return false;
    return sanitize_label(point->code, point->label) != NULL;
}

bool clean_next(struct cleaner *cleaner, struct clean_point *point)
{
    if (cleaner->at >= cleaner->text.length)
        return false;
    point->bytes = cleaner->text.data + cleaner->at;
    point->size = utf8_decode(point->bytes, cleaner->text.length - cleaner->at, &point->code);
    point->hidden = is_hidden(cleaner, point);
    cleaner->previous = point->code;
    cleaner->at += point->size;
    return true;
}

char clean_peek(const struct cleaner *cleaner)
{
    return cleaner->at < cleaner->text.length ? cleaner->text.data[cleaner->at] : '\0';
}

void clean_end(struct cleaner *cleaner)
{
    buffer_free(&cleaner->text);
}

void clean_add(struct buffer *out, const char *text, size_t length, const char *newline)
{
    struct cleaner cleaner;
    struct clean_point point;
    clean_begin(&cleaner, text, length);
    while (clean_next(&cleaner, &point)) {
        if (point.code == '\n')
            buffer_add_text(out, newline);
        else if (point.hidden)
            buffer_add_text(out, point.label);
        else
            buffer_add(out, point.bytes, point.size);
    }
    clean_end(&cleaner);
}
