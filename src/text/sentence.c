#include "text/sentence.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/abbreviation.h"
#include "text/latinword.h"
#include "text/punctuation.h"
#include "text/reporting.h"
#include "text/sentence_mark.h"
#include "text/utf8.h"

#define BRACKETS_MAX 16
#define BRACKET_REACH 400 /* bytes in which an open bracket must close to be believed */
#define WORD_REACH 48
#define OPENERS_MAX 16 /* quotes, brackets and dashes before a sentence's first word */

struct bracket {
    size_t at;
    uint32_t open;
};

struct scanner {
    const char *text;
    size_t start; /* first non-blank byte of the range */
    size_t end;
    size_t sentence;  /* where the sentence being read began */
    size_t quotation; /* the last opening quote that is not closed; SIZE_MAX for none */
    struct bracket brackets[BRACKETS_MAX];
    size_t depth;
    bool straight; /* a " is open */
    struct spans *out;
};

/* A run of stops with the quotes and brackets that close after them: ?!”) */
struct stop {
    size_t at;
    size_t end;         /* after the last stop or closer */
    size_t next;        /* the next non-blank byte, or the range's end */
    uint32_t next_code; /* 0 at the end */
    bool blank_line;    /* between end and next */
    bool period;        /* only "." */
    bool ellipsis;      /* only … or ... */
    bool wide;          /* has 。！？｡ or stands after a Han character */
    bool full;          /* has 。 or . and no question or exclamation mark */
    bool quoted;        /* a quotation closed */
    bool inserted;      /* a bracket closed that had opened inside the sentence */
    bool titled;        /* 》 closed */
    size_t quotation;   /* where the quotation that closed had opened; SIZE_MAX if unknown */
};

/* ---- places ---- */

static size_t decode(const struct scanner *scanner, size_t at, uint32_t *code)
{
    *code = 0;
    return at < scanner->end ? utf8_decode(scanner->text + at, scanner->end - at, code) : 0;
}

static uint32_t code_at(const struct scanner *scanner, size_t at)
{
    uint32_t code;
    decode(scanner, at, &code);
    return code;
}

static uint32_t code_before(const struct scanner *scanner, size_t at)
{
    return at <= scanner->start ? 0 : code_at(scanner, utf8_previous(scanner->text, at));
}

static size_t skip_blank(const struct scanner *scanner, size_t at, size_t *newlines)
{
    uint32_t code;
    size_t size;
    *newlines = 0;
    while ((size = decode(scanner, at, &code)) > 0 && punctuation_is_blank(code)) {
        *newlines += code == '\n';
        at += size;
    }
    return at;
}

/* Ends the sentence at `end`; the next one begins at `next`. */
static void cut(struct scanner *scanner, size_t end, size_t next)
{
    if (end > scanner->sentence)
        spans_add(scanner->out, scanner->sentence, end);
    scanner->sentence = next;
}

/* ---- brackets and quotations ---- */

static void bracket_push(struct scanner *scanner, size_t at, uint32_t open)
{
    if (scanner->depth < BRACKETS_MAX)
        scanner->brackets[scanner->depth++] = (struct bracket){ at, open };
}

/* Closes the innermost bracket that `close` fits; false when there is none. */
static bool bracket_pop(struct scanner *scanner, uint32_t close, struct bracket *popped)
{
    for (size_t i = scanner->depth; i > 0; i--) {
        if (punctuation_bracket_close(scanner->brackets[i - 1].open) == close) {
            *popped = scanner->brackets[i - 1];
            scanner->depth = i - 1;
            return true;
        }
    }
    return false;
}

/* Whether the innermost open bracket holds `at` inside a sentence that began before it. A
 * bracket that does not close soon, or not before an empty line, is a slip and dropped. */
