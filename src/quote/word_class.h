/* word_class: what English words do around a cue: determiners, prepositions, auxiliaries, and nouns
 * for those who speak (the minister, a report). Tables only; nothing is allocated. */
#ifndef DIPTYCH_QUOTE_WORD_CLASS_H
#define DIPTYCH_QUOTE_WORD_CLASS_H

enum word_class {
    WORD_DETERMINER = 1,
    WORD_PRONOUN = 2,  /* he, she, they, it, who as subjects */
    WORD_NARRATOR = 4, /* I, we, you */
    WORD_PREPOSITION = 8,
    WORD_JOIN = 16,         /* and, but, or, yet */
    WORD_SUBORDINATOR = 32, /* begins a clause: while, because, which */
    WORD_BE = 64,
    WORD_AUXILIARY = 128, /* has, will, would, do */
    WORD_MODAL = 256,     /* can, could, may, must: what is said with them is not said */
    WORD_NOT = 512,
    WORD_ADVERB = 1024,
    WORD_TIME = 2048,   /* Tuesday, June, yesterday, week */
    WORD_PERSON = 4096, /* spokesman, minister, analyst */
    WORD_GROUP = 8192,  /* company, ministry, police */
    WORD_PAPER = 16384, /* report, statement, study */
    WORD_VENUE = 32768, /* interview, conference: what something is said in */
    WORD_ASKED = 65536, /* whether, what, how */
    WORD_MANY = 131072, /* of several: officials, analysts */
    WORD_THING = 262144 /* revenue, shares: what a sentence is about, and nobody */
};

/* Of a word in small letters; 0 for one that is not known. */
unsigned word_class(const char *word);

#endif
