#include "text/lua_table.h"

#include <stdint.h>
#include <string.h>

#include "base/message.h"
#include "text/sanitize.h"
#include "text/utf8.h"

struct lua {
    const char *text;
    const char *end;
    const char *at;
    struct buffer *out;
    size_t depth;
    const char *wrong; /* NULL: nothing yet */
};

static bool fail(struct lua *lua, const char *why)
{
    if (lua->wrong == NULL)
        lua->wrong = why;
    return false;
}

/* The level of a long bracket "[==[" that begins here, -1: none does. */
static int long_bracket(const struct lua *lua)
{
    const char *at = lua->at;
    if (*at != '[')
        return -1;
    int level = (int)strspn(at + 1, "=");
    return at[1 + level] == '[' ? level : -1;
}

/* What stands between long brackets; moves behind them. */
static bool take_long(struct lua *lua, int level, const char **start, size_t *length)
{
    lua->at += level + 2;
    if (*lua->at == '\n')
        lua->at++;
    *start = lua->at;
    for (; lua->at < lua->end; lua->at++) {
        if (*lua->at == ']' && (int)strspn(lua->at + 1, "=") == level &&
            lua->at[1 + level] == ']') {
            *length = (size_t)(lua->at - *start);
            lua->at += level + 2;
            return true;
        }
    }
    return fail(lua, _("a long bracket does not end"));
}

static bool skip_blanks(struct lua *lua)
{
    for (;;) {
        const char *start;
        size_t length;
        lua->at += strspn(lua->at, " \t\r\n\f\v");
        if (lua->at[0] != '-' || lua->at[1] != '-')
            return true;
        lua->at += 2;
        int level = long_bracket(lua);
        if (level < 0)
            lua->at += strcspn(lua->at, "\n");
        else if (!take_long(lua, level, &start, &length))
            return false;
    }
}

static void add_json_string(struct buffer *out, const char *text, size_t length)
{
    struct buffer clean = { 0 };
    if (!utf8_is_valid(text, length)) { /* JSON would be none */
        sanitize_source(text, length, &clean, NULL);
        text = buffer_text(&clean);
        length = clean.length;
    }
    buffer_add_byte(out, '"');
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '"' || byte == '\\')
            buffer_add_format(out, "\\%c", byte);
        else if (byte < 0x20)
            buffer_add_format(out, "\\u%04x", byte);
        else
            buffer_add_byte(out, text[i]);
    }
    buffer_add_byte(out, '"');
    buffer_free(&clean);
}

static int digit_value(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = digit != '\0' ? strchr(digits, digit | 0x20) : NULL;
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return found != NULL && digit > '9' ? (int)(found - digits) : -1;
}

static bool take_number_escape(struct lua *lua, int base, int most, struct buffer *out)
{
    uint32_t value = 0;
    int count = 0;
    while (count < most && digit_value(*lua->at) >= 0 && digit_value(*lua->at) < base) {
        value = value * (uint32_t)base + (uint32_t)digit_value(*lua->at++);
        count++;
    }
    if (count == 0 || (base == 16 && count < most) || value > 0xFF)
        return fail(lua, _("an escape is wrong"));
    buffer_add_byte(out, (char)value);
    return true;
}

static bool take_code_point(struct lua *lua, struct buffer *out)
{
    uint32_t code = 0;
    size_t digits = 0;
    char bytes[4];
    if (*lua->at++ != '{')
        return fail(lua, _("an escape is wrong"));
    for (; digit_value(*lua->at) >= 0 && digits < 7; digits++)
        code = code * 16 + (uint32_t)digit_value(*lua->at++);
    if (digits == 0 || *lua->at++ != '}' || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return fail(lua, _("an escape is wrong"));
    buffer_add(out, bytes, utf8_encode(code, bytes));
    return true;
}

/* Behind a backslash. */
static bool take_escape(struct lua *lua, struct buffer *out)
{
    static const char names[] = "abfnrtv\\\"'\n";
    static const char values[] = "\a\b\f\n\r\t\v\\\"'\n";
    char name = *lua->at;
    const char *found = name != '\0' ? strchr(names, name) : NULL;
    if (found != NULL) {
        buffer_add_byte(out, values[found - names]);
        lua->at++;
        return true;
    }
    if (name >= '0' && name <= '9')
        return take_number_escape(lua, 10, 3, out);
    lua->at += name != '\0';
    switch (name) {
    case 'x': return take_number_escape(lua, 16, 2, out);
    case 'u': return take_code_point(lua, out);
    case 'z': lua->at += strspn(lua->at, " \t\r\n\f\v"); return true;
    default: return fail(lua, _("an escape is wrong"));
    }
}

static bool take_string(struct lua *lua, struct buffer *out)
{
    char quote = *lua->at++;
    while (lua->at < lua->end && *lua->at != quote) {
        if (*lua->at == '\n')
            return fail(lua, _("a string does not end"));
        if (*lua->at == '\\') {
            lua->at++;
            if (!take_escape(lua, out))
                return false;
        } else {
            buffer_add_byte(out, *lua->at++);
        }
    }
    if (lua->at >= lua->end)
        return fail(lua, _("a string does not end"));
    lua->at++;
    return true;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           (byte >= '0' && byte <= '9');
}

/* A decimal number as JSON has it too: "12", "-0.5", "1e3". */
static bool take_number(struct lua *lua, struct buffer *out)
{
    const char *start = lua->at;
    lua->at += *lua->at == '-';
    size_t whole = strspn(lua->at, "0123456789");
    lua->at += whole;
    if (*lua->at == '.')
        lua->at += 1 + strspn(lua->at + 1, "0123456789");
    if (*lua->at == 'e' || *lua->at == 'E') {
        lua->at += 1 + strspn(lua->at + 1, "+-");
        lua->at += strspn(lua->at, "0123456789");
    }
    char last = lua->at[-1];
    if (whole == 0 || last < '0' || last > '9' || is_name_byte(*lua->at) ||
        (whole > 1 && start[*start == '-'] == '0'))
        return fail(lua, _("a number is none that is read"));
    buffer_add(out, start, (size_t)(lua->at - start));
    return true;
}

static bool take_table(struct lua *lua);

static bool take_word(struct lua *lua, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(lua->at, word, length) != 0 || is_name_byte(lua->at[length]))
        return false;
    lua->at += length;
    return true;
}

