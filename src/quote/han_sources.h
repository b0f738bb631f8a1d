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

#endif
