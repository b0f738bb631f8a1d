#include "convert/stream.h"

#include <string.h>

#include "doc/converted.h"

#define DEPTH_LIMIT 200

/* Bytes of what only tells where a line may end or which way it runs; 0 none. */
static size_t hint_size(const char *text, size_t length)
{
    static const char *const hints[] = { "\xC2\xAD",     "\xD8\x9C",     "\xE2\x80\x8B", "\xE2\x80\x8E",
                                         "\xE2\x80\x8F", "\xE2\x81\xA0", "\xEF\xBB\xBF" };
    bool ascii = (unsigned char)text[0] < 0x80;
    for (size_t i = 0; !ascii && i < sizeof hints / sizeof *hints; i++) {
        size_t size = strlen(hints[i]);
        if (text[0] == hints[i][0] && length >= size && memcmp(text, hints[i], size) == 0)
            return size;
    }
    return 0;
}

static void add_escaped(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = text[i];
        if (byte == '\n' || byte == '\\')
            buffer_add_byte(out, '\\');
        if (byte == '\r' || byte == '\0')
            byte = ' ';
        buffer_add_byte(out, byte == '\n' ? 'n' : byte);
    }
}

static void state(struct stream *stream, char kind, const char *rest)
{
    buffer_add_byte(&stream->out, kind);
    add_escaped(&stream->out, rest, strlen(rest));
    buffer_add_byte(&stream->out, '\n');
}

void stream_begin(struct stream *stream)
{
    *stream = (struct stream){ 0 };
    buffer_add_text(&stream->out, CONVERTED_MAGIC "\n");
}

