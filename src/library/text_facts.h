/* text_facts: what a text says of itself: title, language, publisher, day, author, where it comes from.
 *
 * Front matter is believed (pages and books bring theirs, doc/converted.h). Where it is silent, the first
 * short lines are read, and the last: a day that stands alone, "By NAME", "Source: NAME", 来源：, 作者：,
 * 记者, also several on one line (2015-06-23 08:57 来源：新华社). What is not said in one of these forms
 * is not guessed at. Ownership: text_facts_free. */
#ifndef DIPTYCH_LIBRARY_TEXT_FACTS_H
#define DIPTYCH_LIBRARY_TEXT_FACTS_H

#include <stdbool.h>

#include "doc/document.h"

enum text_fact {
    FACT_TITLE,
    FACT_LANG,
    FACT_STORY,
    FACT_PUBLISHER,
    FACT_PUBLISHED,
    FACT_SOURCE,
    FACT_BYLINE,
    TEXT_FACTS
};

struct text_facts {
    char *values[TEXT_FACTS]; /* never NULL, "" unknown */
    bool made_up;             /* the title is the file's name */
};

/* The key of front matter that each is written under. */
const char *text_facts_key(enum text_fact fact);

/* `name`: the file's, for want of a title. */
void text_facts_read(const struct document *document, const char *name, struct text_facts *facts);
void text_facts_free(struct text_facts *facts);

#endif
