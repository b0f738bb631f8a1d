/* html_tag: one tag of HTML as Markdown has it between its text, and what it does to the text.
 * Nothing here allocates but through `struct buffer`. */
#ifndef DIPTYCH_DOC_HTML_TAG_H
#define DIPTYCH_DOC_HTML_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

#define HTML_NAME_SIZE 24

enum html_effect {
    HTML_UNKNOWN, /* no element of HTML */
    HTML_NOTHING, /* the tag shows nothing and its text stays in the line */
    HTML_EMPHASIS,
    HTML_STRONG,
    HTML_CODE,
    HTML_STRIKE,
    HTML_BREAK,
    HTML_LINK,
    HTML_IMAGE,
    HTML_BLOCK, /* its text stands for itself */
    HTML_HEADING,
    HTML_BULLETS,
    HTML_NUMBERS,
    HTML_ITEM,
    HTML_QUOTE,
    HTML_TABLE,
    HTML_ROW,
    HTML_CELL,
    HTML_HEADER_CELL,
    HTML_RULE,
    HTML_PREFORMATTED,
    HTML_RUBY_TEXT,
    HTML_HIDDEN /* neither the tag nor its text is for the reader */
};

struct html_tag {
    char name[HTML_NAME_SIZE]; /* in lower case; a longer one is cut */
    bool closing;
    const char *attributes;
    size_t attributes_length;
};

/* Reads the tag, comment, declaration or instruction at text[0] == '<'. Bytes it takes, 0 when it
 * is none of them; the name is "" for all but tags. */
size_t html_tag_read(const char *text, size_t length, struct html_tag *tag);

enum html_effect html_tag_effect(const struct html_tag *tag);

/* Appends the attribute's value, character references resolved, line ends as blanks; false when
 * the tag has none. */
bool html_tag_attribute(const struct html_tag *tag, const char *name, struct buffer *out);

/* Appends text with its character references resolved. */
void html_text_add(struct buffer *out, const char *text, size_t length);

#endif
