#include "text/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "text/ascii.h"
#include "text/utf8.h"

/* --- checking --- */

struct check {
    const char *bytes;
    size_t length;
    size_t at;
    const char *why;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static void skip_space(struct check *check)
{
    while (check->at < check->length && is_space(check->bytes[check->at]))
        check->at++;
}

static bool fault(struct check *check, const char *why)
{
    check->why = check->at < check->length ? why : _("ends too early");
    return false;
}

static bool take(struct check *check, char byte)
{
    if (check->at >= check->length || check->bytes[check->at] != byte)
        return false;
    check->at++;
    return true;
}

static bool check_escape(struct check *check)
{
    if (check->at < check->length && strchr("\"\\/bfnrt", check->bytes[check->at]) != NULL &&
        check->bytes[check->at] != '\0') {
        check->at++;
        return true;
    }
    if (!take(check, 'u'))
        return fault(check, _("an escape that JSON does not know"));
    for (int i = 0; i < 4; i++, check->at++) {
        if (check->at >= check->length || ascii_hex(check->bytes[check->at]) < 0)
            return fault(check, _("\\u wants four hexadecimal digits"));
    }
    return true;
}

static bool check_string(struct check *check)
{
    size_t start = check->at;
    if (!take(check, '"'))
        return fault(check, _("a string is expected"));
    while (!take(check, '"')) {
        if (check->at >= check->length)
            return fault(check, "");
        if ((unsigned char)check->bytes[check->at] < 0x20)
            return fault(check, _("a control character in a string"));
        if (take(check, '\\')) {
            if (!check_escape(check))
                return false;
        } else {
            check->at++;
        }
    }
    return utf8_is_valid(check->bytes + start, check->at - start) ||
           fault(check, _("a string that is not UTF-8"));
}

static bool check_digits(struct check *check)
{
    size_t start = check->at;
    while (check->at < check->length && check->bytes[check->at] >= '0' &&
           check->bytes[check->at] <= '9')
        check->at++;
    return check->at > start || fault(check, _("a digit is expected"));
}

static bool check_number(struct check *check)
{
    (void)take(check, '-');
    if (!take(check, '0') && !check_digits(check))
        return false;
    if (take(check, '.') && !check_digits(check))
        return false;
    if (take(check, 'e') || take(check, 'E')) {
        if (!take(check, '+'))
            (void)take(check, '-');
        return check_digits(check);
    }
    return true;
}

static bool check_word(struct check *check, const char *word)
{
    size_t length = strlen(word);
    if (check->length - check->at < length || memcmp(check->bytes + check->at, word, length) != 0)
        return fault(check, _("a value is expected"));
    check->at += length;
    return true;
}

static bool check_scalar(struct check *check)
{
    char first = check->at < check->length ? check->bytes[check->at] : '\0';
    switch (first) {
    case '"': return check_string(check);
    case 't': return check_word(check, "true");
    case 'f': return check_word(check, "false");
    case 'n': return check_word(check, "null");
    default: break;
    }
    if (first != '-' && (first < '0' || first > '9'))
        return fault(check, _("a value is expected"));
    return check_number(check);
}

static bool check_name(struct check *check)
{
    if (!check_string(check))
        return false;
    skip_space(check);
    if (!take(check, ':'))
        return fault(check, _("a colon is expected"));
    skip_space(check);
    return true;
}

/* Values one after another, the brackets that are open kept in a list instead of the stack of
 * calls. */
static bool check_value(struct check *check)
{
    char open[JSON_DEPTH]; /* the bracket that closes each */
    size_t depth = 0;
    for (;;) {
        bool array = take(check, '[');
        bool empty = false;
        if (array || take(check, '{')) {
            if (depth == JSON_DEPTH)
                return fault(check, _("is nested too deeply"));
            open[depth++] = array ? ']' : '}';
            skip_space(check);
            empty = take(check, open[depth - 1]);
            depth -= empty;
            if (!empty) {
                if (!array && !check_name(check))
                    return false;
                continue;
            }
        } else if (!check_scalar(check)) {
            return false;
        }
        skip_space(check);
        while (depth > 0 && take(check, open[depth - 1])) {
            depth--;
            skip_space(check);
        }
        if (depth == 0)
            return true;
        if (!take(check, ','))
            return fault(check, _("a comma or a closing bracket is expected"));
        skip_space(check);
        if (open[depth - 1] == '}' && !check_name(check))
            return false;
    }
}

static size_t line_of(const struct check *check)
{
    size_t line = 1;
    for (size_t i = 0; i < check->at && i < check->length; i++)
        line += check->bytes[i] == '\n';
    return line;
}

bool json_check(const char *bytes, size_t length, struct json *root, struct error *error)
{
    struct check check = { .bytes = bytes, .length = length };
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        check.at = 3;
    skip_space(&check);
    root->at = bytes + check.at;
    bool ok = check_value(&check);
    skip_space(&check);
    if (ok && check.at < length)
        ok = fault(&check, _("there is more after the end"));
    if (!ok)
        error_set(error, "line %zu: %s", line_of(&check), check.why);
    return ok;
}

/* --- reading what was checked --- */

static const char *past_space(const char *at)
{
    while (is_space(*at))
        at++;
    return at;
}

static const char *past_string(const char *at)
{
    for (at++; *(at += strcspn(at, "\"\\")) != '"';)
        at += 2;
    return at + 1;
}

/* Past a value: brackets are counted, strings skipped. */
static const char *past_value(const char *at)
{
    size_t depth = 0;
    do {
        if (*at == '"') {
            at = past_string(at);
            continue;
        }
        if (*at == '[' || *at == '{')
            depth++;
        else if (*at == ']' || *at == '}')
            depth--;
        else if (depth == 0) {
            while (*at != ',' && *at != ']' && *at != '}' && *at != '\0' && !is_space(*at))
                at++;
            return at;
        }
        at++;
    } while (depth > 0);
    return at;
}

enum json_kind json_kind(struct json value)
{
    if (value.at == NULL)
        return JSON_NOTHING;
    switch (*value.at) {
    case '"': return JSON_STRING;
    case '[': return JSON_ARRAY;
    case '{': return JSON_OBJECT;
    case 't': return JSON_TRUE;
    case 'f': return JSON_FALSE;
    case 'n': return JSON_NULL;
    default: return JSON_NUMBER;
    }
}

static const char *past_name(const char *at)
{
    return past_space(past_space(past_string(at)) + 1);
}

struct json json_first(struct json value)
{
    struct json none = { NULL };
    enum json_kind kind = json_kind(value);
    if (kind != JSON_ARRAY && kind != JSON_OBJECT)
        return none;
    const char *at = past_space(value.at + 1);
    if (*at == ']' || *at == '}')
        return none;
    return (struct json){ kind == JSON_OBJECT ? past_name(at) : at };
}

/* Whether what follows is a member is told by the colon behind its name. */
struct json json_next(struct json value)
{
    const char *at = past_space(past_value(value.at));
    if (*at != ',')
        return (struct json){ NULL };
    at = past_space(at + 1);
    if (*at == '"' && *past_space(past_string(at)) == ':')
        at = past_name(at);
    return (struct json){ at };
}

struct json json_member(struct json value, const char *name)
{
    if (json_kind(value) != JSON_OBJECT)
        return (struct json){ NULL };
    const char *at = past_space(value.at + 1);
    while (*at == '"') {
        bool found = json_is((struct json){ at }, name);
        at = past_name(at);
        if (found)
            return (struct json){ at };
        at = past_space(past_value(at));
        if (*at == ',')
            at = past_space(at + 1);
    }
    return (struct json){ NULL };
}

static uint32_t read_unit(const char *at)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++)
        unit = unit << 4 | (uint32_t)ascii_hex(at[i]);
    return unit;
}

