#include "quote/english_tokens.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "base/xalloc.h"
#include "text/abbreviation.h"
#include "text/ascii.h"
#include "text/punctuation.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define KNOWN_WORDS 1024 /* a power of two */
#define TERM_WORDS 4
#define CITY_LEAST 3     /* capitals that a dateline begins with */
#define DATELINE_MOST 80 /* bytes */

/* A word that was looked up, in the place that its letters lead to. */
struct known_word {
    char text[ENGLISH_WORD + 1];
    unsigned class;
    enum cue_form form;
    const struct cue *cue;
};

void english_tokens_remember(struct english_tokens *tokens)
{
    tokens->known = xcalloc(KNOWN_WORDS, sizeof *tokens->known);
}

void english_tokens_free(struct english_tokens *tokens)
{
    free(tokens->known);
    free(tokens->items);
    *tokens = (struct english_tokens){ 0 };
}

bool token_is_break(const struct token *token)
{
    return token->kind >= TOKEN_COMMA && token->kind <= TOKEN_DASH;
}

bool token_is(const struct token *token, const char *word)
{
    return token != NULL && token->kind == TOKEN_WORD && token->text[0] == word[0] && strcmp(token->text, word) == 0;
}

bool token_is_among(const struct token *token, const char *words)
{
    return token != NULL && token->kind == TOKEN_WORD && wordlist_find(token->text, words, -1) >= 0;
}

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return code == '_' || punctuation_is_latin_letter(code) || (code >= '0' && code <= '9');
    return code >= 0xC0 && (code < 0x2000 || code > 0x206F) && (code < 0x3000 || code > 0x303F) &&
           code != 0xD7 && code < 0xFF00;
}

/* Whether the mark at `at` within a word goes on with it: o'clock, 37.6, 1,000, 7:42, co-founder,
 * U.S. */
static bool joins(const struct quote_unit *unit, uint32_t code, size_t at, size_t behind)
{
    size_t size;
    if (code != '\'' && code != 0x2019 && code != '.' && code != '-' && code != 0x2010 &&
        code != ',' && code != ':')
        return false;
    uint32_t next = quote_unit_code(unit, behind, &size);
    if (code == ':' && !ascii_is_digit(unit->text[at - 1]))
        return false;
    return code == ',' || code == ':' ? punctuation_is_digit(next) : is_letter(next);
}

static size_t word_end(const struct quote_unit *unit, size_t at)
{
    size_t size, end = at;
    for (;;) {
        while (end < unit->to && ascii_is_letter(unit->text[end]))
            end++;
        uint32_t code = quote_unit_code(unit, end, &size);
        if (size == 0)
            return end;
        if (!is_letter(code) && !(end > at && joins(unit, code, end, end + size)))
            return end;
        end += size;
    }
}

static void copy_word(const struct quote_unit *unit, struct token *token)
{
    const char *text = unit->text + token->start;
    size_t length = token->end - token->start;
    if (length > 4 && memcmp(text + length - 4, "\xE2\x80\x99s", 4) == 0) {
        token->possessive = true;
        length -= 4;
    } else if (length > 2 && memcmp(text + length - 2, "'s", 2) == 0) {
        token->possessive = true;
        length -= 2;
    }
    size_t kept = 0;
    for (size_t i = 0; i < length && kept < ENGLISH_WORD; i++) {
        if (length - i >= 3 && memcmp(text + i, "\xE2\x80\x99", 3) == 0) {
            token->text[kept++] = '\'';
            i += 2;
        } else {
            token->text[kept++] = ascii_lower(text[i]);
        }
    }
    token->text[kept] = '\0';
}

static bool is_capital(const struct quote_unit *unit, size_t at)
{
    unsigned char byte = (unsigned char)unit->text[at];
    /* À to Þ */
    return (byte >= 'A' && byte <= 'Z') ||
           (byte == 0xC3 && (unsigned char)unit->text[at + 1] <= 0x9E) ||
           (byte == 0xC5 && ((unsigned char)unit->text[at + 1] & 1) == 0);
}

