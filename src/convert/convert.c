#include "convert/convert.h"

#include <libxml/parser.h>
#include <locale.h>
#include <string.h>

#include "convert/charset.h"
#include "convert/epub.h"
#include "convert/html.h"
#include "convert/mail.h"
#include "convert/mhtml.h"
#include "convert/office.h"
#include "convert/package.h"
#include "doc/converted.h"
#include "doc/file_kind.h"

void convert_prepare(void)
{
    xmlInitParser();
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) /* libarchive's, for names of members */
        (void)setlocale(LC_CTYPE, "en_US.UTF-8");
}

bool convert_needs_codecs(const char *bytes, size_t length)
{
    enum file_kind kind = file_kind_of(bytes, length, NULL);
    return kind == FILE_PACKED || kind == FILE_MHTML || kind == FILE_MAIL || !charset_is_unicode(bytes, length);
}

static void write_charset(const struct charset *charset, struct buffer *out)
{
    buffer_add_format(out, "C%s %zu\n", charset->name, charset->repaired);
}

static bool convert_html(struct codecs *codecs, const char *bytes, size_t length,
                         const char *declared, const char *address, struct stream *stream,
                         struct error *error)
{
    struct buffer text = { 0 };
    const char *own = charset_declared(bytes, length);
    struct charset charset = charset_decode(codecs, bytes, length, own != NULL ? own : declared,
                                            &text);
    write_charset(&charset, &stream->out);
    bool ok = html_convert(buffer_text(&text), text.length, address, stream, error);
    buffer_free(&text);
    return ok;
}

/* Plain text goes back as such, its head before it; a page with what the mail is about as its title. */
static bool convert_mail(struct codecs *codecs, const char *bytes, size_t length,
                         struct stream *stream, struct error *error)
{
    struct mail_body body;
    struct buffer text = { 0 };
    bool ok = mail_find_body(bytes, length, &body);
    const char *declared = ok ? codec_name(body.charset, strlen(body.charset)) : NULL;
    if (!ok) {
        error_set(error, "no text is in this mail");
    } else if (body.page) {
        mail_add_field(codecs, bytes, length, "Subject", &text);
        stream_meta(stream, "title", buffer_text(&text));
        ok = convert_html(codecs, buffer_text(&body.bytes), body.bytes.length, declared, "", stream, error);
    } else {
        mail_add_head(codecs, bytes, length, &text);
        struct charset charset = charset_decode(codecs, buffer_text(&body.bytes), body.bytes.length, declared, &text);
        stream->out.length = 0;
        write_charset(&charset, &stream->out);
        buffer_add(&stream->out, buffer_text(&text), text.length);
    }
    buffer_free(&text);
    buffer_free(&body.bytes);
    return ok;
}

/* A mail that pictures belong to has parts like those of a page, but its text is further within. */
static bool convert_mhtml(struct codecs *codecs, const char *bytes, size_t length,
                          struct stream *stream, struct error *error)
{
    char charset[512];
    char address[512];
    struct buffer page = { 0 };
    bool ok = mhtml_find_page(bytes, length, &page, charset, address, sizeof charset)
                  ? convert_html(codecs, page.data, page.length, codec_name(charset, strlen(charset)),
                                 address, stream, error)
                  : convert_mail(codecs, bytes, length, stream, error);
    buffer_free(&page);
    return ok;
}

static bool convert_package(const char *bytes, size_t length, struct stream *stream,
                            struct error *error)
{
    struct package package;
    bool ok = false;
    if (!package_open(bytes, length, &package, error))
        return false;
    if (epub_is(&package))
        ok = epub_convert(&package, stream, error);
    else if (docx_is(&package))
        ok = docx_convert(&package, stream, error);
    else if (odt_is(&package))
        ok = odt_convert(&package, stream, error);
    else
        error_set(error, "this archive is no e-book and no text document; unpack it first");
    package_free(&package);
    return ok;
}