static bool bracket_holds(struct scanner *scanner, size_t at)
{
    while (scanner->depth > 0) {
        struct bracket bracket = scanner->brackets[scanner->depth - 1];
        uint32_t close = punctuation_bracket_close(bracket.open);
        size_t limit = scanner->end - at > BRACKET_REACH ? at + BRACKET_REACH : scanner->end;
        uint32_t code;
        for (size_t i = at; i < limit; i += decode(scanner, i, &code)) {
            code = code_at(scanner, i);
            if (code == close)
                return punctuation_is_title(bracket.open) || bracket.at > scanner->sentence;
            if (code == '\n' && i + 1 < limit && scanner->text[i + 1] == '\n')
                break;
        }
        scanner->depth--;
    }
    return false;
}

/* A straight quote closes when nothing that could be quoted follows it; before Han, where blanks
 * tell nothing, when one is open. */
static bool straight_quote_closes(const struct scanner *scanner, size_t at)
{
    uint32_t next = code_at(scanner, at + 1);
    if (scanner->text[at] == '"' && utf8_is_han(next))
        return scanner->straight;
    return !punctuation_is_latin_letter(next) && !punctuation_is_digit(next);
}

/* ’ and ' after a stop: a closing quote, but not the apostrophe of "Inc.’s". */
static bool closes_here(const struct scanner *scanner, size_t at, uint32_t code)
{
    if (punctuation_is_straight_quote(code))
        return straight_quote_closes(scanner, at);
    if (code == 0x2019)
        return !punctuation_is_lower(code_at(scanner, at + 3));
    return punctuation_is_quote_close(code);
}

/* "[12]" straight after a stop: a reference mark, which stays with its sentence. */
static size_t reference_end(const struct scanner *scanner, size_t at)
{
    size_t i = at + 1;
    if (sentence_mark_note(scanner->text, scanner->start, scanner->end, at, &i))
        return i;
    if (code_at(scanner, at) != '[')
        return at;
    while (i < scanner->end && punctuation_is_digit((unsigned char)scanner->text[i]))
        i++;
    return i > at + 1 && i < scanner->end && scanner->text[i] == ']' ? i + 1 : at;
}

/* ---- reading a stop ---- */

static void stop_add(struct stop *stop, uint32_t code)
{
    stop->period = stop->period && code == '.';
    stop->ellipsis = stop->ellipsis && punctuation_is_ellipsis(code);
    stop->wide = stop->wide || punctuation_is_wide_stop(code);
    stop->full = stop->full && (code == '.' || code == 0x3002 || code == 0xFF0E || code == 0xFF61);
    stop->inserted = false;
    stop->titled = false;
}

static void stop_close(struct scanner *scanner, struct stop *stop, uint32_t code)
{
    struct bracket bracket;
    if (!punctuation_is_bracket_close(code)) {
        stop->quoted = true;
        stop->quotation = scanner->quotation;
        scanner->quotation = SIZE_MAX;
    } else if (bracket_pop(scanner, code, &bracket)) {
        stop->inserted = bracket.at > scanner->sentence;
        stop->titled = punctuation_is_title(bracket.open);
    }
}

/* ". .", "。 ……" and "? ”": a stop or an unmistakable closing mark after one space belongs here. */
static size_t loose_end(const struct scanner *scanner, size_t at)
{
    uint32_t code, after;
    if (at >= scanner->end || scanner->text[at] != ' ')
        return at;
    size_t size = decode(scanner, at + 1, &code);
    decode(scanner, at + 1 + size, &after);
    bool word = punctuation_is_digit(after) || punctuation_is_latin_letter(after);
    bool tail = code == 0x2026 || (code == '.' && !word) || code == '!' || code == '?' ||
                code == 0x201D || punctuation_is_bracket_close(code) ||
                (code == 0x2019 && !punctuation_is_latin_letter(after));
    return tail ? at + 1 : at;
}

