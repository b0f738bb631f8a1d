#include "text/linebreak.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unilbrk.h>

#include "text/ascii.h"
#include "text/linetrait.h"
#include "text/utf8.h"

enum {
    FULL_HASH = 0xFF03,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    LEFT_SINGLE_QUOTE = 0x2018,
    RIGHT_SINGLE_QUOTE = 0x2019,
    LEFT_DOUBLE_QUOTE = 0x201C
};

#define HAN_BYTES 3

/* In a mark, while lines are broken: it lies in plain text, behind the first letter of it. */
#define IN_PLAIN 0x80u
#define IN_PLAIN_EACH UINT64_C(0x8080808080808080)

/* U+4E00-9FFF. */
static bool is_han_at(const char *bytes, size_t length)
{
    unsigned char lead = length >= HAN_BYTES ? (unsigned char)bytes[0] : 0;
    return (lead >= 0xE5 && lead <= 0xE9) || (lead == 0xE4 && (unsigned char)bytes[1] >= 0xB8);
}

/* libunistring's u8_possible_linebreaks fills an array of char with its own values; ours
 * takes its place in the same memory, so that a paragraph costs one byte a byte. What is marked
 * at `start` stays. */
static void mark_by_library(const char *text, size_t start, size_t end, unsigned char *marks)
{
    bool ends_line = false; /* the character before was a line's end */
    unsigned char first = marks[start];
    if (end == start)
        return;
    u8_possible_linebreaks((const uint8_t *)text + start, end - start, "UTF-8", (char *)marks + start);
    for (size_t i = start; i < end; i++) {
        unsigned char found = marks[i];
        if (((unsigned char)text[i] & 0xC0) == 0x80) {
            marks[i] = LINEBREAK_NO;
            continue;
        }
        marks[i] = ends_line ? LINEBREAK_MUST
                             : found == UC_BREAK_POSSIBLE ? LINEBREAK_MAY : LINEBREAK_NO;
        ends_line = found == UC_BREAK_MANDATORY;
    }
    marks[start] = first;
}

/* ---- plain text ---- */

/* What stands at `at`, behind a letter or digit, and before another: nothing, an apostrophe or hyphen in a
 * word, a point in a number, or full stops and spaces. Returns its end; 0 when it is something else. */
static size_t pass_between(const char *text, size_t length, size_t at)
{
    if (text[at] == ' ' && at + 1 < length && ascii_is_alphanumeric(text[at + 1]))
        return at + 1;
    bool in_word = ascii_is_letter(text[at - 1]);
    size_t end = at;
    if (ascii_is_alphanumeric(text[at]))
        return at;
    if (in_word && (text[at] == '-' || text[at] == '\''))
        return at + 1 < length && ascii_is_letter(text[at + 1]) ? at + 1 : 0;
    if (in_word && length - at > 3 && memcmp(text + at, "\xE2\x80\x99", 3) == 0)
        return ascii_is_letter(text[at + 3]) ? at + 3 : 0;
    if (!in_word && (text[at] == '.' || text[at] == ',') && at + 1 < length && ascii_is_digit(text[at + 1]))
        return at + 1;
    while (end < length && text[end] != '\0' && strchr(".,;:!?", text[end]) != NULL)
        end++;
    size_t spaces = end;
    while (end < length && text[end] == ' ')
        end++;
    return end > spaces && end < length && ascii_is_alphanumeric(text[end]) ? end : 0;
}

/* Full stop, comma and the like of East Asian text, behind which a line may end. */
static bool is_han_stop_at(const char *text, size_t length)
{
    static const char stops[] = "、。，；：！？";
    for (size_t i = 0; length >= HAN_BYTES && i < sizeof stops - 1; i += HAN_BYTES)
        if (memcmp(text, stops + i, HAN_BYTES) == 0)
            return true;
    return false;
}

static size_t mark_han(const char *text, size_t length, size_t at, unsigned char *marks)
{
    size_t last = at;
    for (size_t next = at + HAN_BYTES; next < length; next += HAN_BYTES) {
        bool han = is_han_at(text + next, length - next);
        if (!han && (next != last + HAN_BYTES || !is_han_stop_at(text + next, length - next)))
            break;
        marks[next - 2] = marks[next - 1] = IN_PLAIN | LINEBREAK_NO;
        marks[next] = IN_PLAIN | (han ? LINEBREAK_MAY : LINEBREAK_NO);
        last = han ? next : last;
    }
    return last;
}

