#include "doc/wrapping.h"

#include <stdint.h>
#include <string.h>

#include "doc/blocks.h"
#include "doc/hyphenation.h"
#include "text/ascii.h"
#include "text/utf8.h"

#define MARGIN_LEAST 30
#define ITEM_DIGITS 3
#define LONG_WORD 60 /* cells: an address that no wrapping could have cut */

/* What the pairs of neighbouring lines that might be one sentence say. */
struct evidence {
    unsigned pairs;
    unsigned near;    /* the next word would not have fit */
    unsigned fresh;   /* the next line begins with a capital, digit or symbol */
    unsigned ended;   /* the line ends with a full stop or colon */
    unsigned certain; /* near, and neither fresh nor ended */
};

static unsigned indent_of(const char *text, size_t from, size_t to)
{
    unsigned cells = 0;
    for (size_t at = from; at < to && cells < 255;) {
        size_t size = blocks_blank_at(text, to, at);
        cells += size == 3 ? 2 : text[at] == '\t' ? 8 - cells % 8 : 1;
        at += size > 0 ? size : 1;
    }
    return cells < 255 ? cells : 255;
}

struct line wrapping_line_at(const char *text, size_t length, size_t at)
{
    const char *newline = memchr(text + at, '\n', length - at);
    size_t stop = newline != NULL ? (size_t)(newline - text) : length;
    struct line line = { .next = newline != NULL ? stop + 1 : length };
    line.start = blocks_skip_blanks(text, stop, at);
    line.end = blocks_trim_blanks(text, line.start, stop);
    line.indent = line.start > at ? indent_of(text, at, line.start) : 0;
    return line;
}

static unsigned ones(uint64_t bits)
{
    return (unsigned)(((bits & UINT64_C(0x0101010101010101)) * UINT64_C(0x0101010101010101)) >> 56);
}

/* Cells: one for each code point, one more for those that begin with E3 to FF (from U+3000
 * on). Eight bytes at a time. */
static size_t cells(const char *text, size_t length)
{
    size_t count = length;
    for (; length >= 8; text += 8, length -= 8) {
        uint64_t x;
        memcpy(&x, text, 8);
        if ((x & UINT64_C(0x8080808080808080)) == 0)
            continue;
        count -= ones((x >> 7) & ~(x >> 6));
        count += ones((x >> 7) & (x >> 6) & (x >> 5) &
                      ((x >> 4) | (x >> 3) | (x >> 2) | ((x >> 1) & x)));
    }
    for (; length > 0; text++, length--) {
        unsigned char byte = (unsigned char)*text;
        count = count - ((byte & 0xC0) == 0x80) + (byte >= 0xE3);
    }
    return count;
}

unsigned wrapping_width(const char *text, const struct line *line)
{
    size_t width = line->indent + cells(text + line->start, line->end - line->start);
    return width < 100000 ? (unsigned)width : 100000;
}

/* Cells of the first word: what would have had to fit on the line before. */
static unsigned first_word(const char *text, const struct line *line)
{
    unsigned char first = (unsigned char)text[line->start];
    if (first >= 0xE3)
        return 2;
    size_t end = line->start;
    while (end < line->end && end - line->start < LONG_WORD && text[end] != ' ' &&
           (unsigned char)text[end] < 0xE3)
        end++;
    return (unsigned)cells(text + line->start, end - line->start);
}

static uint32_t first_code_point(const char *text, const struct line *line)
{
    uint32_t code_point;
    utf8_decode(text + line->start, line->end - line->start, &code_point);
    return code_point;
}

/* A line that begins like this rarely goes on with a sentence. */
static bool is_fresh(const char *text, const struct line *line)
{
    uint32_t first = first_code_point(text, line);
    if (first == 0x201C || first == 0x2018)
        return true;
    return first < 0x80 && !(first >= 'a' && first <= 'z') && first != '(';
}

static bool is_stop(uint32_t code_point)
{
    static const uint32_t stops[] = { '.', '!', '?', ':', ';', 0x3002, 0xFF01, 0xFF1F, 0xFF1A,
                                      0xFF1B, 0x2026 };
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        if (code_point == stops[i])
            return true;
    }
    return false;
}

