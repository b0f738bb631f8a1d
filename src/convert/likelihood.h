/* likelihood: how much a decoded text looks like one that people write.
 *
 * For choosing among encodings. Bytes read in the wrong one give rare Han characters, mixed scripts,
 * private and unassigned characters; in the right one a third of all Han characters and more are
 * among the few hundred most frequent ones. */
#ifndef DIPTYCH_CONVERT_LIKELIHOOD_H
#define DIPTYCH_CONVERT_LIKELIHOOD_H

#include <stddef.h>

/* Mean over the characters outside ASCII, about -2 (noise) to 1 (certain); 0 with none. `text` is
 * well-formed UTF-8. */
double likelihood_of(const char *text, size_t length);

#endif
