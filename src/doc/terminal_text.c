#include "doc/terminal_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/builder.h"
#include "text/sanitize.h"
#include "text/utf8.h"

#define LOOK_BYTES ((size_t)64 << 10)
#define SEQUENCE_LIMIT 4096 /* bytes of an escape sequence; what is longer is none */
#define TAB_CELLS 8
#define INDENT_LIMIT 200
#define BOLD 1u
#define FAINT 2u
#define ITALIC 4u
#define UNDERLINED 8u
#define STRUCK 16u
#define ESCAPE '\033'

/* What SGR sequences have switched on. */
struct rendition {
    unsigned bits;
    unsigned colour; /* 0 none, 1 red, 2 green ... as ECMA-48 counts from 30 */
};

/* The line that is being read: its text and, a byte each, the styles of it. */
struct line_text {
    struct buffer text;
    struct buffer styles;
};

struct terminal_reader {
    struct builder builder;
    struct line_text line;
    struct buffer clean; /* scratch */
    struct sanitize_counts repaired;
    struct rendition rendition;
    uint32_t number; /* of the line */
    bool after_blank;
};

/* Length of the escape sequence at `at`; 0 when it is none. ECMA-48: CSI, OSC and the like up to
 * their end, two bytes for the others, with intermediate bytes between. */
static size_t sequence_length(const char *bytes, size_t length, size_t at)
{
    size_t limit = length - at > SEQUENCE_LIMIT ? at + SEQUENCE_LIMIT : length;
    size_t i = at + 1;
    if (i >= limit)
        return 0;
    if (bytes[i] == '[') {
        for (i++; i < limit && (unsigned char)bytes[i] >= 0x20 && (unsigned char)bytes[i] < 0x40;)
            i++;
        return i < limit && (unsigned char)bytes[i] >= 0x40 && (unsigned char)bytes[i] < 0x7F
                   ? i + 1 - at : 0;
    }
    if (strchr("]P_^X", bytes[i]) != NULL && bytes[i] != '\0') {
        for (i++; i < limit; i++) {
            if (bytes[i] == '\a')
                return i + 1 - at;
            if (bytes[i] == ESCAPE && i + 1 < limit && bytes[i + 1] == '\\')
                return i + 2 - at;
        }
        return 0;
    }
    while (i < limit && bytes[i] >= 0x20 && bytes[i] < 0x30)
        i++;
    return i < limit && bytes[i] >= 0x30 && bytes[i] < 0x7F ? i + 1 - at : 0;
}

static bool is_sgr(const char *sequence, size_t length)
{
    return length >= 3 && sequence[1] == '[' && sequence[length - 1] == 'm' &&
           strspn(sequence + 2, "0123456789;:") == length - 3;
}

/* An overstrike has something printable on both sides of the backspace. */
static bool is_overstrike(const char *bytes, size_t length, size_t at)
{
    return bytes[at] == '\b' && at > 0 && at + 1 < length && (unsigned char)bytes[at - 1] > ' ' &&
           (unsigned char)bytes[at + 1] >= ' ';
}

bool terminal_text_is(const char *bytes, size_t length)
{
    size_t look = length < LOOK_BYTES ? length : LOOK_BYTES;
    for (size_t at = 0; at < look; at++) {
        if (is_overstrike(bytes, length, at))
            return true;
        size_t size = bytes[at] == ESCAPE ? sequence_length(bytes, length, at) : 0;
        if (size > 0 && is_sgr(bytes + at, size))
            return true;
    }
    return false;
}

/* ---- select graphic rendition ---- */

static void select_rendition(struct rendition *rendition, long parameter)
{
    static const unsigned on[10] = { [1] = BOLD, [2] = FAINT, [3] = ITALIC, [4] = UNDERLINED,
                                     [7] = BOLD, [9] = STRUCK };
    if (parameter == 0)
        *rendition = (struct rendition){ 0 };
    else if (parameter > 0 && parameter < 10)
        rendition->bits |= on[parameter];
    else if (parameter == 22)
        rendition->bits &= ~(BOLD | FAINT);
    else if (parameter == 23)
        rendition->bits &= ~ITALIC;
    else if (parameter == 24)
        rendition->bits &= ~UNDERLINED;
    else if (parameter == 27)
        rendition->bits &= ~BOLD;
    else if (parameter == 29)
        rendition->bits &= ~STRUCK;
    else if (parameter >= 30 && parameter <= 37)
        rendition->colour = (unsigned)parameter - 30;
    else if (parameter >= 90 && parameter <= 97)
        rendition->colour = (unsigned)parameter - 90;
    else if (parameter == 39)
        rendition->colour = 0;
}

/* The parameters of 38 and 48 (a colour of 256, or of red, green and blue) are passed over. */
static void read_sgr(struct rendition *rendition, const char *parameters, const char *end)
{
    int skipped = 0;
    bool wide = false;
    while (parameters <= end) {
        char *rest;
        long parameter = strtol(parameters, &rest, 10);
        if (wide) {
            skipped = parameter == 5 ? 1 : parameter == 2 ? 3 : 0;
            wide = false;
        } else if (skipped > 0) {
            skipped--;
        } else if (parameter == 38 || parameter == 48) {
            wide = true;
        } else {
            select_rendition(rendition, parameter);
        }
        parameters = (rest < end ? rest : end) + 1;
    }
}