/* Reads the run of stops and closers from stop->at on. */
static void stop_read(struct scanner *scanner, struct stop *stop)
{
    size_t at = stop->at;
    size_t size, dots = 0;
    uint32_t code;
    for (;;) {
        size = decode(scanner, at, &code);
        if (size > 0 && punctuation_is_stop(code)) {
            stop_add(stop, code);
            dots += code == '.';
        } else if (code == '"' && closes_here(scanner, at, code)) {
            stop_close(scanner, stop, code);
            scanner->straight = false;
        } else if (closes_here(scanner, at, code) || punctuation_is_bracket_close(code)) {
            stop_close(scanner, stop, code);
        } else if (reference_end(scanner, at) > at) {
            size = reference_end(scanner, at) - at;
        } else if (loose_end(scanner, at) > at) {
            size = 1;
        } else {
            break;
        }
        at += size;
    }
    stop->end = at;
    size_t newlines;
    stop->next = skip_blank(scanner, at, &newlines);
    stop->blank_line = newlines > 1;
    stop->next_code = code_at(scanner, stop->next);
    if (stop->period && dots > 1) {
        stop->period = false;
        stop->ellipsis = true;
    }
    stop->wide = stop->wide || punctuation_is_wide(code_before(scanner, stop->at)) ||
                 (stop->ellipsis && utf8_is_han(stop->next_code));
}

/* ---- Latin stops ---- */

/* The word that begins at `at`, with the apostrophe inside it, ’ taken for '. */
static size_t word_after(const struct scanner *scanner, size_t at, char out[WORD_REACH])
{
    size_t length = 0;
    uint32_t code;
    for (size_t size; (size = decode(scanner, at, &code)) > 0 && length + 1 < WORD_REACH;
         at += size) {
        if (code == 0x2019)
            code = '\'';
        if (code >= 0x80 || !(punctuation_is_latin_letter(code) || code == '\''))
            break;
        out[length++] = (char)code;
    }
    if (length == 1 && code_at(scanner, at) == '.')
        return 0; /* an initial: A. Smith */
    return length;
}

/* The first letter or digit behind opening quotes, brackets and dashes. */
static size_t start_of_words(const struct scanner *scanner, size_t at)
{
    uint32_t code;
    size_t size;
    for (int i = 0; i < OPENERS_MAX && (size = decode(scanner, at, &code)) > 0; i++, at += size) {
        bool opens = punctuation_is_quote_open(code) || punctuation_is_straight_quote(code) ||
                     punctuation_bracket_close(code) != 0 || punctuation_is_dash(code) ||
                     code == 0x2018 || code == 0x2019 || punctuation_is_blank(code) ||
                     code == 0xBF || code == 0xA1 || punctuation_is_stop(code);
        if (!opens)
            break;
    }
    return at;
}

/* eBay, macOS, van Gogh, al-Qaeda: lower-case letters that begin a name. */
static bool is_name(const struct scanner *scanner, size_t at)
{
    static const char particles[] = "van von de der den del della di da al el bin ibn ten ter";
    char word[WORD_REACH] = "";
    size_t small = 0;
    size_t length = word_after(scanner, at, word);
    while (word[small] >= 'a' && word[small] <= 'z')
        small++;
    if (small < length)
        return small > 0 && small <= 3 && word[small] != '\'';
    uint32_t next = code_at(scanner, at + length);
    uint32_t behind = code_at(scanner, at + length + 1);
    return (next == ' ' || next == '-') && behind >= 'A' && behind <= 'Z' && latinword_in(word, particles);
}

static bool starts_sentence(const struct scanner *scanner, size_t at)
{
    size_t words = start_of_words(scanner, at);
    uint32_t code = code_at(scanner, words);
    if (punctuation_is_continuation(code))
        return false;
    return !punctuation_is_lower(code) || is_name(scanner, words);
}

/* Whether the word that ends before `at` begins with a capital. */
static bool is_capital_before(const struct scanner *scanner, size_t at)
{
    struct span word = sentence_mark_word(scanner->text, scanner->start, at);
    return word.end > word.start && scanner->text[word.start] >= 'A' &&
           scanner->text[word.start] <= 'Z';
}

