#include "doc/frontmatter_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "doc/frontmatter_yaml.h"
#include "text/ascii.h"

#define KEY_LIMIT 256
#define VALUE_LIMIT ((size_t)64 << 10) /* bytes copied to put a value of many lines together */
#define WIDE_COLON "\xef\xbc\x9a"

struct piece {
    const char *text;
    size_t length;
    unsigned line;
};

static struct piece trim(struct piece piece)
{
    while (piece.length > 0 && ascii_is_blank(piece.text[0])) {
        piece.text++;
        piece.length--;
    }
    while (piece.length > 0 && ascii_is_blank(piece.text[piece.length - 1]))
        piece.length--;
    return piece;
}

/* Takes the first line off `rest`. */
static struct piece next_line(struct piece *rest)
{
    const char *newline = memchr(rest->text, '\n', rest->length);
    size_t length = newline != NULL ? (size_t)(newline - rest->text) : rest->length;
    size_t taken = length + (newline != NULL);
    struct piece line = { rest->text, length, rest->line };
    *rest = (struct piece){ rest->text + taken, rest->length - taken, rest->line + 1 };
    return line;
}

size_t frontmatter_lines_key(const char *text, size_t length, size_t *value)
{
    size_t limit = length < KEY_LIMIT ? length : KEY_LIMIT;
    if (limit == 0 || strchr(" \t#-?:[]{},&*!|>%@`", text[0]) != NULL)
        return 0;
    for (size_t at = 0; at < limit; at++) {
        bool narrow = text[at] == ':' && (at + 1 == length || ascii_is_blank(text[at + 1]));
        bool wide = length - at >= 3 && memcmp(text + at, WIDE_COLON, 3) == 0;
        if (!narrow && !wide)
            continue;
        *value = at + (wide ? 3 : 1);
        return trim((struct piece){ text, at, 0 }).length;
    }
    return 0;
}

static bool is_item(struct piece line)
{
    line = trim(line);
    return line.length > 0 && line.text[0] == '-' &&
           (line.length == 1 || ascii_is_blank(line.text[1]));
}

/* `"a" and "b"` only looks quoted: its second quotation mark ends the first. */
static bool is_quoted(struct piece value)
{
    char quote = value.length > 1 ? value.text[0] : '\0';
    if ((quote != '"' && quote != '\'') || value.text[value.length - 1] != quote)
        return false;
    const char *end = value.text + value.length - 1;
    const char *inner = memchr(value.text + 1, quote, value.length - 2);
    return inner == NULL || ascii_is_blank(inner[-1]) ||
           (!ascii_is_blank(inner[1]) && strchr(",.;:!?", inner[1]) == NULL && inner + 1 < end);
}

static void add_entry(struct frontmatter *out, const char *key, struct piece value, bool listed)
{
    if (out->count >= FRONTMATTER_ENTRIES)
        return;
    value = trim(value);
    if (is_quoted(value)) {
        value.text++;
        value.length -= 2;
    }
    VECTOR_PUSH(out, (struct frontmatter_entry){ xstrdup(key),
                                                 xstrndup(value.text, value.length), value.line,
                                                 listed });
}

/* Moves the entries of `from` to `out`, their keys behind `prefix`; what stands for the whole
 * value is "v" there. */
static void take_over(struct frontmatter *from, const char *prefix, bool listed,
                      struct frontmatter *out)
{
    for (size_t i = 0; i < from->count && out->count < FRONTMATTER_ENTRIES; i++) {
        struct frontmatter_entry entry = from->items[i];
        from->items[i] = (struct frontmatter_entry){ 0 };
        char *key = prefix != NULL ? xasprintf("%s%s", prefix, entry.key + 1) : xstrdup(entry.key);
        free(entry.key);
        entry.key = key;
        entry.listed = entry.listed || listed;
        VECTOR_PUSH(out, entry);
    }
}

/* Reads `yaml` for itself; false, and nothing is added, when YAML refuses it. */
static bool read_alone(struct piece yaml, const char *prefix, bool listed,
                       struct frontmatter *out)
{
    struct frontmatter alone = { 0 };
    bool saw_mapping;
    bool ok = frontmatter_yaml_read(yaml.text, yaml.length, yaml.line, &saw_mapping, &alone);
    if (ok)
        take_over(&alone, prefix, listed, out);
    frontmatter_free(&alone);
    return ok;
}