static size_t mark_words(const char *text, size_t length, size_t at, unsigned char *marks)
{
    size_t last = at;
    for (size_t next = at + 1;; next++) {
        while (next < length && ascii_is_letter(text[next]))
            marks[next++] = IN_PLAIN | LINEBREAK_NO;
        last = ascii_is_letter(text[next - 1]) ? next - 1 : last;
        size_t end = next < length ? pass_between(text, length, next) : 0;
        if (end == 0)
            return last;
        while (next < end)
            marks[next++] = IN_PLAIN | LINEBREAK_NO;
        bool begins = text[end - 1] == ' ' || text[end - 1] == '-';
        marks[end] = IN_PLAIN | (begins ? LINEBREAK_MAY : LINEBREAK_NO);
    }
}

/* Where the last letter of plain text starts that begins with the letter at `at`: words with spaces and
 * full stops between them, or Han with theirs. Nothing before it or behind bears on what may be parted in
 * it: at the first letter behind spaces or a hyphen, or before each Han character. Marks what is behind
 * `at`, perhaps more. */
static size_t mark_plain_text(const char *text, size_t length, size_t at, unsigned char *marks)
{
    if (is_han_at(text + at, length - at))
        return mark_han(text, length, at, marks);
    return ascii_is_letter(text[at]) ? mark_words(text, length, at, marks) : at;
}

/* The same end by the marks. */
static size_t plain_end(const char *text, size_t length, size_t at, const unsigned char *marks)
{
    bool han = is_han_at(text + at, length - at);
    size_t next = at + (han ? HAN_BYTES : 1);
    if ((!han && !ascii_is_letter(text[at])) || next >= length || (marks[next] & IN_PLAIN) == 0)
        return at;
    uint64_t word = IN_PLAIN_EACH;
    for (; length - next >= sizeof word; next += sizeof word) {
        memcpy(&word, marks + next, sizeof word);
        if ((word & IN_PLAIN_EACH) != IN_PLAIN_EACH)
            break;
    }
    while (next < length && (marks[next] & IN_PLAIN) != 0)
        next++;
    return next - 1;
}

/* The library takes ten times as long as plain text needs: it is asked about what stands between, with the
 * letter before it and the one behind. */
static void mark_by_uax14(const char *text, size_t length, unsigned char *marks)
{
    size_t start = 0; /* of what is not marked yet, but for its first character */
    if (length > 0)
        marks[0] = LINEBREAK_NO;
    for (size_t at = 0; at < length;) {
        size_t end = mark_plain_text(text, length, at, marks);
        size_t size = is_han_at(text + at, length - at) ? HAN_BYTES : 1;
        if (end > at) {
            if (at > start)
                mark_by_library(text, start, at + size, marks);
            for (size_t i = end + 1; i < end + size; i++)
                marks[i] = LINEBREAK_NO;
            start = end;
        }
        at = end + size;
    }
    mark_by_library(text, start, length, marks);
}

/* Leaves of the marks what is the caller's. */
static void finish_marks(unsigned char *marks, size_t length)
{
    uint64_t word;
    for (; length >= sizeof word; length -= sizeof word, marks += sizeof word) {
        memcpy(&word, marks, sizeof word);
        word &= ~IN_PLAIN_EACH;
        memcpy(marks, &word, sizeof word);
    }
    while (length-- > 0)
        marks[length] = (unsigned char)(marks[length] & ~IN_PLAIN);
}

void linebreak_mark_uax14(const char *text, size_t length, unsigned char *marks)
{
    mark_by_uax14(text, length, marks);
    finish_marks(marks, length);
}

/* A walk over the text, one boundary at a time: the one before `letter`. Traits are 0 at
 * the start and beyond the end. Marks are taken with the character they stand on. */
struct walk {
    const char *text;
    size_t length;
    size_t at;   /* where `letter` starts */
    size_t size; /* its bytes, 0 beyond the end */
    size_t next_size;
    uint32_t letter;
    uint32_t next_letter;
    unsigned solid; /* traits of the last character that is no space */
    unsigned before;
    unsigned current;
    unsigned next;
    bool in_tag; /* behind a # and its word */
};

static bool has(unsigned traits, unsigned wanted)
{
    return (traits & wanted) != 0;
}

/* ’s or ’S with no letter after it: the genitive, even where a space came before. */
static bool is_genitive(const struct walk *walk)
{
    uint32_t after;
    if (walk->next_size != 1 || (walk->next_letter | 0x20) != 's')
        return false;
    size_t at = walk->at + walk->size + 1;
    return utf8_decode(walk->text + at, walk->length - at, &after) == 0 ||
           !has(linetrait_of(after), TRAIT_WORD | TRAIT_DIGIT);
}

