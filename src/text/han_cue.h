/* han_cue: the Chinese verbs that tell what somebody says, and what only looks like one.
 *
 * OPEN takes a clause right behind it (表示将, 强调要), the others only behind a comma, a colon or
 * in marks. Simplified and traditional. Nothing is allocated. */
#ifndef DIPTYCH_TEXT_HAN_CUE_H
#define DIPTYCH_TEXT_HAN_CUE_H

#include <stdbool.h>
#include <stddef.h>

enum han_cue_traits {
    HAN_OPEN = 1,
    HAN_ANIMATE = 2, /* only with a person or a body as its subject */
    HAN_REQUEST = 4, /* 呼吁, 要求: with a clause */
    HAN_TOLD = 8,    /* 告诉某人，: the addressee stands behind */
    HAN_PAPER = 16,  /* 显示: papers and figures */
    HAN_MIND = 32,   /* 相信: within a statement it is a part of it */
    HAN_CLAUSE = 64  /* 说: OPEN behind somebody who can speak */
};

struct han_cue {
    const char *word;
    unsigned traits;
};

/* The longest cue at text[at], before `end`; NULL where there is none, and where it is a part of
 * another word: 小说, 据说, 名称, 来说. `from` is where the clause begins. */
const struct han_cue *han_cue_at(const char *text, size_t from, size_t at, size_t end);

#endif