/* After one capital letter: "Dennis K. Berman" and "Albert I. Jones" go on, "Plan B. The" and
 * "so do I. Bob" do not. */
static bool initial_ends(const struct scanner *scanner, struct span word, bool starter)
{
    if (starter)
        return true;
    if (scanner->text[word.start] != 'I' || word.start < scanner->start + 2)
        return false;
    return punctuation_is_lower(code_before(scanner, word.start - 1)) &&
           !is_capital_before(scanner, word.start - 1);
}

/* “At 6 a.m. Mr. Reed”: the sentence has said no more than when. */
static bool leads_in(const struct scanner *scanner, struct span word)
{
    static const char *const words[] = { "At ", "By ", "Around ", "About ", "Before ", "After ",
                                         "Until ", "From ", "Since " };
    const char *start = scanner->text + scanner->sentence;
    size_t length = word.start - scanner->sentence;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (length > size && length <= size + strlen("12:30 ") && memcmp(start, words[i], size) == 0)
            return true;
    }
    return false;
}

/* . . . I forgot: a pause, for "I" is always a capital. */
static bool is_pause(const struct scanner *scanner, const struct stop *stop)
{
    char next[WORD_REACH];
    size_t length = word_after(scanner, stop->next, next);
    return stop->ellipsis && stop->at > scanner->start && scanner->text[stop->at - 1] == ' ' &&
           length > 0 && next[0] == 'I' && (length == 1 || next[1] == '\'');
}

/* Whether a full stop after `word` ends the sentence, when a possible start follows. */
static bool word_ends(const struct scanner *scanner, const struct stop *stop, struct span word)
{
    char next[WORD_REACH];
    size_t length = word_after(scanner, start_of_words(scanner, stop->next), next);
    bool starter = abbreviation_is_starter(next, length);
    const char *text = scanner->text + word.start;
    if (sentence_mark_is_list(scanner->text, scanner->sentence, word))
        return false;
    if (stop->end > stop->at + 1 && stop->quoted && punctuation_is_latin_letter(stop->next_code))
        starter = true; /* “... Ltd.” Alibaba: the quotation closed as well */
    switch (abbreviation_class(text, word.end - word.start)) {
    case ABBREVIATION_NEVER: return false;
    case ABBREVIATION_NUMBER: return !punctuation_is_digit(stop->next_code);
    case ABBREVIATION_PLACE: return starter;
    case ABBREVIATION_CLOSING: return starter;
    case ABBREVIATION_LOOSE:
        if (leads_in(scanner, word))
            return false;
        return starter || (!punctuation_is_digit(stop->next_code) &&
                                                !abbreviation_is_date_word(next, length));
    case ABBREVIATION_INITIAL: return initial_ends(scanner, word, starter);
    case ABBREVIATION_NONE: break;
    }
    return true;
}

/* No space after the stop: only Han or an opening quotation can be a start then. */
static bool ends_without_space(const struct scanner *scanner, const struct stop *stop)
{
    uint32_t next = stop->next_code;
    uint32_t before = code_before(scanner, stop->at);
    struct span word = sentence_mark_word(scanner->text, scanner->start, stop->at);
    const char *text = scanner->text + word.start;
    if (utf8_is_han(before))
        return !punctuation_is_digit(next) && !punctuation_is_lower(next);
    if (!utf8_is_han(next) && !punctuation_is_quote_open(next) && next != 0x300A)
        return false;
    if (stop->period)
        return word.end > word.start && !sentence_mark_is_list(scanner->text, scanner->sentence, word) &&
               abbreviation_class(text, word.end - word.start) == ABBREVIATION_NONE;
    return !abbreviation_is_exclaimed_name(text, word.end - word.start);
}

/* "I... I've" and "Wh... What": the word before the pause comes again. */
static bool is_latin_stutter(const struct scanner *scanner, const struct stop *stop,
                             struct span word)
{
    char next[WORD_REACH];
    size_t length = word_after(scanner, stop->next, next);
    size_t before = word.end - word.start;
    return stop->ellipsis && !stop->quoted && before > 0 && before <= length &&
           memcmp(scanner->text + word.start, next, before) == 0;
}

