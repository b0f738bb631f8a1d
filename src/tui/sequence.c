#include "tui/sequence.h"

#include <stdlib.h>
#include <string.h>

#define PARAMETER_LIMIT 8

/* A parsed CSI or SS3: ESC [ private parameters intermediate final. */
struct control {
    char private; /* one of < = > ?, or 0 */
    char intermediate;
    char final;
    int count;
    unsigned parameters[PARAMETER_LIMIT]; /* 0 where omitted */
    unsigned event; /* kitty: the sub-parameter of the modifiers: 1 press, 2 repeat, 3 release */
};

static const struct {
    char final;
    uint32_t code;
    uint8_t modifiers;
} BY_LETTER[] = {
    { 'A', KEY_UP, 0 },         { 'B', KEY_DOWN, 0 },       { 'C', KEY_RIGHT, 0 },
    { 'D', KEY_LEFT, 0 },       { 'F', KEY_END, 0 },        { 'H', KEY_HOME, 0 },
    { 'P', KEY_F1, 0 },         { 'Q', KEY_F1 + 1, 0 },     { 'R', KEY_F1 + 2, 0 },
    { 'S', KEY_F1 + 3, 0 },     { 'Z', KEY_TAB, KEY_SHIFT }, { 'I', KEY_FOCUS_IN, 0 },
    { 'O', KEY_FOCUS_OUT, 0 },  { 'a', KEY_UP, KEY_SHIFT }, { 'b', KEY_DOWN, KEY_SHIFT },
    { 'c', KEY_RIGHT, KEY_SHIFT }, { 'd', KEY_LEFT, KEY_SHIFT },
};

/* ESC O: the keypad in application mode, and rxvt's Ctrl-arrows. */
static const struct {
    char final;
    uint32_t code;
    uint8_t modifiers;
} BY_SS3_LETTER[] = {
    { 'A', KEY_UP, 0 },       { 'B', KEY_DOWN, 0 },      { 'C', KEY_RIGHT, 0 },
    { 'D', KEY_LEFT, 0 },     { 'F', KEY_END, 0 },       { 'H', KEY_HOME, 0 },
    { 'P', KEY_F1, 0 },       { 'Q', KEY_F1 + 1, 0 },    { 'R', KEY_F1 + 2, 0 },
    { 'S', KEY_F1 + 3, 0 },   { 'M', KEY_ENTER, 0 },     { 'I', KEY_TAB, 0 },
    { 'a', KEY_UP, KEY_CTRL }, { 'b', KEY_DOWN, KEY_CTRL }, { 'c', KEY_RIGHT, KEY_CTRL },
    { 'd', KEY_LEFT, KEY_CTRL }, { 'j', '*', 0 },        { 'k', '+', 0 },
    { 'l', ',', 0 },          { 'm', '-', 0 },           { 'n', '.', 0 },
    { 'o', '/', 0 },          { 'X', '=', 0 },           { ' ', ' ', 0 },
};

static const struct {
    unsigned number;
    uint32_t code;
} BY_NUMBER[] = {
    { 1, KEY_HOME },      { 2, KEY_INSERT },    { 3, KEY_DELETE },    { 4, KEY_END },
    { 5, KEY_PAGE_UP },   { 6, KEY_PAGE_DOWN }, { 7, KEY_HOME },      { 8, KEY_END },
    { 11, KEY_F1 },       { 12, KEY_F1 + 1 },   { 13, KEY_F1 + 2 },   { 14, KEY_F1 + 3 },
    { 15, KEY_F1 + 4 },   { 17, KEY_F1 + 5 },   { 18, KEY_F1 + 6 },   { 19, KEY_F1 + 7 },
    { 20, KEY_F1 + 8 },   { 21, KEY_F1 + 9 },   { 23, KEY_F1 + 10 },  { 24, KEY_F1 + 11 },
    { 25, KEY_F1 + 12 },  { 26, KEY_F1 + 13 },  { 28, KEY_F1 + 14 },  { 29, KEY_F1 + 15 },
    { 31, KEY_F1 + 16 },  { 32, KEY_F1 + 17 },  { 33, KEY_F1 + 18 },  { 34, KEY_F1 + 19 },
};

