/* han_sources: what tells a Chinese statement's source beside the verbs of saying.
 *
 * Each appends the statement that begins there. */
#ifndef DIPTYCH_QUOTE_HAN_SOURCES_H
#define DIPTYCH_QUOTE_HAN_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/han_frame.h"

/* 用“……”形容, 以“……”来形容. False when the marks are none of it. */
bool han_sources_take_likening(struct han_frame *frame, const struct quote_mark *mark);

/* 把它形容为“……”, 称之为“……”, 形容现场“……”. */
bool han_sources_take_verdict(struct han_frame *frame, const struct quote_mark *mark);

/* 据X介绍，; 据报道，; 在X看来，; 记者从X获悉，. Where to go on, `at` when none of them begins
 * there. */
size_t han_sources_take(struct han_frame *frame, size_t at);

/* Takes the words in `mark` when a colon stands before it, for the subject of the clause. */
bool han_sources_take_colon(struct han_frame *frame, const struct quote_mark *mark);

/* 援引一名官员的话说: the one who is quoted before the cue. */
bool han_sources_find_quoted(const struct quote_unit *unit, size_t from, size_t cue,
                             struct span *speaker);

/* 民调机构本月公布的调查显示: the paper before the cue, whatever stands before it. */
bool han_sources_find_paper(const struct quote_unit *unit, size_t from, size_t cue,
                            struct span *speaker);

#endif
