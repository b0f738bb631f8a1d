/* markdown: the reader for Markdown as people write it (CommonMark with tables, strike-through,
 * task lists, and what prepare.h knows besides) through md4c; the one file that knows it.
 *
 * What becomes of the source:
 *   list items       the marker "•" "◦" "▪" (by depth), "12." or "12)" right-aligned within
 *                    its list, "☐" "☑" for tasks; markers of items that begin on one line
 *                    stand together ("• 1."). An empty item is an empty block.
 *   code blocks      one block for each line, BLOCK_TIGHT on all but the first
 *   tables           one block for each row; the alignment of the columns is kept
 *   images           their alternative text, as a link to the address; without one, the
 *                    last part of the address
 *   links            without text show their address
 *   footnotes        [^id] is "[1]" (STYLE_NOTE_MARK) with a LINK_PLACE; the definition
 *                    stays where it is, flagged BLOCK_FOOTNOTE, with the marker "[1]".
 *   definitions      stand four cells right of their term
 *   boxes            are quotes that begin with their title or kind (STYLE_STRONG)
 *   [[note#heading]] is "note > heading", [[#heading]] "heading", ![[note]] the same
 *   {#id}, ^id       are anchors (document.h)
 *   raw HTML         shows its text (markdown_html.h); comments show nothing, shortcodes and
 *                    macros the words that are in them (macro.h)
 *   addresses        in the text are links (autolink.h)
 *   &amp; &#8212;    the character (charref.h)
 *
 * Nothing can be inflated: text and addresses together may not exceed 4 times the source
 * + 64 KiB; beyond that, beyond MARKDOWN_LIMIT, and where more than a thousand items begin
 * on one line, the source is shown as plain text. Quotes count 255 levels at most, and lists
 * push the text no further than 120 cells. */
#ifndef DIPTYCH_DOC_MARKDOWN_H
#define DIPTYCH_DOC_MARKDOWN_H

#include "doc/document.h"

#define MARKDOWN_LIMIT ((size_t)256 << 20)

/* `text` is clean and without front matter (line numbers begin at `first_line`); it is only
 * read. */
struct document *markdown_read(const char *text, size_t length, unsigned first_line);

#endif
