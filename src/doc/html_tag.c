#include "doc/html_tag.h"

#include <string.h>
#include <strings.h>

#include "doc/charref.h"
#include "text/ascii.h"

#define REFERENCE_LIMIT 32
#define TAG_LIMIT ((size_t)8 << 10)

static const struct {
    const char *name;
    enum html_effect effect;
} elements[] = {
    { "a", HTML_LINK },           { "abbr", HTML_NOTHING },     { "address", HTML_BLOCK },
    { "article", HTML_BLOCK },    { "aside", HTML_BLOCK },      { "audio", HTML_NOTHING },
    { "b", HTML_STRONG },         { "bdi", HTML_NOTHING },      { "bdo", HTML_NOTHING },
    { "big", HTML_NOTHING },      { "blockquote", HTML_QUOTE }, { "body", HTML_BLOCK },
    { "br", HTML_BREAK },         { "button", HTML_NOTHING },   { "canvas", HTML_NOTHING },
    { "caption", HTML_BLOCK },    { "center", HTML_BLOCK },     { "cite", HTML_EMPHASIS },
    { "code", HTML_CODE },        { "col", HTML_NOTHING },      { "colgroup", HTML_NOTHING },
    { "data", HTML_NOTHING },     { "dd", HTML_BLOCK },         { "del", HTML_STRIKE },
    { "details", HTML_BLOCK },    { "dfn", HTML_EMPHASIS },     { "dialog", HTML_BLOCK },
    { "div", HTML_BLOCK },        { "dl", HTML_BLOCK },         { "dt", HTML_BLOCK },
    { "em", HTML_EMPHASIS },      { "embed", HTML_NOTHING },    { "fieldset", HTML_BLOCK },
    { "figcaption", HTML_BLOCK }, { "figure", HTML_BLOCK },     { "font", HTML_NOTHING },
    { "footer", HTML_BLOCK },     { "form", HTML_BLOCK },       { "h1", HTML_HEADING },
    { "h2", HTML_HEADING },       { "h3", HTML_HEADING },       { "h4", HTML_HEADING },
    { "h5", HTML_HEADING },       { "h6", HTML_HEADING },       { "head", HTML_HIDDEN },
    { "header", HTML_BLOCK },     { "hgroup", HTML_BLOCK },     { "hr", HTML_RULE },
    { "html", HTML_BLOCK },       { "i", HTML_EMPHASIS },       { "iframe", HTML_NOTHING },
    { "img", HTML_IMAGE },        { "input", HTML_NOTHING },    { "ins", HTML_NOTHING },
    { "kbd", HTML_CODE },         { "label", HTML_NOTHING },    { "legend", HTML_BLOCK },
    { "li", HTML_ITEM },          { "link", HTML_NOTHING },     { "main", HTML_BLOCK },
    { "map", HTML_NOTHING },      { "mark", HTML_STRONG },      { "menu", HTML_BULLETS },
    { "meta", HTML_NOTHING },     { "meter", HTML_NOTHING },    { "nav", HTML_BLOCK },
    { "nobr", HTML_NOTHING },     { "noscript", HTML_NOTHING }, { "object", HTML_NOTHING },
    { "ol", HTML_NUMBERS },       { "optgroup", HTML_BLOCK },   { "option", HTML_BLOCK },
    { "output", HTML_NOTHING },   { "p", HTML_BLOCK },          { "param", HTML_NOTHING },
    { "path", HTML_NOTHING },     { "picture", HTML_NOTHING },  { "pre", HTML_PREFORMATTED },
    { "progress", HTML_NOTHING }, { "q", HTML_NOTHING },        { "rb", HTML_NOTHING },
    { "rp", HTML_HIDDEN },        { "rt", HTML_RUBY_TEXT },     { "rtc", HTML_NOTHING },
    { "ruby", HTML_NOTHING },     { "s", HTML_STRIKE },         { "samp", HTML_CODE },
    { "script", HTML_HIDDEN },    { "section", HTML_BLOCK },    { "select", HTML_NOTHING },
    { "slot", HTML_NOTHING },     { "small", HTML_NOTHING },    { "source", HTML_NOTHING },
    { "span", HTML_NOTHING },     { "strike", HTML_STRIKE },    { "strong", HTML_STRONG },
    { "style", HTML_HIDDEN },     { "sub", HTML_NOTHING },      { "summary", HTML_BLOCK },
    { "sup", HTML_NOTHING },      { "svg", HTML_NOTHING },      { "table", HTML_TABLE },
    { "tbody", HTML_NOTHING },    { "td", HTML_CELL },          { "template", HTML_HIDDEN },
    { "textarea", HTML_NOTHING }, { "tfoot", HTML_NOTHING },    { "th", HTML_HEADER_CELL },
    { "thead", HTML_NOTHING },    { "time", HTML_NOTHING },     { "title", HTML_HIDDEN },
    { "tr", HTML_ROW },           { "track", HTML_NOTHING },    { "tt", HTML_CODE },
    { "u", HTML_NOTHING },        { "ul", HTML_BULLETS },       { "var", HTML_EMPHASIS },
    { "video", HTML_NOTHING },    { "wbr", HTML_NOTHING },
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static const char *find(const char *text, size_t length, const char *what)
{
    size_t size = strlen(what);
    const char *end = text + length;
    while ((size_t)(end - text) >= size) {
        text = memchr(text, what[0], (size_t)(end - text) - size + 1);
        if (text == NULL || memcmp(text, what, size) == 0)
            return text;
        text++;
    }
    return NULL;
}

/* A comment and the like: up to `ending`, or to the end. */
static size_t skip_to(const char *text, size_t length, size_t from, const char *ending)
{
    const char *end = from < length ? find(text + from, length - from, ending) : NULL;
    return end != NULL ? (size_t)(end - text) + strlen(ending) : length;
}

size_t html_tag_read(const char *text, size_t length, struct html_tag *tag)
{
    size_t at = 1;
    size_t size = 0;
    *tag = (struct html_tag){ .attributes = text };
    if (length >= 4 && memcmp(text, "<!--", 4) == 0)
        return skip_to(text, length, 2, "-->"); /* <!--> is one, too */
    if (length >= 9 && memcmp(text, "<![CDATA[", 9) == 0)
        return skip_to(text, length, 9, "]]>");
    if (length >= 2 && text[1] == '?')
        return skip_to(text, length, 2, "?>");
    if (length >= 2 && text[1] == '!')
        return skip_to(text, length, 2, ">");
    tag->closing = length > 1 && text[1] == '/';
    at += tag->closing;
    if (at >= length || !ascii_is_letter(text[at]))
        return 0;
    for (; at < length && !is_space(text[at]) && text[at] != '>' && text[at] != '/'; at++) {
        if (size + 1 < sizeof tag->name)
            tag->name[size++] = ascii_lower(text[at]);
    }
    size_t from = at;
    length = length < TAG_LIMIT ? length : TAG_LIMIT;
    for (char quote = '\0'; at < length && (quote != '\0' || text[at] != '>'); at++) {
        if (quote != '\0')
            quote = text[at] == quote ? '\0' : quote;
        else if ((text[at] == '"' || text[at] == '\'') && text[at - 1] == '=')
            quote = text[at];
    }
    if (at >= length)
        return 0;
    tag->attributes = text + from;
    tag->attributes_length = at - from;
    return at + 1;
}

enum html_effect html_tag_effect(const struct html_tag *tag)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp(tag->name, elements[i].name) == 0)
            return elements[i].effect;
    }
    return HTML_UNKNOWN;
}

