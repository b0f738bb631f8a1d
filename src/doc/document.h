/* document: an article as an immutable text with blocks, inline styles and links.
 *
 * `text` is clean UTF-8 (text/sanitize.h). Blocks are its paragraphs, headings, code
 * blocks, table rows and rules in reading order; they do not overlap, and only white
 * space lies between them. Containers (quotes, lists) are flattened: a block knows how
 * deep it is quoted and indented and which list marker stands before it; the marker
 * itself is no part of the text. All positions are bytes of `text`.
 *
 * Plain text: one code point of the file is one code point of the text, except that a
 * BOM is dropped, CR LF is one newline, and the newline (with the blanks around it) that
 * joins two hard-wrapped lines is one space, or nothing between two Han characters (or
 * what is set like them: Chinese punctuation, kana) and behind a hyphen, which goes where it
 * only cut a word. A line ruled off with ==== or ---- right
 * below it is a heading of level 1 or 2; the rule stays in the text as a tight line.
 * Addresses are links in both (autolink.h).
 * Markdown: the text is what a reader reads, without the markup; blocks are separated
 * by one newline; table cells of a row by a tab; a hard line break is a newline.
 *
 * A block never exceeds DOCUMENT_BLOCK_LIMIT bytes: a longer paragraph is cut at a place
 * where a line may break and goes on in a block flagged BLOCK_CONTINUES (so that layout
 * stays cheap on a line of 100 MB).
 *
 * Ownership: the document owns everything it points to; document_free releases it. It is
 * never changed after a reader has returned it, so threads may share it. */
#ifndef DIPTYCH_DOC_DOCUMENT_H
#define DIPTYCH_DOC_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "doc/block.h"
#include "doc/frontmatter.h"
#include "text/sanitize.h"

#define DOCUMENT_BLOCK_LIMIT ((size_t)32 << 10)

enum link_kind {
    LINK_URL,  /* target: the address as written */
    LINK_NOTE, /* target: a [[wikilink]]: an entity, article or file name */
    LINK_PLACE,  /* to another place of this text (footnotes): `place` */
    LINK_CONTEXT /* to the place in another text that the program took this row from */
};

struct link {
    struct span span;
    enum link_kind kind;
    char *target; /* NUL-terminated, sanitised; "" for LINK_PLACE */
    size_t place;
};

/* A place that the source names: {#id}, ^id, an id of HTML. */
struct document_anchor {
    char *name; /* "id", "^id"; sanitised */
    size_t offset;
};

enum language { LANGUAGE_UNKNOWN, LANGUAGE_ENGLISH, LANGUAGE_CHINESE, LANGUAGE_OTHER };

struct document {
    char *text; /* NUL-terminated */
    size_t length;
    struct block *blocks;
    size_t block_count;
    struct style_run *styles; /* sorted, not overlapping */
    size_t style_count;
    struct link *links; /* sorted by start, not overlapping */
    size_t link_count;
    struct document_anchor *anchors; /* as they come in the text */
    size_t anchor_count;
    char **markers; /* "•", "12.", "☐" ... */
    size_t marker_count;
    uint64_t *bars; /* bit c: a quote's bar stands c cells right of the text's left edge */
    struct table_alignment *tables; /* those with an alignment, sorted by block */
    size_t table_count;
    struct frontmatter *frontmatter; /* never NULL, may be empty */
    enum language language;          /* from front matter, else guessed from the text */
    char *encoding; /* that the file was in, NULL: UTF-8 */
    char *undecoded; /* why a file that is not in UTF-8 is shown as if it were; NULL: it is not */
    struct sanitize_counts repaired;
    bool partial; /* only the beginning of a long file (document_read_head) */
};

void document_free(struct document *document);

/* Index of the block that `offset` stands in, else of the one before it (0 when it lies before
 * all). O(log n). */
size_t document_block_at(const struct document *document, size_t offset);

/* The link at `offset`, NULL when there is none. */
const struct link *document_link_at(const struct document *document, size_t offset);

/* The key of a BLOCK_CONTEXT: its first styled run; an empty span at its start when it has none. */
struct span document_key(const struct document *document, size_t block);

/* Style bits at `offset`. */
unsigned document_style_at(const struct document *document, size_t offset);

/* Where the bars of the block's quotes stand, a bit a cell; those beyond the 64th are not known. */
uint64_t document_bars(const struct document *document, size_t block);

/* The alignment of the table whose first row is `block`, NULL when it has none. */
const struct table_alignment *document_alignment(const struct document *document, size_t block);

/* Sentences of one block (text/sentence.h), appended. A heading, table row or code block
 * is one sentence each. A block with BLOCK_CONTINUES starts a sentence. */
void document_sentences(const struct document *document, size_t block, struct spans *out);

/* The title: front matter's, else that of a book's head (text_head.h), else the first level-1
 * heading, else the first paragraph that has a letter, if it is of at most 120 code points and ends
 * without a full stop, else "".
 * A paragraph that the text repeats near its beginning is a caption: one in title case among
 * the first blocks goes before it. Caller frees. */
char *document_title(const struct document *document);

#endif
