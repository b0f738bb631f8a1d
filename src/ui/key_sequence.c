#include "ui/key_sequence.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text/ascii.h"

#define PARAMETER_LIMIT 8

/* A parsed CSI or SS3: private parameters intermediate final. */
struct control {
    char private; /* one of < = > ?, or 0 */
    char intermediate;
    char final;
    int count;
    unsigned parameters[PARAMETER_LIMIT]; /* 0 where omitted */
    unsigned event; /* kitty: the sub-parameter of the modifiers: 1 press, 2 repeat, 3 release */
};

struct letter {
    char final;
    uint32_t code;
    uint8_t modifiers;
};

static const struct letter BY_LETTER[] = {
    { 'A', KEY_UP, 0 },         { 'B', KEY_DOWN, 0 },          { 'C', KEY_RIGHT, 0 },
    { 'D', KEY_LEFT, 0 },       { 'F', KEY_END, 0 },           { 'H', KEY_HOME, 0 },
    { 'P', KEY_F1, 0 },         { 'Q', KEY_F1 + 1, 0 },        { 'R', KEY_F1 + 2, 0 },
    { 'S', KEY_F1 + 3, 0 },     { 'Z', KEY_TAB, KEY_SHIFT },   { 'I', KEY_FOCUS_IN, 0 },
    { 'O', KEY_FOCUS_OUT, 0 },  { 'a', KEY_UP, KEY_SHIFT },    { 'b', KEY_DOWN, KEY_SHIFT },
    { 'c', KEY_RIGHT, KEY_SHIFT }, { 'd', KEY_LEFT, KEY_SHIFT }, { 0 },
};

/* Where ESC O means something else: the keypad in application mode, and rxvt's Ctrl-arrows. */
static const struct letter BY_KEYPAD_LETTER[] = {
    { 'M', KEY_ENTER, 0 },       { 'I', KEY_TAB, 0 },          { 'X', '=', 0 },
    { ' ', ' ', 0 },             { 'a', KEY_UP, KEY_CTRL },    { 'b', KEY_DOWN, KEY_CTRL },
    { 'c', KEY_RIGHT, KEY_CTRL }, { 'd', KEY_LEFT, KEY_CTRL }, { 0 },
};

static const uint32_t BY_NUMBER[] = {
    [1] = KEY_HOME, KEY_INSERT, KEY_DELETE, KEY_END, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_HOME, KEY_END,
    [11] = KEY_F1, KEY_F1 + 1, KEY_F1 + 2, KEY_F1 + 3, KEY_F1 + 4,
    [17] = KEY_F1 + 5, KEY_F1 + 6, KEY_F1 + 7, KEY_F1 + 8, KEY_F1 + 9,
    [23] = KEY_F1 + 10, KEY_F1 + 11, KEY_F1 + 12, KEY_F1 + 13,
    [28] = KEY_F1 + 14, KEY_F1 + 15,
    [31] = KEY_F1 + 16, KEY_F1 + 17, KEY_F1 + 18, KEY_F1 + 19,
};

static struct key make_key(uint32_t code, unsigned modifiers)
{
    return key_normalize((struct key){ .code = code, .modifiers = (uint8_t)modifiers });
}

struct key key_typed(uint32_t character)
{
    if (character == 0x7F)
        return make_key(KEY_BACKSPACE, 0);
    if (character == 0)
        return make_key(' ', KEY_CTRL);
    if (character < ' ')
        return make_key(character <= 26 ? character + 'a' - 1 : character + '@', KEY_CTRL);
    return make_key(character > 0x7F && character < 0xA0 ? (uint32_t)KEY_UNKNOWN : character, 0);
}

bool key_sequence_opens(uint32_t character)
{
    return character > 0 && character < 0x80 && strchr("[O]P_^X", (int)character) != NULL;
}

/* xterm's modifier parameter: 1 + the sum of 1 shift, 2 alt, 4 ctrl, 8 meta (32 for kitty). */
static uint8_t modifiers_of(unsigned parameter)
{
    unsigned bits = parameter > 0 ? parameter - 1 : 0;
    return (uint8_t)((bits & 7) | ((bits & 40) != 0 ? KEY_META : 0));
}

/* ---- parsing ---- */

