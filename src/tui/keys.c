#include "tui/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/vector.h"
#include "base/xalloc.h"
#include "text/utf8.h"
#include "tui/sequence.h"

#define ESCAPE '\033'

static const char PASTE_END[] = "\033[201~";

struct keys {
    struct key_sequence *items; /* the terminal's own sequences that the grammar reads otherwise */
    size_t count, capacity;
    unsigned char erase;
    int escape_delay;
    bool expired;  /* settle what is pending */
    bool pasting;
    struct buffer pending;
    size_t at; /* consumed bytes of pending */
    struct buffer paste;
};

/* Whether the grammar alone reads `sequence` rightly. Where it finds modifiers the database only
 * has higher function keys (kf13 is Shift-F1), and the grammar's name is what the keyboard says. */
static bool grammar_knows(const struct key_sequence *sequence)
{
    size_t length = strlen(sequence->text);
    if (length < 3 || (sequence->text[1] != '[' && sequence->text[1] != 'O'))
        return false;
    struct sequence read = sequence_read(sequence->text, length);
    if (read.kind != SEQUENCE_KEY || read.length != length || read.key.code == KEY_UNKNOWN)
        return false;
    return read.key.modifiers != 0 || key_equal(read.key, sequence->key);
}

struct keys *keys_new(const struct key_sequence *sequences, size_t count, unsigned char erase,
                      int escape_delay)
{
    struct keys *keys = xcalloc(1, sizeof *keys);
    keys->erase = erase;
    keys->escape_delay = escape_delay;
    for (size_t i = 0; i < count; i++) {
        const char *text = sequences[i].text;
        if (text[0] != ESCAPE || text[1] == '\0' || grammar_knows(&sequences[i]))
            continue;
        VECTOR_PUSH(keys, (struct key_sequence){ xstrdup(text), key_normalize(sequences[i].key) });
    }
    return keys;
}

void keys_free(struct keys *keys)
{
    if (keys == NULL)
        return;
    for (size_t i = 0; i < keys->count; i++)
        free((char *)(uintptr_t)keys->items[i].text);
    free(keys->items);
    buffer_free(&keys->pending);
    buffer_free(&keys->paste);
    free(keys);
}

void keys_feed(struct keys *keys, const char *bytes, size_t length)
{
    if (keys->at == keys->pending.length) {
        buffer_truncate(&keys->pending, 0);
        keys->at = 0;
    }
    if (length > 0)
        keys->expired = false;
    buffer_add(&keys->pending, bytes, length);
}

int keys_timeout(const struct keys *keys)
{
    bool waiting = keys->at < keys->pending.length && !keys->pasting;
    return waiting ? keys->escape_delay : -1;
}

void keys_expire(struct keys *keys)
{
    keys->expired = !keys->pasting;
}

/* ---- paste ---- */

static void add_pasted(struct keys *keys, const char *bytes, size_t length)
{
    size_t room = KEYS_PASTE_LIMIT - keys->paste.length;
    buffer_add(&keys->paste, bytes, length < room ? length : room);
}

/* Moves pasted bytes over; true when the end mark was seen. Bytes that may begin the mark wait. */
static bool collect_paste(struct keys *keys)
{
    const char *bytes = keys->pending.data + keys->at;
    size_t left = keys->pending.length - keys->at;
    const size_t mark = sizeof PASTE_END - 1;
    size_t at = 0;
    while (at < left) {
        const char *escape = memchr(bytes + at, ESCAPE, left - at);
        if (escape == NULL) {
            at = left;
            break;
        }
        at = (size_t)(escape - bytes);
        size_t compare = left - at < mark ? left - at : mark;
        if (memcmp(escape, PASTE_END, compare) == 0) {
            add_pasted(keys, bytes, at);
            keys->at += compare == mark ? at + mark : at;
            keys->pasting = compare != mark;
            return compare == mark;
        }
        at++;
    }
    add_pasted(keys, bytes, at);
    keys->at += at;
    return false;
}

/* ---- single keys ---- */

static struct key make_key(uint32_t code, unsigned modifiers)
{
    return key_normalize((struct key){ .code = code, .modifiers = (uint8_t)modifiers });
}

static struct key control_key(const struct keys *keys, unsigned char byte)
{
    if (byte == 0x7F || (byte == keys->erase && byte != 0))
        return make_key(KEY_BACKSPACE, 0);
    if (byte == 0)
        return make_key(' ', KEY_CTRL);
    return make_key(byte <= 26 ? (uint32_t)byte + 'a' - 1 : (uint32_t)byte + '@', KEY_CTRL);
}

/* Bytes a well-formed sequence with this first byte takes; 1 for what begins none. */
static size_t utf8_expected(unsigned char first)
{
    return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
}

static bool is_unfinished(const char *bytes, size_t length)
{
    if (length >= utf8_expected((unsigned char)bytes[0]))
        return false;
    for (size_t i = 1; i < length; i++)
        if (((unsigned char)bytes[i] & 0xC0) != 0x80)
            return false;
    return true;
}