static bool latin_ends(const struct scanner *scanner, const struct stop *stop)
{
    struct span word = sentence_mark_word(scanner->text, scanner->start, stop->at);
    bool number = code_before(scanner, stop->at) == 0xB0; /* N°. 7 */
    if (punctuation_is_continuation(stop->next_code) ||
        (number && punctuation_is_digit(stop->next_code)))
        return false;
    if (stop->next == stop->end)
        return ends_without_space(scanner, stop);
    if (!starts_sentence(scanner, stop->next))
        return false;
    if (stop->period)
        return word_ends(scanner, stop, word);
    if (is_latin_stutter(scanner, stop, word) || is_pause(scanner, stop) ||
        (stop->quoted && sentence_mark_source(scanner->text, scanner->end, stop->next)))
        return false;
    if (stop->quoted && reporting_is_english(scanner->text, stop->next, scanner->end))
        return false;
    if (scanner->text[stop->at] == '!' && stop->end == stop->at + 1) {
        char next[WORD_REACH];
        size_t length = word_after(scanner, stop->next, next);
        return !abbreviation_is_exclaimed_name(scanner->text + word.start, word.end - word.start) ||
               abbreviation_is_starter(next, length);
    }
    return true;
}

/* ---- Chinese stops ---- */

/* A quotation that is a part of its sentence: 所谓“你好！”的. It opened straight after a
 * character that does not introduce speech, inside this sentence. */
static bool is_embedded(const struct scanner *scanner, const struct stop *stop)
{
    if (stop->quotation == SIZE_MAX || stop->quotation <= scanner->sentence || stop->full)
        return false;
    uint32_t before = code_before(scanner, stop->quotation);
    return utf8_is_han(before) && before != 0x8BF4 /* 说 */ && before != 0x9053 /* 道 */ &&
           before != 0x95EE /* 问 */;
}

static bool is_particle(uint32_t code)
{
    return code == 0x7684 /* 的 */ || code == 0x4E4B /* 之 */ || code == 0x5730 /* 地 */;
}

/* 我……我, 所以……所以: one of the two characters before comes again. */
static bool is_chinese_stutter(const struct scanner *scanner, const struct stop *stop)
{
    uint32_t last = code_before(scanner, stop->at);
    if (last == stop->next_code || stop->at == scanner->start)
        return true;
    return code_before(scanner, utf8_previous(scanner->text, stop->at)) == stop->next_code;
}

/* …… inside a quotation is a pause; outside it ends, but not before a stutter. */
static bool ellipsis_ends(const struct scanner *scanner, const struct stop *stop)
{
    if (stop->quoted || !utf8_is_han(stop->next_code))
        return starts_sentence(scanner, stop->next);
    return scanner->quotation == SIZE_MAX && utf8_is_han(code_before(scanner, stop->at)) &&
           !is_particle(stop->next_code) && !is_chinese_stutter(scanner, stop);
}

static bool wide_ends(const struct scanner *scanner, const struct stop *stop)
{
    uint32_t next = stop->next_code;
    if (punctuation_is_continuation(next) || (is_particle(next) && stop->quoted))
        return false;
    if (punctuation_is_dash(next))
        return stop->full && next != '-';
    if (stop->quoted && (reporting_is_chinese(scanner->text, stop->next, scanner->end) ||
                         is_embedded(scanner, stop)))
        return false;
    return stop->ellipsis ? ellipsis_ends(scanner, stop) : true;
}

/* ---- the scan ---- */

static bool stop_ends(struct scanner *scanner, const struct stop *stop)
{
    if (stop->next >= scanner->end || stop->blank_line)
        return true;
    if (stop->titled || (stop->inserted && !stop->full))
        return false;
    if (bracket_holds(scanner, stop->end))
        return false;
    bool wide = stop->wide && !(stop->period && stop->next == stop->end);
    return wide ? wide_ends(scanner, stop) : latin_ends(scanner, stop);
}