/* “ and ‘ open, unless they stand like the end of a „German“ quotation. */
static unsigned resolve_left_quote(const struct walk *walk)
{
    bool end_follows = walk->next == 0 || has(walk->next, TRAIT_SPACE) ||
                       (has(walk->next, TRAIT_CLOSE) && !has(walk->next, TRAIT_EAST));
    bool closes = has(walk->before, TRAIT_WORD | TRAIT_DIGIT) && end_follows;
    return TRAIT_QUOTE | (closes ? TRAIT_CLOSE : TRAIT_OPEN);
}

/* ” and ’ close, unless they stand like an apostrophe or like the start of a ”Swedish”
 * quotation; an apostrophe keeps what UAX #14 gives a quote: no break on either side. */
static unsigned resolve_right_quote(const struct walk *walk)
{
    bool word_follows = has(walk->next, TRAIT_WORD | TRAIT_DIGIT);
    if (walk->letter == RIGHT_SINGLE_QUOTE && word_follows) {
        if (is_genitive(walk))
            return TRAIT_QUOTE | TRAIT_CLOSE;
        if (!has(walk->before, TRAIT_EAST | TRAIT_CLOSE | TRAIT_QUOTE))
            return TRAIT_QUOTE;
    }
    if (word_follows && (walk->before == 0 || has(walk->before, TRAIT_SPACE)))
        return TRAIT_QUOTE | TRAIT_OPEN;
    bool after_east = has(walk->before, TRAIT_EAST | TRAIT_AFTER_EAST);
    return TRAIT_QUOTE | TRAIT_CLOSE | (after_east ? TRAIT_AFTER_EAST : 0u);
}

/* # opens a tag; the next one directly behind its words closes it, as in #话题#. */
static void resolve_hash(struct walk *walk)
{
    bool word_before = has(walk->before, TRAIT_WORD | TRAIT_DIGIT | TRAIT_EAST);
    if (walk->in_tag && word_before)
        walk->current |= TRAIT_HASH;
    walk->in_tag = !walk->in_tag && has(walk->next, TRAIT_WORD | TRAIT_DIGIT | TRAIT_EAST) &&
                   !has(walk->before, TRAIT_WORD | TRAIT_DIGIT);
    if (walk->in_tag)
        walk->current |= TRAIT_OPEN;
}

/* A dash between two numbers: 1990—2000. */
static bool is_range(const struct walk *walk)
{
    return walk->letter >= EN_DASH && walk->letter <= EM_DASH && has(walk->before, TRAIT_DIGIT) &&
           has(walk->next, TRAIT_DIGIT);
}

/* Settles the traits of `letter` that depend on its neighbours. */
static void resolve(struct walk *walk)
{
    if (has(walk->current, TRAIT_QUOTE))
        walk->current = walk->letter == LEFT_SINGLE_QUOTE || walk->letter == LEFT_DOUBLE_QUOTE
                            ? resolve_left_quote(walk)
                            : resolve_right_quote(walk);
    else if (has(walk->current, TRAIT_SLASH) && has(walk->before, TRAIT_EAST))
        walk->current |= TRAIT_AFTER_EAST;
    else if (has(walk->current, TRAIT_HYPHEN) &&
             (walk->before == 0 || has(walk->before, TRAIT_SPACE | TRAIT_OPEN | TRAIT_LEAD)))
        walk->current |= TRAIT_LEAD;
    else if (is_range(walk))
        walk->current = TRAIT_CLOSE | TRAIT_DASH | TRAIT_SIGN;
    else if (walk->letter == '#' || walk->letter == FULL_HASH)
        resolve_hash(walk);
    else if (walk->letter == EN_DASH && has(walk->next, TRAIT_SPACE))
        walk->current = TRAIT_CLOSE | TRAIT_DASH;
    if (has(walk->current, TRAIT_SPACE | TRAIT_CLOSE))
        walk->in_tag = false;
}

/* A number and its sign or unit, with or without a space between them. */
static bool is_one_number(const struct walk *walk)
{
    if (has(walk->current, TRAIT_DIGIT))
        return has(walk->solid, TRAIT_SIGN);
    if (!has(walk->solid, TRAIT_DIGIT))
        return false;
    return has(walk->current, TRAIT_PERCENT) ||
           (has(walk->current, TRAIT_EAST) && linetrait_is_unit(walk->letter, walk->next_letter));
}

