#include "convert/mail.h"

#include <string.h>
#include <strings.h>

#include "convert/charset.h"
#include "convert/mime.h"

/* ---- the head ---- */

/* The word =?CHARSET?B|Q?TEXT?= that begins at `at`. */
struct encoded_word {
    const char *charset;
    size_t charset_length;
    char coding; /* 'B', 'Q' */
    const char *text;
    const char *text_end;
    const char *end;
};

static bool read_word(const char *at, struct encoded_word *word)
{
    if (strncmp(at, "=?", 2) != 0)
        return false;
    word->charset = at + 2;
    word->charset_length = strcspn(word->charset, "?* ");
    const char *mark = word->charset + strcspn(word->charset, "? ");
    if (mark[0] != '?' || mark[1] == '\0' || mark[2] != '?')
        return false;
    word->coding = (char)(mark[1] & ~0x20);
    word->text = mark + 3;
    word->text_end = strstr(word->text, "?=");
    if (word->text_end == NULL || strchr("BQ", word->coding) == NULL)
        return false;
    word->end = word->text_end + 2;
    return true;
}

static void decode_word(const struct encoded_word *word, struct buffer *out)
{
    struct buffer plain = { 0 };
    buffer_add(&plain, word->text, (size_t)(word->text_end - word->text));
    for (size_t i = 0; word->coding == 'Q' && i < plain.length; i++)
        if (plain.data[i] == '_')
            plain.data[i] = ' ';
    mime_decode(word->coding == 'B' ? "base64" : "quoted-printable", buffer_text(&plain),
                buffer_text(&plain) + plain.length, out);
    buffer_free(&plain);
}

/* A run of words in one encoding, between which blanks do not count and characters may be cut. Returns what
 * stands behind it. */
static const char *add_words(struct codecs *codecs, const char *at, struct buffer *out)
{
    struct encoded_word word, first;
    struct buffer bytes = { 0 };
    struct charset charset;
    const char *end = at;
    (void)read_word(at, &first);
    for (const char *next = at; read_word(next, &word) && word.charset_length == first.charset_length &&
                                strncasecmp(word.charset, first.charset, word.charset_length) == 0;
         next = word.end + strspn(word.end, " \t")) {
        decode_word(&word, &bytes);
        end = word.end;
    }
    const char *label = codec_name(first.charset, first.charset_length);
    if (label == NULL || !charset_decode_as(codecs, buffer_text(&bytes), bytes.length, label, out, &charset))
        (void)charset_decode(codecs, buffer_text(&bytes), bytes.length, NULL, out);
    buffer_free(&bytes);
    const char *next = end + strspn(end, " \t");
    return read_word(next, &word) ? next : end;
}

void mail_add_field(struct codecs *codecs, const char *bytes, size_t length, const char *name, struct buffer *out)
{
    char raw[4096];
    struct encoded_word word;
    struct buffer value = { 0 };
    (void)mime_header((struct mime_part){ bytes, bytes + length }, name, raw, sizeof raw);
    struct buffer told = { 0 }; /* some write other letters than ASCII as they are */
    (void)charset_decode(codecs, raw, strlen(raw), NULL, &told);
    for (const char *at = buffer_text(&told); *at != '\0';) {
        if (read_word(at, &word))
            at = add_words(codecs, at, &value);
        else
            buffer_add_byte(&value, *at++);
    }
    for (size_t i = 0; i < value.length; i++) /* a field is a line, whatever its words say */
        buffer_add_byte(out, strchr("\r\n", value.data[i]) != NULL ? ' ' : value.data[i]);
    buffer_free(&told);
    buffer_free(&value);
}

void mail_add_head(struct codecs *codecs, const char *bytes, size_t length, struct buffer *out)
{
    static const char *const fields[] = { "From", "To", "Cc", "Date", "Subject" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct buffer value = { 0 };
        mail_add_field(codecs, bytes, length, fields[i], &value);
        if (value.length > 0)
            buffer_add_format(out, "%s: %s\n", fields[i], buffer_text(&value));
        buffer_free(&value);
    }
    buffer_add_byte(out, '\n');
}

/* ---- the body ---- */

static bool find_part(struct mime_part part, const char *wanted, unsigned depth, struct mail_body *body)
{
    char type[512], coding[64], place[64];
    const char *at = mime_header(part, "Content-Type", type, sizeof type);
    mime_header(part, "Content-Transfer-Encoding", coding, sizeof coding);
    mime_header(part, "Content-Disposition", place, sizeof place);
    if (strncasecmp(type, "multipart/", 10) == 0 && depth < MAIL_DEPTH) {
        struct mime_parts parts = mime_parts_begin(type, at, part.end);
        while (mime_parts_next(&parts, &part))
            if (find_part(part, wanted, depth + 1, body))
                return true;
        return false;
    }
    if (strncasecmp(type[0] != '\0' ? type : "text/plain", wanted, strlen(wanted)) != 0 ||
        strncasecmp(place, "attachment", 10) == 0)
        return false;
    mime_parameter(type, "charset", body->charset, sizeof body->charset);
    mime_decode(coding, at, part.end, &body->bytes);
    return true;
}

bool mail_find_body(const char *bytes, size_t length, struct mail_body *body)
{
    struct mime_part whole = { bytes, bytes + length };
    *body = (struct mail_body){ .page = false };
    if (find_part(whole, "text/plain", 0, body))
        return true;
    body->page = find_part(whole, "text/html", 0, body);
    return body->page;
}
