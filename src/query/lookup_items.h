/* lookup_items: what a look-up found.
 *
 * Ownership: the items own their strings; lookup_items_free. */
#ifndef DIPTYCH_QUERY_LOOKUP_ITEMS_H
#define DIPTYCH_QUERY_LOOKUP_ITEMS_H

#include <stddef.h>

enum lookup_kind {
    LOOKUP_HEADWORD,  /* the longest headword; a gloss that says the English term and no more */
    LOOKUP_SHORTER,   /* a shorter headword */
    LOOKUP_COMPONENT, /* a word inside the headword or behind it */
    LOOKUP_READING,   /* a character of which nothing but its reading is known */
    LOOKUP_AMONG      /* a gloss that has the English term among other words */
};

struct lookup_item {
    enum lookup_kind kind;
    size_t start; /* bytes of the text that was given: where the headword or term stands */
    size_t end;
    char *term;        /* the headword as the text has it, the word it stands for or is read as;
                        * the gloss that has the English term */
    char *reading;     /* pinyin with tone marks, "" unknown */
    char *translation; /* glosses; the headword for an English term; "" none */
    char *source;      /* "glossary", "entity:alibaba", "cedict", "unihan" */
};

struct lookup_items {
    struct lookup_item *items;
    size_t count;
    size_t capacity;
};

/* Takes away those that say what one before them of their kind says: a name that a note has twice, two
 * traditional forms of one word. */
void lookup_items_fold(struct lookup_items *items);
void lookup_items_free(struct lookup_items *items);

#endif
