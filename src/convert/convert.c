#include "convert/convert.h"

#include <libxml/parser.h>

#include "convert/charset.h"
#include "convert/html.h"
#include "doc/converted.h"
#include "doc/file_kind.h"

void convert_prepare(void)
{
    xmlInitParser();
}

bool convert_needs_codecs(const char *bytes, size_t length)
{
    enum file_kind kind = file_kind_of(bytes, length, NULL);
    return kind == FILE_PACKED || kind == FILE_MHTML || !charset_is_unicode(bytes, length);
}

static void write_charset(const struct charset *charset, struct buffer *out)
{
    buffer_add_format(out, "C%s %zu\n", charset->name, charset->repaired);
}

static bool convert_html(struct codecs *codecs, const char *bytes, size_t length,
                         struct stream *stream, struct error *error)
{
    struct buffer text = { 0 };
    struct charset charset = charset_decode(codecs, bytes, length, charset_declared(bytes, length),
                                            &text);
    write_charset(&charset, &stream->out);
    bool ok = html_convert(buffer_text(&text), text.length, stream, error);
    buffer_free(&text);
    return ok;
}

bool convert_text(struct codecs *codecs, const char *bytes, size_t length, struct buffer *out,
                  struct error *error)
{
    struct buffer text = { 0 };
    struct charset charset = charset_decode(codecs, bytes, length, NULL, &text);
    write_charset(&charset, out);
    if (text.length > CONVERT_MOST)
        error_set(error, "its text is larger than %zu MB", CONVERT_MOST >> 20);
    else
        buffer_add(out, buffer_text(&text), text.length);
    bool ok = text.length <= CONVERT_MOST;
    buffer_free(&text);
    return ok;
}

bool convert_document(struct codecs *codecs, const char *bytes, size_t length, const char *name,
                      struct buffer *out, struct error *error)
{
    struct stream stream;
    stream_begin(&stream);
    bool ok = false;
    switch (file_kind_of(bytes, length, name)) {
    case FILE_HTML:
        ok = convert_html(codecs, bytes, length, &stream, error);
        break;
    default:
        error_set(error, "this kind of file cannot be converted");
        break;
    }
    if (ok)
        buffer_add(out, stream.out.data, stream.out.length);
    stream_free(&stream);
    return ok;
}

void convert_fail(const struct error *error, struct buffer *out)
{
    buffer_truncate(out, 0);
    buffer_add_format(out, "%s\n!%s\n", CONVERTED_MAGIC, error->text);
}