enum key_sequence_state key_sequence_state(const char *text, size_t length)
{
    char last = text[length - 1];
    if (length == 1)
        return KEY_SEQUENCE_MORE;
    if (text[0] != '[' && text[0] != 'O') { /* OSC and the like: up to ST or BEL */
        bool escaped = text[length - 2] == '\033';
        return last == '\a' || (escaped && last == '\\') ? KEY_SEQUENCE_DONE
               : escaped || last == '\0'                 ? KEY_SEQUENCE_BROKEN
                                                         : KEY_SEQUENCE_MORE;
    }
    if (last < ' ' || last > '~')
        return KEY_SEQUENCE_BROKEN;
    if (text[0] == 'O')
        return ascii_is_digit(last) || last == ';' ? KEY_SEQUENCE_MORE : KEY_SEQUENCE_DONE;
    if (text[1] == '[') /* the linux console's F1 to F5 */
        return length == 3 ? KEY_SEQUENCE_DONE : KEY_SEQUENCE_MORE;
    if (text[1] == 'M') /* the mouse's old form: three more */
        return length == 5 ? KEY_SEQUENCE_DONE : KEY_SEQUENCE_MORE;
    if (last == '$' && length > 2 && strspn(text + 1, "0123456789") == length - 2)
        return KEY_SEQUENCE_DONE; /* rxvt ends Shift-keys so */
    return last >= '@' ? KEY_SEQUENCE_DONE : KEY_SEQUENCE_MORE;
}

/* Of sub-parameters only the event of the second parameter counts. */
static struct control parse(const char *text, size_t length)
{
    struct control control = { .final = text[length - 1] };
    bool sub = false;
    int index = 0;
    for (size_t at = 1; at + 1 < length; at++) {
        unsigned *number = !sub ? &control.parameters[index] : index == 1 ? &control.event : NULL;
        if (ascii_is_digit(text[at]) && number != NULL && *number < 100000000)
            *number = *number * 10 + (unsigned)(text[at] - '0');
        else if (text[at] == ':')
            sub = true;
        else if (text[at] >= '<' && text[at] <= '?')
            control.private = text[at];
        else if (text[at] < '0')
            control.intermediate = text[at];
        if (text[at] != ';')
            continue;
        sub = false;
        index += index < PARAMETER_LIMIT - 1;
    }
    control.count = length > 2 ? index + 1 : 0;
    return control;
}

/* ---- meaning ---- */

static struct key read_mouse(const struct control *control)
{
    unsigned bits = control->parameters[0];
    unsigned button = bits & 3;
    unsigned column = control->parameters[1];
    unsigned row = control->parameters[2];
    uint32_t code = KEY_UNKNOWN;
    if ((bits & ~0x7Fu) != 0 || control->count < 3)
        return make_key(KEY_UNKNOWN, 0);
    if ((bits & 64) != 0)
        code = button == 0 ? KEY_WHEEL_UP : button == 1 ? KEY_WHEEL_DOWN : KEY_UNKNOWN;
    else if (control->final == 'm')
        code = KEY_MOUSE_RELEASE;
    else if (button != 3)
        code = (bits & 32) != 0 ? KEY_MOUSE_DRAG : KEY_MOUSE_PRESS;
    if (code == KEY_UNKNOWN)
        return make_key(KEY_UNKNOWN, 0);
    struct key key = make_key(code, ((bits & 4) != 0 ? KEY_SHIFT : 0u) |
                                        ((bits & 8) != 0 ? KEY_META : 0u) |
                                        ((bits & 16) != 0 ? KEY_CTRL : 0u));
    key.button = (uint8_t)((bits & 64) != 0 ? 0 : button + 1);
    key.column = (uint16_t)(column == 0 ? 0 : column > 0xFFFF ? 0xFFFF : column - 1);
    key.row = (uint16_t)(row == 0 ? 0 : row > 0xFFFF ? 0xFFFF : row - 1);
    return key;
}

/* A key told by its code point: CSI code;modifiers u, CSI 27;modifiers;code ~. */
static struct key read_code(unsigned code, uint8_t modifiers)
{
    switch (code) {
    case 9: return make_key(KEY_TAB, modifiers);
    case 13: return make_key(KEY_ENTER, modifiers);
    case 27: return make_key(KEY_ESCAPE, modifiers);
    case 8:
    case 127: return make_key(KEY_BACKSPACE, modifiers);
    default: break;
    }
    bool character = code >= ' ' && code < KEY_NAMED && (code < 0x80 || code > 0x9F) &&
                     (code < 0xD800 || code > 0xF8FF); /* kitty's function keys are private use */
    return character ? make_key(code, modifiers) : make_key(KEY_UNKNOWN, 0);
}

