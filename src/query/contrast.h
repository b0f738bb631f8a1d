/* contrast: two reports of one story set against each other: what both tell, what only one does,
 * which figures and dates they tell otherwise, whom only one names or quotes.
 *
 *   kind     status                                 spans
 *   figure   agree rounded differ only-a only-b     the figures
 *   date     agree rounded differ only-a only-b     the dates among them; weekdays that no
 *                                                   publication date resolves, as they are said
 *   passage  both only-a only-b                     sentences, as they are aligned
 *   speaker  only-a only-b                          what somebody says whom the other does not
 * quote name     only-a only-b                          first mention of whom the other does not
 * name note     both only-a only-b                     passages that the reader made a note on
 *
 * Spans are bytes of each text; where a side has nothing its span is empty. Ownership:
 * contrast_free; documents and what they were read with are borrowed, and must outlive it. */
#ifndef DIPTYCH_QUERY_CONTRAST_H
#define DIPTYCH_QUERY_CONTRAST_H

#include "align/alignment.h"
#include "base/buffer.h"
#include "query/entity_index.h"
#include "query/figure_comparison.h"
#include "query/source_line.h"
#include "quote/quotations.h"

enum contrast_kind {
    CONTRAST_FIGURE,
    CONTRAST_DATE,
    CONTRAST_PASSAGE,
    CONTRAST_SPEAKER,
    CONTRAST_NAME,
    CONTRAST_NOTE
};

enum contrast_status {
    CONTRAST_BOTH,
    CONTRAST_AGREE,
    CONTRAST_ROUNDED,
    CONTRAST_DIFFER,
    CONTRAST_ONLY_A,
    CONTRAST_ONLY_B
};

struct contrast_row {
    enum contrast_kind kind;
    enum contrast_status status;
    struct span spans[2];
    struct span speaker; /* of CONTRAST_SPEAKER: on the side that has it */
    struct span cue;     /* its verb, without which a denial would be a claim; empty: it has none */
    char *comment;       /* of CONTRAST_NOTE; else NULL */
};

struct contrast_side {
    const struct document *document;
    const char *id;
    const char *path;          /* of its file as a link to it has it; NULL: it has none */
    struct source_lines lines; /* of that file */
    struct span weekday; /* the first that no day of publication resolves; empty: there is none */
    struct mentions mentions;
    struct quotations quotations;
};

/* Start with { 0 }. */
struct contrast {
    struct contrast_row *items;
    size_t count;
    size_t capacity;
    bool names_shared; /* both name one person, body or place at least */
    struct contrast_side sides[2];
};

/* Fills `contrast`, side 0 being the alignment's A. Ids are borrowed. */
void contrast_make(struct contrast *contrast, const struct document *const documents[2],
                   const char *const ids[2], const struct alignment *alignment,
                   const struct figure_comparison *figures, const struct entity_index *entities);
void contrast_free(struct contrast *contrast);

/* Whether the two tell anything in common: a passage, a figure, a date, or a name. */
bool contrast_has_common(const struct contrast *contrast);

/* Adds a note: the passages that it is on, empty where a side has none; nothing when both are. The
 * comment is copied. */
void contrast_add_note(struct contrast *contrast, const struct span spans[2], const char *comment);

/* Tells the side's file, so that lines lead to it: `name` (borrowed) is what a link has, `path` is
 * read. */
void contrast_set_file(struct contrast *contrast, int side, const char *name, const char *path);

/* "2015-06-22 (Monday)", "date not told", "date not told, tells of Tuesday". The caller frees. */
char *contrast_day(const struct contrast *contrast, int side);

/* The sentence around the row's span on that side, for a context; empty where the side has none. */
struct span contrast_sentence(const struct contrast *contrast, const struct contrast_row *row,
                              int side);

#endif
