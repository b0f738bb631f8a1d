#include "quote/han_frame.h"

#include <string.h>

#include "base/vector.h"
#include "text/utf8.h"
#include "text/wordlist.h"

bool han_frame_is_at(const struct quote_unit *unit, size_t at, const char *word)
{
    size_t size = strlen(word);
    return at <= unit->to && unit->to - at >= size && memcmp(unit->text + at, word, size) == 0;
}

uint32_t han_frame_code(const struct quote_unit *unit, size_t at, size_t *size)
{
    uint32_t code = 0;
    *size = at < unit->to ? utf8_decode(unit->text + at, unit->to - at, &code) : 0;
    return code;
}

bool han_frame_is_comma(uint32_t code)
{
    return code == 0xFF0C || code == ',';
}

bool han_frame_is_colon(uint32_t code)
{
    return code == 0xFF1A || code == ':';
}

bool han_frame_ends_clause(uint32_t code)
{
    return han_frame_is_comma(code) || han_frame_is_colon(code) || code == 0xFF1B || code == ';' ||
           code == 0x3002 || code == 0xFF01 || code == 0xFF1F || code == 0x2014 || code == '!' ||
           code == '?';
}

void han_frame_push(struct han_frame *frame, const struct statement *statement)
{
    VECTOR_PUSH(frame->out, *statement);
}

const struct statement *han_frame_last(const struct han_frame *frame)
{
    return frame->out->count > frame->first ? &frame->out->items[frame->out->count - 1] : NULL;
}

bool han_frame_is_whole(const struct han_frame *frame, const struct quote_mark *mark)
{
    uint32_t code;
    size_t size;
    size_t before = utf8_previous(frame->unit->text, mark->inner.end);
    (void)utf8_decode(frame->unit->text + before, 4, &code);
    if (code == 0x3002 || code == 0xFF01 || code == 0xFF1F || han_frame_is_comma(code) ||
        code == 0x2026)
        return true;
    code = han_frame_code(frame->unit, mark->outer.end, &size);
    return size == 0 || code == 0x3002 || code == 0xFF01 || code == 0xFF1B;
}

void han_frame_add_quote(struct han_frame *frame, const struct quote_mark *mark,
                         struct statement statement)
{
    statement.direct = true;
    statement.said = mark->inner;
    han_frame_push(frame, &statement);
    frame->used = mark->outer.end;
}

size_t han_frame_clause_end(const struct quote_unit *unit, size_t at)
{
    size_t size;
    while (at < unit->to) {
        uint32_t code = han_frame_code(unit, at, &size);
        if (han_frame_ends_clause(code))
            break;
        at += size;
    }
    return at;
}

bool han_frame_is_undergone(const struct quote_unit *unit, struct span words)
{
    static const char *const verbs[] = { "遭", "被", "遭到", "受到", NULL };
    return wordlist_before(unit->text, words.start, words.end, verbs) > 0;
}