/* What stands behind "key:" or "-", as YAML where YAML takes it, if need be with the bracket that
 * was forgotten. */
static void add_value(struct frontmatter *out, const char *key, struct piece value, bool listed)
{
    value = trim(value);
    char first = value.length > 0 ? value.text[0] : '\0';
    bool done = false;
    if (first != '\0' && strchr("\"'[{|>&*!~", first) != NULL) {
        struct buffer yaml = { 0 };
        buffer_add_text(&yaml, "v: ");
        buffer_add(&yaml, value.text, value.length);
        done = read_alone((struct piece){ yaml.data, yaml.length, value.line }, key, listed, out);
        char close = first == '[' ? ']' : first == '{' ? '}' : '\0';
        if (!done && close != '\0' && memchr(value.text, close, value.length) == NULL) {
            buffer_add_byte(&yaml, close);
            done = read_alone((struct piece){ yaml.data, yaml.length, value.line }, key, listed,
                              out);
        }
        buffer_free(&yaml);
    }
    if (!done)
        add_entry(out, key, value, listed);
}

/* The line goes on with what the last entry says. */
static void add_to_last(struct frontmatter *out, struct piece line)
{
    struct frontmatter_entry *last = &out->items[out->count - 1];
    struct buffer value = { 0 };
    buffer_add_text(&value, last->value);
    if (value.length > 0 && line.length > 0)
        buffer_add_byte(&value, ' ');
    buffer_add(&value, line.text, line.length);
    free(last->value);
    last->value = buffer_take(&value);
}

/* A key whose lines YAML refuses; `line` has been found to have a key. */
static void read_literally(struct piece line, struct piece rest, struct frontmatter *out)
{
    size_t before = out->count;
    size_t colon = 0;
    size_t continued = 0;
    char *key = xstrndup(line.text, frontmatter_lines_key(line.text, line.length, &colon));
    struct piece value = trim((struct piece){ line.text + colon, line.length - colon, line.line });
    bool has_value = value.length > 0;
    if (has_value)
        add_value(out, key, value, false);
    while (rest.length > 0) {
        struct piece next = next_line(&rest);
        bool indented = next.length > 0 && ascii_is_blank(next.text[0]);
        struct piece text = trim(next);
        size_t name = frontmatter_lines_key(text.text, text.length, &colon);
        if (is_item(next)) {
            add_value(out, key, (struct piece){ text.text + 1, text.length - 1, next.line }, true);
        } else if (indented && !has_value && name > 0) {
            char *nested = xasprintf("%s.%.*s", key, (int)name, text.text);
            add_value(out, nested,
                      (struct piece){ text.text + colon, text.length - colon, next.line }, false);
            free(nested);
        } else if (indented && text.length > 0 && out->count > before &&
                   continued < VALUE_LIMIT) {
            continued += strlen(out->items[out->count - 1].value) + text.length;
            add_to_last(out, text);
        }
    }
    if (out->count == before)
        add_entry(out, key, (struct piece){ "", 0, line.line }, false);
    free(key);
}

/* Takes a key's line and those that belong to it off `rest`. */
static struct piece next_key(struct piece *rest, struct piece *first)
{
    struct piece whole = *rest;
    *first = next_line(rest);
    whole.length = first->length;
    while (rest->length > 0) {
        struct piece after = *rest;
        struct piece line = next_line(&after);
        size_t colon;
        if (frontmatter_lines_key(line.text, line.length, &colon) > 0)
            break;
        *rest = after;
        whole.length = (size_t)(line.text + line.length - whole.text);
    }
    return whole;
}

void frontmatter_lines_read(const char *text, size_t length, unsigned first_line,
                            struct frontmatter *out)
{
    struct piece rest = { text, length, first_line };
    for (size_t keys = 0; rest.length > 0 && keys < FRONTMATTER_ENTRIES; keys++) {
        struct piece first;
        struct piece whole = next_key(&rest, &first);
        size_t colon;
        if (frontmatter_lines_key(first.text, first.length, &colon) == 0)
            continue;
        if (read_alone(whole, NULL, false, out))
            continue;
        size_t taken = (size_t)(first.text - whole.text) + first.length;
        taken += taken < whole.length;
        read_literally(first,
                       (struct piece){ whole.text + taken, whole.length - taken, first.line + 1 },
                       out);
    }
}