/* Past the full stop of an abbreviation: Mr., K. */
static size_t abbreviated_end(const struct quote_unit *unit, size_t start, size_t end)
{
    if (end >= unit->to || unit->text[end] != '.' || end + 1 >= unit->to)
        return end;
    enum abbreviation class = abbreviation_class(unit->text + start, end - start);
    return class != ABBREVIATION_NONE && class != ABBREVIATION_NUMBER ? end + 1 : end;
}

/* Fills in what is known of the token's word. */
static void look_up(struct known_word *known, struct token *token)
{
    unsigned hash = 0;
    for (const char *c = token->text; *c != '\0'; c++)
        hash = hash * 31 + (unsigned char)*c;
    struct known_word *word = known != NULL ? &known[hash % KNOWN_WORDS] : NULL;
    if (word != NULL && word->text[0] != '\0' && strcmp(word->text, token->text) == 0) {
        token->class = word->class;
        token->cue = word->cue;
        token->form = word->form;
        return;
    }
    token->class = word_class(token->text);
    token->cue = cue_find(token->text, &token->form);
    if (word != NULL) {
        *word =
            (struct known_word){ .class = token->class, .form = token->form, .cue = token->cue };
        memcpy(word->text, token->text, sizeof word->text);
    }
}

static struct token read_word(const struct quote_unit *unit, size_t at, struct known_word *known)
{
    struct token token = { .start = at, .kind = TOKEN_WORD };
    token.end = word_end(unit, at);
    copy_word(unit, &token);
    token.capital = is_capital(unit, at);
    if (punctuation_is_digit((unsigned char)unit->text[at])) {
        token.kind = TOKEN_NUMBER;
    } else {
        look_up(known, &token);
        token.end = abbreviated_end(unit, at, token.end);
    }
    return token;
}

static enum token_kind mark_kind(uint32_t code)
{
    switch (code) {
    case ',':
    case 0xFF0C: return TOKEN_COMMA;
    case '.':
    case '!':
    case '?':
    case 0x2026: return TOKEN_STOP;
    case ':':
    case 0xFF1A: return TOKEN_COLON;
    case ';': return TOKEN_SEMICOLON;
    case 0x2013:
    case 0x2014: return TOKEN_DASH;
    case '(':
    case '[': return TOKEN_OPEN;
    case ')':
    case ']': return TOKEN_CLOSE;
    default: return TOKEN_OTHER;
    }
}

/* A few words without a stop are a term. */
static enum token_kind quote_kind(const struct quote_unit *unit, const struct quote_mark *mark)
{
    size_t blanks = 0;
    char last = unit->text[mark->inner.end - 1];
    for (size_t i = mark->inner.start; i < mark->inner.end && blanks < TERM_WORDS; i++)
        blanks += unit->text[i] == ' ';
    bool ended = strchr(",.!?", last) != NULL ||
                 (mark->inner.end - mark->inner.start >= 3 &&
                  memcmp(unit->text + mark->inner.end - 3, "\xE2\x80\xA6", 3) == 0);
    return blanks >= TERM_WORDS || ended || !mark->closed ? TOKEN_QUOTE : TOKEN_TERM;
}

/* The Quiet Room: whether every word but the short ones has a capital, and there are two. */
static bool is_titled(const char *text, struct span inner)
{
    size_t words = 0;
    for (size_t at = inner.start; at < inner.end;) {
        size_t end = at;
        while (end < inner.end && text[end] != ' ')
            end++;
        if (ascii_is_small(text[at]) && (end - at > 3 || at == inner.start))
            return false;
        words++;
        at = end + 1;
    }
    return words > 1;
}

/* The token at `at`; its end is beyond. */
static struct token read_token(const struct quote_unit *unit, size_t at, uint32_t code, size_t size,
                               struct known_word *known)
{
    const struct quote_mark *mark = quote_marks_at(unit->marks, at);
    if (mark != NULL && mark->outer.start == at)
        return (struct token){ .start = at,
                               .end = mark->outer.end < unit->to ? mark->outer.end : unit->to,
                               .titled = is_titled(unit->text, mark->inner),
                               .kind = quote_kind(unit, mark) };
    if (is_letter(code))
        return read_word(unit, at, known);
    struct token token = { .start = at, .end = at + size, .kind = mark_kind(code) };
    /* a hyphen between blanks, or two */
    if (code == '-' && (at == unit->from || unit->text[at - 1] == ' ' || unit->text[at - 1] == '-'))
        token.kind = TOKEN_DASH;
    return token;
}

