/* longer_place: whether a name is only a part of the name of a school, a water, a village or a street.
 *
 * 上海 stands in 上海外国语学院, 日本 in 日本海, 柳青 in 柳青河, a river, 阿里 in 阿里地区, a part of Tibet.
 * Words that are known around the name tell (han_segment.h): 日本海军 is Japan's navy. Positions are
 * bytes; nothing is allocated. */
#ifndef DIPTYCH_ENTITY_LONGER_PLACE_H
#define DIPTYCH_ENTITY_LONGER_PLACE_H

#include "entity/han_segment.h"
#include "entity/names.h"
#include "entity/surroundings.h"

/* Of a name in Han; `flags`: NAME_PERSON, NAME_PLACE. */
bool longer_place_of_han(struct han_segment *segment, const struct surroundings *at, unsigned flags);

/* In Latin letters: Shanghai Normal University, the Gulf of Mexico, Paris Street; also of no place:
 * turkey sandwiches, Canaan dogs. */
bool longer_place_of_latin(const struct surroundings *at, unsigned flags);

#endif