static struct sequence as_key(uint32_t code, uint8_t modifiers, size_t length)
{
    struct sequence sequence = { SEQUENCE_KEY, length, { .code = code, .modifiers = modifiers } };
    sequence.key = key_normalize(sequence.key);
    return sequence;
}

/* xterm's modifier parameter: 1 + the sum of 1 shift, 2 alt, 4 ctrl, 8 meta (32 for kitty). */
static uint8_t modifiers_of(unsigned parameter)
{
    unsigned bits = parameter > 0 ? parameter - 1 : 0;
    return (uint8_t)((bits & 7) | ((bits & 40) != 0 ? KEY_META : 0));
}

static uint8_t control_modifiers(const struct control *control, int index)
{
    return control->count > index ? modifiers_of(control->parameters[index]) : 0;
}

/* ---- parsing ---- */

/* Reads parameters and sub-parameters; of the latter only the event of the second one counts. */
static size_t read_parameters(const char *bytes, size_t length, size_t at, struct control *control)
{
    bool sub = false;
    unsigned number = 0;
    bool any = false;
    for (; at < length && bytes[at] >= '0' && bytes[at] <= ';'; at++) {
        any = true;
        if (bytes[at] >= '0' && bytes[at] <= '9') {
            number = number < 100000000 ? number * 10 + (unsigned)(bytes[at] - '0') : number;
            if (!sub && control->count < PARAMETER_LIMIT)
                control->parameters[control->count] = number;
            else if (sub && control->count == 1)
                control->event = number;
            continue;
        }
        sub = bytes[at] == ':';
        number = 0;
        if (bytes[at] == ';' && control->count < PARAMETER_LIMIT)
            control->count++;
    }
    if (any && control->count < PARAMETER_LIMIT)
        control->count++;
    return at;
}

/* Parses from `at` (after ESC [); returns the length including the final byte, 0 when incomplete. A
 * byte that cannot stand in a control sequence ends it there, not swallowed. */
static size_t parse_control(const char *bytes, size_t length, size_t at, struct control *control)
{
    *control = (struct control){ 0 };
    if (at < length && bytes[at] >= '<' && bytes[at] <= '?')
        control->private = bytes[at++];
    at = read_parameters(bytes, length, at, control);
    while (at < length && bytes[at] >= '<' && bytes[at] <= '?') /* misplaced private marks */
        at++;
    while (at < length && bytes[at] >= ' ' && bytes[at] <= '/') {
        control->intermediate = bytes[at++];
        /* rxvt ends Shift-keys with '$': no final byte follows. */
        if (control->intermediate == '$' && control->private == 0 && control->count == 1) {
            control->final = '$';
            return at;
        }
    }
    if (at >= length)
        return 0;
    if (bytes[at] < '@' || bytes[at] > '~') {
        control->final = 0;
        return at;
    }
    control->final = bytes[at];
    return at + 1;
}

/* ---- meaning ---- */