void stream_free(struct stream *stream)
{
    buffer_free(&stream->out);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

void stream_meta(struct stream *stream, const char *key, const char *value)
{
    struct buffer text = { 0 };
    for (; *value != '\0'; value++) {
        if (!is_blank(*value))
            buffer_add_byte(&text, *value);
        else if (text.length > 0 && text.data[text.length - 1] != ' ')
            buffer_add_byte(&text, ' ');
    }
    while (text.length > 0 && text.data[text.length - 1] == ' ')
        buffer_truncate(&text, text.length - 1);
    if (text.length > 0) {
        buffer_add_format(&stream->out, "m%s ", key);
        add_escaped(&stream->out, text.data, text.length);
        buffer_add_byte(&stream->out, '\n');
    }
    buffer_free(&text);
}

void stream_close(struct stream *stream)
{
    stream_link_end(stream);
    if (stream->block)
        state(stream, '.', "");
    stream->block = stream->code = stream->row = stream->started = false;
    stream->blank = stream->line_end = false;
    stream->code_lines = 0;
}

static void open_block(struct stream *stream, char kind, const char *rest)
{
    stream_close(stream);
    state(stream, kind, rest);
    stream->block = true;
}

void stream_heading(struct stream *stream, unsigned level)
{
    char digit[2] = { (char)('0' + (level < 1 ? 1 : level > 6 ? 6 : level)), '\0' };
    open_block(stream, 'h', digit);
}

void stream_paragraph(struct stream *stream)
{
    open_block(stream, 'p', "");
}

void stream_code(struct stream *stream)
{
    open_block(stream, 'c', "");
    stream->code = true;
}

void stream_rule(struct stream *stream)
{
    open_block(stream, 'r', "");
    stream_close(stream);
}

void stream_table(struct stream *stream, unsigned columns)
{
    stream_close(stream);
    buffer_add_format(&stream->out, "t%u\n", columns);
}

void stream_row(struct stream *stream, bool header)
{
    open_block(stream, header ? 'H' : 'R', "");
    stream->row = true;
}

void stream_cell(struct stream *stream, char align)
{
    char side[2] = { align, '\0' };
    stream_link_end(stream);
    stream->started = stream->blank = stream->line_end = false;
    state(stream, '|', side);
}

/* False where so many are open that one more would help nobody. */
static bool enter(struct stream *stream)
{
    stream_close(stream);
    if (stream->depth >= DEPTH_LIMIT || stream->refused > 0) {
        stream->refused++;
        return false;
    }
    stream->depth++;
    return true;
}

void stream_quote(struct stream *stream)
{
    if (enter(stream))
        state(stream, 'q', "");
}

void stream_bullets(struct stream *stream, bool tight)
{
    if (enter(stream))
        state(stream, 'u', tight ? "t" : "");
}

void stream_numbers(struct stream *stream, bool tight, unsigned start, char delimiter)
{
    if (enter(stream))
        buffer_add_format(&stream->out, "o%c%u%s\n", delimiter, start, tight ? "t" : "");
}

void stream_item(struct stream *stream, char task)
{
    char mark[2] = { task, '\0' };
    if (enter(stream))
        state(stream, 'i', mark);
}

void stream_leave(struct stream *stream)
{
    stream_close(stream);
    if (stream->refused > 0) {
        stream->refused--;
    } else if (stream->depth > 0) {
        stream->depth--;
        state(stream, 'e', "");
    }
}

void stream_note(struct stream *stream, const char *id)
{
    if (enter(stream))
        state(stream, 'n', id);
}

static void need_block(struct stream *stream)
{
    if (!stream->block)
        stream_paragraph(stream);
}

static void write_text(struct stream *stream, const char *text, size_t length, unsigned bits)
{
    if (length == 0)
        return;
    buffer_add_format(&stream->out, "x%u ", bits);
    add_escaped(&stream->out, text, length);
    buffer_add_byte(&stream->out, '\n');
    stream->started = true;
    stream->letters += length;
}

/* The blank space between words, now that a word follows. */
static void settle_blank(struct stream *stream, unsigned bits)
{
    bits &= stream->blank_bits;
    if (stream->blank && stream->started && stream->line_end && !stream->row)
        buffer_add_format(&stream->out, "s%u\n", bits);
    else if (stream->blank && stream->started)
        buffer_add_format(&stream->out, "x%u  \n", bits);
    stream->blank = stream->line_end = false;
}

static void note_blank(struct stream *stream, char byte, unsigned bits)
{
    stream->blank_bits = stream->blank ? stream->blank_bits & bits : bits;
    stream->blank = true;
    stream->line_end |= byte == '\n';
}

/* Bytes of a wide or no-break blank, by which paragraphs are indented; 0 none. */
static size_t wide_blank(const char *text, size_t length)
{
    if (length >= 3 && memcmp(text, "\xe3\x80\x80", 3) == 0)
        return 3;
    return length >= 2 && memcmp(text, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

/* Words go out with single blanks between them and without soft hyphens and their like, as one
 * statement where no line ends in them. */
static void write_words(struct stream *stream, const char *text, size_t length, unsigned bits)
{
    struct buffer run = { 0 };
    for (size_t i = 0; i < length;) {
        size_t indent = stream->started || run.length > 0 ? 0 : wide_blank(text + i, length - i);
        size_t hint = hint_size(text + i, length - i);
        if (hint > 0) {
            i += hint;
            continue;
        }
        if (is_blank(text[i]) || indent > 0) {
            note_blank(stream, text[i], bits);
            i += indent > 0 ? indent : 1;
            continue;
        }
        if (stream->blank && (stream->line_end || run.length == 0)) {
            write_text(stream, run.data, run.length, bits);
            buffer_truncate(&run, 0);
            need_block(stream);
            settle_blank(stream, bits);
        } else if (stream->blank) {
            buffer_add_byte(&run, ' ');
            stream->blank = false;
        }
        need_block(stream);
        size_t start = i;
        while (i < length && !is_blank(text[i]) && hint_size(text + i, length - i) == 0)
            i++;
        buffer_add(&run, text + start, i - start);
    }
    write_text(stream, run.data, run.length, bits);
    buffer_free(&run);
}

/* The line end that code begins with, and those it ends with, are no lines of it. */
static void write_code(struct stream *stream, const char *text, size_t length)
{
    if (!stream->started && stream->code_lines == 0 && length > 0 && text[0] == '\n') {
        text++;
        length--;
    }
    size_t end = length;
    while (end > 0 && text[end - 1] == '\n')
        end--;
    if (end > 0) {
        for (; stream->code_lines > 0; stream->code_lines--)
            write_text(stream, "\n", 1, 0);
        write_text(stream, text, end, 0);
    }
    stream->code_lines += (unsigned)(length - end);
}

void stream_text(struct stream *stream, const char *text, size_t length, unsigned bits)
{
    if (!stream->code)
        write_words(stream, text, length, bits);
    else
        write_code(stream, text, length);
}

void stream_break(struct stream *stream)
{
    if (stream->code) {
        stream->code_lines++;
    } else if (stream->row) {
        note_blank(stream, ' ', 0);
    } else if (stream->block && stream->started) {
        stream->blank = stream->line_end = false;
        state(stream, 'b', "");
    }
}

void stream_link(struct stream *stream, const char *target)
{
    if (stream->link || stream->code)
        return;
    need_block(stream);
    settle_blank(stream, 0);
    state(stream, 'l', target);
    stream->link = true;
}

void stream_link_end(struct stream *stream)
{
    if (stream->link)
        state(stream, 'L', "");
    stream->link = false;
}

void stream_anchor(struct stream *stream, const char *id)
{
    state(stream, 'a', id);
}

void stream_reference(struct stream *stream, const char *id)
{
    stream_link_end(stream);
    need_block(stream);
    stream->blank = stream->line_end = false;
    state(stream, 'f', id);
    stream->started = true;
}
