#include "doc/guess.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

#define HEAD ((size_t)64 << 10)

struct scripts {
    size_t han;
    size_t kana;
    size_t latin;
    size_t other;
};

static void count_script(struct scripts *scripts, uint32_t code_point)
{
    if (utf8_is_han(code_point))
        scripts->han++;
    else if (code_point >= 0x3041 && code_point <= 0x30FF)
        scripts->kana++;
    else if ((code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z')
        scripts->latin++;
    else if (code_point >= 0xC0 && code_point <= 0x24F)
        scripts->latin++;
    else if ((code_point >= 0x370 && code_point <= 0x1FFF) ||
             (code_point >= 0xAC00 && code_point <= 0xD7A3))
        scripts->other++;
}

enum language guess_language(const char *text, size_t length)
{
    struct scripts scripts = { 0 };
    size_t end = length < HEAD ? length : HEAD;
    for (size_t at = 0; at < end;) {
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        count_script(&scripts, code_point);
    }
    size_t all = scripts.han + scripts.kana + scripts.latin + scripts.other;
    if (all == 0)
        return LANGUAGE_UNKNOWN;
    if (scripts.kana * 20 > all)
        return LANGUAGE_OTHER;
    if (scripts.han * 5 >= all)
        return LANGUAGE_CHINESE;
    return scripts.latin * 2 > all ? LANGUAGE_ENGLISH : LANGUAGE_OTHER;
}

static bool first_subtag_is(const char *tag, const char *subtag)
{
    size_t at = 0;
    for (; subtag[at] != '\0'; at++) {
        char byte = tag[at];
        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte | 0x20);
        if (byte != subtag[at])
            return false;
    }
    return tag[at] == '\0' || tag[at] == '-' || tag[at] == '_';
}

enum language guess_language_of_tag(const char *tag)
{
    static const char *const english[] = { "en", "eng", "english", "英文", "英语" };
    static const char *const chinese[] = { "zh", "zho", "chi", "cmn", "chinese", "中文", "汉语" };
    if (tag == NULL || tag[0] == '\0')
        return LANGUAGE_UNKNOWN;
    for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
        if (first_subtag_is(tag, english[i]))
            return LANGUAGE_ENGLISH;
    }
    for (size_t i = 0; i < sizeof chinese / sizeof chinese[0]; i++) {
        if (first_subtag_is(tag, chinese[i]))
            return LANGUAGE_CHINESE;
    }
    return LANGUAGE_OTHER;
}

enum mark {
    MARK_HEADING = 1,
    MARK_QUOTE = 2,
    MARK_FENCE = 4,
    MARK_LINK = 8,
    MARK_ADDRESS = 16,
    MARK_STRONG = 32,
    MARK_TABLE = 64
};

static bool is_heading(const char *line, size_t length)
{
    size_t level = 0;
    while (level < length && line[level] == '#')
        level++;
    return level >= 1 && level <= 6 && length > level + 1 && line[level] == ' ';
}

static bool is_table_rule(const char *line, size_t length)
{
    size_t dashes = 0;
    size_t bars = 0;
    for (size_t at = 0; at < length; at++) {
        if (strchr("|-: ", line[at]) == NULL)
            return false;
        dashes += line[at] == '-';
        bars += line[at] == '|';
    }
    return dashes >= 3 && bars >= 1;
}

static bool has_within(const char *line, size_t length, const char *needle)
{
    size_t size = strlen(needle);
    for (size_t at = 0; at + size <= length; at++) {
        const char *first = memchr(line + at, needle[0], length - at - size + 1);
        if (first == NULL)
            return false;
        at = (size_t)(first - line);
        if (memcmp(first, needle, size) == 0)
            return true;
    }
    return false;
}

/* "**" before and after something that is not blank. */
static bool has_strong(const char *line, size_t length)
{
    for (size_t at = 0; at + 5 <= length; at++) {
        if (line[at] == '*' && line[at + 1] == '*' && line[at + 2] != ' ' && line[at + 2] != '*')
            return has_within(line + at + 3, length - at - 3, "**");
    }
    return false;
}

static unsigned marks_of_line(const char *line, size_t length, bool after_blank)
{
    unsigned marks = 0;
    if (after_blank && is_heading(line, length))
        marks |= MARK_HEADING;
    if (after_blank && length > 2 && line[0] == '>' && line[1] == ' ')
        marks |= MARK_QUOTE;
    if (length >= 3 && memcmp(line, "```", 3) == 0)
        marks |= MARK_FENCE;
    if (is_table_rule(line, length))
        marks |= MARK_TABLE;
    if (has_within(line, length, "](http"))
        marks |= MARK_LINK;
    if (has_within(line, length, "<http"))
        marks |= MARK_ADDRESS;
    if (has_strong(line, length))
        marks |= MARK_STRONG;
    return marks;
}

bool guess_is_markdown(const char *text, size_t length)
{
    size_t end = length < HEAD ? length : HEAD;
    unsigned marks = 0;
    bool after_blank = true;
    for (size_t at = 0; at < end;) {
        const char *newline = memchr(text + at, '\n', end - at);
        size_t stop = newline != NULL ? (size_t)(newline - text) : end;
        marks |= marks_of_line(text + at, stop - at, after_blank);
        after_blank = stop == at;
        at = stop + 1;
    }
    return (marks & (marks - 1)) != 0;
}
