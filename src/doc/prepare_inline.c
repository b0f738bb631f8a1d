#include "doc/prepare_inline.h"

#include <string.h>

#include "doc/emphasis.h"
#include "doc/macro.h"
#include "text/ascii.h"
#include "text/utf8.h"

#define CODE_REACH ((size_t)4 << 10) /* bytes over which a code span goes */
#define DROP_REACH ((size_t)64 << 10)
#define LINK_LIMIT 1000
#define NOTE_LIMIT 2000
#define ID_LIMIT 100

static const char *const openings[CLOSINGS] = { "%%", "{{<", "{{%", "{%" };
static const char *const closings[CLOSINGS] = { "%%", ">}}", "%}}", "%}" };

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

bool prepare_begins(const struct prepare *prepare, size_t at, size_t end, const char *what)
{
    size_t length = strlen(what);
    return end - at >= length && memcmp(prepare->text + at, what, length) == 0;
}

/* First place of `what` in text[at, end), `end` when there is none. */
static size_t find(const struct prepare *prepare, size_t at, size_t end, const char *what)
{
    size_t length = strlen(what);
    while (at + length <= end) {
        const char *first = memchr(prepare->text + at, what[0], end - at - length + 1);
        if (first == NULL)
            return end;
        at = (size_t)(first - prepare->text);
        if (memcmp(first, what, length) == 0)
            return at;
        at++;
    }
    return end;
}

static void copy(struct prepare *prepare, size_t at, size_t end)
{
    buffer_add(prepare->out, prepare->text + at, end - at);
}

static void add_piece(struct prepare *prepare, enum substitute_kind kind, size_t at, size_t end,
                      size_t shown, size_t shown_end)
{
    const char *text = prepare->text;
    substitutes_add(prepare->pieces,
                    (struct substitute){ kind, text + at, end - at, text + shown,
                                         shown_end - shown },
                    prepare->out);
}

/* ---- what is passed over ---- */

/* Does a paragraph end before the line at `at`? */
static bool is_block_start(const struct prepare *prepare, size_t at)
{
    size_t end = fence_line_end(prepare->text, prepare->length, at);
    while (at < end && is_space(prepare->text[at]))
        at++;
    return at == end || strchr("#>-*+|~:!", prepare->text[at]) != NULL ||
           prepare_begins(prepare, at, end, "```");
}

/* End of the code span whose backticks are text[at, at + run); 0 when nothing closes it within its
 * paragraph. */
static size_t code_end(struct prepare *prepare, size_t at, size_t run)
{
    const char *text = prepare->text;
    size_t reach = prepare->length - at < CODE_REACH ? prepare->length : at + CODE_REACH;
    size_t from = at + run;
    if (run > PREPARE_RUNS || at < prepare->no_code[run])
        return 0;
    while (from < reach) {
        if (text[from] == '\n' && is_block_start(prepare, from + 1))
            break;
        size_t size = 0;
        while (from + size < reach && text[from + size] == '`')
            size++;
        if (size == run)
            return from + size;
        from += size > 0 ? size : 1;
    }
    prepare->no_code[run] = from;
    return 0;
}

/* A code span, to the end of the line at most. */
static size_t take_code(struct prepare *prepare, size_t at, size_t end)
{
    size_t run = 0;
    while (at + run < end && prepare->text[at + run] == '`')
        run++;
    size_t stop = code_end(prepare, at, run);
    if (stop == 0)
        stop = at + run;
    if (stop > end) {
        prepare->verbatim_until = stop;
        stop = end;
    }
    copy(prepare, at, stop);
    return stop;
}

/* A tag or an address in angle brackets: to its end. */
static size_t take_tag(struct prepare *prepare, size_t at, size_t end)
{
    size_t to = at + 1;
    bool tag = to < end && (prepare->text[to] == '/' || prepare->text[to] == '!' ||
                            ((prepare->text[to] | 0x20) >= 'a' && (prepare->text[to] | 0x20) <= 'z'));
    if (tag) {
        while (to < end && prepare->text[to] != '>' && prepare->text[to] != '<')
            to++;
        to += to < end && prepare->text[to] == '>';
    }
    copy(prepare, at, to);
    return to;
}

