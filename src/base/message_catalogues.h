/* message_catalogues: the catalogues of messages that are installed, and which of them is in force.
 *
 * They lie in one folder, as NAME/LC_MESSAGES/diptych.mo or, in a build folder, as NAME.mo, and are
 * read when first asked for. Names are those of locales: zh_CN.UTF-8, zh-Hant, zh; of Chinese there
 * are zh_CN and zh_TW, the latter for Hong Kong and Macau, too. Once read they stay: sentences of the
 * former language are still shown after a change.
 *
 * Ownership: message_catalogues_free, after which messages are English. */
#ifndef DIPTYCH_BASE_MESSAGE_CATALOGUES_H
#define DIPTYCH_BASE_MESSAGE_CATALOGUES_H

#include <stdbool.h>

#include "base/error.h"

struct message_catalogues;

/* `folder` NULL: there are none. `wanted` is what the reader's surroundings ask for, several names with
 * colons between them, the best first; NULL: English. */
struct message_catalogues *message_catalogues_new(const char *folder, const char *wanted);
void message_catalogues_free(struct message_catalogues *catalogues);

/* Puts that language in force; "auto": the first that there is of those wanted. False when there is
 * no catalogue of it: English is in force then. */
bool message_catalogues_use(struct message_catalogues *catalogues, const char *name,
                            struct error *error);

#endif
