#include "doc/macro.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "text/ascii.h"

#define MACRO_MOST 1000 /* bytes */

static bool is_name(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
           byte == '_' || byte == '-' || byte == '.';
}

/* The value of key="value" in text[at, end), empty where there is none. */
static struct span value_of(const char *text, size_t at, size_t end, const char *key)
{
    size_t size = strlen(key);
    for (; at + size + 3 < end; at++) {
        char quote = text[at + size + 2];
        if (!ascii_is_blank(text[at]) || memcmp(text + at + 1, key, size) != 0 ||
            text[at + 1 + size] != '=' || (quote != '"' && quote != '\''))
            continue;
        size_t from = at + size + 3;
        const char *close = memchr(text + from, quote, end - from);
        return close != NULL ? (struct span){ from, (size_t)(close - text) } : (struct span){ 0, 0 };
    }
    return (struct span){ 0, 0 };
}

struct span macro_shortcode_text(const char *text, size_t at, size_t end)
{
    static const char *const keys[] = { "text", "title", "caption", "summary" };
    while (at < end && ascii_is_blank(text[at]))
        at++;
    if (end - at > 4 && memcmp(text + at, "tab ", 4) == 0)
        return value_of(text, at, end, "name");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct span value = value_of(text, at, end, keys[i]);
        if (value.end > value.start)
            return value;
    }
    return (struct span){ 0, 0 };
}

/* The second of the strings in text[at, end), else the first; false when there is something else. */
static bool read_arguments(const char *text, size_t at, size_t end, struct span *shown)
{
    *shown = (struct span){ 0, 0 };
    for (unsigned number = 0; at < end; number++) {
        while (at < end && (ascii_is_blank(text[at]) || (number > 0 && text[at] == ',')))
            at++;
        size_t from = at;
        char quote = at < end ? text[at] : '\0';
        if (quote == '"' || quote == '\'') {
            const char *close = memchr(text + at + 1, quote, end - at - 1);
            if (close == NULL)
                return false;
            at = (size_t)(close - text) + 1;
            if (number < 2 && at - from > 2)
                *shown = (struct span){ from + 1, at - 1 };
        } else {
            while (at < end && is_name(text[at]))
                at++;
            if (at == from)
                return at == end;
        }
        while (at < end && ascii_is_blank(text[at]))
            at++;
        if (at < end && text[at] != ',')
            return false;
    }
    return true;
}

static bool has_ending(const char *name, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length >= size && strncasecmp(name + length - size, ending, size) == 0;
}

/* Macros that put a box, a menu or an example in their place. */
static bool is_box(const char *name, size_t length)
{
    return strncmp(name, "Embed", 5) == 0 || strncmp(name, "Interactive", 11) == 0 ||
           strncmp(name, "Previous", 8) == 0 || strncmp(name, "Next", 4) == 0 ||
           has_ending(name, length, "sidebar") ||
           (has_ending(name, length, "ref") && name[length - 3] == 'R');
}

static bool stands_alone(const char *text, size_t line, size_t end, size_t at, size_t to)
{
    while (at > line && ascii_is_blank(text[at - 1]))
        at--;
    while (to < end && (ascii_is_blank(text[to]) || text[to] == '\r'))
        to++;
    return at == line && to == end;
}

size_t macro_end(const char *text, size_t line, size_t end, size_t at, struct span *shown)
{
    size_t name = at + 2;
    size_t to = name;
    *shown = (struct span){ 0, 0 };
    while (to < end && is_name(text[to]))
        to++;
    size_t length = to - name;
    size_t reach = end - at < MACRO_MOST ? end : at + MACRO_MOST;
    bool called = to < end && text[to] == '(';
    size_t close = to;
    if (length == 0 || (text[name] | 0x20) < 'a' || (text[name] | 0x20) > 'z')
        return 0;
    while (close + 1 < reach && (text[close] != '}' || text[close + 1] != '}'))
        close++;
    if (close + 1 >= reach)
        return 0;
    if (called) {
        if (text[close - 1] != ')' || !read_arguments(text, to + 1, close - 1, shown))
            return 0;
        if (is_box(text + name, length))
            *shown = (struct span){ 0, 0 };
        return close + 2;
    }
    bool upper = ascii_is_capital(text[name]);
    bool known = has_ending(text + name, length, "inline") ||
                 ((upper || has_ending(text + name, length, "_header")) &&
                  stands_alone(text, line, end, at, close + 2));
    return close == to && known ? close + 2 : 0;
}
