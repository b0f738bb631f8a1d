/* han_living: whether Chinese words name somebody who can speak: a person, a body, a paper.
 *
 * By known names, by family names and transliterations, by what the words for people and bodies
 * end in. Bytes of the text. */
#ifndef DIPTYCH_QUOTE_HAN_LIVING_H
#define DIPTYCH_QUOTE_HAN_LIVING_H

#include <stdbool.h>
#include <stddef.h>

#include "quote/quote_unit.h"

/* Whether the words name somebody who can speak; *paper is set for a report and figures. */
bool han_living_is(const struct quote_unit *unit, struct span words, bool *paper);

/* Whether they begin with a Chinese family name. */
bool han_living_has_surname(const char *text, struct span words);

bool han_living_is_pronoun(const char *text, struct span span);

/* Whether 一名, 这位 and the like end at `end`. */
bool han_living_is_counted(const char *text, size_t end);

/* The size of 老秦, 小潘, 陶掌柜 at `at`; 0. */
size_t han_living_addressed_at(const char *text, size_t at, size_t end);

/* The size of 老秦, 小潘 at `at`; 0. */
size_t han_living_familiar_at(const char *text, size_t at, size_t end);

/* Whether a word for what somebody is ends at `end`: 观众, 送奶工. */
bool han_living_kind_before(const char *text, size_t from, size_t end);

/* The size of the title at `at`: 市长; 0. */
size_t han_living_title_at(const char *text, size_t at, size_t end);

/* The size of the title that ends at `end`, and begins not before `from`; 0. */
size_t han_living_title_before(const char *text, size_t from, size_t end);

/* Bytes from `at` to the family name that a word for what somebody is leads to: 茶农刘德福; 0. */
size_t han_living_introduced_at(const char *text, size_t at, size_t end);

/* 外长阿博特: what stands behind the last title; all of it where there is none. */
struct span han_living_behind_title(const char *text, struct span words);

/* Past a title in 《》 or a bracket at `at`; `at` where there is none. */
size_t han_living_bracket_end(const char *text, size_t at, size_t end);

/* Bytes of the name that ends at `end`, which a title follows: a family name and two characters or
 * one, or what stands behind the last point of 彼得·霍尔特; 0. */
size_t han_living_name_before(const char *text, size_t end);

#endif
