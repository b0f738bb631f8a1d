#include "doc/reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/spool.h"
#include "base/xalloc.h"
#include "doc/blocks.h"
#include "doc/converted.h"
#include "doc/encoding.h"
#include "doc/file_kind.h"
#include "doc/guess.h"
#include "doc/markdown.h"
#include "doc/outside_reader.h"
#include "doc/plain.h"
#include "doc/subtitles.h"
#include "doc/terminal_text.h"
#include "doc/wrapping.h"
#include "text/utf8.h"

#define HEAD_TAIL ((size_t)32 << 10) /* more than wrapping.h looks at of one group */

/* A file on its way. */
struct reader_call {
    struct conversion *conversion;
    const char *path;
    const struct reader_wish *wish;
    struct error *error;
};

/* Clean text with the front matter cut off. */
struct source {
    struct buffer text;
    struct frontmatter frontmatter;
    struct sanitize_counts repaired;
    unsigned first_line; /* of what is left, in the file */
};

static bool has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t size = strlen(ending);
    return length > size && strcasecmp(name + length - size, ending) == 0;
}

static bool is_markdown_name(const char *name)
{
    return has_ending(name, ".md") || has_ending(name, ".markdown") || has_ending(name, ".mkd");
}

static bool is_markdown(const struct source *source, enum reader_kind kind, const char *name)
{
    if (kind != READER_BY_NAME)
        return kind == READER_MARKDOWN;
    if (name == NULL)
        return false;
    if (is_markdown_name(name))
        return true;
    return (has_ending(name, ".txt") || spool_is_path(name)) &&
           guess_is_markdown(source->text.data, source->text.length);
}

/* Replaces the bytes in `raw` by clean text; a clean file stays where it is. */
static void clean(struct buffer *raw, struct source *source)
{
    buffer_reserve(raw, 0);
    if (sanitize_is_clean(raw->data, raw->length)) {
        source->text = *raw;
        *raw = (struct buffer){ 0 };
        return;
    }
    buffer_reserve(&source->text, raw->length);
    sanitize_source(raw->data, raw->length, &source->text, &source->repaired);
    buffer_free(raw);
}

static unsigned count_lines(const char *text, size_t length)
{
    unsigned lines = 0;
    const char *end = text + length;
    while ((text = memchr(text, '\n', (size_t)(end - text))) != NULL) {
        lines++;
        text++;
    }
    return lines;
}

static void cut_frontmatter(struct source *source)
{
    struct buffer *text = &source->text;
    source->first_line = 1;
    size_t size = frontmatter_read(text->data, text->length, &source->frontmatter);
    if (size == 0)
        return;
    source->first_line = 1 + count_lines(text->data, size);
    memmove(text->data, text->data + size, text->length - size + 1);
    text->length -= size;
}

static void move_lines(struct document *document, unsigned first_line)
{
    for (size_t i = 0; first_line > 1 && i < document->block_count; i++)
        document->blocks[i].line += first_line - 1;
}

/* Takes over what `source` holds. */
static struct document *parse_plain(struct source *source)
{
    size_t length = source->text.length;
    struct document *document;
    if (subtitles_is(buffer_text(&source->text), length)) {
        document = subtitles_read(source->text.data, length);
        buffer_free(&source->text);
    } else {
        document = plain_read(buffer_take(&source->text), length);
    }
    move_lines(document, source->first_line);
    return document;
}

static struct document *parse_markdown(struct source *source)
{
    struct document *document =
        markdown_read(source->text.data, source->text.length, source->first_line);
    buffer_free(&source->text);
    return document;
}

/* The language is the text's where its front matter names none. */
static struct document *settle_language(struct document *document)
{
    document->language = guess_language_of_tag(frontmatter_get(document->frontmatter, "lang"));
    if (document->language == LANGUAGE_UNKNOWN)
        document->language = guess_language(document->text, document->length);
    return document;
}

static struct document *complete(struct document *document, struct source *source)
{
    frontmatter_free(document->frontmatter);
    *document->frontmatter = source->frontmatter;
    document->repaired = source->repaired;
    return settle_language(document);
}

/* Empties `raw`. */
static struct document *parse_terminal(struct buffer *raw)
{
    struct document *document = terminal_text_read(raw->data, raw->length);
    buffer_free(raw);
    return settle_language(document);
}