/* Within what is written as one word although UAX #14, or libunistring's reading of it,
 * would part it: 11Main.com, e.g., --help, C++, full-width ＡＢＣ. */
static bool is_one_word(const struct walk *walk)
{
    if (has(walk->before, TRAIT_STOP) && has(walk->current, TRAIT_WORD))
        return true;
    if (has(walk->before, TRAIT_LEAD) && has(walk->current, TRAIT_WORD | TRAIT_HYPHEN))
        return true;
    if (walk->letter == '+' && walk->text[walk->at - 1] == '+')
        return true;
    return has(walk->before, TRAIT_FULL) && has(walk->current, TRAIT_FULL);
}

static bool is_forbidden(const struct walk *walk)
{
    /* What ASCII closes is left to UAX #14: “see .profile” and the like. */
    if (has(walk->current, TRAIT_CLOSE) && walk->letter >= 0x80)
        return true;
    if (has(walk->current, TRAIT_HASH))
        return true;
    if (has(walk->solid, TRAIT_OPEN))
        return true;
    if (has(walk->before, TRAIT_SLASH) &&
        has(walk->before | walk->current, TRAIT_EAST | TRAIT_AFTER_EAST))
        return true;
    return is_one_word(walk) || is_one_number(walk);
}

/* Where UAX #14, which does not know which side of a quote is which, allows no break. */
static bool is_allowed(const struct walk *walk)
{
    unsigned before = walk->before;
    if (has(before, TRAIT_SPACE))
        return has(walk->current, TRAIT_OPEN) && has(walk->solid | walk->current, TRAIT_QUOTE);
    if (has(walk->current, TRAIT_QUOTE) && has(walk->current, TRAIT_OPEN))
        return has(before, TRAIT_EAST | TRAIT_DASH | TRAIT_AFTER_EAST) ||
               (has(walk->next, TRAIT_EAST) &&
                has(before, TRAIT_WORD | TRAIT_DIGIT | TRAIT_CLOSE | TRAIT_PERCENT));
    if (has(before, TRAIT_QUOTE) && has(before, TRAIT_CLOSE))
        return has(walk->current, TRAIT_EAST) ||
               (has(before, TRAIT_AFTER_EAST) &&
                has(walk->current, TRAIT_WORD | TRAIT_DIGIT | TRAIT_SIGN | TRAIT_OPEN));
    return false;
}

/* Reads the character behind `letter`. */
static void look_ahead(struct walk *walk)
{
    size_t at = walk->at + walk->size;
    walk->next_size = utf8_decode(walk->text + at, walk->length - at, &walk->next_letter);
    walk->next = walk->next_size > 0 ? linetrait_of(walk->next_letter) : 0;
}

static void step(struct walk *walk)
{
    if (!has(walk->current, TRAIT_MARK)) {
        walk->before = walk->current;
        if (!has(walk->current, TRAIT_SPACE))
            walk->solid = walk->current;
    }
    walk->at += walk->size;
    walk->size = walk->next_size;
    walk->letter = walk->next_letter;
    walk->current = walk->next;
    look_ahead(walk);
}

/* From the first letter of plain text to the last: our rules change nothing between, unless something there
 * ends a tag. */
static void skip_plain(struct walk *walk, const unsigned char *marks)
{
    size_t last = walk->in_tag ? walk->at : plain_end(walk->text, walk->length, walk->at, marks);
    if (last == walk->at || walk->length - last < walk->size) /* not so but in bad bytes */
        return;
    walk->before = walk->current;
    walk->solid = walk->current;
    walk->at = last;
    look_ahead(walk);
}

static unsigned char judge(const struct walk *walk, unsigned char mark)
{
    if (mark == LINEBREAK_MAY)
        return is_forbidden(walk) ? LINEBREAK_NO : LINEBREAK_MAY;
    if (mark == LINEBREAK_NO && has(walk->solid | walk->current, TRAIT_QUOTE))
        return is_allowed(walk) && !is_forbidden(walk) ? LINEBREAK_MAY : LINEBREAK_NO;
    return mark;
}

void linebreak_mark(const char *text, size_t length, unsigned char *marks)
{
    struct walk walk = { .text = text, .length = length };
    mark_by_uax14(text, length, marks);
    step(&walk); /* the first character comes into view, */
    step(&walk); /* and under the hand */
    while (walk.size > 0) {
        resolve(&walk);
        if (walk.at > 0)
            marks[walk.at] = judge(&walk, marks[walk.at] & (IN_PLAIN - 1));
        skip_plain(&walk, marks);
        step(&walk);
    }
    finish_marks(marks, length);
}
