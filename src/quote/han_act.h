/* han_act: what stands behind a Chinese verb of saying and is no words: a feeling, a thing that is
 * denied, a number that is changed, an act joined to what is said.
 *
 * Bytes of the unit's text. */
#ifndef DIPTYCH_QUOTE_HAN_ACT_H
#define DIPTYCH_QUOTE_HAN_ACT_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/quote_unit.h"

/* 表示遗憾, 表示强烈不满: whether a feeling stands at `at`. */
bool han_act_is_feeling(const struct quote_unit *unit, size_t at);

/* 否认, 指责: whether what follows the cue with 并 is an act. */
bool han_act_is_judging(const struct quote_unit *unit, struct span cue);

/* 批评: whether the words in marks behind the cue and its object are all that is said:
 * 批评当局“先斩后奏”. */
bool han_act_is_verdict(const struct quote_unit *unit, struct span cue);

/* Where “，并” begins behind `at`; the unit's end. */
size_t han_act_start(const struct quote_unit *unit, size_t at);

/* 否认这一说法: whether what is denied is a thing. */
bool han_act_is_denied_thing(const struct quote_unit *unit, struct span said);

/* 把收入预测由950亿下调至900亿: whether a number is changed behind the cue. */
bool han_act_is_forecast(const struct quote_unit *unit, struct span cue, size_t behind);

/* 工厂预计九月投产: whether it is expected of works or a plant, by nobody in particular. */
bool han_act_is_outlook(const struct quote_unit *unit, struct span subject, struct span cue);

#endif