static struct key read_number(const struct control *control, uint8_t modifiers)
{
    unsigned number = control->parameters[0];
    unsigned more = control->final == '$'   ? KEY_SHIFT
                    : control->final == '^' ? KEY_CTRL
                    : control->final == '@' ? KEY_CTRL | KEY_SHIFT
                                            : modifiers;
    bool known = number < sizeof BY_NUMBER / sizeof *BY_NUMBER && BY_NUMBER[number] != 0;
    return known ? make_key(BY_NUMBER[number], more) : make_key(KEY_UNKNOWN, 0);
}

static struct key read_letter(const struct letter *letters, char final, unsigned modifiers)
{
    for (; letters->final != 0; letters++)
        if (letters->final == final)
            return make_key(letters->code, letters->modifiers | modifiers);
    return make_key(KEY_UNKNOWN, 0);
}

static struct key read_keypad(const struct control *control)
{
    static const char keypad[] = "*+,-./0123456789"; /* j .. y */
    unsigned last = control->count > 0 ? control->parameters[control->count - 1] : 0;
    char final = control->final;
    if (final >= 'j' && final <= 'y')
        return make_key((uint32_t)keypad[final - 'j'], modifiers_of(last));
    struct key key = read_letter(BY_KEYPAD_LETTER, final, modifiers_of(last));
    return key.code == KEY_UNKNOWN && strchr("ABCDFHPQRS", final) != NULL
               ? read_letter(BY_LETTER, final, modifiers_of(last))
               : key;
}

/* ]11;rgb:RRRR/GGGG/BBBB, with one to four digits each: the answer to the question for the
 * background's colour. It is light where its luma is over a half. */
