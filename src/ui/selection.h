/* selection: the passage that a reader is selecting, while the cursor moves as in reading. Pure.
 *
 * It reaches from where it was begun (the anchor) to where the cursor is (the head), whichever is
 * first, and takes both ends whole: grapheme clusters, sentences or paragraphs. Offsets are bytes
 * of the document; both lie at starts of clusters. A document without blocks has nothing to
 * select. Nothing is allocated but by selection_text. */
#ifndef DIPTYCH_UI_SELECTION_H
#define DIPTYCH_UI_SELECTION_H

#include "base/buffer.h"
#include "base/span.h"
#include "doc/document.h"

enum selection_unit {
    SELECTION_NONE,
    SELECTION_CHARACTERS,
    SELECTION_SENTENCES,
    SELECTION_PARAGRAPHS
};

struct selection {
    enum selection_unit unit; /* SELECTION_NONE: nothing is being selected */
    size_t anchor;
    size_t head;
};

/* Whole units, without the blanks at its ends; empty where there is nothing but blanks. */
struct span selection_span(const struct selection *selection, const struct document *document);

/* Selects exactly that span, which is not empty, by characters; the head is its last one. */
void selection_set(struct selection *selection, const struct document *document, struct span span);

/* Anchor and head change places. */
void selection_swap(struct selection *selection);

/* Appends a passage as a reader has it read: each paragraph is one line, whatever lines it is set
 * in, with an empty one between two of them, but for those that stand close together. */
void selection_text(const struct document *document, struct span span, struct buffer *out);

#endif