static bool is_closing(uint32_t code_point)
{
    return code_point == 0x201D || code_point == 0x2019 || code_point == '"' ||
           code_point == ')' || code_point == 0x300D || code_point == 0x300F ||
           code_point == 0xFF09;
}

static bool is_ended(const char *text, const struct line *line)
{
    uint32_t code_point = 0;
    for (size_t at = line->end; at > line->start;) {
        size_t previous = utf8_previous(text, at);
        utf8_decode(text + previous, at - previous, &code_point);
        if (!is_closing(code_point))
            break;
        at = previous;
    }
    return is_stop(code_point);
}

/* Would the first word of `next` have fit after a line of `width`, with cells to spare? */
static bool had_room(const char *text, unsigned width, const struct line *next, unsigned margin,
                     unsigned spare)
{
    return width + 2 + spare <= margin && width + 1 + first_word(text, next) + spare <= margin;
}

static size_t digits_at(const char *text, size_t at, size_t end)
{
    size_t count = 0;
    while (at + count < end && ascii_is_digit(text[at + count]))
        count++;
    return count;
}

/* "1." "12)" "(3)" "(a)" "a)" and a blank. */
static bool is_numbered(const char *text, const struct line *line)
{
    size_t at = line->start;
    bool bracket = text[at] == '(';
    at += bracket ? 1 : 0;
    size_t digits = digits_at(text, at, line->end);
    if (digits > ITEM_DIGITS)
        return false;
    bool letter = digits == 0 && at < line->end && ascii_is_small(text[at]);
    at += letter ? 1 : digits;
    if (at + 1 >= line->end || (digits == 0 && !letter) || text[at + 1] != ' ')
        return false;
    return text[at] == ')' || (text[at] == '.' && digits > 0 && !bracket);
}

/* Han numerals and the enumeration comma. */
static bool is_numbered_han(const char *text, const struct line *line)
{
    static const char numerals[] = "一二三四五六七八九十";
    size_t at = line->start;
    unsigned count = 0;
    for (; count < 3 && line->end - at >= 3; count++, at += 3) {
        char one[4] = { text[at], text[at + 1], text[at + 2], '\0' };
        if (strstr(numerals, one) == NULL || (unsigned char)one[0] < 0xE3)
            break;
    }
    return count > 0 && line->end - at > 3 && memcmp(text + at, "、", 3) == 0;
}

static bool is_bulleted(const char *text, const struct line *line)
{
    static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "•\t", "· ", "– ", "— " };
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
        size_t size = strlen(bullets[i]);
        if (line->end - line->start > size && memcmp(text + line->start, bullets[i], size) == 0)
            return true;
    }
    return false;
}