/* Empties `raw`. */
static struct document *parse(struct buffer *raw, enum reader_kind kind, const char *name)
{
    struct source source = { .first_line = 1 };
    if (kind == READER_BY_NAME && name != NULL && !is_markdown_name(name) &&
        terminal_text_is(raw->data, raw->length))
        return parse_terminal(raw);
    clean(raw, &source);
    cut_frontmatter(&source);
    struct document *document = is_markdown(&source, kind, name) ? parse_markdown(&source)
                                                                 : parse_plain(&source);
    return complete(document, &source);
}

struct document *reader_parse(const char *bytes, size_t length, enum reader_kind kind,
                              const char *name)
{
    struct buffer raw = { 0 };
    buffer_add(&raw, bytes, length);
    return parse(&raw, kind, name);
}

/* Packed text comes back as text, after a line that tells its encoding: the kind goes by the name
 * without the ending of what packed it. */
static struct document *parse_unpacked(struct buffer *text, const char *path)
{
    const char *newline = memchr(buffer_text(text), '\n', text->length);
    size_t head = newline != NULL ? (size_t)(newline - text->data) + 1 : text->length;
    char *inner = xstrdup(file_base_name(path));
    char *dot = strrchr(inner, '.');
    if (dot != NULL)
        *dot = '\0';
    struct buffer rest = { 0 };
    buffer_add(&rest, text->data + head, text->length - head);
    struct document *document = parse(&rest, READER_BY_NAME, inner);
    free(inner);
    return document;
}

/* Empties `raw`. */
static struct document *convert(const struct reader_call *reading, struct buffer *raw)
{
    struct buffer text = { 0 };
    struct document *document = NULL;
    struct conversion_task task = {
        reading->path, buffer_text(raw), raw->length, reading->wish->stop
    };
    if (conversion_document(reading->conversion, &task, &text, reading->error)) {
        if (buffer_text(&text)[0] == 'C')
            document = parse_unpacked(&text, reading->path);
        else if ((document = converted_read(buffer_text(&text), text.length, reading->error)) != NULL)
            document = settle_language(document);
        else
            error_prefix(reading->error, file_base_name(reading->path));
    }
    buffer_free(&text);
    buffer_free(raw);
    return document;
}

/* Why a file that is no text is not opened, and what would help. */
static struct document *refuse(const struct reader_call *reading, struct buffer *raw,
                               enum file_kind kind)
{
    struct error *error = reading->error;
    const char *name = file_base_name(reading->path);
    buffer_free(raw);
    if (kind == FILE_PDF)
        error_set(error, "%s: is a PDF; pdftotext (poppler) makes text of it", name);
    else if (kind == FILE_OLE)
        error_set(error, "%s: is an old Word document; antiword or catdoc makes text of it", name);
    else
        error_set(error, "%s: is no text but binary data; pdftotext or pandoc may make text of it",
                  name);
    return NULL;
}

/* What a program of the reader's own makes of the file. NULL with the file's bytes emptied. */
static struct document *read_outside(const struct reader_call *reading, struct buffer *raw,
                                     enum file_kind kind)
{
    struct buffer text = { 0 };
    enum outside_end end = outside_reader_run(reading->conversion, reading->path, kind,
                                              reading->wish->stop, &text, reading->error);
    if (end == OUTSIDE_NONE) {
        buffer_free(&text);
        return refuse(reading, raw, kind);
    }
    buffer_free(raw);
    buffer_reserve(&text, 0);
    if (end == OUTSIDE_FAILED) {
        buffer_free(&text);
        return NULL;
    }
    if (file_kind_of(text.data, text.length, "text.txt") == FILE_HTML) {
        struct reader_call inner = *reading;
        inner.path = "text.html";
        return convert(&inner, &text);
    }
    return parse(&text, READER_BY_NAME, "text.txt");
}

/* Empties `raw`. A block a line, all white space kept. */
static struct document *parse_source(struct buffer *raw)
{
    struct source source = { .first_line = 1 };
    struct blocks blocks = { 0 };
    clean(raw, &source);
    struct document *document = blocks_new_document();
    uint32_t line = 1;
    document->length = source.text.length;
    document->text = buffer_take(&source.text);
    for (size_t at = 0; at < document->length; line++) {
        const char *newline = memchr(document->text + at, '\n', document->length - at);
        size_t end = newline != NULL ? (size_t)(newline - document->text) : document->length;
        blocks_push(&blocks, document->text,
                    (struct block){ .start = at, .end = end, .line = line, .kind = BLOCK_CODE,
                                    .flags = line > 1 ? BLOCK_TIGHT : 0 });
        at = end + 1;
    }
    blocks_hand_over(&blocks, document);
    document->repaired = source.repaired;
    return settle_language(document);
}

