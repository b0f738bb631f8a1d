/* longer_body: whether a name only stands in what somebody or something is called after it.
 *
 * Ford stands in the Ford Foundation, the Ford Hospital and Ford Madox Ford, a novelist; 福特 in 福特基金会;
 * 法国 in 法国梧桐, the plane tree. 小米 is millet, too, where one eats or sows it, whoever was named
 * before. Positions are bytes; nothing is allocated. */
#ifndef DIPTYCH_ENTITY_LONGER_BODY_H
#define DIPTYCH_ENTITY_LONGER_BODY_H

#include "entity/han_segment.h"
#include "entity/names.h"
#include "entity/surroundings.h"

/* Of a name in Han, of one in Latin letters, neither a person's; `flags`: NAME_PLACE. */
bool longer_body_of_han(struct han_segment *segment, const struct surroundings *at, unsigned flags);
bool longer_body_of_latin(const struct surroundings *at, unsigned flags);

#endif
