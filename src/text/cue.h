/* cue: the English verbs that tell what somebody says, in all their forms.
 *
 * SURE takes a bare clause (said sales rose), THAT only one with “that”, a quotation or a
 * parenthesis. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_CUE_H
#define DIPTYCH_TEXT_CUE_H

#include <stdbool.h>

enum cue_traits {
    CUE_SURE = 1,
    CUE_THAT = 2,
    CUE_ADDRESSEE = 4, /* told reporters, warned them */
    CUE_REQUEST = 8,   /* urged them to */
    CUE_PROMISE = 16,  /* vowed to */
    CUE_QUESTION = 32, /* asked whether */
    CUE_VERDICT = 64,  /* described it as: `link` */
    CUE_NOUN = 128,    /* its plain forms are nouns, too: report, claims */
    CUE_FINDING = 256, /* counts with a finder alone: researchers found, figures show */
    CUE_ON = 512,      /* only with its particle: went on, pointed out */
    CUE_QUOTED = 1024  /* only with a quotation: the letter reads, she sighed */
};

enum cue_form { CUE_BASE, CUE_S, CUE_PAST, CUE_ING };

struct cue {
    const char *base;
    unsigned traits;
    const char *link; /* of a verdict: "as", "for"; of CUE_ON the particle; else NULL */
};

/* The verb that the word (in small letters) is a form of; NULL. */
const struct cue *cue_find(const char *word, enum cue_form *form);

#endif
