/* page_mark: notes on the article that a page shows: where each stands in it, by number.
 *
 * A mark is a target whose article is shown and whose place there is known (exact or moved).
 * The others are named by pages as notes without a place. Numbers count from 1 in the order of
 * the text; both targets of one note have a number of their own where both are shown.
 * Ownership: page_marks_free; records stay the caller's. */
#ifndef DIPTYCH_EXPORT_PAGE_MARK_H
#define DIPTYCH_EXPORT_PAGE_MARK_H

#include <stddef.h>

#include "doc/document.h"
#include "notes/record.h"

struct page_mark {
    size_t start; /* bytes of the document's text */
    size_t end;
    size_t at; /* where its number stands: the end of what it marks in its last block */
    size_t number;
    const struct note_record *record;
    enum target_role role;
};

struct page_marks {
    struct page_mark *items; /* sorted by `at`, then start */
    size_t count;
    size_t capacity;
};

/* The notes whose selection or counterpart is in `article`, numbered from `first` on. */
void page_marks_find(struct page_marks *marks, const struct document *document, const char *article,
                     const struct note_record *records, size_t count, size_t first);
void page_marks_free(struct page_marks *marks);

/* Whether the record has a target in the article that no mark could be made of. */
bool page_mark_is_missing(const struct note_record *record, const char *article);

#endif
