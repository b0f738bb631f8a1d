#include "doc/subtitles.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "doc/builder.h"
#include "doc/charref.h"
#include "text/ascii.h"

#define HEADER "WEBVTT"
#define HEADER_LOOK ((size_t)4 << 10) /* where a first cue is looked for */
#define INDENT 8 /* cells: the longest time and a blank */

struct subtitle_line {
    const char *at;
    size_t length;
};

struct subtitle_times {
    unsigned begin; /* seconds */
    unsigned end;
};

struct subtitles {
    struct builder builder;
    struct subtitle_times cue;
    unsigned before; /* second at which the last cue ended */
    bool timed;      /* lines belong to a cue */
    bool fresh;      /* which has none yet */
    bool headed;     /* WebVTT, where all others are comments and styles */
    unsigned bits;
    uint32_t number; /* of the line */
};

static struct subtitle_line line_at(const char *text, size_t length, size_t at)
{
    const char *newline = memchr(text + at, '\n', length - at);
    size_t end = newline != NULL ? (size_t)(newline - text) : length;
    while (end > at && ascii_is_blank(text[end - 1]))
        end--;
    return (struct subtitle_line){ text + at, end - at };
}

static size_t next_line(const char *text, size_t length, size_t at)
{
    const char *newline = memchr(text + at, '\n', length - at);
    return newline != NULL ? (size_t)(newline - text) + 1 : length;
}

/* 01:02:03,456 or 02:03.456; bytes it takes, 0: none. */
static size_t read_time(const char *text, size_t length, unsigned *seconds)
{
    size_t at = 0, parts = 0;
    *seconds = 0;
    for (;; at++) {
        unsigned number = 0;
        size_t from = at;
        for (; at < length && at - from < 4 && ascii_is_digit(text[at]); at++)
            number = number * 10 + (unsigned)(text[at] - '0');
        if (at == from)
            return 0;
        *seconds = *seconds * 60 + number;
        parts++;
        if (at >= length || text[at] != ':' || parts == 3)
            break;
    }
    if (parts < 2 || at >= length || (text[at] != ',' && text[at] != '.'))
        return 0;
    at++;
    while (at < length && ascii_is_digit(text[at]))
        at++;
    return at;
}

static bool read_times(struct subtitle_line line, struct subtitle_times *cue)
{
    static const char arrow[] = " --> ";
    size_t size = read_time(line.at, line.length, &cue->begin);
    size_t rest = size + sizeof arrow - 1;
    return size > 0 && rest < line.length && memcmp(line.at + size, arrow, sizeof arrow - 1) == 0 &&
           read_time(line.at + rest, line.length - rest, &cue->end) > 0;
}

static bool is_number(struct subtitle_line line)
{
    size_t at = 0;
    while (at < line.length && ascii_is_digit(line.at[at]))
        at++;
    return at > 0 && at == line.length;
}

static bool is_headed(const char *text, size_t length)
{
    return length > sizeof HEADER && memcmp(text, HEADER, sizeof HEADER - 1) == 0;
}

bool subtitles_is(const char *text, size_t length)
{
    struct subtitle_times cue;
    size_t at = 0;
    while (at < length && ascii_is_space(text[at]))
        at++;
    if (!is_headed(text, length)) {
        struct subtitle_line first = line_at(text, length, at);
        at = next_line(text, length, at);
        return is_number(first) && at < length && read_times(line_at(text, length, at), &cue);
    }
    for (; at < length && at < HEADER_LOOK; at = next_line(text, length, at))
        if (read_times(line_at(text, length, at), &cue))
            return true;
    return false;
}

static void open_block(struct subtitles *subtitles, bool marked)
{
    char time[32] = "";
    unsigned begin = subtitles->cue.begin;
    if (begin >= 3600)
        snprintf(time, sizeof time, "%u:%02u:%02u", begin / 3600, begin / 60 % 60, begin % 60);
    else
        snprintf(time, sizeof time, "%u:%02u", begin / 60, begin % 60);
    bool pause = marked && begin >= subtitles->before + SUBTITLES_PAUSE;
    builder_open(&subtitles->builder,
                 (struct block){ .kind = BLOCK_PARAGRAPH,
                                 .line = subtitles->number,
                                 .indent = INDENT,
                                 .flags = pause ? 0 : BLOCK_TIGHT,
                                 .marker = marked ? builder_marker(&subtitles->builder, time) : 0 });
}

