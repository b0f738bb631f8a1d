#include "export/tmx.h"

#include <string.h>

#include "export/escape_markup.h"

static void add_attribute(struct buffer *out, const char *name, const char *value)
{
    buffer_add_format(out, " %s=\"", name);
    escape_markup_text(out, value);
    buffer_add_byte(out, '"');
}

void tmx_begin(struct buffer *out, const char *source, const char *version)
{
    buffer_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
                         "<tmx version=\"1.4\">\n"
                         "  <header creationtool=\"diptych\"");
    add_attribute(out, "creationtoolversion", version != NULL ? version : "-");
    buffer_add_text(out, " segtype=\"block\" o-tmf=\"diptych\" adminlang=\"en\"");
    add_attribute(out, "srclang", source != NULL ? source : "*all*");
    buffer_add_text(out, " datatype=\"plaintext\">\n");
}

void tmx_body(struct buffer *out)
{
    buffer_add_text(out, "  </header>\n  <body>\n");
}

void tmx_end(struct buffer *out)
{
    buffer_add_text(out, "  </body>\n</tmx>\n");
}

/* 2015-06-23T10:00:00Z is 20150623T100000Z here. */
static void add_time(struct buffer *out, const char *name, const char *time)
{
    struct buffer plain = { 0 };
    for (; time != NULL && *time != '\0'; time++) {
        if (*time != '-' && *time != ':')
            buffer_add_byte(&plain, *time);
    }
    if (plain.length > 0)
        add_attribute(out, name, buffer_text(&plain));
    buffer_free(&plain);
}

void tmx_unit_begin(struct buffer *out, const char *id, const char *created, const char *modified)
{
    buffer_add_text(out, "    <tu");
    if (id != NULL && id[0] != '\0')
        add_attribute(out, "tuid", id);
    add_time(out, "creationdate", created);
    add_time(out, "changedate", modified);
    buffer_add_text(out, ">\n");
}

void tmx_unit_end(struct buffer *out)
{
    buffer_add_text(out, "    </tu>\n");
}

void tmx_property(struct buffer *out, size_t indent, const char *type, const char *value)
{
    if (value[0] == '\0')
        return;
    buffer_add_format(out, "%*s<prop", (int)indent, "");
    add_attribute(out, "type", type);
    buffer_add_byte(out, '>');
    escape_markup_text(out, value);
    buffer_add_text(out, "</prop>\n");
}

void tmx_note(struct buffer *out, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_add_text(out, "      <note>");
    escape_markup(out, text, strlen(text), "\n");
    buffer_add_text(out, "</note>\n");
}

void tmx_variant(struct buffer *out, const char *language, const char *text, size_t length)
{
    buffer_add_text(out, "      <tuv");
    add_attribute(out, "xml:lang", language[0] != '\0' ? language : "und");
    buffer_add_text(out, "><seg>");
    escape_markup(out, text, length, " ");
    buffer_add_text(out, "</seg></tuv>\n");
}
