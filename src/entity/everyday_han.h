/* everyday_han: names of companies and products that are everyday words of Chinese, too: 平安 is a
 * wish, 小米 millet, 滴滴 what water does.
 *
 * Such a word is the name where what stands next to it goes with a company (平安保险, 小米宣布, 收购滴滴);
 * once an article has it so, it is the name everywhere. Nothing is allocated. */
#ifndef DIPTYCH_ENTITY_EVERYDAY_HAN_H
#define DIPTYCH_ENTITY_EVERYDAY_HAN_H

#include <stdbool.h>

#include "entity/surroundings.h"

/* Whether the name is such a word, and nothing beside it goes with a company. */
bool everyday_han_is_mere(const struct surroundings *at);

#endif
