/* speaker_reading: what kind of words stand for a speaker: a name, a pronoun, a role.
 *
 * Reads the words alone; whom a pronoun or a role goes back to is speaker.h's. Nothing is kept. */
#ifndef DIPTYCH_QUOTE_SPEAKER_READING_H
#define DIPTYCH_QUOTE_SPEAKER_READING_H

#include "quote/english_tokens.h"
#include "quote/quote_unit.h"

enum reference {
    REFERENCE_NAME,
    REFERENCE_PERSON, /* he, 他 */
    REFERENCE_GROUP,  /* it, the company, 该公司 */
    REFERENCE_EITHER, /* 其: he or it */
    REFERENCE_THEY,
    REFERENCE_ROLE, /* the spokesman */
    REFERENCE_NONE  /* who, 有人 */
};

struct reading {
    enum reference reference;
    enum speaker_class class;
    enum quotation_how how;
    bool role; /* a role's words stand for themselves */
    bool many; /* no “he” goes back to them */
};

/* The tokens of `span` in the place of those that were there; their number. */
size_t speaker_reading_words(const struct quote_unit *unit, struct span span,
                             struct english_tokens *tokens);

/* What `words` are; `name` is the one that stands in them, NULL where none does. */
struct reading speaker_reading_find(const struct quote_unit *unit, struct span words, bool english,
                                    const struct speaker_name *name);

/* the source, 该消息人士: whoever without a name spoke before. */
bool speaker_reading_is_anybody(const char *text, struct span words);

/* Lind and Okafor, 甲和乙: whether they are more than one. */
bool speaker_reading_joins_two(const char *text, struct span words);

/* Bytes of the words before the first “and”. */
size_t speaker_reading_first_of_two(const char *text, struct span words);

/* Whether the body is an office of a state, and 公司 or 集团 stands for it: it never does. */
bool speaker_reading_is_office(const char *text, struct span body, struct span words);

/* Whether a body is one that “the company” never means: a ministry, a court, a paper. */
bool speaker_reading_is_institution(const char *text, struct span words);

/* Americans, Chinese goods: nobody in particular. */
bool speaker_reading_is_people(const char *text, struct span words);

/* 台积电将持有合资公司: a clause that ends in a body's name, and nobody's name itself. */
bool speaker_reading_is_clause(const char *text, struct span words);

/* Ruth Holt's answer surprised them; Ruth Holt's voice shook: cuts English words to those of the owner. Whether what
 * is owned acts on its own, as no part of a person does; false, too, where nobody owns anything. */
bool speaker_reading_cut_owner(const struct quote_unit *unit, struct span *words);

#endif
