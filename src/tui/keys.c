#include "tui/keys.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "ui/key_sequence.h"
#include "tui/ncurses.h"

#define ESCAPE 033
#define SEQUENCE_LIMIT 4096 /* characters after which an unfinished sequence is given up */

/* What define_key() makes of the mark before a paste. */
enum { PASTE_BEGIN = KEY_MAX + 0x1000 };

/* What get_wch() gives: ERR, OK with a character, or KEY_CODE_YES with a key, but for PASTE_BEGIN. */
struct unit {
    int kind;
    wint_t code;
};

struct keys {
    WINDOW *pad; /* reads without refreshing the screen, as a window would */
    int fd, escape_delay;
    struct unit kept[2]; /* read too far, the next one last */
    int kept_count;
    bool drained;   /* curses keeps nothing that it has read */
    bool arrived;   /* there is something to read: no need to ask */
    bool ask;       /* whether there is more */
    bool pasting;
    struct buffer paste;
};

struct keys *keys_new(int fd, int escape_delay)
{
    struct keys *keys = xcalloc(1, sizeof *keys);
    keys->fd = fd;
    keys->escape_delay = escape_delay;
    keys->ask = true;
    keys->pad = newpad(1, 1);
    keypad(keys->pad, TRUE);
    set_escdelay(escape_delay);
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[<", 0); /* mouse reports: ui/key_sequence reads both forms */
    define_key("\033[M", 0);
    return keys;
}

void keys_free(struct keys *keys)
{
    if (keys == NULL)
        return;
    delwin(keys->pad);
    buffer_free(&keys->paste);
    free(keys);
}

void keys_arrived(struct keys *keys, bool ask)
{
    keys->arrived = true;
    keys->ask = ask;
}

/* A negative delay means that something is there, so that curses need not look: reading never waits
 * (tui/terminal). For the rest of a character, which would be lost, it does. */
static struct unit take(struct keys *keys, int delay)
{
    if (keys->kept_count > 0)
        return keys->kept[--keys->kept_count];
    wtimeout(keys->pad, delay);
    int got = wgetch(keys->pad);
    struct unit unit = { got == ERR || got == PASTE_BEGIN ? got : got < KEY_MIN ? OK : KEY_CODE_YES, (wint_t)got };
    keys->drained = unit.kind == OK && got < 0x80 && key_defined((char[]){ (char)got, '\0' }) >= 0;
    if (unit.kind == OK && got >= 0x80) {
        ungetch(got);
        wtimeout(keys->pad, keys->escape_delay);
        unit.kind = wget_wch(keys->pad, &unit.code);
    }
    return unit;
}

static void put_back(struct keys *keys, struct unit unit)
{
    if (unit.kind != ERR)
        keys->kept[keys->kept_count++] = unit;
}

static const struct key NOTHING = { .code = KEY_UNKNOWN };

/* What follows an ESC: a sequence, or, when no more comes, a key typed with Alt. */
static struct key read_sequence(struct keys *keys, char first)
{
    char text[64] = { first };
    size_t length = 1;
    enum key_sequence_state state = KEY_SEQUENCE_MORE;
    for (int i = 0; i < SEQUENCE_LIMIT && state == KEY_SEQUENCE_MORE; i++) {
        struct unit unit = take(keys, keys->escape_delay);
        if (unit.kind == ERR)
            return length == 1 ? (struct key){ .code = (uint32_t)first, .modifiers = KEY_META } : NOTHING;
        if (length == sizeof text) /* long ones mean nothing; where they end still counts */
            text[--length - 1] = text[sizeof text - 1];
        text[length++] = unit.kind != OK ? '\0' : unit.code < 0x80 ? (char)unit.code : '?';
        state = key_sequence_state(text, length);
        if (state != KEY_SEQUENCE_BROKEN)
            continue;
        put_back(keys, unit);
        if (text[length - 2] == ESCAPE)
            put_back(keys, (struct unit){ OK, ESCAPE });
    }
    return state == KEY_SEQUENCE_DONE ? key_sequence_read(text, length) : NOTHING;
}

static struct key read_plain(struct unit unit)
{
    return unit.kind == OK ? key_typed(unit.code) : key_named_by_curses(keyname((int)unit.code));
}

/* Curses has waited for more already: what follows the ESC is there. */
static struct key read_escape(struct keys *keys)
{
    struct unit unit = take(keys, 0);
    struct unit next = { ERR, 0 };
    struct key key = { .code = KEY_ESCAPE };
    if (unit.kind == OK && key_sequence_opens(unit.code))
        return read_sequence(keys, (char)unit.code);
    if (unit.kind == OK && unit.code == ESCAPE) /* rxvt's Meta, or two keys */
        next = take(keys, 0);
    if (next.kind == OK && (next.code == '[' || next.code == 'O')) {
        key = read_sequence(keys, (char)next.code);
    } else if (unit.kind != ERR && unit.kind != PASTE_BEGIN && unit.code != ESCAPE) {
        key = read_plain(unit);
    } else {
        put_back(keys, next);
        put_back(keys, unit);
    }
    if (key.code != KEY_UNKNOWN && key.code != KEY_ESCAPE)
        key.modifiers |= KEY_META;
    return key;
}

/* Collects what has come of a paste, byte for byte; true when the end mark was seen. Not through curses,
 * which would take keys and characters for what is only text; and never more than can be of the mark, for
 * what follows it is curses' again. Over the limit only the tail changes. */
static bool collect_paste(struct keys *keys)
{
    static const char mark[] = "\033[201~";
    struct buffer *paste = &keys->paste;
    char bytes[sizeof mark - 1];
    for (;;) {
        size_t matched = paste->length < sizeof bytes ? paste->length : sizeof bytes; /* of the mark, at the end */
        while (matched > 0 && memcmp(paste->data + paste->length - matched, mark, matched) != 0)
            matched--;
        if (matched == sizeof bytes)
            break;
        ssize_t got = read(keys->fd, bytes, sizeof bytes - matched);
        if (got <= 0)
            return false;
        if (matched == 0 && paste->length > KEYS_PASTE_LIMIT)
            buffer_truncate(paste, KEYS_PASTE_LIMIT);
        buffer_add(paste, bytes, (size_t)got);
    }
    keys->pasting = false;
    buffer_truncate(paste, paste->length - sizeof bytes);
    buffer_truncate(paste, KEYS_PASTE_LIMIT);
    return true;
}

bool keys_next(struct keys *keys, struct key_event *event)
{
    struct pollfd fds = { .fd = keys->fd, .events = POLLIN };
    *event = (struct key_event){ .paste = NULL };
    while (!keys->pasting) {
        bool readable = keys->arrived || (keys->ask && poll(&fds, 1, 0) > 0);
        keys->arrived = false;
        if (!readable && keys->drained && keys->kept_count == 0)
            return false;
        struct unit unit = take(keys, readable ? -1 : 0);
        if (unit.kind == ERR && readable) /* then curses keeps that nothing came, which is to go */
            unit = take(keys, 0);
        if (unit.kind == ERR)
            return false;
        if (unit.kind == PASTE_BEGIN) {
            keys->pasting = true;
            buffer_truncate(&keys->paste, 0);
            break;
        }
        event->key = unit.kind == OK && unit.code == ESCAPE ? read_escape(keys) : read_plain(unit);
        if (event->key.code != KEY_UNKNOWN)
            return true;
    }
    event->paste = &keys->paste;
    return collect_paste(keys);
}
