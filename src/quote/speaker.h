/* speaker: who is meant by the words that stand with a cue.
 *
 * Reads a document's units in order and keeps who was named last: the last person and the last body
 * that was the subject of a sentence or spoke. A pronoun or a role (the company, 该公司, 发言人)
 * goes back to one of them if one is near; a statement without words of its own goes to the last
 * speaker of its paragraph or of the one before. What goes back to nobody stays empty. Plain
 * values: nothing is allocated. */
#ifndef DIPTYCH_QUOTE_SPEAKER_H
#define DIPTYCH_QUOTE_SPEAKER_H

#include "quote/english_tokens.h"
#include "quote/quote_unit.h"
#include "quote/speaker_gender.h"

/* Somebody who was named. */
struct speaker_heard {
    struct span words;
    uint32_t entity;
    enum speaker_class class;
    size_t block;               /* 1-based; 0: nobody */
    size_t turn;                /* number of the unit */
    bool role;                  /* by a role alone: the union */
    bool many;                  /* “they” may mean them */
    enum speaker_gender gender; /* that a pronoun told */
};

#define SPEAKER_PERSONS 4

struct speaker {
    struct speaker_heard persons[SPEAKER_PERSONS]; /* who were named last, the last one first */
    struct speaker_heard group;
    struct speaker_heard role;    /* the last that spoke by a role: a spokesman */
    struct speaker_heard last;    /* that spoke */
    struct speaker_heard before;  /* that spoke last in a paragraph before that one's */
    struct speaker_heard several; /* the last subject that “they” may mean */
    struct speaker_heard other;   /* the last of whom it is not known what it is */
    struct speaker_heard beat;    /* the subject of the last unit that says nothing */
    size_t doubt; /* the turn of a unit about a “she” of whom it is not known who she is */
    size_t turn;  /* of the unit that is being read */
    size_t block; /* the one that is being read, from 1 */
    size_t nobody; /* the block in which a quotation was found to be nobody's */
    bool open;     /* the paragraph before ends within words in marks, which go on at this unit */
    bool spoken;  /* the unit before had a statement */
    bool asked;   /* the last statement is a question */
};

/* Fills in speaker, entity and how of `quotation`; `english` is NULL for a Chinese unit. */
void speaker_resolve(struct speaker *speaker, const struct quote_unit *unit,
                     const struct statement *statement, bool english, struct quotation *quotation);

/* Notes who is the subject of a unit. `tokens` is NULL for a Chinese one. True when the unit ends
 * with a colon, so that what follows is theirs. */
bool speaker_see(struct speaker *speaker, const struct quote_unit *unit,
                 const struct english_tokens *tokens);

/* Notes who is the subject of the words that the unit of `statement` begins with: of "His uncle, he
 * says, died" and "Lowe lied, he says" neither is “he”; "the company" may be it. */
void speaker_see_said(struct speaker *speaker, const struct quote_unit *unit,
                      const struct english_tokens *tokens, const struct statement *statement);

/* Looks at the unit behind the one that is to be read next: its subject has what stands alone in
 * marks before it. */
void speaker_peek(struct speaker *speaker, const struct quote_unit *unit,
                  const struct english_tokens *tokens);

#endif