bool wrapping_is_item(const char *text, const struct line *line)
{
    unsigned char first = (unsigned char)text[line->start];
    if (first >= 0xE4 && first <= 0xE9)
        return is_numbered_han(text, line);
    return first == '(' || (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z')
               ? is_numbered(text, line)
               : is_bulleted(text, line);
}

/* Three spaces in a row, eight places at a time. */
static bool has_columns(const char *from, size_t length)
{
    static const uint64_t ones_all = UINT64_C(0x0101010101010101);
    size_t at = 0;
    for (; at + 10 <= length; at += 8) {
        uint64_t here;
        uint64_t second;
        uint64_t third;
        memcpy(&here, from + at, 8);
        memcpy(&second, from + at + 1, 8);
        memcpy(&third, from + at + 2, 8);
        uint64_t spaces = ones_all * ' ';
        uint64_t other = (here ^ spaces) | (second ^ spaces) | (third ^ spaces);
        if (((other - ones_all) & ~other & (ones_all << 7)) != 0)
            return true;
    }
    for (; at + 3 <= length; at++) {
        if (memcmp(from + at, "   ", 3) == 0)
            return true;
    }
    return false;
}

static bool is_rule(const char *from, size_t length)
{
    size_t at = 0;
    while (at < length && memchr("-=_*~+# ", from[at], 8) != NULL)
        at++;
    return at == length;
}

/* Columns, box drawing, quoted mail, or nothing but rule characters. */
static bool is_ruled(const char *text, const struct line *line)
{
    const char *from = text + line->start;
    size_t length = line->end - line->start;
    if (length == 0)
        return false;
    if (from[0] == '>' || memchr(from, '\t', length) != NULL || has_columns(from, length))
        return true;
    if (length >= 3 && (unsigned char)from[0] == 0xE2 &&
        ((unsigned char)from[1] == 0x94 || (unsigned char)from[1] == 0x95))
        return true;
    const char *bar = memchr(from, '|', length);
    if (bar != NULL && memchr(bar + 1, '|', length - (size_t)(bar - from) - 1) != NULL)
        return true;
    return (unsigned char)from[0] < 'A' && is_rule(from, length);
}

/* A line and what is asked of it more than once. */
struct sight {
    struct line line;
    unsigned width;
    bool ruled;
};

static struct sight sight_at(const char *text, size_t length, size_t at)
{
    struct sight sight = { .line = wrapping_line_at(text, length, at) };
    sight.width = wrapping_width(text, &sight.line);
    sight.ruled = is_ruled(text, &sight.line);
    return sight;
}

/* Not for the comparison: what follows is another thing anyway. */
static bool is_pair(const char *text, const struct sight *sight, const struct sight *next)
{
    return next->line.start < next->line.end && sight->line.start < sight->line.end &&
           !sight->ruled && !next->ruled && next->line.indent <= sight->line.indent + 1 &&
           !wrapping_is_item(text, &next->line);
}

static void weigh(struct evidence *evidence, const char *text, const struct sight *sight,
                  const struct sight *next, unsigned margin)
{
    bool hyphen = hyphenation_at_end(text, sight->line.start, sight->line.end) > 0;
    bool near = hyphen || !had_room(text, sight->width, &next->line, margin, margin / 10);
    bool fresh = is_fresh(text, &next->line);
    bool ended = is_ended(text, &sight->line);
    evidence->pairs++;
    evidence->near += near;
    evidence->fresh += fresh;
    evidence->ended += ended;
    evidence->certain += near && !fresh && !ended;
}

static bool says_joined(const struct evidence *evidence)
{
    if (evidence->near * 10 < evidence->pairs * 6)
        return false;
    if (evidence->pairs < 3)
        return true;
    return evidence->fresh * 10 < evidence->pairs * 7 && evidence->ended * 10 < evidence->pairs * 8;
}

static bool has_long_word(const char *text, const struct line *line)
{
    size_t word = 0;
    for (size_t at = line->start; at < line->end && word < LONG_WORD; at++)
        word = text[at] == ' ' || (unsigned char)text[at] >= 0xE3 ? 0 : word + 1;
    return word >= LONG_WORD;
}

/* Widths of the lines that another line follows, and how many lines are too long. */
struct mention_index {
    unsigned widths[WRAPPING_LONG + 1];
    unsigned pairs;
    unsigned lines;
    unsigned long_lines;
};

static void count_lines(const char *text, size_t length, struct mention_index *mention_index)
{
    struct sight sight = sight_at(text, length, 0);
    for (;;) {
        bool is_long = sight.width > WRAPPING_LONG;
        mention_index->lines += sight.line.start < sight.line.end;
        mention_index->long_lines += is_long && !has_long_word(text, &sight.line);
        if (sight.line.next >= length)
            return;
        struct sight next = sight_at(text, length, sight.line.next);
        if (!is_long && is_pair(text, &sight, &next)) {
            mention_index->widths[sight.width]++;
            mention_index->pairs++;
        }
        sight = next;
    }
}

/* The width that all but one in fifty of the lines keep. */
static unsigned margin_of(const struct mention_index *mention_index)
{
    unsigned above = 0;
    unsigned width = WRAPPING_LONG;
    while (width > 0 && (above + mention_index->widths[width]) * 50 <= mention_index->pairs)
        above += mention_index->widths[width--];
    return width;
}

struct wrapping wrapping_of_text(const char *text, size_t length)
{
    struct wrapping wrapping = { false, WRAPPING_LINE };
    struct mention_index mention_index = { .pairs = 0 };
    size_t head = length < WRAPPING_HEAD ? length : WRAPPING_HEAD;
    if (head == 0)
        return wrapping;
    count_lines(text, head, &mention_index);
    unsigned margin = margin_of(&mention_index);
    if (mention_index.pairs == 0 || mention_index.long_lines * 50 > mention_index.lines ||
        margin < MARGIN_LEAST)
        return wrapping;
    struct evidence evidence = { 0 };
    struct sight sight = sight_at(text, head, 0);
    while (sight.line.next < head) {
        struct sight next = sight_at(text, head, sight.line.next);
        bool is_long = sight.width * 5 >= margin * 3; /* no title, speech or address */
        if (is_long && is_pair(text, &sight, &next))
            weigh(&evidence, text, &sight, &next, margin);
        sight = next;
    }
    bool few = evidence.pairs < 3 && evidence.certain < evidence.pairs;
    wrapping.joined = says_joined(&evidence) && !few;
    wrapping.margin = margin;
    return wrapping;
}

/* What a look at the first lines of a group gives. */
struct survey {
    struct evidence evidence;
    unsigned lines;
    unsigned long_lines;
    unsigned ruled;
    unsigned deeper; /* lines indented more than the first */
    unsigned first;  /* the first line's indent */
    unsigned least;  /* the smallest */
};

static struct survey survey_group(const char *text, size_t length, size_t at, unsigned margin)
{
    size_t stop = length - at < WRAPPING_GROUP_BYTES ? length : at + WRAPPING_GROUP_BYTES;
    struct sight sight = sight_at(text, stop, at);
    struct survey survey = { .first = sight.line.indent, .least = sight.line.indent };
    while (sight.line.start < sight.line.end && survey.lines < WRAPPING_GROUP_LINES) {
        unsigned indent = sight.line.indent;
        survey.lines++;
        survey.long_lines += sight.width > WRAPPING_LINE && sight.width > margin;
        survey.ruled += sight.ruled;
        survey.deeper += indent > survey.first + 1;
        survey.least = indent < survey.least ? indent : survey.least;
        if (sight.line.next >= stop)
            break;
        struct sight next = sight_at(text, stop, sight.line.next);
        if (is_pair(text, &sight, &next))
            weigh(&survey.evidence, text, &sight, &next, margin);
        sight = next;
    }
    return survey;
}

static enum group_shape shape_of(const struct survey *survey, bool joined)
{
    if (survey->ruled * 2 > survey->lines && survey->lines > 1 && survey->long_lines == 0)
        return GROUP_RULED;
    if (!joined)
        return survey->long_lines > 0 ? GROUP_LONG : GROUP_SHORT;
    if (survey->lines == 1)
        return GROUP_WRAPPED;
    if (!says_joined(&survey->evidence))
        return GROUP_SHORT;
    bool hanging = survey->deeper > 0 && survey->deeper * 3 >= (survey->lines - 1) * 2;
    return hanging ? GROUP_HANGING : GROUP_WRAPPED;
}

struct group wrapping_of_group(const char *text, size_t length, size_t at,
                               struct wrapping wrapping)
{
    unsigned margin = wrapping.joined ? wrapping.margin : WRAPPING_LINE;
    struct survey survey = survey_group(text, length, at, margin);
    struct group group = { shape_of(&survey, wrapping.joined), survey.least };
    if (group.shape == GROUP_HANGING)
        group.base = survey.first;
    return group;
}

bool wrapping_ends_paragraph(const char *text, const struct line *line, const struct line *next,
                             unsigned margin)
{
    unsigned width = wrapping_width(text, line);
    if (hyphenation_at_end(text, line->start, line->end) > 0 ||
        !had_room(text, width, next, margin, margin / 4))
        return false;
    return is_ended(text, line) || is_fresh(text, next) || width < margin / 2;
}