/* The address of a link, after "](" or at "http://". */
static size_t take_address(struct prepare *prepare, size_t at, size_t end)
{
    unsigned depth = 0;
    size_t to = at;
    for (; to < end && !is_space(prepare->text[to]); to++) {
        if (prepare->text[to] == '(')
            depth++;
        else if (prepare->text[to] == ')' && depth-- == 0)
            break;
        else if ((unsigned char)prepare->text[to] >= 0x80 || prepare->text[to] == '`' ||
                 prepare->text[to] == '<')
            break;
    }
    copy(prepare, at, to);
    return to;
}

/* ---- pieces ---- */

/* Which of the openings stands at text[at]; CLOSINGS for none. */
static enum prepare_closing opening_at(const struct prepare *prepare, size_t at, size_t end)
{
    size_t i = 0;
    while (i < CLOSINGS && !prepare_begins(prepare, at, end, openings[i]))
        i++;
    bool word_before = at > 0 && ascii_is_alphanumeric(prepare->text[at - 1]);
    return i == CLOSING_PERCENT && word_before ? CLOSINGS : (enum prepare_closing)i;
}

/* Nothing of text[at, stop) is shown but the span, which may be empty. */
static void drop_around(struct prepare *prepare, size_t at, size_t stop, struct span shown)
{
    if (shown.start == shown.end) {
        add_piece(prepare, SUBSTITUTE_NOTHING, at, stop, at, at);
        return;
    }
    add_piece(prepare, SUBSTITUTE_NOTHING, at, shown.start, at, at);
    copy(prepare, shown.start, shown.end);
    add_piece(prepare, SUBSTITUTE_NOTHING, shown.end, stop, at, at);
}

/* A comment or shortcode, over lines where it must be. */
static size_t take_dropped(struct prepare *prepare, size_t start, size_t at, size_t end)
{
    enum prepare_closing kind = opening_at(prepare, at, end);
    if (kind == CLOSINGS || at < prepare->no_closing[kind])
        return 0;
    size_t from = at + strlen(openings[kind]);
    size_t reach = prepare->length - at < DROP_REACH ? prepare->length : at + DROP_REACH;
    size_t close = find(prepare, from, reach, closings[kind]);
    if (close == reach) {
        prepare->no_closing[kind] = reach;
        return 0;
    }
    size_t stop = close + strlen(closings[kind]);
    struct span shown = { 0, 0 };
    if (stop <= end && (kind == CLOSING_ANGLE || kind == CLOSING_DOUBLE))
        shown = macro_shortcode_text(prepare->text, from, close);
    if (stop > end) {
        prepare->dropped_until = stop;
        stop = end;
    } else if (shown.end == 0 && stop < end && prepare->text[stop] == ' ' && at > 0 &&
               is_space(prepare->text[at - 1])) {
        stop++; /* one of the blanks around it */
    }
    bool whole = start == 0 || prepare->text[start - 1] == '\n'; /* in a quote it is not */
    bool alone = shown.end > 0 && at == start && stop == end && whole;
    if (alone && prepare->after_text)
        prepare_break(prepare);
    drop_around(prepare, at, stop, shown);
    if (alone)
        prepare_break(prepare); /* a paragraph of its own */
    return stop;
}

static size_t take_macro(struct prepare *prepare, size_t start, size_t at, size_t end)
{
    struct span shown;
    size_t stop = prepare_begins(prepare, at, end, "{{")
                      ? macro_end(prepare->text, start, end, at, &shown)
                      : 0;
    if (stop > 0)
        drop_around(prepare, at, stop, shown);
    return stop;
}

/* "- : text" is how MDN writes what a term means. */
static size_t take_colon(struct prepare *prepare, size_t start, size_t end)
{
    size_t at = start;
    while (at < end && is_space(prepare->text[at]))
        at++;
    if (!prepare_begins(prepare, at, end, "- : "))
        return start;
    copy(prepare, start, at + 2);
    add_piece(prepare, SUBSTITUTE_NOTHING, at + 2, at + 4, at + 2, at + 2);
    return at + 4;
}