static bool take_text(struct lua *lua, struct buffer *text)
{
    const char *start;
    size_t length;
    int level = long_bracket(lua);
    if (level < 0)
        return take_string(lua, text);
    if (!take_long(lua, level, &start, &length))
        return false;
    buffer_add(text, start, length);
    return true;
}

static bool take_value(struct lua *lua)
{
    struct buffer text = { 0 };
    if (!skip_blanks(lua))
        return false;
    if (*lua->at == '{')
        return take_table(lua);
    if (*lua->at == '"' || *lua->at == '\'' || long_bracket(lua) >= 0) {
        bool ok = take_text(lua, &text);
        add_json_string(lua->out, buffer_text(&text), text.length);
        buffer_free(&text);
        return ok;
    }
    static const char *const words[] = { "true", "true", "false", "false", "nil", "null" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i += 2) {
        if (take_word(lua, words[i])) {
            buffer_add_text(lua->out, words[i + 1]);
            return true;
        }
    }
    if (*lua->at == '-' || (*lua->at >= '0' && *lua->at <= '9'))
        return take_number(lua, lua->out);
    return fail(lua, _("stands there what is no string, number, table, true, false or nil"));
}

/* "[key] =" or "name =" into `key`; *keyed false when the field is a value alone. */
static bool take_key(struct lua *lua, struct buffer *key, bool *keyed)
{
    const char *start = lua->at;
    *keyed = false;
    if (*lua->at == '[' && long_bracket(lua) < 0) {
        lua->at++;
        if (!skip_blanks(lua))
            return false;
        bool text = *lua->at == '"' || *lua->at == '\'' || long_bracket(lua) >= 0;
        if (!(text ? take_text(lua, key) : take_number(lua, key)) || !skip_blanks(lua))
            return false;
        if (*lua->at++ != ']')
            return fail(lua, _("a key does not end"));
        *keyed = true;
    } else if (is_name_byte(*start) && (*start < '0' || *start > '9')) {
        while (is_name_byte(*lua->at))
            lua->at++;
        buffer_add(key, start, (size_t)(lua->at - start));
        if (!skip_blanks(lua))
            return false;
        *keyed = lua->at[0] == '=' && lua->at[1] != '=';
        if (!*keyed)
            lua->at = start;
    }
    if (!*keyed)
        return true;
    if (!skip_blanks(lua) || *lua->at != '=')
        return fail(lua, _("a key has no value"));
    lua->at++;
    return true;
}

static bool take_field(struct lua *lua, size_t *next)
{
    struct buffer key = { 0 };
    bool keyed;
    bool ok = take_key(lua, &key, &keyed);
    if (ok && !keyed) {
        buffer_truncate(&key, 0);
        buffer_add_format(&key, "%zu", (*next)++);
    }
    if (ok) {
        add_json_string(lua->out, buffer_text(&key), key.length);
        buffer_add_byte(lua->out, ':');
    }
    buffer_free(&key);
    return ok && take_value(lua);
}

static bool take_table(struct lua *lua)
{
    size_t next = 1;
    lua->at++;
    if (++lua->depth > LUA_TABLE_DEPTH)
        return fail(lua, _("tables are too deep within one another"));
    buffer_add_byte(lua->out, '{');
    for (bool first = true;; first = false) {
        if (!skip_blanks(lua))
            return false;
        if (*lua->at == '}')
            break;
        buffer_add_text(lua->out, first ? "" : ",");
        if (!take_field(lua, &next) || !skip_blanks(lua))
            return false;
        if (*lua->at == ',' || *lua->at == ';')
            lua->at++;
        else if (*lua->at != '}')
            return fail(lua, _("a table does not end where it should"));
    }
    lua->at++;
    lua->depth--;
    buffer_add_byte(lua->out, '}');
    return true;
}

static bool take_beginning(struct lua *lua)
{
    if (lua->end - lua->at >= 3 && memcmp(lua->at, "\xEF\xBB\xBF", 3) == 0)
        lua->at += 3;
    return skip_blanks(lua) && take_word(lua, "return") && skip_blanks(lua) && *lua->at == '{';
}

bool lua_table_begins(const char *text, size_t length)
{
    struct lua lua = { .text = text, .end = text + length, .at = text };
    return take_beginning(&lua);
}

bool lua_table_to_json(const char *text, size_t length, struct buffer *json, struct error *error)
{
    struct lua lua = { .text = text, .end = text + length, .at = text, .out = json };
    bool ok = take_beginning(&lua) || fail(&lua, _("is no table"));
    ok = ok && take_table(&lua) && skip_blanks(&lua);
    if (ok && lua.at < lua.end)
        ok = fail(&lua, _("something stands behind the table"));
    if (!ok) {
        size_t line = 1;
        for (const char *at = text; at < lua.at && at < lua.end; at++)
            line += *at == '\n';
        error_set(error, "line %zu: %s", line, lua.wrong != NULL ? lua.wrong : _("is no table"));
    }
    return ok;
}