static struct sequence read_mouse(const struct control *control, size_t length)
{
    unsigned bits = control->parameters[0];
    uint8_t modifiers = (uint8_t)(((bits & 4) != 0 ? KEY_SHIFT : 0) |
                                  ((bits & 8) != 0 ? KEY_META : 0) |
                                  ((bits & 16) != 0 ? KEY_CTRL : 0));
    unsigned button = bits & 3;
    uint32_t code = KEY_UNKNOWN;
    if ((bits & ~0x7Fu) != 0 || control->count < 3)
        return as_key(KEY_UNKNOWN, 0, length);
    if ((bits & 64) != 0)
        code = button == 0 ? KEY_WHEEL_UP : button == 1 ? KEY_WHEEL_DOWN : KEY_UNKNOWN;
    else if (control->final == 'm')
        code = KEY_MOUSE_RELEASE;
    else if ((bits & 32) != 0)
        code = button == 3 ? KEY_UNKNOWN : KEY_MOUSE_DRAG;
    else
        code = button == 3 ? KEY_UNKNOWN : KEY_MOUSE_PRESS;
    struct sequence sequence = as_key(code, code == KEY_UNKNOWN ? 0 : modifiers, length);
    if (code == KEY_UNKNOWN)
        return sequence;
    unsigned column = control->parameters[1];
    unsigned row = control->parameters[2];
    sequence.key.button = (uint8_t)((bits & 64) != 0 ? 0 : button + 1);
    sequence.key.column = (uint16_t)(column == 0 ? 0 : column > 0xFFFF ? 0xFFFF : column - 1);
    sequence.key.row = (uint16_t)(row == 0 ? 0 : row > 0xFFFF ? 0xFFFF : row - 1);
    return sequence;
}

/* A key told by its code point: CSI code;modifiers u, CSI 27;modifiers;code ~. */
static struct sequence read_code(unsigned code, uint8_t modifiers, size_t length)
{
    switch (code) {
    case 9: return as_key(KEY_TAB, modifiers, length);
    case 13: return as_key(KEY_ENTER, modifiers, length);
    case 27: return as_key(KEY_ESCAPE, modifiers, length);
    case 8:
    case 127: return as_key(KEY_BACKSPACE, modifiers, length);
    default: break;
    }
    bool character = code >= ' ' && code < KEY_NAMED && (code < 0x80 || code > 0x9F) &&
                     (code < 0xD800 || code > 0xF8FF); /* kitty's function keys are private use */
    return character ? as_key(code, modifiers, length) : as_key(KEY_UNKNOWN, 0, length);
}

static struct sequence read_tilde(const struct control *control, size_t length)
{
    unsigned number = control->parameters[0];
    if (control->final == '~' && number == 200)
        return (struct sequence){ .kind = SEQUENCE_PASTE, .length = length };
    if (control->final == '~' && number == 27 && control->count >= 3)
        return read_code(control->parameters[2], control_modifiers(control, 1), length);
    uint8_t modifiers = control->final == '$'   ? KEY_SHIFT
                        : control->final == '^' ? KEY_CTRL
                        : control->final == '@' ? KEY_CTRL | KEY_SHIFT
                                                : control_modifiers(control, 1);
    for (size_t i = 0; i < sizeof BY_NUMBER / sizeof *BY_NUMBER; i++)
        if (BY_NUMBER[i].number == number)
            return as_key(BY_NUMBER[i].code, modifiers, length);
    return as_key(KEY_UNKNOWN, 0, length);
}

static struct sequence read_csi(const char *bytes, size_t length)
{
    struct sequence incomplete = { .kind = SEQUENCE_INCOMPLETE };
    if (length > 2 && bytes[2] == '[') { /* the linux console's F1 to F5 */
        if (length == 3)
            return incomplete;
        bool known = bytes[3] >= 'A' && bytes[3] <= 'E';
        return as_key(known ? KEY_F1 + (uint32_t)(bytes[3] - 'A') : KEY_UNKNOWN, 0, 4);
    }
    struct control control;
    size_t end = parse_control(bytes, length, 2, &control);
    if (end == 0)
        return length < SEQUENCE_LIMIT ? incomplete : as_key(KEY_UNKNOWN, 0, length);
    if (control.private == '<' && (control.final == 'M' || control.final == 'm'))
        return read_mouse(&control, end);
    if (control.final == 'M' && control.count == 0) /* the mouse's old form: three bytes more */
        return length < 6 ? incomplete : as_key(KEY_UNKNOWN, 0, 6);
    if (control.private != 0 || control.event == 3 ||
        (control.intermediate != 0 && control.final != '$'))
        return as_key(KEY_UNKNOWN, 0, end);
    if (control.final == 'u' && control.count > 0)
        return read_code(control.parameters[0], control_modifiers(&control, 1), end);
    if (control.final != 0 && strchr("~^@$", control.final) != NULL && control.count > 0)
        return read_tilde(&control, end);
    /* Keys have 1 there; other numbers are answers, such as the cursor's place (24;80R). */
    bool key = control.parameters[0] <= 1;
    for (size_t i = 0; key && i < sizeof BY_LETTER / sizeof *BY_LETTER; i++)
        if (BY_LETTER[i].final == control.final)
            return as_key(BY_LETTER[i].code,
                          BY_LETTER[i].modifiers | control_modifiers(&control, 1), end);
    return as_key(KEY_UNKNOWN, 0, end);
}