static struct key read_background(const char *text, size_t length)
{
    static const char begin[] = "]11;rgb:";
    double parts[3];
    size_t at = sizeof begin - 1;
    if (length < at || memcmp(text, begin, at) != 0)
        return make_key(KEY_UNKNOWN, 0);
    for (int i = 0; i < 3; i++) {
        unsigned value = 0, most = 0;
        for (int digits = 0; at < length && digits < 4 && isxdigit((unsigned char)text[at]); digits++, at++) {
            char c = text[at];
            value = value * 16 + (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
            most = most * 16 + 15;
        }
        if (most == 0 || at >= length || (i < 2 && text[at++] != '/'))
            return make_key(KEY_UNKNOWN, 0);
        parts[i] = (double)value / most;
    }
    double luma = .299 * parts[0] + .587 * parts[1] + .114 * parts[2];
    return make_key(luma > .5 ? KEY_LIGHT_BACKGROUND : KEY_DARK_BACKGROUND, 0);
}

struct key key_sequence_read(const char *text, size_t length)
{
    struct control control = parse(text, length);
    uint8_t modifiers = control.count > 1 ? modifiers_of(control.parameters[1]) : 0;
    if (text[0] == 'O')
        return read_keypad(&control);
    if (text[0] == ']')
        return read_background(text, length);
    if (text[0] != '[')
        return make_key(KEY_UNKNOWN, 0);
    if (text[1] == '[' && control.final >= 'A' && control.final <= 'E')
        return make_key(KEY_F1 + (uint32_t)(control.final - 'A'), 0);
    if (control.private == '<' && (control.final | 0x20) == 'm')
        return read_mouse(&control);
    if (control.private != 0 || control.event == 3 || control.intermediate != 0 ||
        text[1] == '[' || text[1] == 'M')
        return make_key(KEY_UNKNOWN, 0);
    if (control.final == 'u' && control.count > 0)
        return read_code(control.parameters[0], modifiers);
    if (control.final == '~' && control.parameters[0] == 27 && control.count >= 3)
        return read_code(control.parameters[2], modifiers);
    if (strchr("~^@$", control.final) != NULL)
        return read_number(&control, modifiers);
    /* Keys have 1 there; other numbers are answers, such as the cursor's place (24;80R). */
    return control.parameters[0] <= 1 ? read_letter(BY_LETTER, control.final, modifiers)
                                      : make_key(KEY_UNKNOWN, 0);
}

/* ---- curses' names ---- */

struct key key_named_by_curses(const char *name)
{
    static const struct {
        const char *name;
        uint32_t code;
        uint8_t modifiers;
    } names[] = {
        { "KEY_UP", KEY_UP, 0 },           { "KEY_DOWN", KEY_DOWN, 0 },
        { "KEY_LEFT", KEY_LEFT, 0 },       { "KEY_RIGHT", KEY_RIGHT, 0 },
        { "KEY_HOME", KEY_HOME, 0 },       { "KEY_END", KEY_END, 0 },
        { "KEY_FIND", KEY_HOME, 0 },       { "KEY_SELECT", KEY_END, 0 },
        { "KEY_PPAGE", KEY_PAGE_UP, 0 },   { "KEY_NPAGE", KEY_PAGE_DOWN, 0 },
        { "KEY_IC", KEY_INSERT, 0 },       { "KEY_DC", KEY_DELETE, 0 },
        { "KEY_ENTER", KEY_ENTER, 0 },     { "KEY_BACKSPACE", KEY_BACKSPACE, 0 },
        { "KEY_BTAB", KEY_TAB, KEY_SHIFT }, { "KEY_SR", KEY_UP, KEY_SHIFT },
        { "KEY_SF", KEY_DOWN, KEY_SHIFT }, { "KEY_SLEFT", KEY_LEFT, KEY_SHIFT },
        { "KEY_SRIGHT", KEY_RIGHT, KEY_SHIFT }, { "KEY_SHOME", KEY_HOME, KEY_SHIFT },
        { "KEY_SEND", KEY_END, KEY_SHIFT }, { "KEY_SPREVIOUS", KEY_PAGE_UP, KEY_SHIFT },
        { "KEY_SNEXT", KEY_PAGE_DOWN, KEY_SHIFT }, { "KEY_SDC", KEY_DELETE, KEY_SHIFT },
        { "KEY_SIC", KEY_INSERT, KEY_SHIFT }, { "KEY_A1", '7', 0 }, { "KEY_A3", '9', 0 },
        { "KEY_B2", '5', 0 }, { "KEY_C1", '1', 0 }, { "KEY_C3", '3', 0 },
        { "kUP", KEY_UP, KEY_SHIFT }, { "kDN", KEY_DOWN, KEY_SHIFT },
        { "kLFT", KEY_LEFT, KEY_SHIFT }, { "kRIT", KEY_RIGHT, KEY_SHIFT },
        { "kHOM", KEY_HOME, KEY_SHIFT }, { "kEND", KEY_END, KEY_SHIFT },
        { "kPRV", KEY_PAGE_UP, KEY_SHIFT }, { "kNXT", KEY_PAGE_DOWN, KEY_SHIFT },
        { "kIC", KEY_INSERT, KEY_SHIFT }, { "kDC", KEY_DELETE, KEY_SHIFT },
        { "kxIN", KEY_FOCUS_IN, 0 }, { "kxOUT", KEY_FOCUS_OUT, 0 }, { "kpADD", '+', 0 },
        { "kpCMA", ',', 0 }, { "kpDIV", '/', 0 }, { "kpDOT", '.', 0 }, { "kpMUL", '*', 0 },
        { "kpSUB", '-', 0 }, { "kpZRO", '0', 0 }, { "kc2", '2', 0 }, { "kp5", '5', 0 },
    };
    /* Function keys above the twelfth are those of the keyboard with modifiers. */
    static const uint8_t banks[] = { 0, KEY_SHIFT, KEY_CTRL, KEY_CTRL | KEY_SHIFT, KEY_META,
                                     KEY_META | KEY_SHIFT };
    if (strncmp(name, "KEY_F(", 6) == 0) {
        unsigned number = (unsigned)atoi(name + 6) - 1;
        return number < 72 ? make_key(KEY_F1 + number % 12, banks[number / 12])
                           : make_key(KEY_UNKNOWN, 0);
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, name) == 0)
            return make_key(names[i].code, names[i].modifiers);
    /* kUP5: with xterm's number for the modifiers. */
    size_t stem = strlen(name) - (name[0] != '\0');
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ascii_is_digit(name[stem]) && strlen(names[i].name) == stem &&
            memcmp(names[i].name, name, stem) == 0)
            return make_key(names[i].code, modifiers_of((unsigned)(name[stem] - '0')));
    return make_key(KEY_UNKNOWN, 0);
}
