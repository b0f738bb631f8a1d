#include "doc/file_kind.h"

#include <string.h>
#include <strings.h>

#include "text/utf8.h"
#include "text/wide_text.h"

#define ENDING_LIMIT 12

bool file_kind_ends(const char *name, const char *endings)
{
    const char *dot = name != NULL ? strrchr(name, '.') : NULL;
    size_t length = dot != NULL ? strlen(dot) : 0;
    if (length < 2 || length > ENDING_LIMIT || dot == name)
        return false;
    for (const char *at = endings; *at != '\0';) {
        at += strspn(at, " ");
        size_t size = strcspn(at, " ");
        if (size == length && strncasecmp(at, dot, size) == 0)
            return true;
        at += size;
    }
    return false;
}

struct magic {
    const char *bytes;
    size_t length;
    enum file_kind kind;
};

/* clang-format off */
static const struct magic magics[] = {
    { "PK\3\4", 4, FILE_ZIP },
    { "\x1f\x8b", 2, FILE_PACKED },
    { "\xfd" "7zXZ\0", 6, FILE_PACKED },
    { "\x28\xb5\x2f\xfd", 4, FILE_PACKED },
    { "BZh", 3, FILE_PACKED },
    { "%PDF-", 5, FILE_PDF },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, FILE_OLE },
    { "\x89PNG\r\n", 6, FILE_BINARY },
    { "GIF8", 4, FILE_BINARY },
    { "\xff\xd8\xff", 3, FILE_BINARY },
    { "\x7f" "ELF", 4, FILE_BINARY },
    { "OggS", 4, FILE_BINARY },
    { "ID3", 3, FILE_BINARY },
    { "fLaC", 4, FILE_BINARY },
    { "SQLite format 3\0", 16, FILE_BINARY },
    { "7z\xbc\xaf\x27\x1c", 6, FILE_BINARY },
    { "Rar!\x1a\x07", 6, FILE_BINARY },
    { "\xca\xfe\xba\xbe", 4, FILE_BINARY },
    { "\xcf\xfa\xed\xfe", 4, FILE_BINARY },
    { "!<arch>\n", 8, FILE_BINARY },
    { "wOFF", 4, FILE_BINARY },
    { "wOF2", 4, FILE_BINARY },
};
/* clang-format on */

#define MAIL_HEAD_LOOK ((size_t)64 << 10) /* what carried a mail may have written much into it */

static bool find_magic(const char *bytes, size_t length, enum file_kind *kind)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (length >= magics[i].length && memcmp(bytes, magics[i].bytes, magics[i].length) == 0) {
            *kind = magics[i].kind;
            return true;
        }
    }
    return false;
}

/* The beginning without byte order marks, blanks and the zeros of UTF-16: in `room` where it has zeros,
 * else as it lies in the bytes. */
static const char *squeeze(const char *bytes, size_t *length, char *room)
{
    size_t from = 0, size = 0;
    for (; from < *length; from++) {
        unsigned char byte = (unsigned char)bytes[from];
        bool mark = from < 3 && (byte == 0xEF || byte == 0xBB || byte == 0xBF || byte >= 0xFE);
        if (!mark && strchr(" \t\n\r\f", byte) == NULL) /* a zero is found, too: at its end */
            break;
    }
    bytes += from;
    *length -= from;
    if (memchr(bytes, '\0', *length) == NULL)
        return bytes;
    for (size_t i = 0; i < *length; i++)
        if (bytes[i] != '\0')
            room[size++] = bytes[i];
    *length = size;
    return room;
}

static bool starts(const char *text, size_t length, const char *word)
{
    size_t size = strlen(word);
    return length >= size && strncasecmp(text, word, size) == 0;
}

/* Comments and an XML declaration may stand before what counts. */
static const char *skip_prologue(const char *at, const char *end)
{
    for (;;) {
        size_t left = (size_t)(end - at);
        const char *close = NULL;
        if (left > 4 && memcmp(at, "<!--", 4) == 0) {
            for (const char *dash = at + 4; close == NULL && dash + 3 <= end; dash++)
                close = memcmp(dash, "-->", 3) == 0 ? dash + 3 : NULL;
        } else if (left > 2 && memcmp(at, "<?", 2) == 0) {
            close = memchr(at, '>', left);
            close = close != NULL ? close + 1 : NULL;
        }
        if (close == NULL)
            return at;
        for (at = close; at < end && strchr(" \t\r\n", *at) != NULL && *at != '\0';)
            at++;
    }
}

