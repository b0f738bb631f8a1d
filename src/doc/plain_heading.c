#include "doc/plain_heading.h"

#include <stdint.h>
#include <string.h>

#include "doc/blocks.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/wordlist.h"

#define TITLE_CELLS 80
#define CAPITALS_CELLS 72
#define CAPITALS_LEAST 3
#define HAN_TITLE_CELLS 40
#define HEAD ((size_t)64 << 10)
#define WORD_MOST 16 /* bytes of a word that a heading begins with */

/* What a chapter line begins with; `unit` 0: no chapter line. */
struct chapter {
    unsigned unit;
    unsigned level;
};

static size_t word_length(const char *text, size_t at, size_t end)
{
    size_t from = at;
    while (at < end && (ascii_is_letter(text[at]) || ascii_is_digit(text[at])))
        at++;
    return at - from;
}

/* The number of the word in a list of words in small letters, -1 when it is not there. */
static int find_word(const char *word, size_t length, const char *words)
{
    char small[WORD_MOST + 1] = "";
    for (size_t i = 0; i < length && length <= WORD_MOST; i++)
        small[i] = ascii_lower(word[i]);
    return wordlist_find(small, words, -1);
}

/* 12, XII, twelve, First. */
static bool is_number(const char *word, size_t length)
{
    static const char words[] = "one two three four five six seven eight nine ten eleven twelve "
                                "thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
                                "twenty thirty forty fifty first second third fourth fifth last";
    size_t digits = 0;
    size_t roman = 0;
    for (size_t i = 0; i < length; i++) {
        digits += ascii_is_digit(word[i]);
        roman += strchr("IVXLCDM", word[i]) != NULL;
    }
    return (digits == length && length <= 4) || (roman == length && length <= 8) ||
           wordlist_has_small(word, length, words);
}

/* The mark at text[at], with a blank before or behind it; its bytes, 0: none. */
static size_t mark_at(const char *text, size_t at, size_t end, bool blank_before)
{
    size_t size = wordlist_at(text, at, end, ". : - \xE2\x80\x94 \xE2\x80\x93");
    return blank_before || at + size == end || blocks_blank_at(text, end, at + size) > 0 ? size : 0;
}

/* What stands behind the number: nothing, or a mark and a title, or a title with a capital. */
static bool is_title_behind(const char *text, size_t at, size_t end)
{
    size_t skipped = blocks_skip_blanks(text, end, at);
    if (skipped == end || mark_at(text, skipped, end, skipped > at) > 0)
        return true;
    return skipped > at && !ascii_is_small(text[skipped]) &&
           text[end - 1] != '.' && text[end - 1] != ',';
}

static struct chapter read_english(const char *text, const struct line *line)
{
    static const char units[] = "book part volume act chapter canto letter section scene";
    static const char alone[] = "prologue epilogue preface foreword afterword introduction "
                                "conclusion";
    static const struct chapter none = { 0, 0 };
    size_t length = word_length(text, line->start, line->end);
    int unit = find_word(text + line->start, length, units);
    if (text[line->start] >= 'a')
        return none;
    if (unit < 0) {
        bool whole = line->start + length == line->end ||
                     (line->start + length + 1 == line->end && text[line->end - 1] == '.');
        int word = whole ? find_word(text + line->start, length, alone) : -1;
        return word >= 0 ? (struct chapter){ 100 + (unsigned)word, 2 } : none;
    }
    size_t at = blocks_skip_blanks(text, line->end, line->start + length);
    size_t number = word_length(text, at, line->end);
    if (at == line->start + length || number == 0 || !is_number(text + at, number) ||
        !is_title_behind(text, at + number, line->end))
        return none;
    return (struct chapter){ 1 + (unsigned)unit, unit < 4 ? 1 : unit < 7 ? 2 : 3 };
}

static uint32_t next_code_point(const char *text, size_t end, size_t *at)
{
    uint32_t code_point = 0;
    if (*at < end)
        *at += utf8_decode(text + *at, end - *at, &code_point);
    return code_point;
}

static bool is_in(uint32_t code_point, const uint32_t *list)
{
    for (; *list != 0; list++)
        if (*list == code_point)
            return true;
    return false;
}

/* Does the line say something, with a full stop or a comma in it? */
static bool has_sentence(const char *text, size_t at, size_t end)
{
    static const uint32_t marks[] = { 0x3002, 0xFF0C, 0xFF1B, ',', ';', 0 }; /* 。，； */
    while (at < end)
        if (is_in(next_code_point(text, end, &at), marks))
            return true;
    return false;
}

