#include "pty/outbytes.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* CSI sequences by final byte; "#" stands for parameters of digits and semicolons. */
static const char *const FORMS[] = {
    "\033[#H", "\033[#G", "\033[#d", /* cursor address, column, row */
    "\033[#A", "\033[#B", "\033[#C", "\033[#D", /* up, down, right, left */
    "\033[J", "\033[2J", "\033[#K", /* clearing */
    "\033[#X",  /* erase characters */
    "\033[#b",  /* repeat the last one */
    "\033[#r",  "\033[#S", "\033[#T", /* scroll region, up, down */
    "\033[#L",  "\033[#M", /* insert, delete lines */
    "\033[#@",  "\033[#P", "\033[4h", "\033[4l", /* the last cell of the screen is shifted in */
    "\033[#m",  /* looks */
    "\033]104\a", /* the palette, when curses goes on after a stop */
    "\033[?1h", "\033[?1l", /* cursor keys */
    "\033[?7h", "\033[?7l", /* margin */
    "\033[?12l", "\033[?12;25h", "\033[?25h", "\033[?25l", /* cursor */
    "\033[?1049h", "\033[?1049l", "\033[22;0;0t", "\033[23;0;0t", /* second screen */
    "\033[?2004h", "\033[?2004l", /* bracketed paste */
    "\033[?1004h", "\033[?1004l", /* focus */
    "\033[?1002h", "\033[?1002l", "\033[?1006h", "\033[?1006l", /* mouse */
    "\033]11;?\a", /* what is the background? */
    "\033=", "\033>", /* keypad */
    "\033M",          /* reverse index */
    "\033(B",         /* part of sgr0 */
};

static const char TITLE[] = "\033]2;";
static const char LINK[] = "\033]8;";
static const char CLIPBOARD[] = "\033]52;c;";

enum match { MATCH_NO, MATCH_PREFIX, MATCH_WHOLE };

static enum match match_form(const char *form, const char *text, size_t length)
{
    size_t at = 0;
    for (; *form != '\0'; form++) {
        if (*form == '#') {
            while (at < length && ((text[at] >= '0' && text[at] <= '9') || text[at] == ';'))
                at++;
            continue;
        }
        if (at == length)
            return MATCH_PREFIX;
        if (text[at++] != *form)
            return MATCH_NO;
    }
    return at == length ? MATCH_WHOLE : MATCH_NO;
}

static enum match match_sequence(const char *text, size_t length)
{
    enum match best = MATCH_NO;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS && best != MATCH_WHOLE; i++) {
        enum match match = match_form(FORMS[i], text, length);
        if (match > best)
            best = match;
    }
    if (best == MATCH_NO && length < sizeof CLIPBOARD && memcmp(text, CLIPBOARD, length) == 0)
        best = MATCH_PREFIX;
    if (best == MATCH_NO && length < sizeof LINK && memcmp(text, LINK, length) == 0)
        best = MATCH_PREFIX;
    if (best == MATCH_NO && length < sizeof TITLE && memcmp(text, TITLE, length) == 0)
        best = MATCH_PREFIX;
    return best;
}

static bool is_hidden(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        { 0x80, 0x9F },     { 0xAD, 0xAD },     { 0x61C, 0x61C },     { 0x115F, 0x1160 },
        { 0x180E, 0x180E }, { 0x200B, 0x200B }, { 0x200E, 0x200F },   { 0x2028, 0x202E },
        { 0x2060, 0x206F }, { 0x3164, 0x3164 }, { 0xD800, 0xF8FF },   { 0xFEFF, 0xFEFF },
        { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0xFFFE, 0xFFFF },   { 0xE0000, 0xE00FF },
        { 0xF0000, 0x7FFFFFFF },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

static enum match match_character(const unsigned char *text, size_t length)
{
    unsigned char first = text[0];
    size_t need = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3
                  : first < 0xF5                                                        ? 4
                                                                                        : 0;
    if (need == 1)
        return (first >= ' ' && first < 0x7F) || first == '\r' || first == '\n' || first == '\b' ||
                       first == '\a'
                   ? MATCH_WHOLE
                   : MATCH_NO;
    if (need == 0)
        return MATCH_NO;
    uint32_t code = first & (0xFFu >> (need + 1));
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xC0) != 0x80)
            return MATCH_NO;
        code = code << 6 | (text[i] & 0x3Fu);
    }
    if (length < need)
        return MATCH_PREFIX;
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    return code >= least[need] && !is_hidden(code) ? MATCH_WHOLE : MATCH_NO;
}

static void report(struct outbytes *watch)
{
    int at = snprintf(watch->fault, sizeof watch->fault, "byte %zu:", watch->seen);
    for (size_t i = 0; i < watch->length && at < (int)sizeof watch->fault - 8; i++)
        at += snprintf(watch->fault + at, sizeof watch->fault - (size_t)at, " %02X",
                       (unsigned char)watch->sequence[i]);
}

static void finish(struct outbytes *watch)
{
    watch->seen += watch->length;
    watch->length = 0;
}

/* Inside OSC 52: base64 and nothing else up to BEL. */
static bool feed_clipboard(struct outbytes *watch, char byte)
{
    watch->seen++;
    if (byte == '\a') {
        watch->clipboard = false;
        return true;
    }
    bool digit = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                 (byte >= '0' && byte <= '9') || byte == '+' || byte == '/' || byte == '=';
    return digit && ++watch->payload <= OUTBYTES_CLIPBOARD;
}

/* Inside OSC 8: printable ASCII up to ST. */
static bool feed_link(struct outbytes *watch, char byte)
{
    watch->seen++;
    bool escape = watch->ends;
    watch->ends = byte == '\033';
    if (escape)
        watch->link = false;
    return escape ? byte == '\\' : watch->ends || (byte > ' ' && byte < 0x7F);
}

static bool feed_byte(struct outbytes *watch, char byte)
{
    if (watch->clipboard)
        return feed_clipboard(watch, byte);
    if (watch->link)
        return feed_link(watch, byte);
    if (watch->title && watch->length == 0 && (unsigned char)byte < ' ') {
        watch->title = false;
        watch->seen++;
        return byte == '\a';
    }
    watch->sequence[watch->length++] = byte;
    enum match match = watch->sequence[0] == '\033'
                           ? match_sequence(watch->sequence, watch->length)
                           : match_character((const unsigned char *)watch->sequence,
                                             watch->length);
    if (match == MATCH_NO || watch->length == sizeof watch->sequence)
        return false;
    if (match == MATCH_WHOLE) {
        finish(watch);
    } else if (watch->length == sizeof CLIPBOARD - 1 && watch->sequence[1] == ']') {
        watch->clipboard = true;
        watch->payload = 0;
        finish(watch);
    } else if (watch->length == sizeof LINK - 1 && memcmp(watch->sequence, LINK, watch->length) == 0) {
        watch->link = true;
        finish(watch);
    } else if (watch->length == sizeof TITLE - 1 && memcmp(watch->sequence, TITLE, watch->length) == 0) {
        watch->title = true;
        finish(watch);
    }
    return true;
}

bool outbytes_feed(struct outbytes *watch, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length && watch->fault[0] == '\0'; i++)
        if (!feed_byte(watch, bytes[i]))
            report(watch);
    return watch->fault[0] == '\0';
}