/* [[target|label]] or ![[target]]; 0 where the parser knows better. */
static size_t take_wikilink(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    size_t start = at + (text[at] == '!' ? 3 : 2);
    size_t reach = end - start < LINK_LIMIT ? end : start + LINK_LIMIT;
    size_t close = find(prepare, start, reach, "]]");
    if (close == reach || close == start || memchr(text + start, '[', close - start) != NULL ||
        memchr(text + start, '*', close - start) != NULL ||
        memchr(text + start, '`', close - start) != NULL)
        return 0;
    bool bracketed = (at > 0 && text[at - 1] == '[') || (close + 2 < end && text[close + 2] == ']');
    if (bracketed || (close + 2 < end && (text[close + 2] == '(' || text[close + 2] == '[')))
        return 0;
    size_t from = start;
    while (from < close && is_space(text[from]))
        from++;
    if (from == close || text[from] == '|')
        return 0;
    add_piece(prepare, SUBSTITUTE_WIKILINK, at, close + 2, start, close);
    return close + 2;
}

/* ==text==: both ends at once. */
static size_t take_mark(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    bool word_before = at > 0 && (ascii_is_alphanumeric(text[at - 1]) || text[at - 1] == '=');
    if (word_before || at + 4 >= end || is_space(text[at + 2]) || text[at + 2] == '=')
        return 0;
    size_t close = find(prepare, at + 3, end, "==");
    if (close == end || is_space(text[close - 1]) ||
        (close + 2 < end && (ascii_is_alphanumeric(text[close + 2]) || text[close + 2] == '=')))
        return 0;
    add_piece(prepare, SUBSTITUTE_MARK, at, at + 2, at, at);
    prepare_inline(prepare, at + 2, close);
    add_piece(prepare, SUBSTITUTE_MARK_END, close, close + 2, close, close);
    return close + 2;
}

/* ^[text] becomes a reference to a note that is written at the end. */
static size_t take_note(struct prepare *prepare, size_t at, size_t end)
{
    unsigned depth = 0;
    size_t close = at + 1;
    end = end - at < NOTE_LIMIT ? end : at + NOTE_LIMIT;
    for (; close < end; close++) {
        if (prepare->text[close] == '[')
            depth++;
        else if (prepare->text[close] == ']' && --depth == 0)
            break;
    }
    if (close == end || close == at + 2 || prepare->indented)
        return 0;
    prepare->note_count++;
    buffer_add_format(prepare->out, "[^%c%u]", SUBSTITUTE_LABEL, prepare->note_count);
    buffer_add_format(&prepare->notes, "\n\n[^%c%u]: ", SUBSTITUTE_LABEL, prepare->note_count);
    buffer_add(&prepare->notes, prepare->text + at + 2, close - at - 2);
    return close + 1;
}

/* {#id}, {.class #id key=value}, {: #id} or ^id, at the end of a line. */
static bool is_attributes(const char *text, size_t length, bool heading)
{
    if (length < 3 || text[0] != '{' || text[length - 1] != '}' ||
        strchr(heading ? "#.:-" : "#.:", text[1]) == NULL)
        return false;
    return memchr(text + 1, '{', length - 2) == NULL && memchr(text + 1, '\n', length - 2) == NULL;
}

static size_t take_attributes(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    size_t stop = end;
    while (stop > at && is_space(text[stop - 1]))
        stop--;
    while (stop > at + 1 && text[stop - 1] == '#' && text[at] == '{')
        stop--;
    while (stop > at && is_space(text[stop - 1]))
        stop--;
    bool apart = at == 0 || is_space(text[at - 1]) || strchr("*_`])", text[at - 1]) != NULL;
    if (!is_attributes(text + at, stop - at, prepare->in_heading) ||
        (!apart && !prepare->in_heading))
        return 0;
    size_t id = at + 1;
    while (id < stop && text[id] != '#')
        id++;
    size_t id_end = id < stop ? id + 1 : id;
    while (id_end < stop - 1 && !is_space(text[id_end]))
        id_end++;
    add_piece(prepare, SUBSTITUTE_ANCHOR, at, stop, id < stop ? id + 1 : id, id_end);
    return stop;
}

