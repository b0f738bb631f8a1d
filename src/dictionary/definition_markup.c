#include "dictionary/definition_markup.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "doc/charref.h"
#include "text/latinword.h"
#include "text/wordlist.h"

#define NAME_SIZE 16

struct tag {
    char name[NAME_SIZE]; /* lower-case, cut */
    bool closing;
    size_t end; /* behind its > */
};

/* The end of a comment or declaration; a quoted > in a tag is not its end. */
static size_t tag_end(const char *text, size_t length, size_t at)
{
    if (length - at >= 4 && memcmp(text + at, "<!--", 4) == 0) {
        for (size_t i = at + 4; i + 3 <= length; i++) {
            if (memcmp(text + i, "-->", 3) == 0)
                return i + 3;
        }
        return length;
    }
    char quote = '\0';
    for (size_t i = at + 1; i < length; i++) {
        if (quote != '\0')
            quote = text[i] == quote ? '\0' : quote;
        else if ((text[i] == '"' || text[i] == '\'') && text[i - 1] == '=')
            quote = text[i];
        else if (text[i] == '>')
            return i + 1;
    }
    return 0;
}

/* False when the < at `at` begins no tag. */
static bool read_tag(const char *text, size_t length, size_t at, struct tag *tag)
{
    size_t name = at + 1;
    tag->closing = name < length && text[name] == '/';
    name += tag->closing;
    if (name >= length || (!latinword_is_letter(text[name]) && text[name] != '!' && text[name] != '?'))
        return false;
    tag->end = tag_end(text, length, at);
    size_t size = 0;
    while (name + size < length && size + 1 < NAME_SIZE &&
           (latinword_is_letter(text[name + size]) || (text[name + size] >= '0' && text[name + size] <= '9')))
        size++;
    memcpy(tag->name, text + name, size);
    tag->name[size] = '\0';
    return tag->end > 0;
}

/* Behind the closing tag of a script or style. */
static size_t skip_content(const char *text, size_t length, size_t at, const char *name)
{
    for (; at < length; at++) {
        struct tag tag;
        if (text[at] == '<' && read_tag(text, length, at, &tag) && tag.closing &&
            strcasecmp(tag.name, name) == 0)
            return tag.end;
    }
    return length;
}

static size_t add_tag(struct buffer *out, const char *text, size_t length, const struct tag *tag)
{
    static const char breaks[] = "br p div li tr dd dt h1 h2 h3 h4 ul ol def ex";
    static const char hidden[] = "script style";
    if (wordlist_has_small(tag->name, strlen(tag->name), breaks))
        buffer_add_byte(out, '\n');
    if (!tag->closing && wordlist_has_small(tag->name, strlen(tag->name), hidden))
        return skip_content(text, length, tag->end, tag->name);
    return tag->end;
}

static size_t add_reference(struct buffer *out, const char *text, size_t length, size_t at)
{
    size_t end = at + 1;
    while (end < length && end - at < 32 && text[end] != ';' && text[end] != '&' &&
           text[end] != '<' && text[end] != ' ')
        end++;
    if (end >= length || text[end] != ';') {
        buffer_add_byte(out, '&');
        return at + 1;
    }
    charref_add(out, text + at, end + 1 - at);
    return end + 1;
}

void definition_markup_strip(struct buffer *out, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        struct tag tag;
        size_t plain = at;
        while (plain < length && text[plain] != '<' && text[plain] != '&')
            plain++;
        buffer_add(out, text + at, plain - at);
        at = plain;
        if (at == length)
            break;
        if (text[at] == '&') {
            at = add_reference(out, text, length, at);
        } else if (read_tag(text, length, at, &tag)) {
            at = add_tag(out, text, length, &tag);
        } else {
            buffer_add_byte(out, '<');
            at++;
        }
    }
}
