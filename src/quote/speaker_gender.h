/* speaker_gender: whether words name a he or a she. */
#ifndef DIPTYCH_QUOTE_SPEAKER_GENDER_H
#define DIPTYCH_QUOTE_SPEAKER_GENDER_H

#include <stdbool.h>

#include "base/span.h"

enum speaker_gender { SPEAKER_GENDER_UNKNOWN, SPEAKER_GENDER_MALE, SPEAKER_GENDER_FEMALE };

/* By a pronoun, a word for a man or a woman, or a first name. */
enum speaker_gender speaker_gender_of(const char *text, struct span words);

/* Whose deputy it is who was heard: her deputy, 她的副手; and “her deputy, Ian Cole”. Moves the
 * beginning of `words` to what stands behind such a pronoun: a sister may be told of there. */
enum speaker_gender speaker_gender_of_owner(const char *text, struct span *words);

/* Her husband, 她的丈夫, and 母亲 alone: told of because of somebody else. */
bool speaker_gender_is_relative(const char *text, struct span words);

/* What is told behind a Chinese name that ends at `at`: 先生, 女士, 是镇上唯一的女船长. */
enum speaker_gender speaker_gender_behind(const char *text, size_t at, size_t end);

#endif