/* A \u escape at `at`, behind its u; surrogates that make no pair are U+FFFD. */
static const char *add_unit(struct buffer *out, const char *at)
{
    char bytes[4];
    uint32_t code = read_unit(at);
    at += 4;
    if (code >= 0xD800 && code < 0xDC00 && at[0] == '\\' && at[1] == 'u') {
        uint32_t low = read_unit(at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            at += 6;
        }
    }
    if (code == 0)
        code = 0x2400;
    buffer_add(out, bytes, utf8_encode(code, bytes));
    return at;
}

char *json_text(struct json value)
{
    static const char escapes[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    struct buffer out = { 0 };
    buffer_reserve(&out, 0);
    if (json_kind(value) != JSON_STRING)
        return buffer_take(&out);
    const char *at = value.at + 1;
    while (*at != '"') {
        size_t run = strcspn(at, "\"\\");
        buffer_add(&out, at, run);
        at += run;
        if (*at != '\\')
            continue;
        if (at[1] == 'u') {
            at = add_unit(&out, at + 2);
        } else {
            buffer_add_byte(&out, meanings[strchr(escapes, at[1]) - escapes]);
            at += 2;
        }
    }
    return buffer_take(&out);
}

bool json_is(struct json value, const char *text)
{
    if (json_kind(value) != JSON_STRING)
        return false;
    size_t length = strlen(text);
    if (strncmp(value.at + 1, text, length) == 0 && value.at[1 + length] == '"')
        return true;
    /* Only an escape can make a difference. */
    if (memchr(value.at, '\\', (size_t)(past_string(value.at) - value.at)) == NULL)
        return false;
    char *decoded = json_text(value);
    bool same = strcmp(decoded, text) == 0;
    free(decoded);
    return same;
}

bool json_size(struct json value, size_t *number)
{
    if (json_kind(value) != JSON_NUMBER)
        return false;
    size_t sum = 0;
    const char *at = value.at;
    for (; *at >= '0' && *at <= '9'; at++) {
        if (sum > SIZE_MAX / 10 - 1)
            return false;
        sum = sum * 10 + (size_t)(*at - '0');
    }
    if (at == value.at || *at == '.' || *at == 'e' || *at == 'E')
        return false;
    *number = sum;
    return true;
}