static bool is_html(const char *head, size_t length, const char *name)
{
    static const char *const tags[] = { "<head>", "<body", "<title>", "<meta ", "<div", "<p>",
                                        "<table", "<article", "<h1",    "<center" };
    const char *at = skip_prologue(head, head + length);
    size_t left = length - (size_t)(at - head);
    if (starts(at, left, "<!doctype html") || starts(at, left, "<html"))
        return true;
    if (file_kind_ends(name, " .html .htm .xhtml .shtml .xht "))
        return true;
    if (file_kind_ends(name, " .md .markdown .mkd .txt "))
        return false;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (starts(at, left, tags[i]))
            return true;
    }
    return false;
}

static bool has_line(const char *text, size_t length, const char *word)
{
    for (const char *at = text; at != NULL && at < text + length;) {
        if (starts(at, length - (size_t)(at - text), word))
            return true;
        at = memchr(at, '\n', length - (size_t)(at - text));
        at = at != NULL ? at + 1 : NULL;
    }
    return false;
}

static bool is_mhtml(const char *head, size_t length, const char *name)
{
    bool mail = has_line(head, length, "MIME-Version:") && has_line(head, length, "Content-Type:");
    return mail && (has_line(head, length, "Content-Type: multipart/related") ||
                    file_kind_ends(name, " .mht .mhtml "));
}

/* A field's name is one word before a colon; a line that begins with a blank goes on with the field before. */
static bool is_mail_field(const char *line, size_t length)
{
    size_t at = 0;
    while (at < length && line[at] > ' ' && line[at] < 0x7F && line[at] != ':')
        at++;
    return (at > 0 && at < length && line[at] == ':') || *line == ' ' || *line == '\t';
}

static bool is_encoded(const char *line, size_t length)
{
    const char *mark = line;
    while ((mark = memchr(mark, '=', length - (size_t)(mark - line))) != NULL) {
        if (starts(mark, length - (size_t)(mark - line), "=?"))
            return true;
        mark++;
    }
    size_t blank = 0; /* before a value that has a line of its own */
    while (blank < length && (line[blank] == ' ' || line[blank] == '\t'))
        blank++;
    return starts(line, length, "Content-Type: multipart/") || starts(line, length, "Content-Type: text/html") ||
           (blank > 0 && (starts(line + blank, length - blank, "multipart/") ||
                          starts(line + blank, length - blank, "text/html"))) ||
           starts(line, length, "Content-Transfer-Encoding: quoted-printable") ||
           starts(line, length, "Content-Transfer-Encoding: base64");
}

/* Do the bytes begin with the head of a mail, up to an empty line, that does not read without being decoded? */
static bool is_mail(const char *bytes, size_t length)
{
    bool from = false, date = false, encoded = false;
    size_t most = length < MAIL_HEAD_LOOK ? length : MAIL_HEAD_LOOK;
    for (const char *at = bytes, *end; at < bytes + most; at = end + 1) {
        end = memchr(at, '\n', most - (size_t)(at - bytes));
        size_t size = end != NULL ? (size_t)(end - at) : 0;
        if (end == NULL || size == 0 || (size == 1 && *at == '\r'))
            break; /* of a long one the beginning may be all that is known */
        if (!is_mail_field(at, size))
            return false;
        from = from || starts(at, size, "From:");
        date = date || starts(at, size, "Date:");
        encoded = encoded || is_encoded(at, size);
    }
    return from && date && encoded;
}

/* Control characters that no text has, in numbers: random bytes are one in twelve. ESC, backspace, form
 * feed are in terminals' text, shift out and in around Korean words, a stray NUL in some others. */
static bool is_binary(const char *bytes, size_t length)
{
    size_t controls = 0;
    if (length - utf8_clean_prefix(bytes, length) < 4) /* at most a character that is cut off */
        return false;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        controls += byte < 7 || (byte > 15 && byte < 27) || (byte > 27 && byte < 32);
    }
    return length >= 64 && controls * 20 > length &&
           wide_text_form(bytes, length) == WIDE_TEXT_NONE && !wide_text_may_be_han(bytes, length);
}

enum file_kind file_kind_of(const char *bytes, size_t length, const char *name)
{
    char room[FILE_KIND_LOOK];
    enum file_kind kind = FILE_TEXT;
    size_t look = length < FILE_KIND_LOOK ? length : FILE_KIND_LOOK;
    if (find_magic(bytes, look, &kind))
        return kind;
    if (is_binary(bytes, look))
        return FILE_BINARY;
    const char *head = squeeze(bytes, &look, room);
    if (is_mhtml(head, look, name))
        return FILE_MHTML;
    if (is_mail(bytes, length))
        return FILE_MAIL;
    return is_html(head, look, name) ? FILE_HTML : FILE_TEXT;
}

bool file_kind_is_converted(enum file_kind kind)
{
    return kind == FILE_HTML || kind == FILE_ZIP || kind == FILE_PACKED || kind == FILE_MHTML || kind == FILE_MAIL;
}
