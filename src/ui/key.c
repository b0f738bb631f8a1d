#include "ui/key.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text/ascii.h"
#include "text/utf8.h"

struct key_spelling {
    const char *name;
    uint32_t code;
};

/* The first spelling of a code is the one key_name writes; the others are only read. */
/* clang-format off */
static const struct key_spelling SPELLINGS[] = {
    { "Space", ' ' }, { "Tab", KEY_TAB }, { "Enter", KEY_ENTER }, { "Return", KEY_ENTER },
    { "Esc", KEY_ESCAPE }, { "Escape", KEY_ESCAPE }, { "Backspace", KEY_BACKSPACE },
    { "BS", KEY_BACKSPACE }, { "Delete", KEY_DELETE }, { "Del", KEY_DELETE },
    { "Insert", KEY_INSERT }, { "Ins", KEY_INSERT }, { "Up", KEY_UP }, { "Down", KEY_DOWN },
    { "Left", KEY_LEFT }, { "Right", KEY_RIGHT }, { "Home", KEY_HOME }, { "End", KEY_END },
    { "PageUp", KEY_PAGE_UP }, { "PgUp", KEY_PAGE_UP }, { "PageDown", KEY_PAGE_DOWN },
    { "PgDn", KEY_PAGE_DOWN }, { "MousePress", KEY_MOUSE_PRESS },
    { "MouseRelease", KEY_MOUSE_RELEASE }, { "MouseDrag", KEY_MOUSE_DRAG },
    { "WheelUp", KEY_WHEEL_UP }, { "WheelDown", KEY_WHEEL_DOWN }, { "FocusIn", KEY_FOCUS_IN },
    { "FocusOut", KEY_FOCUS_OUT }, { "DarkBackground", KEY_DARK_BACKGROUND },
    { "LightBackground", KEY_LIGHT_BACKGROUND }, { "Unknown", KEY_UNKNOWN },
};
/* clang-format on */

static const char *spelling_of(uint32_t code)
{
    for (size_t i = 0; i < sizeof SPELLINGS / sizeof *SPELLINGS; i++)
        if (SPELLINGS[i].code == code)
            return SPELLINGS[i].name;
    return NULL;
}

static void write_base(uint32_t code, char *out, size_t size)
{
    const char *spelling = spelling_of(code);
    if (spelling != NULL) {
        snprintf(out, size, "%s", spelling);
    } else if (code >= KEY_F1 && code <= KEY_F20) {
        snprintf(out, size, "F%u", (unsigned)(code - KEY_F1 + 1));
    } else if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code >= KEY_NAMED) {
        snprintf(out, size, "U+%04X", (unsigned)code);
    } else {
        char bytes[4];
        size_t length = utf8_encode(code, bytes);
        memcpy(out, bytes, length);
        out[length] = '\0';
    }
}

const char *key_name(struct key key, char out[KEY_NAME_SIZE])
{
    char *at = out;
    static const struct {
        uint8_t bit;
        char letter;
    } prefixes[] = { { KEY_CTRL, 'C' }, { KEY_META, 'M' }, { KEY_SHIFT, 'S' } };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if ((key.modifiers & prefixes[i].bit) != 0) {
            *at++ = prefixes[i].letter;
            *at++ = '-';
        }
    }
    write_base(key.code, at, (size_t)(KEY_NAME_SIZE - (at - out)));
    return out;
}

struct key key_normalize(struct key key)
{
    if ((key.modifiers & KEY_CTRL) != 0) {
        if (key.code >= 'A' && key.code <= 'Z') {
            key.code += 'a' - 'A';
            key.modifiers &= (uint8_t)~KEY_SHIFT;
        }
        uint32_t plain = key.code == 'i'   ? KEY_TAB
                         : key.code == 'm' ? KEY_ENTER
                         : key.code == '[' ? KEY_ESCAPE
                         : key.code == '?' ? KEY_BACKSPACE
                         : key.code == '@' ? ' '
                                           : 0;
        if (plain != 0)
            key.code = plain;
        if (plain >= KEY_NAMED)
            key.modifiers &= (uint8_t)~KEY_CTRL;
    } else if ((key.modifiers & KEY_SHIFT) != 0 && key.code > ' ' && key.code < KEY_NAMED) {
        if (key.code >= 'a' && key.code <= 'z')
            key.code -= 'a' - 'A';
        key.modifiers &= (uint8_t)~KEY_SHIFT;
    }
    return key;
}

static bool parse_function_key(const char *text, size_t length, struct key *key)
{
    if (length < 2 || length > 3 || (text[0] != 'F' && text[0] != 'f'))
        return false;
    unsigned number = 0;
    for (size_t i = 1; i < length; i++) {
        if (!ascii_is_digit(text[i]))
            return false;
        number = number * 10 + (unsigned)(text[i] - '0');
    }
    if (text[1] == '0' || number > 20)
        return false;
    key->code = KEY_F1 + number - 1;
    return true;
}

/* What stands after the modifiers: a named key or exactly one code point. */
static bool parse_base(const char *text, size_t length, struct key *key)
{
    for (size_t i = 0; length > 1 && i < sizeof SPELLINGS / sizeof *SPELLINGS; i++) {
        if (strlen(SPELLINGS[i].name) == length &&
            strncasecmp(SPELLINGS[i].name, text, length) == 0) {
            key->code = SPELLINGS[i].code;
            return true;
        }
    }
    if (parse_function_key(text, length, key))
        return true;
    uint32_t code;
    if (length == 0 || utf8_decode(text, length, &code) != length || code <= ' ' ||
        (code >= 0x7F && code < 0xA0) || (code == UTF8_REPLACEMENT && length != 3))
        return false;
    key->code = code;
    return true;
}

/* A whole token: modifiers and base. */
static bool parse_token(const char *text, size_t length, struct key *key)
{
    struct key found = { 0 };
    while (length > 2 && text[1] == '-') {
        switch (text[0]) {
        case 'C': found.modifiers |= KEY_CTRL; break;
        case 'M':
        case 'A': found.modifiers |= KEY_META; break;
        case 'S': found.modifiers |= KEY_SHIFT; break;
        default: return false;
        }
        text += 2;
        length -= 2;
    }
    if (!parse_base(text, length, &found))
        return false;
    *key = key_normalize(found);
    return true;
}

size_t key_parse(const char *text, struct key *key)
{
    size_t blanks = strspn(text, " \t");
    const char *start = text + blanks;
    if (start[0] == '\0')
        return 0;
    if (start[0] == '<') {
        /* From the second character on, so that <> > and <C->> name the key '>'. */
        const char *end = start[1] != '\0' ? strchr(start + 2, '>') : NULL;
        if (end != NULL && end[1] == '>' && parse_token(start + 1, (size_t)(end - start), key))
            return (size_t)(end + 2 - text);
        if (end != NULL && parse_token(start + 1, (size_t)(end - start - 1), key))
            return (size_t)(end + 1 - text);
    } else {
        size_t length = strcspn(start, " \t");
        if (parse_token(start, length, key))
            return blanks + length;
        /* "C-w<C-s>": the bracket begins the next name. */
        size_t bracket = strcspn(start, " \t<");
        if (bracket > 1 && bracket < length && parse_token(start, bracket, key))
            return blanks + bracket;
    }
    uint32_t code;
    size_t length = utf8_decode(start, strlen(start), &code);
    struct key single;
    if (!parse_token(start, length, &single))
        return 0;
    *key = single;
    return blanks + length;
}

bool key_equal(struct key a, struct key b)
{
    return a.code == b.code && a.modifiers == b.modifiers;
}
