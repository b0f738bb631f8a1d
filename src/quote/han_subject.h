/* han_subject: who stands before a Chinese verb of saying.
 *
 * A clause is what stands between two marks. Its subject ends where the first adverbial begins:
 * 也, 还, 周二, 在……, 对……. Bytes of the text. */
#ifndef DIPTYCH_QUOTE_HAN_SUBJECT_H
#define DIPTYCH_QUOTE_HAN_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/quote_unit.h"

struct han_subject {
    struct span words; /* empty: the clause has none */
    bool living;       /* a name, a person, a body, a paper */
    bool paper;        /* a report, figures */
    bool denied;       /* 没有, 不, 未 before the verb; 将 is none */
    bool joined;       /* begins with 并, 同时: the subject of the clause before */
};

/* The subject of the clause that begins at `from`, whose verb is at `verb`. */
struct han_subject han_subject_find(const struct quote_unit *unit, size_t from, size_t verb);

/* The last subject of the first clauses from `from` that is a name, or stands before an adverbial
 * or a verb of being and having: whom 他 in what follows may mean. Empty when none is. */
struct span han_subject_lead(const struct quote_unit *unit, size_t from);

/* Past 但, 同时, 周二, 24日 and the like at the beginning. */
size_t han_subject_skip(const char *text, size_t from, size_t end);

#endif