void html_text_add(struct buffer *out, const char *text, size_t length)
{
    size_t size;
    for (size_t at = 0; at < length; at += size) {
        const char *next = memchr(text + at, '&', length - at);
        size = next != NULL ? (size_t)(next - text) - at : length - at;
        buffer_add(out, text + at, size);
        if (next == NULL || size > 0)
            continue;
        size_t reach = length - at < REFERENCE_LIMIT ? length - at : REFERENCE_LIMIT;
        const char *end = memchr(next, ';', reach);
        size = end != NULL ? (size_t)(end - next) + 1 : 1;
        if (end != NULL)
            charref_add(out, next, size);
        else
            buffer_add_byte(out, '&');
    }
}

/* Takes one attribute off; its name and value are parts of the text. */
static bool next_attribute(const char **at, const char *end, const char **name, size_t *name_length,
                           const char **value, size_t *value_length)
{
    const char *from = *at;
    while (from < end && (is_space(*from) || *from == '/'))
        from++;
    if (from == end)
        return false;
    *name = from;
    while (from < end && !is_space(*from) && *from != '=' && *from != '/')
        from++;
    *name_length = (size_t)(from - *name);
    const char *mark = from;
    while (mark < end && is_space(*mark))
        mark++;
    *value = from;
    *value_length = 0;
    if (mark < end && *mark == '=') {
        from = mark + 1;
        while (from < end && is_space(*from))
            from++;
        char quote = from < end && (*from == '"' || *from == '\'') ? *from++ : '\0';
        *value = from;
        while (from < end && (quote != '\0' ? *from != quote : !is_space(*from)))
            from++;
        *value_length = (size_t)(from - *value);
        from += quote != '\0' && from < end;
    } else if (*name_length == 0) {
        from++;
    }
    *at = from;
    return true;
}

bool html_tag_attribute(const struct html_tag *tag, const char *name, struct buffer *out)
{
    const char *at = tag->attributes;
    const char *end = at + tag->attributes_length;
    const char *found, *value;
    size_t found_length, length;
    while (next_attribute(&at, end, &found, &found_length, &value, &length)) {
        if (found_length != strlen(name) || strncasecmp(found, name, found_length) != 0)
            continue;
        size_t from = out->length;
        html_text_add(out, value, length);
        for (size_t i = from; i < out->length; i++) {
            if (out->data[i] == '\n' || out->data[i] == '\t')
                out->data[i] = ' ';
        }
        return true;
    }
    return false;
}