static unsigned style_of(const struct rendition *rendition)
{
    static const unsigned colours[8] = { 0, STYLE_DIM, STYLE_STRONG, STYLE_CODE, STYLE_CODE,
                                         STYLE_CODE, STYLE_CODE, 0 };
    unsigned style = colours[rendition->colour];
    if ((rendition->bits & BOLD) != 0)
        style |= STYLE_STRONG;
    if ((rendition->bits & FAINT) != 0)
        style |= STYLE_DIM;
    if ((rendition->bits & (ITALIC | UNDERLINED)) != 0)
        style |= STYLE_EMPHASIS;
    if ((rendition->bits & STRUCK) != 0)
        style |= STYLE_STRIKE;
    return style;
}

/* ---- one line ---- */

static void add_styled(struct line_text *line, const char *bytes, size_t length, unsigned style)
{
    buffer_add(&line->text, bytes, length);
    for (size_t i = 0; i < length; i++)
        buffer_add_byte(&line->styles, (char)style);
}

/* The code point at `at` is struck over the last one of the line. */
static void strike_over(struct line_text *line, const char *bytes, size_t length, unsigned style)
{
    size_t last = utf8_previous(line->text.data, line->text.length);
    size_t size = line->text.length - last;
    const char *old = line->text.data + last;
    style |= (unsigned char)line->styles.data[last];
    if (size == length && memcmp(old, bytes, size) == 0) {
        style |= STYLE_STRONG;
    } else if (size == 1 && *old == '_') {
        style |= STYLE_EMPHASIS;
    } else if (length == 1 && *bytes == '_') {
        for (size_t i = last; i < line->text.length; i++)
            line->styles.data[i] = (char)(style | STYLE_EMPHASIS);
        return;
    }
    buffer_truncate(&line->text, last);
    buffer_truncate(&line->styles, last);
    add_styled(line, bytes, length, style);
}

/* Reads bytes[at, end), which has no newline, into the line. */
static void read_line(struct terminal_reader *reader, const char *bytes, size_t at, size_t end)
{
    struct line_text *line = &reader->line;
    bool over = false;
    while (at < end) {
        size_t size = bytes[at] == ESCAPE ? sequence_length(bytes, end, at) : 0;
        if (size > 0) {
            if (is_sgr(bytes + at, size))
                read_sgr(&reader->rendition, bytes + at + 2, bytes + at + size - 1);
        } else if (bytes[at] == '\b') {
            over = line->text.length > 0;
            size = 1;
        } else {
            uint32_t code;
            size = utf8_decode(bytes + at, end - at, &code);
            unsigned style = style_of(&reader->rendition);
            if (over)
                strike_over(line, bytes + at, size, style);
            else
                add_styled(line, bytes + at, size, style);
            over = false;
        }
        at += size;
    }
}

/* Cells of the blanks that the line begins with; *start is where its text begins. */
static unsigned measure_indent(const struct line_text *line, size_t *start)
{
    unsigned cells = 0;
    size_t at = 0;
    for (; at < line->text.length && (line->text.data[at] == ' ' || line->text.data[at] == '\t'); at++)
        cells += line->text.data[at] == ' ' ? 1 : TAB_CELLS - cells % TAB_CELLS;
    *start = at;
    return cells < INDENT_LIMIT ? cells : INDENT_LIMIT;
}

static void write_line(struct terminal_reader *reader)
{
    struct line_text *line = &reader->line;
    size_t start;
    unsigned indent = measure_indent(line, &start);
    if (start == line->text.length) {
        reader->after_blank = true;
        return;
    }
    builder_open(&reader->builder,
                 (struct block){ .kind = BLOCK_PARAGRAPH, .line = reader->number,
                                 .indent = (uint16_t)indent,
                                 .flags = reader->after_blank ? 0 : BLOCK_TIGHT });
    for (size_t end; start < line->text.length; start = end) {
        for (end = start + 1; end < line->text.length &&
                              line->styles.data[end] == line->styles.data[start];)
            end++;
        buffer_truncate(&reader->clean, 0);
        sanitize_source(line->text.data + start, end - start, &reader->clean, &reader->repaired);
        builder_text(&reader->builder, buffer_text(&reader->clean), reader->clean.length,
                     (unsigned char)line->styles.data[start]);
    }
    builder_close(&reader->builder);
    reader->after_blank = false;
}

struct document *terminal_text_read(const char *bytes, size_t length)
{
    struct terminal_reader reader = { .after_blank = true };
    builder_begin(&reader.builder, 4 * length + 65536);
    for (size_t at = 0; at < length && !builder_is_over_budget(&reader.builder);) {
        const char *newline = memchr(bytes + at, '\n', length - at);
        size_t next = newline != NULL ? (size_t)(newline - bytes) + 1 : length;
        size_t end = newline != NULL ? next - 1 : length;
        if (end > at && bytes[end - 1] == '\r')
            end--;
        reader.number++;
        buffer_truncate(&reader.line.text, 0);
        buffer_truncate(&reader.line.styles, 0);
        read_line(&reader, bytes, at, end);
        write_line(&reader);
        at = next;
    }
    struct document *document = builder_end(&reader.builder);
    document->repaired = reader.repaired;
    buffer_free(&reader.line.text);
    buffer_free(&reader.line.styles);
    buffer_free(&reader.clean);
    return document;
}
