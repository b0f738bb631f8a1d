#include "export/escape_markdown.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "export/clean.h"
#include "text/word.h"

/* ---- plain text ---- */

static bool is_alphanumeric(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

/* "12." or "12)" with a blank or the end behind it: the index of the mark, 0 when it is none. */
static size_t ordinal_mark(const char *line)
{
    size_t digits = strspn(line, "0123456789");
    if (digits == 0 || digits > 9 || (line[digits] != '.' && line[digits] != ')'))
        return 0;
    return line[digits + 1] == '\0' || strchr(" \t\n", line[digits + 1]) != NULL ? digits : 0;
}

/* Whether the character at `at` would be markup in the middle of a line. */
static bool is_inline_mark(const char *text, size_t at)
{
    char next = text[at + 1];
    switch (text[at]) {
    case '_':
        return at == 0 || !is_alphanumeric((unsigned char)text[at - 1]) ||
               !is_alphanumeric((unsigned char)next);
    case '&': return next == '#' || is_alphanumeric((unsigned char)next);
    case '=':
    case '%': return next == text[at] || (at > 0 && text[at - 1] == text[at]);
    case '#':
    case '~':
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '>':
    case '|':
    case '$':
    case '^':
    case '{':
    case '}': return true;
    default: return false;
    }
}

/* What a line begins with that would make it a block of another kind: its bytes up to the mark. */
static size_t block_mark(const char *line)
{
    if (line[0] != '\0' && strchr("#+-=:", line[0]) != NULL)
        return 1;
    size_t digits = ordinal_mark(line);
    return digits > 0 ? digits + 1 : 0;
}

static void add_reference(struct buffer *out, uint32_t code)
{
    buffer_add_format(out, "&#x%lX;", (unsigned long)code);
}

struct line {
    bool begins; /* only blanks so far */
    size_t mark; /* offset of a character that must be escaped where it stands; SIZE_MAX none */
};

static void add_point(struct buffer *out, const char *text, struct line *line,
                      const struct clean_point *point)
{
    size_t at = (size_t)(point->bytes - text);
    if (point->hidden || (line->begins && (point->code == ' ' || point->code == '\t'))) {
        add_reference(out, point->code);
        return;
    }
    if (line->begins) {
        size_t mark = block_mark(text + at);
        line->mark = mark > 0 ? at + mark - 1 : SIZE_MAX;
        line->begins = false;
    }
    if (at == line->mark || is_inline_mark(text, at))
        buffer_add_byte(out, '\\');
    buffer_add(out, point->bytes, point->size);
}

static void add_plain(struct buffer *out, struct cleaner *cleaner, const char *newline, bool begins)
{
    struct clean_point point;
    struct line line = { begins, SIZE_MAX };
    while (clean_next(cleaner, &point)) {
        if (point.code != '\n') {
            add_point(out, cleaner->text.data, &line, &point);
            continue;
        }
        /* Blanks before a line's end would be lost or mean something. */
        while (out->length > 0 && out->data[out->length - 1] == ' ')
            buffer_truncate(out, out->length - 1);
        buffer_add_text(out, newline);
        line = (struct line){ true, SIZE_MAX };
    }
}

void escape_markdown(struct buffer *out, const char *text, size_t length, const char *newline)
{
    struct cleaner cleaner;
    clean_begin(&cleaner, text, length);
    while (cleaner.text.length > 0 && cleaner.text.data[cleaner.text.length - 1] == '\n')
        buffer_truncate(&cleaner.text, cleaner.text.length - 1);
    add_plain(out, &cleaner, newline, true);
    clean_end(&cleaner);
}

void escape_markdown_inline(struct buffer *out, const char *text, size_t length,
                            const char *newline, bool begins)
{
    struct cleaner cleaner;
    clean_begin(&cleaner, text, length);
    add_plain(out, &cleaner, newline, begins);
    clean_end(&cleaner);
}

static size_t longest_run(const char *text, char byte)
{
    size_t longest = 0;
    for (size_t run = 0; *text != '\0'; text++) {
        run = *text == byte ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

void escape_markdown_code(struct buffer *out, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    clean_add(&clean, text, length, " ");
    size_t ticks = longest_run(buffer_text(&clean), '`') + 1;
    /* One blank on either side keeps backticks apart and is taken off again. */
    const char *pad = ticks > 1 ? " " : "";
    for (size_t i = 0; i < ticks; i++)
        buffer_add_byte(out, '`');
    buffer_add_format(out, "%s%s%s", pad, buffer_text(&clean), pad);
    for (size_t i = 0; i < ticks; i++)
        buffer_add_byte(out, '`');
    buffer_free(&clean);
}

void escape_markdown_text(struct buffer *out, const char *text)
{
    escape_markdown(out, text, strlen(text), " ");
}

/* ---- a reader's Markdown ---- */

#define ADDRESS_MOST 2000 /* bytes that are looked at to see whether a link is harmless */

/* Whether a link's address, from `at` on, is one that no harm comes of: to the web or mail, or
 * relative; neither a scheme nor a reference that might spell one. */
static bool is_harmless(const char *at)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    at += strspn(at, " \t\n<");
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (strncasecmp(at, schemes[i], strlen(schemes[i])) == 0)
            return true;
    }
    for (size_t i = 0; i < ADDRESS_MOST; i++) {
        if (strchr(" \t\n)", at[i]) != NULL)
            return true;
        if (strchr(":&\\", at[i]) != NULL)
            return false;
    }
    return false;
}

/* Whether the character must be kept from being what it is: a tag's beginning, or the bracket
 * before the address of a harmful link. */
static bool is_harm(const char *text, size_t at)
{
    char next = text[at + 1];
    if (text[at] == '<')
        return next == '/' || next == '!' || next == '?' || is_alphanumeric((unsigned char)next);
    return text[at] == ']' && (next == '(' || next == ':') && !is_harmless(text + at + 2);
}

static void add_line_end(struct buffer *out, char next, size_t indent)
{
    buffer_add_byte(out, '\n');
    for (size_t i = 0; i < indent + 2 && next != '\n' && next != '\0'; i++)
        buffer_add_byte(out, ' ');
}

/* A backslash makes the next character plain, unless it is itself made plain by one: only an even
 * number of them leaves the character its meaning. */
static void add_source(struct buffer *out, struct cleaner *cleaner, size_t indent)
{
    struct clean_point point;
    size_t backslashes = 0;
    while (clean_next(cleaner, &point)) {
        size_t at = (size_t)(point.bytes - cleaner->text.data);
        if (point.code == '\n') {
            add_line_end(out, clean_peek(cleaner), indent);
        } else if (point.hidden) {
            add_reference(out, point.code);
        } else {
            if (backslashes % 2 == 0 && is_harm(cleaner->text.data, at))
                buffer_add_byte(out, '\\');
            buffer_add(out, point.bytes, point.size);
        }
        backslashes = point.code == '\\' ? backslashes + 1 : 0;
    }
}

void escape_markdown_source(struct buffer *out, const char *text, size_t length, size_t indent)
{
    struct cleaner cleaner;
    clean_begin(&cleaner, text, length);
    const char *clean = buffer_text(&cleaner.text);
    size_t end = cleaner.text.length;
    while (end > 0 && strchr(" \t\n", clean[end - 1]) != NULL)
        end--;
    buffer_truncate(&cleaner.text, end);
    clean = buffer_text(&cleaner.text);
    /* Blank lines before the first one would end the item before it began. */
    size_t blank = strspn(clean, " \t\n");
    while (blank > 0 && clean[blank - 1] != '\n')
        blank--;
    cleaner.at = blank;
    if (end > 0) {
        buffer_add_byte(out, '-');
        /* "- - -" would be a rule, not an item with something in it. */
        if (clean[blank + strspn(clean + blank, " \t")] == '-')
            add_line_end(out, '-', indent);
        else
            buffer_add_byte(out, ' ');
        add_source(out, &cleaner, indent);
        buffer_add_byte(out, '\n');
    }
    clean_end(&cleaner);
}

/* ---- tags ---- */

void escape_markdown_tag(struct buffer *out, const char *tag)
{
    struct cleaner cleaner;
    struct clean_point point;
    size_t start = out->length;
    bool digits = true;
    clean_begin(&cleaner, tag, strlen(tag));
    while (clean_next(&cleaner, &point)) {
        struct span word;
        bool fits = word_at(point.bytes, point.size, 0, &word) ||
                    (point.code < 0x80 && strchr("_-/", (int)point.code) != NULL);
        if (out->length == start)
            buffer_add_byte(out, '#');
        digits = digits && point.code >= '0' && point.code <= '9';
        if (fits)
            buffer_add(out, point.bytes, point.size);
        else
            buffer_add_byte(out, '-');
    }
    /* A number alone is no tag. */
    if (out->length > start && digits)
        buffer_add_byte(out, '_');
    clean_end(&cleaner);
}
