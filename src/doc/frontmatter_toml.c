#include "doc/frontmatter_toml.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/frontmatter_yaml.h"
#include "text/sanitize.h"
#include "text/utf8.h"

#define DEPTH 32
#define KEY_LIMIT 1024
#define WASTE_LIMIT ((size_t)1 << 20)

struct toml {
    const char *text;
    size_t length;
    size_t at;
    unsigned line;
    struct frontmatter *out;
    struct buffer key; /* of the value being read, with the tables before it */
    size_t wasted;     /* bytes read in vain: an open bracket may reach to the end each time */
};

static char peek(const struct toml *toml, size_t ahead)
{
    return toml->at + ahead < toml->length ? toml->text[toml->at + ahead] : '\0';
}

static void step(struct toml *toml)
{
    toml->line += toml->text[toml->at++] == '\n';
}

static void skip_blanks(struct toml *toml)
{
    while (peek(toml, 0) == ' ' || peek(toml, 0) == '\t')
        toml->at++;
}

static void skip_to_line_end(struct toml *toml)
{
    while (toml->at < toml->length && toml->text[toml->at] != '\n')
        toml->at++;
}

/* Blanks, line ends and comments. */
static void skip_space(struct toml *toml)
{
    for (;;) {
        skip_blanks(toml);
        if (peek(toml, 0) == '#')
            skip_to_line_end(toml);
        else if (peek(toml, 0) == '\n')
            step(toml);
        else
            return;
    }
}

static void add_code_point(struct toml *toml, unsigned digits, struct buffer *out)
{
    uint32_t value = 0;
    char bytes[4];
    for (unsigned i = 0; i < digits; i++, toml->at++) {
        static const char hex[] = "0123456789abcdef0123456789ABCDEF";
        const char *found = peek(toml, 0) != '\0' ? strchr(hex, peek(toml, 0)) : NULL;
        if (found == NULL)
            break;
        value = value * 16 + (uint32_t)(found - hex) % 16;
    }
    buffer_add(out, bytes, utf8_encode(value, bytes));
}

/* After a backslash of a basic string. */
static void add_escape(struct toml *toml, struct buffer *out)
{
    static const char letters[] = "btnfr";
    static const char meanings[] = "\b\t\n\f\r";
    char letter = peek(toml, 0);
    const char *known = letter != '\0' ? strchr(letters, letter) : NULL;
    if (letter == '\n') {
        while (toml->at < toml->length && strchr(" \t\n", toml->text[toml->at]) != NULL)
            step(toml);
        return;
    }
    if (toml->at < toml->length)
        toml->at++;
    if (letter == 'u' || letter == 'U')
        add_code_point(toml, letter == 'u' ? 4 : 8, out);
    else if (known != NULL)
        buffer_add_byte(out, meanings[known - letters]);
    else if (letter != '\0')
        buffer_add_byte(out, letter);
}

/* A string of any kind; `at` is at its first quotation mark. False when it does not end; `at` is
 * where it began then. */
static bool read_string(struct toml *toml, struct buffer *out)
{
    struct toml begin = *toml;
    char quote = peek(toml, 0);
    bool triple = peek(toml, 1) == quote && peek(toml, 2) == quote;
    toml->at += triple ? 3 : 1;
    if (triple && peek(toml, 0) == '\n')
        step(toml);
    while (toml->at < toml->length) {
        char byte = peek(toml, 0);
        if (byte == quote && (!triple || (peek(toml, 1) == quote && peek(toml, 2) == quote &&
                                          peek(toml, 3) != quote))) {
            toml->at += triple ? 3 : 1;
            return true;
        }
        if (byte == '\n' && !triple)
            break;
        step(toml);
        if (byte == '\\' && quote == '"')
            add_escape(toml, out);
        else
            buffer_add_byte(out, byte);
    }
    toml->wasted += toml->at - begin.at;
    toml->at = begin.at;
    toml->line = begin.line;
    return false;
}

static void add_entry(struct toml *toml, const char *text, size_t length, bool listed)
{
    struct buffer key = { 0 };
    struct buffer clean = { 0 };
    if (toml->out->count >= FRONTMATTER_ENTRIES)
        return;
    sanitize_source(buffer_text(&toml->key), toml->key.length, &key, NULL); /* escapes may be in it */
    sanitize_source(text, length, &clean, NULL);
    VECTOR_PUSH(toml->out, (struct frontmatter_entry){ buffer_take(&key), buffer_take(&clean),
                                                       toml->line, listed });
}