/* Empties `raw`. Without its converter the program shows what it can, but for one who has asked for
 * an encoding. */
static struct document *parse_text(const struct reader_call *reading, struct buffer *raw)
{
    const struct reader_wish *wish = reading->wish;
    size_t repaired = 0;
    char *encoding = NULL;
    struct error ignored = { "" };
    bool asked = wish->encoding[0] != '\0';
    if (asked || encoding_is_foreign(raw->data, raw->length))
        encoding = encoding_decode(reading->conversion, raw, reading->path,
                                   asked ? wish->encoding : NULL, wish->stop, &repaired,
                                   asked ? reading->error : &ignored);
    if (encoding == NULL && (asked || conversion_put_off(reading->conversion))) {
        if (!asked)
            error_set(reading->error, "%s", ignored.text);
        buffer_free(raw);
        return NULL;
    }
    struct document *document = wish->raw ? parse_source(raw)
                                           : parse(raw, READER_BY_NAME, reading->path);
    document->encoding = encoding;
    if (encoding == NULL && ignored.text[0] != '\0')
        document->undecoded = xstrdup(ignored.text);
    document->repaired.ill_formed += repaired;
    return document;
}

/* A page in the encoding that was asked for: what it declares itself counts no more. */
static struct document *convert_as(const struct reader_call *reading, struct buffer *raw)
{
    size_t repaired = 0;
    char *encoding =
        encoding_decode(reading->conversion, raw, reading->path, reading->wish->encoding,
                        reading->wish->stop, &repaired, reading->error);
    struct buffer marked = { 0 };
    if (encoding != NULL) {
        buffer_add_text(&marked, "\xEF\xBB\xBF");
        buffer_add(&marked, raw->data, raw->length);
    }
    buffer_free(raw);
    struct document *document = encoding != NULL ? convert(reading, &marked) : NULL;
    if (document != NULL) {
        free(document->encoding);
        document->encoding = encoding;
        document->repaired.ill_formed += repaired;
    } else {
        free(encoding);
    }
    return document;
}

/* Empties `raw`. A page that cannot be converted is a text in itself. */
static struct document *convert_page(const struct reader_call *reading, struct buffer *raw)
{
    struct document *document = reading->wish->encoding[0] != '\0' ? convert_as(reading, raw)
                                                                    : convert(reading, raw);
    if (document == NULL && reading->error != NULL && !conversion_put_off(reading->conversion)) {
        struct error why = *reading->error;
        error_set(reading->error, "%s; --raw or :set raw on shows its source", why.text);
    }
    return document;
}

/* Empties `raw`. What is packed or no text has no source to be shown. */
static struct document *parse_raw(const struct reader_call *reading, struct buffer *raw,
                                  enum file_kind kind)
{
    if (kind == FILE_TEXT || kind == FILE_HTML || kind == FILE_MAIL)
        return parse_text(reading, raw);
    buffer_free(raw);
    error_set(reading->error, "%s: is no text in itself: it has no source to be shown",
              file_base_name(reading->path));
    return NULL;
}

/* Empties `raw`, which holds the whole file. */
static struct document *parse_any(const struct reader_call *reading, struct buffer *raw)
{
    const char *path = reading->path;
    buffer_reserve(raw, 0);
    enum file_kind kind = file_kind_of(raw->data, raw->length, path);
    conversion_ask(reading->conversion);
    if (reading->wish->raw)
        return parse_raw(reading, raw, kind);
    if (outside_reader_is_for(reading->conversion, path))
        return read_outside(reading, raw, kind);
    if (kind == FILE_TEXT)
        return parse_text(reading, raw);
    if (kind == FILE_HTML || kind == FILE_MAIL)
        return convert_page(reading, raw);
    return file_kind_is_converted(kind) ? convert(reading, raw) : read_outside(reading, raw, kind);
}

