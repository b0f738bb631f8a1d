#include "export/escape_org.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "export/clean.h"
#include "text/ascii.h"
#include "text/latinword.h"
#include "text/word.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\0';
}

/* Where emphasis may begin: behind a blank or one of these. */
static bool may_open(const char *text, size_t at)
{
    return at == 0 || is_blank(text[at - 1]) || strchr("-({'\"", text[at - 1]) != NULL ||
           (unsigned char)text[at - 1] >= 0x80;
}

/* Whether the character would be markup if the next one followed at once. `open`: it comes behind a
 * zero width space of ours. */
static bool is_mark(const char *text, size_t at, bool open)
{
    char next = text[at + 1];
    if (text[at] == '\0' || is_blank(next))
        return false;
    switch (text[at]) {
    case '*':
    case '/':
    case '=':
    case '~':
    case '+': return open || may_open(text, at);
    case '{':
    case '@': return next == text[at];
    case '_':
    case '^':
    case '[':
    case '<':
    case '\\': return true;
    default: return false;
    }
}

/* Whether a link would begin with the word before the colon at `at`, other than to the web or to
 * mail: which types of links there are is up to the reader's Emacs, and some run what follows.
 * "Local Variables:" is Emacs' own. */
static bool is_link_type(const char *text, size_t at)
{
    static const char *const safe[] = { "http", "https", "mailto" };
    size_t start = at;
    if (text[at] != ':')
        return false;
    while (start > 0 && (latinword_is_letter(text[start - 1]) || text[start - 1] == '+' ||
                         ascii_is_digit(text[start - 1])))
        start--;
    while (text[start] == '+')
        start++;
    if (start >= at || !latinword_is_letter(text[start]))
        return false;
    for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
        if (strlen(safe[i]) == at - start && strncasecmp(text + start, safe[i], at - start) == 0)
            return false;
    return !is_blank(text[at + 1]) ||
           (at - start == 9 && strncasecmp(text + start, "Variables", 9) == 0);
}

/* "-*-" on a file's first line sets variables and runs code. */
static bool is_mode_line(const char *text, size_t at)
{
    return text[at] == '*' && at > 0 && text[at - 1] == '-' && text[at + 1] == '-';
}

/* Whether the character begins, or with the one before it, what Org takes for a link, a macro, a
 * timestamp or code even where text is not markup. */
static bool is_live(const char *text, size_t at)
{
    char next = text[at + 1];
    return (text[at] == '[' && next == '[') || (text[at] == '{' && next == '{') ||
           (text[at] == '<' && (next == '%' || next == '<' || latinword_is_letter(next)));
}

/* Whether a formula may end here. No zero width space keeps it from that: Org takes one for a blank
 * behind it and for a character before it. */
static bool ends_formula(const char *text, size_t at)
{
    char next = text[at + 1];
    return text[at] == '$' && !latinword_is_letter(next) && !(next >= '0' && next <= '9');
}

/* Whether a line that begins so (blanks left out) is no paragraph or list. */
static bool is_block(const char *line, bool indented)
{
    if (line[0] == '*')
        return !indented && is_blank(line[strspn(line, "*")]);
    return line[0] == '#' || line[0] == ':' || line[0] == '|' || line[0] == '\\' ||
           strncmp(line, "-----", 5) == 0 || strncmp(line, "CLOCK:", 6) == 0 ||
           strncmp(line, "DEADLINE:", 9) == 0 || strncmp(line, "SCHEDULED:", 10) == 0 ||
           strncmp(line, "CLOSED:", 7) == 0 || strncmp(line, "%%(", 3) == 0;
}

void escape_org(struct buffer *out, const char *text, size_t length, const char *newline)
{
    struct cleaner cleaner;
    struct clean_point point;
    bool begins = true, mark = false;
    clean_begin(&cleaner, text, length);
    for (size_t line = 0; clean_next(&cleaner, &point);) {
        const char *clean = cleaner.text.data;
        size_t at = (size_t)(point.bytes - clean);
        if (point.code == '\n') {
            buffer_add_text(out, newline);
            line = at + 1;
            begins = true;
            mark = false;
            continue;
        }
        if (begins && point.code != ' ' && point.code != '\t') {
            buffer_add_text(out, is_block(point.bytes, at > line) ? ORG_ZERO_WIDTH : "");
            begins = false;
        }
        if (point.hidden) {
            buffer_add_text(out, point.label);
            continue;
        }
        if (ends_formula(clean, at)) {
            buffer_add_text(out, "\\dollar{}");
            continue;
        }
        mark = is_mark(clean, at, mark);
        /* src_C{} and call_f() are looked for from the letters on. */
        bool apart = (mark && point.code == '_') || is_link_type(clean, at) ||
                     is_mode_line(clean, at);
        buffer_add_text(out, apart ? ORG_ZERO_WIDTH : "");
        buffer_add(out, point.bytes, point.size);
        buffer_add_text(out, mark ? ORG_ZERO_WIDTH : "");
    }
    clean_end(&cleaner);
}

void escape_org_value(struct buffer *out, const char *text)
{
    struct buffer line = { 0 };
    clean_add(&line, text, strlen(text), " ");
    const char *clean = buffer_text(&line);
    for (size_t at = 0; at < line.length; at++) {
        buffer_add_text(out,
                        is_link_type(clean, at) || is_mode_line(clean, at) ? ORG_ZERO_WIDTH : "");
        buffer_add_byte(out, clean[at]);
        buffer_add_text(out, is_live(clean, at) ? ORG_ZERO_WIDTH : "");
    }
    buffer_free(&line);
}

void escape_org_tag(struct buffer *out, const char *tag)
{
    struct cleaner cleaner;
    struct clean_point point;
    size_t start = out->length;
    clean_begin(&cleaner, tag, strlen(tag));
    while (clean_next(&cleaner, &point)) {
        struct span word;
        if (word_at(point.bytes, point.size, 0, &word))
            buffer_add(out, point.bytes, point.size);
        else
            buffer_add_byte(out, '_');
    }
    if (out->length > start)
        buffer_add_byte(out, ':');
    clean_end(&cleaner);
}