bool convert_text(struct codecs *codecs, const char *bytes, size_t length, const char *encoding,
                  struct buffer *out, struct error *error)
{
    struct buffer text = { 0 };
    struct charset charset = { 0 };
    if (encoding == NULL) {
        charset = charset_decode(codecs, bytes, length, NULL, &text);
    } else if (!charset_decode_as(codecs, bytes, length, encoding, &text, &charset)) {
        error_set(error, "no encoding is called %.40s here; GB18030, Big5, Shift_JIS, EUC-KR and "
                         "windows-1252 are some", encoding);
        return false;
    }
    write_charset(&charset, out);
    if (text.length > CONVERT_MOST)
        error_set(error, "its text is larger than %zu MB", CONVERT_MOST >> 20);
    else
        buffer_add(out, buffer_text(&text), text.length);
    bool ok = text.length <= CONVERT_MOST;
    buffer_free(&text);
    return ok;
}

/* What is no format of its own goes back as it is, in UTF-8, for the reader to read by its name. */
static bool pass_text(struct codecs *codecs, const char *bytes, size_t length,
                      struct stream *stream, struct error *error)
{
    stream->out.length = 0;
    return convert_text(codecs, bytes, length, NULL, &stream->out, error);
}

static bool convert_bytes(struct codecs *codecs, const char *bytes, size_t length,
                          const char *name, struct stream *stream, struct error *error)
{
    switch (file_kind_of(bytes, length, name)) {
    case FILE_HTML:
        return convert_html(codecs, bytes, length, NULL, "", stream, error);
    case FILE_MHTML:
        return convert_mhtml(codecs, bytes, length, stream, error);
    case FILE_MAIL:
        return convert_mail(codecs, bytes, length, stream, error);
    case FILE_ZIP:
        return convert_package(bytes, length, stream, error);
    case FILE_TEXT:
        return pass_text(codecs, bytes, length, stream, error);
    default:
        error_set(error, "what is in it is no text");
        return false;
    }
}

/* "page.html.gz" is packed "page.html"; ".tgz" and the like are archives of many files. */
static void strip_ending(char *name)
{
    char *dot = strrchr(name, '.');
    if (dot != NULL && dot != name)
        *dot = '\0';
}

bool convert_document(struct codecs *codecs, const char *bytes, size_t length, const char *name,
                      struct buffer *out, struct error *error)
{
    struct stream stream;
    struct buffer unpacked[CONVERT_LAYERS] = { { 0 } };
    char inner[256];
    bool ok = true;
    snprintf(inner, sizeof inner, "%s", name);
    for (unsigned i = 0; ok && i < CONVERT_LAYERS && file_kind_of(bytes, length, inner) == FILE_PACKED;
         i++) {
        ok = package_unpack(bytes, length, &unpacked[i], error);
        bytes = buffer_text(&unpacked[i]);
        length = unpacked[i].length;
        strip_ending(inner);
    }
    stream_begin(&stream);
    ok = ok && convert_bytes(codecs, bytes, length, inner, &stream, error);
    if (ok)
        buffer_add(out, stream.out.data, stream.out.length);
    stream_free(&stream);
    for (unsigned i = 0; i < CONVERT_LAYERS; i++)
        buffer_free(&unpacked[i]);
    return ok;
}

static bool unpack_largest(const char *bytes, size_t length, struct buffer *out, struct error *error)
{
    struct package package = { 0 };
    if (!package_open(bytes, length, &package, error))
        return false;
    const struct package_file *largest = NULL;
    for (size_t i = 0; i < package.count; i++)
        if (largest == NULL || package.items[i].length > largest->length)
            largest = &package.items[i];
    if (largest != NULL)
        buffer_add(out, largest->bytes, largest->length);
    else
        error_set(error, "there is no text in this archive");
    bool ok = largest != NULL;
    package_free(&package);
    return ok;
}

bool convert_unpack(const char *bytes, size_t length, struct buffer *out, struct error *error)
{
    bool archive = length >= 4 && memcmp(bytes, "PK\3\4", 4) == 0;
    buffer_add_text(out, "U\n");
    return archive ? unpack_largest(bytes, length, out, error)
                   : package_unpack(bytes, length, out, error);
}

void convert_fail(const struct error *error, struct buffer *out)
{
    buffer_truncate(out, 0);
    buffer_add_format(out, "%s\n!%s\n", CONVERTED_MAGIC, error->text);
}
