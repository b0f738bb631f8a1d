/* quotations: who says what in a document, in English and Chinese.
 *
 * A statement is what a source other than the narrator is made responsible for: words in quotation
 * marks (direct) or a clause (reported), with the cue that tells it ("said", 表示) and the speaker.
 *
 *   - What is said stands without its marks, its “that”, its attribution and its last stop. An
 *     attribution in the middle is covered. Each cue with a complement of its own is a statement,
 *     and so is each pair of marks.
 *   - Quoted terms and titles, questions of the narrator, passives without a source ("is said to"),
 *     hopes and acts are none. Code, tables and headings of one word have none.
 *   - The speaker is the words that name it. For a pronoun or a role (the company, 该公司) it is
 *     those of whom it means, where that is plain, else it is empty: no speaker is better than a
 * wrong one.
 *
 * The method is a pass over the tokens of each sentence with a lexicon of cues (cue.h, han_cue.h),
 * as in Krestel, Bergler and Witte, "Minding the Source" (LREC 2008); what counts follows PARC 3.0.
 *
 * Cost: linear in the text. Spans are bytes of the document. Ownership: quotations_free. Threads
 * may call this at once. */
#ifndef DIPTYCH_QUOTE_QUOTATIONS_H
#define DIPTYCH_QUOTE_QUOTATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "doc/document.h"

#define QUOTATION_NOBODY UINT32_MAX

enum quotation_kind { QUOTATION_DIRECT, QUOTATION_REPORTED };

/* How the speaker was found: named with the cue, named by a role, by a pronoun, taken from the
 * statement before, not at all. */
enum quotation_how {
    QUOTATION_NAMED,
    QUOTATION_ROLE,
    QUOTATION_PRONOUN,
    QUOTATION_CHAIN,
    QUOTATION_NONE
};

/* A place speaks (Washington said), but names in front of others none (the French ministry). */
enum speaker_class { SPEAKER_UNKNOWN, SPEAKER_PERSON, SPEAKER_GROUP, SPEAKER_PLACE };

/* A name that is known to stand in the document. */
struct speaker_name {
    size_t start;
    size_t end;
    uint32_t entity;
    enum speaker_class class;
};

struct quotation {
    struct span said;
    struct span cue;     /* empty where there is none */
    struct span speaker; /* empty where nobody is known */
    uint32_t entity;     /* the speaker's, QUOTATION_NOBODY */
    enum quotation_kind kind;
    enum quotation_how how;
};

/* Sorted by where they begin. Start with { 0 }. */
struct quotations {
    struct quotation *items;
    size_t count;
    size_t capacity;
};

/* Appends the document's statements. Names are sorted and do not overlap. */
void quotations_find(const struct document *document, const struct speaker_name *names,
                     size_t name_count, struct quotations *quotations);
void quotations_free(struct quotations *quotations);

const char *quotation_kind_name(enum quotation_kind kind); /* "direct", "reported" */
const char *quotation_how_name(enum quotation_how how);    /* "named", "role" ... */

/* Index of the first statement that begins at or after `offset`; `count` when there is none. */
size_t quotations_at(const struct quotations *quotations, size_t offset);

#endif