/* One key without ESC; returns its bytes, 0 when they are not all there. */
static size_t read_plain(const struct keys *keys, const char *bytes, size_t length,
                         struct key *key)
{
    unsigned char byte = (unsigned char)bytes[0];
    if (byte < 0x20 || byte == 0x7F) {
        *key = control_key(keys, byte);
        return 1;
    }
    if (byte < 0x80) {
        *key = make_key(byte, 0);
        return 1;
    }
    if (!keys->expired && is_unfinished(bytes, length))
        return 0;
    uint32_t code;
    size_t taken = utf8_decode(bytes, length, &code);
    bool bad = code < 0xA0 || (code == UTF8_REPLACEMENT && (taken != 3 || byte != 0xEF));
    *key = make_key(bad ? KEY_UNKNOWN : code, 0);
    return taken;
}

/* ---- escape sequences ---- */

/* Looks `bytes` up among the terminal's own sequences: the length of the longest that it begins
 * with, and whether it may yet become a longer one. */
static size_t find_own(const struct keys *keys, const char *bytes, size_t length, struct key *key,
                       bool *may_grow)
{
    size_t best = 0;
    for (size_t i = 0; i < keys->count; i++) {
        const char *text = keys->items[i].text;
        size_t size = strlen(text);
        if (size > length && memcmp(text, bytes, length) == 0)
            *may_grow = true;
        if (size <= length && size > best && memcmp(text, bytes, size) == 0) {
            best = size;
            *key = keys->items[i].key;
        }
    }
    return best;
}

static bool opens_sequence(char byte)
{
    return byte != '\0' && strchr("[O]P_^X", byte) != NULL;
}

/* Typed Alt-P and Alt-X look like the beginning of a string; those begin with more. Resolved by
 * the delay, as ESC itself is. */
static struct sequence settle(const struct keys *keys, const char *bytes, size_t length)
{
    struct sequence sequence = { .kind = SEQUENCE_KEY, .length = 1 };
    if (length == 1) {
        sequence.key = make_key(KEY_ESCAPE, 0);
    } else if (length == 2 && bytes[1] != ESCAPE) {
        sequence.length = 1 + read_plain(keys, bytes + 1, 1, &sequence.key);
        sequence.key.modifiers |= KEY_META;
    } else if (bytes[1] == ESCAPE) {
        sequence.key = make_key(KEY_ESCAPE, 0);
    } else {
        sequence.length = length;
        sequence.key = make_key(KEY_UNKNOWN, 0);
    }
    return sequence;
}

static struct sequence read_escape(const struct keys *keys, const char *bytes, size_t length)
{
    struct sequence sequence = { .kind = SEQUENCE_INCOMPLETE };
    bool may_grow = false;
    size_t own = find_own(keys, bytes, length, &sequence.key, &may_grow);
    if (may_grow && !keys->expired)
        return (struct sequence){ .kind = SEQUENCE_INCOMPLETE };
    if (own > 0) {
        sequence.kind = SEQUENCE_KEY;
        sequence.length = own;
        return sequence;
    }
    if (length == 1)
        return sequence;
    if (bytes[1] == ESCAPE) { /* rxvt's Meta: ESC before a whole sequence */
        if (length == 2 || (bytes[2] != '[' && bytes[2] != 'O')) {
            if (length > 2)
                return settle(keys, bytes, 1);
            return sequence;
        }
        sequence = sequence_read(bytes + 1, length - 1);
        if (sequence.kind == SEQUENCE_KEY) {
            sequence.length++;
            if (sequence.key.code != KEY_UNKNOWN)
                sequence.key.modifiers |= KEY_META;
        } else if (sequence.kind != SEQUENCE_INCOMPLETE) {
            return settle(keys, bytes, 1);
        }
        return sequence;
    }
    if (opens_sequence(bytes[1]))
        return sequence_read(bytes, length);
    size_t taken = read_plain(keys, bytes + 1, length - 1, &sequence.key);
    if (taken > 0) {
        sequence.kind = SEQUENCE_KEY;
        sequence.length = taken + 1;
        if (sequence.key.code != KEY_UNKNOWN)
            sequence.key.modifiers |= KEY_META;
    }
    return sequence;
}

/* Reads one key or the start of a paste; false when more bytes are needed. */
static bool read_event(struct keys *keys, struct key_event *event)
{
    const char *bytes = keys->pending.data + keys->at;
    size_t left = keys->pending.length - keys->at;
    if (bytes[0] != ESCAPE) {
        size_t taken = read_plain(keys, bytes, left, &event->key);
        keys->at += taken;
        return taken > 0;
    }
    struct sequence sequence = read_escape(keys, bytes, left);
    if (sequence.kind == SEQUENCE_INCOMPLETE) {
        if (!keys->expired)
            return false;
        sequence = settle(keys, bytes, left);
    }
    keys->at += sequence.length;
    keys->pasting = sequence.kind == SEQUENCE_PASTE;
    event->key = sequence.key;
    if (sequence.kind == SEQUENCE_LIGHT || sequence.kind == SEQUENCE_DARK)
        event->kind = KEY_EVENT_BACKGROUND;
    event->light = sequence.kind == SEQUENCE_LIGHT;
    return true;
}

bool keys_next(struct keys *keys, struct key_event *event)
{
    *event = (struct key_event){ .kind = KEY_EVENT_KEY };
    if (keys->at < keys->pending.length && !keys->pasting) {
        if (!read_event(keys, event))
            return false;
        if (!keys->pasting)
            return true;
        buffer_truncate(&keys->paste, 0);
    }
    if (!keys->pasting || keys->at >= keys->pending.length || !collect_paste(keys))
        return false;
    event->kind = KEY_EVENT_PASTE;
    event->text = buffer_text(&keys->paste);
    event->length = keys->paste.length;
    return true;
}
