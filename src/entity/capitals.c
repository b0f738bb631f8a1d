#include "entity/capitals.h"

#include <string.h>

#include "text/abbreviation.h"
#include "text/ascii.h"
#include "text/punctuation.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define LINE_REACH ((size_t)256) /* bytes of a heading on either side of a name */
#define LONG_WORD 5 /* letters; shorter ones are small in headings that capitalise */

/* Behind a name; in any letters. Besides these all words that end in -ed. */
static const char company[] = "is was has had does did will would can could may might should "
                              "must also itself said says tells told wrote writes plans wants "
                              "expects hopes aims sells sold buys bought makes made takes took "
                              "gets got goes went comes came gives gave keeps kept loses lost "
                              "wins won grows grew falls fell rises rose runs ran pays paid "
                              "begins opens closes launches offers announces reports raises "
                              "recounts recalls argues adds asks replies thinks believes owns "
                              "employs faces seeks sees saw puts lets hires fires spoke speaks "
                              "met meets held holds led leads built builds sent spent thought "
                              "knew knows drew set began stood sat felt chose cuts joins leaves "
                              "left declines refuses denies hints became becomes inc corp co ltd "
                              "llc plc group holdings ceo cfo coo executive executives chief "
                              "chairman founder founders shares stock shareholders investors "
                              "spokesman spokeswoman spokesperson employees management";

/* Behind a name and a comma. */
static const char apposition[] = "which whose who based the a an once founded";

/* Blocks end with line ends, cells with tabs. */
static bool is_line_end(char c)
{
    return c == '\n' || c == '\t' || c == '\0';
}

static uint32_t code_at(const struct surroundings *at, size_t offset)
{
    uint32_t code = 0;
    if (offset < at->length)
        utf8_decode(at->text + offset, at->length - offset, &code);
    return code;
}

static size_t letters_end(const struct surroundings *at, size_t offset)
{
    size_t most = offset + SURROUNDINGS_REACH;
    while (offset < most && ascii_is_letter(surroundings_byte(at, offset)))
        offset++;
    return offset;
}

static size_t letters_start(const struct surroundings *at, size_t offset)
{
    size_t least = offset > SURROUNDINGS_REACH ? offset - SURROUNDINGS_REACH : 0;
    while (offset > least && ascii_is_letter(at->text[offset - 1]))
        offset--;
    return offset;
}

static bool is_throughout(const struct surroundings *at, size_t start, size_t end)
{
    size_t capitals = 0;
    for (size_t i = start; i < end; i++) {
        if (ascii_is_small(at->text[i]))
            return false;
        capitals += ascii_is_capital(at->text[i]);
    }
    return capitals > 1;
}

bool capitals_throughout(const struct surroundings *at)
{
    return is_throughout(at, at->start, at->end);
}

/* What may stand between words of one sentence. */
static bool is_between(char c)
{
    return !ascii_is_letter(c) && !is_line_end(c) && c != '.';
}

bool capitals_are_around(const struct surroundings *at)
{
    size_t end = at->start;
    while (end > 0 && at->start - end < 3 && is_between(at->text[end - 1]))
        end--;
    size_t start = at->end;
    while (start - at->end < 3 && is_between(surroundings_byte(at, start)))
        start++;
    return (end < at->start && is_throughout(at, letters_start(at, end), end)) ||
           (start > at->end && is_throughout(at, start, letters_end(at, start)));
}

/* Whether a long word of the name's line begins with a small letter. */
static bool has_small_words(const struct surroundings *at)
{
    size_t start = at->start;
    size_t least = start > LINE_REACH ? start - LINE_REACH : 0;
    size_t most = at->end + LINE_REACH;
    while (start > least && !is_line_end(at->text[start - 1]))
        start--;
    for (size_t i = start; i < most && !is_line_end(surroundings_byte(at, i));) {
        size_t end = letters_end(at, i);
        if (end - i >= LONG_WORD && ascii_is_small(at->text[i]))
            return true;
        i = end > i ? end : i + 1;
    }
    return false;
}

/* Whether the full stop before `end` ends a sentence, for all one can say. */
static bool is_stop(const struct surroundings *at, size_t end)
{
    size_t start = letters_start(at, end - 1);
    enum abbreviation class = abbreviation_class(at->text + start, end - 1 - start);
    return class == ABBREVIATION_NONE || class == ABBREVIATION_LOOSE;
}

/* Where blanks and opening marks before the name begin. */
static size_t skip_opening(const struct surroundings *at)
{
    size_t end = at->start;
    while (end > 0) {
        size_t previous = utf8_previous(at->text, end);
        uint32_t code = code_at(at, previous);
        if (is_line_end(at->text[previous]) ||
            !(punctuation_is_blank(code) || punctuation_is_quote_open(code) ||
              punctuation_is_straight_quote(code) || punctuation_bracket_close(code) != 0))
            break;
        end = previous;
    }
    return end;
}

static bool is_sentence_start(const struct surroundings *at)
{
    size_t end = skip_opening(at);
    if (end == 0 || is_line_end(at->text[end - 1]))
        return true;
    char last = at->text[end - 1];
    if (last == '.')
        return end < at->start && is_stop(at, end);
    uint32_t code = code_at(at, utf8_previous(at->text, end));
    return last == ':' || (punctuation_is_stop(code) && !punctuation_is_wide_stop(code));
}

/* Nothing follows in the line, or Han do. */
static bool is_apart(const struct surroundings *at)
{
    size_t next = at->end;
    while (surroundings_byte(at, next) == ' ')
        next++;
    return is_line_end(surroundings_byte(at, next)) || punctuation_is_wide(code_at(at, next));
}

bool capitals_are_idle(const struct surroundings *at, bool heading)
{
    if (!ascii_is_capital(surroundings_byte(at, at->start)) || is_apart(at))
        return false;
    if (capitals_throughout(at))
        return capitals_are_around(at);
    return is_sentence_start(at) || (heading && !has_small_words(at));
}

static bool is_possessive(const struct surroundings *at)
{
    uint32_t code = code_at(at, at->end);
    size_t next = at->end + (code == 0x2019 ? 3 : 1);
    return (code == 0x2019 || code == '\'') && (surroundings_byte(at, next) | 0x20) == 's' &&
           !ascii_is_letter(surroundings_byte(at, next + 1));
}

bool capitals_have_company(const struct surroundings *at)
{
    size_t start = at->end;
    const char *list = company;
    if (surroundings_byte(at, start) == ':' || is_possessive(at))
        return true;
    if (surroundings_byte(at, start) == ',') {
        list = apposition;
        start++;
    }
    if (surroundings_byte(at, start) != ' ')
        return false;
    size_t end = letters_end(at, ++start);
    if (end == start)
        return false;
    bool past = list == company && end - start >= LONG_WORD && (at->text[end - 1] | 0x20) == 'd' &&
                (at->text[end - 2] | 0x20) == 'e';
    return past || wordlist_has_small(at->text + start, end - start, list);
}