/* 第, a number, 回 or its like, and a title. */
static struct chapter read_chinese(const char *text, const struct line *line)
{
    static const uint32_t digits[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
                                       0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x96F6, 0x3007,
                                       0x4E24, 0x5EFF, 0x5345, 0 }; /* 一二三…十百千零〇两廿卅 */
    static const uint32_t units[] = { 0x5377, 0x90E8, 0x7AE0, 0x56DE, 0x7BC7, 0x96C6, 0x8BDD,
                                      0x8A71, 0x5E55, 0x6298, 0x8282, 0x7BC0,
                                      0 }; /* 卷部章回篇集话話幕折节節 */
    static const uint32_t behind[] = { ' ', 0x3000, 0xFF1A, ':', 0x3001, '.', 0xB7, 0 };
    static const struct chapter none = { 0, 0 };
    size_t at = line->start;
    size_t count = 0;
    if (next_code_point(text, line->end, &at) != 0x7B2C) /* 第 */
        return none;
    uint32_t code_point = next_code_point(text, line->end, &at);
    for (; is_in(code_point, digits) || (code_point >= '0' && code_point <= '9') ||
           (code_point >= 0xFF10 && code_point <= 0xFF19);
         count++)
        code_point = next_code_point(text, line->end, &at);
    unsigned unit = 0;
    while (units[unit] != 0 && units[unit] != code_point)
        unit++;
    if (count == 0 || count > 8 || units[unit] == 0 || has_sentence(text, at, line->end))
        return none;
    size_t rest = at;
    bool parted = at == line->end || is_in(next_code_point(text, line->end, &rest), behind);
    bool sure = unit >= 2 && unit <= 3 && wrapping_width(text, line) <= HAN_TITLE_CELLS;
    if (!parted && (!sure || rest == line->end || strncmp(text + at, "\xE5\x90\x88", 3) == 0))
        return none; /* 第二回合 */
    return (struct chapter){ 200 + unit, unit < 2 ? 1 : unit < 10 ? 2 : 3 };
}

static struct chapter chapter_of(const char *text, const struct line *line)
{
    if (line->start == line->end || wrapping_width(text, line) > TITLE_CELLS)
        return (struct chapter){ 0, 0 };
    return (unsigned char)text[line->start] < 0x80 ? read_english(text, line)
                                                   : read_chinese(text, line);
}

/* The next line that is not blank, its end == its start when there is none near. */
static struct line next_text(const char *text, size_t length, size_t at)
{
    struct line line = { .next = at };
    for (int i = 0; i < 8 && line.next < length; i++) {
        line = wrapping_line_at(text, length, line.next);
        if (line.start < line.end)
            return line;
    }
    line.end = line.start;
    return line;
}

/* Letters in capitals, and letters in all, of the line. */
static size_t count_capitals(const char *text, const struct line *line, size_t *letters)
{
    size_t capitals = 0;
    *letters = 0;
    for (size_t at = line->start; at < line->end; at++) {
        *letters += ascii_is_letter(text[at]) || (unsigned char)text[at] >= 0xE3;
        capitals += ascii_is_capital(text[at]);
    }
    return capitals;
}

bool plain_heading_is_shouted(const char *text, size_t length)
{
    size_t all = 0;
    size_t capitals = 0;
    size_t lines = 0;
    size_t end = length < HEAD ? length : HEAD;
    for (size_t at = 0; at < end; lines++) {
        struct line line = wrapping_line_at(text, end, at);
        size_t letters;
        capitals += count_capitals(text, &line, &letters);
        all += letters;
        at = line.next;
    }
    return lines > 2 && capitals * 2 > all;
}

/* By itself, or above lines that are indented. */
static bool is_capitals(const char *text, size_t length, const struct line *line)
{
    size_t letters;
    size_t capitals = count_capitals(text, line, &letters);
    char last = text[line->end - 1];
    if (capitals != letters || letters < CAPITALS_LEAST ||
        letters * 2 < line->end - line->start || last == '.' || last == ',' || last == ';' ||
        wrapping_width(text, line) > CAPITALS_CELLS || wrapping_is_item(text, line))
        return false;
    if (line->next >= length)
        return true;
    struct line next = wrapping_line_at(text, length, line->next);
    return next.start == next.end || next.indent > line->indent + 1;
}

unsigned plain_heading_level(const char *text, size_t length, const struct line *line, bool first,
                             bool shouted)
{
    struct chapter chapter = chapter_of(text, line);
    if (chapter.unit > 0 && (first || chapter.unit >= 200)) {
        struct line next = next_text(text, length, line->next);
        return chapter_of(text, &next).unit == chapter.unit ? 0 : chapter.level;
    }
    return first && !shouted && is_capitals(text, length, line) ? 2 : 0;
}