static size_t take_block_id(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    size_t to = at + 1;
    if (at > 0 && !is_space(text[at - 1]) && text[at - 1] != '>')
        return 0;
    while (to < end && (ascii_is_alphanumeric(text[to]) || text[to] == '-'))
        to++;
    size_t stop = to;
    while (stop < end && is_space(text[stop]))
        stop++;
    if (stop < end || to == at + 1 || to - at > ID_LIMIT)
        return 0;
    add_piece(prepare, SUBSTITUTE_ANCHOR, at, to, at, to);
    return to;
}

/* ---- the line ---- */

/* A run of asterisks, with what makes it open or close beside typeset punctuation. */
static size_t take_asterisks(struct prepare *prepare, size_t start, size_t at, size_t end)
{
    size_t to = at;
    while (to < end && prepare->text[to] == '*')
        to++;
    struct emphasis_hints hints =
        emphasis_hints(prepare->text + start, at - start, to - start, end - start);
    if (hints.before)
        buffer_add_byte(prepare->out, SUBSTITUTE_HINT);
    copy(prepare, at, to);
    if (hints.after)
        buffer_add_byte(prepare->out, SUBSTITUTE_HINT);
    return to;
}

/* The bytes that take() has something for; every one is asked. */
static const bool may_begin[256] = {
    ['\\'] = true, ['`'] = true, ['<'] = true, ['h'] = true, [']'] = true, ['['] = true,
    ['!'] = true,  ['='] = true, ['%'] = true, ['{'] = true, ['^'] = true, ['*'] = true,
};

/* What begins at text[at] and is no plain text: writes it and returns where it ends; 0 for
 * plain text. */
static size_t take(struct prepare *prepare, size_t start, size_t at, size_t end)
{
    char byte = prepare->text[at];
    char next = at + 1 < end ? prepare->text[at + 1] : '\0';
    switch (byte) {
    case '\\':
        copy(prepare, at, next != '\0' ? at + 2 : at + 1);
        return next != '\0' ? at + 2 : at + 1;
    case '`':
        return take_code(prepare, at, end);
    case '<':
        return take_tag(prepare, at, end);
    case 'h':
        return prepare_begins(prepare, at, end, "http://") || prepare_begins(prepare, at, end, "https://")
                   ? take_address(prepare, at, end)
                   : 0;
    case ']':
        if (next != '(')
            return 0;
        copy(prepare, at, at + 2);
        return take_address(prepare, at + 2, end);
    case '[':
        return next == '[' ? take_wikilink(prepare, at, end) : 0;
    case '!':
        return prepare_begins(prepare, at, end, "![[") ? take_wikilink(prepare, at, end) : 0;
    case '=':
        return next == '=' ? take_mark(prepare, at, end) : 0;
    case '%':
        return take_dropped(prepare, start, at, end);
    case '{': {
        size_t taken = take_dropped(prepare, start, at, end);
        taken = taken > 0 ? taken : take_macro(prepare, start, at, end);
        return taken > 0 ? taken : take_attributes(prepare, at, end);
    }
    case '^':
        return next == '[' ? take_note(prepare, at, end) : take_block_id(prepare, at, end);
    case '*':
        return take_asterisks(prepare, start, at, end);
    default:
        return 0;
    }
}

void prepare_quotes(struct prepare *prepare)
{
    for (size_t i = 0; i < prepare->box_count; i++) {
        if (prepare->boxes[i].shown)
            buffer_add_text(prepare->out, "> ");
    }
}

void prepare_break(struct prepare *prepare)
{
    buffer_add_text(prepare->out, "\r\n");
    prepare_quotes(prepare);
}

void prepare_inline(struct prepare *prepare, size_t at, size_t end)
{
    const char *text = prepare->text;
    size_t start = at;
    if (at >= prepare->verbatim_until && !prepare->indented)
        at = take_colon(prepare, at, end);
    size_t done = at;
    if (at < prepare->verbatim_until)
        at = prepare->verbatim_until < end ? prepare->verbatim_until : end;
    while (at < end) {
        while (at < end && !may_begin[(unsigned char)text[at]])
            at++;
        if (at == end)
            break;
        if (text[at] == 'h' && !prepare_begins(prepare, at, end, "http")) {
            at++;
            continue;
        }
        copy(prepare, done, at);
        done = at;
        size_t to = take(prepare, start, at, end);
        at = to > 0 ? to : at + 1;
        done = to > 0 ? to : done;
    }
    copy(prepare, done, end);
}
