/* escape_markdown: text inside Markdown (CommonMark, with what GitHub, Pandoc and Obsidian add).
 *
 * Plain text is escaped so that a reader of the Markdown sees the text itself: no character of it
 * is markup, no line begins a block, every line's end stays one. What a reader wrote as Markdown
 * (a comment) stays Markdown, but cannot do harm: it has no raw HTML and no link but to the web,
 * to mail or to a file beside it, and, standing in a list item, it cannot open a block that it
 * does not close. */
#ifndef DIPTYCH_EXPORT_ESCAPE_MARKDOWN_H
#define DIPTYCH_EXPORT_ESCAPE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Plain text that begins a line; empty lines at its end are left out. `newline` is written for each
 * line's end: "\\\n> " breaks the line inside a quote, " " joins the lines. */
void escape_markdown(struct buffer *out, const char *text, size_t length, const char *newline);

/* The same for a piece of a line, blanks and newlines at its ends included; `begins`: its first. */
void escape_markdown_inline(struct buffer *out, const char *text, size_t length,
                            const char *newline, bool begins);

/* Code within a line, in as many backticks as it takes; its lines are joined. */
void escape_markdown_code(struct buffer *out, const char *text, size_t length);

/* As escape_markdown for a NUL-terminated text on one line. */
void escape_markdown_text(struct buffer *out, const char *text);

/* A reader's Markdown as the list item "- ..." that stands `indent` columns in; with a newline at
 * the end. Nothing for blank text. */
void escape_markdown_source(struct buffer *out, const char *text, size_t length, size_t indent);

/* "#tag" as Obsidian and others know it: what no tag can have in it is a hyphen. Nothing when
 * nothing is left. */
void escape_markdown_tag(struct buffer *out, const char *tag);

#endif