/* What the tag of `length` bytes, brackets and all, does. */
static void take_tag(struct subtitles *subtitles, const char *tag, size_t length)
{
    bool closes = tag[1] == '/';
    const char *name = tag + 1 + closes;
    bool plain = length == (size_t)3 + closes;
    unsigned bit = !plain ? 0 : *name == 'i' ? STYLE_EMPHASIS : *name == 'b' ? STYLE_STRONG : 0;
    subtitles->bits = closes ? subtitles->bits & ~bit : subtitles->bits | bit;
    if (closes || length < 5 || *name != 'v' || (name[1] != ' ' && name[1] != '.'))
        return;
    const char *voice = memchr(name, ' ', length - 2);
    size_t size = voice != NULL ? (size_t)(tag + length - 1 - voice) : 0;
    if (size > 1) {
        builder_text(&subtitles->builder, voice + 1, size - 1, 0);
        builder_text(&subtitles->builder, ": ", 2, 0);
    }
}

/* Bytes of the tag <...> or {\...} at `at`; 0: there is none. */
static size_t tag_at(struct subtitle_line line, size_t at)
{
    const char *text = line.at + at;
    size_t left = line.length - at;
    bool angle = left > 2 && *text == '<' && (ascii_is_alphanumeric(text[1]) || text[1] == '/');
    bool brace = left > 2 && *text == '{' && text[1] == '\\';
    const char *end = angle || brace ? memchr(text, angle ? '>' : '}', left) : NULL;
    return end != NULL ? (size_t)(end - text) + 1 : 0;
}

/* Bytes of the reference to a character, &amp;, at `at`; 0: there is none. */
static size_t reference_at(struct subtitle_line line, size_t at)
{
    size_t end = at + 1;
    while (end < line.length && (ascii_is_alphanumeric(line.at[end]) || line.at[end] == '#'))
        end++;
    return line.at[at] == '&' && end > at + 1 && end < line.length && line.at[end] == ';' ? end + 1 - at : 0;
}

static void take_reference(struct subtitles *subtitles, const char *text, size_t length)
{
    struct buffer character = { 0 };
    charref_add(&character, text, length);
    builder_text(&subtitles->builder, buffer_text(&character), character.length, subtitles->bits);
    buffer_free(&character);
}

static void add_line(struct subtitles *subtitles, struct subtitle_line line)
{
    size_t from = 0, size;
    for (size_t at = 0; at < line.length; at += size > 0 ? size : 1) {
        size = tag_at(line, at);
        if (size == 0 && subtitles->headed)
            size = reference_at(line, at);
        if (size == 0)
            continue;
        builder_text(&subtitles->builder, line.at + from, at - from, subtitles->bits);
        if (line.at[at] == '<')
            take_tag(subtitles, line.at + at, size);
        else if (line.at[at] == '&')
            take_reference(subtitles, line.at + at, size);
        from = at + size;
    }
    builder_text(&subtitles->builder, line.at + from, line.length - from, subtitles->bits);
}

/* “- Where is he?”: one of two who speak. */
static bool is_turn(struct subtitle_line line)
{
    return *line.at == '-' || (line.length > 3 && (memcmp(line.at, "–", 3) == 0 || memcmp(line.at, "—", 3) == 0));
}

static void take_text(struct subtitles *subtitles, struct subtitle_line line)
{
    if (subtitles->fresh || !subtitles->timed || is_turn(line))
        open_block(subtitles, subtitles->fresh);
    else
        builder_soft_break(&subtitles->builder, subtitles->bits);
    subtitles->fresh = false;
    subtitles->timed = true;
    add_line(subtitles, line);
}

/* `named`: the line is the number or name of the cue whose times follow. */
static void take_line(struct subtitles *subtitles, struct subtitle_line line, bool named)
{
    struct subtitle_times cue;
    if (line.length == 0) {
        subtitles->timed = subtitles->fresh = false;
        subtitles->bits = 0;
    } else if (read_times(line, &cue)) {
        subtitles->before = subtitles->cue.end;
        subtitles->cue = cue;
        subtitles->timed = subtitles->fresh = true;
        subtitles->bits = 0;
    } else if (!named && (subtitles->timed || !subtitles->headed)) {
        take_text(subtitles, line);
    }
}

struct document *subtitles_read(const char *text, size_t length)
{
    struct subtitles subtitles = { .number = 1, .headed = is_headed(text, length) };
    struct subtitle_times cue;
    builder_begin(&subtitles.builder, 4 * length + 65536);
    for (size_t at = 0, next; at < length && !builder_is_over_budget(&subtitles.builder); at = next) {
        struct subtitle_line line = line_at(text, length, at);
        next = next_line(text, length, at);
        bool named = next < length && (!subtitles.timed || is_number(line)) &&
                     read_times(line_at(text, length, next), &cue);
        take_line(&subtitles, line, named);
        subtitles.number++;
    }
    builder_close(&subtitles.builder);
    return builder_end(&subtitles.builder);
}