/* Words that tell a source without a verb of saying. */
static bool tells_source(const struct token *token)
{
    static const char words[] = "according view opinion words expressed voiced quoted cited "
                                "quotes quoting citing known clear plain belief concern point";
    return wordlist_find(token->text, words, -1) >= 0;
}

void english_tokens_read(const struct quote_unit *unit, struct english_tokens *tokens)
{
    size_t size;
    const struct speaker_name *name = quote_unit_name(unit, unit->from);
    const struct speaker_name *end = name != NULL ? unit->names + unit->name_count : NULL;
    tokens->count = 0;
    tokens->cues = false;
    for (size_t at = unit->from; at < unit->to;) {
        uint32_t code = quote_unit_code(unit, at, &size);
        if (punctuation_is_blank(code)) {
            at += size;
            continue;
        }
        struct token token = read_token(unit, at, code, size, tokens->known);
        while (name != NULL && name < end && name->end <= token.start)
            name++;
        token.named =
            name != NULL && name < end && name->start < token.end && name->end > token.start;
        if (token.named)
            token.cue = NULL;
        tokens->cues = tokens->cues || token.cue != NULL || token.kind == TOKEN_QUOTE ||
                       token.kind == TOKEN_TERM || tells_source(&token);
        VECTOR_PUSH(tokens, token);
        at = token.end;
    }
}

static const char months[] = "January_ February_ March_ April_ May_ June_ July_ August_ "
                             "September_ October_ November_ December_ Jan_ Feb_ Mar_ Apr_ Jun_ "
                             "Jul_ Aug_ Sept_ Oct_ Nov_ Dec_";

/* Brasilia, July 25th, 2020 (Xinhua, An Author) Lind said: past the bracket; the unit's beginning
 * where none ends a place and a date. */
static size_t bracket_end(const struct quote_unit *unit)
{
    const char *text = unit->text;
    size_t most = unit->to - unit->from > DATELINE_MOST ? unit->from + DATELINE_MOST : unit->to;
    bool dated = false, open = false;
    for (size_t at = unit->from; at < most && text[at] != '.'; at++) {
        dated = dated || wordlist_at(text, at, most, months) > 0;
        open = open || (dated && text[at] == '(');
        if (open && text[at] == ')' && at + 2 < unit->to && text[at + 1] == ' ')
            return at + 2;
        /* held in May by the port */
        if (!open && at > unit->from && text[at - 1] == ' ' && ascii_is_small(text[at]))
            break;
    }
    return unit->from;
}

size_t english_tokens_dateline(const struct quote_unit *unit)
{
    static const char dashes[] = "_-_ _—_ _–_ _--_";
    const char *text = unit->text;
    /* March 14 (Reuters) - */
    size_t month = wordlist_at(text, unit->from, unit->to, months);
    bool dated = month > 0 && unit->from + month < unit->to && text[unit->from + month] >= '1' &&
                 text[unit->from + month] <= '9';
    size_t capitals = dated ? CITY_LEAST : 0;
    while (unit->from + capitals < unit->to && text[unit->from + capitals] >= 'A' &&
           text[unit->from + capitals] <= 'Z')
        capitals++;
    for (size_t at = unit->from;
         capitals >= CITY_LEAST && at < unit->to && at < unit->from + DATELINE_MOST; at++) {
        size_t dash = wordlist_at(text, at, unit->to, dashes);
        if (dash > 0 && at + dash < unit->to)
            return at + dash;
        bool begins = at > unit->from && (text[at - 1] == ' ' || text[at - 1] == '(');
        if (begins && ascii_is_small(text[at]))
            break;
    }
    return bracket_end(unit);
}