struct document *reader_open_as(struct conversion *conversion, const char *path,
                                const struct reader_wish *wish, struct error *error)
{
    struct buffer raw = { 0 };
    struct reader_call reading = { conversion, path, wish, error };
    if (file_read(path, 0, &raw, error))
        return parse_any(&reading, &raw);
    buffer_free(&raw);
    return NULL;
}

struct document *reader_open(struct conversion *conversion, const char *path, struct error *error)
{
    return reader_open_as(conversion, path, &(struct reader_wish){ .raw = false }, error);
}

bool reader_converts(struct conversion *conversion, const char *path)
{
    struct buffer head = { 0 };
    bool whole;
    bool converts = outside_reader_is_for(conversion, path) ||
                    (file_read_head(path, FILE_KIND_LOOK, &head, &whole, NULL) &&
                     file_kind_of(buffer_text(&head), head.length, path) != FILE_TEXT);
    buffer_free(&head);
    return converts;
}

/* Cuts after the last whole line; a single line that fills it all is cut before its last code point,
 * of which bytes may be missing. */
static void cut_head(struct buffer *raw)
{
    size_t at = raw->length;
    while (at > 0 && raw->data[at - 1] != '\n')
        at--;
    if (at == 0)
        at = utf8_previous(raw->data, raw->length);
    buffer_truncate(raw, at);
}

/* Cuts at the last blank line of the last HEAD_TAIL bytes: how lines are read is decided
 * between blank lines. False when there is none. */
static bool cut_at_blank_line(struct buffer *text)
{
    size_t at = text->length > HEAD_TAIL ? text->length - HEAD_TAIL : 0;
    const char *newline = memchr(text->data + at, '\n', text->length - at);
    size_t cut = 0;
    at = newline != NULL ? (size_t)(newline - text->data) + 1 : text->length;
    while (at < text->length) {
        struct line line = wrapping_line_at(text->data, text->length, at);
        if (line.start == line.end)
            cut = at;
        at = line.next;
    }
    if (cut > 0)
        buffer_truncate(text, cut);
    return cut > 0;
}

static void drop_last_block(struct document *document)
{
    if (document->block_count < 2)
        return;
    document->block_count--;
    document->length = document->blocks[document->block_count].start;
    document->text[document->length] = '\0';
}

/* Front matter that fills the head or does not end in it, or Markdown. */
static bool needs_whole(const struct source *source, bool fenced, const char *path)
{
    bool short_rest = source->text.length < READER_HEAD_LEAST - HEAD_TAIL;
    return short_rest || (fenced && source->first_line == 1) ||
           is_markdown(source, READER_BY_NAME, path);
}

static struct document *parse_head(const struct reader_call *reading, struct buffer *raw)
{
    struct source source = { .first_line = 1 };
    cut_head(raw);
    clean(raw, &source);
    const char *text = source.text.data;
    bool fenced = source.text.length > 3 && (memcmp(text, "---", 3) == 0 ||
                                             memcmp(text, "+++", 3) == 0 || text[0] == '{');
    cut_frontmatter(&source);
    if (needs_whole(&source, fenced, reading->path)) {
        buffer_free(&source.text);
        frontmatter_free(&source.frontmatter);
        return reader_open(reading->conversion, reading->path, reading->error);
    }
    bool sure = cut_at_blank_line(&source.text);
    struct document *document = parse_plain(&source);
    if (!sure)
        drop_last_block(document); /* it may go on */
    document->partial = true;
    return complete(document, &source);
}

struct document *reader_open_head(struct conversion *conversion, const char *path, size_t length,
                                  struct error *error)
{
    struct buffer raw = { 0 };
    bool whole = true;
    struct reader_wish wish = { .raw = false };
    struct reader_call reading = { conversion, path, &wish, error };
    size_t want = length > READER_HEAD_LEAST ? length : READER_HEAD_LEAST;
    conversion_ask(conversion);
    if (!file_read_head(path, want, &raw, &whole, error)) {
        buffer_free(&raw);
        return NULL;
    }
    buffer_reserve(&raw, 0);
    if (whole)
        return parse_any(&reading, &raw);
    if (!spool_is_path(path) && !outside_reader_is_for(conversion, path) &&
        file_kind_of(raw.data, raw.length, path) == FILE_TEXT &&
        !encoding_is_foreign(raw.data, raw.length))
        return parse_head(&reading, &raw);
    buffer_free(&raw);
    return reader_open(conversion, path, error);
}
