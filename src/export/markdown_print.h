/* markdown_print: notes as Markdown, for vaults (Obsidian) and for Pandoc.
 *
 * YAML front matter; then a block a note: the quote, its counterpart below it, the comment as a
 * list item, where it stands, #tags and ^id, between two HTML comments that name the note
 * (weave.h). */
#ifndef DIPTYCH_EXPORT_MARKDOWN_PRINT_H
#define DIPTYCH_EXPORT_MARKDOWN_PRINT_H

#include "export/printer.h"

extern const struct printer markdown_printer;

/* The note's comment, origin and tags, each of their lines `indent` columns in: what stands below
 * the quotes and in a footnote alike. */
void markdown_add_remarks(struct buffer *out, const struct note_record *record, size_t indent);

/* A target's quote as a block quote, `indent` columns in. */
void markdown_add_quote(struct buffer *out, const struct annotation_target *target, size_t indent);

/* Front matter for the article of `target` or, where that is NULL, for notes on several. */
void markdown_add_front(struct buffer *out, const struct annotation_target *target);

#endif