static size_t scan_stop(struct scanner *scanner, size_t at)
{
    struct stop stop = {
        .at = at, .period = true, .ellipsis = true, .full = true, .quotation = SIZE_MAX,
    };
    stop_read(scanner, &stop);
    if (!stop_ends(scanner, &stop))
        return stop.end;
    cut(scanner, stop.end, stop.next);
    return stop.next;
}

/* An empty line ends a sentence even without a stop. */
static size_t scan_newline(struct scanner *scanner, size_t at)
{
    size_t newlines;
    size_t next = skip_blank(scanner, at, &newlines);
    if (newlines > 1) {
        size_t end = at;
        while (end > scanner->sentence && punctuation_is_blank(code_before(scanner, end)))
            end = utf8_previous(scanner->text, end);
        cut(scanner, end, next);
        scanner->depth = 0;
        scanner->straight = false;
        scanner->quotation = SIZE_MAX;
    }
    return next;
}

/* “But I—” “You what?”: a dash that breaks off one quotation before another. */
static size_t scan_dash(struct scanner *scanner, size_t at)
{
    uint32_t code;
    size_t size = decode(scanner, at, &code);
    if (!closes_here(scanner, at, code))
        return at;
    size_t newlines;
    size_t end = at + size;
    size_t next = skip_blank(scanner, end, &newlines);
    uint32_t open = code_at(scanner, next);
    bool apart = next > end && (punctuation_is_straight_quote(open) || open == 0x2018);
    if (!punctuation_is_quote_open(open) && !apart)
        return at;
    scanner->quotation = SIZE_MAX;
    cut(scanner, end, next);
    return next;
}

/* Bytes that can begin something scan_code cares about. */
static bool is_telling(unsigned char byte)
{
    return byte == '.' || byte == '!' || byte == '?' || byte == '(' || byte == ')' ||
           byte == '"' || byte == '[' || byte == ']' || byte == '{' || byte == '}' || byte == '\n' ||
           byte == 0xC2 || byte == 0xD8 || byte == 0xDB || byte == 0xE0 || byte == 0xE2 ||
           byte == 0xE3 || byte == 0xEF;
}

static size_t scan_code(struct scanner *scanner, size_t at)
{
    struct bracket popped;
    uint32_t code;
    size_t size = decode(scanner, at, &code);
    if (code == '\n')
        return scan_newline(scanner, at);
    struct span item;
    if ((code == '.' || code == ')') &&
        sentence_mark_next(scanner->text, scanner->sentence, scanner->end, at, &item))
        cut(scanner, item.start, item.end);
    if (code == '"')
        scanner->straight = !scanner->straight;
    if (punctuation_is_stop(code))
        return scan_stop(scanner, at);
    if (punctuation_is_dash(code))
        return scan_dash(scanner, at + size);
    if (punctuation_is_quote_open(code))
        scanner->quotation = at;
    else if (punctuation_is_quote_close(code) && code != 0x2019)
        scanner->quotation = SIZE_MAX;
    else if (punctuation_bracket_close(code) != 0)
        bracket_push(scanner, at, code);
    else if (punctuation_is_bracket_close(code))
        bracket_pop(scanner, code, &popped);
    return at + size;
}

void sentence_split(const char *text, size_t start, size_t end, struct spans *out)
{
    struct scanner scanner = {
        .text = text, .start = start, .end = end, .quotation = SIZE_MAX, .out = out,
    };
    size_t newlines;
    size_t at = skip_blank(&scanner, start, &newlines);
    scanner.start = scanner.sentence = at;
    while (at < end) {
        if (is_telling((unsigned char)text[at]))
            at = scan_code(&scanner, at);
        else
            at++;
    }
    while (end > scanner.sentence && punctuation_is_blank(code_before(&scanner, end)))
        end = utf8_previous(text, end);
    cut(&scanner, end, end);
}
