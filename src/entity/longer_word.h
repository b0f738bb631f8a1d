/* longer_word: whether a name is only a part of a longer word or name that happens to hold it.
 *
 * Han are written without word boundaries: 马云 stands in 马云飞, another man, 刘军 in 刘军长, General
 * Liu, 阿里 in 阿里山, a mountain, 滴滴 in 滴滴答答, which is dripping. Words that are known
 * around the name tell most (han_segment.h); else a
 * further character of given names before what goes on behind a name or beside what somebody is
 * called, the title that the name's last character begins, reduplication, mountains, the sounds of
 * foreign names, a place with a direction. Positions are bytes; nothing is allocated. */
#ifndef DIPTYCH_ENTITY_LONGER_WORD_H
#define DIPTYCH_ENTITY_LONGER_WORD_H

#include "entity/han_segment.h"
#include "entity/surroundings.h"

/* Of a name in Han; `person` tells that it is a person's. */
bool longer_word_of_han(struct han_segment *segment, const struct surroundings *at, bool person);

/* Uber-rich, Meta-analysis: a name that is a prefix, too, before a word in small letters; not Uber-owned. */
bool longer_word_of_prefix(const struct surroundings *at);

/* US$5, Indo-China; of a person's name Wei-Ling. */
bool longer_word_of_sign(const struct surroundings *at, bool person);

/* Ford the river: what a sentence asks for that begins with the name. */
bool longer_word_of_order(const struct surroundings *at);

/* Harrison Ford: a name of one word that is no person's, behind a given name. */
bool longer_word_of_given_name(const struct surroundings *at);

#endif
