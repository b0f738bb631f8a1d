#include "quote/han_frame.h"

#include <string.h>

#include "base/vector.h"
#include "text/ascii.h"
#include "text/punctuation.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define BYNAME_MOST 30   /* bytes of what somebody is called */
#define DATELINE_MOST 90 /* bytes */
#define CREDITS_MOST 8   /* blanks and brackets behind one */

bool han_frame_is_at(const struct quote_unit *unit, size_t at, const char *word)
{
    size_t size = strlen(word);
    return at <= unit->to && unit->to - at >= size && memcmp(unit->text + at, word, size) == 0;
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
    code = quote_unit_code(frame->unit, mark->outer.end, &size);
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
        uint32_t code = quote_unit_code(unit, at, &size);
        if (han_frame_ends_clause(code))
            break;
        at += size;
    }
    return at;
}

bool han_frame_is_undergone(const struct quote_unit *unit, struct span words)
{
    static const char verbs[] = "遭 被 遭到 受到";
    return wordlist_before(unit->text, words.start, words.end, verbs) > 0;
}

bool han_frame_is_called(const struct quote_unit *unit, size_t from, struct span cue)
{
    static const char verbs[] = "称 称作 称为 称之为 唤作 叫作 叫做 誉为 昵称 戏称";
    static const char others[] = "被告 被害 被问 被捕 被控 被罚";
    static const char times[] = "后 时 前 之后 期间";
    const char *text = unit->text;
    const struct quote_mark *mark = quote_marks_at(unit->marks, cue.end);
    bool named = mark != NULL && mark->outer.start == cue.end &&
                 mark->inner.end - mark->inner.start <= BYNAME_MOST;
    size_t turn = from;
    if (!wordlist_has(text + cue.start, cue.end - cue.start, verbs) ||
        (!named && wordlist_before(text, from, cue.start, "地") == 0))
        return false;
    while (turn < cue.start && (wordlist_at(text, turn, cue.start, "被") == 0 ||
                                wordlist_at(text, turn, cue.start, others) > 0))
        turn++;
    return turn < cue.start && wordlist_before(text, from, cue.start, times) == 0;
}

static bool is_bracket(uint32_t code)
{
    return code == '(' || code == 0xFF08 || code == 0x3010 || code == '[';
}

/* Past blanks, and the bracket behind them that names who wrote it. */
static size_t skip_credits(const struct quote_unit *unit, size_t at)
{
    size_t size;
    for (int i = 0; i < CREDITS_MOST && at < unit->to; i++) {
        uint32_t code = quote_unit_code(unit, at, &size);
        if (code == ' ' || code == 0x3000) {
            at += size;
            continue;
        }
        uint32_t closing = punctuation_bracket_close(code);
        size_t end = at;
        while (is_bracket(code) && end < unit->to && end < at + DATELINE_MOST &&
               quote_unit_code(unit, end, &size) != closing)
            end += size;
        if (end == at || end >= unit->to || end >= at + DATELINE_MOST)
            break;
        at = end + size;
    }
    return at;
}

/* Past the words at `at` that end a dateline; `at` when none do. A paper that is not known wants
 * what follows to set them off: 12日电影节 is none. */
static size_t skip_sending(const struct quote_unit *unit, size_t at, bool known)
{
    static const char agency[] = "日报道 报导 報導 電 电 訊 讯";
    static const char dated[] = "日电 日電 日讯 日訊 日消息";
    static const char papers[] = "报讯 報訊 社讯 网讯 台讯 科技讯 财经讯 体育讯 娱乐讯";
    static const char first[] = "日 报 報 电 電 訊 讯 社 网 台 科 财 体 娱";
    if (wordlist_at(unit->text, at, unit->to, first) == 0)
        return at;
    size_t size = known ? wordlist_at(unit->text, at, unit->to, agency) : 0;
    if (size > 0)
        return at + size;
    size = wordlist_at(unit->text, at, unit->to, papers);
    if (size == 0 && at > unit->from && ascii_is_digit(unit->text[at - 1]))
        size = wordlist_at(unit->text, at, unit->to, dated);
    size_t next;
    uint32_t code = quote_unit_code(unit, at + size, &next);
    if (size == 0 || !(code == ' ' || code == 0x3000 || code == 0x3011 || is_bracket(code) ||
                       han_frame_is_comma(code) || han_frame_is_colon(code)))
        return at;
    bool closes = code == 0x3011 || han_frame_is_comma(code) || han_frame_is_colon(code);
    return at + size + (closes ? next : 0);
}

size_t han_frame_dateline_end(const struct quote_unit *unit)
{
    static const char agencies[] = "新华社 中新网 中新社 人民网 央视 环球网 中央社 据新华社 路透 "
                                   "法新社 参考消息网 海外网 国际在线 光明网 央广网 澎湃新闻 "
                                   "观察者网 ( （ 【";
    static const char closing[] = "】 ） )";
    bool known = wordlist_at(unit->text, unit->from, unit->to, agencies) > 0;
    size_t size;
    for (size_t at = unit->from; at < unit->to && at < unit->from + DATELINE_MOST; at += size) {
        uint32_t code = quote_unit_code(unit, at, &size);
        if (han_frame_is_comma(code) || code == 0x3002)
            break;
        size_t end = skip_sending(unit, at, known);
        if (end == at)
            continue;
        end += wordlist_at(unit->text, end, unit->to, closing);
        end = skip_credits(unit, end);
        return end < unit->to ? end : unit->from;
    }
    return unit->from;
}
