/* speaker_gender: whether words name a he or a she. */
#ifndef DIPTYCH_QUOTE_SPEAKER_GENDER_H
#define DIPTYCH_QUOTE_SPEAKER_GENDER_H

#include "base/span.h"

enum speaker_gender { SPEAKER_GENDER_UNKNOWN, SPEAKER_GENDER_MALE, SPEAKER_GENDER_FEMALE };

/* By a pronoun, a word for a man or a woman, or a first name. */
enum speaker_gender speaker_gender_of(const char *text, struct span words);

/* Whose deputy it is who was heard: her deputy, 她的副手; and “her deputy, Ian Cole”. Moves the
 * beginning of `words` past such a pronoun. */
enum speaker_gender speaker_gender_of_owner(const char *text, struct span *words);

#endif