static struct sequence read_ss3(const char *bytes, size_t length)
{
    struct control control = { 0 };
    size_t at = read_parameters(bytes, length, 2, &control);
    if (at >= length)
        return length < SEQUENCE_LIMIT ? (struct sequence){ .kind = SEQUENCE_INCOMPLETE }
                                       : as_key(KEY_UNKNOWN, 0, length);
    uint8_t modifiers = control.count > 0
                            ? modifiers_of(control.parameters[control.count - 1])
                            : 0;
    char final = bytes[at];
    if (final >= 'p' && final <= 'y')
        return as_key((uint32_t)('0' + final - 'p'), modifiers, at + 1);
    for (size_t i = 0; i < sizeof BY_SS3_LETTER / sizeof *BY_SS3_LETTER; i++)
        if (BY_SS3_LETTER[i].final == final)
            return as_key(BY_SS3_LETTER[i].code, BY_SS3_LETTER[i].modifiers | modifiers, at + 1);
    return as_key(KEY_UNKNOWN, 0, final >= '!' && final <= '~' ? at + 1 : at);
}

/* "rgb:RRRR/GGGG/BBBB": the weighted mean over half is light. */
static bool parse_background(const char *text, size_t length, bool *light)
{
    unsigned parts[3] = { 0 };
    size_t at = 0;
    if (length < 4 || memcmp(text, "rgb:", 4) != 0)
        return false;
    at = 4;
    for (int i = 0; i < 3; i++) {
        size_t digits = 0;
        unsigned value = 0;
        for (; at < length && digits < 4 && strchr("0123456789abcdefABCDEF", text[at]) != NULL &&
               text[at] != '\0'; at++, digits++) {
            char digit = text[at];
            value = value * 16 + (unsigned)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        if (digits == 0)
            return false;
        parts[i] = value * 1000 / ((1u << (4 * digits)) - 1);
        at += i < 2 && at < length && text[at] == '/';
    }
    *light = parts[0] * 3 + parts[1] * 6 + parts[2] > 5000;
    return true;
}

/* OSC, DCS, APC, PM, SOS: all up to ST (or BEL, or the start of something else). */
static struct sequence read_string(const char *bytes, size_t length)
{
    size_t at = 2;
    while (at < length && bytes[at] != '\033' && bytes[at] != '\a')
        at++;
    bool escape = at < length && bytes[at] == '\033';
    if (at >= length || (escape && at + 1 >= length))
        return length < SEQUENCE_LIMIT ? (struct sequence){ .kind = SEQUENCE_INCOMPLETE }
                                       : as_key(KEY_UNKNOWN, 0, length);
    bool light;
    size_t end = !escape ? at + 1 : bytes[at + 1] == '\\' ? at + 2 : at;
    if (bytes[1] == ']' && at > 5 && memcmp(bytes + 2, "11;", 3) == 0 &&
        parse_background(bytes + 5, at - 5, &light))
        return (struct sequence){ .kind = light ? SEQUENCE_LIGHT : SEQUENCE_DARK, .length = end };
    return as_key(KEY_UNKNOWN, 0, end);
}

struct sequence sequence_read(const char *bytes, size_t length)
{
    switch (bytes[1]) {
    case '[': return read_csi(bytes, length);
    case 'O': return read_ss3(bytes, length);
    default: return read_string(bytes, length);
    }
}