/* A dotted key up to `stop`, appended to the key; false when there is none. */
static bool read_key(struct toml *toml, char stop)
{
    for (;;) {
        size_t before = toml->key.length;
        skip_blanks(toml);
        if (before > 0)
            buffer_add_byte(&toml->key, '.');
        size_t start = toml->key.length;
        char first = peek(toml, 0);
        if ((first == '"' || first == '\'') && !read_string(toml, &toml->key))
            return false;
        while (first != '"' && first != '\'' && peek(toml, 0) != '\0' &&
               strchr(" \t\n.=]#,{}\"'", peek(toml, 0)) == NULL)
            buffer_add_byte(&toml->key, toml->text[toml->at++]);
        skip_blanks(toml);
        if (toml->key.length == start || toml->key.length > KEY_LIMIT)
            return false;
        if (peek(toml, 0) == stop) {
            toml->at++;
            return true;
        }
        if (peek(toml, 0) != '.')
            return false;
        toml->at++;
    }
}

static bool read_value(struct toml *toml, unsigned depth, bool listed);

/* "key = value"; the key is behind the first `around` bytes of toml->key. */
static bool read_pair(struct toml *toml, size_t around, unsigned depth, bool listed)
{
    bool ok = read_key(toml, '=') && read_value(toml, depth, listed);
    buffer_truncate(&toml->key, around);
    return ok;
}

/* The members of an array or inline table; `at` is behind its bracket. */
static bool read_members(struct toml *toml, char close, unsigned depth)
{
    size_t around = toml->key.length;
    for (;;) {
        skip_space(toml);
        if (peek(toml, 0) == close) {
            toml->at++;
            return true;
        }
        bool ok = close == ']' ? read_value(toml, depth + 1, true)
                               : read_pair(toml, around, depth + 1, false);
        if (!ok)
            return false;
        skip_space(toml);
        if (peek(toml, 0) == ',')
            toml->at++;
        else if (peek(toml, 0) != close)
            return false;
    }
}

static bool read_value(struct toml *toml, unsigned depth, bool listed)
{
    struct buffer text = { 0 };
    bool ok = true;
    skip_blanks(toml);
    char first = peek(toml, 0);
    if (depth > DEPTH)
        return false;
    if (first == '[' || first == '{') {
        toml->at++;
        return read_members(toml, first == '[' ? ']' : '}', depth);
    }
    if (first == '"' || first == '\'') {
        ok = read_string(toml, &text);
    } else {
        while (toml->at < toml->length && strchr(",]}#\n", peek(toml, 0)) == NULL)
            buffer_add_byte(&text, toml->text[toml->at++]);
        while (text.length > 0 && strchr(" \t", text.data[text.length - 1]) != NULL)
            buffer_truncate(&text, text.length - 1);
        ok = text.length > 0;
    }
    if (ok)
        add_entry(toml, buffer_text(&text), text.length, listed);
    buffer_free(&text);
    return ok;
}

/* Nothing but a comment is left on the line. */
static bool ends_line(struct toml *toml)
{
    skip_blanks(toml);
    return toml->at == toml->length || peek(toml, 0) == '\n' || peek(toml, 0) == '#';
}

static void note_fault(struct toml *toml, unsigned line)
{
    if (toml->out->fault != NULL)
        return;
    toml->out->fault = xasprintf(_("line %u: cannot be read as TOML"), line);
    toml->out->fault_line = line;
}

/* A line that TOML refuses: what stands behind "=" is the value. */
static void take_literally(struct toml *toml, size_t start, unsigned line, size_t table)
{
    note_fault(toml, line);
    toml->at = start;
    toml->line = line;
    if (read_key(toml, '=')) {
        skip_blanks(toml);
        size_t from = toml->at;
        skip_to_line_end(toml);
        add_entry(toml, toml->text + from, toml->at - from, false);
    }
    skip_to_line_end(toml);
    buffer_truncate(&toml->key, table);
}

/* "[table]" or "[[table]]": the keys below are its. */
static bool read_table(struct toml *toml)
{
    bool several = peek(toml, 1) == '[';
    toml->at += several ? 2 : 1;
    buffer_truncate(&toml->key, 0);
    if (!read_key(toml, ']'))
        return false;
    bool closed = !several || peek(toml, 0) == ']';
    toml->at += several && closed;
    return closed;
}

void frontmatter_toml_read(const char *text, size_t length, unsigned first_line,
                           struct frontmatter *out)
{
    struct toml toml = { .text = text, .length = length, .line = first_line, .out = out };
    size_t table = 0;
    buffer_reserve(&toml.key, 0);
    for (skip_space(&toml); toml.at < length; skip_space(&toml)) {
        size_t start = toml.at;
        unsigned line = toml.line;
        size_t before = out->count;
        bool is_table = text[start] == '[';
        bool ok = toml.wasted < WASTE_LIMIT &&
                  (is_table ? read_table(&toml) : read_pair(&toml, table, 0, false));
        if (is_table)
            table = toml.key.length;
        if (ok && ends_line(&toml))
            continue;
        toml.wasted += toml.at - start;
        while (out->count > before) {
            out->count--;
            free(out->items[out->count].key);
            free(out->items[out->count].value);
        }
        take_literally(&toml, start, line, table);
    }
    buffer_free(&toml.key);
}
