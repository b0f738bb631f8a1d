/* nesting: the quotes, lists and items that are open while a document is being read, and
 * what they give to each block: how deep it is quoted, how far it is indented, its
 * marker, whether it stands close to the block before.
 *
 * Indents are cells. Quotes and lists take theirs in the order in which they nest. A marker
 * waits until its item shows its first block; markers of items that begin together stand
 * together ("• 1."), with two blanks for the bar of a quote that begins after one of them.
 * Numbers are right-aligned when their list ends. Limits: 255 quotes, 120 cells of indent,
 * 255 markers on one block. */
#ifndef DIPTYCH_DOC_NESTING_H
#define DIPTYCH_DOC_NESTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "doc/builder.h"

enum container_kind { CONTAINER_QUOTE, CONTAINER_BULLETS, CONTAINER_NUMBERS, CONTAINER_ITEM };

struct container {
    enum container_kind kind;
    bool is_tight;       /* list: no blank lines between its items */
    bool is_footnote;    /* item: it or one around it is a note */
    bool has_block;      /* something of it has been shown */
    char delimiter;      /* numbers: after the number */
    unsigned number;     /* numbers: of the next item; item: cells of its marker */
    unsigned widest;     /* numbers: cells of the widest marker */
    unsigned indent;     /* up to here, this one included */
    unsigned column;     /* cells left of it, quote bars included */
    uint64_t bars;       /* of the quotes up to here (document.h) */
    unsigned bullets;    /* bullet lists up to here */
    size_t list;         /* index of the innermost list around, SIZE_MAX none */
    size_t first_block;  /* blocks before it */
    size_t marker_start; /* item: where its part of the waiting marker begins */
};

/* An item whose number is to be aligned when its list ends. */
struct numbered_item {
    size_t first_block;
    size_t end_block;
    size_t list;
    unsigned width;
    unsigned column;
};

struct nesting {
    struct builder *builder;
    struct container *items;
    size_t count;
    size_t capacity;
    struct {
        struct numbered_item *items;
        size_t count;
        size_t capacity;
    } numbered;
    size_t shared; /* containers open now that were open at the block before */
    unsigned quotes;
    struct buffer marker; /* waits for the next block */
};

enum nesting_task { TASK_NONE, TASK_OPEN, TASK_DONE };

void nesting_enter_quote(struct nesting *nesting);
void nesting_enter_bullets(struct nesting *nesting, bool is_tight);
void nesting_enter_numbers(struct nesting *nesting, bool is_tight, unsigned start, char delimiter);
void nesting_enter_item(struct nesting *nesting, enum nesting_task task);

/* Makes the item just entered a footnote. False where the innermost container is no item or
 * has shown something already. */
bool nesting_become_footnote(struct nesting *nesting, unsigned number);

/* Makes the item just entered what is said of a term: pushed to the right, without a marker. */
void nesting_become_definition(struct nesting *nesting);

/* Whether the innermost item still owes its marker: it has no block at all. */
bool nesting_owes_marker(const struct nesting *nesting);

/* Leaves the innermost container, all of whose blocks have been closed. */
void nesting_leave(struct nesting *nesting);

/* Completes a block that is about to be opened: indent, quote, marker, flags. */
void nesting_dress(struct nesting *nesting, struct block *block);

void nesting_free(struct nesting *nesting);

#endif
